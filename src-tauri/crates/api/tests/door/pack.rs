//! The whole pack through the door: what is in it, how it is made, and what stays when somebody
//! stops it.

use std::{
    io::Read,
    path::Path,
    time::{Duration, Instant},
};

use api::ProblemCode as Code;
use serde_json::{Value, json};

use crate::room::{Room, plan};

fn papers(room: &mut Room, asked: Value) -> Vec<Value> {
    room.ok("pack_papers", asked).as_array().unwrap().clone()
}

/// The materials of a kind, in their order.
fn of<'a>(papers: &'a [Value], what: &str) -> Vec<&'a Value> {
    papers.iter().map(|paper| &paper["material"]).filter(|m| m["what"] == what).collect()
}

fn materials(papers: &[Value]) -> Vec<Value> {
    papers.iter().map(|paper| paper["material"].clone()).collect()
}

/// Waits until the papers that are being made have ended.
fn ended(room: &mut Room) -> Value {
    let began = Instant::now();
    loop {
        let now = room.ok("papers_progress", json!({}));
        if now["ended"] == true {
            return now;
        }
        assert!(began.elapsed() < Duration::from_mins(2), "never ended: {now}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The files in a zip, by name.
fn files(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut all = Vec::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        all.push((file.name().unwrap().into_owned(), bytes));
    }
    all
}

#[test]
fn a_pack_has_what_each_language_and_everybody_needs() {
    let mut room = Room::new();
    let session = room.session;
    let languages = ["en", "pl"];
    let pack = papers(&mut room, json!({"sessions": [session], "languages": languages}));
    assert_eq!(of(&pack, "posters").len(), 18, "nine in each language");
    let copies = |what: &str| -> Vec<Value> {
        of(&pack, what).iter().map(|material| material["copies"].clone()).collect()
    };
    assert_eq!(copies("handout"), [9, 2]);
    assert_eq!(copies("large_print"), [1]);
    assert_eq!(copies("ballots"), [11, 2]);
    assert_eq!(copies("stickers"), [9]);
    assert_eq!(copies("seat_cards"), [9]);
    assert_eq!(of(&pack, "door_sign").len(), 2);
    let guides = of(&pack, "guide");
    assert_eq!((guides.len(), &guides[0]["language"]), (1, &Value::Null));

    let fewer = json!({"languages": languages, "papers": ["posters", "ballots", "large_print"],
        "people": 12, "spare": 0, "readers": 0, "large": 0, "side_by_side": true, "paper": "Tabloid"});
    let pack = papers(&mut room, fewer);
    assert_eq!(of(&pack, "posters").len(), 9, "one for both languages");
    assert_eq!(of(&pack, "posters")[0]["beside"], "pl");
    let ballots = of(&pack, "ballots");
    assert_eq!((ballots.len(), &ballots[0]["copies"]), (1, &json!(12)));
    assert_eq!(ballots[0]["paper"], "Letter", "with a US size all is for a US printer");
    assert!(of(&pack, "large_print").is_empty());
}

#[test]
fn a_mark_changes_with_the_pages_and_with_nothing_else() {
    let mut room = Room::new();
    let session = room.session;
    let asked = json!({"sessions": [session]});
    let marks = |papers: &[Value], what: &str| -> Vec<Value> {
        let of_it = papers.iter().filter(|paper| paper["material"]["what"] == what);
        of_it.map(|paper| paper["mark"].clone()).collect()
    };
    let before = papers(&mut room, asked.clone());
    let mut all: Vec<String> = before.iter().map(|paper| paper["mark"].to_string()).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), before.len(), "each paper has its own");

    room.ok("keep_line", json!({"session": session, "id": uuid::Uuid::now_v7(), "input": "4 So."}));
    assert_eq!(papers(&mut room, asked.clone()), before, "what is said changes no paper");

    let person = room.people[3];
    room.ok("move_person", json!({"participant": person, "seat": 5}));
    let after = papers(&mut room, asked.clone());
    assert_eq!(marks(&after, "posters"), marks(&before, "posters"));
    assert_eq!(marks(&after, "ballots"), marks(&before, "ballots"));
    assert_ne!(marks(&after, "seat_cards"), marks(&before, "seat_cards"));

    let a1 = papers(&mut room, json!({"sessions": [session], "paper": "A1"}));
    assert_ne!(marks(&a1, "posters"), marks(&after, "posters"));
    assert_eq!(marks(&a1, "guide"), marks(&after, "guide"));
}

#[test]
fn a_guide_counts_the_other_groups_that_talked_of_an_idea() {
    let mut room = Room::new();
    let (own, next) = (json!(room.session), json!(uuid::Uuid::now_v7()));
    room.ok("plan_session", json!({"id": next, "plan": plan("2027-03-16", "19:00")}));
    let guide = |room: &mut Room, session: &Value| {
        let papers = papers(room, json!({"sessions": [session], "papers": ["guide"]}));
        papers[0]["mark"].clone()
    };
    let choose = |idea: &str| json!({"session": own, "choices": [{"slot": "popular", "idea": idea, "reason": "why"}]});
    let none = [&own, &next].map(|of| guide(&mut room, of));
    room.ok("choose", choose("user-charging"));
    let one = [&own, &next].map(|of| guide(&mut room, of));
    assert_eq!(one[0], none[0], "what a group talks of tonight is not “so far”");
    assert_ne!(one[1], none[1], "the next group’s guide says so");
    room.ok("choose", choose("citizen-advisors"));
    let other = guide(&mut room, &next);
    assert!(other != one[1] && other != none[1], "another idea");
    room.ok("undo", json!({"session": own}));
    assert_eq!(guide(&mut room, &next), one[1]);
}

#[test]
fn papers_say_what_they_are_printed_on() {
    let mut room = Room::new();
    let mut sheets = |material: Value| {
        let asked = json!({"material": material, "count": 0});
        let seen = room.ok("material_pages", asked);
        assert_eq!(seen["pages"], json!([]));
        seen["sheets"].clone()
    };
    let one = json!(["user-charging"]);
    assert_eq!(sheets(json!({"what": "ballots"})), json!([{"paper": "A5", "count": 12}]));
    assert_eq!(
        sheets(json!({"what": "posters", "ideas": one})),
        json!([{"paper": "A2", "count": 1}])
    );
    let cut = json!({"what": "posters", "ideas": one, "paper": "A4", "sheets": "cut"});
    assert_eq!(sheets(cut), json!([{"paper": "230 × 317 mm", "count": 1}]));
    let tiled = json!({"what": "posters", "ideas": one, "paper": "A2", "sheets": "tiled"});
    assert_eq!(sheets(tiled), json!([{"paper": "A4", "count": 8}]));
    let half = sheets(json!({"what": "ballots", "paper": "Letter"}));
    assert_eq!(
        half,
        json!([{"paper": "Half Letter", "count": 12}]),
        "half of what is in the printer"
    );
    for what in ["consent", "seat_cards", "stickers", "door_sign", "guide", "handout"] {
        let on = sheets(json!({"what": what, "paper": "Letter"}));
        assert_eq!(on[0]["paper"], "Letter", "{what}: {on}");
        assert_eq!(on.as_array().unwrap().len(), 1, "{what}: {on}");
    }
}

#[test]
fn seats_are_for_as_many_as_are_asked_for() {
    let mut room = Room::new();
    let session = room.session;
    for (session, people) in [(None, 7), (Some(session), 11)] {
        let material = json!({"what": "seat_cards", "session": session, "copies": people});
        let cards = room.ok("material_pages", json!({"material": material}));
        let cards = cards["pages"].to_string();
        assert!(cards.contains(&format!(">{people}<")), "{people}");
        assert!(!cards.contains(&format!(">{}<", people + 1)), "{people}");
        assert_eq!(cards.matches("<svg").count(), usize::div_ceil(people, 4));
    }
}

#[test]
fn a_zip_has_a_file_for_each_document_and_urdu_as_text_too() {
    let mut room = Room::new();
    let asked = json!({"languages": ["en", "ur"], "papers": ["posters", "ballots", "guide"]});
    let materials = materials(&papers(&mut room, asked));
    let written = room.ok("export_materials", json!({"materials": materials, "zip": true}));
    let path = written["path"].as_str().unwrap();
    assert!(path.ends_with("Buses after eight, print pack.zip"), "{path}");
    let files = files(Path::new(path));
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "posters, English, A2.pdf",
            "posters, اردو, A2.pdf",
            "posters, اردو, A2.txt",
            "posters, اردو, A2.docx",
            "ballots, English.pdf",
            "ballots, اردو.pdf",
            "ballots, اردو.txt",
            "ballots, اردو.docx",
            "moderator’s guide, English.pdf",
        ]
    );
    for (name, bytes) in &files {
        let begins: &[u8] = match name.rsplit('.').next().unwrap() {
            "pdf" => b"%PDF-1.7",
            "docx" => b"PK",
            _ => b"",
        };
        assert!(bytes.starts_with(begins), "{name}");
    }
    let text = String::from_utf8(files[6].1.clone()).unwrap();
    let name = "شہریوں کے مشیر";
    assert_eq!(text.matches(name).count(), 1, "one ballot’s words, not those of each copy: {text}");
    // So too where nobody said how many.
    let usual = json!({"materials": [{"what": "ballots", "language": "ur"}]});
    let usual =
        room.ok("export_materials", usual)["path"].as_str().unwrap().replace(".pdf", ".txt");
    assert_eq!(std::fs::read_to_string(usual).unwrap().matches(name).count(), 1);
    let again = room.ok("export_materials", json!({"materials": materials, "zip": true}));
    assert_eq!(self::files(Path::new(again["path"].as_str().unwrap())), files);
    let first = std::fs::read(path).unwrap();
    room.ok("export_materials", json!({"materials": materials, "zip": true, "path": path}));
    assert_eq!(std::fs::read(path).unwrap(), first, "the same papers are the same bytes");
}

#[test]
fn papers_are_made_beside_what_else_is_done() {
    let mut room = Room::new();
    let session = room.session;
    let asked = json!({"sessions": [session], "papers": ["posters", "ballots", "guide"]});
    let materials = materials(&papers(&mut room, asked));
    assert_eq!(room.ok("papers_progress", json!({})), Value::Null);
    let pages: u64 = materials
        .iter()
        .map(|m| room.ok("material_pages", json!({"material": m}))["of"].as_u64().unwrap())
        .sum();
    let before = room.evening();
    room.ok("make_papers", json!({"materials": materials}));
    // An act in the room does not wait for them, and they do not wait for it.
    room.ok("next_activity", json!({"session": session}));
    assert_ne!(room.evening(), before);
    let now = room.ok("papers_progress", json!({}));
    assert_eq!(now["of"], pages, "{now}");
    if now["ended"] == false {
        room.refused_with(Code::AlreadyPrinting, "make_papers", json!({"materials": materials}));
    }
    let end = ended(&mut room);
    assert_eq!((&end["pages"], &end["stopped"]), (&json!(pages), &json!(false)));
    assert_eq!((&end["problem"], &end["written"]["pages"]), (&Value::Null, &json!(pages)));
    let path = end["written"]["path"].as_str().unwrap();
    assert!(std::fs::read(path).unwrap().starts_with(b"%PDF-1.7"));

    room.ok("rename_study", json!({"name": "Buses after eight 🚌"}));
    room.ok("make_papers", json!({"materials": [{"what": "door_sign"}]}));
    let end = ended(&mut room);
    assert_eq!(
        (&end["problem"]["problem"], &end["written"]),
        (&json!("missing_glyph"), &Value::Null)
    );
}

#[test]
fn who_stops_keeps_what_is_finished_whole() {
    let mut room = Room::new();
    let folder = room.home.path().to_owned();
    let every = ["en", "cy", "pl", "bn", "ur"];
    for zip in [false, true] {
        let asked = json!({"languages": every, "papers": ["posters"], "sheets": "tiled"});
        let materials = materials(&papers(&mut room, asked));
        room.ok("make_papers", json!({"materials": materials, "zip": zip}));
        let began = Instant::now();
        while room.ok("papers_progress", json!({}))["pages"] == 0 {
            assert!(began.elapsed() < Duration::from_mins(1));
        }
        room.ok("stop_papers", json!({}));
        let end = ended(&mut room);
        let pages = end["pages"].as_u64().unwrap();
        assert!(end["stopped"] == true && pages > 0, "{end}");
        let path = Path::new(end["written"]["path"].as_str().unwrap());
        let name = path.file_name().unwrap().to_str().unwrap();
        let kind = if zip { "zip" } else { "pdf" };
        // Tiled over A4, so one poster is several pages.
        assert_eq!(name, format!("Buses after eight, posters, first {pages} pages.{kind}"));
        if zip {
            assert!(files(path).iter().all(|(_, bytes)| bytes.starts_with(b"%PDF-1.7")));
        }
    }
    // Stopped before anything was there: nothing is written.
    room.ok("make_papers", json!({"materials": [{"what": "posters", "language": "bn"}]}));
    room.ok("stop_papers", json!({}));
    ended(&mut room);
    let left = std::fs::read_dir(folder).unwrap().flatten();
    let half = left.map(|entry| entry.path()).find(|p| p.extension().is_some_and(|e| e == "part"));
    assert_eq!(half, None);
}

#[test]
fn closing_the_program_leaves_no_half_of_a_file() {
    let mut room = Room::new();
    let asked = json!({"languages": ["en", "pl"], "papers": ["posters"], "sheets": "tiled"});
    let materials = materials(&papers(&mut room, asked));
    room.ok("make_papers", json!({"materials": materials}));
    let began = Instant::now();
    while room.ok("papers_progress", json!({}))["pages"] == 0 {
        assert!(began.elapsed() < Duration::from_mins(1));
    }
    let Room { workshop, home, .. } = room;
    drop(workshop);
    let inside = std::fs::read_dir(home.path()).unwrap().flatten().map(|entry| entry.path());
    let names: Vec<String> = inside.map(|path| path.display().to_string()).collect();
    let with = |words: &str| names.iter().any(|name| name.contains(words));
    assert!(with(" pages.pdf") && !with(".part"), "{names:?}");
}

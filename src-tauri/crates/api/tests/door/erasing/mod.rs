//! Erasing a person: every word of theirs goes, from the file to the last byte; what was counted
//! stays; nothing brings it back.

mod deeds;
mod elsewhere;

use std::path::{Path, PathBuf};

use api::{Actor, ProblemCode as Code};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    people::summary,
    room::{Room, plan},
};

/// Words that only the erased person said or was called by.
const SECRETS: [&str; 9] = [
    "Hortensia",
    "quicksilver",
    "marmalade",
    "zeppelin",
    "pomegranate",
    "0131 555 0199",
    "Nonbinary77",
    "Ballachulish",
    "albatross",
];

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(folder).into_iter().flatten().map(|e| e.unwrap().path());
    inside.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// The secrets that lie anywhere in a file, whole, and in any of its parts.
fn found_in(path: &Path) -> Vec<&'static str> {
    let bytes = std::fs::read(path).unwrap();
    let holds = |word: &str| {
        // The index of words writes them in small letters.
        let small = word.to_lowercase();
        let all = [word.as_bytes(), small.as_bytes()];
        all.iter().any(|word| bytes.windows(word.len()).any(|part| part == *word))
    };
    SECRETS.into_iter().filter(|word| holds(word)).collect()
}

fn nothing_is_left_in(home: &Path) {
    for path in files(home) {
        assert_eq!(found_in(&path), Vec::<&str>::new(), "{}", path.display());
    }
}

/// An evening in which the person in seat 4 leaves traces of every kind.
fn evening() -> (Room, Uuid) {
    let mut room = Room::new();
    let (session, who) = (room.session, room.people[3]);
    room.ok(
        "seat_person",
        json!({"id": who, "session": session, "seat": 4, "name": "Hortensia",
               "sex": "Nonbinary77", "age_band": "25–29", "place": "Ballachulish",
               "attributes": {"grade": "C1"}}),
    );
    room.ok("keep_contact", json!({"participant": who, "phone": "0131 555 0199"}));
    room.ok("note_call", json!({"participant": who, "rang": "confirmed"}));
    room.ok("say_consent", json!({"participant": who, "consent": {"quoted": true}}));
    // Another group’s words are in the same index, and stay there.
    let other = Uuid::now_v7();
    room.ok("plan_session", json!({"id": other, "plan": plan("2026-03-19", "19:00")}));
    for n in 0..40 {
        let with = json!({"id": Uuid::now_v7(), "session": other, "input": format!("word{n} too")});
        room.ok("keep_line", with);
        room.keep(&format!("{} something about buses, {n}", n % 3 + 1)).unwrap();
    }
    room.keep("4 quicksilver is what we need #cost *").unwrap();
    room.keep("4,7 marmalade on toast").unwrap();
    room.keep("7 and trains, as Hortensia would say").unwrap();
    room.keep("=4 zeppelin").unwrap();
    room.keep("=5 trams").unwrap();
    room.ok("keep_tip", json!({"session": session, "participant": who, "text": "pomegranate"}));
    // A line that was nobody’s first.
    room.keep("albatross, said somebody").unwrap();
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let mut line = lines.last().unwrap().clone();
    line["line"] = line["id"].clone();
    line["speakers"] = json!([who]);
    room.ok("change_line", line);
    // One that was taken out again.
    room.keep("4 quicksilver twice").unwrap();
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    room.ok("remove_line", json!({"line": lines.last().unwrap()["id"]}));
    // What somebody searches for is in the index of words.
    room.ok("search_lines", json!({"session": session, "words": "quicksilver"}));
    let round = room.round("named", "seats");
    room.stick(round, 4, "user-charging", "green").unwrap();
    room.stick(round, 5, "user-charging", "green").unwrap();
    room.ok("keep_draft", json!({"session": session, "text": "4 marmalade again, she"}));
    (room, who)
}

fn copy(room: &mut Room) {
    let at = "2026-03-12T23:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let copying = room.workshop.begin_copy(at).unwrap();
    room.workshop.end_copy(copying.make());
}

/// What is counted, and must not change.
fn counts(room: &mut Room) -> Value {
    let session = room.session;
    let evening = room.evening();
    let lines = evening["lines"].as_array().unwrap();
    let times: Vec<&Value> = lines.iter().map(|line| &line["at"]).collect();
    let codes: Vec<&Value> = lines.iter().map(|line| &line["codes"]).collect();
    json!({
        "lines": times, "codes": codes, "stickers": evening["stickers"], "tips": evening["tips"].as_array().unwrap().len(),
        "chart": evening["flip_items"].as_array().unwrap().len(),
        "people": evening["participants"].as_array().unwrap().len(),
        "coverage": room.ok("clock", json!({"session": session}))["planned_end"],
        "all": room.ok("sample", json!({}))["people"],
    })
}

/// Somebody else’s line that names the person.
fn naming(room: &mut Room) -> Value {
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let is = |line: &&Value| line["text"].as_str().unwrap().contains("as Hort");
    lines.iter().find(is).unwrap().clone()
}

#[test]
fn nothing_of_the_person_is_left_and_what_was_counted_is() {
    let (mut room, who) = evening();
    copy(&mut room);
    let before = counts(&mut room);
    let home = room.home.path().to_owned();
    let everywhere: Vec<&str> = files(&home).iter().flat_map(|path| found_in(path)).collect();
    for word in SECRETS {
        assert!(everywhere.contains(&word), "{word} was never there");
    }

    room.ok("export_session", json!({"session": room.session, "who": "Sam"}));
    let look = room.ok("preview_erasing", json!({"participant": who}));
    assert_eq!(look["name"], "Hortensia");
    let told = &look["erasing"]["counts"];
    let of = |name: &str| told[name].as_u64().unwrap();
    assert_eq!([of("lines"), of("shared_lines"), of("flip_items"), of("tips")], [2, 1, 1, 1]);
    assert_eq!([of("facts"), of("contacts"), of("stickers")], [5, 2, 1]);
    assert_eq!(look["copies"], 1);
    assert_eq!(counts(&mut room), before, "a look changes nothing");

    let receipt = room.ok("erase_person", json!({"participant": who}));
    assert_eq!(receipt["swept"]["copies"], 1);
    assert_eq!(receipt["swept"]["fresh"], true);
    assert!(receipt["swept"]["problem"].is_null(), "{receipt}");
    let file = std::fs::read_to_string(receipt["path"].as_str().unwrap()).unwrap();
    assert_eq!(file, receipt["text"].as_str().unwrap());
    // The line of seat 7 still names her: the receipt says where, and does not name her itself.
    assert_eq!(receipt["erasing"]["mend"].as_array().unwrap().len(), 1, "{receipt}");
    assert!(file.contains("Seat 4") && !file.contains("Hortensia"), "{file}");
    assert!(file.contains("handed over: Oxford, 25–39, Sam.folkmoot"), "{file}");

    assert_eq!(counts(&mut room), before);
    room.is_sound();
    let line = |room: &mut Room, part: &str| {
        let evening = room.evening();
        let lines = evening["lines"].as_array().unwrap().clone();
        lines.into_iter().find(|line| line["text"].as_str().unwrap().contains(part))
    };
    let mut mended = line(&mut room, "as Hortensia").unwrap();
    mended["line"] = mended["id"].clone();
    mended["text"] = json!("and trains");
    room.ok("change_line", mended);
    let evening = room.evening();
    let person = evening["participants"].as_array().unwrap();
    let person = person.iter().find(|p| p["id"] == json!(who)).unwrap();
    assert_eq!((&person["name"], &person["seat"]), (&json!(""), &json!(4)));
    assert_eq!(person["attributes"], json!({}));
    assert!(person["came"].is_string());
    let words = summary(&mut room);
    assert!(SECRETS.iter().all(|word| !words.contains(word)), "{words}");
}

#[test]
fn not_a_byte_of_it_is_left_in_the_file_its_log_and_its_copies() {
    let (mut room, who) = evening();
    // Nobody else names her here, so that every byte may be looked at.
    let named = naming(&mut room);
    let mut theirs = named.clone();
    theirs["line"] = named["id"].clone();
    theirs["speakers"] = json!([who]);
    room.ok("change_line", theirs);
    copy(&mut room);
    let out = room.home.path().join("gone.folkmoot");
    room.ok("erase_person", json!({"participant": who}));
    let home = room.home.path().to_owned();
    nothing_is_left_in(&home);
    // Nor in what goes out from now on.
    room.ok("export_session", json!({"session": room.session, "path": out}));
    room.keep("5 on we go").unwrap();
    copy(&mut room);
    room.ok("search_lines", json!({"session": room.session, "words": "quicksilver"}));
    nothing_is_left_in(&home);
    room.ok("close_study", json!({}));
    nothing_is_left_in(&home);
}

#[test]
fn undo_and_redo_bring_nothing_back() {
    let (mut room, who) = evening();
    let session = json!({"session": room.session});
    // Something of theirs that Redo would do again.
    room.keep("4 quicksilver, a third time").unwrap();
    room.ok("undo", session.clone());
    room.ok("erase_person", json!({"participant": who}));
    let before = counts(&mut room)["lines"].as_array().unwrap().len();
    while room.call("redo", session.clone()).is_ok() {}
    assert_eq!(counts(&mut room)["lines"].as_array().unwrap().len(), before);
    let mut undone = 0;
    while room.call("undo", session.clone()).is_ok() {
        undone += 1;
        room.is_sound();
    }
    assert!(undone > 30, "what others said can still be taken back: {undone}");
    while room.call("undo_in_study", json!({})).is_ok() {
        room.is_sound();
    }
    let evening = room.evening().to_string();
    assert!(SECRETS.iter().all(|word| *word == "Hortensia" || !evening.contains(word)));
}

#[test]
fn nothing_more_is_noted_of_whoever_was_erased() {
    let (mut room, who) = evening();
    let line = room.evening()["lines"].as_array().unwrap().last().unwrap().clone();
    room.ok("erase_person", json!({"participant": who}));
    let session = room.session;
    for (call, with) in [
        ("erase_person", json!({"participant": who})),
        ("preview_erasing", json!({"participant": who})),
        ("keep_line", json!({"id": Uuid::now_v7(), "session": session, "input": "4 more of it"})),
        ("keep_line", json!({"id": Uuid::now_v7(), "session": session, "input": "=4 more of it"})),
        ("keep_tip", json!({"session": session, "participant": who, "text": "more"})),
        ("consent_again", json!({"participant": who})),
        ("person_absent", json!({"participant": who, "reason": "ill"})),
        ("seat_person", json!({"id": who, "session": session, "seat": 4, "name": "Hortensia"})),
        (
            "change_line",
            json!({"line": line["id"], "at": line["at"], "kind": "verbatim", "speakers": [who],
                   "text": "more", "codes": [], "starred": false}),
        ),
    ] {
        room.refused_with(Code::PersonErased, call, with);
    }
    room.ok("person_left", json!({"participant": who}));
    room.is_sound();
}

#[test]
fn somebody_who_never_came_leaves_the_seat_free() {
    let mut room = Room::new();
    let later = Uuid::now_v7();
    room.ok("plan_session", json!({"id": later, "plan": plan("2026-03-19", "19:00")}));
    let who = Uuid::now_v7();
    room.ok(
        "seat_person",
        json!({"id": who, "session": later, "seat": 2, "name": "Hortensia", "place": "Ballachulish"}),
    );
    let look = room.ok("preview_erasing", json!({"participant": who}));
    assert_eq!(look["erasing"]["counts"]["seat_is_free"], true);
    room.ok("erase_person", json!({"participant": who}));
    let people = room.ok("evening", json!({"session": later}))["participants"].clone();
    assert_eq!(people, json!([]));
    room.is_sound();
    let home = room.home.path().to_owned();
    nothing_is_left_in(&home);
    // Also somebody who was taken out before: the journal still named them.
    let who = Uuid::now_v7();
    let person = json!({"id": who, "session": later, "seat": 2, "name": "Hortensia"});
    room.ok("seat_person", person);
    room.ok("remove_person", json!({"participant": who}));
    room.ok("erase_person", json!({"participant": who}));
    nothing_is_left_in(&home);
    room.is_sound();
    let person = json!({"id": Uuid::now_v7(), "session": later, "seat": 2, "name": "Daniel"});
    room.ok("seat_person", person);
}

#[test]
fn only_the_moderator_erases() {
    let (mut room, who) = evening();
    for call in ["preview_erasing", "erase_person"] {
        let refused = room.call_as(Actor::NoteTaker, call, json!({"participant": who}));
        assert_eq!(refused.unwrap_err().code, Code::Forbidden);
    }
}

#[test]
fn what_a_crash_left_is_swept_when_the_study_opens() {
    let (mut room, who) = evening();
    let path = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
    room.ok("erase_person", json!({"participant": who}));
    room.ok("close_study", json!({}));
    // As it would be where the power failed before the old copies were out.
    let copies = files(&room.home.path().join("Copies"));
    std::fs::copy(&copies[0], copies[0].with_file_name("2026-03-01 10-00-00 UTC.folkmoot"))
        .unwrap();
    let db = rusqlite::Connection::open(&path).unwrap();
    db.execute("insert into unswept values (1)", []).unwrap();
    drop(db);
    room.ok("open_study", json!({"path": path}));
    assert_eq!(files(&room.home.path().join("Copies")).len(), 1);
    let db = rusqlite::Connection::open(&path);
    room.ok("close_study", json!({}));
    drop(db);
    let db = rusqlite::Connection::open(&path).unwrap();
    let left = db.query_row("select count(*) from unswept", [], |row| row.get::<_, i64>(0));
    assert_eq!(left, Ok(0));
}

#[test]
fn a_copy_that_was_being_made_is_given_up() {
    let (mut room, who) = evening();
    let at = "2026-03-12T23:00:00Z".parse::<DateTime<Utc>>().unwrap();
    let copying = room.workshop.begin_copy(at).unwrap();
    let made = copying.make();
    room.ok("erase_person", json!({"participant": who}));
    room.workshop.end_copy(made);
    let copies = files(&room.home.path().join("Copies"));
    assert_eq!(copies.len(), 1, "{copies:?}");
    let later = at + Duration::minutes(20);
    room.keep("5 on we go").unwrap();
    assert!(room.workshop.begin_copy(later).is_some(), "copies go on");
}

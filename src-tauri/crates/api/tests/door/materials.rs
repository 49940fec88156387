//! The print pack through the door.

use api::{Actor, ProblemCode as Code};
use serde_json::{Value, json};

use crate::room::Room;

const PAPERS: [&str; 10] = [
    "posters",
    "handout",
    "large_print",
    "ballots",
    "guide",
    "note_sheets",
    "consent",
    "seat_cards",
    "stickers",
    "door_sign",
];

fn pages(room: &mut Room, material: Value) -> Vec<String> {
    let pages = room.ok("material_pages", json!({"material": material}));
    let pages = pages["pages"].as_array().unwrap();
    pages.iter().map(|page| page.as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_paper_can_be_seen_and_written() {
    let mut room = Room::new();
    let listed = room.ok("materials", json!({"session": room.session}));
    assert_eq!(listed["papers"], json!(PAPERS));
    assert_eq!(listed["people"], 9);
    assert_eq!(listed["languages"][0]["name"], "English");
    for paper in PAPERS {
        let material = json!({"what": paper, "session": room.session});
        let seen = pages(&mut room, material.clone());
        assert!(seen.iter().all(|page| page.starts_with("<svg")), "{paper}");
        let written = room.ok("export_materials", json!({"materials": [material]}));
        assert_eq!(written["pages"], seen.len(), "{paper}");
        let file = std::fs::read(written["path"].as_str().unwrap()).unwrap();
        assert!(file.starts_with(b"%PDF-1.7"), "{paper}");
    }
}

#[test]
fn the_pack_is_one_file_with_all_its_papers() {
    let mut room = Room::new();
    let materials: Vec<Value> = PAPERS.iter().map(|what| json!({"what": what})).collect();
    let mut each = 0;
    for material in &materials {
        each += pages(&mut room, material.clone()).len();
    }
    let written = room.ok("export_materials", json!({"materials": materials}));
    assert_eq!(written["pages"], each);
    assert!(written["path"].as_str().unwrap().ends_with("Buses after eight, print pack.pdf"));
}

#[test]
fn papers_are_of_the_group() {
    let mut room = Room::new();
    let session = room.session;
    let cards = pages(&mut room, json!({"what": "seat_cards", "session": session})).concat();
    assert!(cards.contains("Seat 9</text>"), "{cards}");
    let guide = pages(&mut room, json!({"what": "guide", "session": session})).concat();
    assert!(guide.contains("19:10"), "the clock of the evening");
    let nine = pages(&mut room, json!({"what": "ballots", "session": session}));
    assert_eq!(nine.len(), 11, "one for each seat, and two spare");
    let two = json!({"what": "posters", "ideas": ["user-charging"], "paper": "A3",
                     "portrait": true, "sheets": "tiled"});
    let tiles = pages(&mut room, two);
    assert!(tiles.len() > 2 && tiles[0].contains("Sheet 1 of"), "{}", tiles.len());
}

#[test]
fn posters_come_in_the_languages_of_the_method() {
    let mut room = Room::new();
    let listed = room.ok("materials", json!({}));
    let languages = listed["languages"].as_array().unwrap();
    let tags: Vec<&str> = languages.iter().map(|l| l["tag"].as_str().unwrap()).collect();
    assert_eq!(tags, ["en", "cy", "pl", "bn", "ur"]);
    // All but the name of the study, which is its own.
    let of_texts = languages[0]["of_texts"].as_u64().unwrap();
    assert_eq!(
        languages[4],
        json!({"tag": "ur", "name": "اردو", "staff_name": "Urdu", "checked": false,
               "checked_at": null, "ideas": 9, "of": 9, "texts": of_texts - 1, "of_texts": of_texts})
    );
    for tag in &tags {
        for what in ["posters", "handout", "ballots", "consent", "door_sign"] {
            let seen = pages(&mut room, json!({"what": what, "language": tag}));
            assert!(!seen.is_empty(), "{tag} {what}");
        }
    }
    let both = json!({"what": "posters", "ideas": ["user-charging"], "beside": "pl"});
    let both = pages(&mut room, both).concat();
    assert!(both.contains("User charging</text>"), "{both}");
    assert!(both.contains("Opłaty"), "{both}");
    let urdu = json!({"materials": [{"what": "posters", "language": "ur"}]});
    let written = room.ok("export_materials", urdu);
    let beside = written["path"].as_str().unwrap().replace(".pdf", ".txt");
    assert!(std::fs::read_to_string(beside).unwrap().contains("شہریوں کے مشیر"));
}

#[test]
fn an_idea_that_is_too_long_for_its_poster_is_said_to_be() {
    let mut room = Room::new();
    let with = json!({"name": "Free buses", "description": "After eight."});
    assert_eq!(room.ok("poster_fit", with), json!({"sheets": 1, "size": 100}));
    let long = json!({"name": "Free buses", "description": "After eight. ".repeat(60)});
    let fit = room.ok("poster_fit", long);
    assert!(fit["sheets"] == 1 && fit["size"].as_u64().unwrap() < 100, "{fit}");
    let longer = json!({"name": "Free buses", "description": "After eight. ".repeat(900)});
    assert!(room.ok("poster_fit", longer)["sheets"].as_u64().unwrap() > 1);
    room.refused_with(Code::NamelessIdea, "poster_fit", json!({"name": " "}));
    room.refused_with(Code::LongIdeaName, "poster_fit", json!({"name": "long ".repeat(100)}));
    let stack = format!("e{}", "\u{301}".repeat(9));
    room.refused_with(Code::TooManyMarks, "poster_fit", json!({"name": stack}));
    room.refused_with(Code::MissingGlyph, "poster_fit", json!({"name": "Buses 🚌"}));
}

#[test]
fn what_cannot_be_printed_is_refused() {
    let mut room = Room::new();
    let with = |material: Value| json!({"material": material});
    let refused = [
        (Code::NoSuchLanguage, json!({"what": "posters", "language": "tlh"})),
        (Code::NoSuchLanguage, json!({"what": "posters", "beside": "tlh"})),
        (Code::NotFound, json!({"what": "posters", "paper": "B5"})),
        (Code::NotFound, json!({"what": "handout", "paper": "A1"})),
        (Code::NotFound, json!({"what": "stickers", "labels": "none such"})),
        (Code::UnknownIdea, json!({"what": "posters", "ideas": ["none-such"]})),
        (Code::TooManyCopies, json!({"what": "ballots", "copies": 501})),
        (Code::NothingToPrint, json!({"what": "ballots", "copies": 0})),
    ];
    for (code, material) in refused {
        room.refused_with(code, "material_pages", with(material));
    }
    room.ok("rename_study", json!({"name": "Buses after eight ".repeat(200)}));
    let sign = with(json!({"what": "door_sign"}));
    room.refused_with(Code::TooLongToPrint, "material_pages", sign);
    room.refused_with(Code::NothingToPrint, "export_materials", json!({"materials": []}));
    let wall = room.call_as(Actor::Wall, "materials", json!({})).unwrap_err();
    assert_eq!(wall.code, Code::Forbidden);
}

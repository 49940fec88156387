//! A study's words in other languages, through the public commands and onto the papers.

use std::path::Path;

use api::{Actor, ProblemCode as Code, Workshop};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

/// A study whose one session has started, and version 2, begun.
fn amended() -> (Room, Uuid) {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    room.ok("amend_design", json!({"id": id, "note": ""}));
    (room, id)
}

fn language(room: &mut Room, tag: &str) -> Value {
    let all = room.ok("languages", json!({}))["languages"].clone();
    let found = all.as_array().unwrap().iter().find(|l| l["tag"] == tag).cloned();
    found.unwrap_or_else(|| panic!("no {tag} in {all}"))
}

fn of_idea(room: &mut Room, tag: &str, idea: &str) -> Value {
    let ideas = language(room, tag)["ideas"].clone();
    let found = ideas.as_array().unwrap().iter().find(|one| one["idea"] == idea).cloned();
    found.unwrap()["progress"].clone()
}

fn text(room: &mut Room, tag: &str, key: &str) -> Value {
    let all = room.ok("translation", json!({"tag": tag}))["texts"].clone();
    let found = all.as_array().unwrap().iter().find(|text| text["key"] == key).cloned();
    found.unwrap_or_else(|| panic!("no {key}"))
}

fn keep(room: &mut Room, tag: &str, key: &str, words: &str) {
    room.ok("keep_translation", json!({"tag": tag, "key": key, "text": words}));
}

/// Gives the description of user charging other words.
fn reword(room: &mut Room, version: Uuid, words: &str) {
    let design = room.ok("study", json!({}))["design"]["design"].clone();
    let ideas = design["ideas"].as_array().unwrap();
    let mut idea = ideas.iter().find(|idea| idea["id"] == "user-charging").unwrap().clone();
    idea["description"] = json!(words);
    room.ok("change_idea", json!({"design": version, "idea": idea}));
}

fn refused(room: &mut Room, code: Code, name: &str, with: Value) {
    let before = (room.ok("study", json!({})), room.ok("languages", json!({})));
    let problem = room.call(name, with).expect_err(name);
    assert_eq!(problem.code, code, "{name}: {problem:?}");
    let after = (room.ok("study", json!({})), room.ok("languages", json!({})));
    assert_eq!(after, before, "{name} left a trace");
}

fn pages(room: &mut Room, material: Value) -> Vec<String> {
    let pages = room.ok("material_pages", json!({"material": material}))["pages"].clone();
    pages.as_array().unwrap().iter().map(|page| page.as_str().unwrap().to_owned()).collect()
}

const KEY: &str = "idea.user-charging.description";

#[test]
fn new_words_in_the_study_make_the_translation_one_to_redo() {
    let (mut room, version) = amended();
    let welsh = language(&mut room, "cy");
    assert_eq!((&welsh["shipped"], &welsh["rtl"]), (&json!(true), &json!(false)));
    assert_eq!(language(&mut room, "ur")["rtl"], true);
    let of = welsh["progress"]["of"].as_u64().unwrap();
    // The name of the study is its own, and nobody has put that into Welsh.
    assert_eq!(welsh["progress"]["done"], of - 1);
    assert_eq!(welsh["progress"]["checked"], 0, "no native speaker has read ours");
    let whole = of_idea(&mut room, "cy", "user-charging");
    assert_eq!(whole["done"], whole["of"]);

    reword(&mut room, version, "You pay when you use it.");
    let redo = of_idea(&mut room, "cy", "user-charging");
    assert_eq!(
        (&redo["redo"], redo["done"].as_u64().unwrap() + 1),
        (&json!(1), redo["of"].as_u64().unwrap())
    );
    let old = text(&mut room, "cy", KEY);
    assert_eq!(old["state"], "redo");
    assert_ne!(old["made_from"], old["words"]);

    keep(&mut room, "cy", KEY, " Rydych chi’n talu pan fyddwch yn ei ddefnyddio. ");
    let new = text(&mut room, "cy", KEY);
    assert_eq!((&new["state"], &new["made_from"]), (&json!("unchecked"), &json!(null)));
    assert_eq!(new["text"], "Rydych chi’n talu pan fyddwch yn ei ddefnyddio.");
    // The other texts are still those of the method.
    assert_eq!(of_idea(&mut room, "cy", "user-charging"), whole);
    room.ok("undo_in_study", json!({}));
    assert_eq!(text(&mut room, "cy", KEY), old);
    room.ok("undo_in_study", json!({}));
    assert_eq!(of_idea(&mut room, "cy", "user-charging"), whole);
    room.ok("redo_in_study", json!({}));
    room.ok("redo_in_study", json!({}));
    assert_eq!(text(&mut room, "cy", KEY), new);
    // What comes with the method can be had back as it came.
    assert_eq!(language(&mut room, "cy")["kept"], true);
    room.ok("remove_language", json!({"tag": "cy"}));
    assert_eq!(text(&mut room, "cy", KEY), old);
    assert_eq!(language(&mut room, "cy")["kept"], false);
    room.is_sound();
}

/// The pilot’s words have their translation still once the next version’s have theirs.
#[test]
fn each_version_finds_the_translation_of_its_own_words() {
    let mut room = Room::new();
    let first = room.ok("study", json!({}))["design"]["id"].clone();
    keep(&mut room, "cy", KEY, "Y geiriau cyntaf.");
    room.ok("check_translation", json!({"tag": "cy", "keys": [KEY], "by": "Gwen"}));
    let second = Uuid::now_v7();
    room.ok("amend_design", json!({"id": second, "note": ""}));
    reword(&mut room, second, "You pay when you use it.");
    keep(&mut room, "cy", KEY, "Yr ail eiriau.");

    let of = |room: &mut Room, design: &Value| {
        let all = room.ok("translation", json!({"tag": "cy", "design": design}))["texts"].clone();
        let all = all.as_array().unwrap().clone();
        let found = all.into_iter().find(|text| text["key"] == KEY).unwrap();
        (found["text"].as_str().unwrap().to_owned(), found["state"].as_str().unwrap().to_owned())
    };
    let said = |text: &str, state: &str| (text.to_owned(), state.to_owned());
    assert_eq!(of(&mut room, &json!(second)), said("Yr ail eiriau.", "unchecked"));
    assert_eq!(of(&mut room, &first), said("Y geiriau cyntaf.", "checked"));
    let posters = json!({"what": "posters", "language": "cy", "session": room.session,
                         "ideas": ["user-charging"]});
    let printed = pages(&mut room, posters);
    assert!(printed[0].contains("cyntaf"), "{}", printed[0]);

    // What is done to one leaves the other alone, and what is taken out of one is out of it only.
    let unread = json!({"tag": "cy", "key": KEY, "design": first});
    room.ok("uncheck_translation", unread);
    room.ok("check_translation", json!({"tag": "cy", "keys": [KEY], "by": "Gwen"}));
    assert_eq!(of(&mut room, &first), said("Y geiriau cyntaf.", "unchecked"));
    assert_eq!(of(&mut room, &json!(second)), said("Yr ail eiriau.", "checked"));
    let mend = json!({"tag": "cy", "key": KEY, "text": "Geiriau cyntaf gwell.", "design": first});
    room.ok("keep_translation", mend);
    assert_eq!(of(&mut room, &json!(second)), said("Yr ail eiriau.", "checked"));
    assert_eq!(of(&mut room, &first).0, "Geiriau cyntaf gwell.");
    keep(&mut room, "cy", KEY, "");
    assert_eq!(of(&mut room, &json!(second)), said("Geiriau cyntaf gwell.", "redo"));
    assert_eq!(of(&mut room, &first), said("Geiriau cyntaf gwell.", "unchecked"));
    for _ in 0..2 {
        room.ok("undo_in_study", json!({}));
    }
    assert_eq!(of(&mut room, &first), said("Y geiriau cyntaf.", "unchecked"));
    assert_eq!(of(&mut room, &json!(second)), said("Yr ail eiriau.", "checked"));
    room.is_sound();
}

#[test]
fn a_check_says_who_and_when_and_goes_with_the_first_change() {
    let (mut room, version) = amended();
    keep(&mut room, "cy", "study", "Bysiau ar ôl wyth");
    let all = json!({"tag": "cy", "keys": [], "by": " Gwen, who grew up in Bala "});
    room.ok("check_translation", all);
    let progress = language(&mut room, "cy")["progress"].clone();
    assert_eq!(progress["checked"], progress["of"], "{progress}");
    assert!(progress["checked_at"].as_str().unwrap().starts_with("2026-03-12"), "{progress}");
    let checked = text(&mut room, "cy", KEY);
    assert_eq!(
        (&checked["state"], &checked["check"]["by"]),
        (&json!("checked"), &json!("Gwen, who grew up in Bala"))
    );
    let listed = room.ok("materials", json!({}))["languages"].clone();
    assert_eq!((&listed[1]["tag"], &listed[1]["checked"]), (&json!("cy"), &json!(true)));
    assert_eq!(listed[1]["checked_at"], progress["checked_at"], "the day it was read");
    assert_eq!((&listed[2]["checked"], &listed[2]["checked_at"]), (&json!(false), &json!(null)));

    // Another word on either side takes the check of that text back, and Undo brings it back.
    keep(&mut room, "cy", KEY, "Talu wrth ddefnyddio.");
    assert_eq!(text(&mut room, "cy", KEY)["state"], "unchecked");
    let less = language(&mut room, "cy")["progress"].clone();
    assert_eq!(less["checked"].as_u64().unwrap() + 1, less["of"].as_u64().unwrap());
    assert_eq!(less["checked_at"], json!(null));
    room.ok("undo_in_study", json!({}));
    assert_eq!(text(&mut room, "cy", KEY), checked);
    reword(&mut room, version, "You pay when you use it.");
    assert_eq!(text(&mut room, "cy", KEY)["state"], "redo");
    room.ok("undo_in_study", json!({}));
    assert_eq!(text(&mut room, "cy", KEY), checked);

    room.ok("uncheck_translation", json!({"tag": "cy", "key": KEY}));
    assert_eq!(text(&mut room, "cy", KEY)["state"], "unchecked");
    refused(
        &mut room,
        Code::EmptyName,
        "check_translation",
        json!({"tag": "cy", "keys": [KEY], "by": " "}),
    );
    let missing = json!({"tag": "cy", "keys": ["idea.none-such.name"], "by": "Gwen"});
    refused(&mut room, Code::UnknownText, "check_translation", missing);
    reword(&mut room, version, "You pay when you use it.");
    let redo = json!({"tag": "cy", "keys": [KEY], "by": "Gwen"});
    refused(&mut room, Code::NothingToCheck, "check_translation", redo);
    room.is_sound();
}

#[test]
fn a_language_of_the_studys_own_is_added_written_and_taken_out() {
    let (mut room, _) = amended();
    let look = |room: &mut Room, tag: &str, own_name: &str| {
        room.ok("look_at_language", json!({"tag": tag, "own_name": own_name}))
    };
    assert_eq!(
        look(&mut room, "PA-arab", "پنجابی"),
        json!({"tag": "pa-Arab", "rtl": true, "no_face": false, "there": false})
    );
    // Said before anybody writes a word in it.
    assert_eq!(look(&mut room, "am", "Amharic")["no_face"], true);
    assert_eq!(look(&mut room, "x", "")["tag"], json!(null));
    assert_eq!(look(&mut room, "cy", "Cymraeg")["there"], true);

    let add = |tag: &str, name: &str| json!({"id": Uuid::now_v7(), "tag": tag, "name": name, "own_name": "Soomaali"});
    refused(&mut room, Code::NoLanguageTag, "add_language", add("Somali language", "Somali"));
    refused(&mut room, Code::LanguageTwice, "add_language", add("cy", "Welsh"));
    refused(&mut room, Code::EmptyName, "add_language", add("so", " "));
    room.ok("add_language", add("so", "Somali"));
    refused(&mut room, Code::LanguageTwice, "add_language", add("so", "Somali"));
    let somali = language(&mut room, "so");
    assert_eq!((&somali["progress"]["done"], &somali["shipped"]), (&json!(0), &json!(false)));
    // Nothing in it yet: there is nothing to print.
    let posters = json!({"material": {"what": "posters", "language": "so"}});
    refused(&mut room, Code::NoSuchLanguage, "material_pages", posters.clone());

    for (key, words) in [
        ("idea.user-charging.name", "Lacag bixinta"),
        ("idea.user-charging.description", "Waad bixisaa markaad isticmaasho."),
        ("paper.poster-like", "Kan ayaan ugu jeclahay"),
    ] {
        keep(&mut room, "so", key, words);
    }
    refused(&mut room, Code::NoWholePoster, "material_pages", posters.clone());
    let examples = text(&mut room, "so", "idea.user-charging.example-1");
    assert_eq!(examples["n"], 1);
    let of = of_idea(&mut room, "so", "user-charging")["of"].as_u64().unwrap();
    for n in 1..=of - 2 {
        keep(&mut room, "so", &format!("idea.user-charging.example-{n}"), "Tusaale.");
    }
    // One poster is whole, and stands alone; the others wait until they are asked for.
    let printed = pages(&mut room, json!({"what": "posters", "language": "so"}));
    assert_eq!(printed.len(), 1);
    assert!(printed[0].contains("Lacag") && printed[0].contains("jeclahay"), "{}", printed[0]);
    let two = json!({"what": "posters", "language": "so", "ideas": ["user-charging", "social-insurance"]});
    assert!(pages(&mut room, two)[1].contains("Social"), "what is missing stays in English");
    assert_eq!(pages(&mut room, json!({"what": "posters", "beside": "so"})).len(), 1);
    assert_eq!(
        pages(&mut room, json!({"what": "handout", "language": "so"})).len(),
        pages(&mut room, json!({"what": "handout"})).len()
    );

    let slot = json!({"tag": "so", "key": "paper.poster-number", "text": "Boodhadh {n}"});
    refused(&mut room, Code::SlotLost, "keep_translation", slot);
    let unknown = json!({"tag": "so", "key": "idea.none-such.name", "text": "Waxba"});
    refused(&mut room, Code::UnknownText, "keep_translation", unknown);
    let odd = json!({"tag": "so", "key": "study", "text": "Basas 🚌"});
    room.ok("keep_translation", odd);
    assert_eq!(text(&mut room, "so", "study")["odd"], json!(["🚌"]));
    keep(&mut room, "so", "study", "");
    assert_eq!(text(&mut room, "so", "study")["state"], "missing");

    room.ok("rename_language", json!({"tag": "so", "name": "Somali", "own_name": "Af-Soomaali"}));
    assert_eq!(language(&mut room, "so")["own_name"], "Af-Soomaali");
    let before = language(&mut room, "so");
    room.ok("remove_language", json!({"tag": "so"}));
    refused(&mut room, Code::NoSuchLanguage, "translation", json!({"tag": "so"}));
    room.ok("undo_in_study", json!({}));
    assert_eq!(language(&mut room, "so"), before);
    room.is_sound();
}

#[test]
fn papers_say_what_is_translated_and_never_what_the_study_no_longer_says() {
    let (mut room, version) = amended();
    let welsh = text(&mut room, "cy", KEY)["text"].as_str().unwrap().to_owned();
    let first = welsh.split(' ').next().unwrap().to_owned();
    let poster = json!({"what": "posters", "language": "cy", "ideas": ["user-charging"]});
    assert!(pages(&mut room, poster.clone()).concat().contains(&first));
    assert_eq!(pages(&mut room, json!({"what": "posters", "language": "cy"})).len(), 9);
    reword(&mut room, version, "You pay when you use it.");
    let stays = pages(&mut room, poster).concat();
    assert!(stays.contains("You pay"), "{stays}");
    // Half a poster is printed for whoever asks for it, and for nobody else.
    assert_eq!(pages(&mut room, json!({"what": "posters", "language": "cy"})).len(), 8);
    assert_eq!(pages(&mut room, json!({"what": "posters", "beside": "cy"})).len(), 8);
    let listed = room.ok("materials", json!({}))["languages"][1].clone();
    assert_eq!((&listed["ideas"], &listed["of"]), (&json!(8), &json!(9)));
    let [texts, of] = ["texts", "of_texts"].map(|name| listed[name].as_u64().unwrap());
    assert_eq!(texts + 2, of, "the name of the study, and these words");
}

#[test]
fn a_translators_table_goes_out_and_comes_back_with_its_faults_by_row() {
    let (mut room, version) = amended();
    for name in ["Tabl.xlsx", "Tabl.csv"] {
        let path = room.home.path().join(name);
        let asked = json!({"tag": "cy", "path": path});
        assert_eq!(room.ok("export_translation", asked.clone()), json!(path));
        let read = room.ok("read_translation", asked);
        let of = language(&mut room, "cy")["progress"]["of"].as_u64().unwrap();
        assert_eq!((&read["comes"], &read["rows"]), (&json!(0), &json!([])), "{read}");
        // The name of the method’s study is not this one’s, and does not become it on the way.
        assert_eq!((read["same"].as_u64(), &read["empty"]), (Some(of), &json!(0)));
    }
    let beside = room.ok("export_translation", json!({"tag": "ur"}));
    assert!(beside.as_str().unwrap().ends_with("Buses after eight, Urdu.xlsx"), "{beside}");

    let path = room.home.path().join("back.csv");
    let rows = [
        "Where it stands;English (en);Text;Cymraeg (cy)",
        ";Buses after eight;study;Bysiau ar ôl wyth",
        ";User charging;idea.user-charging.name;'+Talu wrth ddefnyddio",
        ";Old words;idea.user-charging.description;Hen eiriau.",
        ";;idea.none-such.name;Dim",
        ";;study;Eto",
        ";;paper.poster-number;Poster {n}",
        ";;idea.social-insurance.name;Yswiriant 🚌",
        ";;idea.area-budgets.name;",
    ];
    std::fs::write(&path, rows.join("\r\n")).unwrap();
    let asked = json!({"tag": "cy", "path": path});
    let read = room.ok("read_translation", asked.clone());
    let told: Vec<(u64, &str, &str)> = read["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            (
                row["row"].as_u64().unwrap(),
                row["why"].as_str().unwrap(),
                row["about"].as_str().unwrap(),
            )
        })
        .collect();
    let expected = [
        (4, "other_words", ""),
        (5, "unknown_text", ""),
        (6, "twice", ""),
        (7, "slot_lost", "{of}"),
        (8, "unprintable", "🚌"),
    ];
    assert_eq!(told, expected);
    assert_eq!((&read["comes"], &read["empty"]), (&json!(4), &json!(1)));
    assert_eq!(text(&mut room, "cy", "study")["state"], "redo", "reading changes nothing");
    assert_eq!(room.ok("take_translation", asked)["comes"], 4);
    assert_eq!(text(&mut room, "cy", "study")["text"], "Bysiau ar ôl wyth");
    assert_eq!(text(&mut room, "cy", "idea.user-charging.name")["text"], "+Talu wrth ddefnyddio");
    let old = text(&mut room, "cy", KEY);
    // What comes with the method is of the words as they stand, and stays until they change.
    assert_eq!((&old["state"], &old["made_from"]), (&json!("unchecked"), &json!(null)));
    reword(&mut room, version, "Newer words.");
    let old = text(&mut room, "cy", KEY);
    assert_eq!((&old["state"], &old["made_from"]), (&json!("redo"), &json!("Old words")));
    room.ok("undo_in_study", json!({}));
    room.ok("undo_in_study", json!({}));
    assert_eq!(text(&mut room, "cy", "study")["state"], "redo", "one act, undone at once");

    std::fs::write(&path, "Text;Polski\r\nstudy;Autobusy").unwrap();
    let asked = json!({"tag": "cy", "path": path});
    refused(&mut room, Code::NotATable, "read_translation", asked.clone());
    refused(&mut room, Code::NotATable, "take_translation", asked);
    let nowhere = json!({"tag": "cy", "path": room.home.path().join("none.xlsx")});
    refused(&mut room, Code::SheetUnreadable, "take_translation", nowhere);
    room.is_sound();
}

#[test]
fn two_who_translate_on_two_laptops_do_not_stand_in_each_others_way() {
    let (mut room, _) = amended();
    let here = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    let there = room.home.path().join("there.folkmoot");
    let session = room.session;
    room.ok("export_session", json!({"session": session, "path": there}));
    let mut other = Workshop::open(Path::new(&there)).unwrap();
    let later = "2026-03-13T09:00:00Z".parse().unwrap();
    let mut call = |name: &str, with: Value| {
        other
            .call(Actor::Moderator, name, with, later, None)
            .unwrap_or_else(|e| panic!("{name}: {e:?}"))
    };
    // Both add Somali, and each writes one text in it; both write the name of the study.
    let add =
        || json!({"id": Uuid::now_v7(), "tag": "so", "name": "Somali", "own_name": "Soomaali"});
    call("add_language", add());
    call("keep_translation", json!({"tag": "so", "key": "study", "text": "Basas"}));
    call("keep_translation", json!({"tag": "so", "key": "theme.resources", "text": "A. Kheyraad"}));
    room.ok("add_language", add());
    keep(&mut room, "so", "study", "Basas habeen");
    keep(&mut room, "so", KEY, "Waad bixisaa.");
    drop(other);
    let preview = room.ok("preview_merge", json!({"path": there}));
    let asked: Vec<&Value> = preview["conflicts"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["conflict"]["asked"] == true)
        .collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0]["about"], "Somali: Buses after eight");
    let said: Vec<&Value> =
        asked[0]["conflict"]["sides"].as_array().unwrap().iter().map(|s| &s["value"]).collect();
    assert!(said.contains(&&json!("Basas")) && said.contains(&&json!("Basas habeen")), "{said:?}");
    room.ok("merge", json!({"path": there}));
    assert_eq!(language(&mut room, "so")["progress"]["done"], 3);
    assert_eq!(text(&mut room, "so", KEY)["text"], "Waad bixisaa.");
    assert_eq!(text(&mut room, "so", "theme.resources")["text"], "A. Kheyraad");
    room.is_sound();
    // The other laptop comes to the same.
    let both = room.ok("translation", json!({"tag": "so"}));
    drop(room.workshop);
    let mut other = Workshop::open(Path::new(&there)).unwrap();
    let mut call =
        |name: &str, with: Value| other.call(Actor::Moderator, name, with, later, None).unwrap();
    call("merge", json!({"path": here}));
    assert_eq!(call("translation", json!({"tag": "so"})), both);
}

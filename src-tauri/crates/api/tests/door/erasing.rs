//! Erasing a person: every word of theirs goes, from the file to the last byte; what was counted
//! stays; nothing brings it back.

use std::path::{Path, PathBuf};

use api::{Actor, ProblemCode as Code, Workshop};
use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
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
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let named = lines.iter().find(|l| l["text"].as_str().unwrap().contains("as Hort")).unwrap();
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

/// Another laptop with the same study, opened from a file.
fn laptop(path: &Path) -> Workshop {
    Workshop::open(path).unwrap()
}

fn ask(workshop: &mut Workshop, name: &str, with: Value) -> Value {
    let at = "2026-03-13T09:00:00Z".parse().unwrap();
    let told = workshop.call(Actor::Moderator, name, with, at, None);
    told.unwrap_or_else(|e| panic!("{name}: {e:?}"))
}

#[test]
fn another_laptops_record_brings_nothing_back_and_loses_it_too() {
    let (mut room, who) = evening();
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let named = lines.iter().find(|l| l["text"].as_str().unwrap().contains("as Hort")).unwrap();
    room.ok("remove_line", json!({"line": named["id"]}));
    let session = room.session;
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("tonight.folkmoot");
    room.ok("export_session", json!({"session": session, "path": path}));
    // There, more is noted of her: one line under nobody’s name at first.
    let mut there = laptop(&path);
    let keep = |there: &mut Workshop, input: &str| {
        let with = json!({"id": Uuid::now_v7(), "session": session, "input": input});
        ask(there, "keep_line", with);
    };
    keep(&mut there, "4 marmalade for the whole street");
    keep(&mut there, "5 what about the ferry");
    keep(&mut there, "albatross once more");
    let evening = ask(&mut there, "evening", json!({"session": session}));
    let line = evening["lines"].as_array().unwrap();
    let mut line = line.iter().find(|l| l["text"] == "albatross once more").unwrap().clone();
    line["line"] = line["id"].clone();
    line["speakers"] = json!([who]);
    ask(&mut there, "change_line", line);
    drop(there);
    let kept = away.path().join("kept.folkmoot");
    std::fs::copy(&path, &kept).unwrap();

    // Of what is here, the line that names her was taken out: its words stay in the journal.
    let left: Vec<&str> = vec!["Hortensia"];
    room.ok("erase_person", json!({"participant": who}));
    let preview = room.ok("preview_merge", json!({"path": kept}));
    assert_eq!((&preview["keeps_out"], &preview["erases"]), (&json!(1), &json!(0)));
    assert!(!preview.to_string().contains("marmalade"), "{preview}");
    room.ok("merge", json!({"path": kept}));
    room.is_sound();
    let home = room.home.path().to_owned();
    for path in files(&home) {
        let found: Vec<&str> = found_in(&path).into_iter().filter(|w| !left.contains(w)).collect();
        assert_eq!(found, Vec::<&str>::new(), "{}", path.display());
    }
    assert!(room.evening().to_string().contains("what about the ferry"));
    // Taken back and brought again, it is the same.
    room.ok("take_record_back", json!({}));
    room.is_sound();
    room.refused_with(Code::PersonErased, "preview_erasing", json!({"participant": who}));
    room.ok("bring_record_again", json!({}));
    room.is_sound();
    let told = room.evening();
    assert!(told.to_string().contains("what about the ferry"));

    // The other way round: there, it goes when this record comes in.
    let here = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
    room.ok("close_study", json!({}));
    let mut there = laptop(&path);
    let preview = ask(&mut there, "preview_merge", json!({"path": here}));
    assert_eq!((&preview["keeps_out"], &preview["erases"]), (&json!(0), &json!(1)));
    ask(&mut there, "merge", json!({"path": here}));
    assert_eq!(there.check().unwrap().faults, []);
    let evening = ask(&mut there, "evening", json!({"session": session}));
    for table in ["participants", "lines", "flip_items", "tips", "stickers"] {
        assert_eq!(evening[table], told[table], "{table}");
    }
    drop(there);
    for file in files(away.path()).iter().filter(|file| **file != kept) {
        let found: Vec<&str> = found_in(file).into_iter().filter(|w| !left.contains(w)).collect();
        assert_eq!(found, Vec::<&str>::new(), "{}", file.display());
    }
}

#[test]
fn a_record_that_waits_beside_the_journal_loses_them_too() {
    let (mut room, who) = evening();
    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let named = lines.iter().find(|l| l["text"].as_str().unwrap().contains("as Hort")).unwrap();
    let mut theirs = named.clone();
    theirs["line"] = named["id"].clone();
    theirs["speakers"] = json!([who]);
    room.ok("change_line", theirs);
    let session = room.session;
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("tonight.folkmoot");
    room.ok("export_session", json!({"session": session, "path": path}));
    let mut there = laptop(&path);
    for input in ["4 zeppelin over the town", "5 what about the ferry"] {
        let with = json!({"id": Uuid::now_v7(), "session": session, "input": input});
        ask(&mut there, "keep_line", with);
    }
    drop(there);
    room.ok("merge", json!({"path": path}));
    room.ok("take_record_back", json!({}));
    room.ok("erase_person", json!({"participant": who}));
    let home = room.home.path().to_owned();
    nothing_is_left_in(&home);
    room.ok("bring_record_again", json!({}));
    room.is_sound();
    nothing_is_left_in(&home);
    assert!(room.evening().to_string().contains("what about the ferry"));
}

#[derive(Clone, Debug)]
enum Deed {
    Say(usize, bool),
    Chart(usize),
    Join(usize, usize),
    Mend(usize, Option<usize>),
    Drop(usize),
    Tip(usize),
    Leave(usize),
    Away(usize),
    Swap(usize, usize),
    Replace(usize),
    Withdraw(usize),
    Search,
    Undo,
    Redo,
    Erase(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let seat = || 1..=5_usize;
    prop_oneof![
        3 => (seat(), any::<bool>()).prop_map(|(seat, both)| Deed::Say(seat, both)),
        1 => seat().prop_map(Deed::Chart),
        1 => (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Join(a, b)),
        1 => (0..9_usize, prop::option::of(seat())).prop_map(|(line, who)| Deed::Mend(line, who)),
        1 => (0..9_usize).prop_map(Deed::Drop),
        1 => seat().prop_map(Deed::Tip),
        1 => seat().prop_map(Deed::Leave),
        1 => seat().prop_map(Deed::Away),
        1 => (seat(), seat()).prop_map(|(a, b)| Deed::Swap(a, b)),
        1 => seat().prop_map(Deed::Replace),
        1 => seat().prop_map(Deed::Withdraw),
        1 => Just(Deed::Search),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => seat().prop_map(Deed::Erase),
    ]
}

/// Does something, as far as it is allowed. Words that a person says begin with their own word.
fn perform(room: &mut Room, deed: &Deed) {
    let (session, of) = (json!({"session": room.session}), room.people.clone());
    let who = |seat: usize| json!(of[seat - 1]);
    let pick = |room: &mut Room, table: &str, at: usize| {
        let rows = room.evening()[table].as_array().unwrap().clone();
        rows.get(at % rows.len().max(1)).cloned()
    };
    // Where somebody sits by now.
    let sits = |room: &mut Room, seat: usize| {
        let people = room.evening()["participants"].as_array().unwrap().clone();
        people.iter().find(|person| person["id"] == who(seat))?["seat"].as_u64()
    };
    // Not everything can be done at every time: a refusal leaves no trace.
    let _ = match *deed {
        Deed::Say(seat, both) => {
            let Some(at) = sits(room, seat) else { return };
            let (others, more) = if both { (",6", " and said6") } else { ("", " again") };
            room.keep(&format!("{at}{others} said{seat}{more}"))
        }
        Deed::Chart(seat) => {
            let Some(at) = sits(room, seat) else { return };
            room.keep(&format!("={at} said{seat} on paper"))
        }
        Deed::Join(a, b) => {
            let both = (pick(room, "flip_items", a), pick(room, "flip_items", b));
            let (Some(one), Some(into)) = both else { return };
            room.call("merge_flip_items", json!({"item": one["id"], "into": into["id"]}))
        }
        Deed::Mend(at, seat) => {
            let Some(mut line) = pick(room, "lines", at) else { return };
            line["line"] = line["id"].clone();
            line["speakers"] = json!(seat.map(who).into_iter().collect::<Vec<_>>());
            line["text"] = json!(format!("said{} for sure", seat.unwrap_or(6)));
            room.call("change_line", line)
        }
        Deed::Drop(at) => {
            let Some(line) = pick(room, "lines", at) else { return };
            room.call("remove_line", json!({"line": line["id"]}))
        }
        Deed::Tip(seat) => {
            let text = format!("said{seat} at last");
            let tip = json!({"session": room.session, "participant": who(seat), "text": text});
            room.call("keep_tip", tip)
        }
        Deed::Leave(seat) => room.call("person_left", json!({"participant": who(seat)})),
        Deed::Away(seat) => {
            let reason = format!("said{seat} is ill");
            room.call("person_absent", json!({"participant": who(seat), "reason": reason}))
        }
        Deed::Swap(seat, to) => {
            room.call("move_person", json!({"participant": who(seat), "seat": to}))
        }
        Deed::Replace(seat) => {
            let with = json!({"id": Uuid::now_v7(), "name": "Somebody"});
            room.call("replace_person", json!({"participant": who(seat), "with": with}))
        }
        Deed::Withdraw(seat) => room.call("withdraw_consent", json!({"participant": who(seat)})),
        Deed::Search => {
            room.call("search_lines", json!({"session": room.session, "words": "said"}))
        }
        Deed::Undo => room.call("undo", session),
        Deed::Redo => room.call("redo", session),
        Deed::Erase(seat) => room.call("erase_person", json!({"participant": who(seat)})),
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_before_and_after_nothing_comes_back(
        before in prop::collection::vec(deed(), 0..24),
        seat in 1..=5_usize,
        after in prop::collection::vec(deed(), 0..16),
    ) {
        let mut room = Room::new();
        for deed in before {
            perform(&mut room, &deed);
        }
        let who = room.people[seat - 1];
        // They may have been erased before; then that is all there is to it.
        let _ = room.call("erase_person", json!({"participant": who}));
        let file = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
        let is_gone = |room: &mut Room| {
            room.is_sound();
            let evening = room.evening();
            for line in evening["lines"].as_array().unwrap() {
                let theirs = line["speakers"].as_array().unwrap().contains(&json!(who));
                assert!(!theirs || line["text"] == "", "{line}");
            }
            // What was mended to be another’s words is the other’s, and is under their own word.
            let own = format!("said{seat} ");
            let bytes: Vec<u8> = [file.clone(), file.with_extension("folkmoot-wal")]
                .iter()
                .flat_map(|file| std::fs::read(file).unwrap_or_default())
                .collect();
            let at = bytes.windows(own.len()).position(|part| part == own.as_bytes());
            let about = at.map(|at| String::from_utf8_lossy(&bytes[at.saturating_sub(300)..at + 60]));
            assert!(about.is_none(), "{about:?}");
        };
        is_gone(&mut room);
        for deed in &after {
            perform(&mut room, deed);
        }
        is_gone(&mut room);
    }
}

//! Each refusal has words, and nothing is lost by it.

use std::{fs, path::Path};

use api::{Actor, ProblemCode as Code, Workshop};
use chrono::Utc;
use rusqlite::Connection;
use serde_json::json;
use uuid::Uuid;

use crate::room::{Room, plan};

/// Opens a study with a workshop of its own and gives back why it could not.
fn open(path: &Path) -> Code {
    let mut workshop = Workshop::new(path.parent().unwrap().to_owned());
    let with = json!({"path": path.display().to_string()});
    workshop.call(Actor::Moderator, "open_study", with, Utc::now(), None).unwrap_err().code
}

#[test]
fn a_file_that_is_no_study_is_left_as_it_is() {
    let home = tempfile::tempdir().unwrap();
    let letter = home.path().join("letter.folkmoot");
    fs::write(&letter, "Dear all,\n").unwrap();
    assert_eq!(open(&letter), Code::NotAStudy);
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear all,\n");

    let other = home.path().join("other.folkmoot");
    Connection::open(&other).unwrap().execute_batch("create table t (x)").unwrap();
    assert_eq!(open(&other), Code::NotAStudy);
    assert_eq!(open(&home.path().join("gone.folkmoot")), Code::NotFound);
}

#[test]
fn a_newer_study_is_left_as_it_is() {
    let mut room = Room::new();
    let path = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    room.ok("close_study", json!({}));
    Connection::open(&path).unwrap().pragma_update(None, "user_version", 999).unwrap();
    assert_eq!(open(Path::new(&path)), Code::NewerStudy);
}

#[test]
fn a_study_that_is_open_elsewhere_is_said_to_be() {
    let mut room = Room::new();
    let path = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    assert_eq!(open(Path::new(&path)), Code::InUse);
    room.keep("4 still here").unwrap();
    room.is_sound();
}

#[test]
fn a_read_only_place_is_said_to_be_and_the_open_study_stays() {
    let mut room = Room::new();
    // A place where nobody, not even root, can make a file.
    let with = json!({"name": "X", "method": "policy-ideas", "path": "/proc/study.folkmoot"});
    room.refused_with(Code::ReadOnly, "create_study", with);
    let session = room.session;
    // A paper says where it had no place; so does one whose folder is gone, and one that would
    // take the place of a folder.
    let home = room.home.path().display().to_string();
    let nowhere = format!("{home}/gone");
    fs::create_dir(format!("{home}/Ŵyth o’r gloch.pdf")).unwrap();
    for (folder, file) in
        [("/proc", "summary.pdf"), (&nowhere, "summary.pdf"), (&home, "Ŵyth o’r gloch.pdf")]
    {
        let path = format!("{folder}/{file}");
        let refused = room.refused("export_summary", json!({"session": session, "path": path}));
        assert_eq!(refused.code, Code::NotWritten, "{path}");
        let told = [&refused.args["file"], &refused.args["folder"]];
        assert_eq!(told, [file, folder]);
    }
    assert!(
        !fs::exists(format!("{home}/Ŵyth o’r gloch.pdf.part")).unwrap(),
        "half a file is there"
    );
}

#[test]
fn a_full_disk_keeps_all_that_was_kept_before() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("small.folkmoot");
    let id = Uuid::now_v7();
    {
        let mut store = store::Store::create(&path).unwrap();
        store
            .transact::<_, store::Error>(|tx| {
                tx.keep_draft(domain::SessionId(id), domain::Role::Moderator, "safe")
            })
            .unwrap();
        store.limit_pages(1).unwrap();
        let long = "x".repeat(400_000);
        let full = store
            .transact(|tx| tx.keep_draft(domain::SessionId(id), domain::Role::Moderator, &long))
            .unwrap_err();
        assert!(matches!(full, store::Error::DiskFull), "{full}");
    }
    let mut store = store::Store::open(&path).unwrap();
    let kept = store
        .read::<_, store::Error>(|tx| tx.draft(domain::SessionId(id), domain::Role::Moderator))
        .unwrap();
    assert_eq!(kept, "safe");
}

#[test]
fn a_third_green_and_the_same_idea_twice_are_refused() {
    let mut room = Room::new();
    let round = room.round("named", "seats");
    room.stick(round, 4, "user-charging", "green").unwrap();
    let code = room.stick(round, 4, "user-charging", "green").unwrap_err().code;
    assert_eq!(code, Code::SameIdeaTwice);
    room.stick(round, 4, "user-charging", "red").unwrap();
    room.stick(round, 4, "citizen-advisors", "green").unwrap();
    let before = room.evening();
    let problem = room.stick(round, 4, "social-insurance", "green").unwrap_err();
    assert_eq!(problem.code, Code::NoStickersLeft);
    assert_eq!(room.evening()["stickers"], before["stickers"]);
    room.is_sound();
}

#[test]
fn a_red_by_someone_absent_is_refused() {
    let mut room = Room::new();
    let round = room.round("named", "seats");
    let absent = room.people[4];
    room.ok("person_absent", json!({"participant": absent, "reason": "missed the bus"}));
    let code = room.stick(round, 5, "user-charging", "red").unwrap_err().code;
    assert_eq!(code, Code::Absent);
    room.ok("person_came", json!({"participant": absent}));
    room.stick(round, 5, "user-charging", "red").unwrap();
}

#[test]
fn a_rating_of_eleven_is_refused() {
    let mut room = Room::new();
    let (session, person) = (room.session, room.people[0]);
    let of = json!({"idea": "user-charging", "lens": "desirable"});
    for value in [0, 11, 255] {
        let with = json!({"session": session, "of": of, "value": value});
        room.refused_with(Code::OutsideScale, "agree_rating", with.clone());
        room.refused_with(Code::OutsideScale, "offer_rating", with);
        let with = json!({"session": session, "of": of, "participant": person, "value": value});
        room.refused_with(Code::OutsideScale, "rate_in_private", with);
    }
    let with =
        json!({"session": session, "of": {"idea": "user-charging", "lens": "buy-in"}, "value": 5});
    room.refused_with(Code::NotRated, "agree_rating", with);
}

#[test]
fn an_unknown_seat_and_a_paste_without_end_stay_in_the_note_line() {
    let mut room = Room::new();
    let before = room.evening()["lines"].clone();
    assert_eq!(room.keep("14 who is this").unwrap_err().code, Code::UnknownSeat);
    assert_eq!(room.keep(&"word ".repeat(20_000)).unwrap_err().code, Code::LineTooLong);
    assert_eq!(room.keep("   ").unwrap_err().code, Code::EmptyLine);
    assert_eq!(room.evening()["lines"], before);
    let session = room.session;
    let paste = "long ".repeat(20_000);
    room.ok("keep_draft", json!({"session": session, "text": paste}));
    let draft = room.ok("draft", json!({"session": session}));
    assert!(draft.as_str().unwrap().len() >= 10_000, "the draft keeps what a line could hold");
}

#[test]
fn a_date_and_a_time_that_do_not_exist_are_refused() {
    let mut room = Room::new();
    let with = |date, time| json!({"id": Uuid::now_v7(), "plan": plan(date, time)});
    for date in ["2026-02-30", "2026-13-01", "tomorrow", ""] {
        room.refused_with(Code::NoSuchDate, "plan_session", with(date, "19:00"));
    }
    for time in ["25:00", "19.00", ""] {
        room.refused_with(Code::NoSuchTime, "plan_session", with("2026-03-12", time));
    }
}

#[test]
fn a_broken_method_and_a_broken_locale_say_where() {
    let mut room = Room::new();
    let folder = room.home.path().join("method");
    fs::create_dir(&folder).unwrap();
    let shipped =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/methods/policy-ideas");
    for file in ["method.toml", "guide.toml", "ideas.toml"] {
        fs::copy(shipped.join(file), folder.join(file)).unwrap();
    }
    let guide = fs::read_to_string(folder.join("guide.toml")).unwrap();
    fs::write(folder.join("guide.toml"), format!("{guide}\nthis is not toml\n")).unwrap();
    let with = json!({"name": "X", "method": folder.display().to_string()});
    let problem = room.refused("create_study", with);
    assert_eq!(problem.code, Code::BrokenMethod);
    assert_eq!(problem.args["file"], "guide.toml");
    let line: usize = problem.args["line"].parse().unwrap();
    assert_eq!(line, guide.lines().count() + 2, "{problem:?}");

    let problem = api::check_words("extra.ftl", "fine = yes\n\nbroken = { $\n").unwrap_err();
    assert_eq!((problem.code, problem.args["line"].as_str()), (Code::BrokenLocale, "3"));
}

#[test]
fn only_the_moderator_runs_the_evening() {
    let mut room = Room::new();
    let session = room.session;
    for (who, name) in [
        (Actor::NoteTaker, "next_activity"),
        (Actor::Observer, "evening"),
        (Actor::Wall, "events_after"),
        (Actor::Wall, "suggest"),
    ] {
        let with = json!({"session": session, "cursor": 0});
        assert_eq!(room.call_as(who, name, with).unwrap_err().code, Code::Forbidden, "{name}");
    }
    room.call_as(Actor::NoteTaker, "evening", json!({"session": session})).unwrap();
    room.call_as(Actor::Wall, "wall", json!({"session": session})).unwrap();
}

#[test]
fn a_call_sent_twice_is_applied_once() {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    let with = json!({"id": Uuid::now_v7(), "session": room.session, "input": "4 once"});
    for _ in 0..2 {
        room.workshop
            .call(Actor::Moderator, "keep_line", with.clone(), Utc::now(), Some(id))
            .unwrap();
    }
    assert_eq!(room.evening()["lines"].as_array().unwrap().len(), 1);
}

#[test]
fn a_round_without_stickers_is_set_anew_and_one_with_them_stays() {
    let mut room = Room::new();
    room.round("secret", "kiosk");
    let round = room.round("named", "seats");
    assert_eq!(room.evening()["rounds"].as_array().unwrap().len(), 1);
    room.stick(round, 4, "user-charging", "green").unwrap();
    let session = room.session;
    let with =
        json!({"id": Uuid::now_v7(), "session": session, "naming": "named", "entry": "tally"});
    room.refused_with(Code::RoundHasStickers, "set_round", with);
    room.is_sound();
}

#[test]
fn a_line_that_cannot_be_printed_is_kept_and_the_pages_could_tell() {
    let mut room = Room::new();
    let letters = room.ok("letters", json!({}));
    let prints = |c: char| {
        let is_in = |range: &serde_json::Value| {
            let at = |end: usize| u32::try_from(range[end].as_u64().unwrap()).unwrap();
            (at(0)..=at(1)).contains(&u32::from(c))
        };
        letters.as_array().unwrap().iter().any(is_in)
    };
    assert!("4 “Siân’s café”, Łódź, ŵy –".chars().all(prints));
    assert!(!prints('🙂'));

    let session = room.session;
    room.keep("4 Siân’s café in Łódź").unwrap();
    room.ok("summary", json!({"session": session}));
    room.keep("4 that would be nice 🙂").unwrap();
    assert_eq!(room.evening()["lines"].as_array().unwrap().len(), 2);
    room.refused_with(Code::MissingGlyph, "summary", json!({"session": session}));
}

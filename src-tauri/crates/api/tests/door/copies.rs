//! Copies that are made without asking: beside the acts, found good, thinned, and without what is
//! outside the journal.

use std::path::{Path, PathBuf};

use api::Workshop;
use chrono::{DateTime, Duration, Utc};
use serde_json::json;

use crate::room::Room;

fn evening(minutes: i64) -> DateTime<Utc> {
    let seven: DateTime<Utc> = "2026-03-12T19:00:00Z".parse().unwrap();
    seven + Duration::minutes(minutes)
}

/// Makes a copy if one is due, with `meanwhile` done before it is read, and says whether one was.
fn copy(workshop: &mut Workshop, at: DateTime<Utc>, meanwhile: impl FnOnce(&mut Workshop)) -> bool {
    let Some(copy) = workshop.begin_copy(at) else { return false };
    meanwhile(workshop);
    workshop.end_copy(copy.make());
    true
}

fn copied(room: &mut Room, minutes: i64) -> bool {
    copy(&mut room.workshop, evening(minutes), |_| {})
}

/// The copies, oldest first.
fn copies(home: &Path) -> Vec<PathBuf> {
    let folders = std::fs::read_dir(home.join("Copies")).unwrap();
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.unwrap().path()).unwrap());
    let mut all: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    all.sort();
    all
}

#[test]
fn a_study_is_copied_when_it_opens_when_a_session_begins_or_ends_and_every_ten_minutes() {
    let mut room = Room::new();
    assert!(copied(&mut room, 0), "it has just been opened");
    assert!(!copied(&mut room, 60), "nothing is new");
    room.keep("4 the last bus").unwrap();
    assert!(!copied(&mut room, 1), "it can wait");
    assert!(copied(&mut room, 10));
    room.ok("end_session", json!({"session": room.session}));
    assert!(copied(&mut room, 11), "a session has ended");
    let path = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    room.ok("close_study", json!({}));
    assert!(!copied(&mut room, 12), "no study is open");
    room.ok("open_study", json!({"path": path}));
    assert!(!copied(&mut room, 13), "the newest copy holds all there is");
    room.ok("rename_study", json!({"name": "Buses"}));
    assert!(copied(&mut room, 30));
    // The first of the four has made room.
    assert_eq!(copies(room.home.path()).len(), 3);
}

#[test]
fn a_copy_is_the_study_as_it_stood_when_it_was_begun() {
    let mut room = Room::new();
    for nth in 0..300 {
        room.keep(&format!("4 the last bus, {nth}")).unwrap();
    }
    let session = room.session;
    let told = |mut evening: serde_json::Value| {
        for own in ["undo", "redo"] {
            evening.as_object_mut().unwrap().remove(own);
        }
        evening
    };
    let before = told(room.evening());
    copy(&mut room.workshop, evening(0), |workshop| {
        // An act that is done while the copy is being made waits for nothing and is not in it.
        let with = json!({"id": uuid::Uuid::now_v7(), "session": session, "input": "5 meanwhile"});
        workshop.call(api::Actor::Moderator, "keep_line", with, evening(1), None).unwrap();
    });
    let all = copies(room.home.path());
    let mut copy = Workshop::open(&all[0]).unwrap();
    let with = json!({"session": session});
    let there = copy.call(api::Actor::Moderator, "evening", with, evening(2), None).unwrap();
    assert_eq!(told(there), before);
    assert_eq!(copy.check().unwrap().faults, []);
}

#[test]
fn ballots_drafts_and_contacts_are_in_no_copy() {
    let mut room = Room::new();
    let round = room.round("secret", "kiosk");
    let ballot = json!({"green": ["area-budgets", "citizen-advisors"], "red": ["user-charging"]});
    let person = room.people[2];
    room.ok("cast_ballot", json!({"round": round, "participant": person, "ballot": ballot}));
    room.ok("keep_draft", json!({"session": room.session, "text": "half a thou"}));
    assert!(copied(&mut room, 0), "an open secret round is no reason to have no copy");
    let file = std::fs::read(&copies(room.home.path())[0]).unwrap();
    for private in ["[\"area-budgets\",\"citizen-advisors\"]", "half a thou"] {
        assert!(!file.windows(private.len()).any(|w| w == private.as_bytes()), "{private}");
    }
    let db = rusqlite::Connection::open(&copies(room.home.path())[0]).unwrap();
    for table in ["ballot", "cast_vote", "draft", "contact"] {
        let count = format!("select count(*) from {table}");
        assert_eq!(db.query_row(&count, [], |row| row.get::<_, i64>(0)), Ok(0), "{table}");
    }
}

#[test]
fn copies_are_thinned_and_others_files_left_alone() {
    let mut room = Room::new();
    assert!(copied(&mut room, 0));
    let folder = copies(room.home.path())[0].parent().unwrap().to_owned();
    std::fs::write(folder.join("Mine.folkmoot"), "mine").unwrap();
    // Every ten minutes for five hours: the newest three, and the last of each hour.
    for nth in 1..=30 {
        room.keep("4 the last bus").unwrap();
        assert!(copied(&mut room, nth * 10), "{nth}");
    }
    let names: Vec<String> = copies(room.home.path())
        .iter()
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let at = |time: &str| format!("2026-03-1{time} UTC");
    let stay = [
        "2 19-50-00",
        "2 20-50-00",
        "2 21-50-00",
        "2 22-50-00",
        "2 23-40-00",
        "2 23-50-00",
        "3 00-00-00",
    ];
    let mut stay: Vec<String> = stay.iter().map(|time| at(time)).collect();
    stay.push("Mine".to_owned());
    assert_eq!(names, stay);
}

#[test]
fn what_stands_in_the_way_of_a_copy_is_said_and_leaves_the_study_as_it_is() {
    let mut room = Room::new();
    // A file where the folder of copies would be.
    std::fs::write(room.home.path().join("Copies"), "mine").unwrap();
    assert!(!copied(&mut room, 0));
    assert!(room.ok("study", json!({}))["copies"]["problem"]["problem"].is_string());
    room.keep("4 the last bus").unwrap();
    std::fs::remove_file(room.home.path().join("Copies")).unwrap();
    assert!(copied(&mut room, 10));
    assert!(room.ok("study", json!({}))["copies"]["problem"].is_null());
    assert_eq!(room.ok("study", json!({}))["copies"]["last"], "2026-03-12T19:10:00Z");
}

#[test]
fn a_study_is_copied_whatever_its_file_is_called() {
    let mut room = Room::new();
    room.keep("4 the last bus").unwrap();
    let path = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    room.ok("close_study", json!({}));
    let named = room.home.path().join("Busse #5 & 6, 100% spät.folkmoot");
    std::fs::rename(&path, &named).unwrap();
    room.ok("open_study", json!({"path": named}));
    assert!(copied(&mut room, 0));
    let copy = Workshop::open(&copies(room.home.path())[0]).unwrap().check().unwrap();
    assert_eq!(copy.faults, []);
}

#[test]
fn a_copy_of_a_study_that_was_closed_half_way_leaves_nothing() {
    let mut room = Room::new();
    let copy = room.workshop.begin_copy(evening(0)).unwrap();
    room.ok("close_study", json!({}));
    room.workshop.end_copy(copy.make());
    assert_eq!(copies(room.home.path()), Vec::<PathBuf>::new());
}

#[test]
fn a_copy_under_which_the_file_was_changed_is_made_anew() {
    let mut room = Room::new();
    let round = room.round("secret", "kiosk");
    let sealed = |workshop: &mut Workshop| {
        // The ballots are overwritten there and then, which the file does not stand still for.
        let with = json!({"round": round});
        workshop.call(api::Actor::Moderator, "seal_round", with, evening(0), None).unwrap();
    };
    assert!(copy(&mut room.workshop, evening(0), sealed));
    assert_eq!(copies(room.home.path()), Vec::<PathBuf>::new());
    assert!(room.ok("study", json!({}))["copies"]["problem"].is_null());
    assert!(copied(&mut room, 1), "it is due still");
    assert_eq!(copies(room.home.path()).len(), 1);
}

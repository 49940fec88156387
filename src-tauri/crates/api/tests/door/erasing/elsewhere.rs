//! What another laptop has of somebody who was erased here, and what waits beside the journal.

use std::path::{Path, PathBuf};

use api::{Actor, ProblemCode as Code, Workshop};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{evening, files, found_in, naming, nothing_is_left_in};

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
    let named = naming(&mut room);
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
    let named = naming(&mut room);
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

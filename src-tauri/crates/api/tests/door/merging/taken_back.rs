//! A record that came in is taken back as a whole, and brought in again.

use api::ProblemCode as Code;
use serde_json::{Value, json};

use super::{Laptop, handed_over, session, texts};

/// A lead with Ruth's record, and Sam's in a file.
fn two_records(home: &tempfile::TempDir) -> (Laptop, std::path::PathBuf) {
    let (mut lead, [mut ruth, mut sam]) = handed_over(home);
    for laptop in [&mut ruth, &mut sam] {
        laptop.line("4 we pay already");
    }
    ruth.line("7 only Ruth heard this");
    sam.line("8 only Sam heard this");
    ruth.rate(4);
    sam.rate(5);
    lead.merge(&ruth.close());
    (lead, sam.close())
}

#[test]
fn a_record_is_taken_back_and_brought_in_again() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, sam) = two_records(&home);
    let before = lead.told();
    let cursor = lead.evening()["cursor"].as_i64().unwrap();
    lead.ok("merge", json!({"path": sam, "shift": true}));
    let after = lead.told();
    assert_eq!(lead.ok("desk", json!({}))["brought"]["file"], "again.folkmoot");
    assert_eq!(lead.ok("desk", json!({}))["brought"]["lines"], 1);
    let seen = lead.evening()["cursor"].as_i64().unwrap();

    lead.ok("take_record_back", json!({}));
    assert_eq!(lead.told(), before);
    assert_eq!(lead.conflicts(), [] as [Value; 0]);
    lead.is_sound();
    // A screen that had seen it learns of it, and so does one that had not.
    for cursor in [cursor, seen] {
        let caught = lead.ok("events_after", json!({"session": session(), "cursor": cursor}));
        assert_eq!(caught["anew"], true);
        assert!(caught["cursor"].as_i64().unwrap() > seen);
    }

    lead.ok("bring_record_again", json!({}));
    assert_eq!(lead.told(), after);
    lead.is_sound();
    lead.refused(Code::NothingToRedo, "bring_record_again", json!({}));

    // Taken back once more, its file brings it in again.
    lead.ok("take_record_back", json!({}));
    assert_eq!(lead.told(), before);
    lead.ok("merge", json!({"path": sam, "shift": true}));
    assert_eq!(
        texts(&lead.evening()),
        ["only Ruth heard this", "only Sam heard this", "we pay already"]
    );
    lead.refused(Code::NothingToRedo, "bring_record_again", json!({}));
    lead.is_sound();
    let told = lead.told();

    // Whoever merges next has the same.
    let lead = lead.close();
    let mut sam = Laptop::open(&sam, 900);
    sam.merge(&lead);
    assert_eq!(sam.told(), told);
    sam.is_sound();
}

#[test]
fn records_are_taken_back_last_first() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, sam) = two_records(&home);
    let with_ruth = lead.told();
    lead.merge(&sam);
    lead.ok("take_record_back", json!({}));
    lead.ok("take_record_back", json!({}));
    assert_eq!(lead.evening()["lines"], json!([]));
    lead.refused(Code::NothingToUndo, "take_record_back", json!({}));
    // What differs is asked again: nothing of it was known here.
    lead.merge(&sam);
    lead.rate(3);
    lead.ok("undo", json!({"session": session()}));
    lead.ok("take_record_back", json!({}));
    lead.ok("bring_record_again", json!({}));
    lead.is_sound();
    lead.ok("take_record_back", json!({}));
    lead.merge(&home.path().join("tonight.folkmoot"));
    assert_eq!(lead.told(), with_ruth);
    lead.is_sound();
}

#[test]
fn undo_says_that_it_stops_where_a_record_came_in() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, sam) = two_records(&home);
    lead.merge(&sam);
    lead.line("6 said afterwards");
    let here = json!({"session": session()});
    lead.ok("undo", here.clone());
    let stands = lead.told();
    lead.refused(Code::UndoStopsAtRecord, "undo", here.clone());
    assert_eq!(lead.told(), stands);
    // Once all is taken back there is nothing in the way, and nothing left.
    lead.ok("take_record_back", json!({}));
    lead.refused(Code::UndoStopsAtRecord, "undo", here.clone());
    lead.ok("take_record_back", json!({}));
    lead.refused(Code::NothingToUndo, "undo", here);
}

#[test]
fn what_was_done_since_and_rests_on_it_holds_it() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, sam) = two_records(&home);
    lead.merge(&sam);
    let lines = lead.evening()["lines"].as_array().unwrap().clone();
    let sams = lines.iter().find(|line| line["text"] == "only Sam heard this").unwrap().clone();
    lead.change_line(&sams, "starred", json!(true));
    let stands = lead.told();
    lead.refused(Code::RestsOnRecord, "take_record_back", json!({}));
    assert_eq!(lead.told(), stands);
    // Taken back first, it goes with it; what rests on nothing that came stays.
    lead.ok("undo", json!({"session": session()}));
    lead.line("6 said afterwards");
    lead.ok("take_record_back", json!({}));
    let left = ["only Ruth heard this", "said afterwards", "we pay already"];
    assert_eq!(texts(&lead.evening()), left);
    lead.is_sound();
    lead.ok("bring_record_again", json!({}));
    assert_eq!(lead.evening()["lines"].as_array().unwrap().len(), 4);
    lead.is_sound();
}

//! What one laptop takes out while another, that does not know, goes on with it.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{Laptop, handed_over, lead, session};

fn names(laptop: &mut Laptop) -> Vec<Value> {
    let evening = laptop.evening();
    evening["participants"].as_array().unwrap().iter().map(|p| p["name"].clone()).collect()
}

/// Two copies of the lead’s study.
fn two(lead: Laptop) -> [Laptop; 2] {
    let first = lead.close();
    let other = first.with_file_name("other.folkmoot");
    std::fs::copy(&first, &other).unwrap();
    [Laptop::open(&first, 0), Laptop::open(&other, 60)]
}

fn tip(laptop: &mut Laptop, person: Uuid, text: &str) {
    let with = json!({"session": session(), "participant": person, "text": text});
    laptop.ok("keep_tip", with);
}

#[test]
fn somebody_taken_off_the_list_who_gave_a_tip_elsewhere_stays_without_the_tip_too() {
    let home = tempfile::tempdir().unwrap();
    let (lead, [mut ruth, mut sam]) = handed_over(&home);
    drop(lead);
    let [with_tip, quoted] = [107, 108].map(Uuid::from_u128);
    for person in [with_tip, quoted] {
        ruth.ok("remove_person", json!({"participant": person}));
    }
    tip(&mut sam, with_tip, "Ask the drivers");
    let line = sam.line("8 said at their table");
    ruth.merge(&sam.close());
    assert_eq!(names(&mut ruth).len(), 8);
    ruth.is_sound();
    let kept = ruth.evening();
    let kept = kept["lines"].as_array().unwrap().iter().find(|kept| kept["id"] == json!(line));
    assert_eq!(kept.unwrap()["speakers"], json!([quoted]), "the line is still theirs");
    tip(&mut ruth, with_tip, "");
    ruth.ok("remove_line", json!({"line": line}));
    ruth.is_sound();
    assert_eq!(names(&mut ruth).len(), 8);
    // Now whoever takes them off knows all of it.
    for person in [with_tip, quoted] {
        ruth.ok("remove_person", json!({"participant": person}));
    }
    ruth.is_sound();
    assert_eq!(names(&mut ruth).len(), 6);
}

#[test]
fn a_session_taken_off_the_plan_that_was_filled_elsewhere_is_on_it_again() {
    let home = tempfile::tempdir().unwrap();
    let [mut here, mut there] = two(lead(home.path()));
    let (next, person) = (Uuid::from_u128(8), Uuid::from_u128(200));
    here.ok("remove_session", json!({"session": next}));
    there.ok("seat_person", json!({"id": person, "session": next, "seat": 1, "name": "Ada"}));
    here.merge(&there.close());
    here.is_sound();
    let evening = here.ok("evening", json!({"session": next}));
    assert_eq!(evening["participants"][0]["name"], "Ada");
    here.ok("remove_person", json!({"participant": person}));
    here.is_sound();
    here.ok("remove_session", json!({"session": next}));
    here.is_sound();
}

#[test]
fn a_version_undone_here_that_a_session_goes_by_elsewhere_stays_when_that_moves_on() {
    let home = tempfile::tempdir().unwrap();
    let mut before = lead(home.path());
    before.ok("start_session", json!({"session": session()}));
    let (next, version) = (Uuid::from_u128(8), Uuid::now_v7());
    before.ok("amend_design", json!({"id": version, "note": "It ran over."}));
    let [mut here, mut there] = two(before);
    here.ok("undo_in_study", json!({}));
    there.ok("use_version", json!({"design": version, "sessions": [next]}));
    here.merge(&there.close());
    here.is_sound();
    let versions = |laptop: &mut Laptop| laptop.ok("versions", json!({}));
    assert_eq!(versions(&mut here)[1]["id"], json!(version));
    let first = versions(&mut here)[0]["id"].clone();
    here.ok("use_version", json!({"design": first, "sessions": [next]}));
    assert_eq!(versions(&mut here)[1]["id"], json!(version));
    here.is_sound();
}

//! The example evening, played through the public commands.

use api::{Actor, Workshop};
use chrono::Utc;
use serde_json::{Value, json};

fn call(workshop: &mut Workshop, name: &str, with: Value) -> Value {
    workshop.call(Actor::Moderator, name, with, Utc::now(), None).unwrap()
}

#[test]
fn the_example_evening_plays_and_is_sound() {
    let home = tempfile::tempdir().unwrap();
    let mut workshop = Workshop::new(home.path().to_owned());
    call(&mut workshop, "explore_evening", json!({}));

    let report = workshop.check().unwrap();
    assert_eq!(report.faults, [], "after {} acts", report.acts);

    let study = call(&mut workshop, "study", json!({}));
    let session = study["sessions"][0]["session"]["id"].clone();
    let evening = call(&mut workshop, "evening", json!({ "session": session }));
    assert_eq!(evening["participants"].as_array().unwrap().len(), 9);
    assert_eq!(evening["stickers"].as_array().unwrap().len(), 27);
    assert_eq!(evening["choices"].as_array().unwrap().len(), 3);
    assert!(evening["lines"].as_array().unwrap().len() >= 80);
    assert_eq!(evening["tips"].as_array().unwrap().len(), 9);

    let pages = call(&mut workshop, "summary", json!({ "session": session }));
    assert!(pages["pages"].as_array().unwrap().len() >= 2);
    let out = call(&mut workshop, "export_summary", json!({ "session": session }));
    assert!(out["bytes"].as_u64().unwrap() < 250_000, "{out}");
}

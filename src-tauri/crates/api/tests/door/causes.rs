//! Why a guide was changed: debriefs, what they led to, and what changed as a paper.

use api::ProblemCode as Code;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

/// A study whose first session has been debriefed, and its two versions.
fn amended() -> (Room, [Value; 2]) {
    let mut room = Room::new();
    let session = room.session;
    room.ok("end_session", json!({"session": session}));
    let debrief = json!({
        "group": "Warm.", "moments": "The bus that never came.", "surprises": "",
        "changes": "Read the posters aloud.",
    });
    room.ok("keep_debrief", json!({"session": session, "debrief": debrief}));
    room.ok("amend_design", json!({"id": Uuid::now_v7()}));
    let versions = room.ok("versions", json!({}));
    let ids = [0, 1].map(|n: usize| versions[n]["id"].clone());
    (room, ids)
}

fn gallery(room: &mut Room, version: &Value, minutes: u32) {
    let design = room.ok("version", json!({"design": version}))["design"].clone();
    let stages = design["stages"].as_array().unwrap();
    let mut all = stages.iter().flat_map(|stage| stage["activities"].as_array().unwrap());
    let mut gallery = all.find(|activity| activity["id"] == "gallery").unwrap().clone();
    gallery["minutes"]["full"] = json!(minutes);
    room.ok("change_activity", json!({"design": version, "activity": gallery}));
}

fn because(room: &mut Room, [from, to]: &[Value; 2]) -> Value {
    room.ok("compare_versions", json!({"from": from, "to": to}))["because"].clone()
}

#[test]
fn a_debrief_keeps_its_top_moments_and_stands_with_the_version_it_was_of() {
    let (mut room, ids) = amended();
    let said = room.ok("debriefs", json!({}));
    let session = json!(room.session);
    assert_eq!((&said[0]["session"], &said[0]["number"]), (&session, &json!(1)));
    assert_eq!(said[0]["debrief"]["moments"], "The bus that never came.");
    let of = |room: &mut Room, from: &Value| {
        room.ok("compare_versions", json!({"from": from, "to": ids[1]}))["said"].clone()
    };
    assert_eq!(of(&mut room, &ids[0]), said);
    assert_eq!(of(&mut room, &ids[1]), json!([]), "no group has run by it");
    // One from before there were moments has none.
    let session = room.session;
    let old = json!({"group": "", "surprises": "", "changes": " "});
    room.ok("keep_debrief", json!({"session": session, "debrief": old}));
    assert_eq!(room.evening()["session"]["debrief"]["moments"], "");
    assert_eq!(room.ok("debriefs", json!({})), json!([]));
    assert_eq!(of(&mut room, &ids[0]), json!([]));
    room.is_sound();
}

#[test]
fn a_change_names_the_debrief_that_it_came_from() {
    let (mut room, ids) = amended();
    let session = json!(room.session);
    gallery(&mut room, &ids[1], 12);
    let field = "guide/gallery/minutes/";
    let say = |is: bool| json!({"design": ids[1], "field": field, "session": session, "is": is});
    room.ok("say_because", say(true));
    let said = json!([{"field": field, "session": session, "number": 1}]);
    assert_eq!(because(&mut room, &ids), said);
    assert_eq!(room.ok("study", json!({}))["undo"]["args"]["of"], "Gallery");
    room.ok("undo_in_study", json!({}));
    assert_eq!(because(&mut room, &ids), json!([]));
    room.ok("redo_in_study", json!({}));
    room.ok("say_because", say(false));
    assert_eq!(because(&mut room, &ids), json!([]));

    // What was not changed has no cause, and a group of which nothing was said led to nothing.
    let mut other = say(true);
    other["field"] = json!("guide/welcome/minutes/");
    room.refused_with(Code::NoSuchChange, "say_because", other);
    let later = Uuid::now_v7();
    room.ok("plan_session", json!({"id": later, "plan": plan("2026-03-19", "19:00")}));
    let mut silent = say(true);
    silent["session"] = json!(later);
    room.refused_with(Code::NoDebrief, "say_because", silent);

    // Once a session has used the version, it stands.
    room.ok("say_because", say(true));
    room.ok("use_version", json!({"design": ids[1], "sessions": [later]}));
    room.ok("start_session", json!({"session": later}));
    room.refused_with(Code::VersionUsed, "say_because", say(false));
    assert_eq!(because(&mut room, &ids), said);
    room.is_sound();
}

#[test]
fn what_changed_is_written_as_a_paper() {
    let (mut room, ids) = amended();
    let path = room.home.path().join("changes.pdf");
    let with = json!({"path": path.display().to_string()});
    // Nothing differs yet, which the paper says.
    room.ok("export_comparison", with.clone());
    gallery(&mut room, &ids[1], 12);
    let field = "guide/gallery/minutes/";
    let session = room.session;
    let cause = json!({"design": ids[1], "field": field, "session": session, "is": true});
    room.ok("say_because", cause);
    let written = room.ok("export_comparison", with);
    assert_eq!(written["pages"], 1);
    let bytes = std::fs::read(&path).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(written["bytes"], json!(bytes.len()));
    // The first version amends none.
    let first = json!({"to": ids[0], "path": path.display().to_string()});
    room.refused_with(Code::NothingToPrint, "export_comparison", first);
}

//! Writing a guide, version by version, through the public commands.

use std::fs;

use api::{Actor, ProblemCode as Code};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

/// A study whose one session has started, so that version 1 is read-only; and version 2, begun.
fn amended() -> (Room, Uuid) {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    room.ok("amend_design", json!({"id": id, "note": "The gallery ran over."}));
    (room, id)
}

fn design(room: &mut Room) -> Value {
    room.ok("study", json!({}))["design"]["design"].clone()
}

fn activity(room: &mut Room, id: &str) -> Value {
    let design = design(room);
    let stages = design["stages"].as_array().unwrap().clone();
    let all = stages.iter().flat_map(|s| s["activities"].as_array().unwrap().clone());
    all.into_iter().find(|a| a["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// Checks that something is refused and changes nothing in the newest version.
fn refused(room: &mut Room, name: &str, with: Value) -> api::Problem {
    let before = room.ok("study", json!({}));
    let problem = room.call(name, with).expect_err(name);
    assert_eq!(room.ok("study", json!({})), before, "{name} left a trace");
    problem
}

fn undo(room: &mut Room) -> Value {
    room.ok("study", json!({}))["undo"].clone()
}

#[test]
fn a_version_that_a_session_used_is_read_only() {
    let mut room = Room::new();
    let study = room.ok("study", json!({}));
    let first = study["design"]["id"].clone();
    let mut gallery = activity(&mut room, "gallery");
    gallery["ask"] = json!("Look round.");
    for (name, with) in [
        ("change_activity", json!({"design": first, "activity": gallery})),
        ("remove_activity", json!({"design": first, "activity": "gallery"})),
        ("remove_stage", json!({"design": first, "stage": 0})),
        ("change_settings", json!({"design": first, "budget": {"green": 3, "red": 1}})),
        ("take_guide_text", json!({"text": "# The guide\n"})),
    ] {
        let problem = refused(&mut room, name, with);
        assert_eq!(problem.code, Code::VersionUsed, "{name}");
        assert_eq!(problem.args["number"], "1");
    }
    // What is said about it is no part of what the session ran by.
    room.ok("change_version", json!({"design": first, "phase": "pilot"}));
    assert_eq!(room.ok("versions", json!({}))[0]["phase"], "pilot");
}

#[test]
fn amending_makes_the_next_version_once_the_newest_was_used() {
    let (mut room, second) = amended();
    let versions = room.ok("versions", json!({}));
    assert_eq!(versions[0]["used"], true);
    assert_eq!(versions[0]["groups"]["now"], json!({"count": 1, "runs": [[1, 1]]}));
    assert_eq!((&versions[1]["number"], &versions[1]["used"]), (&json!(2), &json!(false)));
    assert_eq!(versions[1]["amends"], versions[0]["id"]);
    assert_eq!(versions[1]["minutes"]["full"], 120);
    let again = json!({"id": Uuid::now_v7()});
    assert_eq!(refused(&mut room, "amend_design", again).code, Code::BeingWritten);

    let compare = json!({"from": versions[0]["id"], "to": second});
    assert_eq!(room.ok("compare_versions", compare.clone())["differences"], json!([]));
    let mut gallery = activity(&mut room, "gallery");
    gallery["minutes"]["full"] = json!(12);
    room.ok("change_activity", json!({"design": second, "activity": gallery}));
    let told = room.ok("compare_versions", compare)["differences"].clone();
    assert_eq!(told.as_array().unwrap().len(), 1, "{told}");
    assert_eq!((&told[0]["kind"], &told[0]["of"]), (&json!("retimed"), &json!("Gallery")));
    assert_eq!(
        undo(&mut room),
        json!({"id": "did-edit-retimed", "args": {"of": "Gallery", "from": "9", "to": "12"}})
    );
    room.is_sound();
}

#[test]
fn what_each_idea_gives_or_gets_is_said_so() {
    let (mut room, design_id) = amended();
    let ideas = |room: &mut Room, change: &dyn Fn(usize, &mut Value)| {
        let guide = design(room);
        let all = guide["stages"].as_array().unwrap().iter();
        let all = all.flat_map(|stage| stage["activities"].as_array().unwrap());
        let mut talks: Vec<Value> =
            all.filter(|a| a["tool"]["type"] == "discussion").cloned().collect();
        talks.iter_mut().enumerate().for_each(|(nth, talk)| change(nth, talk));
        room.ok("change_activities", json!({"design": design_id, "activities": talks}));
        undo(room)
    };
    let said = ideas(&mut room, &|_, talk| talk["minutes"]["full"] = json!(20));
    assert_eq!(said, json!({"id": "did-take-from-each", "args": {"n": "2"}}));
    ideas(&mut room, &|nth, talk| talk["minutes"]["full"] = json!(21 + nth));
    let said = ideas(&mut room, &|_, talk| talk["minutes"]["full"] = json!(25));
    assert_eq!(said, json!({"id": "did-retime-each", "args": {"n": "25"}}));
    // Whatever else differs in each, it is said of how many.
    let said = ideas(&mut room, &|_, talk| {
        talk["minutes"]["full"] = json!(22);
        talk["hint"] = json!("All of you");
    });
    assert_eq!(said, json!({"id": "did-change-several", "args": {"n": "3"}}));
    room.is_sound();
}

#[test]
fn each_edit_is_undone_and_done_again() {
    let (mut room, design_id) = amended();
    let start = design(&mut room);
    let mut tea = activity(&mut room, "welcome");
    tea["id"] = json!("tea");
    tea["title"] = json!("Tea");
    tea["questions"] = json!([]);
    let stage = json!({"title": "Break", "activities": [tea]});
    let mut coffee = tea.clone();
    coffee["id"] = json!("coffee");
    let acts = [
        ("add_activity", json!({"design": design_id, "activity": coffee, "after": "gallery"})),
        ("place_activity", json!({"design": design_id, "activity": "coffee", "stage": 0})),
        (
            "place_activity",
            json!({"design": design_id, "activity": "coffee", "stage": 1, "before": "life-stage"}),
        ),
        ("remove_activity", json!({"design": design_id, "activity": "coffee"})),
        ("add_stage", json!({"design": design_id, "stage": stage, "at": 2})),
        ("place_stage", json!({"design": design_id, "stage": 2, "at": 0})),
        ("rename_stage", json!({"design": design_id, "stage": 0, "title": " Pause "})),
        ("remove_stage", json!({"design": design_id, "stage": 0})),
        (
            "change_settings",
            json!({"design": design_id, "scale": {"from": 1, "to": 7, "low": "no", "high": "yes"}}),
        ),
    ];
    let mut states = vec![start];
    for (name, with) in acts {
        room.ok(name, with);
        let now = design(&mut room);
        assert_ne!(Some(&now), states.last(), "{name} changed nothing");
        states.push(now);
    }
    assert_eq!(states[7]["stages"][0]["title"], "Pause");
    for state in states.iter().rev().skip(1) {
        room.ok("undo_in_study", json!({}));
        assert_eq!(&design(&mut room), state);
    }
    for state in &states[1..] {
        room.ok("redo_in_study", json!({}));
        assert_eq!(&design(&mut room), state);
    }
    room.is_sound();
}

#[test]
fn what_does_not_fit_together_is_refused_in_words() {
    let (mut room, id) = amended();
    let good = activity(&mut room, "gallery");
    let with = |field: &str, value: Value| {
        let mut activity = good.clone();
        activity[field] = value;
        json!({"design": id, "activity": activity})
    };
    for (with, why) in [
        (with("minutes", json!({"full": 9})), "Gallery: the minutes for “mini” are missing"),
        (
            with("least", json!({"full": 10, "mini": 6})),
            "Gallery: at least 10 minutes (full), but 9",
        ),
        (with("title", json!("  ")), "the words for “title” are missing"),
        (with("ask", json!("")), "Gallery: the words for “ask” are missing"),
        (with("notes", json!(["Look.", " "])), "Gallery: the words for “notes” are missing"),
        (
            with("questions", json!([{"id": "change-must", "text": "Must they?"}])),
            "is there already",
        ),
        (with("questions", json!([{"id": "A b", "text": "Must they?"}])), "is no id"),
    ] {
        let problem = refused(&mut room, "change_activity", with);
        assert_eq!(problem.code, Code::BrokenDesign, "{why}");
        assert!(problem.args["reason"].contains(why), "{} / {why}", problem.args["reason"]);
    }
    let problem =
        refused(&mut room, "remove_activity", json!({"design": id, "activity": "gallery"}));
    let why = "“Most popular” is chosen in a gallery, and no activity is one";
    assert!(problem.args["reason"].contains(why), "{problem:?}");
    // One stage after another goes, with the discussions' slots, but never the last of anything.
    for stage in [4, 2, 1, 0] {
        room.ok("remove_stage", json!({"design": id, "stage": stage}));
    }
    let problem = refused(&mut room, "remove_stage", json!({"design": id, "stage": 0}));
    assert_eq!(problem.code, Code::BrokenDesign);
    let away = json!({"design": id, "stage": 7});
    assert_eq!(refused(&mut room, "remove_stage", away).code, Code::NotFound);
    let away = json!({"design": id, "activity": "tea"});
    assert_eq!(refused(&mut room, "remove_activity", away).code, Code::UnknownActivity);
    let with = json!({"design": id, "activity": good});
    assert_eq!(
        room.call_as(Actor::NoteTaker, "change_activity", with).unwrap_err().code,
        Code::Forbidden
    );
    room.is_sound();
}

#[test]
fn a_slot_comes_and_goes_with_its_discussion() {
    let (mut room, id) = amended();
    room.ok("remove_activity", json!({"design": id, "activity": "discuss-contentious"}));
    let slots = |room: &mut Room| {
        let slots = design(room)["slots"].as_array().unwrap().clone();
        slots.iter().map(|s| s["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(slots(&mut room), ["popular", "joker"]);
    let mut again = activity(&mut room, "discuss-joker");
    again["id"] = json!("discuss-second");
    again["title"] = json!("Second joker");
    again["tool"]["slot"] = json!("second");
    room.ok("add_activity", json!({"design": id, "activity": again, "after": "discuss-joker"}));
    assert_eq!(slots(&mut room), ["popular", "joker", "second"]);
    room.ok("undo_in_study", json!({}));
    room.ok("undo_in_study", json!({}));
    assert_eq!(slots(&mut room), ["popular", "contentious", "joker"]);
    room.is_sound();
}

#[test]
fn a_session_moves_to_a_newer_version_until_it_starts() {
    let (mut room, second) = amended();
    let later = Uuid::now_v7();
    room.ok("plan_session", json!({"id": later, "plan": plan("2026-03-19", "19:00")}));
    let first = room.ok("versions", json!({}))[0]["id"].clone();
    room.ok("use_version", json!({"design": first, "sessions": [later]}));
    room.ok("use_version", json!({"design": second, "sessions": [later]}));
    let groups = room.ok("versions", json!({}))[1]["groups"].clone();
    assert_eq!(groups["planned"], json!({"count": 1, "runs": [[2, 2]]}));
    assert_eq!((&groups["now"]["count"], &groups["done"]["count"]), (&json!(0), &json!(0)));
    let session = room.session;
    let with = json!({"design": second, "sessions": [later, session]});
    room.refused_with(Code::AlreadyStarted, "use_version", with);

    // An edit that a session has run by since can no longer be taken back.
    let mut gallery = activity(&mut room, "gallery");
    gallery["ask"] = json!("Look round.");
    room.ok("change_activity", json!({"design": second, "activity": gallery}));
    room.ok("start_session", json!({"session": later}));
    let problem = refused(&mut room, "undo_in_study", json!({}));
    assert_eq!(problem.code, Code::VersionUsed);
    room.is_sound();
}

#[test]
fn all_that_have_not_started_move_at_once_and_the_versions_say_so_shortly() {
    let (mut room, second) = amended();
    let first = room.ok("versions", json!({}))[0]["id"].clone();
    let pair = json!({"from": first, "to": second});
    let mut planned = 0;
    let mut told = |room: &mut Room, all: i32| {
        while planned < all {
            planned += 1;
            let day = chrono::NaiveDate::from_num_days_from_ce_opt(739_800 + planned).unwrap();
            let plan = plan(&day.to_string(), "19:00");
            let id = Uuid::now_v7();
            room.ok("plan_session", json!({"id": id, "plan": plan}));
            room.ok("use_version", json!({"design": first, "sessions": [id]}));
            if planned == 3 {
                room.ok("cancel_session", json!({"session": id, "reason": "No room."}));
            }
        }
        let asked = [("versions", json!({})), ("compare_versions", pair.clone())];
        asked.map(|(call, with)| room.ok(call, with).to_string().len())
    };
    let few = told(&mut room, 10);
    let many = told(&mut room, 80);
    // The digits of the numbers are all that a longer study may add.
    for (few, many) in few.into_iter().zip(many) {
        assert!(many <= few + 8, "{many} bytes of 80 groups, {few} of 10");
    }

    // The first group is under way, the fourth is cancelled.
    let groups = |room: &mut Room| {
        let versions = room.ok("versions", json!({}));
        [0, 1].map(|n: usize| versions[n]["groups"].clone())
    };
    let [before, _] = groups(&mut room);
    assert_eq!(before["now"], json!({"count": 1, "runs": [[1, 1]]}));
    assert_eq!(before["planned"], json!({"count": 79, "runs": [[2, 3], [5, 81]]}));
    room.ok("use_version", json!({"design": second}));
    let [after, newer] = groups(&mut room);
    assert_eq!((&after["now"], &after["planned"]["count"]), (&before["now"], &json!(0)));
    assert_eq!(newer["planned"], before["planned"]);
    room.ok("undo_in_study", json!({}));
    assert_eq!(groups(&mut room)[0], before);
    room.is_sound();
}

#[test]
fn a_guide_goes_out_as_text_and_comes_in_again() {
    let (mut room, id) = amended();
    let text = room.ok("guide_text", json!({})).as_str().unwrap().to_owned();
    let read = room.ok("check_guide_text", json!({"text": text}));
    assert_eq!(read, json!({"faults": [], "differences": []}));

    let text = text.replace("Minutes: full 9, mini 9", "Minutes: full 10, mini 10");
    let read = room.ok("check_guide_text", json!({"text": text}));
    assert_eq!(read["differences"].as_array().unwrap().len(), 1);
    let before = design(&mut room);
    room.ok("take_guide_text", json!({"design": id, "text": text}));
    assert_eq!(activity(&mut room, "gallery")["minutes"], json!({"full": 10, "mini": 10}));
    room.ok("undo_in_study", json!({}));
    assert_eq!(design(&mut room), before);

    let broken = format!("{text}\nand so on\n");
    let read = room.ok("check_guide_text", json!({"text": broken}));
    let line = broken.lines().count();
    assert_eq!(read["faults"][0]["line"], json!(line), "{read}");
    let problem = refused(&mut room, "take_guide_text", json!({"text": broken}));
    assert_eq!((problem.code, &problem.args["line"]), (Code::BrokenGuide, &line.to_string()));

    let path = room.home.path().join("guide.md");
    let with = json!({"path": path.display().to_string()});
    room.ok("export_guide", with);
    assert!(fs::read_to_string(path).unwrap().starts_with("# The guide\n"));
}

//! The settings of a guide: what can be changed, and what cannot hold.

use api::ProblemCode as Code;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

/// A study whose newest version nobody has used, and that version.
fn amended() -> (Room, Value) {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    room.ok("amend_design", json!({"id": id}));
    (room, json!(id))
}

fn design(room: &mut Room) -> Value {
    room.ok("study", json!({}))["design"]["design"].clone()
}

/// Sets something, and gives back what stands there then.
fn set(room: &mut Room, version: &Value, what: &str, to: Value) -> Value {
    let with = json!({"design": version, what: to});
    room.ok("change_settings", with);
    design(room)[what].clone()
}

#[test]
fn a_new_kind_of_group_has_minutes_everywhere_and_goes_with_them() {
    let (mut room, version) = amended();
    let before = design(&mut room);
    let mut kinds = before["kinds"].clone();
    let family =
        json!({"id": "family", "name": "family group", "minutes": 90, "fewest": 3, "most": 5});
    kinds.as_array_mut().unwrap().push(family);
    set(&mut room, &version, "kinds", kinds);
    let with = design(&mut room);
    let welcome = |design: &Value| design["stages"][0]["activities"][0].clone();
    assert_eq!(welcome(&with)["minutes"], json!({"family": 10, "full": 10, "mini": 10}));
    assert_eq!(welcome(&with)["least"], json!({"family": 6, "full": 6, "mini": 6}));
    set(&mut room, &version, "kinds", before["kinds"].clone());
    assert_eq!(design(&mut room), before);
    room.is_sound();
}

#[test]
fn a_kind_of_group_stays_while_a_session_is_planned_as_one() {
    let (mut room, version) = amended();
    let planned = Uuid::now_v7();
    room.ok("plan_session", json!({"id": planned, "plan": plan("2026-03-19", "19:00")}));
    let kinds = design(&mut room)["kinds"].clone();
    let one = |id: &str| -> Value {
        kinds.as_array().unwrap().iter().filter(|kind| kind["id"] == id).cloned().collect()
    };
    let with = json!({"design": version, "kinds": one("mini")});
    let problem = room.refused("change_settings", with);
    assert_eq!(problem.code, Code::KindInUse);
    assert_eq!(problem.args["kind"], "full group");
    let text = room.ok("guide_text", json!({})).as_str().unwrap().to_owned();
    let gone = text
        .replace("### full group\nShort: full\nMinutes: 120\nPeople: 8 to 10\n", "")
        .lines()
        .map(|line| match line.split_once("full ") {
            Some((name @ ("Minutes: " | "At least: "), rest)) => {
                format!("{name}{}\n", rest.split_once(", ").unwrap().1)
            }
            _ => format!("{line}\n"),
        })
        .collect::<String>();
    let read = room.ok("check_guide_text", json!({"text": gone}));
    assert!(
        read["faults"][0]["reason"].as_str().unwrap().contains("is planned as a full group"),
        "{read}"
    );
    room.refused_with(Code::KindInUse, "take_guide_text", json!({"text": gone}));
    // The other kind is nobody’s.
    let with = json!({"design": version, "kinds": one("full")});
    room.ok("change_settings", with);
    room.is_sound();
}

#[test]
fn slots_stand_in_the_order_of_their_discussions() {
    let (mut room, version) = amended();
    let with = json!({"design": version, "activity": "discuss-joker", "stage": 3, "before": "discuss-popular"});
    room.ok("place_activity", with);
    let ids = |room: &mut Room| -> Vec<String> {
        let slots = design(room)["slots"].as_array().unwrap().clone();
        slots.iter().map(|slot| slot["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&mut room), ["joker", "popular", "contentious"]);
    // The order alone is no change of the settings; the words are.
    let versions = room.ok("versions", json!({}));
    let told = room.ok("compare_versions", json!({"from": versions[0]["id"], "to": version}));
    assert_eq!(told["differences"].as_array().unwrap().len(), 1, "{told}");
    let mut slots = design(&mut room)["slots"].clone();
    slots[0]["name"] = json!("The quiet one");
    slots.as_array_mut().unwrap().rotate_left(1);
    let slots = set(&mut room, &version, "slots", slots);
    assert_eq!(slots[0], json!({"id": "joker", "name": "The quiet one", "rule": "joker"}));
    room.is_sound();
}

#[test]
fn what_cannot_hold_is_refused_in_words() {
    let (mut room, version) = amended();
    let now = design(&mut room);
    let mut empty = now["values"].clone();
    empty["items"] = json!([]);
    let mut twice = now["values"].clone();
    twice["items"][1]["name"] = json!("support");
    let mut red = now["slots"].clone();
    red[0]["rule"] = json!("most_red");
    for (what, to, why) in [
        ("scale", json!({"from": 0, "to": 11, "low": "no", "high": "yes"}), "11 numbers at most"),
        ("scale", json!({"from": 5, "to": 5, "low": "no", "high": "yes"}), "must go up"),
        ("scale", json!({"from": 1, "to": 5, "low": "", "high": "yes"}), "“low” are missing"),
        ("budget", json!({"green": 0, "red": 0}), "nobody has a sticker"),
        ("budget", json!({"green": 2, "red": 0}), "counts red stickers"),
        ("values", empty, "would be empty"),
        ("values", twice, "is there already"),
        ("lenses", json!([]), "there are no lenses"),
        (
            "kinds",
            json!([{"id": "full", "name": "full", "minutes": 0, "fewest": 1, "most": 2}]),
            "needs time",
        ),
    ] {
        let problem = room.refused("change_settings", json!({"design": version, what: to}));
        assert_eq!(problem.code, Code::BrokenDesign, "{why}");
        assert!(problem.args["reason"].contains(why), "{} / {why}", problem.args["reason"]);
        assert_eq!(design(&mut room), now, "{why}");
    }
    let with = json!({"design": version, "budget": {"green": 10, "red": 1}});
    let problem = room.refused("change_settings", with);
    assert_eq!((problem.code, problem.args["ideas"].as_str()), (Code::TooManyStickers, "9"));
    set(&mut room, &version, "budget", json!({"green": 9, "red": 9}));
    let rules = set(&mut room, &version, "slots", red);
    assert_eq!(rules[0]["rule"], "most_red");
    room.is_sound();
}

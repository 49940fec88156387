//! Before the reveal nobody sees a count; of a secret round nothing but the counts is ever kept.

use api::Actor;
use serde_json::{Value, json};

use crate::room::Room;

/// What the wall shows of the stickers.
fn on_the_wall(room: &mut Room) -> Value {
    let session = room.session;
    room.ok("show_on_wall", json!({"session": session, "view": {"type": "posters"}}));
    room.call_as(Actor::Wall, "wall", json!({"session": session})).unwrap()["scene"]["stickers"]
        .clone()
}

#[test]
fn a_round_by_turns_hides_each_choice_until_the_reveal() {
    let mut room = Room::new();
    let round = room.round("named", "kiosk");
    room.stick(round, 3, "user-charging", "red").unwrap();
    room.stick(round, 4, "citizen-advisors", "green").unwrap();
    let session = room.session;
    let hidden = [
        room.evening()["stickers"].clone(),
        room.ok("events_after", json!({"session": session, "cursor": 0})),
        room.evening()["undo"].clone(),
    ];
    // The design names every idea, so only what speaks of stickers is looked at.
    assert_eq!(hidden[0].as_array().unwrap().len(), 2);
    for sticker in hidden[0].as_array().unwrap() {
        assert_eq!(sticker["idea"], Value::Null);
    }
    for event in hidden[1]["events"].as_array().unwrap() {
        for change in event["changes"].as_array().unwrap() {
            if change["table"] == "sticker" {
                assert_eq!(change["after"]["idea"], Value::Null);
                assert!(event["words"]["args"].get("idea").is_none());
            }
        }
    }
    assert!(!hidden[2].to_string().contains("Citizen"));
    assert_eq!(on_the_wall(&mut room), Value::Null);
    assert_eq!(room.ok("suggest", json!({"session": session}))["counts"], json!([]));

    room.ok("seal_round", json!({"round": round}));
    assert_eq!(on_the_wall(&mut room), Value::Null);
    room.ok("reveal_round", json!({"round": round}));
    assert_eq!(on_the_wall(&mut room)["red"], 1);
    assert!(room.evening()["stickers"].to_string().contains("user-charging"));
    room.is_sound();
}

#[test]
fn what_is_typed_off_the_paper_stays_off_the_wall_until_the_reveal() {
    let mut room = Room::new();
    let round = room.round("named", "seats");
    room.stick(round, 3, "user-charging", "red").unwrap();
    assert!(room.evening()["stickers"].to_string().contains("user-charging"));
    assert_eq!(on_the_wall(&mut room), Value::Null);
    room.ok("seal_round", json!({"round": round}));
    room.ok("reveal_round", json!({"round": round}));
    assert_eq!(on_the_wall(&mut room)["people"], 9);
}

#[test]
fn a_secret_round_leaves_counts_and_nothing_else() {
    let mut room = Room::new();
    let round = room.round("secret", "kiosk");
    let path = room.ok("study", json!({}))["path"].as_str().unwrap().to_owned();
    let green = ["citizen-advisors", "area-budgets"];
    for seat in [7, 2, 5] {
        let person = room.people[seat - 1];
        let ballot = json!({"green": green, "red": ["user-charging"]});
        room.ok("cast_ballot", json!({"round": round, "participant": person, "ballot": ballot}));
        let again =
            json!({"round": round, "participant": person, "ballot": {"green": [], "red": []}});
        assert!(room.call("cast_ballot", again).is_err(), "nobody votes twice");
    }
    let session = room.session;
    let journal = room.ok("events_after", json!({"session": session, "cursor": 0}));
    let acts = journal["events"].as_array().unwrap().len();
    assert_eq!(room.evening()["cast"].as_array().unwrap().len(), 3);

    room.ok("seal_round", json!({"round": round}));
    let journal = room.ok("events_after", json!({"session": session, "cursor": 0}));
    assert_eq!(journal["events"].as_array().unwrap().len(), acts + 1, "the seal alone");
    room.ok("reveal_round", json!({"round": round}));
    let shown = on_the_wall(&mut room);
    assert_eq!(
        (&shown["green"], &shown["red"], &shown["people"]),
        (&json!(6), &json!(3), &json!(3))
    );
    room.is_sound();

    // Not in the file either: neither a ballot's row nor its bytes.
    room.ok("close_study", json!({}));
    let file = std::fs::read(&path).unwrap();
    let ballot = br#"["area-budgets","citizen-advisors"]"#;
    assert!(!file.windows(ballot.len()).any(|w| w == ballot), "a ballot is still in the file");
}

#[test]
fn private_ratings_stay_private_until_the_spread_is_shown() {
    let mut room = Room::new();
    let (session, of) = (room.session, json!({"idea": "user-charging", "lens": "desirable"}));
    for (seat, value) in [(1, 3), (2, 8)] {
        let person = room.people[seat - 1];
        let with = json!({"session": session, "of": of, "participant": person, "value": value});
        room.ok("rate_in_private", with);
    }
    for rating in room.evening()["ratings"].as_array().unwrap() {
        assert_eq!(rating["value"], Value::Null);
    }
    let view = json!({"type": "rating", "idea": "user-charging", "lens": "desirable"});
    room.ok("show_on_wall", json!({"session": session, "view": view}));
    assert_eq!(room.ok("wall", json!({"session": session}))["scene"]["spread"], Value::Null);

    room.ok("show_spread", json!({"session": session, "of": of, "shown": true}));
    let spread = room.ok("wall", json!({"session": session}))["scene"]["spread"].clone();
    assert_eq!(spread, json!([0, 0, 1, 0, 0, 0, 0, 1, 0, 0]));
    assert_eq!(room.evening()["ratings"][0]["value"], 3);
}

//! Before the reveal nobody sees a count; of a secret round nothing but the counts is ever kept.

use api::{Actor, ProblemCode as Code};
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
fn who_puts_nothing_up_in_a_named_round_by_turns_has_had_their_turn() {
    let mut room = Room::new();
    let round = room.round("named", "kiosk");
    let turn =
        |room: &Room, seat: usize| json!({"round": round, "participant": room.people[seat - 1]});
    let abstained = |room: &mut Room| room.evening()["rounds"][0]["abstained"].clone();
    let third = turn(&room, 3);
    room.ok("abstain", third.clone());
    room.ok("abstain", third);
    assert_eq!(abstained(&mut room), json!([room.people[2]]), "it is kept, and once");
    let gone = json!({"participant": room.people[2]});
    room.refused_with(Code::PersonInRecord, "remove_person", gone);

    // Undo gives the turn back; so does a sticker that goes up after all.
    let session = room.session;
    room.ok("undo", json!({"session": session}));
    assert_eq!(abstained(&mut room), json!([]));
    room.ok("redo", json!({"session": session}));
    room.stick(round, 3, "user-charging", "red").unwrap();
    assert_eq!(abstained(&mut room), json!([]));
    let (voted, fourth) = (turn(&room, 3), turn(&room, 4));
    room.refused_with(Code::AlreadyVoted, "abstain", voted);
    room.ok("person_left", json!({"participant": room.people[3]}));
    room.refused_with(Code::Absent, "abstain", fourth);
    room.ok("seal_round", json!({"round": round}));
    let fifth = turn(&room, 5);
    room.refused_with(Code::RoundNotOpen, "abstain", fifth);
    room.is_sound();
}

#[test]
fn off_the_paper_nobody_is_said_to_abstain() {
    for (naming, entry) in [("named", "seats"), ("named", "tally"), ("secret", "kiosk")] {
        let mut room = Room::new();
        let round = room.round(naming, entry);
        let with = json!({"round": round, "participant": room.people[0]});
        room.refused_with(Code::WrongEntry, "abstain", with);
    }
}

#[test]
fn the_wall_has_no_clock_unless_asked() {
    let mut room = Room::new();
    let session = room.session;
    let on_the_wall =
        |room: &mut Room| room.call_as(Actor::Wall, "wall", json!({"session": session})).unwrap();
    // An activity runs, and whatever the wall shows there is no clock beside it.
    room.ok("next_activity", json!({"session": session}));
    for view in ["question", "values", "flip_chart", "posters", "thanks", "blank"] {
        room.ok("show_on_wall", json!({"session": session, "view": {"type": view}}));
        assert_eq!(on_the_wall(&mut room)["clock"], Value::Null, "{view}");
    }
    room.ok("wall_clock", json!({"session": session, "on": true}));
    assert!(on_the_wall(&mut room)["clock"]["seconds_left"].is_i64());
    room.ok("wall_clock", json!({"session": session, "on": false}));
    assert_eq!(on_the_wall(&mut room)["clock"], Value::Null);
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

//! Whatever is done in the room can be undone and done again, and the tables are always what the
//! journal adds up to.

use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

/// Something a person in the room may do. Numbers choose among what is there.
#[derive(Clone, Debug)]
enum Deed {
    Next,
    Back,
    Pause,
    Resume,
    Stick(usize, usize, bool),
    Unstick(usize),
    Keep(usize, String),
    Star(usize),
    Drop(usize),
    Chart(String),
    Merge(usize, usize),
    Weigh(usize, u32),
    Rate(usize, u8),
    Agree(u8),
    Tip(usize, String),
    Leave(usize),
    Consent(usize, Option<bool>),
    Withdraw(usize, bool),
    Replace(usize),
    Wall(bool),
    Undo,
    Redo,
}

const IDEAS: [&str; 3] = ["user-charging", "citizen-advisors", "social-insurance"];

fn deed() -> impl Strategy<Value = Deed> {
    let seat = 1..=9_usize;
    prop_oneof![
        Just(Deed::Next),
        Just(Deed::Back),
        Just(Deed::Pause),
        Just(Deed::Resume),
        (seat.clone(), 0..3_usize, any::<bool>()).prop_map(|(s, i, g)| Deed::Stick(s, i, g)),
        (0..8_usize).prop_map(Deed::Unstick),
        (seat.clone(), "[a-z]{1,8} [a-z]{1,8}").prop_map(|(s, t)| Deed::Keep(s, t)),
        (0..8_usize).prop_map(Deed::Star),
        (0..8_usize).prop_map(Deed::Drop),
        "[a-z]{1,8}".prop_map(Deed::Chart),
        (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Merge(a, b)),
        (0..4_usize, 0..9_u32).prop_map(|(a, n)| Deed::Weigh(a, n)),
        (seat.clone(), 1..=10_u8).prop_map(|(s, v)| Deed::Rate(s, v)),
        (1..=10_u8).prop_map(Deed::Agree),
        (seat.clone(), "[a-z]{0,8}").prop_map(|(s, t)| Deed::Tip(s, t)),
        seat.clone().prop_map(Deed::Leave),
        (seat.clone(), any::<Option<bool>>()).prop_map(|(s, said)| Deed::Consent(s, said)),
        (seat.clone(), any::<bool>()).prop_map(|(s, takes)| Deed::Withdraw(s, takes)),
        seat.prop_map(Deed::Replace),
        any::<bool>().prop_map(Deed::Wall),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ]
}

/// Does a deed. A refusal is as good as a deed: it leaves no trace.
fn perform(room: &mut Room, round: Uuid, deed: &Deed) {
    let session = room.session;
    let evening = room.evening();
    let pick = |table: &str, at: usize| -> Value {
        let rows = evening[table].as_array().unwrap();
        if rows.is_empty() { Value::Null } else { rows[at % rows.len()].clone() }
    };
    let of = json!({"idea": IDEAS[0], "lens": "desirable"});
    let _ = match deed {
        Deed::Next => room.call("next_activity", json!({"session": session})),
        Deed::Back => room.call("previous_activity", json!({"session": session})),
        Deed::Pause => room.call("pause", json!({"session": session})),
        Deed::Resume => room.call("resume", json!({"session": session})),
        Deed::Stick(seat, idea, green) => {
            room.stick(round, *seat, IDEAS[*idea], if *green { "green" } else { "red" })
        }
        Deed::Unstick(at) => {
            room.call("take_sticker", json!({"sticker": pick("stickers", *at)["id"]}))
        }
        Deed::Keep(seat, text) => room.keep(&format!("{seat} {text} #code *")),
        Deed::Star(at) => {
            let mut line = pick("lines", *at);
            if line.is_null() {
                return;
            }
            line["line"] = line["id"].clone();
            line["starred"] = json!(false);
            room.call("change_line", line)
        }
        Deed::Drop(at) => room.call("remove_line", json!({"line": pick("lines", *at)["id"]})),
        Deed::Chart(text) => room.keep(&format!("= {text}")),
        Deed::Merge(a, b) => room.call(
            "merge_flip_items",
            json!({"item": pick("flip_items", *a)["id"], "into": pick("flip_items", *b)["id"]}),
        ),
        Deed::Weigh(at, hands) => {
            let mut item = pick("flip_items", *at);
            if item.is_null() {
                return;
            }
            item["item"] = item["id"].clone();
            item["hands"] = json!(hands);
            item["weight"] = json!("core");
            room.call("change_flip_item", item)
        }
        Deed::Rate(seat, value) => {
            let person = room.people[seat - 1];
            let with = json!({"session": session, "of": of, "participant": person, "value": value});
            room.call("rate_in_private", with)
        }
        Deed::Agree(value) => {
            room.call("agree_rating", json!({"session": session, "of": of, "value": value}))
        }
        Deed::Tip(seat, text) => {
            let person = room.people[seat - 1];
            room.call("keep_tip", json!({"session": session, "participant": person, "text": text}))
        }
        Deed::Leave(seat) => {
            room.call("person_left", json!({"participant": room.people[seat - 1]}))
        }
        Deed::Consent(seat, said) => {
            let consent = json!({"quoted": said, "recorded": true});
            room.call(
                "say_consent",
                json!({"participant": room.people[seat - 1], "consent": consent}),
            )
        }
        Deed::Withdraw(seat, takes) => {
            let verb = if *takes { "withdraw_consent" } else { "consent_again" };
            room.call(verb, json!({"participant": room.people[seat - 1]}))
        }
        Deed::Replace(seat) => {
            let with = json!({"id": Uuid::now_v7(), "name": "Comes instead"});
            room.call("replace_person", json!({"participant": room.people[seat - 1], "with": with}))
        }
        Deed::Wall(on) => room.call("wall_clock", json!({"session": session, "on": on})),
        Deed::Undo => room.call("undo", json!({"session": session})),
        Deed::Redo => room.call("redo", json!({"session": session})),
    };
}

/// Everything on the screen but the cursor, row order set aside.
fn picture(room: &mut Room) -> Value {
    let mut evening = room.evening();
    let fields = evening.as_object_mut().unwrap();
    fields.retain(|name, _| !["cursor", "undo", "redo"].contains(&name.as_str()));
    for rows in fields.values_mut().filter_map(Value::as_array_mut) {
        rows.sort_by_key(|row| row["id"].to_string());
    }
    evening
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn all_can_be_undone_and_done_again(deeds in prop::collection::vec(deed(), 1..30)) {
        let mut room = Room::new();
        let round = room.round("named", "seats");
        for deed in &deeds {
            perform(&mut room, round, deed);
        }
        room.is_sound();
        let end = picture(&mut room);
        let session = room.session;
        let mut undone = 0;
        while room.call("undo", json!({"session": session})).is_ok() {
            undone += 1;
        }
        prop_assert!(room.evening()["participants"].as_array().unwrap().is_empty());
        room.is_sound();
        for _ in 0..undone {
            room.ok("redo", json!({"session": session}));
        }
        prop_assert_eq!(picture(&mut room), end);
        room.is_sound();
    }
}

//! How to reach people and whether somebody rang them: apart from the record, and gone with them.

use api::{Actor, ProblemCode as Code};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

fn reach(room: &mut Room, person: Uuid) {
    let with =
        json!({"participant": person, "phone": " 07700 900124 ", "email": "tom@example.org"});
    room.ok("keep_contact", with);
    room.ok("note_call", json!({"participant": person, "rang": "left_message"}));
}

fn known(room: &mut Room) -> [Value; 2] {
    let of = json!({"session": room.session});
    [room.ok("contacts", of.clone()), room.ok("calls", of)]
}

#[test]
fn who_was_rung_is_kept_with_how_to_reach_them_and_nowhere_else() {
    let mut room = Room::new();
    let tom = room.people[1];
    reach(&mut room, tom);
    room.ok("note_call", json!({"participant": tom, "rang": "confirmed"}));
    let [contacts, calls] = known(&mut room);
    assert_eq!(contacts[0]["phone"], "07700 900124");
    assert_eq!((&calls[0]["participant"], &calls[0]["rang"]), (&json!(tom), &json!("confirmed")));
    // Who was only rung has nothing to be reached by; and to have rung nobody is to have no note.
    let ann = room.people[2];
    room.ok("note_call", json!({"participant": ann, "rang": "called"}));
    assert_eq!(known(&mut room)[0].as_array().unwrap().len(), 1);
    room.ok("note_call", json!({"participant": ann, "rang": null}));
    assert_eq!(known(&mut room)[1].as_array().unwrap().len(), 1);

    let session = room.session;
    let events = room.ok("events_after", json!({"session": session, "cursor": 0})).to_string();
    let show = room.ok("evening", json!({"session": session})).to_string();
    let wall = room
        .workshop
        .call(
            Actor::Wall,
            "wall",
            json!({"session": session}),
            "2026-03-12T19:30:00Z".parse().unwrap(),
            None,
        )
        .unwrap()
        .to_string();
    let summary = crate::people::summary(&mut room);
    for place in [events, show, wall, summary] {
        assert!(
            !place.contains("07700")
                && !place.contains("example.org")
                && !place.contains("confirmed")
        );
    }
    let with = json!({"session": session});
    let refused = room.call_as(Actor::NoteTaker, "calls", with).unwrap_err();
    assert_eq!(refused.code, Code::Forbidden);
    room.is_sound();
}

#[test]
fn it_goes_when_consent_is_taken_back_and_when_a_person_leaves_the_study() {
    let mut room = Room::new();
    let session = room.session;
    let (tom, late) = (room.people[1], Uuid::now_v7());
    reach(&mut room, tom);
    room.ok("withdraw_consent", json!({"participant": tom}));
    assert_eq!(known(&mut room), [json!([]), json!([])]);
    room.refused_with(
        Code::HasWithdrawn,
        "note_call",
        json!({"participant": tom, "rang": "called"}),
    );
    room.refused_with(Code::HasWithdrawn, "keep_contact", json!({"participant": tom}));
    // It does not come back with the consent.
    room.ok("consent_again", json!({"participant": tom}));
    assert_eq!(known(&mut room), [json!([]), json!([])]);

    room.ok("seat_person", json!({"id": late, "session": session, "seat": null, "name": "Late"}));
    reach(&mut room, late);
    room.ok("remove_person", json!({"participant": late}));
    room.ok("undo", json!({"session": session}));
    assert_eq!(known(&mut room), [json!([]), json!([])]);
}

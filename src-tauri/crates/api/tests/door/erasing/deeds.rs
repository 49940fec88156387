//! Whatever is done in the room before somebody is erased, and after.

use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

use crate::room::Room;

#[derive(Clone, Debug)]
enum Deed {
    Say(usize, bool),
    Chart(usize),
    Join(usize, usize),
    Mend(usize, Option<usize>),
    Drop(usize),
    Tip(usize),
    Leave(usize),
    Away(usize),
    Swap(usize, usize),
    Replace(usize),
    Withdraw(usize),
    Search,
    Undo,
    Redo,
    Erase(usize),
}

fn deed() -> impl Strategy<Value = Deed> {
    let seat = || 1..=5_usize;
    prop_oneof![
        3 => (seat(), any::<bool>()).prop_map(|(seat, both)| Deed::Say(seat, both)),
        1 => seat().prop_map(Deed::Chart),
        1 => (0..4_usize, 0..4_usize).prop_map(|(a, b)| Deed::Join(a, b)),
        1 => (0..9_usize, prop::option::of(seat())).prop_map(|(line, who)| Deed::Mend(line, who)),
        1 => (0..9_usize).prop_map(Deed::Drop),
        1 => seat().prop_map(Deed::Tip),
        1 => seat().prop_map(Deed::Leave),
        1 => seat().prop_map(Deed::Away),
        1 => (seat(), seat()).prop_map(|(a, b)| Deed::Swap(a, b)),
        1 => seat().prop_map(Deed::Replace),
        1 => seat().prop_map(Deed::Withdraw),
        1 => Just(Deed::Search),
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        1 => seat().prop_map(Deed::Erase),
    ]
}

/// Does something, as far as it is allowed. Words that a person says begin with their own word.
fn perform(room: &mut Room, deed: &Deed) {
    let (session, of) = (json!({"session": room.session}), room.people.clone());
    let who = |seat: usize| json!(of[seat - 1]);
    let pick = |room: &mut Room, table: &str, at: usize| {
        let rows = room.evening()[table].as_array().unwrap().clone();
        rows.get(at % rows.len().max(1)).cloned()
    };
    // Where somebody sits by now.
    let sits = |room: &mut Room, seat: usize| {
        let people = room.evening()["participants"].as_array().unwrap().clone();
        people.iter().find(|person| person["id"] == who(seat))?["seat"].as_u64()
    };
    // Not everything can be done at every time: a refusal leaves no trace.
    let _ = match *deed {
        Deed::Say(seat, both) => {
            let Some(at) = sits(room, seat) else { return };
            let (others, more) = if both { (",6", " and said6") } else { ("", " again") };
            room.keep(&format!("{at}{others} said{seat}{more}"))
        }
        Deed::Chart(seat) => {
            let Some(at) = sits(room, seat) else { return };
            room.keep(&format!("={at} said{seat} on paper"))
        }
        Deed::Join(a, b) => {
            let both = (pick(room, "flip_items", a), pick(room, "flip_items", b));
            let (Some(one), Some(into)) = both else { return };
            room.call("merge_flip_items", json!({"item": one["id"], "into": into["id"]}))
        }
        Deed::Mend(at, seat) => {
            let Some(mut line) = pick(room, "lines", at) else { return };
            line["line"] = line["id"].clone();
            line["speakers"] = json!(seat.map(who).into_iter().collect::<Vec<_>>());
            line["text"] = json!(format!("said{} for sure", seat.unwrap_or(6)));
            room.call("change_line", line)
        }
        Deed::Drop(at) => {
            let Some(line) = pick(room, "lines", at) else { return };
            room.call("remove_line", json!({"line": line["id"]}))
        }
        Deed::Tip(seat) => {
            let text = format!("said{seat} at last");
            let tip = json!({"session": room.session, "participant": who(seat), "text": text});
            room.call("keep_tip", tip)
        }
        Deed::Leave(seat) => room.call("person_left", json!({"participant": who(seat)})),
        Deed::Away(seat) => {
            let reason = format!("said{seat} is ill");
            room.call("person_absent", json!({"participant": who(seat), "reason": reason}))
        }
        Deed::Swap(seat, to) => {
            room.call("move_person", json!({"participant": who(seat), "seat": to}))
        }
        Deed::Replace(seat) => {
            let with = json!({"id": Uuid::now_v7(), "name": "Somebody"});
            room.call("replace_person", json!({"participant": who(seat), "with": with}))
        }
        Deed::Withdraw(seat) => room.call("withdraw_consent", json!({"participant": who(seat)})),
        Deed::Search => {
            room.call("search_lines", json!({"session": room.session, "words": "said"}))
        }
        Deed::Undo => room.call("undo", session),
        Deed::Redo => room.call("redo", session),
        Deed::Erase(seat) => room.call("erase_person", json!({"participant": who(seat)})),
    };
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_before_and_after_nothing_comes_back(
        before in prop::collection::vec(deed(), 0..24),
        seat in 1..=5_usize,
        after in prop::collection::vec(deed(), 0..16),
    ) {
        let mut room = Room::new();
        for deed in before {
            perform(&mut room, &deed);
        }
        let who = room.people[seat - 1];
        // They may have been erased before; then that is all there is to it.
        let _ = room.call("erase_person", json!({"participant": who}));
        let file = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
        let is_gone = |room: &mut Room| {
            room.is_sound();
            let evening = room.evening();
            for line in evening["lines"].as_array().unwrap() {
                let theirs = line["speakers"].as_array().unwrap().contains(&json!(who));
                assert!(!theirs || line["text"] == "", "{line}");
            }
            // What was mended to be another’s words is the other’s, and is under their own word.
            let own = format!("said{seat} ");
            let bytes: Vec<u8> = [file.clone(), file.with_extension("folkmoot-wal")]
                .iter()
                .flat_map(|file| std::fs::read(file).unwrap_or_default())
                .collect();
            let at = bytes.windows(own.len()).position(|part| part == own.as_bytes());
            let about = at.map(|at| String::from_utf8_lossy(&bytes[at.saturating_sub(300)..at + 60]));
            assert!(about.is_none(), "{about:?}");
        };
        is_gone(&mut room);
        for deed in &after {
            perform(&mut room, deed);
        }
        is_gone(&mut room);
    }
}

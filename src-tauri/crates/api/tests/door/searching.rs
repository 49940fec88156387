//! A search finds what is in the record at that moment, however it came to stand there.

use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

/// Something that changes what can be found. Numbers choose among the lines that are there.
#[derive(Clone, Debug)]
enum Deed {
    Keep(String),
    Reword(usize, String),
    Remove(usize),
    RemoveLast,
    Undo,
    Search(String),
}

fn deed() -> impl Strategy<Value = Deed> {
    let words = "(bus|fee|park|vote)( (bus|fee|park|vote)){0,2}";
    prop_oneof![
        4 => words.prop_map(Deed::Keep),
        1 => (any::<usize>(), words).prop_map(|(n, words)| Deed::Reword(n, words)),
        1 => any::<usize>().prop_map(Deed::Remove),
        2 => Just(Deed::RemoveLast),
        1 => Just(Deed::Undo),
        3 => "(bus|fee|park|vote)".prop_map(Deed::Search),
    ]
}

/// Whether what is found for a word is what holds it.
fn found_right(room: &mut Room, word: &str) -> bool {
    let session = room.session;
    let found = room.ok("search_lines", json!({"session": session, "words": word}));
    let mut found: Vec<Value> = found.as_array().unwrap().clone();
    let mut holding: Vec<Value> = lines(room)
        .into_iter()
        .filter(|line| line["text"].as_str().unwrap().split(' ').any(|w| w == word))
        .map(|line| line["id"].clone())
        .collect();
    found.sort_by_key(ToString::to_string);
    holding.sort_by_key(ToString::to_string);
    found == holding
}

fn lines(room: &mut Room) -> Vec<Value> {
    room.evening()["lines"].as_array().unwrap().clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn a_search_finds_what_stands_there(deeds in prop::collection::vec(deed(), 1..40)) {
        let mut room = Room::new();
        for deed in deeds {
            let there = lines(&mut room);
            let pick = |n: usize| there.get(n % there.len().max(1)).map(|line| line["id"].clone());
            match deed {
                Deed::Keep(words) => { room.keep(&words).unwrap(); }
                Deed::Reword(n, words) => if let Some(id) = pick(n) {
                    let mut line = there[n % there.len()].clone();
                    line["text"] = words.into();
                    line["line"] = id;
                    let _ = room.call("change_line", line);
                },
                Deed::Remove(n) => if let Some(line) = pick(n) {
                    room.ok("remove_line", json!({"line": line}));
                },
                Deed::RemoveLast => if let Some(line) = there.last() {
                    room.ok("remove_line", json!({"line": line["id"]}));
                },
                Deed::Undo => { let session = room.session; let _ = room.call("undo", json!({"session": session})); }
                Deed::Search(word) => prop_assert!(found_right(&mut room, &word)),
            }
        }
        for word in ["bus", "fee", "park", "vote"] {
            prop_assert!(found_right(&mut room, word), "{}", word);
        }
        room.is_sound();
    }
}

#[test]
fn a_line_that_takes_the_number_of_one_removed_is_found() {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    let session = room.session;
    room.ok("keep_line", json!({"id": id, "session": session, "input": "the bus"}));
    assert!(found_right(&mut room, "bus"));
    room.ok("remove_line", json!({"line": id}));
    room.keep("the fee").unwrap();
    assert!(found_right(&mut room, "fee"));
    assert!(found_right(&mut room, "bus"));
}

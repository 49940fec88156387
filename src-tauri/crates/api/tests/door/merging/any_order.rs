//! Whatever three laptops did, and in whatever order their records meet.

use std::path::PathBuf;

use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use super::{Laptop, handed_over, session};

#[derive(Clone, Debug)]
enum Deed {
    Line(u8),
    Star(usize),
    Say(usize, u8),
    Remove(usize),
    Rate(u8),
    Tip(u8, u8),
    Undo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..5u8).prop_map(Deed::Line),
        (0..5u8).prop_map(Deed::Line),
        (0..5u8).prop_map(Deed::Line),
        (0..9usize).prop_map(Deed::Star),
        (0..9usize, 0..3u8).prop_map(|(which, text)| Deed::Say(which, text)),
        (0..9usize).prop_map(Deed::Remove),
        (1..4u8).prop_map(Deed::Rate),
        (1..4u8, 0..3u8).prop_map(|(seat, text)| Deed::Tip(seat, text)),
        Just(Deed::Undo),
    ]
}

fn perform(laptop: &mut Laptop, deed: &Deed) {
    let lines = laptop.evening()["lines"].as_array().unwrap().clone();
    let pick = |which: usize| lines.get(which % lines.len().max(1)).cloned();
    match *deed {
        Deed::Line(text) => {
            laptop.line(&format!("4 words number {text}"));
        }
        Deed::Star(which) => {
            if let Some(line) = pick(which) {
                let starred = line["starred"] != true;
                laptop.change_line(&line, "starred", starred.into());
            }
        }
        Deed::Say(which, text) => {
            if let Some(line) = pick(which) {
                let text = format!("mended {text}");
                laptop.change_line(&line, "text", text.into());
            }
        }
        Deed::Remove(which) => {
            if let Some(line) = pick(which) {
                laptop.ok("remove_line", json!({"line": line["id"]}));
            }
        }
        Deed::Rate(value) => laptop.rate(value),
        Deed::Tip(seat, text) => {
            let who = Uuid::from_u128(100 + u128::from(seat));
            let with = json!({"id": Uuid::now_v7(), "session": session(), "participant": who,
                              "text": format!("tip {text}")});
            laptop.ok("keep_tip", with);
        }
        Deed::Undo => {
            // There may be nothing left to take back, or others may rest on it.
            let _ = laptop.call("undo", json!({"session": session()}));
        }
    }
}

/// Three laptops with a record each, in files.
fn three(home: &TempDir, deeds: &[Vec<Deed>; 3]) -> [PathBuf; 3] {
    let (lead, [one, other]) = handed_over(home);
    let mut laptops = [lead, one, other];
    laptops[0].ok("start_session", json!({"session": session()}));
    for (laptop, deeds) in laptops.iter_mut().zip(deeds) {
        for deed in deeds {
            perform(laptop, deed);
        }
        laptop.is_sound();
    }
    laptops.map(Laptop::close)
}

proptest! {
    // Each case makes a dozen files on the disk.
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn three_laptops_agree_whatever_the_order_and_however_often(
        deeds in [0, 1, 2].map(|_| prop::collection::vec(deed(), 0..8)),
    ) {
        let home = tempfile::tempdir().unwrap();
        let files = three(&home, &deeds);
        let mut told: Option<(Value, Value)> = None;
        for (n, order) in [[0, 1, 2, 1], [1, 0, 2, 0], [2, 1, 0, 1], [1, 2, 0, 0]].iter().enumerate() {
            let path = home.path().join(format!("together {n}.folkmoot"));
            std::fs::copy(&files[order[0]], &path).unwrap();
            let mut all = Laptop::open(&path, 9000);
            for at in &order[1..] {
                all.merge(&files[*at]);
                all.is_sound();
            }
            let conflicts = all.ok("conflicts", json!({"session": session()}));
            let found = (all.told(), conflicts);
            if let Some(told) = &told {
                prop_assert_eq!(&found, told);
            }
            // What came in last can be taken back, whatever came before it, and brought again.
            if all.ok("desk", json!({}))["brought"].is_object() {
                all.ok("take_record_back", json!({}));
                all.is_sound();
                all.ok("bring_record_again", json!({}));
                let conflicts = all.ok("conflicts", json!({"session": session()}));
                prop_assert_eq!(&(all.told(), conflicts), &found);
            }
            told = Some(found);
            // It can be gone on with.
            all.line("4 and on we go");
            all.is_sound();
        }
    }
}

//! What differs leads from the one to the other, and back.

use domain::delta::{apply, between};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Any value that a row of ours may hold: lists of things with ids among them.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..5u32).prop_map(Value::from),
        "[a-c]{0,2}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        let fields = prop::collection::btree_map("[a-d]", inner.clone(), 0..4);
        let things =
            prop::collection::btree_map("[p-t]", inner.clone(), 0..5).prop_shuffle_things();
        prop_oneof![
            fields.prop_map(|fields| fields.into_iter().collect()),
            prop::collection::vec(inner, 0..4).prop_map(Value::from),
            things,
        ]
    })
}

trait Things {
    /// A list of things that carry their name as `id`, in any order.
    fn prop_shuffle_things(self) -> BoxedStrategy<Value>;
}

impl<S> Things for S
where
    S: Strategy<Value = std::collections::BTreeMap<String, Value>> + 'static,
{
    fn prop_shuffle_things(self) -> BoxedStrategy<Value> {
        self.prop_flat_map(|things| {
            let list: Vec<Value> =
                things.into_iter().map(|(id, v)| json!({ "id": id, "of": v })).collect();
            Just(list).prop_shuffle().prop_map(Value::from)
        })
        .boxed()
    }
}

proptest! {
    #[test]
    fn deltas_lead_there_and_back(before in value(), after in value()) {
        let deltas = between(&before, &after);
        prop_assert_eq!(deltas.is_empty(), before == after);
        let mut there = before.clone();
        for delta in &deltas {
            prop_assert!(apply(&mut there, delta).is_ok(), "{:?} into {}", delta, there);
        }
        prop_assert_eq!(&there, &after);
        for delta in deltas.into_iter().rev() {
            let back = delta.inverse();
            prop_assert!(apply(&mut there, &back).is_ok(), "{:?} into {}", back, there);
        }
        prop_assert_eq!(there, before);
    }
}

#[test]
fn two_people_change_two_questions_of_one_list() {
    let base = json!({ "probes": [{ "id": "a", "text": "one" }, { "id": "b", "text": "two" }] });
    let mut ours = base.clone();
    ours["probes"][0]["text"] = "first".into();
    let mut theirs = base.clone();
    theirs["probes"][1]["text"] = "second".into();
    let (mine, yours) = (between(&base, &ours), between(&base, &theirs));
    let mut both = base;
    for delta in mine.iter().chain(&yours) {
        assert_eq!(apply(&mut both, delta), Ok(()));
    }
    assert_eq!(
        both["probes"],
        json!([{ "id": "a", "text": "first" }, { "id": "b", "text": "second" }])
    );
}

#[test]
fn what_has_changed_since_is_refused() {
    let (before, after) = (json!({ "a": 1 }), json!({ "a": 2 }));
    let deltas = between(&before, &after);
    assert!(apply(&mut json!({ "a": 3 }), &deltas[0]).is_err());
}

//! What would go with a record that is taken back.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Act, same};
use crate::{Change, EventId};

/// The rows that an act is about, and those that they point at.
struct Reach {
    /// The row's id, and whether it was made.
    rows: Vec<(String, bool)>,
    held: Vec<String>,
}

impl Reach {
    fn of(act: &Act, same: &BTreeMap<String, String>) -> Self {
        let name = |id: &str| same.get(id).map_or(id, String::as_str).to_owned();
        let mut reach = Self { rows: Vec::new(), held: Vec::new() };
        for change in &act.event.changes {
            if let Change::DesignEdit(edit) = change {
                reach.rows.push((name(&edit.design.to_string()), false));
                continue;
            }
            let Ok(told) = serde_json::to_value(change) else { continue };
            let row = if told["after"].is_null() { &told["before"] } else { &told["after"] };
            let id = row["id"].as_str().or(told["table"].as_str()).unwrap_or_default();
            reach.rows.push((name(id), told["before"].is_null()));
            let speakers = row["speakers"].as_array().into_iter().flatten();
            let speakers = speakers.filter_map(Value::as_str);
            reach.held.extend(same::references(row).chain(speakers).map(name));
        }
        reach
    }
}

/// Of the acts done `since` a record was brought in, those that were taken back again and rest on
/// it, and those that changed nothing: they go with it. `same`: rows that are one thing with
/// another, and the id it goes by.
///
/// # Errors
/// The first act that stands and rests on what was brought in.
pub fn resting(
    brought: &[Act],
    since: &[Act],
    same: &BTreeMap<String, String>,
) -> Result<BTreeSet<EventId>, EventId> {
    let (mut touched, mut made) = (BTreeSet::new(), BTreeSet::new());
    for (row, is_made) in brought.iter().flat_map(|act| Reach::of(act, same).rows) {
        if is_made {
            made.insert(row.clone());
        }
        touched.insert(row);
    }
    let known: BTreeSet<EventId> = brought.iter().map(|act| act.event.id).collect();
    // An act, and what took it back and did it again.
    let mut chains: BTreeMap<EventId, Vec<&Act>> = BTreeMap::new();
    for act in since {
        chains.entry(act.event.undoes.unwrap_or(act.event.id)).or_default().push(act);
    }
    let mut gone = BTreeSet::new();
    for (first, chain) in chains {
        let rests = chain.iter().any(|act| {
            let reach = Reach::of(act, same);
            reach.rows.iter().any(|(row, _)| touched.contains(row))
                || reach.held.iter().any(|row| made.contains(row))
        });
        let says_nothing = chain.iter().all(|act| act.event.changes.is_empty());
        if known.contains(&first) || says_nothing || (rests && chain.len() % 2 == 0) {
            gone.extend(chain.iter().map(|act| act.event.id));
        } else if rests {
            return Err(first);
        }
    }
    Ok(gone)
}

//! What rows rest on stays: a version that a session goes by, a round with stickers, a person who is
//! quoted. Whoever takes such a thing out did not know of it, and has it back as soon as it is
//! known, for good: what comes later, and knows of it, finds it standing.

use std::collections::HashMap;

use serde_json::Value;

use super::{super::same, Fold, Place};

/// How many rows that stand rest on a row.
#[derive(Default)]
pub(super) struct Held(HashMap<String, u32>);

impl Held {
    fn is(&self, id: &str) -> bool {
        self.0.get(id).is_some_and(|rows| *rows > 0)
    }
}

impl Fold<'_> {
    /// A row that stands rests on others.
    pub(super) fn hold(&mut self, row: &Value) {
        for id in same::holds(row) {
            match self.held.0.get_mut(id) {
                Some(rows) => *rows += 1,
                None => drop(self.held.0.insert(id.to_owned(), 1)),
            }
            if self.entries.get(id).is_some_and(|entry| !entry.live) {
                self.loose.insert(id.to_owned());
            }
        }
    }

    /// It no longer does.
    pub(super) fn let_go(&mut self, row: &Value) {
        for id in same::holds(row) {
            if let Some(rows) = self.held.0.get_mut(id) {
                *rows = rows.saturating_sub(1);
            }
        }
    }

    /// After each act: what others rest on comes back, and what that rests on.
    pub(super) fn keep_held(&mut self, now: Place) {
        while let Some(id) = self.loose.pop_first() {
            let Some(entry) = self.entries.get_mut(&id) else { continue };
            if entry.live || !self.held.is(&id) {
                continue;
            }
            entry.live = true;
            let (is_version, is_person) = (entry.table == "design", entry.table == "participant");
            let value = entry.value.clone();
            self.hold(&value);
            if is_version {
                self.free_number(&id);
            }
            if is_person {
                self.seat(now, &id);
            }
        }
    }
}

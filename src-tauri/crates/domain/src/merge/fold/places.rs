//! What only one can have: a version its number, a person their seat.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Fold, Place, entry::Write};

impl Fold<'_> {
    /// A version that comes where another has its number takes the next one.
    pub(super) fn number(&mut self, id: &str) {
        let taken = self.numbers(id);
        let last = taken.last().copied().unwrap_or_default();
        self.renumber(id, |own| if taken.contains(&own) { last + 1 } else { own });
    }

    /// One that stays for the sake of others takes the first that is free: versions that are made
    /// later change nothing in it.
    pub(super) fn free_number(&mut self, id: &str) {
        let taken = self.numbers(id);
        self.renumber(id, |own| {
            let mut next = (own..).take(taken.len() + 1);
            next.find(|number| !taken.contains(number)).unwrap_or(own)
        });
    }

    /// The numbers of the other versions.
    fn numbers(&self, id: &str) -> BTreeSet<u64> {
        let others = self.versions.iter().filter(|other| *other != id);
        let stand = others.filter_map(|id| self.entries.get(id)).filter(|entry| entry.live);
        stand.filter_map(|entry| entry.value["number"].as_u64()).collect()
    }

    fn renumber(&mut self, id: &str, to: impl Fn(u64) -> u64) {
        if let Some(entry) = self.entries.get_mut(id)
            && let Some(own) = entry.value["number"].as_u64()
        {
            entry.value["number"] = json!(to(own));
        }
    }

    /// Two people who were given one seat: the second is left standing, and it is shown.
    pub(super) fn seat(&mut self, now: Place, id: &str) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        let seat = entry.value["seat"].clone();
        let session = entry.value["session"].as_str().unwrap_or_default();
        let taken = entry.live
            && !seat.is_null()
            && self.people.get(session).into_iter().flatten().any(|other| {
                self.entries
                    .get(other)
                    .is_some_and(|other| other.live && other.value["seat"] == seat)
            });
        if taken {
            entry.value["seat"] = Value::Null;
            let writes = entry.fields.entry(vec!["seat".to_owned()]).or_default();
            if !writes.iter().any(|write| write.by == now) {
                writes.push(Write { by: now, value: Some(seat) });
            }
        }
        self.entries.insert(id.to_owned(), entry);
    }
}

//! What is left in the end, and what is said differently of it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::{
    super::{Act, Conflict, Side, put::at, same},
    Fold, Folded, Place, Row,
    entry::{Entry, Write},
    session_of,
};
use crate::{Moment, SessionId};

impl Fold<'_> {
    /// What rests on nothing is left out. `within`: the sessions to say it of, with the study
    /// around them; None: all.
    pub(super) fn close(mut self, within: Option<&BTreeSet<SessionId>>) -> Folded {
        let mut standing: BTreeMap<usize, (String, Entry)> = BTreeMap::new();
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for (id, entry) in self.entries.drain().filter(|(_, entry)| entry.live) {
            ids.insert(id.clone());
            standing.insert(entry.order, (id, entry));
        }
        loop {
            let hangs = |(_, entry): &(String, Entry)| {
                same::references(&entry.value).any(|held| !ids.contains(held))
            };
            let loose: Vec<usize> =
                standing.iter().filter(|(_, row)| hangs(row)).map(|(at, _)| *at).collect();
            if loose.is_empty() {
                break;
            }
            for at in loose {
                if let Some((id, _)) = standing.remove(&at) {
                    ids.remove(&id);
                }
            }
        }
        if let Some(sessions) = within {
            standing.retain(|_, (id, entry)| {
                let of = session_of(&entry.table, id, &entry.value);
                of.is_none_or(|of| sessions.contains(&of))
            });
        }
        let mut turns: HashMap<&str, Vec<Moment>> = HashMap::new();
        for (_, entry) in standing.values().filter(|(_, entry)| entry.table == "span") {
            let session = entry.value["session"].as_str().unwrap_or_default();
            turns.entry(session).or_default().extend(entry.moments("started"));
        }
        let conflicts = standing.values().flat_map(|(id, entry)| {
            let session = entry.value["session"].as_str().unwrap_or_default();
            self.differing(id, entry, turns.get(session).map_or(&[], Vec::as_slice))
        });
        let conflicts = conflicts.collect();
        let rows = standing
            .into_values()
            .map(|(id, Entry { table, value, .. })| Row { table, id, value })
            .collect();
        let same = self.aliases.into_iter().map(|(id, alias)| (id, alias.of)).collect();
        Folded { rows, conflicts, same }
    }

    /// What is said differently of one row. `turns`: when the evening of its session went on, by
    /// each laptop's clock.
    fn differing(&self, id: &str, entry: &Entry, turns: &[Moment]) -> Vec<Conflict> {
        let side = |place: Place, value: Option<Value>| {
            let Act { sitting, event, .. } = self.acts.get(place)?;
            let who = self.names.get(sitting).copied().unwrap_or_default().to_owned();
            Some(Side { act: event.id, at: event.at, by: event.by, who, value })
        };
        // Nobody said so by hand: both laptops filled it in as they kept the row.
        let by_itself = |hands: &BTreeSet<Place>| {
            hands.iter().all(|by| *by == entry.maker || entry.matched.contains(by))
        };
        let settles_itself = |path: &[String], hands: &BTreeSet<Place>| {
            let follows = same::follows(&entry.table, path) && by_itself(hands);
            same::passes(&entry.table, path)
                || (follows && same::in_passing(&entry.moments("at"), turns))
        };
        let conflict = |path: &[String], stands: Option<Value>, sides, asked| {
            let (table, row) = (entry.table.clone(), id.to_owned());
            Conflict { table, row, path: path.to_vec(), stands, sides, asked }
        };
        let mut found = Vec::new();
        if !entry.out.is_empty() {
            let last = entry.fields.values().flatten().map(|write| write.by).max();
            let kept = (last.unwrap_or(entry.maker), Some(entry.value.clone()));
            let sides = entry.out.iter().map(|out| (*out, None)).chain([kept]);
            let sides = sides.filter_map(|(place, value)| side(place, value)).collect();
            found.push(conflict(&[], Some(entry.value.clone()), sides, true));
        }
        let mut fields = entry.fields.iter().peekable();
        while let Some((path, writes)) = fields.next() {
            // A field and those inside it: one says the whole, another a part of it.
            let mut writes: Vec<(&[String], &Write)> =
                writes.iter().map(|write| (path.as_slice(), write)).collect();
            while let Some((inner, more)) = fields.next_if(|(inner, _)| inner.starts_with(path)) {
                writes.extend(more.iter().map(|write| (inner.as_slice(), write)));
            }
            let stands = |path: &[String]| at(&entry.value, path).cloned();
            let parts: BTreeSet<&[String]> = writes.iter().map(|(path, _)| *path).collect();
            let hands: BTreeSet<Place> = writes.iter().map(|(_, write)| write.by).collect();
            let nested = parts.len() > 1 && hands.len() > 1;
            let ordered = path.last().map(String::as_str) == Some(crate::delta::ORDER);
            let differs = writes.iter().any(|(path, write)| {
                let stands = stands(path);
                stands != write.value
                    && !(same::is_empty(stands.as_ref()) && same::is_empty(write.value.as_ref()))
            });
            if nested || (differs && !ordered) || (ordered && hands.len() > 1) {
                writes.sort_by_key(|(_, write)| write.by);
                let sides = writes
                    .iter()
                    .filter_map(|(_, write)| side(write.by, write.value.clone()))
                    .collect();
                found.push(conflict(path, stands(path), sides, !settles_itself(path, &hands)));
            }
        }
        found
    }
}

//! What is somebody's, as the acts stand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use uuid::Uuid;

use super::{Erased, versions};
use crate::{Change, Diff, Event, FlipItemId, LineId, ParticipantId, merge::Folded};

/// What an erasure names of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theirs {
    pub people: Vec<ParticipantId>,
    pub lines: Vec<Vec<LineId>>,
    pub flip_items: Vec<Vec<FlipItemId>>,
    pub one: Vec<Vec<Uuid>>,
}

impl Theirs {
    /// Whether an erasure has to name more than was named: lines of which an older version is
    /// under somebody else's name, or nobody's.
    #[must_use]
    pub fn beyond<'a>(self, erased: &Erased, events: impl IntoIterator<Item = &'a Event>) -> Self {
        let (mut lines, mut flip_items) = (BTreeSet::new(), BTreeSet::new());
        for change in events.into_iter().flat_map(|event| &event.changes) {
            match change {
                Change::Line(diff) => {
                    let left = versions(diff).filter(|line| !erased.is_line(line));
                    lines.extend(left.map(|line| line.id));
                }
                Change::FlipItem(diff) => {
                    let left = versions(diff).filter(|item| !erased.is_flip_item(item));
                    flip_items.extend(left.map(|item| item.id));
                }
                _ => {}
            }
        }
        let Self { people, lines: own, flip_items: items, one } = self;
        let lines = own.into_iter().filter(|ids| ids.iter().any(|id| lines.contains(id)));
        let items = items.into_iter().filter(|ids| ids.iter().any(|id| flip_items.contains(id)));
        Self { people, lines: lines.collect(), flip_items: items.collect(), one }
    }

    /// Whether there is nothing to name but the person.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.flip_items.is_empty()
    }
}

/// What is a person's: whose words a line is, is what it says now, or what it said last before it
/// was taken out. A line that was typed under the wrong seat and mended is not theirs.
///
/// `events` in the canonical order, and after them those that wait beside the journal. `folded` is
/// what the journal adds up to.
pub fn theirs<'a>(
    person: ParticipantId,
    events: impl IntoIterator<Item = &'a Event>,
    folded: &Folded,
    erased: &Erased,
) -> Theirs {
    let ids = Ids::of(folded);
    let people: Vec<ParticipantId> = ids.all(person.0).into_iter().map(ParticipantId).collect();
    let is_own = |who: &ParticipantId| people.contains(who);
    // Words that two people said are theirs too; on the flip chart, only what they alone said.
    let line = |speakers: &[ParticipantId]| speakers.iter().any(is_own);
    let item = |speakers: &[ParticipantId]| {
        speakers.iter().any(is_own) && speakers.iter().all(|who| is_own(who) || erased.has(*who))
    };

    let (mut lines, mut items, mut under) = (BTreeMap::new(), BTreeMap::new(), BTreeSet::new());
    for change in events.into_iter().flat_map(|event| &event.changes) {
        match change {
            Change::Line(Diff { before, after }) => {
                let last = after.as_ref().or(before.as_ref());
                lines.extend(last.map(|line| (line.id.0, line.speakers.as_slice())));
                under.extend(last.filter(|one| line(&one.speakers)).map(|one| one.id.0));
            }
            Change::FlipItem(Diff { before, after }) => {
                let last = after.as_ref().or(before.as_ref());
                items.extend(last.map(|item| (item.id.0, item.speakers.as_slice())));
                under.extend(last.filter(|one| item(&one.speakers)).map(|one| one.id.0));
            }
            _ => {}
        }
    }
    let lines = ids.of_table(folded, "line", &lines, line);
    let items = ids.of_table(folded, "flip_item", &items, item);
    let named: BTreeSet<Uuid> = lines.iter().chain(&items).flatten().copied().collect();
    let one: BTreeSet<Vec<Uuid>> =
        under.into_iter().filter(|id| !named.contains(id)).map(|id| ids.all(id)).collect();
    Theirs {
        one: one.into_iter().filter(|ids| ids.len() > 1).collect(),
        people,
        lines: lines.into_iter().map(|ids| ids.into_iter().map(LineId).collect()).collect(),
        flip_items: items
            .into_iter()
            .map(|ids| ids.into_iter().map(FlipItemId).collect())
            .collect(),
    }
}

/// The ids that rows go by, and all that go by one.
struct Ids {
    goes_by: BTreeMap<Uuid, Uuid>,
}

impl Ids {
    fn of(folded: &Folded) -> Self {
        let read = |(id, of): (&String, &String)| Some((id.parse().ok()?, of.parse().ok()?));
        Self { goes_by: folded.same.iter().filter_map(read).collect() }
    }

    fn one(&self, id: Uuid) -> Uuid {
        self.goes_by.get(&id).copied().unwrap_or(id)
    }

    fn all(&self, id: Uuid) -> Vec<Uuid> {
        let one = self.one(id);
        let others = self.goes_by.iter().filter(|(_, of)| **of == one).map(|(id, _)| *id);
        let all: BTreeSet<Uuid> = others.chain([id, one]).collect();
        all.into_iter().collect()
    }

    /// Rows of a table that are theirs by who speaks: as the row stands, or as it stood last.
    fn of_table(
        &self,
        folded: &Folded,
        table: &str,
        last: &BTreeMap<Uuid, &[ParticipantId]>,
        is: impl Fn(&[ParticipantId]) -> bool,
    ) -> Vec<Vec<Uuid>> {
        let speakers = |row: &Value| -> Vec<ParticipantId> {
            let ids = row["speakers"].as_array().into_iter().flatten();
            ids.filter_map(|id| id.as_str()?.parse().ok().map(ParticipantId)).collect()
        };
        let stands: BTreeMap<Uuid, bool> = folded
            .rows
            .iter()
            .filter(|row| row.table == table)
            .filter_map(|row| Some((row.id.parse().ok()?, is(&speakers(&row.value)))))
            .collect();
        let mut found: BTreeSet<Uuid> =
            stands.iter().filter(|(_, is)| **is).map(|(id, _)| *id).collect();
        for (id, who) in last {
            if !stands.contains_key(&self.one(*id)) && is(who) {
                found.insert(self.one(*id));
            }
        }
        found.into_iter().map(|id| self.all(id)).collect()
    }
}

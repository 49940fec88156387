//! Erasing a person: their words and what is known of them go, what was counted stays
//! (rules.md, The record).
//!
//! An erasure is an act. It changes no row itself: it is done to all acts of the record, those
//! before it and those that another laptop brings later, and the tables are what the acts then add
//! up to. So it does not matter which laptop meets which first, or how often, and no older act
//! holds a word that Undo could bring back.
//!
//! What is left of an act depends on that act and the erasures alone: done twice, it is as done
//! once.

mod theirs;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Change, Diff, ErasureId, Event, FlipItem, FlipItemId, Line, LineId, Moment, Participant,
    ParticipantId, SessionId, Words, merge::Act,
};

pub use theirs::{Theirs, theirs};

/// What stands in the place of words that went, where something has to.
pub const GONE: &str = "…";

/// Somebody was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Erasure {
    pub id: ErasureId,
    pub session: SessionId,
    /// Whose row may be gone by now: this points at nothing.
    pub person: ParticipantId,
    pub at: Moment,
    /// All ids that the person goes by, where two laptops wrote them down each.
    pub people: Vec<ParticipantId>,
    /// Their lines as they were known, each with all ids that it goes by. What they say by any
    /// version of a line goes without being named here.
    pub lines: Vec<Vec<LineId>>,
    /// What they alone said on the flip chart.
    pub flip_items: Vec<Vec<FlipItemId>>,
    /// Other rows that were found to be one by words that go: those that stood under their name
    /// for a while.
    #[ts(type = "Array<Array<string>>")]
    pub one: Vec<Vec<Uuid>>,
}

/// Everything that was erased.
#[derive(Clone, Debug, Default)]
pub struct Erased {
    /// Since when.
    people: BTreeMap<ParticipantId, Moment>,
    lines: BTreeSet<LineId>,
    flip_items: BTreeSet<FlipItemId>,
    /// Rows that were found to be one thing while their words were there, under one id.
    one: BTreeMap<Uuid, Uuid>,
}

impl Erased {
    /// What some acts erase.
    pub fn by<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        let mut erased = Self::default();
        for change in events.into_iter().flat_map(|event| &event.changes) {
            if let Change::Erasure(diff) = change {
                versions(diff).for_each(|erasure| erased.add(erasure));
            }
        }
        erased
    }

    /// Takes one more in.
    pub fn add(&mut self, erasure: &Erasure) {
        for id in erasure.people.iter().chain([&erasure.person]) {
            let at = self.people.entry(*id).or_insert(erasure.at);
            *at = erasure.at.min(*at);
        }
        self.lines.extend(erasure.lines.iter().flatten());
        self.flip_items.extend(erasure.flip_items.iter().flatten());
        self.unite(erasure.people.iter().map(|id| id.0).collect());
        erasure.lines.iter().for_each(|ids| self.unite(ids.iter().map(|id| id.0).collect()));
        erasure.flip_items.iter().for_each(|ids| self.unite(ids.iter().map(|id| id.0).collect()));
        erasure.one.iter().for_each(|ids| self.unite(ids.iter().copied().collect()));
    }

    /// Whoever meets whom first: the lowest of all ids that are one, by any erasure.
    fn unite(&mut self, ids: BTreeSet<Uuid>) {
        let known: BTreeSet<Uuid> =
            ids.iter().map(|id| self.one.get(id).copied().unwrap_or(*id)).collect();
        let Some(lowest) = known.first().copied() else { return };
        for one in self.one.values_mut().filter(|one| known.contains(one)) {
            *one = lowest;
        }
        self.one.extend(ids.into_iter().map(|id| (id, lowest)));
    }

    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// Who was erased, under all ids.
    pub fn people(&self) -> impl Iterator<Item = ParticipantId> {
        self.people.keys().copied()
    }

    pub fn has(&self, person: ParticipantId) -> bool {
        self.people.contains_key(&person)
    }

    /// Whether a line is known to be theirs by its id.
    pub fn has_line(&self, line: LineId) -> bool {
        self.lines.contains(&line)
    }

    /// Whether the same is known of what stands on the flip chart.
    pub fn has_flip_item(&self, item: FlipItemId) -> bool {
        self.flip_items.contains(&item)
    }

    /// Whether a row lost its words.
    pub(crate) fn took_words(&self, table: &str, row: &Value) -> bool {
        let words = match table {
            "line" | "flip_item" => "text",
            "participant" => "name",
            _ => return false,
        };
        !self.is_empty() && row[words].as_str() == Some("")
    }

    /// What a row that lost its words is known by, in the place of the words: rows that were one
    /// stay one. None: nothing says what it is one with.
    pub(crate) fn key(&self, table: &str, row: &Value) -> Option<String> {
        let one = self.one(row["id"].as_str()?.parse().ok()?)?;
        Some(format!("{table} erased {one}"))
    }

    /// The one id of a row that lost its words.
    pub(crate) fn one(&self, id: Uuid) -> Option<Uuid> {
        self.one.get(&id).copied()
    }

    /// An act without what was erased.
    pub fn clean_act<'a>(&self, act: &'a Act) -> Cow<'a, Act> {
        match self.clean_event(&act.event) {
            Cow::Borrowed(_) => Cow::Borrowed(act),
            Cow::Owned(event) => Cow::Owned(Act { stamp: act.stamp, sitting: act.sitting, event }),
        }
    }

    /// What happened without what was erased.
    pub fn clean_event<'a>(&self, event: &'a Event) -> Cow<'a, Event> {
        if self.is_empty() || !event.changes.iter().any(|change| self.is_about(change)) {
            return Cow::Borrowed(event);
        }
        let mut event = event.clone();
        event.changes.iter_mut().for_each(|change| self.clean_change(change));
        without_names(&mut event.words);
        Cow::Owned(event)
    }

    /// Whether a change is about somebody who was erased, so that its act may name them.
    fn is_about(&self, change: &Change) -> bool {
        match change {
            Change::Participant(diff) => versions(diff).any(|person| self.has(person.id)),
            Change::Line(diff) => versions(diff).any(|line| self.is_line(line)),
            Change::FlipItem(diff) => versions(diff).any(|item| self.is_flip_item(item)),
            Change::Tip(diff) => versions(diff).any(|tip| self.has(tip.participant)),
            Change::Sticker(diff) => versions(diff).any(|sticker| self.has(sticker.participant)),
            Change::Rating(diff) => {
                versions(diff).filter_map(|rating| rating.participant).any(|who| self.has(who))
            }
            Change::Round(diff) => {
                versions(diff).flat_map(|round| &round.abstained).any(|who| self.has(*who))
            }
            _ => false,
        }
    }

    fn clean_change(&self, change: &mut Change) {
        match change {
            Change::Participant(diff) => versions_mut(diff).for_each(|person| self.shell(person)),
            Change::Line(diff) => {
                versions_mut(diff).filter(|line| self.is_line(line)).for_each(|l| l.text.clear());
            }
            Change::FlipItem(diff) => versions_mut(diff)
                .filter(|item| self.is_flip_item(item))
                .for_each(|item| item.text.clear()),
            Change::Tip(diff) => versions_mut(diff)
                .filter(|tip| self.has(tip.participant))
                .for_each(|tip| tip.text.clear()),
            _ => {}
        }
    }

    /// Whether words are theirs: where several people said them, nobody can tell whose is which.
    fn is_line(&self, line: &Line) -> bool {
        self.has_line(line.id) || line.speakers.iter().any(|who| self.has(*who))
    }

    /// On the flip chart stands what the group agreed on: it is theirs where they alone said it.
    fn is_flip_item(&self, item: &FlipItem) -> bool {
        self.has_flip_item(item.id)
            || (!item.speakers.is_empty() && item.speakers.iter().all(|who| self.has(*who)))
    }

    /// What is left of a person: the seat, and that somebody was there. They count, and are not
    /// quoted.
    fn shell(&self, person: &mut Participant) {
        let Some(at) = self.people.get(&person.id) else { return };
        *person = Participant {
            seat: person.seat,
            came: person.came,
            left: person.left,
            // That they stayed away counts; why is nobody’s business any more.
            absence: person.absence.take().map(|_| GONE.to_owned()),
            withdrew: Some(*at),
            replaces: person.replaces,
            ..Participant::new(person.id, person.session)
        };
    }
}

/// Before and after, as far as they are there.
fn versions<T>(diff: &Diff<T>) -> impl Iterator<Item = &T> {
    diff.before.iter().chain(&diff.after)
}

fn versions_mut<T>(diff: &mut Diff<T>) -> impl Iterator<Item = &mut T> {
    diff.before.iter_mut().chain(&mut diff.after)
}

/// What an act is called, without names of people and first words of lines.
fn without_names(words: &mut Words) {
    for (name, arg) in &mut words.args {
        let names_somebody = match name.as_str() {
            "name" | "of" | "text" | "into" => true,
            // Who has no seat is called by name there.
            "seat" => !arg.chars().all(|c| c.is_ascii_digit()),
            _ => false,
        };
        if names_somebody {
            GONE.clone_into(arg);
        }
    }
}

//! What a set of acts adds up to.

mod close;
mod entry;
mod held;
mod places;
mod rows;

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, btree_map},
};

use chrono::Duration;
use serde_json::Value;

use self::{
    entry::{Alias, Entry},
    held::Held,
};
use super::{Act, Conflict, Known, Sitting, SittingId, clocks::Clocks};
use crate::{Change, EventId, SessionId, delta::between, erasing::Erased};

/// A row that stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The table, as [`Change`] calls it.
    pub table: String,
    /// The row's id. The study's own row has none: it is called `study`.
    pub id: String,
    pub value: Value,
}

impl Row {
    /// The session it belongs to. None: the study around the sessions.
    pub fn session(&self) -> Option<SessionId> {
        session_of(&self.table, &self.id, &self.value)
    }
}

fn session_of(table: &str, id: &str, row: &Value) -> Option<SessionId> {
    let of = if table == "session" { id } else { row["session"].as_str()? };
    of.parse().ok().map(SessionId)
}

/// What a set of acts adds up to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// In the order in which they were made.
    pub rows: Vec<Row>,
    pub conflicts: Vec<Conflict>,
    /// Rows that are one thing with another, and the id it goes by.
    pub same: BTreeMap<String, String>,
}

/// Puts acts together, whatever order they come in; one that comes twice counts once.
pub fn fold<'a>(acts: impl IntoIterator<Item = &'a Act>, sittings: &[Sitting]) -> Folded {
    put_together(acts, sittings, None)
}

/// Puts acts on some sessions, and on the study around them, together: see [`Act::within`].
/// `sessions`: those, with all that somebody has taken out (see [`taken_out`]).
///
/// Sessions hang together only by the study around them, so of those that it is about this gives
/// what [`fold`] gives over all acts.
pub fn fold_part<'a>(
    acts: impl IntoIterator<Item = &'a Act>,
    sittings: &[Sitting],
    sessions: &BTreeSet<SessionId>,
) -> Folded {
    put_together(acts, sittings, Some(sessions))
}

fn put_together<'a>(
    acts: impl IntoIterator<Item = &'a Act>,
    sittings: &[Sitting],
    within: Option<&BTreeSet<SessionId>>,
) -> Folded {
    let mut whole: BTreeMap<(i64, EventId), Cow<Act>> = BTreeMap::new();
    for act in acts {
        match whole.entry((act.stamp, act.event.id)) {
            btree_map::Entry::Vacant(free) => {
                free.insert(Cow::Borrowed(act));
            }
            // Each of two laptops may have a part of it.
            btree_map::Entry::Occupied(mut there) => {
                let here = there.insert(Cow::Borrowed(act));
                let joined = Act::joined(here, act);
                there.insert(joined);
            }
        }
    }
    let erased = Erased::by(whole.values().map(|act| &act.event));
    let acts: Vec<Cow<Act>> = whole.values().map(|act| erased.clean_act(act)).collect();
    let acts: Vec<&Act> = acts.iter().map(AsRef::as_ref).collect();
    let known = Known::of(sittings);
    let clocks = Clocks::of(&acts, &known, &erased);
    let names = sittings.iter().map(|sitting| (sitting.id, sitting.who.as_str())).collect();
    let mut fold = Fold { acts, known, clocks, names, erased, ..Fold::default() };
    for now in 0..fold.acts.len() {
        fold.act(now);
    }
    fold.close(within)
}

/// An act, by its place in the canonical order.
type Place = usize;

#[derive(Default)]
struct Fold<'a> {
    acts: Vec<&'a Act>,
    known: Known,
    clocks: Clocks,
    names: HashMap<SittingId, &'a str>,
    erased: Erased,
    entries: HashMap<String, Entry>,
    /// Rows that may be one thing, by the sitting that made them.
    by_key: HashMap<String, BTreeMap<SittingId, Vec<String>>>,
    aliases: BTreeMap<String, Alias>,
    /// People by session, for seats.
    people: HashMap<String, Vec<String>>,
    versions: BTreeSet<String>,
    held: Held,
    /// Rows that were taken out, and that others may rest on.
    loose: BTreeSet<String>,
}

impl Fold<'_> {
    fn knew(&self, later: Place, earlier: Place) -> bool {
        let point = |place: Place| self.acts.get(place).map(|act| (act.sitting, act.stamp));
        point(later).zip(point(earlier)).is_some_and(|(l, e)| self.known.knew(l, e))
    }

    fn sitting(&self, place: Place) -> SittingId {
        self.acts.get(place).map(|act| act.sitting).unwrap_or_default()
    }

    /// How far the clock of one act was ahead of that of another, in the session of a row.
    fn ahead(&self, row: &Value, of: Place, than: Place) -> Duration {
        let session = row["session"].as_str().and_then(|id| id.parse().ok().map(SessionId));
        let ahead = |session| self.clocks.ahead(session, self.sitting(of), self.sitting(than));
        session.map_or(Duration::zero(), ahead)
    }

    fn act(&mut self, now: Place) {
        let Some(act) = self.acts.get(now).copied() else { return };
        let mut seated = Vec::new();
        for change in &act.event.changes {
            if let Change::DesignEdit(edit) = change {
                let id = edit.design.to_string();
                for delta in &edit.deltas {
                    let mut delta = delta.clone();
                    delta.path.insert(0, "design".to_owned());
                    self.write(now, &id, &delta);
                }
                if self.entries.get(&id).is_some_and(|entry| !entry.live) {
                    self.stands(now, &id);
                }
                continue;
            }
            let Ok(mut told) = serde_json::to_value(change) else { continue };
            let table = told["table"].as_str().unwrap_or_default().to_owned();
            let (before, after) = (told["before"].take(), told["after"].take());
            let id = self.change(now, &table, before, after);
            if table == "participant" {
                seated.push(id);
            }
        }
        for person in seated {
            self.seat(now, &person);
        }
        self.keep_held(now);
    }

    /// Takes one change in. Gives back the id that the row goes by.
    fn change(&mut self, now: Place, table: &str, mut before: Value, mut after: Value) -> String {
        let told = if after.is_null() { &before } else { &after };
        let own = told["id"].as_str().unwrap_or(table).to_owned();
        self.resolve(&mut before);
        self.resolve(&mut after);
        let id = self.aliases.get(&own).map_or_else(|| own.clone(), |alias| alias.of.clone());
        if after.is_null() {
            self.gone(now, &own, &id, &before);
            return id;
        }
        match self.entries.get(&id).map(|entry| entry.live) {
            Some(true) => {
                let stood = if before.is_null() { self.value(&id) } else { before };
                for delta in between(&stood, &after) {
                    self.write(now, &id, &delta);
                }
                id
            }
            _ => self.made(now, table, id, &before, after),
        }
    }

    fn value(&self, id: &str) -> Value {
        self.entries.get(id).map(|entry| entry.value.clone()).unwrap_or_default()
    }

    /// Calls rows that are one thing by one id.
    fn resolve(&self, value: &mut Value) {
        if self.aliases.is_empty() {
            return;
        }
        match value {
            Value::String(text) => {
                if let Some(alias) = self.aliases.get(text.as_str()) {
                    text.clone_from(&alias.of);
                }
            }
            Value::Array(list) => list.iter_mut().for_each(|value| self.resolve(value)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.resolve(value)),
            _ => {}
        }
    }
}

//! What a set of acts adds up to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Duration;
use serde_json::{Value, json};

use super::{
    Act, Conflict, Known, Side, Sitting, SittingId,
    clocks::Clocks,
    put::{at, put, put_set},
    same,
};
use crate::{
    Change, EventId, SessionId,
    delta::{Delta, between},
};

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
        let of = if self.table == "session" { &self.id } else { self.value["session"].as_str()? };
        of.parse().ok().map(SessionId)
    }
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
    let acts: BTreeMap<(i64, EventId), &Act> =
        acts.into_iter().map(|act| ((act.stamp, act.event.id), act)).collect();
    let acts: Vec<&Act> = acts.into_values().collect();
    let known = Known::of(sittings);
    let clocks = Clocks::of(&acts, &known);
    let names = sittings.iter().map(|sitting| (sitting.id, sitting.who.as_str())).collect();
    let mut fold = Fold { acts, known, clocks, names, ..Fold::default() };
    for now in 0..fold.acts.len() {
        fold.act(now);
    }
    fold.close()
}

/// An act, by its place in the canonical order.
type Place = usize;

#[derive(Clone)]
struct Entry {
    table: String,
    value: Value,
    live: bool,
    /// When it was made, among all rows.
    order: usize,
    maker: Place,
    /// By field: the acts that put something there, without those that a later one knew.
    fields: BTreeMap<Vec<String>, Vec<Write>>,
    /// Acts that took it out while others, who did not know, kept it.
    out: Vec<Place>,
    /// Acts that made the same thing elsewhere.
    matched: Vec<Place>,
}

#[derive(Clone)]
struct Write {
    by: Place,
    value: Option<Value>,
}

/// A row under another id: the id it goes by, and what stood there before it came.
struct Alias {
    of: String,
    covered: Value,
}

#[derive(Default)]
struct Fold<'a> {
    acts: Vec<&'a Act>,
    known: Known,
    clocks: Clocks,
    names: HashMap<SittingId, &'a str>,
    entries: HashMap<String, Entry>,
    by_key: HashMap<String, Vec<String>>,
    aliases: BTreeMap<String, Alias>,
    /// People by session, for seats.
    people: HashMap<String, Vec<String>>,
}

impl Fold<'_> {
    fn knew(&self, later: Place, earlier: Place) -> bool {
        let point = |place: Place| self.acts.get(place).map(|act| (act.sitting, act.stamp));
        point(later).zip(point(earlier)).is_some_and(|(l, e)| self.known.knew(l, e))
    }

    /// How far the clock of one act was ahead of that of another.
    fn ahead(&self, of: Place, than: Place) -> Duration {
        let sitting = |place: Place| self.acts.get(place).map(|act| act.sitting);
        let both = sitting(of).zip(sitting(than));
        both.map_or(Duration::zero(), |(of, than)| self.clocks.ahead(of, than))
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
                self.returned(now, &id);
                id
            }
            _ => self.made(now, table, id, after),
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

    /// A row is made, or comes back.
    fn made(&mut self, now: Place, table: &str, id: String, mut value: Value) -> String {
        let key = same::key(table, &value);
        if let Some(other) = key.as_deref().and_then(|key| self.same(now, table, key, &value, &id))
        {
            let covered = self.value(&other);
            self.aliases.insert(id, Alias { of: other.clone(), covered });
            // A row that others went by goes by the new name too.
            self.unite(now, &other, &value);
            return other;
        }
        if table == "design" {
            self.number(&id, &mut value);
        }
        if table == "participant" {
            let session = value["session"].as_str().unwrap_or_default().to_owned();
            let people = self.people.entry(session).or_default();
            if !people.contains(&id) {
                people.push(id.clone());
            }
        }
        if let Some(key) = key {
            let ids = self.by_key.entry(key).or_default();
            if !ids.contains(&id) {
                ids.push(id.clone());
            }
        }
        if let Some(entry) = self.entries.get_mut(&id) {
            entry.live = true;
            entry.value = value;
            self.returned(now, &id);
        } else {
            let entry = Entry {
                table: table.to_owned(),
                value,
                live: true,
                order: self.entries.len(),
                maker: now,
                fields: BTreeMap::new(),
                out: Vec::new(),
                matched: Vec::new(),
            };
            self.entries.insert(id.clone(), entry);
        }
        id
    }

    /// The row that is the same thing, made where this one was not known.
    fn same(&self, now: Place, table: &str, key: &str, value: &Value, id: &str) -> Option<String> {
        let is = |other: &&String| {
            let Some(entry) = self.entries.get(*other).filter(|entry| entry.live) else {
                return false;
            };
            *other != id
                && same::key(table, &entry.value).as_deref() == Some(key)
                && (same::only_once(table)
                    || (!self.knew(now, entry.maker)
                        && !entry.matched.iter().any(|made| self.knew(now, *made))
                        && same::near(table, &entry.value, value, self.ahead(now, entry.maker))))
        };
        self.by_key.get(key)?.iter().find(is).cloned()
    }

    /// Puts what one laptop noted of a thing onto what another noted of it.
    fn unite(&mut self, now: Place, id: &str, value: &Value) {
        let Some(entry) = self.entries.get_mut(id) else { return };
        entry.matched.push(now);
        let (table, stood, maker) = (entry.table.clone(), entry.value.clone(), entry.maker);
        let fields = value.as_object().into_iter().flatten();
        for (name, after) in fields.filter(|(name, _)| *name != "id") {
            let (before, path) = (stood.get(name), vec![name.clone()]);
            if before == Some(after) || same::is_empty(Some(after)) {
                continue;
            }
            if same::is_set(&table, &path) {
                let delta = Delta { path, before: Some(json!([])), after: Some(after.clone()) };
                self.write(now, id, &delta);
                continue;
            }
            if !same::is_empty(before)
                && let Some(entry) = self.entries.get_mut(id)
                && !entry.fields.contains_key(&path)
            {
                let write = Write { by: maker, value: before.cloned() };
                entry.fields.insert(path.clone(), vec![write]);
            }
            let delta = Delta { path, before: before.cloned(), after: Some(after.clone()) };
            self.write(now, id, &delta);
        }
    }

    /// Puts one field.
    fn write(&mut self, now: Place, id: &str, delta: &Delta) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        let table = &entry.table;
        if same::is_set(table, &delta.path)
            && let (Some(before), Some(after)) = (&delta.before, &delta.after)
            && let Some(field) = delta.path.first()
            && let Some(stands) = entry.value.get_mut(field)
        {
            put_set(stands, before, after);
            self.entries.insert(id.to_owned(), entry);
            return;
        }
        let mut apart = false;
        for (path, writes) in &mut entry.fields {
            if path.starts_with(&delta.path) || delta.path.starts_with(path) {
                writes.retain(|write| !self.knew(now, write.by));
                apart |= !writes.is_empty();
            }
        }
        let stands = at(&entry.value, &delta.path);
        let further = |value| same::progress(table, &delta.path, value);
        let stays = apart
            && same::passes(table, &delta.path)
            && !same::is_empty(stands)
            && further(delta.after.as_ref()) <= further(stands);
        if !stays {
            put(&mut entry.value, delta);
        }
        let write = Write { by: now, value: delta.after.clone() };
        entry.fields.entry(delta.path.clone()).or_default().push(write);
        entry.fields.retain(|_, writes| !writes.is_empty());
        self.entries.insert(id.to_owned(), entry);
    }

    /// A row is taken out, unless somebody who did not know has changed it since.
    fn gone(&mut self, now: Place, own: &str, id: &str, before: &Value) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        let unchanged = entry.value == *before;
        if let Some(alias) = self.aliases.get(own) {
            // Only what this one put over it goes.
            if unchanged {
                entry.value = alias.covered.clone();
                for writes in entry.fields.values_mut() {
                    writes.retain(|write| !self.knew(now, write.by));
                }
                entry.fields.retain(|_, writes| !writes.is_empty());
            }
        } else if entry.live {
            entry.live = !unchanged;
            entry.out.retain(|out| !self.knew(now, *out));
            entry.out.push(now);
        }
        self.entries.insert(id.to_owned(), entry);
    }

    /// Whoever knew that it had been taken out has it back.
    fn returned(&mut self, now: Place, id: &str) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        entry.out.retain(|out| !self.knew(now, *out));
        self.entries.insert(id.to_owned(), entry);
    }

    /// A version takes the next number where another has its own.
    fn number(&self, id: &str, value: &mut Value) {
        let designs = || {
            let live = |(other, entry): &(&String, &Entry)| {
                entry.live && entry.table == "design" && *other != id
            };
            self.entries.iter().filter(live).filter_map(|(_, entry)| entry.value["number"].as_u64())
        };
        if designs().any(|taken| Some(taken) == value["number"].as_u64()) {
            value["number"] = json!(designs().max().unwrap_or_default() + 1);
        }
    }

    /// Two people who were given one seat: the second is left standing, and it is shown.
    fn seat(&mut self, now: Place, id: &str) {
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

    /// What others rest on stays, and what rests on nothing is left out.
    fn close(mut self) -> Folded {
        let mut open: Vec<String> =
            self.entries.iter().filter(|(_, e)| e.live).map(|(id, _)| id.clone()).collect();
        open.sort();
        while let Some(id) = open.pop() {
            let value = self.value(&id);
            for held in same::references(&value) {
                if self.entries.get(held).is_some_and(|entry| !entry.live) {
                    let mut kept = self.value(held);
                    if self.entries.get(held).is_some_and(|entry| entry.table == "design") {
                        self.number(held, &mut kept);
                    }
                    if let Some(entry) = self.entries.get_mut(held) {
                        (entry.live, entry.value) = (true, kept);
                    }
                    open.push(held.to_owned());
                }
            }
        }
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
        let conflicts = standing.values().flat_map(|(id, entry)| self.differing(id, entry));
        let conflicts = conflicts.collect();
        let rows = standing
            .into_values()
            .map(|(id, Entry { table, value, .. })| Row { table, id, value })
            .collect();
        let same = self.aliases.into_iter().map(|(id, alias)| (id, alias.of)).collect();
        Folded { rows, conflicts, same }
    }

    /// What is said differently of one row.
    fn differing(&self, id: &str, entry: &Entry) -> Vec<Conflict> {
        let side = |place: Place, value: Option<Value>| {
            let Act { sitting, event, .. } = self.acts.get(place)?;
            let who = self.names.get(sitting).copied().unwrap_or_default().to_owned();
            Some(Side { act: event.id, at: event.at, by: event.by, who, value })
        };
        let conflict = |path: &[String], stands: Option<Value>, sides: Vec<Side>| Conflict {
            table: entry.table.clone(),
            row: id.to_owned(),
            path: path.to_vec(),
            stands,
            sides,
            asked: !same::passes(&entry.table, path),
        };
        let mut found = Vec::new();
        if !entry.out.is_empty() {
            let last = entry.fields.values().flatten().map(|write| write.by).max();
            let kept = (last.unwrap_or(entry.maker), Some(entry.value.clone()));
            let sides = entry.out.iter().map(|out| (*out, None)).chain([kept]);
            let sides = sides.filter_map(|(place, value)| side(place, value)).collect();
            found.push(conflict(&[], Some(entry.value.clone()), sides));
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
                found.push(conflict(path, stands(path), sides));
            }
        }
        found
    }
}

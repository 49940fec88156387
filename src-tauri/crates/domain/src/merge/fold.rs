//! What a set of acts adds up to.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap, btree_map},
};

use chrono::Duration;
use serde_json::{Value, json};

use super::{
    Act, Conflict, Known, Side, Sitting, SittingId,
    clocks::Clocks,
    put::{at, put, put_set},
    same,
};
use crate::{
    Change, DesignId, EventId, Moment, SessionId,
    delta::{Delta, between},
    erasing::Erased,
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
    fold_part(acts, sittings, &BTreeMap::new())
}

/// Puts acts on some sessions, and on the study around them, together: see [`Act::within`].
/// `around`: the other sessions, and the version that each goes by, which stays for its sake.
///
/// Sessions hang together only by the study around them, so of those that it is about this gives
/// what [`fold`] gives over all acts.
pub fn fold_part<'a>(
    acts: impl IntoIterator<Item = &'a Act>,
    sittings: &[Sitting],
    around: &BTreeMap<SessionId, DesignId>,
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
    fold.close(around)
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

impl Entry {
    /// What each laptop that noted it says in a field that is a moment.
    fn moments(&self, field: &str) -> Vec<Moment> {
        let put = self.fields.get(&[field.to_owned()][..]).into_iter().flatten();
        let put = put.filter_map(|write| write.value.as_ref());
        let all = put.chain(self.value.get(field));
        all.filter_map(|at| at.as_str()?.parse().ok()).collect()
    }
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
    erased: Erased,
    entries: HashMap<String, Entry>,
    /// Rows that may be one thing, by the sitting that made them.
    by_key: HashMap<String, BTreeMap<SittingId, Vec<String>>>,
    aliases: BTreeMap<String, Alias>,
    /// People by session, for seats.
    people: HashMap<String, Vec<String>>,
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
        let key = self.key(table, &value);
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
            let sitting = self.sitting(now);
            let ids = self.by_key.entry(key).or_default().entry(sitting).or_default();
            // Only a row that comes back may be there already.
            if !self.entries.contains_key(&id) || !ids.contains(&id) {
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

    /// What names a row beyond its id, whether or not it still has its words.
    fn key(&self, table: &str, row: &Value) -> Option<String> {
        if self.erased.took_words(table, row) {
            return self.erased.key(table, row);
        }
        same::key(table, row)
    }

    /// The row that is the same thing, made where this one was not known.
    fn same(&self, now: Place, table: &str, key: &str, value: &Value, id: &str) -> Option<String> {
        let once = same::only_once(table);
        let is = |other: &&Entry| {
            let apart = once
                || (!self.knew(now, other.maker)
                    && !other.matched.iter().any(|made| self.knew(now, *made))
                    && same::near(table, &other.value, value, self.ahead(value, now, other.maker)));
            other.live && apart && self.key(table, &other.value).as_deref() == Some(key)
        };
        let own = self.sitting(now);
        let made = self.by_key.get(key)?.iter();
        // A sitting knew all of its own: of a thing said a thousand times none is looked at.
        let made = made.filter(|(sitting, _)| once || **sitting != own).flat_map(|(_, ids)| ids);
        let entries = made.filter(|other| *other != id);
        let entries = entries.filter_map(|id| Some((id, self.entries.get(id)?)));
        let same = entries.filter(|(_, entry)| is(entry)).min_by_key(|(_, entry)| entry.order);
        same.map(|(id, _)| id.clone())
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

    /// The numbers of the other versions.
    fn numbers(&self, id: &str) -> BTreeSet<u64> {
        let live = |(other, entry): &(&String, &Entry)| {
            entry.live && entry.table == "design" && *other != id
        };
        let designs = self.entries.iter().filter(live);
        designs.filter_map(|(_, entry)| entry.value["number"].as_u64()).collect()
    }

    /// A version takes the next number where another has its own.
    fn number(&self, id: &str, value: &mut Value) {
        let taken = self.numbers(id);
        if value["number"].as_u64().is_some_and(|own| taken.contains(&own)) {
            value["number"] = json!(taken.last().copied().unwrap_or_default() + 1);
        }
    }

    /// One that stays for the sake of others takes the first that is free: versions that are made
    /// later change nothing in it.
    fn free_number(&self, id: &str, value: &mut Value) {
        let taken = self.numbers(id);
        if let Some(own) = value["number"].as_u64() {
            let mut next = (own..).take(taken.len() + 1);
            let free = next.find(|number| !taken.contains(number));
            value["number"] = json!(free.unwrap_or(own));
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
    fn close(mut self, around: &BTreeMap<SessionId, DesignId>) -> Folded {
        let mut open: Vec<String> =
            self.entries.iter().filter(|(_, e)| e.live).map(|(id, _)| id.clone()).collect();
        let mut versions: BTreeSet<String> = around.values().map(ToString::to_string).collect();
        while let Some(id) = open.pop() {
            let Some(entry) = self.entries.get(&id) else { continue };
            let held: Vec<String> = same::references(&entry.value).map(str::to_owned).collect();
            for held in held {
                let Some(entry) = self.entries.get_mut(&held) else { continue };
                if entry.table == "design" {
                    versions.insert(held);
                } else if !entry.live {
                    entry.live = true;
                    open.push(held);
                }
            }
        }
        // Each takes its number in one order, whichever session holds it.
        while let Some(id) = versions.pop_first() {
            if self.entries.get(&id).is_none_or(|entry| entry.live) {
                continue;
            }
            let mut value = self.value(&id);
            self.free_number(&id, &mut value);
            versions.extend(value["amends"].as_str().map(str::to_owned));
            if let Some(entry) = self.entries.get_mut(&id) {
                (entry.live, entry.value) = (true, value);
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

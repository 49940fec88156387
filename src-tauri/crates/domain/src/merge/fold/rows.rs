//! Rows that come, change and go.

use serde_json::{Value, json};

use super::{
    super::{
        put::{at, put, put_set},
        same,
    },
    Fold, Place,
    entry::{Alias, Entry, Write},
};
use crate::delta::{Delta, between};

impl Fold<'_> {
    /// A row is made, or comes back: with `after` as it was made, or where it was taken out while
    /// others, who did not know, changed it from `before`.
    pub(super) fn made(
        &mut self,
        now: Place,
        table: &str,
        id: String,
        before: &Value,
        after: Value,
    ) -> String {
        let key = self.key(table, &after);
        if let Some(other) = key.as_deref().and_then(|key| self.same(now, table, key, &after, &id))
        {
            let covered = self.value(&other);
            self.aliases.insert(id, Alias { of: other.clone(), covered });
            // A row that others went by goes by the new name too.
            self.unite(now, &other, &after);
            return other;
        }
        if table == "participant" {
            let session = after["session"].as_str().unwrap_or_default().to_owned();
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
            if before.is_null() {
                entry.value = after;
            } else {
                for delta in between(before, &after) {
                    self.write(now, &id, &delta);
                }
            }
        } else {
            let entry = Entry::new(table, after, self.entries.len(), now);
            self.entries.insert(id.clone(), entry);
        }
        self.stands(now, &id);
        id
    }

    /// A row that did not stand does again, or for the first time.
    pub(super) fn stands(&mut self, now: Place, id: &str) {
        if self.entries.get(id).is_some_and(|entry| entry.table == "design") {
            self.versions.insert(id.to_owned());
            self.number(id);
        }
        let Some(mut entry) = self.entries.remove(id) else { return };
        entry.live = true;
        self.touch(now, &mut entry);
        self.hold(&entry.value);
        self.entries.insert(id.to_owned(), entry);
    }

    /// An act has a hand in a row. Whoever knew that it had been taken out has it back.
    fn touch(&self, now: Place, entry: &mut Entry) {
        entry.hands.retain(|by| !self.knew(now, *by));
        entry.hands.push(now);
        entry.out.retain(|out| !self.knew(now, *out));
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
        let Some(mut entry) = self.entries.remove(id) else { return };
        entry.matched.push(now);
        self.touch(now, &mut entry);
        let (table, stood, maker) = (entry.table.clone(), entry.value.clone(), entry.maker);
        self.entries.insert(id.to_owned(), entry);
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
    pub(super) fn write(&mut self, now: Place, id: &str, delta: &Delta) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        let holds = entry.live && same::holds_by(&delta.path);
        if holds {
            self.let_go(&entry.value);
        }
        self.put(now, &mut entry, delta);
        if holds {
            self.hold(&entry.value);
        }
        self.touch(now, &mut entry);
        self.entries.insert(id.to_owned(), entry);
    }

    fn put(&self, now: Place, entry: &mut Entry, delta: &Delta) {
        let table = &entry.table;
        if same::is_set(table, &delta.path)
            && let (Some(before), Some(after)) = (&delta.before, &delta.after)
            && let Some(field) = delta.path.first()
            && let Some(stands) = entry.value.get_mut(field)
        {
            put_set(stands, before, after);
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
    }

    /// A row is taken out, unless somebody who did not know has had a hand in it.
    pub(super) fn gone(&mut self, now: Place, own: &str, id: &str, before: &Value) {
        let Some(mut entry) = self.entries.remove(id) else { return };
        if let Some(alias) = self.aliases.get(own) {
            // Only what this one put over it goes.
            if entry.value == *before {
                let covered = alias.covered.clone();
                for writes in entry.fields.values_mut() {
                    writes.retain(|write| !self.knew(now, write.by));
                }
                entry.fields.retain(|_, writes| !writes.is_empty());
                if entry.live {
                    self.let_go(&entry.value);
                    self.hold(&covered);
                }
                entry.value = covered;
            }
        } else if entry.live {
            entry.live = entry.hands.iter().any(|by| !self.knew(now, *by));
            entry.out.retain(|out| !self.knew(now, *out));
            entry.out.push(now);
            if !entry.live {
                self.let_go(&entry.value);
                self.loose.insert(id.to_owned());
            }
        }
        self.entries.insert(id.to_owned(), entry);
    }
}

//! A sound study out of what was found.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, Event, EventId, Moment, Role, Words,
    merge::{Act, Row, Sitting, SittingId},
};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Error, Record, Result, Store, journal,
    merge::change,
    sitting::{frontier, last_of},
    table::micros,
};

/// Makes a study in memory of acts, and of rows that tell what acts that are lost have told.
/// Gives back how many rows were put down anew, and how many had nothing left to stand on.
pub(super) fn mended(
    record: Record,
    rows: Vec<Row>,
    name: &str,
    now: Moment,
) -> Result<(Store, usize, usize)> {
    let folded = record.folded().rows;
    let told: BTreeMap<Key, &Value> = folded.iter().map(|row| (key(row), &row.value)).collect();
    let (mut wanted, mut anew) = (folded.clone(), Vec::new());
    for row in rows {
        match told.get(&key(&row)) {
            Some(value) if **value == row.value => {}
            // The table was written by an act that is lost.
            Some(_) => wanted
                .iter_mut()
                .filter(|w| key(w) == key(&row))
                .for_each(|w| w.value = row.value.clone()),
            None => anew.push(row),
        }
    }
    wanted.extend(anew);
    if !wanted.iter().any(|row| row.table == "study") {
        let value = json!({ "name": name, "made": now, "sample": domain::Sample::default() });
        wanted.insert(0, Row { table: "study".to_owned(), id: "study".to_owned(), value });
    }
    let standing = standing(wanted)?;
    if !standing.iter().any(|row| row.table == "design") {
        return Err(Error::NothingToSave);
    }
    let changes = changes(&folded, &standing)?;
    let stands: BTreeSet<Key> = standing.iter().map(key).collect();
    let left_out = folded.iter().filter(|row| !stands.contains(&key(row))).count();
    let mended = changes.len() - left_out;
    let whole = if changes.is_empty() { record } else { with_act(record, changes, now) };
    // Rows that are one thing on two laptops may stand otherwise once some acts are lost. Then the
    // history goes and what it adds up to stays.
    let store = put_down(&whole).or_else(|_| {
        let all = changes_to(&standing)?;
        put_down(&with_act(Record { owner: whole.owner.clone(), ..Record::default() }, all, now))
    })?;
    Ok((store, mended, left_out))
}

type Key = (String, String);

fn key(row: &Row) -> Key {
    (row.table.clone(), row.id.clone())
}

/// The rows that can stand together: what they point at is there, and nothing is there twice.
fn standing(mut wanted: Vec<Row>) -> Result<Vec<Row>> {
    let scratch = Store::in_memory()?;
    let mut standing = Vec::new();
    loop {
        let before = wanted.len();
        let mut waiting = Vec::new();
        for row in wanted {
            let put = change(&row.table, &Value::Null, &row.value)
                .and_then(|change| journal::apply(&scratch.db, &change));
            if put.is_ok() { standing.push(row) } else { waiting.push(row) }
        }
        // What points at a row that comes later is tried again.
        if waiting.is_empty() || waiting.len() == before {
            return Ok(standing);
        }
        wanted = waiting;
    }
}

/// What makes `before` into `after`.
fn changes(before: &[Row], after: &[Row]) -> Result<Vec<Change>> {
    let (stood, stands): (BTreeMap<Key, &Value>, BTreeMap<Key, &Value>) = (
        before.iter().map(|row| (key(row), &row.value)).collect(),
        after.iter().map(|row| (key(row), &row.value)).collect(),
    );
    let gone = before.iter().rev().filter(|row| !stands.contains_key(&key(row)));
    let gone = gone.map(|row| change(&row.table, &row.value, &Value::Null));
    let new = after.iter().filter(|row| stood.get(&key(row)) != Some(&&row.value)).map(|row| {
        let before = stood.get(&key(row)).copied().unwrap_or(&Value::Null);
        change(&row.table, before, &row.value)
    });
    gone.chain(new).collect()
}

fn changes_to(rows: &[Row]) -> Result<Vec<Change>> {
    changes(&[], rows)
}

/// A record with one act more, which knows all the others.
fn with_act(mut record: Record, changes: Vec<Change>, now: Moment) -> Record {
    let last = last_of(&record.acts, &record.sittings);
    let after = frontier(&last, &record.sittings);
    let own = Sitting { id: SittingId(Uuid::now_v7()), after, who: String::new() };
    let stamp = record.acts.last().map_or(0, |act| act.stamp + 1).max(micros(now));
    let event = Event {
        id: EventId(Uuid::now_v7()),
        at: now,
        session: None,
        by: Role::Moderator,
        words: Words::new("did-rescue"),
        undoes: None,
        undoable: false,
        changes,
    };
    record.acts.push(Act { stamp, sitting: own.id, event });
    record.sittings.push(own);
    record
}

/// Puts a record down in memory, if a sound study comes of it.
fn put_down(record: &Record) -> Result<Store> {
    let mut store = Store::in_memory()?;
    store.transact::<_, Error>(|tx| {
        tx.put_down(record)?;
        tx.set_owner(&record.owner)
    })?;
    let report = store.check()?;
    if !report.faults.is_empty() {
        return Err(Error::Damaged(format!("{:?}", report.faults)));
    }
    Ok(store)
}

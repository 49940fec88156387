//! What lies on the pages: acts of the journal, sittings, and rows of the tables.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Choice, DesignVersion, Erasure, FlipItem, Line, Participant, Pause, Rating, Round, Session,
    Span, Sticker, Study, Tick, Tip,
    merge::{Act, Row, Sitting, SittingId},
};
use rusqlite::{Connection, params_from_iter, types::Value};
use serde::Serialize;

use super::{cells, pages::Pages};
use crate::{
    Record, Result, Store, entry,
    table::{Table, find},
};

/// What was found in a file.
pub(super) struct Found {
    /// By number: the sitting each was done in, if it is named, and the act.
    pub acts: BTreeMap<i64, (Option<i64>, Act)>,
    sittings: HashMap<i64, Sitting>,
    owner: String,
    pub rows: Vec<Row>,
}

/// Looks through the pages.
pub(super) fn look(pages: &Pages) -> Result<Found> {
    let (mut acts, mut sittings) = (BTreeMap::new(), HashMap::new());
    let (mut scratch, mut owner) = (Scratch::new()?, String::new());
    for cell in cells::all(pages) {
        if let Some((sitting, act)) = act(&cell.values) {
            acts.insert(cell.n, (sitting, act));
        } else if let Some(sitting) = sitting(&cell.values) {
            sittings.insert(cell.n, sitting);
        } else if let [Value::Null, Value::Text(name)] = cell.values.as_slice() {
            owner.clone_from(name);
        } else {
            scratch.put(cell.n, &cell.values);
        }
    }
    Ok(Found { acts, sittings, owner, rows: scratch.rows.into_values().collect() })
}

impl Found {
    /// How many acts are missing between others.
    pub fn lost(&self) -> usize {
        let last = self.acts.keys().next_back().copied().unwrap_or_default();
        usize::try_from(last).unwrap_or_default().saturating_sub(self.acts.len())
    }

    /// The record as far as it was found, and the rows of the tables.
    pub fn told(self) -> (Record, Vec<Row>) {
        let Self { acts, sittings, owner, rows } = self;
        let named = |n: &Option<i64>| n.is_none_or(|n| sittings.contains_key(&n));
        // Where it is lost who knew what, all is one sitting: each act knew those before it.
        let whole = acts.values().all(|(sitting, _)| named(sitting));
        let mut told: Vec<Act> = acts
            .into_values()
            .map(|(n, act)| {
                let sitting = n.filter(|_| whole).and_then(|n| sittings.get(&n));
                Act { sitting: sitting.map_or(SittingId::BEFORE, |s| s.id), ..act }
            })
            .collect();
        told.sort_by_key(|act| (act.stamp, act.event.id));
        let mut sittings: Vec<(i64, Sitting)> = sittings.into_iter().filter(|_| whole).collect();
        sittings.sort_by_key(|(n, _)| *n);
        let sittings = sittings.into_iter().map(|(_, sitting)| sitting).collect();
        (Record { acts: told, sittings, owner }, rows)
    }
}

/// Reads an act of the journal: number, id, stamp, session, undoes, state, body, sitting.
fn act(values: &[Value]) -> Option<(Option<i64>, Act)> {
    let [
        Value::Null,
        Value::Text(id),
        Value::Integer(stamp),
        _,
        _,
        _,
        Value::Text(body),
        rest @ ..,
    ] = values
    else {
        return None;
    };
    let event = entry::read(body).ok()?;
    if event.id.to_string() != *id {
        return None;
    }
    let sitting = match rest.first() {
        Some(Value::Integer(n)) => Some(*n),
        _ => None,
    };
    Some((sitting, Act { stamp: *stamp, sitting: SittingId::BEFORE, event }))
}

/// Reads a sitting: number, id, after, floor, who.
fn sitting(values: &[Value]) -> Option<Sitting> {
    let [Value::Null, Value::Text(id), Value::Text(after), Value::Integer(_), rest @ ..] = values
    else {
        return None;
    };
    let who = match rest.first() {
        Some(Value::Text(who)) => who.clone(),
        _ => String::new(),
    };
    let (id, after) = (SittingId(id.parse().ok()?), serde_json::from_str(after).ok()?);
    Some(Sitting { id, after, who })
}

/// A study with nothing in it, to try which table a row fits: only one whose rules it keeps, and
/// that reads it, can be its own.
struct Scratch {
    store: Store,
    tables: Vec<Columns>,
    /// By table and number.
    rows: BTreeMap<(usize, i64), Row>,
}

impl Scratch {
    fn new() -> Result<Self> {
        let store = Store::in_memory()?;
        store.db.execute_batch("pragma foreign_keys = off")?;
        // With how many columns they had in the first format. Where a row would fit two, the first
        // has it: a tip would pass for a question that was asked.
        let tables = vec![
            Columns::of::<Study>(&store.db, 3)?,
            Columns::of::<DesignVersion>(&store.db, 3)?,
            Columns::of::<Session>(&store.db, 4)?,
            Columns::of::<Participant>(&store.db, 12)?,
            Columns::of::<Span>(&store.db, 6)?,
            Columns::of::<Pause>(&store.db, 4)?,
            Columns::of::<Tip>(&store.db, 5)?,
            Columns::of::<Tick>(&store.db, 5)?,
            Columns::of::<FlipItem>(&store.db, 12)?,
            Columns::of::<Round>(&store.db, 12)?,
            Columns::of::<Sticker>(&store.db, 6)?,
            Columns::of::<Choice>(&store.db, 7)?,
            Columns::of::<Rating>(&store.db, 7)?,
            Columns::of::<Line>(&store.db, 13)?,
            Columns::of::<Erasure>(&store.db, 8)?,
        ];
        Ok(Self { store, tables, rows: BTreeMap::new() })
    }

    /// Puts a row where it fits, if it fits anywhere.
    fn put(&mut self, n: i64, values: &[Value]) {
        let fitting = self
            .tables
            .iter()
            .enumerate()
            .find_map(|(at, columns)| Some((at, columns.put(&self.store.db, n, values)?)));
        if let Some((table, row)) = fitting {
            self.rows.insert((table, n), row);
        }
    }
}

/// The columns of a table, in the order in which its rows hold them.
struct Columns {
    table: &'static str,
    names: Vec<String>,
    /// How many a row has at the least: those that came with a later format may be missing.
    fewest: usize,
    /// Whether the first is the row's own number, which is not among its values.
    numbered: bool,
    /// Where the key is.
    key: usize,
    read: fn(&Connection, &Value) -> Option<Row>,
}

impl Columns {
    fn of<T: Table + Serialize>(db: &Connection, fewest: usize) -> Result<Self> {
        let mut query =
            db.prepare("select name, type, pk from pragma_table_info(?) order by cid")?;
        let mut rows = query.query([T::NAME])?;
        let (mut names, mut numbered) = (Vec::new(), false);
        while let Some(row) = rows.next()? {
            let (name, kind, key): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            numbered |= names.is_empty() && key == 1 && kind.eq_ignore_ascii_case("integer");
            names.push(name);
        }
        let key = T::COLUMNS.first().and_then(|key| names.iter().position(|name| name == key));
        let key = key.unwrap_or_default();
        Ok(Self { table: T::NAME, names, fewest, numbered, key, read: read::<T> })
    }

    /// Puts a row in and reads it. None: it is no row of this table.
    fn put(&self, db: &Connection, n: i64, values: &[Value]) -> Option<Row> {
        let numbered = values.first()? == &Value::Null;
        if numbered != self.numbered || values.len() < self.fewest {
            return None;
        }
        let mut values = values.to_vec();
        if numbered && let Some(first) = values.first_mut() {
            *first = Value::Integer(n);
        }
        let names: Vec<String> =
            self.names.get(..values.len())?.iter().map(|name| format!("\"{name}\"")).collect();
        let (table, columns, holes) =
            (self.table, names.join(", "), vec!["?"; values.len()].join(", "));
        let sql = format!("insert into {table} ({columns}) values ({holes})");
        db.prepare_cached(&sql).ok()?.execute(params_from_iter(&values)).ok()?;
        let key = values.get(self.key)?;
        let row = (self.read)(db, key);
        if row.is_none() {
            let sql = format!("delete from {table} where rowid = last_insert_rowid()");
            db.prepare_cached(&sql).ok()?.execute([]).ok()?;
        }
        row
    }
}

fn read<T: Table + Serialize>(db: &Connection, key: &Value) -> Option<Row> {
    let value = serde_json::to_value(find::<T>(db, key).ok()??).ok()?;
    let id = value["id"].as_str().unwrap_or(T::NAME).to_owned();
    Some(Row { table: T::NAME.to_owned(), id, value })
}

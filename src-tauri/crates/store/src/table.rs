//! What all tables have in common: a row is put, read and taken out by its key.

use std::{
    collections::HashMap,
    sync::{
        OnceLock,
        mpsc::{channel, sync_channel},
    },
    thread,
};

use domain::Moment;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter, types::Value};
use serde::{Serialize, de::DeserializeOwned};

use crate::{Error, Result};

/// Rows that are made ready at once, and how often, ahead of those that are put.
const READY: usize = 64;

/// A type whose values are the rows of a table.
pub trait Table: Sized + PartialEq + Clone {
    const NAME: &'static str;
    /// The columns, key first.
    const COLUMNS: &'static [&'static str];

    /// The row's values, in the order of the columns.
    fn values(&self) -> Result<Vec<Value>>;
    /// Reads a row whose columns come in order.
    fn read(row: &Row) -> Result<Self>;
}

/// The statements of one table.
struct Statements {
    insert: String,
    update: String,
    erase: String,
    by_key: String,
    by_session: String,
    all: String,
}

fn statements<T: Table>() -> &'static Statements {
    static ALL: OnceLock<std::sync::Mutex<HashMap<&'static str, &'static Statements>>> =
        OnceLock::new();
    let mut all =
        ALL.get_or_init(Default::default).lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    all.entry(T::NAME).or_insert_with(|| {
        let quoted: Vec<String> = T::COLUMNS.iter().map(|c| format!("\"{c}\"")).collect();
        let columns = quoted.join(", ");
        let holes = vec!["?"; T::COLUMNS.len()].join(", ");
        let sets: Vec<String> =
            quoted.iter().zip(1..).skip(1).map(|(c, n)| format!("{c} = ?{n}")).collect();
        let (table, key) = (T::NAME, &quoted[0]);
        // Lives as long as the program: one for each table.
        Box::leak(Box::new(Statements {
            insert: format!("insert into {table} ({columns}) values ({holes})"),
            update: format!("update {table} set {} where {key} = ?1", sets.join(", ")),
            erase: format!("delete from {table} where {key} = ?"),
            by_key: format!("select {columns} from {table} where {key} = ?"),
            all: format!("select {columns} from {table}"),
            by_session: format!("select {columns} from {table} where session = ? order by rowid"),
        }))
    })
}

/// Reads the row whose key is `key`.
pub(crate) fn find<T: Table>(db: &Connection, key: &Value) -> Result<Option<T>> {
    let mut query = db.prepare_cached(&statements::<T>().by_key)?;
    query.query_one([key], |row| Ok(T::read(row))).optional()?.transpose()
}

/// Reads a session's rows, oldest first.
pub(crate) fn of_session<T: Table>(db: &Connection, session: &Value) -> Result<Vec<T>> {
    read_all(db, &statements::<T>().by_session, [session])
}

/// Reads all rows of a table, in an order of its columns.
pub(crate) fn all<T: Table>(db: &Connection, order: &str) -> Result<Vec<T>> {
    read_all(db, &format!("{} order by {order}", statements::<T>().all), [])
}

/// Reads the rows that `sql` selects, whose columns must come in the table's order.
pub(crate) fn read_all<T: Table>(
    db: &Connection,
    sql: &str,
    params: impl rusqlite::Params,
) -> Result<Vec<T>> {
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query(params)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(T::read(row)?);
    }
    Ok(all)
}

/// Puts `after` where `before` stood. Refused where something else stands there by now.
pub(crate) fn replace<T: Table>(
    db: &Connection,
    before: Option<&T>,
    after: Option<&T>,
) -> Result<()> {
    let stale = || Error::Changed { table: T::NAME };
    let words = statements::<T>();
    if let Some(before) = before {
        let values = before.values()?;
        if find::<T>(db, &values[0])?.as_ref() != Some(before) {
            return Err(stale());
        }
        if after.is_none() {
            let done = db.prepare_cached(&words.erase)?.execute([&values[0]]);
            match done {
                // Something has come to rest on it since.
                Err(e) if is_held(&e) => return Err(stale()),
                done => done?,
            };
        }
    }
    if let Some(after) = after {
        let sql = if before.is_some() { &words.update } else { &words.insert };
        let done = db.prepare_cached(sql)?.execute(params_from_iter(after.values()?));
        match done {
            Err(e) if before.is_none() && is_taken(&e) => return Err(stale()),
            done => done?,
        };
    }
    Ok(())
}

/// A table whose rows come by the thousand.
pub(crate) trait Many: Table + Sync {
    /// The values that the row has otherwise than the one before it: all of them where there is
    /// none.
    fn unlike(&self, before: Option<&Self>) -> Result<Unlike>;
}

/// Values of a row, each with the place of its column, from 1.
pub(crate) type Unlike = Vec<(usize, Value)>;

/// Puts many rows that were not there: one after the other, while the next are made ready. What a
/// row shares with the one before is handed over once.
pub(crate) fn insert_all<T: Many>(db: &Connection, rows: &[&T]) -> Result<()> {
    thread::scope(|scope| {
        let (give, take) = sync_channel(READY);
        // What was put is cleared away by whoever made it: quicker than by another.
        let (back, done) = channel::<Vec<Unlike>>();
        scope.spawn(move || {
            let mut before = None;
            for rows in rows.chunks(READY) {
                let ready: Result<Vec<Unlike>> =
                    rows.iter().map(|row| row.unlike(before.replace(*row))).collect();
                if give.send(ready).is_err() {
                    break;
                }
                done.try_iter().for_each(drop);
            }
            drop(give);
            done.iter().for_each(drop);
        });
        let mut insert = db.prepare_cached(&statements::<T>().insert)?;
        for ready in take {
            let ready = ready?;
            for values in &ready {
                for (place, value) in values {
                    insert.raw_bind_parameter(*place, value)?;
                }
                match insert.raw_execute() {
                    Err(e) if is_taken(&e) => return Err(Error::Changed { table: T::NAME }),
                    done => done?,
                };
            }
            // Whoever made it has gone only where it all came to an end.
            let _ = back.send(ready);
        }
        Ok(())
    })
}

/// Whether a row of that key is there already.
fn is_taken(e: &rusqlite::Error) -> bool {
    use rusqlite::ffi;
    breaks(e, &[ffi::SQLITE_CONSTRAINT_PRIMARYKEY, ffi::SQLITE_CONSTRAINT_UNIQUE])
}

/// Whether another row points at it.
fn is_held(e: &rusqlite::Error) -> bool {
    breaks(e, &[rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY])
}

fn breaks(e: &rusqlite::Error, constraints: &[i32]) -> bool {
    e.sqlite_error().is_some_and(|e| constraints.contains(&e.extended_code))
}

/// A value as its JSON text.
pub(crate) fn json(value: &impl Serialize) -> Result<Value> {
    Ok(Value::Text(serde_json::to_string(value)?))
}

/// Reads JSON text.
pub(crate) fn from_json<T: DeserializeOwned>(row: &Row, at: usize) -> Result<T> {
    Ok(serde_json::from_str(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)?)
}

/// An id, a word of a closed set or a moment, as plain text.
pub(crate) fn word(value: &impl Serialize) -> Result<Value> {
    Ok(match serde_json::to_value(value)? {
        serde_json::Value::String(text) => Value::Text(text),
        serde_json::Value::Null => Value::Null,
        other => Value::Text(other.to_string()),
    })
}

/// Reads plain text as [`word`] writes it.
pub(crate) fn from_word<T: DeserializeOwned>(row: &Row, at: usize) -> Result<T> {
    let text: Option<String> = row.get(at)?;
    let value = text.map_or(serde_json::Value::Null, serde_json::Value::String);
    Ok(serde_json::from_value(value)?)
}

/// A moment as microseconds since 1970, for ordering.
pub(crate) fn micros(at: Moment) -> i64 {
    at.timestamp_micros()
}

/// A number that may be missing.
pub(crate) fn number(value: Option<impl Into<i64>>) -> Value {
    value.map_or(Value::Null, |n| Value::Integer(n.into()))
}

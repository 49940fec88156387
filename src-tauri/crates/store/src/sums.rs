//! A study at a glance, for its card in the library, without opening it for work.

use std::path::Path;

use domain::{Moment, Session};
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use crate::{Error, Result, Store, table};

/// What a study's card says.
#[derive(Clone, Debug, PartialEq)]
pub struct Sums {
    pub name: String,
    pub method: String,
    pub planned: u32,
    pub done: u32,
    /// The first session that has neither ended nor been cancelled.
    pub next: Option<Session>,
    /// When something last happened in it.
    pub last: Option<Moment>,
}

/// Reads a study's card. Changes nothing, and leaves no lock behind.
pub fn sums_of(path: &Path) -> Result<Sums> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    let id: i64 = db.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if id != crate::APPLICATION_ID {
        return Err(Error::NotAStudy);
    }
    let found: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > crate::FORMAT {
        return Err(Error::Newer { found, known: crate::FORMAT });
    }
    sums(&db)
}

impl Store {
    /// The card of a study that is open.
    pub fn sums(&self) -> Result<Sums> {
        sums(&self.db)
    }
}

fn sums(db: &Connection) -> Result<Sums> {
    // No more than a study of any format has: a card is read without bringing it up to date.
    let name = db
        .query_row("select name from study", [], |row| row.get(0))
        .optional()?
        .ok_or(Error::NotAStudy)?;
    let method = db.query_row(
        "select body ->> 'method' from design order by number desc limit 1",
        [],
        |row| row.get(0),
    )?;
    let (planned, done) =
        db.query_row("select count(*), count(body ->> '$.ended') from session", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let sql = "select id, design, begins, body from session \
               where body ->> '$.ended' is null and body ->> '$.cancelled' is null \
               order by begins, id limit 1";
    let next = table::read_all(db, sql, [])?.pop();
    let stamp: Option<i64> =
        db.query_row("select max(stamp) from journal", [], |row| row.get(0))?;
    let last = stamp.and_then(Moment::from_timestamp_micros);
    Ok(Sums { name, method, planned, done, next, last })
}

//! Copies of a study, made a slice of the journal at a time, so that no act waits for one.
//!
//! A copy is what the journal adds up to: the ballots of an open secret round, what is being typed
//! and how to reach people are outside the journal, and so in no copy.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    path::{Path, PathBuf},
};

use domain::{EventId, Moment};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Row, params_from_iter, types::Value};

use crate::{APPLICATION_ID, Error, FORMAT, Result, Store, merge::rewrite, table::from_word};

/// What is read at once, at most: this many acts, or about this many bytes.
const ACTS: usize = 200;
const BYTES: usize = 128 * 1024;

/// What stands beside the journal and says who knew what.
const BESIDE: [&str; 2] = ["sitting", "owner"];

/// A copy on its way.
///
/// [`Copy::read`] needs the study, for a millisecond or so; [`Copy::write`] and [`Copy::finish`]
/// do not, so that acts go on between and beside them.
pub struct Copy {
    /// Where it goes once it is found good. Until then it stands beside that place.
    to: PathBuf,
    part: PathBuf,
    /// Made with the first slice that is written: files take longer to make than to be asked of.
    store: Option<Store>,
    beside: Vec<(&'static str, Vec<Vec<Value>>)>,
    /// The study it is of.
    from: PathBuf,
    /// The last act that goes in, and the last that was read.
    upto: i64,
    read: i64,
    acts: i64,
    slice: Vec<Vec<Value>>,
}

impl Copy {
    /// Begins a copy of the study as it stands now.
    ///
    /// # Errors
    /// There must be no file of that name.
    pub fn begin(source: &mut Store, to: &Path) -> Result<Self> {
        if to.exists() {
            return Err(Error::Exists);
        }
        let mut beside = Vec::new();
        for table in BESIDE {
            let rows = source.read(|tx| {
                let mut query = tx.0.prepare(&format!("select * from {table}"))?;
                let rows = query.query_map([], values)?;
                Ok::<_, Error>(rows.collect::<rusqlite::Result<Vec<_>>>()?)
            })?;
            beside.push((table, rows));
        }
        Ok(Self {
            to: to.to_owned(),
            part: crate::merge::beside(to, ".part"),
            store: None,
            beside,
            from: source.path().map(Path::to_owned).unwrap_or_default(),
            upto: source.head(),
            read: 0,
            acts: 0,
            slice: Vec::new(),
        })
    }

    /// Reads the next slice. Gives back whether there was one: if not, the copy can be finished.
    ///
    /// # Errors
    /// Where the study that is open is no longer the one it was begun of.
    pub fn read(&mut self, source: &Store) -> Result<bool> {
        if source.path() != Some(&*self.from) && source.path().is_some() {
            return Err(Error::NotFound("study"));
        }
        let sql = "select * from journal where seq > ? and seq <= ? order by seq";
        let mut query = source.db.prepare_cached(sql)?;
        let mut rows = query.query([self.read, self.upto])?;
        let mut bytes = 0;
        while bytes < BYTES
            && self.slice.len() < ACTS
            && let Some(row) = rows.next()?
        {
            self.read = row.get("seq")?;
            let act = values(row)?;
            bytes += act.iter().map(size).sum::<usize>();
            self.slice.push(act);
            self.acts += 1;
        }
        Ok(!self.slice.is_empty())
    }

    /// Writes what was read.
    pub fn write(&mut self) -> Result<()> {
        let slice = std::mem::take(&mut self.slice);
        self.store()?.transact(|tx| put(&tx.0, "journal", slice))
    }

    fn store(&mut self) -> Result<&mut Store> {
        if self.store.is_none() {
            forget(&self.part);
            let mut store = Store::create(&self.part)?;
            store.flush_when_settled()?;
            store.transact::<_, Error>(|tx| {
                let mut beside = std::mem::take(&mut self.beside).into_iter();
                beside.try_for_each(|(table, rows)| put(&tx.0, table, rows))
            })?;
            self.store = Some(store);
        }
        self.store.as_mut().ok_or(Error::NotFound("copy"))
    }

    /// Makes the tables, flushes, and opens the copy to look whether it is good. One that is not
    /// is not kept.
    pub fn finish(mut self) -> Result<()> {
        let made = self.store().map(drop);
        let Self { to, part, store: Some(mut store), acts, .. } = self else {
            forget(&self.part);
            return made;
        };
        let made = store.transact(|tx| {
            // Undo does not reach back past a copy: what it would take back may be half of it.
            tx.0.execute("update journal set state = 'past' where state <> 'past'", [])?;
            rewrite(&tx.0, &[], &tx.whole_record()?.folded().rows, BTreeSet::new())
        });
        // A file with a log of its own could not be read without leaving one beside it.
        let made = made.and_then(|()| store.settle()).and_then(|()| store.without_log());
        drop(store);
        let good = made.and_then(|()| {
            fs::OpenOptions::new().write(true).open(&part)?.sync_all()?;
            is_good(&part, acts)?;
            Ok(fs::rename(&part, &to)?)
        });
        if good.is_err() {
            forget(&part);
            return good;
        }
        // The name is on the disk only once its folder is; where folders cannot be flushed, the
        // system sees to it.
        if let Some(folder) = to.parent().and_then(|folder| File::open(folder).ok()) {
            let _ = folder.sync_all();
        }
        Ok(())
    }

    /// Gives up: nothing of it is left.
    pub fn give_up(self) {
        let Self { part, store, .. } = self;
        drop(store);
        forget(&part);
    }
}

impl Store {
    /// Copies the study as it stands to a file that is not there yet, at one go.
    pub fn copy_to(&mut self, path: &Path) -> Result<()> {
        let mut copy = Copy::begin(self, path)?;
        loop {
            let more = copy.read(self);
            match more.and_then(|more| copy.write().map(|()| more)) {
                Ok(true) => {}
                Ok(false) => return copy.finish(),
                Err(e) => {
                    copy.give_up();
                    return Err(e);
                }
            }
        }
    }

    /// Makes it a file that needs no log until it is opened as a study.
    fn without_log(&self) -> Result<()> {
        Ok(self.db.pragma_update(None, "journal_mode", "delete")?)
    }

    /// The act that made the study, by which its copies are found, and the last act.
    pub fn ends(&mut self) -> Result<Option<Ends>> {
        self.read(|tx| ends(&tx.0))
    }
}

/// The first act of a study and its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub first: EventId,
    pub last: EventId,
    /// When the last one was done.
    pub at: Moment,
}

/// The first act of a study's file and its last. Changes nothing.
pub fn ends_of(path: &Path) -> Result<Option<Ends>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    ends(&Connection::open_with_flags(path, flags)?)
}

fn ends(db: &Connection) -> Result<Option<Ends>> {
    // The act that made the study comes first in the canonical order, whatever came in since.
    let first = "select id from journal order by stamp, id limit 1";
    let last = "select id, stamp from journal order by seq desc limit 1";
    let first = db.prepare(first)?.query_one([], |row| Ok(from_word(row, 0))).optional()?;
    let last = db
        .prepare(last)?
        .query_one([], |row| Ok((from_word(row, 0), row.get::<_, i64>(1)?)))
        .optional()?;
    let Some((first, (last, stamp))) = first.zip(last) else { return Ok(None) };
    let at = Moment::from_timestamp_micros(stamp).unwrap_or_default();
    Ok(Some(Ends { first: first?, last: last?, at }))
}

/// Whether a file is a sound study of so many acts. Changes nothing.
fn is_good(path: &Path, acts: i64) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    let number = |sql| db.query_row(sql, [], |row| row.get::<_, i64>(0));
    let study = number("pragma application_id")? == APPLICATION_ID
        && number("pragma user_version")? == FORMAT;
    let whole: String = db.query_row("pragma integrity_check", [], |row| row.get(0))?;
    let dangling = db.prepare("pragma foreign_key_check")?.exists([])?;
    let there = number("select count(*) from journal")?;
    if !study || whole != "ok" || dangling || there != acts {
        return Err(Error::Damaged(format!("a copy: {whole}, {there} of {acts} acts")));
    }
    Ok(())
}

/// Takes away what an earlier try left.
fn forget(part: &Path) {
    for tail in ["", "-wal", "-journal"] {
        let _ = fs::remove_file(crate::merge::beside(part, tail));
    }
}

fn values(row: &Row) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count()).map(|at| row.get(at)).collect()
}

/// Puts whole rows into a table of the same columns.
fn put(db: &Connection, table: &str, rows: Vec<Vec<Value>>) -> Result<()> {
    for row in rows {
        let holes = vec!["?"; row.len()].join(", ");
        let sql = format!("insert into {table} values ({holes})");
        db.prepare_cached(&sql)?.execute(params_from_iter(row))?;
    }
    Ok(())
}

fn size(value: &Value) -> usize {
    if let Value::Text(text) = value { text.len() } else { size_of::<i64>() }
}

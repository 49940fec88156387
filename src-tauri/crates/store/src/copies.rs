//! Copies of a study: the file as it stands, without what is in no copy, and found good.
//!
//! One is made beside the acts: what happens meanwhile goes into SQLite's log, and the file itself
//! stands still, so that it can be read with no lock. The ballots of an open secret round, what is
//! being typed, how to reach people and records that were taken back are outside the journal; they
//! are taken out in memory, and so are never on the disk a second time.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::Write as _,
    path::{Path, PathBuf},
    sync::{Arc, Weak},
    thread,
    time::Duration,
};

use domain::{EventId, Moment};
use rusqlite::{Connection, OpenFlags, OptionalExtension, backup::Backup};

use crate::{
    APPLICATION_ID, CHECKPOINT, Error, FORMAT, Result, Store, check::TABLES, table::from_word,
};

/// What a copy holds beside the tables that the journal adds up to: the journal, what says who knew
/// what, the index of words, and SQLite's own.
const BESIDE: [&str; 5] = ["journal", "sitting", "owner", "line_words*", "sqlite_*"];

/// What is written at once beside the acts, in bytes, and how long the disk is theirs after it: an
/// act that is kept meanwhile waits for no more than that to be flushed.
const PORTION: usize = 1 << 18;
const BREATH: Duration = Duration::from_millis(4);

/// How a copy is written.
#[derive(Clone, Copy)]
enum Pace {
    /// Somebody waits for it.
    AtOneGo,
    BesideTheActs,
}

/// A copy on its way.
pub struct Copy {
    /// Where it goes once it is found good. Until then it stands beside that place.
    to: PathBuf,
    /// The study it is of.
    from: PathBuf,
    /// Gone where that file may have changed since.
    still: Weak<()>,
}

impl Copy {
    /// Begins a copy of the study as it stands now. From now until [`Store::go_on`] its file stands
    /// still.
    ///
    /// # Errors
    /// There must be no file of that name.
    pub fn begin(source: &mut Store, to: &Path) -> Result<Self> {
        if to.exists() {
            return Err(Error::Exists);
        }
        let from = source.path().ok_or(Error::NotFound("study"))?.to_owned();
        source.stand_still()?;
        let still = Arc::downgrade(&source.still.borrow());
        Ok(Self { to: to.to_owned(), from, still })
    }

    /// Makes it, without the study. Gives back whether there is one: there is none where the file
    /// did not stand still after all, because the study was closed or a round was sealed.
    pub fn make(self) -> Result<bool> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let source = Connection::open_with_flags(standing(&self.from), flags)?;
        let memory = without_what_stays(&source);
        if self.still.strong_count() == 0 {
            return Ok(false);
        }
        drop(source);
        keep(memory?, &self.to, Pace::BesideTheActs)?;
        Ok(true)
    }
}

impl Store {
    /// Copies the study as it stands to a file that is not there yet, at one go.
    pub fn copy_to(&mut self, path: &Path) -> Result<()> {
        if path.exists() {
            return Err(Error::Exists);
        }
        keep(without_what_stays(&self.db)?, path, Pace::AtOneGo)
    }

    /// Moves what is in the log into the file, and leaves the file alone from then on.
    fn stand_still(&self) -> Result<()> {
        let left = |row: &rusqlite::Row| Ok(row.get::<_, i64>(1)? - row.get::<_, i64>(2)?);
        if self.db.query_row("pragma wal_checkpoint(passive)", [], left)? != 0 {
            return Err(Error::InUse);
        }
        Ok(self.db.pragma_update(None, "wal_autocheckpoint", 0)?)
    }

    /// Lets the log be moved into the file again, now and then.
    pub fn go_on(&self) -> Result<()> {
        Ok(self.db.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?)
    }

    /// The act that made the study, by which its copies are found, and the last act.
    pub fn ends(&mut self) -> Result<Option<Ends>> {
        self.read(|tx| ends(&tx.0))
    }
}

/// How SQLite is told to read a file that nobody changes, without its log and without a lock.
fn standing(path: &Path) -> String {
    let path = path.as_os_str().as_encoded_bytes();
    let mut uri = String::from(if path.starts_with(b"/") { "file://" } else { "file:///" });
    for byte in path {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'/' | b'-' | b'_' | b'.' | b':' => uri.push(char::from(*byte)),
            _ if byte.is_ascii_alphanumeric() => uri.push(char::from(*byte)),
            // A text never refuses what is written to it.
            _ => drop(write!(uri, "%{byte:02X}")),
        }
    }
    uri + "?immutable=1"
}

/// A study in memory, with all that may be in a copy of it.
fn without_what_stays(source: &Connection) -> Result<Connection> {
    let mut memory = Connection::open_in_memory()?;
    Backup::new(source, &mut memory)?.step(-1)?;
    // What was saved of a damaged file was never a file of its own.
    memory.pragma_update(None, "application_id", APPLICATION_ID)?;
    memory.execute_batch("pragma secure_delete = on; pragma foreign_keys = off")?;
    let mut query = memory.prepare("select name from sqlite_schema where type = 'table'")?;
    let tables = query.query_map([], |row| row.get::<_, String>(0))?;
    let tables: Vec<String> = tables.collect::<rusqlite::Result<_>>()?;
    drop(query);
    let stays = |table: &str| {
        let known = |name: &&str| match name.strip_suffix('*') {
            Some(start) => table.starts_with(start),
            None => table == *name,
        };
        TABLES.iter().chain(&BESIDE).any(known)
    };
    for table in tables.iter().filter(|table| !stays(table)) {
        memory.execute(&format!("delete from \"{table}\""), [])?;
    }
    // Undo does not reach back past a copy: what it would take back may be half of it.
    memory.execute("update journal set state = 'past' where state <> 'past'", [])?;
    Ok(memory)
}

/// Writes a study to a file of its own, which is kept once it is found good.
fn keep(memory: Connection, to: &Path, pace: Pace) -> Result<()> {
    let acts = memory.query_row("select count(*) from journal", [], |row| row.get(0))?;
    let part = crate::merge::beside(to, ".part");
    forget(&part);
    let good = write(memory, &part, pace).and_then(|()| {
        is_good(&part, acts)?;
        Ok(fs::rename(&part, to)?)
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

/// Where a file says whether it needs a log, and that it needs none: one with a log of its own
/// could not be read without leaving one beside it.
const LOG: std::ops::Range<usize> = 18..20;
const NO_LOG: [u8; 2] = [1, 1];

fn write(memory: Connection, part: &Path, pace: Pace) -> Result<()> {
    let study = memory.serialize("main")?;
    let (Some(before), Some(after)) = (study.get(..LOG.start), study.get(LOG.end..)) else {
        return Err(Error::NotAStudy);
    };
    let mut file = File::create_new(part)?;
    file.write_all(before)?;
    file.write_all(&NO_LOG)?;
    match pace {
        Pace::AtOneGo => file.write_all(after)?,
        Pace::BesideTheActs => {
            for portion in after.chunks(PORTION) {
                file.write_all(portion)?;
                file.sync_data()?;
                thread::sleep(BREATH);
            }
        }
    }
    Ok(file.sync_all()?)
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
    // The act that made the study is the first one in its journal, whatever came in since.
    let first = "select id from journal order by seq limit 1";
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

//! A study on disk: one SQLite file, a module per table, and [`Tx::record`] as the only way to
//! change what it holds.
//!
//! Reads and writes both go through a transaction, so what a verb checked is still true when it
//! writes; what is committed is flushed to the disk before anybody hears of it.

mod check;
mod contacts;
mod error;
mod journal;
mod merge;
mod notes;
mod plan;
mod rows;
mod secret;
mod sitting;
mod sums;
mod table;

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{DesignId, DesignVersion};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

pub use check::{Fault, Report};
pub use error::{Error, Result};
pub use merge::Record;
pub use plan::{Planned, Seated};
pub use sums::{Sums, sums_of};

/// Marks a file as a study: "FMOT".
const APPLICATION_ID: i64 = 0x464D_4F54;

const MIGRATIONS: &[M] = &[
    M::up(include_str!("../migrations/0001_evening.sql")),
    M::up(include_str!("../migrations/0002_abstentions.sql")),
    M::up(include_str!("../migrations/0003_study.sql")),
    M::up(include_str!("../migrations/0004_at_a_glance.sql")),
    M::up(include_str!("../migrations/0005_capture.sql")),
    M::up(include_str!("../migrations/0006_sittings.sql")),
];

/// The format that this version writes: one for each migration.
const FORMAT: i64 = 6;

/// What a connection needs before its first statement. Exclusive, so that a file in use elsewhere
/// is noticed at once; `secure_delete`, so that ballots do not outlive their round.
const PRAGMAS: &str = "
    pragma locking_mode = exclusive;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma temp_store = memory;
";

/// An open study.
pub struct Store {
    db: Connection,
    path: Option<PathBuf>,
    /// The last act committed.
    head: i64,
    designs: Designs,
    sitting: Cell<Option<sitting::Now>>,
}

/// Designs that have been read: they are large, never change once used, and every act asks one.
type Designs = RefCell<HashMap<DesignId, Arc<DesignVersion>>>;

impl Store {
    /// Makes a new, empty study. There must not be a file of that name.
    pub fn create(path: &Path) -> Result<Self> {
        // A log that was left behind would be taken for this study's own.
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        if path.exists() || Path::new(&log).exists() {
            return Err(Error::Exists);
        }
        let db = Connection::open(path)?;
        db.execute_batch(&format!("pragma application_id = {APPLICATION_ID}"))?;
        Self::with(db, Some(path.to_owned()))
    }

    /// Opens a study that is there.
    ///
    /// # Errors
    /// Says in particular whether the file is no study, a newer one, in use elsewhere or in a
    /// place that cannot be written to; the file is left as it was.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::NotFound("study"));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(std::time::Duration::from_millis(200))?;
        let number = |pragma| db.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        if number("application_id")? != APPLICATION_ID {
            return Err(Error::NotAStudy);
        }
        let found = number("user_version")?;
        if found > FORMAT {
            return Err(Error::Newer { found, known: FORMAT });
        }
        if db.is_readonly("main")? {
            return Err(Error::ReadOnly);
        }
        Self::with(db, Some(path.to_owned()))
    }

    /// A study that is gone when it is dropped, for tests and for checking by replay.
    pub fn in_memory() -> Result<Self> {
        Self::with(Connection::open_in_memory()?, None)
    }

    fn with(mut db: Connection, path: Option<PathBuf>) -> Result<Self> {
        db.execute_batch(PRAGMAS)?;
        db.set_prepared_statement_cache_capacity(128);
        Migrations::from_slice(MIGRATIONS).to_latest(&mut db)?;
        let head = journal::head(&db)?;
        Ok(Self { db, path, head, designs: Designs::default(), sitting: Cell::new(None) })
    }

    /// Where the study is. None for one in memory.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The last act committed: the cursor of a screen that has seen everything.
    pub fn head(&self) -> i64 {
        self.head
    }

    /// Runs `f` in a transaction, which is rolled back if `f` fails.
    pub fn transact<T, E: From<Error>>(
        &mut self,
        f: impl FnOnce(&Tx) -> Result<T, E>,
    ) -> Result<T, E> {
        let sitting = self.sitting.get();
        let tx = Tx(
            self.db
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(Error::from)?,
            &self.designs,
            &self.sitting,
        );
        let done = f(&tx).and_then(|out| {
            let head = journal::head(&tx.0)?;
            tx.0.commit().map_err(Error::from)?;
            Ok((out, head))
        });
        if done.is_err() {
            // What was read of a transaction that came to nothing may never have been.
            self.designs.borrow_mut().clear();
            self.sitting.set(sitting);
        }
        let (out, head) = done?;
        self.head = head;
        Ok(out)
    }

    /// Runs `f` in a transaction that writes nothing.
    pub fn read<T, E: From<Error>>(&mut self, f: impl FnOnce(&Tx) -> Result<T, E>) -> Result<T, E> {
        let tx = Tx(
            self.db
                .transaction_with_behavior(TransactionBehavior::Deferred)
                .map_err(Error::from)?,
            &self.designs,
            &self.sitting,
        );
        f(&tx)
    }

    /// Limits the file's size, in pages of 4 KiB: how a test comes by a full disk.
    pub fn limit_pages(&self, pages: u32) -> Result<()> {
        self.db.pragma_update(None, "max_page_count", pages)?;
        Ok(())
    }

    /// Leaves the flushing to [`Store::settle`] and to whoever calls it: for a file that is built
    /// beside its place, and of which nobody has been told that anything is kept.
    pub fn flush_when_settled(&self) -> Result<()> {
        self.db.pragma_update(None, "synchronous", "off")?;
        Ok(())
    }

    /// Moves everything out of the write-ahead log, and the log's own bytes off the disk.
    pub fn settle(&self) -> Result<()> {
        self.db.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))?;
        Ok(())
    }
}

/// A transaction, and the only way to reach a table.
pub struct Tx<'a>(Transaction<'a>, &'a Designs, &'a Cell<Option<sitting::Now>>);

impl Tx<'_> {
    /// Reads the row called `id`.
    pub fn find<T: table::Table>(&self, id: &impl serde::Serialize) -> Result<Option<T>> {
        table::find(&self.0, &table::word(id)?)
    }

    /// Reads the row called `id`, which must be there.
    pub fn get<T: table::Table>(&self, id: &impl serde::Serialize) -> Result<T> {
        self.find(id)?.ok_or(Error::NotFound(T::NAME))
    }

    /// Reads a session's rows, oldest first.
    pub fn of_session<T: table::Table>(&self, session: domain::SessionId) -> Result<Vec<T>> {
        table::of_session(&self.0, &table::word(&session)?)
    }

    /// The study's own facts.
    pub fn study(&self) -> Result<domain::Study> {
        table::find(&self.0, &1.into())?.ok_or(Error::NotAStudy)
    }

    /// A version of the design, read once.
    pub fn design(&self, id: DesignId) -> Result<Arc<DesignVersion>> {
        if let Some(known) = self.1.borrow().get(&id) {
            return Ok(Arc::clone(known));
        }
        let read = Arc::new(self.get::<DesignVersion>(&id)?);
        self.1.borrow_mut().insert(id, Arc::clone(&read));
        Ok(read)
    }

    /// The versions of the design, oldest first.
    pub fn designs(&self) -> Result<Vec<domain::DesignVersion>> {
        table::all(&self.0, "number")
    }

    /// The newest version of the design, read once.
    pub fn newest_design(&self) -> Result<Arc<DesignVersion>> {
        let sql = "select id from design order by number desc limit 1";
        let mut query = self.0.prepare_cached(sql)?;
        self.design(query.query_one([], |row| Ok(table::from_word(row, 0)))??)
    }

    /// All sessions, in the order in which they are planned.
    pub fn sessions(&self) -> Result<Vec<domain::Session>> {
        table::all(&self.0, "begins, id")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn migrations_apply_in_order_and_make_the_format() {
        assert!(Migrations::from_slice(MIGRATIONS).validate().is_ok());
        assert_eq!(i64::try_from(MIGRATIONS.len()), Ok(FORMAT));
    }

    #[test]
    fn a_round_from_before_abstentions_were_kept_has_none() {
        let id = domain::RoundId(uuid::Uuid::nil());
        let mut db = Connection::open_in_memory().unwrap();
        Migrations::from_slice(&MIGRATIONS[..1]).to_latest(&mut db).unwrap();
        db.execute_batch(&format!(
            "pragma foreign_keys = off;
             insert into round values ('{0}', '{0}', 1, 'named', 'kiosk', 2, 1, 'open', '[]', 0,
                                       null, null);",
            id.0
        ))
        .unwrap();
        let mut store = Store::with(db, None).unwrap();
        let round: domain::Round = store.read(|tx| tx.get(&id)).unwrap();
        assert_eq!(round.abstained, []);

        // The journal tells of such a round without a word on it, and replays to the same.
        let mut told = serde_json::to_value(&round).unwrap();
        told.as_object_mut().unwrap().remove("abstained");
        assert_eq!(serde_json::from_value::<domain::Round>(told).unwrap(), round);
    }
}

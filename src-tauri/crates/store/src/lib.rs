//! A study on disk: one SQLite file, a module per table, and [`Tx::record`] as the only way to
//! change what it holds.
//!
//! Reads and writes both go through a transaction, so what a verb checked is still true when it
//! writes; what is committed is flushed to the disk before anybody hears of it.

mod brought;
mod check;
mod contacts;
mod copies;
mod counts;
mod entry;
mod erasing;
mod error;
mod ids;
mod journal;
mod meeting;
mod merge;
mod notes;
mod plan;
mod rescue;
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
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use rusqlite_migration::{M, Migrations};

pub use brought::Brought;
pub use check::{Fault, Report};
pub use copies::{Copy, Ends, ends_of};
pub use error::{Error, Result};
pub use meeting::{Meeting, Other};
pub use merge::Record;
pub use plan::{Planned, Seated};
pub use rescue::Saved;
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
    M::up(include_str!("../migrations/0007_moments.sql")),
    M::up(include_str!("../migrations/0008_observers.sql")),
    M::up(include_str!("../migrations/0009_languages.sql")),
    M::up(include_str!("../migrations/0010_people.sql")),
    M::up(include_str!("../migrations/0011_aside.sql")),
    M::up(include_str!("../migrations/0012_versions.sql")),
    M::up(include_str!("../migrations/0013_earlier.sql")),
    M::up(include_str!("../migrations/0014_erasing.sql")),
    M::up(include_str!("../migrations/0015_runs.sql")),
];

/// The format that this version writes: one for each migration.
const FORMAT: i64 = 15;

/// A file shorter than one page of the smallest kind is no study, in bytes.
const SMALLEST: u64 = 512;

/// What a connection needs before its first statement. Exclusive, so that a file in use elsewhere
/// is noticed at once; `secure_delete`, so that ballots do not outlive their round. Memory (16 MiB) and
/// log (16 MiB) hold an act of 10,000 people, so that it is written once before it is answered.
const PRAGMAS: &str = "
    pragma locking_mode = exclusive;
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma foreign_keys = on;
    pragma secure_delete = on;
    pragma temp_store = memory;
    pragma cache_size = -16384;
";

/// How long the log grows before it is moved into the file, in pages of 4 KiB: an act of 10,000
/// people is to fit.
const CHECKPOINT: u32 = 4096;

/// Whether a file is a study that can be worked on. Nothing is written to it.
fn is_sound(db: &Connection) -> Result<()> {
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
    let whole: String = db.query_row("pragma quick_check(1)", [], |row| row.get(0))?;
    if whole == "ok" { Ok(()) } else { Err(Error::Damaged(whole)) }
}

/// An open study.
pub struct Store {
    /// Made anew where the file may change other than by its log: see [`Copy`].
    still: RefCell<Arc<()>>,
    db: Connection,
    path: Option<PathBuf>,
    /// The last act committed.
    head: i64,
    designs: Designs,
    sitting: Cell<Option<sitting::Now>>,
    /// Whether it is to be looked at only.
    to_look_at: bool,
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
        // SQLite takes a log for left over where the file beside it is empty, and deletes it.
        if path.metadata()?.len() < SMALLEST {
            return Err(Error::NotAStudy);
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let db = Connection::open_with_flags(path, flags)?;
        db.busy_timeout(std::time::Duration::from_millis(200))?;
        // Until it is known to be sound, not even its own log is moved into it.
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        db.pragma_update(None, "locking_mode", "exclusive")?;
        let sound = is_sound(&db);
        // A log that holds nothing was begun by looking, and goes again.
        let log = merge::beside(path, "-wal");
        let stays = sound.is_err() && log.metadata().is_ok_and(|log| log.len() > 0);
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, stays)?;
        sound?;
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
        let store = Self {
            still: RefCell::default(),
            db,
            path,
            head,
            designs: Designs::default(),
            sitting: Cell::new(None),
            to_look_at: false,
        };
        store.go_on()?;
        Ok(store)
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
        if self.to_look_at {
            return Err(Error::OnlyToLookAt.into());
        }
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

    /// Lets the study be looked at, and exported, and not be changed.
    #[must_use]
    pub fn to_look_at(mut self) -> Self {
        self.to_look_at = true;
        self
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
        *self.still.borrow_mut() = Arc::default();
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

    /// The languages that the study has words in beside its own, by their tags.
    pub fn languages(&self) -> Result<Vec<domain::StudyLanguage>> {
        table::all(&self.0, "tag")
    }

    /// The study's own translations, by language and text.
    pub fn translations(&self) -> Result<Vec<domain::Translation>> {
        table::all(&self.0, "language, key")
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

    #[test]
    fn a_debrief_from_before_there_were_moments_has_none_to_the_letter() {
        let mut db = Connection::open_in_memory().unwrap();
        Migrations::from_slice(&MIGRATIONS[..6]).to_latest(&mut db).unwrap();
        db.execute_batch("pragma foreign_keys = off").unwrap();
        let told = |debrief: &str| {
            format!("{{\"plan\":{{\"observers\":[]}},\"debrief\":{debrief},\"cancelled\":null}}")
        };
        let before = r#"{"group":"Warm “and” \"quick\"","surprises":"a\nb\u001f","changes":""}"#;
        let sql = "insert into session (id, design, begins, body) values ('s', 'd', '', ?)";
        db.execute(sql, [told(before)]).unwrap();
        let store = Store::with(db, None).unwrap();
        let sql = "select body from session";
        let now: String = store.db.query_one(sql, [], |row| row.get(0)).unwrap();
        let read = serde_json::from_str::<domain::Debrief>(before).unwrap();
        assert_eq!(now, told(&serde_json::to_string(&read).unwrap()));
    }

    #[test]
    fn observers_that_were_one_line_are_listed_as_the_journal_reads_them() {
        let lines =
            ["", "Dana “the” \\ Hill,\n\tone \"more\" , ,", "a council's own, zwei\r\ndrei"];
        for line in lines.map(serde_json::Value::from) {
            let mut db = Connection::open_in_memory().unwrap();
            Migrations::from_slice(&MIGRATIONS[..6]).to_latest(&mut db).unwrap();
            let body = |told: &str| {
                format!(
                    r#"{{"plan":{{"venue":"Höll","observers":{told}}},"z":[1.0],"debrief":{{"group":"g","moments":"","surprises":"s","changes":"c"}}}}"#
                )
            };
            db.execute_batch("pragma foreign_keys = off").unwrap();
            let sql = "insert into session (id, design, begins, body) values ('s', 'd', '', ?)";
            db.execute(sql, [body(&line.to_string())]).unwrap();
            let store = Store::with(db, None).unwrap();
            let sql = "select body from session";
            let listed: String = store.db.query_one(sql, [], |row| row.get(0)).unwrap();
            let read = serde_json::from_value::<domain::Observers>(line.clone()).unwrap();
            // To the letter: `check` holds the table against what the journal adds up to.
            assert_eq!(listed, body(&serde_json::to_string(&read).unwrap()));
        }
    }
}

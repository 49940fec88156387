//! Records that were kept apart: reading another file's, taking in what it brings, and writing a
//! part of this one for another laptop.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    fs,
    path::{Path, PathBuf},
};

use domain::{
    Change, EventId, SessionId,
    merge::{Act, Conflict, Folded, Row, Sitting, SittingId, fold, together},
};
use rusqlite::{Connection, params};
use serde_json::{Value, json};

use crate::{
    Error, Meeting, Result, Store, Tx, counts, entry, journal, sitting, sums::sums_of, table::word,
};

/// The acts of a study, and who knew what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// In the canonical order.
    pub acts: Vec<Act>,
    pub sittings: Vec<Sitting>,
    /// Whose laptop the file is on. Empty: nobody said.
    pub owner: String,
}

impl Record {
    /// Reads the record of a study in another file, which is left as it is.
    ///
    /// # Errors
    /// Says whether it is no study, a newer one, damaged, or open elsewhere.
    pub fn of(path: &Path) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::NotFound("study"));
        }
        sums_of(path)?;
        let desk = Desk::with(path)?;
        let mut store = Store::open(&desk.study())?;
        let whole: String =
            store.db.query_row("pragma integrity_check", [], |row| row.get(0)).map_err(damaged)?;
        if whole != "ok" {
            return Err(Error::Damaged(whole));
        }
        store.read(|tx| tx.whole_record())
    }

    /// What it adds up to.
    pub fn folded(&self) -> Folded {
        fold(&self.acts, &self.sittings)
    }

    /// This record and another together.
    #[must_use]
    pub(crate) fn with(&self, other: &Self) -> Self {
        let mut acts: BTreeMap<(i64, EventId), Act> = BTreeMap::new();
        for act in self.acts.iter().chain(&other.acts) {
            let there = acts.entry((act.stamp, act.event.id)).or_insert_with(|| act.clone());
            let part = there.lacks(act).map(|part| part.event.changes);
            there.event.changes.extend(part.into_iter().flatten());
        }
        let sittings = together(&self.sittings, &other.sittings);
        let acts = acts.into_values().collect();
        Self { acts, sittings, owner: self.owner.clone() }
    }

    /// The acts of a session and those on the study around the sessions, without the people of the
    /// other sessions.
    #[must_use]
    pub fn of_session(mut self, session: SessionId) -> Self {
        self.acts.retain(|act| act.event.session.is_none_or(|of| of == session));
        self.acts = self.acts.into_iter().map(|act| act.handed_over(session)).collect();
        self
    }

    /// The acts that are here and not in `other`.
    pub(crate) fn beyond<'a>(&'a self, other: &Self) -> Vec<&'a Act> {
        let known: BTreeSet<EventId> = other.acts.iter().map(|act| act.event.id).collect();
        self.acts.iter().filter(|act| !known.contains(&act.event.id)).collect()
    }
}

pub(crate) fn damaged(e: rusqlite::Error) -> Error {
    Error::Damaged(e.to_string())
}

pub(crate) fn beside(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(tail);
    PathBuf::from(name)
}

/// A copy of a file, to be brought up to date and checked while the file itself stays as it came.
/// It is gone when it is dropped.
pub(crate) struct Desk(PathBuf);

impl Desk {
    pub(crate) fn with(path: &Path) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("folkmoot-{}", uuid::Uuid::new_v4()));
        fs::create_dir(&folder)?;
        let desk = Self(folder);
        fs::copy(path, desk.study())?;
        let log = beside(path, "-wal");
        if log.exists() {
            fs::copy(log, beside(&desk.study(), "-wal"))?;
        }
        Ok(desk)
    }

    pub(crate) fn study(&self) -> PathBuf {
        self.0.join("study.folkmoot")
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Tx<'_> {
    /// The whole record of this study.
    pub fn whole_record(&self) -> Result<Record> {
        let (acts, sittings) = (self.all_acts()?, sitting::all(&self.0)?);
        Ok(Record { acts, sittings, owner: self.owner()? })
    }

    /// Puts a record down in a study that is empty so far.
    pub(crate) fn put_down(&self, record: &Record) -> Result<()> {
        for sitting in &record.sittings {
            sitting::begin(&self.0, sitting, record.acts.last().map_or(0, |act| act.stamp))?;
        }
        append(&self.0, &record.acts, None)?;
        rewrite(&self.0, &[], &record.folded().rows, BTreeSet::new())
    }

    /// Takes in what another record brings: its acts join the journal, and the tables become what
    /// both add up to. `here` and `both`: what its part of this record and of both adds up to.
    pub fn take_in(&self, meeting: &Meeting, here: &Folded, both: &Folded) -> Result<()> {
        let came = &meeting.came;
        let Some(last) = came.last() else { return Ok(()) };
        let touched = came.iter().flat_map(Act::sessions).map(|id| id.to_string()).collect();
        rewrite(&self.0, &here.rows, &both.rows, touched)?;

        let mut edges = meeting.edges.clone();
        let mut floor = last.stamp;
        if let Some((id, stamp)) = self.edge()? {
            let to = edges.entry(id).or_insert(stamp);
            *to = stamp.max(*to);
            floor = floor.max(stamp);
        }
        let known: BTreeMap<SittingId, &Sitting> =
            meeting.known.iter().map(|s| (s.id, s)).collect();
        for one in &meeting.sittings {
            match known.get(&one.id) {
                None => drop(sitting::begin(&self.0, one, 0)?),
                Some(ours) if ours.who != one.who => sitting::name(&self.0, one)?,
                Some(_) => {}
            }
        }
        let after = sitting::frontier(&edges, &meeting.sittings);
        let join = Sitting { id: SittingId(uuid::Uuid::now_v7()), after, who: String::new() };
        let join = sitting::begin(&self.0, &join, floor)?;
        // Undo stops here: what was done before may stand on rows that are now another's too.
        for scope in came.iter().map(|act| act.event.session).collect::<BTreeSet<_>>() {
            self.0.execute(
                "update journal set state = 'past' where session is ? and state <> 'past'",
                [word(&scope)?],
            )?;
        }
        let erased = meeting.erased();
        let clean: Vec<Cow<Act>> = came.iter().map(|act| erased.clean_act(act)).collect();
        let (parts, new): (Vec<&Act>, Vec<&Act>) =
            clean.iter().map(AsRef::as_ref).partition(|act| meeting.parts.contains(&act.event.id));
        append(&self.0, new, Some(join))?;
        parts.into_iter().try_for_each(|part| complete(&self.0, part))?;
        // Whom the other erased goes here, too.
        self.clean(&erased, &meeting.sessions)?;
        self.1.borrow_mut().clear();
        // What is done next knows both.
        self.2.set(None);
        Ok(())
    }

    /// What two records say differently and nobody has settled, each with its row: of a session and
    /// of the study around it, or of all sessions (None).
    pub fn conflicts(&self, scope: Option<SessionId>) -> Result<Vec<(Conflict, Row)>> {
        let forked = "select exists (select 1 from sitting where json_array_length(after) > 1)";
        if !self.0.query_row(forked, [], |row| row.get::<_, bool>(0))? {
            return Ok(Vec::new());
        }
        let folded = match scope {
            Some(session) => self.folded_part(&[session].into())?,
            None => self.whole_record()?.folded(),
        };
        let rows: BTreeMap<&str, &Row> =
            folded.rows.iter().map(|row| (row.id.as_str(), row)).collect();
        let found = folded.conflicts.iter().filter_map(|conflict| {
            let row = *rows.get(conflict.row.as_str())?;
            Some((conflict.clone(), row.clone()))
        });
        Ok(found.collect())
    }

    /// The last act that was brought in from another record, or that took one back, if there was
    /// any after `cursor`.
    pub fn came_after(&self, cursor: i64) -> Result<Option<i64>> {
        let sql = "select max(seq) from journal where came is not null and seq > ?";
        Ok(self.0.prepare_cached(sql)?.query_one([cursor], |row| row.get(0))?)
    }
}

impl Store {
    /// Writes one session and the study around it as a study of its own, for the laptop of `owner`.
    ///
    /// # Errors
    /// There must be no file of that name: it may be somebody's work.
    pub fn write_session(&mut self, session: SessionId, path: &Path, owner: &str) -> Result<()> {
        let record = self.read(|tx| tx.whole_record())?.of_session(session);
        let mut part = Self::create(path)?;
        let kept = part.transact::<_, Error>(|tx| {
            tx.put_down(&record)?;
            tx.set_owner(owner)
        });
        let kept = kept.and_then(|()| part.settle());
        drop(part);
        if kept.is_err() {
            let _ = fs::remove_file(path);
        }
        kept
    }
}

/// Puts acts into the journal as they are, out of reach of this laptop's Undo.
fn append<'a>(
    db: &Connection,
    acts: impl IntoIterator<Item = &'a Act>,
    came: Option<i64>,
) -> Result<()> {
    let mut query = db.prepare("select id, n from sitting")?;
    let numbers: HashMap<String, i64> = query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for act in acts {
        let event = &act.event;
        db.prepare_cached(include_str!("journal_append.sql"))?.execute(params![
            word(&event.id)?,
            act.stamp,
            word(&event.session)?,
            word(&event.undoes)?,
            "past",
            entry::write(event)?,
            numbers.get(&act.sitting.0.to_string()),
            came,
        ])?;
    }
    Ok(())
}

/// Puts what another laptop has of an act to the part of it that is here.
fn complete(db: &Connection, part: &Act) -> Result<()> {
    let id = word(&part.event.id)?;
    let mut read = db.prepare_cached("select body from journal where id = ?")?;
    let mut event = entry::read(&read.query_one([&id], |row| row.get::<_, String>(0))?)?;
    event.changes.extend(part.event.changes.iter().cloned());
    let sql = "update journal set body = ?2 where id = ?1";
    db.prepare_cached(sql)?.execute(params![id, entry::write(&event)?])?;
    Ok(())
}

/// Makes the tables that hold `before` hold `after`. The rows of the sessions touched are put down
/// anew in the order in which they were made, so that two laptops list them alike.
pub(crate) fn rewrite(
    db: &Connection,
    before: &[Row],
    after: &[Row],
    mut touched: BTreeSet<String>,
) -> Result<()> {
    db.execute_batch("pragma defer_foreign_keys = on")?;
    let of = |row: &Row| row.value["session"].as_str().unwrap_or(&row.id).to_owned();
    let stood: HashMap<(&str, &str), &Value> =
        before.iter().map(|row| ((row.table.as_str(), row.id.as_str()), &row.value)).collect();
    let stands: HashMap<(&str, &str), &Value> =
        after.iter().map(|row| ((row.table.as_str(), row.id.as_str()), &row.value)).collect();
    for row in before.iter().chain(after) {
        let key = (row.table.as_str(), row.id.as_str());
        if stood.get(&key) != stands.get(&key) {
            touched.insert(of(row));
        }
    }
    for row in before.iter().rev().filter(|row| touched.contains(&of(row))) {
        journal::apply(db, &change(&row.table, &row.value, &Value::Null)?)?;
    }
    for row in after.iter().filter(|row| touched.contains(&of(row))) {
        journal::apply(db, &change(&row.table, &Value::Null, &row.value)?)?;
    }
    counts::recount(db)
}

pub(crate) fn change(table: &str, before: &Value, after: &Value) -> Result<Change> {
    Ok(serde_json::from_value(json!({ "table": table, "before": before, "after": after }))?)
}

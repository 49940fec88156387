//! Records that were brought in here: taking one back as a whole, and bringing it in again.
//!
//! What is taken back leaves the journal, so that the tables are what the acts add up to that are
//! left, and waits beside it. It is the same as never having brought it in: its file, brought in
//! once more, brings the same acts again.

use std::collections::{BTreeSet, HashSet};

use domain::{
    Change, Event, EventId, Moment, SessionId,
    merge::{Act, Sitting, resting},
};
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Result, Tx, journal,
    meeting::Coming,
    merge, sitting,
    table::{from_word, word},
};

/// A record that was brought in here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Brought {
    /// Its file's name.
    pub file: String,
    pub at: Moment,
    /// Acts that came, and lines that the record has more than before.
    pub acts: u32,
    pub lines: u32,
}

/// Where a record stands in the journal.
struct Place {
    n: i64,
    first: i64,
    last: i64,
    /// The first sitting that it brought.
    sitting: i64,
}

/// How far the journal and its sittings went before a record came.
pub struct Before {
    seq: i64,
    sitting: i64,
    lines: i64,
}

fn read(row: &Row) -> rusqlite::Result<(Place, Result<Brought>)> {
    let place = Place {
        n: row.get("n")?,
        first: row.get("first")?,
        last: row.get("last")?,
        sitting: row.get("sitting")?,
    };
    let (file, acts, lines) = (row.get("file")?, row.get("acts")?, row.get("lines")?);
    let at = from_word(row, 2);
    Ok((place, at.map(|at| Brought { file, at, acts, lines })))
}

impl Tx<'_> {
    /// How far this record goes, before another is brought in.
    pub fn before(&self) -> Result<Before> {
        let sql = "select coalesce(max(n), 0) from sitting";
        let sitting = self.0.query_one(sql, [], |row| row.get(0))?;
        Ok(Before { seq: journal::head(&self.0)?, sitting, lines: self.lines()? })
    }

    /// Keeps that a record was brought in from `file`, with all that was done about it since
    /// `before`.
    pub fn keep_brought(&self, file: &str, at: Moment, acts: usize, before: &Before) -> Result<()> {
        // What comes again no longer waits.
        self.0.execute("delete from aside where id in (select id from journal)", [])?;
        let waits = "delete from brought where sittings is not null
                     and n not in (select brought from aside where came)";
        self.0.execute(waits, [])?;
        let sql = "insert into brought (file, at, acts, lines, first, last, sitting)
                   values (?, ?, ?, ?, ?, ?, ?)";
        let (lines, last) = (self.lines()? - before.lines, journal::head(&self.0)?);
        let acts = i64::try_from(acts).unwrap_or(i64::MAX);
        self.0.execute(
            sql,
            params![file, word(&at)?, acts, lines.max(0), before.seq + 1, last, before.sitting + 1],
        )?;
        Ok(())
    }

    /// How many lines the record has.
    fn lines(&self) -> Result<i64> {
        Ok(self.0.query_one("select count(*) from line", [], |row| row.get(0))?)
    }

    /// The record that was brought in last and stands.
    pub fn last_brought(&self) -> Result<Option<Brought>> {
        self.brought(false)?.map(|(_, brought)| brought).transpose()
    }

    /// Whether the records that were brought in say something of a session, or of the study around
    /// them (None).
    pub fn has_brought(&self, scope: Option<SessionId>) -> Result<bool> {
        let sql = "select 1 from journal where came is not null and session is ?";
        let came = self.0.prepare_cached(sql)?.exists([word(&scope)?])?;
        Ok(came && self.last_brought()?.is_some())
    }

    /// The record that was taken back last and waits beside the journal.
    pub fn last_aside(&self) -> Result<Option<Brought>> {
        self.brought(true)?.map(|(_, brought)| brought).transpose()
    }

    fn brought(&self, aside: bool) -> Result<Option<(Place, Result<Brought>)>> {
        let sql = "select * from brought where (sittings is not null) = ? order by n desc limit 1";
        Ok(self.0.prepare_cached(sql)?.query_one([aside], read).optional()?)
    }

    /// Takes the record back that was brought in last: its acts leave the journal, and the tables
    /// become what the others add up to. `event`, which changes nothing itself, says so.
    ///
    /// # Errors
    /// [`Error::NotFound`] where none was brought in; [`Error::RestsOn`] where something done
    /// since rests on it. Nothing is changed then.
    pub fn take_out(&self, event: &Event) -> Result<()> {
        let (place, _) = self.brought(false)?.ok_or(Error::NotFound("record"))?;
        let upto = self.acts_from(place.first, place.last)?;
        let since = self.acts_from(place.last + 1, i64::MAX)?;
        let all = || upto.iter().chain(&since);
        // Only the sessions that it is about, and what was done since.
        let mut part = self.part(&all().flat_map(Act::sessions).collect())?;
        let known = sitting::all(&self.0)?;
        let folded = part.folded(&known);
        let resting = resting(&upto, &since, &folded.same);
        let mut gone = resting.map_err(|_| Error::RestsOn)?;
        let came: BTreeSet<EventId> = upto.iter().map(|act| act.event.id).collect();
        gone.extend(&came);
        // Who was erased stays so.
        let erases = |act: &&Act| act.event.changes.iter().any(|c| matches!(c, Change::Erasure(_)));
        for act in all().filter(erases) {
            gone.remove(&act.event.id);
        }

        part.acts.retain(|act| !gone.contains(&act.event.id));
        let leave = all().filter(|act| gone.contains(&act.event.id));
        let touched = leave.flat_map(Act::sessions).map(|id| id.to_string()).collect();
        merge::rewrite(&self.0, &folded.rows, &part.folded(&known).rows, touched)?;

        let head = journal::head(&self.0)?;
        let sittings = sitting::from(&self.0, place.sitting)?;
        let sql = "update brought set sittings = ? where n = ?";
        self.0.execute(sql, params![serde_json::to_string(&sittings)?, place.n])?;
        let mut aside = self.0.prepare_cached(include_str!("brought_aside.sql"))?;
        let mut leave = self.0.prepare_cached("delete from journal where id = ?")?;
        for Act { event, .. } in all().filter(|act| gone.contains(&act.event.id)) {
            // That another record was taken back since is no part of this one.
            if came.contains(&event.id) || !event.changes.is_empty() {
                aside.execute(params![place.n, word(&event.id)?])?;
            }
            leave.execute([word(&event.id)?])?;
        }
        // Who does something next knows what is left, unless what was done since knew more.
        self.0.execute(include_str!("brought_sittings.sql"), [place.sitting])?;
        self.1.borrow_mut().clear();
        self.2.set(None);
        self.record(event)?;
        // A cursor that had seen what is gone goes on from here.
        let sql = "update journal set seq = ?, came = sitting where id = ?";
        self.0.execute(sql, params![head + 1, word(&event.id)?])?;
        Ok(())
    }

    /// Brings the record in again that was taken back last.
    pub fn bring_again(&self) -> Result<()> {
        let (place, _) = self.brought(true)?.ok_or(Error::NotFound("record"))?;
        let before = self.before()?;
        let meeting = self.meets(self.aside(place.n)?, &BTreeSet::new())?;
        self.take_in(&meeting, &meeting.here(), &meeting.both())?;
        // What was done here about it is still ours.
        let sql = "update journal set came = null
                   where id in (select id from aside where brought = ? and not came)";
        self.0.execute(sql, [place.n])?;
        self.0.execute("delete from aside where brought = ?", [place.n])?;
        let sql = "update brought set sittings = null, first = ?, last = ?, sitting = ?
                   where n = ?";
        let last = journal::head(&self.0)?;
        self.0.execute(sql, params![before.seq + 1, last, before.sitting + 1, place.n])?;
        Ok(())
    }

    /// The acts that stand in the journal from one place to another, in the canonical order.
    fn acts_from(&self, first: i64, last: i64) -> Result<Vec<Act>> {
        journal::acts(&self.0, include_str!("brought_acts.sql"), [first, last])
    }

    /// The record that waits beside the journal.
    fn aside(&self, n: i64) -> Result<Coming> {
        let sql = "select sittings from brought where n = ?";
        let told: String = self.0.query_one(sql, [n], |row| row.get(0))?;
        let sittings: Vec<Sitting> = serde_json::from_str(&told)?;
        let sql = "select stamp, sitting, body from aside
                   where brought = ? and id not in (select id from journal)
                   order by stamp, id";
        let acts = journal::acts(&self.0, sql, [n])?;
        let edges = sitting::last_of(&acts, &sittings);
        let parts = BTreeSet::new();
        Ok(Coming { acts, parts, lacks: HashSet::new(), sittings, edges, owner: String::new() })
    }
}

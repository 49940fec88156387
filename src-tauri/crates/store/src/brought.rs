//! Records that were brought in here: taking one back as a whole, and bringing it in again.
//!
//! What is taken back leaves the journal, so that the tables are what the acts add up to that are
//! left, and waits beside it. It is the same as never having brought it in: its file, brought in
//! once more, brings the same acts again.

use std::collections::BTreeSet;

use domain::{
    Event, EventId, Moment,
    merge::{Act, SittingId, resting},
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

use crate::{
    Error, Record, Result, Tx, entry, journal, merge, sitting,
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
        let ours = self.whole_record()?;
        let folded = ours.folded();
        let upto = self.ids(place.first, place.last)?;
        let since = self.ids(place.last + 1, i64::MAX)?;
        let of = |ids: &BTreeSet<EventId>| -> Vec<&Act> {
            ours.acts.iter().filter(|act| ids.contains(&act.event.id)).collect()
        };
        let resting = resting(&of(&upto), &of(&since), &folded.same);
        let mut gone = resting.map_err(|_| Error::RestsOn)?;
        gone.extend(&upto);

        let mut rest = ours.clone();
        rest.acts.retain(|act| !gone.contains(&act.event.id));
        let touched = ours.acts.iter().filter(|act| gone.contains(&act.event.id));
        let touched =
            touched.filter_map(|act| act.event.session).map(|id| id.to_string()).collect();
        merge::rewrite(&self.0, &folded.rows, &rest.folded().rows, touched)?;

        let head = journal::head(&self.0)?;
        let sittings = sitting::from(&self.0, place.sitting)?;
        let sql = "update brought set sittings = ? where n = ?";
        self.0.execute(sql, params![serde_json::to_string(&sittings)?, place.n])?;
        let mut aside = self.0.prepare_cached(include_str!("brought_aside.sql"))?;
        let mut leave = self.0.prepare_cached("delete from journal where id = ?")?;
        let says_nothing =
            |id: &EventId| of(&[*id].into()).iter().all(|act| act.event.changes.is_empty());
        for id in &gone {
            // That another record was taken back since is no part of this one.
            if upto.contains(id) || !says_nothing(id) {
                aside.execute(params![place.n, word(id)?])?;
            }
            leave.execute([word(id)?])?;
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

    /// Brings the record in again that was taken back last. Gives back how many acts came.
    pub fn bring_again(&self) -> Result<usize> {
        let (place, _) = self.brought(true)?.ok_or(Error::NotFound("record"))?;
        let before = self.before()?;
        let acts = self.take_in(&aside(&self.0, place.n)?)?;
        // What was done here about it is still ours.
        let sql = "update journal set came = null
                   where id in (select id from aside where brought = ? and not came)";
        self.0.execute(sql, [place.n])?;
        self.0.execute("delete from aside where brought = ?", [place.n])?;
        let sql = "update brought set sittings = null, first = ?, last = ?, sitting = ?
                   where n = ?";
        let last = journal::head(&self.0)?;
        self.0.execute(sql, params![before.seq + 1, last, before.sitting + 1, place.n])?;
        Ok(acts)
    }

    /// The acts that stand in the journal from one place to another.
    fn ids(&self, first: i64, last: i64) -> Result<BTreeSet<EventId>> {
        let mut query = self.0.prepare("select id from journal where seq between ? and ?")?;
        let mut rows = query.query([first, last])?;
        let mut ids = BTreeSet::new();
        while let Some(row) = rows.next()? {
            ids.insert(from_word(row, 0)?);
        }
        Ok(ids)
    }
}

/// The record that waits beside the journal.
fn aside(db: &Connection, n: i64) -> Result<Record> {
    let told: String =
        db.query_one("select sittings from brought where n = ?", [n], |row| row.get(0))?;
    let sittings = serde_json::from_str(&told)?;
    let sql = "select stamp, sitting, body from aside where brought = ? order by stamp, id";
    let mut query = db.prepare(sql)?;
    let mut rows = query.query([n])?;
    let mut acts = Vec::new();
    while let Some(row) = rows.next()? {
        let sitting: Option<String> = row.get(1)?;
        let sitting =
            sitting.map_or(SittingId::BEFORE, |id| SittingId(id.parse().unwrap_or_default()));
        let body = row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?;
        acts.push(Act { stamp: row.get(0)?, sitting, event: entry::read(body)? });
    }
    Ok(Record { acts, sittings, owner: String::new() })
}

//! The plan of a study at a glance: its sessions in their order, a window at a time, and the counts
//! that the tables keep in step (`0004_at_a_glance.sql`), or `record` does.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Choice, Debrief, DesignId, IdeaId, Moment, Session, SessionId, choice::Coverage,
    numbers::Groups,
};
use rusqlite::{OptionalExtension, params};

use crate::{
    Result, Tx,
    table::{Table, from_json, from_word, read_all, word},
};

/// How many sessions a study has, and how many seats they have together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    pub sessions: u32,
    pub done: u32,
    pub cancelled: u32,
    /// Of those that are not cancelled.
    pub seats: u32,
}

/// How many people of a session have a seat and are not said to stay away, and how many are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seated {
    pub expected: u32,
    pub absent: u32,
}

impl Tx<'_> {
    /// Which groups run by which version, by their numbers in the order in which they are planned.
    /// Those that are cancelled have a number too, and run by none.
    pub fn groups_by_version(&self) -> Result<HashMap<DesignId, Groups>> {
        let mut query = self.0.prepare_cached(include_str!("plan_by_version.sql"))?;
        let mut rows = query.query([])?;
        // Versions are few and sessions many: each version's id is read once.
        let mut by: Vec<(String, Groups)> = Vec::new();
        let mut number = 0;
        while let Some(row) = rows.next()? {
            number += 1;
            if row.get(3)? {
                continue;
            }
            let design = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let known = by.iter().position(|(id, _)| id == design).unwrap_or_else(|| {
                by.push((design.to_owned(), Groups::default()));
                by.len() - 1
            });
            if let Some((_, groups)) = by.get_mut(known) {
                groups.add(number, row.get(1)?, row.get(2)?);
            }
        }
        by.into_iter()
            .map(|(id, groups)| Ok((serde_json::from_value(id.into())?, groups)))
            .collect()
    }

    /// Whether a session has run, or runs, by a version.
    pub fn is_used(&self, design: DesignId) -> Result<bool> {
        let sql = "select 1 from session where design = ? and body ->> '$.started' is not null";
        Ok(self.0.prepare_cached(sql)?.exists([word(&design)?])?)
    }

    /// What the staff said right after, in the newest `count` sessions of a version that began and
    /// were not cancelled; None: of whichever version. In the order of their plan.
    pub fn debriefs(
        &self,
        design: Option<DesignId>,
        count: u32,
    ) -> Result<Vec<(SessionId, Debrief)>> {
        let mut query = self.0.prepare_cached(include_str!("plan_debriefs.sql"))?;
        let design = design.map(|id| word(&id)).transpose()?;
        let mut rows = query.query(params![design, count])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push((from_word(row, 0)?, from_json(row, 1)?));
        }
        all.reverse();
        Ok(all)
    }

    /// Counts the sessions.
    pub fn planned(&self) -> Result<Planned> {
        let mut query = self.0.prepare_cached(include_str!("plan_counts.sql"))?;
        Ok(query.query_one([], |row| {
            Ok(Planned {
                sessions: row.get(0)?,
                done: row.get(1)?,
                cancelled: row.get(2)?,
                seats: row.get(3)?,
            })
        })?)
    }

    /// `count` sessions in the order in which they are planned, after the first `from`.
    pub fn sessions_from(&self, from: u32, count: u32) -> Result<Vec<Session>> {
        let sql = "select id, design, begins, body from session order by begins, id \
                   limit ?2 offset ?1";
        read_all(&self.0, sql, params![from, count])
    }

    /// The sessions that begin from one moment on and before another, in order.
    pub fn sessions_between(&self, from: Moment, to: Moment) -> Result<Vec<Session>> {
        let sql = "select id, design, begins, body from session \
                   where begins >= ?1 and begins < ?2 order by begins, id";
        read_all(&self.0, sql, params![word(&from)?, word(&to)?])
    }

    /// The nearest day with a session from a day on, or the last one before it: by the clock of
    /// the place.
    pub fn day_beside(&self, day: NaiveDate, after: bool) -> Result<Option<NaiveDate>> {
        let sql = if after {
            "select min(body ->> '$.plan.date') from session where body ->> '$.plan.date' >= ?"
        } else {
            "select max(body ->> '$.plan.date') from session where body ->> '$.plan.date' < ?"
        };
        let mut query = self.0.prepare_cached(sql)?;
        query.query_one([word(&day)?], |row| Ok(from_word(row, 0)))?
    }

    /// How many sessions are planned before this one.
    pub fn sessions_before(&self, session: SessionId) -> Result<u32> {
        let sql = "select count(*) from session where (begins, id) < \
                   (select begins, id from session where id = ?)";
        let mut query = self.0.prepare_cached(sql)?;
        Ok(query.query_one([word(&session)?], |row| row.get(0))?)
    }

    /// The number of a session in the study, from 1. None: there is no such session.
    pub fn number_of(&self, session: SessionId) -> Result<Option<u32>> {
        let sql = "select count(*) from session where (begins, id) <= \
                   (select begins, id from session where id = ?)";
        let mut query = self.0.prepare_cached(sql)?;
        let number: u32 = query.query_one([word(&session)?], |row| row.get(0))?;
        Ok((number > 0).then_some(number))
    }

    /// The numbers of sessions in the study, from 1. They come in the order of their plan.
    pub fn numbers_of(&self, sessions: &[SessionId]) -> Result<Vec<u32>> {
        let Some(first) = sessions.first() else { return Ok(Vec::new()) };
        let mut query = self.0.prepare_cached(include_str!("plan_between.sql"))?;
        let mut numbers = vec![self.sessions_before(*first)? + 1];
        for pair in sessions.windows(2) {
            let [from, to] = pair else { continue };
            let more: u32 = query.query_one([word(from)?, word(to)?], |row| row.get(0))?;
            numbers.push(numbers.last().copied().unwrap_or_default() + more);
        }
        Ok(numbers)
    }

    /// The sessions that have neither ended nor been cancelled, in order.
    pub fn sessions_open(&self) -> Result<Vec<Session>> {
        let sql = "select id, design, begins, body from session \
                   where body ->> '$.ended' is null and body ->> '$.cancelled' is null \
                   order by begins, id";
        read_all(&self.0, sql, [])
    }

    /// The sessions still to come that have a seat nobody is expected in, in order.
    pub fn sessions_with_room(&self) -> Result<Vec<Session>> {
        read_all(&self.0, include_str!("plan_with_room.sql"), [])
    }

    /// The session that is under way.
    pub fn running(&self) -> Result<Option<SessionId>> {
        let sql = "select id from session where body ->> '$.ended' is null \
                   and body ->> '$.cancelled' is null and body ->> '$.started' is not null \
                   order by begins, id limit 1";
        let mut query = self.0.prepare_cached(sql)?;
        query.query_one([], |row| Ok(from_word(row, 0))).optional()?.transpose()
    }

    /// The sessions that have discussed ideas, newest first, after the first `from`.
    pub fn sessions_with_choices(&self, from: u32, count: u32) -> Result<Vec<Session>> {
        let sql = "select id, design, begins, body from session \
                   where exists (select 1 from choice where choice.session = session.id) \
                   order by begins desc, id desc limit ?2 offset ?1";
        read_all(&self.0, sql, params![from, count])
    }

    /// Counts the people of a session.
    pub fn seated(&self, session: SessionId) -> Result<Seated> {
        let sql = "select count(*) filter (where seat is not null and absence is null), \
                   count(absence) from participant where session = ?";
        let mut query = self.0.prepare_cached(sql)?;
        Ok(query.query_one([word(&session)?], |row| {
            Ok(Seated { expected: row.get(0)?, absent: row.get(1)? })
        })?)
    }

    /// How many people count towards each quota over the study, in the order of the sample, and
    /// how many there are at all.
    pub fn people_by_quota(&self) -> Result<(Vec<u32>, u32)> {
        let mut query =
            self.0.prepare_cached("select place, people from quota_count order by place")?;
        let mut rows = query.query([])?;
        let (mut quotas, mut all) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            match row.get::<_, i64>(0)? {
                -1 => all = row.get(1)?,
                _ => quotas.push(row.get(1)?),
            }
        }
        Ok((quotas, all))
    }

    /// In how many groups each idea was discussed, and how many lines are about it. Ideas that
    /// have neither are left out.
    pub fn coverage(&self) -> Result<Vec<Coverage>> {
        self.coverage_by("select idea, in_groups, lines from idea_count", &[])
    }

    /// What one session adds to [`Tx::coverage`].
    pub fn coverage_of(&self, session: SessionId) -> Result<Vec<Coverage>> {
        self.coverage_by(include_str!("plan_coverage_of.sql"), &[word(&session)?])
    }

    fn coverage_by(&self, sql: &str, with: &[rusqlite::types::Value]) -> Result<Vec<Coverage>> {
        let mut query = self.0.prepare_cached(sql)?;
        let mut rows = query.query(rusqlite::params_from_iter(with))?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            let idea: IdeaId = from_word(row, 0)?;
            all.push(Coverage { idea, groups: row.get(1)?, lines: row.get(2)? });
        }
        Ok(all)
    }

    /// What every other session chose, with the name of its group, in the order of the sessions.
    pub fn choices_elsewhere(&self, session: SessionId) -> Result<Vec<(String, Choice)>> {
        let mut query = self.0.prepare_cached(include_str!("plan_elsewhere.sql"))?;
        let mut rows = query.query([word(&session)?])?;
        let mut all = Vec::new();
        while let Some(row) = rows.next()? {
            all.push((row.get(7)?, Choice::read(row)?));
        }
        Ok(all)
    }
}

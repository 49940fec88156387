//! How many people count towards each quota over the study. Who does is `domain`'s to say; what is
//! kept here is the sum, so that a study of 500 sessions costs no more to look at than one of
//! thirteen. `check` holds it against counting everybody anew.

use std::collections::{HashMap, HashSet};

use domain::{Change, Diff, Participant, Quota, Session, SessionId, Study};
use rusqlite::{Connection, OptionalExtension};

use crate::{
    Result,
    table::{all, find, of_session, word},
};

/// The place of the count of everybody; the quotas follow from 0, in the order of the sample.
const EVERYBODY: i64 = -1;

/// What the changes of one act add to the counts.
#[derive(Default)]
pub(crate) struct Counts {
    quotas: Option<Vec<Quota>>,
    /// Everybody first, then each quota.
    more: Vec<i64>,
    /// Whether a session takes place.
    held: HashMap<SessionId, bool>,
    anew: bool,
}

impl Counts {
    /// Takes in a change that is about to be put into its table.
    pub fn follow(&mut self, db: &Connection, change: &Change) -> Result<()> {
        match change {
            Change::Participant(Diff { before, after }) => {
                before.iter().try_for_each(|person| self.goes(db, person))?;
                after.iter().try_for_each(|person| self.comes(db, person))?;
            }
            Change::Session(Diff { before: Some(before), after: Some(after) })
                if before.cancelled.is_some() != after.cancelled.is_some() =>
            {
                let people: Vec<Participant> = of_session(db, &word(&before.id)?)?;
                let sign = if after.cancelled.is_some() { -1 } else { 1 };
                for person in people.iter().filter(|person| person.is_expected()) {
                    self.add(db, person, sign)?;
                }
                self.held.insert(before.id, after.cancelled.is_none());
            }
            Change::Study(Diff { before, after }) => {
                let quotas =
                    |study: &Option<Study>| study.as_ref().map(|s| s.sample.quotas.clone());
                self.anew |= quotas(before) != quotas(after);
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes in a person who comes.
    pub fn comes(&mut self, db: &Connection, person: &Participant) -> Result<()> {
        let counts = person.is_expected() && self.is_held(db, person.session)?;
        if counts { self.add(db, person, 1) } else { Ok(()) }
    }

    /// Takes in a person who goes.
    pub fn goes(&mut self, db: &Connection, person: &Participant) -> Result<()> {
        let counts = person.is_expected() && self.is_held(db, person.session)?;
        if counts { self.add(db, person, -1) } else { Ok(()) }
    }

    /// Whether a session takes place, as far as the act has come.
    fn is_held(&mut self, db: &Connection, id: SessionId) -> Result<bool> {
        if let Some(held) = self.held.get(&id) {
            return Ok(*held);
        }
        let sql = "select body ->> '$.cancelled' is null from session where id = ?";
        let mut query = db.prepare_cached(sql)?;
        // One that is not there is refused where the person is put into the table.
        let held = query.query_one([word(&id)?], |row| row.get(0)).optional()?.unwrap_or(false);
        self.held.insert(id, held);
        Ok(held)
    }

    fn add(&mut self, db: &Connection, person: &Participant, sign: i64) -> Result<()> {
        if self.quotas.is_none() {
            let quotas = quotas(db)?;
            self.more = vec![0; quotas.len() + 1];
            self.quotas = Some(quotas);
        }
        let quotas = self.quotas.iter().flatten();
        let counts = std::iter::once(true).chain(quotas.map(|quota| quota.counts(person)));
        for (more, counts) in self.more.iter_mut().zip(counts) {
            *more += if counts { sign } else { 0 };
        }
        Ok(())
    }

    /// Writes the counts, once the changes stand in their tables.
    pub fn keep(self, db: &Connection) -> Result<()> {
        if self.anew {
            return recount(db);
        }
        let sql = "update quota_count set people = people + ? where place = ?";
        for (place, more) in (EVERYBODY..).zip(self.more).filter(|(_, more)| *more != 0) {
            db.prepare_cached(sql)?.execute([more, place])?;
        }
        Ok(())
    }
}

/// The quotas over the study.
fn quotas(db: &Connection) -> Result<Vec<Quota>> {
    Ok(find::<Study>(db, &1.into())?.map(|study| study.sample.quotas).unwrap_or_default())
}

/// Counts everybody anew.
pub(crate) fn recount(db: &Connection) -> Result<()> {
    db.execute("delete from quota_count", [])?;
    let Some(study) = find::<Study>(db, &1.into())? else { return Ok(()) };
    let sessions: Vec<Session> = all(db, "id")?;
    let held: HashSet<SessionId> =
        sessions.iter().filter(|s| s.cancelled.is_none()).map(|s| s.id).collect();
    let mut people: Vec<Participant> = all(db, "id")?;
    people.retain(|person| person.is_expected() && held.contains(&person.session));
    let mut query = db.prepare_cached("insert into quota_count (place, people) values (?, ?)")?;
    let mut keep =
        |place: i64, count: usize| query.execute([place, i64::try_from(count).unwrap_or(i64::MAX)]);
    keep(EVERYBODY, people.len())?;
    for (place, quota) in (0..).zip(&study.sample.quotas) {
        keep(place, people.iter().filter(|person| quota.counts(person)).count())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use rusqlite_migration::Migrations;

    use super::*;
    use crate::{MIGRATIONS, Store};

    #[test]
    fn what_the_tables_counted_themselves_goes_on_as_it_stood() {
        let mut db = Connection::open_in_memory().unwrap();
        Migrations::from_slice(&MIGRATIONS[..9]).to_latest(&mut db).unwrap();
        db.execute_batch(
            r#"insert into study (only, name, made, sample) values (1, 'Buses', '2026-03-01T09:00:00Z',
                 '{"attributes":[],"quotas":[{"of":{"sex":"Male"},"people":2},
                                             {"of":{"sex":"Female"},"people":3}]}');
               insert into design (id, number, body) values ('d', 1, '{}');
               insert into session values ('s', 'd', '2026-03-12T19:00:00Z', '{}');
               insert into participant
                 (id, session, seat, name, sex, age_band, place, attributes, coarse)
                 values ('p', 's', 1, 'Ann', 'Female', '', '', '{}', 0);"#,
        )
        .unwrap();
        let mut store = Store::with(db, None).unwrap();
        let counted = store.read::<_, crate::Error>(|tx| tx.people_by_quota()).unwrap();
        assert_eq!(counted, (vec![0, 1], 1));
        let asked = "select count(*) from participant where consent <> '{}'";
        assert_eq!(store.db.query_one(asked, [], |row| row.get(0)), Ok(0));
    }
}

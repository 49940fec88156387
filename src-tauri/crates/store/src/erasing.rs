//! Erasing a person: the journal is written anew without them, the tables are what it then adds up
//! to, and what is left in the free space of the file goes with it.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    Change, Diff, Erasure, ErasureId, Event, Participant, ParticipantId, SessionId,
    erasing::{Erased, Theirs, theirs},
};
use rusqlite::{Connection, params};

use crate::{
    Error, Result, Store, Tx, entry, merge,
    table::{all, word},
};

impl Tx<'_> {
    /// Everything that was erased in this study.
    pub fn erased(&self) -> Result<Erased> {
        let mut erased = Erased::default();
        for erasure in all::<Erasure>(&self.0, "at, id")? {
            erased.add(&erasure);
        }
        Ok(erased)
    }

    /// What is a person's in a session: in the record, and in what waits beside it.
    pub fn theirs(&self, session: SessionId, person: ParticipantId) -> Result<Theirs> {
        let here = [session].into();
        let acts = self.part(&here)?.acts;
        let beside = beside(&self.0)?;
        let events = acts.iter().map(|act| &act.event).chain(&beside);
        Ok(theirs(person, events, &self.folded_part(&here)?, &self.erased()?))
    }

    /// A person as they stood last, who is in no seat map any more.
    pub fn last_known(&self, person: ParticipantId) -> Result<Participant> {
        let sql = "select seq, body from journal where instr(body, ?1) order by seq desc";
        let told = bodies(&self.0, sql, [person.to_string()])?;
        for (_, body) in told {
            for change in entry::read(&body)?.changes {
                if let Change::Participant(Diff { before, after }) = change
                    && let Some(found) = after.or(before).filter(|found| found.id == person)
                {
                    return Ok(found);
                }
            }
        }
        Err(Error::NotFound("participant"))
    }

    /// Keeps an act that erases somebody: the journal loses what it names, before and after, and
    /// so do the tables and what stands beside the record. The rest is [`Store::sweep`]’s.
    pub fn erase(&self, event: &Event) -> Result<()> {
        let sessions: BTreeSet<SessionId> =
            event.changes.iter().filter_map(Change::session).collect();
        let before = self.folded_part(&sessions)?;
        let mut erased = self.erased()?;
        for change in &event.changes {
            if let Change::Erasure(diff) = change {
                diff.after.iter().for_each(|erasure| erased.add(erasure));
            }
        }
        let event = erased.clean_event(event);
        self.append(&event, &entry::write(&event)?)?;
        let after = self.folded_part(&sessions)?;
        let touched = sessions.iter().map(ToString::to_string).collect();
        merge::rewrite(&self.0, &before.rows, &after.rows, touched)?;
        self.clean(&erased, &sessions)
    }

    /// Takes what was erased out of the journal, out of what waits beside it, and out of all that
    /// is kept apart from the record. `sessions`: those that may hold some of it.
    pub(crate) fn clean(&self, erased: &Erased, sessions: &BTreeSet<SessionId>) -> Result<()> {
        if erased.is_empty() {
            return Ok(());
        }
        let mut found = false;
        let list = serde_json::to_string(sessions)?;
        let journal = bodies(&self.0, include_str!("erasing_journal.sql"), [&list])?;
        // Undo reaches none of it: what it would bring back is gone.
        let sql = "update journal set body = ?2, state = 'past' where seq = ?1";
        for (seq, body) in changed(&journal, erased)? {
            self.0.prepare_cached(sql)?.execute(params![seq, body])?;
            found = true;
        }
        let aside = bodies(&self.0, "select rowid, body from aside", [])?;
        for (row, body) in changed(&aside, erased)? {
            let sql = "update aside set body = ?2 where rowid = ?1";
            self.0.prepare_cached(sql)?.execute(params![row, body])?;
            found = true;
        }
        for person in erased.people() {
            let sql = "delete from contact where participant = ?";
            self.0.prepare_cached(sql)?.execute([word(&person)?])?;
        }
        if found {
            // What is being typed there may be theirs; what a search knows is made anew by the next.
            let sql = "delete from draft where session in (select value from json_each(?))";
            self.0.execute(sql, [&list])?;
            self.0.execute_batch(include_str!("erasing_search.sql"))?;
            self.0.execute("insert or ignore into unswept values (1)", [])?;
        }
        Ok(())
    }

    /// What of people who were erased came in since under nobody’s name, or somebody else’s: what
    /// an erasure has to name beyond those there are, by session.
    pub fn left_of_erased(&self, sessions: &BTreeSet<SessionId>) -> Result<Vec<Erasure>> {
        let known: Vec<Erasure> = all(&self.0, "at, id")?;
        let mut people: BTreeMap<ParticipantId, Erasure> = BTreeMap::new();
        for erasure in known.into_iter().filter(|one| sessions.contains(&one.session)) {
            people.entry(erasure.person).or_insert(erasure);
        }
        let erased = self.erased()?;
        let mut left = Vec::new();
        for (person, first) in people {
            let acts = self.part(&[first.session].into())?.acts;
            let beside = beside(&self.0)?;
            let events = acts.iter().map(|act| &act.event).chain(&beside);
            let more = self.theirs(first.session, person)?.beyond(&erased, events);
            if !more.is_empty() {
                let Theirs { people, lines, flip_items, one } = more;
                let id = ErasureId(uuid::Uuid::now_v7());
                left.push(Erasure { id, people, lines, flip_items, one, ..first });
            }
        }
        Ok(left)
    }
}

impl Store {
    /// Whether what was erased may still lie in free space, in the log or in a copy.
    pub fn is_unswept(&self) -> Result<bool> {
        let sql = "select exists (select 1 from unswept)";
        Ok(self.db.query_row(sql, [], |row| row.get(0))?)
    }

    /// Writes the file anew, so that nothing is left of what was erased, nor in its log.
    pub fn sweep(&mut self) -> Result<()> {
        self.db.execute_batch("vacuum")?;
        self.settle()
    }

    /// Notes that the copies are clean too.
    pub fn is_swept(&mut self) -> Result<()> {
        self.db.execute("delete from unswept", [])?;
        self.settle()
    }
}

/// The texts of acts, each with its number.
fn bodies(db: &Connection, sql: &str, with: impl rusqlite::Params) -> Result<Vec<(i64, String)>> {
    let mut query = db.prepare(sql)?;
    let rows = query.query_map(with, |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Those that hold something erased, as they are without it.
fn changed(bodies: &[(i64, String)], erased: &Erased) -> Result<Vec<(i64, String)>> {
    let mut changed = Vec::new();
    for (n, body) in bodies {
        let event = entry::read(body)?;
        if let Cow::Owned(clean) = erased.clean_event(&event)
            && clean != event
        {
            changed.push((*n, entry::write(&clean)?));
        }
    }
    Ok(changed)
}

/// What happened in records that wait beside the journal.
fn beside(db: &Connection) -> Result<Vec<Event>> {
    let aside = bodies(db, "select rowid, body from aside order by stamp, id", [])?;
    aside.iter().map(|(_, body)| entry::read(body)).collect()
}

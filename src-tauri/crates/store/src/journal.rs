//! The journal: what happened, in order, and the tables as what it adds up to.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    thread,
};

use domain::{
    Change, Diff, Event, EventId, SessionId, Words,
    merge::{Act, SittingId},
};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    Error, Result, Tx,
    counts::Counts,
    entry::{self, Run},
    rows,
    table::{insert_all, micros, replace, word},
};

/// From so many changes on, an act is long.
const MANY: usize = 500;

/// The last act's number, or zero where nothing has happened.
pub(crate) fn head(db: &Connection) -> Result<i64> {
    Ok(db
        .prepare_cached("select coalesce(max(seq), 0) from journal")?
        .query_one([], |row| row.get(0))?)
}

/// Puts a change into its table.
pub(crate) fn apply(db: &Connection, change: &Change) -> Result<()> {
    macro_rules! put {
        ($($table:ident),*) => {
            match change {
                $(Change::$table(d) => replace(db, d.before.as_ref(), d.after.as_ref()),)*
                Change::DesignEdit(edit) => rows::design::edit(db, edit),
            }
        };
    }
    put!(
        Study,
        Design,
        Session,
        Participant,
        Span,
        Pause,
        Tick,
        FlipItem,
        Round,
        Sticker,
        Choice,
        Rating,
        Line,
        Tip,
        StudyLanguage,
        Translation,
        Erasure
    )
}

impl Tx<'_> {
    /// Appends `event` to the journal and applies it to the tables: the only thing that writes.
    ///
    /// # Errors
    /// [`Error::Changed`] where a row is not what the event says it was, [`Error::Erased`] where it
    /// would give words to somebody who was erased; nothing is kept then.
    pub fn record(&self, event: &Event) -> Result<()> {
        let erased = self.erased()?;
        let clean = erased.clean_event(event);
        if matches!(clean, Cow::Owned(_)) && clean.changes != event.changes {
            return Err(Error::Erased);
        }
        let event = clean.as_ref();
        let text = if event.changes.len() < MANY {
            self.put(event)?;
            entry::write(event)?
        } else {
            // A long act is written down while its rows are put.
            thread::scope(|scope| {
                let writing = scope.spawn(|| entry::write(event));
                self.put(event)?;
                writing.join().unwrap_or_else(|_| Err(Error::Damaged("journal".to_owned())))
            })?
        };
        self.append(event, &text)
    }

    /// Puts an act down behind the others.
    pub(crate) fn append(&self, event: &Event, text: &str) -> Result<()> {
        // So that a merge can read the acts of some sessions and leave the others.
        debug_assert!(
            event.session.is_none() || event.changes.iter().all(|c| c.session() == event.session),
            "an act in a session changes that session only: {event:?}"
        );
        let (sitting, floor) = self.sitting()?;
        let last = self.last_stamp()?.max(floor);
        if let Some(target) = event.undoes {
            self.mark_undone(target)?;
        } else if event.undoable {
            self.forget_redo(event.session)?;
        }
        let state = if event.undoable && event.undoes.is_none() { "done" } else { "past" };
        self.0.prepare_cached(include_str!("journal_append.sql"))?.execute(params![
            word(&event.id)?,
            micros(event.at).max(last + 1),
            word(&event.session)?,
            word(&event.undoes)?,
            state,
            text,
            sitting,
            None::<i64>,
        ])?;
        Ok(())
    }

    /// Puts what an act changes into the tables.
    fn put(&self, event: &Event) -> Result<()> {
        let mut counts = Counts::default();
        for run in entry::runs(&event.changes) {
            match run {
                Run::People { go: false, people } => {
                    people.iter().try_for_each(|person| counts.comes(&self.0, person))?;
                    insert_all(&self.0, &people)?;
                }
                Run::People { go: true, people } => {
                    for person in people {
                        counts.goes(&self.0, person)?;
                        replace(&self.0, Some(person), None)?;
                    }
                }
                Run::Others(changes) => {
                    for change in changes {
                        counts.follow(&self.0, change)?;
                        apply(&self.0, change)?;
                        if let Change::Design(_) | Change::DesignEdit(_) = change {
                            self.1.borrow_mut().clear();
                        }
                    }
                }
            }
        }
        self.nobody_named_goes(event)?;
        counts.keep(&self.0)
    }

    /// A line keeps whoever said it, and so does what stands on the flip chart; a round keeps who
    /// put up nothing.
    fn nobody_named_goes(&self, event: &Event) -> Result<()> {
        let mut gone: BTreeMap<SessionId, BTreeSet<String>> = BTreeMap::new();
        for change in &event.changes {
            if let Change::Participant(Diff { before: Some(person), after: None }) = change {
                gone.entry(person.session).or_default().insert(person.id.to_string());
            }
        }
        for (session, people) in gone {
            let mut query = self.0.prepare_cached(include_str!("journal_named.sql"))?;
            let mut rows = query.query([word(&session)?])?;
            while let Some(row) = rows.next()? {
                if people.contains(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?) {
                    return Err(Error::Changed { table: "participant" });
                }
            }
        }
        Ok(())
    }

    /// Whether an act of that id is in the journal: sent twice, applied once.
    pub fn happened(&self, id: EventId) -> Result<bool> {
        Ok(self.0.prepare_cached("select 1 from journal where id = ?")?.exists([word(&id)?])?)
    }

    /// Every act done here in a session and in the study after `cursor`, with the cursor that follows each.
    pub fn events_after(&self, session: SessionId, cursor: i64) -> Result<Vec<(i64, Event)>> {
        let mut query = self.0.prepare_cached(include_str!("journal_after.sql"))?;
        let mut rows = query.query(params![cursor, word(&session)?])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push((
                row.get(0)?,
                entry::read(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?,
            ));
        }
        Ok(events)
    }

    /// The act that Undo would take back in a session, or in the study around them (None).
    pub fn next_undo(&self, scope: Option<SessionId>) -> Result<Option<Event>> {
        self.last_of(scope, "done")?.as_deref().map(entry::read).transpose()
    }

    /// The act that Redo would do again.
    pub fn next_redo(&self, scope: Option<SessionId>) -> Result<Option<Event>> {
        self.last_of(scope, "undone")?.as_deref().map(entry::read).transpose()
    }

    /// The words of the acts that Undo and Redo would reach.
    pub fn undo_words(&self, scope: Option<SessionId>) -> Result<(Option<Words>, Option<Words>)> {
        let words = |state| self.last_of(scope, state)?.as_deref().map(entry::words).transpose();
        Ok((words("done")?, words("undone")?))
    }

    fn last_of(&self, scope: Option<SessionId>, state: &str) -> Result<Option<String>> {
        // What was undone last comes back first, and it is the oldest of those undone.
        let sql = if state == "done" {
            "select body from journal where session is ? and state = ? order by seq desc limit 1"
        } else {
            "select body from journal where session is ? and state = ? order by seq limit 1"
        };
        let mut query = self.0.prepare_cached(sql)?;
        Ok(query.query_one(params![word(&scope)?, state], |row| row.get(0)).optional()?)
    }

    /// Turns an act that is done into one undone, and back.
    fn mark_undone(&self, target: EventId) -> Result<()> {
        let changed =
            self.0.prepare_cached(include_str!("journal_undone.sql"))?.execute([word(&target)?])?;
        if changed == 1 { Ok(()) } else { Err(Error::Changed { table: "journal" }) }
    }

    /// A new act ends what could be redone.
    fn forget_redo(&self, session: Option<SessionId>) -> Result<()> {
        self.0
            .prepare_cached(
                "update journal set state = 'past' where session is ? and state = 'undone'",
            )?
            .execute([word(&session)?])?;
        Ok(())
    }

    /// Every act in the one canonical order.
    pub(crate) fn all_acts(&self) -> Result<Vec<Act>> {
        acts(&self.0, include_str!("journal_all.sql"), [])
    }
}

/// Reads acts: `sql` selects the stamp, the sitting and the text of each.
pub(crate) fn acts(db: &Connection, sql: &str, with: impl rusqlite::Params) -> Result<Vec<Act>> {
    let mut query = db.prepare(sql)?;
    let mut rows = query.query(with)?;
    let mut acts = Vec::new();
    while let Some(row) = rows.next()? {
        let sitting: Option<String> = row.get(1)?;
        acts.push(Act {
            stamp: row.get(0)?,
            sitting: sitting
                .map_or(SittingId::BEFORE, |id| SittingId(id.parse().unwrap_or_default())),
            event: entry::read(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?,
        });
    }
    Ok(acts)
}

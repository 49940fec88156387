//! One call under way: when it is made, by whom, and the act it adds up to.

use std::thread;

use domain::{Change, Diff, Event, EventId, Moment, Role, SessionId, Words};
use store::{Store, Tx};

use crate::{Problem, ProblemCode, Result};

/// From so many changes on, what an act held in memory is cleared away while it is flushed.
const MANY: usize = 1_000;

/// A call under way.
pub struct Ctx<'a> {
    pub(crate) workshop: &'a mut crate::Workshop,
    /// The moment of the call, by the caller's clock, in whole milliseconds.
    pub(crate) at: Moment,
    /// The caller's id of it: sent twice, applied once.
    pub(crate) id: EventId,
    pub(crate) role: Role,
}

/// What an act adds up to, before it is recorded.
pub(crate) struct Act {
    pub session: Option<SessionId>,
    pub words: Words,
    pub undoes: Option<EventId>,
    pub undoable: bool,
    pub changes: Vec<Change>,
}

impl Act {
    /// An act in the room, which Undo reaches.
    pub fn of(session: SessionId, words: Words) -> Self {
        Self { session: Some(session), words, undoes: None, undoable: true, changes: Vec::new() }
    }

    /// An act on the study around the sessions: its plan, its guide. The study's own Undo
    /// reaches it.
    pub fn of_study(words: Words) -> Self {
        Self { session: None, words, undoes: None, undoable: true, changes: Vec::new() }
    }

    /// The act that makes the study, which nothing takes back.
    pub fn first(words: Words) -> Self {
        Self { undoable: false, ..Self::of_study(words) }
    }

    pub fn made<T>(&mut self, row: T)
    where
        Change: From<Diff<T>>,
    {
        self.changes.push(Diff::made(row).into());
    }

    /// Leaves out what changes nothing.
    pub fn changed<T: PartialEq>(&mut self, before: T, after: T)
    where
        Change: From<Diff<T>>,
    {
        if before != after {
            self.changes.push(Diff::changed(before, after).into());
        }
    }

    pub fn gone<T>(&mut self, row: T)
    where
        Change: From<Diff<T>>,
    {
        self.changes.push(Diff::gone(row).into());
    }
}

impl Ctx<'_> {
    pub(crate) fn store(&mut self) -> Result<&mut Store> {
        self.workshop.store.as_mut().ok_or_else(|| ProblemCode::NoStudy.into())
    }

    /// Reads from the open study.
    pub(crate) fn read<T>(&mut self, f: impl FnOnce(&Tx) -> Result<T>) -> Result<T> {
        self.store()?.read(f)
    }

    /// Does one act in one transaction: `f` reads what the rule needs, asks it, and says what
    /// changes. An act that changes nothing leaves no trace, and one sent twice is done once.
    pub(crate) fn act(&mut self, f: impl FnOnce(&Tx) -> Result<Act>) -> Result<()> {
        let (id, at, by) = (self.id, self.at, self.role);
        self.store()?.transact(|tx| {
            if tx.happened(id)? {
                return Ok(());
            }
            let act = f(tx)?;
            if act.changes.is_empty() {
                return Ok(());
            }
            let Act { session, words, undoes, undoable, changes } = act;
            // With a person, or with their consent, goes how to reach them.
            let leaves = |change: &Change| {
                let Change::Participant(diff) = change else { return false };
                diff.after.as_ref().is_none_or(|after| after.withdrew.is_some())
            };
            let somebody_leaves = changes.iter().any(leaves);
            let event = Event { id, at, session, by, words, undoes, undoable, changes };
            tx.record(&event)?;
            if somebody_leaves {
                tx.forget_strays()?;
            }
            if event.changes.len() >= MANY {
                thread::spawn(|| drop(event));
            }
            Ok::<_, Problem>(())
        })
    }
}

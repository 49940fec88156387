//! What happened since, and taking it back.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, Diff, Event, Participant, ParticipantId, Round, RoundState, Session, SessionId, Words,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use crate::{
    Act, Ctx, Moderator, Nothing, OfSession, Problem, ProblemCode, Result, Staff,
    designs::unused,
    evening::{mask_rating, mask_sticker},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct EventsAfter {
    pub session: SessionId,
    #[ts(type = "number")]
    pub cursor: i64,
}

/// What happened after a cursor.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Caught {
    pub events: Vec<Event>,
    #[ts(type = "number")]
    pub cursor: i64,
    /// Something that was hidden may be seen now, or no longer: ask for the evening anew.
    pub anew: bool,
    pub undo: Option<Words>,
    pub redo: Option<Words>,
}

pub fn events_after(ctx: &mut Ctx, _: Staff, req: EventsAfter) -> Result<Caught> {
    ctx.read(|tx| {
        let session: Session = tx.get(&req.session)?;
        let rounds: Vec<Round> = tx.of_session(req.session)?;
        let found = tx.events_after(req.session, req.cursor)?;
        // Rows that another record changed are not what any one act says: they are read anew.
        let came = tx.came_after(req.cursor)?;
        let cursor = found.last().map_or(req.cursor, |(cursor, _)| *cursor);
        let cursor = cursor.max(came.unwrap_or_default());
        let mut events: Vec<Event> = found.into_iter().map(|(_, event)| event).collect();
        let anew = came.is_some() || events.iter().flat_map(|e| &e.changes).any(lifts_a_veil);
        for event in &mut events {
            event.changes.retain(|change| concerns(change, req.session));
        }
        for change in events.iter_mut().flat_map(|e| &mut e.changes) {
            veil(change, &session, &rounds);
        }
        let (undo, redo) = tx.undo_words(Some(req.session))?;
        Ok(Caught { events, cursor, anew, undo, redo })
    })
}

/// Whether a change is any business of a session: people who were brought in for others are not.
fn concerns(change: &Change, session: SessionId) -> bool {
    let Change::Participant(Diff { before, after }) = change else { return true };
    [before, after].into_iter().flatten().any(|person| person.session == session)
}

/// Whether a change turns what was hidden into what may be seen, or the other way round, or takes
/// words out of rows.
fn lifts_a_veil(change: &Change) -> bool {
    match change {
        Change::Round(diff) => {
            let seen =
                |r: &Option<Round>| r.as_ref().is_some_and(|r| r.state >= RoundState::Revealed);
            seen(&diff.before) != seen(&diff.after)
        }
        Change::Session(diff) => {
            let shown = |s: &Option<Session>| s.as_ref().map(|s| s.spreads_shown.clone());
            shown(&diff.before) != shown(&diff.after)
        }
        // It changes no row itself, and many.
        Change::Erasure(_) => true,
        _ => false,
    }
}

/// Hides what a screen may not see yet.
fn veil(change: &mut Change, session: &Session, rounds: &[Round]) {
    match change {
        Change::Sticker(diff) => {
            for sticker in [&mut diff.before, &mut diff.after].into_iter().flatten() {
                mask_sticker(sticker, rounds);
            }
        }
        Change::Rating(diff) => {
            for rating in [&mut diff.before, &mut diff.after].into_iter().flatten() {
                mask_rating(rating, session);
            }
        }
        _ => {}
    }
}

pub fn undo(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<()> {
    take_back(ctx, Some(req.session))
}

pub fn undo_in_study(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    take_back(ctx, None)
}

/// Takes back the last act of a session, or of the study around the sessions.
fn take_back(ctx: &mut Ctx, scope: Option<SessionId>) -> Result<()> {
    ctx.act(|tx| {
        let Some(last) = tx.next_undo(scope)? else {
            let stops = tx.has_brought(scope)?;
            let why =
                if stops { ProblemCode::UndoStopsAtRecord } else { ProblemCode::NothingToUndo };
            return Err(why.into());
        };
        let changes = last.inverse();
        stays_unused(tx, &changes)?;
        seats_are_free(tx, &changes)?;
        Ok(follow(last, scope, changes))
    })
}

pub fn redo(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<()> {
    do_again(ctx, Some(req.session))
}

pub fn redo_in_study(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    do_again(ctx, None)
}

/// Does the act that was undone last again: its changes, forwards.
fn do_again(ctx: &mut Ctx, scope: Option<SessionId>) -> Result<()> {
    ctx.act(|tx| {
        let mut last = tx.next_redo(scope)?.ok_or(ProblemCode::NothingToRedo)?;
        let changes = std::mem::take(&mut last.changes);
        stays_unused(tx, &changes)?;
        seats_are_free(tx, &changes)?;
        Ok(follow(last, scope, changes))
    })
}

/// A version that a session has run by since stays as it is: not even Undo writes in it.
fn stays_unused(tx: &Tx, changes: &[Change]) -> Result<()> {
    changes.iter().try_for_each(|change| match change {
        Change::DesignEdit(edit) => unused(tx, edit.design).map(drop),
        Change::Design(Diff { before: Some(gone), after: None }) => unused(tx, gone.id).map(drop),
        _ => Ok(()),
    })
}

/// Nobody comes back to a seat that somebody else was given since: by a list, say, which is an act
/// of the study and not of the session.
fn seats_are_free(tx: &Tx, changes: &[Change]) -> Result<()> {
    let people = || {
        changes.iter().filter_map(|change| match change {
            Change::Participant(diff) => Some(diff),
            _ => None,
        })
    };
    let seated: Vec<&Participant> =
        people().filter_map(|diff| diff.after.as_ref()).filter(|p| p.seat.is_some()).collect();
    let tables: BTreeSet<SessionId> = seated.iter().map(|person| person.session).collect();
    let moved: BTreeSet<ParticipantId> =
        people().flat_map(|diff| [&diff.before, &diff.after]).flatten().map(|p| p.id).collect();
    for table in tables {
        let mut sits: BTreeMap<u32, Participant> = BTreeMap::new();
        for person in tx.of_session::<Participant>(table)? {
            if let Some(seat) = person.seat.filter(|_| !moved.contains(&person.id)) {
                sits.insert(seat, person);
            }
        }
        for person in seated.iter().filter(|person| person.session == table) {
            if let Some((seat, there)) = person.seat.and_then(|seat| Some((seat, sits.get(&seat)?)))
            {
                return Err(Problem::new(ProblemCode::SeatTaken)
                    .with("seat", seat)
                    .with("name", &there.name));
            }
        }
    }
    Ok(())
}

/// The act that takes another back or does it again, in that act's own words.
fn follow(named: Event, session: Option<SessionId>, changes: Vec<Change>) -> Act {
    Act { session, changes, undoes: Some(named.id), undoable: true, words: named.words }
}

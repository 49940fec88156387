//! What things are called in the words of an act.

use std::{ops::Deref, sync::Arc};

use domain::{
    ActivityId, Design, DesignVersion, IdeaId, Participant, Round, Session, SessionId, SlotId,
    Span, Tool,
};
use store::Tx;

use crate::{Problem, ProblemCode, Result};

/// A session with the design it runs by.
pub(crate) fn session_and_design(tx: &Tx, id: SessionId) -> Result<(Session, DesignOf)> {
    let session: Session = tx.get(&id)?;
    let version = tx.design(session.design)?;
    Ok((session, DesignOf(version)))
}

/// The design of a version, shared with whoever else reads it.
pub(crate) struct DesignOf(Arc<DesignVersion>);

impl Deref for DesignOf {
    type Target = Design;

    fn deref(&self) -> &Design {
        &self.0.design
    }
}

/// The idea as its poster says it, or a refusal.
pub(crate) fn idea<'a>(design: &'a Design, id: &IdeaId) -> Result<&'a domain::Idea> {
    design.idea(id).ok_or_else(|| Problem::new(ProblemCode::UnknownIdea).with("idea", id))
}

/// The activity of the guide, or a refusal.
pub(crate) fn activity<'a>(design: &'a Design, id: &ActivityId) -> Result<&'a domain::Activity> {
    design
        .activity(id)
        .ok_or_else(|| Problem::new(ProblemCode::UnknownActivity).with("activity", id))
}

/// How an act speaks of a person: by the seat, or by the name where the seat is given up.
pub(crate) fn seat(person: &Participant) -> String {
    person.seat.map_or_else(|| person.name.clone(), |n| n.to_string())
}

/// The span that is running, or the last one that was at `at`.
pub(crate) fn span_at(spans: &[Span], at: domain::Moment) -> Option<&Span> {
    spans.iter().filter(|s| s.started <= at).max_by_key(|s| (s.started, s.ended.is_none()))
}

/// The idea that an activity discusses, once it is chosen.
pub(crate) fn idea_of(
    tx: &Tx,
    design: &Design,
    session: SessionId,
    activity: &ActivityId,
) -> Result<Option<IdeaId>> {
    let Some(slot) = slot_of(design, activity) else { return Ok(None) };
    let choices: Vec<domain::Choice> = tx.of_session(session)?;
    Ok(choices.into_iter().find(|c| &c.slot == slot).map(|c| c.idea))
}

/// The slot that an activity discusses.
pub(crate) fn slot_of<'a>(design: &'a Design, activity: &ActivityId) -> Option<&'a SlotId> {
    match &design.activity(activity)?.tool {
        Tool::Discussion { slot } => Some(slot),
        _ => None,
    }
}

/// The round that counts: the last one.
pub(crate) fn last_round(tx: &Tx, session: SessionId) -> Result<Option<Round>> {
    let mut rounds: Vec<Round> = tx.of_session(session)?;
    rounds.sort_by_key(|r| r.number);
    Ok(rounds.pop())
}

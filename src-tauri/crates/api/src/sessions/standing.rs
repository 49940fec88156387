//! Whether a session takes place: duplicated, cancelled, held after all, taken off the plan.

use domain::{Participant, Session, SessionId, Words};
use serde::Deserialize;
use ts_rs::TS;

use super::planned;
use crate::{Act, Ctx, Moderator, OfSession, Problem, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DuplicateSession {
    pub session: SessionId,
    /// The id of the new one.
    pub id: SessionId,
}

pub fn duplicate_session(ctx: &mut Ctx, _: Moderator, req: DuplicateSession) -> Result<()> {
    ctx.act(|tx| {
        let mut plan = tx.get::<Session>(&req.session)?.plan;
        // Another group has not been told of anybody.
        for observer in &mut plan.observers.0 {
            observer.announced = false;
        }
        let version = tx.newest_design()?;
        if version.design.kind(&plan.kind).is_none() {
            return Err(Problem::new(ProblemCode::UnknownKind).with("kind", &plan.kind));
        }
        let words = Words::new("did-duplicate-session").with("group", &plan.group);
        let mut act = Act::of_study(words);
        act.made(planned(req.id, version.id, plan));
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CancelSession {
    pub session: SessionId,
    /// Why it will not take place. It is kept with the session.
    pub reason: String,
}

pub fn cancel_session(ctx: &mut Ctx, _: Moderator, req: CancelSession) -> Result<()> {
    let reason = req.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(ProblemCode::ReasonNeeded.into());
    }
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        if before.started.is_some() {
            return Err(ProblemCode::AlreadyStarted.into());
        }
        let words = Words::new("did-cancel-session").with("group", &before.plan.group);
        let mut act = Act::of_study(words);
        act.changed(before.clone(), Session { cancelled: Some(reason), ..before });
        Ok(act)
    })
}

pub fn hold_session(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let words = Words::new("did-hold-session").with("group", &before.plan.group);
        let mut act = Act::of_study(words);
        act.changed(before.clone(), Session { cancelled: None, ..before });
        Ok(act)
    })
}

pub fn remove_session(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let people: Vec<Participant> = tx.of_session(req.session)?;
        if before.started.is_some() || !people.is_empty() {
            return Err(
                Problem::new(ProblemCode::SessionInRecord).with("group", &before.plan.group)
            );
        }
        let words = Words::new("did-remove-session").with("group", &before.plan.group);
        let mut act = Act::of_study(words);
        act.gone(before);
        Ok(act)
    })
}

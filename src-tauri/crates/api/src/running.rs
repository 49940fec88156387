//! Moving through the evening. People advance, software never does (rules.md, Time).

use std::collections::BTreeMap;

use domain::{
    Activity, ActivityId, Design, LensId, Moment, Pause, PauseId, QuestionId, Session, SessionId,
    Span, SpanId, Tick, TickId, Tool, WallView, Words, clock,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Act, Ctx, Moderator, OfSession, Problem, ProblemCode, Result, Staff,
    names::{DesignOf, activity, session_and_design},
};

pub fn clock(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<clock::ClockView> {
    let now = ctx.at;
    ctx.read(|tx| {
        let (session, design) = session_and_design(tx, req.session)?;
        let spans: Vec<Span> = tx.of_session(req.session)?;
        let pauses: Vec<Pause> = tx.of_session(req.session)?;
        Ok(clock::view(&design, &session, &spans, &pauses, now))
    })
}

pub fn start_session(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        if before.cancelled.is_some() {
            return Err(ProblemCode::Cancelled.into());
        }
        if before.started.is_some() {
            return Err(ProblemCode::AlreadyStarted.into());
        }
        let first = design.activities().next().ok_or(ProblemCode::UnknownActivity)?;
        let mut act = Act::of(req.session, Words::new("did-start-session"));
        let after = Session {
            started: Some(at),
            finish: Some(clock::finish(&before.plan, &design, at)),
            ..before.clone()
        };
        act.changed(before, after);
        act.made(span(req.session, first, &design, at));
        Ok(act)
    })
}

/// A new span of an activity; where it has lenses, under the first.
fn span(session: SessionId, activity: &Activity, design: &Design, at: Moment) -> Span {
    let lens = match activity.tool {
        Tool::Discussion { .. } => design.lenses.first().map(|l| l.id.clone()),
        _ => None,
    };
    Span {
        id: SpanId(Uuid::now_v7()),
        session,
        activity: activity.id.clone(),
        lens,
        started: at,
        ended: None,
    }
}

/// A session that runs: begun and not ended, with its open span.
fn running(tx: &Tx, id: SessionId) -> Result<(Session, DesignOf, Span)> {
    let (session, design) = session_and_design(tx, id)?;
    if session.started.is_none() {
        return Err(ProblemCode::NotStarted.into());
    }
    if session.ended.is_some() {
        return Err(ProblemCode::Ended.into());
    }
    let spans: Vec<Span> = tx.of_session(id)?;
    let open = spans.into_iter().find(|s| s.ended.is_none()).ok_or(ProblemCode::NotStarted)?;
    Ok((session, design, open))
}

/// Ends the open span and begins `next`.
fn go(session: Session, open: Span, next: Span, title: &str) -> Act {
    let at = next.started;
    let mut act = Act::of(session.id, Words::new("did-go-to").with("activity", title));
    act.changed(open.clone(), Span { ended: Some(at), ..open });
    act.made(next);
    // What is asked now is what the wall shows, unless the moderator has put something else there.
    let stale = matches!(session.wall.view, WallView::Rating { .. } | WallView::Values);
    if stale || session.offer.is_some() {
        let mut after = session.clone();
        after.offer = None;
        if stale {
            after.wall.view = WallView::Question;
        }
        act.changed(session, after);
    }
    act
}

pub fn next_activity(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    step(ctx, req, 1, ProblemCode::LastActivity)
}

pub fn previous_activity(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    step(ctx, req, -1, ProblemCode::FirstActivity)
}

/// Goes `by` activities along the agenda.
fn step(ctx: &mut Ctx, req: OfSession, by: isize, at_the_end: ProblemCode) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (session, design, open) = running(tx, req.session)?;
        let all: Vec<&Activity> = design.activities().collect();
        let next = all
            .iter()
            .position(|a| a.id == open.activity)
            .and_then(|here| here.checked_add_signed(by))
            .and_then(|there| all.get(there))
            .ok_or(at_the_end)?;
        Ok(go(session, open, span(req.session, next, &design, at), &next.title))
    })
}

/// An activity, and a lens of it.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct GoTo {
    pub session: SessionId,
    pub activity: ActivityId,
    #[serde(default)]
    #[ts(optional)]
    pub lens: Option<LensId>,
}

pub fn go_to(ctx: &mut Ctx, _: Moderator, req: GoTo) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (session, design, open) = running(tx, req.session)?;
        let target = activity(&design, &req.activity)?;
        let mut next = span(req.session, target, &design, at);
        let mut title = target.title.clone();
        if let Some(lens) = req.lens {
            let known = design
                .lens(&lens)
                .ok_or_else(|| Problem::new(ProblemCode::UnknownLens).with("lens", &lens))?;
            title.clone_from(&known.name);
            next.lens = Some(lens);
        }
        if (&open.activity, &open.lens) == (&next.activity, &next.lens) {
            return Ok(Act::of(req.session, Words::new("did-go-to")));
        }
        Ok(go(session, open, next, &title))
    })
}

pub fn pause(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        running(tx, req.session)?;
        let mut act = Act::of(req.session, Words::new("did-pause"));
        if open_pause(tx, req.session)?.is_none() {
            let id = PauseId(Uuid::now_v7());
            act.made(Pause { id, session: req.session, started: at, ended: None });
        }
        Ok(act)
    })
}

pub fn resume(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let mut act = Act::of(req.session, Words::new("did-resume"));
        if let Some(open) = open_pause(tx, req.session)? {
            act.changed(open.clone(), Pause { ended: Some(at), ..open });
        }
        Ok(act)
    })
}

fn open_pause(tx: &Tx, session: SessionId) -> Result<Option<Pause>> {
    let pauses: Vec<Pause> = tx.of_session(session)?;
    Ok(pauses.into_iter().find(|p| p.ended.is_none()))
}

pub fn end_session(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (session, _, open) = running(tx, req.session)?;
        let mut act = Act::of(req.session, Words::new("did-end-session"));
        act.changed(open.clone(), Span { ended: Some(at), ..open });
        if let Some(pause) = open_pause(tx, req.session)? {
            act.changed(pause.clone(), Pause { ended: Some(at), ..pause });
        }
        let mut after = Session { ended: Some(at), offer: None, ..session.clone() };
        after.wall.view = WallView::Thanks;
        act.changed(session, after);
        Ok(act)
    })
}

pub fn reopen_session(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        if before.ended.is_none() {
            return Err(ProblemCode::AlreadyStarted.into());
        }
        let spans: Vec<Span> = tx.of_session(req.session)?;
        let last = spans.into_iter().max_by_key(|s| s.started).ok_or(ProblemCode::NotStarted)?;
        let mut act = Act::of(req.session, Words::new("did-reopen-session"));
        let mut after = Session { ended: None, ..before.clone() };
        after.wall.view = WallView::Question;
        act.changed(before, after);
        act.made(Span { id: SpanId(Uuid::now_v7()), started: at, ended: None, ..last });
        Ok(act)
    })
}

/// Minutes by activity, for this evening alone.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SetMinutes {
    pub session: SessionId,
    pub minutes: BTreeMap<ActivityId, u32>,
}

pub fn set_minutes(ctx: &mut Ctx, _: Moderator, req: SetMinutes) -> Result<()> {
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        let mut after = before.clone();
        for (id, minutes) in req.minutes {
            let changed = activity(&design, &id)?;
            let least = changed.least.get(&before.plan.kind).copied().unwrap_or(1);
            if minutes < least {
                return Err(Problem::new(ProblemCode::TooFewMinutes)
                    .with("activity", &changed.title)
                    .with("least", least));
            }
            after.minutes.insert(id, minutes);
        }
        let mut act = Act::of(req.session, Words::new("did-set-minutes"));
        act.changed(before, after);
        Ok(act)
    })
}

/// A question that was asked, or not after all.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TickQuestion {
    pub session: SessionId,
    pub activity: ActivityId,
    pub question: QuestionId,
    pub asked: bool,
}

pub fn tick(ctx: &mut Ctx, _: Staff, req: TickQuestion) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let ticks: Vec<Tick> = tx.of_session(req.session)?;
        let there =
            ticks.into_iter().find(|t| t.activity == req.activity && t.question == req.question);
        let words = if req.asked { "did-tick" } else { "did-untick" };
        let mut act = Act::of(req.session, Words::new(words));
        match there {
            None if req.asked => act.made(Tick {
                id: TickId(Uuid::now_v7()),
                session: req.session,
                activity: req.activity,
                question: req.question,
                at,
            }),
            Some(tick) if !req.asked => act.gone(tick),
            _ => {}
        }
        Ok(act)
    })
}

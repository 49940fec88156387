//! The evening's clock: what has run, what is left, and how it fits before the hall closes.
//!
//! Everything is worked out from stored starts, pauses and ends (rules.md, Time), so it survives
//! sleep and restarts, and going back destroys nothing. People advance, this never does.

mod ahead;
mod measure;
mod squeeze;

use chrono::Duration;
use serde::Serialize;
use ts_rs::TS;

pub use squeeze::{Allotment, Squeeze};

use crate::{ActivityId, Design, LensId, Moment, Pause, Session, SessionPlan, Span};
use ahead::Ahead;
use measure::Measure;

/// Minutes before the finish at which the note-taker is cued, the first cue first.
pub const CUES: [u32; 2] = [15, 5];

/// A start this many minutes before or after the plan still ends as planned.
pub const AS_PLANNED_WITHIN: i64 = 60;

/// The clock at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ClockView {
    /// When this was worked out.
    pub as_of: Moment,
    /// In the order of the agenda.
    pub activities: Vec<ActivityTime>,
    /// The activity that runs. None before the first, and once the session has ended.
    pub current: Option<CurrentTime>,
    /// The lenses of the activity that runs, where it is a discussion.
    pub lenses: Vec<LensTime>,
    /// Whole minutes between the planned begin and the real one; negative when early.
    pub began_late_min: i32,
    /// Whole minutes by which it will end after the finish if all goes on as planned;
    /// negative when there is time to spare.
    pub drift_min: i32,
    /// When it will end if all that is left takes its planned minutes.
    pub ends_at: Moment,
    /// When the hall closes.
    pub finish: Moment,
    /// Since when the clock has been stopped.
    pub paused_since: Option<Moment>,
    /// Seconds of all pauses together.
    #[ts(type = "number")]
    pub paused_sec: i64,
    /// How what is left fits before the finish. Only when it would end after it.
    pub squeeze: Option<Squeeze>,
    /// Seconds that the activity that runs may go on before the least minutes of the others no
    /// longer fit. Negative when they do not. None when nothing runs.
    #[ts(type = "number | null")]
    pub room_sec: Option<i64>,
    /// What goes first when that room is used up.
    pub first_to_go: Option<ActivityId>,
    /// The note-taker's cue that is in force: minutes before the finish, of [`CUES`].
    pub cue: Option<u32>,
}

/// An activity of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ActivityTime {
    pub activity: ActivityId,
    /// The session's own minutes where it has them, or the design's for its kind of group.
    pub planned_min: u32,
    /// Seconds it has run, pauses taken out.
    #[ts(type = "number")]
    pub real_sec: i64,
    pub state: ActivityState,
}

/// Where an activity of the agenda stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum ActivityState {
    Done,
    Now,
    /// Still to come. Also one that was merely looked into and left before its least minutes.
    Next,
    /// Passed over.
    Skipped,
}

/// The activity that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CurrentTime {
    pub activity: ActivityId,
    pub lens: Option<LensId>,
    /// Seconds over all its spans, pauses taken out.
    #[ts(type = "number")]
    pub elapsed_sec: i64,
    /// Its planned time. What is left is this less `elapsed_sec`; negative when over.
    #[ts(type = "number")]
    pub allowed_sec: i64,
    pub tone: Tone,
    /// False while the clock is stopped.
    pub running: bool,
}

/// How a clock looks. It never beeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Tone {
    Calm,
    /// The last fifth.
    Amber,
    /// Over time: it counts up.
    Over,
}

/// A lens of the discussion that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LensTime {
    pub lens: LensId,
    #[ts(type = "number")]
    pub spent_sec: i64,
    /// Its share of the idea's planned time. The shares add up to it to the second.
    #[ts(type = "number")]
    pub due_sec: i64,
}

/// The clock at `now`.
pub fn view(
    design: &Design,
    session: &Session,
    spans: &[Span],
    pauses: &[Pause],
    now: Moment,
) -> ClockView {
    view_without(design, session, spans, pauses, &[], now)
}

/// The clock at `now`, the idea's time shared among all lenses but `without`: those that make no
/// sense for the idea under discussion.
pub fn view_without(
    design: &Design,
    session: &Session,
    spans: &[Span],
    pauses: &[Pause],
    without: &[LensId],
    now: Moment,
) -> ClockView {
    let now = session.ended.map_or(now, |ended| now.min(ended));
    let begins = session.plan.begins();
    let started = session.started;
    let finish =
        session.finish.unwrap_or_else(|| finish(&session.plan, design, started.unwrap_or(begins)));
    let measure = Measure::new(spans, pauses, now);
    let ahead = Ahead::new(design, session, &measure);
    let as_planned = if started.is_some() { now } else { begins };
    let ends_at = session.ended.unwrap_or(as_planned + Duration::seconds(ahead.planned_sec()));
    let left = (finish - as_planned).num_seconds();
    let runs = started.is_some() && session.ended.is_none();
    let current = ahead.current().map(|now| now.time(measure.paused_since.is_none()));
    ClockView {
        as_of: now,
        lenses: ahead.current().map_or_else(Vec::new, |now| measure.lenses(design, now, without)),
        began_late_min: started.map_or(0, |at| minutes(at - begins)),
        drift_min: minutes(ends_at - finish),
        ends_at,
        finish,
        paused_since: measure.paused_since.filter(|_| runs),
        paused_sec: measure.paused_sec(),
        squeeze: ahead.squeeze(left).filter(|_| session.ended.is_none()),
        room_sec: current.as_ref().map(|_| left - ahead.least_after_sec()),
        first_to_go: ahead.first_to_go().filter(|_| current.is_some()),
        cue: cue(left).filter(|_| runs),
        current,
        activities: ahead.activities,
    }
}

/// When the hall closes, fixed once the session has begun: as planned where it began within an
/// hour of the plan, before or after; else the kind's minutes after the real begin, since then
/// it is not the evening that was planned.
pub fn finish(plan: &SessionPlan, design: &Design, started: Moment) -> Moment {
    let minutes = design.kind(&plan.kind).map_or_else(|| design.total(&plan.kind), |k| k.minutes);
    let begins = plan.begins();
    let as_planned = (started - begins).abs() <= Duration::minutes(AS_PLANNED_WITHIN);
    (if as_planned { begins } else { started }) + Duration::minutes(i64::from(minutes))
}

/// The cue that is in force, `left` seconds before the finish.
fn cue(left: i64) -> Option<u32> {
    CUES.into_iter().rfind(|&cue| (0..=i64::from(cue) * 60).contains(&left))
}

/// Whole minutes, cut towards zero.
fn minutes(time: Duration) -> i32 {
    i32::try_from(time.num_minutes()).unwrap_or(if time < Duration::zero() {
        i32::MIN
    } else {
        i32::MAX
    })
}

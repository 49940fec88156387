//! The agenda as it stands: what is done, what runs, what is still to come.

use super::measure::Measure;
use super::squeeze::{self, Squeeze, ToCome};
use super::{ActivityState, ActivityTime, CurrentTime, Tone};
use crate::{Activity, ActivityId, Design, LensId, Session, Tool};

/// The activity that runs.
pub struct Current {
    pub activity: ActivityId,
    pub lens: Option<LensId>,
    pub elapsed_sec: i64,
    pub planned_sec: i64,
    pub least_sec: i64,
}

/// The agenda, and what is left of it.
pub struct Ahead {
    pub activities: Vec<ActivityTime>,
    current: Option<Current>,
    to_come: Vec<ToCome>,
}

impl Ahead {
    pub fn new(design: &Design, session: &Session, measure: &Measure) -> Self {
        let ended = session.ended.is_some();
        let running = measure.open().filter(|_| !ended);
        let agenda: Vec<&Activity> = design.activities().collect();
        // Between two activities, the last that ran says how far the evening has come.
        let at = running.or(measure.last()).map(|span| &span.activity);
        let at = at.and_then(|id| agenda.iter().position(|a| &a.id == id));
        let mut ahead = Self { activities: Vec::new(), current: None, to_come: Vec::new() };
        for (place, activity) in agenda.into_iter().enumerate() {
            let planned = planned_min(activity, session);
            let least = least_min(activity, session, planned);
            let ran = measure.ran_sec(&activity.id, None);
            let runs = running.is_some_and(|span| span.activity == activity.id);
            let after = at.is_none_or(|at| place > at) && !ended;
            // Stepping ahead by mistake and back again must not take an activity off the agenda.
            let enough = ran > 0 && ran >= i64::from(least) * 60;
            let state = match (runs, after) {
                (true, _) => ActivityState::Now,
                (_, true) if !enough => ActivityState::Next,
                _ if ran > 0 => ActivityState::Done,
                _ => ActivityState::Skipped,
            };
            if let (Some(span), true) = (running, runs) {
                ahead.current = Some(Current {
                    activity: activity.id.clone(),
                    lens: span.lens.clone(),
                    elapsed_sec: ran,
                    planned_sec: i64::from(planned) * 60,
                    least_sec: i64::from(least) * 60,
                });
            }
            if state == ActivityState::Next {
                let discussed = matches!(activity.tool, Tool::Discussion { .. });
                ahead.to_come.push(ToCome::new(&activity.id, planned, least, ran, discussed));
            }
            ahead.activities.push(ActivityTime {
                activity: activity.id.clone(),
                planned_min: planned,
                real_sec: ran,
                state,
            });
        }
        ahead
    }

    pub fn current(&self) -> Option<&Current> {
        self.current.as_ref()
    }

    /// Seconds that all that is left takes as planned.
    pub fn planned_sec(&self) -> i64 {
        let now = self.current.as_ref().map_or(0, Current::left_sec);
        now + self.to_come.iter().map(|a| i64::from(a.planned_min) * 60).sum::<i64>()
    }

    /// Seconds that what comes after the current activity takes at the least.
    pub fn least_after_sec(&self) -> i64 {
        self.to_come.iter().map(|a| i64::from(a.least_min) * 60).sum()
    }

    pub fn first_to_go(&self) -> Option<ActivityId> {
        squeeze::in_order_of_going(&self.to_come).next().map(|a| a.activity.clone())
    }

    /// How what is left fits into `left` seconds. None when it fits as planned.
    pub fn squeeze(&self, left: i64) -> Option<Squeeze> {
        let late = self.planned_sec() - left;
        (late > 0).then(|| squeeze::squeeze(self.current.as_ref(), &self.to_come, left, late))
    }
}

impl Current {
    /// Seconds left as planned, none when over.
    pub fn left_sec(&self) -> i64 {
        (self.planned_sec - self.elapsed_sec).max(0)
    }

    /// Seconds that can be taken from it: what is left, down to its least.
    pub fn flexible_sec(&self) -> i64 {
        (self.planned_sec - self.elapsed_sec.max(self.least_sec)).max(0)
    }

    pub fn time(&self, running: bool) -> CurrentTime {
        let left = self.planned_sec - self.elapsed_sec;
        let tone = match left {
            ..0 => Tone::Over,
            _ if left * 5 <= self.planned_sec => Tone::Amber,
            _ => Tone::Calm,
        };
        CurrentTime {
            activity: self.activity.clone(),
            lens: self.lens.clone(),
            elapsed_sec: self.elapsed_sec,
            allowed_sec: self.planned_sec,
            tone,
            running,
        }
    }
}

fn planned_min(activity: &Activity, session: &Session) -> u32 {
    let by_kind = || activity.minutes.get(&session.plan.kind).copied().unwrap_or(0);
    session.minutes.get(&activity.id).copied().unwrap_or_else(by_kind)
}

/// Its least minutes. One that was planned shorter than that for the evening is not flexible.
fn least_min(activity: &Activity, session: &Session, planned: u32) -> u32 {
    activity.least.get(&session.plan.kind).copied().unwrap_or(planned).min(planned)
}

//! The elastic part: an overrun eats the flexible activities that are left.

use std::cmp::Reverse;

use serde::Serialize;
use ts_rs::TS;

use super::ahead::Current;
use crate::ActivityId;

/// How the minutes that are left are shared out so that the evening ends when the hall closes.
///
/// Where the least minutes fit (`short_min` is 0), `current_sec` and the minutes together are
/// exactly the time up to the finish. Where they do not, everything stands at its least.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Squeeze {
    /// Seconds that the activity that runs has left. The odd seconds of the whole minutes that
    /// the others get are counted here.
    #[ts(type = "number")]
    pub current_sec: i64,
    /// What is still to come, in the order of the agenda.
    pub activities: Vec<Allotment>,
    /// Minutes, rounded up, by which the least minutes no longer fit. Never negative.
    pub short_min: u32,
    /// What would have to be dropped to fit, in the order in which it would go: the discussions,
    /// the last one first, before anything else, since there are several of them and everybody
    /// should still be heard at the close. Empty when the least minutes fit.
    pub would_go: Vec<ActivityId>,
}

/// Whole minutes for an activity that is still to come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Allotment {
    pub activity: ActivityId,
    pub minutes: u32,
}

/// An activity that is still to come: whole minutes that it has left, as planned and at the least.
pub struct ToCome {
    pub activity: ActivityId,
    pub planned_min: u32,
    pub least_min: u32,
    discussed: bool,
}

impl ToCome {
    /// `ran` seconds are behind it already, where somebody looked into it and went back.
    pub fn new(id: &ActivityId, planned: u32, least: u32, ran: i64, discussed: bool) -> Self {
        let ran = u32::try_from(ran / 60).unwrap_or(u32::MAX);
        Self {
            activity: id.clone(),
            planned_min: planned.saturating_sub(ran),
            least_min: least.saturating_sub(ran),
            discussed,
        }
    }

    fn flexible_min(&self) -> i64 {
        i64::from(self.planned_min) - i64::from(self.least_min)
    }

    fn least_sec(&self) -> i64 {
        i64::from(self.least_min) * 60
    }
}

/// Takes `late` seconds out of what is left, so that it fits into `left` seconds.
pub fn squeeze(current: Option<&Current>, to_come: &[ToCome], left: i64, late: i64) -> Squeeze {
    let flexible: i64 = to_come.iter().map(ToCome::flexible_min).sum();
    let now_left = current.map_or(0, Current::left_sec);
    let now_flexible = current.map_or(0, Current::flexible_sec);
    let fits = late <= now_flexible + flexible * 60;
    let eaten = if fits { share_of_rest(current, flexible, late) } else { flexible };
    let current_sec = if fits { now_left - (late - eaten * 60) } else { now_left - now_flexible };
    let short_sec = (late - now_flexible - flexible * 60).max(0);
    Squeeze {
        current_sec,
        activities: allot(to_come, flexible, eaten),
        short_min: u32::try_from(short_sec.saturating_add(59) / 60).unwrap_or(u32::MAX),
        would_go: would_go(to_come, left - current_sec, short_sec),
    }
}

/// Whole minutes, rounded up, that the activities to come give of the `late` seconds.
///
/// The activity that runs gives in proportion to its own flexible minutes, counted from its begin
/// so that its clock stands still while it keeps to it, and never more than it has left.
fn share_of_rest(current: Option<&Current>, flexible: i64, late: i64) -> i64 {
    let of_now = current.map_or(0, |now| (now.planned_sec - now.least_sec).max(0));
    let all = of_now + flexible * 60;
    let by_now = if all == 0 { 0 } else { late * of_now / all };
    let by_now = by_now.min(current.map_or(0, Current::flexible_sec));
    (late - by_now).saturating_add(59).div_euclid(60).min(flexible)
}

/// Takes `eaten` of the `flexible` minutes, each activity in proportion to its own. Minutes that
/// do not divide go by the largest remainder, the later activity first when these are equal.
fn allot(to_come: &[ToCome], flexible: i64, eaten: i64) -> Vec<Allotment> {
    let share = |a: &ToCome| a.flexible_min() * eaten;
    let mut eats: Vec<i64> =
        to_come.iter().map(|a| share(a).checked_div(flexible).unwrap_or(0)).collect();
    let mut order: Vec<usize> = (0..to_come.len()).collect();
    order.sort_by_key(|&at| Reverse((share(&to_come[at]).checked_rem(flexible).unwrap_or(0), at)));
    let rest = usize::try_from(eaten - eats.iter().sum::<i64>()).unwrap_or(0);
    for at in order.into_iter().take(rest) {
        eats[at] += 1;
    }
    let minutes = |a: &ToCome, eats: i64| u32::try_from(i64::from(a.planned_min) - eats);
    to_come
        .iter()
        .zip(eats)
        .map(|(a, eats)| Allotment {
            activity: a.activity.clone(),
            minutes: minutes(a, eats).unwrap_or(a.least_min),
        })
        .collect()
}

/// The order in which activities are given up.
pub fn in_order_of_going(to_come: &[ToCome]) -> impl Iterator<Item = &ToCome> {
    let discussed = to_come.iter().rev().filter(|a| a.discussed);
    discussed.chain(to_come.iter().rev().filter(|a| !a.discussed))
}

fn would_go(to_come: &[ToCome], left: i64, short_sec: i64) -> Vec<ActivityId> {
    let mut needed: i64 = to_come.iter().map(ToCome::least_sec).sum();
    in_order_of_going(to_come)
        .take_while(|a| {
            let short = short_sec > 0 && needed > left;
            needed -= a.least_sec();
            short
        })
        .map(|a| a.activity.clone())
        .collect()
}

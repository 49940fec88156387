//! Copies of a study: when one is due, and which stay.
//!
//! They are made without asking, so they must neither pile up nor thin out to nothing
//! (rules.md, The record).

use std::collections::BTreeSet;

use chrono::TimeDelta;

use crate::{Moment, SessionId};

/// How long what is new waits for a copy at most, while the study is open.
pub const EVERY: TimeDelta = TimeDelta::minutes(10);

/// The newest copies, which stay however old they are.
pub const NEWEST: usize = 3;

/// How a study stood when it was copied, or stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub at: Moment,
    /// The last act, by its number in the journal.
    pub head: i64,
    /// The session that is under way.
    pub running: Option<SessionId>,
}

/// Whether a study that was copied `last`, if it ever was, is to be copied again: where it holds
/// something new, and a session has begun or ended since, or time has passed. A clock that was set
/// back counts as time passed.
pub fn is_due(last: Option<Standing>, now: Standing) -> bool {
    let Some(last) = last else { return now.head > 0 };
    let passed = now.at - last.at;
    now.head != last.head
        && (now.running != last.running || passed >= EVERY || passed < TimeDelta::zero())
}

/// Which copies stay, of all that there are: the newest three; then the last of each hour for a
/// day, of each day for two weeks, of each week for half a year. What is dated after `now`, by a
/// clock that was wrong, stays.
///
/// Thinning now and again later leaves what thinning once, later, would.
pub fn that_stay(all: &BTreeSet<Moment>, now: Moment) -> BTreeSet<Moment> {
    let mut stay: BTreeSet<Moment> = all.iter().rev().take(NEWEST).copied().collect();
    let mut seen: BTreeSet<(i64, i64)> = BTreeSet::new();
    for &copy in all.iter().rev() {
        let age = now - copy;
        // Hours lie in days and days in weeks, so the last of a week is the last of its day too.
        let spans = [
            (TimeDelta::days(1), TimeDelta::hours(1)),
            (TimeDelta::weeks(2), TimeDelta::days(1)),
            (TimeDelta::weeks(26), TimeDelta::weeks(1)),
        ];
        for (old, span) in spans {
            if age <= old && seen.insert((span.num_seconds(), nth(copy, span))) {
                stay.insert(copy);
            }
        }
        if age < TimeDelta::zero() {
            stay.insert(copy);
        }
    }
    stay
}

/// Which hour, day or week since 1970 a moment is in.
fn nth(at: Moment, span: TimeDelta) -> i64 {
    at.timestamp().div_euclid(span.num_seconds().max(1))
}

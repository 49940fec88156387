//! Copies are due when there is something new, and thin out without ever thinning to nothing.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use domain::{
    Moment, SessionId,
    copies::{EVERY, NEWEST, Standing, is_due, that_stay},
};
use proptest::prelude::*;
use uuid::Uuid;

fn epoch() -> Moment {
    "2026-03-12T00:00:00Z".parse().unwrap()
}

/// Copies at any second of the year before.
fn copies() -> impl Strategy<Value = BTreeSet<Moment>> {
    let near = 0..200_000_i64;
    let far = 0..31_000_000_i64;
    prop::collection::btree_set(prop_oneof![near, far], 0..120)
        .prop_map(|ages| ages.into_iter().map(|s| epoch() - TimeDelta::seconds(s)).collect())
}

proptest! {
    #[test]
    fn the_newest_stay_and_none_is_made_up(all in copies(), later in 0..40_000_000_i64) {
        let stay = that_stay(&all, epoch() + TimeDelta::seconds(later));
        prop_assert!(stay.is_subset(&all));
        for newest in all.iter().rev().take(NEWEST) {
            prop_assert!(stay.contains(newest));
        }
        prop_assert_eq!(stay.is_empty(), all.is_empty());
    }

    #[test]
    fn each_hour_of_a_day_each_day_of_two_weeks_each_week_of_half_a_year(all in copies()) {
        let stay = that_stay(&all, epoch());
        let spans = [(24, 1), (14 * 24, 24), (26 * 7 * 24, 7 * 24)];
        for (old, span) in spans {
            let nth = |at: &Moment| at.timestamp().div_euclid(span * 3600);
            let young = |at: &&Moment| epoch() - **at <= TimeDelta::hours(old);
            let of = |some: &BTreeSet<Moment>| some.iter().filter(young).map(nth).collect::<BTreeSet<_>>();
            prop_assert_eq!(of(&stay), of(&all));
        }
        // 25 hours, 15 days and 27 weeks can be begun in these stretches.
        prop_assert!(stay.len() <= NEWEST + 25 + 15 + 27);
    }

    #[test]
    fn thinning_on_the_way_changes_nothing(all in copies(), a in 0..9_000_000_i64, b in 0..9_000_000_i64) {
        let (soon, later) = (epoch() + TimeDelta::seconds(a), epoch() + TimeDelta::seconds(a + b));
        prop_assert_eq!(that_stay(&that_stay(&all, soon), later), that_stay(&all, later));
    }
}

#[test]
fn a_copy_of_a_clock_that_was_wrong_stays() {
    let all: BTreeSet<Moment> = (0..9).map(|h| epoch() + TimeDelta::minutes(h)).collect();
    assert_eq!(that_stay(&all, epoch() - TimeDelta::hours(1)), all);
}

#[test]
fn a_copy_is_due_at_once_when_a_session_begins_or_ends_and_else_after_a_while() {
    let running = Some(SessionId(Uuid::nil()));
    let last = Standing { at: epoch(), head: 7, running: None };
    let soon = epoch() + TimeDelta::seconds(1);
    let due = |last, now| is_due(Some(last), now);
    assert!(!is_due(None, Standing { head: 0, ..last }), "an empty study has nothing to lose");
    assert!(is_due(None, last));
    assert!(!due(last, Standing { at: epoch() + EVERY, ..last }), "nothing is new");
    assert!(!due(last, Standing { at: soon, head: 8, ..last }), "it can wait");
    assert!(due(last, Standing { at: soon, head: 8, running }), "a session began");
    let during = Standing { running, ..last };
    assert!(due(during, Standing { at: soon, head: 8, running: None }), "a session ended");
    assert!(due(during, Standing { at: epoch() + EVERY, head: 8, running }));
    assert!(due(last, Standing { at: epoch() - EVERY, head: 8, ..last }), "the clock went back");
}

use chrono::Duration;
use domain::{
    Session, SessionId, SessionPlan,
    booking::{Booking, clashes},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::example;

/// A session that begins so many minutes after the first could, with its staff.
fn session(n: u128, begins: i64, moderator: &str, note_taker: &str) -> Session {
    let plan = example::plan();
    let begin = plan.date.and_time(plan.time) + Duration::minutes(begins);
    Session {
        id: SessionId(Uuid::from_u128(n)),
        plan: SessionPlan {
            date: begin.date(),
            time: begin.time(),
            moderator: moderator.into(),
            note_taker: note_taker.into(),
            ..plan
        },
        ..example::session()
    }
}

fn booked(sessions: &[Session], minutes: i64) -> Vec<Booking<'_>> {
    let ends = |s: &Session| s.plan.begins() + Duration::minutes(minutes);
    sessions.iter().map(|session| Booking { session, ends: ends(session) }).collect()
}

#[test]
fn who_is_in_two_places_is_said_whatever_they_do_there() {
    let mut both = [session(1, 0, "Ruth", "Sam"), session(2, 119, "Gareth", " ruth ")];
    let found = clashes(&booked(&both, 120));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].who.as_str(), found[0].first), ("Ruth", both[0].id));
    // One that begins as the other ends is in nobody's way, nor is one that is cancelled.
    assert!(clashes(&booked(&both, 119)).is_empty());
    both[1].cancelled = Some("flood".into());
    assert!(clashes(&booked(&both, 120)).is_empty());
}

proptest! {
    #[test]
    fn two_sessions_clash_when_they_share_staff_and_time(
        plans in prop::collection::vec((0..400i64, "[AB]?", "[AB]?"), 0..8),
    ) {
        let sessions: Vec<Session> = (1..).zip(&plans)
            .map(|(n, (begins, m, t))| session(n, *begins, m, t)).collect();
        let found = clashes(&booked(&sessions, 60));
        for (at, one) in sessions.iter().enumerate() {
            for other in &sessions[at + 1..] {
                let apart = (one.plan.begins() - other.plan.begins()).num_minutes().abs() >= 60;
                let staff = |s: &Session| [s.plan.moderator.clone(), s.plan.note_taker.clone()];
                let mut shared: Vec<String> = staff(one).into_iter()
                    .filter(|name| !name.is_empty() && staff(other).contains(name)).collect();
                shared.dedup();
                let of_both = found.iter().filter(|c| {
                    [(one.id, other.id), (other.id, one.id)].contains(&(c.first, c.second))
                });
                prop_assert_eq!(of_both.count(), if apart { 0 } else { shared.len() });
            }
        }
    }
}

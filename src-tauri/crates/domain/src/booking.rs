//! Who of the staff is wanted in two places at once.

use serde::Serialize;
use ts_rs::TS;

use crate::{Moment, Session, SessionId};

/// Two sessions that want the same person at the same time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Clash {
    /// The moderator or note-taker, as the first of the two names them.
    pub who: String,
    /// In the order of time.
    pub first: SessionId,
    pub second: SessionId,
}

/// A session with when it should end.
#[derive(Clone, Copy, Debug)]
pub struct Booking<'a> {
    pub session: &'a Session,
    pub ends: Moment,
}

/// Everybody who is wanted in two sessions at once, in the order of time. A session that ends as
/// another begins is out of its way; one that is cancelled wants nobody.
pub fn clashes(bookings: &[Booking]) -> Vec<Clash> {
    let mut held: Vec<&Booking> =
        bookings.iter().filter(|booking| booking.session.cancelled.is_none()).collect();
    held.sort_by_key(|booking| (booking.session.plan.begins(), booking.session.id));
    let mut found = Vec::new();
    for (at, first) in held.iter().enumerate() {
        let meanwhile = held.iter().skip(at + 1);
        for second in meanwhile.take_while(|next| next.session.plan.begins() < first.ends) {
            for who in staff(first.session) {
                if staff(second.session).any(|other| is_same(who, other)) {
                    found.push(Clash {
                        who: who.to_owned(),
                        first: first.session.id,
                        second: second.session.id,
                    });
                }
            }
        }
    }
    found
}

/// Who runs a session: each once, though one person may do both.
fn staff(session: &Session) -> impl Iterator<Item = &str> {
    let (moderator, notes) = (session.plan.moderator.trim(), session.plan.note_taker.trim());
    let notes = Some(notes).filter(|notes| !is_same(moderator, notes));
    [Some(moderator), notes].into_iter().flatten().filter(|name| !name.is_empty())
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

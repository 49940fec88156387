//! Many ids as they stand in the journal: those of a list that came in count on from the first, and
//! are told by it and by how many there are.

use domain::{Participant, ParticipantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most ids that are told so: a file that names more than anybody brings in would have no end.
const LONGEST: usize = 100_000;

/// The ids of people who come, or go, together.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Ids {
    Run { first: ParticipantId, count: usize },
    Each(Vec<ParticipantId>),
}

impl Ids {
    pub fn of(people: &[&Participant]) -> Self {
        let follows = |first| {
            let mut all = people.iter().enumerate();
            people.len() <= LONGEST && all.all(|(nth, person)| person.id == later(first, nth))
        };
        match people.first().map(|person| person.id).filter(|first| follows(*first)) {
            Some(first) => Self::Run { first, count: people.len() },
            None => Self::Each(people.iter().map(|person| person.id).collect()),
        }
    }

    /// How many there are. None: more than any act holds.
    pub fn count(&self) -> Option<usize> {
        match self {
            Self::Run { count, .. } => Some(*count).filter(|count| *count <= LONGEST),
            Self::Each(ids) => Some(ids.len()),
        }
    }

    pub fn nth(&self, nth: usize) -> Option<ParticipantId> {
        match self {
            Self::Run { first, .. } => Some(later(*first, nth)),
            Self::Each(ids) => ids.get(nth).copied(),
        }
    }
}

/// The id that comes so many after another.
fn later(first: ParticipantId, nth: usize) -> ParticipantId {
    let nth = u128::try_from(nth).unwrap_or_default();
    ParticipantId(Uuid::from_u128(first.0.as_u128().wrapping_add(nth)))
}

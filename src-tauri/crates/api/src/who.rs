//! Who is asking, and what a verb demands of them.

use domain::{ParticipantId, Role};

use crate::Problem;

/// Who is asking, as the window, the command line or (later) the room established it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    Moderator,
    NoteTaker,
    Participant(ParticipantId),
    Observer,
    Wall,
}

impl Actor {
    pub fn role(self) -> Role {
        match self {
            Self::Moderator => Role::Moderator,
            Self::NoteTaker => Role::NoteTaker,
            Self::Participant(_) => Role::Participant,
            Self::Observer => Role::Observer,
            Self::Wall => Role::Wall,
        }
    }

    /// Reads an actor as the command line writes it: `moderator`, `note_taker`, `observer`,
    /// `wall` or `participant:ID`.
    pub fn from_word(word: &str) -> Option<Self> {
        Some(match word {
            "moderator" => Self::Moderator,
            "note_taker" => Self::NoteTaker,
            "observer" => Self::Observer,
            "wall" => Self::Wall,
            _ => {
                let id = word.strip_prefix("participant:")?;
                Self::Participant(ParticipantId(id.parse().ok()?))
            }
        })
    }
}

/// Proof that the caller is the moderator.
pub struct Moderator(());

/// Proof that the caller is of the staff: the moderator or the note-taker.
pub struct Staff(pub Role);

/// Anybody who is let in, the projector too.
pub struct Anyone(());

impl TryFrom<Actor> for Moderator {
    type Error = Problem;

    fn try_from(actor: Actor) -> Result<Self, Problem> {
        match actor {
            Actor::Moderator => Ok(Self(())),
            _ => Err(Problem::forbidden()),
        }
    }
}

impl TryFrom<Actor> for Staff {
    type Error = Problem;

    fn try_from(actor: Actor) -> Result<Self, Problem> {
        match actor {
            Actor::Moderator | Actor::NoteTaker => Ok(Self(actor.role())),
            _ => Err(Problem::forbidden()),
        }
    }
}

impl TryFrom<Actor> for Anyone {
    type Error = Problem;

    fn try_from(_: Actor) -> Result<Self, Problem> {
        Ok(Self(()))
    }
}

//! Rounds of stickers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Budget, IdeaId, Moment, ParticipantId, RoundId, SessionId, StickerId};

/// A sticker's colour. Green: like most. Red: would argue about most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Colour {
    Green,
    Red,
}

/// Whether it is kept who placed what. People are told before the first sticker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Naming {
    Named,
    /// Neither the order nor the time of a ballot is stored anywhere.
    Secret,
}

/// How stickers come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Entry {
    /// Typed off the paper on the real wall, seat by seat.
    Seats,
    /// Counts typed off the paper, poster by poster. Nobody's in particular.
    Tally,
    /// By turns on this laptop; each choice is hidden.
    Kiosk,
}

/// Where a round stands. Only forwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum RoundState {
    Set,
    Open,
    Sealed,
    Revealed,
    Final,
}

/// A round of stickers. A second round stands beside the first, never over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Round {
    pub id: RoundId,
    pub session: SessionId,
    /// From 1, in the order they were set.
    pub number: u32,
    pub naming: Naming,
    pub entry: Entry,
    pub budget: Budget,
    pub state: RoundState,
    /// Counts of a tally, or of a secret round once it is sealed. Empty otherwise.
    pub counts: Vec<Count>,
    /// Who had a turn in a named round by turns and put nothing up: an abstention is a value.
    /// Studies from before this was kept know of none.
    #[serde(default)]
    pub abstained: Vec<ParticipantId>,
    /// How many people the sealed counts rest on.
    pub people: u32,
    pub opened: Option<Moment>,
    pub revealed: Option<Moment>,
}

/// Stickers on one idea.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Count {
    pub idea: IdeaId,
    pub green: u32,
    pub red: u32,
}

/// One sticker of a named round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Sticker {
    pub id: StickerId,
    pub session: SessionId,
    pub round: RoundId,
    pub participant: ParticipantId,
    /// None only on a screen that may not see it yet.
    pub idea: Option<IdeaId>,
    pub colour: Colour,
}

/// What one person puts on the wall in a secret round.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Ballot {
    pub green: Vec<IdeaId>,
    pub red: Vec<IdeaId>,
}

impl Colour {
    /// The colour's name in files and in the arguments of messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Red => "red",
        }
    }
}

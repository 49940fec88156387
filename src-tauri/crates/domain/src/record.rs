//! What was said and done.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActivityId, ChoiceId, FlipItemId, IdeaId, LensId, LineId, Moment, ParticipantId, QuestionId,
    RatingId, RatingOf, RoundId, SessionId, SlotId, TickId, TipId, ValueId,
};

/// A line of the record. It carries its own time, activity, idea and lens, mendable later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Line {
    pub id: LineId,
    pub session: SessionId,
    pub at: Moment,
    pub kind: LineKind,
    /// Who said it. Empty: the group.
    pub speakers: Vec<ParticipantId>,
    pub text: String,
    pub activity: Option<ActivityId>,
    pub idea: Option<IdeaId>,
    pub lens: Option<LensId>,
    /// Codes without their `#`.
    pub codes: Vec<String>,
    pub starred: bool,
    /// How many nodded or raised a hand, where that is what is noted.
    pub hands: Option<u32>,
}

/// The four kinds of line (rules.md, Notes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum LineKind {
    /// Word for word.
    Verbatim,
    /// In the note-taker's words.
    Paraphrase,
    /// The note-taker's own remark.
    Observation,
    /// The first words, to be filled in later.
    ToComplete,
}

/// A line on the flip chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct FlipItem {
    pub id: FlipItemId,
    pub session: SessionId,
    pub activity: ActivityId,
    /// The sheet of paper, from 1.
    pub sheet: u32,
    pub text: String,
    pub speakers: Vec<ParticipantId>,
    pub at: Moment,
    /// Where it stands on its sheet; lower is higher up.
    #[ts(type = "number")]
    pub place: i64,
    pub weight: Option<Weight>,
    /// How many raised a hand for it.
    pub hands: Option<u32>,
    /// The value it speaks of.
    pub value: Option<ValueId>,
    /// The line that it was merged into. Both keep their words.
    pub merged_into: Option<FlipItemId>,
}

/// How the group sorts what is on the flip chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Weight {
    Core,
    Additional,
}

/// A question or probe that has been asked. It is there, or it is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Tick {
    pub id: TickId,
    pub session: SessionId,
    /// A lens is asked again for each idea: the activity tells them apart.
    pub activity: ActivityId,
    pub question: QuestionId,
    pub at: Moment,
}

/// An idea that was chosen to be discussed, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Choice {
    pub id: ChoiceId,
    pub session: SessionId,
    pub round: Option<RoundId>,
    pub slot: SlotId,
    pub idea: IdeaId,
    pub why: Why,
    /// The moderator's own reason. Never empty where the moderator overruled.
    pub reason: String,
}

/// Why an idea fills a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Why {
    /// The most stickers of the slot's colour.
    Most { count: u32 },
    /// Tops both lists, so it is discussed once.
    MostDivided { green: u32, red: u32 },
    /// It topped the list after the idea that was most divided.
    NextAfterMostDivided { count: u32 },
    /// Equal on stickers; the order fixed before the round decided by the least discussed.
    TieLeastDiscussed { count: u32, with: Vec<IdeaId>, groups: u32 },
    /// Equal on stickers and on groups; the fewest reds decided.
    TieFewestReds { count: u32, with: Vec<IdeaId>, red: u32 },
    /// Equal on everything; the moderator's call.
    TieModerator { count: u32, with: Vec<IdeaId> },
    /// The least discussed in the study so far.
    LeastDiscussed { groups: u32 },
    /// Nobody placed a sticker of the slot's colour; the moderator's call.
    NoSticker,
    /// The moderator overruled what the rules suggested.
    Overruled { suggested: Option<IdeaId> },
}

/// A rating from one person in private, or the number that the group agreed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Rating {
    pub id: RatingId,
    pub session: SessionId,
    pub of: RatingOf,
    /// Whose private rating it is. None: agreed by the group.
    pub participant: Option<ParticipantId>,
    /// None only on a screen that may not see it yet.
    pub value: Option<u8>,
    pub at: Moment,
}

/// One person's one tip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Tip {
    pub id: TipId,
    pub session: SessionId,
    pub participant: ParticipantId,
    pub text: String,
    pub at: Moment,
}

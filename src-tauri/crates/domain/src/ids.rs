//! Names of things: UUIDs for what happens, short words for what a method defines.

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! uuid_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(export_to = "api.ts")]
        pub struct $name(#[ts(type = "string")] pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

uuid_ids! {
    /// One act in the journal. A UUIDv7, made by the caller: sent twice, applied once.
    EventId,
    /// One version of a study's design.
    DesignId,
    /// One group on one evening.
    SessionId,
    /// A person who takes part in a session.
    ParticipantId,
    /// A stretch of time in which an activity ran.
    SpanId,
    /// A stretch of time in which the clock was stopped.
    PauseId,
    /// A line of the record.
    LineId,
    /// A line on the flip chart.
    FlipItemId,
    /// A round of stickers.
    RoundId,
    /// One sticker on one poster.
    StickerId,
    /// One slot of the choice, filled with an idea.
    ChoiceId,
    /// One rating, the group's or a person's.
    RatingId,
    /// One person's top tip.
    TipId,
    /// That somebody was erased.
    ErasureId,
    /// A question or probe that has been asked.
    TickId,
    /// A language that a study has words in beside its own.
    LanguageId,
    /// One text in one language.
    TranslationId,
}

macro_rules! word_ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(export_to = "api.ts")]
        pub struct $name(pub String);

        impl $name {
            /// The id as a method's file writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self(word.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

word_ids! {
    /// An activity of the guide, such as `gallery`.
    ActivityId,
    /// An idea on a poster, such as `user-charging`. Kept across versions of a design.
    IdeaId,
    /// A theme that ideas are grouped by.
    ThemeId,
    /// A value that people may name, such as `security`.
    ValueId,
    /// A side from which an idea is discussed, such as `desirable`.
    LensId,
    /// A kind of group, such as `full` or `mini`.
    KindId,
    /// A place in the choice, such as `popular`.
    SlotId,
    /// A question, probe or what-if, unique in its design.
    QuestionId,
    /// An attribute of a person, such as `grade`.
    AttributeId,
    /// A text that participants see, such as `idea.user-charging.name`.
    TextKey,
}

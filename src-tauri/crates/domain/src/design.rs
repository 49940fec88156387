//! A design: the guide, the ideas and the scales that a session runs by.
//!
//! A method is data. Nothing here, and nothing that reads it, knows how many ideas, stickers or
//! points on a scale there are.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActivityId, AttributeId, IdeaId, KindId, LensId, QuestionId, SessionId, SlotId, ThemeId,
    ValueId,
};

/// Minutes by kind of group, such as `{ full = 25, mini = 20 }`.
pub type MinutesByKind = BTreeMap<KindId, u32>;

/// Everything a session runs by. Read-only once a session has used it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Design {
    /// The method it came from: the name of its folder.
    pub method: String,
    /// What a study made from it is called until it is renamed.
    pub title: String,
    /// One sentence on what it is for.
    pub about: String,
    /// Where facts and figures come from.
    pub source: String,
    /// BCP 47 tag of the language it is written in.
    pub language: String,
    pub kinds: Vec<Kind>,
    pub budget: Budget,
    pub scale: Scale,
    /// What people are asked about themselves, beside name, sex, age band and place.
    pub attributes: Vec<Attribute>,
    pub values: Values,
    pub lenses: Vec<Lens>,
    /// The places that a choice fills, in the order in which they are discussed.
    pub slots: Vec<Slot>,
    pub stages: Vec<Stage>,
    pub themes: Vec<Theme>,
    pub ideas: Vec<Idea>,
    /// The words on the wall when the evening is over.
    pub thanks: String,
    /// Which debriefs led to what differs from the version before, in the order of fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<Because>,
}

/// A change of a version, and a session whose staff asked for it in their debrief.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Because {
    /// Which change: see [`crate::compare::Difference::field`].
    pub field: String,
    pub session: SessionId,
}

/// A kind of group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Kind {
    pub id: KindId,
    /// As in "full group".
    pub name: String,
    /// Minutes from welcome to close.
    pub minutes: u32,
    pub fewest: u32,
    pub most: u32,
}

/// How many stickers of each colour a person may place in a round. Less is allowed, more is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Budget {
    pub green: u32,
    pub red: u32,
}

/// More stickers of one colour than there are ideas, while each goes on another idea.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{stickers} stickers of one colour, but {ideas} ideas to put them on")]
pub struct TooManyStickers {
    pub stickers: u32,
    pub ideas: usize,
}

impl Budget {
    /// Whether a person could place all of it: the greens on different ideas, and so the reds.
    ///
    /// # Errors
    /// When there are more of one colour than ideas.
    pub fn fits(self, ideas: usize) -> Result<(), TooManyStickers> {
        let stickers = self.green.max(self.red);
        if usize::try_from(stickers).is_ok_and(|n| n <= ideas) {
            Ok(())
        } else {
            Err(TooManyStickers { stickers, ideas })
        }
    }
}

/// The scale that ratings are given on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Scale {
    pub from: u8,
    pub to: u8,
    /// The word for the low end.
    pub low: String,
    /// The word for the high end.
    pub high: String,
}

/// Something people are asked about themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Attribute {
    pub id: AttributeId,
    pub name: String,
    /// Values that are offered as one types; others may be typed.
    #[serde(default)]
    pub values: Vec<String>,
    /// Whether it may stand beside what a person said.
    pub shown: Shown,
}

/// When an attribute may stand beside what a person said (rules.md, Notes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Shown {
    Always,
    /// Only in a group that was recruited by it, as ethnicity is.
    WhenRecruitedBy,
    Never,
}

/// What other groups have said a good life needs, for the values slide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Values {
    /// The heading of the slide.
    pub title: String,
    /// What the commissioner says it stands for, to compare with.
    pub statement: String,
    pub items: Vec<Value>,
}

/// A value, and the words by which it is heard in what people say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Value {
    pub id: ValueId,
    pub name: String,
}

/// A side from which an idea is discussed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Lens {
    pub id: LensId,
    /// As on the tab: "Desirable".
    pub name: String,
    /// What the moderator asks.
    pub ask: String,
    /// A second line under the question, for the wall.
    #[serde(default)]
    pub hint: String,
    /// Its share of an idea's time, in parts; an idea's minutes are divided by these.
    pub share: u32,
    #[serde(default)]
    pub questions: Vec<Question>,
    /// The question the group answers with one number, where this lens is rated:
    /// "How achievable is it?".
    #[serde(default)]
    pub rating: Option<String>,
    /// Whether the idea's own probes and what-ifs are asked under this lens.
    #[serde(default)]
    pub idea_probes: bool,
}

/// A question, probe or what-if.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Question {
    pub id: QuestionId,
    pub text: String,
}

/// A place in the choice of ideas to discuss.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Slot {
    pub id: SlotId,
    /// As on the agenda: "Most popular".
    pub name: String,
    pub rule: SlotRule,
}

/// How a slot is filled (rules.md, Stickers and ratings).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum SlotRule {
    MostGreen,
    MostRed,
    /// The least discussed idea in the study so far that this group has not chosen.
    Joker,
}

/// A part of the evening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Stage {
    /// As on the agenda: "Values".
    pub title: String,
    pub activities: Vec<Activity>,
}

/// One timed step of the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Activity {
    pub id: ActivityId,
    pub title: String,
    /// A second line under the title: "Place your stickers".
    #[serde(default)]
    pub subtitle: String,
    /// What the moderator asks, in words to say aloud.
    pub ask: String,
    /// A second line under the question.
    #[serde(default)]
    pub hint: String,
    pub minutes: MinutesByKind,
    /// The least it can be cut down to when the evening runs late.
    pub least: MinutesByKind,
    pub tool: Tool,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub probes: Vec<Question>,
    /// For the moderator's eyes.
    #[serde(default)]
    pub notes: Vec<String>,
}

/// What the middle of the screen is for during an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Tool {
    /// Questions and probes alone.
    None,
    FlipChart {
        /// Whether the values slide belongs to it.
        #[serde(default)]
        values: bool,
    },
    /// Posters and stickers, then the choice.
    Gallery,
    /// The idea that fills a slot, lens by lens.
    Discussion { slot: SlotId },
    /// One tip a person.
    Tips,
}

/// What some of the ideas have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Theme {
    pub id: ThemeId,
    pub name: String,
}

/// A policy idea, as its poster says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(export_to = "api.ts")]
pub struct Idea {
    pub id: IdeaId,
    pub theme: ThemeId,
    /// As on the poster: "Alternative service providers".
    pub name: String,
    /// Where the whole name does not fit: "Alternative providers".
    pub short: String,
    pub description: String,
    pub examples: Vec<String>,
    #[serde(default)]
    pub probes: Vec<Question>,
    #[serde(default)]
    pub what_ifs: Vec<Question>,
    /// What earlier groups said, for the moderator.
    #[serde(default)]
    pub reference: Vec<String>,
    /// Whether "would it work for other services?" makes sense for it.
    #[serde(default)]
    pub other_services: bool,
}

impl Design {
    /// All activities with the title of their stage, in order.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.stages.iter().flat_map(|stage| &stage.activities)
    }

    pub fn activity(&self, id: &ActivityId) -> Option<&Activity> {
        self.activities().find(|a| &a.id == id)
    }

    pub fn idea(&self, id: &IdeaId) -> Option<&Idea> {
        self.ideas.iter().find(|i| &i.id == id)
    }

    /// The number on an idea's poster, from 1.
    pub fn number(&self, id: &IdeaId) -> Option<usize> {
        self.ideas.iter().position(|i| &i.id == id).map(|at| at + 1)
    }

    pub fn kind(&self, id: &KindId) -> Option<&Kind> {
        self.kinds.iter().find(|k| &k.id == id)
    }

    pub fn lens(&self, id: &LensId) -> Option<&Lens> {
        self.lenses.iter().find(|l| &l.id == id)
    }

    /// The lenses that a group rates an idea by.
    pub fn rated(&self) -> impl Iterator<Item = &Lens> {
        self.lenses.iter().filter(|l| l.rating.is_some())
    }

    pub fn slot(&self, id: &SlotId) -> Option<&Slot> {
        self.slots.iter().find(|s| &s.id == id)
    }

    /// Minutes planned for a kind of group, over all activities.
    pub fn total(&self, kind: &KindId) -> u32 {
        self.activities().filter_map(|a| a.minutes.get(kind)).sum()
    }
}

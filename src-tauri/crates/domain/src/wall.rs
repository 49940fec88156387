//! What the group sees.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Count, IdeaId, LensId, Moment, Scale};

/// What the moderator has chosen for the wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallChoice {
    pub view: WallView,
    /// The wall has no clock unless asked.
    pub clock: bool,
}

impl Default for WallChoice {
    fn default() -> Self {
        Self { view: WallView::Question, clock: false }
    }
}

/// The pages that the wall can show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum WallView {
    Blank,
    /// What is being asked now; it follows the agenda and the lens.
    Question,
    Values,
    FlipChart,
    /// One poster.
    Poster {
        idea: IdeaId,
    },
    /// All posters; with their stickers once these are revealed.
    Posters,
    Rating {
        idea: IdeaId,
        lens: LensId,
    },
    Thanks,
}

/// What is on the wall, ready to draw: nothing of the staff's, no seat, no name, and no count
/// before the reveal (rules.md, The wall and the screen).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallPage {
    pub scene: WallScene,
    pub clock: Option<WallClock>,
}

/// The clock as the group sees it: when the activity began to run and for how long it may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallClock {
    /// Seconds left when this was worked out; negative when over.
    #[ts(type = "number")]
    pub seconds_left: i64,
    pub running: bool,
    pub as_of: Moment,
}

/// The wall's pages with their words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum WallScene {
    Blank,
    Question {
        /// The idea's number and name, in a discussion.
        idea: Option<NumberedName>,
        title: String,
        ask: String,
        hint: String,
        examples: Vec<String>,
        lens: Option<String>,
        people: u32,
    },
    Values {
        title: String,
        items: Vec<String>,
    },
    FlipChart {
        title: String,
        core: Vec<String>,
        additional: Vec<String>,
        unsorted: Vec<String>,
    },
    Poster {
        idea: NumberedName,
        description: String,
        examples: Vec<String>,
    },
    Posters {
        ideas: Vec<NumberedName>,
        stickers: Option<WallStickers>,
    },
    Rating {
        idea: NumberedName,
        question: String,
        scale: Scale,
        offered: Option<u8>,
        /// The spread of private ratings, once shown: how many people gave each number of the scale.
        spread: Option<Vec<u32>>,
        rows: Vec<WallRating>,
        people: u32,
    },
    Thanks {
        text: String,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NumberedName {
    pub number: u32,
    pub name: String,
}

/// Revealed stickers, in the order of the ideas.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallStickers {
    pub counts: Vec<Count>,
    pub people: u32,
    pub green: u32,
    pub red: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallRating {
    pub lens: String,
    pub agreed: Option<u8>,
    /// Whether this is the rating being talked about.
    pub now: bool,
}

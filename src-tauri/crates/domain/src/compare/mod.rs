//! What differs between two versions of a design, as a person reads it: what was added, dropped,
//! reworded, retimed, moved or changed, and where.
//!
//! Each difference is told once: a stage that was added brings its activities with it, and an
//! activity its questions.

mod align;
mod because;
mod guide;
mod ideas;
mod order;
mod settings;
mod words;

use serde::Serialize;
use ts_rs::TS;

use crate::{ActivityId, Design, IdeaId, LensId, MinutesByKind, Tool};

pub(crate) use align::{Pair, align};
pub use because::{NoSuchChange, causes, say_because};
pub use words::{Run, reworded};

/// A difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Difference {
    /// What of the design it is about, in ids: the same for the same field of two other versions.
    pub field: String,
    pub kind: DifferenceKind,
    pub area: Area,
    /// The stage's title as it is now; empty outside the guide.
    pub stage: String,
    /// What it is about: the activity, the lens, the idea. Empty for the area as a whole.
    pub of: String,
    pub part: Part,
    /// Where it can be opened in the guide.
    pub activity: Option<ActivityId>,
    pub lens: Option<LensId>,
    /// The idea it is about, to be opened among the ideas.
    pub idea: Option<IdeaId>,
    /// None: it was not there.
    pub before: Option<Content>,
    /// None: it is no longer there.
    pub after: Option<Content>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum DifferenceKind {
    Added,
    Dropped,
    Reworded,
    Retimed,
    Moved,
    /// A setting has another value.
    Changed,
}

/// The part of the design it is in, in the order in which differences are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Area {
    /// The stages and their activities.
    Guide,
    /// The lenses, which every discussion of an idea goes through.
    Lenses,
    /// Stickers, scale, kinds of group, values and what people are asked about themselves.
    Settings,
    /// Themes and ideas.
    Ideas,
}

/// Which field of a thing it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Part {
    /// The thing as a whole.
    Whole,
    Name,
    Title,
    Subtitle,
    Short,
    Ask,
    Hint,
    Minutes,
    Least,
    Tool,
    Question,
    Probe,
    WhatIf,
    Note,
    Rating,
    Share,
    IdeaProbes,
    OtherServices,
    Low,
    High,
    From,
    To,
    Green,
    Red,
    Fewest,
    Most,
    Rule,
    Statement,
    Value,
    Shown,
    Theme,
    Description,
    Example,
    Reference,
    About,
    Source,
    Language,
    Method,
    Thanks,
}

/// What stands on one side of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Content {
    /// Words, with those that differ marked.
    Words {
        runs: Vec<Run>,
    },
    Minutes {
        minutes: MinutesByKind,
    },
    Number {
        n: u32,
    },
    Tool {
        tool: Tool,
    },
    /// Where it stands in its list, from 1, and the stage or theme it is in.
    Place {
        n: u32,
        within: String,
    },
    Yes {
        yes: bool,
    },
}

impl Content {
    /// Words of which none differ from another side, because there is none.
    pub(crate) fn whole(text: &str) -> Self {
        Self::Words { runs: vec![Run { text: text.to_owned(), differs: true }] }
    }
}

/// Everything that differs between two versions, in the order of the guide.
pub fn compare(before: &Design, after: &Design) -> Vec<Difference> {
    let mut told = Told::default();
    guide::stages(&mut told, before, after);
    guide::lenses(&mut told, before, after);
    settings::all(&mut told, before, after);
    ideas::all(&mut told, before, after);
    told.differences
}

/// The differences told so far, and where we are.
#[derive(Default)]
pub(crate) struct Told {
    differences: Vec<Difference>,
    at: Where,
}

#[derive(Clone)]
pub(crate) struct Where {
    area: Area,
    stage: String,
    of: String,
    activity: Option<ActivityId>,
    lens: Option<LensId>,
    idea: Option<IdeaId>,
    /// The id of the thing it is about, where that is neither activity nor lens.
    thing: String,
    /// The id of the question, probe or value, or the words of a line that has none.
    item: String,
}

impl Default for Where {
    fn default() -> Self {
        Self {
            area: Area::Guide,
            stage: String::new(),
            of: String::new(),
            activity: None,
            lens: None,
            idea: None,
            thing: String::new(),
            item: String::new(),
        }
    }
}

impl Where {
    /// See [`Difference::field`]. A stage has no id, and goes by its title.
    fn field(&self, part: Part) -> String {
        let id = match (&self.activity, &self.lens) {
            (Some(activity), _) => activity.to_string(),
            (None, Some(lens)) => lens.to_string(),
            (None, None) if self.thing.is_empty() => format!("#{}", self.stage),
            (None, None) => self.thing.clone(),
        };
        format!("{:?}/{id}/{part:?}/{}", self.area, self.item).to_lowercase()
    }

    fn area(area: Area) -> Self {
        Self { area, ..Self::default() }
    }

    fn of(&self, of: &str) -> Self {
        Self { of: of.to_owned(), ..self.clone() }
    }
}

impl Told {
    fn tell(
        &mut self,
        kind: DifferenceKind,
        part: Part,
        before: Option<Content>,
        after: Option<Content>,
    ) {
        let field = self.at.field(part);
        let Where { area, stage, of, activity, lens, idea, .. } = self.at.clone();
        self.differences.push(Difference {
            field,
            kind,
            area,
            stage,
            of,
            part,
            activity,
            lens,
            idea,
            before,
            after,
        });
    }

    pub(crate) fn added(&mut self, part: Part, text: &str) {
        self.tell(DifferenceKind::Added, part, None, Some(Content::whole(text)));
    }

    pub(crate) fn dropped(&mut self, part: Part, text: &str) {
        self.tell(DifferenceKind::Dropped, part, Some(Content::whole(text)), None);
    }

    /// Words that were there, are there, or both.
    pub(crate) fn text(&mut self, part: Part, before: &str, after: &str) {
        match (before, after) {
            (b, a) if b == a => {}
            ("", a) => self.added(part, a),
            (b, "") => self.dropped(part, b),
            (b, a) => {
                let (b, a) = reworded(b, a);
                let words = |runs| Some(Content::Words { runs });
                self.tell(DifferenceKind::Reworded, part, words(b), words(a));
            }
        }
    }

    pub(crate) fn minutes(&mut self, part: Part, before: &MinutesByKind, after: &MinutesByKind) {
        if before != after {
            let side = |minutes: &MinutesByKind| Content::Minutes { minutes: minutes.clone() };
            self.tell(DifferenceKind::Retimed, part, Some(side(before)), Some(side(after)));
        }
    }

    pub(crate) fn number(&mut self, kind: DifferenceKind, part: Part, before: u32, after: u32) {
        if before != after {
            let side = |n| Some(Content::Number { n });
            self.tell(kind, part, side(before), side(after));
        }
    }

    pub(crate) fn yes(&mut self, part: Part, before: bool, after: bool) {
        if before != after {
            let side = |yes| Some(Content::Yes { yes });
            self.tell(DifferenceKind::Changed, part, side(before), side(after));
        }
    }

    pub(crate) fn tool(&mut self, before: &Tool, after: &Tool) {
        if before != after {
            let side = |tool: &Tool| Some(Content::Tool { tool: tool.clone() });
            self.tell(DifferenceKind::Changed, Part::Tool, side(before), side(after));
        }
    }

    pub(crate) fn moved(&mut self, part: Part, before: (usize, &str), after: (usize, &str)) {
        let side = |(at, within): (usize, &str)| {
            let n = u32::try_from(at + 1).unwrap_or(u32::MAX);
            Some(Content::Place { n, within: within.to_owned() })
        };
        self.tell(DifferenceKind::Moved, part, side(before), side(after));
    }
}

//! What happened: the journal's entries.
//!
//! An event says which rows it leaves behind and what stood there before, so that applying it,
//! undoing it and showing it on a screen are one thing done three times.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Choice, Design, DesignId, Erasure, EventId, FlipItem, Line, Moment, Participant, Pause, Phase,
    Rating, Role, Round, Sample, Session, SessionId, Span, Sticker, StudyLanguage, Tick, Tip,
    Translation, delta::Delta,
};

/// One act, as the journal keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Event {
    pub id: EventId,
    /// When it was done, by the laptop's clock.
    pub at: Moment,
    /// The session it belongs to. None: the study.
    pub session: Option<SessionId>,
    pub by: Role,
    /// What was done, for "Undo: ...".
    pub words: Words,
    /// The act that this one undoes.
    pub undoes: Option<EventId>,
    pub undoable: bool,
    pub changes: Vec<Change>,
}

/// A message: its name in the locale's files and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Words {
    pub id: String,
    pub args: BTreeMap<String, String>,
}

impl Words {
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: BTreeMap::new() }
    }

    /// Adds something that goes into the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

/// A row before and after. Made: no before. Gone: no after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Diff<T> {
    #[serde(default = "Option::default")]
    pub before: Option<T>,
    #[serde(default = "Option::default")]
    pub after: Option<T>,
}

impl<T> Diff<T> {
    pub fn made(after: T) -> Self {
        Self { before: None, after: Some(after) }
    }

    pub fn changed(before: T, after: T) -> Self {
        Self { before: Some(before), after: Some(after) }
    }

    pub fn gone(before: T) -> Self {
        Self { before: Some(before), after: None }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before }
    }
}

/// The study's own facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Study {
    /// What it is called on its card.
    pub name: String,
    pub made: Moment,
    /// Who is to be recruited, over all sessions.
    #[serde(default)]
    pub sample: Sample,
}

/// A version of the design.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DesignVersion {
    pub id: DesignId,
    /// From 1.
    pub number: u32,
    /// The version it amends. None: the first.
    #[serde(default)]
    pub amends: Option<DesignId>,
    /// The phase it was written for.
    #[serde(default)]
    pub phase: Phase,
    /// Why it was amended, in the study lead's words.
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub made: Option<Moment>,
    pub design: Design,
}

/// A change inside a version's design, field by field: a design is large, and a word changed in it
/// should not cost the journal the whole of it twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DesignEdit {
    pub design: DesignId,
    pub deltas: Vec<Delta>,
}

impl DesignEdit {
    /// The edit that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { deltas: self.deltas.into_iter().rev().map(Delta::inverse).collect(), ..self }
    }
}

macro_rules! changes {
    ($($(#[$doc:meta])* $name:ident($row:ty)),* $(,)?) => {
        /// A change to one row of one table.
        #[allow(clippy::large_enum_variant)] // an act holds few of them, and not for long
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
        #[serde(tag = "table", rename_all = "snake_case")]
        #[ts(export_to = "api.ts")]
        pub enum Change {
            $($(#[$doc])* $name(Diff<$row>),)*
            /// Not a row, but fields inside one of `design`.
            DesignEdit(DesignEdit),
        }

        impl Change {
            /// The change that takes this one back.
            #[must_use]
            pub fn inverse(self) -> Self {
                match self {
                    $(Self::$name(diff) => Self::$name(diff.inverse()),)*
                    Self::DesignEdit(edit) => Self::DesignEdit(edit.inverse()),
                }
            }
        }

        impl From<DesignEdit> for Change {
            fn from(edit: DesignEdit) -> Self {
                Self::DesignEdit(edit)
            }
        }

        $(impl From<Diff<$row>> for Change {
            fn from(diff: Diff<$row>) -> Self {
                Self::$name(diff)
            }
        })*
    };
}

changes! {
    Study(Study),
    Design(DesignVersion),
    Session(Session),
    Participant(Participant),
    Span(Span),
    Pause(Pause),
    Tick(Tick),
    FlipItem(FlipItem),
    Round(Round),
    Sticker(Sticker),
    Choice(Choice),
    Rating(Rating),
    Line(Line),
    Tip(Tip),
    StudyLanguage(StudyLanguage),
    Translation(Translation),
    Erasure(Erasure),
}

impl Event {
    /// The changes that take this act back, last first.
    pub fn inverse(&self) -> Vec<Change> {
        self.changes.iter().rev().cloned().map(Change::inverse).collect()
    }
}

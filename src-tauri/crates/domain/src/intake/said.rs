//! What is said of a row: a code from a closed set. The words are in the locale's files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Verdict;

/// What is said of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Code {
    // Stays out.
    LeftOut,
    Total,
    HeadingAgain,
    Duplicate,
    AlreadyHere,
    // Stays out unless settled.
    NoName,
    NoGroup,
    NoGroupNamed,
    GroupOver,
    AgeOutside,
    NoSuchDate,
    NoAge,
    SeatTaken,
    NoSuchSeat,
    TooLong,
    // Comes in, with help.
    FirstNameOnly,
    Capitals,
    Initial,
    ReadAs,
    Serial,
    DayFirst,
    Turned,
    Formula,
    Merged,
    NoSeatLeft,
    OtherValue,
    NotUnderstood,
    OddContact,
    // Comes in, but lacks something.
    Lacks,
}

impl Code {
    /// What it makes of the row.
    pub fn verdict(self) -> Verdict {
        use Code as C;
        match self {
            C::LeftOut | C::Total | C::HeadingAgain | C::Duplicate | C::AlreadyHere => Verdict::Out,
            C::NoName
            | C::NoGroup
            | C::NoGroupNamed
            | C::GroupOver
            | C::AgeOutside
            | C::NoSuchDate
            | C::NoAge
            | C::SeatTaken
            | C::NoSuchSeat
            | C::TooLong => Verdict::Ask,
            // Everybody's surname stays out: that alone is no mending.
            C::FirstNameOnly | C::Lacks => Verdict::In,
            C::Capitals
            | C::Initial
            | C::ReadAs
            | C::Serial
            | C::DayFirst
            | C::Turned
            | C::Formula
            | C::Merged
            | C::NoSeatLeft
            | C::OtherValue
            | C::NotUnderstood
            | C::OddContact => Verdict::Mended,
        }
    }
}

/// A code with what goes into its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Note {
    pub code: Code,
    pub args: BTreeMap<String, String>,
}

impl Note {
    pub fn new(code: Code) -> Self {
        Self { code, args: BTreeMap::new() }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }
}

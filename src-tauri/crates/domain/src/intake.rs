//! Taking people in from a recruiter's sheet: what each column is, what each spelling means, and
//! what becomes of each row.
//!
//! Only a first name is kept, and a letter of what follows where two in a group share one. The
//! same function makes the preview and the import, so what was shown is what comes in.

mod age;
mod column;
mod days;
mod desk;
mod group;
mod name;
mod place;
mod row;
mod said;
mod value;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Answers, AttributeId, Design, Participant, ParticipantId, Session, SessionId};

pub use age::Band;
pub use column::{guess_columns, known_headings};
pub use days::{DateOrder, DaysWritten};
pub use row::{is_banded, take_in};
pub use said::{Code, Note};
pub use words::Vocabulary;

/// What stands in one cell of the sheet.
#[derive(Clone, Copy, Debug, Default)]
pub struct Field<'a> {
    pub text: &'a str,
    /// The day, where the sheet itself says that it is one.
    pub date: Option<NaiveDate>,
    pub formula: bool,
    pub merged: bool,
    /// Longer than any answer is, and cut.
    pub cut: bool,
}

/// One row of the sheet, under its headings. Looked at where it stands: a long sheet is not copied.
pub trait SheetRow: Sync {
    /// As the spreadsheet program numbers it.
    fn number(&self) -> u32;
    /// What stands in a column, from 0. None where the row does not go so far.
    fn field(&self, column: usize) -> Option<Field<'_>>;
}

/// What a column is taken for. On the wire: "name", "age", "attribute:grade", "out".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string", export_to = "api.ts")]
pub enum Target {
    /// Left out: not read.
    Out,
    Name,
    /// Read for its first letter only, where two share a first name.
    Surname,
    Session,
    Seat,
    Sex,
    /// An age, a day or year of birth, or a band.
    Age,
    Place,
    Attribute(AttributeId),
    Phone,
    Email,
}

impl Target {
    pub fn word(&self) -> String {
        match self {
            Self::Attribute(id) => format!("attribute:{id}"),
            Self::Out => "out".to_owned(),
            Self::Name => "name".to_owned(),
            Self::Surname => "surname".to_owned(),
            Self::Session => "session".to_owned(),
            Self::Seat => "seat".to_owned(),
            Self::Sex => "sex".to_owned(),
            Self::Age => "age".to_owned(),
            Self::Place => "place".to_owned(),
            Self::Phone => "phone".to_owned(),
            Self::Email => "email".to_owned(),
        }
    }

    pub fn is_contact(&self) -> bool {
        matches!(self, Self::Phone | Self::Email)
    }
}

impl Serialize for Target {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.word())
    }
}

impl<'de> Deserialize<'de> for Target {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::try_from(String::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

/// No column is called that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is nothing that a column can be")]
pub struct NoSuchTarget(String);

impl TryFrom<String> for Target {
    type Error = NoSuchTarget;

    fn try_from(word: String) -> Result<Self, NoSuchTarget> {
        Ok(match word.as_str() {
            "out" => Self::Out,
            "name" => Self::Name,
            "surname" => Self::Surname,
            "session" => Self::Session,
            "seat" => Self::Seat,
            "sex" => Self::Sex,
            "age" => Self::Age,
            "place" => Self::Place,
            "phone" => Self::Phone,
            "email" => Self::Email,
            other => match other.strip_prefix("attribute:").filter(|id| !id.is_empty()) {
                Some(id) => Self::Attribute(AttributeId::from(id)),
                None => return Err(NoSuchTarget(word)),
            },
        })
    }
}

/// What somebody settled about one row: other words in the place of a cell's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Settled {
    /// As the spreadsheet program numbers it.
    pub row: u32,
    pub target: Target,
    pub text: String,
}

/// What a spelling in a column stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Meaning {
    pub target: Target,
    pub spelling: String,
    pub value: String,
}

/// How a sheet is to be read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// For each column, from the first.
    pub columns: Vec<Target>,
    pub meanings: Vec<Meaning>,
    pub settled: Vec<Settled>,
    /// Rows that somebody left out.
    pub left_out: BTreeSet<u32>,
    /// The group of those whose row names none.
    pub session: Option<SessionId>,
    /// Whether phone and e-mail were asked for.
    pub contacts: bool,
    /// What somebody says comes first in a day. None: what most of the column says.
    pub dates: Option<DateOrder>,
}

/// What the study holds that a row is held against.
pub struct Study<'a> {
    pub design: &'a Design,
    /// In the order in which the study numbers them.
    pub sessions: &'a [Session],
    /// Those who are seated already, by session.
    pub people: &'a BTreeMap<SessionId, Vec<Participant>>,
    pub words: &'a Vocabulary,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Verdict {
    /// Comes in as it stands.
    In,
    /// Comes in, and was read with some help.
    Mended,
    /// Stays out unless somebody settles it.
    Ask,
    /// Stays out.
    Out,
}

impl Verdict {
    pub fn comes_in(self) -> bool {
        matches!(self, Self::In | Self::Mended)
    }
}

/// Somebody of the sheet, as the record will know them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Newcomer {
    pub session: Option<SessionId>,
    pub seat: Option<u32>,
    pub name: String,
    pub sex: String,
    pub age_band: String,
    pub place: String,
    pub attributes: Answers,
    /// Read only if asked for.
    pub phone: String,
    pub email: String,
}

/// How to reach a person: kept apart from the record, where it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Contact {
    pub participant: ParticipantId,
    pub phone: String,
    pub email: String,
}

/// A row, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub number: u32,
    pub verdict: Verdict,
    /// Why, the gravest first; what was mended; what is missing.
    pub notes: Vec<Note>,
    pub person: Newcomer,
}

//! The little language of the note line.
//!
//! | typed | kept |
//! |---|---|
//! | `4 words` | verbatim of seat 4; `4,7 words` of two people; no number: of the group |
//! | `~ words`, `4 ~ words`, `~4 words` | paraphrase |
//! | `/ words` | the note-taker's own remark; a number after it is a word |
//! | `4 words...` or `4 words…` | verbatim to complete |
//! | `= words`, `=4 words` | a line for the flip chart |
//! | `^9 words` | a show of nine hands, in the note-taker's words; `4 ^6 words`: six nodded |
//! | `* 4 words`, `4 words *` | starred |
//! | `4 words #code` | coded; a code is letters, figures and dashes, with a letter among them |
//! | `\50 years ago` | a backslash makes the sign or figure after it part of the words |
//!
//! A number is a seat where it stands first, has at most three figures and a space (or `~`)
//! follows: “3rd”, “10%” and “2010 was” are words. Quotation marks are words too. All white space
//! and control characters become single spaces.

mod marks;
mod read;
mod write;

use serde::{Deserialize, Serialize};
use thiserror::Error;
use ts_rs::TS;

pub use read::parse;
pub use write::format;

use crate::LineKind;

/// Characters that a note may have, codes included and its other signs not.
pub const MOST_CHARACTERS: usize = 10_000;

/// What somebody typed into the note line, understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NoteEntry {
    pub to: NoteTo,
    pub kind: LineKind,
    /// Seats of those who said it, each once, as typed. Empty: the group.
    pub seats: Vec<u32>,
    /// How many nodded or raised a hand.
    pub hands: Option<u32>,
    pub text: String,
    /// Codes without their `#`, each once, as typed.
    pub codes: Vec<String>,
    pub starred: bool,
}

/// Where a note goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum NoteTo {
    Record,
    FlipChart,
}

/// Why a note is not kept. What was typed stays in the line.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoteProblem {
    #[error("nothing was noted")]
    Empty,
    #[error("nobody sits in seat {seat}")]
    UnknownSeat { seat: u32 },
    #[error("{characters} characters, of {most} at most")]
    TooLong { characters: usize, most: usize },
}

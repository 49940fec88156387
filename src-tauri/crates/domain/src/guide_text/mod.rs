//! A guide as plain text, for Word or any editor: written by [`write`], read back by [`read`].
//!
//! ```text
//! # The guide
//!
//! ## Values
//!
//! ### A good life
//! Minutes: full 5, mini 5
//! At least: full 4, mini 4
//! Tool: flip chart with values
//!
//! > What do people here need to have a good life?
//!
//! Hint: A life that is full, and feels like your own.
//!
//! Probes:
//! - Is anything missing?
//!
//! Notes:
//! - Write down everything, in their words.
//!
//! # Talking about an idea
//!
//! ## Desirable
//! Share: 5
//!
//! # Settings
//!
//! ## Stickers
//! Green: 2
//! Red: 1
//! ```
//!
//! Ids are not in it. Reading takes them from the guide that the text was written from, so that a
//! question that was reworded stays the same question.

mod ids;
mod line;
mod read;
mod settings;
mod tool;
mod write;

use serde::Serialize;
use ts_rs::TS;

pub use ids::{Taken, questions as question_ids, word};
pub use read::read;
pub use write::write;

/// The heading of the stages.
const GUIDE: &str = "The guide";
/// The heading of the lenses.
const LENSES: &str = "Talking about an idea";
/// The heading of the settings.
const SETTINGS: &str = "Settings";

/// Why a line could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TextFault {
    /// From 1.
    pub line: u32,
    /// In plain English: it is for whoever writes the guide.
    pub reason: String,
}

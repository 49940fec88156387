//! The print pack: what paper says on the day, out of a study's own words.

mod ballot;
mod boxes;
mod canvas;
mod field;
mod guide;
mod handout;
mod model;
mod paper;
mod parts;
mod pattern;
mod poster;
mod room;
mod sheets;
mod stickers;
mod tiles;
mod whole;

pub use ballot::{Ballots, ballots};
pub use boxes::{BoxPart, Boxes, TextBox, boxes};
pub use guide::guide;
pub use handout::{PrintSize, handout};
pub use model::*;
pub use paper::{Office, Paper, Print, Sheets, Turn, from_right_to_left};
pub use poster::{Fit, fits, posters};
pub use room::{door_sign, seat_cards};
pub use sheets::{consent_sheet, note_sheets};
pub use stickers::{LABELS, Labels, sticker_sheets};
pub use whole::{joined, repeated, whole};

/// The words that stand on the papers themselves, in one language. The messages are those of
/// `papers.ftl`; who knows the language fills them in.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    speak: &'a Speak<'a>,
}

/// Says a message, with what goes into it.
pub type Speak<'a> = dyn Fn(&str, &[(&str, Arg)]) -> String + 'a;

/// Something that goes into a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Count(u32),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

impl<'a> Words<'a> {
    pub fn new(speak: &'a Speak<'a>) -> Self {
        Self { speak }
    }

    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        (self.speak)(id, args)
    }

    fn of(&self, id: &str) -> String {
        self.say(id, &[])
    }
}

/// A study in one language: what its papers say, and the words that stand on them anyway.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    pub pack: &'a Pack,
    pub words: Words<'a>,
}

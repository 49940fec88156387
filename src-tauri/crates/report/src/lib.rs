//! Documents out of a study: one model, laid out once, painted to paper and to the screen.
//!
//! [`summary`](fn@summary) tells an evening as a [`Document`]; [`pages`] lays a document out as
//! placed glyphs and shapes; [`pdf`] and [`svg`] paint the same pages, so what is previewed is
//! what prints.

// Lengths are pixels as f32; counts of people, minutes and glyphs are far below where it matters.
#![allow(clippy::cast_precision_loss)]

mod archive;
pub mod comparison;
pub mod doc;
mod docx;
mod face;
pub mod figure;
mod flow;
mod hands;
mod known;
mod layout;
mod layout_furniture;
mod layout_list;
mod layout_table;
mod letters;
pub mod pack;
pub mod page;
mod pdf;
mod pdf_fonts;
mod pdf_painter;
mod pdf_streams;
mod pdf_tags;
mod plain;
mod spans;
pub mod style;
pub mod summary;
mod svg;
mod text;
mod tongue;

pub use archive::archive;
pub use comparison::comparison;
pub use doc::Document;
pub use docx::docx;
pub use layout::pages;
pub use letters::{covers, letters, unprintable};
pub use page::Pages;
pub use pdf::pdf;
pub use plain::plain;
pub use summary::{Evening, summary};
pub use svg::svg;

/// Why a document could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No shipped face has this letter. Nothing is printed in its place: a box would be a word
    /// lost.
    #[error("no font has the character {character:?} in \u{201c}{near}\u{201d}, under {place}")]
    MissingGlyph {
        character: char,
        /// The words around it.
        near: String,
        /// The heading it stands under.
        place: String,
    },
    /// More marks on one letter than any language needs: they would run into other lines.
    #[error("too many marks on one letter in \u{201c}{near}\u{201d}, under {place}")]
    Stacked {
        /// The words around it.
        near: String,
        /// The heading it stands under.
        place: String,
    },
    /// A poster without a name cannot be talked of.
    #[error("idea {number} has no name")]
    NoName { number: u32 },
    /// A name that takes more lines than a poster has, in the smallest size too.
    #[error("the name of idea {number} is too long for a poster")]
    LongName { number: u32 },
    /// Words that their paper has no room for, in the smallest size too.
    #[error("too long for the paper: {place}")]
    TooLong {
        /// Which paper, or which part of it.
        place: String,
    },
    /// There is nothing to print.
    #[error("nothing to print")]
    Nothing,
    /// A shipped font could not be made smaller or read.
    #[error("font {0}")]
    Font(String),
    /// The file could not be put together.
    #[error("pdf: {0}")]
    Pdf(String),
    /// Files could not be put into one.
    #[error("archive: {0}")]
    Archive(String),
}

impl Error {
    /// The same, with the place it was found at.
    fn at(self, under: &str) -> Self {
        match self {
            Self::MissingGlyph { character, near, .. } => {
                Self::MissingGlyph { character, near, place: under.to_owned() }
            }
            Self::Stacked { near, .. } => Self::Stacked { near, place: under.to_owned() },
            other => other,
        }
    }
}

pub type Result<T> = std::result::Result<T, Error>;

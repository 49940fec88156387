//! Documents out of a study: one model, laid out once, painted to paper and to the screen.
//!
//! [`summary`](fn@summary) tells an evening as a [`Document`]; [`pages`] lays a document out as
//! placed glyphs and shapes; [`pdf`] and [`svg`] paint the same pages, so what is previewed is
//! what prints.

// Lengths are pixels as f32; counts of people, minutes and glyphs are far below where it matters.
#![allow(clippy::cast_precision_loss)]

pub mod doc;
pub mod figure;
mod flow;
mod layout;
mod layout_furniture;
mod layout_list;
mod layout_table;
mod letters;
pub mod page;
mod pdf;
mod pdf_fonts;
mod pdf_tags;
pub mod style;
pub mod summary;
mod svg;
mod text;

pub use doc::Document;
pub use layout::pages;
pub use letters::letters;
pub use page::Pages;
pub use pdf::pdf;
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
    /// A shipped font could not be made smaller or read.
    #[error("font {0}")]
    Font(String),
    /// The file could not be put together.
    #[error("pdf: {0}")]
    Pdf(String),
}

pub type Result<T> = std::result::Result<T, Error>;

//! Lines that were set in this document or the one before it on this thread. A poster is tried in
//! several sizes before it is drawn, and what stands beside its idea is the same on all of them.

use std::collections::HashMap;

use crate::style::{Colour, Face, Style};
use crate::text::Line;

/// Lines of so many pieces of text are known at the most.
const MOST: usize = 1024;

/// Everything that lines depend on: language, width, whether they are to be of about one length,
/// and words with their looks.
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct Key {
    language: String,
    /// The bits of a number of pixels, as are those below.
    width: Option<u32>,
    balanced: bool,
    spans: Vec<(Face, Colour, [u32; 3], bool, String)>,
}

impl Key {
    pub(crate) fn new(
        language: &str,
        spans: &[(Style, &str)],
        width: Option<f32>,
        balanced: bool,
    ) -> Self {
        let span = |(style, words): &(Style, &str)| {
            let Style { face, size, leading, colour, tracking, prose } = *style;
            (face, colour, [size, leading, tracking].map(f32::to_bits), prose, (*words).to_owned())
        };
        Self {
            language: language.to_owned(),
            width: width.map(f32::to_bits),
            balanced,
            spans: spans.iter().map(span).collect(),
        }
    }
}

/// Lines, and whether every word in them is whole.
type Lines = (Vec<Line>, bool);

/// What is known, each with the number of the document that asked for it last.
#[derive(Default)]
pub(crate) struct Known {
    document: u64,
    lines: HashMap<Key, (u64, Lines)>,
}

impl Known {
    pub(crate) fn lines(&mut self, key: &Key) -> Option<Lines> {
        let (document, lines) = self.lines.get_mut(key)?;
        *document = self.document;
        Some(lines.clone())
    }

    pub(crate) fn keep(&mut self, key: Key, lines: &[Line], whole: bool) {
        if self.lines.len() >= MOST {
            self.lines.clear();
        }
        self.lines.insert(key, (self.document, (lines.to_vec(), whole)));
    }

    /// Goes on with the next document: what this one did not ask for is forgotten.
    pub(crate) fn turn(&mut self) {
        let now = self.document;
        self.lines.retain(|_, (document, _)| *document == now);
        self.document += 1;
    }
}

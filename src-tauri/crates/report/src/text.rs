//! Words into lines of placed glyphs, with the shipped faces and no others.

use std::ops::Range;
use std::sync::Arc;

use cosmic_text::fontdb::{Database, ID, Source};
use cosmic_text::{
    Attrs, Buffer, Fallback, Family, FeatureTag, FontFeatures, FontSystem, Metrics, Shaping,
    Weight, Wrap,
};

use crate::doc::Text;
use crate::style::{Colour, Face, Style};
use crate::{Error, Result};

impl Face {
    /// The whole font file.
    pub fn bytes(self) -> &'static [u8] {
        macro_rules! font {
            ($name:literal) => {
                include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf"))
            };
        }
        match self {
            Self::Ui => font!("AtkinsonHyperlegibleNext_400Regular"),
            Self::UiStrong => font!("AtkinsonHyperlegibleNext_600SemiBold"),
            Self::UiBold => font!("AtkinsonHyperlegibleNext_700Bold"),
            Self::Read => font!("SourceSerif4_400Regular"),
            Self::ReadStrong => font!("SourceSerif4_600SemiBold"),
        }
    }

    fn family(self) -> (&'static str, Weight) {
        match self {
            Self::Ui => ("Atkinson Hyperlegible Next", Weight::NORMAL),
            Self::UiStrong => ("Atkinson Hyperlegible Next", Weight::SEMIBOLD),
            Self::UiBold => ("Atkinson Hyperlegible Next", Weight::BOLD),
            Self::Read => ("Source Serif 4", Weight::NORMAL),
            Self::ReadStrong => ("Source Serif 4", Weight::SEMIBOLD),
        }
    }
}

/// A letter the working face lacks is looked for in the reading face, and nowhere else.
struct Shipped;

impl Fallback for Shipped {
    fn common_fallback(&self) -> &[&'static str] {
        &["Source Serif 4"]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, _: unicode_script::Script, _: &str) -> &[&'static str] {
        &[]
    }
}

/// Glyphs of one face and size on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Pixels from the left edge of the line.
    pub x: f32,
    pub face: Face,
    /// Pixels.
    pub size: f32,
    pub colour: Colour,
    /// Pixels.
    pub width: f32,
    /// The words that the glyphs stand for, in reading order.
    pub text: String,
    pub glyphs: Vec<Glyph>,
}

/// One glyph of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    pub id: u16,
    /// Pixels from the left edge of the run.
    pub x: f32,
    /// Pixels above the baseline.
    pub y: f32,
    /// The part of the run's text it stands for; glyphs of one cluster share it.
    pub text: Range<usize>,
}

/// One line of set text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Pixels, without the space at its end.
    pub width: f32,
    /// Pixels: the leading.
    pub height: f32,
    /// Pixels from the top of the line.
    pub baseline: f32,
    pub runs: Vec<Run>,
}

/// Sets text in the shipped faces.
pub struct Setter {
    system: FontSystem,
    faces: Vec<(ID, Face)>,
    buffer: Buffer,
}

impl Setter {
    pub fn new(language: &str) -> Self {
        let mut db = Database::new();
        let mut faces = Vec::new();
        for face in Face::ALL {
            for id in db.load_font_source(Source::Binary(Arc::new(face.bytes()))) {
                faces.push((id, face));
            }
        }
        let system =
            FontSystem::new_with_locale_and_db_and_fallback(language.to_owned(), db, Shipped);
        Self { system, faces, buffer: Buffer::new_empty(Metrics::new(13.0, 18.0)) }
    }

    /// Sets words into lines of at most `width` pixels. A letter that no face has is an error,
    /// never a box.
    pub fn lines(&mut self, text: &Text, width: Option<f32>) -> Result<Vec<Line>> {
        let Some(base) = text.spans.first().map(|(role, _)| role.style()) else {
            return Ok(Vec::new());
        };
        let clean: Vec<(Style, String)> =
            text.spans.iter().map(|(role, words)| (role.style(), one_line(words))).collect();
        if clean.iter().all(|(_, words)| words.trim().is_empty()) {
            return Ok(Vec::new());
        }
        let spans = clean
            .iter()
            .enumerate()
            .map(|(i, (style, words))| (words.as_str(), attributes(style).metadata(i)));
        self.buffer.set_metrics(Metrics::new(base.size, base.leading));
        self.buffer.set_wrap(if width.is_some() { Wrap::WordOrGlyph } else { Wrap::None });
        self.buffer.set_size(width, None);
        self.buffer.set_rich_text(spans, &attributes(&base), Shaping::Advanced, None);
        self.buffer.shape_until_scroll(&mut self.system, false);

        let mut lines = Vec::new();
        for run in self.buffer.layout_runs() {
            if let Some(glyph) = run.glyphs.iter().find(|glyph| glyph.glyph_id == 0) {
                return Err(missing(run.text, glyph.start..glyph.end));
            }
            let mut line = Line {
                width: run.line_w,
                height: base.leading,
                baseline: run.line_y - run.line_top,
                runs: Vec::new(),
            };
            let mut start = 0;
            while let Some(first) = run.glyphs.get(start) {
                let same = run.glyphs[start..]
                    .iter()
                    .take_while(|g| g.font_id == first.font_id && g.metadata == first.metadata)
                    .count();
                let style = clean.get(first.metadata).map_or(base, |(style, _)| *style);
                let face = self
                    .faces
                    .iter()
                    .find(|(id, _)| *id == first.font_id)
                    .map_or(style.face, |(_, face)| *face);
                line.runs.push(cut(run.text, &run.glyphs[start..start + same], face, style));
                start += same;
            }
            lines.push(line);
        }
        Ok(lines)
    }
}

fn attributes(style: &Style) -> Attrs<'static> {
    let (family, weight) = style.face.family();
    let mut features = FontFeatures::new();
    // Numbers stand under one another everywhere.
    features.enable(FeatureTag::new(b"tnum"));
    let attrs = Attrs::new().family(Family::Name(family)).weight(weight).font_features(features);
    if style.tracking == 0.0 { attrs } else { attrs.letter_spacing(style.tracking) }
}

/// Glyphs of one face and style, with their own piece of the text.
fn cut(text: &str, glyphs: &[cosmic_text::LayoutGlyph], face: Face, style: Style) -> Run {
    let from = glyphs.iter().map(|g| g.start).min().unwrap_or(0);
    let to = glyphs.iter().map(|g| g.end).max().unwrap_or(from);
    let x = glyphs.first().map_or(0.0, |g| g.x);
    Run {
        x,
        face,
        size: style.size,
        colour: style.colour,
        width: glyphs.last().map_or(0.0, |g| g.x + g.w - x),
        text: text.get(from..to).unwrap_or_default().to_owned(),
        glyphs: glyphs
            .iter()
            .map(|g| Glyph {
                id: g.glyph_id,
                x: g.x - x + g.x_offset * style.size,
                y: g.y_offset * style.size - g.y,
                text: g.start - from..g.end - from,
            })
            .collect(),
    }
}

/// Breaks, tabs and other control characters are air; a paragraph is one line of text.
fn one_line(words: &str) -> String {
    words.chars().map(|c| if is_air(c) { ' ' } else { c }).collect()
}

pub(crate) fn is_air(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

fn missing(text: &str, at: Range<usize>) -> Error {
    let letters = text.get(at.clone()).unwrap_or_default();
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let start = before.char_indices().rev().nth(23).map_or(0, |(i, _)| i);
    let end = after.char_indices().nth(24).map_or(after.len(), |(i, _)| i);
    Error::MissingGlyph {
        character: letters.chars().next().unwrap_or('\u{fffd}'),
        near: format!("{}{letters}{}", &before[start..], &after[..end]),
        place: String::new(),
    }
}

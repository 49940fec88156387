//! Words into lines of placed glyphs, with the shipped faces and no others.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt::Write;
use std::ops::Range;
use std::sync::Arc;

use cosmic_text::fontdb::{Database, ID, Source};
use cosmic_text::{
    Attrs, Buffer, Fallback, Family, FeatureTag, FontFeatures, FontSystem, LayoutGlyph, LayoutRun,
    Metrics, Shaping, Wrap,
};

use crate::Result;
use crate::face::{Face, unseen};
use crate::known::{Key, Known};
use crate::spans::{Piece, clean, missing, pieces};
use crate::style::{Colour, Style};
use crate::tongue::Tongue;

mod balance;

/// A line that is filled less than this may take a part of the next word.
const LOOSE: f32 = 0.78;
/// A last line that is filled less than this stands alone.
const ALONE: f32 = 0.16;
/// What is tried against it, in paragraphs of not many lines.
const TIGHTER: [f32; 3] = [0.95, 0.9, 0.85];
const SHORT: usize = 12;
/// Words that are kept shaped.
const KEPT: usize = 64;
/// How often the words after loose lines are parted.
const PASSES: usize = 3;

/// Which face draws a letter is decided before the engine sees it.
struct Decided;

impl Fallback for Decided {
    fn common_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn forbidden_fallback(&self) -> &[&'static str] {
        &[]
    }

    fn script_fallback(&self, _: unicode_script::Script, _: &str) -> &[&'static str] {
        &[]
    }
}

/// Glyphs of one face, size and direction on one baseline.
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
    /// Whether its words follow one another from right to left.
    pub rtl: bool,
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
    /// In reading order.
    pub runs: Vec<Run>,
}

impl Line {
    /// Turns the places of the runs round inside the line. A page that is read from right to left
    /// is laid out from left to right and turned round as a whole, which brings them back.
    pub(crate) fn reflect(&mut self) {
        for run in &mut self.runs {
            run.x = self.width - run.x - run.width;
        }
    }
}

/// Sets text in the shipped faces.
pub struct Setter {
    system: FontSystem,
    faces: Vec<(ID, Face)>,
    buffer: Buffer,
    /// What is in the buffer, and other words that were shaped not long ago. Shaping is most of
    /// the work, and the same words are tried in many sizes and widths.
    shaped: String,
    others: HashMap<String, Buffer>,
    known: Known,
    tongue: Tongue,
}

thread_local! {
    /// A setter that has done its document. Its faces are read: half the work of a short paper.
    static RESTING: Cell<Option<Setter>> = const { Cell::new(None) };
}

impl Setter {
    /// One that rests on this thread, or a new one.
    pub fn new(language: &str) -> Self {
        match RESTING.take() {
            Some(mut rested) => {
                rested.turn_to(language);
                rested
            }
            None => Self::with_faces(language),
        }
    }

    /// Keeps its faces for the next document of this thread, and what was set in this one: posters
    /// are a document each, and say much the same.
    pub(crate) fn rest(mut self) {
        self.buffer = Buffer::new_empty(Metrics::new(13.0, 18.0));
        self.shaped.clear();
        self.others.clear();
        self.system.shape_run_cache.trim(0);
        self.known.turn();
        RESTING.set(Some(self));
    }

    fn with_faces(language: &str) -> Self {
        let mut db = Database::new();
        let mut faces = Vec::new();
        for face in Face::ALL {
            for id in db.load_font_source(Source::Binary(Arc::new(face.bytes()))) {
                let Some(mut info) = db.face(id).cloned() else { continue };
                db.remove_face(id);
                for family in &mut info.families {
                    face.family().clone_into(&mut family.0);
                }
                info.weight = cosmic_text::Weight::NORMAL;
                faces.push((db.push_face_info(info), face));
            }
        }
        let system =
            FontSystem::new_with_locale_and_db_and_fallback(language.to_owned(), db, Decided);
        let buffer = Buffer::new_empty(Metrics::new(13.0, 18.0));
        let (shaped, others, known) = (String::new(), HashMap::new(), Known::default());
        Self { system, faces, buffer, shaped, others, known, tongue: Tongue::new(language) }
    }

    /// Goes on in another language.
    pub fn turn_to(&mut self, language: &str) {
        if self.tongue.tag != language {
            self.tongue = Tongue::new(language);
        }
    }

    /// Whether the language is written from right to left.
    pub fn rtl(&self) -> bool {
        self.tongue.rtl
    }

    /// Whether a language is written from right to left.
    pub fn is_rtl(language: &str) -> bool {
        Tongue::new(language).rtl
    }

    /// Sets words into lines of at most `width` pixels. A letter that no face has is an error,
    /// never a box.
    pub fn lines(&mut self, spans: &[(Style, &str)], width: Option<f32>) -> Result<Vec<Line>> {
        let key = Key::new(&self.tongue.tag, spans, width, false);
        if let Some((lines, _)) = self.known.lines(&key) {
            return Ok(lines);
        }
        let lines = self.set(spans, width)?;
        self.known.keep(key, &lines, true);
        Ok(lines)
    }

    fn set(&mut self, spans: &[(Style, &str)], width: Option<f32>) -> Result<Vec<Line>> {
        let Some(base) = spans.first().map(|(style, _)| *style) else {
            return Ok(Vec::new());
        };
        let mut words: Vec<(Style, String)> = Vec::with_capacity(spans.len());
        for (style, text) in spans {
            words.push((*style, clean(text)?));
        }
        if words.iter().all(|(_, words)| words.trim().is_empty()) {
            return Ok(Vec::new());
        }
        let lines = self.filled(&words, base, width)?;
        let Some(width) = width.filter(|_| base.prose) else { return Ok(lines) };
        let alone = |lines: &[Line]| {
            lines.len() > 1 && lines.last().is_some_and(|last| last.width < width * ALONE)
        };
        if alone(&lines) && lines.len() <= SHORT {
            for tighter in TIGHTER {
                let again = self.filled(&words, base, Some(width * tighter))?;
                if again.len() == lines.len() && !alone(&again) {
                    return Ok(again);
                }
            }
        }
        Ok(lines)
    }

    fn filled(
        &mut self,
        words: &[(Style, String)],
        base: Style,
        width: Option<f32>,
    ) -> Result<Vec<Line>> {
        let words = self.fill(words, base, width)?;
        self.take_lines(&words, base)
    }

    /// Lays words out in the buffer; gives them with the hyphens that they took.
    fn fill(
        &mut self,
        words: &[(Style, String)],
        base: Style,
        width: Option<f32>,
    ) -> Result<Vec<(Style, String)>> {
        let mut words = words.to_vec();
        self.lay_out(&words, base, width)?;
        if let Some(width) = width {
            for _ in 0..PASSES {
                if !self.part_words(&mut words, width, base.prose) {
                    break;
                }
                self.lay_out(&words, base, Some(width))?;
            }
        }
        Ok(words)
    }

    fn lay_out(
        &mut self,
        words: &[(Style, String)],
        base: Style,
        width: Option<f32>,
    ) -> Result<()> {
        let pieces = pieces(words, self.tongue.rtl)?;
        let mixed = words.iter().any(|(style, _)| (style.size - base.size).abs() > 0.001);
        let fresh = self.turn_buffer(&pieces, if mixed { base.size } else { 0.0 });
        let spans = pieces.iter().map(|piece| {
            let Piece { words: text, style, face, number } = piece;
            let attributes = attributes(style, *face).metadata(*number);
            if (style.size - base.size).abs() < 0.001 {
                return (text.as_str(), attributes);
            }
            let leading = self.tongue.leading(style.leading, style.size);
            (text.as_str(), attributes.metrics(Metrics::new(style.size, leading)))
        });
        self.buffer
            .set_metrics(Metrics::new(base.size, self.tongue.leading(base.leading, base.size)));
        self.buffer.set_wrap(if width.is_some() { Wrap::WordOrGlyph } else { Wrap::None });
        self.buffer.set_size(width, None);
        if fresh {
            // Words that differ from what is usual are told apart again for each piece of them.
            let plain = attributes(&base, pieces.first().map_or(base.face, |piece| piece.face));
            self.buffer.set_rich_text(spans, &plain, Shaping::Advanced, None);
        }
        self.buffer.shape_until_scroll(&mut self.system, false);
        Ok(())
    }

    /// Brings the buffer of these words up, and says whether it is a new one that is empty yet.
    /// Words of one size are shaped alike in all; `size` is that of the first of several.
    fn turn_buffer(&mut self, pieces: &[Piece], size: f32) -> bool {
        let mut key = size.to_string();
        for Piece { words, style, face, number } in pieces {
            let own = if size > 0.0 { style.size } else { 0.0 };
            let _ = write!(key, "\n{face:?} {number} {} {own} {words}", style.tracking);
        }
        if key == self.shaped {
            return false;
        }
        if self.others.len() >= KEPT {
            self.others.clear();
        }
        let known = self.others.remove(&key);
        let fresh = known.is_none();
        let next = known.unwrap_or_else(|| Buffer::new_empty(Metrics::new(13.0, 18.0)));
        let before = std::mem::replace(&mut self.buffer, next);
        let named = std::mem::replace(&mut self.shaped, key);
        self.others.insert(named, before);
        fresh
    }

    /// Puts soft hyphens into words that had to be cut, and, where the style has it, into the
    /// word after each line that would stay rather empty. Says whether there were any.
    fn part_words(&self, words: &mut [(Style, String)], width: f32, loose: bool) -> bool {
        let mut found: Vec<String> = Vec::new();
        let mut before: Option<(usize, f32)> = None;
        for run in self.buffer.layout_runs() {
            let from = run.glyphs.iter().map(|glyph| glyph.start).min().unwrap_or(0);
            let to = run.glyphs.iter().map(|glyph| glyph.end).max().unwrap_or(0);
            if let Some((end, filled)) = before {
                let cut = end == from
                    && run.text[..end].ends_with(char::is_alphanumeric)
                    && run.text[end..].starts_with(char::is_alphanumeric);
                if cut || (loose && filled < width * LOOSE) {
                    found.extend(word_at(run.text, from).and_then(|word| self.tongue.parted(word)));
                }
            }
            before = Some((to, run.line_w));
        }
        let mut changed = false;
        for parted in found {
            let whole = parted.replace('\u{ad}', "");
            for (_, words) in words.iter_mut().filter(|(_, words)| words.contains(&whole)) {
                *words = words.replace(&whole, &parted);
                changed = true;
            }
        }
        changed
    }

    fn take_lines(&self, words: &[(Style, String)], base: Style) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for run in self.buffer.layout_runs() {
            let drawn = |g: &&LayoutGlyph| !run.text[g.start..g.end].chars().all(unseen);
            if let Some(glyph) = run.glyphs.iter().filter(drawn).find(|g| g.glyph_id == 0) {
                return Err(missing(run.text, glyph.start..glyph.end));
            }
            lines.push(self.line(&run, words, base));
        }
        Ok(lines)
    }

    fn line(&self, run: &LayoutRun, words: &[(Style, String)], base: Style) -> Line {
        let mut line = Line {
            width: run.line_w,
            height: self.tongue.leading(base.leading, base.size),
            baseline: run.line_y - run.line_top,
            runs: Vec::new(),
        };
        let mut pieces: Vec<(usize, Run)> = Vec::new();
        let mut start = 0;
        while let Some(first) = run.glyphs.get(start) {
            let same = run.glyphs[start..]
                .iter()
                .take_while(|g| {
                    g.font_id == first.font_id
                        && g.metadata == first.metadata
                        && g.level.is_rtl() == first.level.is_rtl()
                })
                .count();
            let style = words.get(first.metadata).map_or(base, |(style, _)| *style);
            let face = self
                .faces
                .iter()
                .find(|(id, _)| *id == first.font_id)
                .map_or(style.face, |(_, face)| *face);
            let glyphs = &run.glyphs[start..start + same];
            let from = glyphs.iter().map(|g| g.start).min().unwrap_or(0);
            pieces.push((from, cut(run.text, glyphs, face, style)));
            start += same;
        }
        if self.tongue.rtl || run.rtl {
            squeeze(run, &mut line, &mut pieces);
        }
        pieces.sort_by_key(|(from, _)| *from);
        line.runs = pieces.into_iter().map(|(_, run)| run).collect();
        hang_hyphen(run, &mut line);
        line.runs.retain(|run| !run.glyphs.is_empty());
        line
    }
}

/// Draws the hyphen of a word that goes on in the next line. It hangs beside the line.
fn hang_hyphen(run: &LayoutRun, line: &mut Line) {
    let end = run.glyphs.iter().map(|glyph| glyph.end).max().unwrap_or(0);
    if !run.text[..end].ends_with('\u{ad}') || end == run.text.len() {
        return;
    }
    let Some(last) = line.runs.iter_mut().rev().find(|run| !run.glyphs.is_empty()) else {
        return;
    };
    let Some(id) = last.face.parsed().and_then(|face| face.glyph_index('-')) else { return };
    let text = last.text.len()..last.text.len() + '\u{ad}'.len_utf8();
    last.text.push('\u{ad}');
    last.glyphs.push(Glyph { id: id.0, x: last.width, y: 0.0, text });
}

fn attributes(style: &Style, face: Face) -> Attrs<'static> {
    let mut features = FontFeatures::new();
    // Numbers stand under one another everywhere.
    features.enable(FeatureTag::new(b"tnum"));
    let attrs = Attrs::new().family(Family::Name(face.family())).font_features(features);
    // Letters that join are not set apart.
    let joins = matches!(face, Face::Bengali | Face::BengaliStrong | Face::Urdu | Face::UrduStrong);
    if style.tracking == 0.0 || joins { attrs } else { attrs.letter_spacing(style.tracking) }
}

/// Moves the words of a line to its left edge: what stands where is the page's to say.
fn squeeze(run: &LayoutRun, line: &mut Line, pieces: &mut [(usize, Run)]) {
    let blank = |g: &&LayoutGlyph| {
        run.text.get(g.start..g.end).is_some_and(|text| text.chars().all(char::is_whitespace))
    };
    let (left, right) = run
        .glyphs
        .iter()
        .filter(|g| !blank(g))
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), g| {
            (left.min(g.x), right.max(g.x + g.w))
        });
    if left.is_finite() {
        line.width = right - left;
        for (_, run) in pieces {
            run.x -= left;
        }
    }
}

/// Glyphs of one face and style, with their own piece of the text. Letters that are never drawn
/// and only say how a line may break or run are left out.
fn cut(text: &str, glyphs: &[LayoutGlyph], face: Face, style: Style) -> Run {
    let from = glyphs.iter().map(|g| g.start).min().unwrap_or(0);
    let to = glyphs.iter().map(|g| g.end).max().unwrap_or(from);
    // In a line that runs from right to left the engine gives the rightmost glyph first.
    let backwards = match glyphs {
        [first, .., last] => first.x > last.x,
        _ => false,
    };
    let left = if backwards { glyphs.last() } else { glyphs.first() };
    let right = if backwards { glyphs.first() } else { glyphs.last() };
    let x = left.map_or(0.0, |g| g.x);
    let silent = |c: char| matches!(c, '\u{ad}' | '\u{200e}' | '\u{200f}');
    let piece = text.get(from..to).unwrap_or_default();
    let kept = |upto: usize| -> usize {
        let before = text.get(from..upto).unwrap_or_default();
        before.len() - before.chars().filter(|c| silent(*c)).map(char::len_utf8).sum::<usize>()
    };
    let plain = !piece.contains(silent);
    let place = |g: &LayoutGlyph| {
        if plain { g.start - from..g.end - from } else { kept(g.start)..kept(g.end) }
    };
    let placed = |g: &LayoutGlyph| Glyph {
        id: g.glyph_id,
        x: g.x - x + g.x_offset * style.size,
        y: g.y_offset * style.size - g.y,
        text: place(g),
    };
    Run {
        x,
        face,
        size: style.size,
        colour: style.colour,
        width: right.map_or(0.0, |g| g.x + g.w - x),
        rtl: glyphs.first().is_some_and(|g| g.level.is_rtl()),
        text: if plain { piece.to_owned() } else { piece.replace(silent, "") },
        glyphs: if backwards {
            glyphs.iter().rev().filter(|g| plain || !place(g).is_empty()).map(placed).collect()
        } else {
            glyphs.iter().filter(|g| plain || !place(g).is_empty()).map(placed).collect()
        },
    }
}

/// The word that the letter at a place belongs to.
fn word_at(text: &str, at: usize) -> Option<&str> {
    let edge = |c: char| !c.is_alphabetic();
    let from = text
        .get(..at)?
        .rfind(edge)
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let rest = text.get(from..)?;
    let rest = rest.trim_start_matches(edge);
    let word = rest.split(edge).next()?;
    (!word.is_empty()).then_some(word)
}

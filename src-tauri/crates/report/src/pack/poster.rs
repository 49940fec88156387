//! Posters: one idea on a sheet that people stop at.
//!
//! Lengths are those of an A3 poster, in pixels; the short side of any other paper says how much
//! larger or smaller everything is. What an idea says is set in full size where there is room for
//! it, else smaller down to a floor; what does not fit then either goes on to a second sheet.

use std::collections::VecDeque;

use crate::doc::Align;
use crate::flow::{Strip, stack, take};
use crate::page::{Cut, ElementId, Item, Kind, MM, Pages, Size};
use crate::style::{Face, INK, INK_2, INK_3, Style};
use crate::text::{Line, Setter};
use crate::{Error, Result};

use super::canvas::{Area, At, Canvas, look};
use super::field::{field, furniture};
use super::paper::{Print, Sheets, Turn};
use super::pattern::band;
use super::tiles;
use super::{Edition, Idea};

/// The short side of the poster that lengths are given for: A3.
const SHORT: f32 = 1122.52;
pub(super) const SIDE: f32 = 88.0;
pub(super) const TOP: f32 = 84.0;
pub(super) const FOOT: f32 = 72.0;
/// The theme's band at the upper edge.
const BAND: f32 = 36.0;
/// Words at the foot, and the air over them.
const FURNITURE: f32 = 68.0;
/// The field for stickers: its width beside the words, its height under them.
pub(super) const FIELD_WIDE: f32 = 424.0;
const FIELD_HIGH: f32 = 384.0;
const GAP: f32 = 80.0;
/// Height of the field where two languages stand over it on a sheet held across.
const FIELD_LOW: f32 = 204.0;
/// Sizes of a name, and the lines that it may take in each. All but the last are read from 5 m at
/// A2: small letters are 14.5 mm high there or more, ten minutes of arc.
const NAMES: [(f32, usize); 4] = [(112.0, 1), (96.0, 2), (86.0, 4), (64.0, 6)];
/// How much smaller a name is beside one in another language: it is read from 5 m at A1.
const BESIDE: f32 = 0.71;
/// Less room than this under a name is left empty: the words begin on the second sheet.
const LITTLE: f32 = 150.0;
/// Description and examples, at full size.
const GIST: f32 = 44.0;
const EXAMPLE: f32 = 36.0;
/// How much smaller they may become, in steps of a twentieth.
const STEPS: u8 = 9;
/// Crop marks: from the edge of the sheet to the cut, and printed beyond the cut.
const MARGIN: f32 = 10.0 * MM;
const BLEED: f32 = 3.0 * MM;

/// How an idea fits its poster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Sheets it takes; the stickers go on the first.
    pub sheets: usize,
    /// How large its words are set: 1 is full size.
    pub scale: f32,
    /// The description on the paper, in points.
    pub points: f32,
}

impl Fit {
    /// Whether it stands on one sheet in full size.
    pub fn is_full(&self) -> bool {
        self.sheets == 1 && self.scale > 0.99
    }
}

/// Says how an idea would fit, without printing it: what the editor of ideas says at once.
pub fn fits(edition: &Edition, idea: &Idea, print: Print) -> Result<Fit> {
    let mut canvas = Canvas::new(&edition.pack.language);
    draw(&mut canvas, &[*edition], &[idea], print)
}

/// Lays out the posters of an edition, one idea on a sheet; with two editions, in two languages
/// side by side. `only` picks ideas by their numbers; empty takes all.
pub fn posters(editions: &[Edition], print: Print, only: &[u32]) -> Result<Pages> {
    let Some(first) = editions.first() else {
        return Err(Error::Nothing);
    };
    let mut canvas = Canvas::new(&first.pack.language);
    for idea in &first.pack.ideas {
        if !only.is_empty() && !only.contains(&idea.number) {
            continue;
        }
        let mut ideas = Vec::new();
        for edition in editions {
            let same = edition.pack.ideas.iter().find(|other| other.number == idea.number);
            ideas.push(same.ok_or(Error::NoName { number: idea.number })?);
        }
        draw(&mut canvas, editions, &ideas, print)?;
    }
    if canvas.pages.is_empty() {
        return Err(Error::Nothing);
    }
    if let Sheets::Tiled(office) = print.sheets {
        tiles::cut_up(&mut canvas, &first.words, office)?;
    }
    let title = first.words.say("posters-title", &[("study", first.pack.study.as_str().into())]);
    Ok(canvas.finish(first.pack, &first.words, "posters", title))
}

/// A poster in the making: its measures, before they are scaled to the paper.
pub(super) struct Frame {
    size: Size,
    unit: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    /// Whether the field for stickers lies under the words.
    pub(super) under: bool,
    /// Height of the field where it lies under the words.
    pub(super) field: f32,
    /// What the sizes of names are multiplied with.
    names: f32,
}

impl Frame {
    pub(super) fn new(print: Print, languages: usize) -> Self {
        let size = print.size();
        let (width, height) = size.pixels();
        let unit = width.min(height) / SHORT;
        Self {
            size,
            unit,
            width: width / unit,
            height: height / unit,
            under: print.turn == Turn::Portrait || languages > 1,
            field: if print.turn == Turn::Portrait { FIELD_HIGH } else { FIELD_LOW },
            names: if languages > 1 { BESIDE } else { 1.0 },
        }
    }

    /// Where the words of one of so many languages stand: x and width.
    fn column(&self, place: usize, of: usize, stickers: bool) -> (f32, f32) {
        let beside = if self.under || !stickers { 0.0 } else { FIELD_WIDE + GAP };
        let all = self.width - 2.0 * SIDE - beside;
        let width = (all - GAP * (of as f32 - 1.0)) / of as f32;
        (SIDE + place as f32 * (width + GAP), width)
    }

    /// Where the words of a poster in one language stand on the page: x and width, in its pixels.
    pub(super) fn words(&self) -> (f32, f32) {
        let (x, width) = self.column(0, 1, true);
        (x * self.unit, width * self.unit)
    }

    /// Where the room for words ends on the first sheet, in pixels of the page.
    pub(super) fn end(&self) -> f32 {
        (TOP + self.room(true)) * self.unit
    }

    /// The words of one language in their column. Columns follow one another in the direction of
    /// the first language (`turned`: from right to left); words run in that of their own.
    fn placed(&self, canvas: &Canvas, area: Area, x: f32, width: f32, turned: bool) -> Vec<Item> {
        let x = if turned { self.width - x - width } else { x };
        let mut items = area.into_items(width, canvas.rtl());
        for item in &mut items {
            item.shift(x, 0.0);
        }
        items
    }

    pub(super) fn bottom(&self) -> f32 {
        self.height - FOOT - FURNITURE
    }

    /// Height of the words.
    fn room(&self, stickers: bool) -> f32 {
        let under = if self.under && stickers { self.field + GAP / 2.0 } else { 0.0 };
        self.bottom() - TOP - under
    }
}

/// Draws one idea; gives how it fits.
fn draw(canvas: &mut Canvas, editions: &[Edition], ideas: &[&Idea], print: Print) -> Result<Fit> {
    let frame = Frame::new(print, editions.len());
    let section = canvas.element(Kind::Section, 0);
    if let Some(unnamed) = ideas.iter().find(|idea| idea.name.trim().is_empty()) {
        return Err(Error::NoName { number: unnamed.number });
    }
    let mut fit = Fit { sheets: 1, scale: 1.0, points: GIST * frame.unit * 0.75 };
    // Each language in the largest size that it has room for: scripts differ in what they need.
    let mut scales = Vec::new();
    for (place, (edition, idea)) in editions.iter().zip(ideas).enumerate() {
        let own = scale_of(canvas, edition, idea, &frame, place, editions.len())?;
        fit.scale = fit.scale.min(own);
        scales.push(own);
    }
    let mut bodies = Vec::new();
    let mut items = Vec::new();
    let first = canvas.pages.len();
    let turned = Setter::is_rtl(&editions[0].pack.language);
    for (place, (edition, idea)) in editions.iter().zip(ideas).enumerate() {
        canvas.turn_to(&edition.pack.language);
        canvas.place = format!("{} {}", idea.number, idea.name);
        let (x, width) = frame.column(place, editions.len(), true);
        let mut area = Area::default();
        let y = head(canvas, &mut area, edition, idea, (width, frame.names), section)?;
        let mut body = body(canvas, edition, idea, width, scales[place], section)?;
        let room = frame.room(true) - y;
        if body.height() <= room + 0.01 {
            area.strips(body.gist.drain(..), 0.0, TOP + y);
            let foot = TOP + frame.room(true) - stack(&body.examples);
            area.strips(body.examples.drain(..), 0.0, foot);
        } else if room < LITTLE {
            body.join();
        } else {
            body.join();
            area.items.extend(shifted(take(&mut body.gist, room, true).items, TOP + y));
        }
        items.extend(frame.placed(canvas, area, x, width, turned));
        bodies.push(body);
    }
    canvas.turn_to(&editions[0].pack.language);
    let mut area = Area::default();
    furniture(canvas, &mut area, &editions[0], ideas[0], &frame)?;
    field(canvas, &mut area, editions, &frame, section)?;
    items.extend(area.into_items(frame.width, turned));
    canvas.bookmark(1, canvas.place.clone());
    finish(canvas, items, &frame, ideas[0].theme, print);
    while bodies.iter().any(|body| !body.gist.is_empty()) {
        let sheet = canvas.pages.len() - first + 1;
        let items = further(canvas, editions, ideas, &mut bodies, &frame, sheet)?;
        finish(canvas, items, &frame, ideas[0].theme, print);
    }
    fit.sheets = canvas.pages.len() - first;
    fit.points *= fit.scale;
    Ok(fit)
}

/// The largest size in which an idea stands on one sheet; the smallest where it does in none.
fn scale_of(
    canvas: &mut Canvas,
    edition: &Edition,
    idea: &Idea,
    frame: &Frame,
    place: usize,
    of: usize,
) -> Result<f32> {
    canvas.turn_to(&edition.pack.language);
    canvas.place = format!("{} {}", idea.number, idea.name);
    let (_, width) = frame.column(place, of, true);
    // Measured on a canvas that is thrown away: no part of it is read out.
    let known = canvas.elements.len();
    let section = canvas.element(Kind::Section, 0);
    let head = head(canvas, &mut Area::default(), edition, idea, (width, frame.names), section)?;
    let room = frame.room(true) - head;
    let mut fits = |step| -> Result<bool> {
        let body = body(canvas, edition, idea, width, scale(step), section)?;
        Ok(body.height() <= room + 0.01)
    };
    // Most ideas stand in full size.
    let (mut low, mut high) = if fits(0)? { (0, 0) } else { (1, STEPS) };
    while low < high {
        let step = u8::midpoint(low, high);
        if fits(step)? {
            high = step;
        } else {
            low = step + 1;
        }
    }
    canvas.elements.truncate(known);
    Ok(scale(low))
}

fn scale(step: u8) -> f32 {
    1.0 - f32::from(step) / 20.0
}

/// Theme, number and name; gives how far down they go from the top.
fn head(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    idea: &Idea,
    (width, smaller): (f32, f32),
    section: ElementId,
) -> Result<f32> {
    let mut y = TOP;
    if let Some(theme) = edition.pack.themes.get(idea.theme) {
        let element = canvas.element(Kind::Paragraph, section);
        let style = look(Face::Ui, 28.0, 36.0, INK_2);
        y += canvas.put(area, theme, style, At::left(0.0, y, width), Some(element))?;
    }
    y += 28.0;
    let element = canvas.element(Kind::Heading(1), section);
    let (number, lines) = name(canvas, idea, width, smaller)?;
    let indent = number.first().map_or(0.0, |line| line.width + line.height * 0.31);
    for line in number {
        area.line(line, Align::Left, 0.0, y, width, Some(element));
    }
    for line in lines {
        let height = line.height;
        area.line(line, Align::Left, indent, y, width - indent, Some(element));
        y += height;
    }
    Ok(y - TOP + 52.0)
}

/// Number and name in the largest size that takes few lines and cuts no word. Only in the
/// smallest is a word cut that is longer than its line; a name that is longer still is refused.
fn name(
    canvas: &mut Canvas,
    idea: &Idea,
    width: f32,
    smaller: f32,
) -> Result<(Vec<Line>, Vec<Line>)> {
    for (i, (size, most)) in NAMES.into_iter().enumerate() {
        let style = display(size * smaller);
        let number = Style { colour: INK_3, ..style };
        let number = canvas.lines(&[(number, &format!("{} ", idea.number))], None)?;
        let indent = number.first().map_or(0.0, |line| line.width + line.height * 0.31);
        let (lines, whole) = canvas.balanced(style, &idea.name, width - indent)?;
        if lines.len() <= most && (whole || i + 1 == NAMES.len()) {
            return Ok((number, lines));
        }
    }
    Err(Error::LongName { number: idea.number })
}

fn display(size: f32) -> Style {
    Style { tracking: -0.02, ..look(Face::ReadStrong, size, size * 1.036, INK) }
}

/// What an idea says, under its name.
struct Body {
    gist: VecDeque<Strip>,
    /// With the line over them.
    examples: VecDeque<Strip>,
}

impl Body {
    fn height(&self) -> f32 {
        let air = if self.examples.is_empty() { 0.0 } else { 36.0 };
        stack(&self.gist) + air + stack(&self.examples)
    }

    /// Everything under one another, to go on from sheet to sheet.
    fn join(&mut self) {
        self.gist.push_back(Strip::air(28.0));
        self.gist.append(&mut self.examples);
    }
}

fn body(
    canvas: &mut Canvas,
    edition: &Edition,
    idea: &Idea,
    width: f32,
    scale: f32,
    section: ElementId,
) -> Result<Body> {
    let mut gist = VecDeque::new();
    if !idea.description.trim().is_empty() {
        let element = canvas.element(Kind::Paragraph, section);
        let style = reading(Face::UiMedium, GIST * scale, 1.41);
        gist.extend(canvas.paragraph(&[(style, &idea.description)], width, element)?);
    }
    let mut examples = VecDeque::new();
    let told: Vec<&String> = idea.examples.iter().filter(|e| !e.trim().is_empty()).collect();
    if !told.is_empty() {
        let mut rule = Strip { height: 3.0 + 32.0 * scale, keep: true, ..Strip::default() };
        rule.items.push(crate::layout::bar(0.0, 0.0, width, 3.0, INK));
        examples.push_back(rule);
        let element = canvas.element(Kind::Heading(2), section);
        let style = look(Face::UiStrong, 28.0 * scale.max(0.8), 36.0 * scale.max(0.8), INK_2);
        let word = edition.words.of("poster-example");
        let mut heading = canvas.paragraph(&[(style, &word)], width, element)?;
        for strip in &mut heading {
            strip.keep = true;
        }
        examples.extend(heading);
        let list = canvas.element(Kind::List, section);
        for (i, example) in told.iter().enumerate() {
            if i > 0 {
                examples.push_back(Strip::air(10.0 * scale));
            }
            let element = canvas.element(Kind::ListItem, list);
            let style = reading(Face::Ui, EXAMPLE * scale, 1.33);
            let dash = if told.len() > 1 { EXAMPLE * scale } else { 0.0 };
            let mut lines = canvas.paragraph(&[(style, example)], width - dash, element)?;
            for item in lines.iter_mut().flat_map(|strip| &mut strip.items) {
                item.shift(dash, 0.0);
            }
            if let (true, Some(first)) = (dash > 0.0, lines.first_mut()) {
                let middle = first.height / 2.0;
                let bar = crate::layout::bar(0.0, middle, dash * 0.5, dash / 12.0, INK_3);
                first.items.insert(0, bar);
            }
            examples.extend(lines);
        }
    }
    Ok(Body { gist, examples })
}

fn reading(face: Face, size: f32, leading: f32) -> Style {
    Style { prose: true, ..look(face, size, size * leading, INK) }
}

/// A sheet that goes on with what the one before it had no room for.
fn further(
    canvas: &mut Canvas,
    editions: &[Edition],
    ideas: &[&Idea],
    bodies: &mut [Body],
    frame: &Frame,
    sheet: usize,
) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let turned = Setter::is_rtl(&editions[0].pack.language);
    for (place, (edition, idea)) in editions.iter().zip(ideas).enumerate() {
        canvas.turn_to(&edition.pack.language);
        let (x, width) = frame.column(place, editions.len(), false);
        let mut area = Area::default();
        let words = edition.words.say(
            "poster-continued",
            &[("name", idea.name.as_str().into()), ("sheet", sheet.into())],
        );
        let style = look(Face::ReadStrong, 36.0, 44.0, INK);
        let heading = format!("{} {words}", idea.number);
        let mut lines = canvas.lines(&[(style, &heading)], Some(width))?;
        lines.truncate(2);
        let mut y = 0.0;
        for line in lines {
            let height = line.height;
            area.line(line, Align::Left, 0.0, TOP + y, width, None);
            y += height;
        }
        y += 40.0;
        let room = frame.room(false) - y;
        let placed = take(&mut bodies[place].gist, room, true);
        area.items.extend(shifted(placed.items, TOP + y));
        items.extend(frame.placed(canvas, area, x, width, turned));
    }
    canvas.turn_to(&editions[0].pack.language);
    let mut area = Area::default();
    furniture(canvas, &mut area, &editions[0], ideas[0], frame)?;
    items.extend(area.into_items(frame.width, canvas.rtl()));
    Ok(items)
}

fn shifted(mut items: Vec<Item>, y: f32) -> Vec<Item> {
    for item in &mut items {
        item.shift(0.0, y);
    }
    items
}

/// The band of the theme, the size of the paper, and the marks of the cut.
fn finish(canvas: &mut Canvas, mut items: Vec<Item>, frame: &Frame, theme: usize, print: Print) {
    let cut = (print.sheets == Sheets::Cut).then_some(Cut { margin: MARGIN, bleed: BLEED });
    let beyond = if cut.is_some() { BLEED / frame.unit } else { 0.0 };
    let mut area = Area::default();
    let width = frame.width + 2.0 * beyond;
    for shape in band(theme, -beyond, -beyond, width, BAND + beyond) {
        area.shape(shape, None);
    }
    items.extend(area.items);
    for item in &mut items {
        item.scale(frame.unit);
    }
    let mut size = frame.size;
    if let Some(cut) = cut {
        for item in &mut items {
            item.shift(cut.margin, cut.margin);
        }
        let (width, height) = frame.size.pixels();
        items.extend(tiles::crop_marks(width, height, cut));
        size = Size { width: size.width + 20.0, height: size.height + 20.0 };
    }
    canvas.page(size, cut, items);
}

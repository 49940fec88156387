//! Where the words of an idea stand on its poster, so that they can be edited there.

use crate::Result;
use crate::page::{Item, Kind, Page, What};
use crate::style::INK_3;

use super::poster::{Frame, posters};
use super::{Edition, Idea, Print};

/// One of an idea's texts on its poster. Lengths are pixels of the page, from its upper left.
#[derive(Clone, Debug, PartialEq)]
pub struct TextBox {
    pub part: BoxPart,
    pub x: f32,
    pub y: f32,
    /// As wide as its lines may become.
    pub width: f32,
    /// As high as the lines that stand on the first sheet.
    pub height: f32,
    /// Of its letters, and from line to line.
    pub size: f32,
    pub leading: f32,
}

/// What a box holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoxPart {
    Name,
    Description,
    /// Its place among the examples, from 0; empty ones count.
    Example(usize),
}

/// The texts of an idea on its poster, and where the room for them ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Boxes {
    pub boxes: Vec<TextBox>,
    /// Pixels from the top of the page to the end of the room for words.
    pub end: f32,
    /// Lines that stand on further sheets.
    pub over: usize,
    /// Width of the page.
    pub page: f32,
}

/// Says where the words of an idea stand on its poster, in one language, across or upright.
pub fn boxes(edition: &Edition, idea: &Idea, print: Print) -> Result<Boxes> {
    let pages = posters(&[*edition], print, &[idea.number])?;
    let frame = Frame::new(print, 1);
    let (x, width) = frame.words();
    let page = print.size().pixels().0;
    let column = if pages.rtl { (page - x - width, page - x) } else { (x, x + width) };
    let mut told = idea.examples.iter().enumerate().filter(|(_, e)| !e.trim().is_empty());
    let mut named = false;
    let mut described = idea.description.trim().is_empty();
    let mut boxes = Vec::new();
    let mut elements = Vec::new();
    // In the order in which they were laid out: theme, name, description, examples, stickers.
    for (element, kind) in pages.elements.iter().map(|element| element.kind).enumerate() {
        let part = match kind {
            Kind::Heading(1) if !named => {
                named = true;
                BoxPart::Name
            }
            Kind::Paragraph if named && !described => {
                described = true;
                BoxPart::Description
            }
            Kind::ListItem => match told.next() {
                Some((at, _)) => BoxPart::Example(at),
                None => continue,
            },
            _ => continue,
        };
        elements.push(element);
        let found = pages.pages.first().and_then(|page| on(page, element, part));
        boxes.extend(found.map(|found| found.widened(column, pages.rtl)));
    }
    let over =
        pages.pages.iter().skip(1).map(|page| {
            lines(page, |item| item.element.is_some_and(|e| elements.contains(&e))).len()
        });
    Ok(Boxes { boxes, end: frame.end(), over: over.sum(), page })
}

impl TextBox {
    /// As wide as the column lets it be, from where its lines begin.
    fn widened(self, (left, right): (f32, f32), rtl: bool) -> Self {
        if rtl {
            Self { x: left, width: self.x + self.width - left, ..self }
        } else {
            Self { width: right - self.x, ..self }
        }
    }
}

/// A line of words: its baseline, its left and right edge, its size, and how far its face reaches
/// over and under the baseline.
struct Line {
    y: f32,
    x: f32,
    right: f32,
    size: f32,
    reach: (f32, f32),
}

/// The lines of some elements on a page, from the top.
fn lines(page: &Page, is: impl Fn(&Item) -> bool) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    for item in page.items.iter().filter(|item| is(item)) {
        let What::Run { run, y } = &item.what else { continue };
        match found.iter_mut().find(|line| (line.y - y).abs() < run.size / 2.0) {
            Some(line) => {
                line.x = line.x.min(run.x);
                line.right = line.right.max(run.x + run.width);
            }
            None => found.push(Line {
                y: *y,
                x: run.x,
                right: run.x + run.width,
                size: run.size,
                reach: run.face.reach(),
            }),
        }
    }
    found.sort_by(|a, b| a.y.total_cmp(&b.y));
    found
}

fn on(page: &Page, element: usize, part: BoxPart) -> Option<TextBox> {
    // The number stands before the name, and is none of it.
    let number = |item: &Item| {
        part == BoxPart::Name && matches!(&item.what, What::Run { run, .. } if run.colour == INK_3)
    };
    let lines = lines(page, |item| item.element == Some(element) && !number(item));
    let (first, last) = (lines.first()?, lines.last()?);
    let leading = match lines.as_slice() {
        [one, next, ..] => next.y - one.y,
        _ => first.size * if part == BoxPart::Name { 1.036 } else { 1.4 },
    };
    let (over, under) = first.reach;
    // As a line of words stands in its height: the air is half over and half under it.
    let top = (leading - (over + under) * first.size) / 2.0 + over * first.size;
    let x = lines.iter().map(|line| line.x).fold(f32::INFINITY, f32::min);
    let right = lines.iter().map(|line| line.right).fold(f32::NEG_INFINITY, f32::max);
    Some(TextBox {
        part,
        x,
        y: first.y - top,
        width: right - x,
        height: last.y - first.y + leading,
        size: first.size,
        leading,
    })
}

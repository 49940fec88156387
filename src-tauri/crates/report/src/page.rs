//! Pages of placed glyphs and shapes: what the painters paint.
//!
//! Lengths are CSS pixels from the top left corner of a page.

use std::collections::HashMap;

use crate::style::{Colour, Face};
use crate::text::Run;

/// A4.
pub const WIDTH: f32 = 793.7;
pub const HEIGHT: f32 = 1122.52;

/// A document laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Pages {
    pub title: String,
    pub subject: String,
    pub language: String,
    pub identity: String,
    pub stamp: i64,
    pub pages: Vec<Page>,
    /// What the parts are, for those who listen: a tree in reading order.
    pub elements: Vec<Element>,
    pub bookmarks: Vec<Bookmark>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub items: Vec<Item>,
}

/// Something placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The element it belongs to; `None` is decoration.
    pub element: Option<ElementId>,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Glyphs; `x` of the run is from the left of the page, `y` is its baseline.
    Run {
        run: Run,
        y: f32,
    },
    Shape(Shape),
}

/// A drawn shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    Rect {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        fill: Colour,
    },
    Disc {
        x: f32,
        y: f32,
        radius: f32,
        fill: Colour,
    },
    /// A line with round ends and joins.
    Stroke {
        points: Vec<(f32, f32)>,
        width: f32,
        colour: Colour,
    },
}

impl Shape {
    /// The same shape, elsewhere.
    fn shift(&mut self, dx: f32, dy: f32) {
        match self {
            Self::Rect { x, y, .. } | Self::Disc { x, y, .. } => {
                *x += dx;
                *y += dy;
            }
            Self::Stroke { points, .. } => {
                for (x, y) in points {
                    *x += dx;
                    *y += dy;
                }
            }
        }
    }
}

impl Item {
    pub fn shift(&mut self, dx: f32, dy: f32) {
        match &mut self.what {
            What::Run { run, y } => {
                run.x += dx;
                *y += dy;
            }
            What::Shape(shape) => shape.shift(dx, dy),
        }
    }
}

/// Place of an element in `Pages::elements`.
pub type ElementId = usize;

/// One part of the document, as a reading program meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    pub kind: Kind,
    pub parent: Option<ElementId>,
    /// Words in place of a figure.
    pub alt: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
    Heading(u8),
    Paragraph,
    Quotation,
    List,
    ListItem,
    Table,
    Row,
    /// The head of a column.
    ColumnHead,
    /// The head of a row.
    RowHead,
    Cell,
    Figure,
}

/// A place that readers can jump to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// 1 stands at the top of the tree.
    pub level: u8,
    pub title: String,
    /// From 0.
    pub page: usize,
    pub y: f32,
}

/// The glyphs used of each face.
pub fn glyphs(pages: &Pages) -> HashMap<Face, Vec<u16>> {
    let mut used: HashMap<Face, Vec<u16>> = HashMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let What::Run { run, .. } = &item.what {
            used.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    }
    for ids in used.values_mut() {
        ids.sort_unstable();
        ids.dedup();
    }
    used
}

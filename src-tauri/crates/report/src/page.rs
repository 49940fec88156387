//! Pages of placed glyphs and shapes: what the painters paint.
//!
//! Lengths are CSS pixels from the top left corner of a page.

use crate::style::Colour;
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
    /// Whether it is read from right to left.
    pub rtl: bool,
    pub identity: String,
    pub stamp: i64,
    pub pages: Vec<Page>,
    /// What the parts are, for those who listen: a tree in reading order.
    pub elements: Vec<Element>,
    pub bookmarks: Vec<Bookmark>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub size: Size,
    /// What is left of the sheet after it has been cut, where it is printed to be cut: pixels
    /// between the edge of the sheet and the cut, and how much is printed beyond the cut.
    pub cut: Option<Cut>,
    pub items: Vec<Item>,
}

/// A sheet that is cut after printing, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cut {
    pub margin: f32,
    pub bleed: f32,
}

/// A size of paper, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    pub width: f32,
    pub height: f32,
}

impl Size {
    pub const A4: Self = Self { width: 210.0, height: 297.0 };

    /// Width and height in pixels, to a hundredth.
    pub fn pixels(self) -> (f32, f32) {
        (hundredth(self.width * MM), hundredth(self.height * MM))
    }

    /// The other way round.
    #[must_use]
    pub fn turned(self) -> Self {
        Self { width: self.height, height: self.width }
    }
}

/// Pixels to a millimetre.
pub const MM: f32 = 96.0 / 25.4;

pub(crate) fn hundredth(value: f32) -> f32 {
    (value * 100.0).round() / 100.0
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
    /// What follows is seen in this rectangle only, up to the next of these; `None` ends it.
    Window(Option<Window>),
}

/// A rectangle that is looked through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
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
    /// A rectangle with a line round it and nothing in it; the line is drawn on its edge.
    Frame {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        radius: f32,
        line: f32,
        colour: Colour,
    },
    /// A shape with straight edges.
    Polygon {
        points: Vec<(f32, f32)>,
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
    /// The same shape, with its places and its lengths changed.
    fn change(&mut self, place: impl Fn(f32, f32) -> (f32, f32), scale: f32) {
        match self {
            Self::Rect { x, y, width, height, radius, .. } => {
                (*x, *y) = place(*x, *y);
                for length in [width, height, radius] {
                    *length *= scale;
                }
            }
            Self::Frame { x, y, width, height, radius, line, .. } => {
                (*x, *y) = place(*x, *y);
                for length in [width, height, radius, line] {
                    *length *= scale;
                }
            }
            Self::Disc { x, y, radius, .. } => {
                (*x, *y) = place(*x, *y);
                *radius *= scale;
            }
            Self::Stroke { points, width, .. } => {
                for point in points {
                    *point = place(point.0, point.1);
                }
                *width *= scale;
            }
            Self::Polygon { points, .. } => {
                for point in points {
                    *point = place(point.0, point.1);
                }
            }
        }
    }

    /// Top and bottom edge.
    fn heights(&self) -> (f32, f32) {
        match self {
            Self::Rect { y, height, .. } | Self::Frame { y, height, .. } => (*y, y + height),
            Self::Disc { y, radius, .. } => (y - radius, y + radius),
            Self::Stroke { points, .. } | Self::Polygon { points, .. } => {
                points.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), (_, y)| {
                    (top.min(*y), bottom.max(*y))
                })
            }
        }
    }

    /// Left and right edge.
    fn sides(&self) -> (f32, f32) {
        match self {
            Self::Rect { x, width, .. } | Self::Frame { x, width, .. } => (*x, x + width),
            Self::Disc { x, radius, .. } => (x - radius, x + radius),
            Self::Stroke { points, .. } | Self::Polygon { points, .. } => {
                points.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(left, right), (x, _)| {
                    (left.min(*x), right.max(*x))
                })
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
            What::Shape(shape) => shape.change(|x, y| (x + dx, y + dy), 1.0),
            What::Window(Some(window)) => {
                window.x += dx;
                window.y += dy;
            }
            What::Window(None) => {}
        }
    }

    /// The same, larger or smaller, measured from the top left corner.
    pub fn scale(&mut self, by: f32) {
        match &mut self.what {
            What::Run { run, y } => {
                for length in [&mut run.x, &mut run.size, &mut run.width, y] {
                    *length *= by;
                }
                for glyph in &mut run.glyphs {
                    glyph.x *= by;
                    glyph.y *= by;
                }
            }
            What::Shape(shape) => shape.change(|x, y| (x * by, y * by), by),
            What::Window(Some(window)) => {
                for length in [&mut window.x, &mut window.y, &mut window.width, &mut window.height]
                {
                    *length *= by;
                }
            }
            What::Window(None) => {}
        }
    }

    /// The place on the other side of what is so many pixels wide. Words and shapes are moved,
    /// not turned round: a tick stays a tick.
    pub fn mirror(&mut self, width: f32) {
        let (left, right) = self.sides();
        if left.is_finite() {
            self.shift(width - right - left, 0.0);
        }
    }

    /// Left and right edge.
    pub fn sides(&self) -> (f32, f32) {
        match &self.what {
            What::Run { run, .. } => (run.x, run.x + run.width),
            What::Shape(shape) => shape.sides(),
            What::Window(Some(window)) => (window.x, window.x + window.width),
            What::Window(None) => (f32::INFINITY, f32::INFINITY),
        }
    }
}

impl Item {
    /// Pixels from the top to the line that words stand on.
    pub fn baseline(&self) -> Option<f32> {
        match &self.what {
            What::Run { y, .. } => Some(*y),
            _ => None,
        }
    }

    /// Top and bottom edge; those of words are a little more than they may reach.
    pub fn heights(&self) -> (f32, f32) {
        match &self.what {
            What::Run { run, y } => (y - run.size * 1.9, y + run.size * 0.9),
            What::Shape(shape) => shape.heights(),
            What::Window(Some(window)) => (window.y, window.y + window.height),
            What::Window(None) => (f32::INFINITY, f32::INFINITY),
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
    /// BCP 47 tag, where it is not the language of the document.
    pub language: Option<String>,
}

impl Element {
    pub fn new(kind: Kind, parent: Option<ElementId>) -> Self {
        Self { kind, parent, alt: None, language: None }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Document,
    /// One paper among several.
    Section,
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

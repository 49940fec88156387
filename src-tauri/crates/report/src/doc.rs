//! The document model: what is said, in what order and in what part it plays. No positions.
//!
//! Every format renders this one model, so what is previewed, printed and opened elsewhere is the
//! same content.

use crate::figure::Figure;
use crate::page::Size;
use crate::style::Role;

/// A whole document.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub title: String,
    /// What kind of paper it is and of which study.
    pub subject: String,
    /// BCP 47 tag.
    pub language: String,
    /// What the file's identity is made from: the same identity and the same content give the
    /// same bytes.
    pub identity: String,
    /// Date in the metadata: seconds since 1970, UTC.
    pub stamp: i64,
    pub sheet: Sheet,
    pub furniture: Furniture,
    pub blocks: Vec<Block>,
}

/// What a document is printed on, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    pub size: Size,
    /// What every length is multiplied with; 1 is the print scale of the design tokens.
    pub zoom: f32,
    /// The smallest words on the paper, in pixels.
    pub least: f32,
}

impl Default for Sheet {
    fn default() -> Self {
        Self { size: Size::A4, zoom: 1.0, least: 0.0 }
    }
}

/// What stands at the foot of every page, and what says that something goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct Furniture {
    /// What the paper is of, and the people it rests on.
    pub left: String,
    /// How it may be read.
    pub centre: String,
    /// Between the number of the page and of all pages: " of ".
    pub of: String,
    /// After the heading of an idea or a column that goes on: ", continued".
    pub continued: String,
}

/// One part of a document, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(Heading),
    Paragraph(Text),
    Quotation(Quotation),
    List(List),
    Table(Table),
    Figure(Figure),
    Columns(Columns),
    /// Set on a quiet ground: what matters if there is little time to read.
    Note(Vec<Block>),
    /// Blocks that stay on one page where they fit on one.
    Together(Vec<Block>),
    /// A line across, with air under it; it stays with what follows.
    Rule(Rule),
    /// Air, in pixels; none at the top of a page.
    Space(f32),
    /// What follows begins a page, unless this one has hardly been begun.
    Break,
    /// What follows begins a page, however little is on this one.
    Turn,
}

/// A heading: it stays with what follows, and it is a bookmark.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// 1 for the title of the document.
    pub level: u8,
    pub text: String,
    pub role: Role,
    /// Stands at the right, as a count does.
    pub note: Option<String>,
    /// Whether readers can jump to it.
    pub bookmark: bool,
}

/// A run of words, each in its part. The first part sets the size of all.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub spans: Vec<(Role, String)>,
    pub align: Align,
}

impl Text {
    pub fn new(role: Role, words: impl Into<String>) -> Self {
        Self { spans: vec![(role, words.into())], align: Align::Left }
    }

    pub fn right(role: Role, words: impl Into<String>) -> Self {
        Self { align: Align::Right, ..Self::new(role, words) }
    }

    /// The same words, and more in another part.
    #[must_use]
    pub fn and(mut self, role: Role, words: impl Into<String>) -> Self {
        self.spans.push((role, words.into()));
        self
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// What a person said, with who said it in general terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    pub words: String,
    pub who: String,
}

/// Things of one kind, each with a mark before it.
#[derive(Clone, Debug, PartialEq)]
pub struct List {
    pub items: Vec<Text>,
    pub mark: Mark,
    /// Columns of about one height that it runs through.
    pub columns: usize,
}

/// What stands before each thing of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Dash,
    /// A box to tick.
    Box,
}

/// Rows under one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub widths: Vec<Width>,
    /// Pixels between two columns.
    pub gap: f32,
    /// Column heads.
    pub head: Option<Row>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub cells: Vec<Cell>,
    /// The line under the row.
    pub rule: Rule,
    /// Air above and below the words, in pixels.
    pub pad: f32,
    /// Whether the first cell names the row.
    pub named: bool,
    /// Pixels that the row is high at the least: room to write in.
    pub least: f32,
    pub walls: Walls,
}

impl Default for Row {
    /// No cells, no line, and no air.
    fn default() -> Self {
        Self {
            cells: Vec::new(),
            rule: Rule::None,
            pad: 0.0,
            named: false,
            least: 0.0,
            walls: Walls::None,
        }
    }
}

/// Lines beside the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walls {
    None,
    /// Between two columns.
    Between,
    /// Round every cell but the first.
    Boxes,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(Text),
    /// Words under one another; the other cells of the row then hang from the first.
    Stack(Vec<Text>),
    Figure(Figure),
    Empty,
}

/// Blocks side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    pub widths: Vec<Width>,
    /// Pixels between two columns.
    pub gap: f32,
    pub cells: Vec<Vec<Block>>,
    /// Whether the columns stand on one line at the foot rather than hang from one at the top.
    pub foot: bool,
}

impl Columns {
    /// Columns of one width that hang from the top.
    pub fn even(gap: f32, cells: Vec<Vec<Block>>) -> Self {
        Self { widths: vec![Width::Share(1.0); cells.len()], gap, cells, foot: false }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// Pixels.
    Fixed(f32),
    /// A share of what is left.
    Share(f32),
    /// As wide as its widest words.
    Fit,
}

/// A line across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    None,
    Hair,
    Strong,
    Ink,
}

//! The parts that the running papers are put together from.

use crate::doc::{
    Align, Block, Cell, Columns, Document, Furniture, Heading, List, Mark, Row, Rule, Sheet, Table,
    Text, Walls, Width,
};
use crate::style::Role;
use crate::{Pages, Result, pages};

use super::Edition;

/// A paper of running text: what stands at its foot is the same on all.
pub(super) struct Running<'a> {
    pub(super) edition: &'a Edition<'a>,
    /// The messages `WHAT-title`, and `WHAT` for the foot.
    pub(super) what: &'a str,
    pub(super) sheet: Sheet,
}

impl Running<'_> {
    pub(super) fn pages(&self, blocks: Vec<Block>) -> Result<Pages> {
        let (pack, words) = (self.edition.pack, &self.edition.words);
        let study = [("study", pack.study.as_str().into())];
        let title = words.say(&format!("{}-title", self.what), &study);
        let version = [("study", title.as_str().into()), ("version", pack.version.into())];
        pages(&Document {
            title: title.clone(),
            subject: words.say("paper-subject", &study),
            language: pack.language.clone(),
            identity: format!("{} {}", self.what, pack.identity),
            stamp: pack.stamp,
            sheet: self.sheet,
            furniture: Furniture {
                left: words.say("paper-version", &version),
                centre: String::new(),
                of: words.of("paper-of"),
                continued: words.of("paper-continued"),
            },
            blocks,
        })
    }
}

pub(super) fn heading(level: u8, role: Role, text: impl Into<String>) -> Block {
    Block::Heading(Heading { level, text: text.into(), role, note: None, bookmark: true })
}

pub(super) fn paragraph(role: Role, words: impl Into<String>) -> Block {
    Block::Paragraph(Text::new(role, words))
}

/// Things, each with a box to tick.
pub(super) fn boxes(words: &[String], columns: usize) -> Block {
    let items = words.iter().map(|words| Text::new(Role::Guide, words)).collect();
    Block::List(List { items, mark: Mark::Box, columns })
}

/// Things, each with a dash.
pub(super) fn dashes(role: Role, words: &[String]) -> Block {
    let items = words.iter().map(|words| Text::new(role, words)).collect();
    Block::List(List { items, mark: Mark::Dash, columns: 1 })
}

/// Left and right on one line at the foot of both.
pub(super) fn sides(left: Vec<Block>, right: Text) -> Block {
    Block::Columns(Columns {
        widths: vec![Width::Share(1.0), Width::Fit],
        gap: 16.0,
        cells: vec![left, vec![Block::Paragraph(Text { align: Align::Right, ..right })]],
        foot: true,
    })
}

pub(super) fn cell(role: Role, words: impl Into<String>) -> Cell {
    Cell::Text(Text::new(role, words))
}

pub(super) fn centred(role: Role, words: impl Into<String>) -> Cell {
    Cell::Text(Text { align: Align::Centre, ..Text::new(role, words) })
}

/// A table to write in: its rows are so many pixels high at the least.
pub(super) fn grid(widths: Vec<Width>, head: Vec<Cell>, rows: Vec<Vec<Cell>>, least: f32) -> Block {
    let row = |cells, least, walls| Row {
        cells,
        rule: Rule::Strong,
        named: true,
        least,
        walls,
        ..Row::default()
    };
    Block::Table(Table {
        widths,
        gap: 14.0,
        head: Some(Row { named: false, pad: 3.0, ..row(head, 0.0, Walls::None) }),
        rows: rows.into_iter().map(|cells| row(cells, least, Walls::Between)).collect(),
    })
}

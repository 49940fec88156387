//! The summary of one session: an evening told on a few pages of A4.

mod front;
mod ideas;
mod model;
mod words;

pub use model::*;

use crate::Result;
use crate::doc::{
    Align, Block, Columns, Document, Furniture, Heading, List, Mark, Quotation, Rule, Sheet, Text,
    Width,
};
use crate::style::Role;

/// Pixels between two sections.
const SECTION: f32 = 32.0;

/// Tells an evening as a document, at whatever moment it is.
pub fn summary(evening: &Evening) -> Result<Document> {
    let mut blocks = front::blocks(evening);
    blocks.extend(ideas::blocks(evening));
    blocks.extend(close(evening));
    Ok(Document {
        title: evening.group.clone(),
        subject: format!("{}, {}", words::KIND, evening.study),
        language: evening.language.clone(),
        identity: format!("summary {}", evening.session),
        stamp: evening.stamp,
        sheet: Sheet::default(),
        furniture: Furniture {
            left: words::base(&evening.group, evening.people.came),
            centre: words::CAVEAT.to_owned(),
            of: words::OF.to_owned(),
            continued: words::CONTINUED.to_owned(),
        },
        blocks,
    })
}

/// Change, tips and remarks.
fn close(evening: &Evening) -> Vec<Block> {
    let mut change = section(words::CHANGE, None);
    match &evening.change {
        None => change.push(quiet(words::NOT_REACHED)),
        Some(said) => change.extend(said_blocks(said)),
    }
    let mut tips = section(words::TIPS, None);
    if evening.tips.is_empty() {
        tips.push(quiet(words::NO_TIPS));
    } else {
        let items = evening.tips.iter().map(|tip| Text::new(Role::Words, tip)).collect();
        tips.push(Block::List(List { items, mark: Mark::Dash, columns: 2 }));
    }
    let mut blocks = vec![Block::Together(vec![Block::Columns(Columns {
        widths: vec![Width::Fixed(256.0), Width::Share(1.0)],
        gap: SECTION,
        cells: vec![change, tips],
        foot: false,
    })])];
    for remark in &evening.remarks {
        blocks.push(Block::Space(12.0));
        let by = format!("{}. ", remark.by);
        blocks.push(Block::Paragraph(Text::new(Role::Bold, by).and(Role::Second, &remark.text)));
    }
    blocks
}

/// The line and the heading that a section begins with.
fn section(title: &str, note: Option<String>) -> Vec<Block> {
    vec![
        Block::Rule(Rule::Ink),
        Block::Heading(Heading {
            level: 2,
            text: title.to_owned(),
            role: Role::Head,
            note,
            bookmark: true,
        }),
    ]
}

/// What the record holds of one thing: the note-taker's lines, then people's own words.
fn said_blocks(said: &Said) -> Vec<Block> {
    let mut blocks = Vec::new();
    for point in &said.points {
        blocks.push(Block::Paragraph(Text::new(Role::Body, point)));
    }
    for (i, verbatim) in said.verbatims.iter().enumerate() {
        blocks.push(Block::Space(if i == 0 { 1.0 } else { 4.0 }));
        blocks.push(Block::Quotation(Quotation {
            words: verbatim.words.clone(),
            who: verbatim.who.clone(),
        }));
    }
    if blocks.is_empty() {
        blocks.push(quiet(words::NOTHING_NOTED));
    }
    blocks
}

fn quiet(text: &str) -> Block {
    Block::Paragraph(Text { spans: vec![(Role::Quiet, text.to_owned())], align: Align::Left })
}

//! What changed between two versions of a design, as a paper: what was, what is, and why.

use crate::doc::{
    Align, Block, Cell, Document, Furniture, Heading, Row, Rule, Sheet, Table, Text, Width,
};
use crate::style::Role;

/// Two versions compared, in the words that the paper says it with.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// "What changed".
    pub title: String,
    /// Over the title: the study.
    pub study: String,
    /// BCP 47 tag.
    pub language: String,
    /// What the file's identity is made from.
    pub identity: String,
    /// Seconds since 1970, UTC.
    pub stamp: i64,
    /// Headings with what stands under them: why it was amended, what came of the debriefs.
    pub said: Vec<(String, Vec<String>)>,
    /// Over the columns: what became of it, where, the older version, the newer one, because of.
    pub heads: [String; 5],
    pub sections: Vec<Section>,
    /// What stands where there are none.
    pub same: String,
    pub furniture: Furniture,
}

/// The differences of one stage, or of another part of the design.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    pub title: String,
    pub changes: Vec<Change>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// "Reworded".
    pub kind: String,
    /// "Welcome, question".
    pub of: String,
    pub before: Side,
    pub after: Side,
    /// The groups whose debriefs led to it: "1, 3".
    pub because: String,
}

/// What stands on one side of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// "not there".
    Nothing(String),
    /// Words; those that the other side has not, are marked.
    Words(Vec<(String, bool)>),
}

/// Pixels between two columns.
const GAP: f32 = 16.0;

/// Tells a comparison as a document.
pub fn comparison(of: &Comparison) -> Document {
    let mut blocks = vec![
        Block::Paragraph(Text::new(Role::Kicker, &of.study)),
        Block::Heading(Heading {
            level: 1,
            text: of.title.clone(),
            role: Role::Title,
            note: None,
            bookmark: true,
        }),
    ];
    for (title, lines) in &of.said {
        blocks.push(Block::Space(GAP));
        blocks.push(head(title));
        let lines = lines.iter().map(|line| Block::Paragraph(Text::new(Role::Body, line)));
        blocks.extend(lines);
    }
    if of.sections.is_empty() {
        blocks.push(Block::Space(GAP));
        blocks.push(Block::Paragraph(Text::new(Role::Quiet, &of.same)));
    }
    for section in &of.sections {
        blocks.push(Block::Space(2.0 * GAP));
        blocks.push(Block::Rule(Rule::Ink));
        blocks.push(head(&section.title));
        blocks.push(Block::Table(table(&of.heads, &section.changes)));
    }
    Document {
        title: of.title.clone(),
        subject: of.study.clone(),
        language: of.language.clone(),
        identity: of.identity.clone(),
        stamp: of.stamp,
        sheet: Sheet::default(),
        furniture: of.furniture.clone(),
        blocks,
    }
}

fn head(title: &str) -> Block {
    Block::Heading(Heading {
        level: 2,
        text: title.to_owned(),
        role: Role::Head,
        note: None,
        bookmark: true,
    })
}

fn table(heads: &[String; 5], changes: &[Change]) -> Table {
    let text = |role, words: &str| Cell::Text(Text::new(role, words));
    let groups =
        |role, words: &str| Cell::Text(Text { align: Align::Right, ..Text::new(role, words) });
    let [kind, of, before, after, because] = heads;
    let row = |cells, rule| Row { cells, rule, pad: 4.0, ..Row::default() };
    Table {
        widths: vec![
            Width::Fixed(68.0),
            Width::Fixed(124.0),
            Width::Share(1.0),
            Width::Share(1.0),
            Width::Fixed(72.0),
        ],
        gap: GAP,
        head: Some(row(
            vec![
                text(Role::Small, kind),
                text(Role::Small, of),
                text(Role::Small, before),
                text(Role::Small, after),
                groups(Role::Small, because),
            ],
            Rule::Strong,
        )),
        rows: changes
            .iter()
            .map(|change| {
                let cells = vec![
                    text(Role::Second, &change.kind),
                    text(Role::Second, &change.of),
                    side(&change.before, Role::Quiet),
                    side(&change.after, Role::Bold),
                    groups(Role::Body, &change.because),
                ];
                row(cells, Rule::Hair)
            })
            .collect(),
    }
}

/// What went is quiet and what came is bold, so that it can be seen without colour.
fn side(side: &Side, marked: Role) -> Cell {
    match side {
        Side::Nothing(words) => Cell::Text(Text::new(Role::Quiet, words)),
        Side::Words(runs) => {
            let role = |differs: &bool| if *differs { marked } else { Role::Body };
            let spans = runs.iter().map(|(words, differs)| (role(differs), words.clone()));
            Cell::Text(Text { spans: spans.collect(), align: Align::Left })
        }
    }
}

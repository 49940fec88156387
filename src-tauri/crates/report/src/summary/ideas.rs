//! What was said: before the ideas, and of each idea that was talked of.

use super::{
    Discussion, Evening, Rating, SECTION, Said, Scale, quiet, said_blocks, section, words,
};
use crate::doc::{Block, Columns, Heading, Rule, Text, Width};
use crate::figure::{self, Figure};
use crate::style::Role;

/// Pixels of a rating with its private ones and what is said of them.
const WITH_DOTS: f32 = 118.0;

pub(super) fn blocks(evening: &Evening) -> Vec<Block> {
    let mut blocks = vec![Block::Space(SECTION)];
    if evening.before.is_empty() && evening.discussions.is_empty() {
        return blocks;
    }
    blocks.push(Block::Break);
    if !evening.before.is_empty() {
        blocks.extend(section(words::BEFORE, None));
        let topics: Vec<_> =
            evening.before.iter().map(|topic| lens(&topic.name, &topic.said)).collect();
        for row in pairs(topics) {
            blocks.push(Block::Space(8.0));
            blocks.push(row);
        }
        blocks.push(Block::Space(SECTION));
    }
    if !evening.discussions.is_empty() {
        let scale = &evening.scale;
        let said = words::said(scale.from, &scale.low, scale.to, &scale.high);
        let first = blocks.len();
        blocks.push(Block::Paragraph(Text::new(Role::Second, said)));
        blocks.push(Block::Space(4.0));
        for discussion in &evening.discussions {
            blocks.extend(idea(discussion, scale));
            blocks.push(Block::Space(16.0));
        }
        // The sentence on the numbers stays with the first idea.
        let start: Vec<_> = blocks.drain(first..first + 3).collect();
        blocks.insert(first, Block::Together(start));
    }
    blocks
}

fn idea(discussion: &Discussion, scale: &Scale) -> Vec<Block> {
    let name = vec![
        Block::Heading(Heading {
            level: 2,
            text: discussion.idea.clone(),
            role: Role::Idea,
            note: None,
            bookmark: true,
        }),
        Block::Paragraph(Text::new(Role::Second, words::slot(discussion.number, &discussion.slot))),
    ];
    if !discussion.reached {
        let mut head = vec![Block::Rule(Rule::Ink)];
        head.extend(name);
        head.push(quiet(words::NOT_REACHED));
        return vec![Block::Together(head)];
    }
    let dots = |r: &Rating| r.private.as_ref().map_or(0, |p| figure::most_alike(&p.dots));
    let room = discussion.ratings.iter().map(dots).max().unwrap_or(0);
    let ratings: Vec<_> = discussion.ratings.iter().map(|r| rating(r, scale, room)).collect();
    let width = if room > 0 { Width::Fixed(WITH_DOTS) } else { Width::Fit };
    let ratings = Block::Columns(Columns {
        widths: vec![width; ratings.len()],
        gap: 20.0,
        cells: ratings,
        foot: false,
    });
    let mut head = vec![
        Block::Rule(Rule::Ink),
        Block::Columns(Columns {
            widths: vec![Width::Share(1.0), Width::Fit],
            gap: SECTION,
            cells: vec![name, vec![ratings]],
            foot: false,
        }),
    ];
    let mut lenses: Vec<_> =
        discussion.lenses.iter().map(|part| lens(&part.name, &part.said)).collect();
    if discussion.other != Said::default() {
        lenses.push(lens(words::OTHER, &discussion.other));
    }
    let mut rows = pairs(lenses).into_iter();
    if let Some(row) = rows.next() {
        head.push(Block::Space(8.0));
        head.push(row);
    }
    let mut blocks = vec![Block::Together(head)];
    for row in rows {
        blocks.push(Block::Space(8.0));
        blocks.push(row);
    }
    blocks
}

fn rating(rating: &Rating, scale: &Scale, room: usize) -> Vec<Block> {
    let (number, role) = match rating.agreed {
        Some(number) => (number.to_string(), Role::Number),
        None => (words::DASH.to_owned(), Role::Quiet),
    };
    let dots = rating.private.as_ref().map(|private| private.dots.clone()).unwrap_or_default();
    let drawn = Figure::Scale(figure::Scale {
        from: scale.from,
        to: scale.to,
        agreed: rating.agreed,
        dots,
        room,
        alt: words::scale(&rating.name, rating.agreed, scale.from, scale.to),
    });
    let mut blocks = vec![
        Block::Paragraph(Text::new(Role::Second, &rating.name)),
        Block::Columns(Columns {
            widths: vec![Width::Fit, Width::Fit],
            gap: 8.0,
            cells: vec![
                vec![Block::Figure(drawn), Block::Space(1.5)],
                vec![Block::Paragraph(Text::new(role, number))],
            ],
            foot: true,
        }),
    ];
    if let Some(private) = &rating.private {
        let words = words::private(&private.dots, &private.median);
        blocks.push(Block::Paragraph(Text::new(Role::Small, words)));
    }
    blocks
}

fn lens(name: &str, said: &Said) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(Heading {
        level: 3,
        text: name.to_owned(),
        role: Role::Lens,
        note: None,
        bookmark: false,
    })];
    blocks.extend(said_blocks(said));
    blocks
}

/// Two side by side, in their order.
fn pairs(cells: Vec<Vec<Block>>) -> Vec<Block> {
    cells
        .chunks(2)
        .map(|pair| {
            let mut cells = pair.to_vec();
            cells.resize(2, Vec::new());
            Block::Columns(Columns::even(SECTION, cells))
        })
        .collect()
}

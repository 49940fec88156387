//! The first page: who, when, how long, the stickers, the values, and what was chosen.

use super::{Evening, Facts, People, Round, RoundResult, SECTION, Time, quiet, section, words};
use crate::doc::{Block, Cell, Columns, Heading, Row, Rule, Table, Text, Width};
use crate::figure::{Bar, Figure, StickerColour, Stickers};
use crate::style::Role;

/// Most stickers of a colour in one row of a poster's line; further ones go underneath.
const GREEN_ROW: u32 = 6;
const RED_ROW: u32 = 4;
/// Pixels that a sticker takes in its row.
const STICKER: f32 = 17.0;

pub(super) fn blocks(evening: &Evening) -> Vec<Block> {
    let mut blocks = vec![head(evening)];
    if let Some(note) = &evening.unfinished {
        blocks.push(Block::Space(12.0));
        blocks.push(Block::Paragraph(Text::new(Role::Second, note)));
    }
    let rows = [
        (vec![Width::Fixed(208.0), Width::Share(1.0)], who(&evening.people), time(&evening.time)),
        (vec![Width::Share(1.0), Width::Fixed(240.0)], rounds(&evening.rounds), values(evening)),
    ];
    for (widths, left, right) in rows {
        blocks.push(Block::Space(SECTION));
        blocks.push(Block::Columns(Columns {
            widths,
            gap: SECTION,
            cells: vec![left, right],
            foot: false,
        }));
    }
    blocks.push(Block::Space(SECTION));
    blocks.push(Block::Together(chosen(evening)));
    blocks
}

fn head(evening: &Evening) -> Block {
    let kind = format!("{}, {}", words::KIND, evening.study);
    let kicker = Block::Columns(Columns {
        widths: vec![Width::Fixed(20.0), Width::Share(1.0)],
        gap: 8.0,
        cells: vec![
            vec![Block::Figure(Figure::Mark)],
            vec![Block::Space(1.0), Block::Paragraph(Text::new(Role::Kicker, kind))],
        ],
        foot: false,
    });
    let title = Block::Heading(Heading {
        level: 1,
        text: evening.group.clone(),
        role: Role::Title,
        note: None,
        bookmark: true,
    });
    Block::Columns(Columns {
        widths: vec![Width::Share(1.0), Width::Fit],
        gap: SECTION,
        cells: vec![
            vec![kicker, Block::Space(4.0), title],
            vec![facts(&evening.facts), Block::Space(6.0)],
        ],
        foot: true,
    })
}

fn facts(facts: &Facts) -> Block {
    let lines = [
        (words::WHEN, &facts.when),
        (words::GROUP, &facts.group),
        (words::GUIDE, &facts.guide),
        (words::RECORD, &facts.record),
    ];
    let rows = lines
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| Row {
            cells: vec![text(Role::Quiet, name), text(Role::Body, value)],
            rule: Rule::None,
            pad: 0.0,
            named: true,
            ..Row::default()
        })
        .collect();
    Block::Table(Table { widths: vec![Width::Fit, Width::Fit], gap: 12.0, head: None, rows })
}

fn who(people: &People) -> Vec<Block> {
    let mut blocks = section(words::WHO, Some(words::people(people.came)));
    if people.came == 0 {
        blocks.push(quiet(words::NOBODY));
    }
    let quotas = || people.attributes.iter().flat_map(|attribute| &attribute.quotas);
    let planned = quotas().any(|quota| quota.planned.is_some());
    let cells = |name: Cell, plan: Cell, came: Cell| {
        if planned { vec![name, plan, came] } else { vec![name, came] }
    };
    let mut rows = Vec::new();
    for (i, attribute) in people.attributes.iter().enumerate() {
        let last = i + 1 == people.attributes.len();
        for (j, quota) in attribute.quotas.iter().enumerate() {
            let ends = j + 1 == attribute.quotas.len() && !last;
            let plan = quota.planned.map_or(words::DASH.to_owned(), |n| n.to_string());
            let off = quota.planned.is_some_and(|planned| planned != quota.came);
            let role = if off { Role::Bold } else { Role::Body };
            rows.push(Row {
                cells: cells(
                    text(Role::Body, &quota.name),
                    number(Role::Body, &plan),
                    number(role, &quota.came.to_string()),
                ),
                rule: if ends { Rule::Strong } else { Rule::Hair },
                pad: 4.0,
                named: true,
                ..Row::default()
            });
        }
    }
    if !rows.is_empty() {
        let head =
            cells(Cell::Empty, number(Role::Quiet, words::PLAN), number(Role::Quiet, words::CAME));
        let widths = if planned {
            vec![Width::Share(1.0), Width::Fixed(42.0), Width::Fixed(42.0)]
        } else {
            vec![Width::Share(1.0), Width::Fixed(32.0)]
        };
        let head = Row { cells: head, rule: Rule::Hair, pad: 4.0, ..Row::default() };
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Table(Table { widths, gap: 0.0, head: Some(head), rows }));
    }
    for note in &people.notes {
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Paragraph(Text::new(Role::Small, note)));
    }
    blocks
}

fn time(time: &Time) -> Vec<Block> {
    let mut blocks = section(words::TIME, Some(words::minutes(time.planned, time.real)));
    let longest = time.activities.iter().map(|a| a.planned.max(a.real.unwrap_or(0))).max();
    let rows: Vec<Row> = time
        .activities
        .iter()
        .map(|activity| {
            let bar =
                Bar { planned: activity.planned, real: activity.real, full: longest.unwrap_or(0) };
            let role = match activity.real {
                None => Role::Quiet,
                Some(real) if real != activity.planned => Role::Bold,
                Some(_) => Role::Body,
            };
            let real = activity.real.map_or(words::DASH.to_owned(), |real| real.to_string());
            Row {
                cells: vec![
                    text(Role::Body, &activity.name),
                    Cell::Figure(Figure::Bar(bar)),
                    number(Role::Body, &activity.planned.to_string()),
                    number(role, &real),
                ],
                rule: Rule::None,
                pad: 1.0,
                named: true,
                ..Row::default()
            }
        })
        .collect();
    if !rows.is_empty() {
        let head = Row {
            cells: vec![
                Cell::Empty,
                Cell::Empty,
                number(Role::Quiet, words::PLAN),
                number(Role::Quiet, words::REAL),
            ],
            rule: Rule::None,
            pad: 1.0,
            ..Row::default()
        };
        let widths =
            vec![Width::Fixed(136.0), Width::Share(1.0), Width::Fixed(34.0), Width::Fixed(32.0)];
        blocks.push(Block::Space(8.0));
        blocks.push(Block::Table(Table { widths, gap: 0.0, head: Some(head), rows }));
    }
    if time.activities.iter().any(|activity| activity.real.is_none()) {
        blocks.push(Block::Space(4.0));
        blocks.push(Block::Paragraph(Text::new(Role::Small, words::DASH_MEANS)));
    }
    blocks
}

/// The rounds of stickers. A round that is not revealed has no number anywhere.
fn rounds(rounds: &[Round]) -> Vec<Block> {
    let alone = rounds.len() == 1;
    let note = match rounds {
        [Round { result: RoundResult::Revealed { ideas, .. }, .. }] => Some(words::stickers(
            ideas.iter().map(|idea| idea.green).sum(),
            ideas.iter().map(|idea| idea.red).sum(),
        )),
        _ => None,
    };
    let mut blocks = section(words::STICKERS, note);
    if rounds.is_empty() {
        blocks.push(quiet(words::NO_ROUND));
    }
    for round in rounds {
        if !alone && !round.name.is_empty() {
            blocks.push(Block::Space(8.0));
            blocks.push(Block::Paragraph(Text::new(Role::Strong, &round.name)));
        }
        match &round.result {
            RoundResult::NotRevealed => blocks.push(quiet(words::NOT_REVEALED)),
            RoundResult::Revealed { ideas, notes } => {
                blocks.push(Block::Space(4.0));
                blocks.push(chart(ideas));
                for note in notes {
                    blocks.push(Block::Space(4.0));
                    blocks.push(Block::Paragraph(Text::new(Role::Small, note)));
                }
            }
        }
    }
    blocks
}

fn chart(ideas: &[super::IdeaStickers]) -> Block {
    let rows = ideas
        .iter()
        .map(|idea| Row {
            cells: vec![
                text(Role::Second, &idea.number.to_string()),
                text(Role::Body, &idea.name),
                count(idea.green),
                stickers(StickerColour::Green, idea.green),
                count(idea.red),
                stickers(StickerColour::Red, idea.red),
            ],
            rule: Rule::Hair,
            pad: 4.5,
            ..Row::default()
        })
        .collect();
    let row = |counts: Vec<u32>, most: u32| {
        let widest = counts.into_iter().max().unwrap_or(0).clamp(1, most);
        Width::Fixed(widest as f32 * STICKER)
    };
    let widths = vec![
        Width::Fit,
        Width::Share(1.0),
        Width::Fit,
        row(ideas.iter().map(|idea| idea.green).collect(), GREEN_ROW),
        Width::Fit,
        row(ideas.iter().map(|idea| idea.red).collect(), RED_ROW),
    ];
    Block::Table(Table { widths, gap: 4.0, head: None, rows })
}

fn count(count: u32) -> Cell {
    number(if count == 0 { Role::Quiet } else { Role::Strong }, &count.to_string())
}

fn stickers(colour: StickerColour, count: u32) -> Cell {
    if count == 0 {
        return Cell::Empty;
    }
    let alt = match colour {
        StickerColour::Green => "green",
        StickerColour::Red => "red",
    };
    Cell::Figure(Figure::Stickers(Stickers { colour, count, alt: alt.to_owned() }))
}

fn values(evening: &Evening) -> Vec<Block> {
    let empty = evening.values.is_empty();
    let note = if empty { None } else { Some(words::LINES.to_owned()) };
    let mut blocks = section(words::VALUES, note);
    if empty {
        blocks.push(quiet(words::NO_VALUES));
        return blocks;
    }
    let rows = evening
        .values
        .iter()
        .map(|value| {
            let mut name = vec![Text::new(Role::Strong, &value.name)];
            if !value.heard_as.is_empty() {
                name.push(Text::new(Role::Small, &value.heard_as));
            }
            Row {
                cells: vec![Cell::Stack(name), number(Role::Body, &value.lines.to_string())],
                rule: Rule::Hair,
                pad: 4.0,
                named: true,
                ..Row::default()
            }
        })
        .collect();
    let widths = vec![Width::Share(1.0), Width::Fixed(28.0)];
    blocks.push(Block::Space(4.0));
    blocks.push(Block::Table(Table { widths, gap: 0.0, head: None, rows }));
    blocks
}

fn chosen(evening: &Evening) -> Vec<Block> {
    let mut blocks = section(words::CHOSEN, None);
    if evening.chosen.is_empty() {
        blocks.push(quiet(words::NOT_CHOSEN));
        return blocks;
    }
    for row in evening.chosen.chunks(3) {
        let mut cells: Vec<_> = row
            .iter()
            .map(|chosen| {
                vec![
                    Block::Paragraph(Text::new(Role::Strong, &chosen.slot)),
                    Block::Paragraph(Text::new(Role::Name, &chosen.idea)),
                    Block::Paragraph(Text::new(Role::Second, &chosen.why)),
                ]
            })
            .collect();
        cells.resize(3, Vec::new());
        blocks.push(Block::Space(8.0));
        blocks.push(Block::Columns(Columns::even(24.0, cells)));
    }
    blocks
}

fn text(role: Role, words: &str) -> Cell {
    Cell::Text(Text::new(role, words))
}

fn number(role: Role, words: &str) -> Cell {
    Cell::Text(Text::right(role, words))
}

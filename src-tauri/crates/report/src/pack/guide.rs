//! The moderator's guide: a booklet of A4 with the plan on its front, an activity after the other,
//! what to ask about each idea, and on its back which ideas the study has talked of so far.

use crate::doc::{Block, Cell, Columns, Row, Rule, Sheet, Table, Text, Walls, Width};
use crate::style::Role;
use crate::{Error, Pages, Result};

use super::parts::{Running, boxes, cell, centred, dashes, grid, heading, paragraph, sides};
use super::{Activity, ActivityKind, Edition, Idea, Office, Words};

/// A booklet is folded from sheets of four pages.
const FOLD: usize = 4;

/// Lays out the guide. Pages to write on are added before the last, so that the coverage of the
/// ideas is on the back of the booklet.
pub fn guide(edition: &Edition, paper: Office) -> Result<Pages> {
    let stages = &edition.pack.guide.stages;
    if stages.iter().all(|stage| stage.activities.is_empty()) {
        return Err(Error::Nothing);
    }
    let sheet = Sheet { size: paper.size(), ..Sheet::default() };
    let running = Running { edition, what: "guide", sheet };
    let mut blocks = front(edition);
    for (number, stage) in stages.iter().enumerate() {
        let named = format!("{} {}", number + 1, stage.title);
        let talks: Vec<&Activity> = of_kind(&stage.activities, ActivityKind::Discussion);
        for activity in &stage.activities {
            match activity.kind {
                ActivityKind::Discussion if talks.first() == Some(&activity) => {
                    blocks.push(Block::Turn);
                    blocks.extend(discussion(edition, &named, &talks));
                }
                ActivityKind::Discussion => {}
                ActivityKind::Gallery => {
                    blocks.push(Block::Turn);
                    blocks.extend(gallery(edition, &named, activity, &talks));
                }
                ActivityKind::Talk => {
                    let mut part = head(edition, &named, activity);
                    part.extend(talk(edition, activity));
                    blocks.push(Block::Together(part));
                    blocks.push(Block::Space(28.0));
                }
            }
        }
    }
    blocks.extend(ideas(edition));
    let mut count = running.pages(blocks.clone())?.pages.len() + 1;
    while !count.is_multiple_of(FOLD) {
        blocks.push(Block::Turn);
        blocks.extend(notes(edition));
        count += 1;
    }
    blocks.push(Block::Turn);
    blocks.extend(back(edition));
    running.pages(blocks)
}

fn of_kind(activities: &[Activity], kind: ActivityKind) -> Vec<&Activity> {
    activities.iter().filter(|activity| activity.kind == kind).collect()
}

/// When an activity begins: by the clock where the group has one, else from the beginning.
fn clock(edition: &Edition, from: u32) -> String {
    let starts = edition.pack.group.as_ref().and_then(|group| group.starts);
    let at = starts.unwrap_or(0) + from;
    format!("{}:{:02}", at / 60 % 24, at % 60)
}

/// Title, group and the plan of the evening.
fn front(edition: &Edition) -> Vec<Block> {
    let (pack, words) = (edition.pack, &edition.words);
    let mut blocks = vec![
        heading(1, Role::PaperTitle, words.of("guide")),
        Block::Space(4.0),
        paragraph(Role::PaperLead, &pack.study),
    ];
    if let Some(group) = &pack.group {
        for fact in [&group.name, &group.when, &group.place] {
            if !fact.trim().is_empty() {
                blocks.push(paragraph(Role::PageQuiet, fact));
            }
        }
    }
    blocks.push(Block::Space(24.0));
    let mut rows = Vec::new();
    for stage in &pack.guide.stages {
        for (i, activity) in stage.activities.iter().enumerate() {
            let title = if i == 0 { stage.title.as_str() } else { "" };
            rows.push(Row {
                cells: vec![
                    cell(Role::GuideStrong, title),
                    cell(Role::Guide, &activity.title),
                    Cell::Text(Text::right(Role::Guide, clock(edition, activity.from))),
                    Cell::Text(Text::right(Role::GuideQuiet, minutes(words, activity.minutes))),
                ],
                rule: Rule::Hair,
                pad: 5.0,
                ..Row::default()
            });
        }
    }
    let last = pack.guide.stages.iter().flat_map(|stage| &stage.activities).last();
    if let Some(last) = last {
        rows.push(Row {
            cells: vec![
                Cell::Empty,
                cell(Role::GuideStrong, words.of("guide-end")),
                Cell::Text(Text::right(
                    Role::GuideStrong,
                    clock(edition, last.from + last.minutes),
                )),
                Cell::Empty,
            ],
            pad: 5.0,
            ..Row::default()
        });
    }
    blocks.push(Block::Rule(Rule::Ink));
    blocks.push(Block::Table(Table {
        widths: vec![Width::Fixed(190.0), Width::Share(1.0), Width::Fit, Width::Fit],
        gap: 16.0,
        head: None,
        rows,
    }));
    blocks.push(Block::Turn);
    blocks
}

fn minutes(words: &Words, minutes: u32) -> String {
    words.say("guide-minutes", &[("n", minutes.into())])
}

/// Stage, title and time of an activity, and what to say.
fn head(edition: &Edition, stage: &str, activity: &Activity) -> Vec<Block> {
    let words = &edition.words;
    let from = clock(edition, activity.from);
    let time = words.say("guide-from", &[("time", from.as_str().into())]);
    let mut blocks = vec![
        paragraph(Role::Quiet, stage),
        sides(
            vec![heading(2, Role::Activity, &activity.title)],
            Text::new(Role::Minutes, activity.minutes.to_string()).and(Role::GuideQuiet, time),
        ),
        Block::Space(4.0),
        Block::Rule(Rule::Ink),
    ];
    blocks.extend(say(words, &activity.ask));
    blocks
}

fn say(words: &Words, ask: &str) -> Vec<Block> {
    if ask.trim().is_empty() {
        return Vec::new();
    }
    let said = words.say("guide-say", &[("ask", ask.into())]);
    vec![paragraph(Role::Ask, said), Block::Space(8.0)]
}

fn talk(edition: &Edition, activity: &Activity) -> Vec<Block> {
    let words = &edition.words;
    let mut blocks = Vec::new();
    if !activity.questions.is_empty() {
        blocks.push(boxes(&activity.questions, 1));
    }
    if !activity.probes.is_empty() {
        blocks.push(Block::Space(8.0));
        blocks.push(paragraph(Role::Label, words.of("guide-probes")));
        blocks.push(boxes(&activity.probes, 2));
    }
    blocks.extend(for_you(words, &activity.notes));
    blocks
}

/// What only the moderator reads.
fn for_you(words: &Words, notes: &[String]) -> Vec<Block> {
    if notes.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Space(10.0),
        Block::Note(vec![
            paragraph(Role::Label, words.of("guide-notes")),
            dashes(Role::Guide, notes),
        ]),
    ]
}

/// The gallery, with a table to count stickers in and room for the choice.
fn gallery(edition: &Edition, stage: &str, activity: &Activity, talks: &[&Activity]) -> Vec<Block> {
    let (pack, words) = (edition.pack, &edition.words);
    let mut blocks = head(edition, stage, activity);
    blocks.push(boxes(&activity.notes, 1));
    blocks.push(Block::Space(14.0));
    blocks.push(paragraph(Role::Label, words.of("guide-count")));
    let of = |id: &str| centred(Role::Second, words.of(id));
    let head = vec![
        cell(Role::Second, words.of("guide-idea")),
        of("guide-green"),
        of("guide-red"),
        of("guide-groups"),
    ];
    let rows = pack.ideas.iter().map(|idea| {
        let groups = centred(Role::Guide, idea.groups.to_string());
        vec![cell(Role::Guide, numbered(idea)), Cell::Empty, Cell::Empty, groups]
    });
    let widths =
        vec![Width::Share(1.0), Width::Fixed(110.0), Width::Fixed(110.0), Width::Fixed(96.0)];
    blocks.push(grid(widths, head, rows.collect(), 33.0));
    if !talks.is_empty() {
        blocks.push(Block::Space(18.0));
        blocks.push(paragraph(Role::Label, words.of("guide-choose")));
        let slots = talks.iter().map(|talk| {
            vec![
                Block::Rule(Rule::Ink),
                paragraph(Role::GuideStrong, &talk.title),
                paragraph(Role::Quiet, words.of("guide-why")),
                Block::Space(56.0),
                Block::Rule(Rule::Strong),
            ]
        });
        blocks.push(Block::Together(vec![Block::Columns(Columns::even(20.0, slots.collect()))]));
    }
    blocks
}

fn numbered(idea: &Idea) -> String {
    format!("{}  {}", idea.number, idea.brief())
}

/// How an idea is talked through: the lenses, the rating, and what differs between the talks.
fn discussion(edition: &Edition, stage: &str, talks: &[&Activity]) -> Vec<Block> {
    let (guide, words) = (&edition.pack.guide, &edition.words);
    let Some(first) = talks.first() else { return Vec::new() };
    let times: Vec<String> = talks.iter().map(|talk| clock(edition, talk.from)).collect();
    let times = words.say("guide-times", &[("times", times.join(", ").as_str().into())]);
    let each = words.of("guide-each");
    let mut blocks = vec![
        sides(vec![paragraph(Role::Quiet, stage)], Text::new(Role::Quiet, times)),
        sides(
            vec![heading(2, Role::Activity, words.of("guide-discussion"))],
            Text::new(Role::Minutes, first.minutes.to_string()).and(Role::GuideQuiet, each),
        ),
        Block::Space(4.0),
        Block::Rule(Rule::Ink),
    ];
    blocks.extend(say(words, &first.ask));
    for lens in &guide.lenses {
        blocks.push(Block::Together(vec![
            Block::Rule(Rule::Strong),
            Block::Columns(Columns {
                widths: vec![Width::Fixed(116.0), Width::Share(1.0)],
                gap: 16.0,
                cells: vec![
                    vec![
                        paragraph(Role::GuideStrong, &lens.name),
                        paragraph(Role::GuideQuiet, minutes(words, lens.minutes)),
                    ],
                    vec![paragraph(Role::Ring, &lens.ask), boxes(&lens.questions, 2)],
                ],
                foot: false,
            }),
            Block::Space(6.0),
        ]));
    }
    blocks.extend(rating(edition));
    for talk in talks {
        if talk.notes.is_empty() {
            continue;
        }
        blocks.push(Block::Space(10.0));
        blocks.push(Block::Note(vec![
            paragraph(Role::GuideStrong, &talk.title),
            dashes(Role::Guide, &talk.notes),
        ]));
    }
    blocks
}

/// The scale of each rating, to ring a number on.
fn rating(edition: &Edition) -> Vec<Block> {
    let (guide, words) = (&edition.pack.guide, &edition.words);
    let rated: Vec<_> = guide.lenses.iter().filter(|lens| lens.rated).collect();
    if rated.is_empty() || guide.scale.to <= guide.scale.from {
        return Vec::new();
    }
    let numbers = guide.scale.from..=guide.scale.to;
    let mut widths = vec![Width::Fixed(116.0)];
    widths.extend(numbers.clone().map(|_| Width::Share(1.0)));
    let rows = rated.into_iter().map(|lens| {
        let mut cells = vec![cell(Role::GuideStrong, &lens.name)];
        cells.extend(numbers.clone().map(|number| centred(Role::Ring, number.to_string())));
        Row { cells, named: true, pad: 5.0, walls: Walls::Boxes, ..Row::default() }
    });
    let ends = Columns {
        widths: vec![Width::Fixed(116.0), Width::Share(1.0), Width::Share(1.0)],
        gap: 6.0,
        cells: vec![
            Vec::new(),
            vec![paragraph(Role::Second, &guide.scale.low)],
            vec![Block::Paragraph(Text::right(Role::Second, &guide.scale.high))],
        ],
        foot: false,
    };
    vec![Block::Together(vec![
        Block::Space(8.0),
        paragraph(Role::Label, words.of("guide-rating")),
        Block::Table(Table { widths, gap: 6.0, head: None, rows: rows.collect() }),
        Block::Columns(ends),
    ])]
}

/// What to ask about each idea.
fn ideas(edition: &Edition) -> Vec<Block> {
    let (pack, words) = (edition.pack, &edition.words);
    let told: Vec<&Idea> = pack
        .ideas
        .iter()
        .filter(|idea| !idea.probes.is_empty() || !idea.what_ifs.is_empty())
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        Block::Turn,
        heading(2, Role::Activity, words.of("guide-ideas")),
        Block::Space(4.0),
        Block::Rule(Rule::Ink),
    ];
    for idea in told {
        let column =
            |id: &str, list: &[String]| vec![paragraph(Role::Label, words.of(id)), boxes(list, 1)];
        blocks.push(Block::Together(vec![
            heading(3, Role::Name, format!("{} {}", idea.number, idea.name)),
            Block::Space(2.0),
            Block::Columns(Columns::even(
                24.0,
                vec![
                    column("guide-probes", &idea.probes),
                    column("guide-what-ifs", &idea.what_ifs),
                ],
            )),
            Block::Space(14.0),
        ]));
    }
    blocks
}

/// A page to write on.
fn notes(edition: &Edition) -> Vec<Block> {
    let mut blocks = vec![
        heading(2, Role::Activity, edition.words.of("guide-own-notes")),
        Block::Space(4.0),
        Block::Rule(Rule::Ink),
    ];
    for _ in 0..22 {
        blocks.push(Block::Space(30.0));
        blocks.push(Block::Rule(Rule::Hair));
    }
    blocks
}

/// Which ideas the study has talked of so far, and room for those of tonight.
fn back(edition: &Edition) -> Vec<Block> {
    let (pack, words) = (edition.pack, &edition.words);
    let mut ideas: Vec<&Idea> = pack.ideas.iter().collect();
    ideas.sort_by_key(|idea| (idea.groups, idea.number));
    let rows = ideas.into_iter().map(|idea| {
        vec![
            cell(Role::Page, numbered(idea)),
            centred(Role::PageStrong, idea.groups.to_string()),
            Cell::Empty,
        ]
    });
    let head = vec![
        cell(Role::Second, words.of("guide-idea")),
        centred(Role::Second, words.of("guide-groups")),
        centred(Role::Second, words.of("guide-tonight")),
    ];
    let widths = vec![Width::Share(1.0), Width::Fixed(110.0), Width::Fixed(170.0)];
    vec![
        heading(2, Role::Activity, words.of("guide-coverage")),
        Block::Space(4.0),
        paragraph(Role::PageQuiet, words.of("guide-coverage-lead")),
        Block::Space(16.0),
        grid(widths, head, rows.collect(), 48.0),
    ]
}

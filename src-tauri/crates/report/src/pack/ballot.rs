//! The paper ballot, for those who cannot reach the wall: half a sheet, with a circle to tick for
//! each green sticker and a square for each red one.

use crate::doc::Align;
use crate::page::{ElementId, Kind, Pages, Shape};
use crate::style::{Face, INK, INK_2, INK_3, RULE_STRONG};
use crate::{Error, Result};

use super::canvas::{Area, At, Canvas, look};
use super::{Edition, Idea, Office};

const SIDE: f32 = 44.0;
const TOP: f32 = 40.0;
/// Pixels from the foot to the last line.
const FOOT: f32 = 36.0;
/// The columns of circles and of squares.
const COLUMN: f32 = 76.0;
const MARK: f32 = 30.0;
/// Height of a line of the list, at the most and at the least.
const TALL: f32 = 57.6;
const LOW: f32 = 36.0;
/// Sizes that the name of an idea is tried in.
const NAMES: [f32; 4] = [18.0, 16.0, 14.0, 12.0];

/// How ballots are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballots {
    /// Half a sheet of this.
    pub paper: Office,
    pub copies: u32,
    /// Whether a person writes down their seat. Never in a secret round.
    pub named: bool,
}

/// Lays out ballots, each on a page of its own; a long list goes on overleaf.
pub fn ballots(edition: &Edition, how: Ballots) -> Result<Pages> {
    let pack = edition.pack;
    if pack.ideas.is_empty() || how.copies == 0 {
        return Err(Error::Nothing);
    }
    let mut canvas = Canvas::new(&pack.language);
    canvas.place = edition.words.of("ballot");
    for _ in 0..how.copies {
        let section = canvas.element(Kind::Section, 0);
        let mut rest = pack.ideas.as_slice();
        while !rest.is_empty() {
            let first = rest.len() == pack.ideas.len();
            rest = page(&mut canvas, edition, how, section, rest, first)?;
        }
    }
    let title = edition.words.say("ballots-title", &[("study", pack.study.as_str().into())]);
    Ok(canvas.finish(pack, &edition.words, "ballots", title))
}

/// One page; gives the ideas that it had no room for.
fn page<'a>(
    canvas: &mut Canvas,
    edition: &Edition,
    how: Ballots,
    section: ElementId,
    ideas: &'a [Idea],
    first: bool,
) -> Result<&'a [Idea]> {
    let size = how.paper.half();
    let (width, height) = size.pixels();
    let inner = width - 2.0 * SIDE;
    let mut area = Area::default();
    let mut y = TOP;
    if first {
        y += head(canvas, &mut area, edition, how, section, inner)?;
    }
    let table = canvas.element(Kind::Table, section);
    y += columns(canvas, &mut area, edition, y, inner, table)?;
    area.rect(SIDE, y, inner, 1.0, RULE_STRONG);
    let end = height - FOOT - 48.0;
    let room = end - y;
    let tall = (room / ideas.len() as f32).clamp(LOW, TALL);
    let (mut count, mut down) = (0, 0.0);
    for idea in ideas {
        if down + tall > room + 0.5 {
            break;
        }
        row(canvas, &mut area, edition, idea, (y + down, tall, inner), table)?;
        down += tall;
        count += 1;
    }
    let (_, rest) = ideas.split_at(count);
    foot(canvas, &mut area, edition, section, (inner, height), rest.is_empty())?;
    let items = area.into_items(width, canvas.rtl());
    canvas.page(size, None, items);
    Ok(rest)
}

/// What it is, and how it is filled in.
fn head(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    how: Ballots,
    section: ElementId,
    inner: f32,
) -> Result<f32> {
    let budget = edition.pack.budget;
    let counts = [
        ("green", budget.green.into()),
        ("red", budget.red.into()),
        ("n", (budget.green + budget.red).into()),
    ];
    let aside = if how.named { 76.0 } else { 0.0 };
    let mut y = TOP;
    let element = canvas.element(Kind::Heading(1), section);
    let title = edition.words.say("ballot-title", &counts);
    let style = look(Face::ReadStrong, 32.0, 38.0, INK);
    y += canvas.put(area, &title, style, At::left(SIDE, y, inner - aside), Some(element))?;
    let element = canvas.element(Kind::Paragraph, section);
    let lead = edition.words.say("ballot-lead", &counts);
    let style = look(Face::Ui, 17.0, 24.0, INK_2);
    y += 4.0;
    y += canvas.put(area, &lead, style, At::left(SIDE, y, inner - aside), Some(element))?;
    if how.named {
        let x = SIDE + inner - 56.0;
        let colour = INK_2;
        let (width, height, radius, line) = (56.0, 48.0, 3.0, 1.5);
        let shape = Shape::Frame { x, y: TOP, width, height, radius, line, colour };
        let figure = canvas.figure(edition.words.of("ballot-seat-alt"), section);
        area.shape(shape, Some(figure));
        let style = look(Face::Ui, 13.0, 16.0, INK_2);
        let element = canvas.element(Kind::Paragraph, section);
        let seat = edition.words.of("ballot-seat");
        canvas.put(area, &seat, style, At::centre(x - 20.0, TOP + 52.0, 96.0), Some(element))?;
        y = y.max(TOP + 72.0);
    }
    y += 8.0;
    let list = canvas.element(Kind::List, section);
    for (green, count, act, what) in [
        (true, budget.green, "ballot-tick", "ballot-tick-what"),
        (false, budget.red, "ballot-mark", "ballot-mark-what"),
    ] {
        if count == 0 {
            continue;
        }
        let element = canvas.element(Kind::ListItem, list);
        let count = [("n", count.into())];
        let (act, what) = (edition.words.say(act, &count), edition.words.say(what, &count));
        let spans = [
            (look(Face::UiBold, 16.0, 24.0, INK), format!("{act} ")),
            (look(Face::Ui, 16.0, 24.0, INK), what),
        ];
        let spans: Vec<_> = spans.iter().map(|(style, text)| (*style, text.as_str())).collect();
        let lines = canvas.lines(&spans, Some(inner - 36.0))?;
        let middle = lines.first().map_or(12.0, |line| line.height / 2.0);
        if green {
            area.green(SIDE, y + 2.0 + middle - 11.0, 22.0, None);
        } else {
            area.red(SIDE, y + 2.0 + middle - 11.0, 22.0, None);
        }
        for line in lines {
            let height = line.height;
            area.line(line, Align::Left, SIDE + 36.0, y + 2.0, inner - 36.0, Some(element));
            y += height;
        }
        y += 4.0;
    }
    Ok(y + 6.0 - TOP)
}

/// The x of the columns to tick in, and whether they are for green.
fn marks(edition: &Edition, inner: f32) -> Vec<(f32, bool)> {
    let budget = edition.pack.budget;
    let colours: Vec<bool> = [(true, budget.green), (false, budget.red)]
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(green, _)| green)
        .collect();
    let from = SIDE + inner - COLUMN * colours.len() as f32;
    (0u8..).zip(colours).map(|(i, green)| (from + f32::from(i) * COLUMN, green)).collect()
}

fn columns(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    y: f32,
    inner: f32,
    table: ElementId,
) -> Result<f32> {
    let style = look(Face::Ui, 13.0, 16.0, INK_2);
    let row = canvas.element(Kind::Row, table);
    let marks = marks(edition, inner);
    let mut tallest: f32 = 0.0;
    let element = canvas.element(Kind::ColumnHead, row);
    let ideas = edition.words.of("ballot-ideas");
    let wide = inner - COLUMN * marks.len() as f32;
    tallest =
        tallest.max(canvas.put(area, &ideas, style, At::left(SIDE, y, wide), Some(element))?);
    for (x, green) in marks {
        let element = canvas.element(Kind::ColumnHead, row);
        let words = edition.words.of(if green { "ballot-like" } else { "ballot-argue" });
        let at = At::centre(x - 6.0, y, COLUMN + 12.0);
        tallest = tallest.max(canvas.put(area, &words, style, at, Some(element))?);
    }
    Ok(tallest + 4.0)
}

fn row(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    idea: &Idea,
    (y, tall, inner): (f32, f32, f32),
    table: ElementId,
) -> Result<()> {
    let row = canvas.element(Kind::Row, table);
    let element = canvas.element(Kind::RowHead, row);
    let marks = marks(edition, inner);
    let wide = inner - COLUMN * marks.len() as f32 - 28.0;
    let mut lines = Vec::new();
    let mut named = (idea.name.as_str(), NAMES[0]);
    for name in [idea.name.as_str(), idea.brief()] {
        for size in NAMES {
            let style = look(Face::ReadStrong, size, size * 1.22, INK);
            lines = canvas.balanced(style, name, wide)?.0;
            named = (name, size);
            let high: f32 = lines.iter().map(|line| line.height).sum();
            if high <= tall - 4.0 && (size > 14.0 || name == idea.brief()) {
                break;
            }
        }
        let high: f32 = lines.iter().map(|line| line.height).sum();
        if high <= tall - 4.0 {
            break;
        }
    }
    let high: f32 = lines.iter().map(|line| line.height).sum();
    if high > tall {
        return Err(Error::LongName { number: idea.number });
    }
    let size = named.1;
    let mut down = y + (tall - high) / 2.0;
    let number = look(Face::UiBold, size, size * 1.22, INK_3);
    let spoken = idea.number.to_string();
    canvas.put(area, &spoken, number, At::left(SIDE, down, 28.0), Some(element))?;
    for line in lines {
        let height = line.height;
        area.line(line, Align::Left, SIDE + 28.0, down, wide, Some(element));
        down += height;
    }
    for (x, green) in marks {
        let cell = canvas.element(Kind::Cell, row);
        let alt = edition.words.of(if green { "ballot-circle-alt" } else { "ballot-square-alt" });
        let figure = canvas.figure(alt, cell);
        let edge = MARK.min(tall - 8.0);
        let radius = if green { edge / 2.0 } else { 3.0 };
        let (x, y) = (x + (COLUMN - edge) / 2.0, y + (tall - edge) / 2.0);
        let (width, height, line, colour) = (edge, edge, 1.75, INK_2);
        area.shape(Shape::Frame { x, y, width, height, radius, line, colour }, Some(figure));
    }
    area.rect(SIDE, y + tall, inner, 1.0, RULE_STRONG);
    Ok(())
}

fn foot(
    canvas: &mut Canvas,
    area: &mut Area,
    edition: &Edition,
    section: ElementId,
    (inner, height): (f32, f32),
    last: bool,
) -> Result<()> {
    let y = height - FOOT - 20.0;
    area.ring(SIDE, y, 20.0);
    let element = canvas.element(Kind::Paragraph, section);
    let words = edition.words.of(if last { "ballot-fold" } else { "ballot-over" });
    let style = look(Face::Ui, 14.0, 20.0, INK_2);
    let half = inner / 2.0;
    let at = At::left(SIDE + 28.0, y, half);
    canvas.put(area, &words, style, at, Some(element))?;
    let version = edition.words.say(
        "paper-version",
        &[("study", edition.pack.study.as_str().into()), ("version", edition.pack.version.into())],
    );
    let style = look(Face::Ui, 12.0, 20.0, INK_3);
    let wide = inner - half - 4.0;
    let at = At::right(SIDE + half + 4.0, y, wide);
    // A long title does not push the ballot apart.
    if let Some(line) = canvas.lines(&[(style, &version)], Some(wide))?.into_iter().next() {
        area.line(line, at.align, at.x, at.y, at.width, None);
    }
    Ok(())
}

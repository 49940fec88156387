//! A document into pages: each block becomes strips, strips are stacked on pages.

use std::collections::VecDeque;

use crate::doc::{Align, Block, Columns, Document, Heading, Quotation, Rule, Sheet, Text, Width};
use crate::figure::Figure;
use crate::flow::{Column, Strip, hold_all, hold_ends, stack, stacked};
use crate::page::{Bookmark, Element, ElementId, Item, Kind, Page, Pages, Shape, What};
use crate::style::{Colour, INK, RULE, RULE_STRONG, Role, Style, WELL};
use crate::text::{Line, Setter};
use crate::{Result, flow};

/// Pixels between the edge of a page and what is on it.
pub(crate) const LEFT: f32 = 60.0;
pub(crate) const TOP: f32 = 52.0;
const BOTTOM: f32 = 64.0;
/// Bar and air at the left of a quotation.
const QUOTE_BAR: f32 = 2.0;
const QUOTE_INDENT: f32 = 10.0;
/// Air round the words of a note.
const NOTE_SIDE: f32 = 16.0;
const NOTE_AIR: f32 = 12.0;
/// Under a line across.
pub(crate) const RULE_AIR: f32 = 8.0;

/// Lays a document out on its paper.
pub fn pages(document: &Document) -> Result<Pages> {
    let sheet = document.sheet;
    let (wide, high) = sheet.size.pixels();
    let (wide, high) = (wide / sheet.zoom, high / sheet.zoom);
    let mut layout = Layout {
        setter: Setter::new(&document.language),
        sheet,
        wide,
        high,
        elements: vec![Element::new(Kind::Document, None)],
        place: document.title.clone(),
        ideas: Vec::new(),
        continued: document.furniture.continued.clone(),
    };
    let strips = layout.blocks(&document.blocks, layout.inner(), 0)?;
    let mut pages = Vec::new();
    let mut bookmarks = Vec::new();
    for placed in stacked(&strips, high - TOP - BOTTOM) {
        let mut page = Page { size: sheet.size, cut: None, items: placed.items };
        for item in &mut page.items {
            item.shift(LEFT, TOP);
        }
        // Decoration lies under the words, and in one piece.
        page.items.sort_by_key(|item| item.element.is_some());
        bookmarks.extend(placed.bookmarks.into_iter().map(|(level, title, y)| Bookmark {
            level,
            title,
            page: pages.len(),
            y: y + TOP,
        }));
        pages.push(page);
    }
    let count = pages.len();
    for (i, page) in pages.iter_mut().enumerate() {
        layout.running_head(&bookmarks, i, page)?;
        layout.furniture(&document.furniture, i + 1, count, page)?;
        for item in &mut page.items {
            if layout.setter.rtl() {
                item.mirror(wide);
            }
            if (sheet.zoom - 1.0).abs() > f32::EPSILON {
                item.scale(sheet.zoom);
            }
        }
    }
    for mark in &mut bookmarks {
        mark.y *= sheet.zoom;
    }
    let rtl = layout.setter.rtl();
    layout.setter.rest();
    Ok(Pages {
        title: document.title.clone(),
        subject: document.subject.clone(),
        language: document.language.clone(),
        rtl,
        identity: document.identity.clone(),
        stamp: document.stamp,
        pages,
        elements: layout.elements,
        bookmarks,
    })
}

pub(crate) struct Layout {
    setter: Setter,
    sheet: Sheet,
    /// Width and height of a page in the pixels that it is laid out in, before the zoom.
    wide: f32,
    pub(crate) high: f32,
    elements: Vec<Element>,
    /// The heading that is being laid out under: where an error is.
    place: String,
    /// What has been talked of: it is said again where it goes on to another page.
    pub(crate) ideas: Vec<String>,
    /// What follows a heading that comes again.
    pub(crate) continued: String,
}

impl Layout {
    pub(crate) fn element(&mut self, kind: Kind, parent: ElementId) -> ElementId {
        self.elements.push(Element::new(kind, Some(parent)));
        self.elements.len() - 1
    }

    pub(crate) fn set(&mut self, text: &Text, width: Option<f32>) -> Result<Vec<Line>> {
        let spans: Vec<_> =
            text.spans.iter().map(|(role, words)| (self.style(*role), words.as_str())).collect();
        let mut lines = self.setter.lines(&spans, width).map_err(|error| error.at(&self.place))?;
        if self.setter.rtl() {
            lines.iter_mut().for_each(Line::reflect);
        }
        Ok(lines)
    }

    /// Pixels between the margins.
    pub(crate) fn inner(&self) -> f32 {
        self.wide - 2.0 * LEFT
    }

    /// How a part looks on this paper: nothing is smaller than its smallest words.
    pub(crate) fn style(&self, role: Role) -> Style {
        let style = role.style();
        let grown = (self.sheet.least / self.sheet.zoom / style.size).max(1.0);
        Style { size: style.size * grown, leading: style.leading * grown, ..style }
    }

    pub(crate) fn blocks(
        &mut self,
        blocks: &[Block],
        width: f32,
        parent: ElementId,
    ) -> Result<VecDeque<Strip>> {
        let mut strips = VecDeque::new();
        for block in blocks {
            strips.extend(self.block(block, width, parent)?);
        }
        Ok(strips)
    }

    fn block(&mut self, block: &Block, width: f32, parent: ElementId) -> Result<Vec<Strip>> {
        match block {
            Block::Heading(heading) => self.heading(heading, width, parent),
            Block::Paragraph(text) => {
                let element = self.element(Kind::Paragraph, parent);
                let lines = self.set(text, Some(width))?;
                let mut strips: Vec<_> =
                    lines.into_iter().map(|l| strip(l, text.align, width, element)).collect();
                hold_ends(&mut strips);
                Ok(strips)
            }
            Block::Quotation(quotation) => self.quotation(quotation, width, parent),
            Block::List(list) => self.list(list, width, parent),
            Block::Table(table) => self.table(table, width, parent),
            Block::Figure(figure) => Ok(vec![self.figure(figure, width, parent)]),
            Block::Columns(columns) => self.columns(columns, width, parent),
            Block::Note(blocks) => self.note(blocks, width, parent),
            Block::Together(blocks) => {
                let mut strips: Vec<_> = self.blocks(blocks, width, parent)?.into();
                hold_all(&mut strips);
                Ok(strips)
            }
            Block::Rule(rule) => {
                let mut strip = Strip { keep: true, ..Strip::default() };
                if let Some((height, colour)) = thickness(*rule) {
                    strip.height = height + RULE_AIR;
                    strip.items.push(bar(0.0, 0.0, width, height, colour));
                }
                Ok(vec![strip])
            }
            Block::Space(height) => Ok(vec![Strip::air(*height)]),
            Block::Turn => Ok(vec![Strip { kind: flow::Kind::Turn, ..Strip::default() }]),
            Block::Break => Ok(vec![Strip { kind: flow::Kind::Break, ..Strip::default() }]),
        }
    }

    fn heading(&mut self, heading: &Heading, width: f32, parent: ElementId) -> Result<Vec<Strip>> {
        self.place.clone_from(&heading.text);
        if heading.role == Role::Idea {
            self.ideas.push(heading.text.clone());
        }
        let element = self.element(Kind::Heading(heading.level), parent);
        let note = match &heading.note {
            Some(words) => self.set(&Text::new(Role::HeadNote, words), None)?.into_iter().next(),
            None => None,
        };
        let room = width - note.as_ref().map_or(0.0, |note| note.width + 8.0);
        let lines = self.set(&Text::new(heading.role, &heading.text), Some(room.max(40.0)))?;
        let mut strips: Vec<_> =
            lines.into_iter().map(|line| strip(line, Align::Left, width, element)).collect();
        if let (Some(note), Some(first)) = (note, strips.first_mut()) {
            let element = self.element(Kind::Paragraph, parent);
            first.items.extend(strip(note, Align::Right, width, element).items);
        }
        if let (true, Some(first)) = (heading.bookmark, strips.first_mut()) {
            first.bookmark = Some((heading.level, heading.text.clone()));
        }
        for strip in &mut strips {
            strip.keep = true;
        }
        Ok(strips)
    }

    /// The words in the reading face with a bar at the left; who said it follows on the last line
    /// where it fits, and has a line of its own where it does not.
    fn quotation(
        &mut self,
        quotation: &Quotation,
        width: f32,
        parent: ElementId,
    ) -> Result<Vec<Strip>> {
        let element = self.element(Kind::Quotation, parent);
        let room = width - QUOTE_INDENT;
        let mut lines = self.set(&Text::new(Role::Words, &quotation.words), Some(room))?;
        if !quotation.who.trim().is_empty() {
            let who = Text::new(Role::Cite, &quotation.who);
            let mut cite = self.set(&who, None)?;
            if cite.iter().any(|line| line.width > room) {
                cite = self.set(&who, Some(room))?;
            }
            let air = self.style(Role::Words).size * 0.3;
            match (lines.last_mut(), cite.len()) {
                (Some(last), 1) if last.width + air + cite[0].width <= room => {
                    let from = last.width + air;
                    for mut run in cite.remove(0).runs {
                        run.x += from;
                        last.runs.push(run);
                    }
                }
                _ => lines.extend(cite),
            }
        }
        let count = lines.len();
        let mut strips: Vec<_> = lines
            .into_iter()
            .enumerate()
            .map(|(i, line)| {
                let mut strip = strip(line, Align::Left, room, element);
                for item in &mut strip.items {
                    item.shift(QUOTE_INDENT, 0.0);
                }
                // A hair of overlap, so that no seam shows between two lines.
                let height = strip.height + if i + 1 < count { 0.4 } else { 0.0 };
                strip.items.insert(0, bar(0.0, 0.0, QUOTE_BAR, height, RULE_STRONG));
                strip
            })
            .collect();
        hold_ends(&mut strips);
        Ok(strips)
    }

    /// Blocks on a quiet ground.
    fn note(&mut self, blocks: &[Block], width: f32, parent: ElementId) -> Result<Vec<Strip>> {
        let mut strips: Vec<_> =
            self.blocks(blocks, width - 2.0 * NOTE_SIDE, parent)?.into_iter().collect();
        let count = strips.len();
        for (i, strip) in strips.iter_mut().enumerate() {
            let over = if i == 0 { NOTE_AIR } else { 0.0 };
            let under = if i + 1 == count { NOTE_AIR } else { 0.0 };
            for item in &mut strip.items {
                item.shift(NOTE_SIDE, over);
            }
            strip.height += over + under;
            // A hair of overlap, so that no seam shows between two lines.
            let height = strip.height + if i + 1 < count { 0.4 } else { 0.0 };
            strip.items.insert(0, bar(0.0, 0.0, width, height, WELL));
        }
        hold_all(&mut strips);
        Ok(strips)
    }

    pub(crate) fn figure(&mut self, figure: &Figure, width: f32, parent: ElementId) -> Strip {
        let element = figure.alt().map(|alt| {
            let element = self.element(Kind::Figure, parent);
            self.elements[element].alt = Some(alt.to_owned());
            element
        });
        let drawing = figure.draw(width);
        let items = drawing
            .shapes
            .into_iter()
            .map(|shape| Item { element, what: What::Shape(shape) })
            .collect();
        Strip { height: drawing.height, items, ..Strip::default() }
    }

    fn columns(&mut self, columns: &Columns, width: f32, parent: ElementId) -> Result<Vec<Strip>> {
        let mut naturals = Vec::new();
        for (cell, wide) in columns.cells.iter().zip(&columns.widths) {
            naturals.push(if *wide == Width::Fit { self.natural(cell)? } else { 0.0 });
        }
        let widths = divide(&columns.widths, &naturals, columns.gap, width);
        let mut x = 0.0;
        let mut parts = Vec::new();
        for (cell, width) in columns.cells.iter().zip(&widths) {
            let strips = self.blocks(cell, *width, parent)?;
            parts.push(Column { x, strips, again: self.again(cell, *width)? });
            x += width + columns.gap;
        }
        if columns.foot {
            let tallest = parts.iter().map(|part| stack(&part.strips)).fold(0.0, f32::max);
            for part in &mut parts {
                let height = tallest - stack(&part.strips);
                part.strips.push_front(Strip { height, keep: true, ..Strip::default() });
            }
        }
        Ok(vec![Strip::columns(parts)])
    }

    /// The head of a column, for the pages that it goes on to.
    fn again(&mut self, cell: &[Block], width: f32) -> Result<Vec<Strip>> {
        let Some(Block::Heading(heading)) = cell.first() else { return Ok(Vec::new()) };
        let text = Text::new(heading.role, &heading.text).and(Role::Cite, &self.continued);
        let mut strips = Vec::new();
        for line in self.set(&text, Some(width))? {
            let mut strip = strip(line, Align::Left, width, 0);
            strip.keep = true;
            for item in &mut strip.items {
                item.element = None;
            }
            strips.push(strip);
        }
        Ok(strips)
    }

    /// How wide blocks would be if they had all the room.
    fn natural(&mut self, blocks: &[Block]) -> Result<f32> {
        let mut widest: f32 = 0.0;
        for block in blocks {
            widest = widest.max(match block {
                Block::Paragraph(text) => self.wide(text)?,
                Block::Heading(heading) => self.wide(&Text::new(heading.role, &heading.text))?,
                Block::Table(table) => {
                    let naturals = self.column_widths(table)?;
                    let gaps = table.gap * naturals.len().saturating_sub(1) as f32;
                    naturals.iter().sum::<f32>() + gaps
                }
                Block::Figure(figure) => figure.natural(),
                Block::Columns(columns) => {
                    let mut sum = columns.gap * columns.cells.len().saturating_sub(1) as f32;
                    for (cell, wide) in columns.cells.iter().zip(&columns.widths) {
                        sum += match wide {
                            Width::Fixed(pixels) => *pixels,
                            _ => self.natural(cell)?,
                        };
                    }
                    sum
                }
                _ => 0.0,
            });
        }
        // Rounding must not break the line that was measured.
        Ok(widest + 0.05)
    }

    pub(crate) fn wide(&mut self, text: &Text) -> Result<f32> {
        Ok(self.set(text, None)?.iter().map(|line| line.width).fold(0.0, f32::max))
    }
}

/// One line as a strip of its own.
pub(crate) fn strip(line: Line, align: Align, width: f32, element: ElementId) -> Strip {
    let dx = match align {
        Align::Left => 0.0,
        Align::Centre => (width - line.width) / 2.0,
        Align::Right => width - line.width,
    };
    let baseline = line.baseline;
    let items = line
        .runs
        .into_iter()
        .map(|mut run| {
            run.x += dx;
            Item { element: Some(element), what: What::Run { run, y: baseline } }
        })
        .collect();
    Strip { height: line.height, items, ..Strip::default() }
}

/// Divides a width among columns.
pub(crate) fn divide(widths: &[Width], naturals: &[f32], gap: f32, width: f32) -> Vec<f32> {
    let own = |(wide, natural): (&Width, &f32)| match wide {
        Width::Fixed(pixels) => *pixels,
        Width::Fit => *natural,
        Width::Share(_) => 0.0,
    };
    let taken: f32 = widths.iter().zip(naturals).map(own).sum::<f32>()
        + gap * widths.len().saturating_sub(1) as f32;
    let shares: f32 =
        widths.iter().map(|wide| if let Width::Share(share) = wide { *share } else { 0.0 }).sum();
    let left = (width - taken).max(0.0);
    widths
        .iter()
        .zip(naturals)
        .map(|(wide, natural)| match wide {
            Width::Share(share) => left * share / shares.max(f32::EPSILON),
            _ => own((wide, natural)),
        })
        .collect()
}

/// Height and colour of a line across.
pub(crate) fn thickness(rule: Rule) -> Option<(f32, Colour)> {
    match rule {
        Rule::None => None,
        Rule::Hair => Some((1.0, RULE)),
        Rule::Strong => Some((1.0, RULE_STRONG)),
        Rule::Ink => Some((1.5, INK)),
    }
}

pub(crate) fn bar(x: f32, y: f32, width: f32, height: f32, fill: Colour) -> Item {
    let shape = Shape::Rect { x, y, width, height, radius: 0.0, fill };
    Item { element: None, what: What::Shape(shape) }
}

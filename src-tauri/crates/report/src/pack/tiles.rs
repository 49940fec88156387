//! A poster on the sheets of an office printer, and the marks along which paper is cut or laid.

use crate::Result;
use crate::page::{Cut, Item, MM, Page, Shape, Size, What, Window};
use crate::style::{Face, INK, INK_3};

use super::Words;
use super::canvas::{Area, At, Canvas, look};
use super::paper::Office;

/// What an office printer leaves white at each edge, and how far two sheets lie over one another.
const WHITE: f32 = 12.0 * MM;
const OVERLAP: f32 = 10.0 * MM;
/// Length of a crop mark, and its distance from the cut.
const MARK: f32 = 5.0 * MM;
const OFF: f32 = 4.0 * MM;

/// Short lines at the corners, outside of what is printed, to cut along.
pub(crate) fn crop_marks(width: f32, height: f32, cut: Cut) -> Vec<Item> {
    let mut items = Vec::new();
    let (left, top) = (cut.margin, cut.margin);
    for (x, away) in [(left, -1.0), (left + width, 1.0)] {
        for (y, over) in [(top, -1.0), (top + height, 1.0)] {
            items.push(hair((x + away * OFF, y), (x + away * (OFF + MARK), y)));
            items.push(hair((x, y + over * OFF), (x, y + over * (OFF + MARK))));
        }
    }
    items
}

fn hair(from: (f32, f32), to: (f32, f32)) -> Item {
    let shape = Shape::Stroke { points: vec![from, to], width: 0.5, colour: INK };
    Item { element: None, what: What::Shape(shape) }
}

/// How a length is cut up: how many sheets, each showing so much.
fn count(length: f32, shows: f32) -> u16 {
    (1..200).find(|n| shows + f32::from(n - 1) * (shows - OVERLAP) >= length - 0.5).unwrap_or(200)
}

/// Cuts every page up into sheets of an office printer, held the way that takes fewer.
pub(crate) fn cut_up(canvas: &mut Canvas, words: &Words, office: Office) -> Result<()> {
    let whole = std::mem::take(&mut canvas.pages);
    let marks = std::mem::take(&mut canvas.bookmarks);
    for (number, page) in whole.iter().enumerate() {
        for mark in marks.iter().filter(|mark| mark.page == number) {
            canvas.bookmark(mark.level, mark.title.clone());
        }
        let (width, height) = page.size.pixels();
        let plan = |size: Size| {
            let (wide, high) = size.pixels();
            (count(width, wide - 2.0 * WHITE), count(height, high - 2.0 * WHITE))
        };
        let (upright, across) = (office.size(), office.size().turned());
        let sheets = |(columns, rows): (u16, u16)| columns * rows;
        let size = if sheets(plan(across)) < sheets(plan(upright)) { across } else { upright };
        let (columns, rows) = plan(size);
        let mut seen = vec![false; page.items.len()];
        for row in 0..rows {
            for column in 0..columns {
                let tile = Tile { size, row, column, rows, columns };
                let items = tile.items(canvas, words, page, &mut seen)?;
                canvas.pages.push(Page { size, cut: None, items });
            }
        }
    }
    Ok(())
}

/// One sheet of several.
struct Tile {
    size: Size,
    row: u16,
    column: u16,
    rows: u16,
    columns: u16,
}

impl Tile {
    fn items(
        &self,
        canvas: &mut Canvas,
        words: &Words,
        page: &Page,
        seen: &mut [bool],
    ) -> Result<Vec<Item>> {
        let (wide, high) = self.size.pixels();
        let (wide, high) = (wide - 2.0 * WHITE, high - 2.0 * WHITE);
        let x = f32::from(self.column) * (wide - OVERLAP);
        let y = f32::from(self.row) * (high - OVERLAP);
        let (all_wide, all_high) = page.size.pixels();
        let window = Window {
            x: WHITE,
            y: WHITE,
            width: wide.min(all_wide - x),
            height: high.min(all_high - y),
        };
        let mut items = vec![Item { element: None, what: What::Window(Some(window)) }];
        for (i, item) in page.items.iter().enumerate() {
            let (left, right) = item.sides();
            let (top, bottom) = item.heights();
            if right < x || left > x + wide || bottom < y || top > y + high {
                continue;
            }
            let mut item = item.clone();
            item.shift(WHITE - x, WHITE - y);
            // What is cut in two is read out once.
            if std::mem::replace(&mut seen[i], true) {
                item.element = None;
            }
            items.push(item);
        }
        items.push(Item { element: None, what: What::Window(None) });
        items.extend(self.marks(canvas, words, window)?);
        Ok(items)
    }

    /// Marks to cut at on the right and below, marks on the left and above that the sheets before
    /// it reach up to when they are laid over it, and which sheet this is.
    fn marks(&self, canvas: &mut Canvas, words: &Words, window: Window) -> Result<Vec<Item>> {
        let mut area = Area::default();
        let (right, bottom) = (window.x + window.width, window.y + window.height);
        let mut marks = Vec::new();
        let mut line = |from, to| marks.push(hair(from, to));
        if self.column > 0 {
            let x = window.x + OVERLAP;
            line((x, window.y - MARK), (x, window.y - 1.0));
            line((x, bottom + 1.0), (x, bottom + MARK));
        }
        if self.row > 0 {
            let y = window.y + OVERLAP;
            line((window.x - MARK, y), (window.x - 1.0, y));
            line((right + 1.0, y), (right + MARK, y));
        }
        if self.column + 1 < self.columns {
            line((right, window.y - MARK), (right, window.y - 1.0));
            line((right, bottom + 1.0), (right, bottom + MARK));
        }
        if self.row + 1 < self.rows {
            line((window.x - MARK, bottom), (window.x - 1.0, bottom));
            line((right + 1.0, bottom), (right + MARK, bottom));
        }
        let sheet = self.row * self.columns + self.column + 1;
        let say = words.say(
            "poster-tile",
            &[
                ("n", u32::from(sheet).into()),
                ("of", u32::from(self.rows * self.columns).into()),
                ("row", u32::from(self.row + 1).into()),
                ("column", u32::from(self.column + 1).into()),
            ],
        );
        let style = look(Face::Ui, 12.0, 16.0, INK_3);
        let y = self.size.pixels().1 - WHITE + 14.0;
        let width = self.size.pixels().0 - 2.0 * WHITE - 80.0;
        canvas.put(&mut area, &say, style, At::left(WHITE + 52.0, y, width), None)?;
        marks.extend(area.into_items(self.size.pixels().0, canvas.rtl()));
        Ok(marks)
    }
}

//! Strips of a document, stacked on pages. Says where a page may break and where it may not.

use std::collections::VecDeque;

use crate::page::Item;

/// Columns shorter than this are never cut, in pixels.
const SHORT: f32 = 160.0;
/// Blocks that belong together are cut only where they are longer than this.
const LONG: f32 = 400.0;
/// A page that is filled less than this is filled on in spite of a break.
const HARDLY: f32 = 0.4;
/// Air that is more than this is between sections, and may give way.
const GENEROUS: f32 = 16.0;
/// What is left of it where a page is short of room; the first that is enough.
const TIGHTER: [f32; 2] = [0.75, 0.5];

/// A piece as wide as its column that is never cut.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Pixels.
    pub height: f32,
    /// Whether it stays on the page of the strip after it.
    pub keep: bool,
    pub kind: Kind,
    /// Level and words of a place that readers can jump to.
    pub bookmark: Option<(u8, String)>,
    pub items: Vec<Item>,
    /// Columns side by side, each with strips of its own.
    pub columns: Vec<Column>,
    /// Whether columns stay on one page too; otherwise each is cut where the page ends.
    pub whole: bool,
}

/// What a strip is to a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    #[default]
    Content,
    /// A page does not begin with it.
    Air,
    /// What follows begins a page, unless this one has hardly been begun.
    Break,
    /// What follows begins a page.
    Turn,
}

/// One of several columns.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// Pixels from the left edge of the strip.
    pub x: f32,
    pub strips: VecDeque<Strip>,
    /// What says, at the top of the next page, whose the rest is.
    pub again: Vec<Strip>,
}

impl Strip {
    pub fn air(height: f32) -> Self {
        Self { height, kind: Kind::Air, ..Self::default() }
    }

    pub fn columns(columns: Vec<Column>) -> Self {
        let height = columns.iter().map(|column| stack(&column.strips)).fold(0.0, f32::max);
        Self { height, columns, whole: height <= SHORT, ..Self::default() }
    }

    /// The least that must be placed of it at once.
    fn least(&self) -> f32 {
        if self.whole {
            return self.height;
        }
        self.columns
            .iter()
            .map(|column| chain(&column.strips).1)
            .fold(if self.columns.is_empty() { self.height } else { 0.0 }, f32::max)
    }
}

/// Neither the first nor the last line of a paragraph stands alone on a page.
pub fn hold_ends(strips: &mut [Strip]) {
    let count = strips.len();
    for (i, strip) in strips.iter_mut().enumerate() {
        strip.keep = i + 1 < count && (i == 0 || i + 2 == count);
    }
}

/// All stay on one page, where they fit on one.
pub fn hold_all(strips: &mut [Strip]) {
    if let Some((last, others)) = strips.split_last_mut() {
        for strip in others {
            strip.keep = true;
        }
        last.whole |= last.height <= LONG;
    }
}

/// Pixels of strips one under another.
pub fn stack(strips: &VecDeque<Strip>) -> f32 {
    strips.iter().map(|strip| strip.height).sum()
}

/// How many strips at the front stay together, and how many pixels they need at the least.
fn chain(strips: &VecDeque<Strip>) -> (usize, f32) {
    let mut needs = 0.0;
    for (i, strip) in strips.iter().enumerate() {
        if i > 0 && strip.kind == Kind::Turn {
            return (i, needs);
        }
        if strip.keep {
            needs += strip.height;
        } else {
            return (i + 1, needs + strip.least());
        }
    }
    (strips.len(), needs)
}

/// What was placed, and the places readers can jump to.
#[derive(Default)]
pub struct Placed {
    pub items: Vec<Item>,
    /// Level, words and pixels from the top.
    pub bookmarks: Vec<(u8, String, f32)>,
    /// Pixels from the top.
    pub height: f32,
    /// Whether it ends because what follows begins a page.
    broken: bool,
}

/// Pages of at most `room` pixels. Where a little less air saves a page, or brings what stands
/// before a break on to fewer pages, there is a little less air.
pub fn stacked(strips: &VecDeque<Strip>, room: f32) -> Vec<Placed> {
    let cost = |pages: &[Placed]| {
        pages.len() + pages.iter().position(|page| page.broken).unwrap_or(pages.len())
    };
    let mut best = all_pages(strips.clone(), room);
    if best.len() == 1 {
        return best;
    }
    for part in TIGHTER {
        let mut tight = strips.clone();
        let generous = |strip: &&mut Strip| strip.kind == Kind::Air && strip.height > GENEROUS;
        for strip in tight.iter_mut().filter(generous) {
            strip.height *= part;
        }
        let pages = all_pages(tight, room);
        if cost(&pages) < cost(&best) {
            best = pages;
        }
    }
    best
}

fn all_pages(mut strips: VecDeque<Strip>, room: f32) -> Vec<Placed> {
    let mut pages = Vec::new();
    while !strips.is_empty() {
        pages.push(take(&mut strips, room, true));
    }
    pages
}

/// Takes from the front what fits into `room` pixels. At the top of a page (`fresh`) something is
/// always taken, so that a document comes to an end.
pub fn take(strips: &mut VecDeque<Strip>, room: f32, fresh: bool) -> Placed {
    let mut placed = Placed::default();
    loop {
        let first = fresh && placed.height == 0.0;
        if first {
            while strips.front().is_some_and(|strip| strip.kind != Kind::Content) {
                strips.pop_front();
            }
        } else if strips.front().is_some_and(|strip| strip.kind == Kind::Turn) {
            strips.pop_front();
            return placed;
        } else if strips.front().is_some_and(|strip| strip.kind == Kind::Break) {
            strips.pop_front();
            if placed.height > room * HARDLY {
                placed.broken = true;
                return placed;
            }
        }
        let (count, needs) = chain(strips);
        if count == 0 {
            return placed;
        }
        if placed.height + needs > room + 0.01 && !first {
            return placed;
        }
        for _ in 0..count {
            let Some(mut strip) = strips.pop_front() else { break };
            let left = room - placed.height;
            // What should stay together but is longer than a page is cut where the page ends.
            if placed.height > 0.0 && strip.least() > left + 0.01 {
                strips.push_front(strip);
                return placed;
            }
            if strip.columns.is_empty() || strip.height <= left + 0.01 {
                place(&mut placed, strip);
                continue;
            }
            let top = placed.height;
            let mut lowest: f32 = 0.0;
            for column in &mut strip.columns {
                let part = take(&mut column.strips, left, first);
                if part.height > 0.0 && !column.strips.is_empty() {
                    for strip in column.again.iter().rev() {
                        column.strips.push_front(strip.clone());
                    }
                }
                lowest = lowest.max(part.height);
                merge(&mut placed, part, column.x, top);
            }
            placed.height = top + lowest;
            if strip.columns.iter().any(|column| !column.strips.is_empty()) {
                let rest = Strip { keep: strip.keep, ..Strip::columns(strip.columns) };
                strips.push_front(rest);
                return placed;
            }
        }
    }
}

fn place(placed: &mut Placed, strip: Strip) {
    let top = placed.height;
    if let Some((level, words)) = strip.bookmark {
        placed.bookmarks.push((level, words, top));
    }
    for mut item in strip.items {
        item.shift(0.0, top);
        placed.items.push(item);
    }
    for column in strip.columns {
        let mut part = Placed::default();
        for inner in column.strips {
            place(&mut part, inner);
        }
        merge(placed, part, column.x, top);
    }
    placed.height = top + strip.height;
}

fn merge(placed: &mut Placed, part: Placed, dx: f32, dy: f32) {
    for mut item in part.items {
        item.shift(dx, dy);
        placed.items.push(item);
    }
    placed.bookmarks.extend(part.bookmarks.into_iter().map(|(l, words, y)| (l, words, y + dy)));
}

#[cfg(test)]
mod tests {
    use super::{Column, Kind, Strip, hold_ends, stacked, take};
    use std::collections::VecDeque;

    fn line() -> Strip {
        Strip { height: 10.0, ..Strip::default() }
    }

    fn paragraph(count: usize) -> Vec<Strip> {
        let mut lines = vec![line(); count];
        hold_ends(&mut lines);
        lines
    }

    /// Heights of the pages.
    fn stack(strips: Vec<Strip>, room: f32) -> Vec<f32> {
        let mut strips = VecDeque::from(strips);
        let mut pages = Vec::new();
        while !strips.is_empty() {
            pages.push(take(&mut strips, room, true).height);
        }
        pages
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let heading = Strip { keep: true, ..line() };
        let strips = [vec![line(); 4], vec![heading], paragraph(2)].concat();
        assert_eq!(stack(strips, 60.0), [40.0, 30.0]);
    }

    #[test]
    fn a_paragraph_of_three_is_whole_and_one_of_four_parts_in_the_middle() {
        assert_eq!(stack([vec![line(); 4], paragraph(3)].concat(), 60.0), [40.0, 30.0]);
        assert_eq!(stack([vec![line(); 4], paragraph(4)].concat(), 60.0), [60.0, 20.0]);
    }

    #[test]
    fn a_page_does_not_begin_with_air() {
        let strips = [vec![line(); 6], vec![Strip::air(30.0)], vec![line()]].concat();
        assert_eq!(stack(strips, 60.0), [60.0, 10.0]);
    }

    #[test]
    fn a_break_begins_a_page_once() {
        let end = Strip { kind: Kind::Break, ..Strip::default() };
        let strips = vec![end.clone(), line(), end.clone(), end, line()];
        assert_eq!(stack(strips, 20.0), [10.0, 10.0]);
    }

    #[test]
    fn a_turn_begins_a_page_whatever_is_on_this_one() {
        let turn = Strip { kind: Kind::Turn, ..Strip::default() };
        let held = Strip { keep: true, ..line() };
        assert_eq!(stack(vec![line(), held, turn, line()], 60.0), [20.0, 10.0]);
    }

    #[test]
    fn a_page_hardly_begun_is_filled_on() {
        let end = Strip { kind: Kind::Break, ..Strip::default() };
        assert_eq!(stack(vec![line(), end, line()], 60.0), [20.0]);
    }

    #[test]
    fn air_gives_way_where_that_saves_a_page() {
        let strips = vec![line(), Strip::air(20.0), line()];
        let heights = |room| -> Vec<f32> {
            stacked(&strips.clone().into(), room).iter().map(|page| page.height).collect()
        };
        assert_eq!(heights(40.0), [40.0]);
        assert_eq!(heights(36.0), [35.0]);
        assert_eq!(heights(33.0), [30.0]);
        assert_eq!(heights(29.0), [10.0, 10.0]);
    }

    #[test]
    fn columns_are_cut_each_for_itself() {
        let column = |x, count| Column {
            x,
            strips: vec![line(); count].into(),
            again: vec![Strip { keep: true, ..line() }],
        };
        let strips = vec![Strip::columns(vec![column(0.0, 22), column(50.0, 3)]), line()];
        // 6 lines, then the head and 5, three times over, then the head, the last and what follows.
        assert_eq!(stack(strips, 60.0), [60.0, 60.0, 60.0, 60.0, 30.0]);
    }

    #[test]
    fn what_should_stay_together_but_cannot_is_cut() {
        let held = Strip { keep: true, ..line() };
        assert_eq!(stack(vec![held; 15], 60.0), [60.0, 60.0, 30.0]);
    }
}

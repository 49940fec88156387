//! Lists: a dash before each item, and columns of about one height.

use std::collections::VecDeque;

use crate::Result;
use crate::doc::{Align, List, Mark, Text};
use crate::figure::box_to_tick;
use crate::flow::{Column, Strip, hold_all};
use crate::layout::{Layout, strip};
use crate::page::{ElementId, Item, Kind};
use crate::style::Role;

const INDENT: f32 = 12.0;
/// Pixels between two columns.
const GAP: f32 = 20.0;

impl Layout {
    pub(crate) fn list(
        &mut self,
        list: &List,
        width: f32,
        parent: ElementId,
    ) -> Result<Vec<Strip>> {
        let element = self.element(Kind::List, parent);
        let columns = list.columns.max(1);
        let column = (width - GAP * (columns - 1) as f32) / columns as f32;
        let mut items = Vec::new();
        for item in &list.items {
            items.push(self.item(item, list.mark, column, element)?);
        }
        if columns == 1 {
            return Ok(items.into_iter().flatten().collect());
        }
        let heights: Vec<f32> =
            items.iter().map(|item| item.iter().map(|strip| strip.height).sum()).collect();
        let mut items = items.into_iter();
        let mut parts = Vec::new();
        for (i, count) in fill(&heights, columns).into_iter().enumerate() {
            let strips: VecDeque<Strip> = items.by_ref().take(count).flatten().collect();
            parts.push(Column { x: i as f32 * (column + GAP), strips, again: Vec::new() });
        }
        Ok(vec![Strip::columns(parts)])
    }

    fn item(&mut self, text: &Text, mark: Mark, width: f32, list: ElementId) -> Result<Vec<Strip>> {
        let element = self.element(Kind::ListItem, list);
        if mark == Mark::Box {
            return self.ticked(text, width, element);
        }
        let role = text.spans.first().map_or(Role::Body, |(role, _)| *role);
        let quiet = match role {
            Role::Page => Role::PageQuiet,
            Role::Guide => Role::GuideQuiet,
            _ => Role::Quiet,
        };
        let indent = INDENT * self.style(quiet).size / Role::Quiet.style().size;
        let lines = self.set(text, Some(width - indent))?;
        let dash = self.set(&Text::new(quiet, "–"), None)?;
        let mut strips: Vec<_> = lines
            .into_iter()
            .map(|line| {
                let mut strip = strip(line, Align::Left, width, element);
                for item in &mut strip.items {
                    item.shift(indent, 1.0);
                }
                strip.height += 2.0;
                strip
            })
            .collect();
        if let (Some(first), Some(dash)) = (strips.first_mut(), dash.into_iter().next()) {
            let mut items = strip(dash, Align::Left, width, element).items;
            let line = first.items.iter().find_map(Item::baseline);
            for item in &mut items {
                item.shift(0.0, 1.0);
                // On the line of the words, whose face may stand deeper.
                if let (false, Some(own), Some(line)) =
                    (quiet == Role::Quiet, item.baseline(), line)
                {
                    item.shift(0.0, line - own);
                }
                // The dash is a mark of the list, not a word.
                item.element = None;
            }
            first.items.splice(0..0, items);
        }
        hold_all(&mut strips);
        Ok(strips)
    }
}

impl Layout {
    /// A box to tick, and what it is for.
    fn ticked(&mut self, text: &Text, width: f32, element: ElementId) -> Result<Vec<Strip>> {
        let size = text.spans.first().map_or(13.0, |(role, _)| self.style(*role).size);
        let edge = size * 1.06;
        let lines = self.set(text, Some(width - edge * 1.75))?;
        let mut strips: Vec<_> = lines
            .into_iter()
            .map(|line| {
                let mut strip = strip(line, Align::Left, width, element);
                for item in &mut strip.items {
                    item.shift(edge * 1.75, 3.0);
                }
                strip
            })
            .collect();
        if let Some(first) = strips.first_mut() {
            let y = 3.0 + (first.height - edge) / 2.0;
            first.items.insert(0, Item { element: None, what: box_to_tick(0.0, y, edge) });
            first.height += 3.0;
        }
        for strip in strips.iter_mut().skip(1) {
            for item in &mut strip.items {
                item.shift(0.0, -3.0);
            }
        }
        if let Some(last) = strips.last_mut() {
            last.height += 3.0;
        }
        hold_all(&mut strips);
        Ok(strips)
    }
}

/// How many items each column takes, so that the tallest is as short as can be.
fn fill(heights: &[f32], columns: usize) -> Vec<usize> {
    let mut tries: Vec<f32> = (0..heights.len())
        .flat_map(|from| {
            let sums = heights[from..].iter().scan(0.0, |sum, height| {
                *sum += height;
                Some(*sum)
            });
            sums.collect::<Vec<_>>()
        })
        .collect();
    tries.sort_by(f32::total_cmp);
    tries
        .into_iter()
        .map(|tallest| pour(heights, tallest))
        .find(|counts| counts.len() <= columns)
        .unwrap_or_else(|| vec![heights.len()])
}

/// Fills columns up to a height one after another.
fn pour(heights: &[f32], tallest: f32) -> Vec<usize> {
    let mut counts = Vec::new();
    let (mut count, mut sum) = (0, 0.0);
    for height in heights {
        if count > 0 && sum + height > tallest + 0.01 {
            counts.push(count);
            (count, sum) = (0, 0.0);
        }
        if *height > tallest + 0.01 {
            return vec![1; heights.len() + 1];
        }
        count += 1;
        sum += height;
    }
    counts.push(count);
    counts
}

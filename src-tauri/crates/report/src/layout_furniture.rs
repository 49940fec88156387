//! What stands above and below the content of a page.

use crate::Result;
use crate::doc::{Align, Furniture, Text};
use crate::layout::{LEFT, Layout, RULE_AIR, TOP, strip};
use crate::page::{Bookmark, Page};
use crate::style::Role;
use crate::text::Line;

/// Pixels from the foot of the page to the foot of its furniture.
const FOOT: f32 = 32.0;
/// Pixels from the top of a page to what is said above it.
const HEAD: f32 = 26.0;

impl Layout {
    /// Says above a page which idea it goes on with.
    pub(crate) fn running_head(
        &mut self,
        bookmarks: &[Bookmark],
        page: usize,
        on: &mut Page,
    ) -> Result<()> {
        let begins = |mark: &&Bookmark| mark.page == page && mark.y < TOP + RULE_AIR + 4.0;
        let last = bookmarks.iter().rev().find(|mark| mark.page < page);
        let Some(last) = last.filter(|mark| self.ideas.contains(&mark.title)) else {
            return Ok(());
        };
        if bookmarks.iter().any(|mark| begins(&mark)) {
            return Ok(());
        }
        let words = format!("{}{}", last.title, self.continued);
        for line in self.set(&Text::new(Role::Foot, words), Some(self.inner()))?.into_iter().take(1)
        {
            for mut item in strip(line, Align::Left, self.inner(), 0).items {
                item.shift(LEFT, HEAD);
                item.element = None;
                on.items.push(item);
            }
        }
        Ok(())
    }

    pub(crate) fn furniture(
        &mut self,
        furniture: &Furniture,
        number: usize,
        count: usize,
        page: &mut Page,
    ) -> Result<()> {
        let numbers = format!("{number}{}{count}", furniture.of);
        let wide = |lines: &[Line]| lines.first().map_or(0.0, |line| line.width);
        let right = self.set(&Text::new(Role::Foot, &numbers), None)?;
        let centre = self.set(&Text::new(Role::Foot, &furniture.centre), None)?;
        // A long title stops before the number of the page: it stands in full on the first one.
        let room = self.inner() - wide(&right) - 20.0;
        let mut left = self.set(&Text::new(Role::Foot, &furniture.left), Some(room))?;
        left.truncate(1);
        // The middle of what the sides leave; where that is too little, a line of its own.
        let (from, to) = (wide(&left) + 20.0, self.inner() - wide(&right) - 20.0);
        let fits = wide(&centre) <= to - from;
        let middle = if fits { f32::midpoint(from, to - wide(&centre)) } else { 0.0 };
        let leading = self.style(Role::Foot).leading;
        let top = self.high - FOOT - leading;
        let above = if fits { top } else { top - leading };
        for (lines, x, y) in [(left, 0.0, top), (centre, middle, above), (right, to + 20.0, top)] {
            for line in lines {
                for mut item in strip(line, Align::Left, self.inner(), 0).items {
                    item.shift(LEFT + x, y);
                    item.element = None;
                    page.items.push(item);
                }
            }
        }
        Ok(())
    }
}

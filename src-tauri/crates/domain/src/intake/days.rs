//! In which order a sheet writes the day and the month: "06/07/1994" is in July here and in June
//! in the United States. A column that holds "25/12/1990" settles it for all of its rows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What comes first in a day that is written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

/// How the days of a column are written, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DaysWritten {
    /// Those that only make sense with the day first.
    pub day_first: u32,
    /// Those that only make sense with the month first.
    pub month_first: u32,
    /// Those that make sense either way.
    pub either: u32,
    /// The first of those.
    pub example: String,
}

impl DaysWritten {
    /// Counts the days in the cells of a column.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut written = Self::default();
        for text in texts {
            match figures(text) {
                Some((13..=31, 1..=12)) => written.day_first += 1,
                Some((1..=12, 13..=31)) => written.month_first += 1,
                Some((one, other)) if is_either(one, other) => {
                    if written.either == 0 {
                        text.trim().clone_into(&mut written.example);
                    }
                    written.either += 1;
                }
                _ => {}
            }
        }
        written
    }

    /// What most of the column says; with the day first where it says nothing.
    pub fn order(&self) -> DateOrder {
        if self.month_first > self.day_first { DateOrder::MonthFirst } else { DateOrder::DayFirst }
    }

    /// Whether the column itself leaves no doubt.
    pub fn is_sure(&self) -> bool {
        self.either == 0 || (self.day_first > 0) != (self.month_first > 0)
    }
}

/// Whether day and month might be meant the other way round, and it would matter.
pub(super) fn is_either(one: u32, other: u32) -> bool {
    one != other && (1..=12).contains(&one) && (1..=12).contains(&other)
}

/// The first two numbers of a day in figures: "25/12/1990", "3.2.99", "7-6-1994 00:00".
fn figures(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim().splitn(3, ['.', '/', '-']);
    let (one, other, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str| {
        let part = part.trim();
        (1..=2).contains(&part.len()).then(|| part.parse::<u32>().ok())?
    };
    let year = year.trim_start();
    year.starts_with(|c: char| c.is_ascii_digit()).then(|| Some((number(one)?, number(other)?)))?
}

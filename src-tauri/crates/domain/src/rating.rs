//! Ratings: what the scale allows, and how private ones spread (rules.md, Stickers and ratings).

use serde::Serialize;
use thiserror::Error;
use ts_rs::TS;

use crate::Scale;

/// A number that is not on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{value} is not on the scale from {from} to {to}")]
pub struct OffScale {
    pub value: u8,
    pub from: u8,
    pub to: u8,
}

/// Whether a number is on the scale.
pub fn check(scale: &Scale, value: u8) -> Result<(), OffScale> {
    if (scale.from..=scale.to).contains(&value) {
        Ok(())
    } else {
        Err(OffScale { value, from: scale.from, to: scale.to })
    }
}

/// How private ratings spread: every dot, the median and the range.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Spread {
    /// How many people it rests on.
    pub n: u32,
    pub lowest: Option<u8>,
    pub highest: Option<u8>,
    /// The middle one, or half way between the middle two.
    pub median: Option<f32>,
    /// How many people gave each number, from the low end of the scale to the high one.
    pub points: Vec<u32>,
}

/// The spread of `values`. Numbers that are not on the scale are left out.
pub fn spread(scale: &Scale, values: &[u8]) -> Spread {
    let mut values: Vec<u8> =
        values.iter().copied().filter(|&value| check(scale, value).is_ok()).collect();
    values.sort_unstable();
    let given = |point| values.iter().filter(move |&value| *value == point);
    let n = values.len();
    let middle = |at: usize| values.get(at).copied().map(f32::from);
    let median = if n == 0 { None } else { middle((n - 1) / 2).zip(middle(n / 2)) };
    Spread {
        n: count(n),
        lowest: values.first().copied(),
        highest: values.last().copied(),
        median: median.map(|(low, high)| f32::midpoint(low, high)),
        points: (scale.from..=scale.to).map(|point| count(given(point).count())).collect(),
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

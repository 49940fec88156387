//! Which row holds the headings: not always the first.

use std::collections::BTreeSet;

use crate::{Row, Sheet};

/// How many rows are looked at. Titles, dates and logos above a list take fewer.
const LOOKED_AT: usize = 30;

/// The place of the row of headings among `sheet.rows`. None in an empty sheet.
///
/// A row of headings holds words and no numbers or days, no two alike, about as many as the rows
/// below have cells. `known` says of a text whether it is a heading that one knows.
pub fn heading_row(sheet: &Sheet, known: impl Fn(&str) -> bool) -> Option<usize> {
    let looked_at = &sheet.rows[..sheet.rows.len().min(LOOKED_AT)];
    let widest = looked_at.iter().map(filled).max()?;
    let score = |row: &Row| {
        let texts: Vec<&str> =
            row.cells.iter().filter(|c| !c.is_empty()).map(|c| c.text.as_str()).collect();
        let known = texts.iter().filter(|text| known(text)).count();
        let words = row
            .cells
            .iter()
            .filter(|c| c.date.is_none() && c.text.chars().any(char::is_alphabetic))
            .count();
        let different: BTreeSet<&&str> = texts.iter().collect();
        let wide = texts.len() * 2 >= widest;
        // A known heading outweighs whatever else a row looks like.
        known * 6 + if wide { words + different.len() } else { different.len().min(1) }
    };
    let scores: Vec<usize> = looked_at.iter().map(score).collect();
    let best = scores.iter().max()?;
    scores.iter().position(|score| score == best)
}

fn filled(row: &Row) -> usize {
    row.cells.iter().filter(|cell| !cell.is_empty()).count()
}

//! What is in a file: its sheets, their headings, and what each column is taken for.

use domain::intake::{Target, guess_columns, known_headings};
use serde::{Deserialize, Serialize};
use sheets::{Sheet, column_letters, heading_row};
use ts_rs::TS;

use super::desk::{book, design, mark, rows, words};
use crate::{Ctx, Moderator, ProblemCode, Result};

/// How many different values are shown of a column, from among how many rows.
const EXAMPLES: usize = 3;
const LOOKED_AT: usize = 500;
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ReadSheet {
    pub path: String,
    /// By sheet, the row of its headings, where the guess was wrong.
    #[serde(default)]
    #[ts(optional)]
    pub heading: Option<HeadingAt>,
}

/// Where somebody says that the headings are.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct HeadingAt {
    pub sheet: u32,
    /// As the spreadsheet program numbers it. 0: there are none.
    pub row: u32,
}

/// A file as it was read. Nothing of it is kept.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SheetsRead {
    /// Tells this content from another: an import names it, and is refused where the file is
    /// another by then.
    pub mark: String,
    pub sheets: Vec<SheetRead>,
    /// The place of the sheet that looks most like a list of people.
    pub likeliest: u32,
}

#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SheetRead {
    pub name: String,
    /// As the spreadsheet program numbers it. 0: none was found.
    pub heading: u32,
    /// Rows below it that hold something.
    pub rows: u32,
    pub columns: Vec<ColumnRead>,
}

#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ColumnRead {
    /// As the spreadsheet program calls it: "A".
    pub letter: String,
    pub heading: String,
    /// The first different values in it.
    pub examples: Vec<String>,
    /// What it is taken for.
    pub target: Target,
}

/// Reads a file and says what is in it. Nothing comes in.
pub fn read_sheet(ctx: &mut Ctx, _: Moderator, req: ReadSheet) -> Result<SheetsRead> {
    let design = ctx.read(design)?;
    let words = words()?;
    let book = book(ctx, &req.path, true)?;
    let known = known_headings(&design, words);
    let read = |(at, sheet): (u32, &Sheet)| {
        let said = req.heading.filter(|heading| heading.sheet == at);
        let guess = || heading_row(sheet, &known).and_then(|at| sheet.rows.get(at));
        let heading = said.map_or_else(|| guess().map_or(0, |row| row.number), |said| said.row);
        let titles = sheet.rows.iter().find(|row| row.number == heading);
        let below = || sheet.rows.iter().filter(|row| row.number > heading);
        let width = below().map(|row| row.cells.len());
        let width = width.chain(titles.map(|row| row.cells.len())).max().unwrap_or_default();
        let title = |at: usize| {
            titles.and_then(|row| row.cells.get(at)).map_or("", |cell| cell.text.as_str())
        };
        let titles: Vec<&str> = (0..width).map(title).collect();
        let targets = guess_columns(&titles, &rows(sheet, heading), &design, words);
        let columns = titles.iter().zip(targets).enumerate();
        SheetRead {
            name: sheet.name.clone(),
            heading,
            rows: u32::try_from(below().count()).unwrap_or(u32::MAX),
            columns: columns
                .map(|(at, (title, target))| {
                    let mut examples: Vec<String> = Vec::new();
                    for cell in below().take(LOOKED_AT).filter_map(|row| row.cells.get(at)) {
                        if examples.len() == EXAMPLES {
                            break;
                        }
                        if !cell.is_empty() && !examples.iter().any(|known| *known == cell.text) {
                            examples.push(cell.text.to_string());
                        }
                    }
                    ColumnRead {
                        letter: column_letters(at),
                        heading: (*title).to_owned(),
                        examples,
                        target,
                    }
                })
                .collect(),
        }
    };
    let sheets: Vec<SheetRead> = (0..).zip(&book.sheets).map(read).collect();
    if sheets.iter().all(|sheet| sheet.rows == 0) {
        return Err(ProblemCode::SheetEmpty.into());
    }
    let people = |sheet: &SheetRead| {
        let known = sheet.columns.iter().filter(|c| c.target != Target::Out).count();
        if sheet.rows == 0 { 0 } else { known * 1_000 + 1 }
    };
    let best = sheets.iter().map(people).max().unwrap_or_default();
    let likeliest = sheets.iter().position(|sheet| people(sheet) == best).unwrap_or_default();
    Ok(SheetsRead {
        mark: mark(&book),
        sheets,
        likeliest: u32::try_from(likeliest).unwrap_or_default(),
    })
}

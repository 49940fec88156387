//! The table that a translator fills in: written out, read back row by row.

use std::path::{Path, PathBuf};

use domain::{
    DesignId, TextKey, Words,
    translation::{SourceText, TextPart, TextState, slots},
};
use serde::{Deserialize, Serialize};
use sheets::{Origin, Sheet, TableColumn, restored, table_csv, table_xlsx};
use ts_rs::TS;

use super::{Book, write::put};
use crate::{
    Act, Ctx, Moderator, Problem, ProblemCode, Result, Staff,
    materials::{
        languages::{Text, Tongue},
        speech,
    },
    words::say,
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportTranslation {
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
    /// Where to. A name that ends in .csv gives text, any other a workbook. None: beside the
    /// study's file.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// Writes the table for a translator; where it went.
pub fn export_translation(ctx: &mut Ctx, _: Staff, req: ExportTranslation) -> Result<String> {
    let folder = ctx.store()?.path().and_then(Path::parent).map(Path::to_owned);
    let book = ctx.read(|tx| Book::read(tx, req.design))?;
    let tongue = book.tongue(&req.tag)?;
    let columns = [
        TableColumn { heading: say("table-key", &[]), width: 30, rtl: false },
        TableColumn { heading: say("table-what", &[]), width: 30, rtl: false },
        TableColumn { heading: source_heading(&book), width: 60, rtl: false },
        TableColumn { heading: heading(&tongue), width: 60, rtl: tongue.rtl() },
        TableColumn { heading: say("table-state", &[]), width: 20, rtl: false },
    ];
    let row = |text: &Text| {
        let what = what(&book, &text.of);
        let state = match text.state {
            TextState::Missing => "table-missing",
            TextState::Redo => "table-redo",
            TextState::Unchecked => "table-unchecked",
            TextState::Checked => "table-checked",
        };
        let (words, says) = (text.of.words.clone(), text.says.clone());
        vec![text.of.key.to_string(), what, words, says, say(state, &[])]
    };
    let rows: Vec<Vec<String>> = tongue.texts.iter().map(row).collect();
    let path = req.path.map_or_else(
        || {
            let name = crate::studies::plain_name(&format!("{}, {}", book.study, tongue.name));
            folder.unwrap_or_default().join(format!("{name}.xlsx"))
        },
        PathBuf::from,
    );
    let failed = |e: &dyn std::fmt::Display| Problem::new(ProblemCode::NotPrinted).because(e);
    let bytes = if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) {
        table_csv(&columns, &rows).map_err(|e| failed(&e))?
    } else {
        table_xlsx(&say("table-name", &[]), &columns, &rows).map_err(|e| failed(&e))?
    };
    crate::summing::write_whole(&path, &bytes)?;
    Ok(path.display().to_string())
}

/// The heading of a language's column, by which it is known again: "Cymraeg (cy)".
fn heading(tongue: &Tongue) -> String {
    format!("{} ({})", tongue.own_name, tongue.tag)
}

fn source_heading(book: &Book) -> String {
    format!("{} ({})", speech::name(&book.design.language), book.design.language)
}

/// Where a text stands, for the translator.
fn what(book: &Book, text: &SourceText) -> String {
    let id = match text.part {
        TextPart::Study => "table-study",
        TextPart::Theme => "table-theme",
        TextPart::Name => "table-idea-name",
        TextPart::Short => "table-idea-short",
        TextPart::Description => "table-idea-description",
        TextPart::Example => "table-idea-example",
        TextPart::Paper => "table-paper",
    };
    let idea = text.idea.as_ref().and_then(|id| book.design.number(id)).unwrap_or_default();
    let idea = u32::try_from(idea).unwrap_or_default();
    say(id, &[("idea", idea.into()), ("n", text.n.into())])
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TableOf {
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
    /// A workbook, or text with separators.
    pub path: String,
}

/// What a table would bring. Nothing has changed yet.
#[derive(Debug, Default, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TableRead {
    /// Rows that bring a text, and rows that say what stands there.
    pub comes: u32,
    pub same: u32,
    /// Rows without a translation. What stands there stays.
    pub empty: u32,
    /// Rows to look at: they are left out, or come in as texts to be redone.
    pub rows: Vec<TableRow>,
}

/// A row of a table that something is to be said about.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TableRow {
    /// As the spreadsheet program numbers it.
    pub row: u32,
    pub key: String,
    pub why: TableFault,
    /// The slot, or the characters, that it is about.
    pub about: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum TableFault {
    /// No text of the study goes by that name. Left out.
    UnknownText,
    /// The second row of that name. Left out.
    Twice,
    /// Something that is filled in is missing, or was added. Left out.
    SlotLost,
    /// Longer than a cell that is read. Left out.
    TooLong,
    /// Made from other words than those that stand there now. Comes in, to be redone.
    OtherWords,
    /// No face has these characters. Comes in, and cannot be printed.
    Unprintable,
}

/// A row that brings words.
struct Brought {
    key: TextKey,
    source: String,
    words: String,
}

pub fn read_translation(ctx: &mut Ctx, _: Moderator, req: TableOf) -> Result<TableRead> {
    let sheets = sheets::read(Path::new(&req.path))?.sheets;
    let book = ctx.read(|tx| Book::read(tx, req.design))?;
    let tongue = book.tongue(&req.tag)?;
    Ok(read(&sheets, &book, &tongue)?.0)
}

/// Takes in what a table brings, in one act, and gives back how it looks now.
pub fn take_translation(ctx: &mut Ctx, _: Moderator, req: TableOf) -> Result<TableRead> {
    let sheets = sheets::read(Path::new(&req.path))?.sheets;
    let mut told = TableRead::default();
    ctx.act(|tx| {
        let book = Book::read(tx, req.design)?;
        let tongue = book.tongue(&req.tag)?;
        let (found, brought) = read(&sheets, &book, &tongue)?;
        let words = Words::new("did-take-translation").with("language", &tongue.name);
        let mut act = Act::of_study(words.with("n", found.comes));
        for Brought { key, source, words } in brought {
            if let Some(of) = tongue.text(&key) {
                put(&mut act, &book, &tongue, of, &words, &source)?;
            }
        }
        told = found;
        Ok(act)
    })?;
    Ok(told)
}

fn read(sheets: &[Sheet], book: &Book, tongue: &Tongue) -> Result<(TableRead, Vec<Brought>)> {
    let not_a_table = || Problem::new(ProblemCode::NotATable).with("language", &tongue.name);
    let (sheet, top, (key, source, words)) =
        sheets.iter().find_map(|sheet| columns(sheet, book, tongue)).ok_or_else(not_a_table)?;
    let mut told = TableRead::default();
    let mut brought: Vec<Brought> = Vec::new();
    for row in sheet.rows.iter().filter(|row| row.number > top) {
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at));
        let text = |at: Option<usize>| cell(at).map_or("", |cell| restored(&cell.text)).trim();
        let (key, from, says) = (text(Some(key)), text(source), text(Some(words)));
        if key.is_empty() && says.is_empty() {
            continue;
        }
        let mut say = |why, about: String| {
            told.rows.push(TableRow { row: row.number, key: key.to_owned(), why, about });
        };
        let Some(of) = tongue.text(&TextKey(key.to_owned())) else {
            say(TableFault::UnknownText, String::new());
            continue;
        };
        if says.is_empty() {
            told.empty += 1;
            continue;
        }
        if brought.iter().any(|one| one.key == of.of.key) {
            say(TableFault::Twice, String::new());
            continue;
        }
        if [source, Some(words)]
            .into_iter()
            .any(|at| cell(at).is_some_and(|c| c.origin == Origin::Cut))
        {
            say(TableFault::TooLong, sheets::LONGEST_CELL.to_string());
            continue;
        }
        // Blanks are tidied on the way through a spreadsheet.
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same_words = from.is_empty() || tidy(from) == tidy(&of.of.words);
        let source = if same_words { &of.of.words } else { from };
        if let Err(name) = slots::same(source, says) {
            say(TableFault::SlotLost, format!("{{{name}}}"));
            continue;
        }
        // What is to be redone and comes back as it went out has not been redone.
        if of.says == says {
            told.same += 1;
            continue;
        }
        let odd = report::unprintable(says);
        if !odd.is_empty() {
            say(TableFault::Unprintable, odd.into_iter().collect());
        }
        if !same_words {
            say(TableFault::OtherWords, String::new());
        }
        told.comes += 1;
        let (source, words) = (source.to_owned(), says.to_owned());
        brought.push(Brought { key: of.of.key.clone(), source, words });
    }
    Ok((told, brought))
}

/// The number of the row of headings, and where in it the names of the texts, the words that they
/// were made from (if they are there) and the translations stand.
type Columns = (usize, Option<usize>, usize);

fn columns<'a>(
    sheet: &'a Sheet,
    book: &Book,
    tongue: &Tongue,
) -> Option<(&'a Sheet, u32, Columns)> {
    let (own, theirs) = (format!("({})", book.design.language), format!("({})", tongue.tag));
    sheet.rows.iter().find_map(|row| {
        let place = |is: &dyn Fn(&str) -> bool| row.cells.iter().position(|cell| is(&cell.text));
        let key = place(&|text| text == say("table-key", &[]))?;
        let words = place(&|text| text.ends_with(&theirs))?;
        Some((sheet, row.number, (key, place(&|text| text.ends_with(&own)), words)))
    })
}

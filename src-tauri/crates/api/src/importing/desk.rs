//! The file that lies on the desk: read once, looked at often.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::SystemTime,
};

use domain::{
    Design,
    intake::{Field, SheetRow, Vocabulary},
};
use sheets::{Book, Origin, Row, Sheet};

use super::taken::Before;
use crate::{Ctx, Problem, ProblemCode, Result};

/// How recruiters write things.
const WORDS: &str = include_str!("../../../../../assets/recruiting/words.toml");

/// A file that was read. It stays in memory until another is read or its people have come in.
pub(crate) struct OnDesk {
    path: PathBuf,
    /// How the file looked when it was read: when it was written last, and its length.
    looked: (Option<SystemTime>, u64),
    book: Arc<Book>,
    /// What became of its rows when they were looked at last.
    pub(super) taken: Option<Before>,
}

/// The file's book: as it lies on the desk, or read anew where it has changed since.
pub(super) fn book(ctx: &mut Ctx, path: &str, anew: bool) -> Result<Arc<Book>> {
    let path = Path::new(path);
    let looked = fs::metadata(path).map(|m| (m.modified().ok(), m.len())).unwrap_or_default();
    let there = ctx.workshop.sheet.as_ref();
    if let Some(there) = there.filter(|there| there.path == path && there.looked == looked)
        && !anew
    {
        return Ok(Arc::clone(&there.book));
    }
    ctx.workshop.sheet = None;
    let book = Arc::new(sheets::read(path)?);
    let desk = OnDesk { path: path.to_owned(), looked, book: Arc::clone(&book), taken: None };
    ctx.workshop.sheet = Some(desk);
    Ok(book)
}

/// One of the file's sheets.
pub(super) fn sheet(book: &Book, at: usize) -> Result<&Sheet> {
    book.sheets.get(at).ok_or_else(|| ProblemCode::NoSuchSheet.into())
}

/// The mark of a file, as it goes over the wire.
pub(super) fn mark(book: &Book) -> String {
    format!("{:016x}", book.mark)
}

/// The rows below the headings.
pub(super) fn rows(sheet: &Sheet, heading: u32) -> Vec<Below<'_>> {
    sheet.rows.iter().filter(|row| row.number > heading).map(Below).collect()
}

/// A row below the headings.
pub(super) struct Below<'a>(&'a Row);

impl SheetRow for Below<'_> {
    fn number(&self) -> u32 {
        self.0.number
    }

    fn field(&self, column: usize) -> Option<Field<'_>> {
        let cell = self.0.cells.get(column)?;
        Some(Field {
            text: &cell.text,
            date: cell.date,
            formula: cell.origin == Origin::Formula,
            merged: cell.origin == Origin::Merged,
            cut: cell.origin == Origin::Cut,
        })
    }
}

/// How recruiters write things. A test reads the file that is shipped.
pub(super) fn words() -> Result<&'static Vocabulary> {
    static READ: OnceLock<std::result::Result<Vocabulary, String>> = OnceLock::new();
    let read = READ.get_or_init(|| Vocabulary::read(WORDS).map_err(|e| e.to_string()));
    read.as_ref().map_err(|e| Problem::new(ProblemCode::BrokenMethod).because(e))
}

/// The newest design, asking people what this study asks them.
pub(super) fn design(tx: &store::Tx) -> Result<Design> {
    let mut design = tx.newest_design()?.design.clone();
    design.attributes = domain::attribution::asked(&design, &tx.study()?.sample);
    Ok(design)
}

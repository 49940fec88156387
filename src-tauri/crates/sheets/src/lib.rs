//! A spreadsheet that somebody sent, opened with care: what it is, is read off its content and not
//! off its name; it is measured before it is unpacked; formulas are never run.
//!
//! Nothing here knows what a study is. What comes out is rows of text and dates, with the address
//! that each has in the sheet; what goes in the other direction is the template for recruiters.

mod cell;
mod excel;
mod heading;
mod kind;
mod plain;
mod repeats;
mod table;
mod template;
mod text;
mod unpack;
mod workbook;

use std::{fs, io::Read, path::Path};

pub use cell::{Cell, Origin, Row, Sheet, column_letters};
pub use heading::heading_row;
pub use kind::Kind;
pub use table::{TableColumn, restored, table_csv, table_xlsx};
pub use template::{Column, Neutral, template_csv, template_xlsx};

/// The largest file that is read, in bytes. Ten thousand people take about one million.
pub const MOST_BYTES: u64 = 32 << 20;
/// The most that a packed workbook may hold when it is unpacked, in bytes.
pub const MOST_UNPACKED: u64 = 100 << 20;
/// The most rows of a sheet.
pub const MOST_ROWS: usize = 50_000;
/// The most columns of a sheet.
pub const MOST_COLUMNS: usize = 256;
/// The most text in all cells of a file together, in bytes.
pub const MOST_TEXT: usize = 64 << 20;
/// The longest text of a cell that is kept, in characters. A longer one is cut, and says so.
pub const LONGEST_CELL: usize = 500;

/// Why a file could not be read as a spreadsheet: a closed set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
    #[error("the file is empty")]
    Empty,
    #[error("more than {most} bytes")]
    TooLarge { most: u64 },
    #[error("unpacks to more than {most} bytes")]
    Bomb { most: u64 },
    #[error("more than {most} rows in {sheet}")]
    TooManyRows { sheet: String, most: usize },
    #[error("more than {most} columns in {sheet}")]
    TooManyColumns { sheet: String, most: usize },
    #[error("locked with a password")]
    Locked,
    /// Something else by its content, whatever its name ends in.
    #[error("not a spreadsheet but {0:?}")]
    NotASheet(Looks),
    /// Begins like a spreadsheet and does not go on like one.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// What a file that is no spreadsheet looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    Binary,
    Document,
    Pdf,
    WebPage,
    Xml,
    Xlsb,
    Zip,
}

impl Looks {
    /// Each as a word, for whoever puts it into a sentence.
    pub fn word(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Document => "document",
            Self::Pdf => "pdf",
            Self::WebPage => "web_page",
            Self::Xml => "xml",
            Self::Xlsb => "xlsb",
            Self::Zip => "zip",
        }
    }
}

/// A file that could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub kind: Kind,
    /// The sheets that can be seen, in their order; those with nothing in them too.
    pub sheets: Vec<Sheet>,
    /// Tells one content from another: the same bytes have the same mark.
    pub mark: u64,
}

/// Reads a file.
///
/// # Errors
/// Says what is wrong with it. Nothing of it is kept then.
pub fn read(path: &Path) -> Result<Book, Problem> {
    let unreadable = |e: std::io::Error| Problem::Unreadable(e.to_string());
    let file = fs::File::open(path).map_err(unreadable)?;
    if !file.metadata().map_err(unreadable)?.is_file() {
        return Err(Problem::Unreadable("not a file".to_owned()));
    }
    // One byte more than is allowed: a file that grows while it is read is noticed too.
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    read_bytes(bytes)
}

/// Reads a file's bytes.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(bytes: Vec<u8>) -> Result<Book, Problem> {
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(Problem::TooLarge { most: MOST_BYTES });
    }
    let mark = mark(&bytes);
    let kind = kind::recognise(&bytes)?;
    let sheets = match kind {
        Kind::Csv => vec![text::read(&bytes)?],
        Kind::Xlsx => excel::xlsx(&bytes)?,
        Kind::Xls => workbook::xls(bytes)?,
        Kind::Ods => workbook::ods(&bytes)?,
    };
    Ok(Book { kind, sheets, mark })
}

/// FNV-1a over words of eight bytes: quick, and the same in every version of the program.
fn mark(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(0xcbf2_9ce4_8422_2325, |sum, chunk| {
        let word = chunk.iter().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        (sum ^ word).wrapping_mul(0x0100_0000_01b3)
    })
}

//! Excel workbooks. What a workbook is made of, what its styles mean and which cells are merged,
//! calamine says, which is shown short sheets in the place of the long ones. The rows themselves
//! are read in the plain way ([`plain`]) where they are written so, and else by calamine too.

use std::{fmt::Write, str, thread};

use calamine::{DataRef, ExcelDateTimeType, Reader, Xlsx, XlsxError};
use memchr::memmem;

use crate::{
    Problem, Sheet,
    cell::{Gathered, Room},
    plain::{self, Rows, Shared, Style},
    unpack::{Part, Unpacked, bundle, is_sheet, sheet_names, unpack},
    workbook::{column, guarded, seen, shared, told},
};

/// From so many bytes on, a sheet is read in two halves at once.
const LONG: usize = 1 << 16;
/// Where the rows of a sheet begin and end, and how each begins.
const ROWS: (&str, &str) = ("<sheetData>", "</sheetData>");
const NO_ROWS: &str = "<sheetData/>";
const ROW: &[u8] = b"<row ";
/// The texts that cells share, and the styles.
const STRINGS: &str = "xl/sharedStrings.xml";
const STYLES: &str = "xl/styles.xml";
/// What a sheet says of itself that is shown in the place of another, before its number.
const MARK: &str = "In the place of sheet ";
/// The most sheets and styles that are asked for.
const MOST_SHEETS: usize = 64;
const MOST_STYLES: usize = 4_096;

pub(crate) fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    guarded(|| {
        let names = sheet_names(bytes)?;
        let (parts, layout) = unpack(bytes, |rest| Layout::of(rest, &names))?;
        let plainly = layout.and_then(|layout| layout.read(&parts));
        plainly.map_or_else(|| by_calamine(&parts), Ok)
    })
}

/// What is known of a workbook before its rows are read.
struct Layout {
    /// The sheets that can be seen: the name of each, and of the part that holds it.
    sheets: Vec<(String, String)>,
    shared: Shared,
}

impl Layout {
    /// What the parts beside the sheets say. None: there is a doubt.
    fn of(rest: &[Part], names: &[String]) -> Option<Self> {
        let part = |name: &str| rest.iter().find(|known| known.name == name);
        if names.len() > MOST_SHEETS {
            return None;
        }
        // Each sheet says in its first cell which part it is, the others show what styles mean.
        let styles = part(STYLES).map_or(0, |part| memmem::find_iter(&part.bytes, b"<xf ").count());
        let mut cells = String::new();
        for style in 0..styles.min(MOST_STYLES) {
            write!(cells, r#"<c s="{style}"><v>1</v></c>"#).ok()?;
        }
        let stub = |at: usize| {
            format!(
                "<worksheet><sheetData><row><c t=\"str\"><v>{MARK}{at}</v></c>{cells}</row>\
                 </sheetData></worksheet>"
            )
        };
        let stubs: Vec<String> = (0..names.len()).map(stub).collect();
        let stubs =
            names.iter().zip(&stubs).map(|(name, xml)| (name.as_str(), vec![xml.as_bytes()]));
        let mut book = open(rest, stubs)?;
        let mut layout = Self { sheets: Vec::new(), shared: Shared::default() };
        for name in seen(book.sheets_metadata()) {
            let mut cells = book.worksheet_cells_reader(&name).ok()?;
            let first = cells.next_cell().ok()??;
            let DataRef::String(mark) = first.get_value() else { return None };
            let at: usize = mark.strip_prefix(MARK)?.parse().ok()?;
            layout.sheets.push((name, names.get(at)?.clone()));
            if layout.shared.styles.is_empty() {
                while let Some(cell) = cells.next_cell().ok()? {
                    layout.shared.styles.push(match cell.get_value() {
                        DataRef::DateTime(at) if at.is_datetime() => {
                            Style::Day(ExcelDateTimeType::DateTime)
                        }
                        DataRef::DateTime(_) => Style::Day(ExcelDateTimeType::TimeDelta),
                        _ => Style::Number,
                    });
                }
            }
        }
        layout.shared.from_1904 = book.has_1904_epoch();
        layout.shared.strings = match part(STRINGS) {
            Some(part) => plain::strings(str::from_utf8(&part.bytes).ok()?)?,
            None => Vec::new(),
        };
        Some(layout)
    }

    /// Reads the rows. None: they are not written plainly, or they are too many.
    fn read(&self, parts: &[Part]) -> Option<Vec<Sheet>> {
        let mut room = Room::new();
        let mut sheets = Vec::new();
        for (name, part) in &self.sheets {
            let xml = &parts.iter().find(|known| known.name == *part)?.bytes;
            // What looks like a row within a comment is none.
            if memmem::find(xml, b"<!").is_some() {
                return None;
            }
            let xml = str::from_utf8(xml).ok()?;
            let (above, data, below) = match xml.split_once(ROWS.0) {
                Some((above, rest)) => {
                    let (data, below) = rest.rsplit_once(ROWS.1)?;
                    (above, data, below)
                }
                None => xml.split_once(NO_ROWS).map(|(above, below)| (above, "", below))?,
            };
            let mut rows = Gathered::new(name);
            for half in halves(data, &self.shared)? {
                rows.extend(half.rows, half.text, &mut room).ok()?;
            }
            if holds_merged(below.as_bytes()) {
                let merged = [above, ROWS.0, ROWS.1, below].map(str::as_bytes).to_vec();
                let rest = parts.iter().filter(|part| !is_sheet(&part.name));
                let mut book = open(rest, [(part.as_str(), merged)].into_iter())?;
                carry_down(&mut book, name, &mut rows, &mut room).ok()?;
            }
            sheets.push(rows.done());
        }
        Some(sheets)
    }
}

/// Reads rows, many of them in two halves at once.
fn halves(data: &str, shared: &Shared) -> Option<Vec<Rows>> {
    let middle = data.len() / 2;
    let middle = (data.len() >= LONG)
        .then(|| data.as_bytes().get(middle..).and_then(|rest| memmem::find(rest, ROW)))
        .flatten()
        .map_or(data.len(), |at| middle + at);
    let (first, second) = data.split_at_checked(middle)?;
    let [first, second] = thread::scope(|scope| {
        let beside = (!second.is_empty()).then(|| scope.spawn(|| plain::rows(second, shared)));
        let first = plain::rows(first, shared)?;
        let beside = beside.map_or_else(|| Some(Rows::default()), |beside| beside.join().ok()?);
        Some([first, beside?])
    })?;
    let number = |row: Option<&crate::Row>| row.map_or(0, |row| row.number);
    // What a half cannot see: that the other goes back to where it has been.
    let follows = second.rows.is_empty() || number(first.rows.last()) < number(second.rows.first());
    follows.then(|| vec![first, second])
}

/// The workbook with these sheets in the place of its own, and without the texts that they share.
fn open<'a>(
    rest: impl IntoIterator<Item = &'a Part, IntoIter: Clone>,
    sheets: impl Iterator<Item = (&'a str, Vec<&'a [u8]>)> + Clone,
) -> Option<Xlsx<Unpacked>> {
    let rest = rest.into_iter().filter(|part| part.name != STRINGS);
    let rest = rest.map(|part| (part.name.as_str(), vec![part.bytes.as_slice()]));
    Xlsx::new(bundle(rest.chain(sheets)).ok()?).ok()
}

/// Whether cells may be merged in a sheet, or in what stands below its rows.
fn holds_merged(xml: &[u8]) -> bool {
    memmem::find(xml, b"mergeCells").is_some()
}

/// Carries down what stands in merged cells.
fn carry_down(
    book: &mut Xlsx<Unpacked>,
    name: &str,
    rows: &mut Gathered,
    room: &mut Room,
) -> Result<(), Problem> {
    for merged in book.merge_cells_by_sheet_name(name).map_err(from_xlsx)? {
        rows.carry_down(merged.start.0, merged.end.0, column(merged.start.1), room)?;
    }
    Ok(())
}

/// Reads a workbook cell by cell: a sheet that names two far corners is no larger for it.
fn by_calamine(parts: &[Part]) -> Result<Vec<Sheet>, Problem> {
    let mut own = parts.iter().filter(|part| is_sheet(&part.name));
    let merged = own.any(|part| holds_merged(&part.bytes));
    let parts = parts.iter().map(|part| (part.name.as_str(), vec![part.bytes.as_slice()]));
    let mut book = Xlsx::new(bundle(parts)?).map_err(from_xlsx)?;
    let (mut sheets, mut room) = (Vec::new(), Room::new());
    for name in seen(book.sheets_metadata()) {
        let mut rows = Gathered::new(&name);
        let mut cells = book.worksheet_cells_reader(&name).map_err(from_xlsx)?;
        while let Some(found) = cells.next_cell_with_formula_metadata().map_err(from_xlsx)? {
            let cell = told(shared(&found.value), found.formula.is_some());
            rows.put(found.pos.0, column(found.pos.1), cell, &mut room)?;
        }
        drop(cells);
        if merged {
            carry_down(&mut book, &name, &mut rows, &mut room)?;
        }
        sheets.push(rows.done());
    }
    Ok(sheets)
}

fn from_xlsx(e: XlsxError) -> Problem {
    match e {
        XlsxError::Password => Problem::Locked,
        e => Problem::Damaged(e.to_string()),
    }
}

#[cfg(test)]
mod tests;

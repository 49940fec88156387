//! Workbooks of `LibreOffice` and of the older Excel, read by calamine, and what all workbooks have
//! in common: values as the file keeps them, formulas never run.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError,
};
use chrono::{Datelike, NaiveDate};
use smol_str::format_smolstr;

use crate::{
    Cell, Origin, Problem, Sheet,
    cell::{Gathered, Room},
    repeats,
    unpack::{Unpacked, bundle, unpack},
};

/// A cell with how it came by its text.
pub(crate) fn told(mut cell: Cell, by_formula: bool) -> Cell {
    if by_formula && cell.origin == Origin::Typed {
        cell.origin = Origin::Formula;
    }
    cell
}

pub(crate) fn xls(bytes: Vec<u8>) -> Result<Vec<Sheet>, Problem> {
    guarded(|| {
        let mut book: Xls<Cursor<Vec<u8>>> = Xls::new(Cursor::new(bytes)).map_err(from_xls)?;
        let mut room = Room::new();
        let mut sheets = Vec::new();
        for name in seen(book.sheets_metadata()) {
            let range = book.worksheet_range(&name).map_err(from_xls)?;
            let formulas = book.worksheet_formula(&name).unwrap_or_else(|_| Range::empty());
            let mut rows = gather(&name, &range, &formulas, &mut room)?;
            for merged in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
                let (top, bottom) = (merged.start.0, merged.end.0);
                rows.carry_down(top, bottom, column(merged.start.1), &mut room)?;
            }
            sheets.push(rows.done());
        }
        Ok(sheets)
    })
}

pub(crate) fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    guarded(|| {
        let (parts, ()) = unpack(bytes, |_| ())?;
        for part in parts.iter().filter(|part| part.name == "content.xml") {
            repeats::count(&part.bytes)?;
        }
        let parts = parts.iter().map(|part| (part.name.as_str(), vec![part.bytes.as_slice()]));
        let mut book: Ods<Unpacked> = Ods::new(bundle(parts)?).map_err(from_ods)?;
        let mut room = Room::new();
        let mut sheets = Vec::new();
        for name in seen(book.sheets_metadata()) {
            let range = book.worksheet_range(&name).map_err(from_ods)?;
            let formulas = book.worksheet_formula(&name).unwrap_or_else(|_| Range::empty());
            sheets.push(gather(&name, &range, &formulas, &mut room)?.done());
        }
        Ok(sheets)
    })
}

fn gather(
    name: &str,
    range: &Range<Data>,
    formulas: &Range<String>,
    room: &mut Room,
) -> Result<Gathered, Problem> {
    let mut rows = Gathered::new(name);
    let (top, left) = range.start().unwrap_or_default();
    for (row, at, value) in range.used_cells() {
        let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let place = left.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let formula = formulas.get_value((row, place)).is_some_and(|f| !f.is_empty());
        rows.put(row, column(place), told(owned(value), formula), room)?;
    }
    Ok(rows)
}

/// The sheets with cells that a person can see. What a recruiter hid was not meant for us.
pub(crate) fn seen(sheets: &[calamine::Sheet]) -> Vec<String> {
    let cells = sheets.iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    cells.map(|sheet| sheet.name.clone()).collect()
}

pub(crate) fn shared(value: &DataRef) -> Cell {
    match value {
        DataRef::String(text) => Cell::of(text),
        DataRef::SharedString(text) => Cell::of(text),
        DataRef::Float(n) => Cell::of(&number(*n)),
        DataRef::Int(n) => Cell::of(&n.to_string()),
        DataRef::Bool(yes) => truth(*yes),
        DataRef::DateTime(at) => day(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => iso(text),
        // What a formula could not work out is nothing that anybody typed.
        DataRef::Error(_) | DataRef::Empty => Cell::default(),
    }
}

fn owned(value: &Data) -> Cell {
    match value {
        Data::String(text) => Cell::of(text),
        Data::Float(n) => Cell::of(&number(*n)),
        Data::Int(n) => Cell::of(&n.to_string()),
        Data::Bool(yes) => truth(*yes),
        Data::DateTime(at) => day(at),
        Data::DateTimeIso(text) | Data::DurationIso(text) => iso(text),
        Data::Error(_) | Data::Empty => Cell::default(),
    }
}

pub(crate) fn truth(yes: bool) -> Cell {
    Cell::of(if yes { "yes" } else { "no" })
}

/// A number as the sheet shows it: 37, not 37.0.
pub(crate) fn number(n: f64) -> String {
    format!("{n}")
}

pub(crate) fn day(at: &ExcelDateTime) -> Cell {
    if !at.is_datetime() {
        return Cell::of(&number(at.as_f64()));
    }
    let (year, month, day, ..) = at.to_ymd_hms_milli();
    match NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
        Some(date) => dated(date),
        None => Cell::of(&number(at.as_f64())),
    }
}

fn iso(text: &str) -> Cell {
    let start = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(start, "%Y-%m-%d").map_or_else(|_| Cell::of(text), dated)
}

/// Days read as they are written in Britain.
fn dated(date: NaiveDate) -> Cell {
    let text = format_smolstr!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year());
    Cell { text, date: Some(date), origin: Origin::Typed }
}

pub(crate) fn column(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// A reader that stumbles over rubbish takes nobody down with it.
pub(crate) fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(gave_up()))
}

fn gave_up() -> Problem {
    Problem::Damaged("the reader gave up".to_owned())
}

fn from_xls(e: XlsError) -> Problem {
    match e {
        XlsError::Password => Problem::Locked,
        e => Problem::Damaged(e.to_string()),
    }
}

fn from_ods(e: OdsError) -> Problem {
    match e {
        OdsError::Password => Problem::Locked,
        e => Problem::Damaged(e.to_string()),
    }
}

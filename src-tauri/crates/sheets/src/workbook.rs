//! Workbooks, read by calamine: values as the file keeps them, formulas never run.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::sync_channel,
    thread,
};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls,
    XlsError, Xlsx, XlsxError,
};
use chrono::NaiveDate;

use crate::{
    Cell, MOST_TEXT, MOST_UNPACKED, Origin, Problem, Sheet,
    cell::Gathered,
    repeats,
    unpack::{Holds, Parts, weigh},
};

type Bytes = Cursor<Vec<u8>>;
/// Where a cell is, what is in it, and whether a formula worked that out.
type Found<'a> = ((u32, u32), DataRef<'a>, bool);

/// Cells that are read in one go before they are cleaned and put into their rows beside.
const BATCH: usize = 4_096;

pub(crate) fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Problem> {
    guarded(|| {
        // The sheets, which are the larger part, are weighed while the rest is read.
        let (mut book, holds) = thread::scope(|scope| {
            let sheets = scope.spawn(|| weigh(bytes, Parts::Sheets));
            let (_, rest) = weigh(bytes, Parts::AllButSheets)?;
            let book = Xlsx::new(Cursor::new(bytes));
            let (holds, sheets) = sheets.join().map_err(|_| gave_up())??;
            if rest + sheets > MOST_UNPACKED {
                return Err(Problem::Bomb { most: MOST_UNPACKED });
            }
            Ok((book.map_err(from_xlsx)?, holds))
        })?;
        let mut room = MOST_TEXT;
        let mut sheets = Vec::new();
        for name in seen(book.sheets_metadata()) {
            let (sheet, left) = xlsx_sheet(&mut book, &name, holds, room)?;
            room = left;
            sheets.push(sheet);
        }
        Ok(sheets)
    })
}

/// Reads cell by cell: a sheet that names two far corners is no larger for it.
fn xlsx_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    holds: Holds,
    room: usize,
) -> Result<(Sheet, usize), Problem> {
    let mut rows = {
        let mut cells = book.worksheet_cells_reader(name).map_err(from_xlsx)?;
        let mut next = || -> Result<Option<Found>, XlsxError> {
            if !holds.formulas {
                let found = cells.next_cell()?;
                return Ok(found.map(|cell| (cell.get_position(), cell.get_value().clone(), false)));
            }
            let found = cells.next_cell_with_formula_metadata()?;
            Ok(found.map(|cell| (cell.pos, cell.value, cell.formula.is_some())))
        };
        thread::scope(|scope| {
            let (give, take) = sync_channel::<Vec<Found>>(4);
            let gathering = scope.spawn(move || {
                let mut rows = Gathered::new(name, room);
                for ((row, at), value, formula) in take.into_iter().flatten() {
                    let mut cell = shared(&value);
                    if formula && cell.origin == Origin::Typed {
                        cell.origin = Origin::Formula;
                    }
                    rows.put(row, column(at), cell)?;
                }
                Ok(rows)
            });
            loop {
                let mut batch = Vec::with_capacity(BATCH);
                while batch.len() < BATCH
                    && let Some(found) = next().map_err(from_xlsx)?
                {
                    batch.push(found);
                }
                let last = batch.len() < BATCH;
                // Nobody takes them any more where the sheet is too large already.
                if give.send(batch).is_err() || last {
                    break;
                }
            }
            drop(give);
            gathering.join().map_err(|_| gave_up())?
        })?
    };
    if holds.merged {
        for merged in book.merge_cells_by_sheet_name(name).map_err(from_xlsx)? {
            rows.carry_down(merged.start.0, merged.end.0, column(merged.start.1))?;
        }
    }
    Ok(rows.done())
}

pub(crate) fn xls(bytes: Vec<u8>) -> Result<Vec<Sheet>, Problem> {
    guarded(|| {
        let mut book: Xls<Bytes> = Xls::new(Cursor::new(bytes)).map_err(from_xls)?;
        let mut room = MOST_TEXT;
        let mut sheets = Vec::new();
        for name in seen(book.sheets_metadata()) {
            let range = book.worksheet_range(&name).map_err(from_xls)?;
            let formulas = book.worksheet_formula(&name).unwrap_or_else(|_| Range::empty());
            let mut rows = gather(&name, &range, &formulas, room)?;
            for merged in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
                rows.carry_down(merged.start.0, merged.end.0, column(merged.start.1))?;
            }
            let (sheet, left) = rows.done();
            room = left;
            sheets.push(sheet);
        }
        Ok(sheets)
    })
}

pub(crate) fn ods(bytes: Vec<u8>) -> Result<Vec<Sheet>, Problem> {
    weigh(&bytes, Parts::All)?;
    repeats::count(&bytes)?;
    guarded(|| {
        let mut book: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(from_ods)?;
        let mut room = MOST_TEXT;
        let mut sheets = Vec::new();
        for name in seen(book.sheets_metadata()) {
            let range = book.worksheet_range(&name).map_err(from_ods)?;
            let formulas = book.worksheet_formula(&name).unwrap_or_else(|_| Range::empty());
            let (sheet, left) = gather(&name, &range, &formulas, room)?.done();
            room = left;
            sheets.push(sheet);
        }
        Ok(sheets)
    })
}

fn gather(
    name: &str,
    range: &Range<Data>,
    formulas: &Range<String>,
    room: usize,
) -> Result<Gathered, Problem> {
    let mut rows = Gathered::new(name, room);
    let (top, left) = range.start().unwrap_or_default();
    for (row, at, value) in range.used_cells() {
        let row = top.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
        let place = left.saturating_add(u32::try_from(at).unwrap_or(u32::MAX));
        let mut cell = owned(value);
        let formula = formulas.get_value((row, place)).is_some_and(|f| !f.is_empty());
        if formula && cell.origin == Origin::Typed {
            cell.origin = Origin::Formula;
        }
        rows.put(row, column(place), cell)?;
    }
    Ok(rows)
}

/// The sheets with cells that a person can see. What a recruiter hid was not meant for us.
fn seen(sheets: &[calamine::Sheet]) -> Vec<String> {
    let cells = sheets.iter().filter(|sheet| {
        sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible
    });
    cells.map(|sheet| sheet.name.clone()).collect()
}

fn shared(value: &DataRef) -> Cell {
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

fn truth(yes: bool) -> Cell {
    Cell::of(if yes { "yes" } else { "no" })
}

/// A number as the sheet shows it: 37, not 37.0.
fn number(n: f64) -> String {
    format!("{n}")
}

fn day(at: &ExcelDateTime) -> Cell {
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
    Cell { date: Some(date), ..Cell::of(&date.format("%d/%m/%Y").to_string()) }
}

fn column(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// A reader that stumbles over rubbish takes nobody down with it.
fn guarded<T>(read: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(gave_up()))
}

fn gave_up() -> Problem {
    Problem::Damaged("the reader gave up".to_owned())
}

fn from_xlsx(e: XlsxError) -> Problem {
    match e {
        XlsxError::Password => Problem::Locked,
        e => Problem::Damaged(e.to_string()),
    }
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

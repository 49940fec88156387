//! Sheets of `LibreOffice` say “this cell, a million times” in one line. How large such a sheet would
//! become is counted before anybody writes it out.

use quick_xml::{
    Reader,
    events::{BytesStart, Event},
};

use crate::{MOST_UNPACKED, Problem};

/// The most cells of a sheet, empty ones between others counted.
const MOST_CELLS: u64 = 5_000_000;

/// Counts the cells in the content of such a file.
///
/// # Errors
/// [`Problem::Bomb`] where the cells of a sheet would be too many.
pub(crate) fn count(content: &[u8]) -> Result<(), Problem> {
    let damaged = |e: &dyn std::fmt::Display| Problem::Damaged(e.to_string());
    let mut xml = Reader::from_reader(content);
    let mut buffer = Vec::new();
    let mut sheet = Extent::default();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(|e| damaged(&e))?;
        let (tag, closed) = match &event {
            Event::Eof => return Ok(()),
            Event::Start(tag) => (tag, false),
            Event::Empty(tag) => (tag, true),
            Event::End(tag) if tag.local_name().as_ref() == "table-row" => {
                sheet.end_row();
                if sheet.cells() > MOST_CELLS {
                    return Err(Problem::Bomb { most: MOST_UNPACKED });
                }
                continue;
            }
            _ => continue,
        };
        match tag.local_name().as_ref() {
            "table" => sheet = Extent::default(),
            "table-row" => {
                sheet.repeated = times(tag, "table:number-rows-repeated");
                if closed {
                    sheet.end_row();
                }
            }
            "table-cell" | "covered-table-cell" => {
                sheet.column =
                    sheet.column.saturating_add(times(tag, "table:number-columns-repeated"));
                if matches!(tag.try_get_attribute("office:value-type"), Ok(Some(_))) {
                    sheet.filled = sheet.column;
                }
            }
            _ => {}
        }
    }
}

fn times(tag: &BytesStart, name: &str) -> u64 {
    let said = tag.try_get_attribute(name).ok().flatten();
    said.and_then(|said| said.value.parse().ok()).unwrap_or(1)
}

/// How far what has been read of a sheet goes.
#[derive(Default)]
struct Extent {
    /// Rows so far, and the last of them that holds something.
    rows: u64,
    last: u64,
    /// How often the row stands, its columns so far, and the last of them that holds something.
    repeated: u64,
    column: u64,
    filled: u64,
    width: u64,
}

impl Extent {
    fn end_row(&mut self) {
        self.rows = self.rows.saturating_add(self.repeated);
        if self.filled > 0 {
            self.last = self.rows;
            self.width = self.width.max(self.filled);
        }
        (self.column, self.filled) = (0, 0);
    }

    fn cells(&self) -> u64 {
        self.last.saturating_mul(self.width)
    }
}

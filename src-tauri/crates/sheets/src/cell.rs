//! What a sheet is made of.

use chrono::NaiveDate;
use smol_str::SmolStr;

use crate::LONGEST_CELL;

/// A sheet: its rows that hold something, from the top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub rows: Vec<Row>,
}

/// A row that holds something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// As the spreadsheet program numbers it: from 1, empty rows counted.
    pub number: u32,
    /// From the first column of the sheet on, as far as the row goes.
    pub cells: Vec<Cell>,
}

/// What stands in a cell, in one line, without characters that cannot be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// Most are short, and there are a hundred thousand: a short one takes no room of its own.
    pub text: SmolStr,
    /// The day, where the sheet itself says that it is one.
    pub date: Option<NaiveDate>,
    pub origin: Origin,
}

/// How a cell came by its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    #[default]
    Typed,
    /// The last value that a formula gave, as the file keeps it.
    Formula,
    /// Carried down from the top of merged cells.
    Merged,
    /// Longer than [`LONGEST_CELL`] and cut there.
    Cut,
}

impl Cell {
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// A cell with this text, cleaned.
    pub(crate) fn of(text: &str) -> Self {
        let (text, cut) = clean(text);
        Self { text, date: None, origin: if cut { Origin::Cut } else { Origin::Typed } }
    }
}

/// The text in one line: control characters, marks of direction and spaces without width go, runs
/// of blanks become one. What joins letters in other scripts stays.
fn clean(text: &str) -> (SmolStr, bool) {
    // Most cells of most sheets need nothing done.
    if text.len() <= LONGEST_CELL && is_clean(text.as_bytes()) {
        return (SmolStr::new(text), false);
    }
    let (mut kept, mut length, mut blank) = (String::new(), 0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if c.is_control() || is_unseen(c) {
            continue;
        }
        if length >= LONGEST_CELL {
            return (kept.into(), true);
        }
        if blank && !kept.is_empty() {
            kept.push(' ');
            length += 1;
        }
        blank = false;
        kept.push(c);
        length += 1;
    }
    (kept.into(), false)
}

/// Plain letters, figures and signs, with single blanks between them.
fn is_clean(text: &[u8]) -> bool {
    let (mut blank, mut clean) = (true, true);
    for byte in text {
        clean &= (b' '..0x7F).contains(byte) && !(blank && *byte == b' ');
        blank = *byte == b' ';
    }
    clean && (!blank || text.is_empty())
}

/// Marks of direction, spaces without width, and characters that stand for nothing.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{FEFF}' | '\u{FFFD}' | '\u{00AD}'
    ) || ('\u{202A}'..='\u{202E}').contains(&c)
        || ('\u{2060}'..='\u{2069}').contains(&c)
}

/// A column as the spreadsheet program calls it: 0 is A, 26 is AA.
pub fn column_letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        let letter = u8::try_from(column % 26).unwrap_or_default();
        letters.push(char::from(b'A' + letter));
        if column < 26 {
            break;
        }
        column = column / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// Rows as they are gathered, cell by cell, within the limits of a sheet.
pub(crate) struct Gathered(Sheet);

/// Bytes of text that may still come from a file.
pub(crate) struct Room(usize);

impl Room {
    pub fn new() -> Self {
        Self(crate::MOST_TEXT)
    }

    fn take(&mut self, text: usize) -> Result<(), crate::Problem> {
        let left = self.0.checked_sub(text);
        self.0 = left.ok_or(crate::Problem::Bomb { most: crate::MOST_UNPACKED })?;
        Ok(())
    }
}

impl Gathered {
    pub fn new(name: &str) -> Self {
        Self(Sheet { name: Cell::of(name).text.into(), rows: Vec::new() })
    }

    /// Adds rows from the top, further down than those that are there.
    pub fn extend(
        &mut self,
        rows: Vec<Row>,
        text: usize,
        room: &mut Room,
    ) -> Result<(), crate::Problem> {
        if self.0.rows.is_empty() {
            self.0.rows = rows;
        } else {
            self.0.rows.extend(rows);
        }
        room.take(text)?;
        self.check_length()
    }

    /// Adds a cell: its row and column from 0, rows from the top, columns in any order.
    pub fn put(
        &mut self,
        row: u32,
        column: usize,
        cell: Cell,
        room: &mut Room,
    ) -> Result<(), crate::Problem> {
        if cell.is_empty() {
            return Ok(());
        }
        if column >= crate::MOST_COLUMNS {
            let sheet = self.0.name.clone();
            return Err(crate::Problem::TooManyColumns { sheet, most: crate::MOST_COLUMNS });
        }
        room.take(cell.text.len())?;
        let number = row.saturating_add(1);
        let rows = &mut self.0.rows;
        let at = match rows.last() {
            Some(last) if last.number == number => rows.len() - 1,
            Some(last) if last.number > number => {
                // A file may name its rows in any order.
                match rows.binary_search_by_key(&number, |row| row.number) {
                    Ok(at) => at,
                    Err(at) => {
                        rows.insert(at, Row { number, cells: Vec::new() });
                        at
                    }
                }
            }
            _ => {
                let width = rows.last().map_or(0, |row| row.cells.len());
                rows.push(Row { number, cells: Vec::with_capacity(width) });
                rows.len() - 1
            }
        };
        self.check_length()?;
        let cells = &mut self.0.rows[at].cells;
        if cells.len() <= column {
            cells.resize(column, Cell::default());
            cells.push(cell);
        } else {
            cells[column] = cell;
        }
        Ok(())
    }

    /// Carries the text at the top of merged cells down through their first column. Merged cells
    /// side by side stay as they are: they are titles.
    pub fn carry_down(
        &mut self,
        top: u32,
        bottom: u32,
        column: usize,
        room: &mut Room,
    ) -> Result<(), crate::Problem> {
        let found = self.0.rows.binary_search_by_key(&(top.saturating_add(1)), |r| r.number);
        let Some(cell) = found.ok().and_then(|at| self.0.rows[at].cells.get(column)) else {
            return Ok(());
        };
        let carried = Cell { origin: Origin::Merged, ..cell.clone() };
        // Only rows that hold something: merged cells may reach to the bottom of the sheet.
        let below: Vec<u32> = self
            .0
            .rows
            .iter()
            .map(|row| row.number)
            .filter(|number| (top.saturating_add(2)..=bottom.saturating_add(1)).contains(number))
            .collect();
        for number in below {
            self.put(number - 1, column, carried.clone(), room)?;
        }
        Ok(())
    }

    fn check_length(&self) -> Result<(), crate::Problem> {
        if self.0.rows.len() > crate::MOST_ROWS {
            let sheet = self.0.name.clone();
            return Err(crate::Problem::TooManyRows { sheet, most: crate::MOST_ROWS });
        }
        Ok(())
    }

    pub fn done(self) -> Sheet {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        let letters: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(column_letters).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn text_comes_in_one_line_without_what_cannot_be_seen() {
        assert_eq!(Cell::of(" Beth\u{a0}\n Morris\u{200b}\u{7} ").text, "Beth Morris");
        assert_eq!(Cell::of("\u{202e}ytteB").text, "ytteB");
        assert_eq!(Cell::of("عائشة").text, "عائشة");
        let long = Cell::of(&"x".repeat(2_000_000));
        assert_eq!((long.text.len(), long.origin), (LONGEST_CELL, Origin::Cut));
    }
}

//! The rows of an Excel sheet that is written as nearly every program writes its own: row by row
//! and cell by cell, each with its address. Such a sheet is read in one go, without building up
//! what the XML of any sheet could hold. At the least doubt it is not read here, but by calamine,
//! which knows whatever there is to know; a property test holds the two against each other.

use std::borrow::Cow;

use calamine::{CellErrorType, ExcelDateTime, ExcelDateTimeType};
use memchr::{memchr, memmem};
use quick_xml::escape::unescape;

use crate::{
    Cell, MOST_COLUMNS, MOST_ROWS, Row,
    workbook::{day, number, told, truth},
};

/// What a number stands for under a style.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Style {
    Number,
    Day(ExcelDateTimeType),
}

/// What the cells of a workbook point at.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// Texts that many cells may share, as they stand in a cell.
    pub strings: Vec<Cell>,
    /// By the number of the style.
    pub styles: Vec<Style>,
    /// Whether days are counted from 1904 on.
    pub from_1904: bool,
}

/// The texts that cells share. None: there is a doubt.
pub(crate) fn strings(xml: &str) -> Option<Vec<Cell>> {
    let (tag, rest) = xml.split_once("<sst")?.1.split_once('>')?;
    if tag.ends_with('/') {
        return Some(Vec::new());
    }
    let mut at = Reader { rest };
    let mut strings = Vec::new();
    while at.eat("<si>") {
        at.eat("<t").then_some(())?;
        let text = if at.attributes(|_, _| Some(()))? { at.text("</t>")? } else { Cow::default() };
        at.eat("</si>").then_some(())?;
        strings.push(Cell::of(&text));
    }
    at.eat("</sst>").then_some(strings)
}

/// Rows, and how many bytes of text are in them.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Rows {
    pub rows: Vec<Row>,
    pub text: usize,
}

/// The rows in what stands between the marks of a sheet's data, or in a part of it that begins with
/// a row. None: there is a doubt, or they are too many.
pub(crate) fn rows(xml: &str, shared: &Shared) -> Option<Rows> {
    let mut at = Reader { rest: xml };
    let mut found = Rows::default();
    let (mut above, mut width) = (0, 0);
    while at.eat("<row") {
        let mut number = None;
        let holds = at.attributes(|name, value| match name {
            "r" if number.is_some() => None,
            "r" => {
                number = Some(whole(value)?);
                Some(())
            }
            _ => Some(()),
        })?;
        let number = number.and_then(|n| u32::try_from(n).ok()).filter(|n| *n > above)?;
        above = number;
        if !holds {
            continue;
        }
        let mut cells = Vec::with_capacity(width);
        let mut next = 0;
        while at.eat("<c") {
            let (column, cell) = at.cell(number, shared)?;
            // A column twice, or one before the last: whoever knows better may say what it means.
            if column < next || column >= MOST_COLUMNS {
                return None;
            }
            next = column + 1;
            if !cell.is_empty() {
                found.text += cell.text.len();
                cells.resize_with(column, Cell::default);
                cells.push(cell);
            }
        }
        at.eat("</row>").then_some(())?;
        if !cells.is_empty() {
            width = cells.len();
            found.rows.push(Row { number, cells });
            if found.rows.len() > MOST_ROWS {
                return None;
            }
        }
    }
    at.rest.is_empty().then_some(found)
}

/// What is left to be read.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    #[inline]
    fn eat(&mut self, mark: &str) -> bool {
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads a name, an address or a number up to a byte, and past it.
    fn to(&mut self, end: u8) -> Option<&'a str> {
        let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b":.-+_ ".contains(byte);
        // Too short for a quicker search to be worth its beginning.
        let at = self.rest.bytes().position(|byte| !plain(&byte))?;
        let (before, rest) = (self.rest.get(..at)?, self.rest.get(at..)?.as_bytes());
        if rest.first() != Some(&end) {
            return None;
        }
        self.rest = self.rest.get(at + 1..)?;
        Some(before)
    }

    /// Reads the attributes of a tag to its end, and says whether anything stands within.
    fn attributes(&mut self, mut each: impl FnMut(&'a str, &'a str) -> Option<()>) -> Option<bool> {
        loop {
            if self.eat(">") {
                return Some(true);
            }
            if self.eat("/>") {
                return Some(false);
            }
            self.eat(" ").then_some(())?;
            let name = self.to(b'=').filter(|name| !name.contains(' '))?;
            self.eat("\"").then_some(())?;
            each(name, self.to(b'"')?)?;
        }
    }

    /// Reads text up to the mark that ends it.
    fn text(&mut self, end: &str) -> Option<Cow<'a, str>> {
        let at = memchr(b'<', self.rest.as_bytes())?;
        let text = self.rest.get(..at)?;
        self.rest = self.rest.get(at..)?;
        self.eat(end).then_some(())?;
        decoded(text)
    }

    /// Reads a cell behind the beginning of its tag: its column from 0, and what stands in it.
    fn cell(&mut self, row: u32, shared: &Shared) -> Option<(usize, Cell)> {
        let (mut address, mut style, mut kind) = (None, None, None);
        let holds = self.attributes(|name, value| {
            let place = match name {
                "r" => &mut address,
                "s" => &mut style,
                "t" => &mut kind,
                _ => return Some(()),
            };
            place.replace(value).is_none().then_some(())
        })?;
        let column = column(address?, row)?;
        if !holds {
            return Some((column, Cell::default()));
        }
        let formula = self.eat("<f");
        if formula && self.attributes(|_, _| Some(()))? {
            self.text("</f>")?;
        }
        let mut cell = Cell::default();
        if self.eat("<v>") {
            cell = match kind {
                Some("str") => Cell::of(&self.text("</v>")?),
                // What a formula could not work out is nothing that anybody typed.
                Some("e") => {
                    let fault = self.text("</v>")?.parse::<CellErrorType>();
                    fault.ok().map(|_| Cell::default())?
                }
                _ => {
                    let value = self.to(b'<')?;
                    self.eat("/v>").then_some(())?;
                    valued(value, style, kind, shared)?
                }
            };
        }
        self.eat("</c>").then_some((column, told(cell, formula)))
    }
}

/// What a value stands for.
fn valued(value: &str, style: Option<&str>, kind: Option<&str>, shared: &Shared) -> Option<Cell> {
    let style = style.map_or(Some(Style::Number), |n| shared.styles.get(whole(n)?).copied())?;
    match (kind, style) {
        (Some("s"), _) => shared.strings.get(whole(value)?).cloned(),
        (Some("b"), _) => match value {
            "0" => Some(truth(false)),
            "1" => Some(truth(true)),
            _ => None,
        },
        (None | Some("n"), Style::Number) if is_short(value) => Some(Cell::of(value)),
        (None | Some("n"), style) => {
            let is_plain = |byte: u8| byte.is_ascii_digit() || b"+-.eE".contains(&byte);
            let plain = value.bytes().all(is_plain) && !value.starts_with('+');
            let n: f64 = plain.then(|| value.parse().ok())??;
            Some(match style {
                Style::Number => Cell::of(&number(n)),
                Style::Day(kind) => day(&ExcelDateTime::new(n, kind, shared.from_1904)),
            })
        }
        _ => None,
    }
}

/// A whole number that a sheet shows as it is written.
fn is_short(value: &str) -> bool {
    (1..=15).contains(&value.len())
        && value.bytes().all(|byte| byte.is_ascii_digit())
        && (value.len() == 1 || !value.starts_with('0'))
}

/// A number in figures only.
fn whole(text: &str) -> Option<usize> {
    let figures = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    figures.then(|| text.parse().ok())?
}

/// The column of an address in that row: "C7" is the third. None: it is none, or in another row.
fn column(address: &str, row: u32) -> Option<usize> {
    let letters = address.bytes().take_while(u8::is_ascii_uppercase).count();
    let (letters, figures) = address.split_at_checked(letters)?;
    if !(1..=3).contains(&letters.len()) || whole(figures)? != usize::try_from(row).ok()? {
        return None;
    }
    let count = |sum: usize, letter: u8| sum * 26 + usize::from(letter - b'A') + 1;
    letters.bytes().fold(0, count).checked_sub(1)
}

/// Text as it is meant. Excel writes what XML cannot hold as "_x000D_": that is left to others.
fn decoded(text: &str) -> Option<Cow<'_, str>> {
    let escaped = |at: usize| text.as_bytes().get(at + 6) == Some(&b'_');
    if memchr(b'\r', text.as_bytes()).is_some()
        || memmem::find_iter(text.as_bytes(), b"_x").any(escaped)
    {
        return None;
    }
    if memchr(b'&', text.as_bytes()).is_none() { Some(text.into()) } else { unescape(text).ok() }
}

//! The rows on a page of a table, read without asking the file where its tables are.

use rusqlite::types::Value;

use super::pages::{Pages, number};

/// A row as it lies on its page: its number in its table, and its values.
pub(super) struct Cell {
    pub n: i64,
    pub values: Vec<Value>,
}

/// Every row on the pages of tables that can be read whole. What is left of a row is not a row.
pub(super) fn all<'a>(pages: &'a Pages) -> impl Iterator<Item = Cell> + 'a {
    (1..=pages.count).flat_map(|number| on_page(pages, number))
}

/// The mark of a page that holds rows of a table.
const ROWS: u8 = 13;

fn on_page(pages: &Pages, page: usize) -> Vec<Cell> {
    // The first page begins with the head of the file.
    let head = if page == 1 { 100 } else { 0 };
    let Some(bytes) = pages.get(page).filter(|bytes| bytes.get(head) == Some(&ROWS)) else {
        return Vec::new();
    };
    let count = number::<2>(bytes, head + 3).unwrap_or_default();
    let place = |nth: usize| number::<2>(bytes, head + 8 + 2 * nth);
    (0..count).map_while(place).filter_map(|at| cell(pages, bytes, at)).collect()
}

fn cell(pages: &Pages, page: &[u8], at: usize) -> Option<Cell> {
    let (length, at) = varint(page, at)?;
    let (n, at) = varint(page, at)?;
    let length = usize::try_from(length).ok()?;
    let usable = pages.usable();
    if length > pages.count.checked_mul(usable)? {
        return None;
    }
    let most = usable - 35;
    let here = if length <= most {
        length
    } else {
        let least = (usable - 12) * 32 / 255 - 23;
        let fits = least + (length - least) % (usable - 4);
        if fits <= most { fits } else { least }
    };
    let mut body = page.get(at..at.checked_add(here)?)?.to_vec();
    let mut next = if here < length { number::<4>(page, at + here)? } else { 0 };
    while body.len() < length {
        // Each page of the rest brings something, so a ring of them ends too.
        let bytes = pages.get(next)?;
        next = number::<4>(bytes, 0)?;
        let part = (length - body.len()).min(usable - 4);
        body.extend_from_slice(bytes.get(4..4 + part)?);
    }
    Some(Cell { n, values: record(&body)? })
}

/// The values of a row.
fn record(body: &[u8]) -> Option<Vec<Value>> {
    let (head, mut at) = varint(body, 0)?;
    let head = usize::try_from(head).ok().filter(|head| *head <= body.len())?;
    let mut from = head;
    let mut values = Vec::new();
    while at < head {
        let (kind, next) = varint(body, at)?;
        at = next;
        let (value, length) = value(body, from, kind)?;
        values.push(value);
        from = from.checked_add(length)?;
    }
    Some(values)
}

/// A value of a kind, and how many bytes it takes.
fn value(body: &[u8], at: usize, kind: i64) -> Option<(Value, usize)> {
    let whole = |length: usize| {
        let bytes = body.get(at..at.checked_add(length)?)?;
        let sign = if bytes.first()? & 0x80 == 0 { 0 } else { -1 };
        let n = bytes.iter().fold(sign, |n: i64, byte| n << 8 | i64::from(*byte));
        Some((Value::Integer(n), length))
    };
    match kind {
        0 => Some((Value::Null, 0)),
        1..=4 => whole(usize::try_from(kind).ok()?),
        5 => whole(6),
        6 => whole(8),
        7 => {
            let bytes = body.get(at..at.checked_add(8)?)?.try_into().ok()?;
            Some((Value::Real(f64::from_be_bytes(bytes)), 8))
        }
        8 => Some((Value::Integer(0), 0)),
        9 => Some((Value::Integer(1), 0)),
        12.. => {
            let length = usize::try_from((kind - 12) / 2).ok()?;
            let bytes = body.get(at..at.checked_add(length)?)?.to_vec();
            // Words that are no longer words are not read.
            let value = if kind % 2 == 0 {
                Value::Blob(bytes)
            } else {
                Value::Text(String::from_utf8(bytes).ok()?)
            };
            Some((value, length))
        }
        _ => None,
    }
}

/// A number of up to nine bytes, seven bits in each but the ninth; and where the next one begins.
fn varint(bytes: &[u8], at: usize) -> Option<(i64, usize)> {
    let mut n: i64 = 0;
    for nth in 0..9 {
        let byte = *bytes.get(at.checked_add(nth)?)?;
        if nth == 8 {
            return Some((n << 8 | i64::from(byte), at + 9));
        }
        n = n << 7 | i64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((n, at + nth + 1));
        }
    }
    None
}

//! Text with separators (CSV), in any of the encodings and separators that offices produce.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{
    Cell, Looks, Problem, Sheet,
    cell::{Gathered, Room},
};

/// What may stand between cells, the likeliest first.
const SEPARATORS: &[u8] = b",;\t|";
/// How many lines are looked at to find the separator.
const LOOKED_AT: usize = 30;

pub(crate) fn read(bytes: &[u8]) -> Result<Sheet, Problem> {
    let text = decode(bytes)?;
    let (separator, text) = separator(&text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let (mut rows, mut room) = (Gathered::new(""), Room::new());
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|e| Problem::Damaged(e.to_string()))? {
        for (column, text) in record.iter().enumerate() {
            rows.put(row, column, Cell::of(text), &mut room)?;
        }
        row += 1;
    }
    Ok(rows.done())
}

/// UTF-8 and UTF-16 by their marks or their looks; what is neither is Windows-1252, as older
/// programs in Western Europe write it.
fn decode(bytes: &[u8]) -> Result<String, Problem> {
    let rubbish = || Problem::NotASheet(Looks::Binary);
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => match wide(bytes) {
            Some(encoding) => encoding,
            None if std::str::from_utf8(bytes).is_ok() => UTF_8,
            None => WINDOWS_1252,
        },
    };
    let (text, broken) = encoding.decode_with_bom_removal(bytes);
    let (seen, odd) = text.chars().fold((0_usize, 0_usize), |(seen, odd), c| {
        // What Windows-1252 leaves open comes out as a control character.
        let fine = !c.is_control() || matches!(c, '\t' | '\n' | '\r');
        (seen + 1, odd + usize::from(!fine))
    });
    if broken || text.contains('\0') || odd * 100 > seen {
        return Err(rubbish());
    }
    Ok(text.into_owned())
}

/// UTF-16 without a mark: half of the bytes of Western text are zero, always the same half.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = &bytes[..bytes.len().min(2_000) & !1];
    let zeros = |at: usize| start.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (first, second, half) = (zeros(0), zeros(1), start.len() / 2);
    if half > 1 && second * 10 > half * 7 && first == 0 {
        Some(UTF_16LE)
    } else if half > 1 && first * 10 > half * 7 && second == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// What stands between the cells, and the text without a line that says so.
fn separator(text: &str) -> (u8, &str) {
    let said = text.strip_prefix("sep=").and_then(|rest| {
        let separator = rest.bytes().next()?;
        let rest = rest.get(1..)?;
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
        SEPARATORS.contains(&separator).then_some((separator, rest))
    });
    if let Some(said) = said {
        return said;
    }
    let best = SEPARATORS.iter().copied().max_by_key(|separator| {
        // Many lines with the same number of cells speak for it; a tie goes to the likeliest.
        let widths = widths(text, *separator);
        let most = widths
            .iter()
            .copied()
            .filter(|w| *w > 1)
            .max_by_key(|width| (widths.iter().filter(|w| *w == width).count(), *width));
        let same = most.map_or(0, |most| widths.iter().filter(|w| **w == most).count());
        let at = SEPARATORS.iter().position(|s| s == separator).unwrap_or_default();
        (same, most.unwrap_or_default(), SEPARATORS.len() - at)
    });
    (best.unwrap_or(b','), text)
}

/// How many cells each of the first lines would have.
fn widths(text: &str, separator: u8) -> Vec<usize> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let records = reader.byte_records().take(LOOKED_AT).filter_map(Result::ok);
    records.map(|record| record.len()).collect()
}

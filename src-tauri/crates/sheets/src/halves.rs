//! A long sheet as two of half its rows, which two readers read at once.

use memchr::memmem;

/// From so many bytes on, reading a sheet in two is worth it.
const LONG: usize = 1 << 20;
/// Where the rows of a sheet begin and end, and how each begins.
const ROWS: (&[u8], &[u8]) = (b"<sheetData>", b"</sheetData>");
const ROW: &[u8] = b"<row ";

/// The XML of both halves, in pieces: what is above the rows, half of the rows, what is below.
/// None: the sheet is short, or is written in a way that leaves in doubt where a row begins.
pub(crate) fn halves(xml: &[u8]) -> Option<[Vec<&[u8]>; 2]> {
    // What looks like a row within a comment is none.
    if xml.len() < LONG || memmem::find(xml, b"<!").is_some() {
        return None;
    }
    let top = memmem::find(xml, ROWS.0)? + ROWS.0.len();
    let bottom = memmem::rfind(xml, ROWS.1)?;
    let middle = top + bottom.checked_sub(top)? / 2;
    let middle = middle + memmem::find(xml.get(middle..bottom)?, ROW)?;
    let (above, below) = (xml.get(..top)?, xml.get(bottom..)?);
    let (first, second) = (xml.get(top..middle)?, xml.get(middle..bottom)?);
    // A row without a number is the one after the last, which the second reader does not know.
    let tag = second.split(|byte| *byte == b'>').next()?;
    memmem::find(tag, b" r=\"")?;
    Some([vec![above, first, below], vec![above, second, below]])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(row: impl Fn(usize) -> String, rows: usize) -> String {
        let rows: String = (1..=rows).map(row).collect();
        format!("<worksheet><sheetData>{rows}</sheetData><mergeCells/></worksheet>")
    }

    #[test]
    fn every_row_is_in_one_half() {
        let row = |n: usize| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>{n}</v></c></row>");
        let xml = sheet(row, 40_000);
        let [first, second] = halves(xml.as_bytes()).unwrap().map(|half| half.concat());
        let count = |xml: &[u8]| memmem::find_iter(xml, "<row ").count();
        assert_eq!(count(&first) + count(&second), 40_000);
        let share = count(&first) * 100 / 40_000;
        assert!((45..=55).contains(&share), "{share} in a hundred");
        for half in [&first, &second] {
            assert!(half.starts_with(b"<worksheet><sheetData><row r="));
            assert!(half.ends_with(b"</row></sheetData><mergeCells/></worksheet>"));
        }
    }

    #[test]
    fn a_sheet_stays_whole_where_its_rows_leave_a_doubt() {
        let numbered = |n: usize| format!("<row r=\"{n}\"><c><v>{n}</v></c></row>");
        assert_eq!(halves(sheet(numbered, 10).as_bytes()), None);
        let unnumbered = |n: usize| format!("<row spans=\"1\"><c><v>{n}</v></c></row>");
        assert_eq!(halves(sheet(unnumbered, 40_000).as_bytes()), None);
        let remark = |n: usize| format!("<!--<row r=\"9\">--><row r=\"{n}\"><c/></row>");
        assert_eq!(halves(sheet(remark, 40_000).as_bytes()), None);
    }
}

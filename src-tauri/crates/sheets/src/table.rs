//! A table written for somebody to fill in, and to be read back.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use crate::template::Neutral;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableColumn {
    pub heading: String,
    /// In characters.
    pub width: u16,
    /// Whether its text runs from right to left.
    pub rtl: bool,
}

/// The table as a workbook. Headings stand in the first row and stay in sight.
///
/// # Errors
/// Says what the writer of workbooks refused.
pub fn table_xlsx(
    name: &str,
    columns: &[TableColumn],
    rows: &[Vec<String>],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let sheet = book.add_worksheet().set_name(name)?;
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, at, column.heading.neutral(), &bold)?;
        sheet.set_column_width(at, f64::from(column.width))?;
    }
    for (row, cells) in (1_u32..).zip(rows) {
        for ((at, column), text) in (0_u16..).zip(columns).zip(cells) {
            let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
            let format = if column.rtl { plain.set_reading_direction(2) } else { plain };
            sheet.write_string_with_format(row, at, text.neutral(), &format)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    book.save_to_buffer()
}

/// The table as text: UTF-8 with its mark, so that Excel reads the letters right.
///
/// # Errors
/// Says what the writer refused.
pub fn table_csv(columns: &[TableColumn], rows: &[Vec<String>]) -> Result<Vec<u8>, csv::Error> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    writer.write_record(columns.iter().map(|column| column.heading.neutral().into_owned()))?;
    for row in rows {
        writer.write_record(row.iter().map(|text| text.neutral().into_owned()))?;
    }
    writer.flush()?;
    drop(writer);
    Ok(out)
}

/// The text of a cell as it was before [`Neutral`] kept it from being read as a formula.
pub fn restored(text: &str) -> &str {
    let inner = text.strip_prefix('\'').filter(|inner| inner.neutral() != *inner);
    inner.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_back_as_it_was_written() {
        let column = |heading: &str, rtl| TableColumn { heading: heading.into(), width: 30, rtl };
        let columns = [column("Key", false), column("اردو (ur)", true)];
        let rows =
            [["a", "=1+1"], ["b", "”ہاں“، ’نہیں‘"]].map(|row| row.map(str::to_owned).to_vec());
        let written =
            [table_xlsx("Texts", &columns, &rows).unwrap(), table_csv(&columns, &rows).unwrap()];
        for bytes in written {
            let book = crate::read_bytes(bytes).unwrap();
            let sheet = book.sheets.first().unwrap();
            let texts: Vec<Vec<&str>> = sheet
                .rows
                .iter()
                .map(|row| row.cells.iter().map(|cell| restored(&cell.text)).collect())
                .collect();
            assert_eq!(texts[0], ["Key", "اردو (ur)"]);
            assert_eq!(texts[1..], rows);
        }
        assert_eq!(restored("'tis"), "'tis");
    }
}

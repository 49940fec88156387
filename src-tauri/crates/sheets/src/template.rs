//! The sheet to send to recruiters.

use std::borrow::Cow;

use rust_xlsxwriter::{DataValidation, Format, Workbook, XlsxError};

/// A column of the template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub heading: String,
    /// One line on what to write there.
    pub hint: String,
    /// What may be chosen; empty where anything may be written.
    pub values: Vec<String>,
}

/// The rows of the list that offer a choice.
const ROWS: u32 = 500;
/// Excel takes no longer list of choices within a cell.
const LONGEST_CHOICE: usize = 255;

/// The template as a workbook: headings in the first row, choices where there are any, and a
/// second sheet that says what each column is for.
///
/// # Errors
/// Says what the writer of workbooks refused.
pub fn template_xlsx(
    names: [&str; 2],
    columns: &[Column],
    notes: &[String],
) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let bold = Format::new().set_bold();
    let [list, about] = names;
    let sheet = book.add_worksheet().set_name(list)?;
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, at, column.heading.neutral(), &bold)?;
        sheet.set_column_width(at, 18)?;
        let length: usize = column.values.iter().map(|v| v.len() + 1).sum();
        if !column.values.is_empty() && length <= LONGEST_CHOICE {
            // Suggested, not demanded: people are more than a list can hold.
            let choice =
                DataValidation::new().allow_list_strings(&column.values)?.show_error_message(false);
            sheet.add_data_validation(1, at, ROWS, at, &choice)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    let sheet = book.add_worksheet().set_name(about)?;
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 90)?;
    let mut row = 0;
    for note in notes {
        sheet.write_string(row, 0, note.neutral())?;
        row += 1;
    }
    row += 1;
    for column in columns {
        sheet.write_string_with_format(row, 0, column.heading.neutral(), &bold)?;
        sheet.write_string(row, 1, column.hint.neutral())?;
        row += 1;
    }
    book.save_to_buffer()
}

/// The template as text: UTF-8 with its mark, so that Excel reads the letters right.
///
/// # Errors
/// Says what the writer refused.
pub fn template_csv(columns: &[Column]) -> Result<Vec<u8>, csv::Error> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    writer.write_record(columns.iter().map(|column| column.heading.neutral().into_owned()))?;
    writer.flush()?;
    drop(writer);
    Ok(out)
}

/// Text that no spreadsheet program takes for a formula (rules.md, What leaves the laptop).
pub trait Neutral {
    fn neutral(&self) -> Cow<'_, str>;
}

impl Neutral for str {
    fn neutral(&self) -> Cow<'_, str> {
        if self.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            Cow::Owned(format!("'{self}"))
        } else {
            Cow::Borrowed(self)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reads_as_a_formula() {
        for text in ["=1+1", "+44", "-1", "@x", "\tx", "\rx"] {
            assert_eq!(text.neutral(), format!("'{text}"));
        }
        assert_eq!("25–39".neutral(), "25–39");
    }
}

//! What comes as it should, more or less.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula};
use sheets::{Book, Column, Kind, Origin, heading_row, read_bytes, template_csv, template_xlsx};

use crate::files::{ods, xls, xlsx};

/// The texts of the first sheet that has any, row by row.
fn texts(book: &Book) -> Vec<Vec<&str>> {
    let sheet = book.sheets.iter().find(|sheet| !sheet.rows.is_empty()).unwrap();
    sheet.rows.iter().map(|row| row.cells.iter().map(|c| c.text.as_str()).collect()).collect()
}

fn csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = read_bytes(bytes.to_vec()).unwrap();
    assert_eq!(book.kind, Kind::Csv);
    texts(&book).into_iter().map(|row| row.into_iter().map(str::to_owned).collect()).collect()
}

#[test]
fn a_workbook_keeps_its_rows_their_numbers_and_its_days() {
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let bytes = xlsx(|sheet| {
        sheet.write(3, 0, "Name").unwrap();
        sheet.write(3, 1, "D.O.B").unwrap();
        sheet.write(5, 0, "Beth").unwrap();
        let born = ExcelDateTime::from_ymd(1994, 7, 6).unwrap();
        sheet.write_with_format(5, 1, &born, &day).unwrap();
        sheet.write(5, 2, 37).unwrap();
    });
    let book = read_bytes(bytes).unwrap();
    assert_eq!(book.kind, Kind::Xlsx);
    let rows = &book.sheets[0].rows;
    assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [4, 6]);
    assert_eq!(texts(&book)[1], ["Beth", "06/07/1994", "37"]);
    assert_eq!(rows[1].cells[1].date.unwrap().to_string(), "1994-07-06");
}

#[test]
fn a_formula_gives_its_last_value_and_is_not_run() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, "Group").unwrap();
        let formula = Formula::new("=HYPERLINK(\"http://example.org\",\"x\")").set_result("Ox 1");
        sheet.write_formula(1, 0, formula).unwrap();
        sheet.write_formula(2, 0, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let book = read_bytes(bytes).unwrap();
    let cell = &book.sheets[0].rows[1].cells[0];
    assert_eq!((cell.text.as_str(), cell.origin), ("Ox 1", Origin::Formula));
}

#[test]
fn merged_cells_carry_their_text_down_but_not_across() {
    let bytes = xlsx(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 3, "Recruits for March", &plain).unwrap();
        sheet.merge_range(1, 0, 3, 0, "Ox 1", &plain).unwrap();
        for (row, name) in (1..).zip(["Hannah", "Tom", "Priya"]) {
            sheet.write(row, 1, name).unwrap();
        }
    });
    let book = read_bytes(bytes).unwrap();
    assert_eq!(texts(&book)[0], ["Recruits for March"]);
    assert_eq!(texts(&book)[3], ["Ox 1", "Priya"]);
    assert_eq!(book.sheets[0].rows[3].cells[0].origin, Origin::Merged);
}

#[test]
fn hidden_sheets_are_nobodys_business() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("List").unwrap().write(0, 0, "Name").unwrap();
    let hidden = book.add_worksheet().set_name("Bank details").unwrap();
    hidden.set_hidden(true).write(0, 0, "12-34-56").unwrap();
    let read = read_bytes(book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(read.sheets.iter().map(|s| s.name.as_str()).collect::<Vec<_>>(), ["List"]);
}

#[test]
fn a_sheet_of_excel_97_is_read() {
    let book = read_bytes(xls(&["Name", "Age"], 37.0)).unwrap();
    assert_eq!(book.kind, Kind::Xls);
    assert_eq!(texts(&book), [vec!["Name", "Age"], vec!["", "37"]]);
}

#[test]
fn a_sheet_of_libreoffice_is_read() {
    let rows = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Name</text:p>
        </table:table-cell><table:table-cell office:value-type="string"><text:p>DOB</text:p>
        </table:table-cell></table:table-row><table:table-row><table:table-cell
        office:value-type="string"><text:p>Tom</text:p></table:table-cell><table:table-cell
        office:value-type="date" office:date-value="1990-12-25"><text:p>25/12/90</text:p>
        </table:table-cell></table:table-row>"#;
    let book = read_bytes(ods(rows, "")).unwrap();
    assert_eq!(book.kind, Kind::Ods);
    assert_eq!(texts(&book), [vec!["Name", "DOB"], vec!["Tom", "25/12/1990"]]);
    assert!(book.sheets[0].rows[1].cells[1].date.is_some());
}

#[test]
fn text_is_read_in_any_encoding() {
    let words = "Name,Town\r\nZoë,Ynys Môn\r\n";
    let [utf_8, marked] = [words.as_bytes().to_vec(), format!("\u{feff}{words}").into_bytes()];
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(words);
    let wide = |bytes: fn(u16) -> [u8; 2], mark: &str| {
        format!("{mark}{words}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    let little = u16::to_le_bytes as fn(u16) -> [u8; 2];
    let all = [
        utf_8,
        marked,
        windows.into_owned(),
        wide(little, "\u{feff}"),
        wide(little, ""),
        wide(u16::to_be_bytes, "\u{feff}"),
    ];
    for bytes in all {
        assert_eq!(csv(&bytes), [["Name", "Town"], ["Zoë", "Ynys Môn"]], "{bytes:?}");
    }
}

#[test]
fn text_is_read_with_any_separator() {
    for separator in [",", ";", "\t", "|"] {
        let text = ["Name", "Says", "Age"].join(separator)
            + "\n"
            + &["Tom", "\"well, well; then\"", "37"].join(separator)
            + "\n";
        assert_eq!(csv(text.as_bytes())[1], ["Tom", "well, well; then", "37"], "{separator:?}");
    }
    assert_eq!(csv(b"sep=;\r\nName;Age\r\nTom;37\r\n"), [["Name", "Age"], ["Tom", "37"]]);
}

#[test]
fn the_headings_are_found_below_a_title() {
    let text = "Recruits for Oxford,,\nSent on 3 March,,\n\nGrp,Resp. Name,M/F\n1,Tom,M\n1,Ann,F\n";
    let book = read_bytes(text.as_bytes().to_vec()).unwrap();
    let known = |text: &str| text == "Grp";
    assert_eq!(heading_row(&book.sheets[0], known), Some(2));
    assert_eq!(heading_row(&book.sheets[0], |_| false), Some(2));
}

#[test]
fn right_to_left_names_keep_their_letters_and_lose_their_marks() {
    let text = "Name,Town\n\u{202b}عائشة\u{202c},Oxford\n";
    assert_eq!(csv(text.as_bytes())[1][0], "عائشة");
}

#[test]
fn the_template_reads_back() {
    let columns = [
        Column { heading: "First name".into(), hint: "=only".into(), values: Vec::new() },
        Column { heading: "Sex".into(), hint: "x".into(), values: vec!["Female".into()] },
    ];
    let bytes = template_xlsx(["People", "How to fill it in"], &columns, &["Note".into()]).unwrap();
    let book = read_bytes(bytes).unwrap();
    assert_eq!(texts(&book), [["First name", "Sex"]]);
    assert_eq!(book.sheets[1].rows[1].cells[1].text, "'=only");
    let text = template_csv(&columns).unwrap();
    assert!(text.starts_with(b"\xEF\xBB\xBF"));
    assert_eq!(csv(&text), [["First name", "Sex"]]);
}

#[test]
fn a_long_sheet_is_read_to_its_last_row() {
    const ROWS: u32 = 20_000;
    let bytes = xlsx(|sheet| {
        let plain = Format::new();
        // Two readers share so many rows, and these cells lie where they meet.
        sheet.merge_range(ROWS / 2 - 500, 0, ROWS / 2 + 500, 0, "Ox 1", &plain).unwrap();
        for row in 0..ROWS {
            sheet.write(row, 1, format!("Person {row}")).unwrap();
        }
        sheet.write_formula(ROWS - 1, 2, Formula::new("=1+1").set_result("2")).unwrap();
    });
    let rows = &read_bytes(bytes).unwrap().sheets[0].rows;
    assert_eq!(rows.len(), ROWS as usize);
    for (row, read) in (0..).zip(rows) {
        assert_eq!((read.number, &*read.cells[1].text), (row + 1, &*format!("Person {row}")));
        let group = &read.cells[0];
        let merged = row.abs_diff(ROWS / 2) <= 500;
        assert_eq!(group.text == "Ox 1", merged, "{row}");
        assert_eq!(group.origin == Origin::Merged, merged && row != ROWS / 2 - 500, "{row}");
    }
    let last = &rows[ROWS as usize - 1].cells[2];
    assert_eq!((&*last.text, last.origin), ("2", Origin::Formula));
}

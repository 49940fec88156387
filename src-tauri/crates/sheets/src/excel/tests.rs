//! What is read in the plain way is what calamine reads.

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::*;

/// What may stand in a cell.
#[derive(Clone, Debug)]
enum Value {
    Nothing,
    Text(String),
    Number(f64),
    Day(u16),
    Span(f64),
    Truth(bool),
    Sum(f64),
    Join(String),
    Fault,
}

fn value() -> impl Strategy<Value = Value> {
    let text = prop_oneof!["[a-c &<>\"'_;é\u{200f}\n\t-]{0,12}", Just("_x000D_".to_owned())];
    prop_oneof![
        Just(Value::Nothing),
        text.clone().prop_map(Value::Text),
        any::<i32>().prop_map(|n| Value::Number(n.into())),
        any::<f64>().prop_filter("a number", |n| n.is_finite()).prop_map(Value::Number),
        (0..60_000_u16).prop_map(Value::Day),
        (0.0..9.0_f64).prop_map(Value::Span),
        any::<bool>().prop_map(Value::Truth),
        (-9.0..9.0_f64).prop_map(Value::Sum),
        text.prop_map(Value::Join),
        Just(Value::Fault),
    ]
}

/// A workbook as a program writes it, with these rows and some cells merged.
fn workbook(rows: &[Vec<Value>], merged: Option<(u32, u32)>) -> Vec<u8> {
    let mut book = Workbook::new();
    let [day, span] = ["dd/mm/yyyy", "[h]:mm"].map(|format| Format::new().set_num_format(format));
    let sheet = book.add_worksheet();
    if let Some((top, down)) = merged {
        sheet.merge_range(top, 0, top + down, 0, "merged", &day).unwrap();
    }
    for (row, values) in (0..).zip(rows) {
        for (column, value) in (1..).zip(values) {
            match value {
                Value::Nothing => sheet.write_blank(row, column, &day),
                Value::Text(text) => sheet.write(row, column, text),
                Value::Number(n) => sheet.write(row, column, *n),
                Value::Day(n) => {
                    let at = ExcelDateTime::from_serial_datetime(f64::from(*n)).unwrap();
                    sheet.write_with_format(row, column, at, &day)
                }
                Value::Span(n) => sheet.write_with_format(row, column, *n, &span),
                Value::Truth(yes) => sheet.write(row, column, *yes),
                Value::Sum(n) => {
                    let formula = Formula::new("=A1&\"<\"").set_result(n.to_string());
                    sheet.write_formula(row, column, formula)
                }
                Value::Join(text) => {
                    sheet.write_formula(row, column, Formula::new("=B1").set_result(text))
                }
                Value::Fault => {
                    sheet.write_formula(row, column, Formula::new("=1/0").set_result("#DIV/0!"))
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The workbook's parts, and what is read of it in the plain way.
fn plainly(bytes: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> (Vec<Part>, Option<Vec<Sheet>>) {
    let names = sheet_names(bytes).unwrap();
    let (mut parts, layout) = unpack(bytes, |rest| Layout::of(rest, &names)).unwrap();
    change(&mut parts.iter_mut().find(|part| is_sheet(&part.name)).unwrap().bytes);
    let sheets = layout.and_then(|layout| layout.read(&parts));
    (parts, sheets)
}

#[test]
fn what_programs_write_is_plain() {
    let values = [
        Value::Nothing,
        Value::Text("R&D <b> \"é\"".into()),
        Value::Number(-1.5e-7),
        Value::Number(37.0),
        Value::Day(33_333),
        Value::Span(1.5),
        Value::Truth(true),
        Value::Sum(2.5),
        Value::Join("a & b".into()),
        Value::Fault,
    ];
    let rows: Vec<Vec<Value>> = (0..2_000).map(|_| values.to_vec()).collect();
    let (parts, plain) = plainly(&workbook(&rows, Some((3, 1_500))), |_| ());
    let plain = plain.unwrap();
    assert_eq!(plain[0].rows.len(), 2_000);
    assert_eq!(plain, by_calamine(&parts).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_workbook_says_the_same_either_way(
        rows in prop::collection::vec(prop::collection::vec(value(), 0..6), 0..9),
        merged in prop::option::of((0..6_u32, 1..6_u32)),
    ) {
        let (parts, plain) = plainly(&workbook(&rows, merged), |_| ());
        if let Some(plain) = plain {
            prop_assert_eq!(plain, by_calamine(&parts).unwrap());
        } else {
            // The plain way leaves only what Excel escapes to calamine.
            let escaped = format!("{rows:?}").contains("_x000D_");
            prop_assert!(escaped);
        }
    }

    /// What is not as a program writes it is left to calamine, or means the same.
    #[test]
    fn a_sheet_with_faults_says_the_same_either_way(
        rows in prop::collection::vec(prop::collection::vec(value(), 1..4), 1..4),
        merged in prop::option::of((0..3_u32, 1..3_u32)),
        at in any::<prop::sample::Index>(), span in 0..3_usize,
        piece in prop::sample::select(vec![
            "", " ", "<", ">", "/", "\"", "'", "=", "0", "1", "9", "-", "+", ".", "e", "A", "B",
            "r", "s", "t", "v", "f", "n", "&", "&amp;", "&#65;", "<!-- -->", "<v>1</v>", "<f/>",
            "</c>", "</row>", "<row r=\"2\">", "<c r=\"B2\"/>", "<c r=\"B2\" t=\"s\"><v>0</v></c>",
            " t=\"n\"", " s=\"1\"", " r=\"C3\"", "\u{e9}",
        ]),
    ) {
        let (parts, plain) = plainly(&workbook(&rows, merged), |xml| {
            // Within the rows, where there are any.
            let [top, end] = [ROWS.0, ROWS.1].map(|mark| memmem::find(xml, mark.as_bytes()));
            let (Some(top), Some(end)) = (top, end) else { return };
            let at = top + at.index(end - top);
            xml.splice(at..(at + span).min(xml.len()), piece.bytes());
        });
        if let Some(plain) = plain {
            prop_assert_eq!(plain, by_calamine(&parts).unwrap());
        }
    }
}

//! What nobody should send, and people do. Each is refused for what it is, or read for what it
//! holds; none takes the program down.

use std::{fs, io::Cursor};

use proptest::prelude::*;
use sheets::{
    LONGEST_CELL, Looks, MOST_BYTES, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, Origin, Problem, read,
    read_bytes,
};

use zip::{ZipArchive, ZipWriter};

use crate::files::{ods, ole, packed, xlsx};

/// Bytes that each part of a bomb unpacks to.
const PART: usize = 4 << 20;

/// A workbook of many parts, each of them small and all of them large.
fn bomb() -> Vec<u8> {
    let zeros = vec![b'0'; PART];
    let one = packed(&[("zeros", &zeros)]);
    let mut one = ZipArchive::new(Cursor::new(one)).unwrap();
    let mut all = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..=usize::try_from(MOST_UNPACKED).unwrap() / PART {
        let name = if part == 0 { "xl/workbook.xml".into() } else { format!("xl/{part}.xml") };
        all.raw_copy_file_rename(one.by_index(0).unwrap(), name).unwrap();
    }
    all.finish().unwrap().into_inner()
}

#[test]
fn a_bomb_is_refused_by_what_it_declares() {
    let bytes = bomb();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read_bytes(bytes), Err(Problem::Bomb { most: MOST_UNPACKED }));
}

#[test]
fn a_bomb_is_refused_by_what_comes_out_of_it() {
    let mut bytes = bomb();
    // It says of its parts that each unpacks to ten bytes, wherever it says anything.
    let said = u32::try_from(PART).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..at + 4] == said).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&10_u32.to_le_bytes());
    }
    let refused = read_bytes(bytes).unwrap_err();
    assert!(matches!(refused, Problem::Bomb { .. } | Problem::Damaged(_)), "{refused:?}");
}

#[test]
fn a_file_too_large_is_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    let file = fs::File::create(&path).unwrap();
    file.set_len(MOST_BYTES * 4).unwrap();
    assert_eq!(read(&path), Err(Problem::TooLarge { most: MOST_BYTES }));
}

#[test]
fn the_name_of_a_file_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("really a workbook.csv");
    fs::write(
        &path,
        xlsx(|sheet| {
            sheet.write(0, 0, "Name").unwrap();
        }),
    )
    .unwrap();
    assert_eq!(read(&path).unwrap().sheets[0].rows[0].cells[0].text, "Name");
    for (bytes, looks) in [
        (b"%PDF-1.7 ...".to_vec(), Looks::Pdf),
        (b"<html><table><tr><td>Name".to_vec(), Looks::WebPage),
        (b"<?xml version=\"1.0\"?><Workbook/>".to_vec(), Looks::Xml),
        (packed(&[("word/document.xml", b"x")]), Looks::Document),
        (packed(&[("xl/workbook.bin", b"x")]), Looks::Xlsb),
        (packed(&[("holiday.jpg", b"x")]), Looks::Zip),
        (ole("WordDocument"), Looks::Document),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Looks::Binary),
    ] {
        assert_eq!(read_bytes(bytes), Err(Problem::NotASheet(looks)));
    }
}

#[test]
fn a_locked_workbook_is_called_locked() {
    assert_eq!(read_bytes(ole("EncryptedPackage")), Err(Problem::Locked));
    assert_eq!(read_bytes(ods("", "<manifest:encryption-data/>")), Err(Problem::Locked));
}

#[test]
fn a_cell_of_a_million_characters_is_cut() {
    let bytes = format!("Name,Age\n{},37\nTom,38\n", "x".repeat(1 << 20)).into_bytes();
    let book = read_bytes(bytes).unwrap();
    let cell = &book.sheets[0].rows[1].cells[0];
    assert_eq!((cell.text.len(), cell.origin), (LONGEST_CELL, Origin::Cut));
    assert_eq!(book.sheets[0].rows[2].cells[0].text, "Tom");
}

#[test]
fn cells_in_far_corners_take_no_room() {
    let bytes = xlsx(|sheet| {
        sheet.write(0, 0, "Name").unwrap();
        sheet.write(1_048_575, 1, "Tom").unwrap();
    });
    let book = read_bytes(bytes).unwrap();
    assert_eq!(book.sheets[0].rows[1].number, 1_048_576);
    let wide = xlsx(|sheet| {
        sheet.write(0, 16_383, "far").unwrap();
    });
    let refused = Problem::TooManyColumns { sheet: "Sheet1".into(), most: MOST_COLUMNS };
    assert_eq!(read_bytes(wide), Err(refused));
    let long = "Tom\n".repeat(MOST_ROWS + 1).into_bytes();
    assert!(matches!(read_bytes(long), Err(Problem::TooManyRows { .. })));
    let long = xlsx(|sheet| {
        for row in 0..=u32::try_from(MOST_ROWS).unwrap() {
            sheet.write(row, 0, "Tom").unwrap();
        }
    });
    assert!(matches!(read_bytes(long), Err(Problem::TooManyRows { .. })));
}

#[test]
fn a_cell_that_repeats_itself_a_billion_times_is_refused() {
    let row = |rows: &str, columns: &str| {
        format!(
            r#"<table:table-row table:number-rows-repeated="{rows}"><table:table-cell
            office:value-type="string" table:number-columns-repeated="{columns}"><text:p>x</text:p>
            </table:table-cell></table:table-row>"#
        )
    };
    let refused = read_bytes(ods(&row("1000000", "1000"), ""));
    assert_eq!(refused, Err(Problem::Bomb { most: MOST_UNPACKED }));
    // As every sheet ends: nothing, to the last corner.
    let rest = r#"<table:table-row table:number-rows-repeated="1048574"><table:table-cell
        table:number-columns-repeated="16384"/></table:table-row>"#;
    assert!(read_bytes(ods(&format!("{}{rest}", row("2", "3")), "")).is_ok());
}

#[test]
fn nothing_in_it_is_said() {
    assert_eq!(read_bytes(Vec::new()), Err(Problem::Empty));
    assert_eq!(read_bytes(b" \r\n".to_vec()), Err(Problem::Empty));
    assert!(read_bytes(xlsx(|_| ())).unwrap().sheets[0].rows.is_empty());
}

#[test]
fn a_file_that_is_not_there_is_unreadable() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(read(&folder.path().join("gone.xlsx")), Err(Problem::Unreadable(_))));
    assert!(matches!(read(folder.path()), Err(Problem::Unreadable(_))));
}

#[test]
fn a_workbook_cut_short_is_damaged() {
    let whole = xlsx(|sheet| {
        sheet.write(0, 0, "Name").unwrap();
    });
    for length in [whole.len() / 4, whole.len() / 2, whole.len() - 10] {
        let refused = read_bytes(whole[..length].to_vec()).unwrap_err();
        assert!(matches!(refused, Problem::Damaged(_)), "{refused:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever comes, an answer comes back.
    #[test]
    fn rubbish_is_answered(bytes in prop::collection::vec(any::<u8>(), 0..4_000), head in 0..4_usize) {
        let heads: [&[u8]; 4] = [b"", b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"\xFF\xFE"];
        let _ = read_bytes([heads[head], &bytes].concat());
    }

    /// A workbook with any of its bytes changed is read or refused.
    #[test]
    fn a_workbook_with_faults_is_answered(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = xlsx(|sheet| { sheet.write(0, 0, "Name").unwrap(); });
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read_bytes(bytes);
    }
}

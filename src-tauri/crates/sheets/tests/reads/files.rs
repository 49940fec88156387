//! Spreadsheets as other programs write them.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{Workbook, Worksheet};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// A workbook of one sheet.
pub fn xlsx(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

/// A packed file of these parts.
pub fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A sheet as `LibreOffice` writes it, whose table holds these rows.
pub fn ods(rows: &str, manifest: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>
        <office:spreadsheet><table:table table:name="List">{rows}</table:table>
        </office:spreadsheet></office:body></office:document-content>"#
    );
    let parts: [(&str, &[u8]); 3] = [
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", content.as_bytes()),
    ];
    packed(&parts)
}

/// A sheet as Excel 97 wrote it: words in the first row, a number below the last of them.
pub fn xls(words: &[&str], number: f64) -> Vec<u8> {
    let record = |kind: u16, body: &[u8]| {
        let length = u16::try_from(body.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), body].concat()
    };
    let begin = |of: u16| {
        let mut body = [0x0600_u16, of].map(u16::to_le_bytes).concat();
        body.extend([0; 12]);
        record(0x0809, &body)
    };
    let end = record(0x000A, &[]);
    let mut sheet = begin(0x0010);
    for (column, word) in (0_u16..).zip(words) {
        let length = u16::try_from(word.len()).unwrap();
        let mut body = [0, column, 0, length].map(u16::to_le_bytes).concat();
        body.push(0);
        body.extend(word.bytes());
        sheet.extend(record(0x0204, &body));
    }
    let last = u16::try_from(words.len() - 1).unwrap();
    let mut body = [1, last, 0].map(u16::to_le_bytes).concat();
    body.extend(number.to_le_bytes());
    sheet.extend(record(0x0203, &body));
    sheet.extend(&end);
    let name = |at: u32| {
        let mut body = at.to_le_bytes().to_vec();
        body.extend([0, 0, 4, 0]);
        body.extend(b"List");
        record(0x0085, &body)
    };
    let before = u32::try_from(begin(5).len() + name(0).len() + end.len()).unwrap();
    let stream = [begin(5), name(before), end, sheet].concat();
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(&stream).unwrap();
    file.into_inner().into_inner()
}

/// A file of the older Office with one stream of that name.
pub fn ole(stream: &str) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(format!("/{stream}")).unwrap().write_all(&[7; 5_000]).unwrap();
    file.into_inner().into_inner()
}

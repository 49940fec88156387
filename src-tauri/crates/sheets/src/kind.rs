//! What a file is, by its first bytes and by what is in it; its name is not asked.

use crate::{Looks, Problem, unpack};

/// The kinds of spreadsheet that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Xls,
    Ods,
    Csv,
}

/// How files of the older Office begin, and locked ones of the newer.
const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

pub(crate) fn recognise(bytes: &[u8]) -> Result<Kind, Problem> {
    if bytes.iter().all(|b| b.is_ascii_whitespace()) {
        return Err(Problem::Empty);
    }
    if bytes.starts_with(b"PK") {
        return unpack::measure(bytes);
    }
    if bytes.starts_with(OLE) {
        return ole(bytes);
    }
    let looks = match bytes {
        [b'%', b'P', b'D', b'F', ..] => Some(Looks::Pdf),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some(Looks::Document),
        _ => markup(bytes),
    };
    // A sheet of BIFF 2 to 4, from before 1993, begins with its own record and is rubbish here.
    looks.map_or(Ok(Kind::Csv), |looks| Err(Problem::NotASheet(looks)))
}

/// Some programs save a web page, or their own XML, under the name of a spreadsheet.
fn markup(bytes: &[u8]) -> Option<Looks> {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let start = start[..start.len().min(64)].to_ascii_lowercase();
    if start.starts_with(b"<?xml") {
        return Some(Looks::Xml);
    }
    let tags: [&[u8]; 5] = [b"<!doctype html", b"<html", b"<table", b"<meta", b"<head"];
    tags.iter().any(|tag| start.starts_with(tag)).then_some(Looks::WebPage)
}

/// The streams of such a file are named in UTF-16.
fn ole(bytes: &[u8]) -> Result<Kind, Problem> {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|part| part == wide)
    };
    if names("EncryptedPackage") {
        return Err(Problem::Locked);
    }
    if names("Workbook") || names("Book") {
        return Ok(Kind::Xls);
    }
    Err(Problem::NotASheet(Looks::Document))
}

//! Measuring a packed workbook before anybody unpacks it: by what it declares, and then by what
//! really comes out, since a file may say of itself what it likes.

use std::io::{Cursor, Read};

use zip::{ZipArchive, result::ZipError};

use crate::{Kind, Looks, MOST_UNPACKED, Problem};

/// The most files within a file. A workbook has some twenty.
const MOST_PARTS: usize = 4_096;

/// What is in a packed workbook that costs a second reading, and is rarely there.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Holds {
    pub formulas: bool,
    pub merged: bool,
}

/// What kind of workbook it is.
///
/// # Errors
/// [`Problem::Bomb`] where it would unpack to too much.
pub(crate) fn measure(bytes: &[u8]) -> Result<Kind, Problem> {
    let mut archive = open(bytes)?;
    if archive.len() > MOST_PARTS {
        return Err(Problem::Bomb { most: MOST_UNPACKED });
    }
    let mut declared = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(damaged)?;
        if part.encrypted() {
            return Err(Problem::Locked);
        }
        declared = declared.saturating_add(part.size());
    }
    if declared > MOST_UNPACKED {
        return Err(Problem::Bomb { most: MOST_UNPACKED });
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    if has("content.xml") && has("mimetype") {
        return open_document(&mut archive);
    }
    Err(Problem::NotASheet(if has("xl/workbook.bin") {
        Looks::Xlsb
    } else if has("word/document.xml") {
        Looks::Document
    } else {
        Looks::Zip
    }))
}

/// A spreadsheet among the files of `LibreOffice` and its kin, and not locked.
fn open_document(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Kind, Problem> {
    let mut read = |name: &str| {
        let mut text = Vec::new();
        let part = archive.by_name(name).map_err(damaged)?;
        part.take(1 << 20).read_to_end(&mut text).map_err(broken)?;
        Ok::<_, Problem>(text)
    };
    if !read("mimetype")?.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Err(Problem::NotASheet(Looks::Document));
    }
    let manifest = read("META-INF/manifest.xml").unwrap_or_default();
    if contains(&manifest, b"encryption-data") {
        return Err(Problem::Locked);
    }
    Ok(Kind::Ods)
}

/// Which parts of a packed workbook are weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Parts {
    All,
    /// The sheets of an Excel workbook.
    Sheets,
    AllButSheets,
}

/// Unpacks parts once, to nowhere, and stops where it is too much. Gives what they hold, and how
/// many bytes.
///
/// # Errors
/// [`Problem::Bomb`] where more comes out than may, whatever the file declares.
pub(crate) fn weigh(bytes: &[u8], parts: Parts) -> Result<(Holds, u64), Problem> {
    let mut archive = open(bytes)?;
    let mut holds = Holds::default();
    let mut room = MOST_UNPACKED;
    let mut chunk = vec![0; 1 << 16];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(damaged)?;
        let is_sheet = part.name().is_ok_and(|name| name.contains("worksheets/"));
        if parts != Parts::All && is_sheet != (parts == Parts::Sheets) {
            continue;
        }
        // What a mark may begin with at the end of one chunk, and end with in the next.
        let mut tail: Vec<u8> = Vec::new();
        loop {
            let read = part.read(&mut chunk).map_err(broken)?;
            if read == 0 {
                break;
            }
            room = room
                .checked_sub(u64::try_from(read).unwrap_or(u64::MAX))
                .ok_or(Problem::Bomb { most: MOST_UNPACKED })?;
            if is_sheet && !(holds.formulas && holds.merged) {
                let chunk = &chunk[..read];
                tail.extend_from_slice(&chunk[..read.min(16)]);
                holds.look(&tail);
                holds.look(chunk);
                tail = chunk[read.saturating_sub(16)..].to_vec();
            }
        }
    }
    Ok((holds, MOST_UNPACKED - room))
}

impl Holds {
    fn look(&mut self, xml: &[u8]) {
        let mut rest = xml;
        while let Some(at) = rest.iter().position(|b| *b == b'<') {
            rest = &rest[at + 1..];
            // A name may have a prefix: <x:f>.
            let name = rest.split(|b| b" />".contains(b)).next().unwrap_or_default();
            let local = name.rsplit(|b| *b == b':').next().unwrap_or_default();
            self.formulas |= local == b"f";
            self.merged |= local == b"mergeCells";
        }
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}

fn open(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, Problem> {
    ZipArchive::new(Cursor::new(bytes)).map_err(damaged)
}

fn damaged(e: ZipError) -> Problem {
    Problem::Damaged(e.to_string())
}

fn broken(e: std::io::Error) -> Problem {
    Problem::Damaged(e.to_string())
}

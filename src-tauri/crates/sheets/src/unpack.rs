//! Measuring a packed workbook before anybody unpacks it: by what it declares, and then by what
//! really comes out, since a file may say of itself what it likes.

use std::{
    borrow::Cow,
    io::{Cursor, Read, Write},
    thread,
};

use memchr::memmem;
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::{Kind, Looks, MOST_UNPACKED, Problem};

/// The most files within a file. A workbook has some twenty.
const MOST_PARTS: usize = 4_096;

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
    if memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(Problem::Locked);
    }
    Ok(Kind::Ods)
}

/// A part of a workbook, unpacked.
pub(crate) struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// A workbook of which nothing is packed any more.
pub(crate) type Unpacked = Cursor<Vec<u8>>;

/// Unpacks a workbook that was measured, its sheets last and beside the rest, since they are the
/// larger part. What can be done with the rest is done meanwhile.
///
/// # Errors
/// [`Problem::Bomb`] where more comes out of a part than it said.
pub(crate) fn unpack<T>(
    bytes: &[u8],
    meanwhile: impl FnOnce(&[Part]) -> T,
) -> Result<(Vec<Part>, T), Problem> {
    thread::scope(|scope| {
        let sheets = scope.spawn(|| unpack_those(bytes, is_sheet));
        let mut parts = unpack_those(bytes, |name| !is_sheet(name))?;
        let done = meanwhile(&parts);
        parts.extend(sheets.join().map_err(|_| Problem::Damaged("gave up".to_owned()))??);
        Ok((parts, done))
    })
}

/// The names of the sheets of a workbook, in the order in which they are unpacked.
pub(crate) fn sheet_names(bytes: &[u8]) -> Result<Vec<String>, Problem> {
    let archive = open(bytes)?;
    // One whose name cannot be read is one that nobody asks for.
    let names = archive.file_names().filter_map(Result::ok);
    Ok(names.filter(|name| is_sheet(name)).map(Cow::into_owned).collect())
}

/// Whether a part is a sheet of an Excel workbook.
pub(crate) fn is_sheet(name: &str) -> bool {
    name.contains("worksheets/sheet")
}

fn unpack_those(bytes: &[u8], such: impl Fn(&str) -> bool) -> Result<Vec<Part>, Problem> {
    let mut archive = open(bytes)?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let packed = archive.by_index(at).map_err(damaged)?;
        // One whose name cannot be read is one that nobody asks for.
        let Ok(name) = packed.name().map(Cow::into_owned) else { continue };
        if !such(&name) {
            continue;
        }
        let said = packed.size();
        let length = usize::try_from(said).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        bytes.try_reserve(length).map_err(|e| Problem::Damaged(e.to_string()))?;
        packed.take(said.saturating_add(1)).read_to_end(&mut bytes).map_err(broken)?;
        if bytes.len() > length {
            return Err(Problem::Bomb { most: MOST_UNPACKED });
        }
        parts.push(Part { name, bytes });
    }
    Ok(parts)
}

/// A workbook of these parts, each of them in pieces, with nothing packed: quick to read.
pub(crate) fn bundle<'a>(
    parts: impl Iterator<Item = (&'a str, Vec<&'a [u8]>)> + Clone,
) -> Result<Unpacked, Problem> {
    // With each part stands its name, twice, and what is said of it.
    let length = |(name, pieces): (&str, Vec<&[u8]>)| {
        2 * name.len() + 200 + pieces.iter().map(|piece| piece.len()).sum::<usize>()
    };
    let room = Vec::with_capacity(parts.clone().map(length).sum());
    let mut archive = ZipWriter::new(Cursor::new(room));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, pieces) in parts {
        archive.start_file(name, options).map_err(damaged)?;
        pieces.into_iter().try_for_each(|piece| archive.write_all(piece)).map_err(broken)?;
    }
    archive.finish().map_err(damaged)
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

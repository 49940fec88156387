//! Several files in one: a zip, and what Word opens, which is a zip too.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{Error, Result};

/// Puts files into a zip, in the order given. The same files give the same bytes: none carries a
/// time or an owner.
pub fn archive(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let fault = |e: &dyn std::fmt::Display| Error::Archive(e.to_string());
    let how = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name.as_str(), how).map_err(|e| fault(&e))?;
        zip.write_all(bytes).map_err(|e| fault(&e))?;
    }
    Ok(zip.finish().map_err(|e| fault(&e))?.into_inner())
}

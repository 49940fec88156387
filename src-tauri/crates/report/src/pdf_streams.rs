//! The contents of pages and faces, packed.

use std::io::{self, Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, Stream};

use crate::{Error, Result, hands::side_by_side};

/// How hard to pack, of 9. The last three levels take twice the time of this one for a hundredth of
/// the size.
pub(crate) const LEVEL: u32 = 6;
/// A stream that packing makes no smaller by this, in bytes, stays as it is: its filter is named
/// in the file too.
const WORTH: usize = 19;

/// Packs what a file lets be packed.
pub(crate) fn pack(file: &mut Document) -> Result<()> {
    let open = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let streams: Vec<&mut Stream> = open.filter(|stream| stream.allows_compression).collect();
    side_by_side(streams, |stream| deflate(stream).map_err(|e| Error::Pdf(e.to_string())))?;
    Ok(())
}

/// Packs one, where that makes it smaller.
pub(crate) fn deflate(stream: &mut Stream) -> io::Result<()> {
    if stream.dict.has(b"Filter") {
        return Ok(());
    }
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    encoder.write_all(&stream.content)?;
    let packed = encoder.finish()?;
    if packed.len() + WORTH < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
    Ok(())
}

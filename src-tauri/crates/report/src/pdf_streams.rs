//! The contents of pages and faces, packed.

use std::{collections::HashMap, io::Write};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, Stream};

use crate::{Error, Result, hands::side_by_side};

/// How hard to pack, of 9. The last three levels take twice the time of this one for a hundredth of
/// the size.
pub(crate) const LEVEL: u32 = 6;
/// A stream that packing makes no smaller by this, in bytes, stays as it is: its filter is named
/// in the file too.
const WORTH: usize = 19;

/// Packs what a file lets be packed. `known` is what was packed before: packed, by its bytes.
pub(crate) fn pack(file: &mut Document, known: &HashMap<Vec<u8>, Vec<u8>>) -> Result<()> {
    let open = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let mut streams: Vec<&mut Stream> = Vec::new();
    for stream in open.filter(|stream| stream.allows_compression && !stream.dict.has(b"Filter")) {
        match known.get(&stream.content) {
            Some(packed) => put(stream, packed.clone()),
            None => streams.push(stream),
        }
    }
    side_by_side(streams, deflate)?;
    Ok(())
}

/// Packs one, where that makes it smaller.
pub(crate) fn deflate(stream: &mut Stream) -> Result<()> {
    let packed = deflated(&stream.content)?;
    put(stream, packed);
    Ok(())
}

fn put(stream: &mut Stream, packed: Vec<u8>) {
    if packed.len() + WORTH < stream.content.len() {
        stream.dict.set("Filter", "FlateDecode");
        stream.set_content(packed);
    }
}

/// Bytes, packed.
pub(crate) fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(LEVEL));
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish());
    packed.map_err(|error| Error::Pdf(error.to_string()))
}

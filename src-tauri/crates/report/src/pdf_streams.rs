//! The contents of pages and faces, packed: most of the time that writing a PDF takes.

use std::{
    io::{self, Write},
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread,
};

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Document, Object, Stream};

use crate::{Error, Result};

/// How hard to pack, of 9. The last three levels take twice the time of this one for a hundredth of
/// the size.
pub(crate) const LEVEL: u32 = 6;
/// At most so many streams are packed at a time.
const HANDS: usize = 4;
/// A stream that packing makes no smaller by this, in bytes, stays as it is: its filter is named
/// in the file too.
const WORTH: usize = 19;

/// Packs what a file lets be packed, several streams at a time. The order of the hands changes
/// nothing in the bytes.
pub(crate) fn pack(file: &mut Document) -> Result<()> {
    let open = file.objects.values_mut().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let streams: Vec<&mut Stream> = open.filter(|stream| stream.allows_compression).collect();
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(HANDS);
    let rest = Mutex::new(streams.into_iter());
    let work = || -> io::Result<()> {
        loop {
            let next = rest.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(stream) = next else { return Ok(()) };
            deflate(stream)?;
        }
    };
    let packed = thread::scope(|scope| {
        let others: Vec<_> = (1..hands).map(|_| scope.spawn(work)).collect();
        let own = work();
        others.into_iter().fold(own, |all, other| {
            all.and(other.join().unwrap_or_else(|_| Err(io::Error::other("packing broke off"))))
        })
    });
    packed.map_err(|error| Error::Pdf(error.to_string()))
}

fn deflate(stream: &mut Stream) -> io::Result<()> {
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

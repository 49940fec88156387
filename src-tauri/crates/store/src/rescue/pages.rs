//! A file's pages as they were committed last: those of the file, and over them those of the log
//! that was left beside it.
//!
//! After <https://www.sqlite.org/fileformat2.html>. Nothing here trusts a byte of either.

use std::collections::HashMap;

/// What a study's file is made of where its head does not say.
const PAGE: usize = 4096;

/// Where pages are found in a file's bytes and in its log's.
pub(super) struct Pages<'a> {
    file: &'a [u8],
    /// Pages of the log by number, from 1.
    log: HashMap<usize, &'a [u8]>,
    /// Bytes of a page, and how many of them are left free at its end.
    size: usize,
    free: usize,
    /// How many pages there are.
    pub count: usize,
}

impl<'a> Pages<'a> {
    pub fn of(file: &'a [u8], log: &'a [u8]) -> Self {
        let log = Log::of(log);
        let first = log.pages.get(&1).copied().unwrap_or(file);
        let known = first.starts_with(b"SQLite format 3\0");
        let own = number::<2>(first, 16).map(|n| if n == 1 { 65_536 } else { n });
        let own = own.filter(|n| known && (512..=65_536).contains(n) && n.is_power_of_two());
        let size = own.or(log.size).unwrap_or(PAGE);
        let free = first.get(20).filter(|_| known).map_or(0, |free| usize::from(*free));
        let pages = if log.size == Some(size) { log.pages } else { HashMap::new() };
        let last = pages.keys().max().copied().unwrap_or_default();
        let count = file.len().div_ceil(size).max(last);
        Self { file, log: pages, size, free: free.min(size / 4), count }
    }

    /// The page of that number, from 1. The last one of a file that was cut off may be short.
    pub fn get(&self, number: usize) -> Option<&'a [u8]> {
        if let Some(page) = self.log.get(&number) {
            return Some(page);
        }
        let from = number.checked_sub(1)?.checked_mul(self.size)?;
        let to = from.saturating_add(self.size).min(self.file.len());
        self.file.get(from..to).filter(|page| !page.is_empty())
    }

    /// The bytes of a page that hold something.
    pub fn usable(&self) -> usize {
        self.size - self.free
    }
}

/// What a log holds that was committed: up to the last commit before the first frame that is not
/// whole, as SQLite itself would read it.
#[derive(Default)]
struct Log<'a> {
    size: Option<usize>,
    pages: HashMap<usize, &'a [u8]>,
}

impl<'a> Log<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self::read(bytes).unwrap_or_default()
    }

    fn read(bytes: &'a [u8]) -> Option<Self> {
        let head = bytes.get(..32)?;
        let big = match number::<4>(head, 0)? {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        let size = number::<4>(head, 8).filter(|n| (512..=65_536).contains(n))?;
        let mut sum = add(big, (0, 0), head.get(..24)?);
        if sum != (word(head, 24)?, word(head, 28)?) {
            return None;
        }
        let mut log = Self { size: Some(size), pages: HashMap::new() };
        let mut waiting = Vec::new();
        for frame in bytes.get(32..)?.chunks_exact(size + 24) {
            let (about, page) = frame.split_at(24);
            sum = add(big, add(big, sum, about.get(..8)?), page);
            if about.get(8..16) != head.get(16..24) || sum != (word(about, 16)?, word(about, 20)?) {
                break;
            }
            waiting.push((number::<4>(about, 0)?, page));
            // The size of the file after a commit; zero in the middle of one.
            if number::<4>(about, 4)? != 0 {
                log.pages.extend(waiting.drain(..));
            }
        }
        Some(log)
    }
}

/// The log's running sum over eight bytes at a time, in the order of bytes that it names.
fn add(big: bool, sum: (u32, u32), bytes: &[u8]) -> (u32, u32) {
    bytes.chunks_exact(8).fold(sum, |(a, b), eight| {
        let (one, two) = eight.split_at(4);
        let read = |four: &[u8]| {
            let four = four.try_into().unwrap_or_default();
            if big { u32::from_be_bytes(four) } else { u32::from_le_bytes(four) }
        };
        let a = a.wrapping_add(read(one)).wrapping_add(b);
        (a, b.wrapping_add(read(two)).wrapping_add(a))
    })
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

/// A number of `N` bytes, the highest first.
pub(super) fn number<const N: usize>(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(N)?)?;
    Some(bytes.iter().fold(0, |n, byte| n << 8 | usize::from(*byte)))
}

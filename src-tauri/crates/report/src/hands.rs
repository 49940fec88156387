//! Work that many hands do, side by side.

use std::{
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread,
};

use crate::{Error, Result};

/// At most so many things are worked on at a time.
const HANDS: usize = 4;

/// Does the same to many things, and gives what came of each, in their order. Which hand took what
/// changes nothing in it.
pub(crate) fn side_by_side<T, R>(
    things: Vec<T>,
    work: impl Fn(T) -> Result<R> + Sync,
) -> Result<Vec<R>>
where
    T: Send,
    R: Send,
{
    let hands = thread::available_parallelism().map_or(1, NonZero::get).min(HANDS);
    let hands = hands.min(things.len());
    let rest = Mutex::new(things.into_iter().enumerate());
    let one = || {
        let mut done = Vec::new();
        loop {
            let next = rest.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some((place, thing)) = next else { return done };
            done.push((place, work(thing)));
        }
    };
    let mut done = thread::scope(|scope| {
        let others: Vec<_> = (1..hands).map(|_| scope.spawn(one)).collect();
        let mut done = one();
        for other in others {
            done.extend(other.join().map_err(|_| Error::Pdf("a thread broke off".to_owned()))?);
        }
        Ok::<_, Error>(done)
    })?;
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, came)| came).collect()
}

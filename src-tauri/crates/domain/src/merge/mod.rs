//! Records that were kept apart, put together.
//!
//! What a study's tables hold is a function of the *set* of its acts: [`fold`] puts them down in
//! the one canonical order (stamp, id), field by field. So it does not matter which laptop met
//! which first, or how often. Over the journal of one laptop it gives what keeping each act as it
//! came gave.
//!
//! Two acts of which neither knew the other, and that put different values on one field, are a
//! [`Conflict`]: one of them stands for now, and both are shown until an act that knows both puts
//! the field anew.

mod clocks;
mod conflict;
mod fold;
mod part;
mod put;
mod resting;
mod same;
mod sitting;

pub use conflict::{Conflict, Side};
pub use fold::{Folded, Row, fold, fold_part};
pub use part::taken_out;
pub use resting::resting;
pub use sitting::{Known, Sitting, SittingId, together};

use crate::Event;

/// An act as a journal keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Its place in the canonical order, in microseconds since 1970: never before that of an act
    /// that was known when it was done.
    pub stamp: i64,
    /// The sitting it was done in. [`SittingId::BEFORE`] for acts from before that was kept.
    pub sitting: SittingId,
    pub event: Event,
}

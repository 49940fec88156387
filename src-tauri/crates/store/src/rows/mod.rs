//! A module per table: how its rows are written and read.

mod choice;
pub(crate) mod design;
mod erasure;
mod flip_item;
mod language;
mod line;
mod participant;
mod rating;
mod round;
mod session;
mod span;
mod sticker;
mod study;
mod tip;

//! The rules of the room (rules.md), mostly as properties.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by ending

mod attribution;
mod booking;
mod budget;
mod choice;
mod clock;
mod compare;
mod copies;
mod delta;
mod example;
mod guide_text;
mod history;
mod intake;
mod merge;
mod note;
mod numbers;
mod observers;
mod quota;
mod rating;
mod shipped;
mod translation;

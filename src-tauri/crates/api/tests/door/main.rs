//! Stories and rules through the one door: the public commands.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on says so by ending

mod bindings;
mod example;
mod example_study;
mod guide;
mod ideas;
mod importing;
mod materials;
mod merging;
mod people;
mod refusals;
mod room;
mod searching;
mod secrecy;
mod sessions;
mod undo;
mod words;

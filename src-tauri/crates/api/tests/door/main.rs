//! Stories and rules through the one door: the public commands.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test that cannot go on says so by ending

mod bindings;
mod calls;
mod causes;
mod copies;
mod erasing;
mod example;
mod example_study;
mod guide;
mod ideas;
mod importing;
mod languages;
mod materials;
mod merging;
mod pack;
mod people;
mod planning;
mod quotas;
mod refusals;
mod rescue;
mod room;
mod searching;
mod secrecy;
mod sessions;
mod settings;
mod undo;
mod words;

//! Papers as those meet them who read, print or open them.

// What goes wrong in a test fails it.
#![allow(clippy::unwrap_used)]

mod comparison;
mod docx;
mod pack;
mod papers;
mod posters;
mod sample;
mod summary;
mod support;

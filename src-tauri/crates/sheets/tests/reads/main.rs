//! What people send, and what becomes of it. Every file is written here; everybody in it is
//! invented.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by ending

mod files;
mod hostile;
mod ordinary;

//! What people send, and what becomes of it. Every file is written here; everybody in it is
//! invented.

mod files;
mod hostile;
mod ordinary;

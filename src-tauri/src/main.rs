//! Folkmoot. Without a command it opens the window; with one it works on a study file and ends.

mod cli;
mod files;
mod opening;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;

/// A process of the command line is short and makes many small things: an eighth of its time was
/// asking for memory and giving it back.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let asked = cli::Asked::parse();
    match asked.command {
        Some(command) => cli::run(command),
        None => opening::open(asked.study.as_deref()),
    }
}

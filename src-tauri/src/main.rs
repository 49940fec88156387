//! Folkmoot. Without a command it opens the window; with one it works on a study file and ends.

mod cli;
mod files;
mod opening;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let asked = cli::Asked::parse();
    match asked.command {
        Some(command) => cli::run(command),
        None => opening::open(asked.study.as_deref()),
    }
}

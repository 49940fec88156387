//! Folkmoot. Without a command it opens the window; with one it works on a study file and ends.

mod cli;
mod desktop;
mod files;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let asked = cli::Asked::parse();
    match asked.command {
        Some(command) => cli::run(command),
        None => desktop::run(asked.study),
    }
}

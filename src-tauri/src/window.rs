//! The window. `folkmoot` starts it, with the study to open if there is one.

mod desktop;
mod files;

use std::{env, process::ExitCode};

fn main() -> ExitCode {
    desktop::run(env::args_os().nth(1).map(Into::into))
}

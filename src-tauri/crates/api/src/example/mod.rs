//! The two examples that come with the program, both with invented people and words: a finished
//! study of thirteen groups, and one evening written out call by call.
//!
//! Each is made on first use, through the commands that every screen uses too.

mod amended;
mod change;
mod discussion;
mod evening;
mod gallery;
mod maker;
mod people;
mod room;
mod study;
mod talk;
mod values;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Ctx, Moderator, Nothing, Result, studies};
use maker::Maker;

pub fn explore_example(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    let path = made(&ctx.workshop.home, "Example study", study::make)?;
    studies::open(ctx, &path)
}

pub fn explore_evening(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    let path = made(&ctx.workshop.home, "Example evening", evening::play)?;
    studies::open(ctx, &path)
}

/// The study called `name` in the library, which `make` makes where there is none. It is made
/// beside its place and moved there when it is whole and on the disk: a crash half way leaves no
/// study.
fn made(home: &Path, name: &str, make: fn(&mut Maker) -> Result<()>) -> Result<PathBuf> {
    let disk = store::Error::from;
    fs::create_dir_all(home).map_err(disk)?;
    let path = home.join(format!("{name}.folkmoot"));
    if path.exists() {
        return Ok(path);
    }
    let half = home.join(format!(".{name}.part"));
    for left in [half.clone(), home.join(format!(".{name}.part-wal"))] {
        if left.exists() {
            fs::remove_file(left).map_err(disk)?;
        }
    }
    let mut maker = Maker::new(&half);
    make(&mut maker)?;
    maker.finish()?;
    fs::OpenOptions::new()
        .write(true)
        .open(&half)
        .and_then(|file| file.sync_all())
        .and_then(|()| fs::rename(&half, &path))
        .map_err(disk)?;
    Ok(path)
}

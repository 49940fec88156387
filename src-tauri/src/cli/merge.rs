//! A session carried between laptops by file.

use std::{
    io::{Write, stdout},
    path::Path,
};

use api::Workshop;
use serde_json::{Value, json};

use super::{Done, Outcome, study::ask};
use crate::files;

/// Writes one session as a study of its own.
pub fn export(file: &Path, session: &str, out: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let with = json!({ "session": session, "path": files::absolute(out) });
    let written = ask(&mut workshop, "export_session", with)?;
    writeln!(stdout(), "{}", written["path"].as_str().unwrap_or_default())?;
    Ok(Outcome::Well)
}

/// Says what another record would bring, as JSON, and changes nothing.
pub fn preview(file: &Path, other: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let preview = ask(&mut workshop, "preview_merge", json!({ "path": files::absolute(other) }))?;
    let mut out = stdout().lock();
    serde_json::to_writer_pretty(&mut out, &preview)?;
    writeln!(out)?;
    Ok(Outcome::Well)
}

/// Brings another record in.
pub fn merge(file: &Path, other: &Path, shift: bool) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let with = json!({ "path": files::absolute(other), "shift": shift });
    let merged = ask(&mut workshop, "merge", with)?;
    let mut out = stdout().lock();
    let number = |field: &str| merged[field].as_u64().unwrap_or_default();
    if number("acts") == 0 {
        writeln!(out, "Everything in that record is here already. Nothing was changed.")?;
        return Ok(Outcome::Well);
    }
    writeln!(out, "Acts that came in: {}.", number("acts"))?;
    if number("shifted") > 0 {
        writeln!(out, "Lines put at this study’s time: {}.", number("shifted"))?;
    }
    if let Some(copy) = merged["copy"].as_str() {
        writeln!(out, "A copy from before: {copy}")?;
    }
    let found = ask(&mut workshop, "conflicts", json!({}))?;
    let asked = |one: &&Value| one["conflict"]["asked"] == true;
    let differ = found.as_array().map_or(0, |all| all.iter().filter(asked).count());
    if differ > 0 {
        writeln!(out, "Not settled: {differ}. Both are kept; “conflicts” lists them.")?;
    }
    Ok(Outcome::Well)
}

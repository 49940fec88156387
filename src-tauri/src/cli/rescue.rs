//! Saving what can be saved of a damaged study.

use std::{
    io::{Write, stdout},
    path::Path,
};

use api::Workshop;
use serde_json::json;

use super::{Done, Outcome, study::ask};
use crate::files;

/// Writes what can be saved as a new study, and says how much that is.
pub fn rescue(file: &Path, copy: Option<&Path>, new: &Path) -> Done {
    let file = files::absolute(file);
    // The copies that were made without asking lie in the library, or beside the file.
    let home = file.parent().map(Path::to_owned).unwrap_or_default();
    let with = json!({
        "path": file,
        "out": files::absolute(new),
        "copy": copy.map(files::absolute),
    });
    let saved = ask(&mut Workshop::new(home), "rescue_study", with)?;
    let holds = |what: &str| saved["holds"][what].as_u64().unwrap_or_default();
    let number = |what: &str| saved[what].as_u64().unwrap_or_default();
    let mut out = stdout().lock();
    writeln!(
        out,
        "Saved: {} sessions, {} people, {} lines of the record, {} stickers, {} ratings.",
        holds("sessions"),
        holds("people"),
        holds("lines"),
        holds("stickers"),
        holds("ratings")
    )?;
    writeln!(
        out,
        "Acts read from the file: {}. Missing between them: {}.",
        number("acts"),
        number("lost")
    )?;
    for (what, words) in [
        ("from_copy", "Acts that a good copy gave"),
        ("mended", "Things put down anew, since the acts that say so are lost"),
        ("left_out", "Things left out, since what they stand on is lost"),
    ] {
        if number(what) > 0 {
            writeln!(out, "{words}: {}.", number(what))?;
        }
    }
    Ok(Outcome::Well)
}

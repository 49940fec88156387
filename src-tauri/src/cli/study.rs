//! The commands that work on a whole study.

use std::{
    fs,
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use api::{Actor, Fault, Workshop};
use chrono::Utc;
use serde_json::{Value, json};

use super::{Done, Outcome, Stop};
use crate::files;

pub fn new(file: &Path, method: &str, name: Option<String>) -> Done {
    let path = files::absolute(file);
    let name = name.or_else(|| Some(path.file_stem()?.to_string_lossy().into_owned()));
    let with = json!({ "name": name, "method": method, "path": path });
    ask(&mut Workshop::new(PathBuf::new()), "create_study", with)?;
    Ok(Outcome::Well)
}

pub fn commands() -> Done {
    let mut out = stdout().lock();
    for [name, who, takes, gives, what] in api::list() {
        writeln!(out, "{name}\n    {what}\n    {who}: {takes} -> {gives}\n")?;
    }
    Ok(Outcome::Well)
}

pub fn show(file: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let mut study = ask(&mut workshop, "study", Value::Null)?;
    study["sessions"] = Value::Array(all_sessions(&mut workshop)?);
    let mut evenings = Vec::new();
    for session in sessions(&study) {
        evenings.push(ask(&mut workshop, "evening", json!({ "session": session }))?);
    }
    let mut out = stdout().lock();
    serde_json::to_writer_pretty(&mut out, &json!({ "study": study, "evenings": evenings }))?;
    writeln!(out)?;
    Ok(Outcome::Well)
}

pub fn export_summary(file: &Path, session: Option<String>, out: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let session = match session {
        Some(session) => session,
        None => only_session(&ask(&mut workshop, "study", Value::Null)?)?,
    };
    let with = json!({ "session": session, "path": files::absolute(out) });
    ask(&mut workshop, "export_summary", with)?;
    Ok(Outcome::Well)
}

pub fn write(file: &Path, command: &str, out: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    ask(&mut workshop, command, json!({ "path": files::absolute(out) }))?;
    Ok(Outcome::Well)
}

/// Takes a text as the guide, or says every line of it that cannot be read.
pub fn import_guide(file: &Path, guide: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let text = fs::read_to_string(guide)?;
    let read = ask(&mut workshop, "check_guide_text", json!({ "text": text }))?;
    let faults = read["faults"].as_array().map(Vec::as_slice).unwrap_or_default();
    for fault in faults {
        eprintln!("line {}: {}", fault["line"], fault["reason"].as_str().unwrap_or_default());
    }
    if !faults.is_empty() {
        return Ok(Outcome::Refused);
    }
    ask(&mut workshop, "take_guide_text", json!({ "text": text }))?;
    let changes = read["differences"].as_array().map_or(0, Vec::len);
    writeln!(stdout(), "Changes to the guide: {changes}.")?;
    Ok(Outcome::Well)
}

pub fn check(file: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let report = workshop.check()?;
    let mut out = stdout().lock();
    for fault in &report.faults {
        match fault {
            Fault::Damaged(words) => writeln!(out, "The file is damaged: {words}")?,
            Fault::Dangling(table) => writeln!(out, "A row of “{table}” points at nothing.")?,
            Fault::OutOfStep(table) => {
                writeln!(out, "Replaying the journal gives other rows for “{table}”.")?;
            }
        }
    }
    if !report.faults.is_empty() {
        return Ok(Outcome::Refused);
    }
    writeln!(out, "Sound: {} acts in the journal, {} rows.", report.acts, report.rows)?;
    Ok(Outcome::Well)
}

pub fn demo(dir: &Path) -> Done {
    fs::create_dir_all(dir)?;
    let dir = files::absolute(dir);
    let mut workshop = Workshop::new(dir.clone());
    ask(&mut workshop, "explore_evening", Value::Null)?;
    let study = ask(&mut workshop, "study", Value::Null)?;
    let summary = dir.join("Example evening, summary.pdf");
    let with = json!({ "session": only_session(&study)?, "path": summary });
    ask(&mut workshop, "export_summary", with)?;
    let mut out = stdout().lock();
    writeln!(out, "{}", study["path"].as_str().unwrap_or_default())?;
    writeln!(out, "{}", summary.display())?;
    Ok(Outcome::Well)
}

pub fn demo_study(dir: &Path) -> Done {
    let mut workshop = Workshop::new(files::absolute(dir));
    ask(&mut workshop, "explore_example", Value::Null)?;
    let study = ask(&mut workshop, "study", Value::Null)?;
    writeln!(stdout().lock(), "{}", study["path"].as_str().unwrap_or_default())?;
    Ok(Outcome::Well)
}

pub fn ask(workshop: &mut Workshop, call: &str, with: Value) -> api::Result<Value> {
    workshop.call(Actor::Moderator, call, with, Utc::now(), None)
}

/// The cards of all sessions, page by page.
pub fn all_sessions(workshop: &mut Workshop) -> api::Result<Vec<Value>> {
    let mut all = Vec::new();
    loop {
        let page = ask(workshop, "sessions", json!({ "from": all.len() }))?;
        match page["cards"].as_array() {
            Some(cards) if !cards.is_empty() => all.extend_from_slice(cards),
            _ => return Ok(all),
        }
    }
}

/// The ids of a study's sessions.
fn sessions(study: &Value) -> Vec<String> {
    let listed = study["sessions"].as_array().map(Vec::as_slice).unwrap_or_default();
    listed.iter().filter_map(|s| s["session"]["id"].as_str().map(str::to_owned)).collect()
}

/// The one session of a study that has one.
fn only_session(study: &Value) -> Result<String, Stop> {
    let mut ids = sessions(study);
    match ids.pop() {
        Some(id) if ids.is_empty() => Ok(id),
        Some(_) => Err(Stop::Unclear("This study has several sessions. Say which: --session ID.")),
        None => Err(Stop::Unclear("This study has no session yet.")),
    }
}

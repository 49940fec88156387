//! JSON lines: a command in, an answer out.

use std::{
    io::{BufRead, Write, stdin, stdout},
    path::Path,
};

use api::{Actor, Problem, ProblemCode, Workshop};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::{Done, Outcome};
use crate::files;

/// One line of what is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    call: String,
    #[serde(default)]
    with: Value,
    /// Who is asking: see [`Actor::from_word`]. The moderator when it is left out.
    #[serde(rename = "as", default)]
    actor: Option<String>,
    /// The moment of the act. Now when it is left out.
    #[serde(default)]
    at: Option<DateTime<Utc>>,
    /// The caller's own id of the act: sent twice, applied once.
    #[serde(default)]
    id: Option<Uuid>,
}

/// Runs every line of standard input on a study and answers each on standard output.
pub fn call(file: &Path) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let mut answers = stdout().lock();
    let mut outcome = Outcome::Well;
    for line in stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match run(&mut workshop, &line) {
            Ok(answer) => serde_json::to_writer(&mut answers, &answer)?,
            Err(problem) => {
                outcome = Outcome::Refused;
                serde_json::to_writer(&mut answers, &problem)?;
            }
        }
        // The answer says that the act is kept, so it must not wait in a buffer.
        answers.write_all(b"\n")?;
        answers.flush()?;
    }
    Ok(outcome)
}

/// What would turn a script away from the one study it was given.
const OF_THE_LIBRARY: &[&str] = &[
    "create_study",
    "open_study",
    "close_study",
    "explore_example",
    "explore_evening",
    "salvage",
    "look_at_saved",
    "rescue_study",
    "open_copy",
];

/// Runs one line.
fn run(workshop: &mut Workshop, line: &str) -> api::Result<Value> {
    let Line { call, with, actor, at, id } = serde_json::from_str(line)?;
    if OF_THE_LIBRARY.contains(&call.as_str()) {
        return Err(Problem::new(ProblemCode::Forbidden).because("a script keeps to one study"));
    }
    let word = actor.as_deref().unwrap_or("moderator");
    let actor = Actor::from_word(word).ok_or_else(|| {
        Problem::new(ProblemCode::Invalid).because(format!("nobody is called {word:?} here"))
    })?;
    workshop.call(actor, &call, with, at.unwrap_or_else(Utc::now), id)
}

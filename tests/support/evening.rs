//! The command line, asked as another program would ask it.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
};

use serde_json::{Value, json};
use uuid::Uuid;

use crate::desk::app;

/// What the command line answered.
pub struct Answer {
    /// One JSON value for each line asked.
    pub lines: Vec<Value>,
    pub status: i32,
}

/// Runs the program with arguments.
pub fn folkmoot(arguments: &[&str]) -> Output {
    Command::new(app()).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Puts JSON lines to `folkmoot call FILE`.
pub fn call(study: &Path, lines: &[Value]) -> Answer {
    let mut asked = Command::new(app())
        .arg("call")
        .arg(study)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = asked.stdin.take().unwrap();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    // Beside the reading, since either pipe may fill up.
    let writing = thread::spawn(move || input.write_all(text.as_bytes()));
    let output = asked.wait_with_output().unwrap();
    // A program that refuses the study does not read what is asked of it.
    let _ = writing.join().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    Answer {
        lines: text.lines().map(|line| serde_json::from_str(line).unwrap()).collect(),
        status: output.status.code().unwrap_or(-1),
    }
}

/// Plays the example evening into `folder`; gives the study's path.
pub fn demo(folder: &Path) -> PathBuf {
    let output = folkmoot(&["demo", &folder.display().to_string()]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder.join("Example evening.folkmoot")
}

/// A line that plans a session called `group` under this id.
pub fn plan(id: Uuid, group: &str) -> Value {
    json!({"call": "plan_session", "with": {"id": id, "plan": {
        "group": group, "place": "Oxford", "venue": "Mill Street Hall", "date": "2026-03-12",
        "time": "19:00", "utc_offset": 0, "kind": "full", "seats": 9, "recruited_as": "",
        "recruited_by": [], "label": null, "moderator": "Ruth", "note_taker": "Sam",
        "observers": "",
    }}, "at": "2026-03-10T10:00:00Z"})
}

/// A line that keeps `words` in a session's record.
pub fn note(session: Uuid, words: &str) -> Value {
    let with = json!({"id": Uuid::now_v7(), "session": session, "input": words});
    json!({"call": "keep_line", "with": with, "as": "note_taker"})
}

/// Makes a study of many groups with many lines, as one is at the end of the field work.
pub fn busy_study(file: &Path, groups: usize, lines: usize) {
    let made = folkmoot(&["new", &file.display().to_string(), "--method", "policy-ideas"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut script = Vec::new();
    for group in 0..groups {
        let id = Uuid::now_v7();
        script.push(plan(id, &format!("Group {}", group + 1)));
        script.push(json!({"call": "start_session", "with": {"session": id}}));
        for line in 0..lines / groups {
            script.push(note(id, &format!("Line {line}: the bus came on time, and nobody knew.")));
        }
        script.push(json!({"call": "end_session", "with": {"session": id}}));
    }
    let answer = call(file, &script);
    let refused = answer.lines.iter().find(|line| line.get("problem").is_some());
    assert_eq!((answer.status, refused), (0, None));
}

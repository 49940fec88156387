//! Two texts, word by word.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};
use ts_rs::TS;

/// A stretch of words that stand on both sides, or on this one only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Run {
    pub text: String,
    pub differs: bool,
}

/// Both sides of a text that was reworded. The runs of a side put together are its text.
pub fn reworded(before: &str, after: &str) -> (Vec<Run>, Vec<Run>) {
    let (mut old, mut new) = (Vec::new(), Vec::new());
    let diff = TextDiff::from_words(before, after);
    for change in diff.iter_all_changes() {
        match change.tag() {
            ChangeTag::Equal => {
                put(&mut old, change.value(), false);
                put(&mut new, change.value(), false);
            }
            ChangeTag::Delete => put(&mut old, change.value(), true),
            ChangeTag::Insert => put(&mut new, change.value(), true),
        }
    }
    (joined(old), joined(new))
}

fn put(runs: &mut Vec<Run>, text: &str, differs: bool) {
    match runs.last_mut() {
        Some(run) if run.differs == differs => run.text.push_str(text),
        _ => runs.push(Run { text: text.to_owned(), differs }),
    }
}

/// A space alone between two stretches that differ is part of both: words are read, not spaces.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for at in 0..runs.len() {
        let run = &runs[at];
        let between = at > 0 && at + 1 < runs.len() && run.text.trim().is_empty();
        put(&mut out, &run.text, run.differs || between);
    }
    out
}

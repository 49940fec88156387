//! What becomes of a sheet, in words, for the command line: the same as the window shows.

use domain::intake::{Code, Note};
use serde::Deserialize;
use serde_json::Value;

use crate::words::{Word, say};

/// What happens to a row, as `preview_import` gives it.
pub fn row_words(row: &Value) -> String {
    let notes = Vec::<Note>::deserialize(&row["notes"]).unwrap_or_default();
    // That everybody's surname stays out goes without saying.
    let notes = notes.iter().filter(|note| note.code != Code::FirstNameOnly);
    let said: Vec<String> = notes.map(note_words).collect();
    if said.is_empty() { say("import-comes-in", &[]) } else { said.join("; ") }
}

fn note_words(note: &Note) -> String {
    let code = serde_json::to_value(note.code).unwrap_or_default();
    let args: Vec<(&str, Word)> = note
        .args
        .iter()
        .map(|(name, value)| {
            let word = value.strip_prefix("attribute:").unwrap_or(value);
            (name.as_str(), Word::from(word))
        })
        .collect();
    say(&format!("import-why-{}", code.as_str().unwrap_or_default()), &args)
}

/// How many come in, wait and stay out, as `preview_import` gives it.
pub fn preview_words(preview: &Value) -> String {
    let count = |name: &str| preview[name].as_i64().unwrap_or_default();
    let said = |id: &str, n: i64| say(id, &[("n", Word::from(n))]);
    let mut words = vec![said("import-come-in", count("whole") + count("mended"))];
    for (id, n) in [("import-to-settle", count("ask")), ("import-stay-out", count("out"))] {
        if n > 0 {
            words.push(said(id, n));
        }
    }
    words.join("; ")
}

/// Who came in, as `import_people` gives it.
pub fn imported_words(done: &Value) -> String {
    let said = |id: &str, name: &str| {
        let count = done[name].as_i64().unwrap_or_default();
        say(id, &[(name, Word::from(count))])
    };
    format!("{}, {}.", said("import-done", "people"), said("import-done-groups", "groups"))
}

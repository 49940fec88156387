//! What two records say differently, in words that a person can read.

use domain::{
    ActivityId, Design, IdeaId, LensId, Participant, SessionId, StudyLanguage,
    compare::{Run, reworded},
    merge::{Conflict, Row},
};
use serde_json::Value;
use store::Tx;

use crate::{Result, names};

/// Lists in a design, and what one thing in them is called (`part-...` in the locale's files).
const LISTS: [(&str, &str); 7] = [
    ("questions", "question"),
    ("probes", "probe"),
    ("what_ifs", "what_if"),
    ("notes", "note"),
    ("examples", "example"),
    ("values", "value"),
    ("reference", "reference"),
];

/// What a row, or the place in it, is called: the words of a line, a person, an activity of the
/// guide. Empty: the session or the study as such.
pub(super) fn about(tx: &Tx, row: &Row, path: &[String]) -> Result<String> {
    let text = |field: &str| row.value[field].as_str().unwrap_or_default().to_owned();
    Ok(match row.table.as_str() {
        "line" | "flip_item" => text("text"),
        "participant" | "study_language" => text("name"),
        "tip" => {
            let who = row.value["participant"].clone();
            tx.find::<Participant>(&who)?.map(|person| person.name).unwrap_or_default()
        }
        "rating" => {
            let Some(session) = row.session() else { return Ok(String::new()) };
            let (_, design) = names::session_and_design(tx, session)?;
            let of = &row.value["of"];
            [idea(&design, &of["idea"]), lens(&design, &of["lens"])]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }
        "choice" => text("slot"),
        "design" => place(&row.value, path),
        // The words that were translated, and into what.
        "translation" => {
            let language = tx.find::<StudyLanguage>(&row.value["language"])?;
            let name = language.map(|language| language.name).unwrap_or_default();
            format!("{name}: {}", text("source"))
        }
        _ => String::new(),
    })
}

/// The names of what the way to a field leads through: a stage, its activity.
fn place(version: &Value, path: &[String]) -> String {
    let mut at = version;
    let mut names: Vec<&str> = Vec::new();
    for step in path {
        let next = match at {
            Value::Array(list) => {
                let by_id = list.iter().find(|thing| thing["id"] == **step);
                by_id.or_else(|| list.get(step.parse::<usize>().ok()?))
            }
            _ => at.get(step),
        };
        let Some(next) = next else { break };
        at = next;
        names.extend(at["title"].as_str().or(at["name"].as_str()).filter(|_| at.is_object()));
    }
    names.join(", ")
}

/// Which field it is, by the end of its name in the locale's files. Empty: the thing as a whole.
pub(super) fn part(conflict: &Conflict) -> String {
    let steps = conflict.path.iter().rev().map(String::as_str);
    let named = |step: &str| match LISTS.iter().find(|(list, _)| *list == step) {
        Some((_, thing)) => Some((*thing).to_owned()),
        None => step.chars().all(|c| c.is_ascii_lowercase() || c == '_').then(|| step.to_owned()),
    };
    match conflict.table.as_str() {
        // Words of a question are the question; minutes of a kind of group are minutes.
        "design" => {
            let inner = |step: &&str| !matches!(*step, "text" | "id" | "full" | "mini");
            steps.filter(inner).find_map(named).unwrap_or_default()
        }
        _ => conflict.path.last().cloned().unwrap_or_default(),
    }
}

/// What a side says, where it is not a plain word or number.
pub(super) fn said(tx: &Tx, row: &Row, path: &[String], value: Option<&Value>) -> Option<String> {
    let value = value?;
    if path.is_empty() {
        return None;
    }
    let design = |session: SessionId| names::session_and_design(tx, session).ok().map(|(_, d)| d);
    match path.last().map(String::as_str) {
        Some("speakers") => {
            let names = value.as_array()?.iter().filter_map(|id| {
                let person = tx.find::<Participant>(id).ok()??;
                Some(names::seat(&person))
            });
            Some(names.collect::<Vec<_>>().join(", "))
        }
        Some("idea") => idea(&*design(row.session()?)?, value),
        Some("lens") => lens(&*design(row.session()?)?, value),
        Some("activity") => {
            let id = ActivityId(value.as_str()?.to_owned());
            design(row.session()?)?.activity(&id).map(|activity| activity.title.clone())
        }
        _ if value.is_array() || value.is_object() => Some(text(value)),
        _ => None,
    }
}

/// Each of several texts with the words marked that another does not have: of the first the next one
/// that says something else, of the others the first.
pub(super) fn runs(texts: &[String]) -> Vec<Vec<Run>> {
    let marked = |text: &String| {
        let other = texts.iter().find(|other| *other != text)?;
        let (runs, _) = reworded(text, other);
        let words = |same: bool| {
            let of = runs.iter().filter(move |run| run.differs != same);
            of.flat_map(|run| run.text.split_whitespace()).count()
        };
        // A word or two are read at a glance, and two texts of which most differs are two texts.
        (words(true) > 0 && words(true) >= words(false)).then_some(runs)
    };
    texts.iter().map(|text| marked(text).unwrap_or_default()).collect()
}

fn idea(design: &Design, id: &Value) -> Option<String> {
    design.idea(&IdeaId(id.as_str()?.to_owned())).map(|idea| idea.name.clone())
}

fn lens(design: &Design, id: &Value) -> Option<String> {
    let id = LensId(id.as_str()?.to_owned());
    design.lenses.iter().find(|known| known.id == id).map(|lens| lens.name.clone())
}

/// A thing or a list as lines of text: what it is called, or else all it holds.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        Value::Array(list) => list.iter().map(text).collect::<Vec<_>>().join("\n"),
        Value::Object(fields) => {
            let name = ["text", "title", "name"].iter().find_map(|name| fields.get(*name));
            if let Some(name) = name.and_then(Value::as_str) {
                return name.to_owned();
            }
            let told = fields.iter().map(|(name, value)| format!("{name} {}", text(value)));
            told.collect::<Vec<_>>().join(", ")
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn conflict(table: &str, path: &[&str]) -> Conflict {
        Conflict {
            table: table.to_owned(),
            row: String::new(),
            path: path.iter().map(|&step| step.to_owned()).collect(),
            stands: None,
            sides: Vec::new(),
            asked: true,
        }
    }

    #[test]
    fn a_field_of_a_guide_has_a_place_and_a_name() {
        let version = json!({"design": {"stages": [
            {"title": "Values", "activities": [
                {"id": "warm-up", "title": "Warm-up", "questions": [{"id": "q-1", "text": "Who?"}]},
            ]},
        ]}});
        let path = ["design", "stages", "0", "activities", "warm-up", "questions", "q-1", "text"];
        let found = conflict("design", &path);
        assert_eq!(place(&version, &found.path), "Values, Warm-up");
        assert_eq!(part(&found), "question");
        assert_eq!(part(&conflict("design", &["design", "stages", "0", "title"])), "title");
        let minutes = ["design", "stages", "0", "activities", "warm-up", "minutes", "full"];
        assert_eq!(part(&conflict("design", &minutes)), "minutes");
        assert_eq!(part(&conflict("session", &["plan", "venue"])), "venue");
    }

    #[test]
    fn the_words_are_marked_that_another_side_does_not_have() {
        let marked = |texts: &[&str]| -> Vec<String> {
            let texts: Vec<String> = texts.iter().map(|&text| text.to_owned()).collect();
            let mark = |run: Run| if run.differs { format!("[{}]", run.text) } else { run.text };
            runs(&texts).into_iter().map(|runs| runs.into_iter().map(mark).collect()).collect()
        };
        assert_eq!(
            marked(&["We pay already, every day.", "We paid already, every day."]),
            ["We [pay] already, every day.", "We [paid] already, every day."]
        );
        assert_eq!(marked(&["four", "five"]), ["", ""], "a word is read at a glance");
        assert_eq!(marked(&["the last bus at ten", "nobody knows the price"]), ["", ""]);
        assert_eq!(marked(&["", "nothing was said"]), ["", ""]);
    }

    #[test]
    fn a_thing_reads_as_text() {
        assert_eq!(text(&json!({"id": "q-1", "text": "Who?"})), "Who?");
        assert_eq!(text(&json!(["one", "two"])), "one\ntwo");
        assert_eq!(text(&json!({"full": 20, "mini": 12})), "full 20, mini 12");
    }
}

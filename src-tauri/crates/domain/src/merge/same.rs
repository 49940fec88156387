//! When two rows that two laptops made are one thing, and which fields nobody can be asked about.

use chrono::Duration;
use serde_json::Value;

use crate::Moment;

/// How far apart on two laptops the same line, or the same pause, may have been noted, by one
/// clock: a note-taker types up to 20 seconds behind the talk, and where little was noted by both
/// nothing says how far their clocks stood apart.
const APART: Duration = Duration::minutes(10);

/// How long before and after the evening went on a line may belong to either part of it.
const TURN: Duration = Duration::minutes(1);

/// Fields that name another row.
const REFERENCES: [&str; 8] =
    ["design", "session", "round", "participant", "replaces", "merged_into", "amends", "language"];

/// Fields that name several people.
const NAMES: [&str; 2] = ["speakers", "abstained"];

/// What names a row beyond its id: two rows made apart that have it in common are one thing.
/// None for tables where nothing says so.
pub fn key(table: &str, row: &Value) -> Option<String> {
    let fields: &[&str] = match table {
        "sticker" => &["round", "participant", "idea", "colour"],
        "tip" => &["session", "participant"],
        "rating" => &["session", "of", "participant"],
        "choice" => &["session", "slot"],
        "round" => &["session", "number"],
        "span" => &["session", "activity", "lens"],
        "tick" => &["session", "activity", "question"],
        "pause" => &["session"],
        "line" => &["session", "speakers", "text"],
        "flip_item" => &["session", "activity", "sheet", "text"],
        "participant" => &["session", "seat", "name"],
        "study_language" => &["tag"],
        "translation" => &["language", "key"],
        _ => return None,
    };
    if table == "participant" && row["seat"].is_null() {
        return None;
    }
    let values: Vec<String> = fields.iter().map(|field| row[*field].to_string()).collect();
    Some(format!("{table} {}", values.join(" ")))
}

/// Whether the tables hold no two rows of one key, however they came about.
pub fn only_once(table: &str) -> bool {
    matches!(table, "sticker" | "tip" | "study_language" | "translation")
}

/// Whether two rows of one key are near enough in time to be the same thing; the clock that noted
/// `other` was `ahead` of the one that noted `one`.
pub fn near(table: &str, one: &Value, other: &Value, ahead: Duration) -> bool {
    let field = match table {
        "line" => "at",
        "pause" => "started",
        _ => return true,
    };
    let at = |row: &Value| row[field].as_str().and_then(|at| at.parse::<Moment>().ok());
    at(one).zip(at(other)).is_none_or(|(one, other)| (other - one - ahead).abs() <= APART)
}

/// A field of which each laptop has its own and none is right: what a clock noted, what was being
/// shown, where a thing stands in a list.
pub fn passes(table: &str, path: &[String]) -> bool {
    let first = path.first().map_or("", String::as_str);
    let last = path.last().map_or("", String::as_str);
    if last == crate::delta::ORDER {
        return true;
    }
    match table {
        "session" => matches!(first, "started" | "finish" | "ended" | "wall" | "offer"),
        "participant" => matches!(first, "came" | "left" | "withdrew"),
        "flip_item" => matches!(first, "at" | "place"),
        "round" => matches!(first, "opened" | "revealed" | "state"),
        "design" => matches!(first, "made" | "number"),
        "choice" => first == "why",
        // Two who checked the same words agree; a check of others counts for nothing.
        "translation" => first == "checked",
        _ => matches!(first, "at" | "started" | "ended" | "made"),
    }
}

/// A field that the laptop fills in by itself as a line is kept: where the evening stands there.
pub fn follows(table: &str, path: &[String]) -> bool {
    let first = path.first().map_or("", String::as_str);
    table == "line" && matches!(first, "activity" | "idea" | "lens")
}

/// Whether something that was noted at these moments was said as the evening went on to the next
/// thing: each laptop goes on when somebody presses a key there, and neither is right.
pub fn in_passing(noted: &[Moment], turns: &[Moment]) -> bool {
    noted.iter().any(|at| turns.iter().any(|turn| (*at - *turn).abs() <= TURN))
}

/// A list whose order means nothing.
pub fn is_set(table: &str, path: &[String]) -> bool {
    let [field] = path else { return false };
    matches!(
        (table, field.as_str()),
        ("line", "codes") | ("session", "spreads_shown") | ("round", "abstained")
    )
}

/// How far a round is, for the rule that it goes only forwards. None for any other field.
pub fn progress(table: &str, path: &[String], value: Option<&Value>) -> Option<usize> {
    if table != "round" || path.first().map(String::as_str) != Some("state") {
        return None;
    }
    let states = ["set", "open", "sealed", "revealed", "final"];
    states.iter().position(|state| value.and_then(Value::as_str) == Some(state))
}

/// Nothing was said there.
pub fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null | Value::Bool(false)) => true,
        Some(Value::String(text)) => text.is_empty(),
        Some(Value::Array(list)) => list.is_empty(),
        Some(_) => false,
    }
}

/// The rows that a row points at: without them it cannot be.
pub fn references(row: &Value) -> impl Iterator<Item = &str> {
    REFERENCES.iter().filter_map(|field| row[*field].as_str())
}

/// The rows that a row rests on: those that it points at, and the people whom it names.
pub fn holds(row: &Value) -> impl Iterator<Item = &str> {
    let people = NAMES.iter().filter_map(|field| row[*field].as_array()).flatten();
    references(row).chain(people.filter_map(Value::as_str))
}

/// Whether the field at a path says what a row rests on.
pub fn holds_by(path: &[String]) -> bool {
    let is =
        |first: &String| REFERENCES.contains(&first.as_str()) || NAMES.contains(&first.as_str());
    path.first().is_none_or(is)
}

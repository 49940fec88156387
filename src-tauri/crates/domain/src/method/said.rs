//! No words that say nothing, and no id that is not a word: what [`super::place::bad_text`] finds
//! in a file, found in a design.

use serde_json::Value;

use super::place::is_word;
use crate::Design;

/// Fields that may be left out of a file, and so may be empty in a design.
const MAY_BE_EMPTY: &[&str] = &["subtitle", "hint"];

/// Checks every text of a design.
pub fn all(design: &Design) -> Result<(), String> {
    let value = serde_json::to_value(design).map_err(|e| e.to_string())?;
    within(&value, "")
}

fn within(value: &Value, field: &str) -> Result<(), String> {
    match value {
        Value::Object(fields) => fields.iter().try_for_each(|(name, inner)| {
            within(inner, name).map_err(|reason| match title(value) {
                // The nearest name that a reader knows: the innermost says it first.
                Some(title) if !reason.contains(": ") => format!("{title}: {reason}"),
                _ => reason,
            })
        }),
        Value::Array(list) => list.iter().try_for_each(|inner| within(inner, field)),
        Value::String(id) if field == "id" && !is_word(id) => {
            Err(format!("“{id}” is no id, which is lower-case letters, digits and single dashes"))
        }
        Value::String(text) if text.trim().is_empty() && !MAY_BE_EMPTY.contains(&field) => {
            Err(format!("the words for “{}” are missing", field.replace('_', " ")))
        }
        _ => Ok(()),
    }
}

/// What a thing is called, where it has a name at all.
fn title(value: &Value) -> Option<&str> {
    let text = |field| value.get(field).and_then(Value::as_str).filter(|t| !t.trim().is_empty());
    text("title").or_else(|| text("name"))
}

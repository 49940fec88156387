//! Tools and minutes in words.

use super::ids::word;
use crate::{Design, Kind, MinutesByKind, SlotId, Tool};

/// A tool as the text says it. None: questions and probes alone, which needs no words.
pub fn write(design: &Design, tool: &Tool) -> Option<String> {
    Some(match tool {
        Tool::None => return None,
        Tool::FlipChart { values: false } => "flip chart".to_owned(),
        Tool::FlipChart { values: true } => "flip chart with values".to_owned(),
        Tool::Gallery => "gallery".to_owned(),
        Tool::Tips => "tips".to_owned(),
        Tool::Discussion { slot } => {
            // By its name, where that is said of this slot alone and reads as itself.
            let name = design.slot(slot).map(|s| s.name.as_str()).unwrap_or_default();
            let known = find(design, name).as_ref() == Some(slot) && name.trim() == name;
            let fine = known && !name.contains(['\n', '\\', '*']);
            format!("discussion of {}", if fine { name } else { slot.as_str() })
        }
    })
}

/// Reads a tool. A slot that is not there yet is made with it.
pub fn read(design: &Design, words: &str) -> Result<Tool, String> {
    let lower = words.to_lowercase();
    Ok(match lower.as_str() {
        "" | "none" | "talk" => Tool::None,
        "flip chart" => Tool::FlipChart { values: false },
        "flip chart with values" => Tool::FlipChart { values: true },
        "gallery" => Tool::Gallery,
        "tips" => Tool::Tips,
        _ => {
            let Some(name) = lower.strip_prefix("discussion of ") else {
                return Err(format!(
                    "“{words}” is not a tool. There are: none, flip chart, flip chart with \
                     values, gallery, tips, discussion of {}",
                    design.slots.first().map_or("...", |slot| slot.name.as_str())
                ));
            };
            let name = &words[words.len() - name.len()..];
            Tool::Discussion { slot: find(design, name).unwrap_or_else(|| SlotId(word(name))) }
        }
    })
}

/// The slot of that name or id.
fn find(design: &Design, name: &str) -> Option<SlotId> {
    let same = |a: &str| a.to_lowercase() == name.to_lowercase();
    let slots = &design.slots;
    let by_id = slots.iter().find(|slot| slot.id.as_str() == name);
    by_id.or_else(|| slots.iter().find(|slot| same(&slot.name))).map(|slot| slot.id.clone())
}

/// Minutes as the text says them: "full 5, mini 4".
pub fn write_minutes(minutes: &MinutesByKind) -> String {
    let parts: Vec<String> = minutes.iter().map(|(kind, n)| format!("{kind} {n}")).collect();
    parts.join(", ")
}

/// Reads minutes: "full 5, mini 4", or one number for every kind of group.
pub fn read_minutes(kinds: &[Kind], words: &str) -> Result<MinutesByKind, String> {
    let number = |text: &str| -> Result<u32, String> {
        let digits = text.trim().trim_end_matches("min").trim();
        digits.parse().map_err(|_| format!("“{}” is not a number of minutes", text.trim()))
    };
    if words.trim().starts_with(|c: char| c.is_ascii_digit()) {
        let n = number(words)?;
        return Ok(kinds.iter().map(|kind| (kind.id.clone(), n)).collect());
    }
    let mut minutes = MinutesByKind::new();
    for part in words.split(',').filter(|part| !part.trim().is_empty()) {
        let (name, n) = part.trim().split_once(' ').unwrap_or((part.trim(), ""));
        let Some(kind) = kinds.iter().find(|k| k.id.as_str() == name.to_lowercase()) else {
            let known: Vec<&str> = kinds.iter().map(|k| k.id.as_str()).collect();
            return Err(format!("there is no kind of group “{name}”, only {}", known.join(", ")));
        };
        minutes.insert(kind.id.clone(), number(n)?);
    }
    match kinds.iter().find(|kind| !minutes.contains_key(&kind.id)) {
        Some(kind) => Err(format!("the minutes for “{}” are missing", kind.id)),
        None => Ok(minutes),
    }
}

//! What differs between two values, field by field.
//!
//! A list of things that carry an `id` is compared thing by thing, and its order on its own; any
//! other list is one value. So two people who change two questions do not stand in each other's
//! way, and a design of sixty kilobytes changes by the words that were typed.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// One field that differs. Made: no before. Gone: no after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Delta {
    /// The way to it: names of fields, ids or places of things in a list, and [`ORDER`].
    pub path: Vec<String>,
    #[serde(default)]
    #[ts(type = "unknown")]
    pub before: Option<Value>,
    #[serde(default)]
    #[ts(type = "unknown")]
    pub after: Option<Value>,
}

/// The last step of the way to the order of a list: its value is the list of ids.
pub const ORDER: &str = "#order";

/// What stands there is not what the delta says it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("what stands there has changed since")]
pub struct Stale;

impl Delta {
    /// The delta that takes this one back.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { before: self.after, after: self.before, ..self }
    }
}

/// The fields in which `after` differs from `before`. Applied in order they lead from one to the
/// other; inverted and in reverse, back.
pub fn between(before: &Value, after: &Value) -> Vec<Delta> {
    let mut deltas = Vec::new();
    walk(&mut Vec::new(), before, after, &mut deltas);
    deltas
}

fn walk(path: &mut Vec<String>, before: &Value, after: &Value, deltas: &mut Vec<Delta>) {
    if before == after {
        return;
    }
    match (before, after) {
        (Value::Object(b), Value::Object(a)) => {
            let names = b.keys().chain(a.keys().filter(|name| !b.contains_key(*name)));
            for name in names {
                step(path, name, b.get(name), a.get(name), deltas);
            }
        }
        (Value::Array(b), Value::Array(a)) => {
            if let (Some(old), Some(new)) = (ids(b), ids(a)) {
                let find = |list: &[Value], known: &[&str], id: &str| {
                    known.iter().position(|k| *k == id).and_then(|at| list.get(at).cloned())
                };
                // Made before the order names them, gone after it no longer does.
                for id in &new {
                    let (was, is) = (find(b, &old, id), find(a, &new, id));
                    step(path, id, was.as_ref(), is.as_ref(), deltas);
                }
                if old != new {
                    let list = |ids: &[&str]| Some(ids.iter().copied().map(Value::from).collect());
                    path.push(ORDER.to_owned());
                    deltas.push(Delta {
                        path: path.clone(),
                        before: list(&old),
                        after: list(&new),
                    });
                    path.pop();
                }
                for id in old.iter().filter(|id| !new.contains(id)) {
                    step(path, id, find(b, &old, id).as_ref(), None, deltas);
                }
            } else if b.len() == a.len() && b.iter().chain(a).all(has_only_a_place) {
                for (at, (b, a)) in b.iter().zip(a).enumerate() {
                    step(path, &at.to_string(), Some(b), Some(a), deltas);
                }
            } else {
                push(path, Some(before), Some(after), deltas);
            }
        }
        _ => push(path, Some(before), Some(after), deltas),
    }
}

fn step(
    path: &mut Vec<String>,
    name: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    deltas: &mut Vec<Delta>,
) {
    path.push(name.to_owned());
    match (before, after) {
        (Some(before), Some(after)) => walk(path, before, after, deltas),
        (None, None) => {}
        (before, after) => push(path, before, after, deltas),
    }
    path.pop();
}

fn push(path: &[String], before: Option<&Value>, after: Option<&Value>, deltas: &mut Vec<Delta>) {
    deltas.push(Delta { path: path.to_vec(), before: before.cloned(), after: after.cloned() });
}

/// Whether a thing is known by its place in the list, for want of an id.
fn has_only_a_place(thing: &Value) -> bool {
    thing.as_object().is_some_and(|fields| !fields.contains_key("id"))
}

/// The ids of a list of things that each have one of their own. None for any other list.
fn ids(list: &[Value]) -> Option<Vec<&str>> {
    let ids: Option<Vec<&str>> = list.iter().map(|thing| thing.get("id")?.as_str()).collect();
    let ids = ids?;
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    (sorted.len() == ids.len()).then_some(ids)
}

/// Puts a delta into `value`.
///
/// # Errors
/// [`Stale`] where something else stands there than the delta says; `value` is then half done and
/// to be thrown away.
pub fn apply(value: &mut Value, delta: &Delta) -> Result<(), Stale> {
    let Some((step, way)) = delta.path.split_last() else {
        return swap(value, delta);
    };
    let mut at = value;
    for name in way {
        at = match at {
            Value::Object(fields) => fields.get_mut(name).ok_or(Stale)?,
            Value::Array(list) => {
                let place = place_of(list, name).ok_or(Stale)?;
                list.get_mut(place).ok_or(Stale)?
            }
            _ => return Err(Stale),
        };
    }
    match at {
        Value::Object(fields) => put(fields, step, delta),
        Value::Array(list) if step == ORDER => reorder(list, delta),
        Value::Array(list) => match (place_of(list, step), &delta.before, &delta.after) {
            (Some(place), Some(_), Some(_)) => {
                list.get_mut(place).map_or(Err(Stale), |v| swap(v, delta))
            }
            (Some(place), Some(before), None) if list.get(place) == Some(before) => {
                list.remove(place);
                Ok(())
            }
            (None, None, Some(after)) => {
                list.push(after.clone());
                Ok(())
            }
            _ => Err(Stale),
        },
        _ => Err(Stale),
    }
}

fn swap(value: &mut Value, delta: &Delta) -> Result<(), Stale> {
    let Some(after) = delta.after.as_ref().filter(|_| delta.before.as_ref() == Some(value)) else {
        return Err(Stale);
    };
    *value = after.clone();
    Ok(())
}

fn put(fields: &mut Map<String, Value>, name: &str, delta: &Delta) -> Result<(), Stale> {
    if fields.get(name) != delta.before.as_ref() {
        return Err(Stale);
    }
    match &delta.after {
        Some(after) => fields.insert(name.to_owned(), after.clone()),
        None => fields.remove(name),
    };
    Ok(())
}

/// Where a thing stands in a list: by its id, or by its place where things have none.
fn place_of(list: &[Value], name: &str) -> Option<usize> {
    let by_id = list.iter().position(|thing| thing.get("id").and_then(Value::as_str) == Some(name));
    by_id.or_else(|| {
        let place: usize = name.parse().ok()?;
        list.get(place).filter(|thing| thing.get("id").is_none()).map(|_| place)
    })
}

/// Puts a list into the order that is named. What the order does not name, because it is about to
/// go, stands last.
fn reorder(list: &mut [Value], delta: &Delta) -> Result<(), Stale> {
    let order = delta.after.as_ref().and_then(Value::as_array).ok_or(Stale)?;
    let place = |thing: &Value| {
        order.iter().position(|id| thing.get("id") == Some(id)).unwrap_or(order.len())
    };
    list.sort_by_key(place);
    Ok(())
}

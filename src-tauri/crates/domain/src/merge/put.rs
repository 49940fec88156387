//! Putting one field onto a row as it stands, whatever stands there.

use serde_json::{Map, Value};

use crate::delta::{Delta, ORDER};

/// Puts what a delta leads to into `value`. Says whether there was a place for it: inside a thing
/// that is gone there is none.
pub fn put(value: &mut Value, delta: &Delta) -> bool {
    let Some((end, way)) = delta.path.split_last() else {
        if let Some(after) = &delta.after {
            *value = after.clone();
        }
        return delta.after.is_some();
    };
    let mut at = value;
    for name in way {
        let Some(next) = step(at, name) else { return false };
        at = next;
    }
    match at {
        Value::Object(fields) => {
            put_field(fields, end, delta);
            true
        }
        Value::Array(list) if end == ORDER => {
            reorder(list, delta.after.as_ref());
            true
        }
        Value::Array(list) => put_thing(list, end, delta),
        _ => false,
    }
}

/// What stands at a path. None: nothing.
pub fn at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |at, name| match at {
        Value::Object(fields) => fields.get(name),
        Value::Array(list) => list.get(place_of(list, name)?),
        _ => None,
    })
}

fn step<'a>(at: &'a mut Value, name: &str) -> Option<&'a mut Value> {
    match at {
        Value::Object(fields) => fields.get_mut(name),
        Value::Array(list) => {
            let place = place_of(list, name)?;
            list.get_mut(place)
        }
        _ => None,
    }
}

/// What was taken out while somebody else changed it stays.
fn put_field(fields: &mut Map<String, Value>, name: &str, delta: &Delta) {
    match &delta.after {
        Some(after) => {
            fields.insert(name.to_owned(), after.clone());
        }
        None if fields.get(name) == delta.before.as_ref() => {
            fields.remove(name);
        }
        None => {}
    }
}

fn put_thing(list: &mut Vec<Value>, name: &str, delta: &Delta) -> bool {
    let place = place_of(list, name);
    match (place.and_then(|place| list.get_mut(place)), &delta.after) {
        (Some(thing), Some(after)) => *thing = after.clone(),
        (None, Some(after)) => list.push(after.clone()),
        (Some(thing), None) if delta.before.as_ref() == Some(thing) => {
            list.retain(|thing| delta.before.as_ref() != Some(thing));
        }
        (_, None) => {}
    }
    true
}

fn place_of(list: &[Value], name: &str) -> Option<usize> {
    let by_id = list.iter().position(|thing| thing.get("id").and_then(Value::as_str) == Some(name));
    by_id.or_else(|| {
        let place: usize = name.parse().ok()?;
        list.get(place).filter(|thing| thing.get("id").is_none()).map(|_| place)
    })
}

/// Puts a list into the order that is named; what the order does not know stands last.
fn reorder(list: &mut [Value], order: Option<&Value>) {
    let order = order.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.sort_by_key(|thing| {
        order.iter().position(|id| thing.get("id") == Some(id)).unwrap_or(order.len())
    });
}

/// A list that is a set: what `before` had and `after` has not goes, what is new comes.
pub fn put_set(value: &mut Value, before: &Value, after: &Value) {
    if value == before {
        *value = after.clone();
        return;
    }
    let (Some(list), Some(before), Some(after)) =
        (value.as_array_mut(), before.as_array(), after.as_array())
    else {
        return;
    };
    list.retain(|thing| !before.contains(thing) || after.contains(thing));
    for thing in after {
        if !before.contains(thing) && !list.contains(thing) {
            list.push(thing.clone());
        }
    }
}

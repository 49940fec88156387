//! Two laptops' clocks, compared on what both noted.

use std::collections::BTreeMap;

use chrono::Duration;
use domain::{
    LineId, Moment, SessionId,
    merge::{Folded, Row},
};
use serde::Serialize;
use ts_rs::TS;

/// How far the other laptop's clock was ahead, and on what that rests.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Clocks {
    /// Milliseconds that the other clock was ahead; negative: behind. The middle one of all pairs.
    #[ts(type = "number")]
    pub ahead: i64,
    /// Half of the pairs agree with it to within so many milliseconds.
    #[ts(type = "number")]
    pub within: i64,
    /// Lines and activities that both noted, each on its own.
    pub lines: u32,
    pub activities: u32,
    /// When lines were noted here and there, in order. Only on one: noted there alone.
    pub points: Vec<ClockPoint>,
}

/// A line on the two clocks.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ClockPoint {
    pub here: Option<Moment>,
    pub there: Option<Moment>,
}

/// When a row says that it was noted.
fn noted(row: &Row) -> Option<Moment> {
    let field = match row.table.as_str() {
        "line" => "at",
        "span" => "started",
        _ => return None,
    };
    row.value[field].as_str()?.parse().ok()
}

/// Rows by the id they go by once both records are together.
fn by_name<'a>(rows: &'a Folded, both: &'a Folded) -> BTreeMap<&'a str, &'a Row> {
    let name = |row: &'a Row| both.same.get(&row.id).map_or(row.id.as_str(), String::as_str);
    rows.rows.iter().map(|row| (name(row), row)).collect()
}

/// Compares two clocks. None where nothing was noted on both.
pub fn compare(ours: &Folded, theirs: &Folded, both: &Folded) -> Option<Clocks> {
    let (here, there) = (by_name(ours, both), by_name(theirs, both));
    let mut gaps = Vec::new();
    let (mut lines, mut activities) = (0, 0);
    let mut points = Vec::new();
    for (name, one) in &here {
        let Some(at) = noted(one) else { continue };
        let other = there.get(name);
        // The same act in both files tells nothing of a second clock.
        let apart = other.filter(|other| other.id != one.id).and_then(|other| noted(other));
        if let Some(then) = apart {
            gaps.push((then - at).num_milliseconds());
            if one.table == "line" { lines += 1 } else { activities += 1 }
        }
        if one.table == "line" && (apart.is_some() || other.is_none()) {
            points.push(ClockPoint { here: Some(at), there: apart });
        }
    }
    for (name, other) in &there {
        if other.table == "line" && !here.contains_key(name) {
            points.push(ClockPoint { here: None, there: noted(other) });
        }
    }
    let ahead = middle(gaps.clone())?;
    let there = |at: Moment| at - Duration::milliseconds(ahead);
    points.sort_by_key(|point| point.here.or(point.there.map(there)));
    let within = middle(gaps.iter().map(|gap| (gap - ahead).abs()).collect())?;
    Some(Clocks { ahead, within, lines, activities, points })
}

fn middle(mut all: Vec<i64>) -> Option<i64> {
    all.sort_unstable();
    all.get(all.len() / 2).copied()
}

/// The lines that only the other laptop has, by session, each at this laptop's time.
pub fn moved(
    here: &Folded,
    there: &Folded,
    both: &Folded,
) -> Vec<(SessionId, Vec<(LineId, Moment)>)> {
    let mut moved: BTreeMap<SessionId, Vec<(LineId, Moment)>> = BTreeMap::new();
    let Some(clocks) = compare(here, there, both) else { return Vec::new() };
    let known = by_name(here, both);
    for row in there.rows.iter().filter(|row| row.table == "line") {
        let here = both.same.contains_key(&row.id) || known.contains_key(row.id.as_str());
        let ids = serde_json::from_value(row.value["id"].clone())
            .ok()
            .zip(serde_json::from_value(row.value["session"].clone()).ok());
        if !here
            && clocks.ahead != 0
            && let Some((id, session)) = ids
            && let Some(at) = noted(row)
        {
            let at = at - Duration::milliseconds(clocks.ahead);
            moved.entry(session).or_default().push((id, at));
        }
    }
    moved.into_iter().collect()
}

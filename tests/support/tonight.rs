//! The example evening, as if it were tonight: played up to a moment, which is now.

use std::{fs, path::Path};

use chrono::{DateTime, TimeDelta, Timelike, Utc};
use serde_json::{Value, json};

use crate::{
    desk::checkout,
    evening::{call, folkmoot},
};

/// Makes a study in which the example evening has come as far as just before the `nth` (from 1)
/// call of `stop`, and that moment is now.
pub fn tonight(study: &Path, stop: &str, nth: usize) {
    let made = folkmoot(&[
        "new",
        &study.display().to_string(),
        "--method",
        "policy-ideas",
        "--name",
        "Nine ideas for public services",
    ]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let script = fs::read_to_string(checkout().join("assets/example/evening.jsonl")).unwrap();
    let mut seen = 0;
    let acts: Vec<Value> = script
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
        .take_while(|act| {
            seen += usize::from(act["call"] == stop);
            seen < nth
        })
        .filter(|act| act["call"] != "create_study")
        .collect();
    let late = Utc::now() - at(acts.last().expect("a part of the evening"));
    let moved: Vec<Value> = acts.into_iter().map(|act| later(act, late)).collect();
    let answer = call(study, &moved);
    let refused = answer.lines.iter().find(|line| line.get("problem").is_some());
    assert_eq!((answer.status, refused), (0, None));
}

fn at(act: &Value) -> DateTime<Utc> {
    act["at"].as_str().unwrap().parse().unwrap()
}

/// The same act, moved by so much, and the plan with it.
fn later(mut act: Value, by: TimeDelta) -> Value {
    act["at"] = json!(at(&act) + by);
    if act["with"]["at"].is_string() {
        act["with"]["at"] = json!(at(&act["with"]) + by);
    }
    if act["call"] == "plan_session" {
        let plan = &mut act["with"]["plan"];
        let text =
            format!("{}T{}:00Z", plan["date"].as_str().unwrap(), plan["time"].as_str().unwrap());
        let begins = text.parse::<DateTime<Utc>>().unwrap() + by;
        // The hall stands wherever it is seven in the evening then.
        let ahead = (19 - i64::from(begins.hour()) + 35) % 24 - 11;
        let there = begins + TimeDelta::hours(ahead);
        plan["utc_offset"] = json!(ahead * 60);
        plan["date"] = json!(there.format("%Y-%m-%d").to_string());
        plan["time"] = json!(there.format("%H:%M").to_string());
    }
    act
}

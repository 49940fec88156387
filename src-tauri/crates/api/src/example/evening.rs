//! The example evening: a script of calls, in which every word and every second is written out.

use domain::Moment;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use super::maker::Maker;
use crate::{Actor, Problem, ProblemCode, Result};

/// The acts of the example evening: a call a line.
const SCRIPT: &str = include_str!("../../../../../assets/example/evening.jsonl");

/// A call as the script writes it.
#[derive(Deserialize)]
struct ScriptCall {
    call: String,
    #[serde(default)]
    with: Value,
    #[serde(rename = "as")]
    by: String,
    at: Moment,
    id: Option<Uuid>,
}

pub(super) fn play(maker: &mut Maker) -> Result<()> {
    for line in SCRIPT.lines().filter(|line| !line.trim().is_empty()) {
        let ScriptCall { call, with, by, at, id } = serde_json::from_str(line)?;
        let actor =
            Actor::from_word(&by).ok_or_else(|| Problem::new(ProblemCode::Invalid).because(&by))?;
        maker.call(actor, &call, with, at, id)?;
    }
    Ok(())
}

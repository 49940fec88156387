//! What two records say differently.

use serde::Serialize;
use serde_json::{Value, json};
use ts_rs::TS;

use super::put::{at, put};
use crate::{Change, DesignEdit, EventId, Moment, Role, delta::Delta};

/// One field of one row on which acts that did not know each other put different values.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Conflict {
    pub table: String,
    /// The row's id.
    pub row: String,
    /// The way to the field. Empty: whether the row is there at all.
    pub path: Vec<String>,
    /// What stands there for now. None: nothing.
    #[ts(type = "unknown")]
    pub stands: Option<Value>,
    /// In the canonical order of the acts.
    pub sides: Vec<Side>,
    /// Whether somebody has to say which is right. Not for what two clocks show of one moment, or
    /// for what was on the wall of each laptop: there is no right one.
    pub asked: bool,
}

/// What one act says.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Side {
    pub act: EventId,
    pub at: Moment,
    pub by: Role,
    /// Who sat at that laptop. Empty: nobody said.
    pub who: String,
    /// None: it took it out.
    #[ts(type = "unknown")]
    pub value: Option<Value>,
}

impl Conflict {
    /// The changes that settle it: the field gets the value, put there by an act that knows all
    /// sides. None where `value` is nothing that the field can hold.
    ///
    /// What stands already is put there by way of another side's value, since an act that changes
    /// nothing says nothing.
    pub fn settle(&self, row: &Value, value: Option<&Value>) -> Option<Vec<Change>> {
        let change = |before: &Value, after: &Value| {
            let told = json!({ "table": self.table, "before": before, "after": after });
            serde_json::from_value::<Change>(told).ok()
        };
        if self.path.is_empty() {
            let gone = change(row, &Value::Null)?;
            return match value {
                Some(_) => Some(vec![gone, change(&Value::Null, row)?]),
                None => Some(vec![gone]),
            };
        }
        let stands = at(row, &self.path);
        let way: Vec<Option<&Value>> = if value == stands {
            let mut others = self.sides.iter().map(|side| side.value.as_ref());
            vec![stands, others.find(|other| *other != stands)?, stands]
        } else {
            vec![stands, value]
        };
        let steps = way.windows(2).filter_map(|step| match step {
            [before, after] => Some(Delta {
                path: self.path.clone(),
                before: before.cloned(),
                after: after.cloned(),
            }),
            _ => None,
        });
        if let Some((first, within)) = self.path.split_first()
            && self.table == "design"
            && first == "design"
        {
            // A design is large: the field alone, and not all of it twice.
            let design = serde_json::from_value(row["id"].clone()).ok()?;
            let within = |delta| Delta { path: within.to_vec(), ..delta };
            return Some(vec![DesignEdit { design, deltas: steps.map(within).collect() }.into()]);
        }
        let mut row = row.clone();
        let mut changes = Vec::new();
        for step in steps {
            let before = row.clone();
            put(&mut row, &step);
            changes.push(change(&before, &row)?);
        }
        Some(changes)
    }
}

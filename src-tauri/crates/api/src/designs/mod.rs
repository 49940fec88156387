//! The versions of a study's design: writing one, amending it, choosing which a session runs by.
//!
//! All writing goes through one private door, [`edit`]: a version that a session has run by is
//! read-only, what comes out has to fit together, and only the fields that differ are recorded.

mod guide;
mod ideas;
mod paper;
mod settings;
mod text;
mod versions;
mod words;

use domain::{
    Design, DesignEdit, DesignId, DesignVersion, Slot, SlotId, SlotRule, Tool, Words, delta, method,
};
use serde_json::Value;
use store::Tx;

pub use guide::*;
pub use ideas::*;
pub use paper::*;
pub use settings::*;
pub use text::*;
pub use versions::*;

use crate::{Act, Ctx, Problem, ProblemCode, Result};

/// Changes a version that no session has run by yet. What it is called for Undo comes from what it
/// changed; where that is several things at once, from `several`.
pub(crate) fn edit(
    ctx: &mut Ctx,
    design: DesignId,
    several: Words,
    change: impl FnOnce(&mut Design) -> Result<()>,
) -> Result<()> {
    ctx.act(|tx| {
        let version = unused(tx, design)?;
        let mut after = version.design.clone();
        change(&mut after)?;
        tidy(&mut after);
        let mut value = serde_json::to_value(&after)?;
        trim(&mut value);
        let after: Design = serde_json::from_value(value.clone())?;
        method::fits(&after).map_err(|reason| {
            Problem::new(ProblemCode::BrokenDesign).with("reason", &reason).because(reason)
        })?;
        let mut act = Act::of_study(words::of(&version.design, &after, several));
        let deltas = delta::between(&serde_json::to_value(&version.design)?, &value);
        if !deltas.is_empty() {
            act.changes.push(DesignEdit { design, deltas }.into());
        }
        Ok(act)
    })
}

/// No text has blanks at its ends.
fn trim(value: &mut Value) {
    match value {
        Value::String(text) => *text = text.trim().to_owned(),
        Value::Array(list) => list.iter_mut().for_each(trim),
        Value::Object(fields) => fields.values_mut().for_each(trim),
        _ => {}
    }
}

/// A slot for each discussion, in their order, and no other: it comes and goes with the activity
/// that fills it.
fn tidy(design: &mut Design) {
    let filled: Vec<(SlotId, String)> = design
        .activities()
        .filter_map(|activity| match &activity.tool {
            Tool::Discussion { slot } => Some((slot.clone(), activity.title.clone())),
            _ => None,
        })
        .collect();
    design.slots.retain(|slot| filled.iter().any(|(id, _)| id == &slot.id));
    for (id, name) in &filled {
        if design.slot(id).is_none() {
            let slot = Slot { id: id.clone(), name: name.clone(), rule: SlotRule::Joker };
            design.slots.push(slot);
        }
    }
    design.slots.sort_by_key(|slot| filled.iter().position(|(id, _)| id == &slot.id));
}

/// A version, which must not have been used.
pub(crate) fn unused(tx: &Tx, design: DesignId) -> Result<DesignVersion> {
    let version: DesignVersion = tx.get(&design)?;
    // From its start on, what a session runs by stays as it is.
    if tx.is_used(design)? {
        return Err(Problem::new(ProblemCode::VersionUsed).with("number", version.number));
    }
    Ok(version)
}

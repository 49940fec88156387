//! What every session of a version goes by: scale, stickers, lenses, values, kinds of group, and
//! how the ideas to discuss are chosen.

use domain::{Budget, Design, DesignId, Kind, KindId, Lens, Scale, Session, Slot, Values, Words};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;

use super::edit;
use crate::{Ctx, Moderator, Problem, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeSettings {
    pub design: DesignId,
    /// What is left out stays as it is.
    #[serde(default)]
    #[ts(optional)]
    pub scale: Option<Scale>,
    #[serde(default)]
    #[ts(optional)]
    pub budget: Option<Budget>,
    #[serde(default)]
    #[ts(optional)]
    pub lenses: Option<Vec<Lens>>,
    #[serde(default)]
    #[ts(optional)]
    pub values: Option<Values>,
    #[serde(default)]
    #[ts(optional)]
    pub kinds: Option<Vec<Kind>>,
    /// What they are called and how they are filled. Their order is that of the discussions.
    #[serde(default)]
    #[ts(optional)]
    pub slots: Option<Vec<Slot>>,
}

pub fn change_settings(ctx: &mut Ctx, _: Moderator, req: ChangeSettings) -> Result<()> {
    if let Some(kinds) = &req.kinds {
        ctx.read(|tx| kinds_in_use(tx, req.design, kinds))?;
    }
    edit(ctx, req.design, Words::new("did-change-settings"), |design| {
        fn put<T>(part: &mut T, with: Option<T>) {
            if let Some(with) = with {
                *part = with;
            }
        }
        put(&mut design.scale, req.scale);
        if let Some(budget) = req.budget {
            budget.fits(design.ideas.len()).map_err(|e| {
                Problem::new(ProblemCode::TooManyStickers)
                    .with("n", e.stickers)
                    .with("ideas", e.ideas)
                    .because(e)
            })?;
        }
        put(&mut design.budget, req.budget);
        put(&mut design.lenses, req.lenses);
        put(&mut design.values, req.values);
        if let Some(kinds) = req.kinds {
            design.kinds = kinds;
            minutes_for_each_kind(design);
        }
        put(&mut design.slots, req.slots);
        Ok(())
    })
}

/// Minutes for each kind of group, and for no other. One that is new takes those of the first that
/// was there.
fn minutes_for_each_kind(design: &mut Design) {
    let kinds: Vec<KindId> = design.kinds.iter().map(|kind| kind.id.clone()).collect();
    let activities = design.stages.iter_mut().flat_map(|stage| &mut stage.activities);
    for minutes in activities.flat_map(|a| [&mut a.minutes, &mut a.least]) {
        let model = kinds.iter().find_map(|kind| minutes.get(kind)).copied().unwrap_or_default();
        minutes.retain(|kind, _| kinds.contains(kind));
        for kind in &kinds {
            minutes.entry(kind.clone()).or_insert(model);
        }
    }
}

/// A kind of group stays while a session of the version is planned as one.
pub(super) fn kinds_in_use(tx: &Tx, design: DesignId, kinds: &[Kind]) -> Result<()> {
    let gone = |session: &&Session| {
        session.design == design && kinds.iter().all(|kind| kind.id != session.plan.kind)
    };
    let Some(session) = tx.sessions()?.into_iter().find(|session| gone(&session)) else {
        return Ok(());
    };
    let version = tx.design(design)?;
    let kind = version.design.kind(&session.plan.kind);
    Err(Problem::new(ProblemCode::KindInUse)
        .with("kind", kind.map_or(session.plan.kind.as_str(), |kind| &kind.name))
        .with("group", &session.plan.group))
}

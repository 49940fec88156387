//! Writing the guide: stages and activities.

use domain::{Activity, ActivityId, Design, DesignId, Stage, Words};
use serde::Deserialize;
use ts_rs::TS;

use super::edit;
use crate::{Ctx, Moderator, Problem, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeActivity {
    pub design: DesignId,
    /// As it is to be, known by its id.
    pub activity: Activity,
}

pub fn change_activity(ctx: &mut Ctx, _: Moderator, req: ChangeActivity) -> Result<()> {
    let words = about(&req.activity.title);
    edit(ctx, req.design, words, |design| {
        let (stage, at) = place_of(design, &req.activity.id)?;
        design.stages[stage].activities[at] = req.activity;
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeActivities {
    pub design: DesignId,
    /// As they are to be, known by their ids.
    pub activities: Vec<Activity>,
}

pub fn change_activities(ctx: &mut Ctx, _: Moderator, req: ChangeActivities) -> Result<()> {
    let words = Words::new("did-change-several").with("n", req.activities.len());
    edit(ctx, req.design, words, |design| {
        for activity in req.activities {
            let (stage, at) = place_of(design, &activity.id)?;
            design.stages[stage].activities[at] = activity;
        }
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddActivity {
    pub design: DesignId,
    pub activity: Activity,
    /// The activity it stands after, in that one's stage.
    pub after: ActivityId,
}

pub fn add_activity(ctx: &mut Ctx, _: Moderator, req: AddActivity) -> Result<()> {
    let words = about(&req.activity.title);
    edit(ctx, req.design, words, |design| {
        let (stage, at) = place_of(design, &req.after)?;
        design.stages[stage].activities.insert(at + 1, req.activity);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceActivity {
    pub design: DesignId,
    pub activity: ActivityId,
    /// The stage it goes to, from 0.
    pub stage: u32,
    /// The activity there that it stands before. None: last.
    #[serde(default)]
    pub before: Option<ActivityId>,
}

pub fn place_activity(ctx: &mut Ctx, _: Moderator, req: PlaceActivity) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-activities"), |design| {
        let target = stage_at(design, req.stage)?;
        if req.before.as_ref() == Some(&req.activity) {
            return Ok(());
        }
        let (stage, at) = place_of(design, &req.activity)?;
        let activity = design.stages[stage].activities.remove(at);
        let list = &mut design.stages[target].activities;
        let before = req.before.and_then(|id| list.iter().position(|a| a.id == id));
        list.insert(before.unwrap_or(list.len()), activity);
        // A stage whose last activity has gone elsewhere has nothing left to hold.
        design.stages.retain(|stage| !stage.activities.is_empty());
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RemoveActivity {
    pub design: DesignId,
    pub activity: ActivityId,
}

pub fn remove_activity(ctx: &mut Ctx, _: Moderator, req: RemoveActivity) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-activities"), |design| {
        let (stage, at) = place_of(design, &req.activity)?;
        design.stages[stage].activities.remove(at);
        design.stages.retain(|stage| !stage.activities.is_empty());
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddStage {
    pub design: DesignId,
    pub stage: Stage,
    /// The place it takes, from 0.
    pub at: u32,
}

pub fn add_stage(ctx: &mut Ctx, _: Moderator, req: AddStage) -> Result<()> {
    let words = about(&req.stage.title);
    edit(ctx, req.design, words, |design| {
        let at = usize::try_from(req.at).unwrap_or(usize::MAX).min(design.stages.len());
        design.stages.insert(at, req.stage);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RenameStage {
    pub design: DesignId,
    /// From 0.
    pub stage: u32,
    pub title: String,
}

pub fn rename_stage(ctx: &mut Ctx, _: Moderator, req: RenameStage) -> Result<()> {
    let words = about(&req.title);
    edit(ctx, req.design, words, |design| {
        let at = stage_at(design, req.stage)?;
        req.title.trim().clone_into(&mut design.stages[at].title);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceStage {
    pub design: DesignId,
    /// From 0.
    pub stage: u32,
    /// The place it takes among the others, from 0.
    pub at: u32,
}

pub fn place_stage(ctx: &mut Ctx, _: Moderator, req: PlaceStage) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-activities"), |design| {
        let from = stage_at(design, req.stage)?;
        let stage = design.stages.remove(from);
        let at = usize::try_from(req.at).unwrap_or(usize::MAX).min(design.stages.len());
        design.stages.insert(at, stage);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfStage {
    pub design: DesignId,
    /// From 0.
    pub stage: u32,
}

pub fn remove_stage(ctx: &mut Ctx, _: Moderator, req: OfStage) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-activities"), |design| {
        let at = stage_at(design, req.stage)?;
        design.stages.remove(at);
        Ok(())
    })
}

fn about(title: &str) -> Words {
    Words::new("did-edit").with("of", title.trim())
}

fn stage_at(design: &Design, stage: u32) -> Result<usize> {
    let at = usize::try_from(stage).ok().filter(|at| *at < design.stages.len());
    at.ok_or_else(|| Problem::new(ProblemCode::NotFound).with("what", "stage"))
}

/// The stage and place of an activity.
fn place_of(design: &Design, id: &ActivityId) -> Result<(usize, usize)> {
    let mut stages = design.stages.iter().enumerate();
    stages
        .find_map(|(s, stage)| Some((s, stage.activities.iter().position(|a| &a.id == id)?)))
        .ok_or_else(|| Problem::new(ProblemCode::UnknownActivity).with("activity", id))
}

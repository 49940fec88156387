//! The guide as plain text, out and in.

use std::path::PathBuf;

use domain::{
    Design, DesignId, DesignVersion, Words,
    compare::{Difference, compare},
    guide_text::{self, TextFault},
    method,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::{edit, settings::kinds_in_use};
use crate::{Ctx, Moderator, Problem, ProblemCode, Result, Staff, studies::plain_name, summing};

/// A text longer than this is no guide, in bytes.
const LONGEST: usize = 1_000_000;

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct GuideText {
    /// None: the newest version.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
}

fn named(tx: &Tx, design: Option<DesignId>) -> Result<DesignVersion> {
    match design {
        Some(id) => Ok(tx.get(&id)?),
        None => tx.designs()?.pop().ok_or_else(|| ProblemCode::Damaged.into()),
    }
}

pub fn guide_text(ctx: &mut Ctx, _: Staff, req: GuideText) -> Result<String> {
    ctx.read(|tx| Ok(guide_text::write(&named(tx, req.design)?.design)))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportGuide {
    /// None: the newest version.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    /// Where to. None: beside the study's file, under its name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// Writes the guide as plain text; where it went.
pub fn export_guide(ctx: &mut Ctx, _: Staff, req: ExportGuide) -> Result<String> {
    let folder = ctx.store()?.path().and_then(|p| p.parent()).map(PathBuf::from);
    let (version, name) = ctx.read(|tx| Ok((named(tx, req.design)?, tx.study()?.name)))?;
    let path = req.path.map_or_else(
        || {
            let name = format!("{}, guide v{}.md", plain_name(&name), version.number);
            folder.unwrap_or_default().join(name)
        },
        PathBuf::from,
    );
    summing::write_whole(&path, guide_text::write(&version.design).as_bytes())?;
    Ok(path.display().to_string())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TakeGuideText {
    /// None: the newest version.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub text: String,
}

/// What a text would change, or why it cannot be read.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct GuideTextRead {
    pub faults: Vec<TextFault>,
    pub differences: Vec<Difference>,
}

pub fn check_guide_text(ctx: &mut Ctx, _: Staff, req: TakeGuideText) -> Result<GuideTextRead> {
    let before = ctx.read(|tx| named(tx, req.design))?;
    let read = match read(&before.design, &req.text) {
        Ok(after) => ctx
            .read(|tx| kinds_in_use(tx, before.id, &after.kinds))
            .map(|()| after)
            .map_err(|problem| vec![TextFault { line: 1, reason: problem.words() }]),
        Err(faults) => Err(faults),
    };
    Ok(match read {
        Ok(after) => {
            GuideTextRead { faults: Vec::new(), differences: compare(&before.design, &after) }
        }
        Err(faults) => GuideTextRead { faults, differences: Vec::new() },
    })
}

pub fn take_guide_text(ctx: &mut Ctx, _: Moderator, req: TakeGuideText) -> Result<()> {
    let id = ctx.read(|tx| {
        let before = named(tx, req.design)?;
        if let Ok(after) = read(&before.design, &req.text) {
            kinds_in_use(tx, before.id, &after.kinds)?;
        }
        Ok(before.id)
    })?;
    edit(ctx, id, Words::new("did-take-guide-text"), |design| {
        let read = read(design, &req.text).map_err(|faults| {
            let all: Vec<String> =
                faults.iter().map(|f| format!("line {}: {}", f.line, f.reason)).collect();
            let first = faults.first();
            Problem::new(ProblemCode::BrokenGuide)
                .with("line", first.map_or(1, |f| f.line))
                .with("reason", first.map(|f| f.reason.as_str()).unwrap_or_default())
                .because(all.join("; "))
        })?;
        *design = read;
        Ok(())
    })
}

/// Reads a text, and checks that it fits together.
fn read(before: &Design, text: &str) -> std::result::Result<Design, Vec<TextFault>> {
    let fault = |line, reason: String| vec![TextFault { line, reason }];
    if text.len() > LONGEST {
        return Err(fault(1, "this is too long for a guide".to_owned()));
    }
    let mut after = guide_text::read(before, text)?;
    super::tidy(&mut after);
    method::fits(&after).map_err(|reason| fault(1, reason))?;
    after.budget.fits(after.ideas.len()).map_err(|e| fault(1, e.to_string()))?;
    Ok(after)
}

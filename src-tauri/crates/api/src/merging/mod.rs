//! A session carried to another laptop and brought back: by file, with a preview, nothing lost.

mod clocks;
mod preview;
mod settling;

use std::path::{Path, PathBuf};

use domain::{Diff, Event, EventId, Line, Naming, Round, RoundState, Session, SessionId, Words};
use serde::{Deserialize, Serialize};
use store::{Record, Tx};
use ts_rs::TS;
use uuid::Uuid;

use crate::{Ctx, Moderator, Problem, ProblemCode, Result};

pub use preview::{MergePreview, preview_merge};
pub(crate) use settling::unsettled;
pub use settling::{SettleConflict, Unsettled, conflicts, settle_conflict};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportSession {
    pub session: SessionId,
    /// Where to; there must be no file of that name. None: into a folder beside the study's file,
    /// under the group's name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Carried {
    pub path: String,
    #[ts(type = "number")]
    pub bytes: u64,
}

pub fn export_session(ctx: &mut Ctx, _: Moderator, req: ExportSession) -> Result<Carried> {
    let session: Session = ctx.read(|tx| {
        no_secret_round(&tx.of_session(req.session)?)?;
        Ok(tx.get(&req.session)?)
    })?;
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        let name = crate::studies::plain_name(&session.plan.group);
        free_beside(ctx, "Handed over", &name)?
    };
    ctx.store()?.write_session(req.session, &path)?;
    let bytes = std::fs::metadata(&path).map_err(store::Error::from)?.len();
    Ok(Carried { path: path.display().to_string(), bytes })
}

/// Ballots of an open secret round leave this file only as counts, so it is copied neither in part
/// nor as a whole (rules.md, Stickers and ratings).
fn no_secret_round(rounds: &[Round]) -> Result<()> {
    let open = |r: &Round| r.naming == Naming::Secret && r.state == RoundState::Open;
    if rounds.iter().any(open) { Err(ProblemCode::SecretRoundOpen.into()) } else { Ok(()) }
}

/// A study's file with another record.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OtherRecord {
    pub path: String,
}

/// Reads the other record, which must be of the same study.
fn other(ctx: &mut Ctx, path: &str) -> Result<(Record, Record)> {
    let path = Path::new(path);
    if ctx.store()?.path().is_some_and(|own| same_file(own, path)) {
        return Err(ProblemCode::MergeWithItself.into());
    }
    let theirs = Record::of(path)?;
    let ours = ctx.read(|tx| Ok(tx.whole_record()?))?;
    if ours.first().is_none() || ours.first() != theirs.first() {
        return Err(ProblemCode::NotSameStudy.into());
    }
    Ok((ours, theirs))
}

fn same_file(one: &Path, other: &Path) -> bool {
    one == other
        || one.canonicalize().ok().zip(other.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Merge {
    pub path: String,
    /// Whether lines that come in are put at this laptop's time, where two clocks can be compared.
    #[serde(default)]
    pub shift: bool,
}

/// What a merge brought.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Merged {
    /// Acts that came in. None: everything was here already.
    pub acts: u32,
    /// Lines that were put at this laptop's time.
    pub shifted: u32,
    /// The copy of this study that was made before.
    pub copy: Option<String>,
}

pub fn merge(ctx: &mut Ctx, _: Moderator, req: Merge) -> Result<Merged> {
    let (ours, theirs) = other(ctx, &req.path)?;
    if theirs.beyond(&ours).is_empty() {
        return Ok(Merged { acts: 0, shifted: 0, copy: None });
    }
    ctx.read(|tx| {
        for session in tx.sessions()? {
            no_secret_round(&tx.of_session(session.id)?)?;
        }
        Ok(())
    })?;
    let copy = make_copy(ctx)?;
    let moved = if req.shift { clocks::moved(&ours, &theirs) } else { Vec::new() };
    let (id, at, by) = (ctx.id, ctx.at, ctx.role);
    ctx.store()?.transact(|tx| {
        let acts = tx.take_in(&theirs)?;
        let mut shifted = 0;
        let mut id = Some(id);
        for (session, lines) in moved {
            let changes = shift(tx, &lines)?;
            if changes.is_empty() {
                continue;
            }
            shifted += changes.len();
            let words = Words::new("did-shift-lines").with("count", changes.len());
            tx.record(&Event {
                id: id.take().unwrap_or_else(|| EventId(Uuid::now_v7())),
                at,
                session: Some(session),
                by,
                words,
                undoes: None,
                undoable: true,
                changes,
            })?;
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok::<_, Problem>(Merged { acts: count(acts), shifted: count(shifted), copy })
    })
}

/// The lines put at another time. Their own time stays in the journal, with the act that moved it.
fn shift(tx: &Tx, lines: &[(domain::LineId, domain::Moment)]) -> Result<Vec<domain::Change>> {
    let mut changes = Vec::new();
    for (id, at) in lines {
        if let Some(before) = tx.find::<Line>(id)?
            && before.at != *at
        {
            changes.push(Diff::changed(before.clone(), Line { at: *at, ..before }).into());
        }
    }
    Ok(changes)
}

/// Copies the study as it stands into the folder of copies beside it.
fn make_copy(ctx: &mut Ctx) -> Result<Option<String>> {
    let Some(path) = ctx.store()?.path().map(Path::to_owned) else { return Ok(None) };
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stamp = ctx.at.format("%Y-%m-%d %H-%M-%S");
    let copy = free_beside(ctx, "Copies", &format!("{name}, {stamp}"))?;
    ctx.store()?.copy_to(&copy)?;
    Ok(Some(copy.display().to_string()))
}

/// A path that is not taken, in a folder beside the study: "Name.folkmoot", "Name 2.folkmoot".
/// Not in the library itself, where it would stand as a study of its own.
fn free_beside(ctx: &mut Ctx, folder: &str, name: &str) -> Result<PathBuf> {
    let beside = ctx.store()?.path().and_then(Path::parent).map(Path::to_owned);
    let folder = beside.unwrap_or_default().join(folder);
    std::fs::create_dir_all(&folder).map_err(store::Error::from)?;
    (1..1000)
        .map(|n| if n == 1 { String::new() } else { format!(" {n}") })
        .map(|tail| folder.join(format!("{name}{tail}.folkmoot")))
        .find(|path| !path.exists())
        .ok_or_else(|| ProblemCode::FileExists.into())
}

//! A session carried to another laptop and brought back: by file, with a preview, nothing lost.

mod clocks;
mod preview;
mod settling;
mod taking_back;
mod wording;

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use domain::{
    Change, Diff, Event, EventId, Line, Naming, Round, RoundState, Session, SessionId, Words,
};
use serde::{Deserialize, Serialize};
use store::{Ends, Other, Tx};
use ts_rs::TS;
use uuid::Uuid;

use crate::{Ctx, Moderator, Problem, ProblemCode, Result, erasing::erase_what_came};

pub use preview::{MergePreview, preview_merge};
pub(crate) use settling::unsettled;
pub use settling::{ConflictsOf, RightSide, SettleConflict, Unsettled, conflicts, settle_conflict};
pub use taking_back::{
    Desk, NameLaptop, TakenBack, bring_record_again, desk, name_laptop, take_record_back,
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportSession {
    pub session: SessionId,
    /// Where to; there must be no file of that name. None: into a folder beside the study's file,
    /// under the names of the group and of who takes it.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
    /// Who takes it: what is written there is theirs.
    #[serde(default)]
    #[ts(optional)]
    pub who: Option<String>,
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
    let who = req.who.as_deref().map_or("", str::trim);
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        let group = &session.plan.group;
        let name = if who.is_empty() { group.clone() } else { format!("{group}, {who}") };
        free_beside(ctx, "Handed over", &crate::studies::plain_name(&name))?
    };
    ctx.store()?.write_session(req.session, &path, who)?;
    let bytes = std::fs::metadata(&path).map_err(store::Error::from)?.len();
    Ok(Carried { path: path.display().to_string(), bytes })
}

/// Ballots of an open secret round leave this file only as counts, so it is copied neither in part
/// nor as a whole (rules.md, Stickers and ratings).
fn no_secret_round(rounds: &[Round]) -> Result<()> {
    let open = |r: &Round| r.naming == Naming::Secret && r.state == RoundState::Open;
    if rounds.iter().any(open) { Err(ProblemCode::SecretRoundOpen.into()) } else { Ok(()) }
}

fn no_secret_rounds(tx: &Tx) -> Result<()> {
    let sessions = tx.sessions()?;
    sessions.iter().try_for_each(|session| no_secret_round(&tx.of_session(session.id)?))
}

/// A study's file with another record.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OtherRecord {
    pub path: String,
}

/// Opens the other record, which must be of the same study.
fn other(ctx: &mut Ctx, path: &str) -> Result<Other> {
    let path = Path::new(path);
    if ctx.store()?.path().is_some_and(|own| same_file(own, path)) {
        return Err(ProblemCode::MergeWithItself.into());
    }
    let mut other = Other::open(path)?;
    let first = |ends: Option<Ends>| ends.map(|ends| ends.first);
    let (ours, theirs) = (first(ctx.store()?.ends()?), first(other.ends()?));
    if ours.is_none() || ours != theirs {
        return Err(ProblemCode::NotSameStudy.into());
    }
    Ok(other)
}

pub(crate) fn same_file(one: &Path, other: &Path) -> bool {
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
    /// What was settled of what the two say differently. The rest stays open.
    #[serde(default)]
    #[ts(as = "Option<Vec<RightSide>>", optional)]
    pub settled: Vec<RightSide>,
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
    let mut other = other(ctx, &req.path)?;
    let meeting = ctx.read(|tx| Ok(tx.meet(&mut other, &BTreeSet::new())?))?;
    let acts = meeting.came.len();
    if acts == 0 {
        return Ok(Merged { acts: 0, shifted: 0, copy: None });
    }
    ctx.read(no_secret_rounds)?;
    let copy = ctx.copy_first()?;
    let (here, both) = (meeting.here(), meeting.both());
    let moved = if req.shift { clocks::moved(&here, &meeting.there(), &both) } else { Vec::new() };
    let (first, at, by) = (ctx.id, ctx.at, ctx.role);
    let file = Path::new(&req.path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let merged = ctx.store()?.transact(|tx| {
        let before = tx.before()?;
        tx.take_in(&meeting, &here, &both)?;
        // Whoever went there, or took consent back, is reached from here no more.
        tx.forget_strays()?;
        let mut id = Some(first);
        let mut record = |session, words, changes: Vec<Change>| {
            let id = id.take().unwrap_or_else(|| EventId(Uuid::now_v7()));
            let (undoes, undoable) = (None, true);
            tx.record(&Event { id, at, session, by, words, undoes, undoable, changes })
        };
        for (session, changes) in settling::settle_all(tx, both, &req.settled)? {
            record(session, Words::new("did-settle"), changes)?;
        }
        let mut shifted = 0;
        for (session, lines) in moved {
            let changes = shift(tx, &lines)?;
            if changes.is_empty() {
                continue;
            }
            shifted += changes.len();
            let words = Words::new("did-shift-lines").with("count", changes.len());
            record(Some(session), words, changes)?;
        }
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        erase_what_came(tx, &meeting.sessions, at, by)?;
        tx.keep_brought(&file, at, acts, &before)?;
        Ok::<_, Problem>(Merged { acts: count(acts), shifted: count(shifted), copy })
    })?;
    // The copy from before holds whom the other erased.
    let swept = ctx.workshop.sweep(at);
    Ok(if swept.copies > 0 { Merged { copy: None, ..merged } } else { merged })
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

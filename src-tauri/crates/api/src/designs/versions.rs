//! Versions of the design: which sessions used which, what differs, and the next one.

use std::collections::HashMap;

use domain::{
    Because, Debrief, Design, DesignId, DesignVersion, MinutesByKind, Moment, Phase, Session,
    SessionId, Words,
    compare::{self, Difference, compare},
    numbers::Groups,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::{edit, unused};
use crate::{Act, Ctx, Moderator, Nothing, Problem, ProblemCode, Result, Staff};

/// A version without its design: what a list of them says.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct VersionView {
    pub id: DesignId,
    /// From 1.
    pub number: u32,
    pub amends: Option<DesignId>,
    pub phase: Phase,
    /// Why it was amended.
    pub note: String,
    pub made: Option<Moment>,
    /// A session has run by it, so it is read-only.
    pub used: bool,
    /// The groups that run by it, without those that are cancelled.
    pub groups: Groups,
    /// Minutes of all activities, by kind of group.
    pub minutes: MinutesByKind,
}

fn view(tx: &Tx, version: &DesignVersion, by: &HashMap<DesignId, Groups>) -> Result<VersionView> {
    let design = &version.design;
    Ok(VersionView {
        id: version.id,
        number: version.number,
        amends: version.amends,
        phase: version.phase,
        note: version.note.clone(),
        made: version.made,
        used: tx.is_used(version.id)?,
        groups: by.get(&version.id).cloned().unwrap_or_default(),
        minutes: design.kinds.iter().map(|k| (k.id.clone(), design.total(&k.id))).collect(),
    })
}

/// The versions, oldest first.
pub fn versions(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<Vec<VersionView>> {
    ctx.read(|tx| {
        let by = tx.groups_by_version()?;
        tx.designs()?.iter().map(|version| view(tx, version, &by)).collect()
    })
}

/// What the staff of a group said right after.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct GroupDebrief {
    pub session: SessionId,
    /// The number of the group in the study, from 1.
    pub number: u32,
    pub debrief: Debrief,
}

/// Of how many groups of a version it is told what the staff said: more than anybody reads.
const OF_VERSION: u32 = 24;
/// Of how many groups of the study it is told: as many as a person reads at a glance.
const OF_STUDY: u32 = 8;

/// What was said after the newest groups, of a version or of the study, in the order of time.
fn said(tx: &Tx, design: Option<DesignId>) -> Result<Vec<GroupDebrief>> {
    let count = if design.is_some() { OF_VERSION } else { OF_STUDY };
    let mut found = tx.debriefs(design, count)?;
    found.retain(|(_, debrief)| !debrief.is_empty());
    let ids: Vec<SessionId> = found.iter().map(|(id, _)| *id).collect();
    let numbers = tx.numbers_of(&ids)?;
    let told = found.into_iter().zip(numbers);
    Ok(told.map(|((session, debrief), number)| GroupDebrief { session, number, debrief }).collect())
}

/// What the staff said after the newest groups, whichever version they ran by.
pub fn debriefs(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<Vec<GroupDebrief>> {
    ctx.read(|tx| said(tx, None))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfVersion {
    pub design: DesignId,
}

pub fn version(ctx: &mut Ctx, _: Staff, req: OfVersion) -> Result<DesignVersion> {
    ctx.read(|tx| Ok(tx.get(&req.design)?))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AmendDesign {
    /// The id of the new version.
    pub id: DesignId,
    /// Why, in the study lead's words. May be said later.
    #[serde(default)]
    pub note: String,
    /// The phase it is for.
    #[serde(default)]
    pub phase: Phase,
}

pub fn amend_design(ctx: &mut Ctx, _: Moderator, req: AmendDesign) -> Result<()> {
    let made = ctx.at;
    ctx.act(|tx| {
        let newest = tx.designs()?.pop().ok_or(ProblemCode::Damaged)?;
        if unused(tx, newest.id).is_ok() {
            return Err(Problem::new(ProblemCode::BeingWritten).with("number", newest.number));
        }
        let number = newest.number + 1;
        let mut act = Act::of_study(Words::new("did-amend").with("number", number));
        act.made(DesignVersion {
            id: req.id,
            number,
            amends: Some(newest.id),
            phase: req.phase,
            note: req.note.trim().to_owned(),
            made: Some(made),
            design: Design { because: Vec::new(), ..newest.design },
        });
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeVersion {
    pub design: DesignId,
    /// What is left out stays as it is.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<Phase>,
}

/// What is said about a version may change after it was used: it is no part of the design.
pub fn change_version(ctx: &mut Ctx, _: Moderator, req: ChangeVersion) -> Result<()> {
    ctx.act(|tx| {
        let before: DesignVersion = tx.get(&req.design)?;
        let words = Words::new("did-change-version").with("number", before.number);
        let mut act = Act::of_study(words);
        let mut after = before.clone();
        if let Some(note) = req.note {
            note.trim().clone_into(&mut after.note);
        }
        after.phase = req.phase.unwrap_or(after.phase);
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SayBecause {
    pub design: DesignId,
    /// The field of one of its differences from the version that it amends.
    pub field: String,
    /// The session whose debrief it is.
    pub session: SessionId,
    /// Whether that debrief led to the change.
    pub is: bool,
}

/// Names a debrief as the cause of a change, until a session has used the version.
pub fn say_because(ctx: &mut Ctx, _: Moderator, req: SayBecause) -> Result<()> {
    let (because, of) = ctx.read(|tx| {
        let before = unused(tx, req.design)?;
        let session: Session = tx.get(&req.session)?;
        if session.debrief.is_empty() {
            return Err(
                Problem::new(ProblemCode::NoDebrief).with("group", session.plan.group.as_str())
            );
        }
        let differences = match before.amends {
            Some(amended) => compare(&tx.design(amended)?.design, &before.design),
            None => Vec::new(),
        };
        let because = &before.design.because;
        let said = compare::say_because(because, &differences, &req.field, req.session, req.is)
            .map_err(|e| Problem::new(ProblemCode::NoSuchChange).because(e))?;
        let changed = differences.into_iter().find(|d| d.field == req.field);
        Ok((
            said,
            changed.map_or_else(String::new, |d| if d.of.is_empty() { d.stage } else { d.of }),
        ))
    })?;
    let words = if of.is_empty() {
        Words::new("did-change-settings")
    } else {
        Words::new("did-say-because").with("of", of)
    };
    edit(ctx, req.design, words, |design| {
        design.because = because;
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct UseVersion {
    pub design: DesignId,
    /// Sessions that have not started. None: all of these that are not cancelled.
    #[serde(default)]
    #[ts(optional)]
    pub sessions: Option<Vec<SessionId>>,
}

pub fn use_version(ctx: &mut Ctx, _: Moderator, req: UseVersion) -> Result<()> {
    ctx.act(|tx| {
        let version: DesignVersion = tx.get(&req.design)?;
        let words = Words::new("did-use-version").with("number", version.number);
        let mut act = Act::of_study(words);
        for before in moving(tx, version.id, req.sessions)? {
            if before.started.is_some() {
                return Err(ProblemCode::AlreadyStarted.into());
            }
            let after = by(&version.design, version.id, &before)?;
            act.changed(before, after);
        }
        Ok(act)
    })
}

/// The sessions that are to move to a version: these, or all that can.
fn moving(tx: &Tx, to: DesignId, sessions: Option<Vec<SessionId>>) -> Result<Vec<Session>> {
    if let Some(sessions) = sessions {
        return sessions.iter().map(|id| Ok(tx.get(id)?)).collect();
    }
    let mut open = tx.sessions_open()?;
    open.retain(|session| session.started.is_none() && session.design != to);
    Ok(open)
}

/// A session that runs by a version. Minutes that were set for activities it has not go.
fn by(design: &Design, id: DesignId, session: &Session) -> Result<Session> {
    let kind = &session.plan.kind;
    if design.kind(kind).is_none() {
        return Err(Problem::new(ProblemCode::UnknownKind).with("kind", kind));
    }
    let mut minutes = session.minutes.clone();
    minutes.retain(|activity, _| design.activity(activity).is_some());
    Ok(Session { design: id, minutes, ..session.clone() })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CompareVersions {
    pub from: DesignId,
    pub to: DesignId,
}

/// Two versions, and what differs between them.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Compared {
    pub from: VersionView,
    pub to: VersionView,
    pub differences: Vec<Difference>,
    /// The debriefs that led to them.
    pub because: Vec<Cause>,
    /// What the staff said after the newest groups of the older one.
    pub said: Vec<GroupDebrief>,
}

/// A debrief that led to a change.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Cause {
    /// The field of the difference.
    pub field: String,
    pub session: SessionId,
    /// The number of the group in the study, from 1.
    pub number: u32,
}

pub fn compare_versions(ctx: &mut Ctx, _: Staff, req: CompareVersions) -> Result<Compared> {
    ctx.read(|tx| compared(tx, req.from, req.to))
}

pub(super) fn compared(tx: &Tx, from: DesignId, to: DesignId) -> Result<Compared> {
    let (old, new) = (tx.design(from)?, tx.design(to)?);
    let by = tx.groups_by_version()?;
    let mut because = Vec::new();
    for Because { field, session } in compare::causes(&tx.designs()?, from, to) {
        if let Some(number) = tx.number_of(session)? {
            because.push(Cause { field, session, number });
        }
    }
    Ok(Compared {
        differences: compare(&old.design, &new.design),
        because,
        said: said(tx, Some(from))?,
        from: view(tx, &old, &by)?,
        to: view(tx, &new, &by)?,
    })
}

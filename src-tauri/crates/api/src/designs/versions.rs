//! Versions of the design: which sessions used which, what differs, and the next one.

use domain::{
    Design, DesignId, DesignVersion, MinutesByKind, Moment, Phase, Session, SessionId, Words,
    compare::{Difference, compare},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{unused, uses};
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
    /// The sessions that run by it and are not cancelled, in the order of time.
    pub sessions: Vec<VersionSession>,
    /// Minutes of all activities, by kind of group.
    pub minutes: MinutesByKind,
}

/// A session, as a list of versions tells of it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct VersionSession {
    pub id: SessionId,
    /// Its number in the study, from 1.
    pub number: u32,
    pub started: bool,
    pub ended: bool,
    /// What the staff said right after of changes to make, and of surprises.
    pub said: Vec<String>,
}

fn view(version: &DesignVersion, sessions: &[Session]) -> VersionView {
    let design = &version.design;
    let of = |(session, number): (&Session, u32)| VersionSession {
        id: session.id,
        number,
        started: session.started.is_some(),
        ended: session.ended.is_some(),
        said: [&session.debrief.changes, &session.debrief.surprises]
            .into_iter()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty())
            .collect(),
    };
    let its = |(session, _): &(&Session, u32)| {
        session.design == version.id && session.cancelled.is_none()
    };
    VersionView {
        id: version.id,
        number: version.number,
        amends: version.amends,
        phase: version.phase,
        note: version.note.clone(),
        made: version.made,
        used: sessions.iter().any(|session| uses(session, version.id)),
        sessions: sessions.iter().zip(1..).filter(its).map(of).collect(),
        minutes: design.kinds.iter().map(|k| (k.id.clone(), design.total(&k.id))).collect(),
    }
}

/// The versions, oldest first.
pub fn versions(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<Vec<VersionView>> {
    ctx.read(|tx| {
        let sessions = tx.sessions()?;
        Ok(tx.designs()?.iter().map(|version| view(version, &sessions)).collect())
    })
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
            design: newest.design,
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
pub struct UseVersion {
    pub design: DesignId,
    /// Sessions that have not started.
    pub sessions: Vec<SessionId>,
}

pub fn use_version(ctx: &mut Ctx, _: Moderator, req: UseVersion) -> Result<()> {
    ctx.act(|tx| {
        let version: DesignVersion = tx.get(&req.design)?;
        let words = Words::new("did-use-version").with("number", version.number);
        let mut act = Act::of_study(words);
        for id in req.sessions {
            let before: Session = tx.get(&id)?;
            if before.started.is_some() {
                return Err(ProblemCode::AlreadyStarted.into());
            }
            let after = by(&version.design, version.id, &before)?;
            act.changed(before, after);
        }
        Ok(act)
    })
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
}

pub fn compare_versions(ctx: &mut Ctx, _: Staff, req: CompareVersions) -> Result<Compared> {
    ctx.read(|tx| {
        let (from, to) = (tx.design(req.from)?, tx.design(req.to)?);
        let sessions = tx.sessions()?;
        Ok(Compared {
            differences: compare(&from.design, &to.design),
            from: view(&from, &sessions),
            to: view(&to, &sessions),
        })
    })
}

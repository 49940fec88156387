//! What two records say differently, and saying which is right.

use std::collections::BTreeMap;

use domain::{
    Change, DesignId, DesignVersion, Participant, Session, SessionId, Words,
    compare::Run,
    delta,
    merge::{Conflict, Folded, Row},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use ts_rs::TS;

use super::wording;
use crate::{Act, Ctx, Moderator, Problem, ProblemCode, Result, Staff, designs::unused};

/// Something that two records say differently, in a person's words.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Unsettled {
    /// None: it is in the study around the sessions.
    pub session: Option<SessionId>,
    pub conflict: Conflict,
    /// The session's group. Empty: it is in the study around the sessions.
    pub group: String,
    /// What it is about: the words of a line, a name, an idea and a lens. Empty: the session, or
    /// the study.
    pub about: String,
    /// Which field of it. Empty: all of it.
    pub part: String,
    /// The version that it is in.
    pub version: Option<u32>,
    /// What each side says, where its value is no plain word or number.
    pub said: Vec<Option<String>>,
    /// The text of each side, with the words that another does not have marked. Empty where it is
    /// no text of some length, or has nothing in common with the other.
    pub runs: Vec<Vec<Run>>,
}

impl Unsettled {
    pub(super) fn of(tx: &Tx, row: &Row, mut conflict: Conflict) -> Self {
        let about = wording::about(tx, row, &conflict.path).unwrap_or_default();
        let said = |value: Option<&Value>| wording::said(tx, row, &conflict.path, value);
        let said: Vec<Option<String>> =
            conflict.sides.iter().map(|side| said(side.value.as_ref())).collect();
        let plain = |value: &Option<Value>| value.as_ref()?.as_str().map(str::to_owned);
        let sides = conflict.sides.iter().zip(&said);
        let texts: Vec<String> = sides
            .map(|(side, said)| said.clone().or_else(|| plain(&side.value)).unwrap_or_default())
            .collect();
        let of_design = row.table == "design";
        let number = || row.value["number"].as_u64().and_then(|n| u32::try_from(n).ok());
        // A version that a session has run by stays as it was then: nobody is asked.
        conflict.asked &= !of_design || may_change(tx, row);
        let session = row.session();
        let group = session.and_then(|id| tx.find::<Session>(&id).ok().flatten());
        Self {
            session,
            group: group.map(|session| session.plan.group).unwrap_or_default(),
            about,
            part: wording::part(&conflict),
            version: of_design.then(number).flatten(),
            said,
            runs: wording::runs(&texts),
            conflict,
        }
    }
}

fn may_change(tx: &Tx, version: &Row) -> bool {
    let id = serde_json::from_value::<DesignId>(version.value["id"].clone());
    // One that is not here yet has been used by no session of this laptop.
    let known = |id| tx.find::<DesignVersion>(&id).ok().flatten().is_some();
    id.is_ok_and(|id| !known(id) || unused(tx, id).is_ok())
}

/// Whose differences.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ConflictsOf {
    /// A session, with the study around it. None: all of them.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
}

/// What two records say differently and nobody has settled: what is asked first.
pub fn conflicts(ctx: &mut Ctx, _: Staff, req: ConflictsOf) -> Result<Vec<Unsettled>> {
    ctx.read(|tx| {
        if let Some(session) = req.session {
            tx.get::<Session>(&session)?;
        }
        let found = tx.conflicts(req.session)?.into_iter();
        let mut told: Vec<Unsettled> =
            found.map(|(conflict, row)| Unsettled::of(tx, &row, conflict)).collect();
        told.sort_by_key(|one| !one.conflict.asked);
        Ok(told)
    })
}

/// How many things of a session are not settled that somebody has to be asked about.
pub(crate) fn unsettled(tx: &Tx, session: SessionId) -> Result<usize> {
    let of_it =
        |(conflict, row): &&(Conflict, Row)| conflict.asked && row.session() == Some(session);
    Ok(tx.conflicts(Some(session))?.iter().filter(of_it).count())
}

/// Which side is right.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RightSide {
    pub row: String,
    pub path: Vec<String>,
    /// What is right. Null: nothing, or taken out.
    #[ts(type = "unknown")]
    pub value: Value,
}

impl RightSide {
    fn changes(&self, tx: &Tx, conflict: &Conflict, row: &Row) -> Result<Vec<Change>> {
        if conflict.table == "participant"
            && conflict.path == ["seat"]
            && let Some(session) = row.session()
        {
            let people: Vec<Participant> = tx.of_session(session)?;
            let sits = |p: &Participant| p.seat.is_some_and(|seat| self.value == seat);
            if let Some(sitting) = people.iter().find(|p| sits(p)) {
                let problem = Problem::new(ProblemCode::SeatTaken);
                return Err(problem.with("seat", &self.value).with("name", &sitting.name));
            }
        }
        if row.table == "design" {
            unused(tx, serde_json::from_value(row.value["id"].clone())?)?;
        }
        let value = Some(&self.value).filter(|value| !value.is_null());
        Ok(conflict.settle(&row.value, value).ok_or(ProblemCode::Invalid)?)
    }

    fn is_of(&self, conflict: &Conflict) -> bool {
        conflict.row == self.row && conflict.path == self.path
    }
}

/// The changes that settle several things at once, by session. `folded`: what stands of what the
/// two records touch.
pub(super) fn settle_all(
    tx: &Tx,
    folded: Folded,
    settled: &[RightSide],
) -> Result<BTreeMap<Option<SessionId>, Vec<Change>>> {
    let mut by_session: BTreeMap<_, Vec<Change>> = BTreeMap::new();
    let mut rows: BTreeMap<String, Row> =
        folded.rows.into_iter().map(|row| (row.id.clone(), row)).collect();
    for one in settled {
        let conflict = folded.conflicts.iter().find(|conflict| one.is_of(conflict));
        let row = rows.get_mut(&one.row).filter(|row| !row.value.is_null());
        let (conflict, row) = conflict.zip(row).ok_or_else(is_settled)?;
        let changes = one.changes(tx, conflict, row)?;
        let session = row.session();
        changes.iter().try_for_each(|change| follow(row, change))?;
        by_session.entry(session).or_default().extend(changes);
    }
    Ok(by_session)
}

/// The row as a change leaves it.
fn follow(row: &mut Row, change: &Change) -> Result<()> {
    if let Change::DesignEdit(edit) = change {
        let changed = || Problem::new(ProblemCode::ChangedSince);
        let put = |step| delta::apply(&mut row.value["design"], step).map_err(|_| changed());
        return edit.deltas.iter().try_for_each(put);
    }
    row.value = serde_json::to_value(change)?["after"].take();
    Ok(())
}

fn is_settled() -> Problem {
    Problem::new(ProblemCode::NotFound).with("what", "conflict")
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SettleConflict {
    /// None: it is in the study around the sessions.
    pub session: Option<SessionId>,
    pub settled: RightSide,
}

pub fn settle_conflict(ctx: &mut Ctx, _: Moderator, req: SettleConflict) -> Result<()> {
    ctx.act(|tx| {
        let found = tx.conflicts(req.session)?;
        let asked = found.into_iter().find(|(conflict, _)| req.settled.is_of(conflict));
        let (conflict, row) = asked.ok_or_else(is_settled)?;
        let words = Words::new("did-settle");
        let changes = req.settled.changes(tx, &conflict, &row)?;
        let of_study = changes.iter().any(Change::chooses_version);
        let session = row.session().filter(|_| !of_study);
        Ok(Act { session, changes, ..Act::of_study(words) })
    })
}

//! What two records say differently, and saying which is right.

use domain::{
    IdeaId, LensId, Participant, Session, SessionId, Words,
    merge::{Conflict, Row},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use ts_rs::TS;

use crate::{Act, Ctx, Moderator, OfSession, Problem, ProblemCode, Result, Staff, names};

/// Something that two records say differently, in a person's words.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Unsettled {
    pub session: SessionId,
    pub conflict: Conflict,
    /// What it is about: the words of a line, a name, an idea and a lens. Empty: the session.
    pub about: String,
}

impl Unsettled {
    pub(super) fn of(tx: &Tx, session: SessionId, row: Option<&Row>, conflict: Conflict) -> Self {
        let about = row.and_then(|row| about(tx, session, row).ok()).unwrap_or_default();
        Self { session, conflict, about }
    }
}

/// What a row is called.
fn about(tx: &Tx, session: SessionId, row: &Row) -> Result<String> {
    let text = |field: &str| row.value[field].as_str().unwrap_or_default().to_owned();
    Ok(match row.table.as_str() {
        "line" | "flip_item" => text("text"),
        "participant" => text("name"),
        "tip" => {
            let who = row.value["participant"].clone();
            tx.find::<Participant>(&who)?.map(|person| person.name).unwrap_or_default()
        }
        "rating" => {
            let (_, design) = names::session_and_design(tx, session)?;
            let of = &row.value["of"];
            let word = |field: &str| of[field].as_str().unwrap_or_default().to_owned();
            let idea = design.idea(&IdeaId(word("idea"))).map(|idea| idea.name.clone());
            let lens = LensId(word("lens"));
            let lens = design.lenses.iter().find(|known| known.id == lens);
            [idea, lens.map(|lens| lens.name.clone())]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(", ")
        }
        "choice" => text("slot"),
        _ => String::new(),
    })
}

/// What two records say differently of a session and nobody has settled: what is asked first.
pub fn conflicts(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<Vec<Unsettled>> {
    ctx.read(|tx| {
        tx.get::<Session>(&req.session)?;
        let mut found = tx.conflicts(req.session)?;
        found.sort_by_key(|(conflict, _)| !conflict.asked);
        let told = |(conflict, row)| Unsettled::of(tx, req.session, Some(&row), conflict);
        Ok(found.into_iter().map(told).collect())
    })
}

/// How many things are not settled that somebody has to be asked about.
pub(crate) fn unsettled(tx: &Tx, session: SessionId) -> Result<usize> {
    Ok(tx.conflicts(session)?.iter().filter(|(conflict, _)| conflict.asked).count())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SettleConflict {
    pub session: SessionId,
    pub row: String,
    pub path: Vec<String>,
    /// What is right. Null: nothing, or taken out.
    #[ts(type = "unknown")]
    pub value: Value,
}

pub fn settle_conflict(ctx: &mut Ctx, _: Moderator, req: SettleConflict) -> Result<()> {
    ctx.act(|tx| {
        let found = tx.conflicts(req.session)?;
        let is = |c: &Conflict| c.row == req.row && c.path == req.path;
        let asked = found.into_iter().find(|(conflict, _)| is(conflict));
        let settled = || Problem::new(ProblemCode::NotFound).with("what", "conflict");
        let (conflict, row) = asked.ok_or_else(settled)?;
        if conflict.table == "participant" && conflict.path == ["seat"] {
            let people: Vec<Participant> = tx.of_session(req.session)?;
            let sits = |p: &Participant| p.seat.is_some_and(|seat| req.value == seat);
            if let Some(sitting) = people.iter().find(|p| sits(p)) {
                let problem = Problem::new(ProblemCode::SeatTaken);
                return Err(problem.with("seat", &req.value).with("name", &sitting.name));
            }
        }
        let value = Some(&req.value).filter(|value| !value.is_null());
        let changes = conflict.settle(&row.value, value).ok_or(ProblemCode::Invalid)?;
        let mut act = Act::of(req.session, Words::new("did-settle"));
        act.changes = changes;
        Ok(act)
    })
}

//! How to reach people, and whether somebody rang them: for whoever recruits, apart from the
//! record. It is in no journal, on no other laptop, and in nothing that leaves this one.

use domain::{Call, Participant, ParticipantId, Rang, intake::Contact};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Ctx, Moderator, OfSession, Problem, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NoteCall {
    pub participant: ParticipantId,
    /// What became of it. None: nobody rang after all.
    pub rang: Option<Rang>,
}

pub fn note_call(ctx: &mut Ctx, _: Moderator, req: NoteCall) -> Result<()> {
    let at = ctx.at;
    apart(ctx, req.participant, |tx, id| tx.keep_call(id, req.rang.map(|rang| (rang, at))))
}

pub fn calls(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<Vec<Call>> {
    ctx.read(|tx| Ok(tx.calls(req.session)?))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepContact {
    pub participant: ParticipantId,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
}

pub fn keep_contact(ctx: &mut Ctx, _: Moderator, req: KeepContact) -> Result<()> {
    let KeepContact { participant, phone, email } = req;
    let (phone, email) = (phone.trim().to_owned(), email.trim().to_owned());
    apart(ctx, participant, |tx, participant| {
        tx.keep_contact(&Contact { participant, phone, email })
    })
}

/// Keeps something about a person beside the record, unless they took their consent back.
fn apart(
    ctx: &mut Ctx,
    id: ParticipantId,
    keep: impl FnOnce(&store::Tx, ParticipantId) -> store::Result<()>,
) -> Result<()> {
    ctx.store()?.transact(|tx| {
        let person: Participant = tx.get(&id)?;
        if person.withdrew.is_some() {
            return Err(Problem::new(ProblemCode::HasWithdrawn).with("name", &person.name));
        }
        Ok(keep(tx, id)?)
    })
}

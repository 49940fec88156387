//! What people said yes or no to: taking part, being recorded, being quoted, observers.

use domain::{Consent, Participant, ParticipantId, Words};
use serde::Deserialize;
use ts_rs::TS;

use super::{OfPerson, change};
use crate::{Act, Ctx, OfSession, Problem, ProblemCode, Result, Staff};

/// All four answers of a person, as they stand now. One that is left out is not asked yet.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SayConsent {
    pub participant: ParticipantId,
    pub consent: Consent,
}

pub fn say_consent(ctx: &mut Ctx, _: Staff, req: SayConsent) -> Result<()> {
    ctx.act(|tx| {
        let before: Participant = tx.get(&req.participant)?;
        if before.withdrew.is_some() {
            return Err(Problem::new(ProblemCode::HasWithdrawn).with("name", &before.name));
        }
        let words = Words::new("did-say-consent").with("name", &before.name);
        let mut act = Act::of(before.session, words);
        act.changed(before.clone(), Participant { consent: req.consent, ..before });
        Ok(act)
    })
}

/// Notes a yes wherever somebody who has come was not asked yet. A no stays a no, and who has not
/// come yet signs when they do.
pub fn all_said_yes(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<()> {
    ctx.act(|tx| {
        let people: Vec<Participant> = tx.of_session(req.session)?;
        let mut act = Act::of(req.session, Words::new("did-all-said-yes"));
        let asked =
            |p: &Participant| p.came.is_some() && p.absence.is_none() && p.withdrew.is_none();
        for before in people.into_iter().filter(asked) {
            let Consent { take_part, recorded, quoted, observers } = before.consent;
            let consent = Consent {
                take_part: take_part.or(Some(true)),
                recorded: recorded.or(Some(true)),
                quoted: quoted.or(Some(true)),
                observers: observers.or(Some(true)),
            };
            act.changed(before.clone(), Participant { consent, ..before });
        }
        if act.changes.is_empty() {
            return Err(ProblemCode::NobodyToAsk.into());
        }
        Ok(act)
    })
}

/// Notes that a person takes consent back. They count in every number as before, and nothing of
/// what they said goes into a paper. What was answered before is kept, should they think better.
pub fn withdraw_consent(ctx: &mut Ctx, _: Staff, req: OfPerson) -> Result<()> {
    let at = ctx.at;
    change(ctx, req.participant, "did-withdraw-consent", |p| {
        p.withdrew.get_or_insert(at);
    })
}

pub fn consent_again(ctx: &mut Ctx, _: Staff, req: OfPerson) -> Result<()> {
    change(ctx, req.participant, "did-consent-again", |p| p.withdrew = None)
}

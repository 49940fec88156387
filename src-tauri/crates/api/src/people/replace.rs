//! Somebody comes in the place of somebody else.

use std::collections::BTreeMap;

use domain::{AttributeId, Participant, ParticipantId, Words};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Ctx, Problem, ProblemCode, Result, Staff, words::say};

/// Who comes instead. The id of somebody who waits without a seat gives the seat to them.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Replacement {
    pub id: ParticipantId,
    pub name: String,
    #[serde(default)]
    pub sex: String,
    #[serde(default)]
    pub age_band: String,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub attributes: BTreeMap<AttributeId, String>,
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ReplacePerson {
    /// Who did not come, or came and cannot stay.
    pub participant: ParticipantId,
    pub with: Replacement,
    /// Why they did not come. None: a no-show.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
}

/// The one who did not come keeps a row without a seat, as absent; one who came and cannot stay
/// has left. The new one takes the seat, and is expected.
pub fn replace_person(ctx: &mut Ctx, _: Staff, req: ReplacePerson) -> Result<()> {
    let at = ctx.at;
    let ReplacePerson { participant, with, reason } = req;
    let name = with.name.trim().to_owned();
    if name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    ctx.act(|tx| {
        let before: Participant = tx.get(&participant)?;
        let Some(seat) = before.seat else {
            return Err(Problem::new(ProblemCode::NoSeatToGive).with("name", &before.name));
        };
        let people: Vec<Participant> = tx.of_session(before.session)?;
        let waiting = people.into_iter().find(|p| p.id == with.id);
        if let Some(there) = waiting.as_ref().filter(|p| p.seat.is_some()) {
            return Err(Problem::new(ProblemCode::HasASeat).with("name", &there.name));
        }
        let words = Words::new("did-replace-person").with("name", &name).with("of", &before.name);
        let mut act = Act::of(before.session, words);
        act.changed(before.clone(), gone(before.clone(), reason.as_deref(), at));
        let known = waiting.clone().unwrap_or_else(|| Participant::new(with.id, before.session));
        let new = Participant {
            seat: Some(seat),
            name,
            sex: with.sex.trim().to_owned(),
            age_band: with.age_band.trim().to_owned(),
            place: with.place.trim().to_owned(),
            attributes: with.attributes.into(),
            left: None,
            absence: None,
            replaces: Some(participant),
            ..known
        };
        match waiting {
            Some(waiting) => act.changed(waiting, new),
            None => act.made(new),
        }
        Ok(act)
    })
}

/// The person as they stand once somebody else has their seat.
fn gone(person: Participant, reason: Option<&str>, at: domain::Moment) -> Participant {
    let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
    let no_show = || say("absent-no-show", &[]);
    let (left, absence) = match (person.came, reason) {
        (Some(_), _) => (person.left.or(Some(at)), person.absence.clone()),
        (None, Some(reason)) => (person.left, Some(reason.to_owned())),
        (None, None) => (person.left, Some(person.absence.clone().unwrap_or_else(no_show))),
    };
    Participant { seat: None, left, absence, ..person }
}

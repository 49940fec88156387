//! The seat map: who sits where, who came late, left early or did not come.

mod calls;
mod consent;
mod replace;

pub use calls::*;
pub use consent::*;
pub use replace::*;

use std::collections::BTreeMap;

use domain::{
    AttributeId, Line, Moment, Participant, ParticipantId, Quota, Rating, Session, SessionId,
    Sticker, Tip, Words, attribution,
    quota::{self, OpenTable, Progress},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    Act, Ctx, OfSession, Problem, ProblemCode, Result, Staff,
    names::{seat, session_and_design},
};

/// A person as typed into the seat map.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SeatPerson {
    pub id: ParticipantId,
    pub session: SessionId,
    pub seat: Option<u32>,
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

pub fn seat_person(ctx: &mut Ctx, _: Staff, req: SeatPerson) -> Result<()> {
    let name = req.name.trim().to_owned();
    if name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    ctx.act(|tx| {
        let session: Session = tx.get(&req.session)?;
        let people: Vec<Participant> = tx.of_session(req.session)?;
        if let Some(n) = req.seat {
            check_seat(&session, n)?;
            if let Some(there) = people.iter().find(|p| p.seat == Some(n) && p.id != req.id) {
                return Err(Problem::new(ProblemCode::SeatTaken)
                    .with("seat", n)
                    .with("name", &there.name));
            }
        }
        let before = people.into_iter().find(|p| p.id == req.id);
        let known = before.clone().unwrap_or_else(|| Participant::new(req.id, req.session));
        let after = Participant {
            session: req.session,
            seat: req.seat,
            name,
            sex: req.sex.trim().to_owned(),
            age_band: req.age_band.trim().to_owned(),
            place: req.place.trim().to_owned(),
            attributes: req.attributes.into(),
            ..known
        };
        let words = Words::new("did-seat-person").with("name", &after.name);
        let mut act = Act::of(req.session, words);
        match before {
            Some(before) => act.changed(before, after),
            None => act.made(after),
        }
        Ok(act)
    })
}

/// Refuses a seat that the table does not have.
fn check_seat(session: &Session, seat: u32) -> Result<()> {
    if seat == 0 || seat > session.plan.seats {
        return Err(Problem::new(ProblemCode::NoSuchSeat)
            .with("seat", seat)
            .with("seats", session.plan.seats));
    }
    Ok(())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct MovePerson {
    pub participant: ParticipantId,
    pub seat: u32,
}

pub fn move_person(ctx: &mut Ctx, _: Staff, req: MovePerson) -> Result<()> {
    ctx.act(|tx| {
        let before: Participant = tx.get(&req.participant)?;
        let session: Session = tx.get(&before.session)?;
        check_seat(&session, req.seat)?;
        let people: Vec<Participant> = tx.of_session(before.session)?;
        let words = Words::new("did-move-person").with("name", &before.name).with("seat", req.seat);
        let mut act = Act::of(before.session, words);
        let there = people.into_iter().find(|p| p.seat == Some(req.seat) && p.id != before.id);
        if let Some(there) = there {
            act.changed(there.clone(), Participant { seat: before.seat, ..there });
        }
        act.changed(before.clone(), Participant { seat: Some(req.seat), ..before });
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfPerson {
    pub participant: ParticipantId,
}

pub fn remove_person(ctx: &mut Ctx, _: Staff, req: OfPerson) -> Result<()> {
    ctx.act(|tx| {
        let person: Participant = tx.get(&req.participant)?;
        let (session, id) = (person.session, person.id);
        let in_record = tx.of_session::<Sticker>(session)?.iter().any(|s| s.participant == id)
            || tx.of_session::<domain::Round>(session)?.iter().any(|r| r.abstained.contains(&id))
            || tx.of_session::<Rating>(session)?.iter().any(|r| r.participant == Some(id))
            || tx.of_session::<Tip>(session)?.iter().any(|t| t.participant == id)
            || tx.of_session::<Line>(session)?.iter().any(|l| l.speakers.contains(&id))
            || tx.of_session::<domain::FlipItem>(session)?.iter().any(|i| i.speakers.contains(&id));
        if in_record {
            return Err(Problem::new(ProblemCode::PersonInRecord).with("name", &person.name));
        }
        let mut act = Act::of(session, Words::new("did-remove-person").with("name", &person.name));
        for came_instead in tx.of_session::<Participant>(session)? {
            if came_instead.replaces == Some(id) {
                act.changed(came_instead.clone(), Participant { replaces: None, ..came_instead });
            }
        }
        act.gone(person);
        Ok(act)
    })
}

/// A person and a time. None: now.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PersonAt {
    pub participant: ParticipantId,
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<Moment>,
}

pub fn person_came(ctx: &mut Ctx, _: Staff, req: PersonAt) -> Result<()> {
    let at = req.at.unwrap_or(ctx.at);
    change(ctx, req.participant, "did-person-came", |p| {
        p.came = Some(at);
        p.left = None;
        p.absence = None;
    })
}

pub fn person_left(ctx: &mut Ctx, _: Staff, req: PersonAt) -> Result<()> {
    let at = req.at.unwrap_or(ctx.at);
    change(ctx, req.participant, "did-person-left", |p| p.left = Some(at))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PersonAbsent {
    pub participant: ParticipantId,
    pub reason: String,
}

pub fn person_absent(ctx: &mut Ctx, _: Staff, req: PersonAbsent) -> Result<()> {
    let reason = req.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(ProblemCode::ReasonNeeded.into());
    }
    change(ctx, req.participant, "did-person-absent", |p| p.absence = Some(reason))
}

pub fn person_expected(ctx: &mut Ctx, _: Staff, req: OfPerson) -> Result<()> {
    change(ctx, req.participant, "did-person-expected", |p| {
        p.came = None;
        p.left = None;
        p.absence = None;
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ShowCoarse {
    pub participant: ParticipantId,
    pub coarse: bool,
}

pub fn show_coarse(ctx: &mut Ctx, _: Staff, req: ShowCoarse) -> Result<()> {
    change(ctx, req.participant, "did-show-coarse", |p| p.coarse = req.coarse)
}

/// Changes one person in one act.
fn change(
    ctx: &mut Ctx,
    id: ParticipantId,
    words: &str,
    f: impl FnOnce(&mut Participant),
) -> Result<()> {
    ctx.act(|tx| {
        let before: Participant = tx.get(&id)?;
        let mut after = before.clone();
        f(&mut after);
        let words = Words::new(words).with("name", &before.name).with("seat", seat(&before));
        let mut act = Act::of(before.session, words);
        act.changed(before, after);
        Ok(act)
    })
}

/// What a reader sees beside a person's words.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PersonAttribution {
    pub participant: ParticipantId,
    pub attribution: attribution::Attribution,
    /// Whether what they say may stand in a paper at all.
    pub quoted: bool,
}

pub fn attributions(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<Vec<PersonAttribution>> {
    ctx.read(|tx| {
        let (session, design) = session_and_design(tx, req.session)?;
        let asked = attribution::asked(&design, &tx.study()?.sample);
        let people: Vec<Participant> = tx.of_session(req.session)?;
        Ok(people
            .iter()
            .map(|person| PersonAttribution {
                participant: person.id,
                attribution: attribution::compose(&asked, &session.plan, person, &people),
                quoted: person.may_be_quoted(),
            })
            .collect())
    })
}

/// Whom this table wants, and how many of them are expected or came.
pub fn who_is_wanted(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<Vec<Progress>> {
    ctx.read(|tx| {
        let session: Session = tx.get(&req.session)?;
        let people: Vec<Participant> = tx.of_session(req.session)?;
        let expected: Vec<Participant> =
            people.into_iter().filter(|p| p.seat.is_some() && p.absence.is_none()).collect();
        let quotas = &session.plan.quotas;
        let here = |quota: &Quota| expected.iter().filter(|person| quota.counts(person)).count();
        let counts: Vec<u32> =
            quotas.iter().map(|quota| u32::try_from(here(quota)).unwrap_or(u32::MAX)).collect();
        Ok(quota::progress(quotas, &counts, &[OpenTable::of(&session, &expected)]))
    })
}

//! Bringing people in: one act, all of them or nobody.

use std::{collections::BTreeSet, sync::Arc, thread};

use domain::{
    Participant, ParticipantId, Words,
    intake::{Contact, Newcomer},
};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use super::taken::{Importing, open, taken};
use crate::{Act, Ctx, Moderator, OfSession, ProblemCode, Result};

/// Who came in.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Imported {
    pub people: u32,
    /// In how many groups.
    pub groups: u32,
    /// Of how many phone or e-mail is kept, apart from the record.
    pub contacts: u32,
}

/// Brings in whoever comes in by the preview of the same file, read the same way.
pub fn import_people(ctx: &mut Ctx, _: Moderator, req: Importing) -> Result<Imported> {
    let open = open(ctx, &req)?;
    let rows = taken(ctx, &open, &req)?;
    if let Some(desk) = &mut ctx.workshop.sheet {
        desk.taken = None;
    }
    // Nobody else holds them now.
    let rows = Arc::try_unwrap(rows).unwrap_or_else(|rows| rows.to_vec());
    let mut imported = Imported { people: 0, groups: 0, contacts: 0 };
    ctx.act(|tx| {
        let mut act = Act::of_study(Words::new("did-import-people"));
        act.changes.reserve(rows.len());
        let (mut groups, mut last) = (BTreeSet::new(), None);
        let rows = rows.into_iter().filter(|row| row.verdict.comes_in());
        for (person, contact) in rows.zip(ids()).filter_map(|(row, id)| person(row.person, id)) {
            if !(contact.phone.is_empty() && contact.email.is_empty()) {
                imported.contacts += 1;
                tx.keep_contact(&contact)?;
            }
            // A list is often in the order of its groups.
            if last.replace(person.session) != Some(person.session) {
                groups.insert(person.session);
            }
            act.made(person);
        }
        if act.changes.is_empty() {
            return Err(ProblemCode::NobodyComesIn.into());
        }
        imported.people = u32::try_from(act.changes.len()).unwrap_or(u32::MAX);
        imported.groups = u32::try_from(groups.len()).unwrap_or(u32::MAX);
        act.words = act.words.with("count", imported.people);
        Ok(act)
    })?;
    // Nothing is kept of the file but those who came in. A long one is cleared away beside.
    if let Some(desk) = ctx.workshop.sheet.take() {
        thread::spawn(|| drop(desk));
    }
    Ok(imported)
}

/// Ids that follow each other: the first is new, and the others count on from it.
pub(super) fn ids() -> impl Iterator<Item = ParticipantId> {
    // Of what is random in an id the first bit is left free, so that there is room to count.
    let first = Uuid::now_v7().as_u128() & !(1 << 61);
    (first..).map(|id| ParticipantId(Uuid::from_u128(id)))
}

pub(super) fn person(newcomer: Newcomer, id: ParticipantId) -> Option<(Participant, Contact)> {
    let contact = Contact { participant: id, phone: newcomer.phone, email: newcomer.email };
    let person = Participant {
        seat: newcomer.seat,
        name: newcomer.name,
        sex: newcomer.sex,
        age_band: newcomer.age_band,
        place: newcomer.place,
        attributes: newcomer.attributes,
        ..Participant::new(id, newcomer.session?)
    };
    Some((person, contact))
}

/// How to reach the people of a session, where a recruiter gave it and it was asked for.
pub fn contacts(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<Vec<Contact>> {
    ctx.read(|tx| Ok(tx.contacts(req.session)?))
}

/// Forgets how to reach the people of a session. Nothing else changes.
pub fn forget_contacts(ctx: &mut Ctx, _: Moderator, req: OfSession) -> Result<()> {
    ctx.store()?.transact(|tx| Ok(tx.forget_contacts(req.session)?))
}

//! What goes with a person, and what stays.

use std::collections::BTreeSet;

use domain::{
    Consent, FlipItem, Line, LineId, Participant, ParticipantId, Rating, Round, Session, Sticker,
    Tip, erasing::Theirs,
};
use store::Tx;

use super::{Erasing, ErasingCounts, known, mend};
use crate::{Result, words::say};

/// What is known of a person, all of it.
pub(super) struct Look {
    pub person: Participant,
    pub theirs: Theirs,
    pub counts: ErasingCounts,
    pub shared: Vec<LineId>,
    session: Session,
    mend: Vec<String>,
}

pub(super) fn look(tx: &Tx, id: ParticipantId) -> Result<Look> {
    let person = known(tx, id)?;
    let session: Session = tx.get(&person.session)?;
    let theirs = tx.theirs(session.id, id)?;
    let own: BTreeSet<ParticipantId> = theirs.people.iter().copied().collect();

    let lines: BTreeSet<LineId> = theirs.lines.iter().flatten().copied().collect();
    let items: BTreeSet<_> = theirs.flip_items.iter().flatten().copied().collect();
    let said: Vec<Line> = tx.of_session(session.id)?;
    let said = said.into_iter().filter(|line| lines.contains(&line.id) && !line.text.is_empty());
    let (alone, shared): (Vec<Line>, Vec<Line>) =
        said.partition(|line| line.speakers.iter().all(|who| own.contains(who)));
    let charted: Vec<FlipItem> = tx.of_session(session.id)?;
    let charted = charted.iter().filter(|item| items.contains(&item.id) && !item.text.is_empty());
    let tips: Vec<Tip> = tx.of_session(session.id)?;
    let tips = tips.iter().filter(|tip| own.contains(&tip.participant) && !tip.text.is_empty());
    let stickers: Vec<Sticker> = tx.of_session(session.id)?;
    let ratings: Vec<Rating> = tx.of_session(session.id)?;
    let rated = |rating: &&Rating| rating.participant.is_some_and(|who| own.contains(&who));
    let reached = tx.contacts(session.id)?.iter().filter(|c| own.contains(&c.participant)).count();
    let rang = tx.calls(session.id)?.iter().filter(|c| own.contains(&c.participant)).count();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);

    let mut counts = ErasingCounts {
        facts: facts(&person),
        lines: count(alone.len()),
        shared_lines: count(shared.len()),
        flip_items: count(charted.count()),
        tips: count(tips.count()),
        contacts: count(reached + rang),
        stickers: count(stickers.iter().filter(|s| own.contains(&s.participant)).count()),
        ratings: count(ratings.iter().filter(rated).count()),
        seat_is_free: false,
    };
    counts.seat_is_free = session.started.is_none()
        && person.came.is_none()
        && person.absence.is_none()
        && theirs.is_empty()
        && (counts.tips, counts.stickers, counts.ratings) == (0, 0, 0)
        && !voted(tx, &session, &own)?;
    let mend = mend::places(tx, &session, &person, &theirs)?;
    let shared = shared.iter().map(|line| line.id).collect();
    Ok(Look { person, theirs, counts, shared, session, mend })
}

/// What is known of a person beside the name: what they were asked, what they said yes or no to.
fn facts(person: &Participant) -> u32 {
    let Consent { take_part, recorded, quoted, observers } = person.consent;
    let said = [take_part, recorded, quoted, observers].into_iter().flatten().count();
    let known = [&person.sex, &person.age_band, &person.place].into_iter();
    let known = known.chain(person.attributes.values()).filter(|text| !text.trim().is_empty());
    u32::try_from(known.count() + said).unwrap_or(u32::MAX)
}

/// Whether they took a turn that is counted beside stickers.
fn voted(tx: &Tx, session: &Session, own: &BTreeSet<ParticipantId>) -> Result<bool> {
    for round in tx.of_session::<Round>(session.id)? {
        let cast = tx.have_cast(round.id)?;
        if round.abstained.iter().chain(&cast).any(|who| own.contains(who)) {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Look {
    /// The same without the person.
    pub(super) fn told(&self, handed_over: Vec<String>) -> Erasing {
        let counts = self.counts;
        let some = |id: &str, n: u32| (n > 0).then(|| say(id, &[("n", n.into())]));
        let goes = [
            Some(say("erase-facts", &[("n", counts.facts.into())])),
            some("erase-lines", counts.lines),
            some("erase-shared", counts.shared_lines),
            some("erase-flip-chart", counts.flip_items),
            some("erase-tips", counts.tips),
            some("erase-contacts", counts.contacts),
            Some(say("erase-journal", &[])),
        ];
        let seat = self.person.seat.filter(|_| !counts.seat_is_free);
        let words = counts.lines + counts.shared_lines + counts.flip_items + counts.tips;
        let stays = [
            seat.map(|seat| say("erase-stays-seat", &[("seat", seat.into())])),
            (words > 0).then(|| say("erase-stays-lines", &[])),
            some("erase-stays-stickers", counts.stickers),
            some("erase-stays-ratings", counts.ratings),
            counts.seat_is_free.then(|| say("erase-stays-nothing", &[])),
            (counts.facts > 0).then(|| say("erase-stays-quotas", &[])),
        ];
        Erasing {
            session: self.session.id,
            group: self.session.plan.group.clone(),
            date: self.session.plan.date,
            seat: self.person.seat,
            counts,
            goes: goes.into_iter().flatten().collect(),
            stays: stays.into_iter().flatten().collect(),
            mend: self.mend.clone(),
            handed_over,
        }
    }
}

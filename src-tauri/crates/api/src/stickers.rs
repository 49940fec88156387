//! Stickers: placed, taken back, counted off the paper, cast in secret.

use domain::{
    Ballot, Colour, Count, Entry, IdeaId, Naming, Participant, ParticipantId, Round, RoundId,
    RoundState, Sticker, StickerId, Words, budget,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;

use crate::{
    Act, Ctx, Problem, ProblemCode, Result, Staff,
    names::{idea, seat, session_and_design},
    rounds::people_here,
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceSticker {
    pub id: StickerId,
    pub round: RoundId,
    pub participant: ParticipantId,
    pub idea: IdeaId,
    pub colour: Colour,
}

pub fn place_sticker(ctx: &mut Ctx, _: Staff, req: PlaceSticker) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let round: Round = tx.get(&req.round)?;
        if round.naming != Naming::Named || round.entry == Entry::Tally {
            return Err(ProblemCode::WrongEntry.into());
        }
        let (_, design) = session_and_design(tx, round.session)?;
        let person = person_of(tx, &round, req.participant)?;
        let placed = ballot(tx, &round, req.participant)?;
        let poster = idea(&design, &req.idea)?;
        let known = |id: &IdeaId| design.idea(id).is_some();
        if matches!(round.state, RoundState::Sealed | RoundState::Revealed) {
            budget::check_correction(&round, &placed, &req.idea, req.colour, known)?;
        } else {
            let here = person.present(at);
            budget::check_sticker(&round, &placed, &req.idea, req.colour, here, known)?;
        }
        let mut act =
            Act::of(round.session, sticker_words(&round, &person, &poster.name, req.colour));
        act.made(Sticker {
            id: req.id,
            session: round.session,
            round: round.id,
            participant: req.participant,
            idea: Some(req.idea),
            colour: req.colour,
        });
        // Who has a sticker up does not abstain.
        let mut after = round.clone();
        after.abstained.retain(|id| *id != req.participant);
        act.changed(round, after);
        Ok(act)
    })
}

/// "Green sticker of seat 8 on Citizen advisors"; without the idea where the choice is hidden.
fn sticker_words(round: &Round, person: &Participant, poster: &str, colour: Colour) -> Words {
    let correcting = round.state >= RoundState::Sealed;
    let hidden = round.entry == Entry::Kiosk && round.state < RoundState::Revealed;
    let id = match (hidden, correcting) {
        (true, _) => "did-place-hidden-sticker",
        (false, true) => "did-correct-sticker",
        (false, false) => "did-place-sticker",
    };
    let words = Words::new(id).with("colour", colour.word()).with("seat", seat(person));
    if hidden { words } else { words.with("idea", poster) }
}

/// A person of the round's session.
fn person_of(tx: &Tx, round: &Round, id: ParticipantId) -> Result<Participant> {
    tx.find::<Participant>(&id)?
        .filter(|p| p.session == round.session)
        .ok_or_else(|| ProblemCode::UnknownSeat.into())
}

/// What a person has placed in a round.
fn ballot(tx: &Tx, round: &Round, who: ParticipantId) -> Result<Vec<Sticker>> {
    let mut stickers: Vec<Sticker> = tx.of_session(round.session)?;
    stickers.retain(|s| s.round == round.id && s.participant == who);
    Ok(stickers)
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TakeSticker {
    pub sticker: StickerId,
}

pub fn take_sticker(ctx: &mut Ctx, _: Staff, req: TakeSticker) -> Result<()> {
    ctx.act(|tx| {
        let sticker: Sticker = tx.get(&req.sticker)?;
        let round: Round = tx.get(&sticker.round)?;
        if round.state == RoundState::Final {
            return Err(ProblemCode::RoundNotOpen.into());
        }
        let (_, design) = session_and_design(tx, round.session)?;
        let person: Participant = tx.get(&sticker.participant)?;
        let name = sticker
            .idea
            .as_ref()
            .and_then(|id| design.idea(id))
            .map_or_else(String::new, |i| i.name.clone());
        let mut words = sticker_words(&round, &person, &name, sticker.colour);
        words.id = words.id.replace("place", "take");
        let mut act = Act::of(round.session, words);
        act.gone(sticker);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Abstain {
    pub round: RoundId,
    pub participant: ParticipantId,
}

/// Keeps that a person had their turn and put nothing up. Only where people take turns: off the
/// paper nobody can tell an abstention from a sticker still to come.
pub fn abstain(ctx: &mut Ctx, _: Staff, req: Abstain) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let before: Round = tx.get(&req.round)?;
        if before.naming != Naming::Named || before.entry != Entry::Kiosk {
            return Err(ProblemCode::WrongEntry.into());
        }
        let person = person_of(tx, &before, req.participant)?;
        let placed = ballot(tx, &before, req.participant)?;
        budget::check_abstention(&before, &placed, person.present(at))
            .map_err(|refusal| Problem::from(refusal).with("seat", seat(&person)))?;
        let mut after = before.clone();
        if !after.abstained.contains(&req.participant) {
            after.abstained.push(req.participant);
        }
        let words = Words::new("did-abstain").with("seat", seat(&person));
        let mut act = Act::of(before.session, words);
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SetTally {
    pub round: RoundId,
    pub idea: IdeaId,
    pub green: u32,
    pub red: u32,
}

pub fn set_tally(ctx: &mut Ctx, _: Staff, req: SetTally) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let before: Round = tx.get(&req.round)?;
        if before.entry != Entry::Tally {
            return Err(ProblemCode::WrongEntry.into());
        }
        if matches!(before.state, RoundState::Set | RoundState::Final) {
            return Err(ProblemCode::RoundNotOpen.into());
        }
        let (_, design) = session_and_design(tx, before.session)?;
        let poster = idea(&design, &req.idea)?;
        let mut after = before.clone();
        after.counts.retain(|c| c.idea != req.idea);
        if req.green + req.red > 0 {
            after.counts.push(Count { idea: req.idea, green: req.green, red: req.red });
        }
        after.counts.sort_by_key(|c| design.number(&c.idea));
        let people = people_here(tx, before.session, at)?;
        budget::check_tally(before.budget, people, &after.counts, |id| design.idea(id).is_some())?;
        let words = Words::new("did-set-tally")
            .with("idea", &poster.name)
            .with("green", req.green)
            .with("red", req.red);
        let mut act = Act::of(before.session, words);
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CastBallot {
    pub round: RoundId,
    pub participant: ParticipantId,
    pub ballot: Ballot,
}

/// Keeps a ballot of a secret round. Not an act: nothing of it goes into the journal before the
/// round is sealed, and then only the counts.
pub fn cast_ballot(ctx: &mut Ctx, _: Staff, req: CastBallot) -> Result<()> {
    let at = ctx.at;
    ctx.store()?.transact(|tx| {
        let round: Round = tx.get(&req.round)?;
        if round.naming != Naming::Secret || round.entry != Entry::Kiosk {
            return Err(Problem::from(ProblemCode::WrongEntry));
        }
        if round.state != RoundState::Open {
            return Err(ProblemCode::RoundNotOpen.into());
        }
        let person = person_of(tx, &round, req.participant)?;
        if !person.present(at) {
            return Err(ProblemCode::Absent.into());
        }
        if tx.have_cast(round.id)?.contains(&req.participant) {
            return Err(Problem::new(ProblemCode::AlreadyVoted).with("seat", seat(&person)));
        }
        let (_, design) = session_and_design(tx, round.session)?;
        budget::check_ballot(round.budget, &req.ballot, |id| design.idea(id).is_some())?;
        Ok(tx.cast(round.id, req.participant, &req.ballot)?)
    })
}

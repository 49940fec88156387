//! A round's way: set, open, sealed, revealed, final. Only forwards; a correction is a new act.

use domain::{
    Count, Design, Entry, Naming, Participant, Round, RoundId, RoundState, SessionId, Sticker,
    WallView, Words, budget,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;

use crate::{
    Act, Ctx, Moderator, Problem, ProblemCode, Result,
    names::{last_round, session_and_design},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SetRound {
    pub id: RoundId,
    pub session: SessionId,
    pub naming: Naming,
    pub entry: Entry,
}

/// Sets a round. One that has no sticker yet is set anew; one that has them stays as it is, and
/// the next round stands beside it.
pub fn set_round(ctx: &mut Ctx, _: Moderator, req: SetRound) -> Result<()> {
    ctx.act(|tx| {
        let (session, design) = session_and_design(tx, req.session)?;
        if session.ended.is_some() {
            return Err(ProblemCode::Ended.into());
        }
        if req.entry == Entry::Seats && req.naming == Naming::Secret {
            // What is typed seat by seat is known seat by seat.
            return Err(ProblemCode::WrongEntry.into());
        }
        let last = last_round(tx, req.session)?;
        let replaced = match last.as_ref().filter(|r| r.state < RoundState::Revealed) {
            Some(last) if untouched(tx, last)? => Some(last.clone()),
            Some(last) => {
                let code = match last.state {
                    RoundState::Sealed => ProblemCode::RoundOutOfOrder,
                    _ => ProblemCode::RoundHasStickers,
                };
                return Err(Problem::new(code).with("round", last.number));
            }
            None => None,
        };
        let number = match (&replaced, &last) {
            (Some(before), _) => before.number,
            (None, Some(last)) => last.number + 1,
            (None, None) => 1,
        };
        let mut act = Act::of(req.session, Words::new("did-set-round").with("round", number));
        act.undoable = req.naming == Naming::Named;
        if let Some(before) = replaced {
            act.gone(before);
        }
        act.made(Round {
            id: req.id,
            session: req.session,
            number,
            naming: req.naming,
            entry: req.entry,
            budget: design.budget,
            state: RoundState::Set,
            counts: Vec::new(),
            abstained: Vec::new(),
            people: 0,
            opened: None,
            revealed: None,
        });
        Ok(act)
    })
}

/// Whether nobody has placed anything in a round yet.
fn untouched(tx: &Tx, round: &Round) -> Result<bool> {
    let stickers: Vec<Sticker> = tx.of_session(round.session)?;
    Ok(round.state < RoundState::Sealed
        && round.counts.is_empty()
        && round.abstained.is_empty()
        && !stickers.iter().any(|s| s.round == round.id)
        && tx.have_cast(round.id)?.is_empty())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfRound {
    pub round: RoundId,
}

pub fn open_round(ctx: &mut Ctx, _: Moderator, req: OfRound) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let before = stepping(tx, req.round, RoundState::Open)?;
        let mut act = words(&before, "did-open-round");
        act.changed(before.clone(), Round { state: RoundState::Open, opened: Some(at), ..before });
        Ok(act)
    })
}

pub fn seal_round(ctx: &mut Ctx, _: Moderator, req: OfRound) -> Result<()> {
    let secret = ctx.read(|tx| Ok(tx.get::<Round>(&req.round)?.naming == Naming::Secret))?;
    let at = ctx.at;
    ctx.act(|tx| {
        let before = stepping(tx, req.round, RoundState::Sealed)?;
        let (_, design) = session_and_design(tx, before.session)?;
        let mut after = Round { state: RoundState::Sealed, ..before.clone() };
        after.people = if before.entry == Entry::Kiosk && secret {
            u32::try_from(tx.have_cast(before.id)?.len()).unwrap_or(u32::MAX)
        } else {
            people_here(tx, before.session, at)?
        };
        if before.entry == Entry::Kiosk && secret {
            let ideas = design.ideas.iter().map(|i| &i.id);
            after.counts = budget::counts(ideas, &tx.ballots(before.id)?);
            tx.forget_ballots(before.id)?;
        }
        let mut act = words(&before, "did-seal-round");
        act.changed(before, after);
        Ok(act)
    })?;
    if secret {
        // The log still holds the ballots' bytes until it is written back and cut off.
        ctx.store()?.settle()?;
    }
    Ok(())
}

/// How many people are there: the base of a round.
pub(crate) fn people_here(tx: &Tx, session: SessionId, at: domain::Moment) -> Result<u32> {
    let people: Vec<Participant> = tx.of_session(session)?;
    Ok(u32::try_from(people.iter().filter(|p| p.present(at)).count()).unwrap_or(u32::MAX))
}

pub fn reveal_round(ctx: &mut Ctx, _: Moderator, req: OfRound) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let before = stepping(tx, req.round, RoundState::Revealed)?;
        let (session, _) = session_and_design(tx, before.session)?;
        let mut act = words(&before, "did-reveal-round");
        let mut shown = session.clone();
        shown.wall.view = WallView::Posters;
        act.changed(session, shown);
        act.changed(
            before.clone(),
            Round { state: RoundState::Revealed, revealed: Some(at), ..before },
        );
        Ok(act)
    })
}

pub fn close_round(ctx: &mut Ctx, _: Moderator, req: OfRound) -> Result<()> {
    ctx.act(|tx| {
        let before = stepping(tx, req.round, RoundState::Final)?;
        let mut act = words(&before, "did-close-round");
        act.changed(before.clone(), Round { state: RoundState::Final, ..before });
        Ok(act)
    })
}

/// The round, if it may take the step to `to`.
fn stepping(tx: &Tx, id: RoundId, to: RoundState) -> Result<Round> {
    let round: Round = tx.get(&id)?;
    budget::advance(round.state, to)?;
    Ok(round)
}

fn words(round: &Round, id: &str) -> Act {
    let mut act = Act::of(round.session, Words::new(id).with("round", round.number));
    act.undoable = round.naming == Naming::Named;
    act
}

/// Stickers on each idea, as far as they are known: of a named round from its stickers, of the
/// others from the counts.
pub(crate) fn counts(tx: &Tx, round: &Round, design: &Design) -> Result<Vec<Count>> {
    let by_person = round.naming == Naming::Named && round.entry != Entry::Tally;
    if by_person {
        let mut stickers: Vec<Sticker> = tx.of_session(round.session)?;
        stickers.retain(|s| s.round == round.id);
        return Ok(budget::counts(
            design.ideas.iter().map(|i| &i.id),
            &[budget::as_ballot(&stickers)],
        ));
    }
    Ok(design
        .ideas
        .iter()
        .map(|idea| {
            let there = round.counts.iter().find(|c| c.idea == idea.id).cloned();
            there.unwrap_or(Count { idea: idea.id.clone(), green: 0, red: 0 })
        })
        .collect())
}

//! What may be placed in a round, and how a round moves on (rules.md, Stickers and ratings).
//!
//! Less than the budget is allowed, for an abstention is a value; more is not.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::{Ballot, Budget, Colour, Count, IdeaId, Naming, Round, RoundState, Sticker};

/// Why a sticker, a ballot, a tally or a step of a round is refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("a person has {allowed} {colour:?} stickers and no more")]
    OverBudget { colour: Colour, allowed: u32 },
    #[error("{idea} has a {colour:?} sticker of theirs already")]
    SameIdeaTwice { idea: IdeaId, colour: Colour },
    #[error("the round is {state:?}")]
    RoundNotOpen { state: RoundState },
    #[error("a {state:?} round that is {naming:?} takes no correction")]
    NotCorrectable { state: RoundState, naming: Naming },
    #[error("the person is not in the room")]
    Absent,
    #[error("who has a sticker up does not abstain")]
    HasStickers,
    #[error("no idea {idea}")]
    UnknownIdea { idea: IdeaId },
    #[error("{idea} is in the tally twice")]
    TwiceInTally { idea: IdeaId },
    /// In all: no idea is named. On one idea: more stickers than people.
    #[error("{count} {colour:?} stickers, where {most} are possible")]
    TooManyInTally { idea: Option<IdeaId>, colour: Colour, count: u32, most: u32 },
    #[error("a round does not go from {from:?} to {to:?}")]
    WrongOrder { from: RoundState, to: RoundState },
}

/// Whether a person may place one more sticker.
///
/// `ballot` is what this person has placed in this round. A colour goes on an idea once; an idea
/// may have a person's green and red.
pub fn check_sticker(
    round: &Round,
    ballot: &[Sticker],
    idea: &IdeaId,
    colour: Colour,
    participant_present: bool,
    known: impl Fn(&IdeaId) -> bool,
) -> Result<(), Refusal> {
    if round.state != RoundState::Open {
        return Err(Refusal::RoundNotOpen { state: round.state });
    }
    if !participant_present {
        return Err(Refusal::Absent);
    }
    check_one_more(round.budget, ballot, idea, colour, known)
}

/// Whether a person who has had their turn may put nothing up. One who has a sticker up has voted.
pub fn check_abstention(round: &Round, ballot: &[Sticker], present: bool) -> Result<(), Refusal> {
    if round.state != RoundState::Open {
        return Err(Refusal::RoundNotOpen { state: round.state });
    }
    if !present {
        return Err(Refusal::Absent);
    }
    if ballot.is_empty() { Ok(()) } else { Err(Refusal::HasStickers) }
}

/// Whether a sticker that was typed wrongly may be put right after the round was sealed. That is
/// a new act; `ballot` is what is left of the person's stickers. The person may have gone by then.
/// A secret round keeps nothing to put right, and a final one stands.
pub fn check_correction(
    round: &Round,
    ballot: &[Sticker],
    idea: &IdeaId,
    colour: Colour,
    known: impl Fn(&IdeaId) -> bool,
) -> Result<(), Refusal> {
    let corrects = matches!(round.state, RoundState::Sealed | RoundState::Revealed);
    if !corrects || round.naming == Naming::Secret {
        return Err(Refusal::NotCorrectable { state: round.state, naming: round.naming });
    }
    check_one_more(round.budget, ballot, idea, colour, known)
}

fn check_one_more(
    budget: Budget,
    ballot: &[Sticker],
    idea: &IdeaId,
    colour: Colour,
    known: impl Fn(&IdeaId) -> bool,
) -> Result<(), Refusal> {
    let mut ballot = as_ballot(ballot);
    match colour {
        Colour::Green => ballot.green.push(idea.clone()),
        Colour::Red => ballot.red.push(idea.clone()),
    }
    check_ballot(budget, &ballot, known)
}

/// Whether a whole ballot may go in.
pub fn check_ballot(
    budget: Budget,
    ballot: &Ballot,
    known: impl Fn(&IdeaId) -> bool,
) -> Result<(), Refusal> {
    for (colour, ideas) in [(Colour::Green, &ballot.green), (Colour::Red, &ballot.red)] {
        let mut seen = BTreeSet::new();
        for idea in ideas {
            if !known(idea) {
                return Err(Refusal::UnknownIdea { idea: idea.clone() });
            }
            if !seen.insert(idea) {
                return Err(Refusal::SameIdeaTwice { idea: idea.clone(), colour });
            }
        }
        let allowed = of(budget, colour);
        if seen.len() > allowed as usize {
            return Err(Refusal::OverBudget { colour, allowed });
        }
    }
    Ok(())
}

/// Whether counts off the real wall can come from so many people.
pub fn check_tally(
    budget: Budget,
    people: u32,
    counts: &[Count],
    known: impl Fn(&IdeaId) -> bool,
) -> Result<(), Refusal> {
    let mut seen = BTreeSet::new();
    for count in counts {
        let idea = &count.idea;
        if !known(idea) {
            return Err(Refusal::UnknownIdea { idea: idea.clone() });
        }
        if !seen.insert(idea) {
            return Err(Refusal::TwiceInTally { idea: idea.clone() });
        }
    }
    for colour in [Colour::Green, Colour::Red] {
        let on = |count: &Count| match colour {
            Colour::Green => count.green,
            Colour::Red => count.red,
        };
        // One person puts a colour on an idea once, so an idea has no more of it than people.
        if let Some(over) = counts.iter().find(|count| on(count) > people) {
            let idea = Some(over.idea.clone());
            return Err(Refusal::TooManyInTally { idea, colour, count: on(over), most: people });
        }
        let total = counts.iter().map(on).fold(0, u32::saturating_add);
        let most = of(budget, colour).saturating_mul(people);
        if total > most {
            return Err(Refusal::TooManyInTally { idea: None, colour, count: total, most });
        }
    }
    Ok(())
}

/// Stickers that a person has left.
pub fn left(budget: Budget, ballot: &Ballot) -> Budget {
    let placed = |ideas: &Vec<IdeaId>| u32::try_from(ideas.len()).unwrap_or(u32::MAX);
    Budget {
        green: budget.green.saturating_sub(placed(&ballot.green)),
        red: budget.red.saturating_sub(placed(&ballot.red)),
    }
}

/// One person's stickers as a ballot. Stickers that a screen may not see yet are left out.
pub fn as_ballot(stickers: &[Sticker]) -> Ballot {
    let on = |colour| {
        let stickers = stickers.iter().filter(move |s| s.colour == colour);
        stickers.filter_map(|s| s.idea.clone()).collect()
    };
    Ballot { green: on(Colour::Green), red: on(Colour::Red) }
}

/// Counts of `ballots` for every idea, in the order of `ideas`.
pub fn counts<'a>(ideas: impl IntoIterator<Item = &'a IdeaId>, ballots: &[Ballot]) -> Vec<Count> {
    let on = |idea: &IdeaId, of: fn(&Ballot) -> &Vec<IdeaId>| {
        let stickers = ballots.iter().flat_map(of).filter(|placed| *placed == idea).count();
        u32::try_from(stickers).unwrap_or(u32::MAX)
    };
    let count = |idea: &IdeaId| Count {
        idea: idea.clone(),
        green: on(idea, |b| &b.green),
        red: on(idea, |b| &b.red),
    };
    ideas.into_iter().map(count).collect()
}

/// Whether a round may go from one state to another: one step, forwards.
pub fn advance(from: RoundState, to: RoundState) -> Result<(), Refusal> {
    let next = match from {
        RoundState::Set => Some(RoundState::Open),
        RoundState::Open => Some(RoundState::Sealed),
        RoundState::Sealed => Some(RoundState::Revealed),
        RoundState::Revealed => Some(RoundState::Final),
        RoundState::Final => None,
    };
    if next == Some(to) { Ok(()) } else { Err(Refusal::WrongOrder { from, to }) }
}

fn of(budget: Budget, colour: Colour) -> u32 {
    match colour {
        Colour::Green => budget.green,
        Colour::Red => budget.red,
    }
}

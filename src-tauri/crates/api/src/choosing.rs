//! Choosing what to discuss: suggested by rule, decided by the moderator.

use domain::{
    Choice, ChoiceId, Count, IdeaId, Round, RoundState, Session, SessionId, SlotId, Why, Words,
    choice,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Act, Ctx, Moderator, OfSession, Problem, ProblemCode, Result, Staff,
    names::{idea, last_round, session_and_design},
    rounds::counts,
};

/// What the rules suggest, and what they go by.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Suggested {
    pub round: Option<Round>,
    pub counts: Vec<Count>,
    pub suggestions: Vec<choice::Suggestion>,
    /// How much the study had discussed each idea before tonight.
    pub coverage: Vec<choice::Coverage>,
    /// In which groups, and as what.
    pub before: Vec<Before>,
}

/// An idea that another group has discussed.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Before {
    pub session: SessionId,
    pub group: String,
    pub idea: IdeaId,
    pub slot: SlotId,
}

pub fn suggest(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<Suggested> {
    ctx.read(|tx| suggested(tx, req.session))
}

/// Works out the suggestion for a session. Without a revealed round there are no counts to go by.
fn suggested(tx: &Tx, id: SessionId) -> Result<Suggested> {
    let (_, design) = session_and_design(tx, id)?;
    let round = last_round(tx, id)?.filter(|r| r.state >= RoundState::Revealed);
    let counts = match &round {
        Some(round) => counts(tx, round, &design)?,
        None => Vec::new(),
    };
    // What the study counts, without what tonight adds to it.
    let (all, tonight) = (tx.coverage()?, tx.coverage_of(id)?);
    let coverage: Vec<_> = design
        .ideas
        .iter()
        .map(|idea| {
            let count = |of: &[choice::Coverage], n: fn(&choice::Coverage) -> u32| {
                of.iter().find(|row| row.idea == idea.id).map_or(0, n)
            };
            let before = |n| count(&all, n).saturating_sub(count(&tonight, n));
            choice::Coverage {
                idea: idea.id.clone(),
                groups: before(|row| row.groups),
                lines: before(|row| row.lines),
            }
        })
        .collect();
    let elsewhere = tx.choices_elsewhere(id)?.into_iter();
    let before = elsewhere
        .map(|(group, Choice { session, idea, slot, .. })| Before { session, group, idea, slot })
        .collect();
    let suggestions = choice::suggest(&design, &counts, &coverage);
    Ok(Suggested { round, counts, suggestions, coverage, before })
}

/// The ideas to discuss, slot by slot.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Choose {
    pub session: SessionId,
    pub choices: Vec<Chosen>,
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Chosen {
    pub slot: SlotId,
    pub idea: IdeaId,
    /// The moderator's own reason. Needed where the rules suggested something else.
    #[serde(default)]
    pub reason: String,
}

pub fn choose(ctx: &mut Ctx, _: Moderator, req: Choose) -> Result<()> {
    ctx.act(|tx| {
        let (session, design) = session_and_design(tx, req.session)?;
        if session.started.is_none() {
            return Err(ProblemCode::NotStarted.into());
        }
        let suggested = suggested(tx, req.session)?;
        let there: Vec<Choice> = tx.of_session(req.session)?;
        let mut act = Act::of(req.session, Words::new("did-choose"));
        let mut ideas: Vec<&IdeaId> = there
            .iter()
            .filter(|c| !req.choices.iter().any(|new| new.slot == c.slot))
            .map(|c| &c.idea)
            .collect();
        for chosen in &req.choices {
            let slot = design
                .slot(&chosen.slot)
                .ok_or_else(|| Problem::new(ProblemCode::Invalid).because(&chosen.slot))?;
            let poster = idea(&design, &chosen.idea)?;
            if ideas.contains(&&chosen.idea) {
                return Err(Problem::new(ProblemCode::ChosenTwice).with("idea", &poster.name));
            }
            ideas.push(&chosen.idea);
            let suggestion = suggested.suggestions.iter().find(|s| s.slot == slot.id);
            let reason = chosen.reason.trim().to_owned();
            let why = why(suggestion, &chosen.idea);
            if matches!(why, Why::Overruled { .. }) && reason.is_empty() {
                return Err(Problem::new(ProblemCode::ReasonNeeded).with("idea", &poster.name));
            }
            let before = there.iter().find(|c| c.slot == slot.id).cloned();
            let after = Choice {
                id: before.as_ref().map_or_else(|| ChoiceId(Uuid::now_v7()), |c| c.id),
                session: req.session,
                round: suggested.round.as_ref().map(|r| r.id),
                slot: slot.id.clone(),
                idea: chosen.idea.clone(),
                why,
                reason,
            };
            act.words = act.words.with("idea", &poster.name).with("slot", &slot.name);
            match before {
                Some(before) => act.changed(before, after),
                None => act.made(after),
            }
        }
        Ok(act)
    })
}

/// Why this idea: the rule's own reason, the moderator's call among equals, or an overrule.
fn why(suggestion: Option<&choice::Suggestion>, chosen: &IdeaId) -> Why {
    let Some(suggestion) = suggestion else { return Why::Overruled { suggested: None } };
    if suggestion.idea.as_ref() == Some(chosen) || suggestion.equals.contains(chosen) {
        suggestion.why.clone()
    } else {
        Why::Overruled { suggested: suggestion.idea.clone() }
    }
}

/// The session's choices in the order of the design's slots.
pub(crate) fn in_order(tx: &Tx, session: &Session, design: &domain::Design) -> Result<Vec<Choice>> {
    let mut choices: Vec<Choice> = tx.of_session(session.id)?;
    choices.sort_by_key(|c| design.slots.iter().position(|s| s.id == c.slot));
    Ok(choices)
}

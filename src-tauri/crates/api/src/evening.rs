//! Everything a screen needs to show a session.

use domain::{
    Choice, DesignVersion, Entry, FlipItem, Line, Participant, ParticipantId, Pause, Rating, Round,
    RoundId, RoundState, Session, Span, Sticker, Tick, Tip, Words,
};
use serde::Serialize;
use store::Tx;
use ts_rs::TS;

use crate::{Ctx, OfSession, Result, Staff};

/// A session, whole, at one moment.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Evening {
    pub study: domain::Study,
    pub session: Session,
    pub design: DesignVersion,
    pub participants: Vec<Participant>,
    pub spans: Vec<Span>,
    pub pauses: Vec<Pause>,
    pub ticks: Vec<Tick>,
    pub flip_items: Vec<FlipItem>,
    pub rounds: Vec<Round>,
    /// Those of a round by turns have no idea before the reveal.
    pub stickers: Vec<Sticker>,
    /// Who has cast a ballot in a secret round.
    pub cast: Vec<Cast>,
    pub choices: Vec<Choice>,
    /// Private ones have no value before the spread is shown.
    pub ratings: Vec<Rating>,
    pub lines: Vec<Line>,
    pub tips: Vec<Tip>,
    #[ts(type = "number")]
    pub cursor: i64,
    pub undo: Option<Words>,
    pub redo: Option<Words>,
}

/// That a person has cast a ballot: not when, not which.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Cast {
    pub round: RoundId,
    pub participant: ParticipantId,
}

pub fn evening(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<Evening> {
    let cursor = ctx.store()?.head();
    ctx.read(|tx| {
        let session: Session = tx.get(&req.session)?;
        let rounds: Vec<Round> = tx.of_session(req.session)?;
        let mut stickers: Vec<Sticker> = tx.of_session(req.session)?;
        for sticker in &mut stickers {
            mask_sticker(sticker, &rounds);
        }
        let mut ratings: Vec<Rating> = tx.of_session(req.session)?;
        for rating in &mut ratings {
            mask_rating(rating, &session);
        }
        let (undo, redo) = tx.undo_words(Some(req.session))?;
        Ok(Evening {
            study: tx.study()?,
            design: tx.get(&session.design)?,
            participants: tx.of_session(req.session)?,
            spans: tx.of_session(req.session)?,
            pauses: tx.of_session(req.session)?,
            ticks: tx.of_session(req.session)?,
            flip_items: tx.of_session(req.session)?,
            cast: cast(tx, &rounds)?,
            rounds,
            stickers,
            choices: tx.of_session(req.session)?,
            ratings,
            lines: tx.of_session(req.session)?,
            tips: tx.of_session(req.session)?,
            session,
            cursor,
            undo,
            redo,
        })
    })
}

/// Who has cast a ballot in which round.
fn cast(tx: &Tx, rounds: &[Round]) -> Result<Vec<Cast>> {
    let mut all = Vec::new();
    for round in rounds {
        for participant in tx.have_cast(round.id)? {
            all.push(Cast { round: round.id, participant });
        }
    }
    Ok(all)
}

/// The one rule of who sees a sticker before the reveal: a moderator who types stickers off the
/// paper sees what was typed; a choice made by turns on this laptop is seen by nobody
/// (rules.md, Stickers and ratings).
pub(crate) fn mask_sticker(sticker: &mut Sticker, rounds: &[Round]) {
    let hidden = rounds.iter().any(|r| {
        r.id == sticker.round && r.entry == Entry::Kiosk && r.state < RoundState::Revealed
    });
    if hidden {
        sticker.idea = None;
    }
}

/// Private ratings stay private until their spread is shown.
pub(crate) fn mask_rating(rating: &mut Rating, session: &Session) {
    if rating.participant.is_some() && !session.spreads_shown.contains(&rating.of) {
        rating.value = None;
    }
}

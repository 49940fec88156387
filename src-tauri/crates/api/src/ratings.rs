//! Ratings: private ones, the number on offer, and the one the group agrees on.

use domain::{
    Design, Offer, Participant, ParticipantId, Rating, RatingId, RatingOf, Session, SessionId,
    WallView, Words, rating,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Act, Ctx, Moderator, Problem, ProblemCode, Result, Staff,
    names::{idea, seat, session_and_design},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RateInPrivate {
    pub session: SessionId,
    pub of: RatingOf,
    pub participant: ParticipantId,
    /// None takes it out: to abstain is a value.
    pub value: Option<u8>,
}

pub fn rate_in_private(ctx: &mut Ctx, _: Staff, req: RateInPrivate) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (_, design) = session_and_design(tx, req.session)?;
        let person: Participant = tx.get(&req.participant)?;
        if person.session != req.session {
            return Err(ProblemCode::UnknownSeat.into());
        }
        if !person.present(at) {
            return Err(ProblemCode::Absent.into());
        }
        check(&design, &req.of, req.value)?;
        // The number itself stays out of the words: they are on the screen before the spread is.
        let words = Words::new("did-rate-in-private").with("seat", seat(&person));
        keep(tx, req.session, &req.of, Some(req.participant), req.value, at, words)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OneRating {
    pub session: SessionId,
    pub of: RatingOf,
    pub value: Option<u8>,
}

pub fn offer_rating(ctx: &mut Ctx, _: Moderator, req: OneRating) -> Result<()> {
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        check(&design, &req.of, req.value)?;
        let mut after = before.clone();
        after.wall.view = WallView::Rating { idea: req.of.idea.clone(), lens: req.of.lens.clone() };
        after.offer = req.value.map(|value| Offer { of: req.of, value });
        let mut act = Act::of(req.session, Words::new("did-offer-rating"));
        act.changed(before, after);
        Ok(act)
    })
}

pub fn agree_rating(ctx: &mut Ctx, _: Moderator, req: OneRating) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        check(&design, &req.of, req.value)?;
        let words = Words::new("did-agree-rating")
            .with("lens", design.lens(&req.of.lens).map_or("", |l| &l.name))
            .with("idea", &idea(&design, &req.of.idea)?.name)
            .with("value", req.value.map_or(String::new(), |v| v.to_string()));
        let mut act = keep(tx, req.session, &req.of, None, req.value, at, words)?;
        if before.offer.is_some() {
            act.changed(before.clone(), Session { offer: None, ..before });
        }
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ShowSpread {
    pub session: SessionId,
    pub of: RatingOf,
    pub shown: bool,
}

pub fn show_spread(ctx: &mut Ctx, _: Moderator, req: ShowSpread) -> Result<()> {
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        check(&design, &req.of, None)?;
        let mut after = before.clone();
        after.spreads_shown.retain(|of| of != &req.of);
        if req.shown {
            after.spreads_shown.push(req.of);
            after.spreads_shown.sort();
        }
        let words = if req.shown { "did-show-spread" } else { "did-hide-spread" };
        let mut act = Act::of(req.session, Words::new(words));
        act.changed(before, after);
        Ok(act)
    })
}

/// Refuses an idea that is not there, a lens that is not rated and a number off the scale.
fn check(design: &Design, of: &RatingOf, value: Option<u8>) -> Result<()> {
    idea(design, &of.idea)?;
    let lens = design
        .lens(&of.lens)
        .ok_or_else(|| Problem::new(ProblemCode::UnknownLens).with("lens", &of.lens))?;
    if lens.rating.is_none() {
        return Err(Problem::new(ProblemCode::NotRated).with("lens", &lens.name));
    }
    if let Some(value) = value {
        rating::check(&design.scale, value).map_err(|e| {
            Problem::new(ProblemCode::OutsideScale)
                .with("value", value)
                .with("from", design.scale.from)
                .with("to", design.scale.to)
                .because(e)
        })?;
    }
    Ok(())
}

/// Puts one rating in the place of the one that was there.
fn keep(
    tx: &Tx,
    session: SessionId,
    of: &RatingOf,
    participant: Option<ParticipantId>,
    value: Option<u8>,
    at: domain::Moment,
    words: Words,
) -> Result<Act> {
    let ratings: Vec<Rating> = tx.of_session(session)?;
    let before = ratings.into_iter().find(|r| &r.of == of && r.participant == participant);
    let mut act = Act::of(session, words);
    match (before, value) {
        (Some(before), Some(_)) => {
            act.changed(before.clone(), Rating { value, at, ..before });
        }
        (Some(before), None) => act.gone(before),
        (None, Some(_)) => act.made(Rating {
            id: RatingId(Uuid::now_v7()),
            session,
            of: of.clone(),
            participant,
            value,
            at,
        }),
        (None, None) => {}
    }
    Ok(act)
}

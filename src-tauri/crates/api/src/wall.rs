//! What the group sees: chosen by the moderator, and nothing of the staff's (rules.md, The wall
//! and the screen).

use domain::{
    Design, FlipItem, IdeaId, NumberedName, Pause, Rating, RatingOf, Round, RoundState, Session,
    SessionId, Span, WallClock, WallPage, WallRating, WallScene, WallStickers, WallView, Weight,
    Words, clock, rating,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;

use crate::{
    Act, Anyone, Ctx, Moderator, OfSession, Result, Staff,
    names::{idea, idea_of, session_and_design, span_at},
    rounds::{counts, people_here},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ShowOnWall {
    pub session: SessionId,
    pub view: WallView,
}

pub fn show_on_wall(ctx: &mut Ctx, _: Moderator, req: ShowOnWall) -> Result<()> {
    ctx.act(|tx| {
        let (before, design) = session_and_design(tx, req.session)?;
        if let WallView::Poster { idea: id } | WallView::Rating { idea: id, .. } = &req.view {
            idea(&design, id)?;
        }
        let mut after = before.clone();
        after.wall.view = req.view;
        let mut act = Act::of(req.session, Words::new("did-show-on-wall"));
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WallClockOn {
    pub session: SessionId,
    pub on: bool,
}

pub fn wall_clock(ctx: &mut Ctx, _: Moderator, req: WallClockOn) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let mut after = before.clone();
        after.wall.clock = req.on;
        let mut act = Act::of(req.session, Words::new("did-wall-clock"));
        act.changed(before, after);
        Ok(act)
    })
}

pub fn wall(ctx: &mut Ctx, _: Anyone, req: OfSession) -> Result<WallPage> {
    let now = ctx.at;
    ctx.read(|tx| {
        let session: Session = tx.get(&req.session)?;
        page(tx, req.session, &session.wall.view, now)
    })
}

pub fn wall_preview(ctx: &mut Ctx, _: Staff, req: ShowOnWall) -> Result<WallPage> {
    let now = ctx.at;
    ctx.read(|tx| page(tx, req.session, &req.view, now))
}

/// The page that a view gives at `now`.
fn page(tx: &Tx, id: SessionId, view: &WallView, now: domain::Moment) -> Result<WallPage> {
    let (session, design) = session_and_design(tx, id)?;
    let spans: Vec<Span> = tx.of_session(id)?;
    let pauses: Vec<Pause> = tx.of_session(id)?;
    let people = people_here(tx, id, now)?;
    let scene = match view {
        WallView::Blank => WallScene::Blank,
        WallView::Question => question(tx, &session, &design, &spans, people)?,
        WallView::Values => WallScene::Values {
            title: design.values.title.clone(),
            items: design.values.items.iter().map(|v| v.name.clone()).collect(),
        },
        WallView::FlipChart => flip_chart(tx, &session, &design)?,
        WallView::Poster { idea: poster } => {
            let shown = idea(&design, poster)?;
            WallScene::Poster {
                idea: numbered(&design, poster),
                description: shown.description.clone(),
                examples: shown.examples.clone(),
            }
        }
        WallView::Posters => WallScene::Posters {
            ideas: design.ideas.iter().map(|i| numbered(&design, &i.id)).collect(),
            stickers: stickers(tx, &session, &design)?,
        },
        WallView::Rating { idea, lens } => {
            let of = RatingOf { idea: idea.clone(), lens: lens.clone() };
            rating_scene(tx, &session, &design, &of, people)?
        }
        WallView::Thanks => WallScene::Thanks { text: design.thanks.clone() },
    };
    let clock = session.wall.clock.then(|| {
        let view = clock::view(&design, &session, &spans, &pauses, now);
        view.current.map(|current| WallClock {
            seconds_left: current.allowed_sec - current.elapsed_sec,
            running: current.running,
            as_of: now,
        })
    });
    Ok(WallPage { scene, clock: clock.flatten() })
}

fn numbered(design: &Design, id: &IdeaId) -> NumberedName {
    NumberedName {
        number: design.number(id).and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        name: design.idea(id).map(|i| i.name.clone()).unwrap_or_default(),
    }
}

/// What is being asked now.
fn question(
    tx: &Tx,
    session: &Session,
    design: &Design,
    spans: &[Span],
    people: u32,
) -> Result<WallScene> {
    let now = spans
        .iter()
        .find(|s| s.ended.is_none())
        .or_else(|| spans.iter().map(|s| s.started).max().and_then(|last| span_at(spans, last)));
    let first = design.activities().next().map(|a| a.id.clone());
    let Some(activity) = now.map(|s| s.activity.clone()).or(first) else {
        return Ok(WallScene::Blank);
    };
    let Some(asked) = design.activity(&activity) else { return Ok(WallScene::Blank) };
    let chosen = idea_of(tx, design, session.id, &activity)?;
    let lens = now.and_then(|s| s.lens.as_ref()).and_then(|l| design.lens(l));
    Ok(WallScene::Question {
        title: asked.title.clone(),
        ask: lens.map_or_else(|| asked.ask.clone(), |l| l.ask.clone()),
        // The second line of an activity is for the moderator; that of a lens is for the group.
        hint: lens.map_or_else(String::new, |l| l.hint.clone()),
        examples: chosen
            .as_ref()
            .and_then(|id| design.idea(id))
            .map(|i| i.examples.iter().take(1).cloned().collect())
            .unwrap_or_default(),
        idea: chosen.map(|id| numbered(design, &id)),
        lens: lens.map(|l| l.name.clone()),
        people,
    })
}

/// The sheet in use, sorted as the group sorted it.
fn flip_chart(tx: &Tx, session: &Session, design: &Design) -> Result<WallScene> {
    let mut items: Vec<FlipItem> = tx.of_session(session.id)?;
    items.retain(|i| i.merged_into.is_none());
    let sheet = items.iter().map(|i| i.sheet).max().unwrap_or(1);
    items.retain(|i| i.sheet == sheet);
    items.sort_by_key(|i| i.place);
    let title = items
        .first()
        .and_then(|i| design.activity(&i.activity))
        .map(|a| a.title.clone())
        .unwrap_or_default();
    let of = |weight: Option<Weight>| {
        items.iter().filter(|i| i.weight == weight).map(|i| i.text.clone()).collect()
    };
    Ok(WallScene::FlipChart {
        title,
        core: of(Some(Weight::Core)),
        additional: of(Some(Weight::Additional)),
        unsorted: of(None),
    })
}

/// The last round's stickers, once they are revealed. While a further round is under way the wall
/// shows bare posters again, as the real one does.
fn stickers(tx: &Tx, session: &Session, design: &Design) -> Result<Option<WallStickers>> {
    let rounds: Vec<Round> = tx.of_session(session.id)?;
    let Some(round) = rounds.iter().max_by_key(|r| r.number) else { return Ok(None) };
    if round.state < RoundState::Revealed {
        return Ok(None);
    }
    let counts = counts(tx, round, design)?;
    Ok(Some(WallStickers {
        people: round.people,
        green: counts.iter().map(|c| c.green).sum(),
        red: counts.iter().map(|c| c.red).sum(),
        counts,
    }))
}

fn rating_scene(
    tx: &Tx,
    session: &Session,
    design: &Design,
    of: &RatingOf,
    people: u32,
) -> Result<WallScene> {
    let ratings: Vec<Rating> = tx.of_session(session.id)?;
    let ratings: Vec<&Rating> = ratings.iter().filter(|r| r.of.idea == of.idea).collect();
    let shown = session.spreads_shown.contains(of);
    let private: Vec<u8> = ratings
        .iter()
        .filter(|r| &r.of == of && r.participant.is_some())
        .filter_map(|r| r.value)
        .collect();
    let rows = design.rated().map(|lens| WallRating {
        lens: lens.name.clone(),
        agreed: ratings
            .iter()
            .find(|r| r.of.lens == lens.id && r.participant.is_none())
            .and_then(|r| r.value),
        now: lens.id == of.lens,
    });
    Ok(WallScene::Rating {
        idea: numbered(design, &of.idea),
        question: design.lens(&of.lens).and_then(|l| l.rating.clone()).unwrap_or_default(),
        scale: design.scale.clone(),
        offered: session.offer.as_ref().filter(|o| &o.of == of).map(|o| o.value),
        spread: (shown && !private.is_empty())
            .then(|| rating::spread(&design.scale, &private).points),
        rows: rows.collect(),
        people,
    })
}

//! The flip chart.

use domain::{
    FlipItem, FlipItemId, Moment, ParticipantId, SessionId, Span, Tool, ValueId, Weight, Words,
};
use serde::Deserialize;
use store::Tx;
use ts_rs::TS;

use crate::{
    Act, Ctx, Problem, ProblemCode, Result, Staff,
    lines::speakers,
    names::{session_and_design, span_at},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddToFlipChart {
    pub id: FlipItemId,
    pub session: SessionId,
    pub text: String,
    /// Seats of those who said it.
    #[serde(default)]
    pub seats: Vec<u32>,
    /// The sheet. None: the one in use.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<u32>,
    #[serde(default)]
    #[ts(optional)]
    pub value: Option<ValueId>,
}

pub fn add_to_flip_chart(ctx: &mut Ctx, _: Staff, req: AddToFlipChart) -> Result<()> {
    let at = ctx.at;
    ctx.act(|tx| add(tx, req, at))
}

/// Writes a line below the others of its sheet.
pub(crate) fn add(tx: &Tx, req: AddToFlipChart, at: Moment) -> Result<Act> {
    let text = checked(&req.text)?;
    let (_, design) = session_and_design(tx, req.session)?;
    let spans: Vec<Span> = tx.of_session(req.session)?;
    let items: Vec<FlipItem> = tx.of_session(req.session)?;
    // What is written during another tool belongs to the chart that was used last.
    let is_chart = |s: &&Span| {
        matches!(design.activity(&s.activity).map(|a| &a.tool), Some(Tool::FlipChart { .. }))
    };
    let charted: Vec<Span> = spans.iter().filter(is_chart).cloned().collect();
    let activity = span_at(&charted, at)
        .or_else(|| span_at(&spans, at))
        .map(|s| s.activity.clone())
        .ok_or(ProblemCode::NotStarted)?;
    let sheet = req.sheet.unwrap_or_else(|| {
        items
            .iter()
            .filter(|i| i.activity == activity)
            .map(|i| i.sheet)
            .max()
            .unwrap_or_else(|| items.iter().map(|i| i.sheet).max().map_or(1, |last| last + 1))
    });
    let place = items.iter().filter(|i| i.sheet == sheet).map(|i| i.place).max().unwrap_or(0);
    let mut act = Act::of(req.session, Words::new("did-add-to-flip-chart").with("text", &text));
    act.made(FlipItem {
        id: req.id,
        session: req.session,
        activity,
        sheet,
        text,
        speakers: speakers(tx, req.session, &req.seats)?,
        at,
        place: place + 1,
        weight: None,
        hands: None,
        value: req.value,
        merged_into: None,
    });
    Ok(act)
}

/// Words for the flip chart: on one line, and not without end.
fn checked(text: &str) -> Result<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(ProblemCode::EmptyLine.into());
    }
    let length = text.chars().count();
    if length > domain::note::MOST_CHARACTERS {
        return Err(Problem::new(ProblemCode::LineTooLong)
            .with("length", length)
            .with("most", domain::note::MOST_CHARACTERS));
    }
    Ok(text)
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeFlipItem {
    pub item: FlipItemId,
    pub text: String,
    pub speakers: Vec<ParticipantId>,
    pub weight: Option<Weight>,
    pub hands: Option<u32>,
    pub value: Option<ValueId>,
}

pub fn change_flip_item(ctx: &mut Ctx, _: Staff, req: ChangeFlipItem) -> Result<()> {
    ctx.act(|tx| {
        let before: FlipItem = tx.get(&req.item)?;
        let after = FlipItem {
            text: checked(&req.text)?,
            speakers: req.speakers,
            weight: req.weight,
            hands: req.hands,
            value: req.value,
            ..before.clone()
        };
        let words = Words::new("did-change-flip-item").with("text", &before.text);
        let mut act = Act::of(before.session, words);
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct MergeFlipItems {
    pub item: FlipItemId,
    pub into: FlipItemId,
}

pub fn merge_flip_items(ctx: &mut Ctx, _: Staff, req: MergeFlipItems) -> Result<()> {
    ctx.act(|tx| {
        let before: FlipItem = tx.get(&req.item)?;
        let into: FlipItem = tx.get(&req.into)?;
        if before.id == into.id || into.merged_into.is_some() || before.session != into.session {
            return Err(ProblemCode::MergeWithItself.into());
        }
        let words =
            Words::new("did-merge-flip-items").with("text", &before.text).with("into", &into.text);
        let mut act = Act::of(before.session, words);
        let mut joined = into.clone();
        for who in &before.speakers {
            if !joined.speakers.contains(who) {
                joined.speakers.push(*who);
            }
        }
        // Those merged into this one before go along.
        for item in tx.of_session::<FlipItem>(before.session)? {
            if item.merged_into == Some(before.id) {
                act.changed(item.clone(), FlipItem { merged_into: Some(into.id), ..item });
            }
        }
        act.changed(into, joined);
        act.changed(before.clone(), FlipItem { merged_into: Some(req.into), ..before });
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceFlipItem {
    pub item: FlipItemId,
    /// The line it goes above. None: last on its sheet.
    pub before: Option<FlipItemId>,
}

pub fn place_flip_item(ctx: &mut Ctx, _: Staff, req: PlaceFlipItem) -> Result<()> {
    ctx.act(|tx| {
        let moved: FlipItem = tx.get(&req.item)?;
        let mut sheet: Vec<FlipItem> = tx.of_session(moved.session)?;
        sheet.retain(|i| i.sheet == moved.sheet && i.id != moved.id);
        sheet.sort_by_key(|i| i.place);
        let at = match req.before {
            None => sheet.len(),
            Some(id) => sheet
                .iter()
                .position(|i| i.id == id)
                .ok_or_else(|| Problem::new(ProblemCode::NotFound).with("what", "flip_item"))?,
        };
        let words = Words::new("did-place-flip-item").with("text", &moved.text);
        let mut act = Act::of(moved.session, words);
        sheet.insert(at, moved);
        for (item, place) in sheet.into_iter().zip(1..) {
            act.changed(item.clone(), FlipItem { place, ..item });
        }
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfFlipItem {
    pub item: FlipItemId,
}

pub fn remove_flip_item(ctx: &mut Ctx, _: Staff, req: OfFlipItem) -> Result<()> {
    ctx.act(|tx| {
        let item: FlipItem = tx.get(&req.item)?;
        let words = Words::new("did-remove-flip-item").with("text", &item.text);
        let mut act = Act::of(item.session, words);
        for other in tx.of_session::<FlipItem>(item.session)? {
            if other.merged_into == Some(item.id) {
                act.changed(other.clone(), FlipItem { merged_into: None, ..other });
            }
        }
        act.gone(item);
        Ok(act)
    })
}

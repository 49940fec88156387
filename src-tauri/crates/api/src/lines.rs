//! The record: lines as they are typed, mended and found again, and the tips.

use domain::{
    Line, LineId, LineKind, Moment, Participant, ParticipantId, SessionId, Span, Tip, TipId, Words,
    note::{self, NoteProblem, NoteTo},
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Act, Ctx, Nothing, OfSession, Problem, ProblemCode, Result, Staff,
    flip_chart::{self, AddToFlipChart},
    names::{idea_of, seat, session_and_design, span_at},
};

/// What was typed into the note line.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepLine {
    /// The line's id, or the flip chart line's.
    pub id: LineId,
    pub session: SessionId,
    /// As typed: `4 it's like the NHS #fair *`.
    pub input: String,
    /// When it was said. None: now.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<Moment>,
}

pub fn keep_line(ctx: &mut Ctx, who: Staff, req: KeepLine) -> Result<()> {
    let at = req.at.unwrap_or(ctx.at);
    ctx.act(|tx| {
        let (_, design) = session_and_design(tx, req.session)?;
        let people: Vec<Participant> = tx.of_session(req.session)?;
        let seats: Vec<u32> = people.iter().filter_map(|p| p.seat).collect();
        let typed = note::parse(&req.input, &seats)?;
        if typed.to == NoteTo::FlipChart {
            let mut act = flip_chart::add(
                tx,
                AddToFlipChart {
                    id: domain::FlipItemId(req.id.0),
                    session: req.session,
                    text: typed.text,
                    seats: typed.seats,
                    sheet: None,
                    value: None,
                },
                at,
            )?;
            tx.keep_draft(req.session, who.0, "")?;
            act.undoable = true;
            return Ok(act);
        }
        let spans: Vec<Span> = tx.of_session(req.session)?;
        let span = span_at(&spans, at);
        let activity = span.map(|s| s.activity.clone());
        let line = Line {
            id: req.id,
            session: req.session,
            at,
            kind: typed.kind,
            speakers: ids_of(&people, &typed.seats)?,
            text: typed.text,
            idea: match &activity {
                Some(activity) => idea_of(tx, &design, req.session, activity)?,
                None => None,
            },
            activity,
            lens: span.and_then(|s| s.lens.clone()),
            codes: typed.codes,
            starred: typed.starred,
            hands: typed.hands,
        };
        let mut act = Act::of(req.session, line_words("did-keep-line", &line));
        act.made(line);
        // What has been kept is no longer being typed: the two change together.
        tx.keep_draft(req.session, who.0, "")?;
        Ok(act)
    })
}

/// The first words of a line, for "Undo: ...".
fn line_words(id: &str, line: &Line) -> Words {
    let mut words: Vec<&str> = line.text.split(' ').collect();
    let cut = words.len() > 6;
    words.truncate(6);
    let tail = if cut { "…" } else { "" };
    Words::new(id).with("text", format!("{}{tail}", words.join(" ")))
}

/// Who sits in these seats.
fn ids_of(people: &[Participant], seats: &[u32]) -> Result<Vec<ParticipantId>> {
    seats
        .iter()
        .map(|&n| {
            people
                .iter()
                .find(|p| p.seat == Some(n))
                .map(|p| p.id)
                .ok_or_else(|| Problem::new(ProblemCode::UnknownSeat).with("seat", n))
        })
        .collect()
}

/// Who sits in these seats of a session.
pub(crate) fn speakers(tx: &Tx, session: SessionId, seats: &[u32]) -> Result<Vec<ParticipantId>> {
    ids_of(&tx.of_session::<Participant>(session)?, seats)
}

impl From<NoteProblem> for Problem {
    fn from(e: NoteProblem) -> Self {
        let problem = match &e {
            NoteProblem::Empty => Self::new(ProblemCode::EmptyLine),
            NoteProblem::UnknownSeat { seat } => {
                Self::new(ProblemCode::UnknownSeat).with("seat", seat)
            }
            NoteProblem::TooLong { characters, most } => {
                Self::new(ProblemCode::LineTooLong).with("length", characters).with("most", most)
            }
        };
        problem.because(e)
    }
}

/// A line as it shall be. Its session stays what it was.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeLine {
    pub line: LineId,
    pub at: Moment,
    pub kind: LineKind,
    pub speakers: Vec<ParticipantId>,
    pub text: String,
    pub activity: Option<domain::ActivityId>,
    pub idea: Option<domain::IdeaId>,
    pub lens: Option<domain::LensId>,
    pub codes: Vec<String>,
    pub starred: bool,
    pub hands: Option<u32>,
}

pub fn change_line(ctx: &mut Ctx, _: Staff, req: ChangeLine) -> Result<()> {
    let text = req.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(ProblemCode::EmptyLine.into());
    }
    let length = text.chars().count();
    if length > note::MOST_CHARACTERS {
        return Err(NoteProblem::TooLong { characters: length, most: note::MOST_CHARACTERS }.into());
    }
    ctx.act(|tx| {
        let before: Line = tx.get(&req.line)?;
        let people: Vec<Participant> = tx.of_session(before.session)?;
        if let Some(who) = req.speakers.iter().find(|id| !people.iter().any(|p| p.id == **id)) {
            return Err(Problem::new(ProblemCode::UnknownSeat).with("seat", who));
        }
        let mut act = Act::of(before.session, line_words("did-change-line", &before));
        let after = Line {
            id: before.id,
            session: before.session,
            at: req.at,
            kind: req.kind,
            speakers: req.speakers,
            text,
            activity: req.activity,
            idea: req.idea,
            lens: req.lens,
            codes: req.codes,
            starred: req.starred,
            hands: req.hands,
        };
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfLine {
    pub line: LineId,
}

pub fn remove_line(ctx: &mut Ctx, _: Staff, req: OfLine) -> Result<()> {
    ctx.act(|tx| {
        let line: Line = tx.get(&req.line)?;
        let mut act = Act::of(line.session, line_words("did-remove-line", &line));
        act.gone(line);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SearchLines {
    pub session: SessionId,
    pub words: String,
}

pub fn search_lines(ctx: &mut Ctx, _: Staff, req: SearchLines) -> Result<Vec<LineId>> {
    // A search first makes what was kept since the last one searchable.
    ctx.store()?.transact(|tx| Ok(tx.search_lines(req.session, &req.words)?))
}

/// A code, and how many lines of the study carry it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CodeUse {
    pub code: String,
    pub lines: u32,
}

pub fn codes(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<Vec<CodeUse>> {
    ctx.read(|tx| {
        Ok(tx.codes()?.into_iter().map(|(code, lines)| CodeUse { code, lines }).collect())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepDraft {
    pub session: SessionId,
    pub text: String,
}

pub fn keep_draft(ctx: &mut Ctx, who: Staff, req: KeepDraft) -> Result<()> {
    // A paste beyond any line is no draft: the screen keeps it, the refusal comes with Enter.
    let text: String = req.text.chars().take(note::MOST_CHARACTERS + 1).collect();
    ctx.store()?.transact(|tx| Ok(tx.keep_draft(req.session, who.0, &text)?))
}

pub fn draft(ctx: &mut Ctx, who: Staff, req: OfSession) -> Result<String> {
    ctx.read(|tx| Ok(tx.draft(req.session, who.0)?))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepTip {
    pub session: SessionId,
    pub participant: ParticipantId,
    /// Empty takes it out.
    pub text: String,
}

pub fn keep_tip(ctx: &mut Ctx, _: Staff, req: KeepTip) -> Result<()> {
    let at = ctx.at;
    let text = req.text.split_whitespace().collect::<Vec<_>>().join(" ");
    ctx.act(|tx| {
        let person: Participant = tx.get(&req.participant)?;
        if person.session != req.session {
            return Err(ProblemCode::UnknownSeat.into());
        }
        let tips: Vec<Tip> = tx.of_session(req.session)?;
        let before = tips.into_iter().find(|t| t.participant == req.participant);
        let words = Words::new("did-keep-tip").with("seat", seat(&person));
        let mut act = Act::of(req.session, words);
        match before {
            Some(before) if text.is_empty() => act.gone(before),
            Some(before) => act.changed(before.clone(), Tip { text, at, ..before }),
            None if text.is_empty() => {}
            None => act.made(Tip {
                id: TipId(Uuid::now_v7()),
                session: req.session,
                participant: req.participant,
                text,
                at,
            }),
        }
        Ok(act)
    })
}

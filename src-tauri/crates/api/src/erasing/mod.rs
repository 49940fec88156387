//! Erasing a person: a look at what would go, doing it, and a receipt that names nobody
//! (rules.md, The record).

mod look;
mod mend;
mod receipt;

use chrono::NaiveDate;
use domain::{
    Change, Diff, Erasure, ErasureId, Event, EventId, LineId, Moment, Participant, ParticipantId,
    Role, SessionId, Words,
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use crate::{Ctx, Moderator, Problem, ProblemCode, Result, Workshop, people::OfPerson};

/// What goes with a person and what stays, in numbers and in words that name nobody.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Erasing {
    pub session: SessionId,
    pub group: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    pub seat: Option<u32>,
    pub counts: ErasingCounts,
    /// What goes, what stays, and where the name still stands in words of others: a line each.
    pub goes: Vec<String>,
    pub stays: Vec<String>,
    pub mend: Vec<String>,
    /// Files of this study in the folder for what is handed over.
    pub handed_over: Vec<String>,
}

/// What goes and what stays, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ErasingCounts {
    /// What is known of them beside the name.
    pub facts: u32,
    /// Lines that they said, and those that they and others said.
    pub lines: u32,
    pub shared_lines: u32,
    /// On the flip chart: what they alone said.
    pub flip_items: u32,
    pub tips: u32,
    /// Phone, e-mail, calls.
    pub contacts: u32,
    pub stickers: u32,
    pub ratings: u32,
    /// Whether nothing was counted of them, so that the seat is free again.
    pub seat_is_free: bool,
}

/// What would go. Nothing has changed yet.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ErasingPreview {
    pub name: String,
    pub erasing: Erasing,
    /// The lines that several people said.
    pub shared: Vec<LineId>,
    /// Old copies of the study, which go.
    pub copies: u32,
}

pub fn preview_erasing(ctx: &mut Ctx, _: Moderator, req: OfPerson) -> Result<ErasingPreview> {
    let handed_over = receipt::handed_over(ctx)?;
    let copies = ctx.workshop.old_copies()?.len();
    ctx.read(|tx| {
        let look = look::look(tx, req.participant)?;
        Ok(ErasingPreview {
            name: look.person.name.clone(),
            shared: look.shared.clone(),
            copies: u32::try_from(copies).unwrap_or(u32::MAX),
            erasing: look.told(handed_over),
        })
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ErasePerson {
    pub participant: ParticipantId,
    /// Where the receipt goes. None: into a folder “Receipts” beside the study’s file.
    #[serde(default)]
    #[ts(optional)]
    pub receipt: Option<String>,
}

/// What was done. It names nobody.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Receipt {
    pub erasing: Erasing,
    pub at: Moment,
    pub swept: Swept,
    /// All of it in words.
    pub text: String,
    /// The file that it stands in. None: it could not be written, and `problem` says why.
    pub path: Option<String>,
    pub problem: Option<Problem>,
}

/// What became of the free space of the file, and of the old copies.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Swept {
    /// Old copies that were deleted.
    pub copies: u32,
    /// Those that could not be.
    pub left: Vec<String>,
    /// Whether there is a new copy, without the person.
    pub fresh: bool,
    /// What was in the way of something. It is tried again when the study is opened.
    pub problem: Option<Problem>,
}

pub fn erase_person(ctx: &mut Ctx, _: Moderator, req: ErasePerson) -> Result<Receipt> {
    let handed_over = receipt::handed_over(ctx)?;
    let look = ctx.read(|tx| look::look(tx, req.participant))?;
    let (id, at, by) = (ctx.id, ctx.at, ctx.role);
    ctx.store()?.transact(|tx| {
        let erasure = Erasure {
            id: ErasureId(Uuid::now_v7()),
            session: look.person.session,
            person: req.participant,
            at,
            people: look.theirs.people.clone(),
            lines: look.theirs.lines.clone(),
            flip_items: look.theirs.flip_items.clone(),
            one: look.theirs.one.clone(),
        };
        let mut event = event(id, at, by, erasure);
        if look.counts.seat_is_free {
            event.changes.extend(leaving(tx, &look.person)?);
        }
        tx.erase(&event)?;
        Ok::<_, Problem>(())
    })?;
    // The recruiter’s sheet that is being looked at has them too.
    ctx.workshop.sheet = None;
    let swept = ctx.workshop.sweep(at);
    receipt::write(ctx, look.told(handed_over), swept, req.receipt)
}

/// The act that erases somebody. Undo does not reach it.
fn event(id: EventId, at: Moment, by: Role, erasure: Erasure) -> Event {
    Event {
        id,
        at,
        session: Some(erasure.session),
        by,
        words: Words::new("did-erase-person"),
        undoes: None,
        undoable: false,
        changes: vec![Diff::made(erasure).into()],
    }
}

/// The row of somebody of whom nothing was counted goes, if it is there.
fn leaving(tx: &Tx, person: &Participant) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for other in tx.of_session::<Participant>(person.session)? {
        if other.replaces == Some(person.id) {
            changes
                .push(Diff::changed(other.clone(), Participant { replaces: None, ..other }).into());
        } else if other.id == person.id {
            changes.push(Diff::gone(other).into());
        }
    }
    Ok(changes)
}

/// What came in of people who were erased, under nobody’s name, goes as well: see
/// [`Tx::left_of_erased`]. To be called after a record came in, in the same transaction.
pub(crate) fn erase_what_came(
    tx: &Tx,
    sessions: &std::collections::BTreeSet<SessionId>,
    at: Moment,
    by: Role,
) -> Result<()> {
    for left in tx.left_of_erased(sessions)? {
        let erasure = Erasure { at, ..left };
        tx.erase(&event(EventId(Uuid::now_v7()), at, by, erasure))?;
    }
    Ok(())
}

impl Workshop {
    /// Takes what was erased out of the free space of the study’s file and out of its copies, if
    /// that is still to be done.
    pub(crate) fn sweep(&mut self, now: Moment) -> Swept {
        let Some(store) = self.store.as_mut() else { return Swept::default() };
        if !matches!(store.is_unswept(), Ok(true)) {
            return Swept::default();
        }
        let file = store.sweep().map_err(Problem::from);
        let mut swept = self.renew_copies(now);
        swept.problem = file.err().or(swept.problem);
        if swept.problem.is_none()
            && swept.left.is_empty()
            && let Some(store) = self.store.as_mut()
        {
            swept.problem = store.is_swept().err().map(Problem::from);
        }
        swept
    }
}

/// A person who is known of, by the seat or by an act that speaks of them.
fn known(tx: &Tx, id: ParticipantId) -> Result<Participant> {
    if tx.erased()?.has(id) {
        return Err(ProblemCode::PersonErased.into());
    }
    match tx.find(&id)? {
        Some(person) => Ok(person),
        // Taken out of the seat map: the journal still names them.
        None => Ok(tx.last_known(id)?),
    }
}

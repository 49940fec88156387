//! Records that were brought in: whose laptop this is, and taking one back.

use domain::{Event, Moment, Words};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::no_secret_rounds;
use crate::{Ctx, Moderator, Nothing, Problem, ProblemCode, Result};

/// A record that was brought in here.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Brought {
    /// Its file's name.
    pub file: String,
    pub at: Moment,
    /// Acts that came, and lines that the record has more than before.
    pub acts: u32,
    pub lines: u32,
}

impl From<store::Brought> for Brought {
    fn from(brought: store::Brought) -> Self {
        let store::Brought { file, at, acts, lines } = brought;
        Self { file, at, acts, lines }
    }
}

/// What this laptop knows of itself and of records that came to it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Desk {
    /// Whose laptop it is. Empty: nobody said.
    pub owner: String,
    /// The record that came in last, which can be taken back.
    pub brought: Option<Brought>,
    /// The record that was taken back last, which can be brought in again.
    pub aside: Option<Brought>,
}

pub fn desk(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<Desk> {
    ctx.read(|tx| {
        let (brought, aside) = (tx.last_brought()?, tx.last_aside()?);
        let (brought, aside) = (brought.map(Brought::from), aside.map(Brought::from));
        Ok(Desk { owner: tx.owner()?, brought, aside })
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NameLaptop {
    pub owner: String,
}

/// Says whose laptop this is. It is of this file and not of the record, as a draft is.
pub fn name_laptop(ctx: &mut Ctx, _: Moderator, req: NameLaptop) -> Result<()> {
    let owner = req.owner.trim();
    ctx.store()?.transact(|tx| {
        if tx.owner()? != owner {
            tx.set_owner(owner)?;
        }
        Ok(())
    })
}

/// What taking a record back left.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TakenBack {
    /// The copy of this study that was made before.
    pub copy: Option<String>,
}

pub fn take_record_back(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<TakenBack> {
    let brought = ctx.read(|tx| {
        no_secret_rounds(tx)?;
        Ok(tx.last_brought()?.ok_or(ProblemCode::NothingToUndo)?)
    })?;
    let copy = ctx.copy_first()?;
    let (id, at, by) = (ctx.id, ctx.at, ctx.role);
    let words = Words::new("did-take-record-back").with("file", brought.file);
    ctx.store()?.transact(|tx| {
        if tx.happened(id)? {
            return Ok(());
        }
        tx.take_out(&Event {
            id,
            at,
            session: None,
            by,
            words,
            undoes: None,
            undoable: false,
            changes: Vec::new(),
        })?;
        tx.forget_strays()?;
        Ok::<_, Problem>(())
    })?;
    Ok(TakenBack { copy })
}

pub fn bring_record_again(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    ctx.store()?.transact(|tx| {
        no_secret_rounds(tx)?;
        tx.last_aside()?.ok_or(ProblemCode::NothingToRedo)?;
        tx.bring_again()?;
        tx.forget_strays()?;
        Ok::<_, Problem>(())
    })?;
    ctx.workshop.sweep(ctx.at);
    Ok(())
}

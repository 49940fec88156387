//! A study whose file is damaged: what of it can be saved, and its newest good copy.
//!
//! The damaged file is read and never written to. What comes of it is another study.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use domain::{Moment, merge::Row};
use serde::{Deserialize, Serialize};
use store::{Record, Saved, Store};
use ts_rs::TS;

use super::{copies::copies_of, free_path, open};
use crate::{Ctx, Moderator, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DamagedStudy {
    pub path: String,
}

/// How much a study holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Holds {
    pub sessions: u32,
    pub people: u32,
    pub lines: u32,
    pub stickers: u32,
    pub ratings: u32,
}

/// What can be had of a study whose file is damaged.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Salvage {
    pub name: String,
    /// What can be saved, with the help of the newest good copy. None: nothing.
    pub saved: Option<SavedView>,
    /// The newest good copy.
    pub copy: Option<CopyView>,
}

/// What can be saved.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SavedView {
    pub holds: Holds,
    /// When the last act that was saved was done.
    pub last: Moment,
    /// Acts that the file still holds.
    pub acts: u32,
    /// Acts that are missing between them, as far as their numbers tell.
    pub lost: u32,
    /// Acts that the copy gave.
    pub from_copy: u32,
    /// Rows that were put down anew, since the acts that say so are lost.
    pub mended: u32,
    /// Rows that are left out, since something they stand on is lost.
    pub left_out: u32,
}

/// A copy that was made earlier and is good.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CopyView {
    pub at: Moment,
    pub holds: Holds,
    /// Lines of the record that can be saved and are not in the copy.
    pub lacks: u32,
}

/// Looks what can be had of a damaged file. Changes nothing.
pub fn salvage(ctx: &mut Ctx, _: Moderator, req: DamagedStudy) -> Result<Salvage> {
    let path = leave(ctx, &req.path);
    let had = had(ctx, &path, None)?;
    let (mut saved, mut rows, mut name) = (None, Vec::new(), title(&path));
    if let Some((mut store, counts)) = had.saved {
        rows = rows_of(&mut store)?;
        name = store.read(|tx| tx.study())?.name;
        let last = store.ends()?.map(|ends| ends.at).unwrap_or_default();
        saved = Some(view(counts, &rows, last));
    }
    let copy = had.copy.map(|copy| {
        let copied = copy.record.folded().rows;
        let lacks = lines_of(&rows).difference(&lines_of(&copied)).count();
        CopyView { at: copy.at, holds: holds(&copied), lacks: count(lacks) }
    });
    if saved.is_none() && copy.is_none() {
        return Err(ProblemCode::NothingToSave.into());
    }
    Ok(Salvage { name, saved, copy })
}

/// Opens what can be saved, to look at and to export from.
pub fn look_at_saved(ctx: &mut Ctx, _: Moderator, req: DamagedStudy) -> Result<()> {
    let path = leave(ctx, &req.path);
    let (store, _) = had(ctx, &path, None)?.saved.ok_or(ProblemCode::NothingToSave)?;
    ctx.workshop.put(Some(store.to_look_at()));
    ctx.workshop.saved_from = Some(path);
    Ok(())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RescueStudy {
    pub path: String,
    /// Where the new study goes; there must be no file of that name. None: into the library.
    #[serde(default)]
    #[ts(optional)]
    pub out: Option<String>,
    /// A good copy to help. None: the newest that was made without asking.
    #[serde(default)]
    #[ts(optional)]
    pub copy: Option<String>,
}

/// Keeps what can be saved as a study of its own, and opens it.
pub fn rescue_study(ctx: &mut Ctx, _: Moderator, req: RescueStudy) -> Result<SavedView> {
    let path = leave(ctx, &req.path);
    let had = had(ctx, &path, req.copy.as_deref().map(Path::new))?;
    let (mut store, counts) = had.saved.ok_or(ProblemCode::NothingToSave)?;
    let out = match req.out {
        Some(out) => PathBuf::from(out),
        None => free_path(&ctx.workshop.home, &title(&path)),
    };
    store.copy_to(&out)?;
    let rows = rows_of(&mut store)?;
    let last = store.ends()?.map(|ends| ends.at).unwrap_or_default();
    open(ctx, &out)?;
    Ok(view(counts, &rows, last))
}

/// Makes a study of the newest good copy, and opens it.
pub fn open_copy(ctx: &mut Ctx, _: Moderator, req: DamagedStudy) -> Result<()> {
    let path = leave(ctx, &req.path);
    let copy = had(ctx, &path, None)?.copy.ok_or(ProblemCode::NothingToSave)?;
    let out = free_path(&ctx.workshop.home, &title(&path));
    // The copy itself stays what it is.
    Store::open(&copy.path)?.copy_to(&out)?;
    open(ctx, &out)
}

/// Closes the study if it is the damaged one: its file must not be read beside SQLite, which holds
/// its lock by file and not by reader.
fn leave(ctx: &mut Ctx, path: &str) -> PathBuf {
    let path = PathBuf::from(path);
    let open = ctx.workshop.store.as_ref().and_then(|store| store.path());
    if open.is_some_and(|open| crate::merging::same_file(open, &path)) {
        ctx.workshop.put(None);
    }
    path
}

struct Had {
    saved: Option<(Store, Saved)>,
    copy: Option<GoodCopy>,
}

struct GoodCopy {
    path: PathBuf,
    at: Moment,
    record: Record,
}

/// What can be saved of a file, with the help of `copy` or of the newest copy that is good.
fn had(ctx: &Ctx, path: &Path, copy: Option<&Path>) -> Result<Had> {
    let name = title(path);
    let mut alone = match Store::rescue(path, copy, &name, ctx.at) {
        Err(store::Error::NothingToSave) => None,
        saved => Some(saved?),
    };
    if copy.is_some() {
        return Ok(Had { saved: alone, copy: None });
    }
    let first = match &mut alone {
        Some((store, _)) => store.ends()?.map(|ends| ends.first),
        None => None,
    };
    let good =
        copies_of(&ctx.workshop.home, path, first).into_iter().rev().find_map(|(at, path)| {
            let record = Record::of(&path).ok()?;
            Some(GoodCopy { path, at, record })
        });
    let saved = match (&alone, &good) {
        (Some(_), Some(good)) => Some(Store::rescue(path, Some(&good.path), &name, ctx.at)?),
        _ => alone,
    };
    Ok(Had { saved, copy: good })
}

/// What a study is called by its file.
fn title(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn view(saved: Saved, rows: &[Row], last: Moment) -> SavedView {
    let Saved { acts, lost, from_copy, mended, left_out } = saved;
    SavedView {
        holds: holds(rows),
        last,
        acts: count(acts),
        lost: count(lost),
        from_copy: count(from_copy),
        mended: count(mended),
        left_out: count(left_out),
    }
}

fn holds(rows: &[Row]) -> Holds {
    let of = |table: &str| count(rows.iter().filter(|row| row.table == table).count());
    Holds {
        sessions: of("session"),
        people: of("participant"),
        lines: of("line"),
        stickers: of("sticker"),
        ratings: of("rating"),
    }
}

fn rows_of(store: &mut Store) -> Result<Vec<Row>> {
    Ok(store.read(|tx| tx.whole_record())?.folded().rows)
}

fn lines_of(rows: &[Row]) -> BTreeSet<&str> {
    rows.iter().filter(|row| row.table == "line").map(|row| row.id.as_str()).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

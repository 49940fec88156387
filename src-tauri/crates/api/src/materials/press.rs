//! The press: papers that are made page by page, beside whatever else is done, until they are
//! there or somebody stops it. The study is read once, before; nobody waits for the rest.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use report::Pages;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Material, PaperKind,
    files::{self, Binding},
    order::{Order, Reader},
};
use crate::{Ctx, Nothing, Problem, ProblemCode, Result, Staff, summing::Exported};

/// The papers that are being made or were made last, and what is known of others.
#[derive(Default)]
pub(crate) struct Press {
    /// Pages of papers that were laid out before, by their marks.
    pub(super) counted: HashMap<String, usize>,
    job: Option<Job>,
}

/// Papers in the making.
struct Job {
    /// The file of the study they are of.
    study: Option<PathBuf>,
    watch: Arc<Watch>,
    thread: Option<JoinHandle<()>>,
}

/// How far a job is, and whether it is to end.
#[derive(Default)]
pub(super) struct Watch {
    now: Mutex<PapersProgress>,
    stop: AtomicBool,
}

/// How far papers are that are being made.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PapersProgress {
    /// Pages that are laid out.
    #[ts(type = "number")]
    pub pages: usize,
    /// Of how many. None: not all have been counted yet.
    #[ts(type = "number | null")]
    pub of: Option<usize>,
    /// What is being laid out, and its language.
    pub what: Option<PaperKind>,
    pub language: Option<String>,
    /// Whether it has ended, one way or another.
    pub ended: bool,
    /// Whether somebody stopped it before all was laid out.
    pub stopped: bool,
    /// The file that was written.
    pub written: Option<Exported>,
    /// Why there is none.
    pub problem: Option<Problem>,
}

impl Watch {
    fn now(&self) -> MutexGuard<'_, PapersProgress> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    pub(super) fn begins(&self, order: &Order) {
        let mut now = self.now();
        now.what = Some(order.material.what);
        now.language = Some(order.own.pack.language.clone());
    }

    /// It was stopped before all was laid out.
    pub(super) fn breaks_off(&self) {
        self.now().stopped = true;
    }

    pub(super) fn ends(&self, pages: &Pages) {
        self.now().pages += pages.pages.len();
    }
}

impl Drop for Job {
    /// Ends it with what is finished: no half of a file stays behind, and nothing finished is lost.
    fn drop(&mut self) {
        self.watch.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            // If it broke off there is nothing to wait for.
            let _ = thread.join();
        }
    }
}

/// Papers to write, and where.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts", optional_fields)]
pub struct ExportMaterials {
    /// One paper, or several.
    pub materials: Vec<Material>,
    /// A file for each document, in a zip; else all in one PDF.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub zip: bool,
    /// Where to. None: beside the study's file, under the study's name.
    pub path: Option<String>,
}

/// Writes papers and waits until they are there.
pub fn export_materials(ctx: &mut Ctx, _: Staff, req: ExportMaterials) -> Result<Exported> {
    let (orders, binding) = ordered(ctx, req)?;
    let written = files::write(&orders, &binding, &Watch::default())?;
    written.ok_or_else(|| ProblemCode::NothingToPrint.into())
}

/// Begins to make papers. How far it is says [`papers_progress`].
pub fn make_papers(ctx: &mut Ctx, _: Staff, req: ExportMaterials) -> Result<()> {
    if ctx.workshop.press.job.as_ref().is_some_and(|job| !job.watch.now().ended) {
        return Err(ProblemCode::AlreadyPrinting.into());
    }
    let (orders, binding) = ordered(ctx, req)?;
    let counted = &ctx.workshop.press.counted;
    let of = orders.iter().map(|order| counted.get(&order.mark()).copied()).sum();
    let watch = Arc::new(Watch::default());
    watch.now().of = of;
    let seen = Arc::clone(&watch);
    let work = move || {
        let made = files::write(&orders, &binding, &seen);
        let mut now = seen.now();
        now.ended = true;
        match made {
            Ok(written) => now.written = written,
            Err(problem) => now.problem = Some(problem),
        }
    };
    let thread = thread::Builder::new().name("papers".to_owned()).spawn(work);
    let thread = thread.map_err(|e| Problem::new(ProblemCode::NotPrinted).because(e))?;
    let study = ctx.store()?.path().map(PathBuf::from);
    ctx.workshop.press.job = Some(Job { study, watch, thread: Some(thread) });
    Ok(())
}

/// Reads what is to be printed, and settles where it goes.
fn ordered(ctx: &mut Ctx, req: ExportMaterials) -> Result<(Vec<Order>, Binding)> {
    let ExportMaterials { materials, zip, path } = req;
    let (orders, title) =
        ctx.read(|tx| Ok((Reader::default().orders(tx, &materials)?, tx.study()?.name)))?;
    let path = if let Some(path) = path {
        PathBuf::from(path)
    } else {
        let folder = ctx.store()?.path().and_then(|path| path.parent()).map(PathBuf::from);
        let first = materials.first().map(|material| material.what);
        let one = first.filter(|what| materials.iter().all(|material| material.what == *what));
        let what = one.map_or("print pack", PaperKind::file);
        let kind = if zip { "zip" } else { "pdf" };
        let name = crate::studies::plain_name(&title);
        folder.unwrap_or_default().join(format!("{name}, {what}.{kind}"))
    };
    Ok((orders, Binding { title, zip, path, at: ctx.at }))
}

/// How far the papers are that are being made of this study, or how they ended. None: there are
/// none.
pub fn papers_progress(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<Option<PapersProgress>> {
    let study = ctx.store()?.path().map(PathBuf::from);
    let job = ctx.workshop.press.job.as_ref().filter(|job| job.study == study);
    Ok(job.map(|job| {
        let mut now = job.watch.now().clone();
        if !now.ended && job.thread.as_ref().is_some_and(JoinHandle::is_finished) {
            // It broke off without a word.
            now.ended = job.watch.now().ended;
            if !now.ended {
                now.ended = true;
                now.problem = Some(ProblemCode::NotPrinted.into());
            }
        }
        now
    }))
}

/// Stops making papers. What is finished is written, whole.
pub fn stop_papers(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<()> {
    if let Some(job) = &ctx.workshop.press.job {
        job.watch.stop.store(true, Ordering::Relaxed);
    }
    Ok(())
}

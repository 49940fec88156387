//! The session summary: as pictures on the screen, and as a PDF. At any moment.

mod said;
mod tell;

pub(crate) use tell::hour;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::{Moment, Session, SessionId};
use report::Pages;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Ctx, Nothing, OfSession, Problem, ProblemCode, Result, Staff};

/// The summary's pages as they will print.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SummaryPages {
    /// One SVG a page, A4.
    pub pages: Vec<String>,
}

pub fn summary(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<SummaryPages> {
    let pages = laid_out(ctx, req.session)?;
    Ok(SummaryPages { pages: (0..pages.pages.len()).map(|n| report::svg(&pages, n)).collect() })
}

/// Tells the evening as it stands and lays it out.
fn laid_out(ctx: &mut Ctx, session: SessionId) -> Result<Pages> {
    let now = ctx.at;
    let evening = ctx.read(|tx| tell::evening(tx, session, now))?;
    let document = report::summary(&evening)?;
    Ok(report::pages(&document)?)
}

impl From<report::Error> for Problem {
    fn from(e: report::Error) -> Self {
        let problem = match &e {
            report::Error::MissingGlyph { character, near, place } => {
                Self::new(ProblemCode::MissingGlyph)
                    .with("character", character)
                    .with("near", near)
                    .with("place", place)
            }
            report::Error::Stacked { near, place } => {
                Self::new(ProblemCode::TooManyMarks).with("near", near).with("place", place)
            }
            report::Error::TooLong { place } => {
                Self::new(ProblemCode::TooLongToPrint).with("place", place)
            }
            report::Error::LongName { number } => {
                Self::new(ProblemCode::LongIdeaName).with("number", number)
            }
            report::Error::NoName { number } => {
                Self::new(ProblemCode::NamelessIdea).with("number", number)
            }
            report::Error::Nothing => Self::new(ProblemCode::NothingToPrint),
            _ => Self::new(ProblemCode::NotPrinted),
        };
        problem.because(e)
    }
}

/// The characters that a document can print: ranges of code points, first and last.
pub fn letters(_: &mut Ctx, _: Staff, _: Nothing) -> Result<Vec<(u32, u32)>> {
    let ranges = report::letters().into_iter();
    Ok(ranges.map(|range| (u32::from(*range.start()), u32::from(*range.end()))).collect())
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportSummary {
    pub session: SessionId,
    /// Where to. None: beside the study's file, under the group's name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// A document that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Exported {
    pub path: String,
    #[ts(type = "number")]
    pub pages: usize,
    #[ts(type = "number")]
    pub bytes: usize,
    pub at: Moment,
}

pub fn export_summary(ctx: &mut Ctx, _: Staff, req: ExportSummary) -> Result<Exported> {
    let pages = laid_out(ctx, req.session)?;
    let bytes = report::pdf(&pages)?;
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        let session: Session = ctx.read(|tx| Ok(tx.get(&req.session)?))?;
        let folder = ctx.store()?.path().and_then(|p| p.parent()).map(PathBuf::from);
        let name = crate::studies::plain_name(&session.plan.group);
        folder.unwrap_or_default().join(format!("{name}, summary.pdf"))
    };
    write_whole(&path, &bytes)?;
    Ok(Exported {
        path: path.display().to_string(),
        pages: pages.pages.len(),
        bytes: bytes.len(),
        at: ctx.at,
    })
}

/// Writes a file beside and moves it into its place: either the old one is there or the new one,
/// never half of it.
pub(crate) fn write_whole(path: &PathBuf, bytes: &[u8]) -> Result<()> {
    let mut half = path.clone().into_os_string();
    half.push(".part");
    let written = fs::File::create(&half)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&half, path));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written.map_err(|e| not_written(path, e))
}

/// A full disk is one thing; everything else is about the place that was chosen.
fn not_written(path: &Path, e: io::Error) -> Problem {
    if e.kind() == io::ErrorKind::StorageFull {
        return store::Error::from(e).into();
    }
    let folder = path.parent().unwrap_or(Path::new("/")).display();
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    Problem::new(ProblemCode::NotWritten).with("file", file).with("folder", folder).because(e)
}

//! The print pack: its papers as pictures on the screen, and as PDF.

mod fill;
mod fits;
mod languages;
mod print;
mod speech;

use std::path::PathBuf;

use domain::{IdeaId, SessionId};
use report::Pages;
use report::pack::{self, LABELS, Paper};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fits::{IdeaFit, IdeaPoster, IdeaPosterOf, PostersOf, idea_poster, poster_fits};

use crate::{
    Ctx, Problem, ProblemCode, Result, Staff,
    summing::{Exported, write_whole},
};

/// A paper of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum PaperKind {
    Posters,
    Handout,
    /// The handout in print of 18 points.
    LargePrint,
    Ballots,
    Guide,
    NoteSheets,
    Consent,
    SeatCards,
    Stickers,
    DoorSign,
}

impl PaperKind {
    pub const ALL: [Self; 10] = [
        Self::Posters,
        Self::Handout,
        Self::LargePrint,
        Self::Ballots,
        Self::Guide,
        Self::NoteSheets,
        Self::Consent,
        Self::SeatCards,
        Self::Stickers,
        Self::DoorSign,
    ];

    /// The name that a file of it ends with.
    fn file(self) -> &'static str {
        match self {
            Self::Posters => "posters",
            Self::Handout => "handout",
            Self::LargePrint => "handout in large print",
            Self::Ballots => "ballots",
            Self::Guide => "moderator’s guide",
            Self::NoteSheets => "note sheets",
            Self::Consent => "sign-in sheet",
            Self::SeatCards => "seat cards",
            Self::Stickers => "stickers",
            Self::DoorSign => "door sign",
        }
    }
}

/// How posters come out of the printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum PosterSheets {
    /// One sheet each.
    #[default]
    Whole,
    /// On a larger sheet with crop marks, printed beyond the cut.
    Cut,
    /// On several sheets of an office printer.
    Tiled,
}

/// A paper, and how it is printed. Only `what` is needed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Material {
    pub what: PaperKind,
    /// The group it is for; without one, the newest version of the guide and the ideas.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
    /// BCP 47 tag of a language the study has. None: its own.
    #[serde(default)]
    #[ts(optional)]
    pub language: Option<String>,
    /// A second language, side by side on posters.
    #[serde(default)]
    #[ts(optional)]
    pub beside: Option<String>,
    /// Posters: "A4" to "A1", "Letter", "Tabloid", "ANSI C", "ANSI D". Other papers: "A4" or
    /// "Letter". None: A2 for posters, else A4.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<String>,
    /// Posters: upright instead of across.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub portrait: bool,
    #[serde(default)]
    #[ts(optional, as = "Option<PosterSheets>")]
    pub sheets: PosterSheets,
    /// Posters: these ideas only. Empty: all.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<IdeaId>>")]
    pub ideas: Vec<IdeaId>,
    /// Stickers: the labels, as `materials` names them. None: the first.
    #[serde(default)]
    #[ts(optional)]
    pub labels: Option<String>,
    /// Ballots, note sheets: how many. Stickers: for how many people. None: one for each seat.
    #[serde(default)]
    #[ts(optional)]
    pub copies: Option<u32>,
    /// Ballots: without a box for the seat, as a secret round needs.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub secret: bool,
}

/// What can be printed, and on what.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Materials {
    pub papers: Vec<PaperKind>,
    /// Sizes of posters.
    pub sizes: Vec<String>,
    /// Label stock for stickers.
    pub labels: Vec<String>,
    /// Languages that the study can be printed in, its own first.
    pub languages: Vec<Language>,
    /// Seats of the group, or of the smallest kind of group that can be full.
    pub people: u32,
}

/// A language that papers can be printed in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Its name in itself.
    pub name: String,
    /// Whether a native speaker has checked the words. The study's own language counts as checked.
    pub checked: bool,
    /// Ideas that have words in it, of all.
    pub ideas: u32,
    pub of: u32,
}

/// For which group.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OfMaterials {
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
}

pub fn materials(ctx: &mut Ctx, _: Staff, req: OfMaterials) -> Result<Materials> {
    ctx.read(|tx| {
        let told = fill::Told::new(tx, req.session)?;
        Ok(Materials {
            papers: PaperKind::ALL.into(),
            sizes: Paper::ALL.iter().map(|paper| paper.name().to_owned()).collect(),
            labels: LABELS.iter().map(|labels| labels.name.to_owned()).collect(),
            languages: told.languages(),
            people: told.people(),
        })
    })
}

/// Some pages of a paper.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PagesOf {
    pub material: Material,
    /// The first page that is wanted, from 0.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub from: usize,
    /// How many at the most. None: all.
    #[serde(default)]
    #[ts(optional, as = "Option<u32>")]
    pub count: Option<usize>,
}

/// A paper's pages as they will print.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct MaterialPages {
    /// One SVG a page.
    pub pages: Vec<String>,
    /// Of how many.
    #[ts(type = "number")]
    pub of: usize,
}

pub fn material_pages(ctx: &mut Ctx, _: Staff, req: PagesOf) -> Result<MaterialPages> {
    let pages = laid_out(ctx, &req.material)?;
    let of = pages.pages.len();
    let to = req.count.map_or(of, |count| of.min(req.from.saturating_add(count)));
    Ok(MaterialPages { pages: (req.from..to).map(|n| report::svg(&pages, n)).collect(), of })
}

fn laid_out(ctx: &mut Ctx, material: &Material) -> Result<Pages> {
    ctx.read(|tx| print::pages(tx, material))
}

/// Papers to write, and where.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportMaterials {
    /// One paper, or several in one file.
    pub materials: Vec<Material>,
    /// Where to. None: beside the study's file, under the study's name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

pub fn export_materials(ctx: &mut Ctx, _: Staff, req: ExportMaterials) -> Result<Exported> {
    let mut papers = Vec::new();
    for material in &req.materials {
        papers.push(laid_out(ctx, material)?);
    }
    let name = ctx.read(|tx| Ok(tx.study()?.name))?;
    let one = match req.materials.as_slice() {
        [one] => Some(one.what),
        _ => None,
    };
    let pages = match (one, papers.pop()) {
        (Some(_), Some(paper)) => paper,
        (_, last) => {
            papers.extend(last);
            pack::whole(papers, &name)?
        }
    };
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        let folder = ctx.store()?.path().and_then(|p| p.parent()).map(PathBuf::from);
        let what = one.map_or("print pack", PaperKind::file);
        let name = crate::studies::plain_name(&name);
        folder.unwrap_or_default().join(format!("{name}, {what}.pdf"))
    };
    let bytes = report::pdf(&pages)?;
    write_whole(&path, &bytes)?;
    if languages(&pages).any(pack::from_right_to_left) {
        // No reader copies this script out of a PDF as it was written.
        write_whole(&path.with_extension("txt"), report::plain(&pages).as_bytes())?;
    }
    Ok(Exported {
        path: path.display().to_string(),
        pages: pages.pages.len(),
        bytes: bytes.len(),
        at: ctx.at,
    })
}

/// The languages of a document and of what stands in it.
fn languages(pages: &Pages) -> impl Iterator<Item = &str> {
    let passages = pages.elements.iter().filter_map(|element| element.language.as_deref());
    std::iter::once(pages.language.as_str()).chain(passages)
}

/// An idea as it is being written, and the paper that its poster is for.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PosterIdea {
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub examples: Vec<String>,
    /// None: A2.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<String>,
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub portrait: bool,
}

/// How an idea fits its poster.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PosterFit {
    /// Sheets it takes; the stickers go on the first.
    pub sheets: u32,
    /// Size of its words, in hundredths of the full size.
    pub size: u32,
}

pub fn poster_fit(ctx: &mut Ctx, _: Staff, req: PosterIdea) -> Result<PosterFit> {
    ctx.read(|tx| print::fit(tx, &req))
}

/// The paper of that name.
fn paper(name: Option<&String>, usual: Paper) -> Result<Paper> {
    name.map_or(Some(usual), |name| Paper::named(name))
        .ok_or_else(|| Problem::new(ProblemCode::NotFound).with("what", "paper"))
}

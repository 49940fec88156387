//! The print pack: its papers as pictures on the screen, and as PDF.

mod files;
mod fill;
mod fits;
pub(crate) mod languages;
mod of_idea;
mod order;
mod pack;
mod press;
mod print;
pub(crate) mod speech;

use domain::{IdeaId, Moment, SessionId};
use report::pack::{LABELS, Paper};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fits::{
    IdeaFit, IdeaPoster, IdeaPosterOf, PosterFit, PosterIdea, PostersOf, idea_poster, poster_fit,
    poster_fits,
};
pub use languages::read_ahead;
pub use of_idea::{IdeaPages, IdeaPaperOf, idea_paper};
pub use pack::{PackAsked, PackPaper, pack_papers};
pub(crate) use press::Press;
pub use press::{
    ExportMaterials, PapersProgress, export_materials, make_papers, papers_progress, stop_papers,
};

use crate::{Ctx, Problem, ProblemCode, Result, Staff};
use order::Reader;

/// A paper of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts", optional_fields)]
pub struct Material {
    pub what: PaperKind,
    /// The group it is for; without one, the newest version of the guide and the ideas.
    pub session: Option<SessionId>,
    /// BCP 47 tag of a language the study has. None: its own.
    pub language: Option<String>,
    /// A second language, side by side on posters.
    pub beside: Option<String>,
    /// Posters: "A4" to "A1", "Letter", "Tabloid", "ANSI C", "ANSI D". Other papers: "A4" or
    /// "Letter". None: A2 for posters, else A4.
    pub paper: Option<String>,
    /// Posters: upright instead of across.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub portrait: bool,
    #[serde(default)]
    #[ts(as = "Option<PosterSheets>")]
    pub sheets: PosterSheets,
    /// Posters: these ideas only. Empty: all.
    #[serde(default)]
    #[ts(as = "Option<Vec<IdeaId>>")]
    pub ideas: Vec<IdeaId>,
    /// Stickers: the labels, as `materials` names them. None: the first on that paper.
    pub labels: Option<String>,
    /// Handouts, ballots, note sheets: how many. Stickers, seat cards, signing in: for how many
    /// people. None: a handout, else for each seat.
    pub copies: Option<u32>,
    /// Ballots: without a box for the seat, as a secret round needs.
    #[serde(default)]
    #[ts(as = "Option<bool>")]
    pub secret: bool,
}

impl Material {
    /// A paper as it is printed where nothing is said.
    fn of(what: PaperKind) -> Self {
        Self {
            what,
            session: None,
            language: None,
            beside: None,
            paper: None,
            portrait: false,
            sheets: PosterSheets::Whole,
            ideas: Vec::new(),
            labels: None,
            copies: None,
            secret: false,
        }
    }
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
    /// What staff call it.
    pub staff_name: String,
    /// Whether a native speaker has checked every word. The study's own language counts as checked.
    pub checked: bool,
    /// When the last of them was read, where somebody has read all.
    pub checked_at: Option<Moment>,
    /// Ideas whose every word is there in it, of all.
    pub ideas: u32,
    pub of: u32,
    /// Texts that are there in it, of all that participants read. The others stay in the study's
    /// own language.
    pub texts: u32,
    pub of_texts: u32,
}

/// For which group.
#[derive(Clone, Copy, Debug, Default, Deserialize, TS)]
#[ts(export_to = "api.ts", optional_fields)]
pub struct OfMaterials {
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
#[ts(export_to = "api.ts", optional_fields)]
pub struct PagesOf {
    pub material: Material,
    /// The first page that is wanted, from 0.
    #[serde(default)]
    #[ts(as = "Option<u32>")]
    pub from: usize,
    /// How many at the most. None: all.
    #[ts(as = "Option<u32>")]
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
    /// On what they are printed.
    pub sheets: Vec<SheetsOf>,
}

/// So many sheets of one paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SheetsOf {
    /// "A4"; a size without a name in millimetres.
    pub paper: String,
    pub count: u32,
}

pub fn material_pages(ctx: &mut Ctx, _: Staff, req: PagesOf) -> Result<MaterialPages> {
    let order = ctx.read(|tx| Reader::default().order(tx, &req.material))?;
    let pages = print::pages(&order)?;
    let of = pages.pages.len();
    ctx.workshop.press.counted.insert(order.mark(), of);
    let to = req.count.map_or(of, |count| of.min(req.from.saturating_add(count)));
    Ok(MaterialPages {
        pages: (req.from..to).map(|n| report::svg(&pages, n)).collect(),
        of,
        sheets: print::sheets(&pages),
    })
}

/// The paper of that name.
fn paper(name: Option<&String>, usual: Paper) -> Result<Paper> {
    name.map_or(Some(usual), |name| Paper::named(name))
        .ok_or_else(|| Problem::new(ProblemCode::NotFound).with("what", "paper"))
}

//! The pack: which papers a group needs, in which languages, and how many of each.

use domain::SessionId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    Material, PaperKind, PosterSheets,
    order::Reader,
    print::{self, NOTE_SHEETS, SPARE, is_iso},
};
use crate::{Ctx, ProblemCode, Result, Staff};
use report::pack::Paper;

/// Copies for those who read another language, where nothing is said.
const READERS: u32 = 2;
/// Handouts in large print, where nothing is said.
const LARGE: u32 = 1;

/// A pack as it is wanted. All of it may be left out.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(export_to = "api.ts", optional_fields)]
pub struct PackAsked {
    /// The groups it is for. None: any.
    pub sessions: Option<Vec<SessionId>>,
    /// The papers in it. None: all.
    pub papers: Option<Vec<PaperKind>>,
    /// Tags of languages; what everybody gets is in the first. None: the study's own.
    pub languages: Option<Vec<String>>,
    /// Posters: the first language and another side by side, in place of a poster for each.
    pub side_by_side: Option<bool>,
    /// At the table. None: as planned.
    pub people: Option<u32>,
    /// Ballots more than people. None: two.
    pub spare: Option<u32>,
    /// Handouts and ballots in each language after the first. None: two.
    pub readers: Option<u32>,
    /// Handouts in large print. None: one.
    pub large: Option<u32>,
    /// Paper of the posters. None: A2. With a size of the US the other papers are Letter.
    pub paper: Option<String>,
    pub portrait: Option<bool>,
    pub sheets: Option<PosterSheets>,
    /// Posters: these ideas only.
    pub ideas: Option<Vec<domain::IdeaId>>,
    /// Labels for stickers, as `materials` names them.
    pub labels: Option<String>,
    /// Ballots without a box for the seat.
    pub secret: Option<bool>,
}

/// A paper of the pack. Each poster is one.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PackPaper {
    pub material: Material,
    /// What its pages hang on, and no more: the same mark, the same pages.
    pub mark: String,
}

/// The papers of a pack, in their order. Nothing is laid out.
pub fn pack_papers(ctx: &mut Ctx, _: Staff, asked: PackAsked) -> Result<Vec<PackPaper>> {
    ctx.read(|tx| {
        let mut reader = Reader::default();
        let groups: Vec<Option<SessionId>> = match asked.sessions.as_deref() {
            None | Some([]) => vec![None],
            Some(sessions) => sessions.iter().copied().map(Some).collect(),
        };
        let mut papers = Vec::new();
        for session in groups {
            for material in of_group(reader.told(tx, session)?, &asked, session)? {
                let mark = reader.order(tx, &material)?.mark();
                papers.push(PackPaper { material, mark });
            }
        }
        Ok(papers)
    })
}

/// The papers of one group.
fn of_group(
    told: &super::fill::Told,
    asked: &PackAsked,
    session: Option<SessionId>,
) -> Result<Vec<Material>> {
    let people = print::copies(asked.people, told.people())?;
    let own = told.language().to_owned();
    let languages = match asked.languages.as_deref() {
        None | Some([]) => vec![own],
        Some(languages) => languages.to_vec(),
    };
    let on = asked.paper.as_deref().unwrap_or("A2");
    let office = Paper::named(on).filter(|paper| !is_iso(*paper)).map(|_| "Letter".to_owned());
    let wanted = asked.papers.clone().unwrap_or_else(|| PaperKind::ALL.to_vec());
    let mut all = Vec::new();
    for what in PaperKind::ALL.into_iter().filter(|what| wanted.contains(what)) {
        let plain = Material { session, paper: office.clone(), ..Material::of(what) };
        if what == PaperKind::Posters {
            all.extend(posters(told, asked, &languages, &plain)?);
            continue;
        }
        for (place, language) in languages.iter().enumerate() {
            let copies = copies(what, place, people, asked);
            if copies == 0 {
                continue;
            }
            // What is for staff stands in their own language.
            let staff = matches!(what, PaperKind::Guide | PaperKind::NoteSheets);
            all.push(Material {
                language: (!staff).then(|| language.clone()),
                labels: asked.labels.clone().filter(|_| what == PaperKind::Stickers),
                secret: what == PaperKind::Ballots && asked.secret.unwrap_or(false),
                copies: Some(copies),
                ..plain.clone()
            });
        }
    }
    Ok(all)
}

/// How many of a paper in a language, by its place among them; 0: none in that one.
fn copies(what: PaperKind, place: usize, people: u32, asked: &PackAsked) -> u32 {
    let first = place == 0;
    let readers = asked.readers.unwrap_or(READERS);
    match what {
        PaperKind::Ballots if first => people + asked.spare.unwrap_or(SPARE),
        PaperKind::Handout | PaperKind::SeatCards | PaperKind::Stickers if first => people,
        PaperKind::Handout | PaperKind::Ballots => readers,
        PaperKind::LargePrint if first => asked.large.unwrap_or(LARGE),
        PaperKind::Consent => people,
        PaperKind::Guide if !first => 0,
        PaperKind::DoorSign | PaperKind::Guide => 1,
        PaperKind::NoteSheets if first => NOTE_SHEETS,
        _ => 0,
    }
}

/// A poster for each idea that has all its words, in each language or side by side.
fn posters(
    told: &super::fill::Told,
    asked: &PackAsked,
    languages: &[String],
    plain: &Material,
) -> Result<Vec<Material>> {
    let pairs: Vec<(&String, Option<&String>)> = match languages {
        [first, others @ ..] if asked.side_by_side.unwrap_or(false) && !others.is_empty() => {
            others.iter().map(|other| (first, Some(other))).collect()
        }
        _ => languages.iter().map(|language| (language, None)).collect(),
    };
    let mut all = Vec::new();
    for (language, beside) in pairs {
        let whole = match told.whole(&[Some(language), beside.map(String::as_str)]) {
            Err(problem) if problem.code == ProblemCode::NoWholePoster => continue,
            whole => whole?,
        };
        for (idea, number) in told.ideas().iter().zip(1..) {
            let wanted = asked.ideas.as_ref().is_none_or(|ideas| ideas.contains(&idea.id));
            if wanted && whole.contains(&number) {
                all.push(Material {
                    language: Some(language.clone()),
                    beside: beside.cloned(),
                    paper: asked.paper.clone(),
                    portrait: asked.portrait.unwrap_or(false),
                    sheets: asked.sheets.unwrap_or_default(),
                    ideas: vec![idea.id.clone()],
                    ..plain.clone()
                });
            }
        }
    }
    Ok(all)
}

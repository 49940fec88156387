//! Posters while their ideas are being written: how they fit, and what they look like.

use std::collections::BTreeMap;

use domain::{DesignId, Idea, IdeaId, reading};
use report::pack::{self, BoxPart, Edition, Paper, Print, TextBox, Turn};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{fill::Told, paper, speech};
use crate::{Ctx, Problem, ProblemCode, Result, Staff};

/// The posters of a version, on a paper.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PostersOf {
    pub design: DesignId,
    /// None: A2.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<String>,
}

/// How an idea fits its poster, and who can read it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaFit {
    pub idea: IdeaId,
    /// Sheets it takes; the stickers go on the first. None: it cannot be printed, see `problem`.
    pub sheets: Option<u32>,
    /// Size of its words, in hundredths of the full size.
    pub size: u32,
    /// The description on the paper, in points.
    pub points: u32,
    /// In years. None: too few words to tell, or not English.
    pub reading_age: Option<u32>,
    /// Why it cannot be printed.
    pub problem: Option<Problem>,
}

pub fn poster_fits(ctx: &mut Ctx, _: Staff, req: PostersOf) -> Result<Vec<IdeaFit>> {
    let print = Print::on(paper(req.paper.as_ref(), Paper::A2)?);
    ctx.read(|tx| {
        let told = Told::of_version(tx, req.design)?;
        let pack = told.pack();
        let fit = |(idea, printed): (&Idea, &pack::Idea)| {
            speech::with(&pack.language, &BTreeMap::new(), |words| {
                fit(&Edition { pack: &pack, words }, &idea.id, printed, print)
            })
        };
        Ok(told.ideas().iter().zip(&pack.ideas).map(fit).collect())
    })
}

/// The poster of an idea of a version, as it is kept or with other words.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaPosterOf {
    pub design: DesignId,
    pub idea: IdeaId,
    /// What is being typed in the place of what is kept.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub description: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub examples: Option<Vec<String>>,
    /// None: A2.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<String>,
}

/// A poster as it prints, and how its words fit it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaPoster {
    /// One SVG a sheet.
    pub pages: Vec<String>,
    pub fit: IdeaFit,
    /// Words to cut from the end, about, for it to stand on one sheet; 0 where it does.
    pub over: u32,
    /// Words to cut from the end of one sheet, about, for it to stand there in full size.
    pub over_full: u32,
    /// Lines that stand on further sheets.
    pub lines_over: u32,
    /// Where its texts stand on the first sheet, to be edited there.
    pub boxes: Vec<PosterBox>,
    /// Where the room for words ends on the first sheet, and how wide that is: pixels of the page.
    pub end: f32,
    pub width: f32,
}

/// A text on a poster. Lengths are pixels of the page, from its upper left.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PosterBox {
    pub part: PosterPart,
    /// The place of an example among the others, from 0.
    pub n: u32,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    /// Of its letters, and from line to line.
    pub size: f32,
    pub leading: f32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum PosterPart {
    Name,
    Description,
    Example,
}

impl From<TextBox> for PosterBox {
    fn from(found: TextBox) -> Self {
        let TextBox { part, x, y, width, height, size, leading } = found;
        let (part, n) = match part {
            BoxPart::Name => (PosterPart::Name, 0),
            BoxPart::Description => (PosterPart::Description, 0),
            BoxPart::Example(at) => (PosterPart::Example, u32::try_from(at).unwrap_or(u32::MAX)),
        };
        Self { part, n, x, y, width, height, size, leading }
    }
}

pub fn idea_poster(ctx: &mut Ctx, _: Staff, req: IdeaPosterOf) -> Result<IdeaPoster> {
    let print = Print::on(paper(req.paper.as_ref(), Paper::A2)?);
    ctx.read(|tx| {
        let told = Told::of_version(tx, req.design)?;
        let mut pack = told.pack();
        let unknown = || Problem::new(ProblemCode::UnknownIdea).with("idea", &req.idea);
        let at = told.ideas().iter().position(|idea| idea.id == req.idea).ok_or_else(unknown)?;
        let printed = pack.ideas.get_mut(at).ok_or_else(unknown)?;
        if let Some(name) = req.name {
            printed.name = name;
        }
        if let Some(description) = req.description {
            printed.description = description;
        }
        if let Some(examples) = req.examples {
            printed.examples = examples;
        }
        let printed = printed.clone();
        speech::with(&pack.language, &BTreeMap::new(), |words| {
            let edition = Edition { pack: &pack, words };
            let fit = fit(&edition, &req.idea, &printed, print);
            let pages = match pack::posters(&[edition], print, &[printed.number]) {
                Ok(laid) => (0..laid.pages.len()).map(|n| report::svg(&laid, n)).collect(),
                Err(_) => Vec::new(),
            };
            // What takes two sheets is first to be brought down to one.
            let (over, over_full) = match fit.sheets {
                Some(1) if fit.size < 100 => {
                    (0, cut(&edition, &printed, print, pack::Fit::is_full))
                }
                Some(0 | 1) | None => (0, 0),
                Some(_) => (cut(&edition, &printed, print, |fit| fit.sheets == 1), 0),
            };
            // Why there are none stands in the fit.
            let placed = pack::boxes(&edition, &printed, print).ok();
            let (end, width) = placed.as_ref().map_or((0.0, 0.0), |found| (found.end, found.page));
            let lines_over = placed.as_ref().map_or(0, |found| found.over);
            Ok(IdeaPoster {
                pages,
                fit,
                over,
                over_full,
                lines_over: u32::try_from(lines_over).unwrap_or(u32::MAX),
                boxes: placed.into_iter().flat_map(|found| found.boxes).map(Into::into).collect(),
                end,
                width,
            })
        })
    })
}

fn fit(edition: &Edition, id: &IdeaId, idea: &pack::Idea, print: Print) -> IdeaFit {
    let texts = std::iter::once(&idea.description).chain(&idea.examples).map(String::as_str);
    let reading_age = reading::age(&edition.pack.language, texts);
    let none =
        IdeaFit { idea: id.clone(), sheets: None, size: 0, points: 0, reading_age, problem: None };
    let fit = match pack::fits(edition, idea, print) {
        Ok(fit) => fit,
        Err(error) => return IdeaFit { problem: Some(error.into()), ..none },
    };
    IdeaFit {
        sheets: Some(u32::try_from(fit.sheets).unwrap_or(u32::MAX)),
        size: whole(fit.scale * 100.0),
        points: whole(fit.points),
        ..none
    }
}

/// The fewest words to cut from the end until a poster is `good`; all, where none will do.
fn cut(
    edition: &Edition,
    idea: &pack::Idea,
    print: Print,
    good: impl Fn(&pack::Fit) -> bool,
) -> u32 {
    let will_do = |cut: usize| {
        let shorter = without(idea, cut);
        pack::fits(edition, &shorter, print).is_ok_and(|fit| good(&fit))
    };
    let count = |text: &String| text.split_whitespace().count();
    let words: usize = count(&idea.description) + idea.examples.iter().map(count).sum::<usize>();
    let (mut low, mut high) = (1, words.max(1));
    while low < high {
        let middle = usize::midpoint(low, high);
        if will_do(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    u32::try_from(low).unwrap_or(u32::MAX)
}

/// An idea without so many of its last words.
fn without(idea: &pack::Idea, mut words: usize) -> pack::Idea {
    let mut idea = idea.clone();
    let texts = std::iter::once(&mut idea.description).chain(&mut idea.examples);
    for text in texts.rev() {
        let all: Vec<&str> = text.split_whitespace().collect();
        let left = all.len().saturating_sub(words);
        words = words.saturating_sub(all.len());
        *text = all.get(..left).unwrap_or_default().join(" ");
    }
    idea
}

/// The nearest whole number between 0 and 1000.
fn whole(number: f32) -> u32 {
    (0..=1000u16)
        .min_by(|a, b| {
            let far = |n: u16| (f32::from(n) - number).abs();
            far(*a).total_cmp(&far(*b))
        })
        .map_or(0, u32::from)
}

/// An idea as it is being written, and the paper that its poster is for.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts", optional_fields)]
pub struct PosterIdea {
    pub name: String,
    #[serde(default)]
    pub description: String,
    #[serde(default)]
    pub examples: Vec<String>,
    /// None: A2.
    pub paper: Option<String>,
    #[serde(default)]
    #[ts(as = "Option<bool>")]
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
    let print = Print {
        turn: if req.portrait { Turn::Portrait } else { Turn::Landscape },
        ..Print::on(paper(req.paper.as_ref(), Paper::A2)?)
    };
    let idea = pack::Idea {
        number: 1,
        name: req.name,
        description: req.description,
        examples: req.examples,
        ..pack::Idea::default()
    };
    let said = ctx.read(|tx| Told::new(tx, None)?.said(None))?;
    let fit = said.spoken(|edition| Ok(pack::fits(edition, &idea, print)?))?;
    Ok(PosterFit {
        sheets: u32::try_from(fit.sheets).unwrap_or(u32::MAX),
        size: whole(fit.scale * 100.0).min(100),
    })
}

//! Writing the ideas: their words, their order, their themes.
//!
//! An idea keeps its id in every version, so that what was said of it in one group stands beside
//! what was said in the next. A new one gets an id that no version has had. Posters are numbered
//! as they hang: theme by theme.

use domain::{
    Design, DesignId, Idea, IdeaId, Question, QuestionId, Theme, ThemeId, Words,
    guide_text::{Taken, question_ids, word},
};
use serde::Deserialize;
use ts_rs::TS;

use super::edit;
use crate::{Ctx, Moderator, Problem, ProblemCode, Result};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeIdea {
    pub design: DesignId,
    /// As it is to be, known by its id. Where it hangs is changed by `place_idea`.
    pub idea: Idea,
}

pub fn change_idea(ctx: &mut Ctx, _: Moderator, req: ChangeIdea) -> Result<()> {
    let words = about(&req.idea.name);
    edit(ctx, req.design, words, |design| {
        let at = place_of(design, &req.idea.id)?;
        let theme = design.ideas[at].theme.clone();
        design.ideas[at] = Idea { theme, ..req.idea };
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddIdea {
    pub design: DesignId,
    pub theme: ThemeId,
    pub name: String,
    pub description: String,
}

/// The new idea hangs last in its theme.
pub fn add_idea(ctx: &mut Ctx, _: Moderator, req: AddIdea) -> Result<()> {
    let name = named(&req.name)?;
    let id = IdeaId(taken(ctx, |design| names(&design.ideas))?.free(&word(&name)));
    edit(ctx, req.design, about(&name), |design| {
        theme_at(design, &req.theme)?;
        design.ideas.push(Idea {
            id,
            theme: req.theme,
            short: name.clone(),
            name,
            description: req.description,
            examples: Vec::new(),
            probes: Vec::new(),
            what_ifs: Vec::new(),
            reference: Vec::new(),
            other_services: true,
        });
        as_they_hang(design);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DuplicateIdea {
    pub design: DesignId,
    pub idea: IdeaId,
    /// What the copy is called.
    pub name: String,
}

/// The copy hangs right after the idea it was made from. It has been discussed nowhere.
pub fn duplicate_idea(ctx: &mut Ctx, _: Moderator, req: DuplicateIdea) -> Result<()> {
    let name = named(&req.name)?;
    let id = IdeaId(taken(ctx, |design| names(&design.ideas))?.free(&word(&name)));
    edit(ctx, req.design, about(&name), |design| {
        let at = place_of(design, &req.idea)?;
        let mut ids = question_ids(design);
        let mut anew = |list: &[Question]| -> Vec<Question> {
            let copy = |question: &Question| Question {
                id: QuestionId(ids.free(question.id.as_str())),
                text: question.text.clone(),
            };
            list.iter().map(copy).collect()
        };
        let model = design.ideas[at].clone();
        let copy = Idea {
            id,
            short: name.clone(),
            name,
            probes: anew(&model.probes),
            what_ifs: anew(&model.what_ifs),
            // What earlier groups said, they said of the other.
            reference: Vec::new(),
            ..model
        };
        design.ideas.insert(at + 1, copy);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceIdea {
    pub design: DesignId,
    pub idea: IdeaId,
    pub theme: ThemeId,
    /// The idea of that theme that it hangs before. None: last.
    #[serde(default)]
    pub before: Option<IdeaId>,
}

pub fn place_idea(ctx: &mut Ctx, _: Moderator, req: PlaceIdea) -> Result<()> {
    edit(ctx, req.design, Words::new("did-move-idea"), |design| {
        theme_at(design, &req.theme)?;
        let at = place_of(design, &req.idea)?;
        if req.before.as_ref() == Some(&req.idea) {
            return Ok(());
        }
        let idea = Idea { theme: req.theme, ..design.ideas.remove(at) };
        let before = req.before.map(|id| place_of(design, &id)).transpose()?;
        design.ideas.insert(before.unwrap_or(design.ideas.len()), idea);
        as_they_hang(design);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RemoveIdea {
    pub design: DesignId,
    pub idea: IdeaId,
}

pub fn remove_idea(ctx: &mut Ctx, _: Moderator, req: RemoveIdea) -> Result<()> {
    edit(ctx, req.design, Words::new("did-remove-idea"), |design| {
        let at = place_of(design, &req.idea)?;
        if design.ideas.len() == 1 {
            return Err(ProblemCode::LastIdea.into());
        }
        design.ideas.remove(at);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddTheme {
    pub design: DesignId,
    pub name: String,
}

/// The new theme stands last, with no ideas yet.
pub fn add_theme(ctx: &mut Ctx, _: Moderator, req: AddTheme) -> Result<()> {
    let name = named(&req.name)?;
    let all = |design: &Design| design.themes.iter().map(|t| t.id.as_str().to_owned()).collect();
    let id = ThemeId(taken(ctx, all)?.free(&word(&name)));
    edit(ctx, req.design, about(&name), |design| {
        design.themes.push(Theme { id, name });
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RenameTheme {
    pub design: DesignId,
    pub theme: ThemeId,
    pub name: String,
}

pub fn rename_theme(ctx: &mut Ctx, _: Moderator, req: RenameTheme) -> Result<()> {
    let name = named(&req.name)?;
    edit(ctx, req.design, about(&name), |design| {
        let at = theme_at(design, &req.theme)?;
        design.themes[at].name = name;
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlaceTheme {
    pub design: DesignId,
    pub theme: ThemeId,
    /// The place it takes among the others, from 0.
    pub at: u32,
}

pub fn place_theme(ctx: &mut Ctx, _: Moderator, req: PlaceTheme) -> Result<()> {
    edit(ctx, req.design, Words::new("did-move-theme"), |design| {
        let from = theme_at(design, &req.theme)?;
        let theme = design.themes.remove(from);
        let to = usize::try_from(req.at).unwrap_or(usize::MAX).min(design.themes.len());
        design.themes.insert(to, theme);
        as_they_hang(design);
        Ok(())
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RemoveTheme {
    pub design: DesignId,
    pub theme: ThemeId,
}

pub fn remove_theme(ctx: &mut Ctx, _: Moderator, req: RemoveTheme) -> Result<()> {
    edit(ctx, req.design, Words::new("did-change-settings"), |design| {
        let at = theme_at(design, &req.theme)?;
        if design.ideas.iter().any(|idea| idea.theme == req.theme) {
            let name = &design.themes[at].name;
            return Err(Problem::new(ProblemCode::ThemeNotEmpty).with("theme", name));
        }
        design.themes.remove(at);
        Ok(())
    })
}

fn about(name: &str) -> Words {
    Words::new("did-edit").with("of", name.trim())
}

fn named(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    Ok(name.to_owned())
}

fn names(ideas: &[Idea]) -> Vec<String> {
    ideas.iter().map(|idea| idea.id.as_str().to_owned()).collect()
}

/// The ids of one sort that any version of the study has had.
fn taken(ctx: &mut Ctx, of: impl Fn(&Design) -> Vec<String>) -> Result<Taken> {
    let ids: Vec<String> =
        ctx.read(|tx| Ok(tx.designs()?.iter().flat_map(|version| of(&version.design)).collect()))?;
    Ok(Taken::new(ids.iter().map(String::as_str)))
}

/// Ideas in the order of their themes.
fn as_they_hang(design: &mut Design) {
    let themes = &design.themes;
    let place = |idea: &Idea| themes.iter().position(|theme| theme.id == idea.theme);
    design.ideas.sort_by_key(place);
}

fn place_of(design: &Design, id: &IdeaId) -> Result<usize> {
    let at = design.ideas.iter().position(|idea| &idea.id == id);
    at.ok_or_else(|| Problem::new(ProblemCode::UnknownIdea).with("idea", id))
}

fn theme_at(design: &Design, id: &ThemeId) -> Result<usize> {
    let at = design.themes.iter().position(|theme| &theme.id == id);
    at.ok_or_else(|| Problem::new(ProblemCode::UnknownTheme).with("theme", id))
}

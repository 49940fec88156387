//! The study's words in other languages: which there are, how far each is, writing and checking
//! them.
//!
//! What comes with the method is read as it is. A text is the study's own from the first time that
//! somebody writes or checks it.

mod table;
mod write;

use domain::{
    Checked, Design, DesignId, IdeaId, Moment, TextKey,
    translation::{TextPart, TextState, right_to_left, script, tag},
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

pub use table::*;
pub use write::*;

use crate::{
    Ctx, Problem, ProblemCode, Result, Staff,
    materials::{
        languages::{self, Kept, Text, Tongue},
        speech,
    },
};

/// The study in one version, and what it keeps of languages.
struct Book {
    design: Design,
    /// The study's name.
    study: String,
    kept: Kept,
}

impl Book {
    fn read(tx: &Tx, design: Option<DesignId>) -> Result<Self> {
        let design = match design {
            Some(id) => tx.design(id)?,
            None => tx.newest_design()?,
        };
        let (study, kept) = (tx.study()?.name, Kept::read(tx)?);
        Ok(Self { design: design.design.clone(), study, kept })
    }

    fn tongue(&self, tag: &str) -> Result<Tongue> {
        let found = Tongue::of(&self.design, &self.study, &self.kept, tag);
        found.ok_or_else(|| Problem::new(ProblemCode::NoSuchLanguage).with("language", tag))
    }
}

/// Of which version. None: the newest.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LanguagesOf {
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
}

/// The languages of a study.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LanguagesView {
    /// Tag and name of the language that the study is written in.
    pub own_tag: String,
    pub own_name: String,
    pub languages: Vec<LanguageView>,
}

/// A language, and how far the study is in it.
#[allow(clippy::struct_excessive_bools)] // facts that have nothing to do with each other
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LanguageView {
    /// BCP 47 tag.
    pub tag: String,
    /// What staff call it.
    pub name: String,
    /// Its name in itself.
    pub own_name: String,
    /// Written from right to left.
    pub rtl: bool,
    /// It comes with the method.
    pub shipped: bool,
    /// The study has written or checked something in it, or added it.
    pub kept: bool,
    /// No shipped face has the letters of its script, so nothing can be printed in it.
    pub no_face: bool,
    /// Over all texts that participants read.
    pub progress: TextProgress,
    /// Of each idea, in their order.
    pub ideas: Vec<IdeaProgress>,
}

/// How far some texts are in a language.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TextProgress {
    pub of: u32,
    /// Made from the words as they stand now.
    pub done: u32,
    /// Made from other words.
    pub redo: u32,
    /// Read by a native speaker, and the same since.
    pub checked: u32,
    /// When the last of them was read, where all of them were.
    pub checked_at: Option<Moment>,
}

#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct IdeaProgress {
    pub idea: IdeaId,
    pub progress: TextProgress,
}

impl TextProgress {
    fn of<'a>(texts: impl Iterator<Item = &'a Text> + Clone) -> Self {
        let count = |is: fn(TextState) -> bool| {
            let found = texts.clone().filter(|text| is(text.state)).count();
            u32::try_from(found).unwrap_or(u32::MAX)
        };
        let of = count(|_| true);
        let checked = count(|state| state == TextState::Checked);
        let last = texts.clone().filter_map(|text| text.check.as_ref()).map(|check| check.at).max();
        Self {
            of,
            done: count(TextState::is_done),
            redo: count(|state| state == TextState::Redo),
            checked,
            checked_at: last.filter(|_| checked == of),
        }
    }
}

/// Whether a language's script has no face. A tag that says no script is taken to have one.
fn has_no_face(tag: &str, own_name: &str) -> bool {
    script(tag).is_some_and(|script| !report::covers(&script))
        || !report::unprintable(own_name).is_empty()
}

impl LanguageView {
    fn of(tongue: &Tongue, design: &Design) -> Self {
        let idea = |idea: &domain::Idea| IdeaProgress {
            idea: idea.id.clone(),
            progress: TextProgress::of(
                tongue.texts.iter().filter(|t| t.of.idea.as_ref() == Some(&idea.id)),
            ),
        };
        Self {
            tag: tongue.tag.clone(),
            name: tongue.name.clone(),
            own_name: tongue.own_name.clone(),
            rtl: tongue.rtl(),
            shipped: tongue.shipped,
            kept: tongue.kept,
            no_face: has_no_face(&tongue.tag, &tongue.own_name),
            progress: TextProgress::of(tongue.texts.iter()),
            ideas: design.ideas.iter().map(idea).collect(),
        }
    }
}

pub fn languages(ctx: &mut Ctx, _: Staff, req: LanguagesOf) -> Result<LanguagesView> {
    let book = ctx.read(|tx| Book::read(tx, req.design))?;
    let all = languages::all(&book.design, &book.study, &book.kept);
    Ok(LanguagesView {
        own_tag: book.design.language.clone(),
        own_name: speech::name(&book.design.language),
        languages: all.iter().map(|tongue| LanguageView::of(tongue, &book.design)).collect(),
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TranslationOf {
    /// None: the newest version.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
}

/// All that participants read, beside what it is in a language.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TranslationView {
    pub language: LanguageView,
    pub texts: Vec<TextView>,
}

/// A text on both sides.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct TextView {
    pub key: TextKey,
    pub part: TextPart,
    pub idea: Option<IdeaId>,
    /// The place of an example or a theme among others, from 1. 0: there is one.
    pub n: u32,
    /// As it stands in the study's own language.
    pub words: String,
    pub state: TextState,
    /// In this language. Empty: nothing yet.
    pub text: String,
    /// The words that it was made from, where they are others by now.
    pub made_from: Option<String>,
    pub check: Option<Checked>,
    /// Characters of it that cannot be printed.
    pub odd: Vec<char>,
}

impl TextView {
    fn of(text: Text) -> Self {
        Self {
            state: text.state,
            made_from: (text.state == TextState::Redo).then_some(text.source),
            odd: report::unprintable(&text.says),
            text: text.says,
            check: text.check,
            key: text.of.key,
            part: text.of.part,
            idea: text.of.idea,
            n: text.of.n,
            words: text.of.words,
        }
    }
}

pub fn translation(ctx: &mut Ctx, _: Staff, req: TranslationOf) -> Result<TranslationView> {
    let book = ctx.read(|tx| Book::read(tx, req.design))?;
    let tongue = book.tongue(&req.tag)?;
    Ok(TranslationView {
        language: LanguageView::of(&tongue, &book.design),
        texts: tongue.texts.into_iter().map(TextView::of).collect(),
    })
}

/// A language that is about to be added.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LookAtLanguage {
    pub tag: String,
    #[serde(default)]
    pub own_name: String,
}

/// What its tag and its name say of a language, before it is added.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LanguageLook {
    /// The tag as it is to be written. None: it is no tag.
    pub tag: Option<String>,
    pub rtl: bool,
    /// Nothing can be printed in it.
    pub no_face: bool,
    /// The study has words in it already.
    pub there: bool,
}

pub fn look_at_language(ctx: &mut Ctx, _: Staff, req: LookAtLanguage) -> Result<LanguageLook> {
    let book = ctx.read(|tx| Book::read(tx, None))?;
    let tag = tag(&req.tag);
    let read = tag.as_deref().unwrap_or_default();
    Ok(LanguageLook {
        rtl: right_to_left(read),
        no_face: tag.is_some() && has_no_face(read, &req.own_name),
        there: languages::tags(&book.design, &book.kept).iter().any(|known| known == read)
            || book.design.language == read,
        tag,
    })
}

//! Adding a language, writing its texts, and saying that a native speaker has read them.

use domain::{
    Checked, DesignId, LanguageId, Moment, StudyLanguage, TextKey, Translation, TranslationId,
    Words,
    translation::{TextState, slots, tag},
};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

use super::Book;
use crate::{
    Act, Ctx, Moderator, Problem, ProblemCode, Result,
    materials::languages::{self, Text, Tongue},
};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct AddLanguage {
    pub id: LanguageId,
    /// BCP 47 tag. It also says the direction.
    pub tag: String,
    /// What staff call it.
    pub name: String,
    /// Its name in itself.
    pub own_name: String,
}

pub fn add_language(ctx: &mut Ctx, _: Moderator, req: AddLanguage) -> Result<()> {
    let (name, own_name) = names(&req.name, &req.own_name)?;
    let no_tag = || Problem::new(ProblemCode::NoLanguageTag).with("tag", &req.tag);
    let tag = tag(&req.tag).ok_or_else(no_tag)?;
    ctx.act(|tx| {
        let book = Book::read(tx, None)?;
        let there = languages::tags(&book.design, &book.kept);
        if there.contains(&tag) || book.design.language == tag {
            return Err(Problem::new(ProblemCode::LanguageTwice).with("language", &name));
        }
        let mut act = Act::of_study(Words::new("did-add-language").with("language", &name));
        act.made(StudyLanguage { id: req.id, tag, name, own_name });
        Ok(act)
    })
}

fn names(name: &str, own_name: &str) -> Result<(String, String)> {
    let (name, own_name) = (name.trim(), own_name.trim());
    if name.is_empty() || own_name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    Ok((name.to_owned(), own_name.to_owned()))
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RenameLanguage {
    pub tag: String,
    pub name: String,
    pub own_name: String,
}

pub fn rename_language(ctx: &mut Ctx, _: Moderator, req: RenameLanguage) -> Result<()> {
    let (name, own_name) = names(&req.name, &req.own_name)?;
    ctx.act(|tx| {
        let book = Book::read(tx, None)?;
        let mut act = Act::of_study(Words::new("did-rename-language").with("language", &name));
        let before = row(&mut act, &book, &book.tongue(&req.tag)?);
        let after = StudyLanguage { name, own_name, ..before.clone() };
        act.changed(before, after);
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RemoveLanguage {
    pub tag: String,
}

/// Takes out what the study has written in a language. One that comes with the method is again as
/// it came.
pub fn remove_language(ctx: &mut Ctx, _: Moderator, req: RemoveLanguage) -> Result<()> {
    ctx.act(|tx| {
        let book = Book::read(tx, None)?;
        let name = book.tongue(&req.tag)?.name;
        let mut act = Act::of_study(Words::new("did-remove-language").with("language", name));
        if let Some(row) = book.kept.language(&req.tag).cloned() {
            for written in book.kept.translations.into_iter().filter(|t| t.language == row.id) {
                act.gone(written);
            }
            act.gone(row);
        }
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepTranslation {
    /// The version whose words it is made from. None: the newest.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
    pub key: TextKey,
    /// Empty: as it came with the method, or nothing.
    pub text: String,
}

/// Keeps a text as one that is made from the words as they stand now.
pub fn keep_translation(ctx: &mut Ctx, _: Moderator, req: KeepTranslation) -> Result<()> {
    ctx.act(|tx| {
        let book = Book::read(tx, req.design)?;
        let tongue = book.tongue(&req.tag)?;
        let of = text(&tongue, &req.key)?;
        let words = Words::new("did-keep-translation").with("language", &tongue.name);
        let mut act = Act::of_study(words);
        put(&mut act, &book, &tongue, of, req.text.trim(), &of.of.words)?;
        Ok(act)
    })
}

fn text<'a>(tongue: &'a Tongue, key: &TextKey) -> Result<&'a Text> {
    let unknown = || Problem::new(ProblemCode::UnknownText).with("key", key);
    tongue.text(key).ok_or_else(unknown)
}

/// Puts words in the place of a text, made from some words of the study's own language.
pub(super) fn put(
    act: &mut Act,
    book: &Book,
    tongue: &Tongue,
    of: &Text,
    words: &str,
    source: &str,
) -> Result<()> {
    let before = written(book, tongue, &of.of.key).cloned();
    if words.is_empty() {
        if let Some(before) = before {
            match before.without(&of.source) {
                Some(after) => act.changed(before, after),
                None => act.gone(before),
            }
        }
        return Ok(());
    }
    slots::same(source, words).map_err(|name| {
        Problem::new(ProblemCode::SlotLost).with("slot", format!("{{{name}}}")).because(&of.of.key)
    })?;
    match before {
        Some(before) => {
            let after = before.saying(source, words);
            act.changed(before, after);
        }
        // As it came with the method: nothing to keep.
        None if of.says == words && of.source == source => {}
        None => {
            let language = row(act, book, tongue).id;
            act.made(Translation {
                id: TranslationId(Uuid::now_v7()),
                language,
                key: of.of.key.clone(),
                source: source.to_owned(),
                text: words.to_owned(),
                checked: None,
                earlier: Vec::new(),
            });
        }
    }
    Ok(())
}

/// The study's own text of that name.
fn written<'a>(book: &'a Book, tongue: &Tongue, key: &TextKey) -> Option<&'a Translation> {
    let row = book.kept.language(&tongue.tag)?;
    book.kept.translations.iter().find(|t| t.language == row.id && t.key == *key)
}

/// The study's row of a language, which is made with the first text that it writes in it.
fn row(act: &mut Act, book: &Book, tongue: &Tongue) -> StudyLanguage {
    if let Some(row) = book.kept.language(&tongue.tag) {
        return row.clone();
    }
    let made = act.changes.iter().find_map(|change| match change {
        domain::Change::StudyLanguage(diff) => diff.after.clone(),
        _ => None,
    });
    made.unwrap_or_else(|| {
        let row = StudyLanguage {
            id: LanguageId(Uuid::now_v7()),
            tag: tongue.tag.clone(),
            name: tongue.name.clone(),
            own_name: tongue.own_name.clone(),
        };
        act.made(row.clone());
        row
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CheckTranslation {
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
    /// Empty: every text that can be checked and is not yet.
    pub keys: Vec<TextKey>,
    /// The native speaker who has read both sides: name or role.
    pub by: String,
}

/// Says that a native speaker has read texts and found them right. A change after that takes it
/// back.
pub fn check_translation(ctx: &mut Ctx, _: Moderator, req: CheckTranslation) -> Result<()> {
    let by = req.by.trim();
    if by.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    let at = ctx.at;
    ctx.act(|tx| {
        let book = Book::read(tx, req.design)?;
        let tongue = book.tongue(&req.tag)?;
        let words = Words::new("did-check-translation").with("language", &tongue.name);
        let mut act = Act::of_study(words);
        for key in &req.keys {
            text(&tongue, key)?;
        }
        let asked = |t: &&Text| req.keys.is_empty() || req.keys.contains(&t.of.key);
        for of in tongue.texts.iter().filter(asked).filter(|t| t.state == TextState::Unchecked) {
            check(&mut act, &book, &tongue, of, by, at);
        }
        if act.changes.is_empty() {
            return Err(ProblemCode::NothingToCheck.into());
        }
        Ok(act)
    })
}

fn check(act: &mut Act, book: &Book, tongue: &Tongue, of: &Text, by: &str, at: Moment) {
    let checked =
        Checked { by: by.to_owned(), at, source: of.source.clone(), text: of.says.clone() };
    let language = row(act, book, tongue).id;
    // What came with the method, or moved here with its example, is the study's own from now on.
    match written(book, tongue, &of.of.key).cloned() {
        Some(before) => {
            let said = before.saying(&of.source, &of.says);
            act.changed(before, Translation { checked: Some(checked), ..said });
        }
        None => act.made(Translation {
            id: TranslationId(Uuid::now_v7()),
            language,
            key: of.of.key.clone(),
            source: of.source.clone(),
            text: of.says.clone(),
            checked: Some(checked),
            earlier: Vec::new(),
        }),
    }
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct UncheckTranslation {
    /// The version whose words were read. None: the newest.
    #[serde(default)]
    #[ts(optional)]
    pub design: Option<DesignId>,
    pub tag: String,
    pub key: TextKey,
}

/// Takes a check back.
pub fn uncheck_translation(ctx: &mut Ctx, _: Moderator, req: UncheckTranslation) -> Result<()> {
    ctx.act(|tx| {
        let book = Book::read(tx, req.design)?;
        let tongue = book.tongue(&req.tag)?;
        let words = Words::new("did-uncheck-translation").with("language", &tongue.name);
        let mut act = Act::of_study(words);
        let of = text(&tongue, &req.key)?;
        if let Some(before) = written(&book, &tongue, &req.key).cloned() {
            let after = before.unchecked(&of.source);
            act.changed(before, after);
        }
        Ok(act)
    })
}

//! The translations that come with a method: each text with the words that it was made from.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Mutex, OnceLock, PoisonError},
};

use domain::{
    Budget, Checked, Design, IdeaId, LanguageId, Moment, TextKey, ThemeId, Translation,
    TranslationId,
    translation::{SourceText, TextPart, texts},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::{materials::speech, studies::read_method};

macro_rules! files {
    ($method:literal, $($tag:literal),*) => {
        ($method, &[$(include_str!(concat!(
            "../../../../../../assets/methods/", $method, "/languages/", $tag, ".toml"
        ))),*])
    };
}

/// The languages of each method that comes with the program.
const FILES: &[(&str, &[&str])] = &[files!("policy-ideas", "cy", "pl", "bn", "ur")];

/// A method's posters in one language, as its file has them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// BCP 47 tag.
    language: String,
    /// What staff call it, and what it is called in itself.
    name: String,
    own_name: String,
    /// The native speaker who has checked all of it.
    #[serde(default)]
    checked: Option<By>,
    title: String,
    themes: BTreeMap<ThemeId, String>,
    ideas: BTreeMap<IdeaId, IdeaWords>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct By {
    by: String,
    at: Moment,
}

/// What a poster says of an idea.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct IdeaWords {
    name: String,
    /// Where the whole name does not fit. Empty: it does.
    #[serde(default)]
    short: String,
    description: String,
    examples: Vec<String>,
}

/// A language that comes with a method.
pub(super) struct Shipped {
    pub(super) tag: String,
    pub(super) name: String,
    pub(super) own_name: String,
    checked: Option<By>,
    /// The method's own language, and its stickers.
    from: String,
    budget: Budget,
    /// What the posters say, and what they say in this language.
    posters: Vec<(SourceText, String)>,
}

/// The languages that come with a method. None come with a folder of one's own.
pub(super) fn of(method: &str) -> &'static [Shipped] {
    static READ: OnceLock<Mutex<HashMap<&'static str, &'static [Shipped]>>> = OnceLock::new();
    let Some((name, files)) = FILES.iter().find(|(name, _)| *name == method) else { return &[] };
    let mut all = READ.get_or_init(Default::default).lock().unwrap_or_else(PoisonError::into_inner);
    // Lives as long as the program, once for each method that comes with it.
    all.entry(name).or_insert_with(|| Box::leak(read(name, files).into_boxed_slice()))
}

/// Reads the languages of every method that comes with the program, with the words on its papers.
/// They are read when they are asked for, and kept; who knows that they will be may do so before.
pub fn read_ahead() {
    for language in FILES.iter().flat_map(|(method, _)| of(method)) {
        language.made(language.budget);
    }
}

/// The shipped files are read by a test: one that cannot be is left out.
fn read(method: &str, files: &[&str]) -> Vec<Shipped> {
    let Ok(design) = read_method(method) else { return Vec::new() };
    let file = |text: &&str| Some(shipped(&design, &toml::from_str::<File>(text).ok()?));
    files.iter().filter_map(file).collect()
}

fn shipped(design: &Design, file: &File) -> Shipped {
    let says = |text: &SourceText| {
        let n = usize::try_from(text.n).unwrap_or_default().checked_sub(1);
        let idea = text.idea.as_ref().and_then(|id| file.ideas.get(id));
        Some(match text.part {
            TextPart::Study => &file.title,
            TextPart::Theme => file.themes.get(&design.themes.get(n?)?.id)?,
            TextPart::Name => &idea?.name,
            TextPart::Short if idea?.short.is_empty() => &idea?.name,
            TextPart::Short => &idea?.short,
            TextPart::Description => &idea?.description,
            TextPart::Example => idea?.examples.get(n?)?,
            TextPart::Paper => return None,
        })
    };
    let posters = texts(design, &design.title);
    Shipped {
        tag: file.language.clone(),
        name: file.name.clone(),
        own_name: file.own_name.clone(),
        checked: file.checked.clone(),
        from: design.language.clone(),
        budget: design.budget,
        posters: posters
            .into_iter()
            .filter_map(|text| Some((text.clone(), says(&text)?.clone())))
            .collect(),
    }
}

impl Shipped {
    /// Its texts, with the words on papers for so many stickers.
    pub(super) fn made(&self, budget: Budget) -> Vec<Translation> {
        let theirs = speech::seen(&self.tag, budget);
        let theirs: HashMap<&str, &str> = theirs.iter().map(|(id, text)| (*id, &**text)).collect();
        let mut made: Vec<Translation> =
            self.posters.iter().map(|(of, text)| self.one(&of.key, &of.words, text)).collect();
        for (id, words) in speech::seen(&self.from, budget).iter() {
            if let Some(text) = theirs.get(id) {
                let of = SourceText::paper(id, words);
                made.push(self.one(&of.key, &of.words, text.trim()));
            }
        }
        made
    }

    fn one(&self, key: &TextKey, source: &str, text: &str) -> Translation {
        let checked = self.checked.as_ref().map(|checked| Checked {
            by: checked.by.clone(),
            at: checked.at,
            source: source.to_owned(),
            text: text.to_owned(),
        });
        Translation {
            id: TranslationId(Uuid::nil()),
            language: LanguageId(Uuid::nil()),
            key: key.clone(),
            source: source.to_owned(),
            text: text.to_owned(),
            checked,
            earlier: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_language_has_every_text() {
        for (method, files) in FILES {
            let design = read_method(method).unwrap();
            let known = of(method);
            assert_eq!(known.len(), files.len());
            for language in known {
                let made = language.made(design.budget);
                let all = crate::materials::languages::source(&design, &design.title);
                for text in &all {
                    let tag = &language.tag;
                    let found = made.iter().find(|made| made.key == text.key);
                    let found = found.unwrap_or_else(|| panic!("{tag} lacks {}", text.key));
                    assert_eq!(found.source, text.words, "{tag}: {}", text.key);
                    assert!(!found.text.is_empty(), "{tag}: {}", text.key);
                    domain::translation::slots::same(&found.source, &found.text)
                        .unwrap_or_else(|slot| panic!("{tag}: {} and {{{slot}}}", text.key));
                }
                for idea in &design.ideas {
                    let examples = |made: &&Translation| {
                        made.key.as_str().starts_with(&format!("idea.{}.example-", idea.id))
                    };
                    assert_eq!(made.iter().filter(examples).count(), idea.examples.len());
                }
            }
        }
        assert!(of("a folder of one’s own").is_empty());
    }
}

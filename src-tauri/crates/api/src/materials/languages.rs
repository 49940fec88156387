//! The posters' words in other languages, as they come with a method.
//!
//! A translation is of certain words. Where a study has changed the words of an idea, the
//! translation is no longer of that idea, and is not printed.

use std::collections::BTreeMap;

use domain::{Design, Idea, IdeaId, ThemeId};
use serde::Deserialize;

use crate::studies::read_method;

macro_rules! files {
    ($method:literal, $($tag:literal),*) => {
        ($method, &[$(include_str!(concat!(
            "../../../../../assets/methods/", $method, "/languages/", $tag, ".toml"
        ))),*])
    };
}

/// The languages of each method that comes with the program.
const FILES: &[(&str, &[&str])] = &[files!("policy-ideas", "cy", "pl", "bn", "ur")];

/// A method's posters in one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Translation {
    /// BCP 47 tag.
    pub(super) language: String,
    /// Whether a native speaker has checked it.
    pub(super) checked: bool,
    pub(super) title: String,
    pub(super) themes: BTreeMap<ThemeId, String>,
    pub(super) ideas: BTreeMap<IdeaId, IdeaWords>,
}

/// What a poster says of an idea.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IdeaWords {
    pub(super) name: String,
    /// Where the whole name does not fit. May be empty.
    #[serde(default)]
    pub(super) short: String,
    pub(super) description: String,
    pub(super) examples: Vec<String>,
}

/// The translations of a design's posters, each with those ideas whose words are as translated.
pub(super) fn of(design: &Design) -> Vec<Translation> {
    let Some((_, files)) = FILES.iter().find(|(method, _)| *method == design.method) else {
        return Vec::new();
    };
    let Ok(method) = read_method(&design.method) else { return Vec::new() };
    let same = |id: &IdeaId| {
        let (now, then) = (design.idea(id), method.idea(id));
        now.zip(then).is_some_and(|(now, then)| says(now) == says(then))
    };
    files
        .iter()
        // The shipped files are read by a test.
        .filter_map(|text| toml::from_str::<Translation>(text).ok())
        .map(|mut translation| {
            translation.ideas.retain(|id, _| same(id));
            translation
        })
        .collect()
}

/// What a poster is made from.
fn says(idea: &Idea) -> (&str, &str, &[String]) {
    (&idea.name, &idea.description, &idea.examples)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_language_has_every_idea_and_theme() {
        for (method, files) in FILES {
            let design = read_method(method).unwrap();
            let translations = of(&design);
            assert_eq!(translations.len(), files.len());
            for translation in translations {
                let tag = &translation.language;
                for idea in &design.ideas {
                    let words = translation.ideas.get(&idea.id);
                    let words = words.unwrap_or_else(|| panic!("{tag}: {}", idea.id));
                    assert_eq!(words.examples.len(), idea.examples.len(), "{tag}: {}", idea.id);
                    assert!(!words.name.is_empty() && !words.description.is_empty());
                }
                for theme in &design.themes {
                    assert!(translation.themes.contains_key(&theme.id), "{tag}: {}", theme.id);
                }
            }
        }
    }

    #[test]
    fn an_idea_with_new_words_has_no_translation() {
        let mut design = read_method("policy-ideas").unwrap();
        design.ideas[2].description.push_str(" From next year.");
        for translation in of(&design) {
            assert_eq!(translation.ideas.len(), design.ideas.len() - 1);
            assert!(!translation.ideas.contains_key(&design.ideas[2].id));
        }
    }
}

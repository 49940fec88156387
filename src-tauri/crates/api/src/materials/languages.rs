//! The words of the papers in other languages: the study's own translations, over those that come
//! with its method.
//!
//! A text that was not translated, or that was made from other words than stand there now, stays
//! in the study's own language. What stays is said; what is printed never says something else than
//! the study does.

mod shipped;

use std::collections::BTreeMap;

use domain::{
    Checked, Design, IdeaId, Moment, StudyLanguage, TextKey, Translation,
    translation::{ByKey, SourceText, TextState, find, right_to_left, texts},
};
use store::Tx;

pub use shipped::read_ahead;

use super::speech;
use crate::Result;

/// What a study keeps of languages.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept {
    pub(crate) languages: Vec<StudyLanguage>,
    pub(crate) translations: Vec<Translation>,
}

impl Kept {
    pub(crate) fn read(tx: &Tx) -> Result<Self> {
        Ok(Self { languages: tx.languages()?, translations: tx.translations()? })
    }

    pub(crate) fn language(&self, tag: &str) -> Option<&StudyLanguage> {
        self.languages.iter().find(|language| language.tag == tag)
    }
}

/// A language that a study has words in, or is to have.
#[derive(Clone, Debug)]
pub(crate) struct Tongue {
    /// BCP 47 tag.
    pub(crate) tag: String,
    /// As staff call it, and in itself.
    pub(crate) name: String,
    pub(crate) own_name: String,
    /// Whether it comes with the study's method.
    pub(crate) shipped: bool,
    /// Whether the study has written or checked something in it, or added it.
    pub(crate) kept: bool,
    /// In the order of [`source`].
    pub(crate) texts: Vec<Text>,
}

/// A text, and how far it is in a language.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) of: SourceText,
    pub(crate) state: TextState,
    /// The words that the translation was made from, and what it says. Empty: nothing yet.
    pub(crate) source: String,
    pub(crate) says: String,
    pub(crate) check: Option<Checked>,
}

/// All texts that participants see, in the study's own language.
pub(crate) fn source(design: &Design, study: &str) -> Vec<SourceText> {
    let mut all = texts(design, study);
    let mut paper = speech::seen(&design.language, design.budget);
    if paper.is_empty() {
        paper = speech::seen("en", design.budget);
    }
    all.extend(paper.iter().map(|(id, words)| SourceText::paper(id, words)));
    all
}

/// The tags of the languages that come with the study's method or were added to the study.
pub(crate) fn tags(design: &Design, kept: &Kept) -> Vec<String> {
    let shipped = shipped::of(&design.method).iter().map(|language| language.tag.clone());
    let mut tags: Vec<String> = shipped.filter(|tag| *tag != design.language).collect();
    for language in &kept.languages {
        if !tags.contains(&language.tag) {
            tags.push(language.tag.clone());
        }
    }
    tags
}

/// The languages that a study has words in beside its own: first those of its method.
pub(crate) fn all(design: &Design, study: &str, kept: &Kept) -> Vec<Tongue> {
    let tags = tags(design, kept);
    tags.iter().filter_map(|tag| Tongue::of(design, study, kept, tag)).collect()
}

impl Tongue {
    /// A language of the study. None: it has no such language.
    pub(crate) fn of(design: &Design, study: &str, kept: &Kept, tag: &str) -> Option<Self> {
        let row = kept.language(tag);
        let shipped = shipped::of(&design.method).iter().find(|language| language.tag == tag);
        let (name, own_name) = match (row, shipped) {
            (Some(row), _) => (row.name.clone(), row.own_name.clone()),
            (None, Some(shipped)) => (shipped.name.clone(), shipped.own_name.clone()),
            (None, None) => return None,
        };
        let own: ByKey = kept
            .translations
            .iter()
            .filter(|translation| row.is_some_and(|row| row.id == translation.language))
            .map(|translation| (translation.key.as_str(), translation))
            .collect();
        let made = shipped.map(|shipped| shipped.made(design.budget)).unwrap_or_default();
        let method: ByKey = made.iter().map(|t| (t.key.as_str(), t)).collect();
        let text = |of: SourceText| {
            let found = find(&of, &own, &method);
            Text {
                state: found.state,
                source: found.source.to_owned(),
                says: found.text.to_owned(),
                check: found.check.cloned(),
                of,
            }
        };
        let texts = source(design, study).into_iter().map(text).collect();
        Some(Self {
            tag: tag.to_owned(),
            name,
            own_name,
            shipped: shipped.is_some(),
            kept: row.is_some(),
            texts,
        })
    }

    /// Whether it is written from right to left.
    pub(crate) fn rtl(&self) -> bool {
        right_to_left(&self.tag)
    }

    pub(crate) fn text(&self, key: &TextKey) -> Option<&Text> {
        self.texts.iter().find(|text| text.of.key == *key)
    }

    /// The words of a text, where they are of the words that stand there now.
    pub(super) fn says(&self, key: &str) -> Option<&str> {
        let text = self.texts.iter().find(|text| text.of.key.as_str() == key)?;
        text.state.is_done().then_some(text.says.as_str())
    }

    /// When a native speaker read the last of its texts; none, where one was not read.
    pub(super) fn checked_at(&self) -> Option<Moment> {
        let read: Option<Vec<Moment>> = (self.texts.iter())
            .map(|text| {
                let check = text.check.as_ref().filter(|_| text.state == TextState::Checked)?;
                Some(check.at)
            })
            .collect();
        read?.into_iter().max()
    }

    /// The texts of an idea.
    pub(crate) fn of_idea(&self, idea: &IdeaId) -> impl Iterator<Item = &Text> {
        self.texts.iter().filter(move |text| text.of.idea.as_ref() == Some(idea))
    }

    /// Whether all of an idea is there: a poster in two languages at once is not what was meant.
    pub(super) fn has_whole(&self, idea: &IdeaId) -> bool {
        self.of_idea(idea).all(|text| text.state.is_done())
    }

    /// The words that stand on papers whatever the study, by the names of their messages.
    pub(super) fn paper_words(&self) -> BTreeMap<String, String> {
        let word = |text: &Text| {
            let id = text.of.key.as_str().strip_prefix("paper.")?;
            text.state.is_done().then(|| (id.to_owned(), text.says.clone()))
        };
        self.texts.iter().filter_map(word).collect()
    }
}

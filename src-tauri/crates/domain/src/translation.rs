//! What people see, in other languages: the texts of a study, and the translations made of them.
//!
//! A translation keeps the words that it was made from, so that it is out of date as soon as they
//! are others, and what it was of other words waits beside it: each version finds its own. A check keeps the words of both sides, so that it goes with the first change, comes
//! back with Undo, and is never of words that a merge put together.

pub mod slots;
mod tag;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Design, IdeaId, LanguageId, Moment, TextKey, TranslationId};

pub use tag::{right_to_left, script, tag};

/// A language that a study has words in beside its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct StudyLanguage {
    pub id: LanguageId,
    /// BCP 47 tag; it also says the direction. See [`right_to_left`].
    pub tag: String,
    /// As staff call it: "Welsh".
    pub name: String,
    /// As its speakers call it: "Cymraeg".
    pub own_name: String,
}

/// One text in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Translation {
    pub id: TranslationId,
    pub language: LanguageId,
    pub key: TextKey,
    /// The words that it was made from.
    pub source: String,
    pub text: String,
    /// The last check by a native speaker. It counts for the words that it names.
    #[serde(default)]
    pub checked: Option<Checked>,
    /// What it says where the study says something else: in an older version, say. No two are of
    /// the same words.
    #[serde(default)]
    pub earlier: Vec<Earlier>,
}

/// A translation of words that another version of the study has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Earlier {
    pub source: String,
    pub text: String,
    #[serde(default)]
    pub checked: Option<Checked>,
}

/// A native speaker has read both sides and found that they say the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Checked {
    /// Name or role, as typed.
    pub by: String,
    pub at: Moment,
    /// What was read, on both sides.
    pub source: String,
    pub text: String,
}

impl Translation {
    /// What it says, the newest first.
    fn wordings(&self) -> impl Iterator<Item = Wording<'_>> {
        let newest =
            Wording { source: &self.source, text: &self.text, checked: self.checked.as_ref() };
        let earlier = self.earlier.iter().rev().map(|one| Wording {
            source: &one.source,
            text: &one.text,
            checked: one.checked.as_ref(),
        });
        std::iter::once(newest).chain(earlier)
    }

    /// The same text, said of some words. What it said of others waits beside it, so that a
    /// version with those words has its translation still.
    #[must_use]
    pub fn saying(&self, source: &str, text: &str) -> Self {
        let (source, text) = (source.to_owned(), text.to_owned());
        if self.source == source {
            return Self { text, ..self.clone() };
        }
        let newest = Earlier {
            source: self.source.clone(),
            text: self.text.clone(),
            checked: self.checked.clone(),
        };
        let mut earlier = self.earlier.clone();
        let at = earlier.iter().position(|one| one.source == source);
        let checked = at.and_then(|at| earlier.remove(at).checked);
        earlier.push(newest);
        Self { source, text, checked, earlier, ..self.clone() }
    }

    /// The same text without what it says of some words. None: nothing is left of it.
    pub fn without(&self, source: &str) -> Option<Self> {
        let mut earlier = self.earlier.clone();
        if self.source != source {
            earlier.retain(|one| one.source != source);
            return Some(Self { earlier, ..self.clone() });
        }
        let Earlier { source, text, checked } = earlier.pop()?;
        Some(Self { source, text, checked, earlier, ..self.clone() })
    }

    /// The same text, with what it says of some words read by nobody.
    #[must_use]
    pub fn unchecked(&self, source: &str) -> Self {
        let mut after = self.clone();
        if after.source == source {
            after.checked = None;
        }
        for one in after.earlier.iter_mut().filter(|one| one.source == source) {
            one.checked = None;
        }
        after
    }
}

/// What a translation says of some words.
#[derive(Clone, Copy)]
struct Wording<'a> {
    source: &'a str,
    text: &'a str,
    checked: Option<&'a Checked>,
}

impl<'a> Wording<'a> {
    /// The check, where it is of the words that stand here.
    fn check(&self) -> Option<&'a Checked> {
        self.checked.filter(|c| c.source == self.source && c.text == self.text)
    }
}

/// What a text is on the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum TextPart {
    /// The name of the study.
    Study,
    Theme,
    Name,
    /// The name where there is little room.
    Short,
    Description,
    Example,
    /// What stands on a paper whatever the study: "I like this most".
    Paper,
}

/// A text to be put into other languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SourceText {
    pub key: TextKey,
    pub part: TextPart,
    /// The idea it belongs to.
    pub idea: Option<IdeaId>,
    /// The place of an example or a theme among others of its kind, from 1. 0: there is one.
    pub n: u32,
    pub words: String,
}

impl SourceText {
    fn new(key: String, part: TextPart, words: &str) -> Self {
        Self { key: TextKey(key), part, idea: None, n: 0, words: words.trim().to_owned() }
    }

    /// A text that stands on papers whatever the study.
    pub fn paper(id: &str, words: &str) -> Self {
        Self::new(format!("paper.{id}"), TextPart::Paper, words)
    }
}

/// The texts of a study that participants see: its name, its themes, its ideas.
///
/// What is for staff stays in the study's own language. A short name that is the name is no text
/// of its own.
pub fn texts(design: &Design, study: &str) -> Vec<SourceText> {
    let mut all = vec![SourceText::new("study".to_owned(), TextPart::Study, study)];
    for (n, theme) in (1..).zip(&design.themes) {
        let text = SourceText::new(format!("theme.{}", theme.id), TextPart::Theme, &theme.name);
        all.push(SourceText { n, ..text });
    }
    for idea in &design.ideas {
        let mut add = |what: &str, part, n, words: &str| {
            let text = SourceText::new(format!("idea.{}.{what}", idea.id), part, words);
            all.push(SourceText { idea: Some(idea.id.clone()), n, ..text });
        };
        add("name", TextPart::Name, 0, &idea.name);
        if idea.short.trim() != idea.name.trim() {
            add("short", TextPart::Short, 0, &idea.short);
        }
        add("description", TextPart::Description, 0, &idea.description);
        for (n, example) in (1..).zip(&idea.examples) {
            add(&format!("example-{n}"), TextPart::Example, n, example);
        }
    }
    all.retain(|text| !text.words.is_empty());
    all
}

/// How far a text is in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum TextState {
    Missing,
    /// Made from other words than those that stand there now.
    Redo,
    /// Of these words, and read by no native speaker yet.
    Unchecked,
    Checked,
}

impl TextState {
    /// Whether it can be printed in the place of the source.
    pub fn is_done(self) -> bool {
        matches!(self, Self::Unchecked | Self::Checked)
    }
}

/// A text in a language, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worded<'a> {
    pub state: TextState,
    /// What it was made from, and what it says. Empty: nothing yet.
    pub source: &'a str,
    pub text: &'a str,
    pub check: Option<&'a Checked>,
}

/// Translations by what they are of: the study's own, or those that come with its method.
pub type ByKey<'a> = BTreeMap<&'a str, &'a Translation>;

/// Finds a text among the study's own translations and then in what comes with the method: what
/// was made of the words as they stand first, else what was made of others.
///
/// Examples may change places: a translation of the same words under another number will do.
pub fn find<'a>(of: &SourceText, own: &ByKey<'a>, method: &ByKey<'a>) -> Worded<'a> {
    let now = |found: &&'a Translation| {
        found.wordings().find(|w| w.source.trim() == of.words && !w.text.is_empty())
    };
    let current = [own, method].into_iter().find_map(|all| {
        let same = all.get(of.key.as_str()).and_then(now);
        same.or_else(|| beside(of, all).find_map(now))
    });
    let old = || {
        let found = own.get(of.key.as_str()).or_else(|| method.get(of.key.as_str()))?;
        found.wordings().next().filter(|wording| !wording.text.is_empty())
    };
    let Some(found) = current.or_else(old) else {
        return Worded { state: TextState::Missing, source: "", text: "", check: None };
    };
    let check = found.check().filter(|_| current.is_some());
    let state = match (current, check) {
        (None, _) => TextState::Redo,
        (Some(_), None) => TextState::Unchecked,
        (Some(_), Some(_)) => TextState::Checked,
    };
    Worded { state, source: found.source, text: found.text, check }
}

/// The translations of an idea's other examples.
fn beside<'b, 'a>(
    of: &SourceText,
    all: &'b ByKey<'a>,
) -> impl Iterator<Item = &'b &'a Translation> {
    let stem = of.key.as_str().trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let is = move |key: &str| of.part == TextPart::Example && key.starts_with(&stem);
    all.iter().filter(move |(key, _)| is(key)).map(|(_, translation)| translation)
}

//! What a spelling stands for: "W" is Female, "B" is ABC1, "Y – asthma" is yes.

use std::collections::HashMap;

use super::{
    Meaning, Target, Vocabulary,
    words::{plain, plain_value},
};
use crate::Design;

/// A spelling, and what it was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    pub text: String,
    /// Whether it is one of the values that the study offers, or was said to be meant.
    pub known: bool,
    /// Whether nobody needs to look at it: the spelling as a whole is a usual one.
    pub usual: bool,
}

/// The values of the columns, looked up once each.
pub(super) struct Values<'a> {
    design: &'a Design,
    words: &'a Vocabulary,
    meanings: &'a [Meaning],
    seen: Vec<HashMap<String, usize>>,
    all: Vec<Value>,
}

impl<'a> Values<'a> {
    pub fn new(design: &'a Design, words: &'a Vocabulary, meanings: &'a [Meaning]) -> Self {
        Self { design, words, meanings, seen: Vec::new(), all: Vec::new() }
    }

    /// What `text` stands for in a column of `target`, which is always called by the same number:
    /// its place among all values.
    pub fn find(&mut self, column: usize, target: &Target, text: &str) -> usize {
        if let Some(place) = self.seen.get(column).and_then(|seen| seen.get(text)) {
            return *place;
        }
        self.all.push(self.look_up(target, text));
        if self.seen.len() <= column {
            self.seen.resize_with(column + 1, HashMap::new);
        }
        self.seen[column].insert(text.to_owned(), self.all.len() - 1);
        self.all.len() - 1
    }

    /// The value at a place that was found.
    pub fn at(&self, place: usize) -> Option<&Value> {
        self.all.get(place)
    }

    /// What somebody said this spelling means, where they did.
    pub fn said(&self, target: &Target, text: &str) -> Option<&'a str> {
        let spelling = plain_value(text);
        let mut said = self.meanings.iter().filter(|m| &m.target == target);
        said.find(|m| plain_value(&m.spelling) == spelling).map(|m| m.value.as_str())
    }

    fn look_up(&self, target: &Target, text: &str) -> Value {
        if let Some(said) = self.said(target, text) {
            return Value { text: said.to_owned(), known: true, usual: true };
        }
        let offered = self.offered(target);
        // The whole, then its first word: "Y – asthma" says yes, and the rest is not kept.
        let whole = plain_value(text);
        let first = whole.split(' ').next().unwrap_or_default().to_owned();
        for spelling in [&whole, &first] {
            let known = |text: &str| Value {
                text: text.to_owned(),
                known: true,
                usual: *spelling == whole && (*target != Target::Sex || is_near(&whole, text)),
            };
            if let Some(value) = offered.iter().find(|value| plain(value) == *spelling) {
                return known(value);
            }
            for meaning in self.words.meaning(target, self.design, spelling) {
                if let Some(value) = offered.iter().find(|v| plain(v) == plain(meaning)) {
                    return known(value);
                }
                if offered.is_empty() && *target == Target::Sex {
                    return known(meaning);
                }
            }
        }
        let known = offered.is_empty() && *target != Target::Sex;
        Value { text: text.to_owned(), known, usual: known }
    }

    /// The values that the study offers, none where anything goes.
    fn offered(&self, target: &Target) -> &'a [String] {
        let Target::Attribute(id) = target else { return &[] };
        let found = self.design.attributes.iter().find(|a| &a.id == id);
        found.map_or(&[], |attribute| attribute.values.as_slice())
    }
}

/// Whether a reading needs no word: "F" and "female" are Female, "W" is too but says so.
fn is_near(from: &str, to: &str) -> bool {
    plain(to).starts_with(from)
}

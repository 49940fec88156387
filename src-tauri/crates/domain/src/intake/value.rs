//! What a spelling stands for: "W" is Female, "B" is ABC1, "Y – asthma" is yes.

use std::collections::HashMap;

use super::{
    Meaning, Target, Vocabulary,
    words::{plain, plain_value},
};
use crate::Design;

/// What a spelling was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// Empty where the spelling says nothing.
    pub text: String,
    pub how: How,
}

/// How sure it is what a spelling stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The spelling as a whole is a usual one, or somebody said what it means: nobody needs to look.
    Sure,
    /// One of the values that the study offers, by a part of it or in other words.
    Likely,
    /// None of the values that the study offers: taken as it is written.
    AsWritten,
    /// A mark, like an “x”, that means nothing in such a column.
    NotUnderstood,
}

/// The values of the columns, looked up once each.
pub(super) struct Values<'a> {
    design: &'a Design,
    words: &'a Vocabulary,
    meanings: &'a [Meaning],
    /// By column, the places of the spellings.
    seen: Vec<Seen>,
    all: Vec<Value>,
}

/// Few spellings are found quicker by looking along them.
const FEW: usize = 8;

/// Where what the spellings of a column stand for is found.
#[derive(Default)]
struct Seen {
    /// The first of them: most columns have no more.
    few: Vec<(String, usize)>,
    others: HashMap<String, usize>,
}

impl Seen {
    fn find(&self, text: &str) -> Option<usize> {
        let known = self.few.iter().find(|(spelling, _)| spelling == text);
        known.map(|(_, place)| *place).or_else(|| self.others.get(text).copied())
    }

    fn keep(&mut self, text: &str, place: usize) {
        if self.few.len() < FEW {
            self.few.push((text.to_owned(), place));
        } else {
            self.others.insert(text.to_owned(), place);
        }
    }
}

impl<'a> Values<'a> {
    pub fn new(design: &'a Design, words: &'a Vocabulary, meanings: &'a [Meaning]) -> Self {
        Self { design, words, meanings, seen: Vec::new(), all: Vec::new() }
    }

    /// What `text` stands for in a column of `target`, which is always called by the same number:
    /// its place among all values.
    pub fn find(&mut self, column: usize, target: &Target, text: &str) -> usize {
        if let Some(place) = self.seen.get(column).and_then(|seen| seen.find(text)) {
            return place;
        }
        self.all.push(self.look_up(target, text));
        if self.seen.len() <= column {
            self.seen.resize_with(column + 1, Seen::default);
        }
        self.seen[column].keep(text, self.all.len() - 1);
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
        let value = |text: &str, how| Value { text: text.to_owned(), how };
        if let Some(said) = self.said(target, text) {
            return value(said, How::Sure);
        }
        let offered = self.offered(target);
        // The whole, then its first word: "Y – asthma" says yes, and the rest is not kept.
        let whole = plain_value(text);
        let first = whole.split(' ').next().unwrap_or_default().to_owned();
        for spelling in [&whole, &first] {
            let known = |text: &str| {
                let usual = *spelling == whole && (*target != Target::Sex || is_near(&whole, text));
                value(text, if usual { How::Sure } else { How::Likely })
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
        if offered.is_empty() && *target != Target::Sex {
            return value(text, How::Sure);
        }
        if !self.words.is_mark(&whole) {
            return value(text, How::AsWritten);
        }
        // "Another way (X)" is what an “x” stands for where no other value has one.
        let mut such = offered.iter().filter(|v| plain(v).split(' ').any(|word| word == whole));
        match (such.next(), such.next()) {
            (Some(one), None) => value(one, How::Likely),
            _ => value("", How::NotUnderstood),
        }
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

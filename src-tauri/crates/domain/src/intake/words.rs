//! How recruiters write things, as data: `assets/recruiting/words.toml`.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::{Band, Target};
use crate::{Attribute, Design};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    titles: Vec<String>,
    totals: Vec<String>,
    bands: Vec<String>,
    yes_no: BTreeMap<String, Vec<String>>,
    concept: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    of: String,
    headings: Vec<String>,
    #[serde(default)]
    values: BTreeMap<String, Vec<String>>,
}

/// Words by which a column, and what stands in it, is recognised.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub(super) titles: Vec<String>,
    pub(super) totals: Vec<String>,
    pub(super) bands: Vec<Band>,
    yes_no: HashMap<String, String>,
    concepts: Vec<Concept>,
}

#[derive(Clone, Debug)]
struct Concept {
    /// None: of whichever attribute of the study has one of the headings for a name.
    target: Option<Target>,
    headings: Vec<String>,
    /// By spelling, what it stands for.
    values: HashMap<String, String>,
}

/// Why the words were refused: they are a file that somebody may have changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct BrokenWords(String);

impl Vocabulary {
    /// Reads the file of words.
    pub fn read(toml: &str) -> Result<Self, BrokenWords> {
        let file: File = toml::from_str(toml).map_err(|e| BrokenWords(e.to_string()))?;
        let concepts = file.concept.into_iter().map(|entry| {
            let target = match entry.of.as_str() {
                "attribute" => None,
                of => {
                    Some(Target::try_from(of.to_owned()).map_err(|e| BrokenWords(e.to_string()))?)
                }
            };
            Ok(Concept {
                target,
                headings: entry.headings.iter().map(|h| plain(h)).collect(),
                values: by_spelling(entry.values),
            })
        });
        let plain_all = |words: Vec<String>| words.iter().map(|w| plain(w)).collect();
        Ok(Self {
            concepts: concepts.collect::<Result<_, BrokenWords>>()?,
            titles: plain_all(file.titles),
            totals: plain_all(file.totals),
            bands: file.bands.iter().filter_map(|band| Band::read(band)).collect(),
            yes_no: by_spelling(file.yes_no),
        })
    }

    /// The headings by which something is recognised, plain, the likeliest first.
    pub(super) fn headings<'a>(&'a self, target: &Target, design: &Design) -> Vec<&'a str> {
        let concept = self.concept(target, design);
        concept.map_or_else(Vec::new, |c| c.headings.iter().map(String::as_str).collect())
    }

    /// What a spelling stands for, by the words of its own column and then by yes and no: as the
    /// column has them, and as they are. Nobody's sex is yes or no.
    pub(super) fn meaning(&self, target: &Target, design: &Design, spelling: &str) -> Vec<&str> {
        let yes_no = self.yes_no.get(spelling).filter(|_| *target != Target::Sex);
        let concept = self.concept(target, design);
        let own = |spelling: &str| concept.and_then(|c| c.values.get(spelling));
        let meant = own(spelling).into_iter().chain(yes_no.and_then(|word| own(word)));
        meant.chain(yes_no).map(String::as_str).collect()
    }

    /// Whether a spelling is how people write yes or no, and says nothing else: "x", "1", "n/a".
    pub(super) fn is_mark(&self, spelling: &str) -> bool {
        self.yes_no.contains_key(spelling)
    }

    /// Whether a word is what stands before a name: "Mrs".
    pub(super) fn is_title(&self, word: &str) -> bool {
        // No name is so short that looking closer would cost anything.
        let longest = self.titles.iter().map(String::len).max().unwrap_or_default();
        word.len() <= longest + 1 && self.titles.contains(&plain(word))
    }

    fn concept(&self, target: &Target, design: &Design) -> Option<&Concept> {
        let Target::Attribute(id) = target else {
            return self.concepts.iter().find(|c| c.target.as_ref() == Some(target));
        };
        let attribute = design.attributes.iter().find(|a| &a.id == id)?;
        let names = names(attribute);
        self.concepts
            .iter()
            .find(|c| c.target.is_none() && c.headings.iter().any(|h| names.contains(h)))
    }
}

/// What an attribute is called, plain.
pub(super) fn names(attribute: &Attribute) -> [String; 2] {
    [plain(&attribute.name), plain(&attribute.id.to_string())]
}

fn by_spelling(values: BTreeMap<String, Vec<String>>) -> HashMap<String, String> {
    let mut all = HashMap::new();
    for (value, spellings) in values {
        for spelling in spellings {
            all.insert(plain_value(&spelling), value.clone());
        }
        all.insert(plain_value(&value), value);
    }
    all
}

/// Text as it is compared: small letters and figures, with one space between words.
pub(super) fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut blank = false;
    let mut put = |c: char| {
        if c.is_alphanumeric() {
            if blank && !kept.is_empty() {
                kept.push(' ');
            }
            blank = false;
            kept.push(c);
        } else if c != '.' && c != '\'' && c != '’' {
            // "D.O.B" is "dob".
            blank = true;
        }
    };
    for c in text.chars() {
        // Every name of a long sheet comes through here, and most have only such letters.
        if c.is_ascii() {
            put(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut put);
        }
    }
    kept
}

/// As [`plain`], where a dash alone is an answer too.
pub(super) fn plain_value(text: &str) -> String {
    let kept = plain(text);
    if kept.is_empty() { text.trim().replace(['–', '—', '−'], "-") } else { kept }
}

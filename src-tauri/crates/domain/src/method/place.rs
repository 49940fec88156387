//! Where in a file something stands: what the checks say about a design, found again in its text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Design;

/// One step on the way to a value.
#[derive(Clone, Debug)]
pub enum Step {
    Key(String),
    /// From 0.
    Item(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Self::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(item: usize) -> Self {
        Self::Item(item)
    }
}

/// The way to a value, such as `stages`, 2, `activities`, 0, `minutes`.
#[derive(Clone, Debug)]
pub struct Place(Vec<Step>);

impl Place {
    pub fn new(root: &str) -> Self {
        Self(vec![root.into()])
    }

    /// One step further.
    #[must_use]
    pub fn then(&self, step: impl Into<Step>) -> Self {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Self(steps)
    }

    /// The name at the top level of the file.
    pub fn root(&self) -> &str {
        match self.0.first() {
            Some(Step::Key(key)) => key,
            _ => "",
        }
    }

    /// The activity, lens or idea of a design that it is in, by name.
    pub fn thing<'a>(&self, design: &'a Design) -> Option<&'a str> {
        let item = |step: Option<&Step>| match step {
            Some(Step::Item(item)) => Some(*item),
            _ => None,
        };
        let first = item(self.0.get(1))?;
        match self.root() {
            "stages" => {
                let stage = design.stages.get(first)?;
                let activity = item(self.0.get(3)).and_then(|at| stage.activities.get(at));
                Some(activity.map_or(stage.title.as_str(), |activity| activity.title.as_str()))
            }
            "lenses" => design.lenses.get(first).map(|lens| lens.name.as_str()),
            "ideas" => design.ideas.get(first).map(|idea| idea.name.as_str()),
            _ => None,
        }
    }

    /// The bytes of `text` where it stands: as far along the way as the text goes.
    pub fn span(&self, text: &str) -> Range<usize> {
        let Ok(table) = DeTable::parse(text) else { return 0..0 };
        let mut span = 0..0;
        let whole = table.span();
        let mut here = Spanned::new(whole, DeValue::Table(table.into_inner()));
        for step in &self.0 {
            let next = match (step, here.into_inner()) {
                (Step::Key(key), DeValue::Table(mut table)) => {
                    table.remove_entry(key.as_str()).map(|(key, value)| {
                        span = key.span();
                        value
                    })
                }
                (Step::Item(item), DeValue::Array(array)) => {
                    array.into_iter().nth(*item).inspect(|value| span = value.span())
                }
                _ => None,
            };
            let Some(next) = next else { break };
            here = next;
        }
        span
    }
}

/// The first text in a file that says nothing, and the first id that is not a word.
pub fn bad_text(text: &str) -> Option<(Range<usize>, String)> {
    let table = DeTable::parse(text).ok()?;
    bad_in_table(table.get_ref())
}

fn bad_in_table(table: &DeTable) -> Option<(Range<usize>, String)> {
    table.iter().find_map(|(key, value)| {
        let name = key.get_ref();
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                Some((value.span(), format!("“{name}” is empty")))
            }
            DeValue::String(id) if name == "id" && !is_word(id) => Some((
                value.span(),
                format!("“{id}” is no id: lower-case letters, digits and single dashes only"),
            )),
            inner => bad_in(inner, name),
        }
    })
}

fn bad_in(value: &DeValue, name: &str) -> Option<(Range<usize>, String)> {
    match value {
        DeValue::Table(table) => bad_in_table(table),
        DeValue::Array(array) => array.iter().find_map(|item| match item.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                Some((item.span(), format!("a line of “{name}” is empty")))
            }
            inner => bad_in(inner, name),
        }),
        _ => None,
    }
}

pub fn is_word(id: &str) -> bool {
    id.split('-').all(|part| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
    })
}

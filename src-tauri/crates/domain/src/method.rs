//! Reading a method: three TOML files in, one design out, or a refusal that names the line.

mod check;
mod place;
mod said;
#[cfg(test)]
mod tests;

use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{Attribute, Budget, Design, Idea, Kind, Lens, Scale, Slot, Stage, Theme, Values};
use place::Place;
pub(crate) use place::is_word;

/// One file of a method.
#[derive(Clone, Copy, Debug)]
pub struct MethodFile<'a> {
    /// As a refusal names it: `policy-ideas/guide.toml`.
    pub name: &'a str,
    pub text: &'a str,
}

/// The three files of a method.
#[derive(Clone, Copy, Debug)]
pub struct MethodFiles<'a> {
    /// What the room needs: kinds of group, stickers, scale, values, lenses, slots.
    pub method: MethodFile<'a>,
    /// The stages and their activities.
    pub guide: MethodFile<'a>,
    /// The themes and their ideas.
    pub ideas: MethodFile<'a>,
}

/// Why a method was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct MethodError {
    pub file: String,
    /// From 1.
    pub line: usize,
    /// In plain English: it is for whoever writes the method.
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MethodPart {
    method: String,
    title: String,
    about: String,
    source: String,
    language: String,
    kinds: Vec<Kind>,
    budget: Budget,
    scale: Scale,
    attributes: Vec<Attribute>,
    values: Values,
    lenses: Vec<Lens>,
    slots: Vec<Slot>,
    thanks: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GuidePart {
    stages: Vec<Stage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdeasPart {
    themes: Vec<Theme>,
    ideas: Vec<Idea>,
}

/// Reads a method, or says which line of which file is wrong, and why.
pub fn read(files: &MethodFiles) -> Result<Design, MethodError> {
    let method: MethodPart = files.method.parse()?;
    let guide: GuidePart = files.guide.parse()?;
    let ideas: IdeasPart = files.ideas.parse()?;
    for file in [files.method, files.guide, files.ideas] {
        if let Some((span, reason)) = place::bad_text(file.text) {
            return Err(file.refuse(&span, reason));
        }
    }
    let design = Design {
        method: method.method,
        title: method.title,
        about: method.about,
        source: method.source,
        language: method.language,
        kinds: method.kinds,
        budget: method.budget,
        scale: method.scale,
        attributes: method.attributes,
        values: method.values,
        lenses: method.lenses,
        slots: method.slots,
        stages: guide.stages,
        themes: ideas.themes,
        ideas: ideas.ideas,
        thanks: method.thanks,
        because: Vec::new(),
    };
    check::design(&design).map_err(|(place, reason)| files.refuse(&place, reason))?;
    Ok(design)
}

/// What keeps a design that is being written from being kept, in plain English. Its minutes need
/// not add up yet; everything else has to fit together as in a method's files.
///
/// # Errors
/// The first thing that does not fit, with the name of the activity, lens or idea it is in.
pub fn fits(design: &Design) -> Result<(), String> {
    said::all(design)?;
    check::parts(design).map_err(|(place, reason)| match place.thing(design) {
        Some(thing) => format!("{thing}: {reason}"),
        None => reason,
    })
}

impl MethodFile<'_> {
    fn parse<T: DeserializeOwned>(&self) -> Result<T, MethodError> {
        toml::from_str(self.text).map_err(|error| {
            let span = error.span().unwrap_or_default();
            self.refuse(&span, error.message().replace('\n', ", "))
        })
    }

    fn refuse(&self, span: &Range<usize>, reason: String) -> MethodError {
        let before = self.text.bytes().take(span.start);
        let line = before.filter(|&byte| byte == b'\n').count() + 1;
        MethodError { file: self.name.to_owned(), line, reason }
    }
}

impl MethodFiles<'_> {
    fn refuse(&self, place: &Place, reason: String) -> MethodError {
        // Every list has a name of its own, so the name says which file it is in.
        let file = match place.root() {
            "stages" => self.guide,
            "themes" | "ideas" => self.ideas,
            _ => self.method,
        };
        file.refuse(&place.span(file.text), reason)
    }
}

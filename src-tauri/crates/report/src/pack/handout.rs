//! The texts of the posters, to be handed out once the stickers are placed.

use crate::doc::{Block, Rule, Sheet};
use crate::style::Role;
use crate::{Error, Pages, Result};

use super::parts::{Running, dashes, heading, paragraph};
use super::{Edition, Idea, Office};

/// Sizes of print.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PrintSize {
    /// 12 points; a little less where that saves a sheet.
    #[default]
    Usual,
    /// No word is smaller than 18 points.
    Large,
}

/// The smallest words in large print, in pixels: 18 points.
const LARGE: f32 = 24.0;

/// Pixels between two ideas, and of how many hundredths of its size the print is.
type Setting = (f32, f32);
const USUAL: Setting = (22.0, 1.0);
/// Where that saves a sheet: 11 points and a half.
const CLOSER: Setting = (12.0, 0.95);

/// Lays out the ideas one after another, by theme, as their posters say them. Where the last page
/// would be a sheet of its own, the ideas stand closer if that keeps it.
pub fn handout(edition: &Edition, paper: Office, print: PrintSize) -> Result<Pages> {
    let usual = laid(edition, paper, print, USUAL)?;
    let saves_none = usual.pages.len() % 2 == 0 || usual.pages.len() == 1;
    if print == PrintSize::Large || saves_none {
        return Ok(usual);
    }
    let closer = laid(edition, paper, print, CLOSER)?;
    Ok(if closer.pages.len() < usual.pages.len() { closer } else { usual })
}

fn laid(edition: &Edition, paper: Office, print: PrintSize, (air, zoom): Setting) -> Result<Pages> {
    let pack = edition.pack;
    if pack.ideas.is_empty() {
        return Err(Error::Nothing);
    }
    let words = &edition.words;
    let mut blocks = vec![
        heading(1, Role::PaperTitle, words.of("handout")),
        Block::Space(4.0),
        paragraph(Role::PaperLead, words.of("handout-lead")),
        Block::Space(24.0),
    ];
    for (place, theme) in pack.themes.iter().enumerate() {
        let ideas: Vec<&Idea> = pack.ideas.iter().filter(|idea| idea.theme == place).collect();
        for (i, idea) in ideas.into_iter().enumerate() {
            let mut together = Vec::new();
            if i == 0 {
                together.push(Block::Rule(Rule::Ink));
                together.push(heading(2, Role::PageQuiet, theme));
                together.push(Block::Space(8.0));
            }
            together.extend(told(edition, idea));
            blocks.push(Block::Together(together));
            blocks.push(Block::Space(air));
        }
    }
    let sheet = match print {
        PrintSize::Usual => Sheet { size: paper.size(), zoom, ..Sheet::default() },
        PrintSize::Large => Sheet { size: paper.size(), zoom: 1.5, least: LARGE },
    };
    let what = "handout";
    Running { edition, what, sheet }.pages(blocks)
}

fn told(edition: &Edition, idea: &Idea) -> Vec<Block> {
    let mut blocks = vec![
        heading(3, Role::PageIdea, format!("{} {}", idea.number, idea.name)),
        Block::Space(2.0),
    ];
    if !idea.description.trim().is_empty() {
        blocks.push(paragraph(Role::Page, &idea.description));
    }
    let examples: Vec<String> =
        idea.examples.iter().filter(|words| !words.trim().is_empty()).cloned().collect();
    if !examples.is_empty() {
        blocks.push(Block::Space(6.0));
        blocks.push(paragraph(Role::PageQuiet, edition.words.of("poster-example")));
        blocks.push(dashes(Role::Page, &examples));
    }
    blocks
}

//! The print pack from the command line.

use std::path::Path;

use api::Workshop;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{Document, Done, Outcome, study::ask};
use crate::files;

/// How papers of the print pack are printed.
#[derive(Args)]
pub struct Printed {
    /// Paper: A4, A3, A2, A1, Letter, Tabloid, "ANSI C" or "ANSI D" for posters (A2 when nothing
    /// is said), A4 or Letter for the rest.
    #[arg(long)]
    paper: Option<String>,
    /// The language, as its tag: en, cy, pl, bn, ur. The study's own when nothing is said.
    #[arg(long)]
    language: Option<String>,
    /// A second language, side by side on posters.
    #[arg(long)]
    beside: Option<String>,
    /// Posters upright instead of across.
    #[arg(long)]
    portrait: bool,
    /// On what sheets posters come out of the printer.
    #[arg(long, value_enum, default_value_t = Sheets::Whole)]
    sheets: Sheets,
    /// Only the poster of this idea, such as user-charging. May be given several times.
    #[arg(long)]
    idea: Vec<String>,
    /// Label stock for stickers, such as "40 mm round, 24 on A4".
    #[arg(long)]
    labels: Option<String>,
    /// How many ballots or note sheets; for how many people stickers.
    #[arg(long)]
    copies: Option<u32>,
    /// Ballots without a box for the seat, as a secret round needs.
    #[arg(long)]
    secret: bool,
}

/// On what sheets posters come out of the printer.
#[derive(Clone, Copy, ValueEnum)]
enum Sheets {
    /// One sheet each.
    Whole,
    /// A larger sheet with crop marks, printed beyond the cut.
    Cut,
    /// Several sheets of an office printer, with marks to lay them by.
    Tiled,
}

/// Writes a paper, or all of them in one file.
pub fn export(
    file: &Path,
    what: Document,
    session: Option<String>,
    how: Printed,
    out: &Path,
) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let papers = match what.paper() {
        Some(paper) => vec![paper.to_owned()],
        None => all(&ask(&mut workshop, "materials", json!({}))?),
    };
    let sheets = match how.sheets {
        Sheets::Whole => "whole",
        Sheets::Cut => "cut",
        Sheets::Tiled => "tiled",
    };
    let materials: Vec<Value> = papers
        .iter()
        .map(|paper| {
            // In the whole pack the size is that of the posters.
            let size = how.paper.as_ref().filter(|_| papers.len() == 1 || paper == "posters");
            let beside = how.beside.as_ref().filter(|_| paper == "posters");
            json!({
                "what": paper, "session": session, "paper": size, "language": how.language,
                "beside": beside, "portrait": how.portrait, "sheets": sheets, "ideas": how.idea,
                "labels": how.labels, "copies": how.copies, "secret": how.secret,
            })
        })
        .collect();
    let with = json!({ "materials": materials, "path": files::absolute(out) });
    ask(&mut workshop, "export_materials", with)?;
    Ok(Outcome::Well)
}

/// Every paper that the program prints.
fn all(materials: &Value) -> Vec<String> {
    let listed = materials["papers"].as_array().map(Vec::as_slice).unwrap_or_default();
    listed.iter().filter_map(|paper| paper.as_str().map(str::to_owned)).collect()
}

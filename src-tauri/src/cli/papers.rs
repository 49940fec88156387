//! The print pack from the command line.

use std::{
    io::{IsTerminal, Write, stderr},
    path::Path,
    thread,
    time::Duration,
};

use api::Workshop;
use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::{
    Document, Done, Outcome,
    study::{all_sessions, ask},
};
use crate::files;

/// Time between two looks at papers in the making.
const GLANCE: Duration = Duration::from_millis(40);

/// How papers of the print pack are printed.
#[derive(Args)]
pub struct Printed {
    /// Paper: A4, A3, A2, A1, Letter, Tabloid, "ANSI C" or "ANSI D" for posters (A2 when nothing
    /// is said), A4 or Letter for the rest.
    #[arg(long)]
    paper: Option<String>,
    /// The language, as its tag: en, cy, pl, bn, ur. The study's own when nothing is said. May be
    /// given several times: posters in each; of a pack, what everybody gets is in the first.
    #[arg(long)]
    language: Vec<String>,
    /// A second language, side by side on posters. In a pack, handouts and ballots are in both.
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
    /// How many handouts, ballots or note sheets; for how many people stickers, seat cards or the
    /// sheet for signing in. Not for the pack: see --people.
    #[arg(long)]
    copies: Option<u32>,
    /// Ballots without a box for the seat, as a secret round needs.
    #[arg(long)]
    secret: bool,
    #[command(flatten)]
    file: Filed,
    #[command(flatten)]
    pack: Packed,
}

/// What becomes of the pages.
#[derive(Args)]
struct Filed {
    /// A zip with a file for each document and language, in place of one PDF.
    #[arg(long)]
    zip: bool,
    /// Say how far it is on standard error, page by page. On a terminal it is said anyway.
    #[arg(long)]
    progress: bool,
}

/// What only the whole pack has.
#[derive(Args)]
struct Packed {
    /// The pack: for this many people. As planned when nothing is said.
    #[arg(long)]
    people: Option<u32>,
    /// The pack: ballots more than people. Two when nothing is said.
    #[arg(long)]
    spare: Option<u32>,
    /// The pack: handouts and ballots in each language after the first. Two when nothing is said.
    #[arg(long)]
    readers: Option<u32>,
    /// The pack: handouts in large print. One when nothing is said.
    #[arg(long)]
    large: Option<u32>,
    /// The pack: for every group that has not had its evening, one after another.
    #[arg(long, conflicts_with = "session")]
    to_come: bool,
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

impl Sheets {
    /// As a call says it.
    fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Cut => "cut",
            Self::Tiled => "tiled",
        }
    }
}

/// Writes a paper, or the whole pack.
pub fn export(
    file: &Path,
    what: Document,
    session: Option<String>,
    how: Printed,
    out: &Path,
) -> Done {
    // Checking the file and reading these take about as long.
    thread::spawn(api::read_ahead);
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let materials = match what.paper() {
        Some(paper) => one(paper, session.as_deref(), &how),
        None => pack(&mut workshop, session, &how)?,
    };
    let with = json!({ "materials": materials, "zip": how.file.zip, "path": files::absolute(out) });
    if what.paper().is_none_or(|paper| paper == "posters") && how.idea.is_empty() {
        tell_left_out(&mut workshop, &how)?;
    }
    if how.file.progress || stderr().is_terminal() {
        ask(&mut workshop, "make_papers", with)?;
        return follow(&mut workshop);
    }
    ask(&mut workshop, "export_materials", with)?;
    Ok(Outcome::Well)
}

/// Says which languages have words for some of the posters only: the others are not printed.
fn tell_left_out(workshop: &mut Workshop, how: &Printed) -> Done {
    let known = ask(workshop, "materials", json!({}))?;
    for language in how.language.iter().chain(&how.beside) {
        let all = known["languages"].as_array().map(Vec::as_slice).unwrap_or_default();
        let found = all.iter().find(|known| known["tag"].as_str() == Some(language));
        let count = |key| found.and_then(|known| known[key].as_u64()).unwrap_or(0);
        if (1..count("of")).contains(&count("ideas")) {
            let (whole, of) = (count("ideas"), count("of"));
            writeln!(
                stderr(),
                "{language}: {whole} of {of} posters have all their words; the rest is left out."
            )?;
        }
    }
    Ok(Outcome::Well)
}

/// One paper, in each language that is asked for.
fn one(paper: &str, session: Option<&str>, how: &Printed) -> Vec<Value> {
    let beside = how.beside.as_ref().filter(|_| paper == "posters");
    let languages: Vec<Option<&String>> = match how.language.as_slice() {
        [] => vec![None],
        languages => languages.iter().map(Some).collect(),
    };
    let of = |language| {
        json!({
            "what": paper, "session": session, "paper": how.paper, "language": language,
            "beside": beside, "portrait": how.portrait, "sheets": how.sheets.word(),
            "ideas": how.idea, "labels": how.labels, "copies": how.copies, "secret": how.secret,
        })
    };
    languages.into_iter().map(of).collect()
}

/// The papers of the pack.
fn pack(
    workshop: &mut Workshop,
    session: Option<String>,
    how: &Printed,
) -> api::Result<Vec<Value>> {
    let mut sessions: Vec<Value> = session.into_iter().map(Value::from).collect();
    if how.pack.to_come {
        let all = all_sessions(workshop)?.into_iter().map(|mut card| card["session"].take());
        let to_come = all.filter(|s| s["ended"].is_null() && s["cancelled"].is_null());
        sessions = to_come.map(|mut session| session["id"].take()).collect();
    }
    let mut languages = how.language.clone();
    if let Some(beside) = &how.beside {
        if languages.is_empty() {
            let listed = ask(workshop, "materials", json!({}))?;
            languages.extend(listed["languages"][0]["tag"].as_str().map(str::to_owned));
        }
        languages.push(beside.clone());
    }
    let ideas = Some(&how.idea).filter(|ideas| !ideas.is_empty());
    let asked = json!({
        "sessions": sessions, "languages": languages, "side_by_side": how.beside.is_some(),
        "people": how.pack.people, "spare": how.pack.spare, "readers": how.pack.readers,
        "large": how.pack.large, "paper": how.paper, "portrait": how.portrait,
        "sheets": how.sheets.word(), "ideas": ideas, "labels": how.labels, "secret": how.secret,
    });
    let papers = ask(workshop, "pack_papers", asked)?;
    let listed = papers.as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(listed.iter().map(|paper| paper["material"].clone()).collect())
}

/// Waits until the papers are there, and says how far they are.
fn follow(workshop: &mut Workshop) -> Done {
    let terminal = stderr().is_terminal();
    let mut said = 0;
    loop {
        let now = ask(workshop, "papers_progress", Value::Null)?;
        let pages = now["pages"].as_u64().unwrap_or(0);
        if pages > said {
            said = pages;
            let of = now["of"].as_u64().map(|of| format!(" of {of}")).unwrap_or_default();
            let what = now["what"].as_str().unwrap_or_default().replace('_', " ");
            let language = now["language"].as_str().unwrap_or_default();
            // On a terminal it is one line that changes.
            let (begin, end) = if terminal { ("\r\u{1b}[K", "") } else { ("", "\n") };
            write!(stderr(), "{begin}Page {pages}{of}, {what}, {language}.{end}")?;
        }
        if now["ended"] == true {
            if terminal && said > 0 {
                write!(stderr(), "\r\u{1b}[K")?;
            }
            let problem: Option<api::Problem> = serde_json::from_value(now["problem"].clone())?;
            return problem.map_or(Ok(Outcome::Well), |problem| Err(problem.into()));
        }
        thread::sleep(GLANCE);
    }
}

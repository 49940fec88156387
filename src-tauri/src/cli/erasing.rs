//! Erasing a person from the command line.

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use api::Workshop;
use serde_json::{Value, json};

use super::{Done, Outcome, Stop, study::ask};
use crate::files;

/// Who it is, and where the receipt goes.
#[derive(clap::Args)]
pub struct Wanted {
    /// The session's id, as session list prints it.
    #[arg(long, requires = "seat", required_unless_present = "person")]
    session: Option<String>,
    /// The person's seat there.
    #[arg(long, requires = "session")]
    seat: Option<u32>,
    /// In place of both: the person's id, as show prints it. So somebody is found who has no seat.
    #[arg(long, conflicts_with = "session")]
    person: Option<String>,
    /// Only say what would go and what would stay.
    #[arg(long)]
    preview: bool,
    /// Where the receipt goes. Without it, into a folder “Receipts” beside the study.
    #[arg(long)]
    receipt: Option<PathBuf>,
}

pub fn erase(file: &Path, wanted: &Wanted) -> Done {
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let person = person(&mut workshop, wanted)?;
    let mut out = stdout().lock();
    if wanted.preview {
        let look = ask(&mut workshop, "preview_erasing", json!({ "participant": person }))?;
        for part in ["goes", "stays", "mend"] {
            for line in look["erasing"][part].as_array().into_iter().flatten() {
                writeln!(out, "{part}\t{}", line.as_str().unwrap_or_default())?;
            }
        }
        writeln!(out, "copies\t{}", look["copies"])?;
        return Ok(Outcome::Well);
    }
    let mut with = json!({ "participant": person });
    if let Some(receipt) = &wanted.receipt {
        with["receipt"] = json!(files::absolute(receipt));
    }
    let receipt = ask(&mut workshop, "erase_person", with)?;
    write!(out, "{}", receipt["text"].as_str().unwrap_or_default())?;
    if let Some(path) = receipt["path"].as_str() {
        writeln!(out, "\n{path}")?;
    }
    let problem = [&receipt["problem"], &receipt["swept"]["problem"]];
    let problems: Vec<api::Problem> =
        problem.into_iter().filter_map(|told| serde_json::from_value(told.clone()).ok()).collect();
    for problem in &problems {
        eprintln!("{}", problem.words());
    }
    Ok(if problems.is_empty() { Outcome::Well } else { Outcome::Refused })
}

/// Whose id it is that was asked for.
fn person(workshop: &mut Workshop, wanted: &Wanted) -> Result<Value, Stop> {
    if let Some(person) = &wanted.person {
        return Ok(json!(person));
    }
    let evening = ask(workshop, "evening", json!({ "session": wanted.session }))?;
    let mut people = evening["participants"].as_array().into_iter().flatten();
    let there = people.find(|person| person["seat"] == json!(wanted.seat));
    let there = there.ok_or(Stop::Unclear("Nobody sits there: say --seat N, or --person ID."))?;
    Ok(there["id"].clone())
}

//! People from a recruiter's sheet.

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use api::{Actor, Workshop};
use chrono::Utc;
use serde_json::{Value, json};

use super::{Done, Outcome, Stop};
use crate::files;

/// More rows than a sheet may have.
const ALL: u32 = 1_000_000;

/// What was asked for beside the study and the sheet.
#[derive(clap::Args)]
pub struct Wanted {
    /// The recruiter's sheet: XLSX, XLS, ODS or CSV.
    #[arg(long, required_unless_present = "guide")]
    people: Option<PathBuf>,
    /// The group of those whose row names none: the session's id, as show prints it.
    #[arg(long)]
    session: Option<String>,
    /// What a column is: its letter or its heading, and name, surname, session, seat, sex, age,
    /// place, attribute:ID, phone, email or out. As in --map "B=name" --map "Grp=session".
    #[arg(long = "map", value_name = "COLUMN=WHAT")]
    maps: Vec<String>,
    /// The place of the sheet in its file, from 1. Without it, the likeliest.
    #[arg(long)]
    sheet: Option<usize>,
    /// Keep phone and e-mail too, apart from the record.
    #[arg(long)]
    contacts: bool,
    /// What comes first in a date in figures: without it, what most of its column says.
    #[arg(long, value_enum, value_name = "FIRST")]
    dates: Option<Dates>,
    /// Say row by row what would come in, and bring in nobody.
    #[arg(long)]
    preview: bool,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Dates {
    /// 06/07/1994 is in July.
    DayFirst,
    /// 06/07/1994 is in June.
    MonthFirst,
}

pub fn people(file: &Path, wanted: &Wanted) -> Done {
    let Some(people) = &wanted.people else {
        return Err(Stop::Unclear("Say which sheet: --people SHEET."));
    };
    let mut workshop = Workshop::open(&files::absolute(file))?;
    let mut ask =
        |call: &str, with: Value| workshop.call(Actor::Moderator, call, with, Utc::now(), None);
    let path = files::absolute(people);
    let read = ask("read_sheet", json!({ "path": path }))?;
    let place = match wanted.sheet {
        Some(number) => number.saturating_sub(1),
        None => read["likeliest"].as_u64().and_then(|at| at.try_into().ok()).unwrap_or_default(),
    };
    let sheet = &read["sheets"][place];
    let mut how = json!({
        "path": path, "mark": read["mark"], "sheet": place, "heading": sheet["heading"],
        "columns": columns(sheet, &wanted.maps)?, "contacts": wanted.contacts,
    });
    if let Some(session) = &wanted.session {
        how["session"] = json!(session);
    }
    if let Some(dates) = wanted.dates {
        how["dates"] = json!(match dates {
            Dates::DayFirst => "day_first",
            Dates::MonthFirst => "month_first",
        });
    }
    let mut out = stdout().lock();
    if !wanted.preview {
        let done = ask("import_people", how)?;
        writeln!(out, "{}", api::imported_words(&done))?;
        return Ok(Outcome::Well);
    }
    let preview = ask("preview_import", json!({ "how": how, "count": ALL }))?;
    for column in sheet["columns"].as_array().into_iter().flatten().zip(all(&how["columns"])) {
        let ((read, taken), text) =
            (column, |value: &Value| value.as_str().unwrap_or("").to_owned());
        writeln!(out, "{}\t{}\t{}", text(&read["letter"]), text(&read["heading"]), text(taken))?;
    }
    writeln!(out)?;
    for row in all(&preview["rows"]) {
        let name = row["name"].as_str().unwrap_or_default();
        writeln!(out, "{}\t{name}\t{}", row["row"], api::row_words(row))?;
    }
    writeln!(out, "\n{}", api::preview_words(&preview))?;
    Ok(Outcome::Well)
}

fn all(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

/// What each column is: as guessed, and as was said.
fn columns(sheet: &Value, maps: &[String]) -> Result<Vec<Value>, Stop> {
    let mut columns: Vec<Value> = all(&sheet["columns"]).map(|c| c["target"].clone()).collect();
    for map in maps {
        let unclear =
            || Stop::Unclear("Say --map COLUMN=WHAT, with a letter or a heading of the sheet.");
        let (column, what) = map.rsplit_once('=').ok_or_else(unclear)?;
        let is_meant = |read: &Value| read["heading"] == column || read["letter"] == column;
        let at = all(&sheet["columns"]).position(is_meant).ok_or_else(unclear)?;
        // Two columns cannot be the same: what was guessed gives way.
        for other in &mut columns {
            if other == what {
                *other = json!("out");
            }
        }
        columns[at] = json!(what);
    }
    Ok(columns)
}

//! The sheet to send to recruiters: what this study asks, under headings that it knows again.

use std::path::{Path, PathBuf};

use domain::intake::Target;
use serde::{Deserialize, Serialize};
use sheets::{Column, template_csv, template_xlsx};
use ts_rs::TS;

use super::desk::design;
use crate::{Ctx, Moderator, Problem, ProblemCode, Result, words::say};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Template {
    /// Where to. A name that ends in .csv gives text, any other a workbook. None: beside the
    /// study's file.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Written {
    pub path: String,
}

pub fn recruiter_template(ctx: &mut Ctx, _: Moderator, req: Template) -> Result<Written> {
    let (design, sessions) = ctx.read(|tx| Ok((design(tx)?, tx.sessions()?)))?;
    let groups: Vec<String> = sessions
        .into_iter()
        .filter(|session| session.ended.is_none() && session.cancelled.is_none())
        .map(|session| session.plan.group)
        .collect();
    let mut columns: Vec<Column> = [
        (Target::Session, groups),
        (Target::Name, Vec::new()),
        (Target::Sex, vec![say("template-female", &[]), say("template-male", &[])]),
        (Target::Age, Vec::new()),
    ]
    .into_iter()
    .map(|(target, values)| column(&target, values))
    .collect();
    for attribute in &design.attributes {
        let target = Target::Attribute(attribute.id.clone());
        // The age says which band somebody is in.
        if !domain::intake::is_banded(&target, &design) {
            let heading = attribute.name.clone();
            let hint = say("template-attribute", &[]);
            columns.push(Column { heading, hint, values: attribute.values.clone() });
        }
    }
    columns.push(column(&Target::Place, Vec::new()));
    let path = match req.path {
        Some(path) => PathBuf::from(path),
        None => beside(ctx, &say("template-file", &[]))?,
    };
    let failed = |e: &dyn std::fmt::Display| Problem::new(ProblemCode::NotPrinted).because(e);
    let bytes = if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("csv")) {
        template_csv(&columns).map_err(|e| failed(&e))?
    } else {
        let names = [say("template-list", &[]), say("template-how", &[])];
        let notes = ["template-note-first", "template-note-row", "template-note-contact"];
        let notes = notes.map(|note| say(note, &[]));
        template_xlsx([&names[0], &names[1]], &columns, &notes).map_err(|e| failed(&e))?
    };
    crate::summing::write_whole(&path, &bytes)?;
    Ok(Written { path: path.display().to_string() })
}

fn column(target: &Target, values: Vec<String>) -> Column {
    let word = target.word();
    let heading = say(&format!("template-{word}"), &[]);
    Column { heading, hint: say(&format!("template-{word}-hint"), &[]), values }
}

/// A file beside the study's own.
fn beside(ctx: &mut Ctx, name: &str) -> Result<PathBuf> {
    let folder = ctx.store()?.path().and_then(Path::parent).map(Path::to_owned);
    Ok(folder.unwrap_or_default().join(name))
}

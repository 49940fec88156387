//! Row by row: who would come in, who would not, and why. Nothing comes in.

use std::{collections::HashMap, thread};

use domain::{
    Session,
    intake::{DateOrder, DaysWritten, Meaning, Taken, Target, Verdict},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::taken::{Importing, ShownRow, open, taken};
use crate::{Ctx, Moderator, Result};

/// How many spellings of a column are listed.
const SPELLINGS: usize = 60;
/// Few spellings are found quicker by looking along them.
const FEW: usize = 8;

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PreviewImport {
    pub how: Importing,
    /// Only rows of this verdict.
    #[serde(default)]
    #[ts(optional)]
    pub only: Option<Verdict>,
    /// How many rows to pass over, and how many to show at most.
    #[serde(default)]
    pub from: u32,
    pub count: u32,
}

/// Who would come in.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Preview {
    /// Rows by verdict, all together.
    pub whole: u32,
    pub mended: u32,
    pub ask: u32,
    pub out: u32,
    /// Those asked for.
    pub rows: Vec<ShownRow>,
    /// What spellings were read as, by column.
    pub spellings: Vec<Spelling>,
    /// How days of birth are written, where there are any in figures.
    pub days: Option<DaysRead>,
}

/// How days in figures are written, and how they are read.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DaysRead {
    pub written: DaysWritten,
    pub read: DateOrder,
    /// Whether the column leaves no doubt.
    pub sure: bool,
}

fn days_read(written: DaysWritten, said: Option<DateOrder>) -> Option<DaysRead> {
    let read = said.unwrap_or_else(|| written.order());
    let sure = written.is_sure();
    let DaysWritten { day_first, month_first, either, .. } = written;
    (day_first + month_first + either > 0).then_some(DaysRead { written, read, sure })
}

/// A spelling, what it was read as, and how often it stands in the sheet.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Spelling {
    pub meaning: Meaning,
    pub count: u32,
}

pub fn preview_import(ctx: &mut Ctx, _: Moderator, req: PreviewImport) -> Result<Preview> {
    let open = open(ctx, &req.how)?;
    let taken = taken(ctx, &open, &req.how)?;
    let sessions = ctx.read(|tx| Ok(tx.sessions()?))?;
    let [mut whole, mut mended, mut ask, mut out] = [0; 4];
    for row in taken.iter() {
        *match row.verdict {
            Verdict::In => &mut whole,
            Verdict::Mended => &mut mended,
            Verdict::Ask => &mut ask,
            Verdict::Out => &mut out,
        } += 1;
    }
    let spellings = spellings(&open.texts(&req.how)?, &taken, &sessions);
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let asked = taken.iter().filter(|row| req.only.is_none_or(|only| only == row.verdict));
    let rows = asked.skip(number(req.from)).take(number(req.count)).map(ShownRow::from).collect();
    let days = open.days(&req.how)?.and_then(|written| days_read(written, req.how.dates));
    Ok(Preview { whole, mended, ask, out, rows, spellings, days })
}

/// What the spellings of groups, sexes and attributes were read as.
fn spellings(
    texts: &[(Target, Vec<&str>)],
    taken: &[Taken],
    sessions: &[Session],
) -> Vec<Spelling> {
    let of = |columns: &[(Target, Vec<&str>)]| -> Vec<Spelling> {
        columns.iter().flat_map(|(of, column)| spelled(of, column, taken, sessions)).collect()
    };
    let (first, rest) = texts.split_at(texts.len() / 2);
    thread::scope(|scope| {
        let beside = scope.spawn(|| of(rest));
        let mut found = of(first);
        // One that gave up is read here, and gives up here.
        found.extend(beside.join().unwrap_or_else(|_| of(rest)));
        found
    })
}

/// What the spellings of one column were read as.
fn spelled(
    target: &Target,
    column: &[&str],
    taken: &[Taken],
    sessions: &[Session],
) -> Vec<Spelling> {
    let mut seen: Vec<(&str, String, u32)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut last = 0;
    for (text, row) in column.iter().zip(taken).filter(|(text, _)| !text.is_empty()) {
        let is = |(known, ..): &(&str, String, u32)| known == text;
        // A list is often in the order of its groups.
        let known = if seen.get(last).is_some_and(is) {
            Some(last)
        } else if seen.len() <= FEW {
            seen.iter().position(is)
        } else {
            places.get(text).copied()
        };
        if let Some(place) = known {
            seen[place].2 += 1;
            last = place;
            continue;
        }
        if seen.len() == SPELLINGS || row.verdict == Verdict::Out {
            continue;
        }
        let value = match target {
            Target::Sex => row.person.sex.clone(),
            Target::Attribute(id) => row.person.attributes.get(id).cloned().unwrap_or_default(),
            _ => sessions
                .iter()
                .find(|session| Some(session.id) == row.person.session)
                .map_or_else(String::new, |session| session.plan.group.clone()),
        };
        places.insert(text, seen.len());
        seen.push((text, value, 1));
    }
    seen.sort_unstable();
    let spelling = |(spelling, value, count): (&str, String, u32)| {
        let spelling = spelling.to_owned();
        Spelling { meaning: Meaning { target: target.clone(), spelling, value }, count }
    };
    seen.into_iter().map(spelling).collect()
}

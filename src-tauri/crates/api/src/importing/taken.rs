//! How a sheet is read, and what becomes of its rows.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::{
    Answers, AttributeId, Session, SessionId,
    intake::{
        DateOrder, DaysWritten, Meaning, Note, Reading, Settled, Study, Taken, Target, Verdict,
        take_in,
    },
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::desk::{book, design, mark, rows, sheet, words};
use crate::{Ctx, ProblemCode, Result};

/// How somebody wants a sheet to be read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Importing {
    pub path: String,
    /// The mark of the file that was looked at.
    pub mark: String,
    /// The place of the sheet.
    pub sheet: u32,
    /// The row of its headings, as the spreadsheet program numbers it. 0: there are none.
    pub heading: u32,
    /// What each column is, from the first.
    pub columns: Vec<Target>,
    /// What spellings stand for, where the guess was wrong.
    #[serde(default)]
    pub meanings: Vec<Meaning>,
    /// Other words in the place of a cell's.
    #[serde(default)]
    pub settled: Vec<Settled>,
    /// Rows that stay out.
    #[serde(default)]
    pub left_out: Vec<u32>,
    /// The group of those whose row names none.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
    /// Whether phone and e-mail are wanted.
    #[serde(default)]
    pub contacts: bool,
    /// What comes first in a day in figures. None: what most of its column says.
    #[serde(default)]
    #[ts(optional)]
    pub dates: Option<DateOrder>,
}

/// A row, and what becomes of it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ShownRow {
    /// As the spreadsheet program numbers it.
    pub row: u32,
    pub verdict: Verdict,
    /// Why, the gravest first.
    pub notes: Vec<Note>,
    pub session: Option<SessionId>,
    pub seat: Option<u32>,
    pub name: String,
    pub sex: String,
    pub age_band: String,
    pub place: String,
    #[ts(as = "BTreeMap<AttributeId, String>")]
    pub attributes: Answers,
}

impl From<&Taken> for ShownRow {
    fn from(taken: &Taken) -> Self {
        let Taken { number, verdict, notes, person } = taken.clone();
        Self {
            row: number,
            verdict,
            notes,
            session: person.session,
            seat: person.seat,
            name: person.name,
            sex: person.sex,
            age_band: person.age_band,
            place: person.place,
            attributes: person.attributes,
        }
    }
}

/// What becomes of each row of the sheet, held against the study as it stands: what was found out
/// for the preview, where neither the file nor the study has changed since.
pub(super) fn taken(ctx: &mut Ctx, open: &Open, req: &Importing) -> Result<Arc<Vec<Taken>>> {
    let store = ctx.store()?;
    let stands = (store.path().map(Path::to_owned), store.head());
    let known = ctx.workshop.sheet.as_ref().and_then(|desk| desk.taken.as_ref());
    if let Some(known) = known.filter(|known| known.how == *req && known.study == stands) {
        return Ok(Arc::clone(&known.rows));
    }
    let rows = Arc::new(ctx.read(|tx| take(tx, open, req))?);
    if let Some(desk) = &mut ctx.workshop.sheet {
        let rows = Arc::clone(&rows);
        desk.taken = Some(Before { how: req.clone(), study: stands, rows });
    }
    Ok(rows)
}

/// What was found out of the rows, and of which reading and study that is true.
pub(super) struct Before {
    how: Importing,
    /// Its file, and the last act in it.
    study: (Option<PathBuf>, i64),
    rows: Arc<Vec<Taken>>,
}

fn take(tx: &Tx, open: &Open, req: &Importing) -> Result<Vec<Taken>> {
    let (design, sessions) = (design(tx)?, tx.sessions()?);
    let mut people = BTreeMap::new();
    for session in sessions.iter().filter(|s| is_open(s)) {
        people.insert(session.id, tx.of_session(session.id)?);
    }
    let reading = Reading {
        columns: req.columns.clone(),
        meanings: req.meanings.clone(),
        settled: req.settled.clone(),
        left_out: req.left_out.iter().copied().collect(),
        session: req.session,
        contacts: req.contacts,
        dates: req.dates,
    };
    let study = Study { design: &design, sessions: &sessions, people: &people, words: words()? };
    let rows = rows(sheet(&open.0, usize::try_from(req.sheet).unwrap_or(usize::MAX))?, req.heading);
    Ok(take_in(&study, &reading, &rows))
}

/// The file that was looked at.
pub(super) struct Open(Arc<sheets::Book>);

impl Open {
    /// The texts of the columns whose spellings stand for something, in the order of the rows.
    pub fn texts(&self, req: &Importing) -> Result<Vec<(Target, Vec<&str>)>> {
        let sheet = sheet(&self.0, usize::try_from(req.sheet).unwrap_or(usize::MAX))?;
        let below = || sheet.rows.iter().filter(|row| row.number > req.heading);
        let told = |target: &Target| {
            matches!(target, Target::Session | Target::Sex | Target::Attribute(_))
        };
        let columns = req.columns.iter().enumerate().filter(|(_, target)| told(target));
        Ok(columns
            .map(|(at, target)| {
                let texts = below()
                    .map(|row| row.cells.get(at).map_or("", |cell| cell.text.as_str()))
                    .collect();
                (target.clone(), texts)
            })
            .collect())
    }
}

impl Open {
    /// How the days in the column of ages are written. None: there is no such column.
    pub fn days(&self, req: &Importing) -> Result<Option<DaysWritten>> {
        let sheet = sheet(&self.0, usize::try_from(req.sheet).unwrap_or(usize::MAX))?;
        let Some(at) = req.columns.iter().position(|target| *target == Target::Age) else {
            return Ok(None);
        };
        let below = sheet.rows.iter().filter(|row| row.number > req.heading);
        let cells = below.filter_map(|row| row.cells.get(at)).filter(|cell| cell.date.is_none());
        Ok(Some(DaysWritten::of(cells.map(|cell| cell.text.as_str()))))
    }
}

/// Opens the file that was looked at, unless it has become another since.
pub(super) fn open(ctx: &mut Ctx, req: &Importing) -> Result<Open> {
    let book = book(ctx, &req.path, false)?;
    if mark(&book) != req.mark {
        return Err(ProblemCode::SheetChanged.into());
    }
    Ok(Open(book))
}

fn is_open(session: &Session) -> bool {
    session.ended.is_none() && session.cancelled.is_none()
}

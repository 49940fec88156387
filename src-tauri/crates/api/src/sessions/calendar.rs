//! The sessions as a calendar file (RFC 5545), for the staff's own calendars.

use std::path::PathBuf;

use chrono::Duration;
use domain::{Moment, Session};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use crate::{Ctx, Nothing, Result, Staff, studies::plain_name, summing::write_whole, words::say};

pub fn calendar(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<String> {
    let now = ctx.at;
    ctx.read(|tx| written(tx, now))
}

/// Where a file that is about the whole study goes.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ExportCalendar {
    /// Where to. None: beside the study's file, under the study's name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

/// A calendar file that was written.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CalendarFile {
    pub path: String,
    #[ts(type = "number")]
    pub bytes: usize,
}

pub fn export_calendar(ctx: &mut Ctx, _: Staff, req: ExportCalendar) -> Result<CalendarFile> {
    let now = ctx.at;
    let (text, name) = ctx.read(|tx| Ok((written(tx, now)?, tx.study()?.name)))?;
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        let folder = ctx.store()?.path().and_then(|p| p.parent()).map(PathBuf::from);
        folder.unwrap_or_default().join(format!("{}.ics", plain_name(&name)))
    };
    write_whole(&path, text.as_bytes())?;
    Ok(CalendarFile { path: path.display().to_string(), bytes: text.len() })
}

fn written(tx: &Tx, now: Moment) -> Result<String> {
    let mut calendar = Calendar::new();
    calendar.name(&tx.study()?.name);
    for session in tx.sessions()? {
        calendar.push(event(tx, &session, now)?);
    }
    Ok(calendar.done().to_string())
}

/// One session. Its times are in UTC, which every calendar shows in its own zone; its id is the
/// session's, so that a newer file moves what an older one put there.
fn event(tx: &Tx, session: &Session, now: Moment) -> Result<Event> {
    let plan = &session.plan;
    let version = tx.design(session.design)?;
    let kind = version.design.kind(&plan.kind);
    let minutes = kind.map_or(0, |kind| kind.minutes);
    let begins = plan.begins();
    let place = [plan.venue.as_str(), plan.place.as_str()];
    let place = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let mut event = Event::new();
    event
        .uid(&format!("{}@folkmoot", session.id))
        .timestamp(now)
        .starts(begins)
        .ends(begins + Duration::minutes(i64::from(minutes)))
        .summary(&plan.group)
        .description(&description(session, kind.map_or("", |kind| kind.name.as_str())))
        .status(match session.cancelled {
            Some(_) => EventStatus::Cancelled,
            None => EventStatus::Confirmed,
        });
    if !place.is_empty() {
        event.location(&place);
    }
    Ok(event.done())
}

/// What the staff want to see at once. Nobody who takes part is named.
fn description(session: &Session, kind: &str) -> String {
    let plan = &session.plan;
    let observers: Vec<String> = plan.observers.0.iter().map(domain::Observer::words).collect();
    let observers = observers.join("; ");
    let lines = [
        ("calendar-cancelled", session.cancelled.as_deref().unwrap_or_default()),
        ("calendar-kind", kind),
        ("calendar-recruited-as", &plan.recruited_as),
        ("calendar-moderator", &plan.moderator),
        ("calendar-note-taker", &plan.note_taker),
        ("calendar-observers", &observers),
    ];
    let said = lines.into_iter().filter(|(_, words)| !words.is_empty());
    said.map(|(id, words)| say(id, &[("words", words.into())])).collect::<Vec<_>>().join("\n")
}

//! The sessions by day, as a calendar shows them: each with its place and the time there.

use std::collections::HashMap;

use chrono::{Duration, NaiveDate, NaiveTime};
use domain::{
    Moment, Session, SessionId,
    booking::{self, Booking, Clash},
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::pages::{SessionCard, card};
use crate::{Ctx, Problem, ProblemCode, Result, Staff};

/// More days than any page of a calendar shows.
const MOST: i64 = 100;

/// From one day up to another, both as "2026-03-12"; the last is not counted.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Days {
    pub from: String,
    pub to: String,
}

/// The sessions of some days.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct DaysPage {
    /// In the order of time.
    pub sessions: Vec<OnDay>,
    /// Who of the staff is wanted in two of them at once.
    pub clashes: Vec<Clash>,
    /// The last day before these on which a session is, and the first after them.
    #[ts(type = "string | null")]
    pub earlier: Option<NaiveDate>,
    #[ts(type = "string | null")]
    pub later: Option<NaiveDate>,
}

/// A session on its day.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OnDay {
    pub card: SessionCard,
    /// Minutes that its kind of group takes.
    pub minutes: u32,
}

pub fn sessions_between(ctx: &mut Ctx, _: Staff, req: Days) -> Result<DaysPage> {
    let (from, to) = (day(&req.from)?, day(&req.to)?);
    if (to - from).num_days() > MOST {
        return Err(Problem::new(ProblemCode::NoSuchDate).with("date", &req.to));
    }
    ctx.read(|tx| {
        // By the clock of the place it may be another day than it is in UTC.
        let around =
            |day: NaiveDate, by: i64| day.and_time(NaiveTime::MIN).and_utc() + Duration::days(by);
        let found = tx.sessions_between(around(from, -1), around(to, 1))?;
        let minutes = minutes(tx, &found)?;
        let clashes = clashes(&found, &minutes);
        let within = |session: &&Session| (from..to).contains(&session.plan.date);
        let shown: Vec<&Session> = found.iter().filter(within).collect();
        let sessions = shown.iter().map(|session| {
            let minutes = minutes.get(&session.id).copied().unwrap_or_default();
            Ok(OnDay { card: card(tx, (*session).clone())?, minutes })
        });
        let sessions = sessions.collect::<Result<Vec<OnDay>>>()?;
        let here = |id: SessionId| shown.iter().any(|session| session.id == id);
        Ok(DaysPage {
            sessions,
            clashes: clashes.into_iter().filter(|c| here(c.first) || here(c.second)).collect(),
            earlier: tx.day_beside(from, false)?,
            later: tx.day_beside(to, true)?,
        })
    })
}

fn day(text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map_err(|e| Problem::new(ProblemCode::NoSuchDate).with("date", text).because(e))
}

/// How long each session takes, by its kind of group.
pub(super) fn minutes(tx: &Tx, sessions: &[Session]) -> Result<HashMap<SessionId, u32>> {
    let minutes = sessions.iter().map(|session| {
        let version = tx.design(session.design)?;
        let kind = version.design.kind(&session.plan.kind);
        Ok((session.id, kind.map_or(0, |kind| kind.minutes)))
    });
    minutes.collect()
}

/// Who of the staff is wanted in two of these sessions at once.
pub(super) fn clashes(sessions: &[Session], minutes: &HashMap<SessionId, u32>) -> Vec<Clash> {
    let booking = |session| Booking { session, ends: ends(session, minutes) };
    booking::clashes(&sessions.iter().map(booking).collect::<Vec<_>>())
}

fn ends(session: &Session, minutes: &HashMap<SessionId, u32>) -> Moment {
    let minutes = minutes.get(&session.id).copied().unwrap_or_default();
    session.plan.begins() + Duration::minutes(i64::from(minutes))
}

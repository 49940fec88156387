//! Planning a session, and what the staff say after it.

mod calendar;
mod days;
mod pages;
mod sample;
mod standing;
mod told;
mod weigh;

use chrono::{NaiveDate, NaiveTime, Offset, TimeZone};
use domain::{
    AttributeId, Debrief, DesignId, DesignVersion, KindId, Observers, Phase, Quota, Session,
    SessionId, SessionPlan, Study, WallChoice, Words, quota,
};
use serde::Deserialize;
use ts_rs::TS;

use crate::{Act, Ctx, Moderator, OfSession, Problem, ProblemCode, Result, Staff};

pub use calendar::{CalendarFile, ExportCalendar, calendar, export_calendar};
pub use days::{Days, DaysPage, sessions_between};
pub(crate) use pages::cards;
pub use pages::{
    CoverageView, CoverageWindow, NumberedGroup, SessionCard, SessionsPage, SessionsWindow,
    coverage, sessions,
};
pub use sample::{ChangeSample, SampleView, change_sample, sample};
pub(crate) use sample::{Drafted, recruiting};
pub use standing::{
    CancelSession, DuplicateSession, cancel_session, duplicate_session, hold_session,
    remove_session,
};
pub use told::{asked, busy_words, kind_words, notice_words};
pub use weigh::{WeighPlan, Weighed, weigh_plan};

/// What is settled before the evening, as it is typed.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlanInput {
    pub group: String,
    pub place: String,
    #[serde(default)]
    pub venue: String,
    /// As "2026-03-12".
    pub date: String,
    /// As "19:00", by the clock of the place.
    pub time: String,
    /// Minutes that the place's clock is ahead of UTC. None: as this laptop's is on that day.
    #[serde(default)]
    #[ts(optional)]
    pub utc_offset: Option<i32>,
    /// The zone of the place, such as "Europe/London", which then settles the offset.
    #[serde(default)]
    #[ts(optional)]
    pub zone: Option<String>,
    /// None: the phase that the guide was written for.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<Phase>,
    pub kind: KindId,
    pub seats: u32,
    #[serde(default)]
    pub quotas: Vec<Quota>,
    #[serde(default)]
    pub recruited_as: String,
    #[serde(default)]
    pub recruited_by: Vec<AttributeId>,
    #[serde(default)]
    #[ts(optional)]
    pub label: Option<String>,
    #[serde(default)]
    pub moderator: String,
    #[serde(default)]
    pub note_taker: String,
    #[serde(default)]
    pub observers: Observers,
}

impl PlanInput {
    /// Checks what was typed against the design and the sample.
    fn read(self, version: &DesignVersion, study: &Study) -> Result<SessionPlan> {
        let design = &version.design;
        let group = self.group.trim().to_owned();
        if group.is_empty() {
            return Err(ProblemCode::EmptyName.into());
        }
        let date = NaiveDate::parse_from_str(&self.date, "%Y-%m-%d").map_err(|e| {
            Problem::new(ProblemCode::NoSuchDate).with("date", &self.date).because(e)
        })?;
        let time = NaiveTime::parse_from_str(&self.time, "%H:%M")
            .or_else(|_| NaiveTime::parse_from_str(&self.time, "%H:%M:%S"))
            .map_err(|e| {
                Problem::new(ProblemCode::NoSuchTime).with("time", &self.time).because(e)
            })?;
        if design.kind(&self.kind).is_none() {
            return Err(Problem::new(ProblemCode::UnknownKind).with("kind", &self.kind));
        }
        if self.seats == 0 || self.seats > 99 {
            return Err(Problem::new(ProblemCode::NoSuchSeat).with("seat", self.seats));
        }
        sample::check_quotas(&self.quotas, |id| sample::is_asked(id, design, study))?;
        let people = quota::fewest(&self.quotas);
        if people > self.seats {
            return Err(Problem::new(ProblemCode::QuotaOverSeats)
                .with("people", people)
                .with("seats", self.seats));
        }
        let zone = self.zone.map(|z| z.trim().to_owned()).filter(|z| !z.is_empty());
        let utc_offset = match (self.utc_offset, &zone) {
            (_, Some(zone)) => zone_offset(zone, date, time)?,
            (Some(minutes), None) if minutes.abs() <= 14 * 60 => minutes,
            (Some(minutes), None) => {
                return Err(Problem::new(ProblemCode::NoSuchTime).with("time", minutes));
            }
            (None, None) => offset_in(&chrono::Local, date, time)?,
        };
        Ok(SessionPlan {
            group,
            place: self.place.trim().to_owned(),
            venue: self.venue.trim().to_owned(),
            date,
            time,
            utc_offset,
            zone,
            phase: self.phase.unwrap_or(version.phase),
            kind: self.kind,
            seats: self.seats,
            quotas: self.quotas,
            recruited_as: self.recruited_as.trim().to_owned(),
            recruited_by: self.recruited_by,
            label: self.label.map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()),
            moderator: self.moderator.trim().to_owned(),
            note_taker: self.note_taker.trim().to_owned(),
            observers: self.observers.trimmed(),
        })
    }
}

/// How far a zone's clocks are ahead of UTC at a local time, in minutes. A time that the change to
/// summer time leaves out is refused; of two, the earlier is meant.
fn offset_in(zone: &impl TimeZone, date: NaiveDate, time: NaiveTime) -> Result<i32> {
    let local = zone.from_local_datetime(&date.and_time(time)).earliest().ok_or_else(|| {
        Problem::new(ProblemCode::NoSuchTime).with("time", format!("{date} {time}"))
    })?;
    Ok(local.offset().fix().local_minus_utc() / 60)
}

/// The same for a zone by its name.
fn zone_offset(zone: &str, date: NaiveDate, time: NaiveTime) -> Result<i32> {
    let zone: chrono_tz::Tz = zone
        .parse()
        .map_err(|e| Problem::new(ProblemCode::NoSuchZone).with("zone", zone).because(e))?;
    offset_in(&zone, date, time)
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct PlanSession {
    pub id: SessionId,
    pub plan: PlanInput,
}

pub fn plan_session(ctx: &mut Ctx, _: Moderator, req: PlanSession) -> Result<()> {
    ctx.act(|tx| {
        let version = tx.newest_design()?;
        let plan = req.plan.read(&version, &tx.study()?)?;
        let mut act = Act::of_study(Words::new("did-plan-session").with("group", &plan.group));
        act.made(planned(req.id, version.id, plan));
        Ok(act)
    })
}

/// A session of which nothing has happened yet.
fn planned(id: SessionId, design: DesignId, plan: SessionPlan) -> Session {
    Session {
        id,
        design,
        plan,
        minutes: std::collections::BTreeMap::new(),
        started: None,
        finish: None,
        ended: None,
        wall: WallChoice::default(),
        offer: None,
        spreads_shown: Vec::new(),
        debrief: Debrief::default(),
        cancelled: None,
    }
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangePlan {
    pub session: SessionId,
    pub plan: PlanInput,
}

pub fn change_plan(ctx: &mut Ctx, _: Moderator, req: ChangePlan) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let plan = req.plan.read(&*tx.design(before.design)?, &tx.study()?)?;
        let mut act = Act::of_study(Words::new("did-change-plan").with("group", &plan.group));
        act.changed(before.clone(), Session { plan, ..before });
        Ok(act)
    })
}

pub fn announce_observers(ctx: &mut Ctx, _: Staff, req: OfSession) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let mut after = before.clone();
        for observer in &mut after.plan.observers.0 {
            observer.announced = true;
        }
        let mut act = Act::of(req.session, Words::new("did-announce-observers"));
        if after != before {
            act.changed(before, after);
        }
        Ok(act)
    })
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KeepDebrief {
    pub session: SessionId,
    pub debrief: Debrief,
}

pub fn keep_debrief(ctx: &mut Ctx, _: Staff, req: KeepDebrief) -> Result<()> {
    ctx.act(|tx| {
        let before: Session = tx.get(&req.session)?;
        let mut act = Act::of(req.session, Words::new("did-keep-debrief"));
        act.changed(before.clone(), Session { debrief: req.debrief, ..before });
        Ok(act)
    })
}

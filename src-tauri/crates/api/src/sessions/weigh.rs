//! What a plan would mean before it is kept: whom no seat is left for, and who of the staff would
//! be in two places. Said while another day or another hall can still be found.

use chrono::{Duration, NaiveDate, NaiveTime};
use domain::{Session, SessionId, SessionPlan, quota, quota::QuotaNotice};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;
use uuid::Uuid;

use super::{
    NumberedGroup, PlanInput,
    days::{clashes, minutes},
    planned,
    sample::{Drafted, recruiting},
};
use crate::{Ctx, Result, Staff};

/// A plan as it is being typed.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct WeighPlan {
    /// The session whose plan it is to be. None: a new one.
    #[serde(default)]
    #[ts(optional)]
    pub session: Option<SessionId>,
    pub plan: PlanInput,
}

/// What a plan would mean.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Weighed {
    /// Whom nobody could find a seat for any more.
    pub notices: Vec<QuotaNotice>,
    /// Who of the staff is elsewhere at that time.
    pub busy: Vec<Busy>,
}

/// Somebody of the staff who is elsewhere.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Busy {
    pub who: String,
    pub group: NumberedGroup,
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// By the clock of that place.
    #[ts(type = "string")]
    pub time: NaiveTime,
}

pub fn weigh_plan(ctx: &mut Ctx, _: Staff, req: WeighPlan) -> Result<Weighed> {
    ctx.read(|tx| {
        let version = match req.session {
            Some(id) => tx.design(tx.get::<Session>(&id)?.design)?,
            None => tx.newest_design()?,
        };
        let (plan, is_dated) = whole(req.plan);
        let plan: SessionPlan = plan.read(&version, &tx.study()?)?;
        let draft = match req.session {
            Some(id) => Session { plan, ..tx.get(&id)? },
            None => planned(SessionId(Uuid::nil()), version.id, plan),
        };
        let busy = if is_dated { busy(tx, &draft)? } else { Vec::new() };
        let drafted = Drafted { session: Some(draft), people: Vec::new() };
        let recruiting = recruiting(tx, &drafted)?;
        let mut notices = quota::notices(&recruiting.quotas, &recruiting.tables);
        // That every seat is spoken for is no reason against a plan.
        notices.retain(|notice| !matches!(notice, QuotaNotice::EverySeat { .. }));
        Ok(Weighed { notices, busy })
    })
}

/// The plan with what was not typed yet filled in, and whether it has a day and a time.
fn whole(mut plan: PlanInput) -> (PlanInput, bool) {
    if plan.group.trim().is_empty() {
        "-".clone_into(&mut plan.group);
    }
    let is_dated = NaiveDate::parse_from_str(&plan.date, "%Y-%m-%d").is_ok()
        && NaiveTime::parse_from_str(&plan.time, "%H:%M").is_ok();
    if !is_dated {
        "2000-01-01".clone_into(&mut plan.date);
        "12:00".clone_into(&mut plan.time);
        plan.zone = None;
        plan.utc_offset = Some(0);
    }
    (plan, is_dated)
}

/// Who of the staff is in another session at that time.
fn busy(tx: &Tx, draft: &Session) -> Result<Vec<Busy>> {
    let begins = draft.plan.begins();
    let mut near = tx.sessions_between(begins - Duration::days(1), begins + Duration::days(1))?;
    near.retain(|session| session.id != draft.id);
    near.push(draft.clone());
    let clashes = clashes(&near, &minutes(tx, &near)?);
    let with = clashes.into_iter().filter(|c| c.first == draft.id || c.second == draft.id);
    let told = with.map(|clash| {
        let other = if clash.first == draft.id { clash.second } else { clash.first };
        let other: Session = tx.get(&other)?;
        let group = NumberedGroup::of(tx, &other)?;
        Ok(Busy { who: clash.who, group, date: other.plan.date, time: other.plan.time })
    });
    told.collect()
}

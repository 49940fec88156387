//! The sample: whom the study wants, how far recruiting is, and what can still be found.

use std::collections::BTreeSet;

use domain::{
    Attribute, Design, Participant, Quota, Sample, Study, Words,
    quota::{self, OpenTable, Progress, QuotaNotice},
    sample::{AGE_BAND, PLACE, SEX},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::NumberedGroup;
use crate::{Act, Ctx, Moderator, Nothing, Problem, ProblemCode, Result, Staff};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeSample {
    pub sample: Sample,
}

pub fn change_sample(ctx: &mut Ctx, _: Moderator, req: ChangeSample) -> Result<()> {
    ctx.act(|tx| {
        let version = tx.newest_design()?;
        let sample = read(req.sample, &version.design)?;
        let before = tx.study()?;
        let mut act = Act::of_study(Words::new("did-change-sample"));
        act.changed(before.clone(), Study { sample, ..before });
        Ok(act)
    })
}

/// Checks a sample as it was typed.
fn read(mut sample: Sample, design: &Design) -> Result<Sample> {
    let mut known = BTreeSet::from([SEX, AGE_BAND, PLACE]);
    known.extend(design.attributes.iter().map(|a| a.id.as_str()));
    for attribute in &mut sample.attributes {
        attribute.name = attribute.name.trim().to_owned();
        if attribute.name.is_empty() {
            return Err(ProblemCode::EmptyName.into());
        }
        let values: Vec<String> = attribute.values.iter().map(|v| v.trim().to_owned()).collect();
        attribute.values = values.into_iter().filter(|v| !v.is_empty()).collect();
    }
    for Attribute { id, name, .. } in &sample.attributes {
        if !known.insert(id.as_str()) {
            return Err(Problem::new(ProblemCode::AttributeTwice).with("attribute", name));
        }
    }
    check_quotas(&sample.quotas, |id| known.contains(id))?;
    Ok(sample)
}

/// Refuses quotas of nobody, of an attribute that nobody is asked for, or given twice.
pub(super) fn check_quotas(quotas: &[Quota], known: impl Fn(&str) -> bool) -> Result<()> {
    for (nth, quota) in quotas.iter().enumerate() {
        if quota.people == 0 || quota.of.is_empty() || quota.of.values().any(String::is_empty) {
            return Err(ProblemCode::EmptyQuota.into());
        }
        if let Some(id) = quota.of.keys().find(|id| !known(id.as_str())) {
            return Err(Problem::new(ProblemCode::UnknownAttribute).with("attribute", id));
        }
        if quotas[..nth].iter().any(|other| other.of == quota.of) {
            let values: Vec<&str> = quota.of.values().map(String::as_str).collect();
            return Err(Problem::new(ProblemCode::QuotaTwice).with("quota", values.join(", ")));
        }
    }
    Ok(())
}

/// Whether people are asked for an attribute in this study.
pub(super) fn is_asked(id: &str, design: &Design, study: &Study) -> bool {
    [SEX, AGE_BAND, PLACE].contains(&id)
        || design.attributes.iter().chain(&study.sample.attributes).any(|a| a.id.as_str() == id)
}

/// How far recruiting is.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SampleView {
    /// Who came or is booked, in the sessions that are not cancelled.
    pub people: u32,
    /// The seats of those sessions.
    pub seats: u32,
    pub quotas: Vec<Progress>,
    pub notices: Vec<QuotaNotice>,
    /// The groups that the notices speak of.
    pub groups: Vec<NumberedGroup>,
}

pub fn sample(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<SampleView> {
    ctx.read(|tx| {
        let sample = tx.study()?.sample;
        let (by_quota, people) = tx.people_by_quota()?;
        let mut tables = Vec::new();
        // Without a quota there is nothing that a seat could be kept for.
        if !sample.quotas.is_empty() {
            for session in tx.sessions_open()?.iter().filter(|s| s.started.is_none()) {
                // A table that is full takes nobody, whatever its quotas say.
                if tx.seated(session.id)?.expected < session.plan.seats {
                    let mut people: Vec<Participant> = tx.of_session(session.id)?;
                    people.retain(|p| p.seat.is_some() && p.absence.is_none());
                    tables.push(OpenTable::of(session, &people));
                }
            }
        }
        let quotas = quota::progress(&sample.quotas, &by_quota, &tables);
        let notices = quota::notices(&quotas, &tables);
        let mut groups = Vec::new();
        for table in &tables {
            let named = |n: &QuotaNotice| {
                matches!(n, QuotaNotice::EverySeat { sessions, .. } if sessions.contains(&table.session))
            };
            if notices.iter().any(named) {
                groups.push(NumberedGroup::of(tx, &tx.get(&table.session)?)?);
            }
        }
        Ok(SampleView { people, seats: tx.planned()?.seats, quotas, notices, groups })
    })
}

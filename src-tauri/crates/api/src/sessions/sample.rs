//! The sample: whom the study wants, how far recruiting is, and what can still be found.

use std::collections::BTreeSet;

use domain::{
    Attribute, AttributeId, Design, Participant, Quota, Renamed, Sample, Session, SessionPlan,
    Study, Words,
    attribution::asked,
    quota::{self, OpenTable, Progress, QuotaNotice},
    sample::{AGE_BAND, PLACE, SEX, carry, taken_out},
};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use super::NumberedGroup;
use crate::{Act, Ctx, Moderator, Nothing, Problem, ProblemCode, Result, Staff};

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct ChangeSample {
    /// As it is to be, its quotas under the new names. An attribute of the method may stand in it,
    /// under the name that it has there: it then has these values in this study.
    pub sample: Sample,
    /// Values that are called something else from now on. They are carried along to who gave them
    /// as an answer and to the quotas of sessions.
    #[serde(default)]
    pub renamed: Vec<Renamed>,
}

pub fn change_sample(ctx: &mut Ctx, _: Moderator, req: ChangeSample) -> Result<()> {
    ctx.act(|tx| {
        let version = tx.newest_design()?;
        let sample = read(req.sample, &version.design)?;
        let before = tx.study()?;
        let was = asked(&version.design, &before.sample);
        let is = asked(&version.design, &sample);
        let renamed = tidied(req.renamed, &was, &is)?;
        let gone = Gone::of(&was, &is, &renamed);
        gone.refuse_quotas(&sample.quotas)?;
        let mut act = Act::of_study(Words::new("did-change-sample"));
        if !gone.is_nothing() || !renamed.is_empty() {
            for session in tx.sessions()? {
                gone.refuse_quotas(&session.plan.quotas)?;
                let mut quotas = session.plan.quotas.clone();
                for quota in &mut quotas {
                    carry(&mut quota.of, &renamed);
                }
                let of: Vec<Participant> = tx.of_session(session.id)?;
                let plan = SessionPlan { quotas, ..session.plan.clone() };
                act.changed(session.clone(), Session { plan, ..session });
                for person in of {
                    gone.refuse_answers(&person)?;
                    let mut attributes = person.attributes.clone();
                    carry(&mut attributes, &renamed);
                    act.changed(person.clone(), Participant { attributes, ..person });
                }
            }
        }
        act.changed(before.clone(), Study { sample, ..before });
        Ok(act)
    })
}

/// Renamings without blanks, and without those that change nothing.
///
/// # Errors
/// Refuses one that is of no value that people are asked for, or leads to none.
fn tidied(
    renamed: Vec<Renamed>,
    before: &[Attribute],
    after: &[Attribute],
) -> Result<Vec<Renamed>> {
    let mut tidy = Vec::new();
    for Renamed { attribute, from, to } in renamed {
        let to = to.trim().to_owned();
        let has = |asked: &[Attribute], value: &String| {
            let one = asked.iter().find(|one| one.id == attribute);
            one.is_some_and(|one| one.values.contains(value))
        };
        if !has(before, &from) || !has(after, &to) {
            let cause = format!("{attribute}: {from} is not called {to}");
            return Err(Problem::new(ProblemCode::Invalid).because(cause));
        }
        if from != to {
            tidy.push(Renamed { attribute, from, to });
        }
    }
    Ok(tidy)
}

/// What is no longer asked, and the values that are no longer there.
struct Gone<'a> {
    attributes: Vec<&'a Attribute>,
    values: Vec<(&'a AttributeId, String)>,
}

impl<'a> Gone<'a> {
    fn of(before: &'a [Attribute], after: &[Attribute], renamed: &[Renamed]) -> Self {
        let (mut attributes, mut values) = (Vec::new(), Vec::new());
        for own in before {
            match after.iter().find(|other| other.id == own.id) {
                Some(other) => {
                    values.extend(taken_out(own, other, renamed).into_iter().map(|v| (&own.id, v)));
                }
                None => attributes.push(own),
            }
        }
        Self { attributes, values }
    }

    fn is_nothing(&self) -> bool {
        self.attributes.is_empty() && self.values.is_empty()
    }

    /// Refuses to take out what a quota asks for: it could neither be met nor be changed.
    fn refuse_quotas(&self, quotas: &[Quota]) -> Result<()> {
        let asks = |id: &AttributeId| quotas.iter().any(|quota| quota.of.contains_key(id));
        if let Some(own) = self.attributes.iter().find(|own| asks(&own.id)) {
            return Err(Problem::new(ProblemCode::AttributeInUse).with("attribute", &own.name));
        }
        let wanted = |(id, value): &&(&AttributeId, String)| {
            quotas.iter().any(|quota| quota.of.get(id) == Some(value))
        };
        match self.values.iter().find(wanted) {
            Some((_, value)) => Err(Problem::new(ProblemCode::ValueWanted).with("value", value)),
            None => Ok(()),
        }
    }

    /// Refuses to take out the value that somebody gave as an answer.
    fn refuse_answers(&self, person: &Participant) -> Result<()> {
        let said = |(id, value): &&(&AttributeId, String)| person.attributes.get(id) == Some(value);
        match self.values.iter().find(said) {
            Some((_, value)) => Err(Problem::new(ProblemCode::ValueSaid)
                .with("value", value)
                .with("name", &person.name)),
            None => Ok(()),
        }
    }
}

/// Checks a sample as it was typed. What the method says of its own attributes stands, and one that
/// has the method's values is none of the study's.
fn read(mut sample: Sample, design: &Design) -> Result<Sample> {
    for attribute in &mut sample.attributes {
        attribute.name = attribute.name.trim().to_owned();
        if attribute.name.is_empty() {
            return Err(ProblemCode::EmptyName.into());
        }
        let values: Vec<String> = attribute.values.iter().map(|v| v.trim().to_owned()).collect();
        attribute.values = values.into_iter().filter(|v| !v.is_empty()).collect();
        for (nth, value) in attribute.values.iter().enumerate() {
            let same = |other: &String| other.to_lowercase() == value.to_lowercase();
            if attribute.values[..nth].iter().any(same) {
                return Err(Problem::new(ProblemCode::ValueTwice)
                    .with("attribute", &attribute.name)
                    .with("value", value));
            }
        }
    }
    let of_method = |id: &AttributeId| design.attributes.iter().find(|one| one.id == *id);
    let mut known = BTreeSet::from([SEX, AGE_BAND, PLACE]);
    for Attribute { id, name, .. } in &sample.attributes {
        let another = of_method(id).is_some_and(|one| one.name != *name);
        if another || !known.insert(id.as_str()) {
            return Err(Problem::new(ProblemCode::AttributeTwice).with("attribute", name));
        }
    }
    known.extend(design.attributes.iter().map(|one| one.id.as_str()));
    check_quotas(&sample.quotas, |id| known.contains(id))?;
    sample.attributes.retain_mut(|own| {
        let Some(one) = of_method(&own.id) else { return true };
        own.shown = one.shown;
        own.values != one.values
    });
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
        let Recruiting { quotas, tables, people } = recruiting(tx, &Drafted::default())?;
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

/// What somebody is about to keep: a session as it would be planned, people who would come in.
#[derive(Debug, Default)]
pub(crate) struct Drafted {
    pub session: Option<Session>,
    pub people: Vec<Participant>,
}

/// How far recruiting is, or would be.
pub(crate) struct Recruiting {
    pub quotas: Vec<Progress>,
    /// Those at which people can still be seated.
    pub tables: Vec<OpenTable>,
    /// Who came or is booked.
    pub people: u32,
}

/// How far recruiting is, with what is about to be kept.
pub(crate) fn recruiting(tx: &Tx, drafted: &Drafted) -> Result<Recruiting> {
    let sample = tx.study()?.sample;
    let (mut by_quota, people) = tx.people_by_quota()?;
    for (count, quota) in by_quota.iter_mut().zip(&sample.quotas) {
        let new = drafted.people.iter().filter(|p| is_booked(p) && quota.counts(p)).count();
        *count += u32::try_from(new).unwrap_or(u32::MAX);
    }
    let mut tables = Vec::new();
    // Without a quota there is nothing that a seat could be kept for.
    if !sample.quotas.is_empty() {
        let mut sessions = tx.sessions_with_room()?;
        sessions.retain(|s| drafted.session.as_ref().is_none_or(|draft| draft.id != s.id));
        sessions.extend(drafted.session.clone().filter(|draft| draft.cancelled.is_none()));
        for session in sessions.iter().filter(|s| s.started.is_none()) {
            let new = drafted.people.iter().filter(|p| p.session == session.id && is_booked(p));
            let new: Vec<&Participant> = new.collect();
            let coming = u32::try_from(new.len()).unwrap_or(u32::MAX);
            // A table that is full takes nobody, whatever its quotas say.
            if tx.seated(session.id)?.expected.saturating_add(coming) < session.plan.seats {
                let mut people: Vec<Participant> = tx.of_session(session.id)?;
                people.retain(is_booked);
                people.extend(new.into_iter().cloned());
                tables.push(OpenTable::of(session, &people));
            }
        }
    }
    let quotas = quota::progress(&sample.quotas, &by_quota, &tables);
    Ok(Recruiting { quotas, tables, people })
}

/// Whether somebody has a seat and is expected in it.
fn is_booked(person: &Participant) -> bool {
    person.seat.is_some() && person.absence.is_none()
}

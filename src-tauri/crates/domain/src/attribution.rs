//! Who said it, in general terms: composed from the roster by rule, never typed (rules.md, Notes).

use serde::Serialize;
use ts_rs::TS;

use crate::{
    Attribute, AttributeId, Design, Participant, Sample, SessionPlan, Shown,
    sample::{AGE_BAND, PLACE, SEX},
};

/// What stands beside something that a person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Attribution {
    /// As in “Female, 25–39, Oxford”.
    pub text: String,
    /// What of a person stands in it: sex, age band, place, attributes.
    pub shows: Vec<AttributeId>,
    /// How many people of the group it fits, the person included.
    pub fits: u32,
    /// A form that fits more of them, where this one points to one person only.
    pub coarser: Option<String>,
}

/// What people are asked about themselves: by the method, and beside it by the study's own sample.
/// Of what both name, the method says what it is called and who sees it, the study its values.
pub fn asked(design: &Design, sample: &Sample) -> Vec<Attribute> {
    asked_by(&design.attributes, &sample.attributes)
}

/// As [`asked`], of what the method asks and what the study does.
pub fn asked_by(method: &[Attribute], study: &[Attribute]) -> Vec<Attribute> {
    let of_method = |one: &Attribute| method.iter().any(|a| a.id == one.id);
    let in_study = |one: &Attribute| {
        let own = study.iter().find(|a| a.id == one.id);
        Attribute { values: own.unwrap_or(one).values.clone(), ..one.clone() }
    };
    let own = study.iter().filter(|one| !of_method(one)).cloned();
    method.iter().map(in_study).chain(own).collect()
}

/// Composes who said it: sex; age band, or the group's own label in its place; the attributes that
/// may be shown, as they are typed; place.
///
/// An attribute that is shown always stands there for everyone who has a value for it, so its
/// values have to read well on their own. One that is shown only in a group that was recruited by
/// it, as ethnicity is, stands there in such a group and in no other.
///
/// A person who is marked for the coarser form gets it, whether or not the full one fits others.
pub fn compose(
    asked: &[Attribute],
    plan: &SessionPlan,
    person: &Participant,
    group: &[Participant],
) -> Attribution {
    let forms = Forms { asked, plan, others: others(person, group) };
    let full = forms.full();
    let coarser = || forms.coarser(person, full.clone());
    if person.coarse {
        let form = coarser().unwrap_or_else(|| full.clone());
        return forms.attribution(person, &form, None);
    }
    let alone = forms.fits(person, &full) == 1;
    let coarser = coarser().filter(|_| alone);
    forms.attribution(person, &full, coarser.map(|form| forms.text(person, &form)))
}

/// The parts that a form shows.
#[derive(Clone, PartialEq)]
struct Form<'a> {
    sex: bool,
    /// The age band. The group's own label tells nobody apart, so it always stays.
    age: bool,
    attributes: Vec<&'a Attribute>,
    /// The person's own place, or the session's.
    own_place: bool,
}

struct Forms<'a> {
    asked: &'a [Attribute],
    plan: &'a SessionPlan,
    /// The rest of the group. Somebody who did not come hides nobody.
    others: Vec<&'a Participant>,
}

fn others<'a>(person: &Participant, group: &'a [Participant]) -> Vec<&'a Participant> {
    group.iter().filter(|p| p.id != person.id && p.absence.is_none()).collect()
}

impl<'a> Forms<'a> {
    fn full(&self) -> Form<'a> {
        let may_be_shown = |attribute: &&Attribute| match attribute.shown {
            Shown::Always => true,
            Shown::WhenRecruitedBy => self.plan.recruited_by.contains(&attribute.id),
            Shown::Never => false,
        };
        let attributes = self.asked.iter().filter(may_be_shown).collect();
        Form { sex: true, age: true, attributes, own_place: true }
    }

    /// The first coarser form that fits somebody else too: without the attributes, the last first,
    /// then without the age band, or the sex instead, or both; at last the place of the session.
    fn coarser(&self, person: &Participant, full: Form<'a>) -> Option<Form<'a>> {
        let text = self.text(person, &full);
        let mut forms = Vec::new();
        let mut form = full;
        while form.attributes.pop().is_some() {
            forms.push(form.clone());
        }
        forms.push(Form { age: false, ..form.clone() });
        forms.push(Form { sex: false, ..form.clone() });
        forms.push(Form { sex: false, age: false, ..form.clone() });
        let last = Form { sex: false, age: false, own_place: false, ..form };
        forms.retain(|form| self.text(person, form) != text);
        let wider = forms.into_iter().find(|form| self.fits(person, form) > 1);
        wider.or(Some(last)).filter(|form| self.text(person, form) != text)
    }

    fn attribution(&self, who: &Participant, form: &Form, coarser: Option<String>) -> Attribution {
        Attribution {
            text: self.text(who, form),
            shows: self.parts(who, form).into_iter().map(|(id, _)| id.into()).collect(),
            fits: self.fits(who, form),
            coarser,
        }
    }

    /// How many people have the same words. Capitals do not tell people apart.
    fn fits(&self, person: &Participant, form: &Form) -> u32 {
        let text = self.text(person, form).to_lowercase();
        let same = self.others.iter().filter(|p| self.text(p, form).to_lowercase() == text);
        u32::try_from(same.count()).unwrap_or(u32::MAX).saturating_add(1)
    }

    fn text(&self, person: &Participant, form: &Form) -> String {
        let parts = self.parts(person, form);
        if parts.is_empty() {
            return self.plan.group.trim().to_owned();
        }
        parts.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(", ")
    }

    /// What stands in a form, each with the attribute that it says.
    fn parts<'b>(&'b self, person: &Participant, form: &Form<'b>) -> Vec<(&'b str, String)> {
        let mut parts = Vec::new();
        if form.sex {
            parts.push((SEX, person.sex.trim().to_owned()));
        }
        match self.plan.label.as_deref().map(str::trim).filter(|label| !label.is_empty()) {
            Some(label) => parts.push((AGE_BAND, label.to_owned())),
            None if form.age => parts.push((AGE_BAND, with_dashes(person.age_band.trim()))),
            None => {}
        }
        for attribute in &form.attributes {
            let value = person.attributes.get(&attribute.id).map_or("", |value| value.trim());
            parts.push((attribute.id.as_str(), value.to_owned()));
        }
        let own = person.place.trim();
        let place = if form.own_place && !own.is_empty() { own } else { self.plan.place.trim() };
        parts.push((PLACE, place.to_owned()));
        parts.retain(|(_, words)| !words.is_empty());
        parts
    }
}

/// “25-39” as it is printed: with a dash between figures.
fn with_dashes(age: &str) -> String {
    let chars: Vec<char> = age.chars().collect();
    let figure =
        |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let dash = |(at, &c): (usize, &char)| {
        if c == '-' && figure(at.checked_sub(1)) && figure(Some(at + 1)) { '–' } else { c }
    };
    chars.iter().enumerate().map(dash).collect()
}

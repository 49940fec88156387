//! Before an evening: its plan, its people, and who comes when.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{Moment, Phase};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    maker::Maker,
    room::{Guest, Room},
    words::{Person, Told, quotas},
};
use crate::{Actor, Result};

/// Plans a session at `at`.
pub(super) fn plan(maker: &mut Maker, told: &Told, phase: Phase, at: Moment) -> Result<Uuid> {
    let plan = &told.plan;
    let (session, act) = (maker.id(at), maker.id(at));
    let with = json!({ "id": session, "plan": {
        "group": plan.group,
        "place": plan.place,
        "venue": plan.venue,
        "date": plan.begins.format("%Y-%m-%d").to_string(),
        "time": plan.begins.format("%H:%M").to_string(),
        "zone": "Europe/London",
        "phase": phase,
        "quotas": quotas(&plan.quotas),
        "kind": plan.kind,
        "seats": told.people.len(),
        "recruited_as": plan.recruited_as,
        "recruited_by": plan.recruited_by,
        "label": plan.label,
        "moderator": plan.staff.0,
        "note_taker": plan.staff.1,
        "observers": plan.observers,
    }});
    maker.call(Actor::Moderator, "plan_session", with, at, Some(act))?;
    Ok(session)
}

/// Seats everybody who is recruited at first, one after the other from `at` on, and gives those
/// whom a reader could tell by their attribution the coarser one.
pub(super) fn recruit(
    maker: &mut Maker,
    told: &Told,
    session: Uuid,
    at: &mut Moment,
) -> Result<()> {
    for (seat, person) in (1..).zip(&told.people) {
        *at += TimeDelta::minutes(maker.chance.i64(40..220));
        let first = Person { name: first(person).to_owned(), ..person.clone() };
        sit(maker, told, session, seat, &first, *at)?;
    }
    let shown = listed(maker, "attributions", session, *at)?;
    for one in shown.as_array().into_iter().flatten() {
        let alone = &one["attribution"];
        if alone["fits"] == 1 && !alone["coarser"].is_null() {
            *at += TimeDelta::seconds(20);
            let with = json!({ "participant": one["participant"], "coarse": true });
            let act = maker.id(*at);
            maker.call(Actor::Moderator, "show_coarse", with, *at, Some(act))?;
        }
    }
    Ok(())
}

/// The name of whoever was recruited first for a place at the table.
fn first(person: &Person) -> &str {
    person.r#for.as_ref().map_or(&person.name, |missing| &missing.name)
}

/// Puts somebody else in the place of those who ring the evening before to say that they cannot
/// come. Who was asked first stays in the record, without a seat, and with the reason.
pub(super) fn replace(maker: &mut Maker, told: &Told, session: Uuid) -> Result<()> {
    let at = told.plan.begins - TimeDelta::hours(21);
    for person in &told.people {
        let Some(missing) = &person.r#for else { continue };
        let people = people_of(maker, session, at)?;
        let Some(gone) = people.iter().find(|p| p["name"] == missing.name) else { continue };
        let mut with = json!({
            "participant": gone["id"],
            "with": facts(told, person),
            "reason": missing.why,
        });
        with["with"]["id"] = json!(maker.id(at));
        let act = maker.id(at);
        maker.call(Actor::Moderator, "replace_person", with, at, Some(act))?;
    }
    Ok(())
}

/// Who is expected at the table.
pub(super) fn guests(maker: &mut Maker, told: &Told, session: Uuid) -> Result<Vec<Guest>> {
    let people = people_of(maker, session, told.plan.begins)?;
    let mut guests = Vec::new();
    for person in &people {
        let Some(seat) = person["seat"].as_u64().and_then(|seat| u32::try_from(seat).ok()) else {
            continue;
        };
        let minutes = |of: &BTreeMap<String, i64>| of.get(&seat.to_string()).copied();
        guests.push(Guest {
            id: Uuid::deserialize(&person["id"])?,
            seat,
            sex: String::deserialize(&person["sex"])?,
            comes: minutes(&told.plan.coming_late),
            leaves: minutes(&told.plan.leaving),
            green: Vec::new(),
            red: None,
            quoted: usize::try_from(seat)
                .ok()
                .and_then(|seat| told.people.get(seat.checked_sub(1)?))
                .is_none_or(|person| person.quoted),
            spoke: 0,
        });
    }
    guests.sort_by_key(|guest| guest.seat);
    Ok(guests)
}

fn people_of(maker: &mut Maker, session: Uuid, at: Moment) -> Result<Vec<Value>> {
    let evening = listed(maker, "evening", session, at)?;
    Ok(Vec::deserialize(&evening["participants"])?)
}

/// What the moderator is told of a session.
fn listed(maker: &mut Maker, name: &str, session: Uuid, at: Moment) -> Result<Value> {
    maker.call(Actor::Moderator, name, json!({ "session": session }), at, None)
}

fn sit(
    maker: &mut Maker,
    told: &Told,
    session: Uuid,
    seat: u32,
    person: &Person,
    at: Moment,
) -> Result<()> {
    let mut with = facts(told, person);
    with["id"] = json!(maker.id(at));
    with["session"] = json!(session);
    with["seat"] = json!(seat);
    let act = maker.id(at);
    maker.call(Actor::Moderator, "seat_person", with, at, Some(act))?;
    Ok(())
}

/// What is known of a person.
fn facts(told: &Told, person: &Person) -> Value {
    let plan = &told.plan;
    let mut attributes = json!({
        "age-group": person.age,
        "grade": person.grade.as_ref().unwrap_or(&plan.grade),
        "children": person.children,
        "health": person.health,
        "service-use": person.r#use,
        "ethnicity": person.ethnicity,
    });
    if let Some(generation) = &plan.generation {
        attributes["generation"] = json!(generation);
    }
    json!({
        "name": person.name,
        "sex": person.sex,
        "age_band": plan.band,
        "place": plan.place,
        "attributes": attributes,
    })
}

impl Room<'_> {
    /// Notes those who come before the start, one after the other.
    pub(super) fn arrive(&mut self) -> Result<()> {
        let mut early: Vec<Uuid> =
            self.guests.iter().filter(|g| g.comes.is_none()).map(|g| g.id).collect();
        self.maker.chance.shuffle(&mut early);
        self.now = self.started - TimeDelta::minutes(21);
        for id in early {
            let pause = self.maker.chance.i64(40..130);
            self.wait(pause);
            self.call(Actor::Moderator, "person_came", json!({ "participant": id }))?;
        }
        self.now = self.started;
        Ok(())
    }

    /// Puts next that everybody says yes to everything, but for those who do not wish to be quoted.
    pub(super) fn consent(&mut self) {
        let refused: Vec<Uuid> = self.guests.iter().filter(|g| !g.quoted).map(|g| g.id).collect();
        for participant in refused {
            let consent =
                json!({ "take_part": true, "recorded": true, "quoted": false, "observers": true });
            let with = json!({ "participant": participant, "consent": consent });
            self.note("say_consent", with, 3);
        }
        let with = self.here();
        self.note("all_said_yes", with, 3);
    }

    /// Puts next who comes after the start, with the time at which they came.
    pub(super) fn coming_late(&mut self) {
        let late: Vec<Value> = self
            .guests
            .iter()
            .filter_map(|guest| {
                let at = self.started + TimeDelta::minutes(guest.comes?);
                Some(json!({ "participant": guest.id, "at": at }))
            })
            .collect();
        for with in late {
            self.lead("person_came", with, 2);
        }
    }

    /// Notes who has left by now. The others finish without them.
    pub(super) fn leaving(&mut self) -> Result<()> {
        let gone =
            |g: &&Guest| g.leaves.is_some_and(|m| self.started + TimeDelta::minutes(m) <= self.now);
        let left: Vec<Value> = self
            .guests
            .iter()
            .filter(gone)
            .filter_map(|g| {
                let at = self.started + TimeDelta::minutes(g.leaves?);
                Some(json!({ "participant": g.id, "at": at }))
            })
            .collect();
        for with in left {
            self.call(Actor::Moderator, "person_left", with)?;
        }
        Ok(())
    }
}

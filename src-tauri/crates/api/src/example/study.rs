//! The example study: thirteen groups on the sample plan of 2010 (policy-ideas.md, The sample of
//! 2010), one after the other.

use std::{collections::BTreeMap, ops::Range};

use chrono::TimeDelta;
use domain::{Moment, Phase};
use serde_json::json;

use super::{
    amended,
    maker::Maker,
    people,
    room::Room,
    words::{self, Told},
};
use crate::{Actor, Problem, ProblemCode, Result};

/// When the study was made: a fortnight before its first group.
const MADE: &str = "2010-01-05T10:00:00Z";

/// The two phases, each with the first day of recruiting and its sessions.
const STAGES: [(Phase, &str, Range<usize>); 2] =
    [(Phase::Pilot, "2010-01-08T09:30:00Z", 0..4), (Phase::Main, "2010-01-25T09:30:00Z", 4..13)];

pub(super) fn make(maker: &mut Maker) -> Result<()> {
    let mut at = moment(MADE)?;
    let with = json!({ "name": "Example: thirteen groups, nine ideas", "method": "policy-ideas" });
    let id = maker.id(at);
    maker.call(Actor::Moderator, "create_study", with, at, Some(id))?;
    let (first, mut design) = amended::newest(maker, at)?;
    at += TimeDelta::minutes(1);
    amended::first_is_pilot(maker, first, at)?;
    let told = words::all()?;
    let mut sessions = Vec::new();
    at += TimeDelta::minutes(9);
    let act = maker.id(at);
    let with = json!({ "sample": words::sample()? });
    maker.call(Actor::Moderator, "change_sample", with, at, Some(act))?;
    for (phase, _, stage) in STAGES {
        for told in &told[stage] {
            at += TimeDelta::minutes(4);
            sessions.push(people::plan(maker, told, phase, at)?);
        }
    }
    for (phase, recruited, stage) in STAGES {
        if phase == Phase::Main {
            design = amended::amend(maker, &sessions, stage.clone())?;
        }
        let mut at = moment(recruited)?;
        for number in stage.clone() {
            people::recruit(maker, &told[number], sessions[number], &mut at)?;
        }
        for number in stage {
            let (told, session) = (&told[number], sessions[number]);
            people::replace(maker, told, session)?;
            let guests = people::guests(maker, told, session)?;
            let started = told.plan.begins + TimeDelta::minutes(told.plan.late);
            Room {
                maker,
                told,
                design: &design,
                number: number + 1,
                session,
                guests,
                chosen: BTreeMap::new(),
                started,
                now: started,
                next: Vec::new(),
            }
            .evening()?;
        }
    }
    Ok(())
}

fn moment(text: &str) -> Result<Moment> {
    text.parse().map_err(|e| Problem::new(ProblemCode::Invalid).because(e))
}

impl Room<'_> {
    /// One evening, from the first who comes to what the staff say after it.
    fn evening(&mut self) -> Result<()> {
        let Told { plan, welcome, life, .. } = self.told;
        self.arrive()?;
        let with = self.here();
        self.call(Actor::Moderator, "start_session", with)?;
        self.ask_on_wall();
        self.tick_activity("welcome")?;
        self.talk(welcome, None);
        self.coming_late();
        self.consent();
        self.spend(self.planned("welcome")?)?;
        self.good_life()?;
        self.go_on()?;
        self.simple("life-stage", &life.life_stage)?;
        self.go_on()?;
        self.simple("assistance", &life.assistance)?;
        self.why_services()?;
        self.go_on()?;
        self.simple("why-matter", &self.told.services.why_matter)?;
        self.gallery()?;
        for slot in &self.design.slots {
            if slot.id.to_string() == "joker" && plan.tea > 0 {
                self.call(Actor::Moderator, "pause", self.here())?;
                self.wait(plan.tea * 60);
                self.call(Actor::Moderator, "resume", self.here())?;
            }
            self.discuss(&slot.id)?;
        }
        self.change()
    }

    /// Goes on to the next activity.
    pub(super) fn go_on(&mut self) -> Result<()> {
        self.call(Actor::Moderator, "next_activity", self.here()).map(drop)
    }

    /// An activity in which people talk and nothing else.
    fn simple(&mut self, id: &str, lines: &[String]) -> Result<()> {
        self.ask_on_wall();
        self.tick_activity(id)?;
        self.talk(lines, None);
        self.spend(self.planned(id)?)
    }

    pub(super) fn tick_activity(&mut self, id: &str) -> Result<()> {
        let activity = self.activity(id)?;
        let questions: Vec<_> =
            activity.questions.iter().chain(&activity.probes).map(|q| q.id.clone()).collect();
        self.tick(id, &questions, 3);
        Ok(())
    }
}

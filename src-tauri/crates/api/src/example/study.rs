//! The example study: thirteen groups on the sample plan of 2010 (policy-ideas.md, The sample of
//! 2010), one after the other.

use chrono::TimeDelta;
use domain::{Design, Moment};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    maker::Maker,
    people,
    room::Room,
    words::{self, Told},
};
use crate::{Actor, Problem, ProblemCode, Result};

/// When the study was made: a fortnight before its first group.
const MADE: &str = "2010-01-05T10:00:00Z";

/// The pilot, by its first day of recruiting, and the main stage.
const STAGES: [(&str, std::ops::Range<usize>); 2] =
    [("2010-01-08T09:30:00Z", 0..4), ("2010-01-25T09:30:00Z", 4..13)];

pub(super) fn make(maker: &mut Maker) -> Result<()> {
    let mut at = moment(MADE)?;
    let with = json!({ "name": "Example: thirteen groups, nine ideas", "method": "policy-ideas" });
    let id = maker.id(at);
    maker.call(Actor::Moderator, "create_study", with, at, Some(id))?;
    let design = design(maker, at)?;
    let told = words::all()?;
    let mut sessions = Vec::new();
    for told in &told {
        at += TimeDelta::minutes(4);
        sessions.push(people::plan(maker, told, at)?);
    }
    for (recruited, stage) in STAGES {
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

/// The newest version of the study's design.
fn design(maker: &mut Maker, at: Moment) -> Result<Design> {
    let study = maker.call(Actor::Moderator, "study", Value::Null, at, None)?;
    Ok(Design::deserialize(&study["design"]["design"])?)
}

impl Room<'_> {
    /// One evening, from the first who comes to what the staff say after it.
    fn evening(&mut self) -> Result<()> {
        let Told { plan, welcome, life, .. } = self.told;
        self.arrive()?;
        let with = self.here();
        self.call(Actor::Moderator, "start_session", with)?;
        self.coming_late();
        self.simple("welcome", welcome)?;
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

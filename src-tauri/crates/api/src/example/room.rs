//! One evening under way: who is there, what the time is, and what is about to be done.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use domain::{Activity, ActivityId, Design, IdeaId, Moment, SlotId};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{maker::Maker, words::Told};
use crate::{Actor, Problem, ProblemCode, Result};

/// Somebody at the table.
pub(super) struct Guest {
    pub id: Uuid,
    pub seat: u32,
    pub sex: String,
    /// Minutes after the start that they come, for those who are late.
    pub comes: Option<i64>,
    /// Minutes after the start that they leave, for those who leave early.
    pub leaves: Option<i64>,
    pub green: Vec<IdeaId>,
    pub red: Option<IdeaId>,
    /// Whether their words may be printed.
    pub quoted: bool,
    /// How often they have spoken.
    pub spoke: u32,
}

/// Something that is about to be done.
pub(super) struct Next {
    by: Actor,
    name: &'static str,
    with: Value,
    /// What it takes of the time of its activity, against the others.
    weight: u32,
}

pub(super) struct Room<'a> {
    pub maker: &'a mut Maker,
    pub told: &'a Told,
    pub design: &'a Design,
    /// Its place in the study, from 1.
    pub number: usize,
    pub session: Uuid,
    pub guests: Vec<Guest>,
    /// What is talked about tonight.
    pub chosen: BTreeMap<SlotId, IdeaId>,
    pub started: Moment,
    pub now: Moment,
    pub next: Vec<Next>,
}

impl Room<'_> {
    /// Lets the moderator do something, in its turn.
    pub fn lead(&mut self, name: &'static str, with: Value, weight: u32) {
        self.put(Actor::Moderator, name, with, weight);
    }

    /// Lets the note-taker do something, in its turn.
    pub fn note(&mut self, name: &'static str, with: Value, weight: u32) {
        self.put(Actor::NoteTaker, name, with, weight);
    }

    fn put(&mut self, by: Actor, name: &'static str, with: Value, weight: u32) {
        self.next.push(Next { by, name, with, weight });
    }

    /// A request about this session.
    pub fn here(&self) -> Value {
        json!({ "session": self.session })
    }

    pub fn wall(&mut self, view: Value) {
        self.lead("show_on_wall", json!({ "session": self.session, "view": view }), 1);
    }

    pub fn ask_on_wall(&mut self) {
        self.wall(json!({ "type": "question" }));
    }

    /// Does something now.
    pub fn call(&mut self, by: Actor, name: &str, with: Value) -> Result<Value> {
        let id = self.maker.id(self.now);
        self.maker.call(by, name, with, self.now, Some(id))
    }

    pub fn wait(&mut self, seconds: i64) {
        self.now += TimeDelta::seconds(seconds);
    }

    pub fn new_id(&mut self) -> Uuid {
        self.maker.id(self.now)
    }

    pub fn activity(&self, id: &str) -> Result<&Activity> {
        let id = ActivityId::from(id);
        self.design.activity(&id).ok_or_else(|| Problem::new(ProblemCode::Invalid).because(id))
    }

    /// The planned minutes of an activity in this kind of group, as seconds.
    pub fn planned(&self, id: &str) -> Result<i64> {
        let minutes = self.activity(id)?.minutes.get(&self.told.plan.kind);
        Ok(i64::from(minutes.copied().unwrap_or_default()) * 60)
    }

    /// Does all that is next within an activity's time, a little more or less than was planned,
    /// each in its turn and with time between.
    pub fn spend(&mut self, planned: i64) -> Result<()> {
        let span = planned + self.maker.chance.i64(-planned / 5..=planned / 4);
        let next = std::mem::take(&mut self.next);
        // What is left over at the end is the talk that nobody writes down.
        let all = i64::from(next.iter().map(|n| n.weight).sum::<u32>()) * 20 / 19;
        let (begin, mut done) = (self.now, 0);
        for Next { by, name, with, weight } in next {
            let loose = self.maker.chance.i64(0..=i64::from(weight) * 300);
            let at = (done * 1000 + loose + i64::from(weight) * 700) * span / all.max(1);
            self.now = begin + TimeDelta::milliseconds(at);
            done += i64::from(weight);
            self.call(by, name, with)?;
        }
        self.now = begin + TimeDelta::seconds(span);
        Ok(())
    }
}

//! A study with a running session, for the tests beside this file.

use api::{Actor, Problem, ProblemCode, Workshop};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

/// A study with one session of nine seats, and a clock of its own.
pub struct Room {
    pub workshop: Workshop,
    pub home: TempDir,
    pub session: Uuid,
    /// By seat, from seat 1.
    pub people: Vec<Uuid>,
    now: DateTime<Utc>,
}

impl Room {
    /// Nine people round the table, and the session begun.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let mut room = Self {
            workshop: Workshop::new(home.path().to_owned()),
            home,
            session: Uuid::now_v7(),
            people: Vec::new(),
            now: "2026-03-12T18:55:00Z".parse().unwrap(),
        };
        room.ok("create_study", json!({"name": "Buses after eight", "method": "policy-ideas"}));
        let session = room.session;
        room.ok("plan_session", json!({"id": session, "plan": plan("2026-03-12", "19:00")}));
        for seat in 1..=9 {
            let id = Uuid::now_v7();
            let age = if seat < 6 { "25–29" } else { "30–34" };
            let sex = if seat % 2 == 0 { "Male" } else { "Female" };
            room.ok(
                "seat_person",
                json!({"id": id, "session": session, "seat": seat, "name": format!("Seat {seat}"),
                       "sex": sex, "age_band": age}),
            );
            room.ok("person_came", json!({"participant": id}));
            room.people.push(id);
        }
        room.ok("start_session", json!({"session": session}));
        room
    }

    /// Calls as the moderator, a second later than the call before.
    pub fn call(&mut self, name: &str, with: Value) -> Result<Value, Problem> {
        self.call_as(Actor::Moderator, name, with)
    }

    pub fn call_as(&mut self, who: Actor, name: &str, with: Value) -> Result<Value, Problem> {
        self.now += Duration::seconds(1);
        self.workshop.call(who, name, with, self.now, None)
    }

    /// Calls what must not be refused.
    pub fn ok(&mut self, name: &str, with: Value) -> Value {
        self.call(name, with).unwrap_or_else(|e| panic!("{name}: {e:?}"))
    }

    /// Calls what must be refused, and checks that it left no trace.
    pub fn refused(&mut self, name: &str, with: Value) -> Problem {
        let before = self.evening();
        let problem = self.call(name, with).expect_err(name);
        assert_eq!(self.evening(), before, "{name} left a trace");
        problem
    }

    pub fn refused_with(&mut self, code: ProblemCode, name: &str, with: Value) {
        assert_eq!(self.refused(name, with).code, code, "{name}");
    }

    pub fn evening(&mut self) -> Value {
        self.ok("evening", json!({"session": self.session}))
    }

    /// Opens a round and gives back its id.
    pub fn round(&mut self, naming: &str, entry: &str) -> Uuid {
        let id = Uuid::now_v7();
        let session = self.session;
        self.ok(
            "set_round",
            json!({"id": id, "session": session, "naming": naming, "entry": entry}),
        );
        self.ok("open_round", json!({"round": id}));
        id
    }

    /// Places a sticker for a seat.
    pub fn stick(
        &mut self,
        round: Uuid,
        seat: usize,
        idea: &str,
        colour: &str,
    ) -> Result<Value, Problem> {
        let with = json!({"id": Uuid::now_v7(), "round": round, "idea": idea, "colour": colour,
                          "participant": self.people[seat - 1]});
        self.call("place_sticker", with)
    }

    pub fn keep(&mut self, input: &str) -> Result<Value, Problem> {
        let with = json!({"id": Uuid::now_v7(), "session": self.session, "input": input});
        self.call("keep_line", with)
    }

    /// Checks that replaying the journal gives the tables.
    pub fn is_sound(&mut self) {
        let report = self.workshop.check().unwrap();
        assert_eq!(report.faults, []);
    }
}

pub fn plan(date: &str, time: &str) -> Value {
    json!({"group": "Oxford, 25–39", "place": "Oxford", "date": date, "time": time,
           "utc_offset": 0, "kind": "full", "seats": 9})
}

//! A session carried between laptops: through files and the public commands.

mod any_order;
mod carried;
mod held;
mod settled;
mod taken_back;

use std::path::{Path, PathBuf};

use api::{Actor, Problem, ProblemCode as Code, Workshop};
use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::room::plan;

/// A laptop with one study open, and a clock of its own.
struct Laptop {
    workshop: Workshop,
    path: PathBuf,
    now: DateTime<Utc>,
}

impl Laptop {
    fn open(path: &Path, ahead: i64) -> Self {
        let now: DateTime<Utc> = "2026-03-12T19:00:00Z".parse().unwrap();
        let workshop = Workshop::open(path).unwrap();
        Self { workshop, path: path.to_owned(), now: now + Duration::seconds(ahead) }
    }

    fn call(&mut self, name: &str, with: Value) -> Result<Value, Problem> {
        self.now += Duration::seconds(1);
        self.workshop.call(Actor::Moderator, name, with, self.now, None)
    }

    fn ok(&mut self, name: &str, with: Value) -> Value {
        self.call(name, with).unwrap_or_else(|e| panic!("{name}: {e:?}"))
    }

    fn refused(&mut self, code: Code, name: &str, with: Value) {
        assert_eq!(self.call(name, with).expect_err(name).code, code, "{name}");
    }

    fn line(&mut self, input: &str) -> Uuid {
        let id = Uuid::now_v7();
        self.ok("keep_line", json!({"id": id, "session": session(), "input": input}));
        id
    }

    fn rate(&mut self, value: u8) {
        let with = json!({"id": Uuid::now_v7(), "session": session(), "value": value,
                          "of": {"idea": "user-charging", "lens": "desirable"}});
        self.ok("agree_rating", with);
    }

    fn change_line(&mut self, line: &Value, field: &str, value: Value) {
        let mut with = line.clone();
        with["line"] = line["id"].clone();
        with[field] = value;
        self.ok("change_line", with);
    }

    fn merge(&mut self, other: &Path) -> Value {
        self.ok("merge", json!({"path": other}))
    }

    fn evening(&mut self) -> Value {
        self.ok("evening", json!({"session": session()}))
    }

    /// What the evening says, without what belongs to this laptop: its cursor and its Undo.
    fn told(&mut self) -> Value {
        let mut told = self.evening();
        for own in ["cursor", "undo", "redo"] {
            told.as_object_mut().unwrap().remove(own);
        }
        told
    }

    fn conflicts(&mut self) -> Vec<Value> {
        let all = self.ok("conflicts", json!({"session": session()}));
        let asked = |c: &&Value| c["conflict"]["asked"] == true;
        all.as_array().unwrap().iter().filter(asked).cloned().collect()
    }

    fn is_sound(&mut self) {
        assert_eq!(self.workshop.check().unwrap().faults, []);
    }

    /// Closes the study, so that its file may be read, and gives back where it is.
    fn close(self) -> PathBuf {
        self.path
    }
}

fn session() -> Uuid {
    Uuid::from_u128(7)
}

/// The lead's study with tonight's session in it, and eight people round the table.
fn lead(home: &Path) -> Laptop {
    let path = home.join("lead.folkmoot");
    let mut workshop = Workshop::new(home.to_owned());
    let now = "2026-03-01T09:00:00Z".parse().unwrap();
    let with = json!({"name": "Buses after eight", "method": "policy-ideas", "path": path});
    workshop.call(Actor::Moderator, "create_study", with, now, None).unwrap();
    drop(workshop);
    let mut lead = Laptop::open(&path, -86_400);
    lead.ok("plan_session", json!({"id": session(), "plan": plan("2026-03-12", "19:00")}));
    lead.ok("plan_session", json!({"id": Uuid::from_u128(8), "plan": plan("2026-03-13", "19:00")}));
    for seat in 1..=8 {
        let with = json!({"id": Uuid::from_u128(100 + seat), "session": session(), "seat": seat,
                          "name": format!("Person {seat}"), "sex": "Female", "age_band": "25–29"});
        lead.ok("seat_person", with);
    }
    lead
}

/// The session as two other laptops have it, each begun there on its own.
fn handed_over(home: &TempDir) -> (Laptop, [Laptop; 2]) {
    let mut lead = lead(home.path());
    let out = home.path().join("tonight.folkmoot");
    lead.ok("export_session", json!({"session": session(), "path": out}));
    let other = home.path().join("again.folkmoot");
    std::fs::copy(&out, &other).unwrap();
    let mut both = [Laptop::open(&out, 0), Laptop::open(&other, 134)];
    for laptop in &mut both {
        for seat in 1..=8 {
            laptop.ok("person_came", json!({"participant": Uuid::from_u128(100 + seat)}));
        }
        laptop.ok("start_session", json!({"session": session()}));
    }
    (lead, both)
}

fn texts(evening: &Value) -> Vec<String> {
    let lines = evening["lines"].as_array().unwrap().iter();
    let mut texts: Vec<String> =
        lines.map(|line| line["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

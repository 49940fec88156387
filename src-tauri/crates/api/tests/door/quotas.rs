//! What is said of the quotas is what counting everybody would say, whatever has happened.

use std::path::PathBuf;

use api::ProblemCode as Code;
use domain::{Participant, Quota, Session};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

/// What happens; numbers are of tables and people, as many as there are by then.
#[derive(Clone, Debug)]
enum Deed {
    Seat { table: usize, seat: Option<u32>, sex: &'static str, grade: &'static str },
    Bring { rows: Vec<(usize, &'static str, &'static str)> },
    Move { person: usize, seat: u32 },
    Change { person: usize, grade: &'static str },
    StayAway(usize),
    Expect(usize),
    Withdraw(usize),
    Remove(usize),
    Cancel(usize),
    Hold(usize),
    Want(usize),
    Undo(Option<usize>),
    Redo(Option<usize>),
}

const TABLES: usize = 3;

fn any_deed() -> impl Strategy<Value = Deed> {
    use Deed as D;
    let (table, person) = (|| 0..TABLES, || 0..20_usize);
    let sex = || prop::sample::select(vec!["Female", "Male", ""]);
    let grade = || prop::sample::select(vec!["ABC1", "C2DE"]);
    let row = (table(), prop::sample::select(vec!["F", "M"]), prop::sample::select(vec!["B", "D"]));
    prop_oneof![
        4 => (table(), prop::option::weighted(0.8, 1..9_u32), sex(), grade())
            .prop_map(|(table, seat, sex, grade)| D::Seat { table, seat, sex, grade }),
        2 => prop::collection::vec(row, 1..8).prop_map(|rows| D::Bring { rows }),
        1 => (person(), 1..9_u32).prop_map(|(person, seat)| D::Move { person, seat }),
        2 => (person(), grade()).prop_map(|(person, grade)| D::Change { person, grade }),
        1 => person().prop_map(D::StayAway),
        1 => person().prop_map(D::Expect),
        1 => person().prop_map(D::Withdraw),
        1 => person().prop_map(D::Remove),
        2 => table().prop_map(D::Cancel),
        2 => table().prop_map(D::Hold),
        2 => (0..4_usize).prop_map(D::Want),
        2 => prop::option::of(table()).prop_map(D::Undo),
        1 => prop::option::of(table()).prop_map(D::Redo),
    ]
}

struct Study {
    room: Room,
    tables: Vec<Uuid>,
    lists: usize,
}

impl Study {
    fn new() -> Self {
        let mut room = Room::new();
        let mut tables = Vec::new();
        for table in 0..TABLES {
            let mut plan = plan("2026-04-02", "19:00");
            plan["group"] = json!(format!("Table {table}"));
            let id = Uuid::now_v7();
            room.ok("plan_session", json!({"id": id, "plan": plan}));
            tables.push(id);
        }
        Self { room, tables, lists: 0 }
    }

    /// Does it, or is refused: what is refused changes nothing.
    fn act(&mut self, deed: &Deed) {
        let people = self.people();
        let person = |nth: &usize| people.get(nth % people.len().max(1)).map(|person| person.id);
        let of = |nth: &usize| json!({"participant": person(nth)});
        let table = |nth: &usize| self.tables[*nth];
        let (name, with) = match deed {
            Deed::Seat { table: at, seat, sex, grade } => (
                "seat_person",
                json!({"id": Uuid::now_v7(), "session": table(at), "seat": seat, "sex": sex,
                       "name": format!("Person {}", people.len()), "attributes": {"grade": grade}}),
            ),
            Deed::Bring { rows } => return self.bring(rows),
            Deed::Move { person: nth, seat } => {
                ("move_person", json!({"participant": person(nth), "seat": seat}))
            }
            Deed::Change { person: nth, grade } => {
                let Some(id) = person(nth) else { return };
                let person = people.iter().find(|person| person.id == id).unwrap();
                let mut with = serde_json::to_value(person).unwrap();
                with["attributes"] = json!({"grade": grade});
                ("seat_person", with)
            }
            Deed::StayAway(nth) => {
                ("person_absent", json!({"participant": person(nth), "reason": "Ill"}))
            }
            Deed::Expect(nth) => ("person_expected", of(nth)),
            Deed::Withdraw(nth) => ("withdraw_consent", of(nth)),
            Deed::Remove(nth) => ("remove_person", of(nth)),
            Deed::Cancel(at) => {
                ("cancel_session", json!({"session": table(at), "reason": "The hall is shut"}))
            }
            Deed::Hold(at) => ("hold_session", json!({"session": table(at)})),
            Deed::Want(which) => ("change_sample", json!({"sample": sample(*which)})),
            Deed::Undo(None) => ("undo_in_study", json!({})),
            Deed::Undo(Some(at)) => ("undo", json!({"session": table(at)})),
            Deed::Redo(None) => ("redo_in_study", json!({})),
            Deed::Redo(Some(at)) => ("redo", json!({"session": table(at)})),
        };
        let _ = self.room.call(name, with);
    }

    /// Brings a recruiter's list in.
    fn bring(&mut self, rows: &[(usize, &str, &str)]) {
        self.lists += 1;
        let rows: Vec<String> = rows
            .iter()
            .enumerate()
            .map(|(n, (table, sex, grade))| {
                format!("Table {table},Name{n} Of{},{sex},30,{grade}", self.lists)
            })
            .collect();
        let path: PathBuf = self.room.home.path().join("List.csv");
        std::fs::write(&path, format!("Group,Name,Sex,Age,Grade\n{}\n", rows.join("\n"))).unwrap();
        let read = self.room.ok("read_sheet", json!({"path": path}));
        let columns: Vec<&Value> = read["sheets"][0]["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|column| &column["target"])
            .collect();
        let how = json!({"path": path, "mark": read["mark"], "sheet": 0,
                         "heading": read["sheets"][0]["heading"], "columns": columns});
        let _ = self.room.call("import_people", how);
    }

    fn sessions(&mut self) -> Vec<Session> {
        let page = self.room.ok("sessions", json!({}));
        let cards = page["cards"].as_array().unwrap().iter();
        cards.map(|card| serde_json::from_value(card["session"].clone()).unwrap()).collect()
    }

    /// Everybody at the tables that are to come.
    fn people(&mut self) -> Vec<Participant> {
        self.tables.clone().iter().flat_map(|table| self.at(*table)).collect()
    }

    fn at(&mut self, table: Uuid) -> Vec<Participant> {
        // A table whose planning was undone has nobody.
        let Ok(evening) = self.room.call("evening", json!({"session": table})) else {
            return Vec::new();
        };
        serde_json::from_value(evening["participants"].clone()).unwrap()
    }

    /// What the study says, and what counting everybody says.
    fn counts(&mut self) -> (Value, Value) {
        let mut expected: Vec<Participant> = Vec::new();
        for session in self.sessions().into_iter().filter(|s| s.cancelled.is_none()) {
            expected.extend(self.at(session.id.0).into_iter().filter(Participant::is_expected));
        }
        let said = self.room.ok("sample", json!({}));
        let quotas = said["quotas"].as_array().unwrap();
        let said_of: Vec<&Value> = quotas.iter().map(|quota| &quota["people"]).collect();
        let counted: Vec<usize> = quotas
            .iter()
            .map(|progress| {
                let quota: Quota = serde_json::from_value(progress["quota"].clone()).unwrap();
                expected.iter().filter(|person| quota.counts(person)).count()
            })
            .collect();
        (json!([said["people"], said_of]), json!([expected.len(), counted]))
    }
}

/// Samples with more and fewer quotas, in other orders.
fn sample(which: usize) -> Value {
    let quotas = [
        json!({"of": {"sex": "Female"}, "people": 12}),
        json!({"of": {"grade": "ABC1", "sex": "Male"}, "people": 4}),
        json!({"of": {"grade": "C2DE"}, "people": 9}),
    ];
    let chosen: Vec<&Value> = match which {
        0 => Vec::new(),
        1 => quotas.iter().collect(),
        2 => quotas.iter().rev().collect(),
        _ => quotas.iter().take(1).collect(),
    };
    json!({"attributes": [], "quotas": chosen})
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn the_quotas_count_who_is_there(deeds in prop::collection::vec(any_deed(), 1..40)) {
        let mut study = Study::new();
        study.act(&Deed::Want(1));
        for deed in &deeds {
            study.act(deed);
            let (said, counted) = study.counts();
            prop_assert_eq!(said, counted, "after {:?}", deed);
        }
        study.room.is_sound();
    }
}

/// The deeds above reach what they are about: each is done at least once without being refused.
#[test]
fn people_come_and_go_and_the_counts_with_them() {
    let mut study = Study::new();
    study.act(&Deed::Want(1));
    let (before, _) = study.counts();
    study.act(&Deed::Bring {
        rows: vec![(0, "F", "B"), (1, "M", "B"), (1, "M", "D"), (2, "F", "D")],
    });
    let expect = |study: &mut Study, people: u64, by_quota: [u64; 3]| {
        let (said, counted) = study.counts();
        assert_eq!(said, counted);
        assert_eq!(said[0].as_u64().unwrap() - before[0].as_u64().unwrap(), people);
        for (nth, more) in by_quota.into_iter().enumerate() {
            let of = |counts: &Value| counts[1][nth].as_u64().unwrap();
            assert_eq!(of(&said) - of(&before), more, "quota {nth}");
        }
    };
    expect(&mut study, 4, [2, 1, 2]);
    study.act(&Deed::Cancel(1));
    expect(&mut study, 2, [2, 0, 1]);
    study.act(&Deed::StayAway(0));
    expect(&mut study, 1, [1, 0, 1]);
    study.act(&Deed::Expect(0));
    study.act(&Deed::Hold(1));
    expect(&mut study, 4, [2, 1, 2]);
    study.act(&Deed::Remove(0));
    expect(&mut study, 3, [1, 1, 2]);
    study.act(&Deed::Undo(Some(0)));
    expect(&mut study, 4, [2, 1, 2]);
    study.act(&Deed::Want(2));
    expect_whole(&mut study);
}

fn expect_whole(study: &mut Study) {
    let (said, counted) = study.counts();
    assert_eq!(said, counted);
    study.room.is_sound();
}

/// A list is an act of the study: what was done at a table before it can still be taken back there.
#[test]
fn nobody_comes_back_to_a_seat_that_a_list_gave_away() {
    let mut study = Study::new();
    let table = study.tables[0];
    study.act(&Deed::Bring { rows: vec![(0, "F", "B")] });
    study.act(&Deed::Remove(0));
    study.act(&Deed::Bring { rows: vec![(0, "M", "D")] });
    let sits = study.at(table);
    let with = json!({"session": table});
    study.room.refused_with(Code::SeatTaken, "undo", with.clone());
    assert_eq!(study.at(table), sits);
    study.room.is_sound();

    // Once the list is taken back the seat is free again.
    study.act(&Deed::Undo(None));
    study.room.ok("undo", with);
    let back = study.at(table);
    assert_eq!((back.len(), back[0].seat), (1, sits[0].seat));
    study.room.is_sound();
}

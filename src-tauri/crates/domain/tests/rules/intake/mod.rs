//! Taking people in from a recruiter's sheet.

mod cells;
mod columns;
mod rows;

use std::collections::BTreeMap;

use domain::{
    AttributeId, Design, Participant, Session, SessionId, SessionPlan,
    intake::{Code, Field, Reading, SheetRow, Study, Taken, Target, Vocabulary, take_in},
    method,
};
use uuid::Uuid;

use crate::example::{self, plan};

const WORDS: &str = include_str!("../../../../../../assets/recruiting/words.toml");

fn design() -> Design {
    let file = |name, text| method::MethodFile { name, text };
    method::read(&method::MethodFiles {
        method: file(
            "method.toml",
            include_str!("../../../../../../assets/methods/policy-ideas/method.toml"),
        ),
        guide: file(
            "guide.toml",
            include_str!("../../../../../../assets/methods/policy-ideas/guide.toml"),
        ),
        ideas: file(
            "ideas.toml",
            include_str!("../../../../../../assets/methods/policy-ideas/ideas.toml"),
        ),
    })
    .unwrap()
}

fn group(n: u128, group: &str, place: &str) -> Session {
    Session {
        id: SessionId(Uuid::from_u128(n)),
        plan: SessionPlan {
            group: group.into(),
            place: place.into(),
            date: "2026-03-12".parse().unwrap(),
            seats: 3,
            ..plan()
        },
        started: None,
        ..example::session()
    }
}

struct Row<'a> {
    number: u32,
    fields: Vec<Field<'a>>,
}

impl SheetRow for Row<'_> {
    fn number(&self) -> u32 {
        self.number
    }

    fn field(&self, column: usize) -> Option<Field<'_>> {
        self.fields.get(column).copied()
    }
}

/// The study with two groups in Oxford.
struct Room {
    design: Design,
    words: Vocabulary,
    sessions: Vec<Session>,
    people: BTreeMap<SessionId, Vec<Participant>>,
    reading: Reading,
}

/// A room whose sheet has these columns.
fn room(columns: &[Target]) -> Room {
    Room {
        design: design(),
        words: Vocabulary::read(WORDS).unwrap(),
        sessions: vec![group(1, "Oxford, 25–39", "Oxford"), group(2, "Oxford, 40–64", "Oxford")],
        people: BTreeMap::new(),
        reading: Reading { columns: columns.to_vec(), ..Reading::default() },
    }
}

impl Room {
    fn take(&self, rows: &[&[&str]]) -> Vec<Taken> {
        let rows: Vec<Row> = (2..)
            .zip(rows)
            .map(|(number, texts)| Row {
                number,
                fields: texts.iter().map(|text| Field { text, ..Field::default() }).collect(),
            })
            .collect();
        let study = Study {
            design: &self.design,
            sessions: &self.sessions,
            people: &self.people,
            words: &self.words,
        };
        take_in(&study, &self.reading, &rows)
    }

    fn one(&self, texts: &[&str]) -> Taken {
        self.take(&[texts]).remove(0)
    }

    /// Seats those who came in, as the import would.
    fn seat(&mut self, taken: &[Taken]) {
        for row in taken.iter().filter(|row| row.verdict.comes_in()) {
            let (person, session) = (row.person.clone(), row.person.session.unwrap());
            let seated = self.people.entry(session).or_default();
            seated.push(Participant {
                session,
                seat: person.seat,
                name: person.name,
                place: person.place,
                attributes: person.attributes,
                ..example::person(row.number, &person.sex, &person.age_band, "")
            });
        }
    }
}

fn codes(taken: &Taken) -> Vec<Code> {
    taken.notes.iter().map(|note| note.code).collect()
}

fn attribute(id: &str) -> Target {
    Target::Attribute(AttributeId::from(id))
}

/// Headings as recruiters write them, one to a line.
const HEADINGS: &str = include_str!("../headings.txt");
const GROUP_NAME_AGE: [Target; 3] = [Target::Session, Target::Name, Target::Age];

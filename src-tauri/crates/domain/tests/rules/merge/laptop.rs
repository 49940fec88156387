//! A laptop with a copy of a study, as the tests of merging play it.

use std::collections::BTreeMap;

use domain::{
    Change, DesignId, DesignVersion, Diff, Event, EventId, Line, LineId, LineKind, Moment,
    Participant, ParticipantId, Role, Session, SessionId, Words, delta,
    merge::{Act, Folded, Row, Sitting, SittingId, fold, together},
};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use super::deeds::{Deed, deed_of_study};
use crate::example;

pub type Rows = BTreeMap<(String, String), Value>;

pub fn rows(folded: &Folded) -> Rows {
    folded.rows.iter().map(|r| ((r.table.clone(), r.id.clone()), r.value.clone())).collect()
}

pub fn moment(second: i64) -> Moment {
    "2026-03-12T19:00:00Z".parse::<Moment>().unwrap() + chrono::Duration::seconds(second)
}

/// The sessions of the study, by their numbers.
pub const SESSIONS: std::ops::RangeInclusive<u8> = 1..=4;

/// Of these the last has nobody on its list yet, so that it can be taken off the plan.
const WITH_PEOPLE: std::ops::RangeInclusive<u8> = 1..=3;

pub fn session() -> SessionId {
    nth_session(1)
}

/// Each session has a hundred ids of its own.
fn hundreds(number: u8) -> u128 {
    u128::from(number - 1) * 100
}

pub fn nth_session(number: u8) -> SessionId {
    SessionId(Uuid::from_u128(hundreds(number) + 1))
}

/// One of two people in a session whom nobody takes out.
pub fn stage(number: u8, who: u8) -> ParticipantId {
    ParticipantId(Uuid::from_u128(hundreds(number) + u128::from(who)))
}

/// A copy of a study on a laptop.
#[derive(Clone, Default)]
pub struct Laptop {
    /// Tells its ids and its clock from the others'.
    pub number: u128,
    pub acts: Vec<Act>,
    pub sittings: Vec<Sitting>,
    made: u128,
    /// Seconds that its clock is ahead.
    clock: i64,
    /// The session that is worked on.
    pub at: u8,
}

impl Laptop {
    pub fn new(number: u128) -> Self {
        Self { number, at: 1, ..Self::default() }
    }

    pub fn id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(1_000_000 * self.number + self.made)
    }

    /// The same copy on another laptop, of which nothing more is done yet.
    pub fn copied(&self, number: u128) -> Self {
        Self { number, made: 1000, ..self.clone() }
    }

    /// The same copy under a clock that is so many seconds ahead.
    pub fn by_clock(self, clock: i64) -> Self {
        Self { clock, ..self }
    }

    pub fn folded(&self) -> Folded {
        fold(&self.acts, &self.sittings)
    }

    /// Begins a sitting that knows all there is here.
    pub fn open(&mut self) {
        let mut last: BTreeMap<SittingId, i64> = BTreeMap::new();
        for act in &self.acts {
            let stamp = last.entry(act.sitting).or_default();
            *stamp = act.stamp.max(*stamp);
        }
        let id = SittingId(self.id());
        let who = format!("Laptop {}", self.number);
        self.sittings.push(Sitting { id, after: last.into_iter().collect(), who });
    }

    /// Keeps an act as a journal does: on what stands, and refused where something else stands.
    pub fn keep(&mut self, changes: Vec<Change>) {
        let mut stands = rows(&self.folded());
        for change in &changes {
            if let Change::DesignEdit(edit) = change {
                let key = ("design".to_owned(), edit.design.to_string());
                let design = &mut stands.get_mut(&key).unwrap()["design"];
                edit.deltas.iter().for_each(|delta| delta::apply(design, delta).unwrap());
                continue;
            }
            let told = serde_json::to_value(change).unwrap();
            let table = told["table"].as_str().unwrap().to_owned();
            let (before, after) = (&told["before"], &told["after"]);
            let row = if after.is_null() { before } else { after };
            let id = row["id"].as_str().unwrap_or(&table).to_owned();
            let stood = stands.get(&(table.clone(), id.clone())).cloned().unwrap_or_default();
            assert_eq!(&stood, before);
            if after.is_null() {
                stands.remove(&(table, id));
            } else {
                stands.insert((table, id), after.clone());
            }
        }
        let last = self.acts.iter().map(|act| act.stamp).max().unwrap_or_default();
        // Clocks that differ by minutes, and one that stands still.
        let own = 10 * i64::try_from(self.acts.len() as u128 * (self.number % 3)).unwrap();
        let stamp = own.max(last + 1);
        let event = Event {
            id: EventId(self.id()),
            at: moment(stamp),
            session: Some(nth_session(self.at)),
            by: Role::Moderator,
            words: Words::new("did-keep-line"),
            undoes: None,
            undoable: true,
            changes,
        };
        let sitting = self.sittings.last().unwrap().id;
        self.acts.push(Act { stamp, sitting, event });
        assert_eq!(rows(&self.folded()), stands, "the fold gives what was kept");
    }

    pub fn take_in(&mut self, other: &Self) {
        for act in &other.acts {
            if !self.acts.contains(act) {
                self.acts.push(act.clone());
            }
        }
        self.sittings = together(&self.sittings, &other.sittings);
        self.open();
    }

    /// The rows of a table, in the session that is worked on or around the sessions.
    pub fn all<T: serde::de::DeserializeOwned>(&self, table: &str) -> Vec<T> {
        self.of(&self.folded(), table)
    }

    pub fn of<T: serde::de::DeserializeOwned>(&self, stands: &Folded, table: &str) -> Vec<T> {
        let here = |of: SessionId| of == nth_session(self.at);
        let is = |row: &&Row| row.table == table && row.session().is_none_or(here);
        let of = stands.rows.iter().filter(is);
        of.map(|row| serde_json::from_value(row.value.clone()).unwrap()).collect()
    }

    pub fn line(&mut self, text: u8) -> Line {
        Line {
            id: LineId(self.id()),
            session: nth_session(self.at),
            at: moment(self.clock + 20 * i64::from(text)),
            kind: LineKind::Verbatim,
            speakers: Vec::new(),
            text: format!("words {text}"),
            activity: None,
            idea: None,
            lens: None,
            codes: Vec::new(),
            starred: false,
            hands: None,
        }
    }

    pub fn person(&mut self, seat: u32) -> Participant {
        let id = ParticipantId(self.id());
        let name = format!("Person {}", id.0.as_u128() % 3);
        Participant { id, session: nth_session(self.at), name, ..example::person(seat, "", "", "") }
    }
}

/// What happens: a deed in a session at one of three laptops, or one takes in another's record.
#[derive(Clone, Debug)]
pub enum Step {
    Do(usize, u8, Deed),
    Open(usize),
    TakeIn(usize, usize),
}

/// What happens at three laptops whose clocks differ.
#[derive(Clone, Debug)]
pub struct Story {
    clocks: [i64; 3],
    steps: Vec<Step>,
}

pub fn story() -> impl Strategy<Value = Story> {
    // Mostly in one session, where deeds meet.
    let session = prop_oneof![2 => Just(1), 1 => SESSIONS];
    let step = prop_oneof![
        8 => (0..3usize, session, deed_of_study())
            .prop_map(|(at, session, deed)| Step::Do(at, session, deed)),
        1 => (0..3usize).prop_map(Step::Open),
        1 => (0..3usize, 0..3usize).prop_map(|(at, from)| Step::TakeIn(at, from)),
    ];
    let clock = || prop_oneof![Just(0), Just(130), Just(-2400), Just(5000)];
    ([clock(), clock(), clock()], prop::collection::vec(step, 0..30))
        .prop_map(|(clocks, steps)| Story { clocks, steps })
}

/// Tips need their people, and every record its session: what all three laptops begin with.
pub fn common() -> Laptop {
    let mut first = Laptop::new(1);
    first.open();
    first.keep_version();
    for number in SESSIONS {
        first.at = number;
        let session = Session { id: nth_session(number), ..example::session() };
        let person = |who: u8| {
            let on_stage = Laptop { at: number, ..Laptop::new(0) }.person(9);
            Participant { id: stage(number, who), seat: None, ..on_stage }
        };
        first.keep(vec![Diff::made(session).into()]);
        if !WITH_PEOPLE.contains(&number) {
            continue;
        }
        first.keep([2, 3].map(|who| Diff::made(person(who)).into()).to_vec());
    }
    first.at = 1;
    first
}

impl Laptop {
    /// The version that the sessions go by at first.
    fn keep_version(&mut self) {
        let version = DesignVersion {
            id: DesignId(Uuid::nil()),
            number: 1,
            amends: None,
            phase: domain::Phase::Main,
            note: String::new(),
            made: None,
            design: example::design(),
        };
        self.keep(vec![Diff::made(version).into()]);
    }
}

pub fn play(story: &Story) -> [Laptop; 3] {
    let begun = common();
    let mut all = [1, 2, 3].map(|number| begun.copied(number));
    for (laptop, clock) in all.iter_mut().zip(story.clocks) {
        laptop.clock = clock;
    }
    all.iter_mut().for_each(Laptop::open);
    for step in &story.steps {
        match step {
            Step::Do(at, session, deed) => {
                all[*at].at = *session;
                all[*at].do_one(deed);
            }
            Step::Open(at) => all[*at].open(),
            Step::TakeIn(at, from) => {
                let other = all[*from].clone();
                all[*at].take_in(&other);
            }
        }
    }
    all
}

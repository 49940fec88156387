//! A laptop with a copy of a study, as the tests of merging play it.

use std::collections::BTreeMap;

use domain::{
    Change, DesignId, DesignVersion, Diff, Event, EventId, LensId, Line, LineId, LineKind, Moment,
    Participant, ParticipantId, Rating, RatingId, RatingOf, Role, Session, SessionId, Tip, TipId,
    Words, delta,
    merge::{Act, Folded, Row, Sitting, SittingId, fold, together},
};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use crate::example;

pub type Rows = BTreeMap<(String, String), Value>;

pub fn rows(folded: &Folded) -> Rows {
    folded.rows.iter().map(|r| ((r.table.clone(), r.id.clone()), r.value.clone())).collect()
}

pub fn moment(second: i64) -> Moment {
    "2026-03-12T19:00:00Z".parse::<Moment>().unwrap() + chrono::Duration::seconds(second)
}

/// The sessions of the study, by their numbers.
pub const SESSIONS: std::ops::RangeInclusive<u8> = 1..=3;

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
fn stage(number: u8, who: u8) -> ParticipantId {
    ParticipantId(Uuid::from_u128(hundreds(number) + u128::from(who)))
}

/// A copy of a study on a laptop.
#[derive(Clone, Default)]
pub struct Laptop {
    /// Tells its ids and its clock from the others'.
    number: u128,
    pub acts: Vec<Act>,
    pub sittings: Vec<Sitting>,
    made: u128,
    /// Seconds that its clock is ahead.
    clock: i64,
    /// The session that is worked on.
    at: u8,
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

    /// Whether some laptop took a version out. It may be there all the same, for the sake of others.
    fn was_dropped(&self, design: DesignId) -> bool {
        let mut changes = self.acts.iter().flat_map(|act| &act.event.changes);
        changes.any(|change| {
            matches!(change, Change::Design(Diff { before: Some(gone), after: None }) if gone.id == design)
        })
    }

    /// The rows of a table, in the session that is worked on or around the sessions.
    pub fn all<T: serde::de::DeserializeOwned>(&self, table: &str) -> Vec<T> {
        let folded = self.folded();
        let here = |of: SessionId| of == nth_session(self.at);
        let is = |row: &Row| row.table == table && row.session().is_none_or(here);
        let of = folded.rows.into_iter().filter(is);
        of.map(|row| serde_json::from_value(row.value).unwrap()).collect()
    }

    pub fn do_one(&mut self, deed: &Deed) {
        let changes = match *deed {
            Deed::Line { text } => vec![Diff::made(self.line(text)).into()],
            Deed::Change { which, field, value } => {
                let Some(before) = pick(self.all::<Line>("line"), which) else { return };
                let mut after = before.clone();
                match field % 3 {
                    0 => after.text = format!("other {value}"),
                    1 => after.starred = !after.starred,
                    _ => after.codes.push(format!("{}-{value}", self.number)),
                }
                vec![Diff::changed(before, after).into()]
            }
            Deed::Remove { which } => {
                let Some(line) = pick(self.all::<Line>("line"), which) else { return };
                vec![Diff::gone(line).into()]
            }
            Deed::Tip { who, text } => {
                let who = stage(self.at, who);
                let text = format!("tip {text}");
                let tips = self.all::<Tip>("tip").into_iter();
                let Some(before) = tips.into_iter().find(|tip| tip.participant == who) else {
                    let (id, at) = (TipId(self.id()), moment(0));
                    return self.keep(vec![
                        Diff::made(Tip {
                            id,
                            session: nth_session(self.at),
                            participant: who,
                            text,
                            at,
                        })
                        .into(),
                    ]);
                };
                if before.text == text {
                    vec![Diff::gone(before).into()]
                } else {
                    vec![Diff::changed(before.clone(), Tip { text, ..before }).into()]
                }
            }
            Deed::Rate { value } => {
                let Some(before) = self.all::<Rating>("rating").pop() else {
                    let rating = Rating {
                        id: RatingId(self.id()),
                        session: nth_session(self.at),
                        of: RatingOf {
                            idea: domain::IdeaId("charging".into()),
                            lens: LensId("fair".into()),
                        },
                        participant: None,
                        value: Some(value),
                        at: moment(0),
                    };
                    return self.keep(vec![Diff::made(rating).into()]);
                };
                vec![Diff::changed(before.clone(), Rating { value: Some(value), ..before }).into()]
            }
            Deed::Seat { seat } => {
                let people = self.all::<Participant>("participant");
                if people.iter().any(|person| person.seat == Some(seat)) {
                    return;
                }
                vec![Diff::made(self.person(seat)).into()]
            }
            Deed::Amend => {
                let versions = self.all::<DesignVersion>("design");
                let Some(newest) = versions.into_iter().max_by_key(|one| one.number) else {
                    return;
                };
                let (id, amends) = (DesignId(self.id()), Some(newest.id));
                let number = newest.number + 1;
                vec![Diff::made(DesignVersion { id, number, amends, ..newest }).into()]
            }
            Deed::GoBy { which } => {
                let versions = self.all::<DesignVersion>("design");
                let Some(before) = self.all::<Session>("session").pop() else { return };
                let Some(version) = pick(versions, which) else { return };
                if version.id == before.design || self.was_dropped(before.design) {
                    return;
                }
                let after = Session { design: version.id, ..before.clone() };
                vec![Diff::changed(before, after).into()]
            }
            Deed::Drop { which } => {
                let folded = self.folded();
                let rests = |id: DesignId| {
                    let id = Value::from(id.to_string());
                    let mut rows = folded.rows.iter();
                    rows.any(|row| row.value["design"] == id || row.value["amends"] == id)
                };
                let mut versions = self.all::<DesignVersion>("design");
                versions.retain(|version| !rests(version.id));
                // What was dropped elsewhere and stays for its sake would go with it.
                versions.retain(|version| version.amends.is_none_or(|id| !self.was_dropped(id)));
                let Some(version) = pick(versions, which) else { return };
                vec![Diff::gone(version).into()]
            }
        };
        self.keep(changes);
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

fn pick<T>(mut all: Vec<T>, which: usize) -> Option<T> {
    if all.is_empty() { None } else { Some(all.swap_remove(which % all.len())) }
}

#[derive(Clone, Debug)]
pub enum Deed {
    Line {
        text: u8,
    },
    Change {
        which: usize,
        field: u8,
        value: u8,
    },
    Remove {
        which: usize,
    },
    Tip {
        who: u8,
        text: u8,
    },
    Rate {
        value: u8,
    },
    Seat {
        seat: u32,
    },
    /// Makes a version of the newest one.
    Amend,
    /// The session goes by another version.
    GoBy {
        which: usize,
    },
    /// Takes out a version that nothing rests on.
    Drop {
        which: usize,
    },
}

pub fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..6u8).prop_map(|text| Deed::Line { text }),
        (0..9usize, 0..3u8, 0..2u8).prop_map(|(which, field, value)| Deed::Change {
            which,
            field,
            value
        }),
        (0..9usize).prop_map(|which| Deed::Remove { which }),
        (2..4u8, 0..2u8).prop_map(|(who, text)| Deed::Tip { who, text }),
        (1..4u8).prop_map(|value| Deed::Rate { value }),
        (1..4u32).prop_map(|seat| Deed::Seat { seat }),
    ]
}

/// A deed in a session or on the versions that the sessions go by.
pub fn deed_of_study() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => deed(),
        1 => Just(Deed::Amend),
        1 => (0..9usize).prop_map(|which| Deed::GoBy { which }),
        1 => (0..9usize).prop_map(|which| Deed::Drop { which }),
    ]
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

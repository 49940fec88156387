//! What is done on a laptop, as the tests of merging play it.

use domain::{
    DesignEdit, DesignId, DesignVersion, Diff, LensId, Line, Participant, Rating, RatingId,
    RatingOf, Session, Tip, TipId, delta, merge::Row,
};
use proptest::prelude::*;
use serde_json::Value;

use super::laptop::{Laptop, moment, nth_session, stage};

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
    /// Changes a word in a version.
    Reword {
        which: usize,
        text: u8,
    },
    /// Takes somebody off the list of whom nothing was kept.
    Leave {
        which: usize,
    },
    /// Takes the session off the plan, where there is nothing in it.
    CallOff,
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
        1 => (0..9usize, 0..3u8).prop_map(|(which, text)| Deed::Reword { which, text }),
        1 => (0..9usize).prop_map(|which| Deed::Leave { which }),
        1 => Just(Deed::CallOff),
    ]
}

impl Laptop {
    pub fn do_one(&mut self, deed: &Deed) {
        let stands = self.folded();
        if self.of::<Session>(&stands, "session").is_empty() {
            return;
        }
        let changes = match *deed {
            Deed::Line { text } => {
                let mut line = self.line(text);
                let is = |person: &Participant| person.id == stage(self.at, text);
                if self.of::<Participant>(&stands, "participant").iter().any(is) {
                    line.speakers.push(stage(self.at, text));
                }
                vec![Diff::made(line).into()]
            }
            Deed::Change { which, field, value } => {
                let Some(before) = pick(self.of::<Line>(&stands, "line"), which) else { return };
                let mut after = before.clone();
                match field % 3 {
                    0 => after.text = format!("other {value}"),
                    1 => after.starred = !after.starred,
                    _ => after.codes.push(format!("{}-{value}", self.number)),
                }
                vec![Diff::changed(before, after).into()]
            }
            Deed::Remove { which } => {
                let Some(line) = pick(self.of::<Line>(&stands, "line"), which) else { return };
                vec![Diff::gone(line).into()]
            }
            Deed::Tip { who, text } => {
                let who = stage(self.at, who);
                let text = format!("tip {text}");
                if !self
                    .of::<Participant>(&stands, "participant")
                    .iter()
                    .any(|person| person.id == who)
                {
                    return;
                }
                let tips = self.of::<Tip>(&stands, "tip").into_iter();
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
                let Some(before) = self.of::<Rating>(&stands, "rating").pop() else {
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
                let people = self.of::<Participant>(&stands, "participant");
                if people.iter().any(|person| person.seat == Some(seat)) {
                    return;
                }
                vec![Diff::made(self.person(seat)).into()]
            }
            Deed::Amend => {
                let versions = self.of::<DesignVersion>(&stands, "design");
                let Some(newest) = versions.into_iter().max_by_key(|one| one.number) else {
                    return;
                };
                let (id, amends) = (DesignId(self.id()), Some(newest.id));
                let number = newest.number + 1;
                vec![Diff::made(DesignVersion { id, number, amends, ..newest }).into()]
            }
            Deed::GoBy { which } => {
                let versions = self.of::<DesignVersion>(&stands, "design");
                let Some(before) = self.of::<Session>(&stands, "session").pop() else { return };
                let Some(version) = pick(versions, which) else { return };
                if version.id == before.design {
                    return;
                }
                let after = Session { design: version.id, ..before.clone() };
                vec![Diff::changed(before, after).into()]
            }
            Deed::Drop { which } => {
                let rests = |id: DesignId| {
                    let id = Value::from(id.to_string());
                    let mut rows = stands.rows.iter();
                    rows.any(|row| row.value["design"] == id || row.value["amends"] == id)
                };
                let mut versions = self.of::<DesignVersion>(&stands, "design");
                versions.retain(|version| !rests(version.id));
                let Some(version) = pick(versions, which) else { return };
                vec![Diff::gone(version).into()]
            }
            Deed::Reword { which, text } => {
                let Some(version) = pick(self.of::<DesignVersion>(&stands, "design"), which) else {
                    return;
                };
                let Some(idea) = version.design.ideas.first() else { return };
                let to = format!("idea {text}");
                if idea.name == to {
                    return;
                }
                let path = ["ideas", &idea.id.0, "name"].map(str::to_owned).to_vec();
                let (before, after) = (Some(idea.name.as_str().into()), Some(to.into()));
                let deltas = vec![delta::Delta { path, before, after }];
                vec![DesignEdit { design: version.id, deltas }.into()]
            }
            Deed::Leave { which } => {
                let people = self.of::<Participant>(&stands, "participant");
                let Some(person) = pick(people, which) else { return };
                let of_tip = |tip: &Tip| tip.participant == person.id;
                let of_line = |line: &Line| line.speakers.contains(&person.id);
                if self.of::<Tip>(&stands, "tip").iter().any(of_tip)
                    || self.of::<Line>(&stands, "line").iter().any(of_line)
                {
                    return;
                }
                vec![Diff::gone(person).into()]
            }
            Deed::CallOff => {
                let here = Some(nth_session(self.at));
                let of_it = |row: &&Row| row.table != "session" && row.session() == here;
                if stands.rows.iter().any(|row| of_it(&row)) {
                    return;
                }
                let sessions = self.of::<Session>(&stands, "session");
                sessions.into_iter().map(|session| Diff::gone(session).into()).collect()
            }
        };
        self.keep(changes);
    }
}

fn pick<T>(mut all: Vec<T>, which: usize) -> Option<T> {
    if all.is_empty() { None } else { Some(all.swap_remove(which % all.len())) }
}

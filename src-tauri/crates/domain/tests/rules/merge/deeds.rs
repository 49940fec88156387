//! What is done on a laptop, as the tests of merging play it.

use domain::{
    Change, DesignEdit, DesignId, DesignVersion, Diff, LensId, Line, Participant, ParticipantId,
    Rating, RatingId, RatingOf, Session, Tip, TipId, delta, merge::Folded,
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
    /// Does something, as far as it can be done.
    pub fn do_one(&mut self, deed: &Deed) {
        let stands = self.folded();
        if self.of::<Session>(&stands, "session").is_empty() {
            return;
        }
        let change = self.in_record(&stands, deed).or_else(|| self.in_study(&stands, deed));
        if let Some(change) = change {
            self.keep(vec![change]);
        }
    }

    fn in_record(&mut self, stands: &Folded, deed: &Deed) -> Option<Change> {
        let people: Vec<Participant> = self.of(stands, "participant");
        let is_there = |who: ParticipantId| people.iter().any(|person| person.id == who);
        Some(match *deed {
            Deed::Line { text } => {
                let mut line = self.line(text);
                line.speakers.extend(Some(stage(self.at, text)).filter(|who| is_there(*who)));
                Diff::made(line).into()
            }
            Deed::Change { which, field, value } => {
                let before = pick(self.of::<Line>(stands, "line"), which)?;
                let mut after = before.clone();
                match field % 3 {
                    0 => after.text = format!("other {value}"),
                    1 => after.starred = !after.starred,
                    _ => after.codes.push(format!("{}-{value}", self.number)),
                }
                Diff::changed(before, after).into()
            }
            Deed::Remove { which } => {
                Diff::gone(pick(self.of::<Line>(stands, "line"), which)?).into()
            }
            Deed::Tip { who, text } => {
                let participant = Some(stage(self.at, who)).filter(|who| is_there(*who))?;
                let text = format!("tip {text}");
                let mut tips = self.of::<Tip>(stands, "tip").into_iter();
                match tips.find(|tip| tip.participant == participant) {
                    Some(before) if before.text == text => Diff::gone(before).into(),
                    Some(before) => Diff::changed(before.clone(), Tip { text, ..before }).into(),
                    None => {
                        let (id, session) = (TipId(self.id()), nth_session(self.at));
                        Diff::made(Tip { id, session, participant, text, at: moment(0) }).into()
                    }
                }
            }
            Deed::Rate { value } => match self.of::<Rating>(stands, "rating").pop() {
                Some(before) => {
                    let after = Rating { value: Some(value), ..before.clone() };
                    Diff::changed(before, after).into()
                }
                None => Diff::made(Rating {
                    id: RatingId(self.id()),
                    session: nth_session(self.at),
                    of: RatingOf {
                        idea: domain::IdeaId("charging".into()),
                        lens: LensId("fair".into()),
                    },
                    participant: None,
                    value: Some(value),
                    at: moment(0),
                })
                .into(),
            },
            Deed::Seat { seat } => {
                let taken = people.iter().any(|person| person.seat == Some(seat));
                Diff::made((!taken).then(|| self.person(seat))?).into()
            }
            Deed::Leave { which } => {
                let person = pick(people, which)?;
                let of_tip = |tip: &Tip| tip.participant == person.id;
                let of_line = |line: &Line| line.speakers.contains(&person.id);
                let in_record = self.of::<Tip>(stands, "tip").iter().any(of_tip)
                    || self.of::<Line>(stands, "line").iter().any(of_line);
                Diff::gone(Some(person).filter(|_| !in_record)?).into()
            }
            _ => return None,
        })
    }

    fn in_study(&mut self, stands: &Folded, deed: &Deed) -> Option<Change> {
        let mut versions: Vec<DesignVersion> = self.of(stands, "design");
        Some(match *deed {
            Deed::Amend => {
                let newest = versions.into_iter().max_by_key(|one| one.number)?;
                let (id, amends) = (DesignId(self.id()), Some(newest.id));
                let number = newest.number + 1;
                Diff::made(DesignVersion { id, number, amends, ..newest }).into()
            }
            Deed::GoBy { which } => {
                let before = self.of::<Session>(stands, "session").pop()?;
                let version = pick(versions, which).filter(|one| one.id != before.design)?;
                let after = Session { design: version.id, ..before.clone() };
                Diff::changed(before, after).into()
            }
            Deed::Drop { which } => {
                let rests = |id: DesignId| {
                    let id = Value::from(id.to_string());
                    let mut rows = stands.rows.iter();
                    rows.any(|row| row.value["design"] == id || row.value["amends"] == id)
                };
                versions.retain(|version| !rests(version.id));
                Diff::gone(pick(versions, which)?).into()
            }
            Deed::Reword { which, text } => {
                let version = pick(versions, which)?;
                let idea = version.design.ideas.first()?;
                let to = Some(format!("idea {text}")).filter(|to| *to != idea.name)?;
                let path = ["ideas", &idea.id.0, "name"].map(str::to_owned).to_vec();
                let (before, after) = (Some(idea.name.as_str().into()), Some(to.into()));
                let deltas = vec![delta::Delta { path, before, after }];
                DesignEdit { design: version.id, deltas }.into()
            }
            Deed::CallOff => {
                let here = Some(nth_session(self.at));
                let mut rows = stands.rows.iter();
                let filled = rows.any(|row| row.table != "session" && row.session() == here);
                let session = self.of::<Session>(stands, "session").pop();
                Diff::gone(session.filter(|_| !filled)?).into()
            }
            _ => return None,
        })
    }
}

fn pick<T>(mut all: Vec<T>, which: usize) -> Option<T> {
    if all.is_empty() { None } else { Some(all.swap_remove(which % all.len())) }
}

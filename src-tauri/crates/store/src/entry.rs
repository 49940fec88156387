//! How an act stands in the journal, as text.
//!
//! Changes stand one after the other, each with the whole row before and after. People who come or
//! go together, ten thousand of them when a recruiter's list comes in, stand column by column
//! instead, each value once: a sixth of the length. Acts from before that was so read the same.

use std::{
    collections::{BTreeMap, HashMap},
    hash::Hash,
    ptr,
};

use domain::{
    AttributeId, Change, Consent, Diff, Event, EventId, Moment, Participant, ParticipantId, Role,
    SessionId, Words,
};
use serde::{Deserialize, Serialize};

use crate::{Error, Result, ids::Ids};

/// From so many on, people who come or go together stand in columns.
const MANY: usize = 4;

#[derive(Serialize)]
struct Written<'a> {
    id: EventId,
    at: Moment,
    session: Option<SessionId>,
    by: Role,
    words: &'a Words,
    undoes: Option<EventId>,
    undoable: bool,
    changes: Vec<&'a Change>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    people: Vec<People<&'a str>>,
}

#[derive(Deserialize)]
struct Read {
    id: EventId,
    at: Moment,
    session: Option<SessionId>,
    by: Role,
    words: Words,
    undoes: Option<EventId>,
    undoable: bool,
    changes: Vec<Change>,
    #[serde(default)]
    people: Vec<People<String>>,
}

/// People who come, or go, together.
#[derive(Serialize, Deserialize)]
struct People<S> {
    /// The place of the first among all changes of the act.
    from: usize,
    go: bool,
    id: Ids,
    session: Column<SessionId>,
    seat: Column<Option<u32>>,
    name: Column<S>,
    sex: Column<S>,
    age_band: Column<S>,
    place: Column<S>,
    attributes: Vec<(S, Column<Option<S>>)>,
    came: Column<Option<Moment>>,
    left: Column<Option<Moment>>,
    absence: Column<Option<S>>,
    coarse: Column<bool>,
    consent: Column<Consent>,
    withdrew: Column<Option<Moment>>,
    replaces: Column<Option<ParticipantId>>,
}

/// What each of them has for one field.
#[derive(Serialize, Deserialize)]
struct Column<T> {
    of: Vec<T>,
    /// The place in `of`, for each. Left out where all have the same, or each their own.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    at: Vec<usize>,
}

/// An act as it is written down.
pub(crate) fn write(event: &Event) -> Result<String> {
    let Event { id, at, session, by, words, undoes, undoable, changes } = event;
    let mut written = Written {
        id: *id,
        at: *at,
        session: *session,
        by: *by,
        words,
        undoes: *undoes,
        undoable: *undoable,
        changes: Vec::new(),
        people: Vec::new(),
    };
    let mut from = 0;
    for run in runs(changes) {
        match run {
            Run::People { go, people } => {
                from += people.len();
                written.people.push(People::of(from - people.len(), go, &people));
            }
            Run::Others(others) => {
                from += others.len();
                written.changes.extend(others);
            }
        }
    }
    Ok(serde_json::to_string(&written)?)
}

/// An act as it was written down.
pub(crate) fn read(text: &str) -> Result<Event> {
    let Read { id, at, session, by, words, undoes, undoable, changes, people } =
        serde_json::from_str(text)?;
    let mut alone = changes.into_iter();
    let mut changes = Vec::new();
    for people in people {
        let before = people.from.saturating_sub(changes.len());
        changes.extend(alone.by_ref().take(before));
        let torn = || Error::Damaged("journal".to_owned());
        for nth in 0..people.id.count().ok_or_else(torn)? {
            let person = people.nth(nth).ok_or_else(torn)?;
            let diff = if people.go { Diff::gone(person) } else { Diff::made(person) };
            changes.push(diff.into());
        }
    }
    changes.extend(alone);
    Ok(Event { id, at, session, by, words, undoes, undoable, changes })
}

/// What an act is called: all that a button says of it, without reading what it changed.
pub(crate) fn words(text: &str) -> Result<Words> {
    #[derive(Deserialize)]
    struct Called {
        words: Words,
    }
    Ok(serde_json::from_str::<Called>(text)?.words)
}

/// Changes that stand one after the other.
pub(crate) enum Run<'a> {
    /// Many people who come, or go.
    People {
        go: bool,
        people: Vec<&'a Participant>,
    },
    Others(&'a [Change]),
}

/// The changes of an act, in their order.
pub(crate) fn runs(changes: &[Change]) -> impl Iterator<Item = Run<'_>> {
    let together = |a: &Change, b: &Change| going(a).is_some() && going(a) == going(b);
    changes.chunk_by(together).map(|run| match run.first().and_then(going) {
        Some(go) if run.len() >= MANY => {
            Run::People { go, people: run.iter().filter_map(person).collect() }
        }
        _ => Run::Others(run),
    })
}

/// Whether a person goes (true) or comes. None: some other change.
fn going(change: &Change) -> Option<bool> {
    match change {
        Change::Participant(Diff { before: Some(_), after: None }) => Some(true),
        Change::Participant(Diff { before: None, after: Some(_) }) => Some(false),
        _ => None,
    }
}

/// Who comes or goes.
fn person(change: &Change) -> Option<&Participant> {
    let Change::Participant(diff) = change else { return None };
    diff.after.as_ref().or(diff.before.as_ref())
}

impl<'a> People<&'a str> {
    fn of(from: usize, go: bool, people: &[&'a Participant]) -> Self {
        fn column<'a, T: Copy + Eq + Hash>(
            people: &[&'a Participant],
            field: impl Fn(&'a Participant) -> T,
        ) -> Column<T> {
            let mut gathered = Gathered::default();
            for person in people {
                gathered.push(field(person));
            }
            gathered.done()
        }
        Self {
            from,
            go,
            id: Ids::of(people),
            session: column(people, |person| person.session),
            seat: column(people, |person| person.seat),
            name: column(people, |person| person.name.as_str()),
            sex: column(people, |person| person.sex.as_str()),
            age_band: column(people, |person| person.age_band.as_str()),
            place: column(people, |person| person.place.as_str()),
            attributes: answers(people),
            came: column(people, |person| person.came),
            left: column(people, |person| person.left),
            absence: column(people, |person| person.absence.as_deref()),
            coarse: column(people, |person| person.coarse),
            consent: column(people, |person| person.consent),
            withdrew: column(people, |person| person.withdrew),
            replaces: column(people, |person| person.replaces),
        }
    }
}

/// The answers of people to what each of them may have been asked.
fn answers<'a>(people: &[&'a Participant]) -> Vec<(&'a str, Column<Option<&'a str>>)> {
    // Many share theirs, and what is shared is looked at once.
    let mut places = HashMap::new();
    let mut different: Vec<&BTreeMap<AttributeId, String>> = Vec::new();
    let of = people.iter().map(|person| {
        let answers = &*person.attributes;
        *places.entry(ptr::from_ref(answers)).or_insert_with(|| {
            different.push(answers);
            different.len() - 1
        })
    });
    let of: Vec<usize> = of.collect();
    let mut asked: Vec<&AttributeId> = Vec::new();
    for answers in &different {
        if !answers.keys().eq(asked.iter().copied()) {
            asked.extend(answers.keys());
            asked.sort_unstable();
            asked.dedup();
        }
    }
    let column = |id: &'a AttributeId| {
        let said: Vec<Option<&str>> =
            different.iter().map(|answers| answers.get(id).map(String::as_str)).collect();
        let mut column = Gathered::default();
        of.iter().filter_map(|at| said.get(*at)).for_each(|said| column.push(*said));
        (id.as_str(), column.done())
    };
    asked.into_iter().map(column).collect()
}

impl People<String> {
    fn nth(&self, nth: usize) -> Option<Participant> {
        let mut attributes = BTreeMap::new();
        for (id, column) in &self.attributes {
            if let Some(value) = column.nth(nth)? {
                attributes.insert(AttributeId(id.clone()), value.clone());
            }
        }
        Some(Participant {
            id: self.id.nth(nth)?,
            session: *self.session.nth(nth)?,
            seat: *self.seat.nth(nth)?,
            name: self.name.nth(nth)?.clone(),
            sex: self.sex.nth(nth)?.clone(),
            age_band: self.age_band.nth(nth)?.clone(),
            place: self.place.nth(nth)?.clone(),
            attributes: attributes.into(),
            came: *self.came.nth(nth)?,
            left: *self.left.nth(nth)?,
            absence: self.absence.nth(nth)?.clone(),
            coarse: *self.coarse.nth(nth)?,
            consent: *self.consent.nth(nth)?,
            withdrew: *self.withdrew.nth(nth)?,
            replaces: *self.replaces.nth(nth)?,
        })
    }
}

/// A column on its way.
struct Gathered<T> {
    column: Column<T>,
    /// Where values stand, once there are too many to look along them.
    places: HashMap<T, usize>,
}

/// Few values are found quicker by looking along them.
const FEW: usize = 12;

impl<T> Default for Gathered<T> {
    fn default() -> Self {
        Self { column: Column { of: Vec::new(), at: Vec::new() }, places: HashMap::new() }
    }
}

impl<T: Copy + Eq + Hash> Gathered<T> {
    fn push(&mut self, value: T) {
        let Column { of, at } = &mut self.column;
        let known = if of.len() <= FEW {
            of.iter().position(|known| *known == value)
        } else {
            self.places.get(&value).copied()
        };
        at.push(known.unwrap_or(of.len()));
        if known.is_none() {
            of.push(value);
            match of.len() {
                0..=FEW => {}
                len if len == FEW + 1 => self.places.extend(of.iter().copied().zip(0..)),
                len => {
                    self.places.insert(value, len - 1);
                }
            }
        }
    }

    fn done(self) -> Column<T> {
        let Column { mut of, mut at } = self.column;
        if of.len() == 1 {
            at.clear();
        } else if of.len() * 2 > at.len() {
            of = at.drain(..).filter_map(|place| of.get(place).copied()).collect();
        }
        Column { of, at }
    }
}

impl<T> Column<T> {
    fn nth(&self, nth: usize) -> Option<&T> {
        match (self.of.as_slice(), self.at.as_slice()) {
            ([all], []) => Some(all),
            (each, []) => each.get(nth),
            (few, at) => few.get(*at.get(nth)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn anybody() -> impl Strategy<Value = Participant> {
        let some = || prop::option::of("[ab]?");
        let moment =
            || prop::option::of((0..3_i64).prop_map(|n| Moment::from_timestamp(n, 0).unwrap()));
        (
            (0..3_u128, prop::option::of(1..4_u32), "(Ann|Bea|Cem)", "[FM]?"),
            prop::collection::btree_map("(grade|kids)", "[ab]?", 0..3),
            (moment(), moment(), some(), any::<bool>()),
            (prop::option::of(any::<bool>()), moment(), prop::option::of(0..3_u128)),
        )
            .prop_map(
                |((session, seat, name, sex), attributes, (came, left, absence, coarse), rest)| {
                    let (quoted, withdrew, replaces) = rest;
                    Participant {
                        id: ParticipantId(Uuid::now_v7()),
                        session: SessionId(Uuid::from_u128(session)),
                        seat,
                        name,
                        sex,
                        age_band: "25–39".to_owned(),
                        place: String::new(),
                        attributes: attributes
                            .into_iter()
                            .map(|(id, v)| (AttributeId(id), v))
                            .collect(),
                        came,
                        left,
                        absence,
                        coarse,
                        consent: Consent { quoted, ..Consent::default() },
                        withdrew,
                        replaces: replaces.map(|n| ParticipantId(Uuid::from_u128(n))),
                    }
                },
            )
    }

    fn any_change() -> impl Strategy<Value = Change> {
        (anybody(), 0..8_u8).prop_map(|(person, what)| match what {
            0 => Diff::changed(person.clone(), Participant { coarse: !person.coarse, ..person })
                .into(),
            1 | 2 => Diff::gone(person).into(),
            _ => Diff::made(person).into(),
        })
    }

    /// Gives people ids that follow each other.
    fn count_on(changes: &mut [Change]) {
        for (id, change) in (7..).zip(changes) {
            let Change::Participant(diff) = change else { continue };
            for person in diff.before.iter_mut().chain(&mut diff.after) {
                person.id = ParticipantId(Uuid::from_u128(id));
            }
        }
    }

    proptest! {
        /// Whatever stands in columns comes back as it was, and in its order.
        #[test]
        fn an_act_reads_as_it_was_written(
            mut changes in prop::collection::vec(any_change(), 0..40),
            counted in any::<bool>(),
        ) {
            if counted {
                count_on(&mut changes);
            }
            let event = Event {
                id: EventId(Uuid::now_v7()),
                at: Moment::from_timestamp(5, 0).unwrap(),
                session: None,
                by: Role::Moderator,
                words: Words::new("did-import-people").with("count", 3),
                undoes: None,
                undoable: true,
                changes,
            };
            let text = write(&event).unwrap();
            prop_assert_eq!(&read(&text).unwrap(), &event);
            prop_assert_eq!(words(&text).unwrap(), event.words.clone());
            // As acts were written before there were columns.
            prop_assert_eq!(read(&serde_json::to_string(&event).unwrap()).unwrap(), event);
        }
    }

    #[test]
    fn a_list_of_people_takes_little_room() {
        let person = |n: u32| Participant {
            seat: Some(n % 80 + 1),
            name: format!("Person {}", n % 80),
            sex: ["Female", "Male"][n as usize % 2].to_owned(),
            age_band: "25–39".to_owned(),
            place: String::new(),
            attributes: [(AttributeId::from("grade"), "ABC1".to_owned())].into(),
            ..Participant::new(
                ParticipantId(Uuid::now_v7()),
                SessionId(Uuid::from_u128(u128::from(n / 80))),
            )
        };
        let mut event = Event {
            id: EventId(Uuid::now_v7()),
            at: Moment::from_timestamp(5, 0).unwrap(),
            session: None,
            by: Role::Moderator,
            words: Words::new("did-import-people"),
            undoes: None,
            undoable: true,
            changes: (0..1_000).map(|n| Diff::made(person(n)).into()).collect(),
        };
        let (text, plain) = (write(&event).unwrap(), serde_json::to_string(&event).unwrap());
        assert!(text.len() * 6 < plain.len(), "{} of {}", text.len(), plain.len());
        count_on(&mut event.changes);
        let counted = write(&event).unwrap();
        assert!(counted.len() * 20 < plain.len(), "{} of {}", counted.len(), plain.len());
        // Nobody brings in so many: a file that says so would keep the program busy for ever.
        let endless = counted.replace("\"count\":1000}", "\"count\":1000000000000}");
        assert!(endless != counted && read(&endless).is_err());
    }
}

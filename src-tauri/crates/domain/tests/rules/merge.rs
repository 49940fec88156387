//! Records kept apart come together: in any order, twice as well as once, nothing lost, and what
//! two people say differently is shown (rules.md, The record).

use std::collections::BTreeMap;

use domain::{
    Change, DesignId, DesignVersion, Diff, Event, EventId, LensId, Line, LineId, LineKind, Moment,
    Participant, ParticipantId, Rating, RatingId, RatingOf, Role, Session, SessionId, Tip, TipId,
    Words,
    merge::{Act, Conflict, Folded, Known, Sitting, SittingId, fold},
};
use proptest::prelude::*;
use serde_json::Value;
use uuid::Uuid;

use crate::example;

type Rows = BTreeMap<(String, String), Value>;

fn rows(folded: &Folded) -> Rows {
    folded.rows.iter().map(|r| ((r.table.clone(), r.id.clone()), r.value.clone())).collect()
}

fn moment(second: i64) -> Moment {
    "2026-03-12T19:00:00Z".parse::<Moment>().unwrap() + chrono::Duration::seconds(second)
}

fn session() -> SessionId {
    SessionId(Uuid::from_u128(1))
}

/// A copy of a study on a laptop.
#[derive(Clone, Default)]
struct Laptop {
    /// Tells its ids and its clock from the others'.
    number: u128,
    acts: Vec<Act>,
    sittings: Vec<Sitting>,
    made: u128,
}

impl Laptop {
    fn new(number: u128) -> Self {
        Self { number, ..Self::default() }
    }

    fn id(&mut self) -> Uuid {
        self.made += 1;
        Uuid::from_u128(1_000_000 * self.number + self.made)
    }

    fn folded(&self) -> Folded {
        fold(&self.acts, &self.sittings)
    }

    /// Begins a sitting that knows all there is here.
    fn open(&mut self) {
        let mut last: BTreeMap<SittingId, i64> = BTreeMap::new();
        for act in &self.acts {
            let stamp = last.entry(act.sitting).or_default();
            *stamp = act.stamp.max(*stamp);
        }
        let id = SittingId(self.id());
        self.sittings.push(Sitting { id, after: last.into_iter().collect() });
    }

    /// Keeps an act as a journal does: on what stands, and refused where something else stands.
    fn keep(&mut self, changes: Vec<Change>) {
        let mut stands = rows(&self.folded());
        for change in &changes {
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
            session: Some(session()),
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

    fn take_in(&mut self, other: &Self) {
        for act in &other.acts {
            if !self.acts.contains(act) {
                self.acts.push(act.clone());
            }
        }
        for sitting in &other.sittings {
            if !self.sittings.contains(sitting) {
                self.sittings.push(sitting.clone());
            }
        }
        self.open();
    }

    fn all<T: serde::de::DeserializeOwned>(&self, table: &str) -> Vec<T> {
        let folded = self.folded();
        let of = folded.rows.into_iter().filter(|row| row.table == table);
        of.map(|row| serde_json::from_value(row.value).unwrap()).collect()
    }

    fn do_one(&mut self, deed: &Deed) {
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
                let who = ParticipantId(Uuid::from_u128(who.into()));
                let text = format!("tip {text}");
                let tips = self.all::<Tip>("tip").into_iter();
                let Some(before) = tips.into_iter().find(|tip| tip.participant == who) else {
                    let (id, at) = (TipId(self.id()), moment(0));
                    return self.keep(vec![
                        Diff::made(Tip { id, session: session(), participant: who, text, at })
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
                        session: session(),
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
        };
        self.keep(changes);
    }

    fn line(&mut self, text: u8) -> Line {
        Line {
            id: LineId(self.id()),
            session: session(),
            at: moment(0),
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

    fn person(&mut self, seat: u32) -> Participant {
        let id = ParticipantId(self.id());
        let name = format!("Person {}", id.0.as_u128() % 3);
        Participant { id, session: session(), name, ..example::person(seat, "", "", "") }
    }
}

fn pick<T>(mut all: Vec<T>, which: usize) -> Option<T> {
    if all.is_empty() { None } else { Some(all.swap_remove(which % all.len())) }
}

#[derive(Clone, Debug)]
enum Deed {
    Line { text: u8 },
    Change { which: usize, field: u8, value: u8 },
    Remove { which: usize },
    Tip { who: u8, text: u8 },
    Rate { value: u8 },
    Seat { seat: u32 },
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..4u8).prop_map(|text| Deed::Line { text }),
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

/// What happens: a deed at one of three laptops, or one takes in another's record.
#[derive(Clone, Debug)]
enum Step {
    Do(usize, Deed),
    Open(usize),
    TakeIn(usize, usize),
}

fn story() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => (0..3usize, deed()).prop_map(|(at, deed)| Step::Do(at, deed)),
        1 => (0..3usize).prop_map(Step::Open),
        1 => (0..3usize, 0..3usize).prop_map(|(at, from)| Step::TakeIn(at, from)),
    ];
    prop::collection::vec(step, 0..30)
}

/// Tips need their people, and every record its session: what all three laptops begin with.
fn common() -> Laptop {
    let mut first = Laptop::new(1);
    first.open();
    let stage = |id: u128| Participant {
        id: ParticipantId(Uuid::from_u128(id)),
        seat: None,
        ..Laptop::new(0).person(9)
    };
    first.keep_session();
    first.keep([2, 3].map(|id| Diff::made(stage(id)).into()).to_vec());
    first
}

impl Laptop {
    /// The version and the session itself.
    fn keep_session(&mut self) {
        let version = DesignVersion {
            id: DesignId(Uuid::nil()),
            number: 1,
            amends: None,
            phase: domain::Phase::Main,
            note: String::new(),
            made: None,
            design: example::design(),
        };
        let session = Session { id: session(), ..example::session() };
        self.keep(vec![Diff::made(version).into(), Diff::made(session).into()]);
    }
}

fn play(story: &[Step]) -> [Laptop; 3] {
    let begun = common();
    let mut all = [1, 2, 3].map(|number| Laptop { number, made: 1000, ..begun.clone() });
    all.iter_mut().for_each(Laptop::open);
    for step in story {
        match step {
            Step::Do(at, deed) => all[*at].do_one(deed),
            Step::Open(at) => all[*at].open(),
            Step::TakeIn(at, from) => {
                let other = all[*from].clone();
                all[*at].take_in(&other);
            }
        }
    }
    all
}

fn together(laptops: &[&Laptop]) -> Laptop {
    let mut all = Laptop::new(9);
    for laptop in laptops {
        all.take_in(laptop);
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn three_laptops_come_to_the_same_whoever_meets_whom(story in story()) {
        let [a, b, c] = &play(&story);
        let all = together(&[a, b, c]).folded();
        // In either order.
        prop_assert_eq!(&together(&[c, b, a]).folded(), &all);
        prop_assert_eq!(&together(&[b, c, a]).folded(), &all);
        // Twice as well as once.
        prop_assert_eq!(&together(&[a, b, c, b, a]).folded(), &all);
        // Two of them first, at either end.
        prop_assert_eq!(&together(&[&together(&[a, b]), c]).folded(), &all);
        prop_assert_eq!(&together(&[a, &together(&[b, c])]).folded(), &all);
    }

    #[test]
    fn what_nobody_took_out_is_there(story in story()) {
        let laptops = play(&story);
        let all = together(&[&laptops[0], &laptops[1], &laptops[2]]);
        let folded = all.folded();
        let stands = rows(&folded);
        let mut made = BTreeMap::new();
        for change in all.acts.iter().flat_map(|act| &act.event.changes) {
            let told = serde_json::to_value(change).unwrap();
            let table = told["table"].as_str().unwrap().to_owned();
            let is_made = told["before"].is_null();
            let row = if told["after"].is_null() { &told["before"] } else { &told["after"] };
            let id = row["id"].as_str().unwrap().to_owned();
            let kept: &mut bool = made.entry((table, id)).or_default();
            *kept = is_made || (*kept && !told["after"].is_null());
        }
        for ((table, id), kept) in made {
            let goes_by = folded.same.get(&id).cloned().unwrap_or_else(|| id.clone());
            if kept && goes_by == id {
                prop_assert!(stands.contains_key(&(table, id)));
            }
        }
    }

    #[test]
    fn what_two_say_differently_is_shown_until_somebody_who_knows_both_says_it_anew(
        story in story(),
    ) {
        let laptops = play(&story);
        let all = together(&[&laptops[0], &laptops[1], &laptops[2]]);
        let folded = all.folded();
        let known = Known::of(&all.sittings);
        // Every word that was put on the text of a line, and by which act.
        let mut said: Vec<(String, &Act, String)> = Vec::new();
        for act in &all.acts {
            for change in &act.event.changes {
                if let Change::Line(Diff { before: Some(before), after: Some(after) }) = change
                    && before.text != after.text
                {
                    said.push((after.id.to_string(), act, after.text.clone()));
                }
            }
        }
        let point = |act: &Act| (act.sitting, act.stamp);
        for (row, act, text) in &said {
            let last = said.iter().all(|(other, later, _)| {
                other != row || later.event.id == act.event.id || !known.knew(point(later), point(act))
            });
            let rival = said.iter().any(|(other, rival, words)| {
                other == row
                    && words != text
                    && !known.knew(point(rival), point(act))
                    && !known.knew(point(act), point(rival))
                    && said.iter().all(|(other, later, _)| {
                        other != row
                            || later.event.id == rival.event.id
                            || !known.knew(point(later), point(rival))
                    })
            });
            let goes_by = folded.same.get(row).unwrap_or(row);
            let stands = folded.rows.iter().any(|r| &r.id == goes_by);
            if last && rival && stands && goes_by == row {
                let shown = |c: &Conflict| {
                    &c.row == goes_by && c.sides.iter().any(|side| side.act == act.event.id)
                };
                prop_assert!(folded.conflicts.iter().any(shown), "{text} is not shown");
            }
        }
    }

    #[test]
    fn one_laptop_alone_never_disagrees(deeds in prop::collection::vec(deed(), 0..30)) {
        let mut laptop = common();
        for deed in &deeds {
            laptop.do_one(deed);
        }
        let folded = laptop.folded();
        prop_assert_eq!(folded.conflicts, []);
        prop_assert!(folded.same.is_empty());
    }
}

fn two() -> (Laptop, Laptop) {
    let begun = common();
    let mut both = [2, 3].map(|number| Laptop { number, made: 1000, ..begun.clone() });
    both.iter_mut().for_each(Laptop::open);
    let [one, other] = both;
    (one, other)
}

#[test]
fn a_line_that_both_wrote_down_is_one_line_with_what_each_noted_of_it() {
    let (mut one, mut other) = two();
    let line = Line { codes: vec!["cost".into()], ..one.line(1) };
    one.keep(vec![Diff::made(line).into()]);
    let line = Line { codes: vec!["trust".into()], starred: true, ..other.line(1) };
    other.keep(vec![Diff::made(line).into()]);
    let late = Line { at: moment(3600), ..other.line(1) };
    other.keep(vec![Diff::made(late).into()]);
    let mut lines: Vec<Line> = together(&[&one, &other]).all("line");
    lines.sort_by_key(|line| line.at);
    let [both, late] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(both.starred);
    assert_eq!(both.codes.len(), 2);
    assert_eq!(late.at, moment(3600), "the same words an hour later are another line");
}

#[test]
fn two_numbers_for_what_the_group_agreed_are_shown_until_one_is_settled() {
    let (mut one, mut other) = two();
    one.do_one(&Deed::Rate { value: 4 });
    other.do_one(&Deed::Rate { value: 5 });
    let begun = one.clone();
    let all = together(&[&one, &other]);
    let conflicts = all.folded().conflicts;
    let asked: Vec<&Conflict> = conflicts.iter().filter(|c| c.asked).collect();
    assert_eq!(asked.len(), 1, "{conflicts:?}");
    assert_eq!(asked[0].path, ["value"]);
    let mut values: Vec<_> = asked[0].sides.iter().filter_map(|side| side.value.clone()).collect();
    values.sort_by_key(Value::as_u64);
    assert_eq!(values, [4, 5]);

    // The one that stands may be the right one as well.
    for value in values {
        let mut all = all.clone();
        let row = all.folded().rows.into_iter().find(|row| row.id == asked[0].row).unwrap().value;
        all.keep(asked[0].settle(&row, Some(&value)).unwrap());
        assert_eq!(all.all::<Rating>("rating")[0].value.map(Value::from), Some(value));
        let left = all.folded().conflicts;
        assert!(left.iter().all(|c| !c.asked), "{left:?}");
        one.take_in(&all);
        assert!(one.folded().conflicts.iter().all(|c| !c.asked), "settled for everybody");
        one = begun.clone();
    }
}

#[test]
fn two_people_who_change_two_fields_both_win() {
    let (mut one, _) = two();
    one.do_one(&Deed::Line { text: 1 });
    let mut other = Laptop { number: 3, made: 1000, ..one.clone() };
    one.open();
    other.open();
    one.do_one(&Deed::Change { which: 0, field: 0, value: 1 });
    other.do_one(&Deed::Change { which: 0, field: 1, value: 1 });
    let all = together(&[&one, &other]);
    let lines: Vec<Line> = all.all("line");
    assert_eq!((lines[0].text.as_str(), lines[0].starred), ("other 1", true));
    assert_eq!(all.folded().conflicts, []);
}

#[test]
fn what_one_took_out_and_another_mended_stays_and_is_shown() {
    let (mut one, _) = two();
    one.do_one(&Deed::Line { text: 1 });
    let mut other = Laptop { number: 3, made: 1000, ..one.clone() };
    one.open();
    other.open();
    one.do_one(&Deed::Remove { which: 0 });
    other.do_one(&Deed::Change { which: 0, field: 0, value: 1 });
    let folded = together(&[&one, &other]).folded();
    assert_eq!(folded, together(&[&other, &one]).folded());
    assert_eq!(folded.rows.iter().filter(|row| row.table == "line").count(), 1);
    assert_eq!(folded.conflicts.len(), 1);
    assert!(folded.conflicts[0].sides.iter().any(|side| side.value.is_none()));
}

#[test]
fn two_people_in_one_seat_are_both_kept_and_shown() {
    let (mut one, mut other) = two();
    let person = Participant { name: "Ada".into(), ..one.person(4) };
    one.keep(vec![Diff::made(person).into()]);
    let person = Participant { name: "Ben".into(), ..other.person(4) };
    other.keep(vec![Diff::made(person).into()]);
    let all = together(&[&one, &other]);
    let seats: Vec<(String, Option<u32>)> = all
        .all::<Participant>("participant")
        .into_iter()
        .filter(|person| ["Ada", "Ben"].contains(&person.name.as_str()))
        .map(|person| (person.name, person.seat))
        .collect();
    assert_eq!(seats.len(), 2);
    assert_eq!(seats.iter().filter(|(_, seat)| seat == &Some(4)).count(), 1, "{seats:?}");
    assert!(all.folded().conflicts.iter().any(|c| c.path == ["seat"] && c.asked));
}

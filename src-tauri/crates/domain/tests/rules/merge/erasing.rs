//! Erasures are part of the set: whoever meets whom, the same goes and the same stays.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, Diff, Erasure, ErasureId, Event, EventId, Line, LineId, Participant, ParticipantId,
    Role, Tip, TipId, Words,
    erasing::{Erased, theirs},
    merge::{Act, Conflict},
};
use proptest::prelude::*;
use uuid::Uuid;

use super::laptop::{Laptop, common, moment, session};

/// Two people whom all laptops know from the start.
const PEOPLE: [u128; 2] = [2, 3];

#[derive(Clone, Debug)]
enum Deed {
    /// Who said it, if anybody, and what.
    Say(Vec<u128>, u8),
    Attribute(usize, Vec<u128>),
    Reword(usize, u8),
    Remove(usize),
    Tip(u128, u8),
    Call(u128, u8),
    Erase(u128),
}

#[derive(Clone, Debug)]
enum Step {
    Do(usize, Deed),
    Open(usize),
    TakeIn(usize, usize),
}

fn who() -> impl Strategy<Value = u128> {
    prop::sample::select(PEOPLE.to_vec())
}

fn speakers() -> impl Strategy<Value = Vec<u128>> {
    prop_oneof![
        3 => who().prop_map(|who| vec![who]),
        1 => Just(Vec::new()),
        1 => Just(PEOPLE.to_vec()),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let deed = prop_oneof![
        5 => (speakers(), 0..3_u8).prop_map(|(who, text)| Deed::Say(who, text)),
        2 => (0..9_usize, speakers()).prop_map(|(line, who)| Deed::Attribute(line, who)),
        1 => (0..9_usize, 0..3_u8).prop_map(|(line, text)| Deed::Reword(line, text)),
        1 => (0..9_usize).prop_map(Deed::Remove),
        1 => (who(), 0..2_u8).prop_map(|(who, text)| Deed::Tip(who, text)),
        1 => (who(), 0..3_u8).prop_map(|(who, name)| Deed::Call(who, name)),
        1 => who().prop_map(Deed::Erase),
    ];
    prop_oneof![
        8 => (0..3_usize, deed).prop_map(|(at, deed)| Step::Do(at, deed)),
        1 => (0..3_usize).prop_map(Step::Open),
        1 => (0..3_usize, 0..3_usize).prop_map(|(at, from)| Step::TakeIn(at, from)),
    ]
}

fn person(id: u128) -> ParticipantId {
    ParticipantId(Uuid::from_u128(id))
}

fn people(ids: &[u128]) -> Vec<ParticipantId> {
    ids.iter().copied().map(person).collect()
}

/// A laptop that does to its own record what was erased.
#[derive(Clone)]
struct Clean(Laptop);

impl Clean {
    fn erased(&self) -> Erased {
        Erased::by(self.0.acts.iter().map(|act| &act.event))
    }

    /// Each act once, without what was erased.
    fn clean(&mut self) {
        let erased = self.erased();
        let acts = self.0.acts.iter().map(|act| erased.clean_act(act).into_owned());
        let once: BTreeMap<(i64, EventId), Act> =
            acts.map(|act| ((act.stamp, act.event.id), act)).collect();
        self.0.acts = once.into_values().collect();
    }

    fn take_in(&mut self, other: &Self) {
        self.0.take_in(&other.0);
        self.clean();
    }

    /// What an erasure of a person names here.
    fn erasure(&mut self, who: ParticipantId) -> Erasure {
        let events = self.0.acts.iter().map(|act| &act.event);
        let theirs = theirs(who, events, &self.0.folded(), &self.erased());
        let id = ErasureId(self.0.id());
        let (people, lines, flip_items) = (theirs.people, theirs.lines, theirs.flip_items);
        let one = theirs.one;
        Erasure {
            id,
            session: session(),
            person: who,
            at: moment(9),
            people,
            lines,
            flip_items,
            one,
        }
    }

    fn add(&mut self, changes: Vec<Change>) {
        let stamp = self.0.acts.iter().map(|act| act.stamp).max().unwrap_or_default() + 1;
        let sitting = self.0.sittings.last().unwrap().id;
        let event = event(EventId(self.0.id()), changes);
        self.0.acts.push(Act { stamp, sitting, event });
        self.clean();
    }

    fn erase(&mut self, who: ParticipantId) {
        let erasure = self.erasure(who);
        self.add(vec![Diff::made(erasure).into()]);
    }

    fn perform(&mut self, deed: &Deed) {
        let lines: Vec<Line> = self.0.all("line");
        let line = |at: usize| lines.get(at % lines.len().max(1)).cloned();
        let change: Option<Change> = match deed {
            Deed::Say(who, text) => {
                let line = Line { speakers: people(who), ..self.0.line(*text) };
                Some(Diff::made(line).into())
            }
            Deed::Attribute(at, who) => line(*at).map(|before| {
                Diff::changed(before.clone(), Line { speakers: people(who), ..before }).into()
            }),
            Deed::Reword(at, text) => line(*at).map(|before| {
                let text = format!("other {text}");
                Diff::changed(before.clone(), Line { text, ..before }).into()
            }),
            Deed::Remove(at) => line(*at).map(|line| Diff::gone(line).into()),
            Deed::Tip(who, text) => {
                let tips: Vec<Tip> = self.0.all("tip");
                let text = format!("tip {text}");
                let before = tips.into_iter().find(|tip| tip.participant == person(*who));
                let id = TipId(self.0.id());
                let (session, participant, at) = (session(), person(*who), moment(0));
                let new = || Tip { id, session, participant, text: text.clone(), at };
                Some(match before {
                    Some(tip) => {
                        Diff::changed(tip.clone(), Tip { text: text.clone(), ..tip }).into()
                    }
                    None => Diff::made(new()).into(),
                })
            }
            Deed::Call(who, name) => {
                let all: Vec<Participant> = self.0.all("participant");
                let before = all.into_iter().find(|one| one.id == person(*who)).unwrap();
                let name = format!("Name {name}");
                Some(Diff::changed(before.clone(), Participant { name, ..before }).into())
            }
            Deed::Erase(who) => return self.erase(person(*who)),
        };
        // Nothing is noted of whoever was erased: see `record` in the store.
        if let Some(change) = change {
            let told = event(EventId(Uuid::nil()), vec![change.clone()]);
            if self.erased().clean_event(&told).changes == told.changes {
                self.0.keep(vec![change]);
            }
        }
    }
}

fn event(id: EventId, changes: Vec<Change>) -> Event {
    let words = Words::new("did-keep-line");
    let (at, session, by) = (moment(0), Some(session()), Role::Moderator);
    Event { id, at, session, by, words, undoes: None, undoable: true, changes }
}

fn play(steps: &[Step]) -> [Clean; 3] {
    let begun = common();
    let mut all = [1, 2, 3].map(|number| Clean(begun.copied(number)));
    for laptop in &mut all {
        laptop.0.open();
    }
    for step in steps {
        match step {
            Step::Do(at, deed) => all[*at].perform(deed),
            Step::Open(at) => all[*at].0.open(),
            Step::TakeIn(at, from) => {
                let other = all[*from].clone();
                all[*at].take_in(&other);
            }
        }
    }
    all
}

fn all_of(laptops: &[&Clean]) -> Clean {
    let mut all = Clean(Laptop::new(9));
    for laptop in laptops {
        all.take_in(laptop);
    }
    all
}

/// The rows there are, and which went by another’s id.
fn rows_of(laptop: &Clean) -> (BTreeSet<String>, BTreeMap<String, String>) {
    let folded = laptop.0.folded();
    let rows = folded.rows.into_iter().filter(|row| row.table != "erasure");
    (rows.map(|row| row.id).collect(), folded.same)
}

/// Rows that one laptop took out and that stay only because another put other words there.
fn disputed(laptop: &Clean) -> BTreeSet<String> {
    let whole = |conflict: &Conflict| conflict.path.is_empty();
    let conflicts = laptop.0.folded().conflicts.into_iter().filter(whole);
    conflicts.map(|conflict| conflict.row).collect()
}

/// A line before and after what happened, if that is about one.
fn line_versions(event: &Event) -> impl Iterator<Item = &Line> {
    event.changes.iter().flat_map(|change| match change {
        Change::Line(Diff { before, after }) => before.iter().chain(after).collect(),
        _ => Vec::new(),
    })
}

/// Whether nothing in the acts is theirs by the name of who said it, or of whom it is about.
fn holds_nothing_of(laptop: &Clean, erased: &Erased) {
    for act in &laptop.0.acts {
        for change in &act.event.changes {
            match change {
                Change::Line(Diff { before, after }) => {
                    for line in before.iter().chain(after) {
                        let theirs = line.speakers.iter().any(|who| erased.has(*who));
                        assert!(!theirs || line.text.is_empty(), "{line:?}");
                    }
                }
                Change::Tip(Diff { before, after }) => {
                    for tip in before.iter().chain(after).filter(|t| erased.has(t.participant)) {
                        assert_eq!(tip.text, "");
                    }
                }
                Change::Participant(Diff { before, after }) => {
                    for person in before.iter().chain(after).filter(|p| erased.has(p.id)) {
                        assert_eq!((person.name.as_str(), person.seat), ("", None));
                    }
                }
                _ => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_erased_is_erased_whoever_meets_whom(
        steps in prop::collection::vec(step(), 0..30),
    ) {
        let [a, b, c] = &play(&steps);
        let all = all_of(&[a, b, c]);
        for other in [
            // In either order, twice as well as once, two of them first.
            all_of(&[c, b, a]),
            all_of(&[b, c, a]),
            all_of(&[a, b, c, b, a]),
            all_of(&[&all_of(&[a, b]), c]),
            all_of(&[a, &all_of(&[b, c])]),
        ] {
            prop_assert_eq!(&other.0.folded(), &all.0.folded());
            prop_assert_eq!(&other.0.acts, &all.0.acts);
        }
        holds_nothing_of(&all, &all.erased());
    }

    #[test]
    fn an_erasure_takes_the_words_and_leaves_the_rows(
        steps in prop::collection::vec(step(), 0..30),
    ) {
        let [a, b, c] = &play(&steps);
        let mut all = all_of(&[a, b, c]);
        let (before, disputed) = (rows_of(&all), disputed(&all));
        let lines: Vec<Line> = all.0.all("line");
        // Two laptops name different people as the one who said it, and nobody has settled it.
        let unsettled: BTreeSet<String> = all.0.folded().conflicts.into_iter()
            .filter(|conflict| conflict.table == "line" && conflict.path == ["speakers"])
            .map(|conflict| conflict.row)
            .collect();
        let was_erased = all.erased();
        let acts = all.0.acts.clone();
        all.erase(person(2));
        let erased = all.erased();
        let (rows, same) = rows_of(&all);
        let gone: BTreeSet<&String> = before.0.difference(&rows).collect();
        prop_assert!(gone.iter().all(|row| disputed.contains(*row)), "{gone:?}");
        prop_assert!(rows.is_subset(&before.0));
        if gone.is_empty() {
            prop_assert_eq!(&same, &before.1);
        }
        for line in all.0.all::<Line>("line") {
            let was = lines.iter().find(|was| was.id == line.id).unwrap();
            let theirs = line.speakers.iter().any(|who| erased.has(*who));
            // Words of this line that were written under somebody else's name, or nobody's.
            let own = |id: LineId| {
                id == line.id || before.1.get(&id.to_string()) == Some(&line.id.to_string())
            };
            let others: BTreeSet<&str> = acts
                .iter()
                .flat_map(|act| line_versions(&act.event))
                .filter(|l| own(l.id) && !l.speakers.iter().any(|who| erased.has(*who)))
                .map(|l| l.text.as_str())
                .collect();
            if theirs {
                prop_assert_eq!(&line.text, "");
            } else if unsettled.contains(&line.id.to_string()) {
                // They may be theirs.
                prop_assert!(line.text.is_empty() || others.contains(line.text.as_str()));
            } else if others.contains(was.text.as_str()) {
                prop_assert_eq!(&line, was, "nobody else loses a word");
            } else {
                // Reworded on one laptop under their name, and put under another name elsewhere.
                prop_assert!(line.text.is_empty() || others.contains(line.text.as_str()));
                prop_assert_eq!(&Line { text: was.text.clone(), ..line.clone() }, was);
            }
            // Once their words are gone, no older act has them either.
            if theirs && !was.speakers.iter().any(|who| was_erased.has(*who)) {
                let ids: Vec<LineId> = vec![line.id];
                for version in all.0.acts.iter().flat_map(|act| line_versions(&act.event)) {
                    prop_assert!(!ids.contains(&version.id) || version.text.is_empty());
                }
            }
        }
        // Done twice, it is as done once.
        for act in &all.0.acts {
            let again = erased.clean_act(act);
            prop_assert_eq!(again.as_ref(), act);
        }
    }

    #[test]
    fn what_came_under_nobodys_name_goes_with_one_more_erasure(
        steps in prop::collection::vec(step(), 0..30),
    ) {
        let [a, b, c] = &play(&steps);
        let mut all = all_of(&[a, b, c]);
        let people: Vec<ParticipantId> = all.erased().people().collect();
        for who in people {
            let (erased, named) = (all.erased(), all.erasure(who));
            let events: Vec<Event> = all.0.acts.iter().map(|act| act.event.clone()).collect();
            let more = theirs(who, &events, &all.0.folded(), &erased).beyond(&erased, &events);
            if !more.is_empty() {
                let (people, lines, flip_items) = (more.people, more.lines, more.flip_items);
                let erasure = Erasure { people, lines, flip_items, ..named };
                all.add(vec![Diff::made(erasure).into()]);
            }
        }
        let erased = all.erased();
        for line in all.0.all::<Line>("line") {
            if line.speakers.iter().any(|who| erased.has(*who)) {
                for change in all.0.acts.iter().flat_map(|act| &act.event.changes) {
                    if let Change::Line(Diff { before, after }) = change {
                        for version in before.iter().chain(after).filter(|l| l.id == line.id) {
                            prop_assert_eq!(&version.text, "");
                        }
                    }
                }
            }
        }
    }
}

//! Opening a place of the Study screen in a study of 500 sessions and 100,000 lines, in a library
//! of 200 studies, beside the example study in the same run: through the same commands, with the
//! same answers written and read as JSON.

use std::{
    fs,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use api::{Actor, Workshop};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Choice, ChoiceId, Diff, Event, EventId, Line, LineId, LineKind, Participant, ParticipantId,
    Role, Session, SessionId, Words,
};
use serde_json::{Value, json};
use store::Store;
use uuid::Uuid;

const STUDIES: usize = 200;
const SESSIONS: usize = 500;
const LINES: usize = 100_000;
const RUNS: usize = 200;
/// What each place of the Study screen asks for as it opens.
const PLACES: &[(&str, &[(&str, &str)])] = &[
    ("Guide", &[("study", "{}")]),
    ("Sessions", &[("study", "{}"), ("sample", "{}")]),
    ("Coverage", &[("study", "{}"), ("coverage", r#"{"before": 0}"#)]),
];
const LIMIT: f64 = 1.5;

fn main() {
    let home = tempfile::tempdir().unwrap();
    let mut workshop = Workshop::new(home.path().to_owned());
    ask(&mut workshop, "explore_example", &json!({}));
    let example = ask(&mut workshop, "study", &json!({}));
    let small = example["path"].as_str().unwrap().to_owned();
    let large = home.path().join("Large.folkmoot").display().to_string();
    println!("Making a study of {SESSIONS} sessions and {LINES} lines.");
    make(&mut workshop, &large, &example);
    for nth in 0..STUDIES - 2 {
        fs::copy(&small, home.path().join(format!("Study {nth}.folkmoot"))).unwrap();
    }

    let mut kept = true;
    let mut times = vec![[Vec::new(), Vec::new()]; PLACES.len()];
    // In turn, so that whatever else the machine does falls on both.
    for _ in 0..8 {
        for (study, path) in [&small, &large].into_iter().enumerate() {
            ask(&mut workshop, "open_study", &json!({"path": path}));
            for (place, asked) in times.iter_mut().zip(PLACES) {
                for _ in 0..RUNS / 8 {
                    place[study].push(timed(|| opened(&mut workshop, asked.1)));
                }
            }
        }
    }
    for ((place, _), [small, large]) in PLACES.iter().zip(&times) {
        let (small, large) = (median(small), median(large));
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        kept &= ratio <= LIMIT;
        let verdict = if ratio <= LIMIT { "kept" } else { "NOT KEPT" };
        println!(
            "{place}: {large:?} beside {small:?} of the example study: \
             ratio {ratio:.3}, at most {LIMIT}: {verdict}"
        );
    }

    ask(&mut workshop, "close_study", &json!({}));
    let first = timed(|| ask(&mut workshop, "library", &json!({})));
    let again: Vec<Duration> =
        (0..20).map(|_| timed(|| ask(&mut workshop, "library", &json!({})))).collect();
    println!("The library of {STUDIES} studies: first look {first:?}, then {:?}", median(&again));
    if !kept {
        std::process::exit(1);
    }
}

/// Asks for what a place shows, as the window does.
fn opened(workshop: &mut Workshop, asked: &[(&str, &str)]) -> usize {
    let answers = asked.iter().map(|(call, with)| {
        let answer = ask(workshop, call, &serde_json::from_str(with).unwrap());
        let text = serde_json::to_string(&answer).unwrap();
        serde_json::from_str::<Value>(&text).unwrap().as_object().unwrap().len()
    });
    answers.sum()
}

fn ask(workshop: &mut Workshop, call: &str, with: &Value) -> Value {
    workshop.call(Actor::Moderator, call, with.clone(), Utc::now(), None).unwrap()
}

/// Makes the large study after the example: its groups over and over, each with its people, its
/// choices and its share of the lines; the last thirteen still to come.
fn make(workshop: &mut Workshop, path: &str, example: &Value) {
    let new = json!({"name": "Large", "method": "policy-ideas", "path": path});
    ask(workshop, "create_study", &new);
    ask(workshop, "change_sample", &json!({"sample": example["study"]["sample"]}));
    ask(workshop, "close_study", &json!({}));
    let mut store = Store::open(Path::new(path)).unwrap();
    store.flush_when_settled().unwrap();
    let design = store.read(|tx| Ok::<_, store::Error>(tx.newest_design()?.id)).unwrap();
    let cards = example["sessions"].as_array().unwrap();
    let began: DateTime<Utc> = "2020-01-06T18:00:00Z".parse().unwrap();
    for nth in 0..SESSIONS {
        let at = began + TimeDelta::days(i64::try_from(nth).unwrap());
        let card = &cards[nth % cards.len()];
        let mut session: Session = serde_json::from_value(card["session"].clone()).unwrap();
        session.id = SessionId(Uuid::now_v7());
        session.design = design;
        session.plan.date = at.date_naive();
        let over = nth < SESSIONS - cards.len();
        session.started = over.then_some(at);
        session.ended = over.then_some(at + TimeDelta::hours(2));
        let changes = filled(&session, at, over, nth);
        let acts = |tx: &store::Tx| {
            tx.record(&Event {
                id: EventId(Uuid::now_v7()),
                at,
                session: Some(session.id),
                by: Role::Moderator,
                words: Words::new("did-plan-session"),
                undoes: None,
                undoable: true,
                changes,
            })
        };
        store.transact(acts).unwrap();
    }
    store.settle().unwrap();
}

fn filled(session: &Session, at: DateTime<Utc>, over: bool, nth: usize) -> Vec<domain::Change> {
    let mut changes = vec![Diff::made(session.clone()).into()];
    // Of the groups still to come, four lack two people each.
    let lacking = if !over && nth % 3 == 0 { 2 } else { 0 };
    for seat in 1..=session.plan.seats - lacking {
        let person = json!({"id": ParticipantId(Uuid::now_v7()), "session": session.id,
            "seat": seat, "name": format!("Person {seat}"), "place": "Oxford", "coarse": false,
            "sex": if seat % 2 == 0 { "Female" } else { "Male" }, "age_band": "25–39",
            "attributes": {"grade": "ABC1"}, "came": over.then_some(at), "left": null,
            "absence": null});
        let person: Participant = serde_json::from_value(person).unwrap();
        changes.push(Diff::made(person).into());
    }
    if !over {
        return changes;
    }
    let ideas = ["user-charging", "citizen-advisors", "social-insurance", "cooperative-ownership"];
    for (slot, idea) in
        ["popular", "contentious", "joker"].iter().zip(ideas.iter().cycle().skip(nth))
    {
        let choice = json!({"id": ChoiceId(Uuid::now_v7()), "session": session.id, "round": null,
            "slot": slot, "idea": idea, "why": {"type": "no_sticker"}, "reason": ""});
        let choice: Choice = serde_json::from_value(choice).unwrap();
        changes.push(Diff::made(choice).into());
    }
    for line in 0..=LINES / (SESSIONS - 13) {
        let line = Line {
            id: LineId(Uuid::now_v7()),
            session: session.id,
            at,
            kind: LineKind::Verbatim,
            speakers: Vec::new(),
            text: format!("Line {line}: the bus came on time, and nobody could say why."),
            activity: None,
            idea: Some(ideas[line % ideas.len()].into()),
            lens: None,
            codes: vec!["bus".to_owned()],
            starred: false,
            hands: None,
        };
        changes.push(Diff::made(line).into());
    }
    changes
}

fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    black_box(act());
    began.elapsed()
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

//! What the measurements share: a study as large as the project promises to carry, and timing.

#![allow(dead_code)] // each measurement uses its part

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

pub fn ask(workshop: &mut Workshop, call: &str, with: &Value) -> Value {
    let done = workshop.call(Actor::Moderator, call, with.clone(), Utc::now(), None);
    done.unwrap_or_else(|e| panic!("{call}: {e:?}"))
}

/// How large a study is made.
#[derive(Clone, Copy)]
pub struct Size {
    pub sessions: usize,
    pub lines: usize,
}

/// Makes a large study after the example: its groups over and over, each with its people, its
/// choices and its share of the lines; the last thirteen still to come.
pub fn make(workshop: &mut Workshop, path: &str, example: &Value, size: Size) {
    // A copy of it, with its guide and its ideas: what is larger is what happened.
    ask(workshop, "close_study", &json!({}));
    fs::copy(example["path"].as_str().unwrap(), path).unwrap();
    let mut store = Store::open(Path::new(path)).unwrap();
    store.flush_when_settled().unwrap();
    let design = store.read(|tx| Ok::<_, store::Error>(tx.newest_design()?.id)).unwrap();
    let cards = example["sessions"].as_array().unwrap();
    let began: DateTime<Utc> = "2020-01-06T18:00:00Z".parse().unwrap();
    for nth in cards.len()..size.sessions {
        let at = began + TimeDelta::days(i64::try_from(nth).unwrap());
        let card = &cards[nth % cards.len()];
        let mut session: Session = serde_json::from_value(card["session"].clone()).unwrap();
        session.id = SessionId(Uuid::now_v7());
        session.design = design;
        session.plan.date = at.date_naive();
        let over = nth < size.sessions - cards.len();
        session.started = over.then_some(at);
        session.ended = over.then_some(at + TimeDelta::hours(2));
        let lines = size.lines / (size.sessions - 2 * cards.len()) + 1;
        let changes = filled(&session, at, over.then_some(lines), nth);
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

/// What a session holds: so many lines where it is over.
fn filled(
    session: &Session,
    at: DateTime<Utc>,
    lines: Option<usize>,
    nth: usize,
) -> Vec<domain::Change> {
    let over = lines.is_some();
    let mut changes = vec![Diff::made(session.clone()).into()];
    // Of the groups still to come, four lack two people each.
    let lacking = if !over && nth.is_multiple_of(3) { 2 } else { 0 };
    for seat in 1..=session.plan.seats - lacking {
        let person = json!({"id": ParticipantId(Uuid::now_v7()), "session": session.id,
            "seat": seat, "name": format!("Person {seat}"), "place": "Oxford", "coarse": false,
            "sex": if seat % 2 == 0 { "Female" } else { "Male" }, "age_band": "25–39",
            "attributes": {"grade": "ABC1"}, "came": over.then_some(at), "left": null,
            "absence": null});
        let person: Participant = serde_json::from_value(person).unwrap();
        changes.push(Diff::made(person).into());
    }
    let Some(lines) = lines else { return changes };
    let ideas = ["user-charging", "citizen-advisors", "social-insurance", "cooperative-ownership"];
    for (slot, idea) in
        ["popular", "contentious", "joker"].iter().zip(ideas.iter().cycle().skip(nth))
    {
        let choice = json!({"id": ChoiceId(Uuid::now_v7()), "session": session.id, "round": null,
            "slot": slot, "idea": idea, "why": {"type": "no_sticker"}, "reason": ""});
        let choice: Choice = serde_json::from_value(choice).unwrap();
        changes.push(Diff::made(choice).into());
    }
    for line in 0..lines {
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

pub fn timed<T>(act: impl FnOnce() -> T) -> Duration {
    let began = Instant::now();
    black_box(act());
    began.elapsed()
}

pub fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Says whether a ratio is as promised.
pub fn promise(what: &str, ratio: f64, limit: f64) -> bool {
    let kept = ratio <= limit;
    let verdict = if kept { "kept" } else { "NOT KEPT" };
    println!("{what}: ratio {ratio:.3}, at most {limit}: {verdict}");
    kept
}

//! The journal's short cuts do what the plain definitions say.

#![allow(clippy::unwrap_used)] // a test that cannot go on says so by ending

use domain::{Diff, Event, EventId, Role, SessionId, Study, Words, history};
use proptest::prelude::*;
use store::{Error, Store};
use uuid::Uuid;

fn event(session: SessionId, undoes: Option<EventId>, undoable: bool) -> Event {
    Event {
        id: EventId(Uuid::now_v7()),
        at: "2026-03-12T19:00:00Z".parse().unwrap(),
        session: Some(session),
        by: Role::Moderator,
        words: Words::new("did-pause"),
        undoes,
        undoable,
        changes: Vec::new(),
    }
}

proptest! {
    #[test]
    fn undo_and_redo_reach_what_the_plain_definition_says(deeds in prop::collection::vec(0..5_u8, 0..40)) {
        let session = SessionId(Uuid::now_v7());
        let mut store = Store::in_memory().unwrap();
        let mut acts = Vec::new();
        for deed in deeds {
            let made = store.transact(|tx| {
                let (undoes, undoable) = match deed {
                    0 | 1 => (None, true),
                    2 => (None, false),
                    3 => (tx.next_undo(Some(session))?.map(|e| e.id), true),
                    _ => (tx.next_redo(Some(session))?.map(|e| e.id), true),
                };
                if deed > 2 && undoes.is_none() {
                    return Ok::<_, Error>(None);
                }
                let event = event(session, undoes, undoable);
                tx.record(&event)?;
                Ok(Some((event.id, undoes, undoable)))
            }).unwrap();
            acts.extend(made);
            let plain = history::next(acts.iter().copied());
            let (undo, redo) = store
                .read::<_, Error>(|tx| Ok((tx.next_undo(Some(session))?, tx.next_redo(Some(session))?)))
                .unwrap();
            prop_assert_eq!(undo.map(|e| e.id), plain.undo);
            prop_assert_eq!(redo.map(|e| e.id), plain.redo);
        }
    }
}

#[test]
fn a_stale_change_is_refused_whole() {
    let mut store = Store::in_memory().unwrap();
    let study = |name: &str| Study {
        name: name.to_owned(),
        made: "2026-03-12T19:00:00Z".parse().unwrap(),
        sample: domain::Sample::default(),
    };
    let session = SessionId(Uuid::now_v7());
    let record = |store: &mut Store, diff: Diff<Study>| {
        store.transact::<_, Error>(|tx| {
            let mut act = Event { session: None, ..event(session, None, false) };
            act.changes.push(diff.into());
            tx.record(&act)
        })
    };
    record(&mut store, Diff::made(study("One"))).unwrap();
    let head = store.head();
    let stale = record(&mut store, Diff::changed(study("Other"), study("Two"))).unwrap_err();
    assert!(matches!(stale, Error::Changed { table: "study" }), "{stale}");
    let again = record(&mut store, Diff::made(study("Three"))).unwrap_err();
    assert!(matches!(again, Error::Changed { table: "study" }), "{again}");
    assert_eq!(store.head(), head);
    assert_eq!(store.read::<_, Error>(|tx| tx.study()).unwrap().name, "One");
}

#[test]
fn the_journal_keeps_its_order_when_the_clock_goes_back() {
    let mut store = Store::in_memory().unwrap();
    let session = SessionId(Uuid::now_v7());
    for name in ["One", "Two", "Three"] {
        store
            .transact::<_, Error>(|tx| {
                let before = tx.study().ok();
                let mut act = Event { session: None, ..event(session, None, false) };
                // Each act an hour before the last.
                act.at -= chrono::Duration::hours(i64::try_from(name.len()).unwrap_or(1));
                let after = Study {
                    name: name.to_owned(),
                    made: act.at,
                    sample: domain::Sample::default(),
                };
                act.changes.push(Diff { before, after: Some(after) }.into());
                tx.record(&act)
            })
            .unwrap();
    }
    assert_eq!(store.check().unwrap().faults, []);
}

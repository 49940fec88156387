//! Undo and redo, linear.

use domain::EventId;
use domain::history::{History, next};
use proptest::prelude::*;
use uuid::Uuid;

type Act = (EventId, Option<EventId>, bool);

fn id(number: usize) -> EventId {
    EventId(Uuid::from_u128(number as u128))
}

/// A journal, and beside it what the page would look like if acts were simply pushed and popped.
#[derive(Default)]
struct Room {
    acts: Vec<Act>,
    page: Vec<usize>,
    gone: Vec<usize>,
}

impl Room {
    fn history(&self) -> History {
        next(self.acts.iter().copied())
    }

    fn act(&mut self, undoable: bool) {
        let number = self.acts.len();
        self.acts.push((id(number), None, undoable));
        if undoable {
            self.gone.clear();
            self.page.push(number);
        }
    }

    fn undo(&mut self) -> bool {
        let undone = self.history().undo;
        if let Some(undone) = undone {
            self.acts.push((id(self.acts.len()), Some(undone), true));
        }
        match self.page.pop() {
            Some(act) => self.gone.push(act),
            None => return undone.is_none(),
        }
        undone.is_some()
    }

    fn redo(&mut self) -> bool {
        let redone = self.history().redo;
        if let Some(redone) = redone {
            self.acts.push((id(self.acts.len()), Some(redone), true));
        }
        match self.gone.pop() {
            Some(act) => self.page.push(act),
            None => return redone.is_none(),
        }
        redone.is_some()
    }

    fn agrees(&self) -> bool {
        let history = self.history();
        let last = |acts: &[usize]| acts.last().map(|&act| id(act));
        history.undo == last(&self.page) && history.redo == last(&self.gone)
    }
}

#[test]
fn a_new_act_leaves_nothing_to_redo() {
    let acts = [(id(1), None, true), (id(2), None, true), (id(3), Some(id(2)), true)];
    assert_eq!(next(acts.into_iter()), History { undo: Some(id(1)), redo: Some(id(2)) });
    let more = acts.into_iter().chain([(id(4), None, true)]);
    assert_eq!(next(more), History { undo: Some(id(4)), redo: None });
}

#[test]
fn what_is_done_again_can_be_undone_again() {
    let acts = [(id(1), None, true), (id(2), Some(id(1)), true), (id(3), Some(id(1)), true)];
    assert_eq!(next(acts.into_iter()), History { undo: Some(id(1)), redo: None });
}

#[test]
fn an_act_that_cannot_be_undone_is_passed_over() {
    let acts = [(id(1), None, true), (id(2), None, false)];
    assert_eq!(next(acts.into_iter()), History { undo: Some(id(1)), redo: None });
}

proptest! {
    #[test]
    fn undo_and_redo_are_two_stacks(steps in prop::collection::vec(0_u8..8, 0..60)) {
        let mut room = Room::default();
        for step in steps {
            let kept = match step {
                0..=2 => { room.act(true); true }
                3..=4 => room.undo(),
                5..=6 => room.redo(),
                _ => { room.act(false); true }
            };
            prop_assert!(kept && room.agrees());
        }
    }

    /// Undoing everything and doing it all again comes back to the same page.
    #[test]
    fn undoing_all_and_redoing_all_is_a_round_trip(acts in 0_usize..20) {
        let mut room = Room::default();
        (0..acts).for_each(|_| room.act(true));
        let before = room.page.clone();
        while room.history().undo.is_some() { room.undo(); }
        prop_assert!(room.page.is_empty());
        while room.history().redo.is_some() { room.redo(); }
        prop_assert_eq!(room.page, before);
    }
}

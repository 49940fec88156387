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
        self.gone.clear();
        if undoable {
            self.page.push(number);
        } else {
            self.page.clear();
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

    /// The act that an event stands for in the end, through undoings and redoings.
    fn root(&self, of: EventId) -> usize {
        let act = self.acts.iter().find(|(id, ..)| *id == of);
        match act {
            Some((_, Some(undone), _)) => self.root(*undone),
            Some((id, ..)) => usize::try_from(id.0.as_u128()).unwrap_or(usize::MAX),
            None => usize::MAX,
        }
    }

    fn agrees(&self) -> bool {
        let history = self.history();
        history.undo.map(|act| self.root(act)) == self.page.last().copied()
            && history.redo.map(|act| self.root(act)) == self.gone.last().copied()
    }
}

#[test]
fn a_new_act_leaves_nothing_to_redo() {
    let acts = [(id(1), None, true), (id(2), None, true), (id(3), Some(id(2)), true)];
    assert_eq!(next(acts.into_iter()), History { undo: Some(id(1)), redo: Some(id(3)) });
    let more = acts.into_iter().chain([(id(4), None, true)]);
    assert_eq!(next(more), History { undo: Some(id(4)), redo: None });
}

#[test]
fn a_redo_is_undone_in_its_turn() {
    let acts = [(id(1), None, true), (id(2), Some(id(1)), true), (id(3), Some(id(2)), true)];
    assert_eq!(next(acts.into_iter()), History { undo: Some(id(3)), redo: None });
}

#[test]
fn nothing_before_an_act_that_cannot_be_undone_is_undone() {
    let acts = [(id(1), None, true), (id(2), None, false)];
    assert_eq!(next(acts.into_iter()), History::default());
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

    /// Every event is undone once at most, so its inverse is applied once at most.
    #[test]
    fn nothing_is_undone_twice(steps in prop::collection::vec(0_u8..6, 0..60)) {
        let mut room = Room::default();
        for step in steps {
            match step {
                0..=1 => room.act(true),
                2..=3 => { room.undo(); }
                _ => { room.redo(); }
            }
        }
        let mut undone: Vec<_> = room.acts.iter().filter_map(|act| act.1).collect();
        let all = undone.len();
        undone.sort_unstable();
        undone.dedup();
        prop_assert_eq!(undone.len(), all);
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

//! What Undo and Redo would do next.
//!
//! The plain definition: two stacks, walked through from the first act. The store keeps a faster
//! equivalent and is tested against this one.

use crate::EventId;

/// What can be taken back and what can be done again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The act that Undo takes back.
    pub undo: Option<EventId>,
    /// The act that Redo does again.
    pub redo: Option<EventId>,
}

/// Walks through `acts`, in the journal's order: an id, the act it takes back or does again, and
/// whether it can be undone itself.
///
/// - An act that names one that stands takes it back; one that names an act taken back does it
///   again. It is always the first act that is named, never an undoing.
/// - A new act leaves nothing to redo.
/// - A new act that cannot be undone changes nothing here. (Sealing a secret round is one.) What
///   it rests on cannot be undone either: its rows have changed since, and that is refused.
pub fn next(acts: impl Iterator<Item = (EventId, Option<EventId>, bool)>) -> History {
    let (mut undo, mut redo): (Vec<EventId>, Vec<EventId>) = (Vec::new(), Vec::new());
    for (act, undoes, undoable) in acts {
        let Some(named) = undoes else {
            if undoable {
                redo.clear();
                undo.push(act);
            }
            continue;
        };
        // Acts of another laptop may stand between, so the one named need not be on top.
        if let Some(at) = undo.iter().rposition(|id| *id == named) {
            redo.push(undo.remove(at));
        } else if let Some(at) = redo.iter().rposition(|id| *id == named) {
            undo.push(redo.remove(at));
        }
    }
    History { undo: undo.last().copied(), redo: redo.last().copied() }
}

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
    /// The undoing that Redo takes back.
    pub redo: Option<EventId>,
}

/// Walks through `acts`, in the journal's order: an id, the act it undoes, and whether it can be
/// undone itself.
///
/// - An act that undoes one that stands takes it off what can be undone and can be redone.
/// - An act that undoes an undoing is a redo. It stands where the first act stood, and undoing it
///   is undoing what it did again: every act is undone once at most.
/// - A new act leaves nothing to redo.
/// - A new act that cannot be undone is a wall: nothing before it can be undone either, since
///   what came before is what it rests on. (Sealing a secret round is one.)
///
/// For acts that undo, the third part says nothing: they can be redone.
pub fn next(acts: impl Iterator<Item = (EventId, Option<EventId>, bool)>) -> History {
    let (mut undo, mut redo): (Vec<EventId>, Vec<EventId>) = (Vec::new(), Vec::new());
    for (act, undoes, undoable) in acts {
        let Some(undone) = undoes else {
            redo.clear();
            if undoable {
                undo.push(act);
            } else {
                undo.clear();
            }
            continue;
        };
        // Acts of another laptop may stand between, so the one undone need not be on top.
        if let Some(at) = undo.iter().rposition(|id| *id == undone) {
            undo.remove(at);
            redo.push(act);
        } else if let Some(at) = redo.iter().rposition(|id| *id == undone) {
            redo.remove(at);
            undo.push(act);
        }
    }
    History { undo: undo.last().copied(), redo: redo.last().copied() }
}

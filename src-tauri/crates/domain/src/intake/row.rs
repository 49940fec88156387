//! One row after another: who it is, and whether they come in.

use std::{
    collections::{HashMap, hash_map::Entry},
    thread,
};

use super::{
    Band, Code, Note, Reading, SheetRow, Study, Taken, Target, Verdict,
    desk::{Desk, dates},
    name::Name,
    place,
};
use crate::Design;

/// Somebody who may come in, with what it takes to seat and name them.
pub(super) struct Draft {
    pub taken: Taken,
    /// The place of their group among the study's.
    pub group: Option<usize>,
    pub name: Name,
    /// The seat that the row asks for.
    pub seat: Option<u32>,
    /// By what the same person is known in another row, and whether a day of birth is part of it.
    /// None: the row is about nobody.
    pub same: Option<(String, bool)>,
}

/// From so many rows on, half of them are read beside the others.
const MANY: usize = 2_000;

/// What becomes of each row.
pub fn take_in<R: SheetRow>(study: &Study, reading: &Reading, rows: &[R]) -> Vec<Taken> {
    let dates = dates(reading, rows);
    let read = |rows: &[R]| -> Vec<Draft> {
        let mut desk = Desk::new(study, reading, dates);
        rows.iter().map(|row| desk.draft(row)).collect()
    };
    let (first, rest) = rows.split_at(if rows.len() < MANY { 0 } else { rows.len() / 2 });
    let mut drafts = thread::scope(|scope| {
        let beside = (!first.is_empty()).then(|| scope.spawn(|| read(first)));
        let rest = read(rest);
        let Some(beside) = beside else { return rest };
        // One that gave up is read here, and gives up here.
        let mut drafts = beside.join().unwrap_or_else(|_| read(first));
        drafts.extend(rest);
        drafts
    });
    duplicates(study, &mut drafts);
    let coming = place::seat(study, &mut drafts);
    place::name(study, &mut drafts, &coming);
    drafts
        .into_iter()
        .map(|draft| {
            let mut taken = draft.taken;
            taken.verdict = verdict(&taken.notes);
            // What stays out is not led among those who have a group and a seat.
            if !taken.verdict.comes_in() {
                taken.person.seat = None;
            }
            taken.notes.sort_by_key(|note| std::cmp::Reverse(grave(note.code)));
            taken
        })
        .collect()
}

/// The gravest of what is said of a row.
pub(super) fn verdict(notes: &[Note]) -> Verdict {
    let gravest = notes.iter().map(|note| note.code.verdict()).max_by_key(|v| weight(*v));
    gravest.unwrap_or(Verdict::In)
}

fn weight(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::In => 0,
        Verdict::Mended => 1,
        Verdict::Ask => 2,
        Verdict::Out => 3,
    }
}

fn grave(code: Code) -> u8 {
    weight(code.verdict())
}

/// Whether an attribute is a set of bands of age, which follows from the age.
pub fn is_banded(target: &Target, design: &Design) -> bool {
    let Target::Attribute(id) = target else { return false };
    let values = design.attributes.iter().find(|a| &a.id == id).map_or(&[][..], |a| &a.values);
    !values.is_empty() && values.iter().all(|value| Band::read(value).is_some())
}

/// The same person further up, or seated already.
fn duplicates(study: &Study, drafts: &mut [Draft]) {
    let mut seen: HashMap<String, u32> = HashMap::with_capacity(drafts.len());
    for draft in drafts {
        let Some((same, born)) = draft.same.take() else { continue };
        match seen.entry(same) {
            Entry::Occupied(first) => {
                let note = Note::new(Code::Duplicate).with("row", first.get()).with("born", born);
                draft.taken.notes.push(note);
            }
            Entry::Vacant(free) => {
                free.insert(draft.taken.number);
                if place::is_here(study, draft) {
                    let note = Note::new(Code::AlreadyHere).with("name", &draft.name.first);
                    draft.taken.notes.push(note);
                }
            }
        }
    }
}

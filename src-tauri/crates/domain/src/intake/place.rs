//! Seats and names for those who come in, group by group.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{
    Code, Note, Study,
    row::{Draft, verdict},
};
use crate::{Participant, Session};

/// Gives the seats that rows ask for, and then the lowest free ones in the order of the sheet. Who
/// finds none comes in without, as a reserve. Says of each whether they come in.
pub(super) fn seat(study: &Study, drafts: &mut [Draft]) -> Vec<bool> {
    let mut coming: Vec<bool> =
        drafts.iter().map(|draft| verdict(&draft.taken.notes).comes_in()).collect();
    let mut taken: Vec<HashMap<u32, String>> = study
        .sessions
        .iter()
        .map(|session| {
            let here = people(study, session).iter();
            here.filter_map(|p| Some((p.seat?, p.name.clone()))).collect()
        })
        .collect();
    for (draft, comes) in drafts.iter_mut().zip(&mut coming).filter(|(_, comes)| **comes) {
        let (Some(seat), Some(taken)) = (draft.seat, draft.group.and_then(|at| taken.get_mut(at)))
        else {
            continue;
        };
        if let Some(name) = taken.get(&seat) {
            let note = Note::new(Code::SeatTaken).with("seat", seat).with("name", name);
            draft.taken.notes.push(note);
            *comes = false;
        } else {
            taken.insert(seat, draft.name.first.clone());
            draft.taken.person.seat = Some(seat);
        }
    }
    let mut next = vec![1; study.sessions.len()];
    for (draft, _) in
        drafts.iter_mut().zip(&coming).filter(|(d, comes)| **comes && d.seat.is_none())
    {
        let Some(group) = draft.group else { continue };
        let (Some(session), Some(taken), Some(next)) =
            (study.sessions.get(group), taken.get(group), next.get_mut(group))
        else {
            continue;
        };
        while taken.contains_key(next) {
            *next += 1;
        }
        if *next <= session.plan.seats {
            draft.taken.person.seat = Some(*next);
            *next += 1;
        } else {
            let note = Note::new(Code::NoSeatLeft).with("seats", session.plan.seats);
            draft.taken.notes.push(note);
        }
    }
    coming
}

/// Tells apart those who come in and share a first name within a group: by an initial, else by a
/// number.
pub(super) fn name(study: &Study, drafts: &mut [Draft], coming: &[bool]) {
    let firsts: Vec<String> =
        drafts.iter_mut().map(|draft| std::mem::take(&mut draft.name.small)).collect();
    let mut shared: HashMap<(usize, Cow<str>), u32> = HashMap::with_capacity(drafts.len());
    let mut names: HashSet<(usize, Cow<str>)> = HashSet::with_capacity(drafts.len());
    for (at, session) in study.sessions.iter().enumerate() {
        for person in people(study, session) {
            let first = person.name.split(' ').next().unwrap_or_default();
            *shared.entry((at, first.to_lowercase().into())).or_default() += 1;
            names.insert((at, person.name.to_lowercase().into()));
        }
    }
    let all = drafts.iter().zip(&firsts).zip(coming);
    for ((draft, first), _) in all.filter(|(_, comes)| **comes) {
        if let Some(at) = draft.group {
            *shared.entry((at, first.into())).or_default() += 1;
        }
    }
    let all = drafts.iter_mut().zip(&firsts).zip(coming);
    for ((draft, small), _) in all.filter(|(_, comes)| **comes) {
        let Some(at) = draft.group else { continue };
        let alone = shared.get(&(at, small.into())).is_none_or(|count| *count < 2);
        if alone && names.insert((at, small.into())) {
            continue;
        }
        let first = draft.name.first.clone();
        let free = |name: &str| !names.contains(&(at, name.to_lowercase().into()));
        let with_initial = draft.name.initial.map(|initial| format!("{first} {initial}."));
        let numbered = (2_u32..).map(|n| format!("{first} {n}"));
        let plain = std::iter::once(first.clone()).filter(|_| with_initial.is_none());
        let mut choices = with_initial.clone().into_iter().chain(plain).chain(numbered);
        let name = choices.find(|name| free(name)).unwrap_or(first.clone());
        names.insert((at, name.to_lowercase().into()));
        if name != first {
            draft.taken.notes.push(Note::new(Code::Initial).with("name", &name));
        }
        draft.taken.person.name = name;
    }
}

/// Whether somebody in the group is the same in all that is known of them.
pub(super) fn is_here(study: &Study, draft: &Draft) -> bool {
    let Some(session) = draft.group.and_then(|at| study.sessions.get(at)) else { return false };
    if people(study, session).is_empty() {
        return false;
    }
    let first = &draft.name.first;
    let long = draft.name.initial.map(|initial| format!("{first} {initial}."));
    let person = &draft.taken.person;
    people(study, session).iter().any(|here| {
        let numbered = here.name.strip_prefix(first.as_str()).map(str::trim);
        let named = here.name == *first
            || long.as_ref() == Some(&here.name)
            || numbered.is_some_and(|rest| rest.parse::<u32>().is_ok());
        named
            && here.sex == person.sex
            && here.age_band == person.age_band
            && person.attributes.iter().all(|(id, value)| here.attributes.get(id) == Some(value))
    })
}

fn people<'a>(study: &Study<'a>, session: &Session) -> &'a [Participant] {
    study.people.get(&session.id).map_or(&[], Vec::as_slice)
}

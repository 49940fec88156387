//! Where a name still stands in words that are not its owner’s: nobody but a person can tell
//! whether it is them that is meant.

use std::collections::BTreeSet;

use domain::{
    Choice, FlipItem, FlipItemId, Line, LineId, Participant, ParticipantId, Session, Tip,
    erasing::Theirs,
};
use store::Tx;

use crate::{
    Result,
    summing::hour,
    words::{Word, say},
};

/// The places in a session where the name of a person stands in somebody else’s words, a line each.
pub(super) fn places(
    tx: &Tx,
    session: &Session,
    person: &Participant,
    theirs: &Theirs,
) -> Result<Vec<String>> {
    let name = person.name.to_lowercase();
    let has = |text: &str| holds(text, &name);
    let people: Vec<Participant> = tx.of_session(session.id)?;
    let own: BTreeSet<ParticipantId> = theirs.people.iter().copied().collect();
    let lines: BTreeSet<LineId> = theirs.lines.iter().flatten().copied().collect();
    let items: BTreeSet<FlipItemId> = theirs.flip_items.iter().flatten().copied().collect();
    let mut places = Vec::new();
    for line in tx.of_session::<Line>(session.id)? {
        let time = hour(&session.plan, line.at);
        // What a line was marked with stays with the line.
        if line.codes.iter().any(|code| has(code)) {
            places.push(say("erase-mend-code", &[("time", time.clone().into())]));
        }
        if !lines.contains(&line.id) && has(&line.text) {
            places.push(say("erase-mend-line", &[("time", time.into())]));
        }
    }
    for item in tx.of_session::<FlipItem>(session.id)? {
        if !items.contains(&item.id) && has(&item.text) {
            places.push(say("erase-mend-flip-chart", &[("sheet", item.sheet.into())]));
        }
    }
    for tip in tx.of_session::<Tip>(session.id)? {
        let who = people.iter().find(|p| p.id == tip.participant && !own.contains(&p.id));
        if let Some(who) = who.filter(|_| has(&tip.text)) {
            places.push(say("erase-mend-tip", &[("seat", seat(who))]));
        }
    }
    let debrief = &session.debrief;
    for text in [&debrief.group, &debrief.moments, &debrief.surprises, &debrief.changes] {
        if has(text) {
            places.push(say("erase-mend-debrief", &[]));
        }
    }
    for choice in tx.of_session::<Choice>(session.id)? {
        if has(&choice.reason) {
            places.push(say("erase-mend-choice", &[]));
        }
    }
    for other in people.iter().filter(|other| !own.contains(&other.id)) {
        if other.absence.as_deref().is_some_and(has) {
            places.push(say("erase-mend-absence", &[("seat", seat(other))]));
        }
    }
    let plan = &session.plan;
    let planned = [&plan.group, &plan.venue, &plan.recruited_as];
    if planned.into_iter().chain(&session.cancelled).any(|text| has(text)) {
        places.push(say("erase-mend-plan", &[]));
    }
    places.dedup();
    Ok(places)
}

/// Another person, without their name.
fn seat(person: &Participant) -> Word {
    person.seat.map_or_else(|| "–".into(), Word::from)
}

/// Whether a name stands in a text as a word of its own. `name` in small letters.
fn holds(text: &str, name: &str) -> bool {
    let text = text.to_lowercase();
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
            is_edge(before) && is_edge(after)
        })
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        for text in ["Ann", "as Ann’s son said", "thanks, ANN!", "#ann"] {
            assert!(holds(text, "ann"), "{text}");
        }
        for text in ["", "plan", "Anna said", "Joann"] {
            assert!(!holds(text, "ann"), "{text}");
        }
        assert!(!holds("nobody", ""));
        assert!(holds("wie Åsa sagt", "åsa"));
    }
}

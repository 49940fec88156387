//! Which group a row names: by its name, its number in the study, or its number in its town.

use std::collections::HashMap;

use super::words::plain;
use crate::{Session, SessionId};

/// The group that `text` names, as recruiters name groups: "Oxford, 25–39", "6", "Group 6", "Ox 1",
/// "Oxford". None where it names none, or could name several.
pub(super) fn named(text: &str, sessions: &[Session]) -> Option<usize> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return None;
    }
    let one = |fits: &dyn Fn(&Session) -> bool| {
        let mut found = sessions.iter().enumerate().filter(|(_, s)| fits(s)).map(|(at, _)| at);
        found.next().filter(|_| found.next().is_none())
    };
    if let Some(found) = one(&|s| plain(&s.plan.group) == wanted || s.id.to_string() == text.trim())
    {
        return Some(found);
    }
    let letters: String = wanted.chars().filter(|c| c.is_alphabetic()).collect();
    let figures: String = wanted.chars().filter(char::is_ascii_digit).collect();
    let place = |s: &Session| plain(&s.plan.place).replace(' ', "");
    if wanted.chars().all(|c| c.is_alphanumeric() || c == ' ')
        && let Ok(number) = figures.parse::<usize>()
        && number > 0
    {
        if ["", "g", "gp", "grp", "group", "session", "s"].contains(&letters.as_str()) {
            return (number <= sessions.len()).then(|| number - 1);
        }
        let mut there = sessions.iter().enumerate().filter(|(_, s)| place(s).starts_with(&letters));
        return there.nth(number - 1).map(|(at, _)| at);
    }
    let wanted = wanted.replace(' ', "");
    one(&|s| place(s) == wanted).or_else(|| one(&|s| place(s).starts_with(&wanted)))
}

/// What has been looked up already: a sheet names the same few groups over and over.
#[derive(Default)]
pub(super) struct Groups(HashMap<String, Option<usize>>);

impl Groups {
    pub fn find(&mut self, text: &str, sessions: &[Session]) -> Option<usize> {
        if let Some(found) = self.0.get(text) {
            return *found;
        }
        let found = named(text, sessions);
        self.0.insert(text.to_owned(), found);
        found
    }

    pub fn place_of(sessions: &[Session], id: SessionId) -> Option<usize> {
        sessions.iter().position(|s| s.id == id)
    }
}

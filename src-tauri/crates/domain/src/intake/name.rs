//! Names: the first name or label only (rules of the room: no surname is kept).

use super::{Vocabulary, words::plain};

/// A name as the sheet has it, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Name {
    pub first: String,
    /// In small letters.
    pub small: String,
    /// The first letter of what follows, where something does.
    pub initial: Option<char>,
    /// All of it, as it is compared.
    pub whole: String,
    pub was_capitals: bool,
    pub was_longer: bool,
}

/// Takes a name apart: "MORRIS, Beth", "Mrs Beth Morris", "Arun K.".
pub(super) fn read(text: &str, surname: &str, words: &Vocabulary) -> Name {
    // "Morris, Beth": what stands first is the surname.
    let turned = text.split_once(',').map(|(last, first)| format!("{first} {last}"));
    let text = turned.as_deref().unwrap_or(text);
    let mut text = text.trim();
    let (first, rest) = loop {
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let rest = rest.trim_start();
        if rest.is_empty() || !words.is_title(first) {
            break (first, rest);
        }
        text = rest;
    };
    if first.is_empty() {
        return Name::default();
    }
    let last = surname.split_whitespace().last().or(rest.split_whitespace().last());
    let initial = last
        .and_then(|last| last.chars().find(|c| c.is_alphabetic()))
        .and_then(|c| c.to_uppercase().next());
    let was_capitals = is_shouted(first);
    Name {
        first: if was_capitals { calm(first) } else { first.to_owned() },
        small: first.to_lowercase(),
        initial,
        whole: if surname.is_empty() { plain(text) } else { plain(&format!("{text} {surname}")) },
        was_capitals,
        was_longer: !rest.is_empty() || !surname.trim().is_empty(),
    }
}

/// Written all in capitals. "AJ" is a name.
fn is_shouted(name: &str) -> bool {
    name.chars().filter(|c| c.is_alphabetic()).count() > 2
        && name.chars().any(char::is_uppercase)
        && !name.chars().any(char::is_lowercase)
}

/// "ANNE-MARIE" as "Anne-Marie".
fn calm(name: &str) -> String {
    let mut start = true;
    let mut calm = String::with_capacity(name.len());
    for c in name.chars() {
        if start {
            calm.push(c);
        } else {
            calm.extend(c.to_lowercase());
        }
        start = !c.is_alphabetic();
    }
    calm
}

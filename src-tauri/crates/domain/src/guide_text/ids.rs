//! Ids for what a text names: those of the guide it was written from, and new ones.

use std::collections::BTreeSet;

use crate::{
    Activity, Design, Lens, Question, QuestionId,
    compare::{Pair, align},
};

/// A word that can be an id, made of the first words of a text.
pub fn word(text: &str) -> String {
    let mut id = String::new();
    for part in text.to_lowercase().split(|c: char| !c.is_ascii_alphanumeric()) {
        if !part.is_empty() && id.len() + part.len() < 40 {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(part);
        }
    }
    if id.is_empty() { "new".to_owned() } else { id }
}

/// Ids in use, of things of one sort.
pub struct Taken(BTreeSet<String>);

impl Taken {
    pub fn new<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self(ids.into_iter().map(str::to_owned).collect())
    }

    /// An id like `wanted` that is not taken, and is from now on.
    pub fn free(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut n = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{wanted}-{n}");
            n += 1;
        }
        id
    }
}

/// Every id of a question, wherever it stands.
pub fn questions(design: &Design) -> Taken {
    let lenses = design.lenses.iter().flat_map(|l| &l.questions);
    let asked = design.activities().flat_map(|a| a.questions.iter().chain(&a.probes));
    let ideas = design.ideas.iter().flat_map(|i| i.probes.iter().chain(&i.what_ifs));
    Taken::new(lenses.chain(asked).chain(ideas).map(|q| q.id.as_str()))
}

/// For each title, the place in `before` of what carried it, or stood there; each once.
pub fn known(before: &[&str], titles: &[&str]) -> Vec<Option<usize>> {
    let mut found = vec![None; titles.len()];
    let pairs = align(before, titles);
    for pair in &pairs {
        if let Pair::Same(old, new) | Pair::Moved(old, new) = pair {
            found[*new] = Some(*old);
        }
    }
    for pair in pairs {
        if let Pair::Instead(old, new) = pair {
            // Moved further than the lists' own comparison looks.
            let same =
                (0..before.len()).find(|o| before[*o] == titles[new] && !found.contains(&Some(*o)));
            let old = same.or_else(|| (!titles.contains(&before[old])).then_some(old));
            found[new] = old.filter(|old| !found.contains(&Some(*old)));
        }
    }
    found
}

/// Gives questions their ids: those of the questions they were, or new ones after `of`.
pub fn name_questions(
    before: &[Question],
    texts: Vec<String>,
    of: &str,
    taken: &mut Taken,
) -> Vec<Question> {
    let old: Vec<&str> = before.iter().map(|q| q.text.as_str()).collect();
    let new: Vec<&str> = texts.iter().map(String::as_str).collect();
    let found = known(&old, &new);
    texts
        .into_iter()
        .zip(found)
        .map(|(text, at)| {
            let id = match at.map(|at| before[at].id.clone()) {
                Some(id) => id,
                None => QuestionId(taken.free(&word(&format!("{of} {text}")))),
            };
            Question { id, text }
        })
        .collect()
}

/// The activities that stood in a guide, for those that a text names.
pub fn known_activities<'a>(design: &'a Design, titles: &[&str]) -> Vec<Option<&'a Activity>> {
    let before: Vec<&Activity> = design.activities().collect();
    let old: Vec<&str> = before.iter().map(|a| a.title.as_str()).collect();
    known(&old, titles).into_iter().map(|at| at.map(|at| before[at])).collect()
}

/// The lenses of a design, for those that a text names.
pub fn known_lenses<'a>(design: &'a Design, names: &[&str]) -> Vec<Option<&'a Lens>> {
    let old: Vec<&str> = design.lenses.iter().map(|l| l.name.as_str()).collect();
    known(&old, names).into_iter().map(|at| at.map(|at| &design.lenses[at])).collect()
}

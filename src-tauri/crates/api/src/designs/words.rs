//! What an edit is called: "Undo: Gallery from 9 to 10 min".

use domain::{
    Design, Tool, Words,
    compare::{Content, Difference, DifferenceKind, Part, compare},
};

/// The words of an edit: of its one difference, or else `several`.
pub(super) fn of(before: &Design, after: &Design, several: Words) -> Words {
    match compare(before, after).as_slice() {
        [one] => named(one),
        all => each_idea(all, after).unwrap_or(several),
    }
}

/// Where the ideas have other minutes and nothing else differs: what each of them gives, or else how
/// long each is now.
fn each_idea(all: &[Difference], after: &Design) -> Option<Words> {
    let mut found = Vec::new();
    for d in all.iter().filter(|d| d.part == Part::Minutes) {
        let activity = after.activity(d.activity.as_ref()?)?;
        matches!(activity.tool, Tool::Discussion { .. }).then_some(())?;
        let (Some(Content::Minutes { minutes: b }), Some(Content::Minutes { minutes: a })) =
            (&d.before, &d.after)
        else {
            return None;
        };
        found.extend(a.iter().filter_map(|(kind, n)| Some((*b.get(kind)?, *n))));
    }
    found.retain(|(from, to)| from != to);
    let (from, to) = *found.first().filter(|_| all.iter().all(|d| d.part == Part::Minutes))?;
    if from > to && found.iter().all(|(b, a)| b.checked_sub(*a) == Some(from - to)) {
        return Some(Words::new("did-take-from-each").with("n", from - to));
    }
    let alike = found.iter().all(|(_, a)| *a == to);
    alike.then(|| Words::new("did-retime-each").with("n", to))
}

fn named(d: &Difference) -> Words {
    let of = if d.of.is_empty() { &d.stage } else { &d.of };
    let id = match d.kind {
        DifferenceKind::Added => "did-edit-added",
        DifferenceKind::Dropped => "did-edit-dropped",
        DifferenceKind::Moved => "did-edit-moved",
        DifferenceKind::Retimed => return retimed(d, of),
        DifferenceKind::Reworded | DifferenceKind::Changed if of.is_empty() => {
            return Words::new("did-change-settings");
        }
        DifferenceKind::Reworded => "did-edit-reworded",
        DifferenceKind::Changed => "did-edit",
    };
    let text = text(d.after.as_ref()).or_else(|| text(d.before.as_ref()));
    Words::new(id).with("of", of).with("text", text.as_deref().unwrap_or(of))
}

/// The first number that differs says it.
fn retimed(d: &Difference, of: &str) -> Words {
    let words = Words::new("did-edit-retimed").with("of", of);
    match (&d.before, &d.after) {
        (Some(Content::Minutes { minutes: b }), Some(Content::Minutes { minutes: a })) => {
            let changed = a.iter().find_map(|(kind, n)| {
                let was = b.get(kind).filter(|was| *was != n)?;
                Some((*was, *n))
            });
            let (from, to) = changed.unwrap_or_default();
            words.with("from", from).with("to", to)
        }
        (Some(Content::Number { n: from }), Some(Content::Number { n: to })) => {
            words.with("from", from).with("to", to)
        }
        _ => Words::new("did-edit").with("of", of),
    }
}

/// The first words of a text, as much as a button holds.
fn text(content: Option<&Content>) -> Option<String> {
    let Some(Content::Words { runs }) = content else { return None };
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    let short: String = whole.chars().take(40).collect();
    Some(if short.len() < whole.len() { format!("{}…", short.trim_end()) } else { short })
}

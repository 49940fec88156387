//! The fixed words of the summary, in one place.

pub(super) const KIND: &str = "Session summary";
pub(super) const WHEN: &str = "When";
pub(super) const GROUP: &str = "Group";
pub(super) const GUIDE: &str = "Guide";
pub(super) const RECORD: &str = "Record";
pub(super) const WHO: &str = "Who was there";
pub(super) const PLAN: &str = "plan";
pub(super) const CAME: &str = "came";
pub(super) const NOBODY: &str = "Nobody has come yet.";
pub(super) const TIME: &str = "How the time went";
pub(super) const REAL: &str = "real";
pub(super) const DASH: &str = "–";
pub(super) const DASH_MEANS: &str = "A dash: not reached.";
pub(super) const STICKERS: &str = "Stickers";
pub(super) const NO_ROUND: &str = "No stickers have been given out yet.";
pub(super) const NOT_REVEALED: &str = "The stickers have not been revealed yet.";
pub(super) const VALUES: &str = "Values heard";
pub(super) const LINES: &str = "lines";
pub(super) const NO_VALUES: &str = "No line names a value yet.";
pub(super) const CHOSEN: &str = "What we talked about, and why those";
pub(super) const NOT_CHOSEN: &str = "No idea has been chosen yet.";
pub(super) const BEFORE: &str = "Before the ideas";
pub(super) const NOT_REACHED: &str = "Not reached.";
pub(super) const NOTHING_NOTED: &str = "Nothing was noted.";
pub(super) const OTHER: &str = "Also said";
pub(super) const CHANGE: &str = "Change";
pub(super) const TIPS: &str = "Each person’s top tip";
pub(super) const NO_TIPS: &str = "No tips yet.";
pub(super) const CAVEAT: &str =
    "What is said here shows why people think what they think, not how many do.";
pub(super) const OF: &str = " of ";
pub(super) const CONTINUED: &str = ", continued";

/// "1 person", "9 people".
pub(super) fn people(count: u32) -> String {
    if count == 1 { "1 person".to_owned() } else { format!("{count} people") }
}

/// "Oxford, 25–39. 9 people, 1 group."
pub(super) fn base(group: &str, came: u32) -> String {
    format!("{group}. {}, 1 group.", people(came))
}

/// "123 of 120 min", or what was planned where nothing has started.
pub(super) fn minutes(planned: u32, real: Option<u32>) -> String {
    match real {
        Some(real) => format!("{real} of {planned} min"),
        None => format!("{planned} min planned"),
    }
}

/// "18 green, 9 red"
pub(super) fn stickers(green: u32, red: u32) -> String {
    format!("{green} green, {red} red")
}

/// "Idea 4, most popular"
pub(super) fn slot(number: u32, slot: &str) -> String {
    if slot.is_empty() {
        return format!("Idea {number}");
    }
    let mut letters = slot.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("Idea {number}, {first}{}", letters.as_str())
}

/// What the numbers mean, before the ideas.
pub(super) fn said(from: u32, low: &str, to: u32, high: &str) -> String {
    format!("What was said. The group agreed each number: {from} is {low}, {to} is {high}.")
}

/// A scale, for those who listen.
pub(super) fn scale(name: &str, agreed: Option<u32>, from: u32, to: u32) -> String {
    match agreed {
        Some(number) => format!("{name}: {number} on a scale from {from} to {to}"),
        None => format!("{name}: no number agreed on the scale from {from} to {to}"),
    }
}

/// Private ratings: "Each alone: 3 to 9, median 6, 9 people"
pub(super) fn private(dots: &[u32], median: &str) -> String {
    let low = dots.iter().min().copied().unwrap_or(0);
    let high = dots.iter().max().copied().unwrap_or(0);
    let count = people(u32::try_from(dots.len()).unwrap_or(u32::MAX));
    format!("Each alone: {low} to {high}, median {median}, {count}")
}

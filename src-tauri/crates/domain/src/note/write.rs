//! From what is kept to what would have been typed, to be mended in the line.

use super::marks::{self, Mark};
use super::read::read_seats;
use super::{NoteEntry, NoteTo};
use crate::LineKind;

/// What one types to keep this entry: reading it gives the entry again.
///
/// Two things cannot be typed, since no screen makes them, and come back as their nearest: a
/// remark with speakers loses them, and a group's verbatim with hands becomes a paraphrase.
pub fn format(entry: &NoteEntry) -> String {
    let mut line = String::new();
    let remark = entry.kind == LineKind::Observation;
    if entry.starred {
        line.push_str("* ");
    }
    let sign = match (entry.to, entry.kind) {
        (NoteTo::FlipChart, _) => "= ",
        (_, LineKind::Observation) => "/ ",
        (_, LineKind::Paraphrase) => "~ ",
        (_, LineKind::Verbatim | LineKind::ToComplete) => "",
    };
    line.push_str(sign);
    let seats: Vec<String> = entry.seats.iter().map(ToString::to_string).collect();
    if !seats.is_empty() && !remark {
        line.push_str(&seats.join(","));
        line.push(' ');
    }
    if let Some(hands) = entry.hands {
        line.extend(["^", &hands.to_string(), " "]);
    }
    let could_be_seat = seats.is_empty() && !remark;
    line.push_str(&words(&entry.text, could_be_seat, entry.kind));
    if entry.kind == LineKind::ToComplete {
        line.push('…');
    }
    for code in &entry.codes {
        line.push_str(" #");
        line.push_str(code);
    }
    line
}

/// The text with a backslash before whatever would be read as a sign.
fn words(text: &str, could_be_seat: bool, kind: LineKind) -> String {
    let plain: Vec<Mark> = text.chars().map(|char| Mark { char, plain: false }).collect();
    let dots = plain.iter().rev().take_while(|m| m.is('.')).count();
    let ellipsis = match plain.last() {
        _ if kind != LineKind::Verbatim => None,
        Some(last) if last.is('…') => plain.len().checked_sub(1),
        _ if dots >= 3 => plain.len().checked_sub(3),
        _ => None,
    };
    let seat = could_be_seat && !plain.is_empty() && read_seats(&plain, 0).is_some();
    let mut line = String::with_capacity(text.len());
    for (at, mark) in plain.iter().enumerate() {
        // What stands after a backslash that is part of the words.
        let next = plain.get(at + 1).map(|m| m.char);
        let next = next.or((kind == LineKind::ToComplete).then_some('…'));
        let sign = at == 0 && (seat || "~/=^".contains(mark.char))
            || Some(at) == ellipsis
            || marks::star_at(&plain, at)
            || marks::code_at(&plain, at).is_some()
            // Else a backslash that was kept would swallow what comes after it.
            || mark.char == '\\' && next.is_some_and(marks::can_be_escaped);
        if sign {
            line.push('\\');
        }
        line.push(mark.char);
    }
    line
}

//! From what was typed to what is kept.

use super::marks::{self, Mark};
use super::{MOST_CHARACTERS, NoteEntry, NoteProblem, NoteTo};
use crate::LineKind;

/// Figures a number may have to be a seat. With more it is a year.
const FIGURES: usize = 3;

/// Reads what was typed. `seats` are those that somebody sits in.
pub fn parse(input: &str, seats: &[u32]) -> Result<NoteEntry, NoteProblem> {
    let mut words = marks::marks(input);
    let codes = take_codes(&mut words);
    let (head, taken) = read_head(&words);
    words.drain(..taken);
    let verbatim = head.sign.is_none() && (head.hands.is_none() || !head.seats.is_empty());
    let mut starred = head.starred | take_last_stars(&mut words);
    let to_complete = verbatim && take_ellipsis(&mut words);
    starred |= take_last_stars(&mut words);
    let mut text: String = words.iter().map(|m| m.char).collect();
    if text.is_empty() && to_complete {
        // Somebody spoke, and not one word was caught: worth keeping, to be asked for later.
        text.push('…');
    }
    let characters = text.chars().count() + codes.iter().map(|c| c.chars().count()).sum::<usize>();
    if characters > MOST_CHARACTERS {
        return Err(NoteProblem::TooLong { characters, most: MOST_CHARACTERS });
    }
    if let Some(&seat) = head.seats.iter().find(|seat| !seats.contains(seat)) {
        return Err(NoteProblem::UnknownSeat { seat });
    }
    if text.is_empty() {
        return Err(NoteProblem::Empty);
    }
    let kind = match head.sign {
        Some('/') => LineKind::Observation,
        Some('=') => LineKind::Verbatim,
        _ if to_complete => LineKind::ToComplete,
        _ if verbatim => LineKind::Verbatim,
        _ => LineKind::Paraphrase,
    };
    let to = if head.sign == Some('=') { NoteTo::FlipChart } else { NoteTo::Record };
    Ok(NoteEntry { to, kind, seats: head.seats, hands: head.hands, text, codes, starred })
}

/// What stands before the words.
#[derive(Default)]
struct Head {
    sign: Option<char>,
    seats: Vec<u32>,
    hands: Option<u32>,
    starred: bool,
}

/// Reads the head: stars, one sign, seats and hands, in any order but for `/`, which nobody said.
/// Says too how many characters it takes.
fn read_head(words: &[Mark]) -> (Head, usize) {
    let mut head = Head::default();
    let mut at = 0;
    while let Some(mark) = words.get(at) {
        let remark = head.sign == Some('/');
        if mark.is_space() {
            at += 1;
        } else if marks::star_at(words, at) {
            head.starred = true;
            at += 1;
        } else if head.sign.is_none()
            && (mark.is('~') || mark.is('=') || mark.is('/') && head.seats.is_empty())
        {
            head.sign = Some(mark.char);
            at += 1;
        } else if let Some((hands, end)) = read_hands(words, at).filter(|_| head.hands.is_none()) {
            head.hands = Some(hands);
            at = end;
        } else if let Some((seats, end)) =
            read_seats(words, at).filter(|_| head.seats.is_empty() && !remark)
        {
            head.seats = seats;
            at = end;
        } else {
            break;
        }
    }
    (head, at)
}

fn read_number(words: &[Mark], at: usize) -> Option<(u32, usize)> {
    let figures = words[at..].iter().take_while(|m| m.is_figure()).count();
    if !(1..=FIGURES).contains(&figures) {
        return None;
    }
    let number: String = words[at..at + figures].iter().map(|m| m.char).collect();
    Some((number.parse().ok()?, at + figures))
}

fn read_hands(words: &[Mark], at: usize) -> Option<(u32, usize)> {
    words[at].is('^').then_some(())?;
    let (hands, end) = read_number(words, at + 1)?;
    words.get(end).is_none_or(|m| m.is_space()).then_some((hands, end))
}

/// Seats with commas between, each once.
pub fn read_seats(words: &[Mark], at: usize) -> Option<(Vec<u32>, usize)> {
    let (first, mut end) = read_number(words, at)?;
    let mut seats = vec![first];
    while words.get(end).is_some_and(|m| m.is(',')) {
        let next = if words.get(end + 1).is_some_and(|m| m.is_space()) { end + 2 } else { end + 1 };
        // “4, maybe 5” is words: a comma wants another number.
        let (seat, after) = read_number(words, next)?;
        if !seats.contains(&seat) {
            seats.push(seat);
        }
        end = after;
    }
    words.get(end).is_none_or(|m| m.is_space() || m.is('~')).then_some((seats, end))
}

/// Takes the codes out of the words, wherever they stand.
fn take_codes(words: &mut Vec<Mark>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let mut kept: Vec<Mark> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let Some(length) = marks::code_at(words, at) else {
            kept.push(words[at]);
            at += 1;
            continue;
        };
        let code = words[at + 1..=at + length].iter().map(|m| m.char).collect();
        if !codes.contains(&code) {
            codes.push(code);
        }
        at += length + 1;
        // “it is #fraud, and” leaves “it is, and”.
        let closes = words.get(at).is_some_and(|m| ",.;:!?…)".contains(m.char));
        if closes && kept.last().is_some_and(|m| m.is_space()) {
            kept.pop();
        }
    }
    *words = kept;
    marks::tidy(words);
    codes
}

fn take_last_stars(words: &mut Vec<Mark>) -> bool {
    let before = words.len();
    while words.last().is_some() && marks::star_at(words, words.len() - 1) {
        words.pop();
        marks::tidy(words);
    }
    words.len() < before
}

fn take_ellipsis(words: &mut Vec<Mark>) -> bool {
    let dots = words.iter().rev().take_while(|m| m.is('.')).count();
    let taken = if words.last().is_some_and(|m| m.is('…')) {
        1
    } else if dots >= 3 {
        3
    } else {
        return false;
    };
    words.truncate(words.len() - taken);
    marks::tidy(words);
    true
}

//! Words made ready for the text engine: cleaned of what no paper can show, and cut into pieces
//! of one face.

use std::ops::Range;

use unicode_script::Script;

use crate::face::{Face, script, unseen};
use crate::style::Style;
use crate::{Error, Result};

/// Marks on one letter. No language needs more; a higher stack runs into other lines.
const MARKS: usize = 4;

/// Words of one face and style.
pub(crate) struct Piece {
    pub(crate) words: String,
    pub(crate) style: Style,
    pub(crate) face: Face,
    /// Of the words they were cut from.
    pub(crate) number: usize,
}

/// Breaks, tabs and other control characters are air: a paragraph is one line of text. What would
/// turn the direction of words by force is left out, and so is an isolate that is not closed.
pub(crate) fn clean(words: &str) -> Result<String> {
    let forced = |c: char| matches!(c, '\u{202a}'..='\u{202e}');
    let isolate = |c: char| matches!(c, '\u{2066}'..='\u{2069}');
    let opened = words.chars().filter(|c| matches!(c, '\u{2066}'..='\u{2068}')).count();
    let paired = opened == words.chars().filter(|c| *c == '\u{2069}').count();
    let mut stack = 0;
    for (at, letter) in words.char_indices() {
        let mark = script(letter) == Script::Inherited && !unseen(letter);
        stack = if mark { stack + 1 } else { 0 };
        if stack > MARKS {
            let near = near(words, at..at + letter.len_utf8());
            return Err(Error::Stacked { near, place: String::new() });
        }
    }
    Ok(words
        .chars()
        .filter(|c| !forced(*c) && (paired || !isolate(*c)))
        .map(|c| if is_air(c) { ' ' } else { c })
        .collect())
}

/// Whether a character is printed as a space.
pub(crate) fn is_air(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Cuts words into pieces that one face can draw. A mark that is never drawn says at the front
/// which way the line runs, where the words themselves might say something else.
pub(crate) fn pieces(words: &[(Style, String)], rtl: bool) -> Result<Vec<Piece>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let turned = |c: char| matches!(script(c), Script::Arabic | Script::Hebrew);
    let some = |found: &dyn Fn(char) -> bool| words.iter().any(|(_, text)| text.contains(found));
    let mut way = match rtl {
        // A line in Latin letters alone runs their way on every page.
        true if some(&turned) || !some(&char::is_alphabetic) => Some('\u{200f}'),
        false if some(&turned) => Some('\u{200e}'),
        _ => None,
    };
    for (number, (style, text)) in words.iter().enumerate() {
        let mut before = None;
        for (at, letter) in text.char_indices() {
            let Some(face) = style.face.draws(letter, before) else {
                return Err(missing(text, at..at + letter.len_utf8()));
            };
            let fits = pieces.last().is_some_and(|piece| before.is_some() && piece.face == face);
            if !fits {
                let words = way.take().map(String::from).unwrap_or_default();
                pieces.push(Piece { words, style: *style, face, number });
            }
            if let Some(piece) = pieces.last_mut() {
                piece.words.push(letter);
            }
            before = Some(face);
        }
    }
    Ok(pieces)
}

/// No face has a letter: which, and the words around it.
pub(crate) fn missing(text: &str, at: Range<usize>) -> Error {
    let letters = text.get(at.clone()).unwrap_or_default();
    Error::MissingGlyph {
        character: letters.chars().next().unwrap_or('\u{fffd}'),
        near: near(text, at),
        place: String::new(),
    }
}

/// A place in a text with the words around it.
fn near(text: &str, at: Range<usize>) -> String {
    let letters = text.get(at.clone()).unwrap_or_default();
    let before = text.get(..at.start).unwrap_or_default();
    let after = text.get(at.end..).unwrap_or_default();
    let start = before.char_indices().rev().nth(23).map_or(0, |(i, _)| i);
    let end = after.char_indices().nth(24).map_or(after.len(), |(i, _)| i);
    format!("{}{letters}{}", &before[start..], &after[..end])
}

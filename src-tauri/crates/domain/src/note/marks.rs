//! The signs of the note line, and how a backslash makes them words.

/// Signs that a backslash can make part of the words; figures are too.
const SIGNS: [char; 9] = ['\\', '*', '#', '~', '/', '=', '^', '.', '…'];

/// A character and whether it is part of the words whatever it looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub char: char,
    pub plain: bool,
}

impl Mark {
    /// Whether this is the sign, and not a word's character.
    pub fn is(self, sign: char) -> bool {
        self.char == sign && !self.plain
    }

    pub fn is_figure(self) -> bool {
        self.char.is_ascii_digit() && !self.plain
    }

    pub fn is_space(self) -> bool {
        self.char == ' '
    }
}

pub fn can_be_escaped(char: char) -> bool {
    SIGNS.contains(&char) || char.is_ascii_digit()
}

pub fn is_code(char: char) -> bool {
    char.is_alphanumeric() || char == '-'
}

/// Reads backslashes, and makes every stretch of white space one space, with none at the ends.
pub fn marks(input: &str) -> Vec<Mark> {
    let mut chars = input.chars().map(|c| if c.is_control() { ' ' } else { c }).peekable();
    let mut marks = Vec::with_capacity(input.len());
    while let Some(char) = chars.next() {
        match chars.peek().copied() {
            Some(next) if char == '\\' && can_be_escaped(next) => {
                chars.next();
                marks.push(Mark { char: next, plain: true });
            }
            _ if char.is_whitespace() => marks.push(Mark { char: ' ', plain: false }),
            _ => marks.push(Mark { char, plain: false }),
        }
    }
    tidy(&mut marks);
    marks
}

/// Single spaces, none at the ends.
pub fn tidy(marks: &mut Vec<Mark>) {
    marks.dedup_by(|a, b| a.is_space() && b.is_space());
    if marks.last().is_some_and(|m| m.is_space()) {
        marks.pop();
    }
    if marks.first().is_some_and(|m| m.is_space()) {
        marks.remove(0);
    }
}

/// The code that begins at `at`, with a `#` there and a space or nothing before it: how many
/// characters it has after the `#`.
pub fn code_at(marks: &[Mark], at: usize) -> Option<usize> {
    let free = at.checked_sub(1).is_none_or(|before| marks[before].is_space());
    if !free || !marks[at].is('#') {
        return None;
    }
    // A dash at the end is punctuation.
    let code = marks[at + 1..].iter().take_while(|m| is_code(m.char) && !m.plain);
    let code: Vec<char> = code.map(|m| m.char).collect();
    let length = code.iter().rposition(|&c| c != '-').map_or(0, |last| last + 1);
    code[..length].iter().any(|c| c.is_alphabetic()).then_some(length)
}

/// Whether a star stands at `at` by itself.
pub fn star_at(marks: &[Mark], at: usize) -> bool {
    marks[at].is('*')
        && at.checked_sub(1).is_none_or(|before| marks[before].is_space())
        && marks.get(at + 1).is_none_or(|after| after.is_space())
}

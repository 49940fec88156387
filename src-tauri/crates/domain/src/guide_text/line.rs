//! Lines of the text: what each one is.

use super::TextFault;

/// What a line says, without its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// `#`, `##` or `###`, and a title.
    Heading(usize, String),
    /// `> ` what is asked.
    Ask(String),
    /// `- ` a question, probe or note.
    Item(String),
    /// `Name: what`, the name in lower case.
    Field(String, String),
}

/// A line, and where it stands, from 1.
#[derive(Clone, Debug)]
pub struct Line {
    pub number: u32,
    pub said: Said,
}

/// Names that stand before a colon.
pub const FIELDS: &[&str] = &[
    "subtitle",
    "minutes",
    "at least",
    "tool",
    "hint",
    "questions",
    "probes",
    "notes",
    "share",
    "rating",
    "probes of the idea",
    "short",
    "people",
    "green",
    "red",
    "scale",
    "low end",
    "high end",
    "chosen by",
    "title",
    "statement",
    "values",
];

/// Reads a text into its lines. Empty ones are left out; a backslash at the end of a line goes on
/// with the next.
pub fn lines(text: &str) -> (Vec<Line>, Vec<TextFault>) {
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    let mut physical = text.trim_start_matches('\u{feff}').lines().zip(1..);
    while let Some((first, number)) = physical.next() {
        let mut whole = first.trim().to_owned();
        while goes_on(&whole)
            && let Some((next, _)) = physical.next()
        {
            whole.push('\n');
            whole.push_str(next.trim());
        }
        if whole.is_empty() {
            continue;
        }
        match said(&whole) {
            Ok(said) => lines.push(Line { number, said }),
            Err(reason) => faults.push(TextFault { line: number, reason }),
        }
    }
    (lines, faults)
}

/// Whether a line ends in a backslash that is not itself written with one.
fn goes_on(line: &str) -> bool {
    line.chars().rev().take_while(|c| *c == '\\').count() % 2 == 1
}

fn said(line: &str) -> Result<Said, String> {
    let marks = line.chars().take_while(|c| *c == '#').count();
    if marks > 0 {
        let title = plain(line[marks..].trim());
        return match (marks, title.is_empty()) {
            (_, true) => Err("this heading has no words".to_owned()),
            (1..=3, _) => Ok(Said::Heading(marks, title)),
            _ => Err("there are only three sorts of heading: #, ## and ###".to_owned()),
        };
    }
    if let Some(ask) = line.strip_prefix('>') {
        return Ok(Said::Ask(plain(ask.trim())));
    }
    if let Some((name, what)) = line.split_once(':') {
        // Bold, as an editor may save it: the colon stands inside the stars.
        let (name, what) = match name.strip_prefix("**") {
            Some(name) => (name, what.trim().trim_start_matches("**")),
            None => (name, what),
        };
        let name = name.trim().to_lowercase();
        if FIELDS.contains(&name.as_str()) {
            return Ok(Said::Field(name, plain(what.trim())));
        }
    }
    if let Some(item) = line.strip_prefix(['-', '*', '•', '–']) {
        return Ok(Said::Item(plain(item.trim())));
    }
    Err(format!(
        "“{}” has no mark. Begin a question or note with “- ”, what is asked with “> ”, \
         a title with #, ## or ###",
        line.chars().take(40).collect::<String>()
    ))
}

/// A text as it is written on lines: a new line needs a backslash before it.
pub fn marked(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\\n  ")
}

/// The text that [`marked`] wrote.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\\' { out.extend(chars.next()) } else { out.push(c) }
    }
    out
}

//! Pages to plain text: for those whose script no reader copies out of a PDF as it was written.

use std::collections::BTreeMap;

use crate::page::{ElementId, Kind, Pages, What};

/// The words of all pages in reading order, one part on a line. A word that was parted at the end
/// of a line is whole.
pub fn plain(pages: &Pages) -> String {
    let mut out = String::new();
    for (element, words) in parts(pages) {
        if matches!(pages.elements[element].kind, Kind::Heading(_)) && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&words);
        out.push('\n');
    }
    out
}

/// The parts that have words, in reading order, each with its words.
pub(crate) fn parts(pages: &Pages) -> impl Iterator<Item = (ElementId, String)> {
    let mut parts: BTreeMap<ElementId, (String, f32)> = BTreeMap::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let (Some(element), What::Run { run, y }) = (item.element, &item.what) else { continue };
        let (words, line) = parts.entry(element).or_insert_with(|| (String::new(), *y));
        let next = (*line - y).abs() > 0.01;
        if words.ends_with('\u{ad}') {
            words.pop();
        } else if next && !words.ends_with(char::is_whitespace) {
            words.push(' ');
        }
        words.push_str(&run.text);
        *line = *y;
    }
    parts.into_iter().map(|(element, (words, _))| (element, words.trim().to_owned()))
}

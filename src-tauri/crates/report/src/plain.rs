//! Pages to plain text: for those whose script no reader copies out of a PDF as it was written.

use crate::page::{ElementId, Kind, Pages, What};

/// The words of all pages in reading order, one part on a line. A word that was parted at the end
/// of a line is whole.
pub fn plain(pages: &Pages) -> String {
    let mut parts: Vec<(ElementId, String, f32)> = Vec::new();
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        let (Some(element), What::Run { run, y }) = (item.element, &item.what) else { continue };
        match parts.iter_mut().find(|(id, _, _)| *id == element) {
            Some((_, words, line)) => {
                let next = (*line - y).abs() > 0.01;
                if words.ends_with('\u{ad}') {
                    words.pop();
                } else if next && !words.ends_with(char::is_whitespace) {
                    words.push(' ');
                }
                words.push_str(&run.text);
                *line = *y;
            }
            None => parts.push((element, run.text.clone(), *y)),
        }
    }
    parts.sort_by_key(|(id, _, _)| *id);
    let mut out = String::new();
    for (element, words, _) in &parts {
        if matches!(pages.elements[*element].kind, Kind::Heading(_)) && !out.is_empty() {
            out.push('\n');
        }
        out.push_str(words.trim());
        out.push('\n');
    }
    out
}

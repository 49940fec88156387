//! Several papers as one file: the whole pack.

use crate::page::{Bookmark, Element, Kind, Pages};
use crate::{Error, Result};

/// Puts papers behind one another in one file. Each is a section of its own in the tree of parts
/// and in the bookmarks; the first says what language the file is in.
pub fn whole(papers: Vec<Pages>, title: &str) -> Result<Pages> {
    let mut papers = papers.into_iter();
    let Some(first) = papers.next() else { return Err(Error::Nothing) };
    let mut all = Pages {
        title: title.to_owned(),
        identity: String::new(),
        pages: Vec::new(),
        elements: vec![Element::new(Kind::Document, None)],
        bookmarks: Vec::new(),
        ..first.clone()
    };
    for paper in std::iter::once(first).chain(papers) {
        let own = (paper.language != all.language).then(|| paper.language.clone());
        let section = Element { language: own, ..Element::new(Kind::Section, Some(0)) };
        all.elements.push(section);
        let root = all.elements.len() - 1;
        let page = all.pages.len();
        all.bookmarks.push(Bookmark { level: 1, title: paper.title.clone(), page, y: 0.0 });
        all.stamp = all.stamp.max(paper.stamp);
        all.identity.push_str(&paper.identity);
        all.identity.push('\n');
        append(&mut all, paper, root, 1);
    }
    Ok(all)
}

/// Parts of one paper as that paper, as if it had been laid out at once: poster by poster.
pub fn joined(parts: Vec<Pages>) -> Result<Pages> {
    let mut parts = parts.into_iter();
    let Some(mut all) = parts.next() else { return Err(Error::Nothing) };
    for part in parts {
        append(&mut all, part, 0, 0);
    }
    Ok(all)
}

/// A paper so many times. One set of bookmarks leads into it.
pub fn repeated(paper: &Pages, copies: u32) -> Pages {
    let again = Pages { bookmarks: Vec::new(), ..paper.clone() };
    let mut all = paper.clone();
    for _ in 1..copies {
        append(&mut all, again.clone(), 0, 0);
    }
    all
}

/// Puts the pages of a paper behind others, and its parts under one of theirs; its bookmarks lie
/// so many levels deeper than before.
fn append(all: &mut Pages, paper: Pages, root: usize, deeper: u8) {
    // The paper's own root, its first part, becomes that one.
    let place = all.elements.len();
    let moved = |element: usize| if element == 0 { root } else { place + element - 1 };
    for mut element in paper.elements.into_iter().skip(1) {
        element.parent = element.parent.map(moved);
        all.elements.push(element);
    }
    let before = all.pages.len();
    for mut sheet in paper.pages {
        for item in &mut sheet.items {
            item.element = item.element.map(moved);
        }
        all.pages.push(sheet);
    }
    all.bookmarks.extend(paper.bookmarks.into_iter().map(|mut mark| {
        mark.level += deeper;
        mark.page += before;
        mark
    }));
}

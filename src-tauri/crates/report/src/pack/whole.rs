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
        let (place, page) = (all.elements.len(), all.pages.len());
        let own = (paper.language != all.language).then(|| paper.language.clone());
        // The root of each paper becomes a section of the whole.
        for (i, mut element) in paper.elements.into_iter().enumerate() {
            if i == 0 {
                element = Element { language: own.clone(), ..Element::new(Kind::Section, Some(0)) };
            } else {
                element.parent = element.parent.map(|parent| parent + place);
            }
            all.elements.push(element);
        }
        for mut sheet in paper.pages {
            for item in &mut sheet.items {
                item.element = item.element.map(|element| element + place);
            }
            all.pages.push(sheet);
        }
        let y = 0.0;
        all.bookmarks.push(Bookmark { level: 1, title: paper.title, page, y });
        all.bookmarks.extend(paper.bookmarks.into_iter().map(|mut mark| {
            mark.level += 1;
            mark.page += page;
            mark
        }));
        all.stamp = all.stamp.max(paper.stamp);
        all.identity.push_str(&paper.identity);
        all.identity.push('\n');
    }
    Ok(all)
}

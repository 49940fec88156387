//! A sheet that things are put on where they belong: the papers that are not text running on.

use crate::Result;
use crate::doc::Align;
use crate::figure::{bang, mark, tick};
use crate::flow::{Strip, hold_ends};
use crate::layout::strip;
use crate::page::{Bookmark, Cut, Element, ElementId, Item, Kind, Page, Pages, Shape, Size, What};
use crate::style::{Colour, Face, Style};
use crate::text::{Line, Setter};

use super::{Pack, Words};

/// Sheets in the making.
pub(crate) struct Canvas {
    setter: Setter,
    pub(crate) elements: Vec<Element>,
    pub(crate) pages: Vec<Page>,
    pub(crate) bookmarks: Vec<Bookmark>,
    /// Where an error is.
    pub(crate) place: String,
    /// The language of the document, and of the passage.
    own: String,
    now: String,
}

impl Canvas {
    pub(crate) fn new(language: &str) -> Self {
        Self {
            setter: Setter::new(language),
            elements: vec![Element::new(Kind::Document, None)],
            pages: Vec::new(),
            bookmarks: Vec::new(),
            place: String::new(),
            own: language.to_owned(),
            now: language.to_owned(),
        }
    }

    /// Goes on in another language.
    pub(crate) fn turn_to(&mut self, language: &str) {
        self.setter.turn_to(language);
        language.clone_into(&mut self.now);
    }

    pub(crate) fn rtl(&self) -> bool {
        self.setter.rtl()
    }

    pub(crate) fn element(&mut self, kind: Kind, parent: ElementId) -> ElementId {
        let language = (self.now != self.own).then(|| self.now.clone());
        self.elements.push(Element { language, ..Element::new(kind, Some(parent)) });
        self.elements.len() - 1
    }

    /// A figure with words in its place.
    pub(crate) fn figure(&mut self, alt: String, parent: ElementId) -> ElementId {
        let element = self.element(Kind::Figure, parent);
        self.elements[element].alt = Some(alt);
        element
    }

    pub(crate) fn lines(
        &mut self,
        spans: &[(Style, &str)],
        width: Option<f32>,
    ) -> Result<Vec<Line>> {
        let mut lines = self.setter.lines(spans, width).map_err(|error| error.at(&self.place))?;
        if self.setter.rtl() {
            lines.iter_mut().for_each(Line::reflect);
        }
        Ok(lines)
    }

    /// Lines of about one length: the narrowest that takes no more lines. Says whether every word
    /// is whole.
    pub(crate) fn balanced(
        &mut self,
        style: Style,
        words: &str,
        width: f32,
    ) -> Result<(Vec<Line>, bool)> {
        let balanced = self.setter.balanced(style, words, width);
        let (mut lines, whole) = balanced.map_err(|error| error.at(&self.place))?;
        if self.setter.rtl() {
            lines.iter_mut().for_each(Line::reflect);
        }
        Ok((lines, whole))
    }

    /// A paragraph as strips, each a line.
    pub(crate) fn paragraph(
        &mut self,
        spans: &[(Style, &str)],
        width: f32,
        element: ElementId,
    ) -> Result<Vec<Strip>> {
        let lines = self.lines(spans, Some(width))?;
        let mut strips: Vec<Strip> =
            lines.into_iter().map(|line| strip(line, Align::Left, width, element)).collect();
        hold_ends(&mut strips);
        Ok(strips)
    }

    /// Puts words on an area; gives their height.
    pub(crate) fn put(
        &mut self,
        area: &mut Area,
        words: &str,
        style: Style,
        at: At,
        element: Option<ElementId>,
    ) -> Result<f32> {
        let lines = self.lines(&[(style, words)], Some(at.width))?;
        let mut y = at.y;
        for line in lines {
            let height = line.height;
            area.line(line, at.align, at.x, y, at.width, element);
            y += height;
        }
        Ok(y - at.y)
    }

    /// Ends a page.
    pub(crate) fn page(&mut self, size: Size, cut: Option<Cut>, mut items: Vec<Item>) {
        // Decoration lies under the words, and in one piece.
        items.sort_by_key(|item| item.element.is_some());
        self.pages.push(Page { size, cut, items });
    }

    /// A place on the page that is next to end.
    pub(crate) fn bookmark(&mut self, level: u8, title: String) {
        self.bookmarks.push(Bookmark { level, title, page: self.pages.len(), y: 0.0 });
    }

    pub(crate) fn finish(self, pack: &Pack, words: &Words, what: &str, title: String) -> Pages {
        self.setter.rest();
        Pages {
            title,
            subject: words.say("paper-subject", &[("study", pack.study.as_str().into())]),
            language: pack.language.clone(),
            rtl: Setter::is_rtl(&pack.language),
            identity: format!("{what} {}", pack.identity),
            stamp: pack.stamp,
            pages: self.pages,
            elements: self.elements,
            bookmarks: self.bookmarks,
        }
    }
}

/// Where words go, in pixels.
#[derive(Clone, Copy)]
pub(crate) struct At {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) align: Align,
}

impl At {
    pub(crate) fn left(x: f32, y: f32, width: f32) -> Self {
        Self { x, y, width, align: Align::Left }
    }

    pub(crate) fn right(x: f32, y: f32, width: f32) -> Self {
        Self { x, y, width, align: Align::Right }
    }

    pub(crate) fn centre(x: f32, y: f32, width: f32) -> Self {
        Self { x, y, width, align: Align::Centre }
    }
}

/// Things placed, as they stand where people read from left to right.
#[derive(Default)]
pub(crate) struct Area {
    pub(crate) items: Vec<Item>,
}

impl Area {
    pub(crate) fn line(
        &mut self,
        line: Line,
        align: Align,
        x: f32,
        y: f32,
        width: f32,
        element: Option<ElementId>,
    ) {
        for mut item in strip(line, align, width, 0).items {
            item.shift(x, y);
            item.element = element;
            self.items.push(item);
        }
    }

    pub(crate) fn shape(&mut self, shape: Shape, element: Option<ElementId>) {
        self.items.push(Item { element, what: What::Shape(shape) });
    }

    pub(crate) fn rect(&mut self, x: f32, y: f32, width: f32, height: f32, fill: Colour) {
        self.shape(Shape::Rect { x, y, width, height, radius: 0.0, fill }, None);
    }

    /// A green sticker: a tick in a circle.
    pub(crate) fn green(&mut self, x: f32, y: f32, side: f32, element: Option<ElementId>) {
        let mut shapes = Vec::new();
        tick(&mut shapes, x, y, side);
        self.together(shapes, element);
    }

    /// A red sticker: an exclamation mark in a square.
    pub(crate) fn red(&mut self, x: f32, y: f32, side: f32, element: Option<ElementId>) {
        let mut shapes = Vec::new();
        bang(&mut shapes, x, y, side);
        self.together(shapes, element);
    }

    /// The ring of seats that stands for the product.
    pub(crate) fn ring(&mut self, x: f32, y: f32, side: f32) {
        for shape in mark(side).shapes {
            let mut item = Item { element: None, what: What::Shape(shape) };
            item.shift(x, y);
            self.items.push(item);
        }
    }

    fn together(&mut self, shapes: Vec<Shape>, element: Option<ElementId>) {
        self.items
            .extend(shapes.into_iter().map(|shape| Item { element, what: What::Shape(shape) }));
    }

    /// Adds strips under one another, from a place on; gives their height.
    pub(crate) fn strips(
        &mut self,
        strips: impl IntoIterator<Item = Strip>,
        x: f32,
        y: f32,
    ) -> f32 {
        let mut down = 0.0;
        for strip in strips {
            for mut item in strip.items {
                item.shift(x, y + down);
                self.items.push(item);
            }
            down += strip.height;
        }
        down
    }

    /// The items as they stand for a language: turned round where it is read from right to left.
    pub(crate) fn into_items(mut self, width: f32, rtl: bool) -> Vec<Item> {
        if rtl {
            self.items.iter_mut().for_each(|item| item.mirror(width));
        }
        self.items
    }
}

/// A look of words.
pub(crate) fn look(face: Face, size: f32, leading: f32, colour: Colour) -> Style {
    Style { face, size, leading, colour, tracking: 0.0, prose: false }
}

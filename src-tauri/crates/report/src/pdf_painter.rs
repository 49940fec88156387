//! A page as the operators that paint it.

use printpdf::{
    Color, DictItem, FontId, Line, LineCapStyle, LineJoinStyle, LinePoint, Op, PaintMode,
    PdfFontHandle, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextMatrix, WindingOrder,
};

use crate::page::{ElementId, Item, Page, Pages, Shape, What, Window};
use crate::pdf::{PT, foot, up};
use crate::pdf_fonts::{Font, Fonts};
use crate::pdf_tags;
use crate::style::{Colour, Face};
use crate::text::{Glyph, Run};

/// How far the control points of a quarter circle stand from its ends, in radii.
const ROUND: f32 = 0.552_285;

/// The operators that paint a page, and the element of each piece of its marked content in their
/// order.
pub(crate) fn painted(page: &Page, pages: &Pages, fonts: &Fonts) -> (Vec<Op>, Vec<ElementId>) {
    let mut painter = Painter::new(fonts, pages, foot(page.size));
    painter.page(page);
    (painter.ops, painter.marks)
}

/// The marked content that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Nothing,
    Decoration,
    Element(ElementId),
}

/// The page that is being painted, and the state that its operators have left.
struct Painter<'a> {
    fonts: &'a Fonts<'a>,
    pages: &'a Pages,
    /// Height of the page, in points.
    foot: f32,
    windowed: bool,
    ops: Vec<Op>,
    marks: Vec<ElementId>,
    open: Open,
    in_text: bool,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<f32>,
    font: Option<(Face, f32)>,
    tail: Option<Tail>,
}

impl<'a> Painter<'a> {
    fn new(fonts: &'a Fonts<'a>, pages: &'a Pages, foot: f32) -> Self {
        Self {
            fonts,
            pages,
            foot,
            windowed: false,
            ops: vec![
                Op::SetLineCapStyle { cap: LineCapStyle::Round },
                Op::SetLineJoinStyle { join: LineJoinStyle::Round },
            ],
            marks: Vec::new(),
            open: Open::Nothing,
            in_text: false,
            fill: None,
            stroke: None,
            width: None,
            font: None,
            tail: None,
        }
    }

    fn page(&mut self, page: &Page) {
        for item in &page.items {
            self.mark(item);
            match &item.what {
                What::Run { run, y } => self.run(run, *y),
                What::Shape(shape) => self.shape(shape),
                What::Window(window) => self.window(*window),
            }
        }
        self.window(None);
        self.close();
    }

    /// What is painted from here on is seen in a rectangle only.
    fn window(&mut self, window: Option<Window>) {
        self.close();
        if self.windowed {
            self.ops.push(Op::RestoreGraphicsState);
            (self.fill, self.stroke, self.width, self.font) = (None, None, None, None);
        }
        self.windowed = window.is_some();
        if let Some(Window { x, y, width, height }) = window {
            self.ops.push(Op::SaveGraphicsState);
            let rectangle = self.rectangle(x, y, width, height, PaintMode::Clip);
            self.ops.push(Op::DrawRectangle { rectangle });
        }
    }

    fn rectangle(&self, x: f32, y: f32, width: f32, height: f32, mode: PaintMode) -> Rect {
        let (width, height) = (round(width * PT), round(height * PT));
        Rect {
            x: Pt(round(x * PT)),
            y: Pt(round(up(y, self.foot) - height)),
            width: Pt(width),
            height: Pt(height),
            mode: Some(mode),
            winding_order: Some(WindingOrder::NonZero),
        }
    }

    /// Opens the marked content that an item belongs to.
    fn mark(&mut self, item: &Item) {
        let wanted = item.element.map_or(Open::Decoration, Open::Element);
        if self.open == wanted {
            return;
        }
        self.close();
        let (tag, properties) = match item.element {
            Some(element) => {
                let number = i64::try_from(self.marks.len()).unwrap_or(i64::MAX);
                self.marks.push(element);
                let tag = pdf_tags::name(self.pages.elements[element].kind);
                (tag, [("MCID".to_owned(), DictItem::Int(number))].into())
            }
            None => ("Artifact", [].into()),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: DictItem::Dict { map: properties },
        });
        self.open = wanted;
    }

    fn close(&mut self) {
        self.leave_text();
        if self.open != Open::Nothing {
            self.ops.push(Op::EndMarkedContent);
            self.open = Open::Nothing;
        }
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn run(&mut self, run: &Run, y: f32) {
        let Some(font) = self.fonts.of(run.face) else { return };
        if !self.in_text {
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
        }
        self.fill(run.colour);
        let size = run.size * PT;
        if self.font != Some((run.face, size)) {
            self.font = Some((run.face, size));
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(font.id.clone())),
                size: Pt(size),
            });
        }
        if !font.is_odd(&run.glyphs) {
            self.glyphs(run, &run.glyphs, y, font);
            return;
        }
        for word in words(run) {
            let spelled = font.is_odd(word);
            if spelled {
                self.spell(run, word);
            }
            self.glyphs(run, word, y, font);
            if spelled {
                self.ops.push(Op::EndMarkedContent);
            }
        }
    }

    /// Says what a word is, beside its glyphs.
    fn spell(&mut self, run: &Run, word: &[Glyph]) {
        let from = word.iter().map(|glyph| glyph.text.start).min().unwrap_or(0);
        let to = word.iter().map(|glyph| glyph.text.end).max().unwrap_or(0);
        let words = run.text.get(from..to).unwrap_or_default();
        let mut data = vec![0xfe, 0xff];
        data.extend(words.encode_utf16().flat_map(u16::to_be_bytes));
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: DictItem::Dict {
                map: [("ActualText".to_owned(), DictItem::String { data, literal: false })].into(),
            },
        });
    }

    /// Glyphs from a first place on; what the font's own widths do not give is said as kerning.
    fn glyphs(&mut self, run: &Run, glyphs: &[Glyph], y: f32, font: &Font) {
        let Some(first) = glyphs.first() else { return };
        let thousandth = run.size / 1000.0;
        let mut height = first.y;
        let mut start = first.x;
        let mut shown = Shown::default();
        for glyph in glyphs {
            // A mark over a letter stands higher than its line: it begins a new piece.
            if (glyph.y - height).abs() > 0.001 {
                self.show(run.x + start, y - height, std::mem::take(&mut shown));
                (height, start) = (glyph.y, glyph.x);
            }
            let wanted = (glyph.x - start) / thousandth;
            let kern = ((shown.pen - wanted) * 10.0).round() / 10.0;
            if kern.abs() >= 0.1 {
                shown.kern(kern);
            }
            shown.codes.extend(font.code(glyph.id).to_be_bytes());
            shown.pen += font.advance(glyph.id);
        }
        self.show(run.x + start, y - height, shown);
    }

    /// Shows glyphs from a place on. Where those before ended on the same line, and in the same
    /// face, they are one piece with these: readers take pieces for words.
    fn show(&mut self, x: f32, y: f32, shown: Shown) {
        if shown.is_empty() {
            return;
        }
        let (x, y) = (round(x * PT), round(up(y, self.foot)));
        let pen = shown.pen;
        if let (Some(tail), Some((_, size))) = (&mut self.tail, self.font)
            && tail.ops == self.ops.len()
            && (tail.y - y).abs() < f32::EPSILON
            && let Some(Op::Unknown { value, .. }) = self.ops.last_mut()
            && let Some(DictItem::Array(before)) = value.first_mut()
        {
            let wanted = (x - tail.x) * 1000.0 / size;
            let kern = ((tail.pen - wanted) * 10.0).round() / 10.0;
            before.push(DictItem::Real(kern));
            before.extend(shown.items());
            tail.pen += pen - kern;
            return;
        }
        self.ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) });
        let value = vec![DictItem::Array(shown.items())];
        // printpdf's own operator takes glyphs one by one, which is half the work of a page.
        self.ops.push(Op::Unknown { key: "TJ".to_owned(), value });
        self.tail = Some(Tail { ops: self.ops.len(), x, y, pen });
    }

    fn shape(&mut self, shape: &Shape) {
        self.leave_text();
        match shape {
            Shape::Rect { x, y, width, height, radius, fill } => {
                self.fill(*fill);
                if *radius > 0.0 {
                    self.polygon(rounded(*x, *y, *width, *height, *radius));
                    return;
                }
                let rectangle = self.rectangle(*x, *y, *width, *height, PaintMode::Fill);
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Shape::Frame { x, y, width, height, radius, line, colour } => {
                self.stroke(*colour, *line);
                let points = rounded(*x, *y, *width, *height, radius.max(0.01));
                let points = self.points(points);
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: true } });
            }
            Shape::Polygon { points, fill } => {
                self.fill(*fill);
                self.polygon(points.iter().map(|(x, y)| (*x, *y, false)).collect());
            }
            Shape::Disc { x, y, radius, fill } => {
                // A line of no length, whose round ends meet (ISO 32000-1, 8.5.3.2).
                self.stroke(*fill, 2.0 * radius);
                let points = self.points(vec![(*x, *y, false); 2]);
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
            Shape::Stroke { points, width, colour } => {
                self.stroke(*colour, *width);
                let points = self.points(points.iter().map(|(x, y)| (*x, *y, false)).collect());
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
            }
        }
    }

    fn points(&self, points: Vec<(f32, f32, bool)>) -> Vec<LinePoint> {
        let place = |(x, y, bezier)| LinePoint {
            p: Point { x: Pt(round(x * PT)), y: Pt(round(up(y, self.foot))) },
            bezier,
        };
        points.into_iter().map(place).collect()
    }

    fn stroke(&mut self, colour: Colour, width: f32) {
        if self.stroke != Some(colour) {
            self.stroke = Some(colour);
            self.ops.push(Op::SetOutlineColor { col: ink(colour) });
        }
        if self.width != Some(width) {
            self.width = Some(width);
            self.ops.push(Op::SetOutlineThickness { pt: Pt(round(width * PT)) });
        }
    }

    fn polygon(&mut self, points: Vec<(f32, f32, bool)>) {
        let points = self.points(points);
        self.ops.push(Op::DrawPolygon {
            polygon: Polygon {
                rings: vec![PolygonRing { points }],
                mode: PaintMode::Fill,
                winding_order: WindingOrder::NonZero,
            },
        });
    }

    fn fill(&mut self, colour: Colour) {
        if self.fill != Some(colour) {
            self.fill = Some(colour);
            self.ops.push(Op::SetFillColor { col: ink(colour) });
        }
    }
}

/// Glyphs that are shown from one place on, and the kerning between them.
#[derive(Default)]
struct Shown {
    before: Vec<DictItem>,
    /// Numbers of glyphs since the last kerning, each two bytes.
    codes: Vec<u8>,
    /// Where the pen is after them, in thousandths of an em.
    pen: f32,
}

impl Shown {
    fn is_empty(&self) -> bool {
        self.before.is_empty() && self.codes.is_empty()
    }

    /// Moves the pen back by thousandths of an em.
    fn kern(&mut self, by: f32) {
        self.before.push(DictItem::Bytes(std::mem::take(&mut self.codes)));
        self.before.push(DictItem::Real(by));
        self.pen -= by;
    }

    fn items(mut self) -> Vec<DictItem> {
        self.before.push(DictItem::Bytes(self.codes));
        self.before
    }
}

/// Where the glyphs that were shown last began, in points, and how far the pen went from there,
/// in thousandths of an em.
struct Tail {
    /// How many operators there were then.
    ops: usize,
    x: f32,
    y: f32,
    pen: f32,
}

/// The glyphs of a run, word by word in reading order; the space after a word is its own.
fn words(run: &Run) -> Vec<&[Glyph]> {
    let is_space = |glyph: &Glyph| {
        run.text.get(glyph.text.clone()).is_some_and(|text| text.chars().all(char::is_whitespace))
    };
    let mut rest = run.glyphs.as_slice();
    let mut words = Vec::new();
    while let Some(first) = rest.first() {
        let space = is_space(first);
        let count = rest.iter().take_while(|glyph| is_space(glyph) == space).count();
        let (word, after) = rest.split_at(count);
        words.push(word);
        rest = after;
    }
    if run.rtl {
        words.reverse();
    }
    words
}

/// A rectangle with round corners.
fn rounded(x: f32, y: f32, width: f32, height: f32, radius: f32) -> Vec<(f32, f32, bool)> {
    let (right, bottom, near) = (x + width, y + height, radius * (1.0 - ROUND));
    vec![
        (x + radius, y, false),
        (right - radius, y, false),
        (right - near, y, true),
        (right, y + near, true),
        (right, y + radius, false),
        (right, bottom - radius, false),
        (right, bottom - near, true),
        (right - near, bottom, true),
        (right - radius, bottom, false),
        (x + radius, bottom, false),
        (x + near, bottom, true),
        (x, bottom - near, true),
        (x, bottom - radius, false),
        (x, y + radius, false),
        (x, y + near, true),
        (x + near, y, true),
        (x + radius, y, false),
    ]
}

fn ink(Colour(r, g, b): Colour) -> Color {
    let part = |value: u8| round(f32::from(value) / 255.0);
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

/// A thousandth of a point is finer than any printer.
fn round(value: f32) -> f32 {
    (value * 1000.0).round() / 1000.0
}

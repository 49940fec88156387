//! Pages to PDF: the paper's painter.

use std::collections::{HashMap, HashSet};

use lopdf::SaveOptions;
use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineCapStyle, LineJoinStyle, LinePoint, Mm, Op,
    PaintMode, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing,
    Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
};

use crate::page::{ElementId, Item, Page, Pages, Shape, Size, What, Window, hundredth};
use crate::pdf_fonts::{Embedded, embed};
use crate::style::{Colour, Face};
use crate::text::{Glyph, Run};
use crate::{Result, hands::side_by_side, pdf_streams, pdf_tags};

/// Points to a pixel.
pub(crate) const PT: f32 = 0.75;
/// How far the control points of a quarter circle stand from its ends, in radii.
const ROUND: f32 = 0.552_285;

/// Writes pages as a tagged PDF 1.7 with subset fonts. The same pages give the same bytes.
pub fn pdf(pages: &Pages) -> Result<Vec<u8>> {
    let mut document = PdfDocument::new(&pages.title);
    let fonts = embed(pages, &mut document)?;
    let odd = Odd::new(pages);
    // The element of each piece of marked content, page by page, in its order.
    let mut marks: Vec<Vec<ElementId>> = Vec::new();
    let painted = side_by_side(pages.pages.iter().collect(), |page: &Page| {
        let mut painter = Painter::new(&fonts, &odd, pages, foot(page.size));
        painter.page(page);
        Ok((page.size, painter.ops, painter.marks))
    })?;
    for (size, ops, own) in painted {
        document.pages.push(PdfPage::new(Mm(size.width), Mm(size.height), ops));
        marks.push(own);
    }
    let options = PdfSaveOptions { subset_fonts: false, ..PdfSaveOptions::default() };
    let mut file = printpdf::serialize::to_lopdf_doc(&document, &options, &mut Vec::new());
    pdf_tags::finish(&mut file, pages, &marks)?;
    pdf_streams::pack(&mut file)?;
    // The tree of parts is many small objects: packed in streams they take a tenth of the room.
    let packed = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(pdf_streams::LEVEL)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, packed)
        .map_err(|error| crate::Error::Pdf(error.to_string()))?;
    Ok(bytes)
}

/// Height of a page, in points.
pub(crate) fn foot(size: Size) -> f32 {
    hundredth(size.height * 72.0 / 25.4)
}

/// The y of a point that is so many pixels below the top, in points from the foot of a page that
/// is so many points high.
pub(crate) fn up(y: f32, foot: f32) -> f32 {
    foot - y * PT
}

/// Glyphs that stand for different words in different places. A PDF keeps one meaning for each
/// glyph, so words with such glyphs say what they are beside.
struct Odd {
    meaning: HashMap<(Face, u16), String>,
    odd: HashSet<(Face, u16)>,
}

impl Odd {
    fn new(pages: &Pages) -> Self {
        let mut found = Self { meaning: HashMap::new(), odd: HashSet::new() };
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let What::Run { run, .. } = &item.what else { continue };
            for (i, glyph) in run.glyphs.iter().enumerate() {
                let key = (run.face, glyph.id);
                let words = run.text.get(glyph.text.clone()).unwrap_or_default();
                let shared = |other: Option<&Glyph>| other.is_some_and(|o| o.text == glyph.text);
                let before = i.checked_sub(1).and_then(|i| run.glyphs.get(i));
                if shared(before) || shared(run.glyphs.get(i + 1)) {
                    found.odd.insert(key);
                }
                let meaning = found.meaning.entry(key).or_insert_with(|| words.to_owned());
                if meaning != words {
                    found.odd.insert(key);
                }
            }
        }
        found
    }

    fn meaning(&self, face: Face, id: u16) -> Option<String> {
        self.meaning.get(&(face, id)).cloned()
    }

    fn is_odd(&self, face: Face, glyphs: &[Glyph]) -> bool {
        !self.odd.is_empty() && glyphs.iter().any(|glyph| self.odd.contains(&(face, glyph.id)))
    }
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
    fonts: &'a HashMap<Face, Embedded>,
    odd: &'a Odd,
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
}

impl<'a> Painter<'a> {
    fn new(fonts: &'a HashMap<Face, Embedded>, odd: &'a Odd, pages: &'a Pages, foot: f32) -> Self {
        Self {
            fonts,
            odd,
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
        let Some(font) = self.fonts.get(&run.face) else { return };
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
        if !self.odd.is_odd(run.face, &run.glyphs) {
            self.glyphs(run, &run.glyphs, y, font);
            return;
        }
        for word in words(run) {
            let spelled = self.odd.is_odd(run.face, word);
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
    fn glyphs(&mut self, run: &Run, glyphs: &[Glyph], y: f32, font: &Embedded) {
        let Some(first) = glyphs.first() else { return };
        let thousandth = run.size / 1000.0;
        let mut height = first.y;
        let mut start = first.x;
        let mut pen = 0.0;
        let mut codes: Vec<Codepoint> = Vec::new();
        for glyph in glyphs {
            // A mark over a letter stands higher than its line: it begins a new piece.
            if (glyph.y - height).abs() > 0.001 {
                self.show(run.x + start, y - height, std::mem::take(&mut codes));
                (height, start, pen) = (glyph.y, glyph.x, 0.0);
            }
            let wanted = (glyph.x - start) / thousandth;
            let kern = ((pen - wanted) * 10.0).round() / 10.0;
            if kern.abs() >= 0.1 {
                match codes.last_mut() {
                    Some(last) => last.offset += kern,
                    None => start = glyph.x,
                }
                pen -= kern;
            }
            codes.push(Codepoint {
                gid: font.code(glyph.id),
                offset: 0.0,
                cid: self.odd.meaning(run.face, glyph.id),
            });
            pen += font.advance(glyph.id);
        }
        self.show(run.x + start, y - height, codes);
    }

    fn show(&mut self, x: f32, y: f32, codes: Vec<Codepoint>) {
        if codes.is_empty() {
            return;
        }
        let matrix = TextMatrix::Translate(Pt(round(x * PT)), Pt(round(up(y, self.foot))));
        self.ops.push(Op::SetTextMatrix { matrix });
        self.ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
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

//! Pages to PDF: the paper's painter.

use std::{collections::HashMap, thread};

use lopdf::{Document, Object, ObjectId, SaveOptions, Stream};
use printpdf::{FontId, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfSaveOptions};

use crate::page::{ElementId, Page, Pages, Size, hundredth};
use crate::pdf_fonts::{Font, Fonts};
use crate::{Error, Result, hands::side_by_side, pdf_painter, pdf_streams, pdf_tags};

/// Points to a pixel.
pub(crate) const PT: f32 = 0.75;

/// Writes pages as a tagged PDF 1.7 with subset fonts. The same pages give the same bytes.
pub fn pdf(pages: &Pages) -> Result<Vec<u8>> {
    let fonts = Fonts::of_pages(pages);
    // The faces first: the largest takes longer than any page.
    let faces = fonts.all().rev().map(Part::Face);
    let parts: Vec<Part> = faces.chain(pages.pages.iter().map(Part::Page)).collect();
    let done = side_by_side(parts, |part| match part {
        Part::Face(font) => {
            let cut = font.cut()?;
            let packed = pdf_streams::deflated(&cut.original_bytes)?;
            Ok(Done::Face(font.id.clone(), Box::new(cut), packed))
        }
        Part::Page(page) => {
            let (ops, marks) = pdf_painter::painted(page, pages, &fonts);
            Ok(Done::Page(content(page.size, ops)?, marks))
        }
    })?;
    let mut document = PdfDocument::new(&pages.title);
    let mut faces = HashMap::new();
    let mut contents = Vec::new();
    // The element of each piece of marked content, page by page, in its order.
    let mut marks: Vec<Vec<ElementId>> = Vec::new();
    for part in done {
        match part {
            Done::Face(id, cut, packed) => {
                faces.insert(cut.original_bytes.clone(), packed);
                document.resources.fonts.map.insert(FontId(id), PdfFont::new(*cut));
            }
            Done::Page(content, own) => {
                contents.push(content);
                marks.push(own);
            }
        }
    }
    // In the place of what is painted already the first page shows each glyph once, with what it
    // stands for.
    let mut specimen: Vec<Op> = fonts.all().flat_map(Font::specimen).collect();
    document
        .pages
        .extend(pages.pages.iter().map(|page| sheet(page.size, std::mem::take(&mut specimen))));
    let mut file = serialized(&document);
    let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let identity = pdf_tags::identity(pages, &contents);
    for (page, content) in ids.iter().zip(contents) {
        *content_of(&mut file, *page)? = content;
    }
    pdf_tags::finish(&mut file, pages, &ids, &marks, identity)?;
    pdf_streams::pack(&mut file, &faces)?;
    // The tree of parts is many small objects: packed in streams they take a tenth of the room.
    let packed = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(200)
        .compression_level(pdf_streams::LEVEL)
        .build();
    let mut bytes = Vec::new();
    file.save_with_options(&mut bytes, packed).map_err(fault)?;
    // Taking it apart again takes a while, and nobody has to wait for that.
    thread::spawn(move || drop(file));
    Ok(bytes)
}

/// What a file is made of.
enum Part<'a> {
    Face(&'a Font<'a>),
    Page(&'a Page),
}

/// The same, done: the name of a face, its glyphs, and the same packed; the packed content of a
/// page and its marks.
enum Done {
    Face(String, Box<ParsedFont>, Vec<u8>),
    Page(Stream, Vec<ElementId>),
}

/// A page as it is in the file, packed. printpdf writes a page after the other, so each is a
/// document of its own here.
fn content(size: Size, ops: Vec<Op>) -> Result<Stream> {
    let mut document = PdfDocument::new("");
    document.pages.push(sheet(size, ops));
    let mut file = serialized(&document);
    let page = file.get_pages().into_values().next().unwrap_or_default();
    let mut content = std::mem::replace(
        content_of(&mut file, page)?,
        Stream::new(lopdf::Dictionary::new(), Vec::new()),
    );
    pdf_streams::deflate(&mut content)?;
    Ok(content)
}

fn sheet(size: Size, ops: Vec<Op>) -> PdfPage {
    PdfPage::new(Mm(size.width), Mm(size.height), ops)
}

/// The document as its writer gives it: faces as they are, they were cut already, and every
/// operator, the one for glyphs too.
fn serialized(document: &PdfDocument) -> Document {
    let options =
        PdfSaveOptions { subset_fonts: false, secure: false, ..PdfSaveOptions::default() };
    printpdf::serialize::to_lopdf_doc(document, &options, &mut Vec::new())
}

fn content_of(file: &mut Document, page: ObjectId) -> Result<&mut Stream> {
    let page = file.get_dictionary(page).map_err(fault)?;
    let content = page.get(b"Contents").and_then(Object::as_reference).map_err(fault)?;
    file.get_object_mut(content).and_then(Object::as_stream_mut).map_err(fault)
}

fn fault(error: impl ToString) -> Error {
    Error::Pdf(error.to_string())
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

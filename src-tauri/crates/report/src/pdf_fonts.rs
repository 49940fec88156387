//! The faces of a document, cut down to the glyphs it uses.

use std::collections::HashMap;

use printpdf::{FontId, ParsedFont, PdfDocument, PdfFont};
use subsetter::{GlyphRemapper, subset};

use crate::page::{Pages, glyphs};
use crate::style::Face;
use crate::{Error, Result, hands::side_by_side};

/// A face as it is in the file.
pub(crate) struct Embedded {
    /// Its name among the resources of a page.
    pub(crate) id: String,
    codes: GlyphRemapper,
    widths: HashMap<u16, f32>,
}

impl Embedded {
    /// The number of a glyph in the file.
    pub(crate) fn code(&self, glyph: u16) -> u16 {
        self.codes.get(glyph).unwrap_or(0)
    }

    /// How far the pen goes after a glyph, in thousandths of an em.
    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        self.widths.get(&self.code(glyph)).copied().unwrap_or(0.0)
    }
}

/// Puts the glyphs that pages use into the document.
pub(crate) fn embed(pages: &Pages, document: &mut PdfDocument) -> Result<HashMap<Face, Embedded>> {
    let used = glyphs(pages);
    let faces = Face::ALL.into_iter().enumerate();
    let faces = faces.filter_map(|(number, face)| Some((number, face, used.get(&face)?)));
    let cut = side_by_side(faces.collect(), |(number, face, glyphs)| {
        let mut codes = GlyphRemapper::new();
        for glyph in glyphs {
            codes.remap(*glyph);
        }
        let fault = |what: &str| Error::Font(format!("{}: {what}", face.name()));
        let bytes = subset(face.bytes(), 0, &codes).map_err(|error| fault(&error.to_string()))?;
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| fault("its subset cannot be read"))?;
        font.font_name = Some(format!("{}+{}", tag(glyphs), face.name()));
        let scale = 1000.0 / f32::from(font.units_per_em.max(1));
        let widths = font
            .glyph_widths
            .iter()
            .map(|(glyph, width)| (*glyph, (f32::from(*width) * scale).trunc()))
            .collect();
        let id = format!("F{}", number + 1);
        Ok((face, font, Embedded { id, codes, widths }))
    })?;
    let mut embedded = HashMap::new();
    for (face, font, own) in cut {
        document.resources.fonts.map.insert(FontId(own.id.clone()), PdfFont::new(font));
        embedded.insert(face, own);
    }
    Ok(embedded)
}

/// Six capitals that tell this subset of a face from another (ISO 32000-1, 9.6.4).
fn tag(glyphs: &[u16]) -> String {
    let mut sum = crate::pdf_tags::fingerprint(glyphs.iter().flat_map(|g| g.to_be_bytes()));
    (0..6)
        .map(|_| {
            let letter = u8::try_from(sum % 26).unwrap_or(0);
            sum /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}

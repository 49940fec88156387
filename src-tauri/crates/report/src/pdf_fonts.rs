//! The faces of a document, cut down to the glyphs it uses.

use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFontHandle, Pt, TextItem};
use subsetter::{GlyphRemapper, subset};
use ttf_parser::GlyphId;

use crate::page::{Pages, What};
use crate::style::Face;
use crate::text::Glyph;
use crate::{Error, Result};

/// The faces that pages use.
pub(crate) struct Fonts<'a>(Vec<Font<'a>>);

/// A face as it is in the file.
pub(crate) struct Font<'a> {
    face: Face,
    /// Its name among the resources of a page.
    pub(crate) id: String,
    codes: GlyphRemapper,
    /// By their numbers in the whole face.
    glyphs: Vec<Option<Used<'a>>>,
    /// Whether any of them is odd.
    odd: bool,
}

/// A glyph that is used.
#[derive(Clone, Copy)]
struct Used<'a> {
    /// What it stands for where it is met first.
    words: &'a str,
    /// Whether it stands for something else in another place. A PDF keeps one meaning for each
    /// glyph, so words with such glyphs say what they are beside.
    odd: bool,
    /// Its number in the file.
    code: u16,
    /// How far the pen goes after it, in thousandths of an em.
    advance: f32,
}

impl<'a> Fonts<'a> {
    pub(crate) fn of_pages(pages: &'a Pages) -> Self {
        let named = |(face, number)| Font {
            face,
            id: format!("F{number}"),
            codes: GlyphRemapper::new(),
            glyphs: Vec::new(),
            odd: false,
        };
        let mut fonts: Vec<Font> = Face::ALL.into_iter().zip(1..).map(named).collect();
        for item in pages.pages.iter().flat_map(|page| &page.items) {
            let What::Run { run, .. } = &item.what else { continue };
            let Some(font) = fonts.iter_mut().find(|font| font.face == run.face) else { continue };
            for (i, glyph) in run.glyphs.iter().enumerate() {
                let shared = |other: Option<&Glyph>| other.is_some_and(|o| o.text == glyph.text);
                let before = i.checked_sub(1).and_then(|i| run.glyphs.get(i));
                let odd = shared(before) || shared(run.glyphs.get(i + 1));
                font.meets(glyph.id, run.text.get(glyph.text.clone()).unwrap_or_default(), odd);
            }
        }
        fonts.retain(|font| !font.glyphs.is_empty());
        fonts.iter_mut().for_each(Font::number);
        Self(fonts)
    }

    pub(crate) fn all(&self) -> impl DoubleEndedIterator<Item = &Font<'a>> {
        self.0.iter()
    }

    pub(crate) fn of(&self, face: Face) -> Option<&Font<'a>> {
        self.0.iter().find(|font| font.face == face)
    }
}

impl<'a> Font<'a> {
    fn meets(&mut self, id: u16, words: &'a str, odd: bool) {
        let place = usize::from(id);
        if self.glyphs.len() <= place {
            self.glyphs.resize(place + 1, None);
        }
        let used = self.glyphs[place].get_or_insert(Used { words, odd, code: 0, advance: 0.0 });
        used.odd |= odd || used.words != words;
        self.odd |= used.odd;
    }

    /// Gives the glyphs their numbers in the file.
    fn number(&mut self) {
        let parsed = self.face.parsed();
        let em = parsed.map_or(1000.0, |face| f32::from(face.units_per_em()));
        for (id, used) in (0..).zip(&mut self.glyphs) {
            let Some(used) = used else { continue };
            let width = parsed.and_then(|face| face.glyph_hor_advance(GlyphId(id))).unwrap_or(0);
            used.code = self.codes.remap(id);
            // As the file says it, in whole ones.
            used.advance = (f32::from(width) * 1000.0 / em).trunc();
        }
    }

    fn used(&self, glyph: u16) -> Option<&Used<'a>> {
        self.glyphs.get(usize::from(glyph))?.as_ref()
    }

    /// The number of a glyph in the file.
    pub(crate) fn code(&self, glyph: u16) -> u16 {
        self.used(glyph).map_or(0, |used| used.code)
    }

    /// How far the pen goes after a glyph, in thousandths of an em.
    pub(crate) fn advance(&self, glyph: u16) -> f32 {
        self.used(glyph).map_or(0.0, |used| used.advance)
    }

    /// Whether one of the glyphs stands for different words in different places.
    pub(crate) fn is_odd(&self, glyphs: &[Glyph]) -> bool {
        self.odd && glyphs.iter().any(|glyph| self.used(glyph.id).is_some_and(|used| used.odd))
    }

    /// The face with these glyphs only.
    pub(crate) fn cut(&self) -> Result<ParsedFont> {
        let name = self.face.name();
        let fault = |what: &str| Error::Font(format!("{name}: {what}"));
        let bytes = subset(self.face.bytes(), 0, &self.codes).map_err(|e| fault(&e.to_string()))?;
        let mut font = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| fault("its subset cannot be read"))?;
        font.font_name = Some(format!("{}+{name}", self.tag()));
        Ok(font)
    }

    /// Shows each of its glyphs once: how a file learns what they stand for.
    pub(crate) fn specimen(&self) -> [Op; 2] {
        let shown = |used: &Used| Codepoint {
            gid: used.code,
            offset: 0.0,
            cid: Some(used.words.to_owned()),
        };
        let glyphs = self.glyphs.iter().flatten().map(shown).collect();
        let font = PdfFontHandle::External(FontId(self.id.clone()));
        [
            Op::SetFont { font, size: Pt(1.0) },
            Op::ShowText { items: vec![TextItem::GlyphIds(glyphs)] },
        ]
    }

    /// Six capitals that tell this subset of a face from another (ISO 32000-1, 9.6.4).
    fn tag(&self) -> String {
        let used = (0_u16..).zip(&self.glyphs).filter(|(_, used)| used.is_some());
        let mut sum = crate::pdf_tags::fingerprint(used.flat_map(|(id, _)| id.to_be_bytes()));
        (0..6)
            .map(|_| {
                let letter = u8::try_from(sum % 26).unwrap_or(0);
                sum /= 26;
                char::from(b'A' + letter)
            })
            .collect()
    }
}

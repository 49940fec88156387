//! Lines of about one length, as names and headings have them.

use cosmic_text::LayoutGlyph;

use super::{Line, Setter};
use crate::Result;
use crate::known::Key;
use crate::spans::clean;
use crate::style::Style;

impl Setter {
    /// Lines of about one length: the narrowest that takes no more lines. Says whether every word
    /// is whole.
    pub(crate) fn balanced(
        &mut self,
        style: Style,
        words: &str,
        width: f32,
    ) -> Result<(Vec<Line>, bool)> {
        let spans = [(style, words)];
        let key = Key::new(&self.tongue.tag, &spans, Some(width), true);
        if let Some(known) = self.known.lines(&key) {
            return Ok(known);
        }
        let cleaned = [(style, clean(words)?)];
        let widest = self.widest(&cleaned)?;
        let count = self.count(&cleaned, width)?;
        let (mut low, mut high) = (widest.max(width / 2.0), width);
        while count > 1 && high - low > style.size / 4.0 {
            let middle = f32::midpoint(low, high);
            if self.count(&cleaned, middle)? > count {
                low = middle;
            } else {
                high = middle;
            }
        }
        let lines = self.set(&spans, Some(high))?;
        let whole = widest <= width;
        self.known.keep(key, &lines, whole);
        Ok((lines, whole))
    }

    /// Pixels of the longest word.
    fn widest(&mut self, words: &[(Style, String); 1]) -> Result<f32> {
        self.lay_out(words, words[0].0, None)?;
        let mut widest: f32 = 0.0;
        for run in self.buffer.layout_runs() {
            let is_blank = |glyph: &LayoutGlyph| {
                let text = run.text.get(glyph.start..glyph.end);
                text.is_some_and(|text| text.chars().all(char::is_whitespace))
            };
            for word in run.glyphs.split(is_blank) {
                widest = widest.max(word.iter().map(|glyph| glyph.w).sum());
            }
        }
        Ok(widest)
    }

    /// How many lines words take.
    fn count(&mut self, words: &[(Style, String); 1], width: f32) -> Result<usize> {
        self.fill(words, words[0].0, Some(width))?;
        Ok(self.buffer.layout_runs().count())
    }
}

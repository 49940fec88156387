//! What a language asks of a page: its direction, the air between its lines, where its words may
//! be parted.

use hypher::Lang;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// Letters that a parted word keeps on either side.
const PART: usize = 3;
/// A word shorter than this is not parted.
const LONG: usize = 7;

/// A language as the page knows it.
#[derive(Clone, Debug)]
pub(crate) struct Tongue {
    /// BCP 47 tag.
    pub(crate) tag: String,
    /// Written from right to left.
    pub(crate) rtl: bool,
    /// What the leading of the Latin faces is multiplied with.
    leading: f32,
    hyphens: Option<Lang>,
}

impl Tongue {
    pub(crate) fn new(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let rtl = tag
            .parse::<LanguageIdentifier>()
            .is_ok_and(|read| read.character_direction() == CharacterDirection::RTL);
        let leading = match primary.as_str() {
            // Nastaliq hangs its words from the upper right.
            _ if rtl => 1.75,
            "bn" | "as" => 1.12,
            _ => 1.0,
        };
        let hyphens = match primary.as_str() {
            "en" => Some(Lang::English),
            "pl" => Some(Lang::Polish),
            _ => None,
        };
        Self { tag: tag.to_owned(), rtl, leading, hyphens }
    }

    /// Pixels from line to line, where the Latin faces have `leading` at a size. Past two em there
    /// is air enough in any script.
    pub(crate) fn leading(&self, leading: f32, size: f32) -> f32 {
        if self.leading > 1.0 {
            (leading * self.leading).min(2.0 * size).max(leading)
        } else {
            leading
        }
    }

    /// The word with soft hyphens where it may be parted; `None` where it may not.
    pub(crate) fn parted(&self, word: &str) -> Option<String> {
        let lang = self.hyphens?;
        let count = word.chars().count();
        if count < LONG || word.contains('\u{ad}') {
            return None;
        }
        let mut out = String::with_capacity(word.len() + 8);
        let mut letters = 0;
        for syllable in hypher::hyphenate(word, lang) {
            if letters >= PART && count - letters >= PART {
                out.push('\u{ad}');
            }
            out.push_str(syllable);
            letters += syllable.chars().count();
        }
        out.contains('\u{ad}').then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::Tongue;

    #[test]
    fn words_are_parted_by_the_rules_of_their_language() {
        let dots = |tag, word| Tongue::new(tag).parted(word).map(|w| w.replace('\u{ad}', "·"));
        assert_eq!(dots("en-GB", "cooperative").as_deref(), Some("coop·er·a·tive"));
        assert_eq!(dots("pl", "społeczeństwo").as_deref(), Some("spo·łe·czeń·stwo"));
        assert_eq!(dots("cy", "gwasanaethau"), None);
        assert_eq!(dots("en", "ideas"), None);
        assert!(Tongue::new("ur-PK").rtl && !Tongue::new("bn").rtl);
    }
}

//! The shipped faces, and which of them draws a letter.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use unicode_script::{Script, UnicodeScript};

/// The faces that documents are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    Ui,
    UiStrong,
    UiBold,
    Read,
    ReadStrong,
    UiMedium,
    Bengali,
    BengaliStrong,
    Urdu,
    UrduStrong,
}

impl Face {
    pub const ALL: [Self; 10] = [
        Self::Ui,
        Self::UiStrong,
        Self::UiBold,
        Self::Read,
        Self::ReadStrong,
        Self::UiMedium,
        Self::Bengali,
        Self::BengaliStrong,
        Self::Urdu,
        Self::UrduStrong,
    ];

    /// The whole font file.
    pub fn bytes(self) -> &'static [u8] {
        macro_rules! font {
            ($name:literal) => {
                include_bytes!(concat!("../../../../assets/fonts/", $name, ".ttf"))
            };
        }
        match self {
            Self::Ui => font!("AtkinsonHyperlegibleNext_400Regular"),
            Self::UiMedium => font!("AtkinsonHyperlegibleNext_500Medium"),
            Self::UiStrong => font!("AtkinsonHyperlegibleNext_600SemiBold"),
            Self::UiBold => font!("AtkinsonHyperlegibleNext_700Bold"),
            Self::Read => font!("SourceSerif4_400Regular"),
            Self::ReadStrong => font!("SourceSerif4_600SemiBold"),
            Self::Bengali => font!("HindSiliguri_400Regular"),
            Self::BengaliStrong => font!("HindSiliguri_600SemiBold"),
            Self::Urdu => font!("NotoNastaliqUrdu_400Regular"),
            Self::UrduStrong => font!("NotoNastaliqUrdu_700Bold"),
        }
    }

    /// The name of a family of its own that it goes by in the text engine: which face draws a
    /// letter is decided here and not there. The engine copies it for every word, so it is short.
    pub(crate) fn family(self) -> &'static str {
        const FAMILIES: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
        FAMILIES[self as usize]
    }

    /// Its PostScript name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ui => "AtkinsonHyperlegibleNext-Regular",
            Self::UiMedium => "AtkinsonHyperlegibleNext-Medium",
            Self::UiStrong => "AtkinsonHyperlegibleNext-SemiBold",
            Self::UiBold => "AtkinsonHyperlegibleNext-Bold",
            Self::Read => "SourceSerif4-Regular",
            Self::ReadStrong => "SourceSerif4-SemiBold",
            Self::Bengali => "HindSiliguri-Regular",
            Self::BengaliStrong => "HindSiliguri-SemiBold",
            Self::Urdu => "NotoNastaliqUrdu-Regular",
            Self::UrduStrong => "NotoNastaliqUrdu-Bold",
        }
    }

    fn strong(self) -> bool {
        matches!(
            self,
            Self::UiStrong
                | Self::UiBold
                | Self::ReadStrong
                | Self::BengaliStrong
                | Self::UrduStrong
        )
    }

    /// The font file, read.
    pub(crate) fn parsed(self) -> Option<&'static ttf_parser::Face<'static>> {
        static PARSED: [OnceLock<Option<ttf_parser::Face<'static>>>; 10] =
            [const { OnceLock::new() }; 10];
        PARSED[self as usize].get_or_init(|| ttf_parser::Face::parse(self.bytes(), 0).ok()).as_ref()
    }

    /// How far it reaches over and under the line that words stand on, in parts of its size.
    pub(crate) fn reach(self) -> (f32, f32) {
        self.parsed().map_or((0.8, 0.2), |face| {
            let em = f32::from(face.units_per_em());
            (f32::from(face.ascender()) / em, -f32::from(face.descender()) / em)
        })
    }

    fn has(self, letter: char) -> bool {
        /// The letters of the first plane, each a bit.
        static PLANES: [OnceLock<Vec<u64>>; 10] = [const { OnceLock::new() }; 10];
        let Some(parsed) = self.parsed() else { return false };
        let plane = PLANES[self as usize].get_or_init(|| {
            let mut plane = vec![0; 1024];
            for letter in drawn(parsed) {
                let (at, bit) = bit(letter);
                if let Some(word) = plane.get_mut(at) {
                    *word |= bit;
                }
            }
            plane
        });
        let (at, bit) = bit(letter);
        match plane.get(at) {
            Some(word) => word & bit != 0,
            None => parsed.glyph_index(letter).is_some(),
        }
    }

    /// The face that draws a letter of words set in this face; `before` drew the letter before
    /// it. A letter of a script with a face of its own is drawn by that; one that this face lacks
    /// is looked for in the reading face and then in the others. `None`: no face has it.
    pub(crate) fn draws(self, letter: char, before: Option<Self>) -> Option<Self> {
        let script = script(letter);
        let shared = matches!(script, Script::Common | Script::Inherited);
        if let (true, Some(before)) = (shared, before)
            && (unseen(letter) || before.has(letter))
        {
            return Some(before);
        }
        let [read, bengali, urdu] = if self.strong() {
            [Self::ReadStrong, Self::BengaliStrong, Self::UrduStrong]
        } else {
            [Self::Read, Self::Bengali, Self::Urdu]
        };
        let order = match script {
            Script::Bengali => [bengali, self, read, urdu],
            Script::Arabic => [urdu, self, read, bengali],
            _ => [self, read, bengali, urdu],
        };
        order.into_iter().find(|face| face.has(letter)).or_else(|| unseen(letter).then_some(self))
    }
}

/// Where a letter stands among words of 64 bits.
fn bit(letter: char) -> (usize, u64) {
    let code = u32::from(letter);
    (usize::try_from(code / 64).unwrap_or(usize::MAX), 1 << (code % 64))
}

/// The characters that a face has a glyph for.
pub(crate) fn drawn(face: &ttf_parser::Face) -> BTreeSet<char> {
    let mut found = BTreeSet::new();
    for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables) {
        if table.is_unicode() {
            table.codepoints(|code| {
                found.extend(char::from_u32(code).filter(|c| face.glyph_index(*c).is_some()));
            });
        }
    }
    found
}

/// The script of a letter. Most letters of most papers are plain Latin ones, and the table of
/// scripts is long.
pub(crate) fn script(letter: char) -> Script {
    match letter {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\u{7f}' => Script::Common,
        _ => letter.script(),
    }
}

/// Letters that are never drawn: joiners, soft hyphens, marks of direction, variation selectors.
pub(crate) fn unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}'
        | '\u{202a}'..='\u{202e}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::Face;

    #[test]
    fn a_face_has_the_letters_that_its_font_has_a_glyph_for() {
        for face in Face::ALL {
            let font = face.parsed().unwrap();
            // The last of the plane is none: it ends a font's table of them.
            let forms = '\u{fb00}'..'\u{ffff}';
            for letter in ('\0'..'\u{3000}').chain(forms).chain('\u{1f600}'..'\u{1f610}') {
                assert_eq!(face.has(letter), font.glyph_index(letter).is_some(), "{letter:?}");
            }
        }
    }
}

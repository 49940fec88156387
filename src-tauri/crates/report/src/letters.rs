//! Which characters can be printed, so that the pages can say so while one types.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::sync::OnceLock;

use unicode_script::UnicodeScript;

use crate::face::{Face, drawn};
use crate::spans::is_air;

/// Every character that prints in any style, as ranges in order; control characters are air.
pub fn letters() -> Vec<RangeInclusive<char>> {
    let mut all: BTreeSet<char> = ('\0'..='\u{ffff}').filter(|c| is_air(*c)).collect();
    for face in Face::ALL {
        all.extend(face.parsed().map(drawn).unwrap_or_default());
    }
    // A letter that a face lacks is looked for in others of its weight.
    all.retain(|c| is_air(*c) || Face::ALL.iter().all(|face| face.draws(*c, None).is_some()));
    let mut ranges: Vec<RangeInclusive<char>> = Vec::new();
    for c in all {
        match ranges.last_mut() {
            Some(last) if u32::from(*last.end()) + 1 == u32::from(c) => *last = *last.start()..=c,
            _ => ranges.push(c..=c),
        }
    }
    ranges
}

/// Whether the faces have letters of a script, named as ISO 15924 does: "Latn".
pub fn covers(script: &str) -> bool {
    static SCRIPTS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let all = || letters().into_iter().flatten().map(|c| c.script().short_name()).collect();
    SCRIPTS.get_or_init(all).contains(script)
}

/// The characters that no face draws, each once.
pub fn unprintable(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars() {
        let draws = is_air(c) || Face::ALL.iter().all(|face| face.draws(c, None).is_some());
        if !draws && !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Role;
    use crate::text::Setter;

    /// A part of a document in each of the faces that parts are set in.
    const PARTS: [Role; 6] =
        [Role::Body, Role::Strong, Role::Bold, Role::Words, Role::Name, Role::Ask];

    fn prints(setter: &mut Setter, words: &str) -> bool {
        PARTS.iter().all(|role| setter.lines(&[(role.style(), words)], Some(600.0)).is_ok())
    }

    #[test]
    fn what_is_said_to_print_is_what_can_be_set_in_every_style() {
        let mut setter = Setter::new("en-GB");
        let ranges = letters();
        for range in &ranges {
            // Each by itself: a stack of marks is refused.
            let words: String = range.clone().flat_map(|c| [c, ' ']).collect();
            assert!(prints(&mut setter, &words), "{range:?}");
        }
        let known = |c: char| ranges.iter().any(|range| range.contains(&c));
        for c in "aŵł’–é£€\t সক্ষমہے".chars() {
            assert!(known(c), "{c:?}");
        }
        for c in "🙂\u{1f600}漢अ☃→".chars() {
            assert_eq!(known(c), prints(&mut setter, &c.to_string()), "{c:?}");
        }
        assert!(!known('🙂'));
    }

    #[test]
    fn a_script_without_a_face_is_known_before_anything_is_typed_in_it() {
        for (script, covered) in [("Latn", true), ("Arab", true), ("Beng", true), ("Ethi", false)] {
            assert_eq!(covers(script), covered, "{script}");
        }
        assert_eq!(unprintable("Cymraeg ŵ বাংলা اردو"), []);
        assert_eq!(unprintable("አማርኛ, አማ"), ['አ', 'ማ', 'ር', 'ኛ']);
    }
}

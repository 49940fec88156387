//! What a language's tag says: how it is spelt, its script, its direction.

use unic_langid::{CharacterDirection, LanguageIdentifier};

/// A BCP 47 tag as it is to be written: "cy", "pa-Arab", "pt-BR". None: it is no such tag.
pub fn tag(typed: &str) -> Option<String> {
    let read: LanguageIdentifier = typed.trim().parse().ok()?;
    (!read.language.is_empty()).then(|| read.to_string())
}

/// Whether a language is written from right to left.
pub fn right_to_left(tag: &str) -> bool {
    let direction = |read: LanguageIdentifier| read.character_direction();
    tag.parse().is_ok_and(|read| direction(read) == CharacterDirection::RTL)
}

/// The script that a language is written in where its tag says no other: ISO 15924, such as
/// "Latn". None: not known.
pub fn script(tag: &str) -> Option<String> {
    let mut read: LanguageIdentifier = tag.parse().ok()?;
    read.maximize();
    read.script.map(|script| script.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_spelt_one_way_and_says_the_direction() {
        assert_eq!(tag(" PA-arab ").as_deref(), Some("pa-Arab"));
        assert_eq!(tag("cy").as_deref(), Some("cy"));
        for none in ["", "Welsh language", "und", "c", "cy!"] {
            assert_eq!(tag(none), None, "{none}");
        }
        for rtl in ["ur", "ar", "fa", "ps", "sd", "ckb", "ug", "he", "ur-PK", "pa-Arab"] {
            assert!(right_to_left(rtl), "{rtl}");
        }
        for ltr in ["en-GB", "pl", "bn", "pa", "ur-Latn", "so"] {
            assert!(!right_to_left(ltr), "{ltr}");
        }
    }

    #[test]
    fn a_language_has_a_script_until_its_tag_says_another() {
        for (tag, expected) in [("so", "Latn"), ("am", "Ethi"), ("uk", "Cyrl"), ("ur", "Arab")] {
            assert_eq!(script(tag).as_deref(), Some(expected), "{tag}");
        }
        assert_eq!(script("ur-Latn").as_deref(), Some("Latn"));
    }
}

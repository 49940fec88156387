//! A translation is of certain words, and a check of certain words on both sides.

use std::collections::BTreeMap;

use domain::{
    Checked, LanguageId, Moment, TextKey, Translation, TranslationId,
    translation::{ByKey, SourceText, TextPart, TextState, find, texts},
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::example;

fn translation(key: &str, source: &str, text: &str) -> Translation {
    Translation {
        id: TranslationId(Uuid::from_u128(1)),
        language: LanguageId(Uuid::from_u128(2)),
        key: TextKey(key.to_owned()),
        source: source.to_owned(),
        text: text.to_owned(),
        checked: None,
        earlier: Vec::new(),
    }
}

fn by_key(all: &[Translation]) -> ByKey<'_> {
    all.iter().map(|one| (one.key.as_str(), one)).collect()
}

fn text(key: &str, part: TextPart, words: &str) -> SourceText {
    SourceText { key: TextKey(key.to_owned()), part, idea: None, n: 0, words: words.to_owned() }
}

#[derive(Clone, Debug)]
enum Deed {
    Reword(u8),
    Translate(u8),
    Check,
    TakeBack,
    Empty,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..3_u8).prop_map(Deed::Reword),
        (0..2_u8).prop_map(Deed::Translate),
        Just(Deed::Check),
        Just(Deed::TakeBack),
        Just(Deed::Empty),
    ]
}

proptest! {
    #[test]
    fn a_check_counts_for_the_words_that_were_read_and_for_no_others(
        deeds in prop::collection::vec(deed(), 0..24)
    ) {
        let mut words = "0".to_owned();
        let mut row: Option<Translation> = None;
        // By the words that stood there: what was said of them last, and what of that was read
        // last and not taken back.
        let mut said: BTreeMap<String, (String, Option<String>)> = BTreeMap::new();
        for deed in deeds {
            match deed {
                Deed::Reword(n) => words = n.to_string(),
                Deed::Translate(n) => {
                    row = Some(match &row {
                        None => translation("study", &words, &n.to_string()),
                        Some(row) => row.saying(&words, &n.to_string()),
                    });
                    said.entry(words.clone()).or_default().0 = n.to_string();
                }
                Deed::Check => {
                    if let (Some(row), Some(said)) = (row.as_mut(), said.get_mut(&words)) {
                        said.1 = Some(said.0.clone());
                        *row = row.saying(&words, &said.0);
                        let (source, text) = (words.clone(), said.0.clone());
                        let (by, at) = ("Gwen".to_owned(), Moment::UNIX_EPOCH);
                        row.checked = Some(Checked { by, at, source, text });
                    }
                }
                Deed::TakeBack => {
                    if let (Some(row), Some(said)) = (row.as_mut(), said.get_mut(&words)) {
                        said.1 = None;
                        *row = row.unchecked(&words);
                    }
                }
                Deed::Empty => {
                    row = row.and_then(|row| row.without(&words));
                    said.remove(&words);
                }
            }
            prop_assert_eq!(row.is_some(), !said.is_empty());
            let own: Vec<Translation> = row.iter().cloned().collect();
            let (own, none) = (by_key(&own), ByKey::new());
            for there in ["0", "1", "2"] {
                let found = find(&text("study", TextPart::Study, there), &own, &none);
                let expected = match said.get(there) {
                    None if said.is_empty() => TextState::Missing,
                    None => TextState::Redo,
                    Some((text, read)) if read.as_ref() == Some(text) => TextState::Checked,
                    Some(_) => TextState::Unchecked,
                };
                prop_assert_eq!(found.state, expected, "{}", there);
                if let Some((text, _)) = said.get(there) {
                    prop_assert_eq!((found.source, found.text), (there, text.as_str()));
                }
            }
        }
    }
}

#[test]
fn the_studys_own_words_stand_before_the_methods_where_both_are_of_these_words() {
    let of = text("study", TextPart::Study, "Buses");
    let said = |own: &[Translation], method: &[Translation]| {
        let (own, method) = (by_key(own), by_key(method));
        let found = find(&of, &own, &method);
        (found.state, found.text.to_owned())
    };
    let (ours, theirs) =
        (translation("study", "Buses", "Bysiau"), translation("study", "Buses", "Bysus"));
    let old = translation("study", "Trams", "Tramiau");
    assert_eq!(said(&[], &[]), (TextState::Missing, String::new()));
    let both = said(std::slice::from_ref(&ours), std::slice::from_ref(&theirs));
    assert_eq!(both, (TextState::Unchecked, "Bysiau".to_owned()));
    // Words that were taken back to what the method says find the method's translation.
    let back = said(std::slice::from_ref(&old), std::slice::from_ref(&theirs));
    assert_eq!(back, (TextState::Unchecked, "Bysus".to_owned()));
    assert_eq!(said(std::slice::from_ref(&old), &[]), (TextState::Redo, "Tramiau".to_owned()));
    assert_eq!(said(&[], &[old]), (TextState::Redo, "Tramiau".to_owned()));
}

#[test]
fn examples_that_change_places_take_their_translations_along() {
    let made = [
        translation("idea.tolls.example-1", "A toll by the mile.", "Toll fesul milltir."),
        translation("idea.tolls.example-2", "A fee for the pump.", "Ffi am y pwmp."),
    ];
    let own = by_key(&made);
    let now = |key: &str, words: &str| {
        let found = find(&text(key, TextPart::Example, words), &own, &ByKey::new());
        (found.state, found.text)
    };
    let first = now("idea.tolls.example-1", "A fee for the pump.");
    assert_eq!(first, (TextState::Unchecked, "Ffi am y pwmp."));
    let third = now("idea.tolls.example-3", "A toll by the mile.");
    assert_eq!(third, (TextState::Unchecked, "Toll fesul milltir."));
    // Another idea's words are another idea's.
    let other = now("idea.tolls-2.example-1", "A fee for the pump.");
    assert_eq!(other.0, TextState::Missing);
}

#[test]
fn what_participants_read_is_a_text_and_what_staff_read_is_none() {
    let mut design = example::design();
    let idea = design.ideas.first_mut().unwrap();
    idea.name = "User charging".to_owned();
    idea.short = "User charging".to_owned();
    idea.description = "You pay.".to_owned();
    idea.examples = vec!["A fee.".to_owned(), " ".to_owned()];
    idea.reference = vec!["Feared by many.".to_owned()];
    let id = idea.id.clone();
    let all = texts(&design, " Buses ");
    let of: Vec<(&str, TextPart)> = all
        .iter()
        .filter(|text| text.idea.as_ref() == Some(&id))
        .map(|text| (text.words.as_str(), text.part))
        .collect();
    let expected = [
        ("User charging", TextPart::Name),
        ("You pay.", TextPart::Description),
        ("A fee.", TextPart::Example),
    ];
    assert_eq!(of, expected);
    assert_eq!(all[0].words, "Buses");
    let keys: std::collections::BTreeSet<&str> = all.iter().map(|text| text.key.as_str()).collect();
    assert_eq!(keys.len(), all.len(), "each goes by a name of its own");
}

//! The little language of the note line.

use domain::LineKind::{self, Observation, Paraphrase, ToComplete, Verbatim};
use domain::note::{MOST_CHARACTERS, NoteEntry, NoteProblem, NoteTo, format, parse};
use proptest::prelude::*;

const SEATS: [u32; 6] = [1, 2, 4, 7, 9, 12];

fn entry(kind: LineKind, seats: &[u32], text: &str) -> NoteEntry {
    NoteEntry {
        to: NoteTo::Record,
        kind,
        seats: seats.into(),
        hands: None,
        text: text.into(),
        codes: vec![],
        starred: false,
    }
}

fn reads(typed: &str, entry: NoteEntry) {
    assert_eq!(parse(typed, &SEATS), Ok(entry), "{typed}");
}

#[test]
fn who_said_it() {
    reads("4 it's like the NHS", entry(Verbatim, &[4], "it's like the NHS"));
    reads("4,7 we both do", entry(Verbatim, &[4, 7], "we both do"));
    reads("4, 7, 4 we both do", entry(Verbatim, &[4, 7], "we both do"));
    reads("who pays for it?", entry(Verbatim, &[], "who pays for it?"));
    reads("  12   spaced\tout\nhere ", entry(Verbatim, &[12], "spaced out here"));
}

#[test]
fn what_kind_of_note_it_is() {
    reads("/ 4 looks bored", entry(Observation, &[], "4 looks bored"));
    for typed in ["4 ~ would pay", "~ 4 would pay", "~4 would pay", "4~would pay"] {
        reads(typed, entry(Paraphrase, &[4], "would pay"));
    }
    reads("~ most would pay", entry(Paraphrase, &[], "most would pay"));
    reads("4 and who pays...", entry(ToComplete, &[4], "and who pays"));
    reads("4 and who pays …", entry(ToComplete, &[4], "and who pays"));
    reads("7 ...", entry(ToComplete, &[7], "…"));
    reads("~ and so on...", entry(Paraphrase, &[], "and so on..."));
}

#[test]
fn the_flip_chart_and_hands() {
    let to_chart =
        |seats, text| NoteEntry { to: NoteTo::FlipChart, ..entry(Verbatim, seats, text) };
    reads("= Clean air", to_chart(&[], "Clean air"));
    reads("=4 Clean air", to_chart(&[4], "Clean air"));
    reads("^9 would pay", NoteEntry { hands: Some(9), ..entry(Paraphrase, &[], "would pay") });
    reads("4 ^6 I’d pay", NoteEntry { hands: Some(6), ..entry(Verbatim, &[4], "I’d pay") });
    reads("=^5 Clean air", NoteEntry { hands: Some(5), ..to_chart(&[], "Clean air") });
}

#[test]
fn stars_and_codes() {
    let starred = |text| NoteEntry { starred: true, ..entry(Verbatim, &[4], text) };
    for typed in ["* 4 mind the gap", "4 * mind the gap", "4 mind the gap *", "4 * mind the gap *"]
    {
        reads(typed, starred("mind the gap"));
    }
    reads("4 a * in the middle", entry(Verbatim, &[4], "a * in the middle"));
    let coded = |text, codes: &[&str]| NoteEntry {
        codes: codes.iter().map(|&c| c.into()).collect(),
        ..entry(Verbatim, &[4], text)
    };
    reads("4 it is #fraud, and #cost-to-me", coded("it is, and", &["fraud", "cost-to-me"]));
    reads("#łódź 4 so be it #łódź", coded("so be it", &["łódź"]));
    reads("4 we are #1 and c#minor", coded("we are #1 and c#minor", &[]));
}

#[test]
fn numbers_that_are_words() {
    for words in ["3rd time", "10% of us", "2010 was bad", "4-year-olds", "4, maybe 5", "1.5 hours"]
    {
        reads(words, entry(Verbatim, &[], words));
    }
    reads("\\50 years ago", entry(Verbatim, &[], "50 years ago"));
    reads("4 7 of us", entry(Verbatim, &[4], "7 of us"));
    reads("\"4 walls\" is all", entry(Verbatim, &[], "\"4 walls\" is all"));
}

#[test]
fn refusals() {
    let unknown = |seat| Err(NoteProblem::UnknownSeat { seat });
    assert_eq!(parse("3 not there", &SEATS), unknown(3));
    assert_eq!(parse("4,44 not there", &SEATS), unknown(44));
    assert_eq!(parse("50 years ago", &SEATS), unknown(50));
    assert_eq!(parse("0 nobody", &SEATS), unknown(0));
    for nothing in ["", "   ", "4", "4 ", "*", "/", "~ #code", "^3"] {
        assert_eq!(parse(nothing, &SEATS), Err(NoteProblem::Empty), "{nothing}");
    }
    let too_long = NoteProblem::TooLong { characters: 102_400, most: MOST_CHARACTERS };
    assert_eq!(parse(&"x".repeat(102_400), &SEATS), Err(too_long));
    assert!(parse(&"ł".repeat(MOST_CHARACTERS), &SEATS).is_ok());
}

#[test]
fn control_characters_become_spaces() {
    reads("4 one\r\n\u{0}two\u{7f}three", entry(Verbatim, &[4], "one two three"));
}

/// Words with every sign of the language in all places.
fn any_words() -> impl Strategy<Value = String> {
    let bit = prop_oneof![
        4 => "[a-zéł]{1,6}",
        1 => "[0-9]{1,4}",
        2 => prop::sample::select(vec!["*", "#", "#a", "~", "/", "=", "^3", "\\", "...", "…", ".", ",", "-"])
            .prop_map(str::to_owned),
        3 => Just(" ".to_owned()),
    ];
    prop::collection::vec(bit, 0..12).prop_map(|bits| bits.concat())
}

fn tidy(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

prop_compose! {
    fn any_entry()(
        kind in prop::sample::select(vec![Verbatim, Paraphrase, Observation, ToComplete]),
        chart in any::<bool>(),
        seats in prop::sample::subsequence(SEATS.to_vec(), 0..4).prop_shuffle(),
        hands in prop::option::of(0_u32..1000),
        words in any_words().prop_filter("no words", |words| !tidy(words).is_empty()),
        codes in prop::collection::btree_set("[a-z][a-z0-9-]{0,5}[a-z0-9]", 0..3),
        starred in any::<bool>(),
    ) -> NoteEntry {
        let to = if chart && kind == Verbatim { NoteTo::FlipChart } else { NoteTo::Record };
        let seats = if kind == Observation { vec![] } else { seats };
        // Hands of nobody in particular are in the note-taker's words.
        let of_somebody = !seats.is_empty() || matches!(kind, Paraphrase | Observation) || to == NoteTo::FlipChart;
        let hands = hands.filter(|_| of_somebody);
        NoteEntry { to, kind, seats, hands, text: tidy(&words), codes: codes.into_iter().collect(), starred }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_kept_can_be_typed_again(entry in any_entry()) {
        let typed = format(&entry);
        prop_assert_eq!(parse(&typed, &SEATS), Ok(entry), "{}", typed);
    }

    #[test]
    fn what_is_typed_comes_back(typed in any_words()) {
        if let Ok(entry) = parse(&typed, &SEATS) {
            prop_assert!(!entry.text.is_empty());
            prop_assert_eq!(tidy(&entry.text), entry.text.as_str());
            let again = format(&entry);
            prop_assert_eq!(parse(&again, &SEATS), Ok(entry), "{}", again);
        }
    }

    #[test]
    fn anything_at_all_is_read_or_refused(typed in any::<String>()) {
        if let Ok(entry) = parse(&typed, &SEATS) {
            prop_assert!(!entry.text.chars().any(char::is_control));
            let again = format(&entry);
            prop_assert_eq!(parse(&again, &SEATS), Ok(entry), "{}", again);
        }
    }
}

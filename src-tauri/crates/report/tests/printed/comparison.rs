//! What changed between two versions, as a reader of the file meets it.

use crate::support::text;
use report::comparison::{Change, Comparison, Section, Side};
use report::doc::Furniture;

fn words(runs: &[(&str, bool)]) -> Side {
    Side::Words(runs.iter().map(|(words, differs)| ((*words).to_owned(), *differs)).collect())
}

fn comparison(sections: Vec<Section>) -> Comparison {
    Comparison {
        title: "What changed from v1 to v2".into(),
        study: "Nine ideas".into(),
        language: "en-GB".into(),
        identity: "comparison 1 2".into(),
        stamp: 1_773_349_440,
        said: vec![
            ("Why it was amended".into(), vec!["The gallery ran over.".into()]),
            ("From the debriefs".into(), vec!["Group 3. Read the posters aloud.".into()]),
        ],
        heads: ["", "Where in the guide", "v1 pilot", "v2 main", "because of"].map(str::to_owned),
        sections,
        same: "Nothing differs.".into(),
        furniture: Furniture {
            left: "Nine ideas".into(),
            centre: String::new(),
            of: " of ".into(),
            continued: ", continued".into(),
        },
    }
}

fn section(n: usize) -> Section {
    let change = |at: usize| Change {
        kind: "Reworded".into(),
        of: format!("Activity {at}, question"),
        before: words(&[("What do you ", false), ("think of", true), (" it?", false)]),
        after: if at == 0 {
            Side::Nothing("not there".into())
        } else {
            words(&[("What do you ", false), ("want from", true), (" it?", false)])
        },
        because: "1, 3".into(),
    };
    Section { title: "Values".into(), changes: (0..n).map(change).collect() }
}

fn pdf(of: &Comparison) -> (usize, String) {
    let pages = report::pages(&report::comparison(of)).unwrap();
    (pages.pages.len(), text(&report::pdf(&pages).unwrap()))
}

#[test]
fn both_sides_and_the_cause_of_a_change_stand_in_the_file() {
    let (pages, text) = pdf(&comparison(vec![section(2)]));
    assert_eq!(pages, 1);
    for words in [
        "What changed from v1 to v2",
        "The gallery ran over.",
        "Group 3. Read the posters aloud.",
        "v1 pilot",
        "Activity 1, question",
        "not there",
        "1, 3",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let together = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(together.contains("What do you want from it?"), "{together}");
}

#[test]
fn a_long_list_goes_on_over_pages_and_none_is_said() {
    let (pages, text) = pdf(&comparison(vec![section(80)]));
    assert!(pages > 1);
    assert!(text.contains("Activity 79"), "{text}");
    let (pages, text) = pdf(&comparison(Vec::new()));
    assert_eq!((pages, text.contains("Nothing differs.")), (1, true), "{text}");
}

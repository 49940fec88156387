//! What a column is taken for.

use domain::intake::{Field, Target, Vocabulary, guess_columns, known_headings};

use super::{HEADINGS, Row, WORDS, attribute, design};

#[test]
fn columns_are_known_by_their_headings() {
    let design = design();
    let words = Vocabulary::read(WORDS).unwrap();
    let headings: Vec<&str> = HEADINGS.lines().chain([""]).collect();
    let guesses = guess_columns(&headings, &[] as &[Row], &design, &words);
    let words_of: Vec<String> = guesses.iter().map(Target::word).collect();
    assert_eq!(
        words_of,
        [
            "session",
            "name",
            "sex",
            "age",
            "attribute:grade",
            "attribute:children",
            "attribute:health",
            "attribute:ethnicity",
            "phone",
            "email",
            "out",
            "out",
        ]
    );
    let known = known_headings(&design, &words);
    for heading in [
        "Gender",
        "Forename",
        "First name",
        "Age last birthday",
        "DOB",
        "Ethnic group",
        "Mobile",
        "E-mail",
        "Group",
        "Session",
        "Slot",
    ] {
        assert!(known(heading), "{heading}");
    }
    assert!(!known("Hannah"));
}

#[test]
fn an_address_is_known_whatever_it_is_called() {
    let row = Row {
        number: 2,
        fields: ["07700 900123", "tom@example.org"]
            .map(|text| Field { text, ..Field::default() })
            .to_vec(),
    };
    let words = Vocabulary::read(WORDS).unwrap();
    let guesses = guess_columns(&["Notes", "Name"], &[row], &design(), &words);
    assert_eq!(guesses, [Target::Phone, Target::Email]);
}
#[test]
fn targets_go_over_the_wire_as_words() {
    for target in [Target::Out, Target::Age, attribute("grade")] {
        let word = serde_json::to_string(&target).unwrap();
        assert_eq!(serde_json::from_str::<Target>(&word).unwrap(), target);
    }
    assert!(serde_json::from_str::<Target>("\"shoe size\"").is_err());
}

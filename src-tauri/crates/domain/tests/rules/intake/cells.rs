//! What the text of a cell is read as.

use domain::{
    AttributeId,
    intake::{Code, DateOrder, DaysWritten, Meaning, Settled, Target, Verdict},
};
use proptest::prelude::*;

use super::{GROUP_NAME_AGE, attribute, codes, group, room};

#[test]
fn a_full_name_is_cut_to_the_first() {
    let room = room(&GROUP_NAME_AGE);
    for (text, name) in [
        ("Hannah Price", "Hannah"),
        ("PRICE, Hannah", "Hannah"),
        ("Mrs Hannah Price", "Hannah"),
        ("HANNAH PRICE", "Hannah"),
        ("Anne-Marie", "Anne-Marie"),
        ("عائشة محمود", "عائشة"),
    ] {
        assert_eq!(room.one(&["1", text, "30"]).person.name, name, "{text}");
    }
    assert!(codes(&room.one(&["1", "Hannah Price", "30"])).contains(&Code::FirstNameOnly));
    assert!(codes(&room.one(&["1", "HANNAH", "30"])).contains(&Code::Capitals));
}

#[test]
fn spellings_are_read_as_the_studys_values() {
    let columns = [
        Target::Name,
        Target::Sex,
        attribute("grade"),
        attribute("health"),
        attribute("ethnicity"),
    ];
    let mut room = room(&columns);
    room.reading.session = Some(room.sessions[0].id);
    let taken = room.one(&["Priya", "W", "B", "Y – asthma", "WB"]);
    assert_eq!(taken.verdict, Verdict::Mended);
    assert_eq!(taken.person.sex, "Female");
    let values: Vec<&str> = taken.person.attributes.values().map(String::as_str).collect();
    assert_eq!(values, ["White British", "ABC1", "yes"]);
    let plain = room.one(&["Priya", "F", "ABC1", "no", "Indian"]);
    assert_eq!(plain.verdict, Verdict::In, "{:?}", plain.notes);
}

#[test]
fn what_a_spelling_means_can_be_said() {
    let mut room = room(&[Target::Name, Target::Sex]);
    room.reading.session = Some(room.sessions[0].id);
    assert_eq!(codes(&room.one(&["Kim", "NB"])), [Code::OtherValue]);
    let meaning =
        Meaning { target: Target::Sex, spelling: "nb".into(), value: "Non-binary".into() };
    room.reading.meanings.push(meaning);
    assert_eq!(room.one(&["Kim", "NB"]).person.sex, "Non-binary");
}

#[test]
fn a_mark_is_an_answer_only_where_the_column_gives_it_a_meaning() {
    let columns = [Target::Name, Target::Sex, attribute("health"), attribute("grade")];
    let mut room = room(&columns);
    room.reading.session = Some(room.sessions[0].id);
    let taken = room.one(&["Kim", "x", "x", "x"]);
    assert_eq!(taken.person.attributes[&AttributeId::from("health")], "yes");
    // What “x” is to mean of somebody's sex or grade, the sheet does not say.
    assert_eq!(taken.person.sex, "");
    assert!(!taken.person.attributes.contains_key(&AttributeId::from("grade")));
    assert_eq!((taken.verdict, codes(&taken)), (Verdict::Mended, vec![Code::NotUnderstood; 2]));
    assert_eq!(taken.notes[0].args, [("text", "x"), ("what", "sex")].map(owned).into());
    for mark in ["1", "n/a", "T", "-"] {
        assert_eq!(room.one(&["Kim", mark, "no", "ABC1"]).person.sex, "", "{mark}");
    }
}

#[test]
fn a_mark_that_stands_in_one_value_is_that_value() {
    let mut room = room(&[Target::Name, attribute("gender"), attribute("children")]);
    room.reading.session = Some(room.sessions[0].id);
    let mut gender = room.design.attributes[0].clone();
    (gender.id, gender.name) = (AttributeId::from("gender"), "Gender".to_owned());
    gender.values = ["Female", "Male", "Another way (X)"].map(str::to_owned).to_vec();
    room.design.attributes.push(gender);
    let taken = room.one(&["Kim", "x", "x"]);
    let answers = ["gender", "children"].map(|id| &taken.person.attributes[&AttributeId::from(id)]);
    // In a column of children an “x” says yes, and yes says that there are some.
    assert_eq!(answers, ["Another way (X)", "some under 5"]);
    assert_eq!(codes(&taken), [Code::ReadAs]);
}

fn owned((name, text): (&str, &str)) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn an_age_is_read_from_whatever_was_written() {
    let room = room(&GROUP_NAME_AGE);
    for text in
        ["31", "31 yrs", "06/07/1994", "6 July 1994", "1994-07-06", "34521", "25-39", "6.7.94"]
    {
        let taken = room.one(&["1", "Tom", text]);
        assert!(taken.verdict.comes_in(), "{text}: {:?}", taken.notes);
        assert_eq!(taken.person.age_band, "25–39", "{text}");
    }
    let band = AttributeId::from("age-group");
    let taken = room.one(&["1", "Tom", "31"]);
    assert_eq!(taken.person.attributes[&band], "30 to 34");
    assert_eq!(codes(&room.one(&["1", "Tom", "31/02/1981"])), [Code::NoSuchDate]);
    assert_eq!(codes(&room.one(&["1", "Tom", "thirty"])), [Code::NoAge]);
}

#[test]
fn an_age_is_as_of_the_evening() {
    let room = room(&GROUP_NAME_AGE);
    // Twenty-five on the day before, and on the day after.
    assert!(room.one(&["1", "Tom", "13/03/2001"]).verdict == Verdict::Ask);
    assert!(room.one(&["1", "Tom", "12/03/2001"]).verdict.comes_in());
}

#[test]
fn an_age_outside_the_groups_band_waits_to_be_settled() {
    let mut room = room(&GROUP_NAME_AGE);
    let rows: [&[&str]; 1] = [&["1", "Graham", "44"]];
    let taken = room.take(&rows);
    assert_eq!((taken[0].verdict, codes(&taken[0])), (Verdict::Ask, vec![Code::AgeOutside]));
    room.reading.settled =
        vec![Settled { row: 2, target: Target::Session, text: "Oxford, 40–64".into() }];
    assert_eq!(room.take(&rows)[0].person.session, Some(room.sessions[1].id));
}

#[test]
fn a_day_that_may_be_a_month_is_said_unless_the_sheet_settles_it() {
    let room = room(&GROUP_NAME_AGE);
    assert!(codes(&room.one(&["1", "Tom", "06/07/1994"])).contains(&Code::DayFirst));
    let taken = room.take(&[&["1", "Tom", "06/07/1994"], &["1", "Ann", "25/12/1990"]]);
    assert_eq!(taken[0].verdict, Verdict::In, "{:?}", taken[0].notes);
}

#[test]
fn a_sheet_from_the_united_states_is_read_month_first() {
    let room = room(&GROUP_NAME_AGE);
    let taken = room.take(&[&["1", "Tom", "06/07/1994"], &["1", "Ann", "12/25/1990"]]);
    assert!(taken.iter().all(|row| row.verdict == Verdict::In), "{taken:?}");
    // Where both are found, most of them decide, and what is in doubt is said.
    let taken = room.take(&[
        &["1", "Tom", "06/07/1994"],
        &["1", "Ann", "12/25/1990"],
        &["1", "Bea", "2.28.90"],
        &["1", "Cyril", "28/2/1990"],
    ]);
    assert_eq!(codes(&taken[0]), [Code::DayFirst]);
    assert_eq!(taken[0].notes[0].args["date"], "7 June 1994");
    assert_eq!(codes(&taken[3])[0], Code::Turned);
    assert_eq!(taken[3].notes[0].args["date"], "28 February 1990");
}

#[test]
fn the_days_of_a_column_are_counted_by_what_they_can_mean() {
    let cells = ["25/12/1990", "12-25-90", "3.2.99", "4.4.99", "1994-07-06", "25-39", "31", ""];
    let written = DaysWritten::of(cells.into_iter());
    assert_eq!((written.day_first, written.month_first, written.either), (1, 1, 1));
    assert_eq!(written.example, "3.2.99");
    assert!(!written.is_sure());
    assert!(DaysWritten::of(["25/12/1990", "3/2/99"].into_iter()).is_sure());
    assert!(!DaysWritten::of(["3/2/99"].into_iter()).is_sure());
}

#[test]
fn a_group_is_known_by_name_number_or_town() {
    let mut room = room(&[Target::Session, Target::Name]);
    room.sessions.push(group(3, "Stockport", "Stockport"));
    for (text, at) in [
        ("Oxford, 25-39", 0),
        ("OX 2", 1),
        ("ox1", 0),
        ("Group 2", 1),
        ("3", 2),
        ("stockport", 2),
        ("Stock", 2),
    ] {
        assert_eq!(room.one(&[text, "Tom"]).person.session, Some(room.sessions[at].id), "{text}");
    }
    for text in ["Oxford", "Leeds", "9", "Ox 5"] {
        assert_eq!(codes(&room.one(&[text, "Tom"])), [Code::NoGroupNamed], "{text}");
    }
    assert_eq!(codes(&room.one(&["", "Tom"])), [Code::NoGroup]);
}

#[test]
fn phone_and_mail_are_read_only_if_asked_for() {
    let mut room = room(&[Target::Session, Target::Name, Target::Phone, Target::Email]);
    let row = ["1", "Tom", "07700 900123", "tom@example.org"];
    let taken = room.one(&row);
    assert_eq!((taken.person.phone.as_str(), taken.person.email.as_str()), ("", ""));
    room.reading.contacts = true;
    assert_eq!(room.one(&row).person.email, "tom@example.org");
    assert_eq!(codes(&room.one(&["1", "Tom", "x", "y"])), [Code::OddContact, Code::OddContact]);
}

#[test]
fn a_row_says_what_it_lacks() {
    let room = room(&GROUP_NAME_AGE);
    let taken = room.one(&["1", "Tom", ""]);
    assert_eq!((taken.verdict, codes(&taken)), (Verdict::In, vec![Code::Lacks]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whichever comes first, a column that holds one day past the twelfth, or of which somebody
    /// said what comes first, is read as it was meant; any other is read day first and says so.
    #[test]
    fn days_are_read_as_they_were_meant(
        days in prop::collection::vec((1..=28u32, 1..=12u32, 1986..=1995i32), 1..12),
        month_first in any::<bool>(), said in any::<bool>(), mark in "[./-]",
    ) {
        let mut room = room(&GROUP_NAME_AGE);
        let order = if month_first { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        room.reading.dates = said.then_some(order);
        let rows: Vec<[String; 3]> = days.iter().enumerate().flat_map(|(n, (day, month, year))| {
            let (one, other) = if month_first { (month, day) } else { (day, month) };
            let name = || format!("Person Of{n}");
            // The same day twice under one name, once beyond doubt: the same person.
            [["1".into(), name(), format!("{year}-{month:02}-{day:02}")],
             ["1".into(), name(), format!("{one}{mark}{other}{mark}{year}")]]
        }).collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|r| r.iter().map(String::as_str).collect()).collect();
        let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
        let taken = room.take(&rows);
        let is_shown = said || days.iter().any(|(day, ..)| *day > 12);
        for (row, (day, month, _)) in taken.iter().skip(1).step_by(2).zip(&days) {
            let doubt = row.notes.iter().any(|note| note.code == Code::DayFirst);
            let is_same = row.notes.iter().any(|note| note.code == Code::Duplicate);
            prop_assert_eq!(doubt, !is_shown && day != month, "{:?}", row);
            prop_assert_eq!(is_same, is_shown || !month_first || day == month, "{:?}", row);
        }
    }
}

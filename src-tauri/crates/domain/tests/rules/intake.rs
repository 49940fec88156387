use std::collections::BTreeMap;

use domain::{
    AttributeId, Design, Participant, Session, SessionId, SessionPlan,
    intake::{
        Code, DateOrder, DaysWritten, Field, Meaning, Reading, Settled, SheetRow, Study, Taken,
        Target, Verdict, Vocabulary, guess_columns, known_headings, take_in,
    },
    method,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::example::{self, plan};

const WORDS: &str = include_str!("../../../../../assets/recruiting/words.toml");

fn design() -> Design {
    let file = |name, text| method::MethodFile { name, text };
    method::read(&method::MethodFiles {
        method: file(
            "method.toml",
            include_str!("../../../../../assets/methods/policy-ideas/method.toml"),
        ),
        guide: file(
            "guide.toml",
            include_str!("../../../../../assets/methods/policy-ideas/guide.toml"),
        ),
        ideas: file(
            "ideas.toml",
            include_str!("../../../../../assets/methods/policy-ideas/ideas.toml"),
        ),
    })
    .unwrap()
}

fn group(n: u128, group: &str, place: &str) -> Session {
    Session {
        id: SessionId(Uuid::from_u128(n)),
        plan: SessionPlan {
            group: group.into(),
            place: place.into(),
            date: "2026-03-12".parse().unwrap(),
            seats: 3,
            ..plan()
        },
        started: None,
        ..example::session()
    }
}

struct Row<'a> {
    number: u32,
    fields: Vec<Field<'a>>,
}

impl SheetRow for Row<'_> {
    fn number(&self) -> u32 {
        self.number
    }

    fn field(&self, column: usize) -> Option<Field<'_>> {
        self.fields.get(column).copied()
    }
}

/// The study with two groups in Oxford.
struct Room {
    design: Design,
    words: Vocabulary,
    sessions: Vec<Session>,
    people: BTreeMap<SessionId, Vec<Participant>>,
    reading: Reading,
}

/// A room whose sheet has these columns.
fn room(columns: &[Target]) -> Room {
    Room {
        design: design(),
        words: Vocabulary::read(WORDS).unwrap(),
        sessions: vec![group(1, "Oxford, 25–39", "Oxford"), group(2, "Oxford, 40–64", "Oxford")],
        people: BTreeMap::new(),
        reading: Reading { columns: columns.to_vec(), ..Reading::default() },
    }
}

impl Room {
    fn take(&self, rows: &[&[&str]]) -> Vec<Taken> {
        let rows: Vec<Row> = (2..)
            .zip(rows)
            .map(|(number, texts)| Row {
                number,
                fields: texts.iter().map(|text| Field { text, ..Field::default() }).collect(),
            })
            .collect();
        let study = Study {
            design: &self.design,
            sessions: &self.sessions,
            people: &self.people,
            words: &self.words,
        };
        take_in(&study, &self.reading, &rows)
    }

    fn one(&self, texts: &[&str]) -> Taken {
        self.take(&[texts]).remove(0)
    }

    /// Seats those who came in, as the import would.
    fn seat(&mut self, taken: &[Taken]) {
        for row in taken.iter().filter(|row| row.verdict.comes_in()) {
            let (person, session) = (row.person.clone(), row.person.session.unwrap());
            let seated = self.people.entry(session).or_default();
            seated.push(Participant {
                session,
                seat: person.seat,
                name: person.name,
                place: person.place,
                attributes: person.attributes,
                ..example::person(row.number, &person.sex, &person.age_band, "")
            });
        }
    }
}

fn codes(taken: &Taken) -> Vec<Code> {
    taken.notes.iter().map(|note| note.code).collect()
}

fn attribute(id: &str) -> Target {
    Target::Attribute(AttributeId::from(id))
}

/// Headings as recruiters write them, one to a line.
const HEADINGS: &str = include_str!("headings.txt");
const GROUP_NAME_AGE: [Target; 3] = [Target::Session, Target::Name, Target::Age];

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
fn two_of_a_name_in_a_group_get_an_initial() {
    let room = room(&GROUP_NAME_AGE);
    let taken = room.take(&[
        &["1", "Hannah Price", "30"],
        &["1", "Hannah Moss", "31"],
        &["2", "Hannah Vale", "50"],
        &["1", "hannah", "33"],
    ]);
    let names: Vec<&str> = taken.iter().map(|row| row.person.name.as_str()).collect();
    assert_eq!(names, ["Hannah P.", "Hannah M.", "Hannah", "hannah"]);
}

#[test]
fn a_long_list_is_read_as_a_short_one_is() {
    let room = room(&GROUP_NAME_AGE);
    let person = |n: usize| {
        let (group, age) = [("1", "30"), ("2", "50")][n % 2];
        // The first of them stands in the list twice, far apart.
        let name = if n == 2_398 { "N0 Of0".to_owned() } else { format!("N{n} Of{n}") };
        [group.to_owned(), name, age.to_owned()]
    };
    let people: Vec<[String; 3]> = (0..2_400).map(person).collect();
    let rows: Vec<[&str; 3]> =
        people.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
    let (long, short) = (room.take(&rows), room.take(&rows[..1_900]));
    assert_eq!(long[..1_900], short);
    let outside: Vec<&Taken> = long.iter().filter(|row| !row.verdict.comes_in()).collect();
    assert_eq!(outside.len(), 1);
    assert_eq!((outside[0].number, outside[0].notes[0].args["row"].as_str()), (2_400, "2"));
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
fn rows_that_are_nobody_stay_out() {
    let mut room = room(&GROUP_NAME_AGE);
    room.reading.left_out.insert(5);
    let taken = room.take(&[
        &["1", "TOTAL", "9"],
        &["Group", "Name", "Age"],
        &["1", "", "30"],
        &["1", "Tom", "30"],
        &["Total", "", ""],
    ]);
    let all: Vec<Code> = taken.iter().map(|row| codes(row)[0]).collect();
    let expected = [Code::Total, Code::HeadingAgain, Code::NoName, Code::LeftOut, Code::Total];
    assert_eq!(all, expected);
}

#[test]
fn the_same_person_comes_in_once() {
    let mut room = room(&GROUP_NAME_AGE);
    let rows: [&[&str]; 3] = [
        &["1", "Hannah Price", "06/07/1994"],
        &["1", "Tom", "30"],
        &["2", "hannah PRICE", "6.7.94"],
    ];
    let taken = room.take(&rows);
    assert_eq!(taken[2].verdict, Verdict::Out);
    assert_eq!(taken[2].notes[0].args["row"], "2");
    room.seat(&taken);
    let again = room.take(&rows);
    assert_eq!(codes(&again[0])[0], Code::AlreadyHere);
    assert_eq!(codes(&again[1])[0], Code::AlreadyHere);
}

#[test]
fn seats_are_as_asked_then_the_lowest_free_and_then_none() {
    let room = room(&[Target::Session, Target::Name, Target::Seat]);
    let taken = room.take(&[
        &["1", "Tom", ""],
        &["1", "Ann", "1"],
        &["1", "Bea", "seat 1"],
        &["1", "Cyril", "9"],
        &["1", "Dina", ""],
        &["1", "Ed", ""],
    ]);
    let seats: Vec<Option<u32>> = taken.iter().map(|row| row.person.seat).collect();
    assert_eq!(seats, [Some(2), Some(1), None, None, Some(3), None]);
    assert_eq!(codes(&taken[2]), [Code::SeatTaken]);
    assert_eq!(codes(&taken[3]), [Code::NoSuchSeat]);
    assert_eq!(codes(&taken[5]), [Code::NoSeatLeft]);
    assert!(taken[5].verdict.comes_in());
}

#[test]
fn an_evening_that_is_over_takes_nobody() {
    let mut room = room(&[Target::Session, Target::Name]);
    room.sessions[0].ended = Some("2026-03-12T21:00:00Z".parse().unwrap());
    assert_eq!(codes(&room.one(&["1", "Tom"])), [Code::GroupOver]);
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

#[test]
fn targets_go_over_the_wire_as_words() {
    for target in [Target::Out, Target::Age, attribute("grade")] {
        let word = serde_json::to_string(&target).unwrap();
        assert_eq!(serde_json::from_str::<Target>(&word).unwrap(), target);
    }
    assert!(serde_json::from_str::<Target>("\"shoe size\"").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whoever comes in has a name of their own, a group, and a seat that nobody else has; and
    /// what a second sheet of the same rows would bring is nobody.
    #[test]
    fn those_who_come_in_can_be_seated(rows in prop::collection::vec(
        ("[12]", "(Ann|Ann Bell|Bea|Bea Cox|TOM|)", "(30|44|45|x|)", "(F|m|)"), 0..12))
    {
        let mut room = room(&[Target::Session, Target::Name, Target::Age, Target::Sex]);
        let rows: Vec<[&str; 4]> =
            rows.iter().map(|(a, b, c, d)| [a.as_str(), b, c, d]).collect();
        let rows: Vec<&[&str]> = rows.iter().map(|row| &row[..]).collect();
        let taken = room.take(&rows);
        prop_assert_eq!(taken.len(), rows.len());
        let inside: Vec<&Taken> = taken.iter().filter(|row| row.verdict.comes_in()).collect();
        for (at, row) in inside.iter().enumerate() {
            prop_assert!(!row.person.name.is_empty() && row.person.session.is_some());
            for other in &inside[..at] {
                let same = row.person.session == other.person.session;
                prop_assert!(!same || row.person.name != other.person.name);
                let seated = row.person.seat.is_some();
                prop_assert!(!same || !seated || row.person.seat != other.person.seat);
            }
        }
        room.seat(&taken);
        let again = room.take(&rows);
        prop_assert!(again.iter().all(|row| !row.verdict.comes_in()));
    }

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

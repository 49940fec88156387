//! What becomes of a row beside the others.

use domain::intake::{Code, Taken, Target, Verdict};
use proptest::prelude::*;

use super::{GROUP_NAME_AGE, codes, room};

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
}

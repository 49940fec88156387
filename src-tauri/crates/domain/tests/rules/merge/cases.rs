//! What two laptops did, case by case.

use domain::{
    ActivityId, Change, DesignEdit, DesignId, Diff, Line, Participant, Rating, Span, SpanId,
    delta::Delta,
    merge::{Conflict, Folded},
};
use serde_json::Value;
use uuid::Uuid;

use super::{
    all_of,
    deeds::Deed,
    laptop::{Laptop, common, moment, session},
};

fn two() -> (Laptop, Laptop) {
    let begun = common();
    let mut both = [2, 3].map(|number| begun.copied(number));
    both.iter_mut().for_each(Laptop::open);
    let [one, other] = both;
    (one, other)
}

#[test]
fn a_line_that_both_wrote_down_is_one_line_with_what_each_noted_of_it() {
    let (mut one, mut other) = two();
    let line = Line { codes: vec!["cost".into()], ..one.line(1) };
    one.keep(vec![Diff::made(line).into()]);
    let line = Line { codes: vec!["trust".into()], starred: true, ..other.line(1) };
    other.keep(vec![Diff::made(line).into()]);
    let late = Line { at: moment(3600), ..other.line(1) };
    other.keep(vec![Diff::made(late).into()]);
    let mut lines: Vec<Line> = all_of(&[&one, &other]).all("line");
    lines.sort_by_key(|line| line.at);
    let [both, late] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(both.starred);
    assert_eq!(both.codes.len(), 2);
    assert_eq!(late.at, moment(3600), "the same words an hour later are another line");
}

#[test]
fn two_numbers_for_what_the_group_agreed_are_shown_until_one_is_settled() {
    let (mut one, mut other) = two();
    one.do_one(&Deed::Rate { value: 4 });
    other.do_one(&Deed::Rate { value: 5 });
    let begun = one.clone();
    let all = all_of(&[&one, &other]);
    let conflicts = all.folded().conflicts;
    let asked: Vec<&Conflict> = conflicts.iter().filter(|c| c.asked).collect();
    assert_eq!(asked.len(), 1, "{conflicts:?}");
    assert_eq!(asked[0].path, ["value"]);
    let mut values: Vec<_> = asked[0].sides.iter().filter_map(|side| side.value.clone()).collect();
    values.sort_by_key(Value::as_u64);
    assert_eq!(values, [4, 5]);

    // The one that stands may be the right one as well.
    for value in values {
        let mut all = all.clone();
        let row = all.folded().rows.into_iter().find(|row| row.id == asked[0].row).unwrap().value;
        all.keep(asked[0].settle(&row, Some(&value)).unwrap());
        assert_eq!(all.all::<Rating>("rating")[0].value.map(Value::from), Some(value));
        let left = all.folded().conflicts;
        assert!(left.iter().all(|c| !c.asked), "{left:?}");
        one.take_in(&all);
        assert!(one.folded().conflicts.iter().all(|c| !c.asked), "settled for everybody");
        one = begun.clone();
    }
}

#[test]
fn two_people_who_change_two_fields_both_win() {
    let (mut one, _) = two();
    one.do_one(&Deed::Line { text: 1 });
    let mut other = one.copied(3);
    one.open();
    other.open();
    one.do_one(&Deed::Change { which: 0, field: 0, value: 1 });
    other.do_one(&Deed::Change { which: 0, field: 1, value: 1 });
    let all = all_of(&[&one, &other]);
    let lines: Vec<Line> = all.all("line");
    assert_eq!((lines[0].text.as_str(), lines[0].starred), ("other 1", true));
    assert_eq!(all.folded().conflicts, []);
}

#[test]
fn what_one_took_out_and_another_mended_stays_and_is_shown() {
    let (mut one, _) = two();
    one.do_one(&Deed::Line { text: 1 });
    let mut other = one.copied(3);
    one.open();
    other.open();
    one.do_one(&Deed::Remove { which: 0 });
    other.do_one(&Deed::Change { which: 0, field: 0, value: 1 });
    let folded = all_of(&[&one, &other]).folded();
    assert_eq!(folded, all_of(&[&other, &one]).folded());
    assert_eq!(folded.rows.iter().filter(|row| row.table == "line").count(), 1);
    assert_eq!(folded.conflicts.len(), 1);
    assert!(folded.conflicts[0].sides.iter().any(|side| side.value.is_none()));
}

#[test]
fn two_people_in_one_seat_are_both_kept_and_shown() {
    let (mut one, mut other) = two();
    let person = Participant { name: "Ada".into(), ..one.person(4) };
    one.keep(vec![Diff::made(person).into()]);
    let person = Participant { name: "Ben".into(), ..other.person(4) };
    other.keep(vec![Diff::made(person).into()]);
    let all = all_of(&[&one, &other]);
    let seats: Vec<(String, Option<u32>)> = all
        .all::<Participant>("participant")
        .into_iter()
        .filter(|person| ["Ada", "Ben"].contains(&person.name.as_str()))
        .map(|person| (person.name, person.seat))
        .collect();
    assert_eq!(seats.len(), 2);
    assert_eq!(seats.iter().filter(|(_, seat)| seat == &Some(4)).count(), 1, "{seats:?}");
    assert!(all.folded().conflicts.iter().any(|c| c.path == ["seat"] && c.asked));
}

/// How many lines stand once both are together.
fn lines_of(one: &Laptop, other: &Laptop) -> usize {
    let all = all_of(&[one, other]);
    assert_eq!(all.folded(), all_of(&[other, one]).folded());
    all.all::<Line>("line").len()
}

#[test]
fn two_clocks_far_apart_leave_no_line_twice() {
    let (one, other) = two();
    let (mut one, mut other) = (one.by_clock(0), other.by_clock(2400));
    for text in 0..3 {
        one.do_one(&Deed::Line { text });
        other.do_one(&Deed::Line { text });
    }
    one.do_one(&Deed::Line { text: 4 });
    other.do_one(&Deed::Line { text: 5 });
    assert_eq!(lines_of(&one, &other), 5);
    // The same words again forty minutes on are said again, on whichever laptop.
    let again = Line { at: moment(2400), ..one.line(1) };
    one.keep(vec![Diff::made(again).into()]);
    assert_eq!(lines_of(&one, &other), 6);
}

#[test]
fn one_line_in_common_says_nothing_of_two_clocks() {
    let (one, other) = two();
    let (mut one, mut other) = (one.by_clock(0), other.by_clock(2400));
    one.do_one(&Deed::Line { text: 0 });
    other.do_one(&Deed::Line { text: 0 });
    assert_eq!(lines_of(&one, &other), 2);
}

/// Whether anybody is asked where a line belongs that one laptop has in the opening, the other in
/// the gallery, so many seconds after both went on to the gallery.
fn is_asked_where_it_belongs(after: i64, mended: bool) -> bool {
    let (one, other) = two();
    let (mut one, mut other) = (one.by_clock(0), other.by_clock(2400));
    for (laptop, ahead, activity) in [(&mut one, 0, "opening"), (&mut other, 2400, "gallery")] {
        let id = SpanId(laptop.id());
        let (session, started) = (session(), moment(ahead));
        let gallery = ActivityId::from("gallery");
        let span = Span { id, session, activity: gallery, lens: None, started, ended: None };
        laptop.keep(vec![Diff::made(span).into()]);
        // The clocks are compared on what both noted.
        laptop.do_one(&Deed::Line { text: 8 });
        laptop.do_one(&Deed::Line { text: 9 });
        let at = moment(ahead + after);
        let line = Line { at, activity: Some(activity.into()), ..laptop.line(1) };
        laptop.keep(vec![Diff::made(line.clone()).into()]);
        if mended {
            let by_hand = Line { activity: Some("rounds".into()), ..line.clone() };
            laptop.keep(vec![Diff::changed(line, by_hand.clone()).into()]);
            let activity = Some(activity.into());
            laptop.keep(vec![Diff::changed(by_hand.clone(), Line { activity, ..by_hand }).into()]);
        }
    }
    let conflicts = all_of(&[&one, &other]).folded().conflicts;
    let of: Vec<&Conflict> = conflicts.iter().filter(|c| c.path == ["activity"]).collect();
    let [conflict] = of.as_slice() else { panic!("{conflicts:?}") };
    conflict.asked
}

#[test]
fn a_line_said_as_the_evening_went_on_may_belong_to_either_part() {
    assert!(!is_asked_where_it_belongs(20, false));
    assert!(!is_asked_where_it_belongs(-20, false));
    assert!(is_asked_where_it_belongs(300, false), "one laptop did not go on");
    assert!(is_asked_where_it_belongs(20, true), "somebody said so by hand");
}

fn retitled(laptop: &mut Laptop, title: &str) {
    let stage = vec!["stages".to_owned(), "0".to_owned(), "title".to_owned()];
    let before = laptop.folded().rows.into_iter().find(|row| row.table == "design").unwrap();
    let before = before.value["design"]["stages"][0]["title"].clone();
    let delta = Delta { path: stage, before: Some(before), after: Some(title.into()) };
    let edit = DesignEdit { design: DesignId(Uuid::nil()), deltas: vec![delta] };
    laptop.keep(vec![Change::from(edit)]);
}

#[test]
fn two_wordings_of_one_title_are_shown_until_one_is_settled() {
    let (mut one, mut other) = two();
    retitled(&mut one, "Welcome");
    retitled(&mut other, "Hello");
    let all = all_of(&[&one, &other]);
    let Folded { rows, conflicts, .. } = all.folded();
    let [conflict] = conflicts.as_slice() else { panic!("{conflicts:?}") };
    assert_eq!(conflict.path, ["design", "stages", "0", "title"]);
    let who: Vec<&str> = conflict.sides.iter().map(|side| side.who.as_str()).collect();
    assert_eq!(who, ["Laptop 3", "Laptop 2"]);
    let row = rows.into_iter().find(|row| row.id == conflict.row).unwrap().value;
    for title in ["Welcome", "Hello"] {
        let mut settled = all.clone();
        let changes = conflict.settle(&row, Some(&title.into())).unwrap();
        assert!(changes.iter().all(|change| matches!(change, Change::DesignEdit(_))));
        settled.keep(changes);
        let folded = settled.folded();
        assert_eq!(folded.conflicts, []);
        let design = folded.rows.into_iter().find(|row| row.table == "design").unwrap().value;
        assert_eq!(design["design"]["stages"][0]["title"], title);
    }
}

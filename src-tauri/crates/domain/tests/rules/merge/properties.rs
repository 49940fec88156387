//! What holds whatever is done on three laptops.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, Diff, EventId, SessionId,
    merge::{Act, Conflict, Known, Row, fold, fold_part, taken_out},
};
use proptest::prelude::*;

use super::{
    all_of,
    deeds::deed,
    laptop::{common, play, rows, story},
};

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn three_laptops_come_to_the_same_whoever_meets_whom(story in story()) {
        let [a, b, c] = &play(&story);
        let all = all_of(&[a, b, c]).folded();
        // In either order.
        prop_assert_eq!(&all_of(&[c, b, a]).folded(), &all);
        prop_assert_eq!(&all_of(&[b, c, a]).folded(), &all);
        // Twice as well as once.
        prop_assert_eq!(&all_of(&[a, b, c, b, a]).folded(), &all);
        // Two of them first, at either end.
        prop_assert_eq!(&all_of(&[&all_of(&[a, b]), c]).folded(), &all);
        prop_assert_eq!(&all_of(&[a, &all_of(&[b, c])]).folded(), &all);
    }

    /// A merge puts together only the sessions that the acts which come are about.
    #[test]
    fn a_part_adds_up_to_what_the_whole_says_of_it(story in story()) {
        let [ours, theirs, _] = &play(&story);
        let known: BTreeSet<EventId> = ours.acts.iter().map(|act| act.event.id).collect();
        let came = theirs.acts.iter().filter(|act| !known.contains(&act.event.id));
        let mut touched: BTreeSet<SessionId> = came.flat_map(Act::sessions).collect();
        touched.extend(taken_out(&ours.acts));
        let stood = ours.folded();
        let elsewhere = |row: &Row| row.session().is_some_and(|id| !touched.contains(&id));

        let both = all_of(&[ours, theirs]);
        let acts: Vec<Act> = both.acts.iter().map(|act| act.clone().within(&touched)).collect();
        let part = fold_part(&acts, &both.sittings, &touched);
        let whole = both.folded();
        let (rest, of_part): (Vec<&Row>, Vec<&Row>) =
            whole.rows.iter().partition(|row| elsewhere(row));
        prop_assert_eq!(part.rows.iter().collect::<Vec<_>>(), of_part);
        // The others are as they stood.
        prop_assert_eq!(rest, stood.rows.iter().filter(|row| elsewhere(row)).collect::<Vec<_>>());
        let of = |conflict: &&Conflict| {
            !whole.rows.iter().any(|row| row.id == conflict.row && elsewhere(row))
        };
        let conflicts: Vec<&Conflict> = whole.conflicts.iter().filter(of).collect();
        prop_assert_eq!(part.conflicts.iter().collect::<Vec<_>>(), conflicts);
        prop_assert!(part.same.iter().all(|(id, of)| whole.same.get(id) == Some(of)));
        let made = |id: &String| part.rows.iter().any(|row| row.id == *id);
        let same = whole.same.iter().filter(|(_, of)| made(of));
        prop_assert!(same.eq(part.same.iter().filter(|(_, of)| made(of))));
    }

    /// A session that is handed over takes its own people along only: the parts that several of
    /// them have of an act are the act.
    #[test]
    fn parts_that_were_handed_over_are_the_whole_again(story in story()) {
        let [a, b, c] = &play(&story);
        let all = all_of(&[a, b, c]);
        let sessions: BTreeSet<SessionId> = all.acts.iter().flat_map(Act::sessions).collect();
        let handed = |of: &SessionId| -> Vec<Act> {
            all.acts.iter().map(|act| act.clone().handed_over(*of)).collect()
        };
        let parts: Vec<Act> = sessions.iter().rev().flat_map(handed).collect();
        let by_id = |rows: &[Row]| -> BTreeMap<String, Row> {
            rows.iter().map(|row| (row.id.clone(), row.clone())).collect()
        };
        let whole = all.folded();
        if !sessions.is_empty() {
            let again = fold(&parts, &all.sittings);
            prop_assert_eq!(by_id(&again.rows), by_id(&whole.rows));
        }
    }

    #[test]
    fn what_nobody_took_out_is_there(story in story()) {
        let laptops = play(&story);
        let all = all_of(&[&laptops[0], &laptops[1], &laptops[2]]);
        let folded = all.folded();
        let stands = rows(&folded);
        let mut made = BTreeMap::new();
        for change in all.acts.iter().flat_map(|act| &act.event.changes) {
            let told = serde_json::to_value(change).unwrap();
            let table = told["table"].as_str().unwrap().to_owned();
            let is_made = told["before"].is_null();
            let row = if told["after"].is_null() { &told["before"] } else { &told["after"] };
            // A word in a version makes and takes out nothing.
            let Some(id) = row["id"].as_str().map(str::to_owned) else { continue };
            let kept: &mut bool = made.entry((table, id)).or_default();
            *kept = is_made || (*kept && !told["after"].is_null());
        }
        for ((table, id), kept) in made {
            let goes_by = folded.same.get(&id).cloned().unwrap_or_else(|| id.clone());
            if kept && goes_by == id {
                prop_assert!(stands.contains_key(&(table, id)));
            }
        }
    }

    #[test]
    fn what_two_say_differently_is_shown_until_somebody_who_knows_both_says_it_anew(
        story in story(),
    ) {
        let laptops = play(&story);
        let all = all_of(&[&laptops[0], &laptops[1], &laptops[2]]);
        let folded = all.folded();
        let known = Known::of(&all.sittings);
        // Every word that was put on the text of a line, and by which act.
        let mut said: Vec<(String, &Act, String)> = Vec::new();
        for act in &all.acts {
            for change in &act.event.changes {
                if let Change::Line(Diff { before: Some(before), after: Some(after) }) = change
                    && before.text != after.text
                {
                    said.push((after.id.to_string(), act, after.text.clone()));
                }
            }
        }
        let point = |act: &Act| (act.sitting, act.stamp);
        for (row, act, text) in &said {
            let last = said.iter().all(|(other, later, _)| {
                other != row || later.event.id == act.event.id || !known.knew(point(later), point(act))
            });
            let rival = said.iter().any(|(other, rival, words)| {
                other == row
                    && words != text
                    && !known.knew(point(rival), point(act))
                    && !known.knew(point(act), point(rival))
                    && said.iter().all(|(other, later, _)| {
                        other != row
                            || later.event.id == rival.event.id
                            || !known.knew(point(later), point(rival))
                    })
            });
            let goes_by = folded.same.get(row).unwrap_or(row);
            let stands = folded.rows.iter().any(|r| &r.id == goes_by);
            if last && rival && stands && goes_by == row {
                let shown = |c: &Conflict| {
                    &c.row == goes_by && c.sides.iter().any(|side| side.act == act.event.id)
                };
                prop_assert!(folded.conflicts.iter().any(shown), "{text} is not shown");
            }
        }
    }

    #[test]
    fn one_laptop_alone_never_disagrees(deeds in prop::collection::vec(deed(), 0..30)) {
        let mut laptop = common();
        for deed in &deeds {
            laptop.do_one(deed);
        }
        let folded = laptop.folded();
        prop_assert_eq!(folded.conflicts, []);
        prop_assert!(folded.same.is_empty());
    }
}

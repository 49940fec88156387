//! Most popular, most contentious, joker.

use domain::choice::{After, Coverage, Suggestion, suggest};
use domain::*;
use proptest::prelude::*;

use crate::example::{design, slot};

type OnIdea = (&'static str, u32, u32, u32);

/// Suggestions from greens, reds and groups so far.
fn choose(design: &Design, wall: &[OnIdea]) -> Vec<Suggestion> {
    let count = |&(idea, green, red, _): &OnIdea| Count { idea: idea.into(), green, red };
    let cover = |&(idea, _, _, groups): &OnIdea| Coverage { idea: idea.into(), groups, lines: 0 };
    let counts: Vec<Count> = wall.iter().map(count).collect();
    let coverage: Vec<Coverage> = wall.iter().map(cover).collect();
    suggest(design, &counts, &coverage)
}

fn ideas(suggestions: &[Suggestion]) -> Vec<&str> {
    suggestions.iter().map(|s| s.idea.as_ref().map_or("-", IdeaId::as_str)).collect()
}

fn ids(ideas: &[&str]) -> Vec<IdeaId> {
    ideas.iter().map(|&idea| idea.into()).collect()
}

#[test]
fn the_most_of_each_colour_and_the_least_discussed_of_the_rest() {
    let wall = [("a", 5, 0, 2), ("b", 1, 4, 2), ("c", 0, 0, 1), ("d", 2, 1, 0), ("e", 1, 1, 3)];
    let slots = choose(&design(), &wall);
    assert_eq!(ideas(&slots), ["a", "b", "d"]);
    assert_eq!(slots[0].why, Why::Most { count: 5 });
    assert_eq!(slots[1].why, Why::Most { count: 4 });
    assert_eq!(slots[2].why, Why::LeastDiscussed { groups: 0 });
    assert!(slots.iter().all(|s| s.tied.is_empty() && !s.moderator_decides));
}

#[test]
fn an_idea_that_tops_both_lists_is_discussed_once_and_the_next_red_takes_the_second_slot() {
    let wall = [("a", 5, 4, 0), ("b", 1, 3, 0), ("c", 4, 1, 0), ("d", 0, 0, 1), ("e", 0, 0, 2)];
    let slots = choose(&design(), &wall);
    assert_eq!(ideas(&slots), ["a", "b", "c"]);
    assert_eq!(slots[0].why, Why::MostDivided { green: 5, red: 4 });
    assert_eq!(slots[1].why, Why::NextAfterMostDivided { count: 3 });
    assert_eq!(slots[1].after, Some(After { idea: "a".into(), count: 4 }));
}

#[test]
fn a_tie_is_shown_and_goes_to_the_least_discussed() {
    let wall = [("a", 5, 0, 2), ("b", 5, 0, 1), ("c", 0, 3, 0)];
    let slots = choose(&design(), &wall);
    let with = ids(&["a"]);
    assert_eq!(slots[0].why, Why::TieLeastDiscussed { count: 5, with, groups: 1 });
    assert_eq!(slots[0].idea, Some("b".into()));
    assert_eq!(slots[0].tied, ids(&["a", "b"]));
    assert!(!slots[0].moderator_decides);
}

#[test]
fn then_to_the_fewest_reds() {
    let wall = [("a", 5, 2, 1), ("b", 5, 1, 1), ("c", 5, 0, 2), ("d", 0, 3, 0)];
    let slots = choose(&design(), &wall);
    let with = ids(&["a"]);
    assert_eq!(slots[0].why, Why::TieFewestReds { count: 5, with, red: 1 });
    assert_eq!(slots[0].tied, ids(&["a", "b", "c"]));
}

#[test]
fn then_to_the_moderator_with_the_first_by_number_filled_in() {
    let wall = [("e", 0, 3, 1), ("d", 0, 3, 1), ("a", 1, 0, 0)];
    let slots = choose(&design(), &wall);
    assert_eq!(slots[1].why, Why::TieModerator { count: 3, with: ids(&["e"]) });
    assert_eq!(slots[1].idea, Some("d".into()));
    assert!(slots[1].moderator_decides);
}

#[test]
fn what_an_earlier_step_ruled_out_is_not_the_moderators_to_take_without_a_reason() {
    // Four that nobody talked of; two of them have no red, and between these it is a call.
    let wall = [("a", 5, 0, 3), ("b", 0, 4, 3), ("c", 0, 0, 0), ("d", 0, 1, 0), ("e", 0, 0, 0)];
    let slots = choose(&design(), &wall);
    assert_eq!(slots[2].tied, ids(&["c", "d", "e"]));
    assert_eq!(slots[2].equals, ids(&["c", "e"]));
    assert!(slots[0].equals.is_empty(), "the rules decide");
}

#[test]
fn with_no_sticker_of_a_colour_it_is_the_moderators_call() {
    let slots = choose(&design(), &[("a", 2, 0, 0)]);
    assert_eq!((&slots[1].why, &slots[1].idea), (&Why::NoSticker, &None));
    assert_eq!(slots[1].tied, ids(&["b", "c", "d", "e"]));
    assert_eq!(slots[1].equals, slots[1].tied);
    assert!(slots[1].moderator_decides);
}

#[test]
fn the_only_red_on_the_most_popular_leaves_the_second_slot_to_the_moderator() {
    let slots = choose(&design(), &[("a", 2, 1, 0), ("b", 1, 0, 0)]);
    assert_eq!(slots[0].why, Why::MostDivided { green: 2, red: 1 });
    assert_eq!(slots[1].why, Why::NoSticker);
    assert_eq!(slots[1].after, Some(After { idea: "a".into(), count: 1 }));
}

#[test]
fn a_joker_that_stands_first_in_the_guide_still_leaves_the_others_their_ideas() {
    let mut design = design();
    design.slots.rotate_right(1);
    let wall = [("a", 5, 0, 0), ("b", 0, 4, 0), ("c", 0, 0, 1), ("d", 0, 1, 1), ("e", 0, 0, 2)];
    let slots = choose(&design, &wall);
    assert_eq!(slots[0].slot, "joker".into());
    assert_eq!(ideas(&slots), ["c", "a", "b"]);
    assert_eq!(slots[0].tied, ids(&["c", "d"]));
    assert!(!slots[0].moderator_decides, "the fewest reds decided");
}

#[test]
fn more_slots_than_ideas_leave_slots_empty() {
    let mut design = design();
    design.ideas.truncate(1);
    let slots = choose(&design, &[("a", 1, 1, 0)]);
    assert_eq!(ideas(&slots), ["a", "-", "-"]);
}

fn any_wall() -> impl Strategy<Value = (Vec<Count>, Vec<Coverage>)> {
    let idea = || prop::sample::select(vec!["a", "b", "c", "d", "e"]);
    let counts = prop::collection::btree_map(idea(), (0_u32..4, 0_u32..4), 0..6);
    let coverage = prop::collection::btree_map(idea(), 0_u32..3, 0..6);
    (counts, coverage).prop_map(|(counts, coverage)| {
        let count =
            |(idea, (green, red)): (&str, (u32, u32))| Count { idea: idea.into(), green, red };
        let cover = |(idea, groups): (&str, u32)| Coverage { idea: idea.into(), groups, lines: 0 };
        (counts.into_iter().map(count).collect(), coverage.into_iter().map(cover).collect())
    })
}

fn any_slots() -> impl Strategy<Value = Vec<Slot>> {
    let rule =
        prop_oneof![Just(SlotRule::MostGreen), Just(SlotRule::MostRed), Just(SlotRule::Joker),];
    prop::collection::vec(rule, 0..7).prop_map(|rules| {
        let named = |(at, rule): (usize, SlotRule)| slot(&format!("slot-{at}"), rule);
        rules.into_iter().enumerate().map(named).collect()
    })
}

proptest! {
    #[test]
    fn no_idea_twice_and_a_slot_each((counts, coverage) in any_wall(), slots in any_slots()) {
        let mut design = design();
        design.slots = slots;
        let chosen = suggest(&design, &counts, &coverage);
        prop_assert!(chosen.iter().map(|s| &s.slot).eq(design.slots.iter().map(|s| &s.id)));
        let mut ideas: Vec<_> = chosen.iter().filter_map(|s| s.idea.clone()).collect();
        let filled = ideas.len();
        ideas.sort();
        ideas.dedup();
        prop_assert_eq!(ideas.len(), filled);
    }

    #[test]
    fn the_order_of_what_comes_in_does_not_matter((mut counts, mut coverage) in any_wall()) {
        let design = design();
        let before = suggest(&design, &counts, &coverage);
        counts.reverse();
        coverage.reverse();
        prop_assert_eq!(suggest(&design, &counts, &coverage), before);
    }

    /// Nobody with more stickers is passed over, but for the idea that has a slot already; a
    /// joker is never more discussed than what is left; and every tie is told.
    #[test]
    fn what_is_suggested_is_at_the_top((counts, coverage) in any_wall(), slots in any_slots()) {
        let mut design = design();
        design.slots = slots;
        let chosen = suggest(&design, &counts, &coverage);
        let of = |idea: &IdeaId, rule: SlotRule| {
            let count = counts.iter().find(|c| &c.idea == idea);
            match rule {
                SlotRule::MostRed => count.map_or(0, |c| c.red),
                _ => count.map_or(0, |c| c.green),
            }
        };
        let groups = |idea: &IdeaId| {
            coverage.iter().find(|c| &c.idea == idea).map_or(0, |c| c.groups)
        };
        let taken: Vec<_> = chosen.iter().filter_map(|s| s.idea.as_ref()).collect();
        let free = || design.ideas.iter().map(|i| &i.id).filter(|id| !taken.contains(id));
        for (slot, suggestion) in design.slots.iter().zip(&chosen) {
            let Some(idea) = &suggestion.idea else {
                prop_assert!(suggestion.moderator_decides);
                continue;
            };
            if slot.rule == SlotRule::Joker {
                prop_assert!(free().all(|other| groups(other) >= groups(idea)));
            } else {
                let count = of(idea, slot.rule);
                prop_assert!(count > 0);
                prop_assert!(free().all(|other| of(other, slot.rule) <= count));
                let equal: Vec<_> = free().filter(|o| of(o, slot.rule) == count).collect();
                prop_assert!(equal.iter().all(|other| suggestion.tied.contains(other)));
            }
            prop_assert!(suggestion.tied.is_empty() || suggestion.tied.contains(idea));
        }
    }
}

//! Two greens on two ideas, one red on any; less is allowed, more is not.

use domain::budget::{self, Refusal};
use domain::*;
use proptest::prelude::*;
use uuid::Uuid;

const BUDGET: Budget = Budget { green: 2, red: 1 };
const STATES: [RoundState; 5] = [
    RoundState::Set,
    RoundState::Open,
    RoundState::Sealed,
    RoundState::Revealed,
    RoundState::Final,
];

fn round(state: RoundState) -> Round {
    Round {
        id: RoundId(Uuid::nil()),
        session: SessionId(Uuid::nil()),
        number: 1,
        naming: Naming::Named,
        entry: Entry::Seats,
        budget: BUDGET,
        state,
        counts: vec![],
        abstained: vec![],
        people: 0,
        opened: None,
        revealed: None,
    }
}

fn sticker(idea: &str, colour: Colour) -> Sticker {
    Sticker {
        id: StickerId(Uuid::nil()),
        session: SessionId(Uuid::nil()),
        round: RoundId(Uuid::nil()),
        participant: ParticipantId(Uuid::nil()),
        idea: Some(idea.into()),
        colour,
    }
}

fn known(idea: &IdeaId) -> bool {
    ["a", "b", "c", "d", "e"].contains(&idea.as_str())
}

fn place(placed: &[Sticker], idea: &str, colour: Colour) -> Result<(), Refusal> {
    budget::check_sticker(&round(RoundState::Open), placed, &idea.into(), colour, true, known)
}

fn any_colour() -> impl Strategy<Value = Colour> {
    prop_oneof![Just(Colour::Green), Just(Colour::Red)]
}

fn any_idea() -> impl Strategy<Value = String> {
    "[a-f]"
}

#[test]
fn a_third_green_is_refused_and_a_red_beside_ones_own_green_is_not() {
    let placed = [sticker("a", Colour::Green), sticker("b", Colour::Green)];
    let refusal = Refusal::OverBudget { colour: Colour::Green, allowed: 2 };
    assert_eq!(place(&placed, "c", Colour::Green), Err(refusal));
    assert_eq!(place(&placed, "a", Colour::Red), Ok(()));
}

#[test]
fn two_greens_go_on_two_ideas() {
    let placed = [sticker("a", Colour::Green)];
    let refusal = Refusal::SameIdeaTwice { idea: "a".into(), colour: Colour::Green };
    assert_eq!(place(&placed, "a", Colour::Green), Err(refusal));
}

#[test]
fn absent_people_place_nothing_and_neither_does_anyone_on_an_unknown_idea() {
    let open = round(RoundState::Open);
    let absent = budget::check_sticker(&open, &[], &"a".into(), Colour::Red, false, known);
    assert_eq!(absent, Err(Refusal::Absent));
    let unknown = Refusal::UnknownIdea { idea: "z".into() };
    assert_eq!(place(&[], "z", Colour::Red), Err(unknown));
}

#[test]
fn an_abstention_is_kept_of_who_is_there_has_nothing_up_and_while_the_round_is_open() {
    for state in STATES {
        let kept = budget::check_abstention(&round(state), &[], true);
        assert_eq!(kept.is_ok(), state == RoundState::Open);
    }
    let open = round(RoundState::Open);
    assert_eq!(budget::check_abstention(&open, &[], false), Err(Refusal::Absent));
    let placed = [sticker("a", Colour::Red)];
    assert_eq!(budget::check_abstention(&open, &placed, true), Err(Refusal::HasStickers));
}

#[test]
fn stickers_go_on_while_the_round_is_open_and_are_put_right_until_it_is_final() {
    for state in STATES {
        let idea = IdeaId::from("a");
        let mut round = round(state);
        let placed = budget::check_sticker(&round, &[], &idea, Colour::Green, true, known);
        assert_eq!(placed.is_ok(), state == RoundState::Open);
        let corrected = budget::check_correction(&round, &[], &idea, Colour::Green, known);
        let corrects = matches!(state, RoundState::Sealed | RoundState::Revealed);
        assert_eq!(corrected.is_ok(), corrects);
        round.naming = Naming::Secret;
        assert!(budget::check_correction(&round, &[], &idea, Colour::Green, known).is_err());
    }
}

#[test]
fn a_round_goes_one_step_at_a_time_and_only_forwards() {
    for (at, from) in STATES.into_iter().enumerate() {
        for (place, to) in STATES.into_iter().enumerate() {
            assert_eq!(budget::advance(from, to).is_ok(), place == at + 1);
        }
    }
}

#[test]
fn a_tally_is_held_against_the_people_there() {
    let count = |idea: &str, green, red| Count { idea: idea.into(), green, red };
    let check = |counts: &[Count]| budget::check_tally(BUDGET, 3, counts, known);
    assert_eq!(check(&[count("a", 3, 1), count("b", 3, 2)]), Ok(()));
    assert!(matches!(
        check(&[count("a", 4, 0)]),
        Err(Refusal::TooManyInTally { idea: Some(_), colour: Colour::Green, count: 4, most: 3 })
    ));
    assert!(matches!(
        check(&[count("a", 0, 2), count("b", 0, 2)]),
        Err(Refusal::TooManyInTally { idea: None, colour: Colour::Red, count: 4, most: 3 })
    ));
    let twice = Refusal::TwiceInTally { idea: "a".into() };
    assert_eq!(check(&[count("a", 1, 0), count("a", 1, 0)]), Err(twice));
    let unknown = Refusal::UnknownIdea { idea: "z".into() };
    assert_eq!(check(&[count("z", 0, 0)]), Err(unknown));
}

proptest! {
    /// Whatever is tried, what stands keeps to the budget, is a ballot that may go in, and leaves
    /// what `left` says; every refusal has its reason.
    #[test]
    fn whatever_is_tried_the_budget_holds(
        tries in prop::collection::vec((any_idea(), any_colour()), 0..20),
        green in 0_u32..4,
        red in 0_u32..3,
    ) {
        let mut round = round(RoundState::Open);
        round.budget = Budget { green, red };
        let mut placed: Vec<Sticker> = Vec::new();
        for (idea, colour) in tries {
            let id = IdeaId(idea.clone());
            let before = budget::left(round.budget, &budget::as_ballot(&placed));
            let answer = budget::check_sticker(&round, &placed, &id, colour, true, known);
            let twice = placed.contains(&sticker(&idea, colour));
            let none_left = match colour {
                Colour::Green => before.green == 0,
                Colour::Red => before.red == 0,
            };
            prop_assert_eq!(answer.is_ok(), known(&id) && !twice && !none_left);
            if answer.is_ok() {
                placed.push(sticker(&idea, colour));
            }
            let ballot = budget::as_ballot(&placed);
            prop_assert!(budget::check_ballot(round.budget, &ballot, known).is_ok());
            prop_assert!(ballot.green.len() <= green as usize && ballot.red.len() <= red as usize);
        }
    }

    /// Counts of ballots that may go in always make a tally that may.
    #[test]
    fn ballots_that_may_go_in_make_a_tally_that_may(
        picks in prop::collection::vec(
            (prop::sample::subsequence(vec!["a", "b", "c", "d", "e"], 0..=2),
             prop::sample::subsequence(vec!["a", "b", "c", "d", "e"], 0..=1)), 0..12),
    ) {
        let ids = |ideas: &Vec<&str>| ideas.iter().map(|&idea| idea.into()).collect();
        let ballots: Vec<Ballot> =
            picks.iter().map(|(g, r)| Ballot { green: ids(g), red: ids(r) }).collect();
        let ideas: Vec<IdeaId> = ["a", "b", "c", "d", "e"].map(Into::into).into();
        let counts = budget::counts(&ideas, &ballots);
        let people = u32::try_from(ballots.len()).unwrap_or_default();
        prop_assert_eq!(budget::check_tally(BUDGET, people, &counts, known), Ok(()));
        let greens: usize = ballots.iter().map(|b| b.green.len()).sum();
        prop_assert_eq!(counts.iter().map(|c| c.green as usize).sum::<usize>(), greens);
        prop_assert!(counts.iter().map(|c| &c.idea).eq(&ideas));
    }
}

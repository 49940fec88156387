//! The numbers of groups, told shortly.

use domain::numbers::{Groups, Numbers, RUNS};
use proptest::{collection::btree_set, prelude::*};

fn told(numbers: impl IntoIterator<Item = u32>) -> Numbers {
    let mut told = Numbers::default();
    numbers.into_iter().for_each(|n| told.add(n));
    told
}

#[test]
fn numbers_in_a_row_are_one_run() {
    assert_eq!(told([]), Numbers::default());
    let most = told((1..=480).chain([490]));
    assert_eq!((most.count, most.runs), (481, vec![(1, 480), (490, 490)]));
    // Every other one: the first are told, and how many there are.
    let every_other = told((0..250).map(|n| 2 * n + 1));
    assert_eq!((every_other.count, every_other.runs.len()), (250, RUNS));
}

#[test]
fn groups_are_told_by_how_they_stand() {
    let mut groups = Groups::default();
    groups.add(1, true, true);
    groups.add(2, true, true);
    groups.add(4, true, false);
    groups.add(5, false, false);
    assert_eq!(groups.done.runs, [(1, 2)]);
    assert_eq!(groups.now.runs, [(4, 4)]);
    assert_eq!(groups.planned.runs, [(5, 5)]);
}

proptest! {
    /// What is told are the first numbers, each once, and no more than fit a line.
    #[test]
    fn what_is_told_are_the_first_of_the_numbers(numbers in btree_set(1..90_u32, 0..80)) {
        let told = told(numbers.iter().copied());
        prop_assert!(told.runs.len() <= RUNS);
        prop_assert_eq!(told.count as usize, numbers.len());
        let said: Vec<u32> = told.runs.iter().flat_map(|(first, last)| *first..=*last).collect();
        let first: Vec<u32> = numbers.iter().copied().take(said.len()).collect();
        prop_assert_eq!(&said, &first);
        // All of them where they fit, and no two runs that are one.
        prop_assert!(said.len() == numbers.len() || told.runs.len() == RUNS);
        prop_assert!(told.runs.windows(2).all(|pair| pair[0].1 + 1 < pair[1].0));
    }
}

//! Ratings: every dot, median and range.

use domain::rating::{OffScale, check, spread};
use proptest::prelude::*;

use crate::example::design;

#[test]
fn eleven_is_not_on_a_scale_of_ten() {
    let scale = design().scale;
    assert_eq!(check(&scale, 11), Err(OffScale { value: 11, from: 1, to: 10 }));
    assert!(check(&scale, 0).is_err());
    assert_eq!(check(&scale, 1), Ok(()));
    assert_eq!(check(&scale, 10), Ok(()));
}

#[test]
fn the_median_of_an_even_number_is_half_way() {
    let spread = spread(&design().scale, &[7, 4, 9, 6]);
    assert_eq!((spread.n, spread.lowest, spread.highest), (4, Some(4), Some(9)));
    assert_eq!(spread.median, Some(6.5));
    assert_eq!(spread.points, [0, 0, 0, 1, 0, 1, 1, 0, 1, 0]);
}

#[test]
fn no_ratings_have_no_middle() {
    let spread = spread(&design().scale, &[]);
    assert_eq!((spread.n, spread.lowest, spread.median), (0, None, None));
    assert_eq!(spread.points, [0; 10]);
}

proptest! {
    #[test]
    fn every_dot_counts_and_order_does_not(
        values in prop::collection::vec(0_u8..=12, 0..20),
        from in 0_u8..3,
        to in 5_u8..11,
    ) {
        let mut scale = design().scale;
        (scale.from, scale.to) = (from, to);
        let on: Vec<u8> = values.iter().copied().filter(|v| (from..=to).contains(v)).collect();
        let found = spread(&scale, &values);
        prop_assert_eq!(found.points.iter().sum::<u32>(), found.n);
        prop_assert_eq!(found.n as usize, on.len());
        prop_assert_eq!(found.points.len(), usize::from(to - from) + 1);
        prop_assert_eq!((found.lowest, found.highest), (on.iter().min().copied(), on.iter().max().copied()));
        if let Some(median) = found.median {
            let below = on.iter().filter(|&&v| f32::from(v) < median).count();
            let above = on.iter().filter(|&&v| f32::from(v) > median).count();
            prop_assert!(below * 2 <= on.len() && above * 2 <= on.len());
        }
        let mut turned = values.clone();
        turned.reverse();
        prop_assert_eq!(spread(&scale, &turned), found);
    }
}

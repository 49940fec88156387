//! What was moved: as little as explains the new order.

/// Of places in an old order, read in the new one, those that need not have moved: a longest run
/// that still goes up.
pub fn still(places: &[usize]) -> Vec<usize> {
    // best[i]: the length of the longest rise that ends at i, and what stands before it there.
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let before = (0..at).filter(|&i| places[i] < *place).max_by_key(|&i| best[i].0);
        best.push((before.map_or(0, |i| best[i].0) + 1, before));
    }
    let mut at = (0..places.len()).max_by_key(|&i| best[i].0);
    let mut kept = Vec::new();
    while let Some(i) = at {
        kept.push(places[i]);
        at = best[i].1;
    }
    kept.reverse();
    kept
}

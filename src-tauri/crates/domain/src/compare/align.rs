//! Lists of texts without names of their own, such as notes: which line became which.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A line of the old list, of the new one, or the same line in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pair {
    Same(usize, usize),
    /// Stands in the place of another.
    Instead(usize, usize),
    Added(usize),
    Dropped(usize),
    /// The same words in another place.
    Moved(usize, usize),
}

/// Pairs the lines of two lists, in the order of the new one.
pub(crate) fn align(before: &[&str], after: &[&str]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, before, after) {
        match op {
            DiffOp::Equal { old_index, new_index, len } => {
                pairs.extend((0..len).map(|i| Pair::Same(old_index + i, new_index + i)));
            }
            DiffOp::Delete { old_index, old_len, .. } => {
                pairs.extend((old_index..old_index + old_len).map(Pair::Dropped));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                pairs.extend((new_index..new_index + new_len).map(Pair::Added));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let both = old_len.min(new_len);
                pairs.extend((0..both).map(|i| Pair::Instead(old_index + i, new_index + i)));
                pairs.extend((both..old_len).map(|i| Pair::Dropped(old_index + i)));
                pairs.extend((both..new_len).map(|i| Pair::Added(new_index + i)));
            }
        }
    }
    joined(pairs, before, after)
}

/// A line that went in one place and came in another was moved.
fn joined(mut pairs: Vec<Pair>, before: &[&str], after: &[&str]) -> Vec<Pair> {
    let mut at = 0;
    while at < pairs.len() {
        if let Pair::Added(new) = pairs[at] {
            let gone = |p: &Pair| matches!(p, Pair::Dropped(old) if before[*old] == after[new]);
            if let Some(from) = pairs.iter().position(gone)
                && let Pair::Dropped(old) = pairs[from]
            {
                pairs[at] = Pair::Moved(old, new);
                pairs.remove(from);
                at = at.saturating_sub(usize::from(from < at));
            }
        }
        at += 1;
    }
    pairs
}

//! Who knew what: which acts were known when another was done.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A stretch of work on one copy of a study: from opening it to closing it, or to the next merge.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
pub struct SittingId(pub Uuid);

impl SittingId {
    /// All acts from before sittings were kept: one laptop's, one after the other.
    pub const BEFORE: Self = Self(Uuid::nil());
}

/// A sitting, and what was known when it began: of each sitting named, the acts up to a stamp,
/// and all that those who did them knew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sitting {
    pub id: SittingId,
    pub after: Vec<(SittingId, i64)>,
    /// Who sat, as was said on that laptop. Empty: nobody said.
    pub who: String,
}

/// The sittings of two records, each once.
pub fn together(ours: &[Sitting], theirs: &[Sitting]) -> Vec<Sitting> {
    let mut all = ours.to_vec();
    let mut places: HashMap<SittingId, usize> =
        all.iter().enumerate().map(|(place, sitting)| (sitting.id, place)).collect();
    for sitting in theirs {
        if let Some(known) = places.get(&sitting.id).and_then(|place| all.get_mut(*place)) {
            // Whichever record comes first, one name stays.
            if sitting.who > known.who {
                known.who.clone_from(&sitting.who);
            }
        } else {
            places.insert(sitting.id, all.len());
            all.push(sitting.clone());
        }
    }
    all
}

/// What each sitting knew when it began.
///
/// A file that was copied by hand and went on in two places has two sittings after the same one,
/// so this needs no name of a laptop, and a file that holds only some sessions has no holes in it.
#[derive(Clone, Debug, Default)]
pub struct Known(HashMap<SittingId, BTreeMap<SittingId, i64>>);

impl Known {
    pub fn of(sittings: &[Sitting]) -> Self {
        let after: HashMap<SittingId, &Sitting> = sittings.iter().map(|s| (s.id, s)).collect();
        let mut known = Self::default();
        for sitting in sittings {
            // By hand rather than by recursion: a study may have been opened a thousand times.
            let mut way = vec![sitting.id];
            while let Some(&id) = way.last() {
                let open = after.get(&id).into_iter().flat_map(|s| &s.after).find(|(before, _)| {
                    !known.0.contains_key(before)
                        && after.contains_key(before)
                        && !way.contains(before)
                });
                if let Some((before, _)) = open {
                    way.push(*before);
                    continue;
                }
                way.pop();
                let mut all: BTreeMap<SittingId, i64> = BTreeMap::new();
                for (before, stamp) in after.get(&id).into_iter().flat_map(|s| &s.after) {
                    let theirs = known.0.get(before).cloned().unwrap_or_default();
                    for (id, stamp) in theirs.into_iter().chain([(*before, *stamp)]) {
                        let to = all.entry(id).or_insert(stamp);
                        *to = stamp.max(*to);
                    }
                }
                known.0.insert(id, all);
            }
        }
        known
    }

    /// Whether who did `later` knew `earlier`, or did both.
    pub fn knew(&self, later: (SittingId, i64), earlier: (SittingId, i64)) -> bool {
        if later.0 == earlier.0 {
            return earlier.1 <= later.1;
        }
        self.0
            .get(&later.0)
            .and_then(|known| known.get(&earlier.0))
            .is_some_and(|upto| earlier.1 <= *upto)
    }
}

//! How far two laptops' clocks stood apart, by what both noted.

use std::collections::{BTreeMap, HashMap};

use chrono::Duration;

use super::{Act, Known, SittingId};
use crate::{ActivityId, Change, Diff, LensId, Moment, ParticipantId, SessionId};

/// How far two things may lie apart that still say the same of two clocks: as far as somebody
/// types behind the talk, twice.
const AGREE: Duration = Duration::minutes(1);

/// Something that two laptops note alike.
#[derive(PartialEq, Eq, Hash)]
enum Noted<'a> {
    Line(SessionId, &'a [ParticipantId], &'a str),
    Span(SessionId, &'a ActivityId, Option<&'a LensId>),
}

impl<'a> Noted<'a> {
    fn of(change: &'a Change) -> Option<(Self, Moment)> {
        match change {
            Change::Line(Diff { before: None, after: Some(line) }) => {
                Some((Self::Line(line.session, &line.speakers, &line.text), line.at))
            }
            Change::Span(Diff { before: None, after: Some(span) }) => {
                Some((Self::Span(span.session, &span.activity, span.lens.as_ref()), span.started))
            }
            _ => None,
        }
    }
}

/// How far the clocks of two sittings stood apart, neither of which knew the other.
#[derive(Default)]
pub(super) struct Clocks(HashMap<(SittingId, SittingId), Duration>);

impl Clocks {
    /// Compares clocks on what each sitting noted once: the same words said twice could be either.
    /// Where two things agree to the minute, and most of all there are, that is the distance;
    /// elsewhere nothing is known of it.
    pub(super) fn of(acts: &[&Act], known: &Known) -> Self {
        if one_after_the_other(acts, known) {
            return Self::default();
        }
        let mut noted: HashMap<Noted, BTreeMap<SittingId, Option<Moment>>> = HashMap::new();
        for act in acts {
            for (what, at) in act.event.changes.iter().filter_map(Noted::of) {
                let by = noted.entry(what).or_default().entry(act.sitting);
                by.and_modify(|once| *once = None).or_insert(Some(at));
            }
        }
        let mut gaps: HashMap<(SittingId, SittingId), Vec<Duration>> = HashMap::new();
        for by in noted.into_values().filter(|by| by.len() > 1) {
            let once: Vec<(SittingId, Moment)> =
                by.into_iter().filter_map(|(sitting, at)| Some((sitting, at?))).collect();
            for (n, (one, at)) in once.iter().enumerate() {
                for (other, then) in once.iter().skip(n + 1) {
                    gaps.entry((*one, *other)).or_default().push(*then - *at);
                }
            }
        }
        Self(gaps.into_iter().filter_map(|(two, gaps)| Some((two, distance(gaps)?))).collect())
    }

    /// How far the clock of `of` was ahead of that of `than`.
    pub(super) fn ahead(&self, of: SittingId, than: SittingId) -> Duration {
        let told = self.0.get(&(than, of)).copied();
        told.or_else(|| self.0.get(&(of, than)).map(|gap| -*gap)).unwrap_or_default()
    }
}

/// Whether each sitting knew all of the one before it, so that nothing was done apart.
fn one_after_the_other(acts: &[&Act], known: &Known) -> bool {
    let mut places: HashMap<SittingId, usize> = HashMap::new();
    let mut last: Vec<(SittingId, i64)> = Vec::new();
    for act in acts {
        let place = *places.entry(act.sitting).or_insert(last.len());
        match last.get_mut(place) {
            Some(known) => known.1 = act.stamp,
            None => last.push((act.sitting, act.stamp)),
        }
    }
    last.windows(2).all(|two| matches!(two, [one, next] if known.knew(*next, *one)))
}

/// The middle one, where others agree with it.
fn distance(mut gaps: Vec<Duration>) -> Option<Duration> {
    gaps.sort_unstable();
    let middle = gaps.get(gaps.len() / 2).copied()?;
    let agree = gaps.iter().filter(|gap| (**gap - middle).abs() <= AGREE).count();
    (agree >= 2 && agree * 2 > gaps.len()).then_some(middle)
}

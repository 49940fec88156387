//! How far two laptops' clocks stood apart, by what both noted.

use std::collections::{BTreeMap, HashMap};

use chrono::Duration;
use uuid::Uuid;

use super::{Act, Known, SittingId};
use crate::{ActivityId, Change, Diff, LensId, Moment, ParticipantId, SessionId, erasing::Erased};

/// How far two things may lie apart that still say the same of two clocks: as far as somebody
/// types behind the talk, twice.
const AGREE: Duration = Duration::minutes(1);

/// Something that two laptops note alike.
#[derive(PartialEq, Eq, Hash)]
enum Noted<'a> {
    Line(SessionId, &'a [ParticipantId], &'a str),
    /// A line without its words, by the one id of all that were found to be it.
    Erased(SessionId, Uuid),
    Span(SessionId, &'a ActivityId, Option<&'a LensId>),
}

impl<'a> Noted<'a> {
    fn of(change: &'a Change, erased: &Erased) -> Option<(Self, Moment)> {
        match change {
            Change::Line(Diff { before: None, after: Some(line) }) if line.text.is_empty() => {
                Some((Self::Erased(line.session, erased.one(line.id.0)?), line.at))
            }
            Change::Line(Diff { before: None, after: Some(line) }) => {
                Some((Self::Line(line.session, &line.speakers, &line.text), line.at))
            }
            Change::Span(Diff { before: None, after: Some(span) }) => {
                Some((Self::Span(span.session, &span.activity, span.lens.as_ref()), span.started))
            }
            _ => None,
        }
    }

    fn session(&self) -> SessionId {
        match self {
            Self::Line(session, ..) | Self::Erased(session, _) | Self::Span(session, ..) => {
                *session
            }
        }
    }
}

/// How far the clocks of two sittings stood apart, neither of which knew the other, by the session
/// that both noted: so what one session adds up to does not hang on another.
#[derive(Default)]
pub(super) struct Clocks(HashMap<(SessionId, SittingId, SittingId), Duration>);

impl Clocks {
    /// Compares clocks on what each sitting noted once: the same words said twice could be either.
    /// Where two things agree to the minute, and most of all there are, that is the distance;
    /// elsewhere nothing is known of it.
    pub(super) fn of(acts: &[&Act], known: &Known, erased: &Erased) -> Self {
        if one_after_the_other(acts, known) {
            return Self::default();
        }
        let mut noted: HashMap<Noted, BTreeMap<SittingId, Option<Moment>>> = HashMap::new();
        for act in acts {
            let told = act.event.changes.iter().filter_map(|change| Noted::of(change, erased));
            for (what, at) in told {
                let by = noted.entry(what).or_default().entry(act.sitting);
                by.and_modify(|once| *once = None).or_insert(Some(at));
            }
        }
        let mut gaps: HashMap<(SessionId, SittingId, SittingId), Vec<Duration>> = HashMap::new();
        for (what, by) in noted.into_iter().filter(|(_, by)| by.len() > 1) {
            let once: Vec<(SittingId, Moment)> =
                by.into_iter().filter_map(|(sitting, at)| Some((sitting, at?))).collect();
            for (n, (one, at)) in once.iter().enumerate() {
                for (other, then) in once.iter().skip(n + 1) {
                    gaps.entry((what.session(), *one, *other)).or_default().push(*then - *at);
                }
            }
        }
        Self(gaps.into_iter().filter_map(|(of, gaps)| Some((of, distance(gaps)?))).collect())
    }

    /// How far the clock of `of` was ahead of that of `than` in a session.
    pub(super) fn ahead(&self, session: SessionId, of: SittingId, than: SittingId) -> Duration {
        let told = self.0.get(&(session, than, of)).copied();
        told.or_else(|| self.0.get(&(session, of, than)).map(|gap| -*gap)).unwrap_or_default()
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

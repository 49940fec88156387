//! Seconds from spans and pauses.

use chrono::Duration;

use super::LensTime;
use super::ahead::Current;
use crate::{ActivityId, Design, LensId, Moment, Pause, Span, Tool};

/// What has run up to `now`, pauses taken out.
pub struct Measure<'a> {
    spans: &'a [Span],
    /// In order, none touching another.
    pauses: Vec<(Moment, Moment)>,
    pub paused_since: Option<Moment>,
    now: Moment,
}

impl<'a> Measure<'a> {
    pub fn new(spans: &'a [Span], pauses: &[Pause], now: Moment) -> Self {
        let mut each: Vec<_> =
            pauses.iter().map(|p| (p.started, p.ended.unwrap_or(now).max(p.started))).collect();
        each.sort_unstable();
        let mut merged: Vec<(Moment, Moment)> = Vec::with_capacity(each.len());
        for (from, to) in each {
            match merged.last_mut() {
                // Two laptops may both have stopped the clock: a second counts once.
                Some(last) if from <= last.1 => last.1 = last.1.max(to),
                _ => merged.push((from, to)),
            }
        }
        let open = pauses.iter().filter(|p| p.ended.is_none());
        Self { spans, pauses: merged, paused_since: open.map(|p| p.started).min(), now }
    }

    pub fn paused_sec(&self) -> i64 {
        self.pauses.iter().map(|(from, to)| *to - *from).sum::<Duration>().num_seconds()
    }

    /// Seconds that the spans of an activity have run, or those of one lens of it.
    pub fn ran_sec(&self, activity: &ActivityId, lens: Option<&LensId>) -> i64 {
        let spans = self.spans.iter().filter(|s| &s.activity == activity);
        let spans = spans.filter(|s| lens.is_none() || s.lens.as_ref() == lens);
        spans.map(|s| self.span(s)).sum::<Duration>().num_seconds()
    }

    fn span(&self, span: &Span) -> Duration {
        let (from, to) = (span.started, span.ended.unwrap_or(self.now).max(span.started));
        let stopped = self.pauses.iter().map(|&(stop, go)| {
            let overlap = to.min(go) - from.max(stop);
            overlap.max(Duration::zero())
        });
        (to - from) - stopped.sum::<Duration>()
    }

    /// The span that runs: the last one begun, should several be open.
    pub fn open(&self) -> Option<&'a Span> {
        self.spans.iter().filter(|s| s.ended.is_none()).max_by_key(|s| (s.started, s.id))
    }

    /// The last span begun, open or not.
    pub fn last(&self) -> Option<&'a Span> {
        self.spans.iter().max_by_key(|s| (s.started, s.id))
    }

    pub fn lenses(&self, design: &Design, current: &Current, without: &[LensId]) -> Vec<LensTime> {
        let activity = &current.activity;
        let discussed =
            design.activity(activity).is_some_and(|a| matches!(a.tool, Tool::Discussion { .. }));
        if !discussed {
            return Vec::new();
        }
        let lenses: Vec<_> = design.lenses.iter().filter(|l| !without.contains(&l.id)).collect();
        let parts: i64 = lenses.iter().map(|l| i64::from(l.share)).sum();
        let due_by = |part: i64| if parts == 0 { 0 } else { current.planned_sec * part / parts };
        let mut part = 0;
        lenses
            .into_iter()
            .map(|lens| {
                let before = part;
                part += i64::from(lens.share);
                LensTime {
                    lens: lens.id.clone(),
                    spent_sec: self.ran_sec(activity, Some(&lens.id)),
                    // Rounded on the running total, so that the shares add up exactly.
                    due_sec: due_by(part) - due_by(before),
                }
            })
            .collect()
    }
}

//! Time: sums, the fixed finish, the elastic part.

use chrono::Duration;
use domain::clock::{ActivityState, ClockView, Squeeze, Tone, finish, view, view_without};
use domain::*;
use proptest::prelude::*;
use uuid::Uuid;

use crate::example::{AGENDA, at, begins, design, person, plan, session};

fn span(activity: &str, from: i64, to: Option<i64>) -> Span {
    Span {
        id: SpanId(Uuid::from_u128(from.unsigned_abs().into())),
        session: SessionId(Uuid::nil()),
        activity: activity.into(),
        lens: None,
        started: at(from),
        ended: to.map(at),
    }
}

fn in_lens(lens: &str, span: Span) -> Span {
    Span { lens: Some(lens.into()), ..span }
}

fn pause(from: i64, to: Option<i64>) -> Pause {
    Pause {
        id: PauseId(Uuid::nil()),
        session: SessionId(Uuid::nil()),
        started: at(from),
        ended: to.map(at),
    }
}

fn clock(spans: &[Span], pauses: &[Pause], now: i64) -> ClockView {
    view(&design(), &session(), spans, pauses, at(now))
}

fn states(view: &ClockView) -> Vec<ActivityState> {
    view.activities.iter().map(|a| a.state).collect()
}

fn real(view: &ClockView) -> Vec<i64> {
    view.activities.iter().map(|a| a.real_sec).collect()
}

const MIN: i64 = 60;

use ActivityState::{Done, Next, Now, Skipped};

#[test]
fn before_the_begin_all_is_as_planned() {
    let mut session = session();
    session.started = None;
    let view = view(&design(), &session, &[], &[], at(-30 * MIN));
    assert_eq!(states(&view), [Next; 5]);
    assert_eq!((view.ends_at, view.finish), (at(70 * MIN), at(70 * MIN)));
    assert_eq!((view.drift_min, view.began_late_min, view.current, view.cue), (0, 0, None, None));
}

#[test]
fn on_time_nothing_is_squeezed() {
    let view =
        clock(&[span("welcome", 0, Some(9 * MIN)), span("gallery", 9 * MIN, None)], &[], 12 * MIN);
    assert_eq!(states(&view), [Done, Now, Next, Next, Next]);
    assert_eq!(real(&view), [9 * MIN, 3 * MIN, 0, 0, 0]);
    assert_eq!((view.drift_min, &view.squeeze), (-1, &None));
    let current = view.current.unwrap();
    assert_eq!((current.elapsed_sec, current.allowed_sec), (3 * MIN, 9 * MIN));
    assert_eq!((current.tone, current.running), (Tone::Calm, true));
    // 58 minutes to the finish, of which the rest takes 16 + 15 + 7 at the least.
    assert_eq!((view.room_sec, view.first_to_go), (Some(20 * MIN), Some("second".into())));
}

/// The pages count on between two answers of ours, so they are held to the same list: see
/// `ui/src/agenda/tone.test.ts`.
#[test]
fn the_last_fifth_is_amber_and_over_time_counts_up() {
    let moments: Vec<(i64, i64, String)> =
        serde_json::from_str(include_str!("tones.json")).unwrap();
    assert_eq!(moments.len(), 6);
    for (left, allowed, tone) in moments {
        // The welcome is planned at ten minutes.
        assert_eq!(allowed, 10 * MIN);
        let view = clock(&[span("welcome", 0, None)], &[], allowed - left);
        let current = view.current.unwrap();
        assert_eq!(current.allowed_sec - current.elapsed_sec, left);
        assert_eq!(serde_json::to_value(current.tone).unwrap(), tone, "{left} s left");
    }
}

#[test]
fn a_pause_stops_the_activity_and_not_the_hall() {
    let spans = [span("welcome", 0, None)];
    let view = clock(&spans, &[pause(2 * MIN, Some(4 * MIN)), pause(5 * MIN, None)], 8 * MIN);
    let current = view.current.unwrap();
    assert_eq!((current.elapsed_sec, current.running), (3 * MIN, false));
    assert_eq!((view.paused_sec, view.paused_since), (5 * MIN, Some(at(5 * MIN))));
    assert_eq!(view.drift_min, 5);
}

#[test]
fn going_back_adds_a_span_and_destroys_nothing() {
    let spans = [
        span("welcome", 0, Some(10 * MIN)),
        span("gallery", 10 * MIN, Some(10 * MIN + 5)),
        span("welcome", 10 * MIN + 5, None),
    ];
    let view = clock(&spans, &[], 12 * MIN);
    assert_eq!(real(&view), [10 * MIN + 115, 5, 0, 0, 0]);
    // A gallery of five seconds is still to come, with all its minutes.
    assert_eq!(states(&view), [Now, Next, Next, Next, Next]);
    assert_eq!(view.ends_at, at((12 + 60) * MIN));
}

#[test]
fn what_was_jumped_over_is_skipped_and_what_ran_is_done() {
    let spans = [span("welcome", 0, Some(10 * MIN)), span("second", 10 * MIN, Some(30 * MIN))];
    let between = clock(&spans, &[], 31 * MIN);
    assert_eq!(states(&between), [Done, Skipped, Skipped, Done, Next]);
    let back = [spans.as_slice(), &[span("first", 31 * MIN, None)]].concat();
    assert_eq!(states(&clock(&back, &[], 32 * MIN)), [Done, Skipped, Now, Done, Next]);
}

#[test]
fn the_finish_stays_as_planned_within_an_hour_of_it() {
    let ends = |late: i64| finish(&plan(), &design(), at(late * MIN));
    for late in [-60, -5, 0, 12, 60] {
        assert_eq!(ends(late), at(70 * MIN));
    }
    assert_eq!(ends(61), at((61 + 70) * MIN));
    assert_eq!(ends(-61), at((70 - 61) * MIN));
}

#[test]
fn a_late_begin_is_told_and_eats_the_flexible_activities() {
    let mut session = session();
    session.started = Some(at(6 * MIN));
    let spans = [span("welcome", 6 * MIN, None)];
    let view = view(&design(), &session, &spans, &[], at(6 * MIN));
    assert_eq!((view.began_late_min, view.drift_min), (6, 6));
    let squeeze = view.squeeze.unwrap();
    // Flexible: 4, 2, 6 and 7 minutes of 19. The welcome gives its share and the odd seconds.
    assert_eq!(minutes(&squeeze), [8, 20, 20, 7]);
    assert_eq!(squeeze.current_sec, (64 - 55) * MIN);
    assert_eq!((squeeze.short_min, squeeze.would_go.len()), (0, 0));
}

#[test]
fn where_the_least_minutes_do_not_fit_it_says_by_how_much_and_what_would_go() {
    // 45 minutes at the least are left after the welcome, and 40 to the finish.
    let view = clock(&[span("welcome", 0, None)], &[], 30 * MIN);
    let squeeze = view.squeeze.unwrap();
    assert_eq!(minutes(&squeeze), [7, 16, 15, 7]);
    assert_eq!((squeeze.current_sec, squeeze.short_min), (0, 5));
    assert_eq!(squeeze.would_go, ["second".into()]);
    assert_eq!((view.room_sec, view.first_to_go), (Some(-5 * MIN), Some("second".into())));
}

#[test]
fn after_the_finish_everything_would_go() {
    let view = clock(&[span("welcome", 0, None)], &[], 80 * MIN);
    let squeeze = view.squeeze.unwrap();
    assert_eq!(squeeze.short_min, 55);
    let order: Vec<_> = squeeze.would_go.iter().map(ActivityId::as_str).collect();
    assert_eq!(order, ["second", "first", "close", "gallery"]);
    assert_eq!(view.cue, None);
}

#[test]
fn the_note_taker_is_cued_at_fifteen_and_five_minutes() {
    let cue = |left: i64| clock(&[span("close", 0, None)], &[], 70 * MIN - left).cue;
    assert_eq!(cue(15 * MIN + 1), None);
    assert_eq!((cue(15 * MIN), cue(5 * MIN + 1)), (Some(15), Some(15)));
    assert_eq!((cue(5 * MIN), cue(0), cue(-1)), (Some(5), Some(5), None));
}

#[test]
fn lenses_share_the_ideas_minutes_but_for_those_that_make_no_sense() {
    let spans = [
        in_lens("good", span("first", 0, Some(3 * MIN))),
        in_lens("fair", span("first", 3 * MIN, Some(4 * MIN))),
        in_lens("good", span("first", 4 * MIN, None)),
    ];
    let view = clock(&spans, &[], 6 * MIN);
    assert_eq!(view.current.as_ref().and_then(|c| c.lens.clone()), Some("good".into()));
    let spent: Vec<i64> = view.lenses.iter().map(|l| l.spent_sec).collect();
    assert_eq!(spent, [5 * MIN, MIN, 0]);
    assert_eq!(view.lenses.iter().map(|l| l.due_sec).sum::<i64>(), 22 * MIN);
    let some = view_without(&design(), &session(), &spans, &[], &["other".into()], at(6 * MIN));
    let due: Vec<i64> = some.lenses.iter().map(|l| l.due_sec).collect();
    assert_eq!(due, [10 * MIN, 12 * MIN]);
    assert_eq!(clock(&[span("welcome", 0, None)], &[], MIN).lenses, []);
}

#[test]
fn minutes_changed_for_the_evening_count() {
    let mut session = session();
    session.minutes.insert("gallery".into(), 4);
    let view = view(&design(), &session, &[], &[], at(0));
    assert_eq!(view.activities[1].planned_min, 4);
    assert_eq!(view.ends_at, at(65 * MIN));
}

#[test]
fn an_ended_session_stands_still() {
    let mut session = session();
    session.ended = Some(at(20 * MIN));
    let spans = [span("welcome", 0, Some(10 * MIN)), span("gallery", 10 * MIN, Some(20 * MIN))];
    let view = view(&design(), &session, &spans, &[], at(500 * MIN));
    assert_eq!(states(&view), [Done, Done, Skipped, Skipped, Skipped]);
    assert_eq!((view.as_of, view.ends_at, view.drift_min), (at(20 * MIN), at(20 * MIN), -50));
    assert!(view.current.is_none() && view.squeeze.is_none() && view.cue.is_none());
}

#[test]
fn people_are_in_the_base_while_they_are_there() {
    let mut person = person(1, "Female", "25-39", "");
    assert!(person.present(begins()) && !person.present(at(-1)));
    person.left = Some(at(60));
    assert!(person.present(at(59)) && !person.present(at(60)));
}

fn minutes(squeeze: &Squeeze) -> Vec<u32> {
    squeeze.activities.iter().map(|a| a.minutes).collect()
}

/// An evening up to now: activities in any order, one after the other, and pauses anywhere.
fn any_evening() -> impl Strategy<Value = (Vec<Span>, Vec<Pause>, i64)> {
    let runs = prop::collection::vec((0..AGENDA.len(), 0_i64..1500), 1..7);
    let pauses = prop::collection::vec((0_i64..5000, 0_i64..600), 0..4);
    (runs, pauses, any::<bool>()).prop_map(|(runs, pauses, stopped)| {
        let mut now = 0;
        let last = runs.len() - 1;
        let mut spans = Vec::new();
        for (place, (activity, seconds)) in runs.into_iter().enumerate() {
            let ended = (place < last).then_some(now + seconds);
            spans.push(span(AGENDA[activity].0, now, ended));
            now += seconds;
        }
        let mut pauses: Vec<Pause> = pauses
            .into_iter()
            .map(|(from, seconds)| pause(from.min(now), Some((from + seconds).min(now))))
            .collect();
        if stopped {
            pauses.push(pause(now / 2, None));
        }
        (spans, pauses, now)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// Every second since the begin belongs to an activity or to a pause.
    #[test]
    fn seconds_add_up((spans, pauses, now) in any_evening()) {
        let view = clock(&spans, &pauses, now);
        prop_assert_eq!(real(&view).iter().sum::<i64>() + view.paused_sec, now);
        prop_assert!(view.activities.iter().all(|a| a.real_sec >= 0));
    }

    /// What is left as planned, from now, is when it ends.
    #[test]
    fn the_end_is_now_and_what_is_left((spans, pauses, now) in any_evening()) {
        let view = clock(&spans, &pauses, now);
        let drift = (view.ends_at - view.finish).num_minutes();
        prop_assert_eq!(i64::from(view.drift_min), drift);
        prop_assert!(view.ends_at >= at(now));
        prop_assert_eq!(view.squeeze.is_some(), view.ends_at > view.finish);
        prop_assert_eq!(states(&view).iter().filter(|&&s| s == Now).count(), 1);
    }

    /// What is spent and what is allotted sum to the fixed end, to the second; no activity gets
    /// less than its least or more than its plan; and where that cannot be, it says by how much.
    #[test]
    fn the_squeeze_sums_to_the_finish((spans, pauses, now) in any_evening()) {
        let view = clock(&spans, &pauses, now);
        let Some(squeeze) = &view.squeeze else { return Ok(()); };
        let left = (view.finish - at(now)).num_seconds();
        let allotted = squeeze.activities.iter().map(|a| i64::from(a.minutes) * MIN).sum::<i64>();
        prop_assert!(squeeze.current_sec >= 0);
        for allotment in &squeeze.activities {
            let place = AGENDA.iter().position(|a| allotment.activity == a.0.into()).unwrap();
            let (_, planned, least) = AGENDA[place];
            let ran = u32::try_from(view.activities[place].real_sec / MIN).unwrap();
            prop_assert!(allotment.minutes <= planned - ran);
            prop_assert!(allotment.minutes + ran >= least);
        }
        let short = squeeze.current_sec + allotted - left;
        prop_assert_eq!(i64::from(squeeze.short_min), (short + 59) / MIN);
        prop_assert_eq!(squeeze.short_min == 0, short == 0);
        prop_assert_eq!(squeeze.would_go.is_empty(), short == 0 || squeeze.activities.is_empty());
        let stays = squeeze.activities.iter().filter(|a| !squeeze.would_go.contains(&a.activity));
        let stays: i64 = stays.map(|a| i64::from(a.minutes) * MIN).sum();
        prop_assert!(squeeze.current_sec + stays <= left || stays == 0);
    }

    /// While an activity keeps to what it was given, nothing of the rest changes.
    #[test]
    fn the_squeeze_stands_still_while_it_is_kept_to(late in 1_i64..1000, step in 0_i64..600) {
        let mut session = session();
        session.started = Some(at(late));
        let spans = [span("welcome", late, None)];
        let at_begin = view(&design(), &session, &spans, &[], at(late)).squeeze.unwrap();
        let step = step.min(at_begin.current_sec);
        let later = view(&design(), &session, &spans, &[], at(late + step)).squeeze.unwrap();
        prop_assert_eq!(minutes(&later), minutes(&at_begin));
        prop_assert_eq!(later.current_sec, at_begin.current_sec - step);
    }

    /// The shares of the lenses are the idea's minutes, whatever they are.
    #[test]
    fn lens_shares_add_up(shares in prop::collection::vec(0_u32..9, 1..8), planned in 0_u32..60) {
        let mut design = design();
        let lens = design.lenses[0].clone();
        design.lenses = shares.iter().map(|&share| Lens { share, ..lens.clone() }).collect();
        let mut session = session();
        session.minutes.insert("first".into(), planned);
        let view = view(&design, &session, &[span("first", 0, None)], &[], begins() + Duration::minutes(1));
        let due: i64 = view.lenses.iter().map(|l| l.due_sec).sum();
        let parts: u32 = shares.iter().sum();
        prop_assert_eq!(due, if parts == 0 { 0 } else { i64::from(planned) * MIN });
    }
}

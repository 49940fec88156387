//! The guide: stages, activities and lenses.

use super::{Area, DifferenceKind, Pair, Part, Told, Where, align, order::still};
use crate::{Activity, ActivityId, Design, IdeaId, Lens, Question, Stage};

/// Stages carry no id. One is found again by its title, or else by the activities it still holds.
fn stage_before(
    before: &Design,
    after: &Design,
    taken: &[Option<usize>],
    at: usize,
) -> Option<usize> {
    let stage = &after.stages[at];
    let free = |old: &usize| !taken.contains(&Some(*old));
    let titled = |old: &usize| before.stages[*old].title == stage.title;
    (0..before.stages.len()).filter(free).find(titled).or_else(|| {
        // A stage whose title is still in use is that one, and not this one renamed.
        let renamed =
            |old: &usize| after.stages.iter().all(|stage| stage.title != before.stages[*old].title);
        (0..before.stages.len())
            .filter(free)
            .filter(renamed)
            .map(|old| (old, shared(&before.stages[old], stage)))
            .filter(|(_, shared)| *shared > 0)
            .max_by_key(|(old, shared)| (*shared, std::cmp::Reverse(*old)))
            .map(|(old, _)| old)
    })
}

fn shared(old: &Stage, new: &Stage) -> usize {
    old.activities.iter().filter(|a| new.activities.iter().any(|b| a.id == b.id)).count()
}

pub(super) fn stages(told: &mut Told, before: &Design, after: &Design) {
    let mut pairs: Vec<Option<usize>> = Vec::new();
    for at in 0..after.stages.len() {
        let pair = stage_before(before, after, &pairs, at);
        pairs.push(pair);
    }
    let places: Vec<usize> = pairs.iter().flatten().copied().collect();
    let unmoved = still(&places);
    for (old, stage) in before.stages.iter().enumerate() {
        if !pairs.contains(&Some(old)) {
            told.at = Where { stage: stage.title.clone(), ..Where::default() };
            // What it held and still stands elsewhere is told there.
            told.dropped(Part::Whole, &with_activities(stage, after));
        }
    }
    for (at, (stage, pair)) in after.stages.iter().zip(&pairs).enumerate() {
        told.at = Where { stage: stage.title.clone(), ..Where::default() };
        let Some(old) = *pair else {
            told.added(Part::Whole, &with_new(stage, before));
            activities(told, before, after, at, None);
            continue;
        };
        told.text(Part::Title, &before.stages[old].title, &stage.title);
        if !unmoved.contains(&old) {
            told.moved(Part::Whole, (old, ""), (at, ""));
        }
        activities_gone(told, &before.stages[old], after);
        activities(told, before, after, at, Some(old));
    }
}

/// A dropped stage in words: its title, and the activities that went with it.
fn with_activities(stage: &Stage, after: &Design) -> String {
    let gone = stage.activities.iter().filter(|a| after.activity(&a.id).is_none());
    with_titles(&stage.title, gone)
}

/// An added stage in words: its title, and the activities that came with it.
fn with_new(stage: &Stage, before: &Design) -> String {
    let new = stage.activities.iter().filter(|a| before.activity(&a.id).is_none());
    with_titles(&stage.title, new)
}

fn with_titles<'a>(title: &str, activities: impl Iterator<Item = &'a Activity>) -> String {
    let titles: Vec<&str> = activities.map(|a| a.title.as_str()).collect();
    if titles.is_empty() { title.to_owned() } else { format!("{title}: {}", titles.join(", ")) }
}

/// Activities of a stage that are nowhere any more.
fn activities_gone(told: &mut Told, stage: &Stage, after: &Design) {
    let here = told.at.clone();
    for activity in stage.activities.iter().filter(|a| after.activity(&a.id).is_none()) {
        told.at = Where { thing: activity.id.to_string(), ..here.of(&activity.title) };
        told.dropped(Part::Whole, &activity.title);
    }
    told.at = here;
}

/// Where an activity stands: its stage, and its place in it.
fn place_of(design: &Design, id: &ActivityId) -> Option<(usize, usize)> {
    design.stages.iter().enumerate().find_map(|(at, stage)| {
        stage.activities.iter().position(|a| &a.id == id).map(|place| (at, place))
    })
}

fn activities(told: &mut Told, before: &Design, after: &Design, at: usize, old: Option<usize>) {
    let stage = &after.stages[at];
    let here = told.at.clone();
    let stayed: Vec<usize> = stage
        .activities
        .iter()
        .filter_map(|a| place_of(before, &a.id))
        .filter(|(stage, _)| Some(*stage) == old)
        .map(|(_, place)| place)
        .collect();
    let unmoved = still(&stayed);
    for (place, activity) in stage.activities.iter().enumerate() {
        told.at = Where { activity: Some(activity.id.clone()), ..here.of(&activity.title) };
        let Some((was, from)) = place_of(before, &activity.id) else {
            // One in a new stage is told with the stage.
            if old.is_some() {
                told.added(Part::Whole, &activity.title);
            }
            continue;
        };
        if Some(was) != old || !unmoved.contains(&from) {
            let title = &before.stages[was].title;
            told.moved(Part::Whole, (from, title), (place, &stage.title));
        }
        if let Some(old) = before.activity(&activity.id) {
            activity_fields(told, old, activity);
        }
    }
    told.at = here;
}

fn activity_fields(told: &mut Told, b: &Activity, a: &Activity) {
    told.text(Part::Title, &b.title, &a.title);
    told.text(Part::Subtitle, &b.subtitle, &a.subtitle);
    told.minutes(Part::Minutes, &b.minutes, &a.minutes);
    told.minutes(Part::Least, &b.least, &a.least);
    told.tool(&b.tool, &a.tool);
    told.text(Part::Ask, &b.ask, &a.ask);
    told.text(Part::Hint, &b.hint, &a.hint);
    questions(told, Part::Question, &b.questions, &a.questions);
    questions(told, Part::Probe, &b.probes, &a.probes);
    lines(told, Part::Note, &b.notes, &a.notes);
}

pub(super) fn lenses(told: &mut Told, before: &Design, after: &Design) {
    let here = Where::area(Area::Lenses);
    told.at = here.clone();
    listed(told, &before.lenses, &after.lenses, Part::Whole, |told, b, a| {
        told.at = Where { lens: Some(a.id.clone()), ..here.of(&a.name) };
        let Some(b) = b else { return };
        told.text(Part::Name, &b.name, &a.name);
        told.number(DifferenceKind::Retimed, Part::Share, b.share, a.share);
        told.text(Part::Ask, &b.ask, &a.ask);
        told.text(Part::Hint, &b.hint, &a.hint);
        questions(told, Part::Question, &b.questions, &a.questions);
        let rating = |lens: &Lens| lens.rating.clone().unwrap_or_default();
        told.text(Part::Rating, &rating(b), &rating(a));
        told.yes(Part::IdeaProbes, b.idea_probes, a.idea_probes);
    });
}

/// Something in a list that is known by its id.
pub(super) trait Listed {
    fn key(&self) -> &str;
    fn words(&self) -> &str;
    /// Itself, where it is an idea.
    fn idea(&self) -> Option<IdeaId> {
        None
    }
}

impl Listed for Question {
    fn key(&self) -> &str {
        self.id.as_str()
    }
    fn words(&self) -> &str {
        &self.text
    }
}

impl Listed for Lens {
    fn key(&self) -> &str {
        self.id.as_str()
    }
    fn words(&self) -> &str {
        &self.name
    }
}

/// Tells what was added to a list, dropped from it and moved in it; `of` is told of each thing
/// that is there now with what it was before, and first of all says where we are.
pub(super) fn listed<T: Listed>(
    told: &mut Told,
    before: &[T],
    after: &[T],
    part: Part,
    mut of: impl FnMut(&mut Told, Option<&T>, &T),
) {
    let here = told.at.clone();
    let named = |thing: &T| {
        let key = thing.key().to_owned();
        if part == Part::Whole {
            Where { thing: key, idea: thing.idea(), ..here.of(thing.words()) }
        } else {
            Where { item: key, ..here.clone() }
        }
    };
    let find = |key: &str| before.iter().position(|b| b.key() == key);
    for gone in before.iter().filter(|b| after.iter().all(|a| a.key() != b.key())) {
        told.at = named(gone);
        told.dropped(part, gone.words());
    }
    let places: Vec<usize> = after.iter().filter_map(|a| find(a.key())).collect();
    let unmoved = still(&places);
    for (at, thing) in after.iter().enumerate() {
        told.at = named(thing);
        let was = find(thing.key());
        of(told, was.map(|was| &before[was]), thing);
        match was {
            None => told.added(part, thing.words()),
            Some(was) if !unmoved.contains(&was) => told.moved(part, (was, ""), (at, "")),
            Some(_) => {}
        }
    }
    told.at = here;
}

/// Questions, probes or what-ifs.
pub(super) fn questions(told: &mut Told, part: Part, before: &[Question], after: &[Question]) {
    listed(told, before, after, part, |told, b, a| {
        if let Some(b) = b {
            told.text(part, &b.text, &a.text);
        }
    });
}

/// Lines of text: notes, examples.
pub(super) fn lines(told: &mut Told, part: Part, before: &[String], after: &[String]) {
    let old: Vec<&str> = before.iter().map(String::as_str).collect();
    let new: Vec<&str> = after.iter().map(String::as_str).collect();
    let here = told.at.clone();
    for pair in align(&old, &new) {
        // A line has no id: it goes by its words, those it had before where there are both.
        let item = match pair {
            Pair::Added(at) => new[at],
            Pair::Same(at, _) | Pair::Instead(at, _) | Pair::Dropped(at) | Pair::Moved(at, _) => {
                old[at]
            }
        };
        told.at = Where { item: item.to_owned(), ..here.clone() };
        match pair {
            Pair::Same(..) => {}
            Pair::Instead(b, a) => told.text(part, old[b], new[a]),
            Pair::Added(a) => told.added(part, new[a]),
            Pair::Dropped(b) => told.dropped(part, old[b]),
            Pair::Moved(b, a) => told.moved(part, (b, ""), (a, "")),
        }
    }
    told.at = here;
}

//! What a method must be beside well written: its parts have to fit together.

use std::collections::BTreeSet;

use super::place::Place;
use crate::{Activity, Design, Kind, MinutesByKind, Question, Slot, SlotRule, Tool};

/// As many numbers as a scale can have: a row that fits the screen and the papers, 0 to 10.
const MOST_NUMBERS: u8 = 11;

/// The first thing that does not fit: where it stands, and why.
type Check = Result<(), (Place, String)>;

/// Checks a whole design, as a method ships it.
pub fn design(design: &Design) -> Check {
    parts(design)?;
    themes(design)?;
    design.kinds.iter().enumerate().try_for_each(|(at, kind)| total(design, at, kind))
}

/// Checks a design that is being written: its minutes need not add up yet.
pub fn parts(design: &Design) -> Check {
    lists(design)?;
    ids(design)?;
    room(design)?;
    lenses(design)?;
    guide(design)?;
    slots(design)?;
    ideas(design)
}

fn fail(place: Place, reason: impl Into<String>) -> Check {
    Err((place, reason.into()))
}

fn lists(design: &Design) -> Check {
    let lists = [
        ("kinds", design.kinds.is_empty()),
        ("lenses", design.lenses.is_empty()),
        ("slots", design.slots.is_empty()),
        ("stages", design.stages.is_empty()),
        ("themes", design.themes.is_empty()),
        ("ideas", design.ideas.is_empty()),
    ];
    for (name, empty) in lists {
        if empty {
            return fail(Place::new(name), format!("there are no {name}"));
        }
    }
    Ok(())
}

/// No id twice among things of one sort. Questions are one sort, wherever they stand.
fn ids(design: &Design) -> Check {
    let list = Place::new;
    unique(each(&list("kinds"), design.kinds.iter().map(|k| k.id.as_str())))?;
    unique(each(&list("attributes"), design.attributes.iter().map(|a| a.id.as_str())))?;
    unique(each(&list("values").then("items"), design.values.items.iter().map(|v| v.id.as_str())))?;
    unique(each(&list("lenses"), design.lenses.iter().map(|l| l.id.as_str())))?;
    unique(each(&list("slots"), design.slots.iter().map(|s| s.id.as_str())))?;
    unique(each(&list("themes"), design.themes.iter().map(|t| t.id.as_str())))?;
    unique(each(&list("ideas"), design.ideas.iter().map(|i| i.id.as_str())))?;
    let activities = activities(design);
    unique(activities.iter().map(|(place, activity)| (place.then("id"), activity.id.as_str())))?;

    let mut asked = Vec::new();
    for (at, lens) in design.lenses.iter().enumerate() {
        asked.extend(questions(&list("lenses").then(at).then("questions"), &lens.questions));
    }
    for (place, activity) in &activities {
        asked.extend(questions(&place.then("questions"), &activity.questions));
        asked.extend(questions(&place.then("probes"), &activity.probes));
    }
    for (at, idea) in design.ideas.iter().enumerate() {
        let place = list("ideas").then(at);
        asked.extend(questions(&place.then("probes"), &idea.probes));
        asked.extend(questions(&place.then("what_ifs"), &idea.what_ifs));
    }
    unique(asked)
}

fn each<'a>(
    list: &Place,
    ids: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = (Place, &'a str)> {
    ids.enumerate().map(|(at, id)| (list.then(at).then("id"), id))
}

fn questions<'a>(
    list: &Place,
    questions: &'a [Question],
) -> impl Iterator<Item = (Place, &'a str)> {
    each(list, questions.iter().map(|q| q.id.as_str()))
}

fn unique<'a>(things: impl IntoIterator<Item = (Place, &'a str)>) -> Check {
    let mut seen = BTreeSet::new();
    for (place, id) in things {
        if !seen.insert(id) {
            return fail(place, format!("the id “{id}” is there already"));
        }
    }
    Ok(())
}

/// Kinds of group, stickers and the scale.
fn room(design: &Design) -> Check {
    for (at, kind) in design.kinds.iter().enumerate() {
        let place = Place::new("kinds").then(at);
        if kind.minutes == 0 {
            return fail(place.then("minutes"), "a group needs time");
        }
        if kind.fewest == 0 {
            return fail(place.then("fewest"), "a group needs at least one person");
        }
        if kind.fewest > kind.most {
            let reason = format!("fewest is {}, and most is only {}", kind.fewest, kind.most);
            return fail(place.then("fewest"), reason);
        }
    }
    let budget = design.budget;
    if budget.green == 0 && budget.red == 0 {
        return fail(Place::new("budget"), "nobody has a sticker");
    }
    let scale = &design.scale;
    if scale.from >= scale.to {
        let reason = format!("the scale goes from {} to {}: it must go up", scale.from, scale.to);
        return fail(Place::new("scale").then("from"), reason);
    }
    if scale.to - scale.from >= MOST_NUMBERS {
        let reason = format!(
            "a scale from {} to {} is too long: it has {MOST_NUMBERS} numbers at most",
            scale.from, scale.to
        );
        return fail(Place::new("scale").then("to"), reason);
    }
    values(design)
}

/// The values slide: something on it, and nothing twice.
fn values(design: &Design) -> Check {
    let items = &design.values.items;
    let shown = design.activities().any(|a| a.tool == Tool::FlipChart { values: true });
    if shown && items.is_empty() {
        return fail(Place::new("values"), "the values slide would be empty");
    }
    for (at, value) in items.iter().enumerate() {
        let same = |other: &crate::Value| other.name.to_lowercase() == value.name.to_lowercase();
        if items[..at].iter().any(same) {
            let place = Place::new("values").then("items").then(at).then("name");
            return fail(place, format!("the value “{}” is there already", value.name));
        }
    }
    Ok(())
}

fn lenses(design: &Design) -> Check {
    let discussed = design.activities().any(|a| matches!(a.tool, Tool::Discussion { .. }));
    for (at, lens) in design.lenses.iter().enumerate() {
        let place = Place::new("lenses").then(at);
        if lens.share == 0 {
            return fail(place.then("share"), format!("“{}” has no share of the time", lens.id));
        }
        if !discussed {
            let reason =
                format!("the lens “{}” is never used: no activity is a discussion", lens.id);
            return fail(place.then("id"), reason);
        }
    }
    Ok(())
}

/// Every activity with the place where it stands.
fn activities(design: &Design) -> Vec<(Place, &Activity)> {
    let mut all = Vec::new();
    for (at, stage) in design.stages.iter().enumerate() {
        let list = Place::new("stages").then(at).then("activities");
        let placed = stage.activities.iter().enumerate();
        all.extend(placed.map(|(at, activity)| (list.then(at), activity)));
    }
    all
}

/// Minutes, for each kind of group.
fn guide(design: &Design) -> Check {
    for (at, stage) in design.stages.iter().enumerate() {
        if stage.activities.is_empty() {
            let reason = format!("the stage “{}” has no activities", stage.title);
            return fail(Place::new("stages").then(at), reason);
        }
    }
    for (place, activity) in activities(design) {
        minutes(design, &place.then("minutes"), &activity.minutes)?;
        minutes(design, &place.then("least"), &activity.least)?;
        for (kind, least) in &activity.least {
            let planned = activity.minutes.get(kind).copied().unwrap_or_default();
            if *least > planned {
                let reason =
                    format!("at least {least} minutes ({kind}), but {planned} are planned");
                return fail(place.then("least").then(kind.as_str()), reason);
            }
        }
    }
    Ok(())
}

fn minutes(design: &Design, place: &Place, minutes: &MinutesByKind) -> Check {
    if let Some(kind) = minutes.keys().find(|id| design.kind(id).is_none()) {
        return fail(place.then(kind.as_str()), format!("there is no kind of group “{kind}”"));
    }
    match design.kinds.iter().find(|kind| !minutes.contains_key(&kind.id)) {
        Some(kind) => fail(place.clone(), format!("the minutes for “{}” are missing", kind.id)),
        None => Ok(()),
    }
}

fn total(design: &Design, at: usize, kind: &Kind) -> Check {
    let total = design.total(&kind.id);
    if total == kind.minutes {
        return Ok(());
    }
    let reason = format!(
        "a {} has {} minutes, but the activities of the guide add up to {total}",
        kind.name, kind.minutes
    );
    fail(Place::new("kinds").then(at).then("minutes"), reason)
}

/// Each slot is discussed once, and each discussion has a slot.
fn slots(design: &Design) -> Check {
    let mut discussed = BTreeSet::new();
    for (place, activity) in activities(design) {
        let Tool::Discussion { slot } = &activity.tool else { continue };
        if design.slot(slot).is_none() {
            return fail(place.then("tool").then("slot"), format!("there is no slot “{slot}”"));
        }
        if !discussed.insert(slot) {
            let reason = format!("the slot “{slot}” has a discussion already");
            return fail(place.then("tool").then("slot"), reason);
        }
    }
    let gallery = design.activities().any(|a| a.tool == Tool::Gallery);
    for (at, slot) in design.slots.iter().enumerate() {
        let place = Place::new("slots").then(at);
        if !discussed.contains(&slot.id) {
            let reason = format!("the slot “{}” is never used: no activity discusses it", slot.id);
            return fail(place.then("id"), reason);
        }
        if !gallery {
            let reason = format!("“{}” is chosen in a gallery, and no activity is one", slot.name);
            return fail(place.then("id"), reason);
        }
        stickers_for(design, slot, &place)?;
    }
    Ok(())
}

fn stickers_for(design: &Design, slot: &Slot, place: &Place) -> Check {
    let (colour, budget) = match slot.rule {
        SlotRule::MostGreen => ("green", design.budget.green),
        SlotRule::MostRed => ("red", design.budget.red),
        SlotRule::Joker => return Ok(()),
    };
    if budget > 0 {
        return Ok(());
    }
    fail(place.then("rule"), format!("it counts {colour} stickers, and nobody has one"))
}

fn ideas(design: &Design) -> Check {
    let probed = design.lenses.iter().any(|lens| lens.idea_probes);
    for (at, idea) in design.ideas.iter().enumerate() {
        let place = Place::new("ideas").then(at);
        if !design.themes.iter().any(|theme| theme.id == idea.theme) {
            return fail(place.then("theme"), format!("there is no theme “{}”", idea.theme));
        }
        let has_probes = !idea.probes.is_empty() || !idea.what_ifs.is_empty();
        if has_probes && !probed {
            let reason =
                format!("the probes of “{}” are never asked: no lens has idea_probes", idea.id);
            return fail(place.then("id"), reason);
        }
    }
    Ok(())
}

/// While ideas are being written a theme may wait for its first one.
fn themes(design: &Design) -> Check {
    for (at, theme) in design.themes.iter().enumerate() {
        if !design.ideas.iter().any(|idea| idea.theme == theme.id) {
            let place = Place::new("themes").then(at).then("id");
            return fail(place, format!("the theme “{}” has no ideas", theme.id));
        }
    }
    Ok(())
}

//! What the pilot taught: the second version of the design, by which the main stage ran.

use std::{collections::BTreeSet, ops::Range};

use chrono::TimeDelta;
use domain::{Activity, ActivityId, Design, DesignId, Idea, IdeaId, Moment, Phase, QuestionId};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{maker::Maker, words};
use crate::{Actor, Problem, ProblemCode, Result};

/// The changes, as they are written down.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Amended {
    made: Moment,
    note: String,
    activities: Vec<AmendedActivity>,
    ideas: Vec<AmendedIdea>,
}

/// What changes of an activity; what is left out stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmendedActivity {
    id: ActivityId,
    /// For every kind of group.
    minutes: Option<u32>,
    /// Notes for the moderator, below the others.
    #[serde(default)]
    notes: Vec<String>,
    /// A probe that goes.
    drops: Option<QuestionId>,
    /// The groups whose debriefs asked for it, from 1.
    because: Vec<usize>,
}

impl AmendedActivity {
    fn apply(&self, design: &Design) -> Result<Activity> {
        let mut activity = design
            .activity(&self.id)
            .ok_or_else(|| Problem::new(ProblemCode::Invalid).because(&self.id))?
            .clone();
        if let Some(minutes) = self.minutes {
            activity.minutes.values_mut().for_each(|of| *of = minutes);
        }
        activity.notes.extend(self.notes.iter().cloned());
        activity.probes.retain(|probe| Some(&probe.id) != self.drops.as_ref());
        Ok(activity)
    }
}

/// New words on a poster; what is left out stays.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmendedIdea {
    id: IdeaId,
    description: Option<String>,
    examples: Option<Vec<String>>,
    /// The groups whose debriefs asked for it, from 1.
    because: Vec<usize>,
}

impl AmendedIdea {
    fn apply(&self, design: &Design) -> Result<Idea> {
        let known = design.idea(&self.id);
        let unknown = || Problem::new(ProblemCode::Invalid).because(&self.id);
        let mut idea = known.ok_or_else(unknown)?.clone();
        if let Some(description) = &self.description {
            idea.description.clone_from(description);
        }
        if let Some(examples) = &self.examples {
            idea.examples.clone_from(examples);
        }
        Ok(idea)
    }
}

/// The newest version of the study's design.
pub(super) fn newest(maker: &mut Maker, at: Moment) -> Result<(DesignId, Design)> {
    let study = maker.call(Actor::Moderator, "study", Value::Null, at, None)?;
    let version = &study["design"];
    Ok((DesignId::deserialize(&version["id"])?, Design::deserialize(&version["design"])?))
}

/// Says of the first version that it is for the pilot.
pub(super) fn first_is_pilot(maker: &mut Maker, first: DesignId, at: Moment) -> Result<()> {
    let act = maker.id(at);
    let with = json!({ "design": first, "phase": Phase::Pilot });
    maker.call(Actor::Moderator, "change_version", with, at, Some(act))?;
    Ok(())
}

/// Makes the second version, names the debriefs that each change came from, and lets the sessions
/// of the `main` phase run by it.
pub(super) fn amend(maker: &mut Maker, sessions: &[Uuid], main: Range<usize>) -> Result<Design> {
    let Amended { made, note, activities, ideas } = words::amended()?;
    let (first, _) = newest(maker, made)?;
    let mut at = made;
    let id = maker.id(at);
    let mut act = |maker: &mut Maker, name: &str, with: Value| {
        at += TimeDelta::minutes(4);
        let act = maker.id(at);
        maker.call(Actor::Moderator, name, with, at, Some(act))
    };
    act(maker, "amend_design", json!({ "id": id, "note": note, "phase": Phase::Main }))?;
    let mut told = BTreeSet::new();
    let mut amend = |maker: &mut Maker, name: &str, with: Value, because: &[usize]| {
        act(maker, name, with)?;
        let compared = json!({ "from": first, "to": id });
        let compared = maker.call(Actor::Moderator, "compare_versions", compared, made, None)?;
        let fields = compared["differences"].as_array().into_iter().flatten();
        for field in fields.filter_map(|d| d["field"].as_str()) {
            if !told.insert(field.to_owned()) {
                continue;
            }
            for group in because {
                let session = sessions.get(group.wrapping_sub(1));
                let with = json!({ "design": id, "field": field, "session": session, "is": true });
                act(maker, "say_because", with)?;
            }
        }
        Ok::<_, Problem>(())
    };
    for changed in activities {
        let (_, design) = newest(maker, made)?;
        let activity = changed.apply(&design)?;
        let with = json!({ "design": id, "activity": activity });
        amend(maker, "change_activity", with, &changed.because)?;
    }
    for changed in ideas {
        let (_, design) = newest(maker, made)?;
        let idea = changed.apply(&design)?;
        amend(maker, "change_idea", json!({ "design": id, "idea": idea }), &changed.because)?;
    }
    let main = sessions.get(main).unwrap_or_default();
    act(maker, "use_version", json!({ "design": id, "sessions": main }))?;
    Ok(newest(maker, made)?.1)
}

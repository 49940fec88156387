//! One group on one evening.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActivityId, AttributeId, DesignId, IdeaId, KindId, LensId, Moment, Observers, PauseId, Quota,
    SessionId, SpanId, WallChoice,
};

/// One group on one evening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Session {
    pub id: SessionId,
    /// The version of the study's design it runs by.
    pub design: DesignId,
    pub plan: SessionPlan,
    /// Minutes by activity, where they were changed for this evening.
    pub minutes: BTreeMap<ActivityId, u32>,
    pub started: Option<Moment>,
    /// When the hall closes: fixed at the start.
    pub finish: Option<Moment>,
    pub ended: Option<Moment>,
    pub wall: WallChoice,
    /// The number that is being offered to the group, not agreed yet.
    pub offer: Option<Offer>,
    /// Ratings whose private spread the group has been shown.
    pub spreads_shown: Vec<RatingOf>,
    pub debrief: Debrief,
    /// Why it will not take place.
    #[serde(default)]
    pub cancelled: Option<String>,
}

/// The part of the fieldwork that a session belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Phase {
    /// The first groups, which try out guide and posters.
    Pilot,
    #[default]
    Main,
}

/// What is settled about a session before the evening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SessionPlan {
    /// The group's name: "Oxford, 25–39".
    pub group: String,
    /// The town, as an attribution says it: "Oxford".
    pub place: String,
    /// The hall: "Mill Street Hall".
    pub venue: String,
    #[ts(type = "string")]
    pub date: NaiveDate,
    /// Local time of the place.
    #[ts(type = "string")]
    pub time: NaiveTime,
    /// Minutes that the place's clock is ahead of UTC.
    pub utc_offset: i32,
    /// The zone of the place, such as "Europe/London". None: known by its offset alone.
    #[serde(default)]
    pub zone: Option<String>,
    #[serde(default)]
    pub phase: Phase,
    pub kind: KindId,
    pub seats: u32,
    /// Who is wanted at this table.
    #[serde(default)]
    pub quotas: Vec<Quota>,
    /// In words, as the recruiter was told.
    pub recruited_as: String,
    /// Attributes the group was recruited by; only these may be shown where a rule says so.
    pub recruited_by: Vec<AttributeId>,
    /// The group's own label in place of an age: "net contributor to public services".
    pub label: Option<String>,
    pub moderator: String,
    pub note_taker: String,
    #[serde(default)]
    pub observers: Observers,
}

impl SessionPlan {
    /// The moment at which it should begin.
    pub fn begins(&self) -> Moment {
        self.date.and_time(self.time).and_utc()
            - chrono::Duration::minutes(i64::from(self.utc_offset))
    }
}

/// A rating is of an idea, by a lens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RatingOf {
    pub idea: IdeaId,
    pub lens: LensId,
}

/// A number that is put to the group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Offer {
    pub of: RatingOf,
    pub value: u8,
}

/// What the staff say right after, while it is fresh.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Debrief {
    /// How the group was.
    pub group: String,
    /// The top moments.
    #[serde(default)]
    pub moments: String,
    pub surprises: String,
    /// What to change.
    pub changes: String,
}

impl Debrief {
    /// Whether nothing has been said yet.
    pub fn is_empty(&self) -> bool {
        [&self.group, &self.moments, &self.surprises, &self.changes]
            .into_iter()
            .all(|text| text.trim().is_empty())
    }
}

/// A stretch of time in which an activity ran. An activity may have several: going back adds one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Span {
    pub id: SpanId,
    pub session: SessionId,
    pub activity: ActivityId,
    /// The lens under discussion, in an activity that has lenses.
    pub lens: Option<LensId>,
    pub started: Moment,
    pub ended: Option<Moment>,
}

/// A stretch of time in which the clock was stopped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Pause {
    pub id: PauseId,
    pub session: SessionId,
    pub started: Moment,
    pub ended: Option<Moment>,
}

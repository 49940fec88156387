//! Who sits at the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Answers, AttributeId, Moment, ParticipantId, SessionId};

/// A person who takes part in a session. First name or label only; no address, no surname.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Participant {
    pub id: ParticipantId,
    pub session: SessionId,
    /// The seat at the table, from 1. None for someone who gave the seat up.
    pub seat: Option<u32>,
    pub name: String,
    pub sex: String,
    pub age_band: String,
    /// Where they live, as an attribution says it. Empty stands for the session's place.
    pub place: String,
    #[ts(as = "BTreeMap<AttributeId, String>")]
    pub attributes: Answers,
    pub came: Option<Moment>,
    pub left: Option<Moment>,
    /// Why they are not there, for those who did not come. They leave the base.
    pub absence: Option<String>,
    /// Whether what they say is shown with the coarser attribution.
    pub coarse: bool,
    #[serde(default)]
    pub consent: Consent,
    /// When they took their consent back. What they said is no longer shown; counts stay.
    #[serde(default)]
    pub withdrew: Option<Moment>,
    /// Whose place they took, when somebody did not come.
    #[serde(default)]
    pub replaces: Option<ParticipantId>,
}

/// What a person has said yes or no to. None: not asked yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export_to = "api.ts")]
pub struct Consent {
    pub take_part: Option<bool>,
    /// The sound of the evening.
    pub recorded: Option<bool>,
    /// Word for word, under an attribution.
    pub quoted: Option<bool>,
    /// Observers in the room.
    pub observers: Option<bool>,
}

impl Participant {
    /// Somebody of whom nothing is known but that they belong to a session.
    pub fn new(id: ParticipantId, session: SessionId) -> Self {
        Self {
            id,
            session,
            seat: None,
            name: String::new(),
            sex: String::new(),
            age_band: String::new(),
            place: String::new(),
            attributes: Answers::default(),
            came: None,
            left: None,
            absence: None,
            coarse: false,
            consent: Consent::default(),
            withdrew: None,
            replaces: None,
        }
    }

    /// Whether they have a seat and are not said to stay away: who counts towards a quota of a
    /// session that takes place.
    pub fn is_expected(&self) -> bool {
        self.seat.is_some() && self.absence.is_none()
    }

    /// Whether they count in the base at `now`: they have not been marked absent and have not left.
    ///
    /// Somebody who is expected and has not come yet counts only once they came.
    pub fn present(&self, now: Moment) -> bool {
        self.absence.is_none()
            && self.came.is_some_and(|came| came <= now)
            && self.left.is_none_or(|left| left > now)
    }

    /// Whether what they say may stand in a paper, under an attribution. Not having been asked is
    /// no refusal: the consent sheet may still be on the table.
    pub fn may_be_quoted(&self) -> bool {
        self.withdrew.is_none() && self.consent.quoted != Some(false)
    }
}

/// What someone may do. What a verb demands is in its signature, in the `api` crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Role {
    Moderator,
    NoteTaker,
    Participant,
    Observer,
    /// The projector: sees what the group may see.
    Wall,
}

//! What became of ringing somebody before the evening. It is kept with how to reach them, outside
//! the record, and goes with the person.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Moment, ParticipantId};

/// What became of ringing somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Rang {
    Called,
    LeftMessage,
    /// They said that they are coming.
    Confirmed,
}

/// The last time that somebody was rung.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Call {
    pub participant: ParticipantId,
    pub rang: Rang,
    pub at: Moment,
}

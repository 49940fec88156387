//! The sample: who is to be recruited, over the study and for one table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Attribute, AttributeId, Participant};

/// Who is to be recruited, over all sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Sample {
    /// What people are asked beside what the method asks: "parent of young children".
    #[serde(default)]
    pub attributes: Vec<Attribute>,
    #[serde(default)]
    pub quotas: Vec<Quota>,
}

/// So many people of a kind: nine of 65+ and ABC1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Quota {
    /// Which value of each attribute makes a person count. All must fit.
    pub of: BTreeMap<AttributeId, String>,
    pub people: u32,
}

/// The attributes that every participant has beside those of the method.
pub const SEX: &str = "sex";
/// See [`SEX`].
pub const AGE_BAND: &str = "age-band";
/// See [`SEX`].
pub const PLACE: &str = "place";

impl Quota {
    /// Whether a person counts towards it.
    pub fn counts(&self, person: &Participant) -> bool {
        self.of.iter().all(|(attribute, value)| person.attribute(attribute) == Some(value))
    }
}

impl Participant {
    /// What a person has for an attribute, those that everybody has included. None: not known.
    pub fn attribute(&self, id: &AttributeId) -> Option<&str> {
        let known = match id.as_str() {
            SEX => &self.sex,
            AGE_BAND => &self.age_band,
            PLACE => &self.place,
            _ => self.attributes.get(id)?,
        };
        Some(known.as_str()).filter(|value| !value.is_empty())
    }
}

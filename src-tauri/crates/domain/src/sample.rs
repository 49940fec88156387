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

/// A value that is called something else from now on: of people, of quotas, everywhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Renamed {
    pub attribute: AttributeId,
    pub from: String,
    pub to: String,
}

/// Carries renamed values along to what a person said or a quota asks for: all at once, so that
/// two values may change places.
pub fn carry(of: &mut BTreeMap<AttributeId, String>, renamed: &[Renamed]) {
    for (attribute, value) in of {
        let is = |one: &&Renamed| one.attribute == *attribute && one.from == *value;
        if let Some(one) = renamed.iter().find(is) {
            value.clone_from(&one.to);
        }
    }
}

/// The values of an attribute that are neither there any longer nor called something else: who has
/// one of them would be left with an answer that is none.
pub fn taken_out(before: &Attribute, after: &Attribute, renamed: &[Renamed]) -> Vec<String> {
    let gone = |value: &&String| {
        let is = |one: &Renamed| one.attribute == before.id && one.from == **value;
        !renamed.iter().any(is) && !after.values.contains(value)
    };
    before.values.iter().filter(gone).cloned().collect()
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

//! Who watches a session without taking part: listed and announced, never hidden (rules.md, The
//! wall and the screen).

use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

/// Somebody who watches without taking part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export_to = "api.ts")]
pub struct Observer {
    pub name: String,
    /// Whom they are there for, such as the one who commissioned the study.
    pub organisation: String,
    /// Whether the group has been told that they are there.
    pub announced: bool,
}

impl Observer {
    /// Who it is: "Dana Hill (the commission)", or whichever of the two is known.
    pub fn words(&self) -> String {
        match (self.name.as_str(), self.organisation.as_str()) {
            (name, "") => name.to_owned(),
            ("", organisation) => organisation.to_owned(),
            (name, organisation) => format!("{name} ({organisation})"),
        }
    }
}

/// Everybody who watches a session.
///
/// Before, they were a line of text: each part of it between commas or line breaks is read as an
/// observer of that name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Observers(pub Vec<Observer>);

impl<'de> Deserialize<'de> for Observers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Told {
            List(Vec<Observer>),
            Text(String),
        }
        Ok(Self(match Told::deserialize(from)? {
            Told::List(list) => list,
            Told::Text(text) => in_text(&text),
        }))
    }
}

impl Observers {
    /// As they are to be kept. A line that was left empty is nobody.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let trim = |o: Observer| Observer {
            name: o.name.trim().to_owned(),
            organisation: o.organisation.trim().to_owned(),
            announced: o.announced,
        };
        let is_somebody = |o: &Observer| !(o.name.is_empty() && o.organisation.is_empty());
        Self(self.0.into_iter().map(trim).filter(is_somebody).collect())
    }
}

/// The observers that a text names. Blanks are those that SQLite trims when it does the same
/// (`store/migrations`).
fn in_text(text: &str) -> Vec<Observer> {
    let parts = text.split([',', '\n', '\r']).map(|part| part.trim_matches([' ', '\t']));
    let named = |name: &str| Observer { name: name.to_owned(), ..Observer::default() };
    parts.filter(|part| !part.is_empty()).map(named).collect()
}

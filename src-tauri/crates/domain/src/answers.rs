//! What people answered to what a study asks of them.

use std::{
    collections::BTreeMap,
    fmt,
    ops::{Deref, DerefMut},
    sync::{Arc, OnceLock},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::AttributeId;

/// What somebody answered, by attribute. Of ten thousand people few answer as nobody else does, so
/// those who answer alike may share one: a copy costs nothing until it is changed.
#[derive(Clone, Default)]
pub struct Answers(Arc<Said>);

#[derive(Clone, Default)]
struct Said {
    answers: BTreeMap<AttributeId, String>,
    /// As JSON, once somebody asked.
    text: OnceLock<String>,
}

impl Answers {
    /// All of them as JSON, written once for those who share them.
    pub fn text(&self) -> &str {
        // A map of words has always a text.
        self.0.text.get_or_init(|| serde_json::to_string(&self.0.answers).unwrap_or_default())
    }
}

impl Deref for Answers {
    type Target = BTreeMap<AttributeId, String>;

    fn deref(&self) -> &Self::Target {
        &self.0.answers
    }
}

impl DerefMut for Answers {
    fn deref_mut(&mut self) -> &mut Self::Target {
        let said = Arc::make_mut(&mut self.0);
        said.text.take();
        &mut said.answers
    }
}

impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || **self == **other
    }
}

impl Eq for Answers {}

impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.answers.fmt(f)
    }
}

impl From<BTreeMap<AttributeId, String>> for Answers {
    fn from(answers: BTreeMap<AttributeId, String>) -> Self {
        Self(Arc::new(Said { answers, text: OnceLock::new() }))
    }
}

impl<const N: usize> From<[(AttributeId, String); N]> for Answers {
    fn from(answers: [(AttributeId, String); N]) -> Self {
        BTreeMap::from(answers).into()
    }
}

impl FromIterator<(AttributeId, String)> for Answers {
    fn from_iter<I: IntoIterator<Item = (AttributeId, String)>>(answers: I) -> Self {
        BTreeMap::from_iter(answers).into()
    }
}

impl<'a> IntoIterator for &'a Answers {
    type Item = (&'a AttributeId, &'a String);
    type IntoIter = std::collections::btree_map::Iter<'a, AttributeId, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.answers.iter()
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.answers.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(from).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_of_what_is_answered_now() {
        let mut answers = Answers::from([(AttributeId::from("grade"), "ABC1".to_owned())]);
        let shared = answers.clone();
        assert_eq!(answers.text(), r#"{"grade":"ABC1"}"#);
        answers.insert(AttributeId::from("grade"), "C2DE".to_owned());
        assert_eq!(answers.text(), r#"{"grade":"C2DE"}"#);
        assert_eq!(shared.text(), r#"{"grade":"ABC1"}"#);
        assert_ne!(answers, shared);
    }
}

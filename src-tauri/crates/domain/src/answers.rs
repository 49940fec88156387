//! What people answered to what a study asks of them.

use std::{
    collections::BTreeMap,
    ops::{Deref, DerefMut},
    sync::Arc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::AttributeId;

/// What somebody answered, by attribute. Of ten thousand people few answer as nobody else does, so
/// those who answer alike may share one: a copy costs nothing until it is changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(Arc<BTreeMap<AttributeId, String>>);

impl Deref for Answers {
    type Target = BTreeMap<AttributeId, String>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Answers {
    fn deref_mut(&mut self) -> &mut Self::Target {
        Arc::make_mut(&mut self.0)
    }
}

impl From<BTreeMap<AttributeId, String>> for Answers {
    fn from(answers: BTreeMap<AttributeId, String>) -> Self {
        Self(Arc::new(answers))
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
        self.0.iter()
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(from).map(Self::from)
    }
}

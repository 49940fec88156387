//! A row as the acts so far leave it, whether it stands or not.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Place;
use crate::Moment;

#[derive(Clone)]
pub(super) struct Entry {
    pub table: String,
    pub value: Value,
    pub live: bool,
    /// When it was made, among all rows.
    pub order: usize,
    pub maker: Place,
    /// By field: the acts that put something there, without those that a later one knew.
    pub fields: BTreeMap<Vec<String>, Vec<Write>>,
    /// Acts that took it out while others, who did not know, kept it.
    pub out: Vec<Place>,
    /// Acts that made the same thing elsewhere.
    pub matched: Vec<Place>,
    /// The acts that had a hand in it, without those that a later one knew.
    pub hands: Vec<Place>,
}

impl Entry {
    /// One that does not stand yet.
    pub fn new(table: &str, value: Value, order: usize, maker: Place) -> Self {
        Self {
            table: table.to_owned(),
            value,
            live: false,
            order,
            maker,
            fields: BTreeMap::new(),
            out: Vec::new(),
            matched: Vec::new(),
            hands: Vec::new(),
        }
    }

    /// What each laptop that noted it says in a field that is a moment.
    pub fn moments(&self, field: &str) -> Vec<Moment> {
        let put = self.fields.get(&[field.to_owned()][..]).into_iter().flatten();
        let put = put.filter_map(|write| write.value.as_ref());
        let all = put.chain(self.value.get(field));
        all.filter_map(|at| at.as_str()?.parse().ok()).collect()
    }
}

#[derive(Clone)]
pub(super) struct Write {
    pub by: Place,
    pub value: Option<Value>,
}

/// A row under another id: the id it goes by, and what stood there before it came.
pub(super) struct Alias {
    pub of: String,
    pub covered: Value,
}

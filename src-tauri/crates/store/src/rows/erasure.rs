use domain::Erasure;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for Erasure {
    const NAME: &'static str = "erasure";
    const COLUMNS: &'static [&'static str] =
        &["id", "session", "person", "at", "people", "lines", "flip_items", "one"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.person)?,
            word(&self.at)?,
            json(&self.people)?,
            json(&self.lines)?,
            json(&self.flip_items)?,
            json(&self.one)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            person: from_word(row, 2)?,
            at: from_word(row, 3)?,
            people: from_json(row, 4)?,
            lines: from_json(row, 5)?,
            flip_items: from_json(row, 6)?,
            one: from_json(row, 7)?,
        })
    }
}

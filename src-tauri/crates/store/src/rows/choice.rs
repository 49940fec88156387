use domain::Choice;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for Choice {
    const NAME: &'static str = "choice";
    const COLUMNS: &'static [&'static str] =
        &["id", "session", "round", "slot", "idea", "why", "reason"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.round)?,
            word(&self.slot)?,
            word(&self.idea)?,
            json(&self.why)?,
            self.reason.clone().into(),
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            round: from_word(row, 2)?,
            slot: from_word(row, 3)?,
            idea: from_word(row, 4)?,
            why: from_json(row, 5)?,
            reason: row.get(6)?,
        })
    }
}

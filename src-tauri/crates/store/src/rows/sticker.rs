use domain::Sticker;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_word, word},
};

impl Table for Sticker {
    const NAME: &'static str = "sticker";
    const COLUMNS: &'static [&'static str] =
        &["id", "session", "round", "participant", "idea", "colour"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.round)?,
            word(&self.participant)?,
            word(&self.idea)?,
            word(&self.colour)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            round: from_word(row, 2)?,
            participant: from_word(row, 3)?,
            idea: from_word(row, 4)?,
            colour: from_word(row, 5)?,
        })
    }
}

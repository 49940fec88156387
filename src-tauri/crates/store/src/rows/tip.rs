use domain::Tip;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_word, word},
};

impl Table for Tip {
    const NAME: &'static str = "tip";
    const COLUMNS: &'static [&'static str] = &["id", "session", "participant", "text", "at"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.participant)?,
            self.text.clone().into(),
            word(&self.at)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            participant: from_word(row, 2)?,
            text: row.get(3)?,
            at: from_word(row, 4)?,
        })
    }
}

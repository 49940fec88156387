use domain::{Rating, RatingOf};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_word, number, word},
};

impl Table for Rating {
    const NAME: &'static str = "rating";
    const COLUMNS: &'static [&'static str] =
        &["id", "session", "idea", "lens", "participant", "value", "at"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.of.idea)?,
            word(&self.of.lens)?,
            word(&self.participant)?,
            number(self.value),
            word(&self.at)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            of: RatingOf { idea: from_word(row, 2)?, lens: from_word(row, 3)? },
            participant: from_word(row, 4)?,
            value: row.get(5)?,
            at: from_word(row, 6)?,
        })
    }
}

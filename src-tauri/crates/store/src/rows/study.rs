use domain::Study;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for Study {
    const NAME: &'static str = "study";
    const COLUMNS: &'static [&'static str] = &["only", "name", "made", "sample"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![1.into(), self.name.clone().into(), word(&self.made)?, json(&self.sample)?])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self { name: row.get(1)?, made: from_word(row, 2)?, sample: from_json(row, 3)? })
    }
}

use domain::DesignVersion;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for DesignVersion {
    const NAME: &'static str = "design";
    const COLUMNS: &'static [&'static str] = &["id", "number", "body"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![word(&self.id)?, self.number.into(), json(&self.design)?])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self { id: from_word(row, 0)?, number: row.get(1)?, design: from_json(row, 2)? })
    }
}

use domain::Study;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_word, word},
};

impl Table for Study {
    const NAME: &'static str = "study";
    const COLUMNS: &'static [&'static str] = &["only", "name", "made"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![1.into(), self.name.clone().into(), word(&self.made)?])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self { name: row.get(1)?, made: from_word(row, 2)? })
    }
}

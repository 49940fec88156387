use domain::Session;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, json, word},
};

/// A session is read and written whole; the two columns beside its body are there to join and
/// sort by.
impl Table for Session {
    const NAME: &'static str = "session";
    const COLUMNS: &'static [&'static str] = &["id", "design", "begins", "body"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![word(&self.id)?, word(&self.design)?, word(&self.plan.begins())?, json(self)?])
    }

    fn read(row: &Row) -> Result<Self> {
        from_json(row, 3)
    }
}

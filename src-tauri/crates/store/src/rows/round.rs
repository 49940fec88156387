use domain::{Budget, Round};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for Round {
    const NAME: &'static str = "round";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "number",
        "naming",
        "entry",
        "green",
        "red",
        "state",
        "counts",
        "people",
        "opened",
        "revealed",
        "abstained",
    ];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            self.number.into(),
            word(&self.naming)?,
            word(&self.entry)?,
            self.budget.green.into(),
            self.budget.red.into(),
            word(&self.state)?,
            json(&self.counts)?,
            self.people.into(),
            word(&self.opened)?,
            word(&self.revealed)?,
            json(&self.abstained)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            number: row.get(2)?,
            naming: from_word(row, 3)?,
            entry: from_word(row, 4)?,
            budget: Budget { green: row.get(5)?, red: row.get(6)? },
            state: from_word(row, 7)?,
            counts: from_json(row, 8)?,
            people: row.get(9)?,
            opened: from_word(row, 10)?,
            revealed: from_word(row, 11)?,
            abstained: from_json(row, 12)?,
        })
    }
}

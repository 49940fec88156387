//! Stretches of time, and the questions ticked in them.

use domain::{Pause, Span, Tick};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_word, word},
};

impl Table for Span {
    const NAME: &'static str = "span";
    const COLUMNS: &'static [&'static str] =
        &["id", "session", "activity", "lens", "started", "ended"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.activity)?,
            word(&self.lens)?,
            word(&self.started)?,
            word(&self.ended)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            activity: from_word(row, 2)?,
            lens: from_word(row, 3)?,
            started: from_word(row, 4)?,
            ended: from_word(row, 5)?,
        })
    }
}

impl Table for Pause {
    const NAME: &'static str = "pause";
    const COLUMNS: &'static [&'static str] = &["id", "session", "started", "ended"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![word(&self.id)?, word(&self.session)?, word(&self.started)?, word(&self.ended)?])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            started: from_word(row, 2)?,
            ended: from_word(row, 3)?,
        })
    }
}

impl Table for Tick {
    const NAME: &'static str = "tick";
    const COLUMNS: &'static [&'static str] = &["id", "session", "activity", "question", "at"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.activity)?,
            word(&self.question)?,
            word(&self.at)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            activity: from_word(row, 2)?,
            question: from_word(row, 3)?,
            at: from_word(row, 4)?,
        })
    }
}

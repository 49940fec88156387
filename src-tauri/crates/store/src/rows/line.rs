use domain::Line;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, number, word},
};

impl Table for Line {
    const NAME: &'static str = "line";
    const COLUMNS: &'static [&'static str] = &[
        "id", "session", "at", "kind", "speakers", "text", "activity", "idea", "lens", "codes",
        "starred", "hands",
    ];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.at)?,
            word(&self.kind)?,
            json(&self.speakers)?,
            self.text.clone().into(),
            word(&self.activity)?,
            word(&self.idea)?,
            word(&self.lens)?,
            json(&self.codes)?,
            self.starred.into(),
            number(self.hands),
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            at: from_word(row, 2)?,
            kind: from_word(row, 3)?,
            speakers: from_json(row, 4)?,
            text: row.get(5)?,
            activity: from_word(row, 6)?,
            idea: from_word(row, 7)?,
            lens: from_word(row, 8)?,
            codes: from_json(row, 9)?,
            starred: row.get(10)?,
            hands: row.get(11)?,
        })
    }
}

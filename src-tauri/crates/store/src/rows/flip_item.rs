use domain::FlipItem;
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, number, word},
};

impl Table for FlipItem {
    const NAME: &'static str = "flip_item";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "activity",
        "sheet",
        "text",
        "speakers",
        "at",
        "place",
        "weight",
        "hands",
        "value",
        "merged_into",
    ];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            word(&self.activity)?,
            self.sheet.into(),
            self.text.clone().into(),
            json(&self.speakers)?,
            word(&self.at)?,
            self.place.into(),
            word(&self.weight)?,
            number(self.hands),
            word(&self.value)?,
            word(&self.merged_into)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            activity: from_word(row, 2)?,
            sheet: row.get(3)?,
            text: row.get(4)?,
            speakers: from_json(row, 5)?,
            at: from_word(row, 6)?,
            place: row.get(7)?,
            weight: from_word(row, 8)?,
            hands: row.get(9)?,
            value: from_word(row, 10)?,
            merged_into: from_word(row, 11)?,
        })
    }
}

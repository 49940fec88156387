use domain::{StudyLanguage, Translation};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, word},
};

impl Table for StudyLanguage {
    const NAME: &'static str = "study_language";
    const COLUMNS: &'static [&'static str] = &["id", "tag", "name", "own_name"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            self.tag.clone().into(),
            self.name.clone().into(),
            self.own_name.clone().into(),
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            tag: row.get(1)?,
            name: row.get(2)?,
            own_name: row.get(3)?,
        })
    }
}

impl Table for Translation {
    const NAME: &'static str = "translation";
    const COLUMNS: &'static [&'static str] =
        &["id", "language", "key", "source", "text", "checked", "earlier"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.language)?,
            word(&self.key)?,
            self.source.clone().into(),
            self.text.clone().into(),
            self.checked.as_ref().map(json).transpose()?.unwrap_or(Value::Null),
            json(&self.earlier)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        let checked: Option<String> = row.get(5)?;
        Ok(Self {
            id: from_word(row, 0)?,
            language: from_word(row, 1)?,
            key: from_word(row, 2)?,
            source: row.get(3)?,
            text: row.get(4)?,
            checked: if checked.is_some() { Some(from_json(row, 5)?) } else { None },
            earlier: from_json(row, 6)?,
        })
    }
}

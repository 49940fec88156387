use domain::{Consent, Participant};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Table, from_json, from_word, json, number, word},
};

impl Table for Participant {
    const NAME: &'static str = "participant";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "session",
        "seat",
        "name",
        "sex",
        "age_band",
        "place",
        "attributes",
        "came",
        "left",
        "absence",
        "coarse",
        "consent",
        "withdrew",
        "replaces",
    ];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            word(&self.session)?,
            number(self.seat),
            self.name.clone().into(),
            self.sex.clone().into(),
            self.age_band.clone().into(),
            self.place.clone().into(),
            json(&self.attributes)?,
            word(&self.came)?,
            word(&self.left)?,
            self.absence.clone().into(),
            self.coarse.into(),
            // Of whom nobody has asked anything, nothing is said.
            if self.consent == Consent::default() {
                "{}".to_owned().into()
            } else {
                json(&self.consent)?
            },
            word(&self.withdrew)?,
            word(&self.replaces)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            session: from_word(row, 1)?,
            seat: row.get(2)?,
            name: row.get(3)?,
            sex: row.get(4)?,
            age_band: row.get(5)?,
            place: row.get(6)?,
            attributes: from_json(row, 7)?,
            came: from_word(row, 8)?,
            left: from_word(row, 9)?,
            absence: row.get(10)?,
            coarse: row.get(11)?,
            consent: from_json(row, 12)?,
            withdrew: from_word(row, 13)?,
            replaces: from_word(row, 14)?,
        })
    }
}

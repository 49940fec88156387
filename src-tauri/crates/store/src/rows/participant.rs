use domain::{Consent, Participant};
use rusqlite::{Row, types::Value};

use crate::{
    Result,
    table::{Many, Table, Unlike, from_json, from_word, json, number, word},
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
        Ok(self.unlike(None)?.into_iter().map(|(_, value)| value).collect())
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

impl Many for Participant {
    fn unlike(&self, before: Option<&Self>) -> Result<Unlike> {
        let mut unlike = Vec::with_capacity(if before.is_none() { Self::COLUMNS.len() } else { 6 });
        macro_rules! put {
            ($($place:literal $field:ident: $value:expr,)*) => {
                $(if before.is_none_or(|before| before.$field != self.$field) {
                    unlike.push(($place, $value));
                })*
            };
        }
        put! {
            1 id: word(&self.id)?,
            2 session: word(&self.session)?,
            3 seat: number(self.seat),
            4 name: self.name.clone().into(),
            5 sex: self.sex.clone().into(),
            6 age_band: self.age_band.clone().into(),
            7 place: self.place.clone().into(),
            8 attributes: self.attributes.text().to_owned().into(),
            9 came: word(&self.came)?,
            10 left: word(&self.left)?,
            11 absence: self.absence.clone().into(),
            12 coarse: self.coarse.into(),
            // Of whom nobody has asked anything, nothing is said.
            13 consent: if self.consent == Consent::default() {
                "{}".to_owned().into()
            } else {
                json(&self.consent)?
            },
            14 withdrew: word(&self.withdrew)?,
            15 replaces: word(&self.replaces)?,
        }
        Ok(unlike)
    }
}

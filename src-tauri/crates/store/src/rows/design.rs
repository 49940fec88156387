use domain::{Design, DesignEdit, DesignVersion, delta};
use rusqlite::{Connection, Row, types::Value};

use crate::{
    Error, Result,
    table::{Table, find, from_json, from_word, json, replace, word},
};

impl Table for DesignVersion {
    const NAME: &'static str = "design";
    const COLUMNS: &'static [&'static str] =
        &["id", "number", "amends", "phase", "note", "made", "body"];

    fn values(&self) -> Result<Vec<Value>> {
        Ok(vec![
            word(&self.id)?,
            self.number.into(),
            word(&self.amends)?,
            word(&self.phase)?,
            self.note.clone().into(),
            word(&self.made)?,
            json(&self.design)?,
        ])
    }

    fn read(row: &Row) -> Result<Self> {
        Ok(Self {
            id: from_word(row, 0)?,
            number: row.get(1)?,
            amends: from_word(row, 2)?,
            phase: from_word(row, 3)?,
            note: row.get(4)?,
            made: from_word(row, 5)?,
            design: from_json(row, 6)?,
        })
    }
}

/// Changes fields inside a version's design. Refused where something else stands there by now, or
/// where what comes out is no design.
pub(crate) fn edit(db: &Connection, edit: &DesignEdit) -> Result<()> {
    let stale = || Error::Changed { table: DesignVersion::NAME };
    let before: DesignVersion = find(db, &word(&edit.design)?)?.ok_or_else(stale)?;
    let mut value = serde_json::to_value(&before.design)?;
    for delta in &edit.deltas {
        delta::apply(&mut value, delta).map_err(|_| stale())?;
    }
    let design: Design = serde_json::from_value(value)?;
    let after = DesignVersion { design, ..before.clone() };
    replace(db, Some(&before), Some(&after))
}

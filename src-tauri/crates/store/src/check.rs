//! Whether a study is sound: the file, its references, and the tables as the journal's sum.

use std::collections::BTreeSet;

use rusqlite::{Connection, types::Value};

use crate::{Result, Store, merge};

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// SQLite's own words on a damaged page or index.
    Damaged(String),
    /// A row of this table points at nothing.
    Dangling(String),
    /// Replaying the journal gives other rows for this table.
    OutOfStep(String),
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub faults: Vec<Fault>,
    /// Acts in the journal.
    pub acts: usize,
    /// Rows in the tables that the journal adds up to.
    pub rows: usize,
}

/// The tables that the journal adds up to.
pub(crate) const TABLES: &[&str] = &[
    "study",
    "design",
    "session",
    "participant",
    "span",
    "pause",
    "tick",
    "flip_item",
    "round",
    "sticker",
    "choice",
    "rating",
    "line",
    "tip",
    "study_language",
    "translation",
    "erasure",
    // Kept in step by the tables themselves, and by `record`.
    "idea_count",
    "quota_count",
];

impl Store {
    /// Checks the file, the references in it, and that replaying the journal gives its tables.
    pub fn check(&mut self) -> Result<Report> {
        let mut report = Report::default();
        let mut query = self.db.prepare("pragma integrity_check")?;
        let words = query.query_map([], |row| row.get::<_, String>(0))?;
        for word in words {
            let word = word?;
            if word != "ok" {
                report.faults.push(Fault::Damaged(word));
            }
        }
        drop(query);
        let mut query = self.db.prepare("pragma foreign_key_check")?;
        let tables = query.query_map([], |row| row.get::<_, String>(0))?;
        for table in tables {
            report.faults.push(Fault::Dangling(table?));
        }
        drop(query);

        let record = self.read(|tx| tx.whole_record())?;
        report.acts = record.acts.len();
        let replayed = Self::in_memory()?;
        replayed.db.execute_batch("begin")?;
        // What cannot be put into a table leaves that table short, which is said below.
        if let Err(e) = merge::rewrite(&replayed.db, &[], &record.folded().rows, BTreeSet::new()) {
            report.faults.push(Fault::OutOfStep(e.to_string()));
        }
        replayed.db.execute_batch("commit")?;
        for table in TABLES {
            let (ours, theirs) = (dump(&self.db, table)?, dump(&replayed.db, table)?);
            report.rows += ours.len();
            if ours != theirs {
                report.faults.push(Fault::OutOfStep((*table).to_owned()));
            }
        }
        Ok(report)
    }
}

/// A table's rows by key, without what only orders them on this disk.
fn dump(db: &Connection, table: &str) -> Result<Vec<Vec<Value>>> {
    let mut query = db.prepare(&format!("select * from {table}"))?;
    let kept: Vec<usize> = query
        .column_names()
        .iter()
        .enumerate()
        .filter(|(_, name)| **name != "n")
        .map(|(at, _)| at)
        .collect();
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(kept.iter().map(|&at| row.get(at)).collect::<rusqlite::Result<Vec<Value>>>()?);
    }
    all.sort_by_key(|row| format!("{:?}", row.first()));
    Ok(all)
}

//! What can be saved of a file that is damaged. The file itself is only read.
//!
//! Every page is looked at on its own, without asking the file where its tables are. What lies
//! there whole is taken: the acts of the journal, and the rows of the tables, which say once more
//! what the journal says. A row whose acts are lost is put down by one act of its own, so that a
//! study comes out that is sound like any other.

mod cells;
mod found;
mod mend;
mod pages;

use std::{fs, path::Path};

use domain::Moment;

use crate::{Error, Record, Result, Store, merge::beside};

/// What a damaged file gave, and a good copy of the study where there was one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Acts that were read.
    pub acts: usize,
    /// Acts that were there, by the numbers that are missing between others.
    pub lost: usize,
    /// Of those, how many a good copy holds.
    pub from_copy: usize,
    /// Rows that were put down anew, since the acts that say so are lost.
    pub mended: usize,
    /// Rows that are left out, since something they stand on is lost.
    pub left_out: usize,
}

impl Store {
    /// Reads what can be saved of a damaged file into a study in memory, with the help of a good
    /// copy of the same study if there is one. `name` is what the study is called where its own
    /// name is lost.
    ///
    /// # Errors
    /// [`Error::NothingToSave`] where there is no study in it any more, or never was.
    pub fn rescue(
        path: &Path,
        copy: Option<&Path>,
        name: &str,
        now: Moment,
    ) -> Result<(Self, Saved)> {
        let file = fs::read(path)?;
        let log = fs::read(beside(path, "-wal")).unwrap_or_default();
        let found = found::look(&pages::Pages::of(&file, &log))?;
        let (acts, lost) = (found.acts.len(), found.lost());
        if acts == 0 && found.rows.is_empty() {
            return Err(Error::NothingToSave);
        }
        let (record, rows) = found.told();
        let copied = copy.and_then(|copy| Record::of(copy).ok()).unwrap_or_default();
        let missing = copied.beyond(&record).len();
        // A copy of another study has nothing in common with it.
        let from_copy = if missing < copied.acts.len() { missing } else { 0 };
        let record = if from_copy == 0 { record } else { record.with(&copied) };
        let (store, mended, left_out) = mend::mended(record, rows, name, now)?;
        Ok((store, Saved { acts, lost, from_copy, mended, left_out }))
    }
}

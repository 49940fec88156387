//! Finding things in the record, and what is being typed into it.

use domain::{IdeaId, LineId, Role, SessionId};
use rusqlite::{OptionalExtension, params};

use crate::{
    Result, Tx,
    table::{from_word, word},
};

/// Lines that a search finds at the most.
const MOST_FOUND: u32 = 500;

impl Tx<'_> {
    /// The lines of a session that hold all of `words`, the last one as a beginning: newest first,
    /// and no more than anybody would look through.
    pub fn search_lines(&self, session: SessionId, words: &str) -> Result<Vec<LineId>> {
        let wanted = fts_query(words);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        self.make_searchable()?;
        let mut query = self.0.prepare_cached(include_str!("notes_search.sql"))?;
        let mut rows = query.query(params![wanted, word(&session)?, MOST_FOUND])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(from_word(row, 0)?);
        }
        Ok(found)
    }

    /// Adds the lines kept since the last search to what a search finds. Not done as they are
    /// kept: somebody is talking then, and nobody searches.
    fn make_searchable(&self) -> Result<()> {
        let added = self.0.prepare_cached(include_str!("notes_searchable.sql"))?.execute([])?;
        if added > 0 {
            self.0.execute("update searchable set upto = (select max(n) from line)", [])?;
        }
        Ok(())
    }

    /// How many lines a session has.
    pub fn count_lines(&self, session: SessionId) -> Result<u32> {
        let mut query = self.0.prepare_cached("select count(*) from line where session = ?")?;
        Ok(query.query_one([word(&session)?], |row| row.get(0))?)
    }

    /// How many lines of a session are about an idea.
    pub fn count_lines_on(&self, session: SessionId, idea: &IdeaId) -> Result<u32> {
        let sql = "select count(*) from line where session = ? and idea = ?";
        let mut query = self.0.prepare_cached(sql)?;
        Ok(query.query_one(params![word(&session)?, word(idea)?], |row| row.get(0))?)
    }

    /// The codes in use in the whole study, with the number of lines of each, most used first.
    pub fn codes(&self) -> Result<Vec<(String, u32)>> {
        let mut query = self.0.prepare_cached(include_str!("notes_codes.sql"))?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Keeps what is being typed. Not an act: it goes into no journal.
    pub fn keep_draft(&self, session: SessionId, role: Role, text: &str) -> Result<()> {
        if self.draft(session, role)? == text {
            // A write that changes nothing would still cost a page on the disk.
            return Ok(());
        }
        self.0
            .prepare_cached("insert or replace into draft (session, role, text) values (?, ?, ?)")?
            .execute(params![word(&session)?, word(&role)?, text])?;
        Ok(())
    }

    /// What was being typed. Empty where nothing was.
    pub fn draft(&self, session: SessionId, role: Role) -> Result<String> {
        Ok(self
            .0
            .prepare_cached("select text from draft where session = ? and role = ?")?
            .query_one(params![word(&session)?, word(&role)?], |row| row.get(0))
            .optional()?
            .unwrap_or_default())
    }
}

/// Words as a full-text query: each in quotes, so that nothing in them is an operator.
fn fts_query(words: &str) -> String {
    let terms: Vec<String> =
        words.split_whitespace().map(|w| format!("\"{}\"", w.replace('"', "\"\""))).collect();
    if terms.is_empty() { String::new() } else { format!("{}*", terms.join(" ")) }
}

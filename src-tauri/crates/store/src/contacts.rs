//! How to reach people: beside the record and outside the journal. It is in no export, and what is
//! forgotten leaves nothing behind.

use domain::{SessionId, intake::Contact};
use rusqlite::params;

use crate::{
    Result, Tx,
    table::{from_word, word},
};

impl Tx<'_> {
    /// Keeps how to reach a person, in the place of what was known.
    pub fn keep_contact(&self, contact: &Contact) -> Result<()> {
        let sql = "insert or replace into contact (participant, phone, email) values (?, ?, ?)";
        let Contact { participant, phone, email } = contact;
        self.0.prepare_cached(sql)?.execute(params![word(participant)?, phone, email])?;
        Ok(())
    }

    /// How to reach the people of a session.
    pub fn contacts(&self, session: SessionId) -> Result<Vec<Contact>> {
        let sql = "select contact.participant, phone, email from contact
            join participant on participant.id = contact.participant
            where participant.session = ? order by participant.seat";
        let mut query = self.0.prepare_cached(sql)?;
        let mut rows = query.query([word(&session)?])?;
        let mut contacts = Vec::new();
        while let Some(row) = rows.next()? {
            contacts.push(Contact {
                participant: from_word(row, 0)?,
                phone: row.get(1)?,
                email: row.get(2)?,
            });
        }
        Ok(contacts)
    }

    /// Forgets how to reach the people of a session.
    pub fn forget_contacts(&self, session: SessionId) -> Result<()> {
        let sql = "delete from contact where participant in
            (select id from participant where session = ?)";
        self.0.prepare_cached(sql)?.execute([word(&session)?])?;
        Ok(())
    }

    /// Forgets how to reach whoever is no longer in the study.
    pub fn forget_strays(&self) -> Result<()> {
        let sql = "delete from contact where participant not in (select id from participant)";
        self.0.prepare_cached(sql)?.execute([])?;
        Ok(())
    }
}

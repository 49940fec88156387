//! How to reach people, and whether somebody rang them: beside the record and outside the journal.
//! It is in no export, and what is forgotten leaves nothing behind.

use domain::{Call, Moment, ParticipantId, Rang, SessionId, intake::Contact};
use rusqlite::params;

use crate::{
    Result, Tx,
    table::{from_word, word},
};

impl Tx<'_> {
    /// Keeps how to reach a person, in the place of what was known.
    pub fn keep_contact(&self, contact: &Contact) -> Result<()> {
        let sql = "insert into contact (participant, phone, email) values (?, ?, ?)
            on conflict (participant) do update set phone = excluded.phone, email = excluded.email";
        let Contact { participant, phone, email } = contact;
        self.0.prepare_cached(sql)?.execute(params![word(participant)?, phone, email])?;
        Ok(())
    }

    /// How to reach the people of a session.
    pub fn contacts(&self, session: SessionId) -> Result<Vec<Contact>> {
        let sql = "select contact.participant, phone, email from contact
            join participant on participant.id = contact.participant
            where participant.session = ? and phone || email <> '' order by participant.seat";
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

    /// Keeps what became of ringing a person, in the place of what was known. None: nobody rang.
    pub fn keep_call(&self, person: ParticipantId, rang: Option<(Rang, Moment)>) -> Result<()> {
        let sql = "insert into contact (participant, phone, email, rang, rang_at)
            values (?, '', '', ?, ?)
            on conflict (participant) do update set rang = excluded.rang, rang_at = excluded.rang_at";
        let (rang, at) = rang.unzip();
        self.0.prepare_cached(sql)?.execute(params![word(&person)?, word(&rang)?, word(&at)?])?;
        Ok(())
    }

    /// What became of ringing the people of a session.
    pub fn calls(&self, session: SessionId) -> Result<Vec<Call>> {
        let sql = "select contact.participant, rang, rang_at from contact
            join participant on participant.id = contact.participant
            where participant.session = ? and rang is not null order by participant.seat";
        let mut query = self.0.prepare_cached(sql)?;
        let mut rows = query.query([word(&session)?])?;
        let mut calls = Vec::new();
        while let Some(row) = rows.next()? {
            let (participant, rang, at) =
                (from_word(row, 0)?, from_word(row, 1)?, from_word(row, 2)?);
            calls.push(Call { participant, rang, at });
        }
        Ok(calls)
    }

    /// Forgets how to reach whoever is no longer in the study, or took their consent back.
    pub fn forget_strays(&self) -> Result<()> {
        let sql = "delete from contact where participant not in
            (select id from participant where withdrew is null)";
        self.0.prepare_cached(sql)?.execute([])?;
        Ok(())
    }
}

//! Ballots of a secret round while it is open: the one thing outside the journal.
//!
//! They are keyed at random, without time or order, and gone once their counts are sealed
//! (rules.md, Stickers and ratings).

use domain::{Ballot, ParticipantId, RoundId};
use rusqlite::params;

use crate::{
    Result, Tx,
    table::{from_json, from_word, json, word},
};

impl Tx<'_> {
    /// Keeps a ballot, and apart from it that this person has cast one.
    pub fn cast(&self, round: RoundId, who: ParticipantId, ballot: &Ballot) -> Result<()> {
        // Sorted, so that not even the order of a person's two greens is kept.
        let sorted = |ideas: &[domain::IdeaId]| {
            let mut ideas = ideas.to_vec();
            ideas.sort();
            ideas
        };
        self.0
            .prepare_cached("insert into ballot (key, round, green, red) values (?, ?, ?, ?)")?
            .execute(params![
            uuid::Uuid::new_v4().to_string(),
            word(&round)?,
            json(&sorted(&ballot.green))?,
            json(&sorted(&ballot.red))?,
        ])?;
        self.0
            .prepare_cached("insert into cast_vote (round, participant) values (?, ?)")?
            .execute(params![word(&round)?, word(&who)?])?;
        Ok(())
    }

    /// Who has cast a ballot in a round.
    pub fn have_cast(&self, round: RoundId) -> Result<Vec<ParticipantId>> {
        let mut query = self.0.prepare_cached(
            "select participant from cast_vote where round = ? order by participant",
        )?;
        let mut rows = query.query([word(&round)?])?;
        let mut people = Vec::new();
        while let Some(row) = rows.next()? {
            people.push(from_word(row, 0)?);
        }
        Ok(people)
    }

    /// The ballots of a round, in the order of their random keys.
    pub fn ballots(&self, round: RoundId) -> Result<Vec<Ballot>> {
        let mut query =
            self.0.prepare_cached("select green, red from ballot where round = ? order by key")?;
        let mut rows = query.query([word(&round)?])?;
        let mut ballots = Vec::new();
        while let Some(row) = rows.next()? {
            ballots.push(Ballot { green: from_json(row, 0)?, red: from_json(row, 1)? });
        }
        Ok(ballots)
    }

    /// Overwrites a round's ballots, once their counts are in the journal.
    pub fn forget_ballots(&self, round: RoundId) -> Result<()> {
        self.0.execute("delete from ballot where round = ?", [word(&round)?])?;
        Ok(())
    }
}

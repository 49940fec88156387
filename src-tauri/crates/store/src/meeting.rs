//! Another record on its way in: what it brings, and the part of this one that it touches. No more
//! is read and put together than that, so what a merge costs hangs on what comes and not on how
//! much there is.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet, HashSet},
    path::Path,
};

use domain::{
    EventId, SessionId,
    erasing::Erased,
    merge::{Act, Folded, Sitting, SittingId, fold_part, taken_out, together},
};
use rusqlite::Connection;

use crate::{
    Error, Result, Store, Tx,
    copies::Ends,
    journal,
    merge::{Desk, damaged},
    sitting,
    sums::sums_of,
    table::from_word,
};

/// The tables that are read of another study's file.
const READ: [&str; 3] = ["journal", "sitting", "owner"];

/// Another study's file. What is read is a copy of it, so that it stays as it came.
pub struct Other {
    store: Store,
    _desk: Desk,
}

impl Other {
    /// Opens another study's file, and looks whether what is read of it is sound.
    ///
    /// # Errors
    /// Says whether it is no study, a newer one, damaged, or open elsewhere.
    pub fn open(path: &Path) -> Result<Self> {
        if !path.is_file() {
            return Err(Error::NotFound("study"));
        }
        sums_of(path)?;
        let desk = Desk::with(path)?;
        let store = Store::with(Connection::open(desk.study())?, Some(desk.study()))?;
        for table in READ {
            let sql = format!("pragma integrity_check({table})");
            let whole: String = store.db.query_row(&sql, [], |row| row.get(0)).map_err(damaged)?;
            if whole != "ok" {
                return Err(Error::Damaged(whole));
            }
        }
        Ok(Self { store, _desk: desk })
    }

    /// Its first act and its last: two files with the same first one are of one study.
    pub fn ends(&mut self) -> Result<Option<Ends>> {
        self.store.ends()
    }

    /// The sessions that it holds a record of.
    pub fn sessions(&self) -> Result<BTreeSet<SessionId>> {
        let sql = "select distinct session from journal where session is not null";
        let mut query = self.store.db.prepare(sql)?;
        let mut rows = query.query([])?;
        let mut sessions = BTreeSet::new();
        while let Some(row) = rows.next()? {
            sessions.insert(from_word(row, 0)?);
        }
        Ok(sessions)
    }
}

/// A record from outside.
pub(crate) struct Coming {
    /// The acts that are not here, in the canonical order; of those that are here in part, the
    /// rest.
    pub acts: Vec<Act>,
    /// Which of them are here in part.
    pub parts: BTreeSet<EventId>,
    /// The acts that are only here.
    pub lacks: HashSet<EventId>,
    pub sittings: Vec<Sitting>,
    /// The sittings that no other of its own knew all of, each with its last stamp.
    pub edges: BTreeMap<SittingId, i64>,
    pub owner: String,
}

/// An act on the sessions that a record touches, and on the study around them.
struct Met {
    act: Act,
    here: bool,
    there: bool,
}

/// Two records that meet.
pub struct Meeting {
    /// The acts that come in, in the canonical order; of those that are here in part, the rest.
    pub came: Vec<Act>,
    /// Which of them are here in part.
    pub(crate) parts: BTreeSet<EventId>,
    /// The sessions that they are about, or that were asked for.
    pub sessions: BTreeSet<SessionId>,
    /// Who the laptops belong to: this one's and the other's. Empty: nobody said.
    pub owners: [String; 2],
    /// What both know of sittings, and what this record knew.
    pub(crate) sittings: Vec<Sitting>,
    pub(crate) known: Vec<Sitting>,
    pub(crate) edges: BTreeMap<SittingId, i64>,
    /// In the canonical order.
    acts: Vec<Met>,
    /// The sessions that these are of.
    within: BTreeSet<SessionId>,
}

impl Meeting {
    /// What this record's part adds up to.
    pub fn here(&self) -> Folded {
        fold_part(self.acts_here(), &self.sittings, &self.within)
    }

    /// What the other's adds up to.
    pub fn there(&self) -> Folded {
        fold_part(self.acts_there(), &self.sittings, &self.within)
    }

    /// What both add up to.
    pub fn both(&self) -> Folded {
        fold_part(self.acts.iter().map(|met| &met.act), &self.sittings, &self.within)
    }

    /// Who was erased here or there.
    pub fn erased(&self) -> Erased {
        Erased::by(self.acts.iter().map(|met| &met.act.event))
    }

    /// The acts of this record on what is touched.
    pub fn acts_here(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|met| met.here).map(|met| &met.act)
    }

    /// The acts of the other record on what is touched.
    pub fn acts_there(&self) -> impl Iterator<Item = &Act> {
        self.acts.iter().filter(|met| met.there).map(|met| &met.act)
    }

    /// Who sat when something was done that only one of the two records has: this one's and the
    /// other's, in the order in which they first did. `of`: the acts to look at.
    pub fn who(&self, of: impl Fn(&Act) -> bool) -> [Vec<String>; 2] {
        let names: BTreeMap<SittingId, &str> =
            self.sittings.iter().map(|sitting| (sitting.id, sitting.who.as_str())).collect();
        let mut who = [Vec::new(), Vec::new()];
        for met in self.acts.iter().filter(|met| met.here != met.there && of(&met.act)) {
            let name = names.get(&met.act.sitting).copied().unwrap_or_default();
            let [here, there] = &mut who;
            let side: &mut Vec<String> = if met.here { here } else { there };
            if !name.is_empty() && !side.iter().any(|known| known == name) {
                side.push(name.to_owned());
            }
        }
        who
    }
}

impl Tx<'_> {
    /// What another file brings, and what of this record it touches. Where that is no session,
    /// those that are `asked` for are looked at.
    pub fn meet(&self, other: &mut Other, asked: &BTreeSet<SessionId>) -> Result<Meeting> {
        let Apart { comes, other_words, lacks } = apart(&self.0, &other.store.db)?;
        let some = include_str!("journal_some.sql");
        let ours = journal::acts(&self.0, some, [list(&other_words)?])?;
        let coming = other.store.read::<_, Error>(|there| {
            let mut acts = journal::acts(&there.0, some, [list(&comes)?])?;
            let theirs = journal::acts(&there.0, some, [list(&other_words)?])?;
            let rest = ours.iter().zip(&theirs).filter_map(|(ours, theirs)| ours.lacks(theirs));
            let rest: Vec<Act> = rest.collect();
            let parts = rest.iter().map(|act| act.event.id).collect();
            acts.extend(rest);
            acts.sort_by_key(|act| (act.stamp, act.event.id));
            let edges = there.edge()?.into_iter().collect();
            let (sittings, owner) = (sitting::all(&there.0)?, there.owner()?);
            Ok(Coming { acts, parts, lacks, sittings, edges, owner })
        })?;
        self.meets(coming, asked)
    }

    /// The one way in for acts from outside, whether of a file or of a record that was taken back.
    pub(crate) fn meets(&self, coming: Coming, asked: &BTreeSet<SessionId>) -> Result<Meeting> {
        let Coming { acts: came, parts, lacks, sittings, edges, owner } = coming;
        let mut sessions: BTreeSet<SessionId> = came.iter().flat_map(Act::sessions).collect();
        if sessions.is_empty() {
            sessions.clone_from(asked);
        }
        let Part { acts: ours, sessions: within } = self.part(&sessions)?;
        let ours = ours.into_iter();
        let ours = ours.map(|act| Met { here: true, there: !lacks.contains(&act.event.id), act });
        let theirs = came.iter().map(|act| act.clone().within(&within));
        let theirs = theirs.map(|act| Met { here: false, there: true, act });
        let mut acts: Vec<Met> = ours.chain(theirs).collect();
        acts.sort_by_key(|met| (met.act.stamp, met.act.event.id));
        let known = sitting::all(&self.0)?;
        Ok(Meeting {
            came,
            parts,
            sessions,
            within,
            owners: [self.owner()?, owner],
            sittings: together(&known, &sittings),
            known,
            edges,
            acts,
        })
    }

    /// What happened in some sessions and in the study around them all.
    pub(crate) fn part(&self, sessions: &BTreeSet<SessionId>) -> Result<Part> {
        let mut acts = journal::acts(&self.0, include_str!("journal_study.sql"), [])?;
        let mut sessions = sessions.clone();
        sessions.extend(taken_out(&acts));
        acts.extend(journal::acts(&self.0, include_str!("journal_part.sql"), [list(&sessions)?])?);
        acts.sort_by_key(|act| (act.stamp, act.event.id));
        let acts = acts.into_iter().map(|act| act.within(&sessions)).collect();
        Ok(Part { acts, sessions })
    }

    /// What some sessions and the study around them all add up to.
    pub(crate) fn folded_part(&self, sessions: &BTreeSet<SessionId>) -> Result<Folded> {
        Ok(self.part(sessions)?.folded(&sitting::all(&self.0)?))
    }
}

/// What happened in some sessions and in the study around them all.
pub(crate) struct Part {
    /// In the canonical order.
    pub acts: Vec<Act>,
    /// Those that were asked for, and all that somebody took out.
    sessions: BTreeSet<SessionId>,
}

impl Part {
    /// What it adds up to.
    pub fn folded(&self, sittings: &[Sitting]) -> Folded {
        fold_part(&self.acts, sittings, &self.sessions)
    }
}

fn list<T: serde::Serialize>(ids: &T) -> Result<String> {
    Ok(serde_json::to_string(ids)?)
}

/// How two journals differ.
#[derive(Default)]
struct Apart {
    /// The acts that are only there, and those that are only here.
    comes: Vec<EventId>,
    lacks: HashSet<EventId>,
    /// Those on the study that are in both, and not to the letter.
    other_words: Vec<EventId>,
}

fn apart(here: &Connection, there: &Connection) -> Result<Apart> {
    // Along the index of ids, one beside the other.
    let sql = "select id, case when session is null then body end from journal order by id";
    let (mut here, mut there) = (here.prepare(sql)?, there.prepare(sql)?);
    let (mut here, mut there) = (here.query([])?, there.query([])?);
    let mut apart = Apart::default();
    let id = |row: Option<&rusqlite::Row>| -> Result<Option<(EventId, Option<String>)>> {
        row.map(|row| Ok((from_word(row, 0)?, row.get(1)?))).transpose()
    };
    let (mut ours, mut theirs) = (id(here.next()?)?, id(there.next()?)?);
    loop {
        let order = match (&ours, &theirs) {
            (Some((ours, _)), Some((theirs, _))) => ours.cmp(theirs),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => break,
        };
        match order {
            Ordering::Less => apart.lacks.extend(ours.as_ref().map(|(id, _)| *id)),
            Ordering::Greater => apart.comes.extend(theirs.as_ref().map(|(id, _)| *id)),
            Ordering::Equal if ours == theirs => {}
            Ordering::Equal => apart.other_words.extend(ours.as_ref().map(|(id, _)| *id)),
        }
        if order.is_le() {
            ours = id(here.next()?)?;
        }
        if order.is_ge() {
            theirs = id(there.next()?)?;
        }
    }
    Ok(apart)
}

//! Sittings: which acts were known when another was done.

use std::collections::BTreeMap;

use domain::merge::{Act, Known, Sitting, SittingId};
use rusqlite::{Connection, OptionalExtension, params};

use crate::{Result, Tx, table::word};

/// The sitting that is under way: its number in this file, and the last stamp known when it began.
pub(crate) type Now = (i64, i64);

impl Tx<'_> {
    /// The sitting that is under way. It begins with the first act after opening or merging.
    pub(crate) fn sitting(&self) -> Result<Now> {
        if let Some(now) = self.2.get() {
            return Ok(now);
        }
        let edge = self.edge()?;
        let floor = edge.map_or(0, |(_, floor)| floor);
        let after = edge.into_iter().collect();
        let id = SittingId(uuid::Uuid::now_v7());
        let now = (begin(&self.0, &Sitting { id, after, who: owner(&self.0)? }, floor)?, floor);
        self.2.set(Some(now));
        Ok(now)
    }

    /// The sitting that knew all that is in this file, and the last stamp it knew. None: nothing
    /// has happened.
    pub(crate) fn edge(&self) -> Result<Option<(SittingId, i64)>> {
        let stamp = self.last_stamp()?;
        let sql = "select id, floor from sitting order by n desc limit 1";
        let read = |row: &rusqlite::Row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?));
        let last = self.0.query_row(sql, [], read).optional()?;
        Ok(match last {
            Some((id, floor)) => {
                Some((SittingId(id.parse().unwrap_or_default()), floor.max(stamp)))
            }
            None => (stamp > 0).then_some((SittingId::BEFORE, stamp)),
        })
    }

    /// Whose laptop this file is on, as was said. Empty: nobody said.
    pub fn owner(&self) -> Result<String> {
        owner(&self.0)
    }

    /// Says whose laptop this file is on. Who sat before stays who it was.
    pub fn set_owner(&self, name: &str) -> Result<()> {
        self.0.execute("insert or replace into owner (only, name) values (1, ?)", [name])?;
        self.2.set(None);
        Ok(())
    }

    /// The stamp of the act that was kept last.
    pub(crate) fn last_stamp(&self) -> Result<i64> {
        let sql = "select coalesce((select stamp from journal order by seq desc limit 1), 0)";
        Ok(self.0.prepare_cached(sql)?.query_one([], |row| row.get(0))?)
    }
}

fn owner(db: &Connection) -> Result<String> {
    let mut query = db.prepare_cached("select name from owner")?;
    Ok(query.query_one([], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Keeps a sitting. Gives back its number in this file.
pub(crate) fn begin(db: &Connection, sitting: &Sitting, floor: i64) -> Result<i64> {
    db.prepare_cached("insert into sitting (id, after, floor, who) values (?, ?, ?, ?)")?.execute(
        params![word(&sitting.id)?, serde_json::to_string(&sitting.after)?, floor, sitting.who],
    )?;
    Ok(db.last_insert_rowid())
}

/// Keeps who sat in a sitting, learned from another record.
pub(crate) fn name(db: &Connection, sitting: &Sitting) -> Result<()> {
    db.prepare_cached("update sitting set who = ? where id = ?")?
        .execute(params![sitting.who, word(&sitting.id)?])?;
    Ok(())
}

/// The sittings of a study, in the order in which this file learned of them.
pub(crate) fn all(db: &Connection) -> Result<Vec<Sitting>> {
    from(db, 0)
}

/// Those of them that this file learned of from its sitting number `n` on.
pub(crate) fn from(db: &Connection, n: i64) -> Result<Vec<Sitting>> {
    let mut query = db.prepare("select id, after, who from sitting where n >= ? order by n")?;
    let mut rows = query.query([n])?;
    let mut sittings = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, after): (String, String) = (row.get(0)?, row.get(1)?);
        let id = SittingId(id.parse().unwrap_or_default());
        sittings.push(Sitting { id, after: serde_json::from_str(&after)?, who: row.get(2)? });
    }
    Ok(sittings)
}

/// The last stamp of each sitting, by the acts that are known.
pub(crate) fn last_of(acts: &[Act], sittings: &[Sitting]) -> BTreeMap<SittingId, i64> {
    let mut last: BTreeMap<SittingId, i64> = sittings.iter().map(|s| (s.id, 0)).collect();
    for act in acts {
        let stamp = last.entry(act.sitting).or_default();
        *stamp = act.stamp.max(*stamp);
    }
    last
}

/// Of sittings with their last stamps, those that no other knew all of.
pub(crate) fn frontier(
    last: &BTreeMap<SittingId, i64>,
    sittings: &[Sitting],
) -> Vec<(SittingId, i64)> {
    let known = Known::of(sittings);
    let covered = |(id, stamp): (&SittingId, &i64)| {
        // What began with all of it known, whether anything was done since or not.
        last.iter().any(|(other, at)| other != id && known.knew((*other, *at), (*id, *stamp)))
    };
    let open = last.iter().filter(|(id, stamp)| !covered((*id, *stamp)));
    open.map(|(id, stamp)| (*id, *stamp)).collect()
}

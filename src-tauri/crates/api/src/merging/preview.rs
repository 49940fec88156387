//! What will come in, before anything changes.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, EventId, LineKind, Moment, ParticipantId, Session,
    merge::{Act, Folded, Row},
};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::{
    OtherRecord,
    clocks::{Clocks, compare},
    other,
    settling::Unsettled,
};
use crate::{Ctx, Moderator, Result};

/// What a merge would bring. Nothing has changed yet.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct MergePreview {
    /// The sessions that acts come in for, or else those that the file holds a record of.
    pub sessions: Vec<Session>,
    pub here: OneRecord,
    pub there: OneRecord,
    /// Acts that come in. None: everything is here already.
    pub acts: u32,
    pub kinds: Vec<KindCount>,
    /// What the two say differently: what somebody has to be asked about first.
    pub conflicts: Vec<Unsettled>,
    /// Which acts are in this laptop's record already.
    pub known: Vec<EventId>,
    pub clocks: Option<Clocks>,
    /// People who were erased there: of them nothing stays here.
    pub erases: u32,
    /// People who were erased here: what the file has of them does not come in.
    pub keeps_out: u32,
    /// The record as it will stand.
    pub lines: Vec<LineAfter>,
}

/// One of the two records.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OneRecord {
    /// Who kept it, where that was said.
    pub who: Vec<String>,
    /// When its first activity began and when its last act was done.
    pub from: Option<Moment>,
    pub to: Option<Moment>,
    pub lines: u32,
}

/// One kind of thing, counted.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct KindCount {
    pub what: Counted,
    pub here: u32,
    pub there: u32,
    pub both: u32,
    pub comes: u32,
    pub after: u32,
    /// How many are not the same on both.
    pub differs: u32,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum Counted {
    Lines,
    Stars,
    Codes,
    Tips,
    /// Those that the group agreed.
    Ratings,
    Stickers,
    FlipItems,
    Activities,
    People,
}

impl Counted {
    const ALL: [Self; 9] = [
        Self::Lines,
        Self::Stars,
        Self::Codes,
        Self::Tips,
        Self::Ratings,
        Self::Stickers,
        Self::FlipItems,
        Self::Activities,
        Self::People,
    ];

    fn table(self) -> &'static str {
        match self {
            Self::Lines | Self::Stars | Self::Codes => "line",
            Self::Tips => "tip",
            Self::Ratings => "rating",
            Self::Stickers => "sticker",
            Self::FlipItems => "flip_item",
            Self::Activities => "span",
            Self::People => "participant",
        }
    }

    /// What a row adds to the count: things that are counted once however often they come.
    fn of(self, row: &Row, name: &str) -> Vec<String> {
        let one = |counts: bool| if counts { vec![name.to_owned()] } else { Vec::new() };
        match self {
            Self::Stars => one(row.value["starred"] == true),
            Self::Ratings => one(row.value["participant"].is_null()),
            Self::Codes => {
                let codes = row.value["codes"].as_array().into_iter().flatten();
                codes.filter_map(Value::as_str).map(str::to_owned).collect()
            }
            _ => one(true),
        }
    }
}

/// A line as it will stand.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct LineAfter {
    pub at: Moment,
    pub kind: LineKind,
    /// Seats of those who said it. Empty: the group.
    pub seats: Vec<u32>,
    pub text: String,
    pub from: LineFrom,
}

/// Where a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum LineFrom {
    ComesIn,
    Both,
    Here,
}

/// The three records, with their rows by the id they go by together.
struct Three {
    here: Folded,
    there: Folded,
    both: Folded,
    sessions: BTreeSet<String>,
}

impl Three {
    fn name<'a>(&'a self, row: &'a Row) -> &'a str {
        self.both.same.get(&row.id).map_or(row.id.as_str(), String::as_str)
    }

    /// The rows of a table that belong to the sessions in question.
    fn rows<'a>(&'a self, of: &'a Folded, table: &'a str) -> impl Iterator<Item = &'a Row> {
        of.rows.iter().filter(move |row| {
            row.table == table
                && row.value["session"].as_str().is_some_and(|id| self.sessions.contains(id))
        })
    }

    fn counted(&self, of: &Folded, kind: Counted) -> BTreeSet<String> {
        self.rows(of, kind.table()).flat_map(|row| kind.of(row, self.name(row))).collect()
    }

    fn kind(&self, kind: Counted) -> KindCount {
        let (here, there) = (self.counted(&self.here, kind), self.counted(&self.there, kind));
        let after = self.counted(&self.both, kind);
        let asked = |c: &&domain::merge::Conflict| {
            c.asked && c.table == kind.table() && !matches!(kind, Counted::Stars | Counted::Codes)
        };
        let mut differ: Vec<&str> =
            self.both.conflicts.iter().filter(asked).map(|c| c.row.as_str()).collect();
        differ.dedup();
        KindCount {
            what: kind,
            here: count(here.len()),
            there: count(there.len()),
            both: count(here.intersection(&there).count()),
            comes: count(after.iter().filter(|name| !here.contains(*name)).count()),
            after: count(after.len()),
            differs: count(differ.len()),
        }
    }

    fn lines(&self) -> Vec<LineAfter> {
        let seats: BTreeMap<&str, u32> = self
            .rows(&self.both, "participant")
            .filter_map(|p| Some((p.id.as_str(), u32::try_from(p.value["seat"].as_u64()?).ok()?)))
            .collect();
        let (here, there) =
            (self.counted(&self.here, Counted::Lines), self.counted(&self.there, Counted::Lines));
        let read = |row: &Row| {
            let line: domain::Line = serde_json::from_value(row.value.clone()).ok()?;
            let from = match (here.contains(&row.id), there.contains(&row.id)) {
                (true, true) => LineFrom::Both,
                (true, false) => LineFrom::Here,
                _ => LineFrom::ComesIn,
            };
            let who = line.speakers.iter().map(ToString::to_string);
            let seats = who.filter_map(|id| seats.get(id.as_str()).copied()).collect();
            Some(LineAfter { at: line.at, kind: line.kind, seats, text: line.text, from })
        };
        let mut lines: Vec<LineAfter> = self.rows(&self.both, "line").filter_map(read).collect();
        lines.sort_by_key(|line| line.at);
        lines
    }

    /// `who` did what only this record has; where nobody said, it is whose laptop it is on.
    fn side<'a>(
        &self,
        of: &Folded,
        acts: impl Iterator<Item = &'a Act>,
        mut who: Vec<String>,
        owner: &str,
    ) -> OneRecord {
        if who.is_empty() && !owner.is_empty() {
            who.push(owner.to_owned());
        }
        let began = self.rows(of, "span").filter_map(|s| s.value["started"].as_str()?.parse().ok());
        OneRecord {
            who,
            from: began.min(),
            to: acts.filter(|act| in_a_session(act)).map(|act| act.event.at).max(),
            lines: count(self.rows(of, "line").count()),
        }
    }
}

/// Who was erased.
fn erased<'a>(acts: impl Iterator<Item = &'a Act>) -> BTreeSet<ParticipantId> {
    let changes = acts.flat_map(|act| &act.event.changes);
    let erasures = changes.filter_map(|change| match change {
        Change::Erasure(diff) => diff.after.as_ref(),
        _ => None,
    });
    erasures.map(|erasure| erasure.person).collect()
}

/// Whether an act was done in one of the sessions, and not on the study around them.
fn in_a_session(act: &Act) -> bool {
    act.event.session.is_some()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

pub fn preview_merge(ctx: &mut Ctx, _: Moderator, req: OtherRecord) -> Result<MergePreview> {
    let mut other = other(ctx, &req.path)?;
    let all = other.sessions()?;
    let meeting = ctx.read(|tx| Ok(tx.meet(&mut other, &all)?))?;
    let three = Three {
        here: meeting.here(),
        there: meeting.there(),
        both: meeting.both(),
        sessions: meeting.sessions.iter().map(ToString::to_string).collect(),
    };
    let acts = count(meeting.came.len());
    let mut known: Vec<EventId> = Vec::new();
    let rows: BTreeMap<&str, &Row> =
        three.both.rows.iter().map(|row| (row.id.as_str(), row)).collect();
    let mut conflicts = ctx.read(|tx| {
        let mut found = Vec::new();
        for conflict in &three.both.conflicts {
            let Some(row) = rows.get(conflict.row.as_str()).copied() else { continue };
            if row.session().is_none_or(|id| three.sessions.contains(&id.to_string())) {
                found.push(Unsettled::of(tx, row, conflict.clone()));
            }
        }
        Ok(found)
    })?;
    conflicts.sort_by_key(|found| !found.conflict.asked);
    let mine: BTreeSet<EventId> = meeting.acts_here().map(|act| act.event.id).collect();
    for side in conflicts.iter().flat_map(|found| &found.conflict.sides) {
        if mine.contains(&side.act) && !known.contains(&side.act) {
            known.push(side.act);
        }
    }
    let concerned = |row: &&Row| row.table == "session" && three.sessions.contains(&row.id);
    let read = |row: &Row| serde_json::from_value(row.value.clone()).ok();
    let [mine, theirs] = meeting.who(in_a_session);
    let [owner, other_owner] = &meeting.owners;
    let (erased_already, comes_erased) =
        (erased(meeting.acts_here()), erased(meeting.acts_there()));
    Ok(MergePreview {
        sessions: three.both.rows.iter().filter(concerned).filter_map(read).collect(),
        here: three.side(&three.here, meeting.acts_here(), mine, owner),
        there: three.side(&three.there, meeting.acts_there(), theirs, other_owner),
        acts,
        kinds: Counted::ALL.into_iter().map(|kind| three.kind(kind)).collect(),
        conflicts,
        known,
        clocks: compare(&three.here, &three.there, &three.both),
        erases: count(comes_erased.difference(&erased_already).count()),
        keeps_out: count(erased_already.difference(&comes_erased).count()),
        lines: three.lines(),
    })
}

//! How far recruiting is, and whether what is still to find can still find a seat (said early,
//! while another group can be planned).
//!
//! All of it is a bound that never cries wolf: a seat counts as free for a kind of person unless
//! the table's own quotas surely need it for somebody else. What it says cannot be found cannot.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::{AttributeId, Participant, Quota, Session, SessionId};

/// Which value of each attribute a kind of person has.
type Kind = BTreeMap<AttributeId, String>;

/// How far one quota over the study is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Progress {
    pub quota: Quota,
    /// Who came or is booked.
    pub people: u32,
    /// Of those still to find, how many can still find a seat.
    pub can_find: u32,
}

/// What whoever recruits should know now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
#[ts(export_to = "api.ts")]
pub enum QuotaNotice {
    /// More are to find than there are seats that could take them.
    TooFewSeats { quota: Quota, people: u32, seats: u32 },
    /// Every seat that could take such a person must from now on.
    EverySeat { quota: Quota, to_find: u32, sessions: Vec<SessionId> },
    /// Each of them could be found alone, but they need the same seats.
    Together { quotas: Vec<Quota>, to_find: u32, seats: u32 },
}

/// A table at which people can still be seated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTable {
    pub session: SessionId,
    pub free: u32,
    /// Whom the table's own quotas still want: `people` is how many more.
    pub wants: Vec<Quota>,
}

/// Table quotas that are weighed against each other; more than these leave the bound looser.
const WEIGHED: usize = 14;

impl OpenTable {
    /// The table of a session, with those who are expected at it.
    pub fn of(session: &Session, expected: &[Participant]) -> Self {
        let taken = u32::try_from(expected.len()).unwrap_or(u32::MAX);
        let wants = session.plan.quotas.iter().filter_map(|quota| {
            let here = expected.iter().filter(|person| quota.counts(person)).count();
            let more = quota.people.saturating_sub(u32::try_from(here).unwrap_or(u32::MAX));
            (more > 0).then(|| Quota { of: quota.of.clone(), people: more })
        });
        Self {
            session: session.id,
            free: session.plan.seats.saturating_sub(taken),
            wants: wants.collect(),
        }
    }

    /// How many of its free seats could take a person of this kind: all but those that its own
    /// quotas need for others.
    pub fn seats_for(&self, kind: &Kind) -> u32 {
        let mut others: Vec<&Quota> = self.wants.iter().filter(|q| differ(&q.of, kind)).collect();
        others.sort_by_key(|quota| std::cmp::Reverse(quota.people));
        others.truncate(WEIGHED);
        self.free.saturating_sub(heaviest(&others, &mut Vec::new()))
    }

    /// Whether its own quotas say already that every free seat is for such people.
    fn is_for(&self, kind: &Kind) -> bool {
        let fits = |q: &&Quota| kind.iter().all(|(a, value)| q.of.get(a) == Some(value));
        let mut own: Vec<&Quota> = self.wants.iter().filter(fits).collect();
        own.truncate(WEIGHED);
        heaviest(&own, &mut Vec::new()) >= self.free
    }
}

/// The fewest people who could meet quotas of one table, as far as these say.
pub fn fewest(quotas: &[Quota]) -> u32 {
    let mut all: Vec<&Quota> = quotas.iter().collect();
    all.sort_by_key(|quota| std::cmp::Reverse(quota.people));
    all.truncate(WEIGHED);
    heaviest(&all, &mut Vec::new())
}

/// Whether nobody can be of both kinds.
fn differ(a: &Kind, b: &Kind) -> bool {
    a.iter().any(|(attribute, value)| b.get(attribute).is_some_and(|other| other != value))
}

/// The most people that quotas want of which no two can be met by one person.
fn heaviest<'a>(quotas: &[&'a Quota], chosen: &mut Vec<&'a Quota>) -> u32 {
    let Some((first, rest)) = quotas.split_first() else {
        return chosen.iter().map(|quota| quota.people).sum();
    };
    let without = heaviest(rest, chosen);
    if !chosen.iter().all(|other| differ(&other.of, &first.of)) {
        return without;
    }
    chosen.push(first);
    let with = heaviest(rest, chosen);
    chosen.pop();
    with.max(without)
}

/// How far each quota is. `people` counts who came or is booked, in the order of the quotas.
pub fn progress(quotas: &[Quota], people: &[u32], tables: &[OpenTable]) -> Vec<Progress> {
    let each = quotas.iter().zip(people.iter().copied().chain(std::iter::repeat(0)));
    each.map(|(quota, people)| {
        let seats: u32 = tables.iter().map(|table| table.seats_for(&quota.of)).sum();
        let can_find = seats.min(quota.people.saturating_sub(people));
        Progress { quota: quota.clone(), people, can_find }
    })
    .collect()
}

/// What whoever recruits should know, in the order of the quotas.
pub fn notices(progress: &[Progress], tables: &[OpenTable]) -> Vec<QuotaNotice> {
    let mut notices = Vec::new();
    for Progress { quota, people, can_find } in progress {
        let to_find = quota.people.saturating_sub(*people);
        if to_find > *can_find {
            notices.push(QuotaNotice::TooFewSeats {
                quota: quota.clone(),
                people: *people,
                seats: *can_find,
            });
            continue;
        }
        let open = || tables.iter().filter(|table| table.seats_for(&quota.of) > 0);
        let seats: u32 = open().map(|table| table.seats_for(&quota.of)).sum();
        // Tables that are for such people anyway need no word about it.
        if to_find > 0 && to_find == seats && open().any(|table| !table.is_for(&quota.of)) {
            let sessions = open().map(|table| table.session).collect();
            notices.push(QuotaNotice::EverySeat { quota: quota.clone(), to_find, sessions });
        }
    }
    notices.extend(together(progress, tables));
    notices
}

/// Quotas on the same attributes with other values share no person. Where the seats that could
/// take each do not do for all of them, it says which.
fn together(progress: &[Progress], tables: &[OpenTable]) -> Vec<QuotaNotice> {
    let mut kinds: BTreeMap<Vec<&AttributeId>, Vec<&Progress>> = BTreeMap::new();
    for one in progress.iter().filter(|p| p.can_find > 0) {
        let alike = kinds.entry(one.quota.of.keys().collect()).or_default();
        if alike.iter().all(|other| other.quota.of != one.quota.of) {
            alike.push(one);
        }
    }
    let mut notices = Vec::new();
    for alike in kinds.into_values().filter(|alike| alike.len() > 1) {
        let mut seating = Seating::new(&alike, tables);
        for short in seating.seat_all(&alike) {
            notices.push(QuotaNotice::Together {
                quotas: short.iter().map(|kind| alike[*kind].quota.clone()).collect(),
                to_find: short.iter().map(|kind| alike[*kind].can_find).sum(),
                seats: short.iter().flat_map(|kind| &seating.sit[*kind]).sum(),
            });
        }
    }
    notices
}

/// Seats people of several kinds at tables, moving those seated before where that makes room
/// (augmenting paths).
struct Seating {
    /// By kind and table: how many could sit there, and how many do.
    could: Vec<Vec<u32>>,
    sit: Vec<Vec<u32>>,
    free: Vec<u32>,
}

impl Seating {
    fn new(alike: &[&Progress], tables: &[OpenTable]) -> Self {
        let could: Vec<Vec<u32>> = alike
            .iter()
            .map(|p| tables.iter().map(|table| table.seats_for(&p.quota.of)).collect())
            .collect();
        let sit = vec![vec![0; tables.len()]; alike.len()];
        Self { could, sit, free: tables.iter().map(|table| table.free).collect() }
    }

    /// Seats all that are to find, and gives the kinds that are in each other's way.
    fn seat_all(&mut self, alike: &[&Progress]) -> Vec<Vec<usize>> {
        let mut shorts: Vec<Vec<usize>> = Vec::new();
        for (kind, one) in alike.iter().enumerate() {
            for _ in 0..one.can_find {
                let mut tried = vec![false; self.free.len()];
                if self.seat(kind, &mut tried) {
                    continue;
                }
                // Whoever sits where a seat was looked for needs those very seats.
                let near = |other: &usize| *other == kind || self.sits_at(*other, &tried);
                let mut short: Vec<usize> = (0..alike.len()).filter(near).collect();
                shorts.retain(|before| {
                    let apart = before.iter().all(|kind| !short.contains(kind));
                    if !apart {
                        short.extend(before);
                    }
                    apart
                });
                short.sort_unstable();
                short.dedup();
                shorts.push(short);
                break;
            }
        }
        shorts
    }

    /// Finds a seat for one more of a kind. `seen` are the tables that were tried.
    fn seat(&mut self, kind: usize, seen: &mut [bool]) -> bool {
        for table in 0..self.free.len() {
            if seen[table] || self.sit[kind][table] >= self.could[kind][table] {
                continue;
            }
            seen[table] = true;
            if self.free[table] > 0 {
                self.free[table] -= 1;
                self.sit[kind][table] += 1;
                return true;
            }
            for other in 0..self.sit.len() {
                if other != kind && self.sit[other][table] > 0 && self.seat(other, seen) {
                    self.sit[other][table] -= 1;
                    self.sit[kind][table] += 1;
                    return true;
                }
            }
        }
        false
    }

    fn sits_at(&self, kind: usize, tables: &[bool]) -> bool {
        self.sit[kind].iter().zip(tables).any(|(&sit, &at)| at && sit > 0)
    }
}

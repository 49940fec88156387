//! The numbers of groups, told shortly: a study may have 500 of them, and nobody reads 500 numbers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// As many runs of numbers as are told one by one; what comes after them is only counted.
pub const RUNS: usize = 20;

/// Numbers of groups in the study, as the runs that they make: 1 to 4, and 6.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Numbers {
    /// How many there are, with those that are in none of the runs.
    pub count: u32,
    /// The first and the last of each run, rising: at most [`RUNS`].
    pub runs: Vec<(u32, u32)>,
}

impl Numbers {
    /// Takes in a number above all before it.
    pub fn add(&mut self, number: u32) {
        // Once one is only counted, so are all that follow: what is told has no gap that is none.
        let told: u32 = self.runs.iter().map(|(first, last)| last - first + 1).sum();
        let whole = told == self.count;
        self.count += 1;
        let room = self.runs.len() < RUNS;
        match self.runs.last_mut() {
            Some((_, last)) if whole && *last + 1 == number => *last = number,
            _ if whole && room => self.runs.push((number, number)),
            _ => {}
        }
    }
}

/// The groups that run by a version, by how they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Groups {
    pub done: Numbers,
    /// Under way.
    pub now: Numbers,
    /// Still to start: these can move to a newer version.
    pub planned: Numbers,
}

impl Groups {
    /// Takes in the group with the next number.
    pub fn add(&mut self, number: u32, started: bool, ended: bool) {
        let of = match (started, ended) {
            (_, true) => &mut self.done,
            (true, false) => &mut self.now,
            (false, false) => &mut self.planned,
        };
        of.add(number);
    }
}

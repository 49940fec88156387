//! Everything a screen can ask for: one list of commands, one function per command.
//!
//! The window calls these through Tauri's `invoke`, the command line with a line of JSON, and
//! (later) the room's phones over HTTP. None knows that the others exist.

mod act;
mod catch_up;
mod choosing;
mod commands;
mod designs;
mod erasing;
mod evening;
mod example;
mod flip_chart;
mod importing;
mod lines;
mod materials;
mod merging;
mod names;
mod people;
mod problem;
mod ratings;
mod rounds;
mod running;
mod sessions;
mod stickers;
mod studies;
mod summing;
mod translating;
mod wall;
mod who;
mod words;
mod workshop;

pub use commands::{Commands, Wire, call, list};
pub use importing::{imported_words, preview_words, row_words};
pub use materials::read_ahead;
pub use problem::{Problem, ProblemCode};
pub use sessions::{asked, busy_words, kind_words, notice_words};
pub use store::{Fault, Report};
pub use studies::Copying;
pub use who::{Actor, Anyone, Moderator, Staff};
pub use words::check_words;
pub use workshop::Workshop;

pub(crate) use act::{Act, Ctx};

/// What a command gives back.
pub type Result<T> = std::result::Result<T, Problem>;

/// A request that needs no words.
#[derive(Clone, Copy, Debug, Default, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[ts(export_to = "api.ts", type = "Record<string, never>")]
pub struct Nothing {}

/// A request about one session.
#[derive(Clone, Copy, Debug, serde::Deserialize, ts_rs::TS)]
#[ts(export_to = "api.ts")]
pub struct OfSession {
    pub session: domain::SessionId,
}

//! The plan of a study from the command line: its sessions and their calendar.

use std::{
    io::{Write, stdout},
    path::{Path, PathBuf},
};

use api::Workshop;
use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Done, Outcome,
    study::{all_sessions, ask},
};
use crate::files;

#[derive(Subcommand)]
pub enum Session {
    /// List the sessions in the order of time, one a line.
    ///
    /// The columns are separated by tabs: number, id, day and time, group, people of seats, and
    /// how far it is: planned, running, done or cancelled.
    List {
        /// The study they are in.
        file: PathBuf,
    },
    /// Plan a session, and print its id.
    Plan {
        /// The study it goes into.
        file: PathBuf,
        #[command(flatten)]
        plan: Plan,
    },
    /// Note that a session will not take place, and why.
    Cancel {
        /// The study it is in.
        file: PathBuf,
        /// The session's id, as list prints it.
        session: String,
        /// Why. It is kept with the session.
        #[arg(long)]
        reason: String,
    },
    /// Take a cancellation back.
    Hold {
        /// The study it is in.
        file: PathBuf,
        /// The session's id, as list prints it.
        session: String,
    },
    /// Write a session as a study of its own, for another laptop. Its record comes back by merge.
    Export {
        /// The study it is in.
        file: PathBuf,
        /// The session's id, as list prints it.
        #[arg(long)]
        session: String,
        /// Where the file goes. There must be no file of that name.
        #[arg(long)]
        out: PathBuf,
    },
    /// Write all sessions as a calendar file (iCalendar).
    Calendar {
        /// The study they are in.
        file: PathBuf,
        /// Where the file goes. Without it, it is printed.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

/// What is settled before the evening.
#[derive(Args)]
#[group(skip)] // its name is the command's own
pub struct Plan {
    /// The group's name, such as "Oxford, 25–39".
    #[arg(long)]
    group: String,
    /// The town, as it stands beside what people say.
    #[arg(long, default_value = "")]
    place: String,
    #[arg(long, default_value = "")]
    venue: String,
    /// As in 2026-03-12.
    #[arg(long)]
    date: String,
    /// As in 19:00, by the clock of the place.
    #[arg(long)]
    time: String,
    /// The time zone of the place, such as Europe/London. Without it, this computer's.
    #[arg(long)]
    zone: Option<String>,
    #[arg(long, value_enum)]
    phase: Option<Phase>,
    /// The kind of group, as the method calls it.
    #[arg(long, default_value = "full")]
    kind: String,
    #[arg(long, default_value_t = 9)]
    seats: u32,
    #[arg(long, default_value = "")]
    recruited_as: String,
    #[arg(long, default_value = "")]
    moderator: String,
    #[arg(long, default_value = "")]
    note_taker: String,
    #[arg(long, default_value = "")]
    observers: String,
}

#[derive(Clone, Copy, ValueEnum)]
enum Phase {
    Pilot,
    Main,
}

pub fn run(asked: Session) -> Done {
    match asked {
        Session::List { file } => list(&file),
        Session::Plan { file, plan } => planned(&file, plan),
        Session::Cancel { file, session, reason } => {
            let with = json!({ "session": session, "reason": reason });
            ask(&mut open(&file)?, "cancel_session", with)?;
            Ok(Outcome::Well)
        }
        Session::Hold { file, session } => {
            ask(&mut open(&file)?, "hold_session", json!({ "session": session }))?;
            Ok(Outcome::Well)
        }
        Session::Export { file, session, out } => super::merge::export(&file, &session, &out),
        Session::Calendar { file, out: Some(out) } => {
            let with = json!({ "path": files::absolute(&out) });
            ask(&mut open(&file)?, "export_calendar", with)?;
            Ok(Outcome::Well)
        }
        Session::Calendar { file, out: None } => {
            let calendar = ask(&mut open(&file)?, "calendar", Value::Null)?;
            write!(stdout().lock(), "{}", calendar.as_str().unwrap_or_default())?;
            Ok(Outcome::Well)
        }
    }
}

fn open(file: &Path) -> api::Result<Workshop> {
    Workshop::open(&files::absolute(file))
}

fn list(file: &Path) -> Done {
    let cards = all_sessions(&mut open(file)?)?;
    let mut out = stdout().lock();
    for card in &cards {
        let session = &card["session"];
        let plan = &session["plan"];
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let time = text(&plan["time"]).chars().take(5).collect::<String>();
        let far = match () {
            () if session["cancelled"].is_string() => "cancelled",
            () if session["ended"].is_string() => "done",
            () if session["started"].is_string() => "running",
            () => "planned",
        };
        let (number, id) = (&card["number"], text(&session["id"]));
        let (day, group) = (text(&plan["date"]), text(&plan["group"]));
        let (expected, seats) = (&card["expected"], &plan["seats"]);
        writeln!(out, "{number}\t{id}\t{day} {time}\t{group}\t{expected} of {seats}\t{far}")?;
    }
    Ok(Outcome::Well)
}

fn planned(file: &Path, plan: Plan) -> Done {
    let id = Uuid::now_v7();
    let phase = plan.phase.map(|phase| match phase {
        Phase::Pilot => "pilot",
        Phase::Main => "main",
    });
    let with = json!({ "id": id, "plan": {
        "group": plan.group, "place": plan.place, "venue": plan.venue, "date": plan.date,
        "time": plan.time, "zone": plan.zone, "phase": phase, "kind": plan.kind,
        "seats": plan.seats, "recruited_as": plan.recruited_as, "moderator": plan.moderator,
        "note_taker": plan.note_taker, "observers": plan.observers,
    }});
    ask(&mut open(file)?, "plan_session", with)?;
    writeln!(stdout().lock(), "{id}")?;
    Ok(Outcome::Well)
}

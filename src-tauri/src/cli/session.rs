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
    Done, Outcome, sample,
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
    ///
    /// A quota says how many of whom are wanted at the table: "5: sex=Female", or of two things at
    /// once "3: age-band=25–29, grade=ABC1". A person is asked for sex, age-band and place, for what
    /// the method asks (`folkmoot show` lists it) and for what `folkmoot session sample` adds. Who
    /// is wanted must fit the seats. What the study could no longer find a seat for, with this
    /// table planned so, is said on standard error; so is who of the staff is elsewhere then.
    Plan {
        /// The study it goes into.
        file: PathBuf,
        #[command(flatten)]
        plan: Box<Plan>,
    },
    /// Say whom the study wants, over all its sessions: print it, or set it.
    ///
    /// The first line is who came or is booked, of all seats. Then each quota a line, with a tab
    /// between people of people wanted and whom it is for; then what can no longer be met, such as
    /// “No seat left for 65+, ABC1”.
    Sample {
        /// The study.
        file: PathBuf,
        #[command(flatten)]
        wanted: sample::Wanted,
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
    /// Somebody who watches, by name, and after a comma whom they are there for: "Dana Hill, the
    /// commission". May be given often.
    #[arg(long = "observer", value_name = "NAME[, FOR]")]
    observers: Vec<String>,
    /// How many of whom are wanted at this table, as in "5: sex=Female". May be given often.
    #[arg(long = "quota", value_name = "PEOPLE: WHO")]
    quotas: Vec<String>,
    /// What the group was recruited by, such as ethnicity: only then may it stand beside what
    /// people say. May be given often.
    #[arg(long, value_name = "ATTRIBUTE")]
    recruited_by: Vec<String>,
    /// The group's own label in the place of an age, such as "net contributor".
    #[arg(long)]
    label: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Phase {
    Pilot,
    Main,
}

pub fn run(asked: Session) -> Done {
    match asked {
        Session::List { file } => list(&file),
        Session::Plan { file, plan } => planned(&file, *plan),
        Session::Sample { file, wanted } => sample::sample(&file, &wanted),
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
    let mut workshop = open(file)?;
    let study = ask(&mut workshop, "study", Value::Null)?;
    let observers: Vec<Value> = plan.observers.iter().map(|typed| observer(typed)).collect();
    let planned = json!({
        "group": plan.group, "place": plan.place, "venue": plan.venue, "date": plan.date,
        "time": plan.time, "zone": plan.zone, "phase": phase, "kind": plan.kind,
        "seats": plan.seats, "recruited_as": plan.recruited_as, "moderator": plan.moderator,
        "note_taker": plan.note_taker, "observers": observers, "label": plan.label,
        "recruited_by": plan.recruited_by, "quotas": sample::quotas(&plan.quotas, &study)?,
    });
    let weighed = ask(&mut workshop, "weigh_plan", json!({ "plan": planned }))?;
    ask(&mut workshop, "plan_session", json!({ "id": id, "plan": planned }))?;
    let asked = api::asked(&study);
    for notice in weighed["notices"].as_array().into_iter().flatten() {
        eprintln!("{}", api::notice_words(notice, &asked));
    }
    for busy in weighed["busy"].as_array().into_iter().flatten() {
        eprintln!("{}", api::busy_words(busy));
    }
    writeln!(stdout().lock(), "{id}")?;
    Ok(Outcome::Well)
}

/// "Dana Hill, the commission": a name, and whom they are there for.
fn observer(typed: &str) -> Value {
    let (name, organisation) = typed.split_once(',').unwrap_or((typed, ""));
    json!({ "name": name, "organisation": organisation, "announced": false })
}

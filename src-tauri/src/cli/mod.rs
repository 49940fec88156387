//! The command line: the same commands as the window's, for scripts and for looking into a study.
//!
//! Exit status: 0 all done, 1 something was refused or found wrong, 2 the command line was not
//! understood.

mod erasing;
mod importing;
mod line;
mod merge;
mod papers;
mod rescue;
mod sample;
mod session;
mod study;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};

/// Run deliberative workshops from one laptop.
///
/// Without a command, opens the window. Each command works on one study file and ends; its exit
/// status is 0 when all is well, 1 when something was refused or found wrong, 2 when the command
/// line was not understood.
#[derive(Parser)]
#[command(name = "folkmoot", version, args_conflicts_with_subcommands = true)]
pub struct Asked {
    /// A study to open in the window.
    pub study: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make a new study from a method.
    New {
        /// Where the study goes. There must be no file of that name.
        file: PathBuf,
        /// The method to start from, such as policy-ideas.
        #[arg(long)]
        method: String,
        /// What the study is called on its card. Without it, the file's name.
        #[arg(long)]
        name: Option<String>,
    },
    /// Run commands on a study: one JSON object a line in, one JSON answer a line out.
    ///
    /// A line is `{"call": "next_activity", "with": {"session": "..."}, "as": "moderator",
    /// "at": "2026-03-04T19:00:00Z", "id": "..."}`. "with", "as", "at" and "id" may be left out:
    /// nothing, the moderator, now, a new one. A refusal is answered by `{"problem": "code", ...}`
    /// and leaves no trace; the lines after it are run all the same, and the exit status is 1.
    Call {
        /// The study to work on.
        file: PathBuf,
    },
    /// List every command: whom it is for, what it takes, what it gives back.
    Commands,
    /// Print a study as JSON: its design, its sessions, and all that happened in them.
    Show {
        /// The study to look into.
        file: PathBuf,
    },
    /// Write a document: the summary of a session, what changed in the guide, or papers of the print
    /// pack.
    Export {
        /// The study it is in.
        file: PathBuf,
        /// What to write.
        #[arg(long, value_enum)]
        what: Document,
        /// The session's id, as show prints it. For the summary it may be left out when there is
        /// only one; papers without one are for any group.
        #[arg(long)]
        session: Option<String>,
        #[command(flatten)]
        how: papers::Printed,
        /// Where the document goes. A file of that name is replaced.
        #[arg(long)]
        out: PathBuf,
    },
    /// Bring people in from a recruiter's sheet, all who can come in, in one act, or nobody; or a
    /// guide from plain text.
    ///
    /// The columns are recognised by their headings. --preview says what each was taken for, and
    /// row by row who comes in, who does not, and why.
    Import {
        /// The study they come into.
        file: PathBuf,
        /// In place of people: a guide as plain text, as export --what guide-text writes it. It
        /// takes the place of the newest version's guide, which no session may have used.
        #[arg(long, conflicts_with = "people")]
        guide: Option<PathBuf>,
        #[command(flatten)]
        wanted: importing::Wanted,
    },
    /// The sessions of a study: list and plan them, cancel one, write a calendar file.
    #[command(subcommand)]
    Session(session::Session),
    /// Bring another record of the same study in: all of it or nothing.
    ///
    /// In either order, twice as well as once: nothing is lost. A copy of the study is made first,
    /// in the folder “Copies” beside it.
    Merge {
        /// The study that the record comes into.
        file: PathBuf,
        /// The file with the other record, which is left as it is.
        other: PathBuf,
        /// Only say what would come in, as JSON.
        #[arg(long)]
        preview: bool,
        /// Put lines that come in at this study's time, where the two clocks can be compared.
        #[arg(long)]
        shift: bool,
    },
    /// Erase a person: their words and what is known of them, from the study and its copies.
    ///
    /// What was counted stays: the seat, stickers, ratings, how many lines. Nothing brings back
    /// what went, and it prints a receipt that names nobody.
    Erase {
        /// The study they are in.
        file: PathBuf,
        #[command(flatten)]
        wanted: erasing::Wanted,
    },
    /// Save what can be saved of a study whose file is damaged, as a new study.
    ///
    /// The damaged file is only read. What its pages still hold whole is put together, with the
    /// help of the newest good copy that lies in the folder “Copies” beside it.
    Rescue {
        /// The damaged file.
        file: PathBuf,
        /// Where the new study goes. There must be no file of that name.
        #[arg(long, value_name = "NEW")]
        out: PathBuf,
        /// A good copy of the same study to help, in place of the newest beside it.
        #[arg(long)]
        copy: Option<PathBuf>,
    },
    /// Check that a study is sound: the file, its references, and its tables against its journal.
    Check {
        /// The study to check.
        file: PathBuf,
    },
    /// Play the example evening into a folder, with its session summary.
    Demo {
        /// Make the example study of thirteen finished groups in its place.
        #[arg(long)]
        study: bool,
        /// The folder. It is made when it is not there.
        dir: PathBuf,
    },
}

/// A document that can be written.
#[derive(Clone, Copy, ValueEnum)]
pub enum Document {
    /// The session summary, as PDF.
    Summary,
    /// The posters of the ideas.
    Posters,
    /// The ideas, to be handed out after the gallery.
    Handout,
    /// The same in print of 18 points.
    LargePrint,
    /// Ballots, for those who cannot reach the wall.
    Ballots,
    /// The moderator's guide, as a booklet.
    Guide,
    /// The guide as plain text (Markdown), to be changed in Word or an editor and imported again.
    GuideText,
    /// What changed from the version before to the newest one, and why, as PDF.
    Comparison,
    /// Sheets to take notes on.
    NoteSheets,
    /// The sheet for signing in and consent.
    Consent,
    /// A card for each seat.
    SeatCards,
    /// Sheets of stickers.
    Stickers,
    /// The sign for the door.
    DoorSign,
    /// The whole print pack: for a group, or for any, as one PDF or as a zip.
    Pack,
}

impl Document {
    /// What the paper is called in a call; none for the summary, and for the pack.
    fn paper(self) -> Option<&'static str> {
        match self {
            Self::Summary | Self::GuideText | Self::Comparison | Self::Pack => None,
            Self::Posters => Some("posters"),
            Self::Handout => Some("handout"),
            Self::LargePrint => Some("large_print"),
            Self::Ballots => Some("ballots"),
            Self::Guide => Some("guide"),
            Self::NoteSheets => Some("note_sheets"),
            Self::Consent => Some("consent"),
            Self::SeatCards => Some("seat_cards"),
            Self::Stickers => Some("stickers"),
            Self::DoorSign => Some("door_sign"),
        }
    }
}

/// Runs one command of the command line.
pub fn run(command: Command) -> ExitCode {
    let done = match command {
        Command::New { file, method, name } => study::new(&file, &method, name),
        Command::Call { file } => line::call(&file),
        Command::Commands => study::commands(),
        Command::Show { file } => study::show(&file),
        Command::Export { file, what: Document::Summary, session, how: _, out } => {
            study::export_summary(&file, session, &out)
        }
        Command::Export { file, what: Document::GuideText, session: _, how: _, out } => {
            study::write(&file, "export_guide", &out)
        }
        Command::Export { file, what: Document::Comparison, session: _, how: _, out } => {
            study::write(&file, "export_comparison", &out)
        }
        Command::Export { file, what, session, how, out } => {
            papers::export(&file, what, session, how, &out)
        }
        Command::Import { file, guide: Some(guide), wanted: _ } => {
            study::import_guide(&file, &guide)
        }
        Command::Import { file, guide: None, wanted } => importing::people(&file, &wanted),
        Command::Session(asked) => session::run(asked),
        Command::Merge { file, other, preview: true, shift: _ } => merge::preview(&file, &other),
        Command::Merge { file, other, preview: false, shift } => merge::merge(&file, &other, shift),
        Command::Erase { file, wanted } => erasing::erase(&file, &wanted),
        Command::Rescue { file, out, copy } => rescue::rescue(&file, copy.as_deref(), &out),
        Command::Check { file } => study::check(&file),
        Command::Demo { study: false, dir } => study::demo(&dir),
        Command::Demo { study: true, dir } => study::demo_study(&dir),
    };
    match done {
        Ok(Outcome::Well) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        Err(Stop::Refused(problem)) => {
            eprintln!("{}", problem.words());
            if !problem.cause.is_empty() {
                eprintln!("({})", problem.cause);
            }
            ExitCode::from(1)
        }
        Err(Stop::Unclear(words)) => {
            eprintln!("{words}");
            ExitCode::from(2)
        }
        // Whoever read our output has stopped reading: nothing is left to say, and to nobody.
        Err(Stop::Io(e)) if e.kind() == std::io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Stop::Io(e)) => {
            eprintln!("{e}");
            ExitCode::from(1)
        }
    }
}

/// How a command ended that ran to its end.
enum Outcome {
    Well,
    /// Something in it was refused or found wrong, and was said already.
    Refused,
}

/// Why a command could not run to its end.
enum Stop {
    Refused(api::Problem),
    /// What was asked leaves something open.
    Unclear(&'static str),
    Io(std::io::Error),
}

type Done = Result<Outcome, Stop>;

impl From<api::Problem> for Stop {
    fn from(problem: api::Problem) -> Self {
        Self::Refused(problem)
    }
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        Self::Io(e)
    }
}

impl From<serde_json::Error> for Stop {
    fn from(e: serde_json::Error) -> Self {
        Self::Io(e.into())
    }
}

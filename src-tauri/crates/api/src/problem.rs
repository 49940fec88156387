//! Why a call was refused: a code from a closed set. The words are in the locale's files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a call was refused. A refusal leaves no trace.
///
/// `args` go into the words, which are in `assets/locales` under `problem-CODE`; `cause` is for
/// the log and for whoever writes to the command line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Problem {
    #[serde(rename = "problem")]
    #[ts(rename = "problem")]
    pub code: ProblemCode,
    pub args: BTreeMap<String, String>,
    pub cause: String,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),* $(,)?) => {
        /// The closed set of refusals.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(export_to = "api.ts")]
        pub enum ProblemCode {
            $($(#[$doc])* $name,)*
        }

        impl ProblemCode {
            /// Every code there is, for checking that each has its words.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The code as it goes over the wire.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

codes! {
    /// Not for this role.
    Forbidden = "forbidden",
    /// No command of that name.
    UnknownCommand = "unknown_command",
    /// What was sent does not fit the command.
    Invalid = "invalid",
    NotFound = "not_found",
    /// No study is open.
    NoStudy = "no_study",
    NotAStudy = "not_a_study",
    NewerStudy = "newer_study",
    InUse = "in_use",
    ReadOnly = "read_only",
    DiskFull = "disk_full",
    FileExists = "file_exists",
    /// The study's file is damaged.
    Damaged = "damaged",
    /// Nothing in a damaged file can be read any more.
    NothingToSave = "nothing_to_save",
    /// What was saved of a damaged study is looked at, not changed.
    OnlyToLookAt = "only_to_look_at",
    Storage = "storage",
    /// A method's file cannot be read.
    BrokenMethod = "broken_method",
    BrokenLocale = "broken_locale",
    NoSuchDate = "no_such_date",
    NoSuchTime = "no_such_time",
    NoSuchZone = "no_such_zone",
    /// A session has used this version of the design, so it is read-only.
    VersionUsed = "version_used",
    /// The newest version has not been used yet, so it is the one to write in.
    BeingWritten = "being_written",
    /// Between the version and the one it amends nothing differs there.
    NoSuchChange = "no_such_change",
    /// The staff of that session have said nothing after it.
    NoDebrief = "no_debrief",
    /// What was changed in a design does not fit together.
    BrokenDesign = "broken_design",
    /// A guide's text cannot be read.
    BrokenGuide = "broken_guide",
    /// A session that was cancelled does not begin.
    Cancelled = "cancelled",
    /// A session with people or a record stays in the plan.
    SessionInRecord = "session_in_record",
    EmptyQuota = "empty_quota",
    QuotaTwice = "quota_twice",
    QuotaOverSeats = "quota_over_seats",
    UnknownAttribute = "unknown_attribute",
    AttributeTwice = "attribute_twice",
    /// The quotas of a session ask for it.
    AttributeInUse = "attribute_in_use",
    ValueTwice = "value_twice",
    /// A quota asks for that value.
    ValueWanted = "value_wanted",
    /// Somebody gave that value as an answer.
    ValueSaid = "value_said",
    EmptyName = "empty_name",
    UnknownKind = "unknown_kind",
    /// More stickers of a colour than ideas to put them on.
    TooManyStickers = "too_many_stickers",
    /// A session is planned as that kind of group.
    KindInUse = "kind_in_use",
    UnknownIdea = "unknown_idea",
    UnknownTheme = "unknown_theme",
    /// A study without an idea has nothing to talk about.
    LastIdea = "last_idea",
    /// Only a theme that no idea is in can go.
    ThemeNotEmpty = "theme_not_empty",
    UnknownActivity = "unknown_activity",
    UnknownLens = "unknown_lens",
    UnknownSeat = "unknown_seat",
    SeatTaken = "seat_taken",
    NoSuchSeat = "no_such_seat",
    /// People with stickers, ratings or lines stay in the record.
    PersonInRecord = "person_in_record",
    /// Nothing is noted of somebody who was erased.
    PersonErased = "person_erased",
    /// Who has taken consent back is not asked again.
    HasWithdrawn = "has_withdrawn",
    NobodyToAsk = "nobody_to_ask",
    NoSeatToGive = "no_seat_to_give",
    HasASeat = "has_a_seat",
    NotStarted = "not_started",
    AlreadyStarted = "already_started",
    Ended = "ended",
    LastActivity = "last_activity",
    FirstActivity = "first_activity",
    TooFewMinutes = "too_few_minutes",
    NoStickersLeft = "no_stickers_left",
    SameIdeaTwice = "same_idea_twice",
    RoundNotOpen = "round_not_open",
    RoundOutOfOrder = "round_out_of_order",
    RoundHasStickers = "round_has_stickers",
    WrongEntry = "wrong_entry",
    Absent = "absent",
    AlreadyVoted = "already_voted",
    TooManyInTally = "too_many_in_tally",
    ChosenTwice = "chosen_twice",
    ReasonNeeded = "reason_needed",
    OutsideScale = "outside_scale",
    NotRated = "not_rated",
    EmptyLine = "empty_line",
    LineTooLong = "line_too_long",
    MergeWithItself = "merge_with_itself",
    /// The other record is of another study.
    NotSameStudy = "not_same_study",
    /// What was done since rests on the record that was brought in.
    RestsOnRecord = "rests_on_record",
    /// Ballots of an open secret round are copied nowhere.
    SecretRoundOpen = "secret_round_open",
    NothingToUndo = "nothing_to_undo",
    /// A record was brought in: it is taken back as a whole, and what was done before it stays.
    UndoStopsAtRecord = "undo_stops_at_record",
    NothingToRedo = "nothing_to_redo",
    ChangedSince = "changed_since",
    /// A character that no font of ours can print.
    MissingGlyph = "missing_glyph",
    NotPrinted = "not_printed",
    /// More marks on one letter than any language has.
    TooManyMarks = "too_many_marks",
    /// Words that their paper has no room for, in the smallest size too.
    TooLongToPrint = "too_long_to_print",
    /// The name of an idea that its poster has no room for.
    LongIdeaName = "long_idea_name",
    NamelessIdea = "nameless_idea",
    NothingToPrint = "nothing_to_print",
    TooManyCopies = "too_many_copies",
    AlreadyPrinting = "already_printing",
    /// A document has no place to go: the folder is gone, or nobody may write there.
    NotWritten = "not_written",
    /// The system has no program for such files.
    NothingOpensIt = "nothing_opens_it",
    NoFileManager = "no_file_manager",
    /// A language that the study has no words in.
    NoSuchLanguage = "no_such_language",
    /// No poster of the study has all its words in that language.
    NoWholePoster = "no_whole_poster",
    /// A language's tag that is none.
    NoLanguageTag = "no_language_tag",
    /// The study has words in that language already.
    LanguageTwice = "language_twice",
    UnknownText = "unknown_text",
    /// "{n}" in a text stands for something that is filled in, and has to stay.
    SlotLost = "slot_lost",
    /// Only words that are there, and of the words that stand there now, can be checked.
    NothingToCheck = "nothing_to_check",
    NotATable = "not_a_table",
    SheetUnreadable = "sheet_unreadable",
    SheetEmpty = "sheet_empty",
    SheetTooLarge = "sheet_too_large",
    /// Unpacks to more than may be.
    SheetBomb = "sheet_bomb",
    SheetTooLong = "sheet_too_long",
    SheetTooWide = "sheet_too_wide",
    SheetLocked = "sheet_locked",
    NotASheet = "not_a_sheet",
    SheetDamaged = "sheet_damaged",
    /// The file is another than the one that was looked at.
    SheetChanged = "sheet_changed",
    NoSuchSheet = "no_such_sheet",
    NobodyComesIn = "nobody_comes_in",
}

impl Problem {
    pub fn new(code: ProblemCode) -> Self {
        Self { code, args: BTreeMap::new(), cause: String::new() }
    }

    /// Adds something that goes into the words.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// Adds what lies behind it, for the log.
    #[must_use]
    pub fn because(mut self, cause: impl ToString) -> Self {
        self.cause = cause.to_string();
        self
    }

    pub(crate) fn forbidden() -> Self {
        Self::new(ProblemCode::Forbidden)
    }
}

impl From<ProblemCode> for Problem {
    fn from(code: ProblemCode) -> Self {
        Self::new(code)
    }
}

impl From<store::Error> for Problem {
    fn from(e: store::Error) -> Self {
        use store::Error as E;
        let code = match &e {
            E::NotFound(what) => {
                return Self::new(ProblemCode::NotFound).with("what", what).because(&e);
            }
            E::NotAStudy => ProblemCode::NotAStudy,
            E::Newer { .. } => ProblemCode::NewerStudy,
            E::InUse => ProblemCode::InUse,
            E::ReadOnly => ProblemCode::ReadOnly,
            E::DiskFull => ProblemCode::DiskFull,
            E::Exists => ProblemCode::FileExists,
            E::Changed { .. } => ProblemCode::ChangedSince,
            E::RestsOn => ProblemCode::RestsOnRecord,
            E::Erased => ProblemCode::PersonErased,
            E::Corrupt(_) | E::Damaged(_) => ProblemCode::Damaged,
            E::NothingToSave => ProblemCode::NothingToSave,
            E::OnlyToLookAt => ProblemCode::OnlyToLookAt,
            E::Sqlite(_) | E::Migration(_) | E::File(_) => ProblemCode::Storage,
        };
        Self::new(code).because(e)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(e: serde_json::Error) -> Self {
        Self::new(ProblemCode::Invalid).because(e)
    }
}

impl From<domain::budget::Refusal> for Problem {
    fn from(e: domain::budget::Refusal) -> Self {
        use domain::budget::Refusal as R;
        let new = Self::new;
        let problem = match &e {
            R::OverBudget { colour, allowed } => new(ProblemCode::NoStickersLeft)
                .with("colour", colour.word())
                .with("allowed", allowed),
            R::SameIdeaTwice { .. } => new(ProblemCode::SameIdeaTwice),
            R::RoundNotOpen { .. } | R::NotCorrectable { .. } => new(ProblemCode::RoundNotOpen),
            R::Absent => new(ProblemCode::Absent),
            R::HasStickers => new(ProblemCode::AlreadyVoted),
            R::UnknownIdea { idea } => new(ProblemCode::UnknownIdea).with("idea", idea),
            R::TwiceInTally { .. } => new(ProblemCode::Invalid),
            R::TooManyInTally { count, most, colour, .. } => new(ProblemCode::TooManyInTally)
                .with("count", count)
                .with("most", most)
                .with("colour", colour.word()),
            R::WrongOrder { .. } => new(ProblemCode::RoundOutOfOrder),
        };
        problem.because(e)
    }
}

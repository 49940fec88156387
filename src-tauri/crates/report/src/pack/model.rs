//! What the papers say, in one language: plain data, already worded.

/// A study as its papers show it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pack {
    /// The study's title: "Nine ideas for public services".
    pub study: String,
    /// BCP 47 tag of the language that the words are in: "en-GB". It also says the direction.
    pub language: String,
    /// Version of the guide and the ideas.
    pub version: u32,
    /// Identity of the study (its UUID as text). With `stamp` it makes the file's identity, so
    /// that the same papers give the same bytes.
    pub identity: String,
    /// Moment of the version: seconds since 1970, UTC. The date in the file's metadata; never
    /// shown.
    pub stamp: i64,
    /// In the order of the design.
    pub themes: Vec<String>,
    /// In the order of their numbers.
    pub ideas: Vec<Idea>,
    /// Stickers that a person has in one round.
    pub budget: Budget,
    pub guide: Guide,
    /// The group that the papers are for; `None`: for any.
    pub group: Option<Group>,
}

/// One idea, as its poster and the handout say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Idea {
    /// The number on the poster.
    pub number: u32,
    /// Place of its theme in `Pack::themes`.
    pub theme: usize,
    pub name: String,
    /// Where there is little room. May be empty.
    pub short: String,
    pub description: String,
    pub examples: Vec<String>,
    /// For staff.
    pub probes: Vec<String>,
    pub what_ifs: Vec<String>,
    /// Groups of the study that have talked of it so far.
    pub groups: u32,
}

impl Idea {
    /// Its name where there is little room.
    pub fn brief(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Budget {
    pub green: u32,
    pub red: u32,
}

/// The guide for one kind of group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Guide {
    pub stages: Vec<Stage>,
    pub lenses: Vec<Lens>,
    pub scale: Scale,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stage {
    pub title: String,
    pub activities: Vec<Activity>,
}

/// One activity of the guide.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Activity {
    pub title: String,
    /// Minutes.
    pub minutes: u32,
    /// Minutes from the beginning of the session to its own.
    pub from: u32,
    /// What the moderator says. May be empty.
    pub ask: String,
    pub questions: Vec<String>,
    pub probes: Vec<String>,
    pub notes: Vec<String>,
    pub kind: ActivityKind,
}

/// What a page of the guide has room for beside the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ActivityKind {
    /// Words only.
    #[default]
    Talk,
    /// A table to count the stickers in.
    Gallery,
    /// The lenses, and the scale to ring a number on.
    Discussion,
}

/// One side of an idea that is talked through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lens {
    pub name: String,
    pub ask: String,
    /// Minutes.
    pub minutes: u32,
    pub questions: Vec<String>,
    /// Whether the group rates the idea by it.
    pub rated: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Scale {
    pub from: u32,
    pub to: u32,
    pub low: String,
    pub high: String,
}

/// The group that papers are printed for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Group {
    /// "Oxford, 25–39".
    pub name: String,
    /// "12 March 2026, 19:00". May be empty.
    pub when: String,
    /// Minutes after midnight at which it begins, local; `None`: the guide counts from 0.
    pub starts: Option<u32>,
    pub place: String,
    /// Seats, and the first names of those who sit in them: on cards in the room, nowhere else.
    pub seats: Vec<Seat>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Seat {
    pub number: u32,
    /// May be empty.
    pub name: String,
}

//! One evening, told in the words and numbers of its summary.
//!
//! Plain data, already worded where a rule of the room decides (who said it, why an idea was
//! chosen, local times), so that this crate knows neither the tables nor the roster. It holds no
//! names of participants: there is nowhere to put one.

/// Everything the summary of one session shows, at one moment.
///
/// It can be taken at any moment. What has not happened yet is said by `Option`, by an empty list
/// or by a variant that holds no numbers, and the summary says so in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evening {
    /// The study's title: "Nine ideas for public services".
    pub study: String,
    /// The group as a reader knows it: "Oxford, 25–39". The title of the document.
    pub group: String,
    /// BCP 47 tag of the language that the words are in: "en-GB".
    pub language: String,
    /// Identity of the session (its UUID as text). With `stamp` it makes the file's identity, so
    /// that the same evening gives the same bytes.
    pub session: String,
    /// The moment of the snapshot: seconds since 1970, UTC. The date in the file's metadata; never
    /// shown.
    pub stamp: i64,
    /// What to say when the evening is not over: "The session is still open. This is how it stood
    /// at 20:14.". `None` when it has ended.
    pub unfinished: Option<String>,
    pub facts: Facts,
    pub people: People,
    pub time: Time,
    /// One or more rounds, in order. Empty: no stickers have been given out.
    pub rounds: Vec<Round>,
    /// Values heard, most lines first.
    pub values: Vec<Value>,
    /// The ideas chosen, in the order in which they are talked of. Empty: not chosen yet.
    pub chosen: Vec<Chosen>,
    pub scale: Scale,
    /// What was said before the ideas, by activity ("A good life"). Activities in which nothing
    /// was noted can be left out.
    pub before: Vec<Topic>,
    /// One for each idea that was chosen, in the order in which they are talked of.
    pub discussions: Vec<Discussion>,
    /// What was said of change. `None`: that part of the guide was not reached.
    pub change: Option<Said>,
    /// Each person's one tip, in their words. Empty: none given yet.
    pub tips: Vec<String>,
    /// Remarks and debrief of the moderator and the note-taker.
    pub remarks: Vec<Remark>,
}

/// The four lines at the top right. A line that is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// "12 March 2026, 19:01 to 21:04".
    pub when: String,
    /// "6 of 13, full group".
    pub group: String,
    /// "v2, as planned but for 3 min".
    pub guide: String,
    /// "112 lines, 34 starred".
    pub record: String,
}

/// Who was there, by attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// How many took part: the base of the evening. Staff and observers are not in it.
    pub came: u32,
    /// Attributes in the order of the design; a stronger line is drawn between two of them.
    pub attributes: Vec<Attribute>,
    /// Further sentences, such as "One person left at 20:10." or "One observer of the client's.".
    pub notes: Vec<String>,
}

/// One thing the group was recruited by, such as age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    pub quotas: Vec<Quota>,
}

/// People of one kind, planned and come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quota {
    /// "Women", "25 to 29".
    pub name: String,
    /// `None`: nothing was planned for it.
    pub planned: Option<u32>,
    pub came: u32,
}

/// How the time went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Minutes in the guide for this kind of group.
    pub planned: u32,
    /// Minutes from the first start to the end, or to now. `None`: not started.
    pub real: Option<u32>,
    pub activities: Vec<ActivityTime>,
}

/// Planned and real minutes of one activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActivityTime {
    /// "Welcome"; a discussion goes by the name of its idea once it is chosen.
    pub name: String,
    /// Minutes.
    pub planned: u32,
    /// Minutes, pauses left out. `None`: not reached.
    pub real: Option<u32>,
}

/// One round of stickers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// What it is called where there is more than one: "Second round". May be empty.
    pub name: String,
    pub result: RoundResult,
}

/// What may be said of a round. Only a round that has been revealed has numbers at all (rules.md,
/// Stickers and ratings: before the reveal nobody sees a count, not in an export either).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundResult {
    /// Set, open or sealed.
    NotRevealed,
    Revealed {
        /// Every idea of the design, in its order, also those without a sticker.
        ideas: Vec<IdeaStickers>,
        /// Sentences under the chart: a correction, people who were away and why.
        notes: Vec<String>,
    },
}

/// The stickers on one poster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdeaStickers {
    /// The number on the poster.
    pub number: u32,
    pub name: String,
    pub green: u32,
    pub red: u32,
}

/// A value, and how often it was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    pub name: String,
    /// Lines of the record that carry it.
    pub lines: u32,
    /// A few words of the group's own: "rent, heating, knowing the job is there". May be empty.
    pub heard_as: String,
}

/// An idea that the group went on to talk about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// "Most popular".
    pub slot: String,
    pub idea: String,
    /// Why this one, in sentences: a tie, an overrule and its reason belong here.
    pub why: String,
}

/// The scale of the ratings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub from: u32,
    pub to: u32,
    /// The word for the low end: "not at all".
    pub low: String,
    /// The word for the high end: "extremely".
    pub high: String,
}

/// One activity outside the discussions, and what was said in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    pub name: String,
    pub said: Said,
}

/// What the record holds of one topic, lens or activity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The note-taker's lines: paraphrases, observations, what the group said as one. Sentences.
    pub points: Vec<String>,
    pub verbatims: Vec<Verbatim>,
}

/// What a person said, word for word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verbatim {
    /// Without quotation marks. An ellipsis is what was left out or not caught.
    pub words: String,
    /// "Female, 25–39, Oxford", composed by the rule. May be empty.
    pub who: String,
}

/// One idea, talked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussion {
    pub idea: String,
    /// The number on the poster.
    pub number: u32,
    /// "Most popular".
    pub slot: String,
    /// Whether the group got to it.
    pub reached: bool,
    /// One for each lens that is rated, in the order of the design.
    pub ratings: Vec<Rating>,
    /// All lenses of the design, in its order.
    pub lenses: Vec<Lens>,
    /// What was noted on the idea under no lens.
    pub other: Said,
}

/// The group's number on one scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// "Achievable".
    pub name: String,
    /// The number the group agreed. `None`: not agreed.
    pub agreed: Option<u32>,
    /// Ratings people gave for themselves, where they were asked for and revealed. They stand
    /// apart from the agreed number.
    pub private: Option<Private>,
}

/// Private ratings: every dot, the median and the range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Private {
    /// One number a person, lowest first.
    pub dots: Vec<u32>,
    /// As it is written: "6" or "6.5".
    pub median: String,
}

/// What was said of an idea from one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// "Buy-in".
    pub name: String,
    pub said: Said,
}

/// A remark on how the evening went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// "Note-taker", "Moderator", "Debrief".
    pub by: String,
    pub text: String,
}

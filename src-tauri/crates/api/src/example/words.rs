//! What the example study is made from: plans, people and everything said, as they are written in
//! `assets/example/study`. What stands where is told in its README.

use std::collections::BTreeMap;

use domain::{
    Attribute, AttributeId, IdeaId, KindId, LensId, Moment, Quota, Sample, ValueId, Weight,
};
use serde::{Deserialize, de::DeserializeOwned};

use super::amended::Amended;
use crate::{Problem, ProblemCode, Result};

macro_rules! file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../../assets/example/study/", $name)))
    };
}

const AMENDED: (&str, &str) = file!("amended.toml");
const SAMPLE: (&str, &str) = file!("sample.toml");
const SESSIONS: (&str, &str) = file!("sessions.toml");
const PEOPLE: (&str, &str) = file!("people.toml");
const WELCOME: (&str, &str) = file!("welcome.toml");
const GOOD_LIFE: (&str, &str) = file!("good-life.toml");
const LIFE: (&str, &str) = file!("life.toml");
const SERVICES: (&str, &str) = file!("services.toml");
const GALLERY: (&str, &str) = file!("gallery.toml");
const CHANGE: (&str, &str) = file!("change.toml");
const IDEAS: &[(&str, (&str, &str))] = &[
    ("individual-budgets", file!("ideas/individual-budgets.toml")),
    ("user-charging", file!("ideas/user-charging.toml")),
    ("social-insurance", file!("ideas/social-insurance.toml")),
    ("citizen-advisors", file!("ideas/citizen-advisors.toml")),
    ("area-budgets", file!("ideas/area-budgets.toml")),
    ("cooperatives", file!("ideas/cooperatives.toml")),
    ("alternative-providers", file!("ideas/alternative-providers.toml")),
    ("electing-leaders", file!("ideas/electing-leaders.toml")),
    ("local-standards", file!("ideas/local-standards.toml")),
];

/// By the session's key: "s1" for the first.
type BySession<T> = BTreeMap<String, T>;

pub(super) type Lines = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct GoodLife {
    /// Words, value, core or additional.
    pub chart: Vec<(String, ValueId, Weight)>,
    pub lines: Lines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Life {
    pub life_stage: Lines,
    pub assistance: Lines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Purpose {
    /// Words, and a value or nothing.
    pub chart: Vec<(String, String)>,
    pub why_services: Lines,
    pub why_matter: Lines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Gallery {
    /// While the stickers go up.
    #[serde(default)]
    pub before: Lines,
    /// Once they are shown.
    #[serde(default)]
    pub after: Lines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Change {
    pub lines: Lines,
    /// By seat.
    pub tips: Vec<String>,
}

/// How stickers come in.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum By {
    Seats,
    Tally,
    Secret,
}

/// Attribute, value, and how many such people are wanted.
pub(super) type Wanted = (AttributeId, String, u32);

/// Quotas as a request says them.
pub(super) fn quotas(wanted: &[Wanted]) -> Vec<Quota> {
    wanted
        .iter()
        .map(|(attribute, value, people)| Quota {
            of: BTreeMap::from([(attribute.clone(), value.clone())]),
            people: *people,
        })
        .collect()
}

/// What was changed after the pilot.
pub(super) fn amended() -> Result<Amended> {
    read(AMENDED)
}

/// Whom the study wanted, over all sessions.
pub(super) fn sample() -> Result<Sample> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Written {
        quotas: Vec<Wanted>,
        attributes: Vec<Attribute>,
    }
    let Written { quotas: wanted, attributes } = read(SAMPLE)?;
    Ok(Sample { attributes, quotas: quotas(&wanted) })
}

/// A session as it was planned, and what came of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    pub group: String,
    pub place: String,
    pub venue: String,
    pub begins: Moment,
    pub kind: KindId,
    /// The age band in an attribution.
    pub band: String,
    /// The social grade of those whose own is not written down.
    pub grade: String,
    pub recruited_as: String,
    #[serde(default)]
    pub recruited_by: Vec<String>,
    /// The generation of all in the group, where it was recruited by it.
    pub generation: Option<String>,
    /// Attribute, value, people wanted.
    pub quotas: Vec<Wanted>,
    pub label: Option<String>,
    /// The moderator and the note-taker.
    pub staff: (String, String),
    #[serde(default)]
    pub observers: domain::Observers,
    pub by: By,
    /// Minutes that it began late.
    pub late: i64,
    /// Minutes after the start that somebody came, by seat.
    #[serde(default)]
    pub coming_late: BTreeMap<String, i64>,
    /// Minutes after the start that somebody left, by seat.
    #[serde(default)]
    pub leaving: BTreeMap<String, i64>,
    /// Minutes of a break before the joker.
    #[serde(default)]
    pub tea: i64,
    /// Green and red.
    pub stickers: BTreeMap<IdeaId, (u32, u32)>,
    /// Agreed for each rated lens, in the order of the design.
    pub ratings: BTreeMap<IdeaId, Vec<u8>>,
    /// The idea and the moderator's reason. None where there was no time for one.
    pub joker: Option<(IdeaId, String)>,
    /// How the group was, the top moments, what surprised, what to change.
    pub debrief: (String, String, String, String),
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Person {
    pub name: String,
    pub sex: String,
    pub age: String,
    pub grade: Option<String>,
    #[serde(default = "none")]
    pub children: String,
    #[serde(default = "no")]
    pub health: String,
    #[serde(default = "average")]
    pub r#use: String,
    #[serde(default = "white_british")]
    pub ethnicity: String,
    /// Whether their words may be printed.
    #[serde(default = "yes")]
    pub quoted: bool,
    /// In whose place they were asked, and why that person did not come.
    pub r#for: Option<Missing>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    pub name: String,
    pub why: String,
}

fn none() -> String {
    "none".to_owned()
}

fn no() -> String {
    "no".to_owned()
}

fn yes() -> bool {
    true
}

fn average() -> String {
    "average".to_owned()
}

fn white_british() -> String {
    "White British".to_owned()
}

/// Everything that one session holds.
pub(super) struct Told {
    pub plan: Plan,
    pub people: Vec<Person>,
    pub welcome: Lines,
    pub good_life: GoodLife,
    pub life: Life,
    pub services: Purpose,
    pub gallery: Gallery,
    pub change: Change,
    /// What is said of an idea, lens by lens.
    pub ideas: BTreeMap<IdeaId, BTreeMap<LensId, Lines>>,
}

/// All sessions, in the order in which they met.
pub(super) fn all() -> Result<Vec<Told>> {
    #[derive(Deserialize)]
    struct Sessions {
        sessions: Vec<Plan>,
    }
    let Sessions { sessions } = read(SESSIONS)?;
    let mut people: BySession<Vec<Person>> = read(PEOPLE)?;
    let mut welcome: BySession<Lines> = read(WELCOME)?;
    let mut good_life: BySession<GoodLife> = read(GOOD_LIFE)?;
    let mut life: BySession<Life> = read(LIFE)?;
    let mut services: BySession<Purpose> = read(SERVICES)?;
    let mut gallery: BySession<Gallery> = read(GALLERY)?;
    let mut change: BySession<Change> = read(CHANGE)?;
    let mut ideas: BTreeMap<IdeaId, BySession<BTreeMap<LensId, Lines>>> = BTreeMap::new();
    for (idea, file) in IDEAS {
        ideas.insert((*idea).into(), read(*file)?);
    }
    (1..)
        .zip(sessions)
        .map(|(number, plan): (u32, Plan)| {
            let key = format!("s{number}");
            let said = ideas.iter_mut();
            let said = said.filter_map(|(idea, all)| Some((idea.clone(), all.remove(&key)?)));
            Ok(Told {
                plan,
                ideas: said.collect(),
                people: taken(&mut people, &key)?,
                welcome: taken(&mut welcome, &key)?,
                good_life: taken(&mut good_life, &key)?,
                life: taken(&mut life, &key)?,
                services: taken(&mut services, &key)?,
                gallery: taken(&mut gallery, &key)?,
                change: taken(&mut change, &key)?,
            })
        })
        .collect()
}

/// What a file says of one session.
fn taken<T>(all: &mut BySession<T>, key: &str) -> Result<T> {
    all.remove(key).ok_or_else(|| Problem::new(ProblemCode::Invalid).because(key))
}

fn read<T: DeserializeOwned>((name, text): (&str, &str)) -> Result<T> {
    toml::from_str(text)
        .map_err(|e| Problem::new(ProblemCode::Invalid).because(format!("{name}: {e}")))
}

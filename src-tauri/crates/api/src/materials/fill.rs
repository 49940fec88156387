//! A study's design and the plan of a group, as its papers show them.

use std::collections::BTreeMap;

use chrono::Timelike;
use domain::{
    Activity, DesignId, DesignVersion, IdeaId, KindId, Participant, Session, SessionId, Study, Tool,
};
use report::pack;
use store::Tx;

use super::{
    Language,
    languages::{self, Kept, Tongue},
    order::Said,
    speech,
};
use crate::{Problem, ProblemCode, Result};

/// What papers are printed from.
pub(super) struct Told {
    study: Study,
    version: DesignVersion,
    session: Option<Session>,
    seats: Vec<pack::Seat>,
    /// How many other groups have talked of each idea.
    groups: BTreeMap<IdeaId, u32>,
    kept: Kept,
}

impl Told {
    pub(super) fn new(tx: &Tx, session: Option<SessionId>) -> Result<Self> {
        let session: Option<Session> = session.map(|id| tx.get(&id)).transpose()?;
        let version = match &session {
            Some(session) => (*tx.design(session.design)?).clone(),
            None => (*tx.newest_design()?).clone(),
        };
        let own = session.as_ref().map(|session| tx.coverage_of(session.id)).transpose()?;
        let mut groups: BTreeMap<IdeaId, u32> =
            tx.coverage()?.into_iter().map(|one| (one.idea, one.groups)).collect();
        for one in own.unwrap_or_default() {
            groups.entry(one.idea).and_modify(|all| *all = all.saturating_sub(one.groups));
        }
        let seats = match &session {
            None => Vec::new(),
            Some(session) => {
                let people: Vec<Participant> = tx.of_session(session.id)?;
                let name = |number| {
                    let sits = people.iter().find(|person| person.seat == Some(number));
                    sits.map(|person| person.name.clone()).unwrap_or_default()
                };
                (1..=session.plan.seats)
                    .map(|number| pack::Seat { number, name: name(number) })
                    .collect()
            }
        };
        Ok(Self { study: tx.study()?, version, session, seats, groups, kept: Kept::read(tx)? })
    }

    /// The same of a version, whichever that is.
    pub(super) fn of_version(tx: &Tx, design: DesignId) -> Result<Self> {
        Ok(Self { version: tx.get(&design)?, ..Self::new(tx, None)? })
    }

    pub(super) fn ideas(&self) -> &[domain::Idea] {
        &self.version.design.ideas
    }

    /// The tag of the study's own language.
    pub(super) fn language(&self) -> &str {
        &self.version.design.language
    }

    /// People at the table.
    pub(super) fn people(&self) -> u32 {
        match &self.session {
            Some(session) => session.plan.seats,
            None => self.version.design.kinds.iter().map(|kind| kind.most).max().unwrap_or(10),
        }
    }

    pub(super) fn languages(&self) -> Vec<Language> {
        let design = &self.version.design;
        let count = |all: usize| u32::try_from(all).unwrap_or(u32::MAX);
        let of = count(design.ideas.len());
        let texts = count(languages::source(design, &self.study.name).len());
        let own = speech::name(&design.language);
        let own = Language {
            tag: design.language.clone(),
            staff_name: own.clone(),
            name: own,
            checked: true,
            checked_at: None,
            ideas: of,
            of,
            texts,
            of_texts: texts,
        };
        let others =
            languages::all(design, &self.study.name, &self.kept).into_iter().map(|tongue| {
                let whole = design.ideas.iter().filter(|idea| tongue.has_whole(&idea.id)).count();
                let done = tongue.texts.iter().filter(|text| text.state.is_done()).count();
                let checked_at = tongue.checked_at();
                Language {
                    checked: checked_at.is_some(),
                    checked_at,
                    tag: tongue.tag,
                    name: tongue.own_name,
                    staff_name: tongue.name,
                    ideas: count(whole),
                    of,
                    texts: count(done),
                    of_texts: texts,
                }
            });
        std::iter::once(own).chain(others).collect()
    }

    /// The numbers on the posters of ideas.
    pub(super) fn numbers(&self, ideas: &[IdeaId]) -> Result<Vec<u32>> {
        let all = &self.version.design.ideas;
        let place =
            |id: &IdeaId| (1..).zip(all).find(|(_, idea)| idea.id == *id).map(|(number, _)| number);
        ideas.iter().map(|id| place(id).ok_or_else(|| ProblemCode::UnknownIdea.into())).collect()
    }

    /// What the papers say in the study's own language.
    pub(super) fn pack(&self) -> pack::Pack {
        self.in_own_words()
    }

    /// The other language that is asked for. None: it is the study's own.
    fn tongue(&self, language: Option<&str>) -> Result<Option<Tongue>> {
        let design = &self.version.design;
        let Some(tag) = language.filter(|tag| *tag != design.language) else { return Ok(None) };
        let found = Tongue::of(design, &self.study.name, &self.kept, tag);
        let has_words = |tongue: &Tongue| tongue.texts.iter().any(|text| text.state.is_done());
        let no_words = || Problem::new(ProblemCode::NoSuchLanguage).with("language", tag);
        Ok(Some(found.filter(has_words).ok_or_else(no_words)?))
    }

    /// What papers say in the study's own language or another that it has words in. What it has
    /// no words for stays in its own.
    pub(super) fn said(&self, language: Option<&str>) -> Result<Said> {
        let own = self.in_own_words();
        Ok(match self.tongue(language)? {
            None => Said { name: speech::name(&own.language), pack: own, paper: BTreeMap::new() },
            Some(tongue) => Said {
                pack: self.put_into(&tongue, own),
                paper: tongue.paper_words(),
                name: tongue.own_name,
            },
        })
    }

    fn put_into(&self, tongue: &Tongue, own: pack::Pack) -> pack::Pack {
        let design = &self.version.design;
        let says = |key: &str, own: String| tongue.says(key).map_or(own, str::to_owned);
        let idea = |(idea, own): (&domain::Idea, pack::Idea)| {
            let key = |what: &str| format!("idea.{}.{what}", idea.id);
            let name = says(&key("name"), own.name);
            // A short name that is the name is no text of its own.
            let short = if idea.short.trim() == idea.name.trim() {
                name.clone()
            } else {
                says(&key("short"), own.short)
            };
            let example = |(n, own): (usize, String)| says(&key(&format!("example-{n}")), own);
            pack::Idea {
                name,
                short,
                description: says(&key("description"), own.description),
                examples: (1..).zip(own.examples).map(example).collect(),
                ..own
            }
        };
        let theme =
            |theme: &domain::Theme| says(&format!("theme.{}", theme.id), theme.name.clone());
        pack::Pack {
            study: says("study", own.study),
            language: tongue.tag.clone(),
            themes: design.themes.iter().map(theme).collect(),
            ideas: design.ideas.iter().zip(own.ideas).map(idea).collect(),
            ..own
        }
    }

    /// The numbers of the posters to print where none are named: all, or those whose every word is
    /// there in the languages asked for.
    pub(super) fn whole(&self, languages: &[Option<&str>]) -> Result<Vec<u32>> {
        let mut numbers: Vec<u32> = (1..).zip(self.ideas()).map(|(number, _)| number).collect();
        for language in languages {
            let Some(tongue) = self.tongue(*language)? else { continue };
            let whole = |number: &u32| {
                let idea = (1..).zip(self.ideas()).find(|(n, _)| n == number);
                idea.is_some_and(|(_, idea)| tongue.has_whole(&idea.id))
            };
            numbers.retain(whole);
            if numbers.is_empty() {
                return Err(Problem::new(ProblemCode::NoWholePoster).with("language", tongue.name));
            }
        }
        Ok(numbers)
    }

    fn in_own_words(&self) -> pack::Pack {
        let design = &self.version.design;
        let theme = |idea: &domain::Idea| design.themes.iter().position(|t| t.id == idea.theme);
        let texts = |questions: &[domain::Question]| {
            questions.iter().map(|question| question.text.clone()).collect::<Vec<_>>()
        };
        pack::Pack {
            study: self.study.name.clone(),
            language: design.language.clone(),
            version: self.version.number,
            identity: self.version.id.to_string(),
            stamp: self.version.made.unwrap_or(self.study.made).timestamp(),
            themes: design.themes.iter().map(|theme| theme.name.clone()).collect(),
            ideas: (1..)
                .zip(&design.ideas)
                .map(|(number, idea)| pack::Idea {
                    number,
                    theme: theme(idea).unwrap_or(0),
                    name: idea.name.clone(),
                    short: idea.short.clone(),
                    description: idea.description.clone(),
                    examples: idea.examples.clone(),
                    probes: texts(&idea.probes),
                    what_ifs: texts(&idea.what_ifs),
                    groups: self.groups.get(&idea.id).copied().unwrap_or(0),
                })
                .collect(),
            budget: pack::Budget { green: design.budget.green, red: design.budget.red },
            guide: self.guide(),
            group: self.session.as_ref().map(|session| pack::Group {
                name: session.plan.group.clone(),
                when: format!(
                    "{}, {}",
                    session.plan.date.format("%-d %B %Y"),
                    session.plan.time.format("%H:%M")
                ),
                starts: Some(session.plan.time.hour() * 60 + session.plan.time.minute()),
                place: session.plan.venue.clone(),
                seats: self.seats.clone(),
            }),
        }
    }

    fn kind(&self) -> Option<&KindId> {
        let planned = self.session.as_ref().map(|session| &session.plan.kind);
        planned.or_else(|| self.version.design.kinds.first().map(|kind| &kind.id))
    }

    /// Minutes of an activity, for this evening.
    fn minutes(&self, activity: &Activity) -> u32 {
        let own = self.session.as_ref().and_then(|session| session.minutes.get(&activity.id));
        let planned = || self.kind().and_then(|kind| activity.minutes.get(kind));
        own.or_else(planned).copied().unwrap_or(0)
    }

    fn guide(&self) -> pack::Guide {
        let design = &self.version.design;
        let texts = |questions: &[domain::Question]| {
            questions.iter().map(|question| question.text.clone()).collect::<Vec<_>>()
        };
        let mut from = 0;
        let mut stages = Vec::new();
        for stage in &design.stages {
            let mut activities = Vec::new();
            for activity in &stage.activities {
                let minutes = self.minutes(activity);
                activities.push(pack::Activity {
                    title: activity.title.clone(),
                    minutes,
                    from,
                    ask: activity.ask.clone(),
                    questions: texts(&activity.questions),
                    probes: texts(&activity.probes),
                    notes: activity.notes.clone(),
                    kind: match activity.tool {
                        Tool::Gallery => pack::ActivityKind::Gallery,
                        Tool::Discussion { .. } => pack::ActivityKind::Discussion,
                        _ => pack::ActivityKind::Talk,
                    },
                });
                from += minutes;
            }
            stages.push(pack::Stage { title: stage.title.clone(), activities });
        }
        let talk = design.activities().find(|a| matches!(a.tool, Tool::Discussion { .. }));
        let all: u32 = design.lenses.iter().map(|lens| lens.share).sum();
        let whole = talk.map_or(all, |activity| self.minutes(activity));
        // Rounded on the running total, so that the parts add up.
        let at = |shares: u32| (shares * whole + all / 2) / all.max(1);
        let mut shares = 0;
        let mut lenses = Vec::new();
        for lens in &design.lenses {
            let before = at(shares);
            shares += lens.share;
            lenses.push(pack::Lens {
                name: lens.name.clone(),
                ask: lens.ask.clone(),
                minutes: at(shares) - before,
                questions: texts(&lens.questions),
                rated: lens.rating.is_some(),
            });
        }
        let scale = &design.scale;
        pack::Guide {
            stages,
            lenses,
            scale: pack::Scale {
                from: scale.from.into(),
                to: scale.to.into(),
                low: scale.low.clone(),
                high: scale.high.clone(),
            },
        }
    }
}

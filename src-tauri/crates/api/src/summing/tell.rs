//! Tells an evening from its tables, in the words and numbers of its summary.

use chrono::Duration;
use domain::{
    Activity, Attribute, Choice, Design, FlipItem, Line, Moment, Participant, Pause, Rating,
    RatingOf, Round, RoundState, Session, SessionId, SessionPlan, Span, Tip, Tool, Why,
    attribution, clock, rating,
};
use report::summary as paper;
use store::Tx;

use super::said::Voices;
use crate::{
    Result,
    choosing::in_order,
    merging,
    names::slot_of,
    rounds::counts,
    words::{Word, say},
};

/// Everything the summary goes by.
struct Told<'a> {
    session: &'a Session,
    design: &'a Design,
    now: Moment,
    people: Vec<Participant>,
    lines: Vec<Line>,
    items: Vec<FlipItem>,
    tips: Vec<Tip>,
    /// What people are asked about themselves.
    asked: Vec<Attribute>,
    choices: Vec<Choice>,
    ratings: Vec<Rating>,
    clock: clock::ClockView,
    voices: Voices,
}

/// The evening as it stands at `now`.
pub(super) fn evening(tx: &Tx, id: SessionId, now: Moment) -> Result<paper::Evening> {
    let session: Session = tx.get(&id)?;
    let version = tx.design(session.design)?;
    let design = &version.design;
    let now = session.ended.unwrap_or(now);
    let people: Vec<Participant> = tx.of_session(id)?;
    let spans: Vec<Span> = tx.of_session(id)?;
    let pauses: Vec<Pause> = tx.of_session(id)?;
    let mut lines: Vec<Line> = tx.of_session(id)?;
    lines.sort_by_key(|l| (l.at, l.id));
    let mut tips: Vec<Tip> = tx.of_session(id)?;
    tips.sort_by_key(|t| (t.at, t.id));
    let study = tx.study()?;
    let asked = attribution::asked(design, &study.sample);
    let told = Told {
        voices: Voices::new(&asked, &session.plan, &people),
        clock: clock::view(design, &session, &spans, &pauses, now),
        choices: in_order(tx, &session, design)?,
        ratings: tx.of_session(id)?,
        items: tx.of_session(id)?,
        tips,
        asked,
        session: &session,
        design,
        now,
        people,
        lines,
    };
    let (place, of) = (tx.sessions_before(id)? + 1, tx.planned()?.sessions);
    Ok(paper::Evening {
        study: study.name,
        group: session.plan.group.clone(),
        language: design.language.clone(),
        session: id.to_string(),
        stamp: now.timestamp(),
        unfinished: told.unfinished(),
        facts: told.facts(version.number, place, of),
        people: told.people(),
        time: told.time(),
        rounds: told.rounds(tx)?,
        values: told.values(),
        chosen: told.choices.iter().map(|c| told.chosen(c)).collect(),
        scale: paper::Scale {
            from: design.scale.from.into(),
            to: design.scale.to.into(),
            low: design.scale.low.clone(),
            high: design.scale.high.clone(),
        },
        before: told.before(),
        discussions: told.choices.iter().map(|c| told.discussion(c)).collect(),
        change: told.change(),
        tips: told.quoted_tips(),
        remarks: told.remarks(merging::unsettled(tx, id)?),
    })
}

/// A number for the page.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Seconds as whole minutes, rounded to the nearest.
fn minutes(seconds: i64) -> u32 {
    u32::try_from((seconds + 30) / 60).unwrap_or(0)
}

/// The time of day at the place: "19:01".
pub(crate) fn hour(plan: &SessionPlan, at: Moment) -> String {
    local(plan, at).format("%H:%M").to_string()
}

fn local(plan: &SessionPlan, at: Moment) -> Moment {
    at + Duration::minutes(i64::from(plan.utc_offset))
}

impl Told<'_> {
    fn unfinished(&self) -> Option<String> {
        if self.session.ended.is_some() {
            return None;
        }
        let time = hour(&self.session.plan, self.now);
        let id =
            if self.session.started.is_some() { "summary-still-open" } else { "summary-not-begun" };
        Some(say(id, &[("time", time.into())]))
    }

    fn facts(&self, version: u32, place: u32, of: u32) -> paper::Facts {
        let plan = &self.session.plan;
        let begun = self.session.started.unwrap_or_else(|| plan.begins());
        let date = local(plan, begun).format("%-d %B %Y").to_string();
        let when: [(&str, Word); 3] = [
            ("date", date.into()),
            ("from", hour(plan, begun).into()),
            ("to", hour(plan, self.now).into()),
        ];
        let id = match (self.session.started, self.session.ended) {
            (None, _) => "summary-when-planned",
            (_, None) => "summary-when-open",
            _ => "summary-when",
        };
        let kind = self.design.kind(&plan.kind).map_or(String::new(), |k| k.name.clone());
        let drift = i64::from(self.clock.drift_min);
        let starred = self.lines.iter().filter(|l| l.starred).count();
        paper::Facts {
            when: say(id, &when),
            group: say(
                "summary-group",
                &[("n", place.into()), ("of", of.into()), ("kind", kind.into())],
            ),
            guide: say(
                "summary-guide",
                &[("version", version.into()), ("drift", drift.abs().into())],
            ),
            record: say(
                "summary-record",
                &[("lines", count(self.lines.len()).into()), ("starred", count(starred).into())],
            ),
        }
    }

    /// Those who took part, by what they were asked about themselves.
    fn people(&self) -> paper::People {
        let came: Vec<&Participant> =
            self.people.iter().filter(|p| p.came.is_some() && p.absence.is_none()).collect();
        let quotas = |of: &dyn Fn(&Participant) -> String| {
            let mut names: Vec<String> = came.iter().map(|p| of(p)).collect();
            names.retain(|name| !name.is_empty());
            names.sort();
            names.dedup();
            let quota = |name: String| paper::Quota {
                came: count(came.iter().filter(|p| of(p) == name).count()),
                planned: None,
                name,
            };
            paper::Attribute { quotas: names.into_iter().map(quota).collect() }
        };
        let sex = |p: &Participant| say("summary-sex", &[("sex", p.sex.as_str().into())]);
        let mut attributes = vec![
            quotas(&|p| if p.sex.is_empty() { String::new() } else { sex(p) }),
            quotas(&|p| p.age_band.clone()),
        ];
        for asked in &self.asked {
            // What may never stand beside a person's words may still be counted; what depends on
            // the recruitment may not, where the group was not recruited by it.
            let by = self.session.plan.recruited_by.contains(&asked.id);
            if asked.shown == domain::Shown::WhenRecruitedBy && !by {
                continue;
            }
            attributes.push(quotas(&|p| match p.attributes.get(&asked.id) {
                Some(value) if !value.is_empty() => format!("{}: {value}", asked.name),
                _ => String::new(),
            }));
        }
        // What is the same for all tells nobody apart: it is in the group's name or in what it was
        // recruited as.
        attributes.retain(|a| a.quotas.len() > 1 || (a.quotas.len() == 1 && came.len() == 1));
        paper::People { came: count(came.len()), attributes, notes: self.comings_and_goings() }
    }

    /// Who came late, left early or did not come: how many, when and why, and no names. Then what is
    /// left out, and why.
    fn comings_and_goings(&self) -> Vec<String> {
        let plan = &self.session.plan;
        let mut notes = Vec::new();
        for person in &self.people {
            if let Some(reason) = &person.absence {
                notes.push(say("summary-absent", &[("reason", reason.as_str().into())]));
                continue;
            }
            let late = person.came.zip(self.session.started).filter(|(came, began)| came > began);
            if let Some((came, _)) = late {
                notes.push(say("summary-late", &[("time", hour(plan, came).into())]));
            }
            if let Some(left) = person.left.filter(|left| *left < self.now) {
                notes.push(say("summary-left", &[("time", hour(plan, left).into())]));
            }
        }
        notes.extend(observing(plan));
        notes.extend(self.voices.left_out(&self.lines, &self.items, &self.tips));
        notes
    }

    /// Each person's one tip, of those who may be quoted.
    fn quoted_tips(&self) -> Vec<String> {
        let quoted = |t: &&Tip| self.voices.may_quote(&[t.participant]);
        self.tips.iter().filter(quoted).map(|t| t.text.clone()).collect()
    }

    fn time(&self) -> paper::Time {
        let real = |sec: i64| (sec > 0).then(|| minutes(sec).max(1));
        let activities = self.design.activities().zip(&self.clock.activities);
        paper::Time {
            planned: self.design.kind(&self.session.plan.kind).map_or(0, |k| k.minutes),
            real: self.session.started.map(|began| minutes((self.now - began).num_seconds())),
            activities: activities
                .map(|(activity, time)| paper::ActivityTime {
                    name: self.name_of(activity),
                    planned: time.planned_min,
                    real: real(time.real_sec),
                })
                .collect(),
        }
    }

    /// A discussion goes by the name of its idea once that is chosen.
    fn name_of(&self, activity: &Activity) -> String {
        slot_of(self.design, &activity.id)
            .and_then(|slot| self.choices.iter().find(|c| &c.slot == slot))
            .and_then(|c| self.design.idea(&c.idea))
            .map_or_else(|| activity.title.clone(), |idea| idea.name.clone())
    }

    fn rounds(&self, tx: &Tx) -> Result<Vec<paper::Round>> {
        let mut rounds: Vec<Round> = tx.of_session(self.session.id)?;
        rounds.sort_by_key(|r| r.number);
        let several = rounds.len() > 1;
        let told = rounds.iter().map(|round| {
            let name = say("summary-round", &[("n", round.number.into())]);
            let result = if round.state < RoundState::Revealed {
                paper::RoundResult::NotRevealed
            } else {
                let ideas =
                    counts(tx, round, self.design)?.into_iter().map(|c| paper::IdeaStickers {
                        number: count(self.design.number(&c.idea).unwrap_or_default()),
                        name: self.design.idea(&c.idea).map_or(String::new(), |i| i.name.clone()),
                        green: c.green,
                        red: c.red,
                    });
                let notes = vec![say("summary-base", &[("people", round.people.into())])];
                paper::RoundResult::Revealed { ideas: ideas.collect(), notes }
            };
            Ok(paper::Round { name: if several { name } else { String::new() }, result })
        });
        told.collect()
    }

    /// How many lines speak of each value, and a few words of the group's own from the flip chart.
    fn values(&self) -> Vec<paper::Value> {
        let told = self.design.values.items.iter().map(|value| {
            let items = || self.items.iter().filter(|i| i.value.as_ref() == Some(&value.id));
            let words: Vec<&str> = items()
                .filter(|i| self.voices.may_quote(&i.speakers))
                .take(3)
                .map(|i| i.text.as_str())
                .collect();
            let lines =
                self.lines.iter().filter(|l| l.codes.iter().any(|c| c == value.id.as_str()));
            let heard = paper::Value {
                name: value.name.clone(),
                lines: count(lines.count()),
                heard_as: words.join("; "),
            };
            (heard.lines > 0 || items().next().is_some()).then_some(heard)
        });
        let mut values: Vec<paper::Value> = told.flatten().collect();
        values.sort_by_key(|v| std::cmp::Reverse(v.lines));
        values
    }

    fn chosen(&self, choice: &Choice) -> paper::Chosen {
        let mut why = self.why(&choice.why);
        if !choice.reason.is_empty() {
            why = format!(
                "{why} {}",
                say("summary-reason", &[("reason", choice.reason.as_str().into())])
            );
        }
        paper::Chosen { slot: self.slot_name(choice), idea: self.idea_name(&choice.idea), why }
    }

    /// The reason of a choice, in a sentence.
    fn why(&self, why: &Why) -> String {
        let others = |with: &[domain::IdeaId]| -> Word {
            with.iter().map(|i| self.idea_name(i)).collect::<Vec<_>>().join(", ").into()
        };
        match why {
            Why::Most { count } => say("why-most", &[("count", (*count).into())]),
            Why::MostDivided { green, red } => {
                say("why-most-divided", &[("green", (*green).into()), ("red", (*red).into())])
            }
            Why::NextAfterMostDivided { count } => say("why-next", &[("count", (*count).into())]),
            Why::TieLeastDiscussed { count, with, groups } => say(
                "why-tie-least-discussed",
                &[("count", (*count).into()), ("with", others(with)), ("groups", (*groups).into())],
            ),
            Why::TieFewestReds { count, with, red } => say(
                "why-tie-fewest-reds",
                &[("count", (*count).into()), ("with", others(with)), ("red", (*red).into())],
            ),
            Why::TieModerator { count, with } => {
                say("why-tie-moderator", &[("count", (*count).into()), ("with", others(with))])
            }
            Why::LeastDiscussed { groups } => {
                say("why-least-discussed", &[("groups", (*groups).into())])
            }
            Why::NoSticker => say("why-no-sticker", &[]),
            Why::Overruled { suggested: Some(idea) } => {
                say("why-overruled", &[("idea", self.idea_name(idea).into())])
            }
            Why::Overruled { suggested: None } => say("why-moderator", &[]),
        }
    }

    fn slot_name(&self, choice: &Choice) -> String {
        self.design.slot(&choice.slot).map_or(String::new(), |s| s.name.clone())
    }

    fn idea_name(&self, id: &domain::IdeaId) -> String {
        self.design.idea(id).map_or_else(|| id.to_string(), |i| i.name.clone())
    }

    fn discussion(&self, choice: &Choice) -> paper::Discussion {
        let lines: Vec<&Line> =
            self.lines.iter().filter(|l| l.idea.as_ref() == Some(&choice.idea)).collect();
        let activity = self
            .design
            .activities()
            .find(|a| matches!(&a.tool, Tool::Discussion { slot } if slot == &choice.slot));
        let reached = activity.is_some_and(|a| {
            self.clock.activities.iter().any(|t| t.activity == a.id && t.real_sec > 0)
        });
        paper::Discussion {
            idea: self.idea_name(&choice.idea),
            number: count(self.design.number(&choice.idea).unwrap_or_default()),
            slot: self.slot_name(choice),
            reached,
            ratings: self.design.rated().map(|lens| self.rating(choice, lens)).collect(),
            lenses: self
                .design
                .lenses
                .iter()
                .map(|lens| paper::Lens {
                    name: lens.name.clone(),
                    said: self
                        .voices
                        .said(lines.iter().copied().filter(|l| l.lens.as_ref() == Some(&lens.id))),
                })
                .collect(),
            other: self.voices.said(lines.iter().copied().filter(|l| l.lens.is_none())),
        }
    }

    fn rating(&self, choice: &Choice, lens: &domain::Lens) -> paper::Rating {
        let of = RatingOf { idea: choice.idea.clone(), lens: lens.id.clone() };
        let given = || self.ratings.iter().filter(|r| r.of == of);
        let agreed = given().find(|r| r.participant.is_none()).and_then(|r| r.value);
        let mut dots: Vec<u8> =
            given().filter(|r| r.participant.is_some()).filter_map(|r| r.value).collect();
        dots.sort_unstable();
        let shown = self.session.spreads_shown.contains(&of) && !dots.is_empty();
        let median = rating::spread(&self.design.scale, &dots).median;
        paper::Rating {
            name: lens.name.clone(),
            agreed: agreed.map(u32::from),
            private: shown.then(|| paper::Private {
                dots: dots.iter().map(|&n| n.into()).collect(),
                median: median.map_or(String::new(), |m| m.to_string()),
            }),
        }
    }

    /// Whether a line is about an idea that was chosen.
    fn of_a_discussion(&self, line: &Line) -> bool {
        self.choices.iter().any(|c| Some(&c.idea) == line.idea.as_ref())
    }

    /// The activities before the first discussion and those after the last.
    fn around(&self) -> (Vec<&Activity>, Vec<&Activity>) {
        let all: Vec<&Activity> = self.design.activities().collect();
        let discussed = |a: &&Activity| matches!(a.tool, Tool::Discussion { .. });
        let first = all.iter().position(discussed).unwrap_or(all.len());
        let last = all.iter().rposition(discussed).map_or(all.len(), |at| at + 1);
        (all[..first].to_vec(), all[last..].to_vec())
    }

    fn before(&self) -> Vec<paper::Topic> {
        let topic =
            |activity: &Activity| paper::Topic {
                name: activity.title.clone(),
                said: self.voices.said(self.lines.iter().filter(|l| {
                    l.activity.as_ref() == Some(&activity.id) && !self.of_a_discussion(l)
                })),
            };
        let mut topics: Vec<paper::Topic> = self.around().0.into_iter().map(topic).collect();
        topics.retain(|t| !t.said.points.is_empty() || !t.said.verbatims.is_empty());
        topics
    }

    fn change(&self) -> Option<paper::Said> {
        let after: Vec<_> = self.around().1.iter().map(|a| &a.id).collect();
        let ran = |t: &clock::ActivityTime| after.contains(&&t.activity) && t.real_sec > 0;
        self.clock.activities.iter().any(ran).then(|| {
            self.voices.said(self.lines.iter().filter(|l| {
                l.activity.as_ref().is_some_and(|a| after.contains(&a)) && !self.of_a_discussion(l)
            }))
        })
    }

    fn remarks(&self, unsettled: usize) -> Vec<paper::Remark> {
        let debrief = &self.session.debrief;
        [
            ("summary-debrief-group", &debrief.group),
            ("summary-debrief-moments", &debrief.moments),
            ("summary-debrief-surprises", &debrief.surprises),
            ("summary-debrief-changes", &debrief.changes),
        ]
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(by, text)| paper::Remark { by: say(by, &[]), text: text.clone() })
        .chain((unsettled > 0).then(|| paper::Remark {
            by: say("summary-unsettled", &[]),
            text: say("summary-unsettled-things", &[("n", count(unsettled).into())]),
        }))
        .collect()
    }
}

/// Who watched, and whether the group was told: they are part of who was there, by name.
fn observing(plan: &domain::SessionPlan) -> Vec<String> {
    let told = [("summary-observers-told", true), ("summary-observers", false)];
    let note = |(id, announced): (&str, bool)| {
        let of = plan.observers.0.iter().filter(|o| o.announced == announced);
        let who: Vec<String> = of.map(domain::Observer::words).collect();
        (!who.is_empty()).then(|| say(id, &[("who", who.join("; ").into())]))
    };
    told.into_iter().filter_map(note).collect()
}

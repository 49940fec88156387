//! A guide, read from text.

use super::{
    GUIDE, LENSES, SETTINGS, TextFault,
    ids::{self, Taken, word},
    line::{Line, Said, lines},
    settings, tool,
};
use crate::{Activity, ActivityId, Design, Lens, LensId, MinutesByKind, Stage, Tool};

/// Reads a guide in the place of that of `design`, from whose text it was written.
///
/// # Errors
/// Every line that cannot be read, and why. Whether the parts fit together is another question:
/// see [`crate::method::fits`].
pub fn read(design: &Design, text: &str) -> Result<Design, Vec<TextFault>> {
    let (lines, mut faults) = lines(text);
    // The settings first: the guide speaks of kinds of group, and of how ideas are chosen.
    let (of_settings, of_guide) = parted(&lines);
    let mut set = design.clone();
    match settings::read(design, &of_settings) {
        Ok(with) => set = with,
        Err(mut found) => faults.append(&mut found),
    }
    let design = &set;
    let mut reader = Reader { design, stages: Vec::new(), lenses: Vec::new(), faults: Vec::new() };
    reader.all(&of_guide);
    faults.append(&mut reader.faults);
    if faults.is_empty() && reader.stages.is_empty() {
        let reason = "there is no guide here: a stage begins with “## ” and a title".to_owned();
        faults.push(TextFault { line: 1, reason });
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.line);
        return Err(faults);
    }
    Ok(named(design, reader.stages, reader.lenses))
}

/// The lines below the heading of the settings, and all others.
fn parted(lines: &[Line]) -> (Vec<&Line>, Vec<&Line>) {
    let (mut settings, mut guide) = (Vec::new(), Vec::new());
    let mut of_settings = false;
    for line in lines {
        if let Said::Heading(1, name) = &line.said {
            of_settings = name == SETTINGS;
            if of_settings {
                continue;
            }
        }
        if of_settings { settings.push(line) } else { guide.push(line) }
    }
    (settings, guide)
}

/// An activity or a lens, as far as it was read.
#[derive(Default)]
struct Part {
    line: u32,
    title: String,
    subtitle: String,
    ask: String,
    hint: String,
    minutes: Option<MinutesByKind>,
    least: Option<MinutesByKind>,
    tool: Option<Tool>,
    share: Option<u32>,
    rating: Option<String>,
    idea_probes: bool,
    questions: Vec<String>,
    probes: Vec<String>,
    notes: Vec<String>,
}

struct ReadStage {
    line: u32,
    title: String,
    activities: Vec<Part>,
}

struct Reader<'a> {
    design: &'a Design,
    stages: Vec<ReadStage>,
    lenses: Vec<Part>,
    faults: Vec<TextFault>,
}

impl Reader<'_> {
    fn fault(&mut self, line: u32, reason: impl Into<String>) {
        self.faults.push(TextFault { line, reason: reason.into() });
    }

    fn all(&mut self, lines: &[&Line]) {
        let mut of_lenses = false;
        let mut list = "";
        for Line { number, said } in lines {
            let number = *number;
            let title =
                |title: &String| Part { line: number, title: title.clone(), ..Part::default() };
            match said {
                Said::Heading(1, name) if name == LENSES => of_lenses = true,
                Said::Heading(1, name) if name == GUIDE => of_lenses = false,
                Said::Heading(1, name) => self.fault(
                    number,
                    format!(
                        "“{name}” is not a part of a guide: there are “{GUIDE}”, “{LENSES}” and \
                         “{SETTINGS}”"
                    ),
                ),
                Said::Heading(2, name) if of_lenses => self.lenses.push(title(name)),
                Said::Heading(2, name) => {
                    let (line, title) = (number, name.clone());
                    self.stages.push(ReadStage { line, title, activities: Vec::new() });
                }
                Said::Heading(_, _) if of_lenses => {
                    self.fault(number, "a way of looking at an idea has no parts: use “## ”");
                }
                Said::Heading(_, name) => match self.stages.last_mut() {
                    Some(stage) => stage.activities.push(title(name)),
                    None => {
                        self.fault(
                            number,
                            "an activity needs a stage before it: “## ” and a title",
                        );
                    }
                },
                Said::Field(name, what) if what.is_empty() && is_list(name) => list = is_in(name),
                _ => {
                    let part = if of_lenses {
                        self.lenses.last_mut()
                    } else {
                        self.stages.last_mut().and_then(|stage| stage.activities.last_mut())
                    };
                    let done = match part {
                        Some(part) => put(part, said, list, self.design),
                        None => {
                            Err("this belongs to no activity: “### ” and a title begin one"
                                .to_owned())
                        }
                    };
                    if let Err(reason) = done {
                        self.fault(number, reason);
                    }
                }
            }
            if let Said::Heading(..) = said {
                list = "";
            }
        }
        self.complete();
    }

    /// What each part needs.
    fn complete(&mut self) {
        let mut faults = Vec::new();
        let mut needs = |part: &Part, lacks: bool, reason: &str| {
            if lacks {
                faults.push((part.line, format!("“{}” {reason}", part.title)));
            }
        };
        for part in self.stages.iter().flat_map(|stage| &stage.activities) {
            needs(part, part.ask.is_empty(), "asks nothing: write a line that begins with “> ”");
            needs(part, part.minutes.is_none(), "has no minutes: write “Minutes: 10”");
        }
        for part in &self.lenses {
            needs(part, part.ask.is_empty(), "asks nothing: write a line that begins with “> ”");
            needs(part, part.share.is_none(), "has no share of the time: write “Share: 3”");
        }
        for stage in self.stages.iter().filter(|stage| stage.activities.is_empty()) {
            let reason =
                format!("the stage “{}” has no activities: begin one with “### ”", stage.title);
            faults.push((stage.line, reason));
        }
        for (line, reason) in faults {
            self.fault(line, reason);
        }
    }
}

fn is_list(name: &str) -> bool {
    matches!(name, "questions" | "probes" | "notes")
}

fn is_in(name: &str) -> &'static str {
    match name {
        "questions" => "questions",
        "probes" => "probes",
        _ => "notes",
    }
}

/// Puts what a line says into the activity or lens it stands in.
fn put(part: &mut Part, said: &Said, list: &str, design: &Design) -> Result<(), String> {
    match said {
        Said::Heading(..) => {}
        Said::Ask(text) if part.ask.is_empty() => part.ask.clone_from(text),
        Said::Ask(text) => {
            part.ask.push(' ');
            part.ask.push_str(text);
        }
        Said::Item(text) if text.is_empty() => return Err("this line is empty".to_owned()),
        Said::Item(text) => match list {
            "questions" => part.questions.push(text.clone()),
            "probes" => part.probes.push(text.clone()),
            "notes" => part.notes.push(text.clone()),
            _ => {
                return Err(
                    "say what these lines are: “Questions:”, “Probes:” or “Notes:”".to_owned()
                );
            }
        },
        Said::Field(name, what) => match name.as_str() {
            "subtitle" => part.subtitle.clone_from(what),
            "hint" => part.hint.clone_from(what),
            "minutes" => part.minutes = Some(tool::read_minutes(&design.kinds, what)?),
            "at least" => part.least = Some(tool::read_minutes(&design.kinds, what)?),
            "tool" => part.tool = Some(tool::read(design, what)?),
            "rating" => part.rating = Some(what.clone()),
            "probes of the idea" => part.idea_probes = what.to_lowercase() == "yes",
            "share" => {
                let share = what.parse().map_err(|_| format!("“{what}” is not a number"))?;
                part.share = Some(share);
            }
            _ => return Err(format!("write the lines of “{name}” below it, each with “- ”")),
        },
    }
    Ok(())
}

/// Gives everything its id.
fn named(design: &Design, stages: Vec<ReadStage>, lenses: Vec<Part>) -> Design {
    let mut asked = ids::questions(design);
    let titles: Vec<&str> =
        stages.iter().flat_map(|s| &s.activities).map(|a| a.title.as_str()).collect();
    let mut known = ids::known_activities(design, &titles).into_iter();
    let mut taken = Taken::new(design.activities().map(|a| a.id.as_str()));
    let stages = stages
        .into_iter()
        .map(|stage| Stage {
            title: stage.title,
            activities: stage
                .activities
                .into_iter()
                .map(|part| activity(part, known.next().flatten(), &mut taken, &mut asked))
                .collect(),
        })
        .collect();
    let names: Vec<&str> = lenses.iter().map(|l| l.title.as_str()).collect();
    let known = ids::known_lenses(design, &names);
    let mut taken = Taken::new(design.lenses.iter().map(|l| l.id.as_str()));
    let lenses: Vec<Lens> = lenses
        .into_iter()
        .zip(known)
        .map(|(part, before)| lens(part, before, &mut taken, &mut asked))
        .collect();
    // A text of the stages alone says nothing of the lenses.
    let lenses = if lenses.is_empty() { design.lenses.clone() } else { lenses };
    Design { lenses, stages, ..design.clone() }
}

fn activity(
    part: Part,
    before: Option<&Activity>,
    taken: &mut Taken,
    asked: &mut Taken,
) -> Activity {
    let id = match before {
        Some(before) => before.id.clone(),
        None => ActivityId(taken.free(&word(&part.title))),
    };
    let minutes = part.minutes.unwrap_or_default();
    let old =
        |of: fn(&Activity) -> &Vec<crate::Question>| before.map(of).cloned().unwrap_or_default();
    Activity {
        least: part.least.unwrap_or_else(|| minutes.clone()),
        minutes,
        subtitle: part.subtitle,
        ask: part.ask,
        hint: part.hint,
        tool: part.tool.unwrap_or(Tool::None),
        questions: ids::name_questions(&old(|a| &a.questions), part.questions, id.as_str(), asked),
        probes: ids::name_questions(&old(|a| &a.probes), part.probes, id.as_str(), asked),
        notes: part.notes,
        title: part.title,
        id,
    }
}

fn lens(part: Part, before: Option<&Lens>, taken: &mut Taken, asked: &mut Taken) -> Lens {
    let id = match before {
        Some(before) => before.id.clone(),
        None => LensId(taken.free(&word(&part.title))),
    };
    let old = before.map(|b| b.questions.clone()).unwrap_or_default();
    Lens {
        name: part.title,
        ask: part.ask,
        hint: part.hint,
        share: part.share.unwrap_or(1),
        questions: ids::name_questions(&old, part.questions, id.as_str(), asked),
        rating: part.rating,
        idea_probes: part.idea_probes,
        id,
    }
}

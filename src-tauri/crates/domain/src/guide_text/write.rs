//! A guide, written down.

use super::{GUIDE, LENSES, SETTINGS, line::marked, settings, tool};
use crate::{Activity, Design, Lens, Question};

/// The guide of a design as plain text.
pub fn write(design: &Design) -> String {
    let mut out = format!("# {GUIDE}\n");
    for stage in &design.stages {
        line(&mut out, &format!("\n## {}", marked(&stage.title)));
        for each in &stage.activities {
            activity(&mut out, design, each);
        }
    }
    line(&mut out, &format!("\n# {LENSES}"));
    for each in &design.lenses {
        lens(&mut out, each);
    }
    line(&mut out, &format!("\n# {SETTINGS}"));
    settings::write(&mut out, design);
    out
}

pub(super) fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn activity(out: &mut String, design: &Design, a: &Activity) {
    line(out, &format!("\n### {}", marked(&a.title)));
    field(out, "Subtitle", &a.subtitle);
    line(out, &format!("Minutes: {}", tool::write_minutes(&a.minutes)));
    line(out, &format!("At least: {}", tool::write_minutes(&a.least)));
    if let Some(tool) = tool::write(design, &a.tool) {
        line(out, &format!("Tool: {tool}"));
    }
    asked(out, &a.ask, &a.hint);
    let texts = |questions: &[Question]| questions.iter().map(|q| q.text.clone()).collect();
    items(out, "Questions", texts(&a.questions));
    items(out, "Probes", texts(&a.probes));
    items(out, "Notes", a.notes.clone());
}

fn lens(out: &mut String, lens: &Lens) {
    line(out, &format!("\n## {}", marked(&lens.name)));
    line(out, &format!("Share: {}", lens.share));
    field(out, "Rating", lens.rating.as_deref().unwrap_or_default());
    if lens.idea_probes {
        line(out, "Probes of the idea: yes");
    }
    asked(out, &lens.ask, &lens.hint);
    items(out, "Questions", lens.questions.iter().map(|q| q.text.clone()).collect());
}

pub(super) fn field(out: &mut String, name: &str, text: &str) {
    if !text.is_empty() {
        line(out, &format!("{name}: {}", marked(text)));
    }
}

fn asked(out: &mut String, ask: &str, hint: &str) {
    line(out, &format!("\n> {}", marked(ask)));
    if !hint.is_empty() {
        line(out, &format!("\nHint: {}", marked(hint)));
    }
}

pub(super) fn items(out: &mut String, name: &str, texts: Vec<String>) {
    if texts.is_empty() {
        return;
    }
    line(out, &format!("\n{name}:"));
    for text in texts {
        line(out, &format!("- {}", marked(&text)));
    }
}

//! Who said what, in the words that may be printed.

use std::collections::HashMap;

use domain::{Design, Line, LineKind, Participant, ParticipantId, SessionPlan, attribution};
use report::summary::{Said, Verbatim};

use crate::words::say;

/// How many lines are quoted where none is starred.
const FEW: usize = 2;

/// Whether a line is what a person said.
fn is_quote(line: &Line) -> bool {
    !line.speakers.is_empty() && matches!(line.kind, LineKind::Verbatim | LineKind::ToComplete)
}

/// The roster's attributions, for putting beside what people said.
pub(super) struct Voices(HashMap<ParticipantId, String>);

impl Voices {
    pub fn new(design: &Design, plan: &SessionPlan, people: &[Participant]) -> Self {
        let text = |p| attribution::compose(design, plan, p, people).text;
        Self(people.iter().map(|p| (p.id, text(p))).collect())
    }

    /// What these lines say: word for word with who, and what the note-taker and the group put in
    /// words of no one person.
    ///
    /// Quoted are the starred lines, since a summary is read before the chairs are stacked; where
    /// none is starred, the first few. The record keeps them all.
    pub fn said<'a>(&self, lines: impl IntoIterator<Item = &'a Line>) -> Said {
        let lines: Vec<&Line> = lines.into_iter().collect();
        let any_starred = lines.iter().any(|l| l.starred);
        let quoted = lines
            .into_iter()
            .filter(|l| l.starred || !any_starred || !is_quote(l))
            .scan(0, |unstarred, line| {
                *unstarred += usize::from(is_quote(line) && !line.starred);
                Some((*unstarred, line))
            })
            .filter(|(unstarred, line)| !is_quote(line) || line.starred || *unstarred <= FEW)
            .map(|(_, line)| line);
        let mut said = Said::default();
        for line in quoted {
            let hands = line.hands.map(|n| say("summary-hands", &[("n", n.into())]));
            let words = match hands {
                Some(hands) => format!("{hands} {}", line.text),
                None => line.text.clone(),
            };
            if !is_quote(line) {
                said.points.push(words);
                continue;
            }
            let words = match line.kind {
                LineKind::ToComplete => format!("{} …", words.trim_end_matches(['.', '…', ' '])),
                _ => words,
            };
            said.verbatims.push(Verbatim { words, who: self.who(line) });
        }
        said
    }

    /// "Female, 25–39, Oxford", or two of them.
    fn who(&self, line: &Line) -> String {
        let mut texts: Vec<&str> =
            line.speakers.iter().filter_map(|id| self.0.get(id)).map(String::as_str).collect();
        texts.dedup();
        texts.join("; ")
    }
}

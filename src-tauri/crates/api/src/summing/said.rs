//! Who said what, in the words that may be printed.

use std::collections::HashMap;

use domain::{Design, Line, LineKind, Participant, ParticipantId, SessionPlan, attribution};
use report::summary::{Said, Verbatim};

use crate::words::say;

/// The roster's attributions, for putting beside what people said.
pub(super) struct Voices(HashMap<ParticipantId, String>);

impl Voices {
    pub fn new(design: &Design, plan: &SessionPlan, people: &[Participant]) -> Self {
        let text = |p| attribution::compose(design, plan, p, people).text;
        Self(people.iter().map(|p| (p.id, text(p))).collect())
    }

    /// What these lines say: word for word with who, and what the note-taker and the group put in
    /// words of no one person.
    pub fn said<'a>(&self, lines: impl IntoIterator<Item = &'a Line>) -> Said {
        let mut said = Said::default();
        for line in lines {
            let hands = line.hands.map(|n| say("summary-hands", &[("n", n.into())]));
            let words = match hands {
                Some(hands) => format!("{hands} {}", line.text),
                None => line.text.clone(),
            };
            let by_a_person = !line.speakers.is_empty();
            match line.kind {
                LineKind::Verbatim if by_a_person => {
                    said.verbatims.push(Verbatim { words, who: self.who(line) });
                }
                LineKind::ToComplete if by_a_person => {
                    let words = format!("{} …", words.trim_end_matches(['.', '…', ' ']));
                    said.verbatims.push(Verbatim { words, who: self.who(line) });
                }
                _ => said.points.push(words),
            }
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

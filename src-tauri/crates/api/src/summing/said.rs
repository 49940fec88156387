//! Who said what, in the words that may be printed.

use std::collections::{HashMap, HashSet};

use domain::{
    Attribute, FlipItem, Line, LineKind, Participant, ParticipantId, SessionPlan, Tip, attribution,
};
use report::summary::{Said, Verbatim};

use crate::words::say;

/// How many lines are quoted where none is starred.
const FEW: usize = 2;

/// Whether a line is what a person said.
fn is_quote(line: &Line) -> bool {
    !line.speakers.is_empty() && matches!(line.kind, LineKind::Verbatim | LineKind::ToComplete)
}

/// The roster's attributions, for putting beside what people said; and who is not quoted.
pub(super) struct Voices {
    texts: HashMap<ParticipantId, String>,
    /// Who took consent back: nothing that they said is shown.
    withdrew: HashSet<ParticipantId>,
    /// Who said no to being quoted: not word for word.
    said_no: HashSet<ParticipantId>,
}

impl Voices {
    pub fn new(asked: &[Attribute], plan: &SessionPlan, people: &[Participant]) -> Self {
        let text = |p| attribution::compose(asked, plan, p, people).text;
        let unquoted = || people.iter().filter(|p| !p.may_be_quoted());
        let withdrew = |p: &&Participant| p.withdrew.is_some();
        Self {
            texts: people.iter().map(|p| (p.id, text(p))).collect(),
            withdrew: unquoted().filter(withdrew).map(|p| p.id).collect(),
            said_no: unquoted().filter(|p| !withdrew(p)).map(|p| p.id).collect(),
        }
    }

    /// Whether words of these people may stand in a paper, word for word.
    pub fn may_quote(&self, speakers: &[ParticipantId]) -> bool {
        !speakers.iter().any(|id| self.withdrew.contains(id) || self.said_no.contains(id))
    }

    /// Whether a line may be shown: as a quotation, or in the note-taker's words.
    fn may_show(&self, line: &Line) -> bool {
        if is_quote(line) {
            return self.may_quote(&line.speakers);
        }
        !line.speakers.iter().any(|id| self.withdrew.contains(id))
    }

    /// How much is left out and why, in sentences without names.
    ///
    /// Counted is everything that could have been quoted, the tips and what stands under a value
    /// on the flip chart too; where two people said it, the one who took consent back is the
    /// reason.
    pub fn left_out(&self, lines: &[Line], items: &[FlipItem], tips: &[Tip]) -> Vec<String> {
        let quotes = lines.iter().filter(|l| !self.may_show(l)).map(|l| l.speakers.as_slice());
        let valued = items.iter().filter(|i| i.value.is_some()).map(|i| i.speakers.as_slice());
        let tips = tips.iter().map(|t| std::slice::from_ref(&t.participant));
        let all: Vec<&[ParticipantId]> =
            quotes.chain(valued).chain(tips).filter(|who| !self.may_quote(who)).collect();
        let took_back = |who: &&&[ParticipantId]| who.iter().any(|id| self.withdrew.contains(id));
        let withdrawn = all.iter().filter(took_back).count();
        [("summary-said-no", all.len() - withdrawn), ("summary-withdrew", withdrawn)]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(id, n)| say(id, &[("n", u32::try_from(n).unwrap_or(u32::MAX).into())]))
            .collect()
    }

    /// What these lines say: word for word with who, and what the note-taker and the group put in
    /// words of no one person.
    ///
    /// Quoted are the starred lines, since a summary is read before the chairs are stacked; where
    /// none is starred, the first few. The record keeps them all.
    pub fn said<'a>(&self, lines: impl IntoIterator<Item = &'a Line>) -> Said {
        let lines: Vec<&Line> = lines.into_iter().filter(|l| self.may_show(l)).collect();
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
            line.speakers.iter().filter_map(|id| self.texts.get(id)).map(String::as_str).collect();
        texts.dedup();
        texts.join("; ")
    }
}

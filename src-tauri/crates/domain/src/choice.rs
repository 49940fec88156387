//! Which ideas a group discusses (rules.md, Stickers and ratings).
//!
//! The order is fixed before the round: the most stickers; then the least discussed in the study
//! so far; then the fewest reds; then the moderator. A tie is shown as a tie.

use serde::Serialize;
use ts_rs::TS;

use crate::{Colour, Count, Design, IdeaId, Slot, SlotId, SlotRule, Why};

/// How much the study has discussed an idea so far.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Coverage {
    pub idea: IdeaId,
    /// How many groups have discussed it. This alone says what is least discussed.
    pub groups: u32,
    /// How many lines of the record are about it, for the moderator to weigh.
    pub lines: u32,
}

/// What the rules suggest for a slot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Suggestion {
    pub slot: SlotId,
    /// None where there is nothing to go by, or no idea is left. Where equals are the moderator's
    /// call, it is the first of them by number, to begin with.
    pub idea: Option<IdeaId>,
    pub why: Why,
    /// All that are equal on what the slot goes by, the suggestion too, by number. Empty when the
    /// suggestion stands alone. Where `idea` is None: all that may be chosen.
    pub tied: Vec<IdeaId>,
    /// The most divided idea that has another slot, where this is the next after it.
    pub after: Option<After>,
    pub moderator_decides: bool,
    /// Those among which the moderator decides: what the last step of the order leaves. Any other
    /// idea is an overrule. Empty where the rules decide.
    pub equals: Vec<IdeaId>,
}

/// An idea that topped a list, and its stickers of that list's colour.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct After {
    pub idea: IdeaId,
    pub count: u32,
}

/// An idea, by the number on its poster, with all that the choice goes by.
struct Candidate<'a> {
    idea: &'a IdeaId,
    green: u32,
    red: u32,
    groups: u32,
}

impl Candidate<'_> {
    fn of(&self, colour: Colour) -> u32 {
        match colour {
            Colour::Green => self.green,
            Colour::Red => self.red,
        }
    }
}

/// What the rules suggest, slot by slot in the order of the design. No idea fills two slots.
///
/// Slots that go by stickers are filled first, jokers from what they leave. `counts` and
/// `coverage` may be in any order and leave out ideas that have nothing.
pub fn suggest(design: &Design, counts: &[Count], coverage: &[Coverage]) -> Vec<Suggestion> {
    let mut wall = Wall { candidates: candidates(design, counts, coverage), chosen: Vec::new() };
    let jokers = |slot: &&Slot| slot.rule == SlotRule::Joker;
    let mut filled: Vec<Suggestion> = Vec::with_capacity(design.slots.len());
    for slot in design.slots.iter().filter(|slot| !jokers(slot)) {
        filled.push(wall.by_stickers(design, slot, &filled));
    }
    for slot in design.slots.iter().filter(jokers) {
        filled.push(wall.joker(slot));
    }
    filled.sort_by_key(|s| design.slots.iter().position(|slot| slot.id == s.slot));
    filled
}

fn candidates<'a>(
    design: &'a Design,
    counts: &[Count],
    coverage: &[Coverage],
) -> Vec<Candidate<'a>> {
    let candidate = |idea: &'a IdeaId| {
        let counts = || counts.iter().filter(|count| &count.idea == idea);
        Candidate {
            idea,
            green: counts().map(|count| count.green).sum(),
            red: counts().map(|count| count.red).sum(),
            groups: coverage.iter().filter(|c| &c.idea == idea).map(|c| c.groups).sum(),
        }
    };
    design.ideas.iter().map(|idea| candidate(&idea.id)).collect()
}

struct Wall<'a> {
    /// In the order of their numbers.
    candidates: Vec<Candidate<'a>>,
    chosen: Vec<&'a IdeaId>,
}

impl<'a> Wall<'a> {
    fn free(&self) -> Vec<&Candidate<'a>> {
        self.candidates.iter().filter(|c| !self.chosen.contains(&c.idea)).collect()
    }

    /// The idea that alone has the most stickers of a colour.
    fn tops(&self, colour: Colour) -> Option<&Candidate<'a>> {
        let most = self.candidates.iter().map(|c| c.of(colour)).max().filter(|&most| most > 0)?;
        let mut top = self.candidates.iter().filter(|c| c.of(colour) == most);
        top.next().filter(|_| top.next().is_none())
    }

    fn by_stickers(&mut self, design: &Design, slot: &Slot, filled: &[Suggestion]) -> Suggestion {
        let colour = colour(slot.rule);
        let divided = filled.iter().find(|s| matches!(s.why, Why::MostDivided { .. }));
        let after = self
            .tops(colour)
            .filter(|top| divided.is_some_and(|s| s.idea.as_ref() == Some(top.idea)));
        let after = after.map(|top| After { idea: top.idea.clone(), count: top.of(colour) });
        let free = self.free();
        let count = free.iter().map(|c| c.of(colour)).max().unwrap_or(0);
        if count == 0 {
            return Suggestion {
                slot: slot.id.clone(),
                idea: None,
                why: Why::NoSticker,
                tied: names(&free),
                after,
                moderator_decides: true,
                equals: names(&free),
            };
        }
        let tied: Vec<_> = free.into_iter().filter(|c| c.of(colour) == count).collect();
        let Pick { candidate, by, equals } = pick(&tied);
        let with = || names(&equals).into_iter().filter(|idea| idea != candidate.idea).collect();
        // It is most divided only where a slot of the other colour is still to be filled.
        let to_fill = design.slots.iter().any(|other| {
            other.rule != SlotRule::Joker
                && self::colour(other.rule) != colour
                && other.id != slot.id
                && filled.iter().all(|s| s.slot != other.id)
        });
        let other = if colour == Colour::Green { Colour::Red } else { Colour::Green };
        let divided = to_fill && self.tops(other).is_some_and(|top| top.idea == candidate.idea);
        let why = match by {
            _ if divided => Why::MostDivided { green: candidate.green, red: candidate.red },
            By::Alone if after.is_some() => Why::NextAfterMostDivided { count },
            By::Alone => Why::Most { count },
            By::Groups => Why::TieLeastDiscussed { count, with: with(), groups: candidate.groups },
            By::Reds => Why::TieFewestReds { count, with: with(), red: candidate.red },
            By::Moderator => Why::TieModerator { count, with: with() },
        };
        let suggestion = Suggestion {
            slot: slot.id.clone(),
            idea: Some(candidate.idea.clone()),
            why,
            tied: if by == By::Alone { Vec::new() } else { names(&tied) },
            after,
            moderator_decides: by == By::Moderator,
            equals: if by == By::Moderator { names(&equals) } else { Vec::new() },
        };
        let idea = candidate.idea;
        self.chosen.push(idea);
        suggestion
    }

    fn joker(&mut self, slot: &Slot) -> Suggestion {
        let free = self.free();
        let Some(groups) = free.iter().map(|c| c.groups).min() else {
            return Suggestion {
                slot: slot.id.clone(),
                idea: None,
                why: Why::LeastDiscussed { groups: 0 },
                tied: Vec::new(),
                after: None,
                moderator_decides: true,
                equals: Vec::new(),
            };
        };
        let least: Vec<_> = free.into_iter().filter(|c| c.groups == groups).collect();
        let Pick { candidate, by, equals } = pick(&least);
        let idea = candidate.idea;
        let suggestion = Suggestion {
            slot: slot.id.clone(),
            idea: Some(idea.clone()),
            why: Why::LeastDiscussed { groups },
            tied: if by == By::Alone { Vec::new() } else { names(&least) },
            after: None,
            moderator_decides: by == By::Moderator,
            equals: if by == By::Moderator { names(&equals) } else { Vec::new() },
        };
        self.chosen.push(idea);
        suggestion
    }
}

/// What settled a tie.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Alone,
    Groups,
    Reds,
    Moderator,
}

struct Pick<'c, 'a> {
    candidate: &'c Candidate<'a>,
    by: By,
    /// Those among which the last step decided.
    equals: Vec<&'c Candidate<'a>>,
}

/// Picks among equals, of which there is one at least, in the order that was fixed.
fn pick<'c, 'a>(equals: &[&'c Candidate<'a>]) -> Pick<'c, 'a> {
    let least = |among: &[&'c Candidate<'a>], by: fn(&Candidate) -> u32| {
        let least = among.iter().map(|c| by(c)).min();
        among.iter().copied().filter(|c| Some(by(c)) == least).collect::<Vec<_>>()
    };
    let by_groups = least(equals, |c| c.groups);
    let by_reds = least(&by_groups, |c| c.red);
    let candidate = by_reds[0];
    match (equals.len(), by_groups.len(), by_reds.len()) {
        (1, _, _) => Pick { candidate, by: By::Alone, equals: by_reds },
        (_, 1, _) => Pick { candidate, by: By::Groups, equals: equals.to_vec() },
        (_, _, 1) => Pick { candidate, by: By::Reds, equals: by_groups },
        _ => Pick { candidate, by: By::Moderator, equals: by_reds },
    }
}

fn names(candidates: &[&Candidate]) -> Vec<IdeaId> {
    candidates.iter().map(|c| c.idea.clone()).collect()
}

fn colour(rule: SlotRule) -> Colour {
    match rule {
        SlotRule::MostRed => Colour::Red,
        SlotRule::MostGreen | SlotRule::Joker => Colour::Green,
    }
}

//! From a line as it is written down to a line as it is typed: who of several says it.

use domain::IdeaId;
use serde_json::json;

use super::room::{Guest, Room};

/// Whose a line may be, by what stands before it.
enum Whose {
    /// `4 ...`, `~ ...`, `/ ...`, `^7 ...`: as it is typed.
    Written(Option<u32>),
    /// `w: ...` and `m: ...`
    Of(&'static str),
    /// `g: ...`: somebody whose green is on the idea; `g area-budgets: ...` names it.
    Green(Option<IdeaId>),
    /// `r: ...`: somebody whose red is on the idea.
    Red(Option<IdeaId>),
}

/// What stands before a line, and the line.
fn read(line: &str) -> (Whose, &str) {
    if let Some((tag, words)) = line.split_once(": ") {
        let (letter, idea) = tag.split_once(' ').unwrap_or((tag, ""));
        let idea = || Some(IdeaId::from(idea)).filter(|_| !idea.is_empty());
        match letter {
            "w" => return (Whose::Of("Female"), words),
            "m" => return (Whose::Of("Male"), words),
            "g" => return (Whose::Green(idea()), words),
            "r" => return (Whose::Red(idea()), words),
            _ => {}
        }
    }
    let figures: String = line.chars().take_while(char::is_ascii_digit).collect();
    (Whose::Written(figures.parse().ok()), line)
}

/// The seat that a line names.
fn seat_of(line: Option<&String>) -> Option<u32> {
    match read(line?).0 {
        Whose::Written(seat) => seat,
        _ => None,
    }
}

impl Room<'_> {
    /// Puts all of `lines` next, in their order, with what `between` does before each.
    pub fn talk(&mut self, lines: &[String], idea: Option<&IdeaId>) {
        let mut before = None;
        for (at, line) in lines.iter().enumerate() {
            let after = seat_of(lines.get(at + 1));
            before = self.say(line, idea, [before, after]);
        }
    }

    /// Puts a line next, and says whose it is. Where the line leaves that open, it is not one of
    /// those who speak just `around` it, and sooner somebody who has said little.
    pub fn say(
        &mut self,
        line: &str,
        idea: Option<&IdeaId>,
        around: [Option<u32>; 2],
    ) -> Option<u32> {
        let (whose, words) = read(line);
        let (seat, typed) = match whose {
            Whose::Written(seat) => (seat, words.to_owned()),
            Whose::Of(sex) => self.by(words, around, |guest| guest.sex == sex),
            Whose::Green(named) => {
                let idea = named.as_ref().or(idea);
                self.by(words, around, |g| g.green.iter().any(|on| Some(on) == idea))
            }
            Whose::Red(named) => {
                let idea = named.as_ref().or(idea);
                self.by(words, around, |g| g.red.as_ref() == idea)
            }
        };
        if let Some(guest) = self.guests.iter_mut().find(|g| Some(g.seat) == seat) {
            guest.spoke += 1;
        }
        let weight = 8 + u32::try_from(typed.len()).unwrap_or_default() / 10;
        let with = json!({ "id": self.new_id(), "session": self.session, "input": typed });
        self.note("keep_line", with, weight);
        seat
    }

    /// One of those whom `fits` fits, or of all where it fits nobody, with the line as it is typed.
    fn by(
        &mut self,
        words: &str,
        around: [Option<u32>; 2],
        fits: impl Fn(&Guest) -> bool,
    ) -> (Option<u32>, String) {
        let free: Vec<&Guest> =
            self.guests.iter().filter(|g| !around.contains(&Some(g.seat))).collect();
        let some = free.iter().any(|g| fits(g));
        let chance = &mut self.maker.chance;
        let seat = free
            .into_iter()
            .filter(|g| !some || fits(g))
            .min_by_key(|g| g.spoke * 2 + chance.u32(0..4))
            .map(|g| g.seat);
        (seat, seat.map_or_else(|| words.to_owned(), |seat| format!("{seat} {words}")))
    }

    /// Ticks some of the questions of an activity or of a lens of it as asked.
    pub fn tick(&mut self, activity: &str, questions: &[domain::QuestionId], most: usize) {
        let mut asked: Vec<_> = questions.to_vec();
        self.maker.chance.shuffle(&mut asked);
        asked.truncate(most.min(1 + asked.len() / 2));
        for question in asked {
            let with = json!({
                "session": self.session, "activity": activity, "question": question, "asked": true,
            });
            self.lead("tick", with, 3);
        }
    }
}

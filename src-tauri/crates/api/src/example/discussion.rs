//! An idea talked through: lens by lens, then the ratings.

use domain::{ActivityId, IdeaId, LensId, SlotId, Tool};
use serde_json::{Value, json};

use super::room::Room;
use crate::{Problem, ProblemCode, Result};

impl Room<'_> {
    /// The discussion of a slot. One that was given up leaves its time to the others.
    pub(super) fn discuss(&mut self, slot: &SlotId) -> Result<()> {
        let Some(activity) = self.activity_of(slot) else { return Ok(()) };
        let Some(idea) = self.chosen.get(slot).cloned() else { return Ok(()) };
        self.go_on()?;
        let said = self
            .told
            .ideas
            .get(&idea)
            .ok_or_else(|| Problem::new(ProblemCode::Invalid).because(&idea))?;
        self.wall(json!({ "type": "poster", "idea": idea }));
        let lenses = self.design.lenses.iter().filter(|lens| said.contains_key(&lens.id));
        for (at, lens) in lenses.enumerate() {
            if at > 0 {
                self.go_to(&activity, &lens.id);
            }
            let mut questions: Vec<_> = lens.questions.iter().map(|q| q.id.clone()).collect();
            if lens.idea_probes
                && let Some(poster) = self.design.idea(&idea)
            {
                questions =
                    poster.probes.iter().chain(&poster.what_ifs).map(|q| q.id.clone()).collect();
            }
            self.tick(&activity.to_string(), &questions, 2);
            if at == 1 {
                self.ask_on_wall();
            }
            self.talk(&said[&lens.id], Some(&idea));
        }
        self.rate(&activity, &idea, slot);
        self.spend(self.seconds_for(&activity)?)?;
        self.leaving()
    }

    fn activity_of(&self, slot: &SlotId) -> Option<ActivityId> {
        let of = |tool: &Tool| matches!(tool, Tool::Discussion { slot: its } if its == slot);
        self.design.activities().find(|a| of(&a.tool)).map(|a| a.id.clone())
    }

    /// Its planned time; where there is no joker, with half of the joker's.
    fn seconds_for(&self, activity: &ActivityId) -> Result<i64> {
        let own = self.planned(&activity.to_string())?;
        let given_up = self.told.plan.joker.is_none();
        Ok(own + if given_up { self.planned("discuss-joker")? / 2 } else { 0 })
    }

    fn go_to(&mut self, activity: &ActivityId, lens: &LensId) {
        let with = json!({ "session": self.session, "activity": activity, "lens": lens });
        self.lead("go_to", with, 4);
    }

    /// One number each for the rated lenses. With some ideas each writes down a number first.
    fn rate(&mut self, activity: &ActivityId, idea: &IdeaId, slot: &SlotId) {
        let scale = &self.design.scale;
        let agreed = self.told.plan.ratings.get(idea).map(Vec::as_slice).unwrap_or_default();
        let rated: Vec<LensId> = self.design.rated().map(|lens| lens.id.clone()).collect();
        for (lens, value) in rated.into_iter().zip(agreed.iter().copied()) {
            let of = json!({ "idea": idea, "lens": lens });
            self.go_to(activity, &lens);
            self.wall(json!({ "type": "rating", "idea": idea, "lens": lens }));
            let all_of_it = slot.to_string() == "contentious" && self.number % 3 == 1;
            let the_first = slot.to_string() == "popular" && lens.to_string() == "desirable";
            if all_of_it || the_first {
                self.rate_in_private(&of, value);
            }
            // The first number that is offered is not always the one they settle on.
            let first = value.saturating_add_signed(self.maker.chance.i8(-1..=1));
            if first != value {
                self.offer("offer_rating", &of, first.clamp(scale.from, scale.to));
            }
            self.offer("offer_rating", &of, value);
            self.offer("agree_rating", &of, value);
        }
    }

    fn offer(&mut self, name: &'static str, of: &Value, value: u8) {
        let with = json!({ "session": self.session, "of": of, "value": value });
        self.lead(name, with, 9);
    }

    /// Everybody's own number, near to the one that they will agree on, and then their spread.
    fn rate_in_private(&mut self, of: &Value, agreed: u8) {
        let scale = &self.design.scale;
        let guests: Vec<_> = self.guests.iter().map(|g| g.id).collect();
        for participant in guests {
            let value = agreed.saturating_add_signed(self.maker.chance.i8(-2..=2));
            let with = json!({
                "session": self.session, "of": of, "participant": participant,
                "value": value.clamp(scale.from, scale.to),
            });
            self.lead("rate_in_private", with, 1);
        }
        let with = json!({ "session": self.session, "of": of, "shown": true });
        self.lead("show_spread", with, 5);
    }
}

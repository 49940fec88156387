//! The gallery: stickers go up, are shown, and decide what is talked about.

use domain::{IdeaId, SlotId};
use serde::Deserialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{room::Room, words::By};
use crate::{Actor, Result};

impl Room<'_> {
    pub(super) fn gallery(&mut self) -> Result<()> {
        self.go_on()?;
        self.deal();
        let round = self.new_id();
        let (naming, entry) = match self.told.plan.by {
            By::Seats => ("named", "seats"),
            By::Tally => ("named", "tally"),
            By::Secret => ("secret", "kiosk"),
        };
        let with =
            json!({ "id": round, "session": self.session, "naming": naming, "entry": entry });
        self.wall(json!({ "type": "posters" }));
        self.lead("set_round", with, 4);
        let of_round = json!({ "round": round });
        self.lead("open_round", of_round.clone(), 4);
        let gallery = &self.told.gallery;
        self.talk(&gallery.before, None);
        match self.told.plan.by {
            By::Seats => self.by_seats(round),
            By::Tally => self.by_poster(round),
            By::Secret => self.in_secret(round),
        }
        self.lead("seal_round", of_round.clone(), 6);
        self.lead("reveal_round", of_round.clone(), 3);
        // A round in secret has said by whom nothing.
        if self.told.plan.by != By::Seats {
            for guest in &mut self.guests {
                guest.green.clear();
                guest.red = None;
            }
        }
        self.talk(&gallery.after, None);
        self.spend(self.planned("gallery")?)?;
        self.choose()?;
        self.call(Actor::Moderator, "close_round", of_round)?;
        Ok(())
    }

    /// Deals the planned stickers out, so that nobody has two of a colour on one idea. Whoever
    /// gets none of a colour when they have run out abstains.
    fn deal(&mut self) {
        let mut ideas: Vec<(&IdeaId, &(u32, u32))> = self.told.plan.stickers.iter().collect();
        let people = self.guests.len();
        let mut order: Vec<usize> = (0..people).collect();
        for green in [true, false] {
            self.maker.chance.shuffle(&mut order);
            // One idea after the other, round the table: what comes back to the same person is
            // another idea, since no idea has more than there are people.
            ideas.sort_by_key(|(_, on)| std::cmp::Reverse(if green { on.0 } else { on.1 }));
            let mut at = 0;
            for (idea, on) in &ideas {
                for _ in 0..(if green { on.0 } else { on.1 }) {
                    let guest = &mut self.guests[order[at % people]];
                    if green {
                        guest.green.push((*idea).clone());
                    } else {
                        guest.red = Some((*idea).clone());
                    }
                    at += 1;
                }
            }
        }
    }

    /// Typed off the paper seat by seat; one is typed on the wrong poster and taken back.
    fn by_seats(&mut self, round: Uuid) {
        let placed: Vec<(Uuid, IdeaId, &str)> = self
            .guests
            .iter()
            .flat_map(|guest| {
                let green = guest.green.iter().map(|idea| (guest.id, idea.clone(), "green"));
                let red = guest.red.iter().map(|idea| (guest.id, idea.clone(), "red"));
                green.chain(red)
            })
            .collect();
        let slip = self.maker.chance.usize(0..placed.len() * 2);
        for (at, (participant, idea, colour)) in placed.into_iter().enumerate() {
            if at == slip {
                let wrong = self.design.ideas.iter().map(|i| &i.id).find(|id| {
                    let guest = self.guests.iter().find(|g| g.id == participant);
                    guest.is_some_and(|g| !g.green.contains(id) && g.red.as_ref() != Some(id))
                });
                let sticker = self.new_id();
                let with = json!({
                    "id": sticker, "round": round, "participant": participant,
                    "idea": wrong, "colour": colour,
                });
                self.lead("place_sticker", with, 2);
                self.lead("take_sticker", json!({ "sticker": sticker }), 2);
            }
            let with = json!({
                "id": self.new_id(), "round": round, "participant": participant,
                "idea": idea, "colour": colour,
            });
            self.lead("place_sticker", with, 2);
        }
    }

    fn by_poster(&mut self, round: Uuid) {
        for (idea, (green, red)) in &self.told.plan.stickers {
            let with = json!({ "round": round, "idea": idea, "green": green, "red": red });
            self.lead("set_tally", with, 5);
        }
    }

    fn in_secret(&mut self, round: Uuid) {
        let ballots: Vec<Value> = self
            .guests
            .iter()
            .map(|guest| {
                let ballot = json!({ "green": guest.green, "red": guest.red.as_slice() });
                json!({ "round": round, "participant": guest.id, "ballot": ballot })
            })
            .collect();
        for with in ballots {
            self.lead("cast_ballot", with, 8);
        }
    }

    /// Takes what the rules suggest, and of equals the joker that the plan names.
    fn choose(&mut self) -> Result<()> {
        let suggested = self.call(Actor::Moderator, "suggest", self.here())?;
        let mut choices = Vec::new();
        for suggestion in suggested["suggestions"].as_array().into_iter().flatten() {
            let slot = SlotId::deserialize(&suggestion["slot"])?;
            let (idea, reason) = match &self.told.plan.joker {
                Some((idea, reason)) if slot.as_str() == "joker" => (idea.clone(), reason.as_str()),
                None if slot.as_str() == "joker" => continue,
                _ => (IdeaId::deserialize(&suggestion["idea"])?, ""),
            };
            choices.push(json!({ "slot": slot, "idea": idea, "reason": reason }));
            self.chosen.insert(slot, idea);
        }
        let with = json!({ "session": self.session, "choices": choices });
        self.call(Actor::Moderator, "choose", with)?;
        Ok(())
    }
}

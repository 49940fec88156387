//! The end of an evening: change, one tip each, and what the staff say after.

use serde_json::json;

use super::room::Room;
use crate::{Actor, Result};

impl Room<'_> {
    pub(super) fn change(&mut self) -> Result<()> {
        // Straight there: a group that gave the joker up passes it over.
        let with = json!({ "session": self.session, "activity": "change" });
        self.call(Actor::Moderator, "go_to", with)?;
        self.ask_on_wall();
        self.tick_activity("change")?;
        let told = &self.told.change;
        self.talk(&told.lines, None);
        let mut tips: Vec<_> =
            self.guests.iter().zip(&told.tips).map(|(guest, tip)| (guest.id, tip)).collect();
        self.maker.chance.shuffle(&mut tips);
        for (participant, text) in tips {
            let with = json!({ "session": self.session, "participant": participant, "text": text });
            self.note("keep_tip", with, 6);
        }
        self.wall(json!({ "type": "thanks" }));
        self.spend(self.planned("change")?)?;
        self.call(Actor::Moderator, "end_session", self.here())?;
        let tidying = self.maker.chance.i64(300..900);
        self.wait(tidying);
        let (group, moments, surprises, changes) = &self.told.plan.debrief;
        let debrief = json!({
            "group": group, "moments": moments, "surprises": surprises, "changes": changes,
        });
        let with = json!({ "session": self.session, "debrief": debrief });
        self.call(Actor::Moderator, "keep_debrief", with)?;
        Ok(())
    }
}

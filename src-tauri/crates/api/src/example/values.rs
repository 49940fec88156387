//! The two activities with a flip chart: what a good life needs, and what services are for.

use domain::Weight;
use serde_json::{Value, json};
use uuid::Uuid;

use super::room::Room;
use crate::Result;

impl Room<'_> {
    /// Everything that is called out is written down; then it is sorted by hands.
    pub(super) fn good_life(&mut self) -> Result<()> {
        self.go_on()?;
        let told = &self.told.good_life;
        self.wall(json!({ "type": "flip_chart" }));
        let mut items = Vec::new();
        let mut lines = told.lines.chunks(1);
        for (text, value, weight) in &told.chart {
            let (item, speakers) = self.write(text);
            items.push((item, speakers, text, value, *weight));
            if items.len() % 2 == 0 {
                self.talk(lines.next().unwrap_or_default(), None);
            }
        }
        self.tick_activity("good-life")?;
        let people = u32::try_from(self.guests.len()).unwrap_or_default();
        for (item, speakers, text, value, weight) in items {
            let least = match weight {
                Weight::Core => people.saturating_sub(2),
                Weight::Additional => people / 3,
            };
            let most = match weight {
                Weight::Core => people,
                Weight::Additional => people.saturating_sub(3).max(least),
            };
            let hands = self.maker.chance.u32(least..=most);
            let with = json!({
                "item": item, "text": text, "speakers": speakers,
                "weight": weight, "hands": hands, "value": value,
            });
            self.lead("change_flip_item", with, 4);
        }
        self.wall(json!({ "type": "values" }));
        for line in lines {
            self.talk(line, None);
        }
        self.spend(self.planned("good-life")?)
    }

    pub(super) fn why_services(&mut self) -> Result<()> {
        self.go_on()?;
        let told = &self.told.services;
        self.wall(json!({ "type": "flip_chart" }));
        self.tick_activity("why-services")?;
        let mut lines = told.why_services.chunks(1);
        for (text, value) in &told.chart {
            let (item, speakers) = self.write(text);
            if !value.is_empty() {
                let with = json!({
                    "item": item, "text": text, "speakers": speakers,
                    "weight": null, "hands": null, "value": value,
                });
                self.lead("change_flip_item", with, 3);
            }
            self.talk(lines.next().unwrap_or_default(), None);
        }
        for line in lines {
            self.talk(line, None);
        }
        self.spend(self.planned("why-services")?)
    }

    /// Puts a line for the flip chart next, called out by one person or two.
    fn write(&mut self, text: &str) -> (Uuid, Value) {
        let said = 1 + usize::from(self.maker.chance.u8(0..4) == 0);
        let mut guests: Vec<(u32, Uuid)> =
            self.guests.iter().filter(|g| g.comes.is_none()).map(|g| (g.seat, g.id)).collect();
        self.maker.chance.shuffle(&mut guests);
        guests.truncate(said);
        let (seats, speakers): (Vec<u32>, Vec<Uuid>) = guests.into_iter().unzip();
        let item = self.new_id();
        let with = json!({ "id": item, "session": self.session, "text": text, "seats": seats });
        self.note("add_to_flip_chart", with, 6);
        (item, json!(speakers))
    }
}

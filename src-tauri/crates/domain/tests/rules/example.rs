//! A small design, an evening and a roster for the tests. None of it has nine ideas.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate};
use domain::*;
use uuid::Uuid;

/// Activities: two flexible ones, two discussions, one that is not flexible.
pub const AGENDA: [(&str, u32, u32); 5] =
    [("welcome", 10, 6), ("gallery", 9, 7), ("first", 22, 16), ("second", 22, 15), ("close", 7, 7)];

pub fn design() -> Design {
    Design {
        method: "small".into(),
        title: "Small".into(),
        about: String::new(),
        source: String::new(),
        language: "en".into(),
        kinds: vec![Kind {
            id: "full".into(),
            name: "full group".into(),
            minutes: 70,
            fewest: 3,
            most: 5,
        }],
        budget: Budget { green: 2, red: 1 },
        scale: Scale { from: 1, to: 10, low: "not at all".into(), high: "extremely".into() },
        attributes: vec![
            attribute("work", Shown::Always),
            attribute("ethnicity", Shown::WhenRecruitedBy),
            attribute("grade", Shown::Never),
        ],
        values: Values { title: String::new(), statement: String::new(), items: vec![] },
        lenses: [("good", 5), ("fair", 6), ("other", 2)].map(lens).into(),
        slots: vec![
            slot("popular", SlotRule::MostGreen),
            slot("contentious", SlotRule::MostRed),
            slot("joker", SlotRule::Joker),
        ],
        stages: vec![Stage { title: "All".into(), activities: AGENDA.map(activity).into() }],
        themes: vec![Theme { id: "theme".into(), name: "Theme".into() }],
        ideas: ["a", "b", "c", "d", "e"].map(idea).into(),
        thanks: String::new(),
        because: Vec::new(),
    }
}

fn attribute(id: &str, shown: Shown) -> Attribute {
    Attribute { id: id.into(), name: id.into(), values: vec![], shown }
}

fn lens((id, share): (&str, u32)) -> Lens {
    Lens {
        id: id.into(),
        name: id.into(),
        ask: String::new(),
        hint: String::new(),
        share,
        questions: vec![],
        rating: None,
        idea_probes: false,
    }
}

pub fn slot(id: &str, rule: SlotRule) -> Slot {
    Slot { id: id.into(), name: id.into(), rule }
}

fn activity((id, minutes, least): (&str, u32, u32)) -> Activity {
    let tool = match id {
        "first" => Tool::Discussion { slot: "popular".into() },
        "second" => Tool::Discussion { slot: "contentious".into() },
        _ => Tool::None,
    };
    Activity {
        id: id.into(),
        title: id.into(),
        subtitle: String::new(),
        ask: String::new(),
        hint: String::new(),
        minutes: BTreeMap::from([("full".into(), minutes)]),
        least: BTreeMap::from([("full".into(), least)]),
        tool,
        questions: vec![],
        probes: vec![],
        notes: vec![],
    }
}

fn idea(id: &str) -> Idea {
    Idea {
        id: id.into(),
        theme: "theme".into(),
        name: id.into(),
        short: id.into(),
        description: String::new(),
        examples: vec![],
        probes: vec![],
        what_ifs: vec![],
        reference: vec![],
        other_services: false,
    }
}

/// Half past six in Oxford, on a winter's evening.
pub fn begins() -> Moment {
    plan().begins()
}

/// Seconds after the planned begin.
pub fn at(seconds: i64) -> Moment {
    begins() + Duration::seconds(seconds)
}

pub fn plan() -> SessionPlan {
    let evening = DateTime::from_timestamp(1_770_316_200, 0).unwrap_or_default().naive_utc();
    SessionPlan {
        group: "Oxford, 25–39".into(),
        place: "Oxford".into(),
        venue: String::new(),
        date: NaiveDate::from(evening),
        time: evening.time(),
        utc_offset: 0,
        zone: None,
        phase: Phase::Main,
        kind: "full".into(),
        seats: 5,
        quotas: vec![],
        recruited_as: String::new(),
        recruited_by: vec![],
        label: None,
        moderator: String::new(),
        note_taker: String::new(),
        observers: Observers::default(),
    }
}

pub fn session() -> Session {
    Session {
        id: SessionId(Uuid::nil()),
        design: DesignId(Uuid::nil()),
        plan: plan(),
        minutes: BTreeMap::new(),
        started: Some(begins()),
        finish: None,
        ended: None,
        wall: WallChoice::default(),
        offer: None,
        spreads_shown: vec![],
        debrief: Debrief::default(),
        cancelled: None,
    }
}

/// A person in a seat, who came on time.
pub fn person(seat: u32, sex: &str, age: &str, place: &str) -> Participant {
    Participant {
        seat: Some(seat),
        name: format!("Seat {seat}"),
        sex: sex.into(),
        age_band: age.into(),
        place: place.into(),
        came: Some(begins()),
        ..Participant::new(ParticipantId(Uuid::from_u128(seat.into())), SessionId(Uuid::nil()))
    }
}

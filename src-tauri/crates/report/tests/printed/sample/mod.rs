//! An invented evening that has everything a summary can show.

use report::summary::{
    ActivityTime, Attribute, Chosen, Discussion, Evening, Facts, IdeaStickers, Lens, People,
    Private, Quota, Rating, Remark, Round, RoundResult, Said, Scale, Time, Topic, Value, Verbatim,
};

pub const IDEAS: [&str; 9] = [
    "Individuals with budgets",
    "User charging",
    "Social insurance",
    "Citizen advisors",
    "Areas with budgets",
    "Cooperative ownership",
    "Alternative service providers",
    "Electing leaders",
    "Local elections, local standards",
];

pub fn evening() -> Evening {
    Evening {
        study: "Nine ideas for public services".into(),
        group: "Oxford, 25–39".into(),
        language: "en-GB".into(),
        session: "0195f3a2-6c1e-7d3a-9b1f-2f6d0c5e8a11".into(),
        stamp: 1_773_349_440,
        unfinished: None,
        facts: Facts {
            when: "12 March 2026, 19:01 to 21:04".into(),
            group: "6 of 13, full group".into(),
            guide: "v2, as planned but for 3 min".into(),
            record: "112 lines, 34 starred".into(),
        },
        people: people(),
        time: time(),
        rounds: vec![round()],
        values: values(),
        chosen: chosen(),
        scale: Scale { from: 1, to: 10, low: "not at all".into(), high: "extremely".into() },
        before: Vec::new(),
        discussions: discussions(),
        change: Some(said(
            "Five for, two undecided, two against. Most wanted to see it work somewhere first. \
             Health was the last thing they would touch, roads and waste the first.",
            &[],
        )),
        tips: [
            "Ask the people who use it before you move it.",
            "Keep the doctor free.",
            "Explain it like you did tonight.",
            "Help people before they fall over.",
            "Try it in one town first.",
            "Stop changing the names of things.",
            "Show us where it has worked.",
            "Look after the carers.",
            "One front door, please.",
        ]
        .map(Into::into)
        .into(),
        remarks: vec![Remark {
            by: "Note-taker".into(),
            text: "Warm and quick group; seat 5 spoke little after the gallery. Equity ran over \
                   and was worth it."
                .into(),
        }],
    }
}

fn people() -> People {
    let attribute = |quotas: &[(&str, u32)]| Attribute {
        quotas: quotas
            .iter()
            .map(|(name, n)| Quota { name: (*name).into(), planned: Some(*n), came: *n })
            .collect(),
    };
    People {
        came: 9,
        attributes: vec![
            attribute(&[("Women", 5), ("Men", 4)]),
            attribute(&[("25 to 29", 3), ("30 to 34", 3), ("35 to 39", 3)]),
            attribute(&[("ABC1", 9)]),
            attribute(&[("Children at home", 4)]),
        ],
        notes: Vec::new(),
    }
}

fn time() -> Time {
    let activities = [
        ("Welcome", 10, 11),
        ("A good life", 5, 6),
        ("Life stage", 5, 4),
        ("Assistance", 5, 5),
        ("Why services exist", 5, 6),
        ("Why they matter", 5, 5),
        ("Gallery", 9, 9),
        ("Citizen advisors", 22, 23),
        ("User charging", 22, 23),
        ("Social insurance", 22, 20),
        ("Services and change", 10, 11),
    ];
    Time {
        planned: 120,
        real: Some(123),
        activities: activities
            .iter()
            .map(|(name, planned, real)| ActivityTime {
                name: (*name).into(),
                planned: *planned,
                real: Some(*real),
            })
            .collect(),
    }
}

fn round() -> Round {
    let counts = [(3, 1), (1, 4), (1, 0), (5, 0), (4, 1), (2, 0), (0, 2), (1, 0), (1, 1)];
    let ideas = (1..)
        .zip(IDEAS.iter().zip(counts))
        .map(|(number, (name, (green, red)))| IdeaStickers {
            number,
            name: (*name).into(),
            green,
            red,
        })
        .collect();
    Round { name: String::new(), result: RoundResult::Revealed { ideas, notes: Vec::new() } }
}

fn values() -> Vec<Value> {
    [
        ("Security", 11, "rent, heating, knowing the job is there"),
        ("Support", 9, "someone to ring at two in the morning"),
        ("Health", 7, "seen when it matters; mind and body"),
        ("Worth", 5, "being asked, being thanked"),
        ("Freedom", 4, "time of your own"),
        ("Education", 3, "a second go at thirty"),
        ("Environment", 2, "somewhere green to walk to"),
    ]
    .map(|(name, lines, heard)| Value { name: name.into(), lines, heard_as: heard.into() })
    .into()
}

fn chosen() -> Vec<Chosen> {
    [
        ("Most popular", "Citizen advisors", "Five greens, the most in the room. No reds."),
        ("Most contentious", "User charging", "Four reds, the most in the room. One green."),
        (
            "Joker",
            "Social insurance",
            "Seven ideas had been talked of in one group only. The moderator took the one with \
             the least said about it.",
        ),
    ]
    .map(|(slot, idea, why)| Chosen { slot: slot.into(), idea: idea.into(), why: why.into() })
    .into()
}

pub fn said(point: &str, verbatims: &[(&str, &str)]) -> Said {
    Said {
        points: vec![point.into()],
        verbatims: verbatims
            .iter()
            .map(|(words, who)| Verbatim { words: (*words).into(), who: (*who).into() })
            .collect(),
    }
}

const SHE: &str = "Female, 25–39, Oxford";
const HE: &str = "Male, 25–39, Oxford";

type Lines = [(&'static str, &'static str, &'static str); 4];

fn discussion(number: u32, slot: &str, agreed: [u32; 3], lines: Lines) -> Discussion {
    let lenses = ["Desirable", "Equitable", "Achievable", "Buy-in"];
    Discussion {
        idea: IDEAS[number as usize - 1].into(),
        number,
        slot: slot.into(),
        reached: true,
        ratings: ["Desirable", "Achievable", "Equitable"]
            .into_iter()
            .zip(agreed)
            .map(|(name, agreed)| Rating { name: name.into(), agreed: Some(agreed), private: None })
            .collect(),
        lenses: lenses
            .into_iter()
            .zip(lines)
            .map(|(name, (point, words, who))| Lens {
                name: name.into(),
                said: said(point, &[(words, who)]),
            })
            .collect(),
        other: Said::default(),
    }
}

fn discussions() -> Vec<Discussion> {
    vec![
        discussion(
            4,
            "Most popular",
            [8, 5, 7],
            [
                (
                    "One person who sees the whole of it. Nobody spoke against.",
                    "Somebody who sits down and goes through it all with you. I needed that when \
                     Mum came home.",
                    SHE,
                ),
                (
                    "Best for those who do not know what to ask. Must not be the council’s own \
                     gatekeeper.",
                    "The ones who’d get most from it are the ones who’d never book it.",
                    HE,
                ),
                (
                    "Doubt that one person could know enough, and that there would be enough of \
                     them.",
                    "You’d need nine heads to know all that.",
                    HE,
                ),
                (
                    "Seven would go if it was near and not a form to fill in.",
                    "Once a year is a birthday card. I’d want it the week I need it.",
                    SHE,
                ),
            ],
        ),
        discussion(
            2,
            "Most contentious",
            [3, 6, 2],
            [
                (
                    "Felt as paying twice. Softer on missed visits and on roads.",
                    "Put a price on the door and the people who need it most turn round.",
                    SHE,
                ),
                (
                    "A fee that is nothing to some stops others. Means testing not trusted.",
                    "My nan would sooner go without than fill in a form to say she’s poor.",
                    SHE,
                ),
                (
                    "It could be run: parking is. What it costs to collect was the doubt.",
                    "Roads, yes, next week. The doctor, never.",
                    SHE,
                ),
                (
                    "Two would pay for something faster, nobody for an emergency.",
                    "I’d be fine with it. That’s the problem, I’m who it suits.",
                    HE,
                ),
            ],
        ),
        discussion(
            3,
            "Joker",
            [5, 4, 5],
            [
                (
                    "Nobody minded it. Most asked how it differs from a pension or savings.",
                    "Isn’t that what I pay National Insurance for?",
                    HE,
                ),
                (
                    "Fair if caring counts as paying in; unfair on those who cannot save.",
                    "I had three years off with the kids. Does that count for nothing?",
                    SHE,
                ),
                (
                    "Trust that the pot would still be there was low.",
                    "Thirty years is six governments. Who’s minding it?",
                    HE,
                ),
                (
                    "Four would, if they could draw on it early.",
                    "If I could have some at the bad time and not just at the end.",
                    SHE,
                ),
            ],
        ),
    ]
}

/// An evening of 600 quotations, each with a number of its own.
pub fn long() -> Evening {
    let mut evening = evening();
    let mut number = 0;
    let mut quote = |_: usize| {
        number += 1;
        let words =
            "I would want to know who had asked for it before I said yes. ".repeat(number % 4);
        let who = "Female, 25–39, Oxford".to_owned();
        Verbatim { words: format!("No. {number}: {words}that is all"), who }
    };
    for talk in &mut evening.discussions {
        for lens in &mut talk.lenses {
            lens.said.verbatims = (0..45).map(&mut quote).collect();
        }
    }
    let said = Said { points: Vec::new(), verbatims: (0..60).map(&mut quote).collect() };
    evening.before = vec![Topic { name: "A good life".into(), said }];
    evening
}

/// The same evening in the middle of its first discussion, with ratings that people gave alone.
pub fn open() -> Evening {
    let mut evening = evening();
    evening.unfinished = Some("The session is still open. This is how it stood at 20:14.".into());
    evening.time.real = Some(74);
    for activity in evening.time.activities.iter_mut().skip(8) {
        activity.real = None;
    }
    for talk in evening.discussions.iter_mut().skip(1) {
        talk.reached = false;
    }
    let talk = &mut evening.discussions[0];
    talk.lenses[3].said = Said::default();
    talk.ratings[2].agreed = None;
    talk.ratings[1].private =
        Some(Private { dots: vec![3, 5, 5, 5, 6, 7, 7, 9], median: "5.5".into() });
    evening.change = None;
    evening.tips = Vec::new();
    evening.people.attributes[0].quotas[1].came = 3;
    evening.people.came = 8;
    evening.people.notes = vec!["One person left at 20:10.".into()];
    evening
}

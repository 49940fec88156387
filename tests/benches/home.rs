//! Opening a place of the Study screen in a study of 500 sessions and 100,000 lines, in a library
//! of 200 studies, beside the example study in the same run: through the same commands, with the
//! same answers written and read as JSON. So too one change to the guide and to an idea.

mod shared;

use std::{fs, time::Duration};

use api::Workshop;
use serde_json::{Value, json};
use shared::{Size, ask, make, median, promise, timed};

const STUDIES: usize = 200;
const LARGE: Size = Size { sessions: 500, lines: 100_000 };
const ROUNDS: usize = 8;
const RUNS: usize = 25;
const LIMIT: f64 = 1.5;

/// A place of the Study screen, and what it asks for as it opens.
type Place = (&'static str, Vec<(&'static str, Value)>);

fn main() {
    let home = tempfile::tempdir().unwrap();
    let mut workshop = Workshop::new(home.path().to_owned());
    ask(&mut workshop, "explore_example", &json!({}));
    let example = ask(&mut workshop, "study", &json!({}));
    let small = example["path"].as_str().unwrap().to_owned();
    let large = home.path().join("Large.folkmoot").display().to_string();
    println!("Making a study of {} sessions and {} lines.", LARGE.sessions, LARGE.lines);
    make(&mut workshop, &large, &example, LARGE);
    for nth in 0..STUDIES - 2 {
        fs::copy(&small, home.path().join(format!("Study {nth}.folkmoot"))).unwrap();
    }
    for path in [&small, &large] {
        ask(&mut workshop, "open_study", &json!({"path": path}));
        // The newest version was used: the next one is what is written in.
        ask(&mut workshop, "amend_design", &json!({"id": uuid::Uuid::now_v7()}));
    }

    let mut times: Vec<(&str, [Vec<Duration>; 2])> = Vec::new();
    // In turn, so that whatever else the machine does falls on both.
    for round in 0..ROUNDS {
        for (study, path) in [&small, &large].into_iter().enumerate() {
            ask(&mut workshop, "open_study", &json!({"path": path}));
            for (at, (place, asked)) in places(&mut workshop).into_iter().enumerate() {
                if times.len() <= at {
                    times.push((place, [Vec::new(), Vec::new()]));
                }
                for run in 0..RUNS {
                    let words = format!("{round}, {run}");
                    times[at].1[study].push(timed(|| opened(&mut workshop, &asked, &words)));
                }
            }
        }
    }
    let mut kept = true;
    for (place, [small, large]) in &times {
        let (small, large) = (median(small), median(large));
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        let what = format!("{place}: {large:?} beside {small:?} of the example study");
        kept &= promise(&what, ratio, LIMIT);
    }

    ask(&mut workshop, "close_study", &json!({}));
    let first = timed(|| ask(&mut workshop, "library", &json!({})));
    let again: Vec<Duration> =
        (0..20).map(|_| timed(|| ask(&mut workshop, "library", &json!({})))).collect();
    println!("The library of {STUDIES} studies: first look {first:?}, then {:?}", median(&again));
    if !kept {
        std::process::exit(1);
    }
}

/// The places of the study that is open, and two changes to it.
fn places(workshop: &mut Workshop) -> Vec<Place> {
    let versions = ask(workshop, "versions", &json!({}));
    let versions = versions.as_array().unwrap();
    let (from, newest) = (&versions[0]["id"], &versions[versions.len() - 1]);
    let (to, amended) = (&newest["id"], &newest["amends"]);
    let design = ask(workshop, "version", &json!({"design": to}))["design"].clone();
    let study = || ("study", json!({}));
    let of_newest = json!({"design": to, "paper": "A3"});
    vec![
        (
            "Guide",
            vec![
                study(),
                ("versions", json!({})),
                ("compare_versions", json!({"from": amended, "to": to})),
                ("debriefs", json!({})),
            ],
        ),
        ("Ideas", vec![study(), ("versions", json!({})), ("poster_fits", of_newest)]),
        ("Sessions", vec![study(), ("sample", json!({}))]),
        ("Coverage", vec![study(), ("coverage", json!({"before": 0}))]),
        ("Two versions compared", vec![("compare_versions", json!({"from": from, "to": to}))]),
        (
            "A change to the guide",
            vec![(
                "change_activity",
                json!({"design": to, "activity": design["stages"][0]["activities"][0]}),
            )],
        ),
        (
            "A change to an idea",
            vec![("change_idea", json!({"design": to, "idea": design["ideas"][0]}))],
        ),
    ]
}

/// Asks for what a place shows, as the window does; a change is another each time.
fn opened(workshop: &mut Workshop, asked: &[(&str, Value)], words: &str) -> usize {
    let answers = asked.iter().map(|(call, with)| {
        let mut with = with.clone();
        if let Some(activity) = with.get_mut("activity") {
            activity["title"] = json!(format!("Welcome {words}"));
        }
        if let Some(idea) = with.get_mut("idea") {
            idea["description"] = json!(format!("Everybody pays a little {words}"));
        }
        let answer = ask(workshop, call, &with);
        let text = serde_json::to_string(&answer).unwrap();
        serde_json::from_str::<Value>(&text).unwrap();
        text.len()
    });
    answers.sum()
}

//! Writing ideas through the public commands, and how their posters fit.

use api::ProblemCode as Code;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::Room;

/// A study whose one session has started, and version 2, begun.
fn amended() -> (Room, Uuid) {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    room.ok("amend_design", json!({"id": id, "note": ""}));
    (room, id)
}

fn design(room: &mut Room) -> Value {
    room.ok("study", json!({}))["design"]["design"].clone()
}

fn ids(room: &mut Room) -> Vec<String> {
    let ideas = design(room)["ideas"].as_array().unwrap().clone();
    ideas.iter().map(|idea| idea["id"].as_str().unwrap().to_owned()).collect()
}

fn idea(room: &mut Room, id: &str) -> Value {
    let ideas = design(room)["ideas"].as_array().unwrap().clone();
    ideas.into_iter().find(|idea| idea["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

fn undo(room: &mut Room) -> Value {
    room.ok("study", json!({}))["undo"]["args"].clone()
}

/// Checks that something is refused and changes nothing.
fn refused(room: &mut Room, code: Code, name: &str, with: Value) -> api::Problem {
    let before = room.ok("study", json!({}));
    let problem = room.call(name, with).expect_err(name);
    assert_eq!(problem.code, code, "{name}: {problem:?}");
    assert_eq!(room.ok("study", json!({})), before, "{name} left a trace");
    problem
}

#[test]
fn each_change_to_the_ideas_is_undone_and_done_again() {
    let (mut room, version) = amended();
    let mut charging = idea(&mut room, "user-charging");
    charging["description"] = json!(" You pay when you use a service. ");
    charging["theme"] = json!("decisions");
    let acts = [
        ("change_idea", json!({"design": version, "idea": charging})),
        (
            "add_idea",
            json!({"design": version, "theme": "provision", "name": " Time banks ",
                   "description": "An hour of help for an hour of help."}),
        ),
        ("duplicate_idea", json!({"design": version, "idea": "user-charging", "name": "Tolls"})),
        ("place_idea", json!({"design": version, "idea": "tolls", "theme": "decisions"})),
        (
            "place_idea",
            json!({"design": version, "idea": "time-banks", "theme": "provision",
                   "before": "area-budgets"}),
        ),
        ("remove_idea", json!({"design": version, "idea": "user-charging"})),
        ("add_theme", json!({"design": version, "name": "D. Time"})),
        ("place_idea", json!({"design": version, "idea": "time-banks", "theme": "d-time"})),
        ("rename_theme", json!({"design": version, "theme": "d-time", "name": "D. Give time"})),
        ("place_theme", json!({"design": version, "theme": "d-time", "at": 0})),
    ];
    let mut states = vec![design(&mut room)];
    for (name, with) in acts {
        room.ok(name, with);
        let state = design(&mut room);
        assert_ne!(Some(&state), states.last(), "{name} changed nothing");
        states.push(state);
    }
    let last = states.last().unwrap().clone();
    assert_eq!(last["themes"][0], json!({"id": "d-time", "name": "D. Give time"}));
    let order = ids(&mut room);
    // As they hang: theme by theme, with the copy last.
    assert_eq!((order[0].as_str(), order.last().unwrap().as_str()), ("time-banks", "tolls"));
    assert_eq!(order.len(), 10);
    for before in states.iter().rev().skip(1) {
        room.ok("undo_in_study", json!({}));
        assert_eq!(&design(&mut room), before);
    }
    for _ in 1..states.len() {
        room.ok("redo_in_study", json!({}));
    }
    assert_eq!(design(&mut room), last);
    room.is_sound();
}

#[test]
fn new_words_are_kept_where_the_idea_hangs_and_undo_names_it() {
    let (mut room, version) = amended();
    let mut charging = idea(&mut room, "user-charging");
    charging["description"] = json!(" You pay when you use a service. ");
    charging["theme"] = json!("decisions");
    room.ok("change_idea", json!({"design": version, "idea": charging}));
    let kept = idea(&mut room, "user-charging");
    assert_eq!(kept["description"], "You pay when you use a service.");
    assert_eq!(kept["theme"], "resources");
    assert_eq!(undo(&mut room)["of"], "User charging");
}

#[test]
fn a_new_idea_never_takes_the_id_of_one_that_was_discussed() {
    let (mut room, version) = amended();
    room.ok("remove_idea", json!({"design": version, "idea": "user-charging"}));
    room.ok(
        "add_idea",
        json!({"design": version, "theme": "resources", "name": "User charging",
               "description": "Another one."}),
    );
    let ids = ids(&mut room);
    assert!(ids.contains(&"user-charging-2".to_owned()), "{ids:?}");
    assert!(!ids.contains(&"user-charging".to_owned()), "{ids:?}");
    // A copy has questions of its own, and nothing that was said of the other.
    room.ok(
        "duplicate_idea",
        json!({"design": version, "idea": "area-budgets", "name": "Street budgets"}),
    );
    let (old, copy) = (idea(&mut room, "area-budgets"), idea(&mut room, "street-budgets"));
    assert_eq!(copy["probes"][0]["text"], old["probes"][0]["text"]);
    assert_ne!(copy["probes"][0]["id"], old["probes"][0]["id"]);
    assert_eq!(copy["reference"], json!([]));
}

#[test]
fn what_cannot_be_done_to_the_ideas_says_why() {
    let (mut room, version) = amended();
    let first = room.ok("versions", json!({}))[0]["id"].clone();
    let used = json!({"design": first, "idea": "user-charging"});
    refused(&mut room, Code::VersionUsed, "remove_idea", used);
    for (code, name, with) in [
        (Code::UnknownIdea, "remove_idea", json!({"idea": "none-such"})),
        (Code::UnknownTheme, "place_idea", json!({"idea": "user-charging", "theme": "sea"})),
        (Code::EmptyName, "add_theme", json!({"name": " "})),
        (Code::EmptyName, "rename_theme", json!({"theme": "resources", "name": ""})),
        (Code::ThemeNotEmpty, "remove_theme", json!({"theme": "resources"})),
        (Code::EmptyName, "duplicate_idea", json!({"idea": "user-charging", "name": ""})),
        (
            Code::BrokenDesign,
            "add_idea",
            json!({"theme": "resources", "name": "Empty", "description": " "}),
        ),
    ] {
        let mut with = with;
        with["design"] = json!(version);
        refused(&mut room, code, name, with);
    }
    let all = ids(&mut room);
    for id in &all[1..] {
        room.ok("remove_idea", json!({"design": version, "idea": id}));
    }
    let last = json!({"design": version, "idea": all[0]});
    refused(&mut room, Code::LastIdea, "remove_idea", last);
    // An empty theme may wait, and may go.
    room.ok("remove_theme", json!({"design": version, "theme": "decisions"}));
    assert_eq!(design(&mut room)["themes"].as_array().unwrap().len(), 2);
}

#[test]
fn a_poster_says_how_its_words_fit_as_they_are_typed() {
    let (mut room, version) = amended();
    let fits = room.ok("poster_fits", json!({"design": version, "paper": "A3"}));
    let fits = fits.as_array().unwrap();
    assert_eq!(fits.len(), 9);
    for fit in fits {
        assert_eq!(fit["sheets"], 1, "{fit}");
        assert!((6..=14).contains(&fit["reading_age"].as_u64().unwrap()), "{fit}");
    }
    let ask = |words: usize| {
        let description = "word ".repeat(words);
        json!({"design": version, "idea": "user-charging", "paper": "A3",
               "description": description, "examples": []})
    };
    let short = room.ok("idea_poster", ask(25));
    assert_eq!((&short["fit"]["size"], &short["over_full"]), (&json!(100), &json!(0)));
    assert_eq!(short["pages"].as_array().unwrap().len(), 1);
    let long = room.ok("idea_poster", ask(1000));
    let over = usize::try_from(long["over"].as_u64().unwrap()).unwrap();
    assert_eq!(long["fit"]["sheets"], json!(long["pages"].as_array().unwrap().len()));
    assert!(over > 0 && over < 1000, "{long}");
    // What it says to cut is enough, and no more than that.
    let just = room.ok("idea_poster", ask(1000 - over));
    assert_eq!((&just["fit"]["sheets"], &just["over"]), (&json!(1), &json!(0)));
    assert_eq!(room.ok("idea_poster", ask(1001 - over))["fit"]["sheets"], 2);
    // Where the words stand, to be edited there; what has gone on to a second sheet is counted.
    let parts: Vec<&Value> =
        short["boxes"].as_array().unwrap().iter().map(|one| &one["part"]).collect();
    assert_eq!(parts, ["name", "description"]);
    assert!(short["boxes"][1]["y"].as_f64().unwrap() < short["end"].as_f64().unwrap());
    assert_eq!(short["lines_over"], 0);
    assert!(long["lines_over"].as_u64().unwrap() > 0, "{}", long["lines_over"]);
    // Typing keeps nothing, and what cannot be printed says why.
    assert_ne!(idea(&mut room, "user-charging")["examples"], json!([]));
    let nameless = json!({"design": version, "idea": "user-charging", "name": " "});
    let told = room.ok("idea_poster", nameless);
    assert_eq!(told["fit"]["problem"]["problem"], "nameless_idea");
    assert_eq!((&told["pages"], &told["fit"]["sheets"]), (&json!([]), &json!(null)));
    assert_eq!(told["boxes"], json!([]));
}

#[test]
fn an_idea_is_found_on_the_papers_it_stands_on() {
    let (mut room, version) = amended();
    let ask = |idea: &str, what: &str| json!({"design": version, "idea": idea, "what": what});
    for idea in ids(&mut room) {
        for what in ["handout", "ballot"] {
            let found = room.ok("idea_paper", ask(&idea, what));
            let at = usize::try_from(found["at"].as_u64().unwrap()).unwrap();
            assert!(found["pages"][at].as_str().unwrap().starts_with("<svg"), "{idea} {what}");
        }
    }
    let last = room.ok("idea_paper", ask("local-standards", "handout"));
    assert!(last["at"].as_u64().unwrap() > 0, "the last idea is not on the first page");
    refused(&mut room, Code::UnknownIdea, "idea_paper", ask("none-such", "ballot"));
}

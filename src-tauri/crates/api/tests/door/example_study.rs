//! The example study: thirteen groups, made through the public commands.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    time::Instant,
};

use api::{Actor, Workshop};
use chrono::Utc;
use serde_json::{Value, json};

fn call(workshop: &mut Workshop, name: &str, with: Value) -> Value {
    workshop.call(Actor::Moderator, name, with, Utc::now(), None).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The example study, in the library `home`, and its evenings in the order in which they were.
fn made(home: &Path) -> (Workshop, Vec<Value>) {
    let mut workshop = Workshop::new(home.to_owned());
    let began = Instant::now();
    call(&mut workshop, "explore_example", json!({}));
    println!("opened in {:.2} s", began.elapsed().as_secs_f64());
    let study = call(&mut workshop, "study", json!({}));
    let evenings = list(&study["sessions"])
        .iter()
        .map(|s| call(&mut workshop, "evening", json!({ "session": s["session"]["id"] })))
        .collect();
    (workshop, evenings)
}

#[test]
fn the_example_study_is_sound_finished_and_full_of_people_and_words() {
    let home = tempfile::tempdir().unwrap();
    let (mut workshop, evenings) = made(home.path());
    let report = workshop.check().unwrap();
    assert_eq!(report.faults, [], "after {} acts", report.acts);

    assert_eq!(evenings.len(), 13);
    let mut people = 0;
    let mut lines = BTreeSet::new();
    let mut names = BTreeSet::new();
    for evening in &evenings {
        let group = &evening["session"]["plan"]["group"];
        assert!(evening["session"]["ended"].is_string(), "{group}");
        people += list(&evening["participants"]).iter().filter(|p| p["absence"].is_null()).count();
        names.extend(list(&evening["participants"]).iter().map(|p| word(&p["name"]).to_owned()));
        for line in list(&evening["lines"]) {
            let text = word(&line["text"]).to_owned();
            assert!(lines.insert(text.clone()), "{group}: said twice: {text}");
        }
        let everyone = list(&evening["participants"]).iter().filter(|p| !p["came"].is_null());
        assert_eq!(list(&evening["tips"]).len(), everyone.count(), "{group}");
    }
    assert!((95..=110).contains(&people), "{people} people");
    assert!(lines.len() >= 900, "{} lines", lines.len());

    // What was said is shown to readers, and nobody's name may be in it.
    let said = |line: &String, name: &String| {
        line.split(|c: char| !c.is_alphabetic()).any(|part| part == name)
    };
    for line in &lines {
        assert_eq!(names.iter().find(|name| said(line, name)), None, "{line}");
    }

    // Nothing of it is in the other example either.
    call(&mut workshop, "explore_evening", json!({}));
    let study = call(&mut workshop, "study", json!({}));
    let session = &study["sessions"][0]["session"]["id"];
    let evening = call(&mut workshop, "evening", json!({ "session": session }));
    for line in list(&evening["lines"]) {
        assert!(!lines.contains(word(&line["text"])), "{line}");
    }
}

#[test]
fn the_example_study_discusses_what_the_stickers_and_the_rules_say() {
    let home = tempfile::tempdir().unwrap();
    let (mut workshop, evenings) = made(home.path());

    let mut discussed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut stickers: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    let mut overruled = Vec::new();
    for evening in &evenings {
        let session = &evening["session"];
        let group = &session["plan"]["group"];
        let suggested = call(&mut workshop, "suggest", json!({ "session": session["id"] }));
        for count in list(&suggested["counts"]) {
            let on = stickers.entry(word(&count["idea"]).to_owned()).or_default();
            on.0 += count["green"].as_u64().unwrap();
            on.1 += count["red"].as_u64().unwrap();
        }
        for choice in list(&evening["choices"]) {
            if choice["why"]["type"] == "overruled" {
                overruled.push((word(group), word(&choice["reason"])));
            }
            let (idea, slot) = (word(&choice["idea"]), word(&choice["slot"]));
            discussed.entry(idea.to_owned()).or_default().push(slot.to_owned());
            let about = list(&evening["lines"]).iter().filter(|l| l["idea"] == idea).count();
            assert!(about >= 12, "{group}: {about} lines on {idea}");
            let agreed = list(&evening["ratings"])
                .iter()
                .filter(|r| r["of"]["idea"] == idea && r["participant"].is_null());
            assert_eq!(agreed.count(), 3, "{group}: {idea}");
        }
    }

    // Everywhere but once the moderator took what the rules say, and then said why not.
    assert!(matches!(overruled[..], [("Oxford, 40–64", reason)] if !reason.is_empty()));
    assert_eq!(discussed.len(), 9, "{discussed:?}");
    assert!(discussed.values().all(|groups| groups.len() >= 2), "{discussed:?}");
    let times = |idea: &str, slot: &str| discussed[idea].iter().filter(|s| *s == slot).count();
    // Charging stirs up most, by stickers and by what was talked about.
    let most = stickers.iter().max_by_key(|(_, on)| on.1).unwrap();
    assert_eq!(most.0, "user-charging", "{stickers:?}");
    for idea in discussed.keys().filter(|idea| *idea != "user-charging") {
        assert!(times(idea, "contentious") < times("user-charging", "contentious"), "{idea}");
    }
    // Nobody chose social insurance, and it was talked about all the same.
    assert_eq!(times("social-insurance", "popular"), 0);
    assert_eq!(times("social-insurance", "contentious"), 0);
    assert!(times("social-insurance", "joker") >= 2);
}

#[test]
fn the_example_study_was_recruited_to_quotas_and_amended_after_its_pilot() {
    let home = tempfile::tempdir().unwrap();
    let (mut workshop, evenings) = made(home.path());

    // The four groups of the pilot ran by the first version, the others by the second.
    let versions = call(&mut workshop, "versions", json!({}));
    let [first, second] = list(&versions) else { panic!("{versions}") };
    assert_eq!([&first["phase"], &second["phase"]], ["pilot", "main"]);
    assert!(!word(&second["note"]).is_empty());
    for (at, evening) in evenings.iter().enumerate() {
        let (version, phase) = if at < 4 { (first, "pilot") } else { (second, "main") };
        let session = &evening["session"];
        assert_eq!(session["design"], version["id"], "{}", session["plan"]["group"]);
        assert_eq!(session["plan"]["phase"], phase, "{}", session["plan"]["group"]);
    }
    let with = json!({ "from": first["id"], "to": second["id"] });
    let compared = call(&mut workshop, "compare_versions", with);
    assert!(list(&compared["differences"]).len() >= 4, "{}", compared["differences"]);
    // Two posters say something else since, and what was translated of them is to be redone.
    let reworded = |d: &&Value| d["area"] == "ideas" && d["kind"] == "reworded";
    assert_eq!(list(&compared["differences"]).iter().filter(reworded).count(), 2);
    let languages = call(&mut workshop, "languages", json!({}));
    for language in list(&languages["languages"]) {
        // With the name of the study, which is its own.
        assert_eq!(language["progress"]["redo"], 3, "{language}");
    }

    // Each group has its quotas, and most of the study's are full.
    assert!(evenings.iter().all(|e| !list(&e["session"]["plan"]["quotas"]).is_empty()));
    let sample = call(&mut workshop, "sample", json!({}));
    let full = |p: &&Value| p["people"].as_u64() >= p["quota"]["people"].as_u64();
    let quotas = list(&sample["quotas"]);
    assert!(quotas.iter().filter(full).count() * 3 >= quotas.len() * 2, "{quotas:?}");

    // Everybody who came was asked, one does not wish to be quoted, and one came for another.
    let people = || evenings.iter().flat_map(|e| list(&e["participants"]));
    for person in people().filter(|p| !p["came"].is_null()) {
        assert_eq!(person["consent"]["take_part"], true, "{person}");
        assert!(person["consent"]["quoted"].is_boolean(), "{person}");
    }
    assert_eq!(people().filter(|p| p["consent"]["quoted"] == false).count(), 1);
    let instead: Vec<&Value> = people().filter(|p| !p["replaces"].is_null()).collect();
    let [instead] = instead[..] else { panic!("{instead:?}") };
    let missing = people().find(|p| p["id"] == instead["replaces"]).unwrap();
    assert!(!word(&missing["absence"]).is_empty());
}

/// A record with its ids told as the first, the second and so on, in the order in which they come.
fn plain(evenings: &[Value]) -> String {
    let text = serde_json::to_string(evenings).unwrap();
    let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
    let mut plain = String::with_capacity(text.len());
    for part in text.split('"') {
        if part.len() == 36 && part.parse::<uuid::Uuid>().is_ok() {
            let next = ids.len();
            plain.push_str(&ids.entry(part).or_insert(next).to_string());
        } else {
            plain.push_str(part);
        }
        plain.push('"');
    }
    plain
}

#[test]
fn the_example_study_is_the_same_each_time_and_made_once() {
    let homes = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    // A computer that went off half way leaves this.
    std::fs::write(homes[0].path().join(".Example study.part"), "half").unwrap();
    let (first, record) = made(homes[0].path());
    let (_, other) = made(homes[1].path());
    assert!(plain(&record) == plain(&other), "two makings differ");
    let left: Vec<_> = std::fs::read_dir(homes[1].path())
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains(".part"))
        .collect();
    assert_eq!(left, [""; 0]);

    // Opened again it is the same file, with what was done to it since.
    drop(first);
    let mut again = Workshop::new(homes[0].path().to_owned());
    call(&mut again, "explore_example", json!({}));
    call(&mut again, "rename_study", json!({ "name": "Mine now" }));
    call(&mut again, "explore_evening", json!({}));
    call(&mut again, "explore_example", json!({}));
    assert_eq!(call(&mut again, "study", json!({}))["study"]["name"], "Mine now");
}

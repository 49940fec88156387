//! What two records say differently: who said it, and which is right.

use serde_json::{Value, json};

use super::{Laptop, handed_over, lead, session};

/// What the file says differently and somebody has to be asked about.
fn asked(preview: &Value) -> Vec<Value> {
    let all = preview["conflicts"].as_array().unwrap();
    all.iter().filter(|one| one["conflict"]["asked"] == true).cloned().collect()
}

fn settled(one: &Value, value: Value) -> Value {
    json!({"row": one["conflict"]["row"], "path": one["conflict"]["path"], "value": value})
}

#[test]
fn what_is_settled_before_comes_in_settled_and_travels_on() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, [mut ruth, mut sam]) = handed_over(&home);
    let said = ruth.line("4 we pay already");
    ruth.rate(4);
    sam.rate(5);
    let (ruth, sam) = (ruth.close(), sam.close());
    lead.merge(&ruth);

    let preview = lead.ok("preview_merge", json!({"path": sam}));
    let differs = asked(&preview);
    assert_eq!(differs.len(), 1, "{differs:?}");
    let before = lead.told();
    // A thing that is not asked is refused, and then nothing comes in at all.
    let strange = json!({"row": said, "path": ["text"], "value": "we paid"});
    let with = json!({"path": sam, "settled": [strange]});
    lead.refused(api::ProblemCode::NotFound, "merge", with);
    assert_eq!(lead.told(), before);

    let with = json!({"path": sam, "settled": [settled(&differs[0], json!(5))]});
    lead.ok("merge", with);
    assert_eq!(lead.conflicts(), [] as [Value; 0]);
    assert_eq!(lead.evening()["ratings"][0]["value"], 5);
    lead.is_sound();

    // In the other direction it is settled already.
    let lead = lead.close();
    let mut ruth = Laptop::open(&ruth, 300);
    let preview = ruth.ok("preview_merge", json!({"path": lead}));
    assert_eq!(asked(&preview), [] as [Value; 0]);
    ruth.merge(&lead);
    assert_eq!(ruth.evening()["ratings"][0]["value"], 5);
    ruth.is_sound();
}

#[test]
fn each_side_says_who_sat_there() {
    let home = tempfile::tempdir().unwrap();
    let mut lead = lead(home.path());
    lead.ok("name_laptop", json!({"owner": " Ruth "}));
    let out = home.path().join("out.folkmoot");
    lead.ok("export_session", json!({"session": session(), "path": out, "who": "Sam"}));
    let mut sam = Laptop::open(&out, 60);
    assert_eq!(sam.ok("desk", json!({}))["owner"], "Sam");
    for laptop in [&mut lead, &mut sam] {
        laptop.ok("start_session", json!({"session": session()}));
    }
    lead.rate(4);
    sam.rate(5);
    let sam = sam.close();

    let preview = lead.ok("preview_merge", json!({"path": sam}));
    assert_eq!(preview["here"]["who"], json!(["Ruth"]));
    assert_eq!(preview["there"]["who"], json!(["Sam"]));
    let who = |differs: &Value| {
        let sides = differs["conflict"]["sides"].as_array().unwrap().iter();
        let mut who: Vec<(String, u64)> = sides
            .map(|s| (s["who"].as_str().unwrap().to_owned(), s["value"].as_u64().unwrap()))
            .collect();
        who.sort();
        who
    };
    let both = [("Ruth".to_owned(), 4), ("Sam".to_owned(), 5)];
    assert_eq!(who(&asked(&preview)[0]), both);
    lead.merge(&sam);
    assert_eq!(who(&lead.conflicts()[0]), both, "the name came with the sitting");
    lead.ok("name_laptop", json!({"owner": "Kim"}));
    assert_eq!(who(&lead.conflicts()[0]), both, "who sat before stays who it was");
}

#[test]
fn two_wordings_in_a_guide_are_shown_as_text() {
    let home = tempfile::tempdir().unwrap();
    let mut lead = lead(home.path());
    let out = home.path().join("out.folkmoot");
    lead.ok("export_session", json!({"session": session(), "path": out}));
    let mut sam = Laptop::open(&out, 60);
    let study = lead.ok("study", json!({}));
    let version = study["design"]["id"].clone();
    let activity = study["design"]["design"]["stages"][0]["activities"][0].clone();
    let ask = |laptop: &mut Laptop, words: &str| {
        let mut activity = activity.clone();
        activity["ask"] = words.into();
        laptop.ok("change_activity", json!({"design": version, "activity": activity}));
    };
    ask(&mut lead, "Who are you?");
    ask(&mut sam, "What brings you here?");
    let sam = sam.close();

    let preview = lead.ok("preview_merge", json!({"path": sam}));
    let differs = asked(&preview);
    assert_eq!(differs.len(), 1, "{differs:?}");
    assert_eq!(differs[0]["session"], Value::Null);
    assert_eq!(differs[0]["part"], "ask");
    assert_eq!(differs[0]["version"], 1);
    let about = differs[0]["about"].as_str().unwrap();
    assert!(about.ends_with(activity["title"].as_str().unwrap()), "{about}");
    lead.merge(&sam);
    let left = lead.conflicts();
    assert_eq!(left.len(), 1);
    let settled = settled(&left[0], json!("Who are you?"));
    lead.ok("settle_conflict", json!({"session": null, "settled": settled}));
    assert_eq!(lead.conflicts(), [] as [Value; 0]);
    let design = lead.ok("study", json!({}))["design"]["design"].clone();
    assert_eq!(design["stages"][0]["activities"][0]["ask"], "Who are you?");
    lead.is_sound();

    // Once a session has run by it, the version stays as it was.
    let mut sam = Laptop::open(&sam, 5000);
    ask(&mut sam, "And who are you?");
    let sam = sam.close();
    lead.ok("start_session", json!({"session": session()}));
    let preview = lead.ok("preview_merge", json!({"path": sam}));
    assert_eq!(asked(&preview), [] as [Value; 0]);
}

#[test]
fn clocks_half_an_hour_apart_leave_no_line_twice() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, [mut ruth, mut sam]) = handed_over(&home);
    sam.now += chrono::Duration::minutes(40);
    for laptop in [&mut ruth, &mut sam] {
        laptop.line("4 we pay already");
        laptop.line("2 a fee you can see");
        laptop.line("5 the last bus goes at seven");
    }
    sam.line("8 only Sam heard this");
    let (ruth, sam) = (ruth.close(), sam.close());
    lead.merge(&ruth);
    let preview = lead.ok("preview_merge", json!({"path": sam}));
    assert_eq!(preview["kinds"][0]["comes"], 1, "{}", preview["kinds"][0]);
    let ahead = preview["clocks"]["ahead"].as_i64().unwrap();
    assert!((2_530_000..=2_540_000).contains(&ahead), "{ahead}");
    lead.ok("merge", json!({"path": sam, "shift": true}));
    assert_eq!(lead.evening()["lines"].as_array().unwrap().len(), 4);
    lead.is_sound();
}

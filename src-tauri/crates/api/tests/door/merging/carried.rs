//! Out by file, and back: with a preview, twice as well as once, refusals.

use std::path::PathBuf;

use api::ProblemCode as Code;
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Laptop, handed_over, lead, session, texts};
use crate::room::plan;

#[test]
fn a_session_goes_out_is_run_elsewhere_and_comes_back() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, [mut moderator, other]) = handed_over(&home);
    drop(other);
    let study = moderator.ok("study", json!({}));
    assert_eq!(study["study"]["name"], "Buses after eight");
    let number = moderator.ok("study", json!({}))["sessions"].as_array().unwrap().len();
    assert_eq!(number, 2, "the plan of the study goes with it");
    moderator.line("4 nobody asked us");
    moderator.line("5 the last bus goes at seven");
    moderator.is_sound();
    let theirs = moderator.told();
    let file = moderator.close();

    // Meanwhile the lead goes on.
    lead.ok("rename_study", json!({"name": "Buses after nine"}));
    let before = lead.told();
    let preview = lead.ok("preview_merge", json!({"path": file}));
    assert_eq!(lead.told(), before, "a preview changes nothing");
    let lines = &preview["kinds"][0];
    assert_eq!(
        lines,
        &json!({"what": "lines", "here": 0, "there": 2, "both": 0, "comes": 2,
                              "after": 2, "differs": 0})
    );
    assert_eq!(preview["conflicts"], json!([]));
    assert_eq!(preview["lines"].as_array().unwrap().len(), 2);

    let merged = lead.merge(&file);
    assert!(merged["acts"].as_u64().unwrap() > 2);
    let copy = PathBuf::from(merged["copy"].as_str().unwrap());
    let mut expected = theirs;
    expected["study"] = lead.evening()["study"].clone();
    assert_eq!(lead.told(), expected);
    lead.is_sound();
    assert_eq!(Laptop::open(&copy, 0).told(), before, "the copy is the study as it was");

    // Twice is as good as once.
    assert_eq!(lead.merge(&file)["acts"], 0);
    assert_eq!(lead.told(), expected);

    // And it goes on from there. Undo does not reach behind it.
    lead.refused(Code::UndoStopsAtRecord, "undo", json!({"session": session()}));
    lead.line("6 and then what");
    lead.ok("undo", json!({"session": session()}));
    lead.line("6 and then what");
    lead.is_sound();
    assert_eq!(lead.evening()["study"]["name"], "Buses after nine");
}

#[test]
fn two_records_of_one_evening_are_one_record_and_what_differs_is_asked() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, [mut ruth, mut sam]) = handed_over(&home);
    for laptop in [&mut ruth, &mut sam] {
        laptop.line("4 we pay already");
        laptop.ok("go_to", json!({"session": session(), "activity": "gallery"}));
        laptop.line("2 a fee you can see");
    }
    ruth.line("7 only Ruth heard this");
    sam.line("8 only Sam heard this #trust");
    ruth.rate(4);
    sam.rate(5);
    let (ruth, sam) = (ruth.close(), sam.close());

    lead.merge(&ruth);
    assert_eq!(lead.conflicts(), [] as [Value; 0]);
    let preview = lead.ok("preview_merge", json!({"path": sam}));
    let clocks = &preview["clocks"];
    let ahead = clocks["ahead"].as_i64().unwrap();
    assert!((132_000..=136_000).contains(&ahead), "{clocks}");
    assert_eq!((&clocks["lines"], &clocks["activities"]), (&json!(2), &json!(2)));
    assert_eq!(preview["kinds"][0]["both"], 2);
    assert_eq!(preview["kinds"][0]["comes"], 1);
    let asked = preview["conflicts"].as_array().unwrap();
    let asked: Vec<&Value> = asked.iter().filter(|c| c["conflict"]["asked"] == true).collect();
    assert_eq!(asked.len(), 1, "{asked:?}");
    assert_eq!(asked[0]["about"], "User charging, Desirable");

    let done = lead.ok("merge", json!({"path": sam, "shift": true}));
    assert_eq!(done["shifted"], 1);
    lead.is_sound();
    let evening = lead.evening();
    let all =
        ["a fee you can see", "only Ruth heard this", "only Sam heard this", "we pay already"];
    assert_eq!(texts(&evening), all);
    let at = |text: &str| {
        let lines = evening["lines"].as_array().unwrap();
        let line = lines.iter().find(|line| line["text"] == text).unwrap();
        line["at"].as_str().unwrap().parse::<DateTime<Utc>>().unwrap()
    };
    let apart = (at("only Sam heard this") - at("only Ruth heard this")).num_seconds();
    assert!(apart.abs() <= 2, "Sam’s line stands at Ruth’s time: {apart} s");
    assert_eq!(evening["ratings"].as_array().unwrap().len(), 1);

    // The summary says so, until it is settled.
    let unsettled = lead.conflicts();
    assert_eq!(unsettled.len(), 1);
    let pages = |lead: &mut Laptop| lead.ok("summary", json!({"session": session()})).to_string();
    assert!(pages(&mut lead).contains("settled"));
    let conflict = &unsettled[0]["conflict"];
    for value in [4, 5] {
        let settled = json!({"row": conflict["row"], "path": conflict["path"], "value": value});
        let with = json!({"session": session(), "settled": settled});
        if value == 4 {
            lead.ok("settle_conflict", with);
        } else {
            lead.refused(Code::NotFound, "settle_conflict", with);
        }
    }
    assert_eq!(lead.conflicts(), [] as [Value; 0]);
    assert_eq!(lead.evening()["ratings"][0]["value"], 4);
    assert!(!pages(&mut lead).contains("settled"));
    lead.is_sound();

    // Settled for everybody who brings it in.
    let settled = lead.close();
    let mut sam = Laptop::open(&sam, 200);
    sam.merge(&settled);
    assert_eq!(sam.conflicts(), [] as [Value; 0]);
    assert_eq!(sam.evening()["ratings"][0]["value"], 4);
    sam.is_sound();
}

#[test]
fn a_record_that_does_not_belong_here_is_left_alone() {
    let home = tempfile::tempdir().unwrap();
    let mut lead = lead(home.path());
    let own = lead.path.clone();
    lead.refused(Code::MergeWithItself, "merge", json!({"path": own}));

    let elsewhere = tempfile::tempdir().unwrap();
    let stranger = self::lead(elsewhere.path()).close();
    for verb in ["preview_merge", "merge"] {
        lead.refused(Code::NotSameStudy, verb, json!({"path": stranger}));
    }
    let out = home.path().join("tonight.folkmoot");
    let export = json!({"session": session(), "path": out});
    lead.ok("export_session", export.clone());
    lead.refused(Code::FileExists, "export_session", export);

    let letter = home.path().join("letter.folkmoot");
    std::fs::write(&letter, "Dear all,\n").unwrap();
    lead.refused(Code::NotAStudy, "merge", json!({"path": letter}));
    lead.refused(Code::NotFound, "merge", json!({"path": home.path().join("gone.folkmoot")}));

    // Cut short on its way here.
    let bytes = std::fs::read(&out).unwrap();
    let short = home.path().join("short.folkmoot");
    std::fs::write(&short, &bytes[..bytes.len() / 2]).unwrap();
    lead.refused(Code::Damaged, "merge", json!({"path": short}));

    Connection::open(&out).unwrap().pragma_update(None, "user_version", 999).unwrap();
    lead.refused(Code::NewerStudy, "merge", json!({"path": out}));
    assert!(!home.path().join("Copies").exists(), "nothing was begun");
    lead.is_sound();
}

#[test]
fn ballots_of_an_open_secret_round_are_copied_nowhere() {
    let home = tempfile::tempdir().unwrap();
    let (lead, [mut ruth, other]) = handed_over(&home);
    let (lead, _) = (lead.close(), other.close());
    let round = Uuid::now_v7();
    let with = json!({"id": round, "session": session(), "naming": "secret", "entry": "kiosk"});
    ruth.ok("set_round", with);
    ruth.ok("open_round", json!({"round": round}));
    let out = home.path().join("out.folkmoot");
    let export = json!({"session": session(), "path": out});
    ruth.refused(Code::SecretRoundOpen, "export_session", export.clone());
    assert!(!out.exists());
    let mut again = Laptop::open(&lead, 5000);
    again.ok("rename_study", json!({"name": "Trams"}));
    let lead = again.close();
    ruth.refused(Code::SecretRoundOpen, "merge", json!({"path": lead}));
    ruth.ok("seal_round", json!({"round": round}));
    ruth.ok("export_session", export);
    let db = Connection::open(&out).unwrap();
    for table in ["ballot", "cast_vote", "contact", "draft"] {
        let rows: u32 =
            db.query_row(&format!("select count(*) from {table}"), [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn who_took_consent_back_elsewhere_is_reached_from_here_no_more() {
    let home = tempfile::tempdir().unwrap();
    let (mut lead, [mut ruth, other]) = handed_over(&home);
    drop(other);
    let people = [101, 102].map(Uuid::from_u128);
    for person in people {
        let with = json!({"participant": person, "phone": "07700 900124", "email": ""});
        lead.ok("keep_contact", with);
    }
    ruth.ok("withdraw_consent", json!({"participant": people[0]}));
    lead.merge(&ruth.close());
    let left = lead.ok("contacts", json!({"session": session()}));
    assert_eq!(left.as_array().unwrap().len(), 1);
    assert_eq!(left[0]["participant"], json!(people[1]));
}

/// Only the sessions that the acts which come are about are put together, and the others stay as
/// they are.
#[test]
fn two_copies_of_a_study_that_went_on_in_two_sessions_come_to_the_same() {
    let home = tempfile::tempdir().unwrap();
    let first = lead(home.path()).close();
    let other = home.path().join("other.folkmoot");
    std::fs::copy(&first, &other).unwrap();
    let next = Uuid::from_u128(8);
    let mut lead = Laptop::open(&first, 0);
    lead.ok("start_session", json!({"session": session()}));
    lead.line("4 said tonight");
    lead.ok("rename_study", json!({"name": "Buses after nine"}));
    let mut away = Laptop::open(&other, 60);
    let person = json!({"id": Uuid::from_u128(200), "session": next, "seat": 1, "name": "Ada"});
    away.ok("seat_person", person);
    away.ok("start_session", json!({"session": next}));
    let line = json!({"id": Uuid::now_v7(), "session": next, "input": "1 said tomorrow"});
    away.ok("keep_line", line);

    let other = away.close();
    lead.merge(&other);
    lead.is_sound();
    let mut all = lead.told();
    assert_eq!(texts(&all), ["said tonight"]);
    let tomorrow = lead.ok("evening", json!({"session": next}));
    assert_eq!(texts(&tomorrow), ["said tomorrow"]);
    assert_eq!(lead.ok("study", json!({}))["study"]["name"], "Buses after nine");
    let first = lead.close();
    let mut away = Laptop::open(&other, 120);
    away.merge(&first);
    away.is_sound();
    // The clock of the evening runs on by itself.
    let mut there = away.told();
    for told in [&mut all, &mut there] {
        told.as_object_mut().unwrap().remove("now");
    }
    assert_eq!(there, all);
    assert_eq!(away.ok("study", json!({}))["study"]["name"], "Buses after nine");
}

/// Who sits elsewhere is nobody’s business at tonight’s table; whoever gets both tables has both.
#[test]
fn a_session_that_goes_out_takes_its_own_people_along_and_no_others() {
    let home = tempfile::tempdir().unwrap();
    let mut lead = lead(home.path());
    let tables = [(21, "Alpha", "Zebedee"), (22, "Beta", "Quintilia")];
    let mut sheet = "Group,Name\n".to_owned();
    for (id, group, name) in tables {
        let mut own = plan("2026-04-02", "19:00");
        own["group"] = json!(group);
        lead.ok("plan_session", json!({"id": Uuid::from_u128(id), "plan": own}));
        sheet += &[group, ",", name, "\n"].concat();
    }
    let path = home.path().join("people.csv");
    std::fs::write(&path, sheet).unwrap();
    let read = lead.ok("read_sheet", json!({"path": path}));
    let first = &read["sheets"][0];
    let columns: Vec<&Value> =
        first["columns"].as_array().unwrap().iter().map(|column| &column["target"]).collect();
    let how = json!({"path": path, "mark": read["mark"], "sheet": 0,
                     "heading": first["heading"], "columns": columns});
    assert_eq!(lead.ok("import_people", how)["people"], 2);

    let files = tables.map(|(id, group, _)| {
        let out = home.path().join(format!("{group}.folkmoot"));
        lead.ok("export_session", json!({"session": Uuid::from_u128(id), "path": out}));
        out
    });
    let names = |laptop: &mut Laptop, id: u128| -> Vec<Value> {
        let evening = laptop.ok("evening", json!({"session": Uuid::from_u128(id)}));
        evening["participants"].as_array().unwrap().iter().map(|p| p["name"].clone()).collect()
    };
    for (file, other) in files.iter().zip(["Quintilia", "Zebedee"]) {
        let bytes = std::fs::read(file).unwrap();
        let is_there = bytes.windows(other.len()).any(|part| part == other.as_bytes());
        assert!(!is_there, "{other} is in {}", file.display());
    }

    let mut moderator = Laptop::open(&files[0], 0);
    assert_eq!(
        (names(&mut moderator, 21), names(&mut moderator, 22)),
        (vec![json!("Zebedee")], vec![])
    );
    moderator.merge(&files[1]);
    moderator.is_sound();
    for (id, _, name) in tables {
        assert_eq!(names(&mut moderator, id), [json!(name)]);
    }
    assert_eq!(moderator.merge(&files[1])["acts"], 0, "twice is as good as once");
    // The lead has all of it, and lacks nothing of a part.
    let back = moderator.close();
    lead.merge(&back);
    lead.is_sound();
    assert_eq!(lead.merge(&files[0])["acts"], 0);
    for (id, _, name) in tables {
        assert_eq!(names(&mut lead, id), [json!(name)]);
    }
}

//! A session carried between laptops: through files and the public commands.

use std::path::{Path, PathBuf};

use api::{Actor, Problem, ProblemCode as Code, Workshop};
use chrono::{DateTime, Duration, Utc};
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

use crate::room::plan;

/// A laptop with one study open, and a clock of its own.
struct Laptop {
    workshop: Workshop,
    path: PathBuf,
    now: DateTime<Utc>,
}

impl Laptop {
    fn open(path: &Path, ahead: i64) -> Self {
        let now: DateTime<Utc> = "2026-03-12T19:00:00Z".parse().unwrap();
        let workshop = Workshop::open(path).unwrap();
        Self { workshop, path: path.to_owned(), now: now + Duration::seconds(ahead) }
    }

    fn call(&mut self, name: &str, with: Value) -> Result<Value, Problem> {
        self.now += Duration::seconds(1);
        self.workshop.call(Actor::Moderator, name, with, self.now, None)
    }

    fn ok(&mut self, name: &str, with: Value) -> Value {
        self.call(name, with).unwrap_or_else(|e| panic!("{name}: {e:?}"))
    }

    fn refused(&mut self, code: Code, name: &str, with: Value) {
        assert_eq!(self.call(name, with).expect_err(name).code, code, "{name}");
    }

    fn line(&mut self, input: &str) -> Uuid {
        let id = Uuid::now_v7();
        self.ok("keep_line", json!({"id": id, "session": session(), "input": input}));
        id
    }

    fn rate(&mut self, value: u8) {
        let with = json!({"id": Uuid::now_v7(), "session": session(), "value": value,
                          "of": {"idea": "user-charging", "lens": "desirable"}});
        self.ok("agree_rating", with);
    }

    fn change_line(&mut self, line: &Value, field: &str, value: Value) {
        let mut with = line.clone();
        with["line"] = line["id"].clone();
        with[field] = value;
        self.ok("change_line", with);
    }

    fn merge(&mut self, other: &Path) -> Value {
        self.ok("merge", json!({"path": other}))
    }

    fn evening(&mut self) -> Value {
        self.ok("evening", json!({"session": session()}))
    }

    /// What the evening says, without what belongs to this laptop: its cursor and its Undo.
    fn told(&mut self) -> Value {
        let mut told = self.evening();
        for own in ["cursor", "undo", "redo"] {
            told.as_object_mut().unwrap().remove(own);
        }
        told
    }

    fn conflicts(&mut self) -> Vec<Value> {
        let all = self.ok("conflicts", json!({"session": session()}));
        let asked = |c: &&Value| c["conflict"]["asked"] == true;
        all.as_array().unwrap().iter().filter(asked).cloned().collect()
    }

    fn is_sound(&mut self) {
        assert_eq!(self.workshop.check().unwrap().faults, []);
    }

    /// Closes the study, so that its file may be read, and gives back where it is.
    fn close(self) -> PathBuf {
        self.path
    }
}

fn session() -> Uuid {
    Uuid::from_u128(7)
}

/// The lead's study with tonight's session in it, and eight people round the table.
fn lead(home: &Path) -> Laptop {
    let path = home.join("lead.folkmoot");
    let mut workshop = Workshop::new(home.to_owned());
    let now = "2026-03-01T09:00:00Z".parse().unwrap();
    let with = json!({"name": "Buses after eight", "method": "policy-ideas", "path": path});
    workshop.call(Actor::Moderator, "create_study", with, now, None).unwrap();
    drop(workshop);
    let mut lead = Laptop::open(&path, -86_400);
    lead.ok("plan_session", json!({"id": session(), "plan": plan("2026-03-12", "19:00")}));
    lead.ok("plan_session", json!({"id": Uuid::from_u128(8), "plan": plan("2026-03-13", "19:00")}));
    for seat in 1..=8 {
        let with = json!({"id": Uuid::from_u128(100 + seat), "session": session(), "seat": seat,
                          "name": format!("Person {seat}"), "sex": "Female", "age_band": "25–29"});
        lead.ok("seat_person", with);
    }
    lead
}

/// The session as two other laptops have it, each begun there on its own.
fn handed_over(home: &TempDir) -> (Laptop, [Laptop; 2]) {
    let mut lead = lead(home.path());
    let out = home.path().join("tonight.folkmoot");
    lead.ok("export_session", json!({"session": session(), "path": out}));
    let other = home.path().join("again.folkmoot");
    std::fs::copy(&out, &other).unwrap();
    let mut both = [Laptop::open(&out, 0), Laptop::open(&other, 134)];
    for laptop in &mut both {
        for seat in 1..=8 {
            laptop.ok("person_came", json!({"participant": Uuid::from_u128(100 + seat)}));
        }
        laptop.ok("start_session", json!({"session": session()}));
    }
    (lead, both)
}

fn texts(evening: &Value) -> Vec<String> {
    let lines = evening["lines"].as_array().unwrap().iter();
    let mut texts: Vec<String> =
        lines.map(|line| line["text"].as_str().unwrap().to_owned()).collect();
    texts.sort();
    texts
}

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
    lead.refused(Code::NothingToUndo, "undo", json!({"session": session()}));
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
        let with = json!({"session": session(), "row": conflict["row"], "path": conflict["path"],
                          "value": value});
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

#[derive(Clone, Debug)]
enum Deed {
    Line(u8),
    Star(usize),
    Say(usize, u8),
    Remove(usize),
    Rate(u8),
    Tip(u8, u8),
    Undo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0..5u8).prop_map(Deed::Line),
        (0..5u8).prop_map(Deed::Line),
        (0..5u8).prop_map(Deed::Line),
        (0..9usize).prop_map(Deed::Star),
        (0..9usize, 0..3u8).prop_map(|(which, text)| Deed::Say(which, text)),
        (0..9usize).prop_map(Deed::Remove),
        (1..4u8).prop_map(Deed::Rate),
        (1..4u8, 0..3u8).prop_map(|(seat, text)| Deed::Tip(seat, text)),
        Just(Deed::Undo),
    ]
}

fn perform(laptop: &mut Laptop, deed: &Deed) {
    let lines = laptop.evening()["lines"].as_array().unwrap().clone();
    let pick = |which: usize| lines.get(which % lines.len().max(1)).cloned();
    match *deed {
        Deed::Line(text) => {
            laptop.line(&format!("4 words number {text}"));
        }
        Deed::Star(which) => {
            if let Some(line) = pick(which) {
                let starred = line["starred"] != true;
                laptop.change_line(&line, "starred", starred.into());
            }
        }
        Deed::Say(which, text) => {
            if let Some(line) = pick(which) {
                let text = format!("mended {text}");
                laptop.change_line(&line, "text", text.into());
            }
        }
        Deed::Remove(which) => {
            if let Some(line) = pick(which) {
                laptop.ok("remove_line", json!({"line": line["id"]}));
            }
        }
        Deed::Rate(value) => laptop.rate(value),
        Deed::Tip(seat, text) => {
            let who = Uuid::from_u128(100 + u128::from(seat));
            let with = json!({"id": Uuid::now_v7(), "session": session(), "participant": who,
                              "text": format!("tip {text}")});
            laptop.ok("keep_tip", with);
        }
        Deed::Undo => {
            // There may be nothing left to take back, or others may rest on it.
            let _ = laptop.call("undo", json!({"session": session()}));
        }
    }
}

/// Three laptops with a record each, in files.
fn three(home: &TempDir, deeds: &[Vec<Deed>; 3]) -> [PathBuf; 3] {
    let (lead, [one, other]) = handed_over(home);
    let mut laptops = [lead, one, other];
    laptops[0].ok("start_session", json!({"session": session()}));
    for (laptop, deeds) in laptops.iter_mut().zip(deeds) {
        for deed in deeds {
            perform(laptop, deed);
        }
        laptop.is_sound();
    }
    laptops.map(Laptop::close)
}

proptest! {
    // Each case makes a dozen files on the disk.
    #![proptest_config(ProptestConfig { cases: 4, ..ProptestConfig::default() })]

    #[test]
    fn three_laptops_agree_whatever_the_order_and_however_often(
        deeds in [0, 1, 2].map(|_| prop::collection::vec(deed(), 0..8)),
    ) {
        let home = tempfile::tempdir().unwrap();
        let files = three(&home, &deeds);
        let mut told: Option<(Value, Value)> = None;
        for (n, order) in [[0, 1, 2, 1], [1, 0, 2, 0], [2, 1, 0, 1], [1, 2, 0, 0]].iter().enumerate() {
            let path = home.path().join(format!("together {n}.folkmoot"));
            std::fs::copy(&files[order[0]], &path).unwrap();
            let mut all = Laptop::open(&path, 9000);
            for at in &order[1..] {
                all.merge(&files[*at]);
                all.is_sound();
            }
            let conflicts = all.ok("conflicts", json!({"session": session()}));
            let found = (all.told(), conflicts);
            if let Some(told) = &told {
                prop_assert_eq!(&found, told);
            }
            told = Some(found);
            // It can be gone on with.
            all.line("4 and on we go");
            all.is_sound();
        }
    }
}

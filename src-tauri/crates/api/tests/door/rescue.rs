//! A damaged file: opening it does no harm, and what of it can be read is saved.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use api::{Actor, Problem, ProblemCode as Code, Workshop};
use chrono::{DateTime, Utc};
use proptest::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::room::Room;

fn now() -> DateTime<Utc> {
    "2026-03-13T09:00:00Z".parse().unwrap()
}

fn call(workshop: &mut Workshop, name: &str, with: Value) -> Result<Value, Problem> {
    workshop.call(Actor::Moderator, name, with, now(), None)
}

/// A study's file, and the log beside it where the program that wrote it was killed.
#[derive(Clone)]
struct Files {
    study: Vec<u8>,
    log: Option<Vec<u8>>,
}

impl Files {
    fn at(path: &Path) -> Self {
        Self { study: fs::read(path).unwrap(), log: fs::read(log_of(path)).ok() }
    }

    fn put(&self, path: &Path) {
        fs::write(path, &self.study).unwrap();
        if let Some(log) = &self.log {
            fs::write(log_of(path), log).unwrap();
        }
    }
}

fn log_of(path: &Path) -> PathBuf {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    log.into()
}

/// What there was: the words of every line that ever stood, by its id.
struct Whole {
    files: Files,
    session: Value,
    lines: BTreeMap<String, BTreeSet<String>>,
}

fn lines(events: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let mut lines: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let changes = events["events"].as_array().unwrap().iter();
    for change in changes.flat_map(|event| event["changes"].as_array().unwrap()) {
        let line = &change["after"];
        if change["table"] == "line" && line.is_object() {
            let words = line["text"].as_str().unwrap().to_owned();
            lines.entry(line["id"].as_str().unwrap().to_owned()).or_default().insert(words);
        }
    }
    lines
}

/// The example evening, whole.
fn evening() -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let home = tempfile::tempdir().unwrap();
        let mut workshop = Workshop::new(home.path().to_owned());
        call(&mut workshop, "explore_evening", json!({})).unwrap();
        let study = call(&mut workshop, "study", json!({})).unwrap();
        let session = study["sessions"][0]["session"]["id"].clone();
        let with = json!({"session": session, "cursor": 0});
        let lines = lines(&call(&mut workshop, "events_after", with).unwrap());
        drop(workshop);
        let path = PathBuf::from(study["path"].as_str().unwrap());
        Whole { files: Files::at(&path), session, lines }
    })
}

/// A session under way whose program was killed: half of it is in the log.
fn killed() -> &'static Whole {
    static WHOLE: OnceLock<Whole> = OnceLock::new();
    WHOLE.get_or_init(|| {
        let mut room = Room::new();
        for nth in 0..60 {
            room.keep(&format!("4 the last bus, {nth}")).unwrap();
        }
        let path = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
        room.ok("close_study", json!({}));
        room.ok("open_study", json!({"path": path}));
        for nth in 60..120 {
            room.keep(&format!("5 the first bus, {nth}")).unwrap();
        }
        let session = json!(room.session);
        let lines = lines(&room.ok("events_after", json!({"session": session, "cursor": 0})));
        let files = Files::at(&path);
        assert!(files.log.is_some());
        Whole { files, session, lines }
    })
}

/// What befalls a file.
#[derive(Clone, Debug)]
enum Harm {
    /// Bytes of the study, from a place in parts of 65,536, are these.
    Study(u16, Junk),
    Log(u16, Junk),
    /// All after this place is gone.
    CutStudy(u16),
    CutLog(u16),
    NoLog,
}

/// So many bytes that mean nothing: all nought for the seed nought.
#[derive(Clone, Debug)]
struct Junk {
    n: usize,
    seed: u64,
}

impl Junk {
    fn bytes(&self) -> Vec<u8> {
        let mut state = self.seed;
        let mut next = || {
            // Marsaglia's xorshift: noise enough, and the same each time.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[3]
        };
        (0..self.n).map(|_| next()).collect()
    }
}

fn harms() -> impl Strategy<Value = Vec<Harm>> {
    // What disks lose is a block or more of them. A single letter that turned into another cannot
    // be told from what was typed.
    let junk = || {
        let noise = (512..6_000_usize, any::<u64>()).prop_map(|(n, seed)| Junk { n, seed });
        prop_oneof![noise, (512..9_000_usize).prop_map(|n| Junk { n, seed: 0 })]
    };
    let one = prop_oneof![
        6 => (any::<u16>(), junk()).prop_map(|(at, junk)| Harm::Study(at, junk)),
        1 => junk().prop_map(|junk| Harm::Study(0, junk)),
        2 => (any::<u16>(), junk()).prop_map(|(at, junk)| Harm::Log(at, junk)),
        1 => any::<u16>().prop_map(Harm::CutStudy),
        1 => any::<u16>().prop_map(Harm::CutLog),
        1 => Just(Harm::NoLog),
    ];
    prop::collection::vec(one, 1..5)
}

impl Harm {
    fn befall(&self, files: &mut Files) {
        let place = |at: u16, bytes: &[u8]| bytes.len() * usize::from(at) / 65_536;
        let write = |bytes: &mut Vec<u8>, at: u16, junk: &Junk| {
            let junk = junk.bytes();
            let from = place(at, bytes);
            let to = (from + junk.len()).min(bytes.len());
            bytes[from..to].copy_from_slice(&junk[..to - from]);
        };
        match (self, &mut files.log) {
            (Self::Study(at, junk), _) => write(&mut files.study, *at, junk),
            (Self::Log(at, junk), Some(log)) => write(log, *at, junk),
            (Self::CutStudy(at), _) => files.study.truncate(place(*at, &files.study)),
            (Self::CutLog(at), Some(log)) => log.truncate(place(*at, log)),
            (Self::NoLog, log) => *log = None,
            (_, None) => {}
        }
    }
}

fn is_part(whole: &Whole, there: &Value) {
    for line in there["lines"].as_array().unwrap() {
        let known = whole.lines.get(line["id"].as_str().unwrap()).expect("a line that never was");
        assert!(known.contains(line["text"].as_str().unwrap()), "{line}");
    }
}

fn survives(whole: &Whole, harms: &[Harm]) {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("Evening.folkmoot");
    let mut files = whole.files.clone();
    for harm in harms {
        harm.befall(&mut files);
    }
    files.put(&path);
    let with = json!({"path": path});
    let mut workshop = Workshop::new(home.path().to_owned());
    let opened = call(&mut workshop, "open_study", with.clone());
    if opened.is_ok() {
        return;
    }
    call(&mut workshop, "library", json!({})).unwrap();
    let salvaged = call(&mut workshop, "salvage", with.clone());
    match &salvaged {
        Ok(salvage) => {
            assert!(salvage["saved"].is_object());
            call(&mut workshop, "look_at_saved", with.clone()).unwrap();
            let session = json!({"session": whole.session});
            // The session itself may be lost; what is there is a part of what was.
            if let Ok(evening) = call(&mut workshop, "evening", session.clone()) {
                is_part(whole, &evening);
                call(&mut workshop, "summary", session).unwrap();
            }
            let new = json!({"name": "Another"});
            let refused = call(&mut workshop, "rename_study", new).unwrap_err();
            assert_eq!(refused.code, Code::OnlyToLookAt);
        }
        Err(problem) => assert_eq!(problem.code, Code::NothingToSave),
    }
    let after = Files::at(&path);
    assert!(after.study == files.study, "the damaged file was written to");
    // One that only looks at a card leaves an empty log.
    let logs = (after.log.unwrap_or_default(), files.log.unwrap_or_default());
    assert!(logs.0 == logs.1, "its log was written to");
    if salvaged.is_ok() {
        let out = home.path().join("New.folkmoot");
        call(&mut workshop, "rescue_study", json!({"path": path, "out": out})).unwrap();
        assert_eq!(workshop.check().unwrap().faults, []);
        let renamed = json!({"name": "Buses, saved"});
        call(&mut workshop, "rename_study", renamed).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    #[test]
    fn an_evening_that_is_damaged_anywhere_is_saved_as_far_as_it_goes(harms in harms()) {
        survives(evening(), &harms);
    }

    #[test]
    fn an_evening_whose_program_was_killed_is_saved_with_its_log(harms in harms()) {
        survives(killed(), &harms);
    }
}

/// A study in a home of its own, copied, with one more line since, and closed.
fn copied() -> (TempDir, PathBuf, Value) {
    let mut room = Room::new();
    for nth in 0..200 {
        room.keep(&format!("4 the last bus, {nth}")).unwrap();
    }
    let copy = room.workshop.begin_copy(now()).unwrap();
    room.workshop.end_copy(copy.make());
    room.keep("5 since then").unwrap();
    let path = PathBuf::from(room.ok("study", json!({}))["path"].as_str().unwrap());
    room.ok("close_study", json!({}));
    (room.home, path, json!({"session": room.session}))
}

/// Spoils what lies on the pages that hold `words`.
fn spoil(path: &Path, words: &str) {
    let mut bytes = fs::read(path).unwrap();
    for page in bytes.chunks_mut(4096) {
        if page.windows(words.len()).any(|w| w == words.as_bytes()) {
            page.fill(0xA5);
        }
    }
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_good_copy_gives_what_the_file_has_lost_and_the_file_what_the_copy_lacks() {
    let (home, path, session) = copied();
    spoil(&path, "the last bus, 77");
    let mut workshop = Workshop::new(home.path().to_owned());
    let with = json!({"path": path});
    let refused = call(&mut workshop, "open_study", with.clone()).unwrap_err();
    assert_eq!(refused.code, Code::Damaged);
    let salvage = call(&mut workshop, "salvage", with.clone()).unwrap();
    assert_eq!(salvage["name"], "Buses after eight");
    assert_eq!(salvage["copy"]["at"], "2026-03-13T09:00:00Z");
    assert_eq!(
        (&salvage["copy"]["holds"]["lines"], &salvage["copy"]["lacks"]),
        (&json!(200), &json!(1))
    );
    assert_eq!(salvage["saved"]["holds"]["lines"], 201);
    assert!(!log_of(&path).exists(), "a log was left beside a file that is only looked at");
    let lost = salvage["saved"]["lost"].as_u64().unwrap();
    assert!(lost > 0 && salvage["saved"]["from_copy"].as_u64() == Some(lost), "{salvage}");

    call(&mut workshop, "rescue_study", with.clone()).unwrap();
    let evening = call(&mut workshop, "evening", session.clone()).unwrap();
    assert_eq!(evening["lines"].as_array().unwrap().len(), 201);
    assert_eq!(workshop.check().unwrap().faults, []);

    call(&mut workshop, "open_copy", with).unwrap();
    let evening = call(&mut workshop, "evening", session).unwrap();
    assert_eq!(evening["lines"].as_array().unwrap().len(), 200);
}

#[test]
fn a_file_of_which_nothing_is_left_has_its_copy() {
    let (home, path, session) = copied();
    fs::write(&path, vec![0xA5; 90_000]).unwrap();
    let mut workshop = Workshop::new(home.path().to_owned());
    let with = json!({"path": path});
    let salvage = call(&mut workshop, "salvage", with.clone()).unwrap();
    assert_eq!(
        (&salvage["saved"], &salvage["copy"]["holds"]["lines"]),
        (&Value::Null, &json!(200))
    );
    let refused = call(&mut workshop, "rescue_study", with.clone()).unwrap_err();
    assert_eq!(refused.code, Code::NothingToSave);
    call(&mut workshop, "open_copy", with).unwrap();
    call(&mut workshop, "evening", session).unwrap();
}

#[test]
fn what_is_no_study_has_nothing_to_save() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("Shopping.folkmoot");
    fs::write(&path, "milk, bread").unwrap();
    let mut workshop = Workshop::new(home.path().to_owned());
    let refused = call(&mut workshop, "salvage", json!({"path": path})).unwrap_err();
    assert_eq!(refused.code, Code::NothingToSave);
}

#[test]
fn without_its_design_and_its_copy_nothing_can_be_shown() {
    // The journal and the table both say the design; with both gone there is no evening left.
    let whole = evening();
    let mut files = whole.files.clone();
    for page in files.study.chunks_mut(4096) {
        if page.windows(9).any(|w| w == b"Ask every") || page.windows(8).any(|w| w == b"\"probes\"")
        {
            page.fill(0);
        }
    }
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("Evening.folkmoot");
    files.put(&path);
    let mut workshop = Workshop::new(home.path().to_owned());
    let refused = call(&mut workshop, "salvage", json!({"path": path})).unwrap_err();
    assert_eq!(refused.code, Code::NothingToSave);
}

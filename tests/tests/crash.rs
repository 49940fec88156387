//! The power goes, again and again. What was answered as kept must be there afterwards.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

use folkmoot_tests::{app, call, folkmoot, note, plan};
use serde_json::{Value, json};
use uuid::Uuid;

/// How often the program is killed.
const TIMES: u32 = 200;
/// A check reads the whole journal, so it is done now and then, and at the end.
const CHECK_EVERY: u32 = 20;

#[test]
fn what_was_answered_as_kept_is_there_after_every_crash() {
    let folder = tempfile::tempdir().unwrap();
    let study = folder.path().join("Study.folkmoot");
    let made = folkmoot(&["new", &study.display().to_string(), "--method", "policy-ideas"]);
    assert!(made.status.success());
    let evening = Evening::begin(&study);

    let mut kept = Kept::default();
    let mut cut_short = 0;
    for round in 1..=TIMES {
        let acts = evening.acts(round);
        let answered = crash(&study, &acts, &Moment::of(round));
        cut_short += u32::from(answered < acts.len());
        kept.note(&acts[..answered]);
        let found = evening.found(&study);
        kept.assert_in(&found, round);
        if round % CHECK_EVERY == 0 {
            check(&study);
        }
    }
    assert!(cut_short > TIMES / 2, "only {cut_short} of {TIMES} crashes came before the end");
    assert!(kept.lines.len() > 300, "only {} lines were ever kept", kept.lines.len());
}

/// The moment of a crash: in every fourth run while the program is still opening the study, in
/// the others some time after its first answer. Spread without order, but the same in every run.
struct Moment {
    opening: bool,
    pause: Duration,
}

impl Moment {
    fn of(round: u32) -> Self {
        let spread = u64::from(round.wrapping_mul(2_654_435_761) >> 12);
        let opening = round.is_multiple_of(4);
        let most = if opening { 60_000 } else { 15_000 };
        Self { opening, pause: Duration::from_micros(spread % most) }
    }
}

/// Feeds acts to the program, kills it at its moment, and counts the acts it had answered.
fn crash(study: &Path, acts: &[Value], moment: &Moment) -> usize {
    let mut program = Command::new(app())
        .arg("call")
        .arg(study)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = program.stdin.take().unwrap();
    let answers = BufReader::new(program.stdout.take().unwrap());
    let text: String = acts.iter().map(|act| format!("{act}\n")).collect();
    // The program dies with its end of these pipes, so neither thread outlives it.
    let writing = thread::spawn(move || {
        let _ = input.write_all(text.as_bytes());
        input
    });
    let (first, heard) = mpsc::channel();
    let reading = thread::spawn(move || {
        // A line that was cut off is no answer.
        let whole = |line: &String| serde_json::from_str::<Value>(line).is_ok_and(|v| v.is_null());
        let lines = answers.lines().map_while(Result::ok).take_while(whole);
        // Nobody listens for the later answers, nor for any while the program is opening.
        lines.inspect(|_| first.send(()).unwrap_or_default()).count()
    });
    if !moment.opening {
        heard.recv_timeout(Duration::from_secs(20)).expect("an answer");
    }
    thread::sleep(moment.pause);
    program.kill().unwrap();
    program.wait().unwrap();
    let answered = reading.join().unwrap();
    drop(writing.join().unwrap());
    answered
}

fn check(study: &Path) {
    let said = folkmoot(&["check", &study.display().to_string()]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}

/// An evening with stickers and lines to keep.
struct Evening {
    session: Uuid,
    round: Uuid,
    seats: Vec<Uuid>,
    ideas: Vec<String>,
}

impl Evening {
    fn begin(study: &Path) -> Self {
        let (session, round) = (Uuid::now_v7(), Uuid::now_v7());
        let seats: Vec<Uuid> = (0..9).map(|_| Uuid::now_v7()).collect();
        let mut script = vec![plan(session, "Oxford")];
        for (seat, id) in seats.iter().enumerate() {
            script.push(json!({"call": "seat_person", "with": {"id": id, "session": session,
                "seat": seat + 1, "name": format!("Person {}", seat + 1)}}));
            script.push(json!({"call": "person_came", "with": {"participant": id}}));
        }
        script.push(json!({"call": "start_session", "with": {"session": session}}));
        let set = json!({"id": round, "session": session, "naming": "named", "entry": "seats"});
        script.push(json!({"call": "set_round", "with": set}));
        script.push(json!({"call": "open_round", "with": {"round": round}}));
        script.push(json!({"call": "study"}));
        let answer = call(study, &script);
        let refused = answer.lines.iter().find(|line| line.get("problem").is_some());
        assert_eq!(refused, None);
        let design = &answer.lines.last().unwrap()["design"]["design"];
        let ideas = design["ideas"].as_array().unwrap();
        let ideas = ideas.iter().map(|idea| idea["id"].as_str().unwrap().to_owned()).collect();
        Self { session, round, seats, ideas }
    }

    /// What one run of the program is asked to keep: lines, and now and then a sticker.
    fn acts(&self, round: u32) -> Vec<Value> {
        let mut acts: Vec<Value> = (0..200)
            .map(|line| note(self.session, &format!("Run {round}, line {line}.")))
            .collect();
        // Nine people with three stickers each: one sticker in every seventh run.
        if round.is_multiple_of(7) && (round / 7) as usize <= 27 {
            let nth = (round / 7 - 1) as usize;
            let (person, sort) = (nth % 9, nth / 9);
            let colour = ["green", "green", "red"][sort];
            let idea = &self.ideas[(person + sort) % self.ideas.len()];
            let with = json!({"id": Uuid::now_v7(), "round": self.round,
                "participant": self.seats[person], "idea": idea, "colour": colour});
            acts.insert(0, json!({"call": "place_sticker", "with": with}));
        }
        acts
    }

    /// The ids of the lines and stickers that are in the study now.
    fn found(&self, study: &Path) -> HashSet<String> {
        let answer = call(study, &[json!({"call": "evening", "with": {"session": self.session}})]);
        let evening = &answer.lines[0];
        ["lines", "stickers"]
            .iter()
            .flat_map(|what| evening[*what].as_array().unwrap())
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect()
    }
}

/// What the program answered as kept, over all crashes.
#[derive(Default)]
struct Kept {
    lines: HashSet<String>,
}

impl Kept {
    fn note(&mut self, answered: &[Value]) {
        self.lines.extend(answered.iter().map(|a| a["with"]["id"].as_str().unwrap().to_owned()));
    }

    fn assert_in(&self, found: &HashSet<String>, round: u32) {
        let lost: Vec<_> = self.lines.difference(found).collect();
        assert!(lost.is_empty(), "crash {round}: {} were kept and are gone", lost.len());
    }
}

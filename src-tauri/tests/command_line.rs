//! The command line, read as a transcript: what is asked, what is answered, and the exit status.
#![allow(clippy::unwrap_used, reason = "a step that fails is the test's answer")]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::{Value, json};
use tempfile::TempDir;

#[path = "command_line/papers.rs"]
mod papers;
#[path = "command_line/sample.rs"]
mod sample;

/// A folder of its own, and the program.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> Said {
        self.ask(arguments, "")
    }

    fn ask(&self, arguments: &[&str], input: &str) -> Said {
        let mut program = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
            .args(arguments)
            .current_dir(self.0.path())
            .env("FOLKMOOT_HOME", self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // A program that refuses its arguments does not read what comes after them.
        let _ = program.stdin.take().unwrap().write_all(input.as_bytes());
        Said::from(program.wait_with_output().unwrap())
    }
}

/// What the program said.
struct Said {
    status: i32,
    out: String,
    err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// What it said, when all went well.
    fn well(self) -> String {
        assert_eq!(self.status, 0, "{}", self.err);
        self.out
    }

    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

const NEW: &[&str] = &["new", "s.folkmoot", "--method", "policy-ideas"];

#[test]
fn import_shows_who_comes_in_and_brings_them_in() {
    let desk = Desk::new();
    desk.run(&["new", "S.folkmoot", "--method", "policy-ideas"]).well();
    let plan = json!({"id": "018f0000-0000-7000-8000-000000000001", "plan": {
        "group": "Oxford, 25–39", "place": "Oxford", "date": "2030-03-12", "time": "19:00",
        "utc_offset": 0, "kind": "full", "seats": 9}});
    desk.ask(&["call", "S.folkmoot"], &json!({"call": "plan_session", "with": plan}).to_string())
        .well();
    fs::write(desk.path("list.csv"), "Who they are,M/F,Years\nTom Ashe,M,30\nGraham,M,44\n")
        .unwrap();
    let import = ["import", "S.folkmoot", "--people", "list.csv", "--map", "C=age"];
    let shown = desk.run(&[&import[..], &["--preview"]].concat()).well();
    assert!(shown.contains("A\tWho they are\tname"), "{shown}");
    assert!(shown.contains("2\tTom\tcomes in"), "{shown}");
    assert!(shown.contains("3\tGraham\tage 44, not 25–39"), "{shown}");
    assert!(shown.contains("1 comes in; 1 to settle"), "{shown}");
    let done = desk.run(&import).well();
    assert_eq!(done.trim(), "1 person is in the study, in 1 group.");
    assert!(!desk.run(&["show", "S.folkmoot"]).well().contains("Ashe"));
    let again = desk.run(&import);
    assert_eq!(again.status, 1);
    assert!(again.err.contains("Nobody in this list"), "{}", again.err);
}

#[test]
fn a_new_study_is_named_after_its_file_and_is_sound() {
    let desk = Desk::new();
    for name in ["Buses after eight", "Tŷ newydd م"] {
        let file = format!("{name}.folkmoot");
        let said = desk.run(&["new", &file, "--method", "policy-ideas"]);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{}", said.err);

        let said = desk.run(&["check", &file]);
        assert_eq!(said.status, 0, "{}{}", said.out, said.err);
        assert!(said.out.starts_with("Sound: 1 acts in the journal"), "{}", said.out);

        let said = desk.run(&["show", &file]);
        let shown: Value = serde_json::from_str(&said.out).unwrap();
        assert_eq!(shown["study"]["study"]["name"], name);
        assert_eq!(shown["evenings"], json!([]));
    }
}

#[test]
fn a_file_that_is_there_is_never_written_over() {
    let desk = Desk::new();
    fs::write(desk.path("s.folkmoot"), "my notes").unwrap();
    let said = desk.run(NEW);
    assert_eq!(said.status, 1);
    assert!(!said.err.is_empty());
    assert_eq!(fs::read_to_string(desk.path("s.folkmoot")).unwrap(), "my notes");
}

#[test]
fn each_line_is_answered_and_a_refusal_does_not_stop_the_rest() {
    let desk = Desk::new();
    desk.run(NEW);
    let asked = r#"{"call": "rename_study", "with": {"name": "Buses"}}

{"call": "rename_study", "with": {"name": "   "}}
{"call": "rename_study", "with": {"name": "Trams"}, "as": "wall"}
{"call": "no_such_thing"}
not JSON
{"call": "methods", "as": "somebody"}
{"call": "close_study"}
{"call": "study", "as": "note_taker"}
"#;
    let said = desk.ask(&["call", "s.folkmoot"], asked);
    assert_eq!(said.status, 1);
    let answers = said.lines();
    let codes: Vec<&Value> = answers.iter().map(|answer| &answer["problem"]).collect();
    let expected = [json!(null), json!("empty_name"), json!("forbidden"), json!("unknown_command")];
    assert_eq!(codes[..4], expected.iter().collect::<Vec<_>>());
    assert_eq!(codes[4..6], [&json!("invalid"), &json!("invalid")]);
    assert_eq!(codes[6], &json!("forbidden"), "a script keeps to its study");
    assert_eq!(answers[7]["study"]["name"], "Buses");

    let said = desk.ask(&["call", "s.folkmoot"], "{\"call\": \"study\"}\n");
    assert_eq!((said.status, said.lines().len()), (0, 1));
}

#[test]
fn an_act_sent_twice_with_one_id_is_done_once() {
    let desk = Desk::new();
    desk.run(NEW);
    let act = r#"{"call": "rename_study", "with": {"name": "Buses"}, "id": "019cd205-7920-7001-97c9-3c09750ecfcc", "at": "2026-03-04T19:00:00Z"}"#;
    let said = desk.ask(&["call", "s.folkmoot"], &format!("{act}\n{act}\n"));
    assert_eq!(said.status, 0, "{}", said.out);
    let said = desk.run(&["check", "s.folkmoot"]);
    assert!(said.out.starts_with("Sound: 2 acts"), "{}", said.out);
}

#[test]
fn what_is_not_a_study_is_refused_in_words_and_left_as_it_was() {
    let desk = Desk::new();
    fs::write(desk.path("letter.folkmoot"), "Dear all, the hall is booked.").unwrap();
    for command in ["call", "show", "check"] {
        let said = desk.run(&[command, "letter.folkmoot"]);
        assert_eq!((said.status, said.out.as_str()), (1, ""), "{command}");
        assert!(!said.err.starts_with("problem-"), "{command} has no words: {}", said.err);
    }
    let left = fs::read_to_string(desk.path("letter.folkmoot")).unwrap();
    assert_eq!(left, "Dear all, the hall is booked.");
    assert_eq!(desk.run(&["check", "not there.folkmoot"]).status, 1);
}

#[test]
fn a_study_in_use_elsewhere_is_refused() {
    let desk = Desk::new();
    desk.run(NEW);
    let mut first = Command::new(env!("CARGO_BIN_EXE_folkmoot"))
        .args(["call", "s.folkmoot"])
        .current_dir(desk.0.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = first.stdin.take().unwrap();
    writeln!(input, "{{\"call\": \"rename_study\", \"with\": {{\"name\": \"Mine\"}}}}").unwrap();
    // The answer shows that the file is open.
    let mut answer = [0; 1];
    std::io::Read::read_exact(first.stdout.as_mut().unwrap(), &mut answer).unwrap();

    let said = desk.ask(&["call", "s.folkmoot"], "{\"call\": \"study\"}\n");
    assert_eq!(said.status, 1);
    assert!(said.err.len() > 20, "{}", said.err);
    drop(input);
    assert!(first.wait().unwrap().success());
}

#[test]
fn the_example_study_is_made_where_it_is_wanted() {
    let desk = Desk::new();
    let said = desk.run(&["demo", "--study", "example"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let study = "example/Example study.folkmoot";
    assert_eq!(Path::new(said.out.trim()), desk.path(study));

    let said = desk.run(&["check", study]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);
    let said = desk.run(&["show", study]);
    let shown: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(shown["evenings"].as_array().unwrap().len(), 13);

    // Its second version rewords two posters, so their translations are to be made anew.
    let posters = ["export", study, "--what", "posters", "--language", "pl", "--out", "pl.pdf"];
    let said = desk.run(&posters);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(said.err, "pl: 7 of 9 posters have all their words; the rest is left out.\n");
}

#[test]
fn a_session_goes_out_by_file_and_its_record_comes_back() {
    let desk = Desk::new();
    desk.run(NEW);
    let session = "019cd205-7920-7001-97c9-3c09750ecfcc";
    let plan = json!({"call": "plan_session", "with": {"id": session, "plan": {
        "group": "Oxford", "place": "Oxford", "date": "2026-03-12", "time": "19:00",
        "utc_offset": 0, "kind": "full", "seats": 9}}});
    assert_eq!(desk.ask(&["call", "s.folkmoot"], &plan.to_string()).status, 0);
    let export =
        &["session", "export", "s.folkmoot", "--session", session, "--out", "out.folkmoot"];
    let said = desk.run(export);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(desk.run(export).status, 1, "what is there is never written over");

    let line = json!({"call": "keep_line", "with": {"id": "019cd205-7920-7001-97c9-3c09750ecfcd",
        "session": session, "input": "nobody asked us"}});
    let start = json!({"call": "start_session", "with": {"session": session}});
    let said = desk.ask(&["call", "out.folkmoot"], &format!("{start}\n{line}\n"));
    assert_eq!(said.status, 0, "{}", said.out);

    let said = desk.run(&["merge", "s.folkmoot", "out.folkmoot", "--preview"]);
    let preview: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(preview["kinds"][0]["comes"], 1);
    let said = desk.run(&["merge", "s.folkmoot", "out.folkmoot"]);
    assert!(said.out.starts_with("Acts that came in: 2."), "{}{}", said.out, said.err);
    assert_eq!(fs::read_dir(desk.path("Copies")).unwrap().count(), 1);
    let said = desk.run(&["merge", "s.folkmoot", "out.folkmoot"]);
    assert!(said.out.contains("here already"), "{}", said.out);
    assert_eq!(desk.run(&["check", "s.folkmoot"]).status, 0);

    let said = desk.run(&["merge", "s.folkmoot", "s.folkmoot"]);
    assert_eq!(said.status, 1);
}

#[test]
fn a_person_is_erased_with_a_receipt_that_names_nobody() {
    let desk = Desk::new();
    desk.run(&["demo", "."]);
    let (file, shown) = ("Example evening.folkmoot", |desk: &Desk| -> Value {
        serde_json::from_str(&desk.run(&["show", "Example evening.folkmoot"]).out).unwrap()
    });
    let evening = shown(&desk)["evenings"][0].clone();
    let session = evening["session"]["id"].as_str().unwrap().to_owned();
    let person = evening["participants"].as_array().unwrap();
    let person = person.iter().find(|person| person["seat"] == 4).unwrap();
    let name = person["name"].as_str().unwrap();
    let which = ["erase", file, "--session", &session, "--seat", "4"];

    let said = desk.run(&[&which[..], &["--preview"]].concat());
    assert!(said.out.starts_with("goes\tthe name"), "{}{}", said.out, said.err);
    assert_eq!(shown(&desk)["evenings"][0], evening, "a look changes nothing");
    let said = desk.run(&[&which[..], &["--receipt", "receipt.txt"]].concat());
    assert_eq!(said.status, 0, "{}", said.err);
    let receipt = fs::read_to_string(desk.path("receipt.txt")).unwrap();
    assert!(said.out.starts_with(&receipt), "{}", said.out);
    assert!(receipt.contains("Seat 4") && !receipt.contains(name), "{receipt}");
    assert_eq!(desk.run(&["check", file]).status, 0);
    let after = shown(&desk)["evenings"][0].clone();
    assert_eq!(after["stickers"], evening["stickers"]);
    assert_eq!(
        after["lines"].as_array().unwrap().len(),
        evening["lines"].as_array().unwrap().len()
    );
    assert_eq!(desk.run(&which).status, 1, "nobody is erased twice");
    let nobody = ["erase", file, "--session", &session, "--seat", "40"];
    assert_eq!(desk.run(&nobody).status, 2);
}

#[test]
fn what_can_be_saved_of_a_damaged_study_becomes_a_new_one() {
    let desk = Desk::new();
    desk.run(&["demo", "."]);
    let whole = fs::read(desk.path("Example evening.folkmoot")).unwrap();
    let mut bytes = whole.clone();
    let page =
        bytes.chunks(4096).position(|p| p.windows(12).any(|w| w == b"did-keep-tip")).unwrap();
    bytes[page * 4096..][..4096].fill(0xA5);
    fs::write(desk.path("torn.folkmoot"), &bytes).unwrap();
    let said = desk.run(&["show", "torn.folkmoot"]);
    assert_eq!(said.status, 1);
    assert!(said.err.contains("damaged"), "{}", said.err);

    let rescue = &["rescue", "torn.folkmoot", "--out", "new.folkmoot"];
    let said = desk.run(rescue);
    assert_eq!(said.status, 0, "{}", said.err);
    assert!(said.out.starts_with("Saved: 1 sessions, 9 people, "), "{}", said.out);
    assert!(said.out.contains("Missing between them: "), "{}", said.out);
    assert_eq!(desk.run(&["check", "new.folkmoot"]).status, 0);
    assert_eq!(fs::read(desk.path("torn.folkmoot")).unwrap(), bytes, "it is only read");
    assert_eq!(desk.run(rescue).status, 1, "what is there is never written over");

    fs::write(desk.path("copy.folkmoot"), whole).unwrap();
    let with = &["rescue", "torn.folkmoot", "--copy", "copy.folkmoot", "--out", "better.folkmoot"];
    let said = desk.run(with);
    assert!(said.out.contains("Acts that a good copy gave: "), "{}{}", said.out, said.err);
    assert_eq!(desk.run(&["check", "better.folkmoot"]).status, 0);
}

#[test]
fn help_and_mistakes_have_the_usual_exit_status() {
    let desk = Desk::new();
    for command in ["new", "call", "commands", "show", "export", "rescue", "check", "demo"] {
        let said = desk.run(&[command, "--help"]);
        assert_eq!(said.status, 0, "{command}");
        assert!(said.out.contains("Usage: folkmoot"), "{command}: {}", said.out);
    }
    assert_eq!(desk.run(&["new", "s.folkmoot"]).status, 2);
    assert_eq!(desk.run(&["export", "s", "--what", "poem", "--out", "o"]).status, 2);
    let said = desk.run(&["commands"]);
    assert_eq!(said.status, 0);
    assert!(said.out.contains("keep_line"), "{}", said.out);
}

#[test]
fn a_window_that_is_not_installed_is_said_so_and_every_command_works_without_it() {
    let desk = Desk::new();
    let alone = desk.path("folkmoot");
    fs::copy(env!("CARGO_BIN_EXE_folkmoot"), &alone).unwrap();
    let said = Said::from(Command::new(&alone).output().unwrap());
    assert_eq!(said.status, 1);
    assert!(said.err.contains("folkmoot-window"), "{}", said.err);
    let new = Command::new(&alone).args(NEW).current_dir(desk.0.path()).status().unwrap();
    assert!(new.success());
}

#[test]
fn sessions_are_planned_listed_cancelled_and_put_into_a_calendar() {
    let desk = Desk::new();
    desk.run(NEW).well();
    let plan = ["session", "plan", "s.folkmoot", "--group", "Oxford; 25–39", "--time", "19:00"];
    let zone = ["--zone", "Europe/London", "--date"];
    let id = desk.run(&[&plan[..], &zone, &["2026-07-09"]].concat()).well().trim().to_owned();
    // The night in which the clocks go forward has no half past one.
    let late = ["session", "plan", "s.folkmoot", "--group", "X", "--time", "01:30"];
    let said = desk.run(&[&late[..], &zone, &["2026-03-29"]].concat());
    assert_eq!(said.status, 1);
    assert!(said.err.contains("01:30"), "{}", said.err);

    let line = format!("1\t{id}\t2026-07-09 19:00\tOxford; 25–39\t0 of 9\tplanned\n");
    assert_eq!(desk.run(&["session", "list", "s.folkmoot"]).well(), line);
    let calendar = desk.run(&["session", "calendar", "s.folkmoot"]).well();
    assert!(calendar.contains("SUMMARY:Oxford\\; 25–39\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART:20260709T180000Z\r\n"), "{calendar}");
    assert!(calendar.contains(&format!("UID:{id}@folkmoot")), "{calendar}");

    desk.run(&["session", "cancel", "s.folkmoot", &id, "--reason", "The hall has flooded"]).well();
    assert!(desk.run(&["session", "list", "s.folkmoot"]).well().ends_with("\tcancelled\n"));
    desk.run(&["session", "calendar", "s.folkmoot", "--out", "all.ics"]).well();
    let calendar = fs::read_to_string(desk.path("all.ics")).unwrap();
    assert!(calendar.contains("STATUS:CANCELLED\r\n"), "{calendar}");
    assert!(calendar.contains("The hall has flooded"), "{calendar}");
    desk.run(&["session", "hold", "s.folkmoot", &id]).well();
    assert!(desk.run(&["session", "list", "s.folkmoot"]).well().ends_with("\tplanned\n"));
}

#[test]
fn a_guide_goes_out_as_text_and_comes_in_changed() {
    let desk = Desk::new();
    desk.run(NEW);
    let said = desk.run(&["export", "s.folkmoot", "--what", "guide-text", "--out", "guide.md"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let text = fs::read_to_string(desk.path("guide.md")).unwrap();
    assert!(text.starts_with("# The guide\n"), "{text}");

    fs::write(desk.path("broken.md"), format!("{text}\nand so on\n")).unwrap();
    let said = desk.run(&["import", "s.folkmoot", "--guide", "broken.md"]);
    let line = text.lines().count() + 2;
    assert_eq!(said.status, 1);
    assert!(said.err.starts_with(&format!("line {line}: “and so on” has no mark")), "{}", said.err);

    let mended = text.replace("Is anything missing?", "Is there anything missing?");
    fs::write(desk.path("guide.md"), mended).unwrap();
    let said = desk.run(&["import", "s.folkmoot", "--guide", "guide.md"]);
    assert_eq!((said.status, said.out.as_str()), (0, "Changes to the guide: 1.\n"), "{}", said.err);
    assert_eq!(desk.run(&["check", "s.folkmoot"]).status, 0);
}

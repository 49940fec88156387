//! A recruiter's sheet comes in: what was shown is what comes in, and all of it or nothing.

use std::path::{Path, PathBuf};

use api::{Actor, ProblemCode as Code};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

const HEADINGS: &str = "Grp,Resp. Name,M/F,D.O.B,SEG,Mob,e-mail addr";
/// The first group of the study is over; these are for the two that are to come.
const PEOPLE: &str = "2,Hannah Price,F,06/07/1994,B,07700 900123,hannah@example.org
2,Tom Ashe,m,25/12/1990,C1,07700 900124,tom@example.org
2,TOTAL,,,,,
2,Graham Dale,M,14/02/1981,B,,
3,Maureen Hill,W,03/04/1965,D,,
7,Nobody Knows,F,03/04/1965,D,,
2,Hannah Price,F,06/07/1994,B,,
";

/// A study with two groups that are still to come.
fn study() -> Room {
    let mut room = Room::new();
    let mut planned = |group: &str, date: &str| {
        let mut plan = plan(date, "19:00");
        plan["group"] = json!(group);
        let id = Uuid::now_v7();
        room.ok("plan_session", json!({"id": id, "plan": plan}));
        id
    };
    planned("Oxford, 25–39, again", "2026-03-19");
    planned("Oxford, 40–64", "2026-03-26");
    room.ok("end_session", json!({"session": room.session}));
    room
}

fn csv(room: &Room, rows: &str) -> PathBuf {
    let path = room.home.path().join("Oxford recruits FINAL v3.csv");
    std::fs::write(&path, format!("{HEADINGS}\n{rows}")).unwrap();
    path
}

/// How the sheet would be read without anybody changing anything.
fn guessed(room: &mut Room, path: &Path) -> Value {
    let read = room.ok("read_sheet", json!({"path": path}));
    let at = read["likeliest"].as_u64().unwrap();
    let sheet = &read["sheets"][usize::try_from(at).unwrap()];
    let targets: Vec<&Value> =
        sheet["columns"].as_array().unwrap().iter().map(|c| &c["target"]).collect();
    json!({"path": path, "mark": read["mark"], "sheet": at, "heading": sheet["heading"],
           "columns": targets})
}

fn preview(room: &mut Room, how: &Value) -> Value {
    room.ok("preview_import", json!({"how": how, "count": 10_000}))
}

/// Everybody in the study, but those of the evening that is over.
fn people(room: &mut Room) -> Vec<Value> {
    let study = room.ok("study", json!({}));
    let sessions = study["sessions"].as_array().unwrap().iter();
    let ids: Vec<Value> = sessions.map(|card| card["session"]["id"].clone()).collect();
    let mut people = Vec::new();
    let over = json!(room.session);
    for id in ids.into_iter().filter(|id| *id != over) {
        let evening = room.ok("evening", json!({"session": id}));
        people.extend(evening["participants"].as_array().unwrap().clone());
    }
    people
}

/// What can be compared of a row that was shown and a person who came in.
fn facts(row: &Value) -> Value {
    json!([
        row["session"],
        row["seat"],
        row["name"],
        row["sex"],
        row["age_band"],
        row["place"],
        row["attributes"]
    ])
}

fn coming(preview: &Value) -> Vec<Value> {
    let rows = preview["rows"].as_array().unwrap().iter();
    let inside = rows.filter(|row| row["verdict"] == "in" || row["verdict"] == "mended");
    inside.map(facts).collect()
}

fn sorted(mut rows: Vec<Value>) -> Vec<String> {
    let mut words: Vec<String> = rows.drain(..).map(|row| row.to_string()).collect();
    words.sort();
    words
}

fn code(row: &Value) -> &str {
    row["notes"][0]["code"].as_str().unwrap_or("none")
}

#[test]
fn a_sheet_is_read_shown_and_brought_in() {
    let mut room = study();
    let path = csv(&room, PEOPLE);
    let how = guessed(&mut room, &path);
    assert_eq!(
        how["columns"],
        json!(["session", "name", "sex", "age", "attribute:grade", "phone", "email"])
    );
    let shown = preview(&mut room, &how);
    let codes: Vec<&str> = shown["rows"].as_array().unwrap().iter().map(code).collect();
    assert_eq!(
        codes,
        [
            "first_name_only",
            "first_name_only",
            "total",
            "age_outside",
            "read_as",
            "no_group_named",
            "duplicate"
        ],
        "{shown:#}"
    );
    assert_eq!(people(&mut room).len(), 0, "looking brings nobody in");
    let done = room.ok("import_people", how);
    assert_eq!(done, json!({"people": 3, "groups": 2, "contacts": 0}));
    let seated = people(&mut room);
    assert_eq!(sorted(coming(&shown)), sorted(seated.iter().map(facts).collect()));
    assert!(!seated.iter().any(|p| p.to_string().contains("Price")), "no surname is kept");
    room.is_sound();
}

#[test]
fn bringing_in_can_be_undone_and_done_again() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n3,Ann,F,50,B,,\n");
    let how = guessed(&mut room, &path);
    room.ok("import_people", how);
    assert_eq!(people(&mut room).len(), 2);
    room.ok("undo_in_study", json!({}));
    assert_eq!(people(&mut room).len(), 0);
    room.ok("redo_in_study", json!({}));
    assert_eq!(people(&mut room).len(), 2);
    room.is_sound();
}

#[test]
fn a_list_of_which_somebody_was_quoted_since_is_not_taken_back() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n3,Ann,F,50,B,,\n");
    let how = guessed(&mut room, &path);
    room.ok("import_people", how);
    let tom = people(&mut room)[0].clone();
    let session = tom["session"].clone();
    room.ok("start_session", json!({"session": session}));
    let id = Uuid::now_v7();
    room.ok("keep_line", json!({"id": id, "session": session, "input": "I was rung up"}));
    let mut line = room.ok("evening", json!({"session": session}))["lines"][0].clone();
    line["line"] = json!(id);
    line["speakers"] = json!([tom["id"]]);
    room.ok("change_line", line);
    room.refused_with(Code::ChangedSince, "undo_in_study", json!({}));
    assert_eq!(people(&mut room).len(), 2);
    let said = room.ok("evening", json!({"session": session}));
    assert_eq!(said["lines"][0]["speakers"], json!([tom["id"]]));
    room.is_sound();
}

#[test]
fn what_comes_first_in_a_date_is_read_off_the_column_or_said() {
    let mut room = study();
    // In the United States the month comes first: one date of the column says so.
    let path = csv(&room, "3,Tom,M,05/06/1970,B,,\n3,Ann,F,12/25/1970,B,,\n");
    let mut how = guessed(&mut room, &path);
    let seen = preview(&mut room, &how);
    assert_eq!(
        (&seen["days"]["read"], &seen["days"]["sure"]),
        (&json!("month_first"), &json!(true))
    );
    assert_eq!(seen["whole"], 2, "{seen}");

    let path = csv(&room, "3,Tom,M,05/06/1970,B,,\n");
    how["mark"] = guessed(&mut room, &path)["mark"].clone();
    let seen = preview(&mut room, &how);
    assert_eq!(
        (&seen["days"]["read"], &seen["days"]["sure"]),
        (&json!("day_first"), &json!(false))
    );
    assert_eq!(seen["days"]["written"]["example"], "05/06/1970");
    assert_eq!(seen["rows"][0]["notes"][0]["args"]["date"], "5 June 1970");
    how["dates"] = json!("month_first");
    let seen = preview(&mut room, &how);
    assert_eq!(seen["days"]["read"], "month_first");
    assert_eq!(seen["rows"][0]["notes"], json!([]), "what somebody said leaves no doubt");
    // Ages in years ask nobody about dates.
    let path = csv(&room, "3,Tom,M,55,B,,\n");
    how["mark"] = guessed(&mut room, &path)["mark"].clone();
    assert_eq!(preview(&mut room, &how)["days"], Value::Null);
}

#[test]
fn whom_no_seat_would_be_left_for_is_said_before_they_come_in() {
    let mut room = study();
    // Eighteen seats are left, and as many people of these are to be found.
    let quotas = json!([{"of": {"grade": "ABC1"}, "people": 18}]);
    room.ok("change_sample", json!({"sample": {"attributes": [], "quotas": quotas}}));
    let path = csv(&room, "2,Tom,M,30,B,,\n2,Ann,F,31,C2,,\n");
    let how = guessed(&mut room, &path);
    let said = room.ok("weigh_import", how.clone());
    assert_eq!(said[0]["type"], "too_few_seats");
    assert_eq!((&said[0]["people"], &said[0]["seats"]), (&json!(1), &json!(16)));
    assert!(
        room.ok("sample", json!({}))["notices"][0]["type"] == "every_seat",
        "nobody came in yet"
    );
    let path = csv(&room, "2,Tom,M,30,B,,\n2,Ann,F,31,C1,,\n");
    let how = guessed(&mut room, &path);
    assert_eq!(room.ok("weigh_import", how), json!([]));
}

#[test]
fn a_session_hears_of_its_own_people_only() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n2,Ann,F,30,B,,\n3,Bea,F,50,B,,\n3,Cem,M,50,B,,\n");
    let how = guessed(&mut room, &path);
    room.ok("import_people", how);
    let people = people(&mut room);
    let (own, others): (Vec<&Value>, Vec<&Value>) =
        people.iter().partition(|person| person["session"] == people[0]["session"]);
    assert_eq!((own.len(), others.len()), (2, 2));
    let heard = room.ok("events_after", json!({"session": own[0]["session"], "cursor": 0}));
    let heard = heard.to_string();
    let is_told = |person: &Value| heard.contains(person["id"].as_str().unwrap());
    assert!(own.into_iter().all(is_told) && !others.into_iter().any(is_told));
}

#[test]
fn sent_twice_it_is_brought_in_once() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n");
    let how = guessed(&mut room, &path);
    let (id, at) = (Uuid::now_v7(), "2026-03-13T10:00:00Z".parse().unwrap());
    for _ in 0..2 {
        room.workshop.call(Actor::Moderator, "import_people", how.clone(), at, Some(id)).unwrap();
    }
    assert_eq!(people(&mut room).len(), 1);
    let how = guessed(&mut room, &path);
    assert_eq!(code(&preview(&mut room, &how)["rows"][0]), "already_here");
    room.refused_with(Code::NobodyComesIn, "import_people", how);
}

#[test]
fn phone_and_mail_come_in_only_if_asked_for_and_go_with_the_person() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,07700 900124,tom@example.org\n");
    let mut how = guessed(&mut room, &path);
    room.ok("import_people", how.clone());
    let session = people(&mut room)[0]["session"].clone();
    assert_eq!(room.ok("contacts", json!({"session": session})), json!([]));
    room.ok("undo_in_study", json!({}));

    how["contacts"] = json!(true);
    assert_eq!(room.ok("import_people", how.clone())["contacts"], 1);
    let known = room.ok("contacts", json!({"session": session}));
    assert_eq!(known[0]["email"], "tom@example.org");
    let events = room.ok("events_after", json!({"session": session, "cursor": 0}));
    assert!(!events.to_string().contains("example.org"), "it is in no journal");
    room.ok("undo_in_study", json!({}));
    room.ok("redo_in_study", json!({}));
    assert_eq!(
        room.ok("contacts", json!({"session": session})),
        json!([]),
        "it does not come back"
    );

    room.ok("undo_in_study", json!({}));
    room.ok("import_people", how);
    room.ok("forget_contacts", json!({"session": session}));
    assert_eq!(room.ok("contacts", json!({"session": session})), json!([]));
    assert_eq!(people(&mut room).len(), 1);
    room.is_sound();
}

#[test]
fn what_was_shown_is_found_out_anew_where_the_study_has_changed_since() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n");
    let how = guessed(&mut room, &path);
    let shown = preview(&mut room, &how);
    let with = json!({"id": Uuid::now_v7(), "session": shown["rows"][0]["session"], "seat": 1,
                      "name": "Ann"});
    room.ok("seat_person", with);
    assert_eq!(preview(&mut room, &how)["rows"][0]["seat"], 2);
    room.ok("import_people", how);
    let seats: Vec<Value> = people(&mut room).iter().map(|p| p["seat"].clone()).collect();
    assert_eq!(seats, [json!(1), json!(2)]);
}

#[test]
fn a_file_that_changed_since_it_was_looked_at_brings_nobody_in() {
    let mut room = study();
    let path = csv(&room, "2,Tom,M,30,B,,\n");
    let how = guessed(&mut room, &path);
    csv(&room, "2,Tom,M,30,B,,\n2,Somebody Else,M,30,B,,\n");
    room.refused_with(Code::SheetChanged, "import_people", how.clone());
    room.refused_with(Code::SheetChanged, "preview_import", json!({"how": how, "count": 1}));
}

#[test]
fn what_cannot_be_read_ends_in_words() {
    let mut room = study();
    let path = room.home.path().join("x.xlsx");
    let ole = [
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(),
        "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ]
    .concat();
    for (bytes, expected) in [
        (Vec::new(), Code::SheetEmpty),
        (b"%PDF-1.7".to_vec(), Code::NotASheet),
        (b"PK\x03\x04 and no more".to_vec(), Code::SheetDamaged),
        (ole, Code::SheetLocked),
        (vec![b'x'; 33 << 20], Code::SheetTooLarge),
        ("x\n".repeat(50_001).into_bytes(), Code::SheetTooLong),
        (("x,".repeat(257) + "x").into_bytes(), Code::SheetTooWide),
    ] {
        std::fs::write(&path, &bytes).unwrap();
        let problem = room.refused("read_sheet", json!({"path": path}));
        assert_eq!(problem.code, expected);
        assert!(problem.words().contains("othing came in"), "{}", problem.words());
    }
    let gone = json!({"path": room.home.path().join("gone.xlsx")});
    room.refused_with(Code::SheetUnreadable, "read_sheet", gone);
}

#[test]
fn the_template_is_read_back_without_a_question() {
    let mut room = study();
    for name in ["Recruits.xlsx", "Recruits.csv"] {
        let path = room.home.path().join(name);
        room.ok("recruiter_template", json!({"path": path}));
        let mut lines = std::fs::read(&path).unwrap();
        if name.ends_with("csv") {
            assert!(lines.starts_with(b"\xEF\xBB\xBF"));
            lines.extend(b"2,Tom,Male,30\r\n");
            std::fs::write(&path, lines).unwrap();
            let how = guessed(&mut room, &path);
            let targets = how["columns"].as_array().unwrap();
            assert!(!targets.contains(&json!("out")), "{targets:?}");
            assert_eq!(preview(&mut room, &how)["whole"], 1);
        }
    }
    let written = room.ok("recruiter_template", json!({}));
    assert!(Path::new(written["path"].as_str().unwrap()).starts_with(room.home.path()));
}

#[test]
fn the_sheet_that_looks_like_a_list_is_taken_first() {
    let mut room = study();
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Notes").unwrap().write(0, 0, "Call me on Monday").unwrap();
    let list = book.add_worksheet().set_name("List").unwrap();
    for (at, word) in (0..).zip(["Recruits for Oxford", "", "", "Grp"]) {
        list.write(at, 0, word).unwrap();
    }
    list.write(3, 1, "Resp. Name").unwrap();
    list.write(4, 0, 2).unwrap();
    list.write(4, 1, "Tom").unwrap();
    let path = room.home.path().join("list.xlsx");
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    let read = room.ok("read_sheet", json!({"path": path}));
    assert_eq!(read["likeliest"], 1);
    assert_eq!(read["sheets"][1]["heading"], 4);
    let how = guessed(&mut room, &path);
    assert_eq!(preview(&mut room, &how)["whole"], 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Row for row, what the preview shows is what comes in.
    #[test]
    fn the_preview_and_the_import_agree(rows in prop::collection::vec(
        ("[ 2-4]", "(Ann|Ann Bell|Bea|Bea Cox|TOM|TOTAL|)", "(F|m|W|x|)", "(30|44|06/07/1994|31/02/1990|)",
         "(B|d|e|zz|)"), 1..30))
    {
        let mut room = study();
        let lines: Vec<String> =
            rows.iter().map(|(a, b, c, d, e)| format!("{a},{b},{c},{d},{e},,")).collect();
        let path = csv(&room, &lines.join("\n"));
        let how = guessed(&mut room, &path);
        let shown = coming(&preview(&mut room, &how));
        let done = room.call("import_people", how);
        prop_assert_eq!(done.is_ok(), !shown.is_empty());
        let seated: Vec<Value> = people(&mut room).iter().map(facts).collect();
        prop_assert_eq!(sorted(shown), sorted(seated));
    }
}

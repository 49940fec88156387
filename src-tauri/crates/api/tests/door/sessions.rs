//! The plan of a study: its sessions, the sample, the coverage and the calendar.

use api::ProblemCode as Code;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

/// Plans one more group, after the one that runs.
fn another(room: &mut Room, date: &str) -> Uuid {
    let id = Uuid::now_v7();
    room.ok("plan_session", json!({"id": id, "plan": plan(date, "19:00")}));
    id
}

fn card(room: &mut Room, session: Uuid) -> Value {
    let page = room.ok("sessions", json!({"around": session}));
    let cards = page["cards"].as_array().unwrap();
    cards.iter().find(|c| c["session"]["id"] == json!(session)).unwrap().clone()
}

fn seat(room: &mut Room, session: Uuid, seat: u32, age: &str, grade: &str) {
    let with = json!({"id": Uuid::now_v7(), "session": session, "seat": seat,
        "name": format!("Person {seat}"), "age_band": age, "attributes": {"grade": grade}});
    room.ok("seat_person", with);
}

fn quota(age: &str, people: u32) -> Value {
    json!({"of": {"age-band": age}, "people": people})
}

#[test]
fn a_copy_has_the_plan_and_nothing_else() {
    let mut room = Room::new();
    let (session, id) = (room.session, Uuid::now_v7());
    room.ok("duplicate_session", json!({"session": session, "id": id}));
    let (one, two) = (card(&mut room, session), card(&mut room, id));
    assert_eq!(one["session"]["plan"], two["session"]["plan"]);
    assert_eq!(two["session"]["started"], Value::Null);
    assert_eq!((&one["expected"], &two["expected"]), (&json!(9), &json!(0)));
    room.ok("undo_in_study", json!({}));
    assert_eq!(room.ok("study", json!({}))["planned"], 1);
    room.is_sound();
}

#[test]
fn a_session_is_cancelled_with_a_reason_and_held_after_all() {
    let mut room = Room::new();
    let id = another(&mut room, "2026-03-16");
    let cancel = |reason: &str| json!({"session": id, "reason": reason});
    room.refused_with(Code::ReasonNeeded, "cancel_session", cancel("  "));
    let running = json!({"session": room.session, "reason": "flood"});
    room.refused_with(Code::AlreadyStarted, "cancel_session", running);
    room.ok("cancel_session", cancel("the hall has flooded"));
    room.refused_with(Code::Cancelled, "start_session", json!({"session": id}));
    assert_eq!(room.ok("study", json!({}))["cancelled"], 1);
    room.ok("hold_session", json!({"session": id}));
    room.ok("start_session", json!({"session": id}));
}

#[test]
fn only_a_session_that_holds_nothing_leaves_the_plan() {
    let mut room = Room::new();
    let id = another(&mut room, "2026-03-16");
    seat(&mut room, id, 1, "25–39", "ABC1");
    room.refused_with(Code::SessionInRecord, "remove_session", json!({"session": id}));
    room.ok("undo", json!({"session": id}));
    room.ok("remove_session", json!({"session": id}));
    assert_eq!(room.ok("study", json!({}))["planned"], 1);
    room.ok("undo_in_study", json!({}));
    assert_eq!(room.ok("study", json!({}))["planned"], 2);
    room.is_sound();
}

#[test]
fn a_time_that_the_clocks_leave_out_is_refused() {
    let mut room = Room::new();
    let mut planned = plan("2026-03-29", "01:30");
    planned["zone"] = json!("Europe/London");
    let with = json!({"id": Uuid::now_v7(), "plan": planned});
    room.refused_with(Code::NoSuchTime, "plan_session", with.clone());
    planned["zone"] = json!("Mars/Olympus");
    let with = json!({"id": Uuid::now_v7(), "plan": planned});
    room.refused_with(Code::NoSuchZone, "plan_session", with);
}

#[test]
fn quotas_of_nobody_of_the_unknown_and_given_twice_are_refused() {
    let mut room = Room::new();
    let sample = |quotas: Value| json!({"sample": {"attributes": [], "quotas": quotas}});
    let try_it =
        |room: &mut Room, code, quotas| room.refused_with(code, "change_sample", sample(quotas));
    try_it(&mut room, Code::EmptyQuota, json!([{"of": {}, "people": 3}]));
    try_it(&mut room, Code::EmptyQuota, json!([quota("65+", 0)]));
    try_it(&mut room, Code::EmptyQuota, json!([quota("", 4)]));
    try_it(&mut room, Code::QuotaTwice, json!([quota("65+", 9), quota("65+", 8)]));
    try_it(&mut room, Code::UnknownAttribute, json!([{"of": {"shoe": "42"}, "people": 3}]));
    let own =
        |id: &str, name: &str| json!({"id": id, "name": name, "values": [], "shown": "never"});
    for (code, id, name) in [(Code::AttributeTwice, "grade", "Grade"), (Code::EmptyName, "x", " ")]
    {
        let with = json!({"sample": {"attributes": [own(id, name)], "quotas": []}});
        room.refused_with(code, "change_sample", with);
    }
    let mut crowded = plan("2026-03-16", "19:00");
    crowded["quotas"] = json!([quota("65+", 10)]);
    let with = json!({"id": Uuid::now_v7(), "plan": crowded});
    room.refused_with(Code::QuotaOverSeats, "plan_session", with);
}

#[test]
fn the_sample_counts_who_is_booked_and_says_early_whom_nobody_takes() {
    let mut room = Room::new();
    let young = Uuid::now_v7();
    let mut planned = plan("2026-03-16", "19:00");
    planned["quotas"] = json!([quota("25–29", 9)]);
    room.ok("plan_session", json!({"id": young, "plan": planned}));
    let quotas = json!([quota("25–29", 14), quota("30–34", 6)]);
    room.ok("change_sample", json!({"sample": {"attributes": [], "quotas": quotas}}));

    // Five and four sit in the group that runs; nine seats of the next are for the younger.
    let said = room.ok("sample", json!({}));
    assert_eq!((&said["people"], &said["seats"]), (&json!(9), &json!(18)));
    let quotas = &said["quotas"];
    assert_eq!((&quotas[0]["people"], &quotas[0]["can_find"]), (&json!(5), &json!(9)));
    assert_eq!((&quotas[1]["people"], &quotas[1]["can_find"]), (&json!(4), &json!(0)));
    assert_eq!(said["notices"].as_array().unwrap().len(), 1);
    assert_eq!(said["notices"][0]["type"], "too_few_seats");
    assert_eq!(said["notices"][0]["quota"], quotas[1]["quota"]);

    // Who says that they are not coming no longer counts, nor does who sits in a cancelled group.
    let absent = room.people[0];
    room.ok("person_absent", json!({"participant": absent, "reason": "ill"}));
    assert_eq!(room.ok("sample", json!({}))["quotas"][0]["people"], 4);
    seat(&mut room, young, 1, "25–29", "ABC1");
    assert_eq!(room.ok("sample", json!({}))["quotas"][0]["people"], 5);
    room.ok("cancel_session", json!({"session": young, "reason": "flood"}));
    let said = room.ok("sample", json!({}));
    assert_eq!((&said["people"], &said["seats"]), (&json!(8), &json!(9)));
    assert_eq!(said["quotas"][0]["people"], 4);
    room.ok("undo_in_study", json!({}));
    assert_eq!(room.ok("sample", json!({}))["people"], 9);
    room.is_sound();
}

#[test]
fn what_a_group_discussed_is_covered_for_the_next() {
    let mut room = Room::new();
    let next = another(&mut room, "2026-03-16");
    let choose = |idea: &str| {
        json!({"session": room.session, "choices":
            [{"slot": "popular", "idea": idea, "reason": "they asked for it"}]})
    };
    let (first, then) = (choose("user-charging"), choose("citizen-advisors"));
    room.ok("choose", first);
    room.ok("choose", then);
    let with = json!({"id": Uuid::now_v7(), "session": room.session, "input": "4 it is ours"});
    room.ok("keep_line", with);

    let seen = room.ok("coverage", json!({"before": 0}));
    let of = |of: &Value, idea: &str| {
        let row = of.as_array().unwrap().iter().find(|row| row["idea"] == idea).unwrap().clone();
        row["groups"].as_u64().unwrap()
    };
    assert_eq!(of(&seen["ideas"], "citizen-advisors"), 1);
    assert_eq!(of(&seen["ideas"], "user-charging"), 0);
    assert_eq!(seen["groups"].as_array().unwrap().len(), 1);
    assert_eq!(seen["cells"][0]["slot"], "popular");
    // The group's own choice is no reason against an idea; for the next group it is.
    let suggested =
        |room: &mut Room, session: Uuid| room.ok("suggest", json!({"session": session}));
    let session = room.session;
    assert_eq!(of(&suggested(&mut room, session)["coverage"], "citizen-advisors"), 0);
    let next = suggested(&mut room, next);
    assert_eq!(of(&next["coverage"], "citizen-advisors"), 1);
    assert_eq!(next["before"][0]["group"], "Oxford, 25–39");
    room.is_sound();
}

#[test]
fn a_long_study_is_read_a_page_at_a_time() {
    let mut room = Room::new();
    for day in 1..=28 {
        another(&mut room, &format!("2026-04-{day:02}"));
    }
    let study = room.ok("study", json!({}));
    assert_eq!((&study["planned"], &study["running"]), (&json!(29), &json!(room.session)));
    let first = study["sessions"].as_array().unwrap().len();
    let next = room.ok("sessions", json!({"from": first}));
    assert_eq!(next["cards"][0]["number"], first + 1);
    let last = room.ok("sessions", json!({"from": 28}))["cards"][0].clone();
    assert_eq!(last["session"]["plan"]["date"], "2026-04-28");
    let id: Uuid = last["session"]["id"].as_str().unwrap().parse().unwrap();
    assert_eq!(card(&mut room, id), last);
}

#[test]
fn the_calendar_folds_escapes_and_keeps_its_ids() {
    let mut room = Room::new();
    let id = Uuid::now_v7();
    let mut planned = plan("2026-07-09", "19:00");
    planned["zone"] = json!("Europe/London");
    planned["group"] =
        json!("Ashford; 40–64, who said “yes” to every one of the questions asked\\");
    planned["venue"] = json!("Elwick Room");
    room.ok("plan_session", json!({"id": id, "plan": planned}));
    room.ok("cancel_session", json!({"session": id, "reason": "flood"}));
    let text = room.ok("calendar", json!({})).as_str().unwrap().to_owned();
    assert!(
        text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"),
        "{text}"
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let event = unfolded.split("BEGIN:VEVENT").find(|part| part.contains(&id.to_string())).unwrap();
    for line in [
        &format!("UID:{id}@folkmoot"),
        "DTSTART:20260709T180000Z",
        "SUMMARY:Ashford\\; 40–64\\, who said “yes” to every one of the questions asked\\\\",
        "LOCATION:Elwick Room\\, Oxford",
        "STATUS:CANCELLED",
    ] {
        assert!(event.contains(&format!("{line}\r\n")), "{line} is not in {event}");
    }
    assert_eq!(text.matches("STATUS:CONFIRMED").count(), 1);
    let path = room.ok("export_calendar", json!({}))["path"].as_str().unwrap().to_owned();
    assert!(path.ends_with("Buses after eight.ics"), "{path}");
}

#[test]
fn the_library_reads_a_study_again_once_it_has_changed() {
    let mut room = Room::new();
    room.ok("close_study", json!({}));
    let card = |room: &mut Room| room.ok("library", json!({}))["studies"][0].clone();
    let before = card(&mut room);
    assert_eq!((&before["sessions_planned"], &before["sessions_done"]), (&json!(1), &json!(0)));
    assert_eq!(card(&mut room), before);
    room.ok("open_study", json!({"path": before["path"]}));
    let session = room.session;
    room.ok("end_session", json!({"session": session}));
    another(&mut room, "2026-03-16");
    room.ok("close_study", json!({}));
    let after = card(&mut room);
    assert_eq!((&after["sessions_planned"], &after["sessions_done"]), (&json!(2), &json!(1)));
    assert_eq!(after["next"]["session"]["plan"]["date"], "2026-03-16");
}

/// A screen says where a study is as the person whose laptop it is would.
#[test]
fn a_place_in_ones_own_folder_is_told_from_there() {
    let own = tempfile::tempdir().unwrap();
    let home = own.path().join("Studies");
    let mut workshop = api::Workshop::new(home.clone()).of_person(own.path());
    let mut call = |name: &str, with: Value| {
        let at = "2026-03-12T18:55:00Z".parse().unwrap();
        workshop.call(api::Actor::Moderator, name, with, at, None).unwrap()
    };
    call("create_study", json!({"name": "Buses", "method": "policy-ideas"}));
    let study = call("study", json!({}));
    let file = home.join("Buses.folkmoot");
    assert_eq!(study["path"], json!(file));
    assert_eq!(study["place"], "~/Studies/Buses.folkmoot");
    // One of the library's that cannot be read says so under the same place, closed or open.
    std::fs::write(home.join("Broken.folkmoot"), "not a study").unwrap();
    for is_open in [true, false] {
        let library = call("library", json!({}));
        assert_eq!(library["folder"], "~/Studies");
        let cards = library["studies"].as_array().unwrap();
        let mut places: Vec<&str> =
            cards.iter().filter_map(|card| card["place"].as_str()).collect();
        places.sort_unstable();
        assert_eq!(places, ["~/Studies/Broken.folkmoot", "~/Studies/Buses.folkmoot"]);
        if is_open {
            call("close_study", json!({}));
        }
    }
    // What lies elsewhere is told in full.
    let elsewhere = tempfile::tempdir().unwrap();
    let path = elsewhere.path().join("Trams.folkmoot");
    call("create_study", json!({"name": "Trams", "method": "policy-ideas", "path": path}));
    assert_eq!(call("study", json!({}))["place"], json!(path));
}

//! Planning with an eye on the rest: who watches, who is elsewhere, whom no seat is left for.

use api::{Actor, ProblemCode as Code};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, plan};

fn planned(room: &mut Room, plan: Value) -> Uuid {
    let id = Uuid::now_v7();
    room.ok("plan_session", json!({"id": id, "plan": plan}));
    id
}

/// A plan with these things changed.
fn with(mut plan: Value, changes: Value) -> Value {
    let Value::Object(changes) = changes else { panic!("{changes}") };
    plan.as_object_mut().unwrap().extend(changes);
    plan
}

fn plan_of(room: &mut Room, session: Uuid) -> Value {
    room.ok("evening", json!({"session": session}))["session"]["plan"].clone()
}

#[test]
fn observers_are_listed_and_announced_and_stand_in_the_summary() {
    let mut room = Room::new();
    let session = room.session;
    let observers = json!([
        {"name": " Dana Hill ", "organisation": "the commission", "announced": false},
        {"name": "", "organisation": " "},
        {"organisation": "the council"},
    ]);
    let planned = with(plan("2026-03-12", "19:00"), json!({"observers": observers}));
    room.ok("change_plan", json!({"session": session, "plan": planned}));
    let kept = plan_of(&mut room, session)["observers"].clone();
    assert_eq!(
        kept,
        json!([{"name": "Dana Hill", "organisation": "the commission", "announced": false},
               {"name": "", "organisation": "the council", "announced": false}])
    );
    let said = crate::people::summary(&mut room);
    assert!(said.contains("Observing: Dana Hill (the commission); the council."), "{said}");

    let of = json!({"session": session});
    room.workshop
        .call(
            Actor::NoteTaker,
            "announce_observers",
            of,
            "2026-03-12T19:10:00Z".parse().unwrap(),
            None,
        )
        .unwrap();
    let told = plan_of(&mut room, session)["observers"].clone();
    assert!(told.as_array().unwrap().iter().all(|o| o["announced"] == true), "{told}");
    let said = crate::people::summary(&mut room);
    assert!(said.contains("as the group was told: Dana Hill (the commission)"), "{said}");
    let calendar = room.ok("calendar", json!({})).as_str().unwrap().replace("\r\n ", "");
    assert!(
        calendar.contains("Observers: Dana Hill (the commission)\\; the council"),
        "{calendar}"
    );
    // A copy is for another group, which has not been told.
    let copy = Uuid::now_v7();
    room.ok("duplicate_session", json!({"session": session, "id": copy}));
    assert_eq!(plan_of(&mut room, copy)["observers"], kept);
    room.ok("undo", json!({"session": session}));
    assert_eq!(plan_of(&mut room, session)["observers"], kept);
    room.is_sound();
}

#[test]
fn a_line_of_observers_is_taken_as_it_was_before_they_were_listed() {
    let mut room = Room::new();
    let told = with(plan("2026-03-16", "19:00"), json!({"observers": "Dana Hill, the council"}));
    let id = planned(&mut room, told);
    let kept = plan_of(&mut room, id)["observers"].clone();
    let names: Vec<&str> =
        kept.as_array().unwrap().iter().filter_map(|o| o["name"].as_str()).collect();
    assert_eq!(names, ["Dana Hill", "the council"]);
}

#[test]
fn the_days_of_a_month_show_each_session_on_the_day_of_its_place() {
    let mut room = Room::new();
    // Late in the evening in Auckland it is still the morning of that day in Oxford.
    let far = with(plan("2026-04-30", "20:00"), json!({"zone": "Pacific/Auckland"}));
    let far = planned(&mut room, far);
    planned(&mut room, plan("2026-05-01", "19:00"));
    planned(&mut room, plan("2026-06-01", "19:00"));
    let days = |from: &str, to: &str| json!({"from": from, "to": to});
    let april = room.ok("sessions_between", days("2026-04-01", "2026-05-01"));
    assert_eq!(april["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(april["sessions"][0]["card"]["session"]["id"], json!(far));
    assert_eq!(
        (&april["sessions"][0]["card"]["number"], &april["sessions"][0]["minutes"]),
        (&json!(2), &json!(120))
    );
    assert_eq!((&april["earlier"], &april["later"]), (&json!("2026-03-12"), &json!("2026-05-01")));
    let never = room.ok("sessions_between", days("2026-07-01", "2026-08-01"));
    assert_eq!((&never["earlier"], &never["later"]), (&json!("2026-06-01"), &Value::Null));
    room.refused_with(Code::NoSuchDate, "sessions_between", days("2026-02-30", "2026-03-30"));
    room.refused_with(Code::NoSuchDate, "sessions_between", days("2026-01-01", "2036-01-01"));
}

#[test]
fn who_would_be_in_two_places_is_said_before_and_after_it_is_planned() {
    let mut room = Room::new();
    let ruth = json!({"moderator": "Ruth"});
    let first = planned(&mut room, with(plan("2026-04-02", "19:00"), ruth.clone()));
    let then = with(plan("2026-04-02", "20:30"), json!({"moderator": "Sam", "note_taker": "ruth"}));
    let weighed = room.ok("weigh_plan", json!({"plan": then}));
    assert_eq!(weighed["busy"][0]["who"], "Ruth");
    assert_eq!(weighed["busy"][0]["group"]["session"], json!(first));
    assert_eq!(weighed["busy"][0]["time"], "19:00:00");
    // After that one it is free again, and a session is not in its own way.
    let later = with(then.clone(), json!({"time": "21:00"}));
    assert_eq!(room.ok("weigh_plan", json!({"plan": later}))["busy"], json!([]));
    let own = with(plan("2026-04-02", "19:30"), ruth);
    assert_eq!(room.ok("weigh_plan", json!({"session": first, "plan": own}))["busy"], json!([]));

    let second = planned(&mut room, then);
    let april = room.ok("sessions_between", json!({"from": "2026-04-01", "to": "2026-05-01"}));
    assert_eq!(april["clashes"], json!([{"who": "Ruth", "first": first, "second": second}]));
    room.ok("cancel_session", json!({"session": first, "reason": "flood"}));
    let april = room.ok("sessions_between", json!({"from": "2026-04-01", "to": "2026-05-01"}));
    assert_eq!(april["clashes"], json!([]));
}

#[test]
fn a_plan_says_whom_no_seat_would_be_left_for() {
    let mut room = Room::new();
    let old = |people: u32| json!({"of": {"age-band": "65+"}, "people": people});
    let id = planned(&mut room, plan("2026-04-02", "19:00"));
    room.ok("change_sample", json!({"sample": {"attributes": [], "quotas": [old(9)]}}));
    assert_eq!(room.ok("sample", json!({}))["notices"][0]["type"], "every_seat");

    // A table that wants six others leaves three seats of nine; nothing is kept of the question.
    let young = json!({"of": {"age-band": "25–29"}, "people": 6});
    let taken = with(plan("2026-04-02", "19:00"), json!({"quotas": [young]}));
    let weighed = room.ok("weigh_plan", json!({"session": id, "plan": taken}));
    assert_eq!(weighed["notices"][0]["type"], "too_few_seats");
    assert_eq!(weighed["notices"][0]["seats"], 3);
    // A plan that has neither a name nor a day yet is weighed all the same.
    let vague = with(plan("", ""), json!({"group": "", "zone": "Europe/London"}));
    assert_eq!(room.ok("weigh_plan", json!({"plan": vague}))["notices"], json!([]));
    let crowded = with(
        plan("2026-04-02", "19:00"),
        json!({"quotas": [old(5),
        {"of": {"age-band": "25–29"}, "people": 5}]}),
    );
    room.refused_with(Code::QuotaOverSeats, "weigh_plan", json!({"plan": crowded}));
    room.refused_with(Code::QuotaOverSeats, "change_plan", json!({"session": id, "plan": crowded}));
    assert_eq!(plan_of(&mut room, id)["quotas"], json!([]));
}

/// What stands beside a person's words.
fn attribution(room: &mut Room, session: Uuid) -> String {
    let all = room.ok("attributions", json!({"session": session}));
    all[0]["attribution"]["text"].as_str().unwrap().to_owned()
}

#[test]
fn what_the_sample_asks_is_shown_only_where_a_group_was_recruited_by_it() {
    let mut room = Room::new();
    let id = planned(&mut room, plan("2026-04-02", "19:00"));
    let asked = |shown: &str| {
        let origin = json!({"id": "origin", "name": "Origin", "values": ["Indian", "Polish"],
                            "shown": shown});
        json!({"sample": {"attributes": [origin], "quotas": []}})
    };
    let who = Uuid::now_v7();
    room.ok("change_sample", asked("when_recruited_by"));
    room.ok(
        "seat_person",
        json!({"id": who, "session": id, "seat": 1, "name": "Arun", "sex": "Male",
        "age_band": "25–39", "attributes": {"origin": "Indian", "ethnicity": "Indian"}}),
    );
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Oxford");

    // Only the group that was recruited by it may show it.
    let by = with(plan("2026-04-02", "19:00"), json!({"recruited_by": ["origin"]}));
    room.ok("change_plan", json!({"session": id, "plan": by}));
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Indian, Oxford");
    // What the sample says is never shown is not, whatever a group was recruited by.
    room.ok("change_sample", asked("never"));
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Oxford");
    room.ok("undo_in_study", json!({}));
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Indian, Oxford");
    // Nor is it any longer once nobody is asked.
    room.ok("change_sample", json!({"sample": {"attributes": [], "quotas": []}}));
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Oxford");
    room.is_sound();
}

/// What people are asked beside what the method asks: how they live.
fn housing(values: &[&str], quotas: Value) -> Value {
    let housing = json!({"id": "housing", "name": "Housing", "values": values, "shown": "always"});
    json!({"attributes": [housing], "quotas": quotas})
}

fn answer(room: &mut Room, session: Uuid) -> Value {
    room.ok("evening", json!({"session": session}))["participants"][0]["attributes"].clone()
}

#[test]
fn a_value_that_is_renamed_is_renamed_for_everybody_who_gave_it_and_every_quota() {
    let mut room = Room::new();
    let wants = |value: &str| json!([{"of": {"housing": value}, "people": 2}]);
    let before = housing(&["rents", "owns"], wants("rents"));
    room.ok("change_sample", json!({"sample": before}));
    let plan = with(plan("2026-04-02", "19:00"), json!({"quotas": wants("rents")}));
    let id = planned(&mut room, plan);
    let who = Uuid::now_v7();
    let seated = json!({"id": who, "session": id, "seat": 1, "name": "Arun", "sex": "Male",
                        "attributes": {"housing": "rents", "grade": "rents"}});
    room.ok("seat_person", seated);

    // The two change places, and one is new: each is carried along once.
    let after =
        housing(&["rents", "rents from a council", "lodges"], wants("rents from a council"));
    let renamed = json!([{"attribute": "housing", "from": "rents", "to": "rents from a council"},
                         {"attribute": "housing", "from": "owns", "to": " rents "}]);
    room.ok("change_sample", json!({"sample": after, "renamed": renamed}));
    let told = json!({"housing": "rents from a council", "grade": "rents"});
    assert_eq!(answer(&mut room, id), told);
    assert_eq!(plan_of(&mut room, id)["quotas"], wants("rents from a council"));
    assert_eq!(room.ok("sample", json!({}))["quotas"][0]["people"], 1);
    room.is_sound();

    // All of it comes back together.
    room.ok("undo_in_study", json!({}));
    assert_eq!(answer(&mut room, id)["housing"], "rents");
    assert_eq!(plan_of(&mut room, id)["quotas"], wants("rents"));
    assert_eq!(room.ok("study", json!({}))["study"]["sample"], before);
    room.is_sound();

    let nothing = json!([{"attribute": "housing", "from": "squats", "to": "rents"}]);
    let with = json!({"sample": before, "renamed": nothing});
    room.refused_with(Code::Invalid, "change_sample", with);
}

#[test]
fn a_value_that_somebody_gave_or_a_quota_asks_for_stays() {
    let mut room = Room::new();
    let all = ["rents", "owns", "lodges"];
    let owners = json!([{"of": {"housing": "owns"}, "people": 2}]);
    room.ok("change_sample", json!({"sample": housing(&all, json!([]))}));
    let plan = with(plan("2026-04-02", "19:00"), json!({"quotas": owners}));
    let id = planned(&mut room, plan);
    let seated = json!({"id": Uuid::now_v7(), "session": id, "name": "Arun",
                        "attributes": {"housing": "rents"}});
    room.ok("seat_person", seated);
    let before = room.ok("study", json!({}))["study"].clone();
    for (values, quotas, code) in [
        (&["owns", "lodges"][..], json!([]), Code::ValueSaid),
        (&["rents", "lodges"], json!([]), Code::ValueWanted),
        (
            &["rents", "owns"],
            json!([{"of": {"housing": "lodges"}, "people": 1}]),
            Code::ValueWanted,
        ),
        (&["rents", "owns", "Owns "], json!([]), Code::ValueTwice),
    ] {
        let sample = housing(values, quotas);
        room.refused_with(code, "change_sample", json!({"sample": sample}));
    }
    let none = json!({"sample": {"attributes": [], "quotas": []}});
    room.refused_with(Code::AttributeInUse, "change_sample", none);
    assert_eq!(room.ok("study", json!({}))["study"], before);

    // In another order, with one more and without the one that nobody gave.
    room.ok("change_sample", json!({"sample": housing(&["owns", "shares", "rents"], json!([]))}));
    assert_eq!(answer(&mut room, id), json!({"housing": "rents"}));
    room.is_sound();
}

/// An attribute of the method, as the study says it.
fn grades(values: &[&str], quotas: Value) -> Value {
    let grade = json!({"id": "grade", "name": "Social grade", "values": values, "shown": "always"});
    json!({"sample": {"attributes": [grade], "quotas": quotas}})
}

#[test]
fn the_values_of_the_methods_own_attributes_are_the_studys_to_edit() {
    let mut room = Room::new();
    let wants = |value: &str| json!([{"of": {"grade": value}, "people": 2}]);
    room.ok("change_sample", json!({"sample": {"attributes": [], "quotas": wants("C2DE")}}));
    let plan = with(plan("2026-04-02", "19:00"), json!({"quotas": wants("C2DE")}));
    let id = planned(&mut room, plan);
    let seated = json!({"id": Uuid::now_v7(), "session": id, "seat": 1, "name": "Arun",
                        "sex": "Male", "age_band": "25–39", "attributes": {"grade": "C2DE"}});
    room.ok("seat_person", seated);
    let method = room.ok("study", json!({}))["design"]["design"].clone();

    // What somebody gave, and what a quota asks for, stays.
    let gone = grades(&["ABC1"], json!([]));
    room.refused_with(Code::ValueWanted, "change_sample", gone);
    let mut after = grades(&["C2D", "E", "ABC1"], wants("C2D"));
    room.refused_with(Code::ValueWanted, "change_sample", after.clone());
    // Called something else it is carried along, and the version of the method stands as it was.
    after["renamed"] = json!([{"attribute": "grade", "from": "C2DE", "to": "C2D"}]);
    room.ok("change_sample", after);
    assert_eq!(answer(&mut room, id), json!({"grade": "C2D"}));
    assert_eq!(plan_of(&mut room, id)["quotas"], wants("C2D"));
    assert_eq!(room.ok("sample", json!({}))["quotas"][0]["people"], 1);
    let study = room.ok("study", json!({}));
    assert_eq!(study["design"]["design"], method);
    // Who sees it is the method's to say.
    assert_eq!(study["study"]["sample"]["attributes"][0]["shown"], "never");
    assert_eq!(attribution(&mut room, id), "Male, 25–39, Oxford");
    room.is_sound();

    // With the values of the method it is none of the study's any longer.
    let mut back = grades(&["ABC1", "C2DE"], wants("C2DE"));
    back["renamed"] = json!([{"attribute": "grade", "from": "C2D", "to": "C2DE"}]);
    room.ok("change_sample", back);
    assert_eq!(room.ok("study", json!({}))["study"]["sample"]["attributes"], json!([]));
    assert_eq!(answer(&mut room, id), json!({"grade": "C2DE"}));
    room.is_sound();
}

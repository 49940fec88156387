//! The plan of a study: what a session discusses is covered at once, and the sample says early
//! whom nobody takes.

use folkmoot_tests::{Key, Window, folkmoot};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::{Room, evening_now};

#[tokio::test]
async fn what_a_group_talks_about_is_covered_at_once() {
    let room = Room::at("choose", 1);
    let window = room.enter().await;
    window.click("[data-test=to-study]").await;
    window.click("[data-test=sessions-as-coverage]").await;
    window.see("[data-test=no-coverage]").await;

    let session = evening_now(&window).await["session"]["id"].clone();
    let suggested = window.call("suggest", json!({ "session": session })).await.unwrap();
    let slots = suggested["suggestions"].as_array().unwrap();
    let choices: Vec<Value> = slots
        .iter()
        .map(|s| json!({"slot": s["slot"], "idea": s["idea"], "reason": "as it came out"}))
        .collect();
    window.call("choose", json!({ "session": session, "choices": choices })).await.unwrap();

    window.see("[data-test=study-coverage]").await;
    let cells = "return [...document.querySelectorAll('[data-test=study-coverage] td.has')]\
        .map((cell) => cell.textContent.trim()).sort().join() === arguments[0]";
    let named = "CMost contentious,JJoker,PMost popular";
    window.until("three ideas under the group", cells, vec![json!(named)]).await;
    // The other six are what the next joker comes from.
    let least =
        "return document.querySelectorAll('[data-test=study-coverage] .least').length === 6";
    window.until("six ideas that nobody discussed", least, vec![]).await;
}

#[tokio::test]
async fn sessions_are_planned_copied_and_cancelled_and_the_sample_speaks_up() {
    let home = tempfile::tempdir().unwrap();
    let study = home.path().join("Buses.folkmoot").display().to_string();
    assert!(folkmoot(&["new", &study, "--method", "policy-ideas"]).status.success());
    let window = Window::open_with(home.path(), &[&study]).await;

    // The night in which the clocks go forward has no half past one.
    window.fill("[data-test=plan-group]", "Ashford, 65+").await;
    window.fill("[data-test=plan-date]", "28 March 2027").await;
    window.fill("[data-test=plan-time]", "01:30").await;
    window.fill("[data-test=plan-zone]", "Europe/London").await;
    window.click("[data-test=keep-plan]").await;
    window.see_text("01:30").await;
    window.fill("[data-test=plan-time]", "14:00").await;
    window.click("[data-test=keep-plan]").await;
    window.see_text("9 to find").await;

    // Nine seats and nine to find: every one must be.
    let quotas = |n: u32| json!({"sample": {"attributes": [], "quotas": [{"of": {"age-band": "65+"}, "people": n}]}});
    window.call("change_sample", quotas(9)).await.unwrap();
    window.see("[data-test=every-seat]").await;
    window.call("change_sample", quotas(12)).await.unwrap();
    window.see("[data-test=no-seat]").await;

    // One more group for the three that nobody takes, from the notice.
    window.click("[data-test=plan-one-more]").await;
    window.fill("[data-test=plan-group]", "Stockport, 65+").await;
    window.fill("[data-test=plan-date]", "29 March 2027").await;
    window.click("[data-test=keep-plan]").await;
    window.gone("[data-test=no-seat]").await;
    window.see_text("Undo: planned Stockport, 65+").await;

    the_calendar_shows_both(&window).await;

    // A copy by key, taken back by key.
    window.strike(&char::from(Key::Down).to_string()).await;
    window.strike_with(Key::Control, 'd').await;
    window.see_text("Undo: Ashford, 65+ once more").await;
    window.press("Cancel").await;
    window.strike_with(Key::Control, 'z').await;
    window.see_text("Redo: Ashford, 65+ once more").await;

    // Cancelled with a reason, its seats are gone from the sample.
    window.click("[data-test=session]").await;
    window.click("[data-test=session-place-plan]").await;
    window.click("[data-test=cancel-session]").await;
    window.click("[data-test=cancel-reason]").await;
    window.keys("The hall has flooded").await;
    window.click("[data-test=cancel-session-yes]").await;
    window.see("[data-test=cancelled]").await;
    window.click("[data-test=to-sessions]").await;
    window.see_text("The hall has flooded").await;
    window.see("[data-test=no-seat]").await;

    window.click("[data-test=calendar-file]").await;
    window.see("[data-test=file-line]").await;
    drop(window);
    let calendar = std::fs::read_to_string(home.path().join("Buses.ics")).unwrap();
    assert_eq!(calendar.matches("STATUS:CANCELLED").count(), 1);
    assert_eq!(calendar.matches("STATUS:CONFIRMED").count(), 1);
    assert!(folkmoot(&["check", &study]).status.success());
}

/// Two days in March, and the moderator who would be in two places is said there.
async fn the_calendar_shows_both(window: &Window) {
    window.click("[data-test=sessions-as-calendar]").await;
    window.see_text("March 2027").await;
    window.see("[data-day='2027-03-28'] [data-test=day-session]").await;
    window.see("[data-day='2027-03-29'] [data-test=day-session]").await;
    assert!(!window.has("[data-test=clash]").await);

    let plan = |group: &str, time: &str| {
        json!({"id": Uuid::now_v7(), "plan": {"group": group, "place": "Leeds", "date": "2027-03-30",
            "time": time, "zone": "Europe/London", "kind": "full", "seats": 9, "moderator": "Ruth"}})
    };
    window.call("plan_session", plan("Leeds, 18–30", "18:00")).await.unwrap();
    window.call("plan_session", plan("York, 18–30", "19:00")).await.unwrap();
    window.see_text("Ruth is in two places.").await;
    window.click("[data-test=days-as-weeks]").await;
    window.see_text("18:00 to 20:00").await;

    // By key: to the next month, where nothing is, and back to the last session.
    for month in ["April 2027", "May 2027"] {
        window.strike(&char::from(Key::PageDown).to_string()).await;
        window.see_text(month).await;
    }
    window.click("[data-test=session-before]").await;
    window.see_text("March 2027").await;
    window.call("undo_in_study", json!({})).await.unwrap();
    window.call("undo_in_study", json!({})).await.unwrap();
    window.gone("[data-test=clash]").await;
    window.click("[data-test=sessions-as-table]").await;
    window.see_text("Undo: planned Stockport, 65+").await;
}

/// What a value is called is settled in one place: the quota and whoever gave it as an answer follow.
#[tokio::test]
async fn a_value_that_is_renamed_in_place_is_renamed_everywhere() {
    let home = tempfile::tempdir().unwrap();
    let study = home.path().join("Homes.folkmoot").display().to_string();
    assert!(folkmoot(&["new", &study, "--method", "policy-ideas"]).status.success());
    let sample = ["--ask", "Housing=rents,owns", "--quota", "2: housing=rents"];
    let set = [&["session", "sample", &study][..], &sample[..]].concat();
    assert!(folkmoot(&set).status.success());
    let window = Window::open_with(home.path(), &[&study]).await;
    let id = Uuid::now_v7();
    let group = "Ashford and the villages on the marsh, 40–64, C2DE, some who care for somebody";
    let plan = json!({"group": group, "place": "Ashford", "date": "2027-03-30", "time": "18:00",
                      "zone": "Europe/London", "kind": "full", "seats": 9});
    window.call("plan_session", json!({"id": id, "plan": plan})).await.unwrap();
    let arun = json!({"id": Uuid::now_v7(), "session": id, "seat": 1, "name": "Arun",
                      "attributes": {"housing": "rents", "grade": "C2DE"}});
    window.call("seat_person", arun).await.unwrap();
    window.see("[data-test=session]").await;
    // However long a group’s name is, nothing is pushed out of the window by it.
    window.see_text("Undo: planned Ashford and the villages").await;
    let whole = "return document.documentElement.scrollWidth <= innerWidth";
    window.until("nothing to be wider than the window", whole, vec![]).await;

    window.click("[data-test=edit-sample]").await;
    let line = |of: &str| format!("[data-test=values-housing] [data-line='was {of}']");
    let says = "return [...document.querySelectorAll('[data-test=values-housing] .text')]\
        .map((one) => one.value || one.textContent).join() === arguments[0]";
    // Escape leaves a value as it was; Enter keeps it, and the one that is emptied goes.
    for (key, now) in [(Key::Escape, "rents,owns"), (Key::Enter, "rents from a council,owns")] {
        window.click(&format!("{} .text", line("rents"))).await;
        window.see(&format!("{} textarea:focus", line("rents"))).await;
        window.keys(" from a council").await;
        window.keys(&char::from(key).to_string()).await;
        window.until(&format!("the values to be {now}"), says, vec![json!(now)]).await;
    }
    // By key it goes up and down; the quota beside it follows at once.
    window.see(&format!("{} textarea:focus", line("owns"))).await;
    window.strike_with(Key::Alt, char::from(Key::Up)).await;
    window.until("the order", says, vec![json!("owns,rents from a council")]).await;
    window.see_text("People wanted: rents from a council").await;
    // So are the values of what the method asks, which stay closed until they are wanted.
    window.gone("[data-test=values-grade]").await;
    window.click("[data-test=open-grade]").await;
    window.click("[data-test=values-grade] [data-line='was C2DE'] .text").await;
    window.see("[data-test=values-grade] textarea:focus").await;
    window.keys(&format!(" (skilled and unskilled work){}", char::from(Key::Tab))).await;
    // What was typed and not added is meant too.
    let select = |css: &'static str, value: &'static str| {
        let window = &window;
        async move { window.see(css).await.select_by_value(value).await.unwrap() }
    };
    select("[data-test=quota-attribute-0]", "grade").await;
    window.see("[data-test=quota-value-0] option[value^='C2DE (']").await;
    select("[data-test=quota-value-0]", "C2DE (skilled and unskilled work)").await;
    window.fill("[data-test=quota-people]", "4").await;
    window.click("[data-test=keep-sample]").await;
    window.see_text("Undo: change to the sample").await;
    window.see_text("1 of 2").await;
    window.see_text("1 of 4").await;

    // Who gave the value has the new one, and it cannot be taken out from under them.
    let said = |evening: &Value| evening["participants"][0]["attributes"].clone();
    let now = window.call("evening", json!({ "session": id })).await.unwrap();
    let new = ["rents from a council", "C2DE (skilled and unskilled work)"];
    assert_eq!(said(&now), json!({"housing": new[0], "grade": new[1]}));
    window.click("[data-test=edit-sample]").await;
    window.click(&format!("{} .text", line("rents from a council"))).await;
    window.click("[data-test=remove-line]").await;
    window.until("one value", says, vec![json!("owns")]).await;
    window.click("[data-test=keep-sample]").await;
    window.see_text("A quota asks for “rents from a council”").await;
    window.press("Cancel").await;

    window.see("[data-test=edit-sample]").await;
    window.strike_with(Key::Control, 'z').await;
    window.see_text("Redo: change to the sample").await;
    let before = window.call("evening", json!({ "session": id })).await.unwrap();
    assert_eq!(said(&before), json!({"housing": "rents", "grade": "C2DE"}));
    drop(window);
    assert!(folkmoot(&["check", &study]).status.success());
}

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

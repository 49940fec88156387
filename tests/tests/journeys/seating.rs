//! From an empty library to nine people round a table.

use std::path::{Path, PathBuf};

use folkmoot_tests::{Key, Window};
use serde_json::json;

use crate::room::{NAMES, evening_of};

#[tokio::test]
async fn a_study_is_made_planned_and_seated() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::open(home.path()).await;

    window.click("[data-test=first-study]").await;
    window.fill("[data-test=study-name]", "Services in spring").await;
    window.click("[data-test=create-study]").await;

    window.fill("[data-test=plan-group]", "Oxford, 25–39").await;
    window.fill("[data-test=plan-place]", "Oxford").await;
    window.fill("[data-test=plan-date]", "2026-02-30").await;
    window.fill("[data-test=plan-time]", "19:00").await;
    window.fill("[data-test=plan-seats]", "9").await;
    window.click("[data-test=keep-plan]").await;
    window.see_text("“2026-02-30” is not a date.").await;
    assert!(!window.has("[data-test=session]").await, "a day that does not exist was planned");
    window.fill("[data-test=plan-date]", "2027-03-12").await;
    window.click("[data-test=add-observer]").await;
    window.see("[data-test=observer-name-0]:focus").await;
    window.fill("[data-test=observer-name-0]", "Dana Hill").await;
    window.fill("[data-test=observer-for-0]", "the commission").await;
    window.click("[data-test=keep-plan]").await;
    window.click("[data-test=session]").await;

    seat_everybody(&window).await;
    for (seat, name) in (1..).zip(NAMES) {
        let css = format!("[data-test=seat-{seat}][aria-label*='{name}']");
        window.see(&css).await;
    }
    consent_and_somebody_instead(&window).await;
    who_watches_is_told(&window).await;
    who_was_rung(&window).await;
    drop(window);

    // On another day: the study is in the library, and everybody is where they were.
    let window = Window::open(home.path()).await;
    window.see_text("Services in spring").await;
    window.click("[data-test=study-card]").await;
    window.click("[data-test=session]").await;
    for (seat, name) in (1..).zip(NAMES) {
        window.see(&format!("[data-test=seat-{seat}][aria-label*='{name}']")).await;
        let field = window.see(&format!("[data-test=name-{seat}]")).await;
        assert_eq!(field.prop("value").await.unwrap().as_deref(), Some(name));
    }
    drop(window);

    let evening = evening_of(&only_study(home.path()));
    let told = json!([{"name": "Dana Hill", "organisation": "the commission", "announced": true}]);
    assert_eq!(evening["session"]["plan"]["observers"], told);
    assert!(!evening.to_string().contains("07700"), "a phone number is in the record");
    let people = evening["participants"].as_array().unwrap();
    let daniel = people.iter().find(|p| p["name"] == json!("Daniel")).unwrap();
    assert_eq!(daniel["attributes"], json!({"grade": "C2DE", "ethnicity": "Indian"}));
    assert_eq!(people.len(), NAMES.len() + 1);
    let gone = people.iter().find(|p| p["seat"].is_null()).unwrap();
    assert_eq!((&gone["name"], &gone["absence"]), (&json!("Kieran"), &json!("no-show")));
    let tom = people.iter().find(|p| p["name"] == json!("Tom")).unwrap();
    assert_eq!(tom["consent"]["quoted"], json!(false));
    for (seat, name) in (1..).zip(NAMES) {
        let person = people.iter().find(|p| p["seat"] == json!(seat)).unwrap();
        assert_eq!(person["name"], json!(name));
        assert_eq!(person["age_band"], json!("25–39"), "the short form was not read");
    }
}

/// Types nine people in one go: Enter keeps a row and goes to the next seat.
async fn seat_everybody(window: &Window) {
    window.click("[data-test=name-1]").await;
    for (at, name) in NAMES.iter().enumerate() {
        let sex = if [1, 4, 6, 8].contains(&at) { 'm' } else { 'f' };
        window.keys(&format!("{name}, {sex}, 25-39, Oxford{}", char::from(Key::Enter))).await;
    }
}

/// Kieran is booked in the last seat and does not come: Daniel does. Tom says no to being quoted.
async fn consent_and_somebody_instead(window: &Window) {
    window.fill("[data-test=name-9]", "Kieran").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.see("[data-test=seat-9][aria-label*='Kieran']").await;
    // Letters are keys where nothing is being typed.
    window.click("[data-test=seat-9]").await;
    window.keys("r").await;
    window.see("[data-test=replace-name]:focus").await;
    // What people are asked is read from the line, and chosen from what it may be.
    window.keys("Daniel, m, c2de, 25-39, Oxford").await;
    window
        .until(
            "the grade to be chosen from the line",
            "return document.querySelector('[data-test=choose-grade]')?.value === 'C2DE'",
            vec![],
        )
        .await;
    let origin = window.see("[data-test=choose-ethnicity]").await;
    origin.select_by_value("Indian").await.unwrap();
    window.click("[data-test=replace-keep]").await;
    window.see("[data-test=seat-9][aria-label*='Daniel']").await;
    window.see_text("no-show; Daniel came instead").await;

    window.click("[data-test=seat-2]").await;
    window.keys("c").await;
    window.gone("[data-test=came-2]").await;
    window.click("[data-test=all-said-yes]").await;
    window.see("[data-test=quoted-2][aria-label$=': yes']").await;
    window.see("[data-test=quoted-3][aria-label$=': not asked yet']").await;
    window.click("[data-test=quoted-2]").await;
    window.see_text("Tom counts but is not quoted.").await;
    window.see_text("Tom is not quoted.").await;
}

/// Nobody watches unseen: until the group has been told, the foot says so.
async fn who_watches_is_told(window: &Window) {
    window.see_text("Dana Hill (the commission) watches: tell the group at the start.").await;
    window.click("[data-test=announce-observers]").await;
    window.gone("[data-test=announce-observers]").await;
}

/// How to reach people is hidden until it is asked for; that Ellie was rung stands beside her name.
async fn who_was_rung(window: &Window) {
    window.click("[data-test=session-place-calls]").await;
    window.click("[data-test=left_message-4]").await;
    window.see("[data-test=left_message-4][aria-pressed=true]").await;
    assert!(!window.has("[data-test=phone-4]").await, "a number was shown to whoever passes by");
    window.click("[data-test=show-contacts]").await;
    window.fill("[data-test=phone-4]", "07700 900124").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.click("[data-test=session-place-people]").await;
    window.see_text("message,").await;
    window.click("[data-test=seat-4]").await;
    window.click("[data-test=show-contact]").await;
    window.see_text("07700 900124").await;
    // The next person's is hidden again.
    window.click("[data-test=seat-5]").await;
    window.see("[data-test=show-contact]").await;
    window.gone("[data-test=contact]").await;
}

fn only_study(home: &Path) -> PathBuf {
    let mut studies: Vec<PathBuf> = std::fs::read_dir(home)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "folkmoot"))
        .collect();
    assert_eq!(studies.len(), 1, "{studies:?}");
    studies.remove(0)
}

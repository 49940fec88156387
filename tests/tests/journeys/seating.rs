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
    window.click("[data-test=keep-plan]").await;
    window.click("[data-test=session]").await;

    seat_everybody(&window).await;
    for (seat, name) in (1..).zip(NAMES) {
        let css = format!("[data-test=seat-{seat}][aria-label*='{name}']");
        window.see(&css).await;
    }
    consent_and_somebody_instead(&window).await;
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
    let people = evening["participants"].as_array().unwrap();
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
    window.keys(&format!("Daniel, m, 25-39, Oxford{}", char::from(Key::Enter))).await;
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

//! Posters are written: too long is said as it is typed, and a tenth idea finds its theme.

use folkmoot_tests::{Key, Window, folkmoot};
use serde_json::{Value, json};

/// Waits until something on the screen says these words.
async fn says(window: &Window, css: &str, words: &str) {
    let script =
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";
    window.until(&format!("{css} to say {words:?}"), script, vec![json!(css), json!(words)]).await;
}

/// The ids of the tiles, as they hang.
async fn tiles(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-idea]')].map((t) => t.dataset.idea)";
    let ids = window.page.execute(script, vec![]).await.unwrap();
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

async fn idea(window: &Window, id: &str) -> Value {
    let design = window.call("study", json!({})).await.unwrap()["design"]["design"].clone();
    let ideas = design["ideas"].as_array().unwrap().clone();
    ideas.into_iter().find(|idea| idea["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

#[tokio::test]
async fn a_poster_that_is_too_long_says_so_and_a_tenth_idea_finds_its_theme() {
    let home = tempfile::tempdir().unwrap();
    let study = home.path().join("Spring.folkmoot");
    let made = folkmoot(&["new", &study.display().to_string(), "--method", "policy-ideas"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let window = Window::open(home.path()).await;
    window.click("[data-test=study-card]").await;
    window.click("[data-test=place-ideas]").await;

    // The fifth poster is opened by its number, and shown as it prints.
    window.see("[data-test=idea-area-budgets]").await;
    window.keys("5").await;
    window.see("[data-test=bench][aria-label='Poster 5: Areas with budgets']").await;
    window.see("[data-test=poster-page]").await;
    says(&window, "[data-test=reading-age]", "Reading age about").await;
    says(&window, "[data-test=ideas-about]", "Each fits its poster.").await;
    let before = idea(&window, "area-budgets").await;

    // Too long is said while it is typed, before anything is kept; then it is kept, and undone.
    let long = "The people who live here say where the money goes. ".repeat(25);
    window.click("[data-test=idea-description]").await;
    window.see("textarea[data-test=idea-description]").await;
    window.chord("a").await;
    window.keys(long.trim()).await;
    says(&window, "[data-test=fit]", "words too long for the poster").await;
    window.see("[data-test=long-area-budgets]").await;
    assert_eq!(idea(&window, "area-budgets").await, before, "typing alone keeps nothing");
    window.keys(&char::from(Key::Enter).to_string()).await;
    says(&window, "[data-test=undo]", "Areas with budgets").await;
    assert_eq!(idea(&window, "area-budgets").await["description"], long.trim());
    says(&window, "[data-test=ideas-about]", "1 does not fit its poster.").await;
    window.click("[data-test=undo]").await;
    window.gone("[data-test=long-area-budgets]").await;
    assert_eq!(idea(&window, "area-budgets").await, before);

    // A tenth idea hangs last in the theme of the one that is open, and moves on by keys.
    window.click("[data-test=add-idea]").await;
    window.see("[data-test=idea-new-idea]").await;
    assert_eq!(tiles(&window).await.iter().position(|id| id == "new-idea"), Some(7));
    window.click("[data-test=idea-new-idea]").await;
    let down =
        format!("{}{}{}", char::from(Key::Alt), char::from(Key::Down), char::from(Key::Null));
    window.keys(&down).await;
    window.see("[data-test=bench][aria-label='Poster 8: New idea']").await;
    let script = "return document.querySelector('[aria-label=\"C. Local decision-making\"] [data-idea]')?.dataset.idea === 'new-idea'";
    window.until("the new idea to hang first in its theme", script, vec![]).await;
    assert_eq!(idea(&window, "new-idea").await["theme"], "decisions");
    assert_eq!(tiles(&window).await.len(), 10);
}

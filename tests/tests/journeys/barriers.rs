//! Nothing on any screen may keep somebody out: axe-core looks at each, light and dark.

use folkmoot_tests::{Key, Window};

use crate::room::Room;

#[tokio::test]
async fn before_the_evening() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::open(home.path()).await;
    let mut found = Vec::new();
    window.see("[data-test=first-study]").await;
    sees_a_barrier(&window).await;
    look(&window, "first steps", &mut found).await;
    window.click("[data-test=first-study]").await;
    window.see("[data-test=study-name]").await;
    look(&window, "new study", &mut found).await;
    window.click("[data-test=create-study]").await;
    window.fill("[data-test=plan-group]", "Oxford, 25–39").await;
    look(&window, "plan", &mut found).await;
    window.fill("[data-test=plan-date]", "2027-03-12").await;
    window.fill("[data-test=plan-time]", "19:00").await;
    window.click("[data-test=keep-plan]").await;
    window.see("[data-test=session]").await;
    look(&window, "study", &mut found).await;
    for place in ["guide", "ideas", "materials"] {
        window.click(&format!("[data-test=place-{place}]")).await;
        window.see("h1").await;
        look(&window, place, &mut found).await;
    }
    window.click("[data-test=place-sessions]").await;
    window.click("[data-test=session]").await;
    window.click("[data-test=name-1]").await;
    window.keys(&format!("Hannah, f, 25-39{}", char::from(Key::Enter))).await;
    window.see("[data-test=seat-1][aria-label*=Hannah]").await;
    look(&window, "people", &mut found).await;
    window.click("[data-test=to-library]").await;
    window.see("[data-test=study-card]").await;
    look(&window, "library", &mut found).await;
    none(&found);
}

#[tokio::test]
async fn during_the_evening() {
    let mut found = Vec::new();
    for (screen, stop, nth, shows) in [
        ("ask", "next_activity", 1, "[data-test=next]"),
        ("flip chart", "next_activity", 2, "[data-test=flip-add]"),
        ("gallery", "seal_round", 1, "[data-test=poster-9]"),
        ("discussion", "agree_rating", 1, "[role=tab]"),
        ("tips", "keep_tip", 5, "[data-test=tip-1]"),
    ] {
        let room = Room::at(stop, nth);
        let window = room.enter().await;
        window.see(shows).await;
        look(&window, screen, &mut found).await;
        if screen == "ask" {
            window.strike("?").await;
            window.see("[data-test=key-sheet]").await;
            look(&window, "keys", &mut found).await;
        }
        if screen == "discussion" {
            window.click("[data-test=note-line]").await;
            window.keys("4 Somebody said so #re").await;
            window.see("[role=option]").await;
            look(&window, "note line", &mut found).await;
        }
    }
    none(&found);
}

#[tokio::test]
async fn choosing_ending_and_the_wall() {
    let mut found = Vec::new();
    let room = Room::at("choose", 1);
    let window = room.enter().await;
    window.see("[data-test=choose]").await;
    look(&window, "revealed", &mut found).await;
    window.click("[data-test=choose]").await;
    window.see("[data-test=take-these]").await;
    look(&window, "choose", &mut found).await;
    window.click("[data-test=wall-window]").await;
    window.turn_to("wall.html").await;
    window.see(".votes b").await;
    look(&window, "wall", &mut found).await;
    drop(window);

    let room = Room::at("end_session", 1);
    let window = room.enter().await;
    window.click("[data-test=end-session]").await;
    window.see("[data-test=end-session-yes]").await;
    look(&window, "the question before the end", &mut found).await;
    window.click("[data-test=end-session-yes]").await;
    window.see("[data-test=summary-page]").await;
    look(&window, "ending", &mut found).await;
    none(&found);
}

/// Looks at one screen in both themes.
async fn look(window: &Window, screen: &str, found: &mut Vec<String>) {
    for theme in ["light", "dark"] {
        window.theme(theme).await;
        still(window).await;
        let barriers = window.barriers().await;
        found.extend(barriers.into_iter().map(|b| format!("{screen}, {theme}: {b}")));
    }
    window.theme("light").await;
}

/// That nothing was found means something only where something would be.
async fn sees_a_barrier(window: &Window) {
    let add = "document.querySelector('main').insertAdjacentHTML('beforeend', '<button id=bare>')";
    window.page.execute(add, vec![]).await.unwrap();
    let found = window.barriers().await;
    assert!(found.iter().any(|b| b.contains("button-name")), "a bare button passed: {found:?}");
    window.page.execute("document.querySelector('#bare').remove()", vec![]).await.unwrap();
}

/// Waits until colours have stopped changing, so that none is measured half way.
async fn still(window: &Window) {
    let script = "return document.getAnimations().every((a) => a.playState !== 'running' ||\
        a.effect?.getComputedTiming().endTime === Infinity)";
    window.until("the screen to be still", script, vec![]).await;
}

fn none(found: &[String]) {
    assert!(found.is_empty(), "{} barriers:\n{}", found.len(), found.join("\n"));
}

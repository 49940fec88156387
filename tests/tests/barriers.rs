//! Nobody is kept out: axe-core finds nothing on the screens, light or dark.

use folkmoot_tests::{Window, demo, tonight};

/// Every barrier on the screen that shows, in both themes, each with the name of the screen.
async fn barriers(window: &Window, screen: &str) -> Vec<String> {
    let mut found = Vec::new();
    for theme in ["light", "dark"] {
        window.theme(theme).await;
        let named = window.barriers().await.into_iter().map(|b| format!("{screen}, {theme}: {b}"));
        found.extend(named);
    }
    found
}

#[tokio::test]
async fn the_library_has_no_barriers() {
    let home = tempfile::tempdir().unwrap();
    demo(home.path());
    let window = Window::open(home.path()).await;
    window.see("[data-test=new-study]").await;
    let found = barriers(&window, "library").await;
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[tokio::test]
async fn the_evening_has_no_barriers() {
    let moments = [
        ("welcome", "next_activity", 1),
        ("flip chart", "next_activity", 2),
        ("gallery", "seal_round", 1),
        ("revealed", "choose", 1),
        ("discussion", "agree_rating", 2),
        ("tips", "end_session", 1),
    ];
    let mut found = Vec::new();
    for (screen, stop, nth) in moments {
        let home = tempfile::tempdir().unwrap();
        tonight(&home.path().join("Tonight.folkmoot"), stop, nth);
        let window = Window::open(home.path()).await;
        window.see("[data-test=undo]").await;
        found.extend(barriers(&window, screen).await);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

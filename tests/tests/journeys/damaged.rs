//! A disk goes bad: what happened is said, what can be saved is seen, and work goes on.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use folkmoot_tests::{Window, demo, folkmoot};

/// The copies under a home, however deep.
fn copies(home: &Path) -> Vec<PathBuf> {
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let files = inside(&home.join("Copies")).into_iter().flat_map(|folder| inside(&folder));
    files.filter(|path| path.extension().is_some_and(|e| e == "folkmoot")).collect()
}

/// Spoils the pages that hold `words`.
fn spoil(path: &Path, words: &str) -> Vec<u8> {
    let mut bytes = fs::read(path).unwrap();
    for page in bytes.chunks_mut(4096) {
        if page.windows(words.len()).any(|w| w == words.as_bytes()) {
            page.fill(0xA5);
        }
    }
    fs::write(path, &bytes).unwrap();
    bytes
}

#[tokio::test]
async fn a_damaged_study_is_saved_with_the_help_of_its_copy() {
    let home = tempfile::tempdir().unwrap();
    let study = demo(home.path());

    // A copy is made without asking, soon after the study is opened.
    let window = Window::open(home.path()).await;
    window.click("[data-test=study-card]").await;
    window.see("[data-test=session]").await;
    let patience = Instant::now() + Duration::from_secs(60);
    while copies(home.path()).is_empty() {
        assert!(Instant::now() < patience, "no copy was made");
        thread::sleep(Duration::from_millis(100));
    }
    drop(window);

    let damaged = spoil(&study, "did-keep-tip");
    let window = Window::open(home.path()).await;
    window.click("[data-test=study-card]").await;
    window.see_text("Example: nine ideas” is damaged").await;
    window.see_text("As far as can be seen, nothing is missing.").await;
    window.see_text("It has every line that can be saved.").await;
    window.shot("damaged").await;
    assert_eq!(window.barriers().await, Vec::<String>::new());

    // It can be looked at, and nothing in it changes.
    window.click("[data-test=look-at-saved]").await;
    window.see("[data-test=only-to-look-at]").await;
    window.see("[data-test=session]").await;
    window.shot("damaged-look").await;
    let refused = window.call("rename_study", serde_json::json!({"name": "Buses"})).await;
    assert_eq!(refused.unwrap_err()["problem"], "only_to_look_at");

    // Kept, it is a study like any other, under a name of its own.
    window.click("[data-test=keep-saved]").await;
    window.gone("[data-test=only-to-look-at]").await;
    window.see("[data-test=session]").await;
    drop(window);
    let new = home.path().join("Example evening 2.folkmoot");
    let checked = folkmoot(&["check", &new.display().to_string()]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    assert!(fs::read(&study).unwrap() == damaged, "the damaged file was written to");
}

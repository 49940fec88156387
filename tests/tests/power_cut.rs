//! The power goes while somebody types: the window opens again where it stood.

use folkmoot_tests::{Window, folkmoot, tonight};

#[tokio::test]
async fn after_a_power_cut_the_evening_stands_where_it_stood() {
    let home = tempfile::tempdir().unwrap();
    let study = home.path().join("Tonight.folkmoot");
    tonight(&study, "seal_round", 1);
    let window = Window::open(home.path()).await;
    window.see("[data-test=undo]").await;
    let note = "[data-test=note-line]";
    window.fill(note, "4 and we should keep this whole").await;
    window.keys("\u{e007}").await;
    window.see_text("and we should keep this whole").await;
    window.fill(note, "7 half a sen").await;
    // A draft is kept a moment after the last key.
    tokio::time::sleep(std::time::Duration::from_millis(800)).await;
    window.desk.cut_the_power();
    drop(window);

    let window = Window::open(home.path()).await;
    window.see_text("and we should keep this whole").await;
    window
        .until(
            "the half sentence",
            "return document.querySelector(arguments[0])?.value.endsWith('half a sen')",
            vec![note.into()],
        )
        .await;
    drop(window);
    let said = folkmoot(&["check", &study.display().to_string()]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
}

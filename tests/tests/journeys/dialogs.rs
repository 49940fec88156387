//! The system's own programs and dialogs: a reader for papers, a file manager, where to open a
//! study from, where to save a file.

use std::{
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use folkmoot_tests::{Hands, Window, folkmoot, program_for};
use serde_json::json;

use crate::room::Room;

/// Waits until a program was asked to open `wanted`.
async fn is_asked_for(asked: &Path, wanted: &Path) {
    let end = Instant::now() + Duration::from_secs(20);
    while fs::read_to_string(asked).unwrap_or_default() != wanted.display().to_string() {
        let last = fs::read_to_string(asked);
        assert!(Instant::now() < end, "{} was not opened, but {last:?}", wanted.display());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Ends the evening and writes its summary; says where that is.
async fn summary(window: &Window, home: &Path) -> PathBuf {
    window.click("[data-test=end-session]").await;
    window.click("[data-test=end-session-yes]").await;
    window.gone("[data-test=modal]").await;
    window.click("[data-test=export-summary]").await;
    window.see("[data-test=file-line]").await;
    home.join("Oxford, 25–39, summary.pdf")
}

#[tokio::test]
async fn a_paper_opens_in_the_systems_programs_and_where_there_are_none_that_is_said() {
    // The folder's name begins with a dot, as that of the library does where nobody chose one.
    let room = Room::at("end_session", 1);
    let window = room.enter().await;
    let paper = summary(&window, room.home()).await;
    let refused = "return document.querySelector('[data-test=file-refused]')?.textContent\
        .includes(arguments[0]) ?? false";
    let said = |words: &'static str| window.until(words, refused, vec![json!(words)]);

    window.click("[data-test=open-file]").await;
    said("no program that opens PDF files").await;
    window.see_text(paper.to_str().unwrap()).await;
    window.click("[data-test=show-in-folder]").await;
    said("no file manager").await;

    // Somebody installs them, and presses again.
    let asked = program_for(room.home(), &["application/pdf", "inode/directory"]);
    window.click("[data-test=open-file]").await;
    is_asked_for(&asked, &paper).await;
    window.click("[data-test=show-in-folder]").await;
    is_asked_for(&asked, room.home()).await;
    window.gone("[data-test=file-refused]").await;

    fs::remove_file(&paper).unwrap();
    window.click("[data-test=open-file]").await;
    said("no longer there").await;
}

const OPEN: &str = "Open a study";
const SAVE: &str = "Where the template goes";

#[tokio::test]
async fn a_study_is_opened_and_a_file_saved_through_the_systems_dialogs() {
    let (home, stick) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let study = stick.path().join("Tŷ newydd م.folkmoot");
    let made = folkmoot(&["new", study.to_str().unwrap(), "--method", "policy-ideas"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let damaged = stick.path().join("Damaged.folkmoot");
    fs::write(&damaged, &fs::read(&study).unwrap()[..20_000]).unwrap();

    let window = Window::open(home.path()).await;
    let hands = Hands::on(&window);
    // Pressed twice in a hurry it asks once: one Escape, and nothing stands in the way.
    let twice =
        "for (let n = 0; n < 2; n++) document.querySelector('[data-test=open-study]').click()";
    window.page.execute(twice, vec![]).await.unwrap();
    hands.turn_to(OPEN).await;
    hands.strike(&["Escape"]);
    hands.leave(OPEN).await;
    // Nothing came of it; then one of which nothing can be had, and then one that is whole.
    window.see("[data-test=open-study]:enabled").await;
    choose(&window, &hands, &damaged).await;
    window.see_text("Nothing in this file can be read any more").await;
    choose(&window, &hands, &study).await;

    window.click("[data-test=place-sessions]").await;
    window.click("[data-test=import-people]").await;
    // A name without its ending gets it.
    let named = stick.path().join("Recruits, 12.3");
    save(&window, &hands, &named).await;
    let written = stick.path().join("Recruits, 12.3.xlsx");
    window.see_text(written.to_str().unwrap()).await;
    assert!(fs::read(&written).unwrap().starts_with(b"PK"), "it is no workbook");

    // Where the whole name is taken, it asks again, and who thinks better of it keeps the old file.
    fs::write(&written, "of last year").unwrap();
    window.click("[data-test=import-template]").await;
    let first = hands.turn_to(SAVE).await;
    hands.put(named.to_str().unwrap()).await;
    hands.turn_to_next(SAVE, &first).await;
    hands.strike(&["Escape"]);
    hands.leave(SAVE).await;
    assert_eq!(fs::read(&written).unwrap(), b"of last year");
}

/// Opens a study through the system's dialog.
async fn choose(window: &Window, hands: &Hands, study: &Path) {
    window.click("[data-test=open-study]").await;
    hands.turn_to(OPEN).await;
    // The line for a path, which is hidden until it is asked for.
    hands.strike(&["ctrl+l"]);
    hands.put(study.to_str().unwrap()).await;
    hands.leave(OPEN).await;
}

/// Saves the template for recruiters through the system's dialog.
async fn save(window: &Window, hands: &Hands, path: &Path) {
    window.click("[data-test=import-template]").await;
    hands.turn_to(SAVE).await;
    hands.put(path.to_str().unwrap()).await;
    hands.leave(SAVE).await;
}

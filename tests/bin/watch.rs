//! Shows the program where there is no display: the real window, the example evening, pictures.
//!
//! `watch FOLDER` leaves the study, its summary and pictures of every screen there;
//! `watch FOLDER pictures` leaves only the pictures that the documents show.

use std::{env, fs, path::Path, process::Command, time::Duration};

use folkmoot_tests::{Window, checkout, demo, tonight};

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut arguments = env::args().skip(1);
    let folder = checkout().join(arguments.next().expect("a folder to leave the pictures in"));
    let only_pictures = arguments.next().is_some();
    fs::create_dir_all(&folder).unwrap();
    let home = tempfile::tempdir().unwrap();
    demo(home.path());
    if !only_pictures {
        keep(home.path(), &folder);
    }
    walk(home.path(), &folder).await;
    println!("Left in {}:", folder.display());
    let mut names: Vec<_> =
        fs::read_dir(&folder).unwrap().flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    for name in names {
        println!("  {}", name.display());
    }
}

/// Copies the study and its summary, and draws the summary's pages.
fn keep(home: &Path, folder: &Path) {
    for name in ["Example evening.folkmoot", "Example evening, summary.pdf"] {
        fs::copy(home.join(name), folder.join(name)).unwrap();
    }
    let pages = Command::new("pdftoppm")
        .args(["-png", "-r", "90"])
        .arg(folder.join("Example evening, summary.pdf"))
        .arg(folder.join("summary"))
        .status();
    assert!(pages.is_ok_and(|status| status.success()), "pdftoppm is needed: make setup");
}

/// Walks through the screens as a person would, and takes a picture of each.
async fn walk(example: &Path, folder: &Path) {
    let window = Window::open(example).await;
    window.see("[data-test=open-study]").await;
    settle().await;
    shot(&window, folder, "library").await;
    drop(window);

    // Each time the evening has come to another moment, and the window opens where it stands.
    for (name, stop, nth) in [("run", "seal_round", 1), ("discussion", "agree_rating", 2)] {
        let home = tempfile::tempdir().unwrap();
        tonight(&home.path().join("Tonight.folkmoot"), stop, nth);
        let window = Window::open(home.path()).await;
        window.see("[data-test=next]").await;
        settle().await;
        shot(&window, folder, name).await;
        if name == "discussion" {
            window.theme("dark").await;
            settle().await;
            shot(&window, folder, "dark").await;
            window.click("[data-test=wall-window]").await;
            window.turn_to("wall.html").await;
            window.see("#app > *").await;
            settle().await;
            shot(&window, folder, "wall").await;
        }
    }
}

/// Lets fonts arrive and movements end, so that two pictures of one thing are the same.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(700)).await;
}

async fn shot(window: &Window, folder: &Path, name: &str) {
    let picture = window.shot(name).await;
    fs::copy(picture, folder.join(format!("{name}.png"))).unwrap();
}

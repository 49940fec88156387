//! Shows the program where there is no display: the real window, the example evening, pictures.
//!
//! `watch FOLDER` leaves the study, its summary and pictures of every screen there;
//! `watch FOLDER pictures` leaves only the pictures that the documents show.

use std::{env, fs, path::Path, process::Command};

use folkmoot_tests::{Window, checkout, demo};

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
async fn walk(home: &Path, folder: &Path) {
    let window = Window::open(home).await;
    shot(&window, folder, "library").await;
}

async fn shot(window: &Window, folder: &Path, name: &str) {
    let picture = window.shot(name).await;
    fs::copy(picture, folder.join(format!("{name}.png"))).unwrap();
}

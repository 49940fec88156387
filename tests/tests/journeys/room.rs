//! A room to walk into: a study of its own, at a moment of the example evening that is now.

use std::path::{Path, PathBuf};

use folkmoot_tests::{Window, folkmoot, tonight};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The nine of the example evening, by their seats.
pub const NAMES: [&str; 9] =
    ["Hannah", "Tom", "Priya", "Ellie", "Marcus", "Joanne", "Arun", "Beth", "Daniel"];

/// A home folder with one study in it.
pub struct Room {
    home: TempDir,
    study: PathBuf,
}

impl Room {
    /// The evening as it is just before the `nth` call of `stop`.
    pub fn at(stop: &str, nth: usize) -> Self {
        let home = tempfile::tempdir().unwrap();
        let study = home.path().join("Tonight.folkmoot");
        tonight(&study, stop, nth);
        Self { home, study }
    }

    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Opens the window. A session that runs is opened where it stands.
    pub async fn enter(&self) -> Window {
        let window = Window::open(self.home.path()).await;
        window.see("[data-test=undo]").await;
        window
    }

    /// What `folkmoot show` tells of the one session, once the study was found to be sound.
    pub fn evening(&self) -> Value {
        evening_of(&self.study)
    }
}

/// The one session of a study file, which must be sound and closed.
pub fn evening_of(study: &Path) -> Value {
    let file = study.display().to_string();
    let check = folkmoot(&["check", &file]);
    assert!(check.status.success(), "{check:?}");
    let show = folkmoot(&["show", &file]);
    assert!(show.status.success(), "{show:?}");
    let shown: Value = serde_json::from_slice(&show.stdout).unwrap();
    shown["evenings"][0].clone()
}

/// The session on the screen, as the workshop tells it.
pub async fn evening_now(window: &Window) -> Value {
    let view = window.call("study", json!({})).await.unwrap();
    let session = view["sessions"][0]["session"]["id"].clone();
    window.call("evening", json!({ "session": session })).await.unwrap()
}

/// How many lines the record of the screen says it has kept.
pub async fn sees_lines(window: &Window, lines: usize) {
    window
        .until(
            &format!("{lines} lines kept"),
            "return document.querySelector('[data-test=lines-kept]')?.textContent.trim()\
             .split(' ')[0] === String(arguments[0])",
            vec![json!(lines)],
        )
        .await;
}

//! A person's hands on the whole screen: the system's own dialogs are no page of ours, so no driver
//! of pages reaches them.

use std::{
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::window::{PATIENCE, Window};

const GLANCE: Duration = Duration::from_millis(50);
/// What a dialog needs after it has come up, or has the focus, until it takes keys.
const BREATH: Duration = Duration::from_millis(500);

/// Hands at the keyboard of a window's display.
pub struct Hands {
    display: String,
}

/// A dialog that came up, by the number the display knows it by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dialog(String);

impl Hands {
    pub fn on(window: &Window) -> Self {
        Self { display: window.desk.screen.name.clone() }
    }

    /// Waits for a dialog of this title, and turns to it.
    pub async fn turn_to(&self, title: &str) -> Dialog {
        self.turn(title, None).await
    }

    /// Waits until a dialog has made room for another of the same title, and turns to that.
    pub async fn turn_to_next(&self, title: &str, before: &Dialog) -> Dialog {
        self.turn(title, Some(before)).await
    }

    /// Waits until no dialog of this title is left.
    pub async fn leave(&self, title: &str) {
        let end = Instant::now() + PATIENCE;
        while self.find(title).is_some() {
            assert!(Instant::now() < end, "the dialog stays: {title}");
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Puts words in the place of those in the line that is being written, and ends it.
    pub async fn put(&self, words: &str) {
        self.strike(&["ctrl+a"]);
        self.ask(&["type", "--delay", "25", "--", words]);
        // It looks for files of such a name while one types, and takes no Return meanwhile.
        tokio::time::sleep(BREATH).await;
        self.strike(&["Return"]);
    }

    /// Strikes keys, each by its name or as a chord such as "ctrl+a".
    pub fn strike(&self, keys: &[&str]) {
        self.ask(&[&["key", "--delay", "60"], keys].concat());
    }

    async fn turn(&self, title: &str, before: Option<&Dialog>) -> Dialog {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(dialog) = self.find(title).filter(|found| before != Some(found)) {
                tokio::time::sleep(BREATH).await;
                self.ask(&["windowfocus", "--sync", &dialog.0]);
                tokio::time::sleep(BREATH).await;
                return dialog;
            }
            assert!(Instant::now() < end, "no dialog came up: {title}");
            tokio::time::sleep(GLANCE).await;
        }
    }

    fn find(&self, title: &str) -> Option<Dialog> {
        let found = self.ask(&["search", "--onlyvisible", "--name", &format!("^{title}$")]);
        found.lines().last().map(|number| Dialog(number.to_owned()))
    }

    fn ask(&self, arguments: &[&str]) -> String {
        let done = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.display)
            .stdin(Stdio::null())
            .output()
            .expect("xdotool is needed: make setup installs it");
        String::from_utf8_lossy(&done.stdout).into_owned()
    }
}

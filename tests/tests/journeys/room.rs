//! A room to walk into: a study of its own, at a moment of the example evening that is now.

use std::{
    fs,
    path::{Path, PathBuf},
};

use folkmoot_tests::{Window, call, checkout, folkmoot, plan, tonight};
use serde_json::{Value, json};
use tempfile::TempDir;
use uuid::Uuid;

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

    /// An evening at its gallery whose method has so many ideas: those of policy ideas, as far as
    /// they go, and again under other names.
    pub fn with_ideas(count: usize) -> Self {
        let home = tempfile::tempdir().unwrap();
        let method = home.path().join("method");
        let source = checkout().join("assets/methods/policy-ideas");
        fs::create_dir(&method).unwrap();
        for file in ["method.toml", "guide.toml"] {
            fs::copy(source.join(file), method.join(file)).unwrap();
        }
        let text = fs::read_to_string(source.join("ideas.toml")).unwrap();
        let (head, ideas) = text.split_once("[[ideas]]").unwrap();
        let ideas: Vec<&str> = ideas.split("[[ideas]]").collect();
        // Every fourth one first, so that the first few have all the themes.
        let order = (0..4).flat_map(|from| (from..ideas.len()).step_by(4)).cycle();
        let mut made = head.to_owned();
        for (at, which) in order.take(count).enumerate() {
            let own = ideas[which].split('"').nth(1).unwrap();
            // Every id of an idea begins with the idea's own.
            let again = ideas[which].replace(&format!("\"{own}"), &format!("\"{own}-{at}"));
            made += &format!("[[ideas]]{again}");
        }
        fs::write(method.join("ideas.toml"), made).unwrap();

        let study = home.path().join("Tonight.folkmoot");
        let (file, method) = (study.display().to_string(), method.display().to_string());
        let new = folkmoot(&["new", &file, "--method", &method]);
        assert!(new.status.success(), "{}", String::from_utf8_lossy(&new.stderr));
        let session = Uuid::now_v7();
        let mut script = vec![plan(session, "Oxford, 25–39")];
        for (seat, name) in (1..).zip(NAMES) {
            let id = Uuid::now_v7();
            let person = json!({"id": id, "session": session, "seat": seat, "name": name});
            script.push(json!({"call": "seat_person", "with": person}));
            script.push(json!({"call": "person_came", "with": {"participant": id}}));
        }
        script.push(json!({"call": "start_session", "with": {"session": session}}));
        let gallery = json!({"session": session, "activity": "gallery"});
        script.push(json!({"call": "go_to", "with": gallery}));
        let answer = call(&study, &script);
        assert_eq!(answer.status, 0, "{:?}", answer.lines);
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

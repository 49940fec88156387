//! The one door from the screens to the workshop.

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
};

use api::{Actor, Problem, ProblemCode, Workshop};
use chrono::Utc;
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::{AppHandle, Manager, State, WebviewWindow};
use uuid::Uuid;

use super::{MAIN, wall};
use crate::files;

/// The workshop, until the program ends.
pub struct Door(Mutex<Option<Workshop>>);

/// What a screen asks: a command's name, what goes with it, and its own id of the call.
#[derive(Deserialize)]
pub struct Request {
    call: String,
    #[serde(default)]
    with: Value,
    #[serde(default)]
    id: Option<Uuid>,
}

/// Runs one command of the one list. It runs beside the window's own thread, so that the disk's
/// pace is never the screen's.
#[tauri::command(async)]
pub fn call(window: WebviewWindow, door: State<Door>, request: Request) -> api::Result<Value> {
    // Which window asks is known here and not told by it: the wall cannot speak as staff.
    let actor = if window.label() == wall::LABEL { Actor::Wall } else { Actor::Moderator };
    door.ask(actor, &request.call, request.with, request.id)
}

impl Door {
    pub fn new(workshop: Workshop) -> Self {
        Self(Mutex::new(Some(workshop)))
    }

    fn ask(&self, actor: Actor, call: &str, with: Value, id: Option<Uuid>) -> api::Result<Value> {
        let mut workshop = self.lock();
        let workshop = workshop.as_mut().ok_or(ProblemCode::NoStudy)?;
        let answer = workshop.call(actor, call, with, Utc::now(), id);
        if let Err(problem) = &answer {
            log(call, problem);
        }
        answer
    }

    /// Opens a study before any screen asks for one. If it cannot be opened the library shows.
    pub fn open(&self, study: &Path) {
        let with = json!({ "path": files::absolute(study) });
        // The reason is in the log already.
        let _ = self.ask(Actor::Moderator, "open_study", with, None);
    }

    /// Does something with the workshop, as long as there is one.
    pub fn with<T>(&self, f: impl FnOnce(&mut Workshop) -> T) -> Option<T> {
        self.lock().as_mut().map(f)
    }

    /// Closes the study's file, so that it is one file again. All of it was kept before.
    pub fn shut(&self) {
        drop(self.lock().take());
    }

    /// A call that broke off was rolled back, so the workshop is whole even then.
    fn lock(&self) -> MutexGuard<'_, Option<Workshop>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a second start does: the first window comes to the front, and stays where it is. An
/// evening may be running in it.
pub fn second_start(app: &AppHandle) {
    if let Some(main) = app.get_webview_window(MAIN) {
        // Some desktops refuse to bring a window forward; it is there all the same.
        let _ = main.unminimize();
        let _ = main.set_focus();
    }
}

/// A refusal's cause goes to the log, which is standard error; the screen says it in words.
fn log(call: &str, problem: &Problem) {
    eprintln!("{call}: {:?} {}", problem.code, problem.cause);
}

//! Copies of the study that is open, made without asking and beside everything else.

use std::{thread, time::Duration};

use chrono::Utc;
use tauri::{AppHandle, Manager};

use super::door::Door;

/// How often it is asked whether a copy is due. The first time is well after the window has come
/// up, which is busy enough.
const LOOK: Duration = Duration::from_secs(5);

/// Makes copies when they are due, as long as the window is open.
pub fn keep(app: AppHandle) {
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            copy(&app.state::<Door>());
        }
    });
}

/// Makes a copy if one is due, without the door's lock but for its beginning and its end.
pub fn copy(door: &Door) {
    let begun = door.with(|workshop| workshop.begin_copy(Utc::now()));
    let Some(copy) = begun.flatten() else { return };
    let ended = copy.make();
    if let Some(problem) = ended.problem() {
        eprintln!("a copy: {:?} {}", problem.code, problem.cause);
    }
    door.with(|workshop| workshop.end_copy(ended));
}

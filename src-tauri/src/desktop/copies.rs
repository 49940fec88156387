//! Copies of the study that is open, made without asking and beside everything else.

use std::{thread, time::Duration};

use chrono::Utc;
use tauri::{AppHandle, Manager};

use super::door::Door;

/// How often it is asked whether a copy is due. The first time is well after the window has come
/// up, which is busy enough.
const LOOK: Duration = Duration::from_secs(5);

/// A breath between two slices, so that an act that waits is let in.
const BREATH: Duration = Duration::from_millis(2);

/// Makes copies when they are due, as long as the window is open.
pub fn keep(app: AppHandle) {
    thread::spawn(move || {
        loop {
            thread::sleep(LOOK);
            copy(&app.state::<Door>());
        }
    });
}

/// Makes a copy if one is due. Every slice is read under the door's lock and written without it.
pub fn copy(door: &Door) {
    let begun = door.with(|workshop| workshop.begin_copy(Utc::now()));
    let Some(mut copy) = begun.flatten() else { return };
    while door.with(|workshop| workshop.read_copy(&mut copy)).unwrap_or(false) {
        copy.write();
        thread::sleep(BREATH);
    }
    let ended = copy.finish();
    if let Err(problem) = &ended.1 {
        eprintln!("a copy: {:?} {}", problem.code, problem.cause);
    }
    door.with(|workshop| workshop.end_copy(ended));
}

//! The folder of the library.

use std::{env, path::PathBuf};

use tauri::{AppHandle, Manager, Runtime};

/// The folder of the library. `FOLKMOOT_HOME` puts it elsewhere, for tests and for sticks.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<PathBuf> {
    match set() {
        Some(home) => Ok(home),
        None => Ok(app.path().data_dir()?.join("folkmoot")),
    }
}

/// The library's folder if the environment names one.
pub fn set() -> Option<PathBuf> {
    env::var_os("FOLKMOOT_HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
}

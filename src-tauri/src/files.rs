//! Where things are on this computer, and paths as people give them.

use std::{
    env,
    path::{Path, PathBuf},
};

use tauri::{AppHandle, Manager, Runtime};

/// The folder of the library. `FOLKMOOT_HOME` puts it elsewhere, for tests and for sticks.
pub fn home<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<PathBuf> {
    match set_home() {
        Some(home) => Ok(home),
        None => Ok(app.path().data_dir()?.join("folkmoot")),
    }
}

/// The library's folder if the environment names one.
pub fn set_home() -> Option<PathBuf> {
    env::var_os("FOLKMOOT_HOME").filter(|home| !home.is_empty()).map(PathBuf::from)
}

/// A path that stays right when the working folder changes.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

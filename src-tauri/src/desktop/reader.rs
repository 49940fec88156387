//! What was written, in the programs that the system has for it: a reader, a file manager.

use std::path::{Path, PathBuf};

use api::{Problem, ProblemCode};

/// What may be opened, by the endings of names: what this program writes for people to read.
const OPENED: [&str; 3] = ["pdf", "ics", "zip"];

/// Opens a file that was written here in the program that the system has for such files.
#[tauri::command(async)]
pub fn open_file(path: PathBuf) -> api::Result<()> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !OPENED.contains(&ending.as_str()) {
        return Err(ProblemCode::Forbidden.into());
    }
    there(&path)?;
    open(&path).map_err(|cause| {
        let nobody = Problem::new(ProblemCode::NothingOpensIt);
        nobody.with("kind", ending.to_uppercase()).with("path", path.display()).because(cause)
    })
}

/// Shows a file in its folder, in the system's file manager. One that cannot point at a file shows
/// the folder.
#[tauri::command(async)]
pub fn show_file(path: PathBuf) -> api::Result<()> {
    there(&path)?;
    let folder = path.parent().unwrap_or(Path::new("/"));
    tauri_plugin_opener::reveal_item_in_dir(&path)
        .map_err(|e| e.to_string())
        .or_else(|first| open(folder).map_err(|second| format!("{first}; {second}")))
        .map_err(|cause| {
            let nobody = Problem::new(ProblemCode::NoFileManager);
            nobody.with("folder", folder.display()).because(cause)
        })
}

/// Whether the file is still where it was written.
fn there(path: &Path) -> api::Result<()> {
    if path.exists() {
        return Ok(());
    }
    Err(Problem::new(ProblemCode::NotFound).with("what", "file").because(path.display()))
}

/// Opens a file or folder, and says why if nothing does. Asking the desktop's own list of programs
/// tells; starting `xdg-open` would not, which ends with its regrets when nobody listens any more.
#[cfg(target_os = "linux")]
fn open(path: &Path) -> Result<(), String> {
    use gio::prelude::FileExt;

    let place = gio::File::for_path(path).uri();
    gio::AppInfo::launch_default_for_uri(&place, gio::AppLaunchContext::NONE)
        .map_err(|e| e.to_string())
}

#[cfg(not(target_os = "linux"))]
fn open(path: &Path) -> Result<(), String> {
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(|e| e.to_string())
}

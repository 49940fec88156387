//! The system's own dialog for where a file goes.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

/// What a file can be saved as.
#[derive(Debug, Deserialize)]
pub struct Kind {
    /// What such files are called.
    name: String,
    /// What their names end with, without the dot; the usual one first.
    endings: Vec<String>,
}

/// Lets a person choose where a file goes. None: they left the dialog.
///
/// A name without a fitting ending gets the usual one: otherwise no program would know what the
/// file is. The dialog asked about the name as it was typed, so where the whole name is taken it
/// asks again with that filled in: nothing is replaced unasked.
#[tauri::command]
pub async fn save_as<R: Runtime>(
    app: AppHandle<R>,
    title: String,
    name: PathBuf,
    kind: Kind,
) -> Option<PathBuf> {
    let endings: Vec<&str> = kind.endings.iter().map(String::as_str).collect();
    let mut proposed = name;
    loop {
        let named = proposed.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut dialog = app.dialog().file().set_title(&title).add_filter(&kind.name, &endings);
        dialog = dialog.set_file_name(named);
        if let Some(folder) = proposed.parent().filter(|folder| folder.is_dir()) {
            dialog = dialog.set_directory(folder);
        }
        let chosen = dialog.blocking_save_file()?.into_path().ok()?;
        let whole = with_ending(&chosen, &endings);
        if whole == chosen || !whole.exists() {
            return Some(whole);
        }
        proposed = whole;
    }
}

/// The path with the usual ending, unless it has one of them.
fn with_ending(path: &Path, endings: &[&str]) -> PathBuf {
    let has = |ending: &OsStr| endings.iter().any(|known| ending.eq_ignore_ascii_case(known));
    let (Some(usual), Some(name)) = (endings.first(), path.file_name()) else {
        return path.to_owned();
    };
    if path.extension().is_some_and(has) {
        return path.to_owned();
    }
    // Put behind what was typed, not in place of what stands after a dot: "Oxford, 12.3.".
    let mut name = name.to_owned();
    if !name.to_string_lossy().ends_with('.') {
        name.push(".");
    }
    name.push(usual);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gets_the_usual_ending_unless_it_has_one_that_fits() {
        let of = |name: &str, endings: &[&str]| {
            let whole = with_ending(Path::new("/papers").join(name).as_path(), endings);
            whole.file_name().unwrap().to_str().unwrap().to_owned()
        };
        assert_eq!(of("Oxford", &["pdf"]), "Oxford.pdf");
        assert_eq!(of("Oxford.pdf", &["pdf"]), "Oxford.pdf");
        assert_eq!(of("Oxford.PDF", &["pdf"]), "Oxford.PDF");
        assert_eq!(of("Recruits.csv", &["xlsx", "csv"]), "Recruits.csv");
        assert_eq!(of("Recruits.doc", &["xlsx", "csv"]), "Recruits.doc.xlsx");
        // A study that is there stays what it is.
        assert_eq!(of("Nine ideas.folkmoot", &["pdf"]), "Nine ideas.folkmoot.pdf");
        assert_eq!(of("Tŷ’r Cyffredin, 12.3", &["pdf"]), "Tŷ’r Cyffredin, 12.3.pdf");
        assert_eq!(of("Group no.", &["pdf"]), "Group no.pdf");
        assert_eq!(of(".pdf", &["pdf"]), ".pdf.pdf");
    }
}

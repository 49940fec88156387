//! The window: Tauri, its plugins, and the one door from the screens to the workshop.

mod copies;
mod dialogs;
mod door;
mod home;
mod reader;
mod screens;
mod wall;

use std::{path::PathBuf, process::ExitCode};

use tauri::{App, Emitter, Manager, RunEvent};
use tauri_plugin_window_state::StateFlags;

use door::Door;

/// The label of the staff's window.
const MAIN: &str = "main";

/// Tells every window that something was committed. What it was they read from the workshop.
const JOURNAL: &str = "journal";

/// Opens the window, on `study` if one is given, and runs until it is closed.
pub fn run(study: Option<PathBuf>) -> ExitCode {
    let mut builder = tauri::Builder::default();
    // A home of its own is a program of its own: it neither joins another nor remembers places.
    if home::set().is_none() {
        builder = builder
            .plugin(tauri_plugin_single_instance::init(|app, _, _| door::second_start(app)))
            .plugin(
                tauri_plugin_window_state::Builder::new()
                    .with_state_flags(StateFlags::all() - StateFlags::VISIBLE)
                    .with_denylist(&[wall::LABEL])
                    .build(),
            );
    }
    let built = builder
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            door::call,
            wall::open_wall,
            wall::close_wall,
            wall::screens,
            dialogs::save_as,
            reader::open_file,
            reader::show_file
        ])
        .setup(move |app| Ok(set_up(app, study)?))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(|app, event| {
                if let RunEvent::Exit = event {
                    let door = app.state::<Door>();
                    // A session that has just ended is copied now and not the next time.
                    copies::copy(&door);
                    door.shut();
                }
            });
            ExitCode::SUCCESS
        }
        Err(e) => {
            eprintln!("The window could not be opened: {e}");
            ExitCode::FAILURE
        }
    }
}

fn set_up(app: &mut App, study: Option<PathBuf>) -> tauri::Result<()> {
    let handle = app.handle().clone();
    let mut workshop = api::Workshop::new(home::of(&handle)?);
    // Without a folder of the person's own every path is said in full.
    if let Ok(own) = app.path().home_dir() {
        workshop = workshop.of_person(&own);
    }
    workshop.listen(move || {
        // A window that is closing hears nothing, and that is as it should be.
        let _ = handle.emit(JOURNAL, ());
    });
    let door = Door::new(workshop);
    if let Some(study) = study {
        door.open(&study);
    }
    app.manage(door);
    copies::keep(app.handle().clone());
    if let Some(main) = app.get_webview_window(MAIN) {
        wall::follow(&main);
    }
    Ok(())
}

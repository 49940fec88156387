//! The wall: a second window for the room, on the projector when there is one.

use tauri::{
    AppHandle, Manager, Monitor, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};

use super::screens::{Area, Screens, lie};

/// The wall window's label, and so its name in the capabilities.
pub const LABEL: &str = "wall";

/// Opens the wall, or brings it to the front. On a screen of the room's own it fills that screen;
/// with none it is an ordinary window, since a full one would hide the moderator's own. `fill`
/// fills the one screen all the same: then a projector that shows the same picture shows the wall
/// and nothing of the staff's.
///
/// Async on purpose: a window opened from a command on the main thread waits for itself for ever.
#[tauri::command]
pub async fn open_wall(app: AppHandle, fill: Option<bool>) -> Result<(), String> {
    open(&app, fill.unwrap_or_default()).map_err(|e| e.to_string())
}

/// Whether the room has a screen of its own.
#[tauri::command]
pub async fn screens(app: AppHandle) -> Result<Screens, String> {
    let found = look(&app).map_err(|e| e.to_string())?;
    Ok(found.0)
}

/// Closes the wall. Closing a wall that is not open is no fault.
#[tauri::command]
pub async fn close_wall(app: AppHandle) -> Result<(), String> {
    match app.get_webview_window(LABEL) {
        Some(wall) => wall.destroy().map_err(|e| e.to_string()),
        None => Ok(()),
    }
}

fn open<R: Runtime>(app: &AppHandle<R>, fill: bool) -> tauri::Result<()> {
    let (_, screen) = look(app)?;
    let corner = screen.map(|screen| screen.position().to_logical::<f64>(screen.scale_factor()));
    let wall = if let Some(wall) = app.get_webview_window(LABEL) {
        // A projector that was plugged in since has the wall now.
        if let Some(corner) = corner {
            wall.set_fullscreen(false)?;
            wall.set_position(corner)?;
        }
        wall.set_focus()?;
        wall
    } else {
        let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("wall.html".into()))
            .title("Folkmoot: the wall")
            .inner_size(1280.0, 720.0)
            .focused(fill);
        match corner {
            Some(corner) => builder.position(corner.x, corner.y).build()?,
            None => builder.build()?,
        }
    };
    if fill || corner.is_some() {
        wall.set_fullscreen(true)?;
    }
    Ok(())
}

/// How the screens lie, and which is the room's.
fn look<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<(Screens, Option<Monitor>)> {
    let Some(main) = app.get_webview_window(super::MAIN) else { return Ok((Screens::One, None)) };
    let own = main.current_monitor()?.as_ref().map(Area::of);
    let mut all = main.available_monitors()?;
    let (how, place) = lie(own, &all.iter().map(Area::of).collect::<Vec<_>>());
    Ok((how, place.map(|place| all.swap_remove(place))))
}

/// Closes the wall together with the staff's window: a wall without staff would stay for ever.
pub fn follow<R: Runtime>(main: &WebviewWindow<R>) {
    let app = main.app_handle().clone();
    main.on_window_event(move |event| {
        if let tauri::WindowEvent::Destroyed = event
            && let Some(wall) = app.get_webview_window(LABEL)
        {
            // The program is ending: there is nobody left to tell if this fails.
            let _ = wall.destroy();
        }
    });
}

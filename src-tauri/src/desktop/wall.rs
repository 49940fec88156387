//! The wall: a second window for the room, on the projector when there is one.

use tauri::{
    AppHandle, Manager, Monitor, Runtime, WebviewUrl, WebviewWindow, WebviewWindowBuilder,
};

/// The wall window's label, and so its name in the capabilities.
pub const LABEL: &str = "wall";

/// Opens the wall, or brings it to the front. On a second screen it fills that screen; with one
/// screen only it is an ordinary window, since a full one would hide the moderator's own.
///
/// Async on purpose: a window opened from a command on the main thread waits for itself for ever.
#[tauri::command]
pub async fn open_wall(app: AppHandle) -> Result<(), String> {
    open(&app).map_err(|e| e.to_string())
}

/// Closes the wall. Closing a wall that is not open is no fault.
#[tauri::command]
pub async fn close_wall(app: AppHandle) -> Result<(), String> {
    match app.get_webview_window(LABEL) {
        Some(wall) => wall.destroy().map_err(|e| e.to_string()),
        None => Ok(()),
    }
}

fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if let Some(wall) = app.get_webview_window(LABEL) {
        return wall.set_focus();
    }
    let builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("wall.html".into()))
        .title("Folkmoot: the wall")
        .inner_size(1280.0, 720.0)
        .focused(false);
    let Some(screen) = projector(app)? else {
        builder.build()?;
        return Ok(());
    };
    let corner = screen.position().to_logical::<f64>(screen.scale_factor());
    let wall = builder.position(corner.x, corner.y).build()?;
    wall.set_fullscreen(true)
}

/// The first screen that the staff's window is not on.
fn projector<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Option<Monitor>> {
    let Some(main) = app.get_webview_window(super::MAIN) else { return Ok(None) };
    let own = place(main.current_monitor()?.as_ref());
    let others = main.available_monitors()?;
    Ok(others.into_iter().find(|screen| place(Some(screen)) != own))
}

/// Where a screen begins, in pixels: mirrored screens begin at the same place and count as one.
fn place(screen: Option<&Monitor>) -> Option<(i32, i32)> {
    screen.map(|screen| (screen.position().x, screen.position().y))
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

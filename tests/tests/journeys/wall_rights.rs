//! The wall is a second window, opened and closed from the first.

use folkmoot_tests::Window;
use serde_json::Value;

#[tokio::test]
async fn the_wall_opens_once_and_cannot_speak_as_staff() {
    let home = tempfile::tempdir().unwrap();
    let window = Window::open(home.path()).await;
    invoke(&window, "open_wall").await;
    invoke(&window, "open_wall").await;
    window.turn_to("wall.html").await;
    assert_eq!(window.page.windows().await.unwrap().len(), 2, "opening twice shows one wall");

    let refused = window.call("library", Value::Null).await.unwrap_err();
    assert_eq!(refused["problem"], "forbidden");
    assert!(window.call("methods", Value::Null).await.is_ok());
    for command in ["open_wall", "save_as", "open_file", "show_file"] {
        let said = answer(&window, command).await;
        assert!(said.as_str().unwrap_or_default().contains("not allowed"), "{command}: {said}");
    }

    window.turn_to("index.html").await;
    invoke(&window, "close_wall").await;
    invoke(&window, "close_wall").await;
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
}

async fn invoke(window: &Window, command: &str) {
    assert_eq!(answer(window, command).await, Value::Null, "{command}");
}

/// What the program answers to one of the window's own commands: nothing, or why it refused.
async fn answer(window: &Window, command: &str) -> Value {
    let script = "const [command, done] = arguments;\
        window.__TAURI_INTERNALS__.invoke(command).then(() => done(null), (e) => done(String(e)));";
    window.page.execute_async(script, vec![command.into()]).await.unwrap()
}

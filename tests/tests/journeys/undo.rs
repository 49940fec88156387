//! Undo and redo say what they would do, and do it.

use folkmoot_tests::{Key, Window};
use serde_json::json;

use crate::room::{Room, evening_now, sees_lines};

#[tokio::test]
async fn an_act_is_taken_back_and_done_again_with_words() {
    let room = Room::at("set_round", 1);
    let window = room.enter().await;
    let lines = evening_now(&window).await["lines"].as_array().unwrap().len();
    window.see("[data-test=poster-9]").await;

    window.strike("44").await;
    window.see("[data-test=green-count-4][data-n='1']").await;
    let words = "green sticker of seat 4 on Citizen advisors";
    says(&window, "[data-test=undo]", words).await;

    window.strike_with(Key::Control, 'z').await;
    window.see("[data-test=green-count-4][data-n='0']").await;
    says(&window, "[data-test=redo]", words).await;
    window.strike_with(Key::Control, 'y').await;
    window.see("[data-test=green-count-4][data-n='1']").await;
    window.gone("[data-test=redo]").await;

    window.strike(&char::from(Key::Escape).to_string()).await;
    window.keys(&format!("2 Said twice{}", char::from(Key::Enter))).await;
    sees_lines(&window, lines + 1).await;
    says(&window, "[data-test=undo]", "line “Said twice”").await;
    window.click("[data-test=undo]").await;
    sees_lines(&window, lines).await;
    assert!(!window.text("[data-test=undo]").await.contains("Said twice"));
    window.click("[data-test=redo]").await;
    sees_lines(&window, lines + 1).await;
    window.click("[data-test=undo]").await;
    sees_lines(&window, lines).await;
    drop(window);

    let evening = room.evening();
    assert_eq!(evening["stickers"].as_array().unwrap().len(), 1);
    let said =
        evening["lines"].as_array().unwrap().iter().any(|l| l["text"] == json!("Said twice"));
    assert!(!said, "the line was taken back, and is in the file");
}

/// Waits until a button says what it would do.
async fn says(window: &Window, css: &str, words: &str) {
    let script = "return document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
    window.until(&format!("{css} to say {words:?}"), script, vec![json!(css), json!(words)]).await;
}

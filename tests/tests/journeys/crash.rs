//! The power goes in the middle of a sentence.

use folkmoot_tests::Window;
use serde_json::json;

use crate::room::{Room, evening_now, sees_lines};

const SENTENCE: &str = "4 It was on my way home that I thought";

#[tokio::test]
async fn a_crash_loses_no_line_and_no_half_sentence() {
    let room = Room::at("go_to", 2);
    let window = room.enter().await;
    let evening = evening_now(&window).await;
    let session = evening["session"]["id"].clone();
    let before = evening["lines"].as_array().unwrap().len();
    let title = window.text("h1").await;

    window.click("[data-test=note-line]").await;
    window.keys("9 The last thing that was said\u{e007}").await;
    sees_lines(&window, before + 1).await;
    window.keys(SENTENCE).await;
    kept(&window, &session).await;
    window.desk.cut_the_power();
    drop(window);

    let window = room.enter().await;
    assert_eq!(window.text("h1").await, title, "it came back somewhere else");
    sees_lines(&window, before + 1).await;
    window.see_text("The last thing that was said").await;
    let field = "document.querySelector('[data-test=note-line]')";
    window
        .until(
            "the half sentence in the note line",
            &format!("return {field}.value.trim() === 'It was on my way home that I thought'"),
            vec![],
        )
        .await;
    window.click("[data-test=note-line]").await;
    window.keys(" of her.\u{e007}").await;
    sees_lines(&window, before + 2).await;
    drop(window);

    let lines = room.evening()["lines"].as_array().unwrap().clone();
    let last = lines.last().unwrap();
    assert_eq!(lines.len(), before + 2);
    assert_eq!(last["text"], json!("It was on my way home that I thought of her."));
    assert_eq!(last["speakers"].as_array().unwrap().len(), 1, "seat 4 said it");
}

/// Waits for the draft to be on the disk, which it is a blink after the last key.
async fn kept(window: &Window, session: &serde_json::Value) {
    let patience = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while window.call("draft", json!({ "session": session })).await.unwrap() != json!(SENTENCE) {
        assert!(std::time::Instant::now() < patience, "the draft was never kept");
    }
}

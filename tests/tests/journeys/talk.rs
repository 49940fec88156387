//! A discussion: its sides, the lines people say, and the numbers they agree on.

use folkmoot_tests::{Key, Window};
use serde_json::{Value, json};

use crate::room::{Room, evening_now, sees_lines};

#[tokio::test]
async fn a_discussion_is_written_down_and_rated() {
    let room = Room::at("go_to", 1);
    let window = room.enter().await;
    let before = evening_now(&window).await["lines"].as_array().unwrap().len();

    window.see("[role=tab][data-lens=desirable][aria-selected=true]").await;
    window.click("[role=tab][data-lens=equitable]").await;
    window.see("[role=tab][data-lens=equitable][aria-selected=true]").await;

    lines(&window, before).await;
    a_seat_nobody_sits_in(&window, before + 1).await;
    ratings(&window).await;
    drop(window);

    let evening = room.evening();
    let line = evening["lines"].as_array().unwrap().last().unwrap();
    assert_eq!(line["text"], json!("It’s the ones who’d never book it"));
    assert_eq!(line["codes"], json!(["reach-out"]));
    assert_eq!(line["starred"], json!(true));
    assert_eq!((&line["idea"], &line["lens"]), (&json!("citizen-advisors"), &json!("equitable")));
    let ratings = evening["ratings"].as_array().unwrap();
    let agreed: Vec<&Value> = ratings.iter().filter(|r| r["participant"].is_null()).collect();
    assert_eq!((agreed.len(), ratings.len()), (1, 10));
    assert_eq!(agreed[0]["value"], json!(7));
}

/// A verbatim with a code completed by Tab and a star, and a line for the flip chart.
async fn lines(window: &Window, before: usize) {
    window
        .call(
            "keep_line",
            json!({
                "id": "0190a000-0000-7000-8000-000000000001",
                "session": evening_now(window).await["session"]["id"],
                "input": "5 Not for the shy ones #reach-out",
            }),
        )
        .await
        .unwrap();
    sees_lines(window, before + 1).await;

    window.strike(&char::from(Key::Escape).to_string()).await;
    window.keys("7 It’s the ones who’d never book it #reach-").await;
    window.see("[role=option][aria-selected=true]").await;
    window.keys(&format!("{}*{}", char::from(Key::Tab), char::from(Key::Enter))).await;
    sees_lines(window, before + 2).await;
    window.see_text("It’s the ones who’d never book it").await;
    window.see_text("#reach-out").await;

    window.keys(&format!("=7 A voice you know{}", char::from(Key::Enter))).await;
    window.see_text("A voice you know").await;
    sees_lines(window, before + 2).await;
}

/// The line is refused with words, and the words stay.
async fn a_seat_nobody_sits_in(window: &Window, before: usize) {
    window.keys(&format!("12 I never said that{}", char::from(Key::Enter))).await;
    window.see_text("Nobody sits in seat 12. Your words are still in the note line").await;
    let field = window.see("[data-test=note-line]").await;
    let words = field.prop("value").await.unwrap().unwrap();
    assert!(words.contains("I never said that"), "the words went: {words:?}");
    sees_lines(window, before + 1).await;
    field.clear().await.unwrap();
    for _ in 0..4 {
        window.keys(&char::from(Key::Backspace).to_string()).await;
    }
    window.keys(&char::from(Key::Escape).to_string()).await;
}

/// Nine numbers in private, the spread, and one number for the group, all by keys.
async fn ratings(window: &Window) {
    let row = "[data-rate=equitable]";
    window.click(&format!("{row} [data-test=private]")).await;
    window.click("[data-test=private-1]").await;
    for value in [7, 8, 6, 7, 9, 5, 7, 8, 10] {
        window.keys(&format!("{value}{}", char::from(Key::Enter))).await;
    }
    window
        .until(
            "nine ratings in private",
            "const fields = [...document.querySelectorAll('[data-test^=private-]')];\
             return fields.length === 9 && fields.every((f) => f.value === '' && f.placeholder)",
            vec![],
        )
        .await;
    window.click(&format!("{row} [data-test=private]")).await;
    window.click(&format!("{row} [data-test=show-spread]")).await;
    window.see_text("5 to 10").await;

    // The arrows begin in the middle of the scale.
    let right = char::from(Key::Right).to_string();
    for value in 5..=7 {
        window.strike(&right).await;
        window.see(&format!("{row} [data-n='{value}'].offered")).await;
    }
    window.strike(&char::from(Key::Enter).to_string()).await;
    window.see(&format!("{row} [data-test=agreed]")).await;
    assert!(window.text(&format!("{row} [data-test=agreed]")).await.ends_with('7'));
}

//! What cannot be printed is said where it is typed, not when the summary is wanted.

use serde_json::json;
use uuid::Uuid;

use crate::room::{Room, evening_now};

#[tokio::test]
async fn a_letter_that_no_paper_can_show_is_named_while_it_is_typed() {
    let room = Room::at("seal_round", 1);
    let window = room.enter().await;
    let session = evening_now(&window).await["session"]["id"].clone();
    let go = |activity: &str| json!({"session": session, "activity": activity});

    window.call("go_to", go("why-services")).await.unwrap();
    window.fill("[data-test=flip-add]", "4 a good 漢").await;
    window.see_text("漢 cannot be printed").await;

    window.call("go_to", go("change")).await.unwrap();
    window.fill("[data-test=tip-2]", "ask us 漢 first").await;
    window.see_text("漢 cannot be printed").await;
    window.fill("[data-test=tip-2]", "ask us first").await;
    window
        .until(
            "the warning to go",
            "return !document.body.innerText.includes('cannot be printed')",
            vec![],
        )
        .await;

    // A line that is there already says so once it is opened.
    let line = json!({"id": Uuid::now_v7(), "session": session, "input": "4 the last 漢"});
    window.call("keep_line", line).await.unwrap();
    window.click("[data-test=note-line]").await;
    window.keys("\u{e013}").await;
    window.see("[data-test=edit-text]").await;
    window.see_text("漢 cannot be printed").await;
}

//! A session goes to two other laptops by file, is run there, and both records come back.

use std::path::Path;

use folkmoot_tests::{Key, Window, call, folkmoot, note, plan};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::room::evening_of;

/// What somebody does on a laptop of their own, to the minute.
fn acts(session: Uuid, minute: u32, agreed: u8, heard: &str) -> Vec<Value> {
    let at = |second: u32| format!("2026-03-12T19:{minute:02}:{second:02}Z");
    let mut acts = vec![json!({"call": "start_session", "with": {"session": session}})];
    for words in ["nobody asked us", "the last bus goes at seven", heard] {
        acts.push(note(session, words));
    }
    acts.push(json!({"call": "agree_rating", "with": {
        "id": Uuid::now_v7(), "session": session, "value": agreed,
        "of": {"idea": "user-charging", "lens": "achievable"},
    }}));
    for (second, act) in (0..).zip(&mut acts) {
        act["at"] = json!(at(second * 10));
    }
    acts
}

fn run_elsewhere(file: &Path, acts: &[Value]) {
    let answer = call(file, acts);
    assert_eq!(answer.status, 0, "{:?}", answer.lines);
}

#[tokio::test]
async fn a_session_is_handed_over_by_file_and_two_records_come_back() {
    let home = tempfile::tempdir().unwrap();
    let away = tempfile::tempdir().unwrap();
    let study = home.path().join("Buses after eight.folkmoot");
    let file = study.display().to_string();
    assert!(folkmoot(&["new", &file, "--method", "policy-ideas"]).status.success());
    let session = Uuid::now_v7();
    run_elsewhere(&study, &[plan(session, "Oxford, 25–39")]);

    // The lead hands the session over, to Ruth and to Sam.
    let window = Window::open(home.path()).await;
    window.click("[data-test=study-card]").await;
    let mut files = Vec::new();
    for who in ["Ruth", "Sam"] {
        window.click("[data-test=session]").await;
        window.click("[data-test=hand-over]").await;
        window.fill("[data-test=merge-who]", who).await;
        window.click("[data-test=export-session]").await;
        let written = window.text("[data-test=merge-carried]").await;
        let laptop = away.path().join(format!("{who}.folkmoot"));
        std::fs::copy(written.trim(), &laptop).unwrap();
        files.push(laptop);
        window.click("[data-test=merge-leave]").await;
        window.click("[data-test=to-sessions]").await;
    }
    let [ruth, sam] = files.try_into().unwrap();
    window.click("[data-test=bring-back]").await;

    // Ruth moderates, Sam takes notes; Sam's clock is three minutes ahead.
    run_elsewhere(&ruth, &acts(session, 10, 4, "only Ruth heard this"));
    run_elsewhere(&sam, &acts(session, 13, 5, "only Sam heard this"));

    // Ruth's record comes back first.
    window.fill("[data-test=merge-path]", &ruth.display().to_string()).await;
    window.click("[data-test=merge-read]:enabled").await;
    window.see_text("3 lines come in, nothing here goes.").await;
    assert!(window.text("[data-test=merge-lines]").await.contains("+3"));
    window.shot("merge-first").await;
    window.click("[data-test=merge-bring]").await;
    window.see("[data-test=merge-done]").await;
    window.see("[data-test=merge-copy]").await;

    // Twice brings nothing new.
    window.click("[data-test=merge-another]").await;
    window.fill("[data-test=merge-path]", &ruth.display().to_string()).await;
    window.click("[data-test=merge-read]:enabled").await;
    window.see("[data-test=merge-none]").await;

    // Sam's differs in one thing, and in the time.
    window.click("[data-test=merge-another]").await;
    window.fill("[data-test=merge-path]", &sam.display().to_string()).await;
    window.click("[data-test=merge-read]:enabled").await;
    window.see_text("Sam’s clock was 3 min 0 s ahead").await;
    window.see_text("One thing differs").await;
    window.see_text("this laptop, Ruth, 19:10").await;
    window.see_text("in the file, Sam, 19:13").await;
    window.see_text("1 line comes in, nothing here goes.").await;
    window.see_text("Not settled: both stay open, and the summary says so.").await;
    window.shot("merge-second").await;
    assert_eq!(window.barriers().await, [] as [String; 0]);

    // Which is right is said before it comes in: an arrow chooses, Enter settles.
    window.keys(&char::from(Key::Right).to_string()).await;
    window.see("[data-test=merge-side-0][aria-checked=true]").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.see("[data-test=merge-settled]").await;
    window.gone("[data-test=merge-open]").await;
    window.shot("merge-settled").await;
    window.chord(&char::from(Key::Enter).to_string()).await;
    window.see("[data-test=merge-done]").await;
    window.gone("[data-test=merge-differs]").await;

    // It is taken back as a whole, and brought in again.
    window.click("[data-test=merge-back]").await;
    window.see("[data-test=merge-taken-back]").await;
    window.shot("merge-taken-back").await;
    window.click("[data-test=merge-again]").await;
    window.see("[data-test=merge-done]").await;

    // A record of another study is refused in words.
    let other = away.path().join("Other.folkmoot");
    let path = other.display().to_string();
    assert!(folkmoot(&["new", &path, "--method", "policy-ideas"]).status.success());
    window.click("[data-test=merge-another]").await;
    window.fill("[data-test=merge-path]", &path).await;
    window.click("[data-test=merge-read]:enabled").await;
    window.see_text("That record is of another study").await;
    drop(window);

    let checked = folkmoot(&["check", &file]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    let evening = evening_of(&study);
    let lines = evening["lines"].as_array().unwrap();
    let said = |words: &str| lines.iter().filter(|line| line["text"] == words).count();
    assert_eq!(lines.len(), 4);
    assert_eq!((said("only Ruth heard this"), said("only Sam heard this")), (1, 1));
    let sams = lines.iter().find(|line| line["text"] == "only Sam heard this").unwrap();
    assert!(sams["at"].as_str().unwrap().starts_with("2026-03-12T19:10:30"), "{sams}");
    assert_eq!(evening["ratings"].as_array().unwrap().len(), 1);
    assert_eq!(evening["ratings"][0]["value"], 4);
}

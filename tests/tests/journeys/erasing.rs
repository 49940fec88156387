//! A person is erased, with a look before it and a receipt after it.

use std::fs;

use folkmoot_tests::Window;

use crate::room::Room;

#[tokio::test]
async fn a_person_is_erased_and_their_seat_stays() {
    let room = Room::at("end_session", 1);
    let before = room.evening();
    let window = room.enter().await;
    window.click("[data-test=to-study]").await;
    window.press("See the people").await;
    window.click("[data-test=seat-4]").await;
    window.click("[data-test=erase]").await;
    window.see("[data-test=erase-look]").await;
    window.see_text("Undo does not reach this.").await;
    window.click("[data-test=erase-cancel]").await;
    window.see("[data-test=seat-4][aria-label*='Ellie']").await;

    window.click("[data-test=erase]").await;
    window.click("[data-test=erase-do]").await;
    window.see("[data-test=receipt-text]").await;
    window.see("[data-test=seat-4][aria-label*='erased']").await;
    names_nobody(&window).await;
    window.click("[data-test=receipt-done]").await;
    window.see("[data-test=erased]").await;
    drop(window);

    let after = room.evening();
    let count = |evening: &serde_json::Value, of: &str| evening[of].as_array().unwrap().len();
    for of in ["lines", "stickers", "tips", "participants"] {
        assert_eq!(count(&after, of), count(&before, of), "{of}");
    }
    assert!(!after.to_string().contains("Ellie"));
    let receipts = fs::read_dir(room.home().join("Receipts")).unwrap().count();
    assert_eq!(receipts, 1);
}

async fn names_nobody(window: &Window) {
    let receipt = window.text("[data-test=receipt-text]").await;
    assert!(receipt.contains("Seat 4") && !receipt.contains("Ellie"), "{receipt}");
}

//! The wall: what the group sees, and what it never sees.

use folkmoot_tests::Window;
use serde_json::{Value, json};

use crate::room::{NAMES, Room, evening_now};

#[tokio::test]
async fn the_wall_shows_the_group_its_own_and_nothing_of_the_staffs() {
    let room = Room::at("seal_round", 1);
    let window = room.enter().await;
    let round = evening_now(&window).await["rounds"][0]["id"].clone();

    put_up(&window, "question").await;
    window.click("[data-test=wall-window]").await;
    window.turn_to("wall.html").await;
    assert_eq!(window.page.windows().await.unwrap().len(), 2);
    window.see_text("Walk round").await;
    nothing_of_the_staffs(&window).await;

    window.turn_to("index.html").await;
    put_up(&window, "posters").await;
    window.turn_to("wall.html").await;
    window.see_text("Citizen advisors").await;
    assert!(!window.has(".votes").await, "counts are on the wall before the reveal");
    nothing_of_the_staffs(&window).await;

    window.turn_to("index.html").await;
    window.call("seal_round", json!({ "round": round })).await.unwrap();
    window.call("reveal_round", json!({ "round": round })).await.unwrap();
    window.turn_to("wall.html").await;
    window.see(".votes b").await;
    nothing_of_the_staffs(&window).await;

    window.turn_to("index.html").await;
    window.strike("b").await;
    window.turn_to("wall.html").await;
    window.until("a blank wall", "return document.body.innerText.trim() === ''", vec![]).await;

    window.turn_to("index.html").await;
    window.click("[data-test=wall-window]").await;
    window
        .until(
            "the button to say that the wall is off",
            "return document.querySelector('[data-test=wall-window]').textContent.includes('off')",
            vec![],
        )
        .await;
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_projector_that_would_show_the_staffs_screen_is_said() {
    let room = Room::at("seal_round", 1);
    let window = room.enter().await;
    window.gone("[data-test=wall-what]").await;
    window.click("[data-test=wall-window]").await;
    // The display of this test has one screen, as a laptop has whose projector is mirrored.
    window.see_text("The room may see this screen").await;
    window.click("[data-test=wall-what]").await;
    window.see_text("stickers before the reveal").await;
    window.see("[data-test=wall-fill]").await;
    window.shot("wall-one-screen").await;
    assert_eq!(window.barriers().await, Vec::<String>::new());

    window.click("[data-test=wall-fill]").await;
    window.turn_to("wall.html").await;
    window.see(".screen .wall").await;
    window.strike_to_close('\u{e00c}').await;
    window.turn_to("index.html").await;
    window.gone("[data-test=wall-what]").await;
    assert_eq!(window.page.windows().await.unwrap().len(), 1);
}

/// Chooses what the group sees, from the menu at the small copy.
async fn put_up(window: &Window, view: &str) {
    window.click("[data-test=wall-choose]").await;
    window.click(&format!("[role=menuitemradio][data-view={view}]")).await;
    window.gone("[role=menu]").await;
}

/// No name, no note and no line of the record is on the page, shown or hidden.
async fn nothing_of_the_staffs(window: &Window) {
    let page = window.page.execute("return document.documentElement.textContent", vec![]).await;
    let Ok(Value::String(text)) = page else { panic!("the wall has no text") };
    let staff = ["Ruth", "Sam,", "I’d pay by the mile", "Handouts"];
    for word in NAMES.iter().chain(&staff) {
        assert!(!text.contains(word), "the wall shows {word:?}: {text}");
    }
}

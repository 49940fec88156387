//! The gallery: stickers by keys and by hand, the reveal, and what the group will talk about.

use folkmoot_tests::{Key, Window};
use serde_json::json;

use crate::room::Room;

#[tokio::test]
async fn stickers_are_placed_revealed_and_chosen_from() {
    let room = Room::at("set_round", 1);
    let window = room.enter().await;
    window.see("[data-test=poster-9]").await;

    // Seat 1: two greens and no third; the red goes on, and the next seat is in hand.
    window.strike("145").await;
    sees_count(&window, "green", 5, 1).await;
    window.strike("6").await;
    window.see_text("All 2 green stickers of this seat are on the wall.").await;
    sees_count(&window, "green", 6, 0).await;
    window.strike_with(Key::Shift, '2').await;
    sees_count(&window, "red", 2, 1).await;
    window.see("[data-test=seat-chip-2][aria-pressed=true]").await;

    // Seat 2 by keys, seat 3 by hand.
    window.strike("41").await;
    window.strike_with(Key::Shift, '2').await;
    sees_count(&window, "red", 2, 2).await;
    window.drag("[data-test=hold-3-1]", "[data-test=poster-4]").await;
    sees_count(&window, "green", 4, 3).await;
    assert_eq!(window.text("[data-test=hold-3-1]").await, "4");
    assert!(window.text("[data-test=placed]").await.starts_with('7'));

    window.strike("r").await;
    window.see("[data-test=choose]").await;
    sees_count(&window, "green", 4, 3).await;
    window.click("[data-test=choose]").await;
    choose(&window).await;
    drop(window);

    let evening = room.evening();
    let placed = evening["stickers"].as_array().unwrap();
    assert_eq!(placed.len(), 7);
    let greens = |idea: &str| {
        placed.iter().filter(|s| s["idea"] == json!(idea) && s["colour"] == "green").count()
    };
    assert_eq!(greens("citizen-advisors"), 3);
    let slots: Vec<_> = evening["choices"].as_array().unwrap().iter().map(|c| &c["slot"]).collect();
    assert_eq!(slots.len(), 3, "{slots:?}");
}

/// Takes what the rules suggest, and another joker, with a reason; the agenda then says so.
async fn choose(window: &Window) {
    window.see("[data-test=slot-popular]").await;
    window.see_text("Citizen advisors").await;
    window.click("[data-test=another-3]").await;
    window.fill("[data-test=reason-3]", "nobody is sure what it is").await;
    window.click("[data-test=overrule-3]").await;
    window.see("[data-test=kept-reason-3]").await;
    window.click("[data-test=take-these]").await;
    window
        .until(
            "the chosen ideas on the agenda",
            "const has = (id, words) =>\
               document.querySelector(`[data-test=agenda-${id}]`).textContent.includes(words);\
             return has('discuss-popular', 'Citizen advisors') &&\
               has('discuss-contentious', 'User charging') && !has('discuss-joker', 'Joker')",
            vec![],
        )
        .await;
}

/// Waits until a poster shows so many stickers of a colour.
async fn sees_count(window: &Window, colour: &str, poster: u8, n: u8) {
    window.see(&format!("[data-test={colour}-count-{poster}][data-n='{n}']")).await;
}

#[tokio::test]
async fn ideas_are_dragged_to_their_places_and_swap_with_a_reason() {
    let room = Room::at("choose", 1);
    let window = room.enter().await;
    window.strike("c").await;

    // From the list to the joker's place. The rules lead to another, so it needs its reason.
    window.drag("[data-test=carry-from-9]", "[data-test=slot-joker] h3").await;
    window.see("[data-test=reason-3]").await;
    assert!(!window.see("[data-test=overrule-3]").await.is_enabled().await.unwrap());
    window.strike("they asked for it\u{e007}").await;
    window.see("[data-test=slot-joker] [data-test=carry-9]").await;

    // From one place to another: the two swap, and the one reason is kept with both.
    window.drag("[data-test=carry-9]", "[data-test=slot-popular] h3").await;
    window.strike("more to say on it\u{e007}").await;
    window.see("[data-test=slot-popular] [data-test=carry-9]").await;
    window.see("[data-test=slot-joker] [data-test=carry-4]").await;

    // Back where the rules had it: no reason is asked for.
    window.drag("[data-test=carry-2]", "[data-test=slot-contentious] h3").await;
    assert!(!window.has("[data-test=reason-2]").await, "it was dropped where it is");
    window.click("[data-test=take-these]").await;
    window.gone("[data-test=take-these]").await;
    drop(window);

    let evening = room.evening();
    let mut chosen: Vec<_> = evening["choices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| ["slot", "idea", "reason"].map(|field| c[field].as_str().unwrap()))
        .collect();
    chosen.sort_unstable();
    assert_eq!(
        chosen,
        [
            ["contentious", "user-charging", ""],
            ["joker", "citizen-advisors", "more to say on it"],
            ["popular", "local-standards", "more to say on it"],
        ]
    );
}

#[tokio::test]
async fn twelve_ideas_have_keys_and_room_and_so_have_four() {
    for (ideas, typed, far) in [(12, "3121", 12), (4, "341", 4)] {
        let room = Room::with_ideas(ideas);
        let window = room.enter().await;
        window.page.set_window_rect(0, 0, 1280, 720).await.unwrap();
        window.see(&format!("[data-test=poster-{ideas}]")).await;

        // Seat 3: the last poster, of two digits where there are twelve, then the first.
        window.strike(typed).await;
        sees_count(&window, "green", far, 1).await;
        sees_count(&window, "green", 1, 1).await;
        window.strike_with(Key::Shift, '2').await;
        sees_count(&window, "red", 2, 1).await;

        let script = "const all = document.querySelector('.posters');\
            const whole = [...all.querySelectorAll('.poster')].every((p) => \
              p.scrollHeight <= p.clientHeight && p.scrollWidth <= p.clientWidth);\
            return whole && all.scrollHeight <= all.clientHeight";
        window.until("every poster to be seen whole", script, vec![]).await;
    }
}

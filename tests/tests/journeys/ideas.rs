//! Posters are written on the sheet, too long is said as it is typed, a tenth idea finds its theme;
//! and their words are put into other languages.

use std::path::Path;

use folkmoot_tests::{Key, Window, folkmoot};
use serde_json::{Value, json};

/// Waits until something on the screen says these words.
async fn says(window: &Window, css: &str, words: &str) {
    let script =
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";
    window.until(&format!("{css} to say {words:?}"), script, vec![json!(css), json!(words)]).await;
}

/// The ids of the tiles, as they hang.
async fn tiles(window: &Window) -> Vec<String> {
    let script = "return [...document.querySelectorAll('[data-idea]')].map((t) => t.dataset.idea)";
    let ids = window.page.execute(script, vec![]).await.unwrap();
    ids.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

async fn idea(window: &Window, id: &str) -> Value {
    let design = window.call("study", json!({})).await.unwrap()["design"]["design"].clone();
    let ideas = design["ideas"].as_array().unwrap().clone();
    ideas.into_iter().find(|idea| idea["id"] == id).unwrap_or_else(|| panic!("no {id}"))
}

/// A new study with its fifth poster opened, by its number.
async fn fifth_poster(home: &Path) -> Window {
    let study = home.join("Spring.folkmoot");
    let made = folkmoot(&["new", &study.display().to_string(), "--method", "policy-ideas"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let window = Window::open(home).await;
    window.click("[data-test=study-card]").await;
    window.click("[data-test=place-ideas]").await;
    window.see("[data-test=idea-area-budgets]").await;
    window.keys("5").await;
    window
}

#[tokio::test]
async fn a_poster_that_is_too_long_says_so_and_a_tenth_idea_finds_its_theme() {
    let home = tempfile::tempdir().unwrap();
    let window = fifth_poster(home.path()).await;

    // It is shown as it prints.
    window.see("[data-test=bench][aria-label='Poster 5: Areas with budgets']").await;
    window.see("[data-test=poster-page]").await;
    says(&window, "[data-test=reading-age]", "Reading age about").await;
    says(&window, "[data-test=ideas-about]", "Each fits its poster.").await;
    let before = idea(&window, "area-budgets").await;

    // A text is written where it stands on the sheet. Too long is said while it is typed, before
    // anything is kept; then it is kept, and undone.
    let long = "The people who live here say where the money goes. ".repeat(45);
    window.click("[data-test=box-description]").await;
    window.see("textarea[data-test=field-description]").await;
    window.chord("a").await;
    window.keys(long.trim()).await;
    says(&window, "[data-test=fit]", "lines too long for the poster").await;
    says(&window, "[data-test=edge]", "A3 ends here").await;
    window.see("[data-test=long-area-budgets]").await;
    assert_eq!(idea(&window, "area-budgets").await, before, "typing alone keeps nothing");
    window.keys(&char::from(Key::Enter).to_string()).await;
    says(&window, "[data-test=undo]", "Areas with budgets").await;
    assert_eq!(idea(&window, "area-budgets").await["description"], long.trim());
    says(&window, "[data-test=ideas-about]", "1 does not fit its poster.").await;
    window.click("[data-test=undo]").await;
    window.gone("[data-test=long-area-budgets]").await;
    window.gone("[data-test=edge]").await;
    assert_eq!(idea(&window, "area-budgets").await, before);
    // By keys: Enter opens a text that has the focus, Escape leaves it as it was.
    let focus = "const box = document.querySelector('[data-test=box-name]'); box?.focus(); return box === document.activeElement";
    window.until("the name to be on the sheet", focus, vec![]).await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.see("textarea[data-test=field-name]").await;
    window.keys("Streets with budgets").await;
    window.keys(&char::from(Key::Escape).to_string()).await;
    window.see("[data-test=box-name]").await;
    assert_eq!(idea(&window, "area-budgets").await, before);
    // Handout and ballot are looked at as they print.
    for paper in ["handout", "ballot", "poster"] {
        window.click(&format!("[data-test=as-{paper}]")).await;
        let page = if paper == "poster" { "poster-page" } else { "paper-page" };
        window.see(&format!("[data-test={page}]")).await;
    }

    // A tenth idea hangs last in the theme of the one that is open, and moves on by keys.
    window.click("[data-test=add-idea]").await;
    window.see("[data-test=idea-new-idea]").await;
    assert_eq!(tiles(&window).await.iter().position(|id| id == "new-idea"), Some(7));
    window.click("[data-test=idea-new-idea]").await;
    let down =
        format!("{}{}{}", char::from(Key::Alt), char::from(Key::Down), char::from(Key::Null));
    window.keys(&down).await;
    window.see("[data-test=bench][aria-label='Poster 8: New idea']").await;
    let script = "return document.querySelector('[aria-label=\"C. Local decision-making\"] [data-idea]')?.dataset.idea === 'new-idea'";
    window.until("the new idea to hang first in its theme", script, vec![]).await;
    assert_eq!(idea(&window, "new-idea").await["theme"], "decisions");
    assert_eq!(tiles(&window).await.len(), 10);
}

/// A table as a translator sends it back.
fn table(path: &std::path::Path) {
    let rows = [
        "Text,English (en),Cymraeg (cy)",
        "study,Spring,Gwanwyn",
        "idea.area-budgets.name,Areas with budgets,Ardaloedd a chyllidebau",
        "idea.none-such.name,Nothing,Dim",
    ];
    std::fs::write(path, rows.join("\r\n")).unwrap();
}

#[tokio::test]
async fn the_words_of_a_poster_are_put_into_another_language_and_checked() {
    let home = tempfile::tempdir().unwrap();
    let window = fifth_poster(home.path()).await;
    says(&window, "[data-test=language-cy]", "not checked yet").await;

    // New words in English: the Welsh is to be redone, and its table opens where the idea is.
    window.click("[data-test=box-description]").await;
    window.see("textarea[data-test=field-description]").await;
    window.chord("a").await;
    window.keys("People decide how the money for their street is spent.").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    says(&window, "[data-test=language-cy]", "1 of 3 to redo").await;
    window.click("[data-test=language-cy]").await;
    let key = "idea.area-budgets.description";
    let row = format!("[data-test='text-{key}']");
    window.see(&format!("{row}[data-state=redo]")).await;
    let field = format!("[data-test='field-{key}']");
    window.click(&field).await;
    window.chord("a").await;
    // Enter goes on down the column, and keeps.
    window.keys(&format!("Pobl sy’n penderfynu.{}", char::from(Key::Enter))).await;
    window.see(&format!("{row}[data-state=unchecked]")).await;
    let next =
        "return document.activeElement?.dataset.test === 'field-idea.area-budgets.example-1'";
    window.until("the next text to have the focus", next, vec![]).await;
    says(&window, "[data-test=undo]", "words in Welsh").await;

    // A native speaker has read it; the first change after that takes it back.
    window.fill("[data-test=languages-reader]", "Gwen").await;
    window.click(&format!("[data-test='check-{key}']")).await;
    window.see(&format!("{row}[data-state=checked]")).await;
    says(&window, &row, "Gwen").await;
    window.click("[data-test=check-all]").await;
    says(&window, "[data-test=languages-about]", "1 to redo, 90 checked").await;
    window.click(&field).await;
    window.chord("a").await;
    window.keys("Pobl y stryd sy’n penderfynu.").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.see(&format!("{row}[data-state=unchecked]")).await;
    window.click("[data-test=undo]").await;
    window.see(&format!("{row}[data-state=checked]")).await;

    // A translator's table comes in with what is to be looked at, in one act.
    let path = home.path().join("back.csv");
    table(&path);
    let asked = json!({"tag": "cy", "path": path});
    let read = window.call("read_translation", asked.clone()).await.unwrap();
    assert_eq!((&read["comes"], &read["rows"][0]["why"]), (&json!(2), &json!("unknown_text")));
    window.call("take_translation", asked).await.unwrap();
    says(&window, "[data-test=languages-about]", "91 of 91 texts, 0 to redo, 89 checked").await;

    // A language of one's own: what cannot be printed is said at once, what can is added.
    window.keys(&char::from(Key::Escape).to_string()).await;
    window.click("[data-test=add-language]").await;
    window.fill("[data-test=language-name]", "Amharic").await;
    window.fill("[data-test=language-own-name]", "Amarəñña").await;
    window.fill("[data-test=language-tag]", "am").await;
    says(&window, "[data-test=language-look]", "None of our fonts").await;
    window.fill("[data-test=language-name]", "Persian").await;
    window.fill("[data-test=language-own-name]", "فارسی").await;
    window.fill("[data-test=language-tag]", "FA").await;
    says(&window, "[data-test=language-look]", "from right to left").await;
    window.click("[data-test=language-add]").await;
    says(&window, "[data-test=languages-about]", "0 of 91 texts").await;
    let runs = "return document.querySelector('[data-test=\"field-study\"]')?.dir";
    let rtl = format!("{runs} === 'rtl'");
    window.until("the field to run from right to left", &rtl, vec![]).await;
    window.fill("[data-test=field-study]", "بهار").await;
    window.keys(&char::from(Key::Enter).to_string()).await;
    window.see("[data-test=text-study][data-state=unchecked]").await;
    window.click("[data-test=languages-back]").await;
    says(&window, "[data-test=language-fa]", "not begun, right to left").await;

    // The posters go to where they are printed.
    window.click("[data-test=print-posters]").await;
    window.see("[data-test=place-materials][aria-current=page]").await;
}

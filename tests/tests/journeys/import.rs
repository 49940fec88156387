//! A recruiter's sheet with wrong headings: read, put right, seated; and a file that is no sheet.

use std::{fs, path::Path};

use folkmoot_tests::Window;
use serde_json::{Value, json};

/// A sheet as it comes: a title above, odd headings, somebody who fits no group, a total.
const SHEET: &str = "Oxford recruits FINAL v3;;;;;
;;;;;
Grp;Ref;M/F;D.O.B;SEG;Mob
Ox 1;Hannah Price;F;06/07/1994;B;07700 900123
Ox 1;TOM ASHE;m;25/12/1990;C1;07700 900124
Ox 1;Priya Rao;W;01/02/1999;B;07700 900125
Ox 1;Graham Dale;M;14/02/1981;B;
Ox 1;Sofia Lund;F;31/02/1991;D;
;TOTAL;5;;;
";

#[tokio::test]
async fn a_sheet_with_wrong_headings_is_put_right_and_seated() {
    let home = tempfile::tempdir().unwrap();
    let sheet = home.path().join("Oxford recruits FINAL v3.csv");
    fs::write(&sheet, SHEET).unwrap();
    let window = Window::open(home.path()).await;
    plan_a_session(&window).await;

    window.click("[data-test=import-people]").await;
    // First a file that is no sheet: it ends in words, and nothing comes in.
    let letter = home.path().join("letter.xlsx");
    fs::write(&letter, "%PDF-1.7").unwrap();
    choose(&window, &letter).await;
    window.see_text("This is a PDF, not a sheet.").await;

    choose(&window, &sheet).await;
    window.see_text("Nobody to bring in").await;
    // “Ref” says nothing that is known: it is left out until somebody says what it is.
    pick(&window, "column-B", "name").await;
    window.see_text("3 come in").await;
    window.see_text("“W” read as Female").await;
    window.see_text("31/02/1991 is no date").await;
    window.see_text("a total, not a person").await;
    window.see_text("phones stay out").await;

    window.fill("[data-test=settle-8]", "34").await;
    window.click("[data-test=set-8]").await;
    window.see_text("4 come in").await;
    window.click("[data-test=leave-6]").await;
    window.see_text("you left it out").await;
    window.see_text("3 come in").await;
    window.click("[data-test=leave-6]").await;
    window.see_text("4 come in").await;

    window.click("[data-test=import-bring]").await;
    window.see_text("4 people are in the study").await;
    window.click("[data-test=import-to-sessions]").await;
    window.click("[data-test=session]").await;
    for (seat, name) in (1..).zip(["Hannah", "Tom", "Priya", "Sofia"]) {
        window.see(&format!("[data-test=seat-{seat}][aria-label*='{name}']")).await;
    }
    drop(window);

    let people = people_of(home.path());
    assert_eq!(people.len(), 4);
    let priya = people.iter().find(|p| p["name"] == "Priya").unwrap();
    assert_eq!((&priya["sex"], &priya["age_band"]), (&json!("Female"), &json!("25–39")));
    assert!(!people.iter().any(|p| p.to_string().contains("Price")), "a surname was kept");
}

/// As a sheet comes from the United States: the month first, and one date that says so.
const MONTHS_FIRST: &str = "Group,First name,Sex,Date of birth,SEG
1,Tom,M,06/07/1991,B
1,Ann,F,12/25/1990,D
";

#[tokio::test]
async fn a_dropped_sheet_is_read_month_first_and_says_whom_no_seat_would_be_left_for() {
    let home = tempfile::tempdir().unwrap();
    let sheet = home.path().join("Recruits.csv");
    let window = Window::open(home.path()).await;
    plan_a_session(&window).await;
    let quotas = json!([{"of": {"grade": "ABC1"}, "people": 9}]);
    let sample = json!({"sample": {"attributes": [], "quotas": quotas}});
    window.call("change_sample", sample).await.unwrap();
    window.click("[data-test=import-people]").await;
    window.see("[data-test=import-path]").await;

    fs::write(&sheet, MONTHS_FIRST).unwrap();
    drop_on(&window, &sheet, "1 date only makes sense with the month first.").await;
    window.see("[data-test=date-order-month_first][aria-pressed=true]").await;
    window.see_text("2 come in").await;
    // One of the nine seats goes to somebody of another grade.
    window.see_text("Once they are in – ABC1: 8 to find, 7 seats left").await;

    // Where no date says so, it is asked; day first until somebody says.
    fs::write(&sheet, MONTHS_FIRST.replace("12/25/1990", "12/11/1990")).unwrap();
    let asked = "2 dates, such as “06/07/1991”, can be read both ways. Which is it?";
    drop_on(&window, &sheet, asked).await;
    window.see_text("06/07/1991 read as 6 July 1991").await;
    window.click("[data-test=date-order-month_first]").await;
    window.see("[data-test=date-order-month_first][aria-pressed=true]").await;
    window
        .until("no doubt to be left", "return !document.body.innerText.includes('read as')", vec![])
        .await;

    window.click("[data-test=import-bring]").await;
    window.see_text("2 people are in the study").await;
    drop(window);
    assert_eq!(people_of(home.path()).len(), 2);
}

/// Drops a file onto the window, as the system tells the page of it, until the page shows `words`:
/// once more each second, as a hand would, where it was not listening yet.
async fn drop_on(window: &Window, path: &Path, words: &str) {
    let script = "const [paths, words] = arguments;\
        if (document.body.innerText.includes(words)) return true;\
        if (Date.now() - (window.dropped ?? 0) > 1000) {\
          window.dropped = Date.now();\
          window.__TAURI_INTERNALS__.invoke('plugin:event|emit_to', {\
            target: { kind: 'Webview', label: 'main' }, event: 'tauri://drag-drop',\
            payload: { paths, position: { x: 400, y: 400 } } });\
        }\
        return false;";
    window.until(words, script, vec![json!([path]), json!(words)]).await;
}

async fn plan_a_session(window: &Window) {
    window.click("[data-test=first-study]").await;
    window.fill("[data-test=study-name]", "Services in spring").await;
    window.click("[data-test=create-study]").await;
    window.fill("[data-test=plan-group]", "Oxford, 25–39").await;
    window.fill("[data-test=plan-place]", "Oxford").await;
    window.fill("[data-test=plan-date]", "2027-03-12").await;
    window.fill("[data-test=plan-time]", "19:00").await;
    window.fill("[data-test=plan-seats]", "9").await;
    window.click("[data-test=keep-plan]").await;
    window.see("[data-test=session]").await;
}

/// Types where the file is, and reads it.
async fn choose(window: &Window, path: &Path) {
    window.fill("[data-test=import-path]", &path.display().to_string()).await;
    window.click("[data-test=import-read]").await;
}

/// Chooses an entry of a list, as a person's hand would.
async fn pick(window: &Window, test: &str, value: &str) {
    let list = window.see(&format!("[data-test={test}]")).await;
    list.select_by_value(value).await.unwrap();
}

fn people_of(home: &Path) -> Vec<Value> {
    let file = fs::read_dir(home).unwrap().flatten().map(|entry| entry.path());
    let study = file.into_iter().find(|p| p.extension().is_some_and(|e| e == "folkmoot")).unwrap();
    crate::room::evening_of(&study)["participants"].as_array().unwrap().clone()
}

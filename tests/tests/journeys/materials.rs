//! The papers for the day: seen as they will print, made as one PDF and as a zip, stopped half way.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use folkmoot_tests::{Window, folkmoot};
use serde_json::json;

/// A study with two groups to come, and the window on its Materials.
async fn materials(home: &Path) -> Window {
    let study = home.join("Spring.folkmoot").display().to_string();
    let done = |arguments: &[&str]| {
        let said = folkmoot(arguments);
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    };
    done(&["new", &study, "--method", "policy-ideas"]);
    for (group, day) in [("Oxford, 25–39", "2031-03-11"), ("Leeds, 65 and over", "2031-03-12")] {
        let plan = ["--place", "Oxford", "--date", day, "--time", "19:00", "--seats", "9"];
        done(&[&["session", "plan", &study, "--group", group], &plan[..]].concat());
    }
    let window = Window::open(home).await;
    window.click("[data-test=study-card]").await;
    window.click("[data-test=place-materials]").await;
    window.see("[data-test=poster-9]").await;
    window
}

/// Waits until something on the screen says these words.
async fn says(window: &Window, css: &str, words: &str) {
    let script =
        "return document.querySelector(arguments[0])?.textContent.includes(arguments[1]) ?? false";
    window.until(&format!("{css} to say {words:?}"), script, vec![json!(css), json!(words)]).await;
}

/// Chooses from a list that is open or not, by what stands in it.
async fn choose(window: &Window, css: &str, value: &str) {
    let script = "const list = document.querySelector(arguments[0]); list.value = arguments[1];\
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    window.page.execute(script, vec![json!(css), json!(value)]).await.unwrap();
}

/// The files beside the study that end like this.
fn files(home: &Path, end: &str) -> Vec<PathBuf> {
    let inside = std::fs::read_dir(home).unwrap().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = inside.filter(|p| p.to_string_lossy().ends_with(end)).collect();
    found.sort();
    found
}

/// The names of the files in a zip, each of which can be read to its end.
fn unpacked(path: &Path) -> Vec<String> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut names = Vec::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        std::io::copy(&mut file, &mut std::io::sink()).unwrap();
        names.push(file.name().unwrap().into_owned());
    }
    names
}

/// What a program says of a file.
fn said(program: &str, arguments: &[&str]) -> String {
    let done = Command::new(program).args(arguments).output();
    let done = done.unwrap_or_else(|e| panic!("{program} is needed: make setup installs it: {e}"));
    assert!(done.status.success(), "{program}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).into_owned()
}

#[tokio::test]
async fn the_pack_is_made_in_two_languages_as_one_pdf_and_as_a_zip() {
    let home = tempfile::tempdir().unwrap();
    let window = materials(home.path()).await;
    says(&window, "[data-test=pack-sum]", "62 pages").await;
    says(&window, "[data-test=pack-sum]", "9 of A2, 42 of A4, 11 of A5").await;
    window.click("[data-test=size-A3]").await;
    window.click("[data-test=language-pl] + .box").await;
    says(&window, "[data-test=posters-about]", "9 in each language, A3 across.").await;
    says(&window, "[data-test=pack-sum]", "18 of A3").await;

    // The posters are turned by key, and seen in the other language.
    window.keys(&char::from(folkmoot_tests::Key::Right).to_string()).await;
    says(&window, "[data-test=poster-at]", "2 of 9").await;
    window.click("[data-test=shown] [data-value=pl]").await;
    window.see("img[data-test=poster-large]").await;

    window.click("[data-test=make-pack]").await;
    says(&window, "[data-test=file-line]", "Spring, print pack.pdf").await;
    let pdf = files(home.path(), ".pdf");
    assert_eq!(pdf.len(), 1, "{pdf:?}");
    let path = pdf[0].to_str().unwrap();
    let text = said("pdftotext", &["-raw", path, "-"]);
    for words in ["Individuals", "User charging", "Oxford, 25–39", "Come in."] {
        assert!(text.contains(words), "not in it: {words}");
    }
    assert!(text.contains("Opłaty"), "no Polish in it");
    let info = said("pdfinfo", &["-l", "-1", path]);
    assert_eq!(info.matches("1190.55 x 841.89").count(), 18, "A3, across:\n{info}");

    window.click("[data-test=as-zip]").await;
    window.click("[data-test=make-pack]").await;
    says(&window, "[data-test=file-line]", "Spring, print pack.zip").await;
    let zip = files(home.path(), ".zip");
    let inside = unpacked(&zip[0]);
    for name in ["posters, English, A3.pdf", "posters, polski, A3.pdf", "seat cards, English.pdf"] {
        assert!(inside.iter().any(|known| known == name), "{name} is not in it: {inside:?}");
    }
    let notes = inside.iter().find(|name| name.contains("note sheets"));
    assert_eq!(notes, None, "not ticked, so not in it");

    // A poster whose words changed waits for its translation, and that is said.
    let design = window.call("study", json!({})).await.unwrap()["design"].clone();
    let ideas = design["design"]["ideas"].as_array().unwrap();
    let mut idea = ideas.iter().find(|idea| idea["id"] == "user-charging").unwrap().clone();
    idea["description"] = json!("You pay when you use a service.");
    window.call("change_idea", json!({"design": design["id"], "idea": idea})).await.unwrap();
    says(&window, "[data-test=left-out]", "8 of 9 posters have all their words in Polish.").await;
    says(&window, "[data-test=pack-sum]", "17 of A3").await;
}

#[tokio::test]
async fn who_stops_a_long_job_keeps_whole_pages_and_the_evening_goes_on_meanwhile() {
    let home = tempfile::tempdir().unwrap();
    let window = materials(home.path()).await;
    choose(&window, "[data-test=materials-for]", "all").await;
    for language in ["cy", "pl", "bn", "ur"] {
        window.click(&format!("[data-test=language-{language}] + .box")).await;
    }
    window.click("[data-test=size-A1]").await;
    choose(&window, "[data-test=sheets]", "tiled-across").await;
    window.click("[data-test=make-pack]").await;
    says(&window, "[data-test=job]", "Page").await;
    // Nobody waits for it: an act on the study is done while it goes on.
    window.call("rename_study", json!({"name": "Spring and summer"})).await.unwrap();
    says(&window, "[data-test=stop-job]", "keep").await;
    window.click("[data-test=stop-job]").await;
    says(&window, "[data-test=file-line]", "Stopped.").await;
    window.gone("[data-test=job]").await;

    let kept = files(home.path(), " pages.pdf");
    assert_eq!(kept.len(), 1, "{kept:?}");
    let path = kept[0].to_str().unwrap();
    let info = said("pdfinfo", &[path]);
    let count = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap().trim();
    assert!(path.ends_with(&format!(", first {count} pages.pdf")), "{path}: {count}");
    assert!(said("qpdf", &["--check", path]).contains("No syntax or stream encoding errors"));
    assert!(files(home.path(), ".part").is_empty(), "half a file is there");
}

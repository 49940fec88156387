//! The end of an evening: its summary, on paper.

use std::{path::Path, process::Command};

use crate::room::Room;

#[tokio::test]
async fn the_evening_ends_and_its_summary_is_written() {
    let room = Room::at("end_session", 1);
    let window = room.enter().await;
    window.click("[data-test=end-session]").await;
    window.click("[data-test=end-session-yes]").await;
    window.gone("[data-test=modal]").await;

    window.see("[data-test=summary-page]").await;
    window.click("[data-test=export-summary]").await;
    let file = window.text("[data-test=file-line]").await;
    drop(window);

    let paper = only_paper(room.home());
    assert!(file.contains(paper.file_name().unwrap().to_str().unwrap()), "{file}");
    let text = words_of(&paper);
    assert!(text.contains("Oxford, 25–39"), "the group’s name is not in it:\n{text}");
    let verbatim = "It’s sleeping at night. If the rent’s covered I sleep. Male, 25–39, Oxford";
    assert!(text.contains(verbatim), "not in it: {verbatim}\n{text}");
    for name in ["Daniel", "Ellie"] {
        assert!(!text.contains(name), "{name} is named in it");
    }

    assert!(room.evening()["session"]["ended"].is_string(), "the session has not ended");
}

/// The one paper beside the study.
fn only_paper(home: &Path) -> std::path::PathBuf {
    let papers: Vec<_> = std::fs::read_dir(home)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "pdf"))
        .collect();
    assert_eq!(papers.len(), 1, "{papers:?}");
    papers[0].clone()
}

/// The words of a paper in the order they were set, one space between them.
fn words_of(paper: &Path) -> String {
    let output = Command::new("pdftotext").arg("-raw").arg(paper).arg("-").output();
    let output = output.expect("pdftotext is needed: make setup installs it");
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

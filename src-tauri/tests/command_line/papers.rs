//! What goes out as a paper.

use std::{fs, path::Path};

use serde_json::Value;

use super::{Desk, NEW};

#[test]
fn the_print_pack_is_written_in_any_language_and_size() {
    let desk = Desk::new();
    desk.run(NEW);
    let export = |more: &[&str]| {
        let mut arguments = vec!["export", "s.folkmoot", "--out", "out.pdf", "--what"];
        arguments.extend(more);
        desk.run(&arguments)
    };
    let mut largest = 0;
    for what in ["posters", "handout", "large-print", "ballots", "guide", "pack"] {
        let said = export(&[what]);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{what}: {}", said.err);
        let file = fs::read(desk.path("out.pdf")).unwrap();
        assert!(file.starts_with(b"%PDF-1.7"), "{what}");
        // The pack holds the papers before it, and more.
        assert!(what != "pack" || file.len() > largest, "{what}: {} bytes", file.len());
        largest = largest.max(file.len());
    }
    let said = export(&["posters", "--paper", "A3", "--language", "ur", "--idea", "user-charging"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let beside = fs::read_to_string(desk.path("out.txt")).unwrap();
    assert!(beside.contains("2 صارفین سے فیس"), "{beside}");
    let said = export(&["posters", "--language", "tlh"]);
    assert_eq!(said.status, 1);
    let words = "The study has no words in this language yet: tlh.";
    assert!(said.err.starts_with(words), "{}", said.err);
    let said = export(&["posters", "--sheets", "rolled"]);
    assert_eq!(said.status, 2, "{}", said.err);
}

#[test]
fn the_whole_pack_is_made_for_a_group_in_two_languages() {
    let desk = Desk::new();
    desk.run(NEW);
    let plan = ["--place", "Oxford", "--date", "2027-03-12", "--time", "19:00"];
    for group in ["Oxford, 25–39", "Leeds, 65 and over"] {
        let mut arguments = vec!["session", "plan", "s.folkmoot", "--group", group];
        arguments.extend(plan);
        assert_eq!(desk.run(&arguments).status, 0);
    }
    let pack = |out: &str, more: &[&str]| {
        let mut arguments =
            vec!["export", "s.folkmoot", "--what", "pack", "--paper", "A3", "--out", out];
        arguments.extend(more);
        let said = desk.run(&arguments);
        assert_eq!((said.status, said.out.as_str()), (0, ""), "{}", said.err);
        (fs::read(desk.path(out)).unwrap(), said.err)
    };
    let few = ["--people", "4", "--spare", "0", "--readers", "1", "--large", "0"];
    let both = [&few[..], &["--language", "en", "--language", "pl", "--progress"]].concat();
    let (file, said) = pack("pack.pdf", &both);
    assert!(file.starts_with(b"%PDF-1.7"));
    // How often it is said hangs on how fast the pages are made: at the last one in any case.
    let page = |line: &str| -> u32 {
        assert!([", en.", ", pl."].iter().any(|language| line.ends_with(language)), "{said}");
        let number = line.strip_prefix("Page ").and_then(|rest| rest.split([' ', ',']).next());
        number.unwrap().parse().unwrap()
    };
    let pages: Vec<u32> = said.lines().map(page).collect();
    assert!(!pages.is_empty() && pages.is_sorted_by(|one, next| one < next), "{said}");
    assert!(said.ends_with(", door sign, pl.\n"), "{said}");

    let everybody = [&few[..], &["--beside", "pl", "--to-come", "--zip"]].concat();
    let (file, said) = pack("pack.zip", &everybody);
    assert!(file.starts_with(b"PK") && said.is_empty(), "{said}");
    assert_eq!(pack("again.zip", &everybody).0, file, "the same papers are the same bytes");
    let names = String::from_utf8_lossy(&file);
    for name in ["Leeds, 65 and over/posters, English, A3.pdf", "Oxford, 25–39/ballots, polski.pdf"]
    {
        assert!(names.contains(name), "{name}");
    }
    let said = desk.run(&["export", "s.folkmoot", "--what", "pack", "--people", "0", "--out", "x"]);
    assert_eq!(said.status, 1, "{}", said.err);
    assert!(!desk.path("x").exists());
}

#[test]
fn what_changed_goes_out_as_a_paper_once_there_are_two_versions() {
    let desk = Desk::new();
    desk.run(NEW);
    let export = ["export", "s.folkmoot", "--what", "comparison", "--out", "changes.pdf"];
    let said = desk.run(&export);
    assert_eq!((said.status, said.out.as_str()), (1, ""), "{}", said.err);
    assert!(!desk.path("changes.pdf").exists());

    let made = desk.run(&["demo", "--study", "made"]);
    let study = made.out.trim().to_owned();
    let said = desk.run(&["export", &study, "--what", "comparison", "--out", "changes.pdf"]);
    assert_eq!((said.status, said.err.as_str()), (0, ""));
    assert!(fs::read(desk.path("changes.pdf")).unwrap().starts_with(b"%PDF"));
}

#[test]
fn the_example_evening_plays_shows_and_prints() {
    let desk = Desk::new();
    let said = desk.run(&["demo", "example"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let study = "example/Example evening.folkmoot";

    let said = desk.run(&["check", study]);
    assert_eq!(said.status, 0, "{}{}", said.out, said.err);

    let said = desk.run(&["show", study]);
    let shown: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(shown["evenings"].as_array().unwrap().len(), 1);

    let said = desk.run(&["export", study, "--what", "summary", "--out", "again.pdf"]);
    assert_eq!(said.status, 0, "{}", said.err);
    let beside = desk.path("example/Example evening, summary.pdf");
    assert_is_pdf(&beside);
    assert_is_pdf(&desk.path("again.pdf"));
}

fn assert_is_pdf(path: &Path) {
    let bytes = fs::read(path).unwrap();
    assert!(bytes.starts_with(b"%PDF-"), "{}", path.display());
    assert!(bytes.len() < 250_000, "{}: {} bytes", path.display(), bytes.len());
}

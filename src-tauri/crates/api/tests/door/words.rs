//! Every refusal and every act has its words.

use std::collections::BTreeMap;

use api::{Problem, ProblemCode};

#[test]
fn every_problem_has_words() {
    for &code in ProblemCode::ALL {
        let problem = Problem { code, args: BTreeMap::new(), cause: String::new() };
        let words = problem.words();
        assert!(!words.starts_with("problem-"), "{words} is missing");
        assert!(words.ends_with('.'), "{words}");
    }
}

#[test]
fn every_act_has_words() {
    let acts = include_str!("../../../../../assets/locales/en/acts.ftl");
    let mut missing = Vec::new();
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        let inside = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
        let (more, here): (Vec<_>, Vec<_>) = inside.partition(|path| path.is_dir());
        folders.extend(more);
        files.extend(here);
    }
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for word in text.split('"').filter(|word| word.starts_with("did-")) {
            if !acts.lines().any(|line| line.starts_with(&format!("{word} = "))) {
                missing.push(word.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

//! Nine A1 posters in five languages, beside Typst setting the same words in the same faces.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use folkmoot_tests::app;
use serde_json::{Value, json};

use super::{Timed, timed, verdict};

const RUNS: usize = 15;
const LANGUAGES: [&str; 5] = ["en", "cy", "pl", "bn", "ur"];
/// What Typst's own package for Python needs to set a file; the second argument is left out to
/// learn what Python takes to start.
const TYPST: &str = "import sys, typst\n\
    if len(sys.argv) > 2: typst.compile(sys.argv[1], output=sys.argv[2], \
    font_paths=[sys.argv[3]], ignore_system_fonts=True)";
/// Kilobytes: 80 MB.
const MEMORY: u64 = 80_000;

/// One process each that writes the 45 posters as one file. What Python takes to start is taken
/// off Typst's time.
pub fn posters(study: &Path, folder: &Path) -> bool {
    let assets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../assets");
    let typst = folder.join("posters.typ");
    fs::write(&typst, include_str!("posters.typ")).unwrap();
    fs::write(folder.join("posters.json"), words(&assets).to_string()).unwrap();
    let (own_file, other_file) = (folder.join("own.pdf"), folder.join("typst.pdf"));
    let python = env::var("FOLKMOOT_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let with_typst = |arguments: &[&Path]| {
        let mut command = Command::new(&python);
        command.args(["-c", TYPST]).args(arguments);
        command
    };

    let mut own = Timed::new("Folkmoot");
    let mut other = Timed::new("Typst, with Python");
    let mut start = Timed::new("Python alone");
    for _ in 0..RUNS {
        own.push(timed(&mut export(study, &own_file)));
        let whole = [typst.as_path(), &other_file, &assets.join("fonts")];
        other.push(timed(&mut with_typst(&whole)));
        start.push(timed(&mut with_typst(&[])));
    }
    assert_eq!((pages(&own_file), pages(&other_file)), (45, 45));

    println!("Nine A1 posters in five languages, whole processes, {RUNS} runs");
    for one in [&own, &other, &start] {
        one.print();
    }
    let ratio = own.median() / (other.median() - start.median());
    let fast = ratio <= 0.6;
    println!("  ratio {ratio:.3} without Python; at most 0.60: {}", verdict(fast));
    let memory = most_memory(&mut export(study, &own_file));
    let slim = memory < MEMORY;
    println!("  memory: {memory} kB, at most {MEMORY}: {}", verdict(slim));
    fast && slim
}

/// The command that writes every poster in every language.
fn export(study: &Path, out: &Path) -> Command {
    let mut command = Command::new(app());
    command.arg("export").arg(study).args(["--what", "posters", "--paper", "A1"]);
    for language in LANGUAGES {
        command.args(["--language", language]);
    }
    command.arg("--out").arg(out);
    command
}

/// The most memory that a process held, in kilobytes, as the system counted it.
fn most_memory(command: &mut Command) -> u64 {
    let mut child = command.stdout(Stdio::null()).spawn().unwrap();
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let number = peak.and_then(|peak| peak.split_whitespace().next()?.parse().ok());
        most = most.max(number.unwrap_or(0));
    }
    assert!(most > 0, "the system did not say how much memory was used");
    most
}

fn pages(pdf: &Path) -> usize {
    let told = Command::new("pdfinfo").arg(pdf).output().unwrap();
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let line = told.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    line.trim().parse().unwrap()
}

/// What the posters say, language by language, for the yardstick to read.
fn words(assets: &Path) -> Value {
    let method = assets.join("methods/policy-ideas");
    let english = table(&method.join("ideas.toml"));
    let (themes, ideas) = (list(&english, "themes"), list(&english, "ideas"));
    let place: BTreeMap<&str, usize> =
        themes.iter().zip(0..).map(|(theme, place)| (text(theme, "id"), place)).collect();
    let all = LANGUAGES.map(|language| {
        let other =
            (language != "en").then(|| table(&method.join(format!("languages/{language}.toml"))));
        let papers = fs::read_to_string(assets.join(format!("locales/{language}/papers.ftl")));
        let papers = papers.unwrap();
        let said = |id: &str| {
            let line = papers.lines().find_map(|line| line.strip_prefix(&format!("{id} = ")));
            line.unwrap().to_owned()
        };
        let posters = ideas.iter().zip(1..).map(|(idea, number)| {
            let theme = text(idea, "theme");
            let (words, theme_name) = match &other {
                Some(other) => (&other["ideas"][text(idea, "id")], text(&other["themes"], theme)),
                None => (idea, text(&themes[place[theme]], "name")),
            };
            json!({
                "number": number, "theme": theme_name, "theme_number": place[theme],
                "name": text(words, "name"), "description": text(words, "description"),
                "examples": words["examples"].as_array().unwrap().iter()
                    .map(|example| example.as_str().unwrap()).collect::<Vec<_>>(),
            })
        });
        json!({
            "language": language, "study": "Nine ideas for public services",
            "like": said("poster-like"), "argue": said("poster-argue"),
            "example": said("poster-example"), "ideas": posters.collect::<Vec<_>>(),
        })
    });
    json!(all)
}

fn table(path: &Path) -> toml::Value {
    toml::Value::Table(fs::read_to_string(path).unwrap().parse().unwrap())
}

fn list<'a>(of: &'a toml::Value, key: &str) -> &'a [toml::Value] {
    of[key].as_array().unwrap()
}

fn text<'a>(of: &'a toml::Value, key: &str) -> &'a str {
    of[key].as_str().unwrap()
}

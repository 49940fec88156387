//! The house rules that a machine can check. ARCHITECTURE.md says what they are for.

use std::{
    fs,
    path::{Path, PathBuf},
};

use folkmoot_tests::checkout;

/// Folders that hold what others wrote or what is made.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", ".git", "gen"];

/// What a crate may name among its neighbours.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("store", &["domain"]),
    ("report", &["domain"]),
    ("sheets", &[]),
    ("api", &["store", "report", "sheets", "domain"]),
    ("room", &["api"]),
];

fn files(extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![checkout()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !NOT_OURS.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|e| extensions.iter().any(|known| e == *known)) {
                found.push(path);
            }
        }
    }
    found
}

/// A path as it reads from the top of the checkout.
fn short(path: &Path) -> String {
    path.strip_prefix(checkout()).unwrap().display().to_string()
}

/// Fails with every line that breaks a rule.
fn none(rule: &str, broken: Vec<String>) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}

#[test]
fn no_file_is_too_long_to_read() {
    let limits = [("rs", 600), ("ts", 600), ("svelte", 200), ("sql", 40), ("sh", 200)];
    let mut broken = Vec::new();
    for (extension, limit) in limits {
        for path in files(&[extension]) {
            // Generated from the Rust side; a migration is read once, from top to bottom.
            if path.ends_with("ui/src/lib/api.ts") || short(&path).contains("/migrations/") {
                continue;
            }
            let lines = fs::read_to_string(&path).unwrap().lines().count();
            if lines > limit {
                broken.push(format!("{}: {lines} lines, at most {limit}", short(&path)));
            }
        }
    }
    none("A file has one subject and can be read at a sitting.", broken);
}

#[test]
fn crates_point_one_way() {
    let crates = checkout().join("src-tauri/crates");
    let names: Vec<&str> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let mut broken = Vec::new();
    for entry in fs::read_dir(crates).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        let Some((_, allowed)) = MAY_USE.iter().find(|(known, _)| *known == name) else {
            broken.push(format!("{name}: not in this test's list of crates"));
            continue;
        };
        let manifest = fs::read_to_string(entry.path().join("Cargo.toml")).unwrap();
        for used in dependencies(&manifest) {
            if names.contains(&used.as_str()) && !allowed.contains(&used.as_str()) {
                broken.push(format!("{name} uses {used}"));
            }
        }
    }
    none(
        "src-tauri > room > api > store > domain, api > report > domain, api > sheets, and no other way.",
        broken,
    );
}

#[test]
fn the_shell_alone_names_tauri_and_only_goes_through_the_api() {
    let mut broken = Vec::new();
    for path in files(&["toml"]) {
        let name = short(&path);
        if !name.ends_with("Cargo.toml") || name == "Cargo.toml" {
            continue;
        }
        let uses = dependencies(&fs::read_to_string(&path).unwrap());
        if name == "src-tauri/Cargo.toml" {
            let inner = ["store", "domain", "report", "rusqlite"];
            broken.extend(
                uses.iter()
                    .filter(|used| inner.contains(&used.as_str()))
                    .map(|used| format!("{name} reaches past the api to {used}")),
            );
        } else {
            broken.extend(
                uses.iter()
                    .filter(|used| used.starts_with("tauri"))
                    .map(|used| format!("{name} names {used}")),
            );
        }
    }
    none("One shell, one door.", broken);
}

/// What a manifest names under any kind of dependencies.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in manifest.lines() {
        if let Some(section) = line.strip_prefix('[') {
            inside = section.trim_end_matches(']').ends_with("dependencies");
        } else if inside && let Some((name, _)) = line.split_once('=') {
            let name = name.trim();
            found.push(name.split('.').next().unwrap_or(name).to_owned());
        }
    }
    found
}

#[test]
fn a_feature_of_the_screens_stands_alone() {
    // shared/ knows lib/ only; a feature knows lib/ and shared/, and may read the state or the
    // rules of another (a .ts file), but its components meet those of another in screens/ only.
    let source = checkout().join("ui/src");
    let mut broken = Vec::new();
    for path in files(&["svelte", "ts"]) {
        let Ok(inside) = path.strip_prefix(&source) else { continue };
        let mut parts = inside.components().map(|c| c.as_os_str().to_string_lossy().into_owned());
        let (Some(own), Some(_)) = (parts.next(), parts.next()) else { continue };
        if own == "screens" {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            let Some(other) = imported_folder(line, &own) else { continue };
            let low = own == "lib" || own == "shared";
            let fine = match other.as_str() {
                "lib" => true,
                "shared" => own != "lib",
                // A component has a capital: "../choosing/Choose.svelte".
                _ => !low && !names_component(line),
            };
            if !fine {
                broken.push(format!("{}: {}", short(&path), line.trim()));
            }
        }
    }
    none("Components of two features meet in screens/ and nowhere else.", broken);
}

fn names_component(line: &str) -> bool {
    let file = line.rsplit('/').next().unwrap_or_default();
    file.starts_with(|first: char| first.is_uppercase())
}

/// The folder beside its own that a line imports from.
fn imported_folder(line: &str, own: &str) -> Option<String> {
    let line = line.trim();
    if !(line.starts_with("import") || line.starts_with("export") || line.starts_with('}')) {
        return None;
    }
    let (_, from) = line.split_once(['"', '\''])?;
    let path = from.trim_end_matches(|c: char| "'\";".contains(c));
    let inside = match path.strip_prefix('$') {
        Some(named) => named,
        None => path.strip_prefix("../")?.trim_start_matches("../"),
    };
    let (folder, _) = inside.split_once('/').unwrap_or((inside, ""));
    (folder != own && folder != "assets").then(|| folder.to_owned())
}

#[test]
fn nothing_is_left_unfinished() {
    // Written in halves, so that this test does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("HA", "CK:"),
        concat!("unimpl", "emented!"),
        concat!("to", "do!("),
        concat!("lorem ", "ipsum"),
        concat!("place", "holder until"),
        concat!("#[ig", "nore"),
        concat!("it.sk", "ip("),
        concat!("test.sk", "ip("),
        concat!(".on", "ly("),
    ];
    let kinds = ["rs", "ts", "svelte", "sql", "css", "html", "toml", "ftl", "md", "sh", "yml"];
    let mut broken = Vec::new();
    for path in files(&kinds) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            if let Some(mark) = marks.iter().find(|mark| line.contains(*mark)) {
                broken.push(format!("{}:{}: {mark}", short(&path), number + 1));
            }
        }
    }
    none("What is here is finished, and every test runs.", broken);
}

#[test]
fn names_are_the_fields_own_words() {
    let vague = ["Manager", "Service", "Helper", "Utils", "Util"];
    let mut broken = Vec::new();
    for path in files(&["rs", "ts", "svelte"]) {
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            let declared =
                words.by_ref().any(|w| matches!(w, "struct" | "enum" | "trait" | "class"));
            let name = words.next().unwrap_or_default();
            if declared && vague.iter().any(|v| name.ends_with(v)) {
                broken.push(format!("{}:{}: {name}", short(&path), number + 1));
            }
        }
    }
    none("Round, Ballot, Poster, Seat; never what it does for the program.", broken);
}

use super::*;
use crate::KindId;

const METHOD: &str = include_str!("../../../../../assets/methods/policy-ideas/method.toml");
const GUIDE: &str = include_str!("../../../../../assets/methods/policy-ideas/guide.toml");
const IDEAS: &str = include_str!("../../../../../assets/methods/policy-ideas/ideas.toml");

fn files<'a>(method: &'a str, guide: &'a str, ideas: &'a str) -> MethodFiles<'a> {
    MethodFiles {
        method: MethodFile { name: "method.toml", text: method },
        guide: MethodFile { name: "guide.toml", text: guide },
        ideas: MethodFile { name: "ideas.toml", text: ideas },
    }
}

#[test]
fn the_shipped_method_reads_and_its_minutes_add_up() {
    let design = read(&files(METHOD, GUIDE, IDEAS)).unwrap();
    assert_eq!(design.total(&KindId::from("full")), 120);
    assert_eq!(design.total(&KindId::from("mini")), 105);
    let rated: Vec<_> = design.rated().map(|lens| lens.id.as_str()).collect();
    assert_eq!(rated, ["desirable", "equitable", "achievable"]);
    for idea in &design.ideas {
        assert!(!idea.examples.is_empty() && !idea.reference.is_empty(), "{}", idea.id);
        assert!(!idea.probes.is_empty() && !idea.what_ifs.is_empty(), "{}", idea.id);
    }
}

#[test]
fn the_shipped_method_shouts_nowhere_and_quotes_with_curls() {
    for text in [METHOD, GUIDE, IDEAS] {
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            assert!(!line.contains(['!', '\'']), "line {}: {line}", at + 1);
        }
    }
}

const ROOM: &str = r#"method = "small"
title = "Small"
about = "Two ideas."
source = "Nowhere."
language = "en"
thanks = "Thank you."
attributes = []
budget = { green = 2, red = 1 }
scale = { from = 1, to = 10, low = "no", high = "yes" }
values = { title = "Others said", statement = "More.", items = [{ id = "rest", name = "Rest" }] }

[[kinds]]
id = "full"
name = "full group"
minutes = 30
fewest = 8
most = 10

[[lenses]]
id = "good"
name = "Good"
ask = "Is it good?"
share = 1
rating = "How good?"
idea_probes = true

[[slots]]
id = "first"
name = "First"
rule = "most_green"
"#;

const STEPS: &str = r#"[[stages]]
title = "All of it"

[[stages.activities]]
id = "gallery"
title = "Gallery"
ask = "Walk round."
minutes = { full = 10 }
least = { full = 5 }
tool = { type = "gallery" }

[[stages.activities]]
id = "talk"
title = "Talk"
ask = "What do you think?"
minutes = { full = 20 }
least = { full = 10 }
tool = { type = "discussion", slot = "first" }
questions = [
    { id = "talk-why", text = "Why?" },
    { id = "talk-who", text = "Who?" },
]
"#;

const POSTERS: &str = r#"[[themes]]
id = "town"
name = "Town"

[[ideas]]
id = "benches"
theme = "town"
name = "More benches"
short = "Benches"
description = "There are more benches."
examples = ["One at the bus stop."]
probes = [{ id = "benches-where", text = "Where?" }]
"#;

/// What is broken, by what, and the refusal: file and line, and some of the reason.
const BROKEN: &[(&str, &str, &str, &str)] = &[
    // Not well written.
    ("minutes = 30", "minutes = = 30", "method.toml, line 15", ""),
    ("title = \"Gallery\"", "title = \"Gallery", "guide.toml, line 6", ""),
    ("fewest = 8", "fewest = 8\nfewest = 8", "method.toml, line 17", "duplicate"),
    // Fields that are not known, not there, or of the wrong sort.
    ("share = 1", "shares = 1", "method.toml, line 23", "shares"),
    ("short = \"Benches\"\n", "", "ideas.toml, line 5", "short"),
    ("thanks = \"Thank you.\"\n", "", "method.toml, line 1", "thanks"),
    ("minutes = 30", "minutes = \"30\"", "method.toml, line 15", "expected u32"),
    ("minutes = 30", "minutes = -30", "method.toml, line 15", "-30"),
    ("to = 10", "to = 1000", "method.toml, line 9", "1000"),
    ("type = \"gallery\"", "type = \"museum\"", "guide.toml, line 10", "museum"),
    ("\"most_green\"", "\"most_blue\"", "method.toml, line 30", "most_blue"),
    // Texts and ids.
    ("ask = \"Is it good?\"", "ask = \" \"", "method.toml, line 22", "“ask” is empty"),
    ("\"One at the bus stop.\"", "\n\"One.\",\n\"\"", "ideas.toml, line 13", "“examples” is empty"),
    ("text = \"Where?\"", "text = \"\"", "ideas.toml, line 12", "“text” is empty"),
    ("id = \"benches\"", "id = \"Benches\"", "ideas.toml, line 6", "“Benches” is no id"),
    ("id = \"talk\"", "id = \"gallery\"", "guide.toml, line 13", "“gallery” is there already"),
    ("\"talk-who\"", "\"talk-why\"", "guide.toml, line 21", "“talk-why” is there already"),
    ("\"benches-where\"", "\"talk-why\"", "ideas.toml, line 12", "“talk-why” is there already"),
    // Names of things that are not there.
    ("theme = \"town\"", "theme = \"sea\"", "ideas.toml, line 7", "no theme “sea”"),
    ("slot = \"first\"", "slot = \"last\"", "guide.toml, line 18", "no slot “last”"),
    ("minutes = { full = 20 }", "minutes = { half = 20 }", "guide.toml, line 16", "“half”"),
    ("least = { full = 10 }", "least = {}", "guide.toml, line 17", "“full” are missing"),
    // Numbers that cannot be.
    ("minutes = 30", "minutes = 31", "method.toml, line 15", "add up to 30"),
    ("least = { full = 10 }", "least = { full = 21 }", "guide.toml, line 17", "20 are planned"),
    ("fewest = 8", "fewest = 11", "method.toml, line 16", "fewest is 11"),
    ("fewest = 8", "fewest = 0", "method.toml, line 16", "at least one person"),
    ("from = 1,", "from = 10,", "method.toml, line 9", "from 10 to 10"),
    ("to = 10,", "to = 12,", "method.toml, line 9", "11 numbers at most"),
    ("minutes = 30", "minutes = 0", "method.toml, line 15", "needs time"),
    (
        "{ id = \"rest\", name = \"Rest\" }",
        "{ id = \"rest\", name = \"Rest\" }, { id = \"peace\", name = \"rest\" }",
        "method.toml, line 10",
        "“rest” is there already",
    ),
    ("green = 2, red = 1", "green = 0, red = 0", "method.toml, line 8", "nobody has a sticker"),
    ("green = 2, red = 1", "green = 0, red = 1", "method.toml, line 30", "green"),
    ("share = 1", "share = 0", "method.toml, line 23", "no share"),
    // Things that are never used.
    (
        "tool = { type = \"discussion\", slot = \"first\" }",
        "tool = { type = \"tips\" }",
        "method.toml, line 20",
        "the lens “good” is never used",
    ),
    (
        "rule = \"most_green\"",
        "rule = \"most_green\"\n[[slots]]\nid = \"joker\"\nname = \"Joker\"\nrule = \"joker\"",
        "method.toml, line 32",
        "the slot “joker” is never used",
    ),
    (
        "{ type = \"gallery\" }",
        "{ type = \"none\" }",
        "method.toml, line 28",
        "chosen in a gallery",
    ),
    ("idea_probes = true", "idea_probes = false", "ideas.toml, line 6", "never asked"),
    (
        "name = \"Town\"",
        "name = \"Town\"\n[[themes]]\nid = \"sea\"\nname = \"Sea\"",
        "ideas.toml, line 5",
        "“sea” has no ideas",
    ),
];

#[test]
fn the_small_method_is_whole() {
    assert_eq!(read(&files(ROOM, STEPS, POSTERS)).map(|d| d.ideas.len()), Ok(1));
}

#[test]
fn a_broken_method_is_refused_with_file_line_and_reason() {
    for &(sound, broken, place, reason) in BROKEN {
        let broken: Vec<_> =
            [ROOM, STEPS, POSTERS].iter().map(|text| text.replacen(sound, broken, 1)).collect();
        let error = read(&files(&broken[0], &broken[1], &broken[2])).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{place}: ")), "{sound}: {place} is not {error}");
        assert!(error.contains(reason), "{sound}: {reason} is not in {error}");
    }
}

#[test]
fn a_values_slide_has_values() {
    let empty = ROOM.replace("items = [{ id = \"rest\", name = \"Rest\" }]", "items = []");
    assert!(read(&files(&empty, STEPS, POSTERS)).is_ok(), "no activity shows the slide");
    let shown = STEPS.replace("type = \"gallery\"", "type = \"gallery\" }\n[[stages.activities]]\nid = \"slide\"\ntitle = \"Slide\"\nask = \"Look.\"\nminutes = { full = 0 }\nleast = { full = 0 }\ntool = { type = \"flip_chart\", values = true");
    assert!(read(&files(ROOM, &shown, POSTERS)).is_ok());
    let error = read(&files(&empty, &shown, POSTERS)).unwrap_err();
    assert!(error.reason.contains("would be empty"), "{error}");
}

#[test]
fn whichever_line_is_missing_a_refusal_names_a_line_that_is_there() {
    let texts = [ROOM, STEPS, POSTERS];
    for (which, text) in texts.iter().enumerate() {
        for gone in 0..text.lines().count() {
            let rest = text.lines().enumerate().filter(|(at, _)| *at != gone);
            let rest: Vec<_> = rest.map(|(_, line)| line).collect();
            let mut texts = texts.map(str::to_owned);
            texts[which] = rest.join("\n");
            let Err(error) = read(&files(&texts[0], &texts[1], &texts[2])) else { continue };
            let file = ["method.toml", "guide.toml", "ideas.toml"].map(String::from);
            let named = file.iter().position(|name| *name == error.file).unwrap();
            assert!(error.line <= texts[named].lines().count() + 1, "{which} {gone}: {error}");
            assert!(error.line >= 1 && !error.reason.is_empty());
        }
    }
}

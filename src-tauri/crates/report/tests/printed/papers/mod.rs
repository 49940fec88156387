//! The shipped method as a pack, in its five languages.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use report::pack::{
    Activity, ActivityKind, Arg, Budget, Edition, Group, Guide, Idea, Lens, Pack, Scale, Seat,
    Stage, Words,
};
use toml::{Table, Value};

pub mod other;

const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/");

fn asset(path: &str) -> String {
    std::fs::read_to_string(format!("{ASSETS}{path}")).unwrap()
}

fn words(of: &Table, key: &str) -> String {
    of.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn rows<'a>(of: &'a Table, key: &str) -> Vec<&'a Table> {
    let rows = of.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    rows.iter().filter_map(Value::as_table).collect()
}

fn texts(of: &Table, key: &str) -> Vec<String> {
    let list = of.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let one =
        |v: &Value| v.as_str().map(str::to_owned).or_else(|| Some(words(v.as_table()?, "text")));
    list.iter().filter_map(one).collect()
}

/// The method of nine ideas, in English.
pub fn english() -> Pack {
    let ideas: Table = asset("methods/policy-ideas/ideas.toml").parse().unwrap();
    let themes = rows(&ideas, "themes");
    let place = |id: &str| themes.iter().position(|theme| words(theme, "id") == id).unwrap();
    Pack {
        study: "Nine ideas for public services".into(),
        language: "en-GB".into(),
        version: 2,
        identity: "0195f3a2-6c1e-7d3a-9b1f-2f6d0c5e8a11".into(),
        stamp: 1_773_349_440,
        themes: themes.iter().map(|theme| words(theme, "name")).collect(),
        ideas: rows(&ideas, "ideas")
            .into_iter()
            .zip(1..)
            .map(|(idea, number)| Idea {
                number,
                theme: place(&words(idea, "theme")),
                name: words(idea, "name"),
                short: words(idea, "short"),
                description: words(idea, "description"),
                examples: texts(idea, "examples"),
                probes: texts(idea, "probes"),
                what_ifs: texts(idea, "what_ifs"),
                groups: [1, 4, 1, 4, 1, 1, 1, 1, 1][number as usize - 1],
            })
            .collect(),
        budget: Budget { green: 2, red: 1 },
        guide: guide(),
        group: Some(group()),
    }
}

fn guide() -> Guide {
    let guide: Table = asset("methods/policy-ideas/guide.toml").parse().unwrap();
    let method: Table = asset("methods/policy-ideas/method.toml").parse().unwrap();
    let mut from = 0;
    let stages = rows(&guide, "stages").into_iter().map(|stage| Stage {
        title: words(stage, "title"),
        activities: rows(stage, "activities")
            .into_iter()
            .map(|activity| {
                let minutes = activity["minutes"]["full"].as_integer().unwrap();
                let minutes = u32::try_from(minutes).unwrap();
                let begins = from;
                from += minutes;
                Activity {
                    title: words(activity, "title"),
                    minutes,
                    from: begins,
                    ask: words(activity, "ask"),
                    questions: texts(activity, "questions"),
                    probes: texts(activity, "probes"),
                    notes: texts(activity, "notes"),
                    kind: match activity["tool"]["type"].as_str().unwrap() {
                        "gallery" => ActivityKind::Gallery,
                        "discussion" => ActivityKind::Discussion,
                        _ => ActivityKind::Talk,
                    },
                }
            })
            .collect(),
    });
    let stages = stages.collect();
    let lenses = rows(&method, "lenses").into_iter().map(|lens| Lens {
        name: words(lens, "name"),
        ask: words(lens, "ask"),
        minutes: u32::try_from(lens["share"].as_integer().unwrap()).unwrap(),
        questions: texts(lens, "questions"),
        rated: lens.contains_key("rating"),
    });
    Guide {
        stages,
        lenses: lenses.collect(),
        scale: Scale { from: 1, to: 10, low: "not at all".into(), high: "extremely".into() },
    }
}

fn group() -> Group {
    let names = ["Farah", "Colin", "Wendy", "Joseph", "Amina", "Piotr", "Siân", "Marcus", "Ruth"];
    Group {
        name: "Oxford, 25–39".into(),
        when: "12 March 2026, 19:00".into(),
        starts: Some(19 * 60),
        place: "Room 9, Town Hall".into(),
        seats: names
            .iter()
            .zip(1..)
            .map(|(name, number)| Seat { number, name: (*name).into() })
            .collect(),
    }
}

/// Speaks the words of one language, those of English where it has none.
pub struct Speaker {
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Speaker {
    pub fn new(language: &str) -> Self {
        let mut sources = Vec::new();
        if language.len() == 2 {
            sources.push((language, asset(&format!("locales/{language}/papers.ftl"))));
        }
        sources.push(("en-GB", asset("locales/en/papers.ftl")));
        let bundles = sources.into_iter().map(|(tag, text)| {
            let mut bundle = FluentBundle::new(vec![tag.parse().unwrap()]);
            bundle.set_use_isolating(false);
            bundle.add_resource(FluentResource::try_new(text).unwrap()).unwrap();
            bundle
        });
        Self { bundles: bundles.collect() }
    }

    fn say(&self, id: &str, args: &[(&str, Arg)]) -> String {
        let mut fluent = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => fluent.set(*name, text.clone()),
                Arg::Count(count) => fluent.set(*name, FluentValue::from(*count)),
            }
        }
        for bundle in &self.bundles {
            let Some(pattern) = bundle.get_message(id).and_then(|m| m.value()) else { continue };
            let mut errors = Vec::new();
            let words = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
            assert!(errors.is_empty(), "{id}: {errors:?}");
            return words;
        }
        panic!("papers.ftl has no {id}");
    }

    /// Prints a pack with these words.
    pub fn with<T>(&self, pack: &Pack, print: impl FnOnce(&Edition) -> T) -> T {
        let speak = |id: &str, args: &[(&str, Arg)]| self.say(id, args);
        print(&Edition { pack, words: Words::new(&speak) })
    }
}

/// Prints a pack with the words of its language.
pub fn printed<T>(pack: &Pack, print: impl FnOnce(&Edition) -> T) -> T {
    Speaker::new(&pack.language).with(pack, print)
}

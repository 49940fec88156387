//! The shipped method in its other languages.

use report::pack::{Idea, Pack};
use toml::{Table, Value};

use super::{asset, english, rows, texts, words};

fn pack(language: &str) -> Pack {
    let file = format!("methods/policy-ideas/languages/{language}.toml");
    let told: Table = asset(&file).parse().unwrap();
    let ideas: Table = asset("methods/policy-ideas/ideas.toml").parse().unwrap();
    let own = |part: &str, id: &Table| told[part][words(id, "id").as_str()].clone();
    let base = english();
    let ids = rows(&ideas, "ideas");
    Pack {
        study: words(&told, "title"),
        language: language.into(),
        themes: rows(&ideas, "themes")
            .into_iter()
            .map(|theme| own("themes", theme).as_str().unwrap().to_owned())
            .collect(),
        ideas: base
            .ideas
            .iter()
            .zip(ids)
            .map(|(idea, id)| {
                let Value::Table(said) = own("ideas", id) else { panic!("{id}") };
                Idea {
                    name: words(&said, "name"),
                    short: words(&said, "short"),
                    description: words(&said, "description"),
                    examples: texts(&said, "examples"),
                    ..idea.clone()
                }
            })
            .collect(),
        ..base
    }
}

pub fn welsh() -> Pack {
    pack("cy")
}

pub fn polish() -> Pack {
    pack("pl")
}

pub fn bengali() -> Pack {
    pack("bn")
}

pub fn urdu() -> Pack {
    pack("ur")
}

//! The words that stand on the papers, in each language that comes with the program.

use std::sync::OnceLock;

use report::pack::{Arg, Words};

use crate::words::{Bundle, Word, read, say_in};

macro_rules! files {
    ($($tag:literal),*) => {
        [$(($tag, include_str!(concat!("../../../../../assets/locales/", $tag, "/papers.ftl")))),*]
    };
}

/// The files of words, by language; English stands in for what another lacks.
const FILES: &[(&str, &str)] = &files!["en", "cy", "pl", "bn", "ur"];

fn bundles() -> &'static [(&'static str, Bundle)] {
    static BUNDLES: OnceLock<Vec<(&str, Bundle)>> = OnceLock::new();
    BUNDLES.get_or_init(|| FILES.iter().map(|(tag, text)| (*tag, read(tag, text))).collect())
}

/// Prints with the words of a language.
pub(super) fn with<T>(language: &str, print: impl FnOnce(Words) -> T) -> T {
    let primary = language.split('-').next().unwrap_or_default();
    let speak = |id: &str, args: &[(&str, Arg)]| {
        let args: Vec<(&str, Word)> = args
            .iter()
            .map(|(name, arg)| {
                let word = match arg {
                    Arg::Text(text) => Word::from(text.as_str()),
                    Arg::Count(count) => Word::from(*count),
                };
                (*name, word)
            })
            .collect();
        let own = bundles().iter().filter(|(tag, _)| *tag == primary);
        let english = bundles().iter().filter(|(tag, _)| *tag == "en");
        own.chain(english)
            .find_map(|(_, bundle)| say_in(bundle, id, &args))
            .unwrap_or_else(|| id.to_owned())
    };
    print(Words::new(&speak))
}

/// The name of a language in itself; its tag where the program does not know it.
pub(super) fn name(language: &str) -> String {
    let name = match language.split('-').next().unwrap_or_default() {
        "en" => "English",
        "cy" => "Cymraeg",
        "pl" => "polski",
        "bn" => "বাংলা",
        "ur" => "اردو",
        _ => language,
    };
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The messages of a file, and what goes into each.
    fn messages(text: &str) -> Vec<(&str, Vec<&str>)> {
        let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
                found.push((id, Vec::new()));
            }
            for part in line.split('$').skip(1) {
                let end = part.find(|c: char| !c.is_alphanumeric()).unwrap_or(part.len());
                if let Some((_, args)) = found.last_mut() {
                    args.push(&part[..end]);
                }
            }
        }
        for (_, args) in &mut found {
            args.sort_unstable();
            args.dedup();
        }
        found
    }

    #[test]
    fn every_language_says_what_participants_see_and_nothing_unknown() {
        let english = messages(FILES[0].1);
        let seen = ["poster", "ballot", "handout", "consent", "door-"];
        for (tag, text) in &FILES[1..] {
            crate::check_words(tag, text).unwrap();
            let own = messages(text);
            for (id, args) in &own {
                let (_, known) = english
                    .iter()
                    .find(|(known, _)| known == id)
                    .unwrap_or_else(|| panic!("{tag}: {id} stands on no paper"));
                assert!(args.iter().all(|arg| known.contains(arg)), "{tag}: {id} {args:?}");
            }
            for (id, _) in &english {
                let said = own.iter().any(|(known, _)| known == id);
                let for_staff = !seen.iter().any(|part| id.starts_with(part));
                assert!(said || for_staff || *id == "door", "{tag} lacks {id}");
            }
        }
    }
}

//! The words that stand on the papers, in each language that comes with the program.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use domain::{Budget, translation::slots};
use report::pack::{Arg, Words};

use crate::words::{Bundle, Word, read, say_in};

macro_rules! files {
    ($($tag:literal),*) => {
        [$(($tag, include_str!(concat!("../../../../../assets/locales/", $tag, "/papers.ftl")))),*]
    };
}

/// The files of words, by language; English stands in for what another lacks.
const FILES: &[(&str, &str)] = &files!["en", "cy", "pl", "bn", "ur"];

/// What the names of those messages begin with that participants read. The others are for staff.
const SEEN: [&str; 6] = ["paper-", "poster", "ballot", "handout", "consent", "door-"];
/// The name of the ballot, where it cannot be printed: for staff.
const FOR_STAFF: &str = "ballot";

fn bundles() -> &'static [(&'static str, Bundle)] {
    static BUNDLES: OnceLock<Vec<(&str, Bundle)>> = OnceLock::new();
    BUNDLES.get_or_init(|| FILES.iter().map(|(tag, text)| (*tag, read(tag, text))).collect())
}

fn primary(language: &str) -> &str {
    language.split('-').next().unwrap_or_default()
}

/// A message in a language that comes with the program. None: it does not come, or lacks it.
fn say(language: &str, id: &str, args: &[(&str, Word)]) -> Option<String> {
    let mut own = bundles().iter().filter(|(tag, _)| *tag == primary(language));
    own.find_map(|(_, bundle)| say_in(bundle, id, args))
}

/// Words on papers, with the names of their messages.
type Seen = Arc<Vec<(&'static str, String)>>;

/// The words that participants read on the papers of any study, by the names of their messages,
/// in a language that comes with the program.
///
/// How many stickers there are is known, and filled in; what differs from paper to paper stays a
/// slot: "Poster {n} of {of}". Papers ask for the same again and again: they are told once.
pub(crate) fn seen(language: &str, budget: Budget) -> Seen {
    static KNOWN: Mutex<BTreeMap<(String, u32, u32), Seen>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (primary(language).to_owned(), budget.green, budget.red);
    Arc::clone(known.entry(key).or_insert_with(|| Arc::new(all_seen(language, budget))))
}

fn all_seen(language: &str, budget: Budget) -> Vec<(&'static str, String)> {
    let (_, english) = FILES[0];
    let ids = english.lines().filter_map(|line| line.split_once(" = ").map(|(id, _)| id));
    let is_seen = |id: &&str| SEEN.iter().any(|part| id.starts_with(part)) && *id != FOR_STAFF;
    ids.filter(is_seen).filter_map(|id| Some((id, say(language, id, &args(id, budget))?))).collect()
}

/// What goes into a message before it is known which paper it is for.
fn args(id: &str, budget: Budget) -> Vec<(&'static str, Word)> {
    let n = match id {
        "ballot-title" => Some(budget.green + budget.red),
        _ if id.starts_with("ballot-tick") => Some(budget.green),
        _ if id.starts_with("ballot-mark") => Some(budget.red),
        _ => None,
    };
    let slots = ["study", "name", "of", "version", "sheet", "row", "column"];
    let mut args: Vec<(&str, Word)> =
        slots.iter().map(|name| (*name, Word::from(format!("{{{name}}}")))).collect();
    args.push(("n", n.map_or_else(|| Word::from("{n}"), Word::from)));
    args.push(("green", budget.green.into()));
    args.push(("red", budget.red.into()));
    args
}

/// Prints with the words of a language. `own` are the study's, by the names of the messages: they
/// stand before those that come with the program.
pub(super) fn with<T>(
    language: &str,
    own: &BTreeMap<String, String>,
    print: impl FnOnce(Words) -> T,
) -> T {
    print(Words::new(&|id, args| speak(language, own, id, args)))
}

fn speak(language: &str, own: &BTreeMap<String, String>, id: &str, args: &[(&str, Arg)]) -> String {
    let word = |arg: &Arg| match arg {
        Arg::Text(text) => Word::from(text.as_str()),
        Arg::Count(count) => Word::from(*count),
    };
    let words: Vec<(&str, Word)> = args.iter().map(|(name, arg)| (*name, word(arg))).collect();
    let shipped = say(language, id, &words).or_else(|| say("en", id, &words));
    let shipped = shipped.unwrap_or_else(|| id.to_owned());
    let Some(own) = own.get(id) else { return shipped };
    let plain = |arg: &Arg| match arg {
        Arg::Text(text) => text.clone(),
        Arg::Count(count) => count.to_string(),
    };
    let values: Vec<(&str, String)> = args.iter().map(|(name, arg)| (*name, plain(arg))).collect();
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, v)| &**v);
    between_blanks(&shipped, &slots::fill(own, value))
}

/// Words with the blanks at their ends that others have: " of " stands between two numbers.
fn between_blanks(others: &str, words: &str) -> String {
    let inner = others.trim();
    let at = others.find(inner).unwrap_or_default();
    let (before, after) = (&others[..at], &others[at + inner.len()..]);
    format!("{before}{words}{after}")
}

/// The name of a language in itself; its tag where the program does not know it.
pub(crate) fn name(language: &str) -> String {
    let name = match primary(language) {
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
    fn the_words_of_the_study_stand_before_those_that_come_with_the_program() {
        let own: BTreeMap<String, String> = [
            ("poster-number", "Boodhadh {n} / {of}"),
            ("paper-of", "ka mid ah"),
            ("ballot-title", "Laba iyo mid"),
        ]
        .map(|(id, text)| (id.to_owned(), text.to_owned()))
        .into();
        let say = |id, args: &[(&str, Arg)]| speak("so", &own, id, args);
        let number = [("n", 5_u32.into()), ("of", 9_u32.into()), ("version", 1_u32.into())];
        let said = [
            say("poster-number", &number),
            say("paper-of", &[]),
            say("ballot-title", &[("n", 3_u32.into())]),
            say("poster-like", &[]),
        ];
        let expected = ["Boodhadh 5 / 9", " ka mid ah ", "Laba iyo mid", "I like this most"];
        assert_eq!(said, expected);
    }

    #[test]
    fn what_participants_read_is_listed_with_the_stickers_counted() {
        let seen = seen("en-GB", Budget { green: 2, red: 1 });
        let seen: BTreeMap<&str, &str> = seen.iter().map(|(id, text)| (*id, &**text)).collect();
        assert_eq!(seen["poster-number"], "Poster {n} of {of}, version {version}");
        assert_eq!(seen["ballot-title"], "Your three stickers");
        assert_eq!(seen["ballot-lead"], "You have two green and one red.");
        assert_eq!(seen["ballot-mark"], "Mark one square:");
        assert!(!seen.contains_key("guide-probes") && !seen.contains_key("ballot"));
        let polish = super::seen("pl", Budget { green: 2, red: 1 });
        assert_eq!(polish.len(), seen.len());
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

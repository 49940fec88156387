//! The words that stand on the papers, in each language that comes with the program.

use std::sync::OnceLock;

use report::pack::{Arg, Words};

use crate::words::{Bundle, Word, read, say_in};

/// The files of words, by language; English stands in for what another lacks.
const FILES: &[(&str, &str)] =
    &[("en", include_str!("../../../../../assets/locales/en/papers.ftl"))];

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

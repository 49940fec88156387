//! Words for paper, from the same files that the screens read.

use std::{collections::BTreeMap, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{Problem, ProblemCode, Result};

/// The locale's files that the Rust side speaks from.
const FILES: &[(&str, &str)] = &[
    ("problems.ftl", include_str!("../../../../assets/locales/en/problems.ftl")),
    ("acts.ftl", include_str!("../../../../assets/locales/en/acts.ftl")),
    ("calendar.ftl", include_str!("../../../../assets/locales/en/calendar.ftl")),
    ("guide.ftl", include_str!("../../../../assets/locales/en/guide.ftl")),
    ("importing.ftl", include_str!("../../../../assets/locales/en/importing.ftl")),
    ("receipt.ftl", include_str!("../../../../assets/locales/en/receipt.ftl")),
    ("recruiting.ftl", include_str!("../../../../assets/locales/en/recruiting.ftl")),
    ("sessions.ftl", include_str!("../../../../assets/locales/en/sessions.ftl")),
    ("summary.ftl", include_str!("../../../../assets/locales/en/summary.ftl")),
    ("translating.ftl", include_str!("../../../../assets/locales/en/translating.ftl")),
];

/// The language that the shipped words are in.
fn locale() -> Vec<LanguageIdentifier> {
    "en-GB".parse().into_iter().collect()
}

pub(crate) type Bundle = FluentBundle<FluentResource>;

/// Reads a locale's file into a bundle.
///
/// # Errors
/// [`ProblemCode::BrokenLocale`] with file, line and reason.
fn add(bundle: &mut Bundle, file: &str, text: &str) -> Result<()> {
    let broken = |line: usize, reason: String| {
        Problem::new(ProblemCode::BrokenLocale)
            .with("file", file)
            .with("line", line)
            .with("reason", &reason)
            .because(format!("{file}:{line}: {reason}"))
    };
    let line_of = |at: usize| text.bytes().take(at).filter(|b| *b == b'\n').count() + 1;
    let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| {
        let first = errors.first();
        broken(
            first.map_or(1, |e| line_of(e.pos.start)),
            first.map(ToString::to_string).unwrap_or_default(),
        )
    })?;
    bundle
        .add_resource(resource)
        .map_err(|errors| broken(1, errors.first().map(ToString::to_string).unwrap_or_default()))
}

/// Checks a locale's file that somebody has written or changed.
///
/// # Errors
/// [`ProblemCode::BrokenLocale`] with file, line and reason.
pub fn check_words(file: &str, text: &str) -> Result<()> {
    add(&mut Bundle::new_concurrent(locale()), file, text)
}

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = Bundle::new_concurrent(locale());
        bundle.set_use_isolating(false);
        for (file, text) in FILES {
            // The shipped files are read by a test; one that cannot be leaves its ids to be shown.
            let _ = add(&mut bundle, file, text);
        }
        bundle
    })
}

/// A shipped file of words in a language. It is read by a test; one that cannot be read leaves
/// its ids to be shown.
pub(crate) fn read(language: &str, text: &str) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.parse().into_iter().collect());
    bundle.set_use_isolating(false);
    let _ = add(&mut bundle, language, text);
    bundle
}

/// The message called `id`, with `args` in it. A message that is missing shows its id.
pub(crate) fn say(id: &str, args: &[(&str, Word)]) -> String {
    say_in(bundle(), id, args).unwrap_or_else(|| id.to_owned())
}

/// The same in another bundle; `None` where it lacks the message.
pub(crate) fn say_in(bundle: &Bundle, id: &str, args: &[(&str, Word)]) -> Option<String> {
    let pattern = bundle.get_message(id).and_then(|m| m.value())?;
    let mut fluent = FluentArgs::new();
    for (name, word) in args {
        fluent.set(
            *name,
            match word {
                Word::Text(text) => FluentValue::from(text.clone()),
                Word::Count(n) => FluentValue::from(*n),
            },
        );
    }
    Some(bundle.format_pattern(pattern, Some(&fluent), &mut Vec::new()).into_owned())
}

/// Something that goes into a message.
#[derive(Clone)]
pub(crate) enum Word {
    Text(String),
    Count(i64),
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Word {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Word {
    fn from(n: u32) -> Self {
        Self::Count(i64::from(n))
    }
}

impl From<i64> for Word {
    fn from(n: i64) -> Self {
        Self::Count(n)
    }
}

/// The words of a refusal, for the command line.
impl Problem {
    pub fn words(&self) -> String {
        let args: BTreeMap<&str, &str> =
            self.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        let args: Vec<(&str, Word)> = args.into_iter().map(|(k, v)| (k, Word::from(v))).collect();
        say(&format!("problem-{}", self.code.word()), &args)
    }
}

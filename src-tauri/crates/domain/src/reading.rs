//! How old a reader has to be for a text, about.
//!
//! The grade of Flesch and Kincaid (Kincaid et al. 1975, “Derivation of new readability formulas
//! for Navy enlisted personnel”): years at an American school, which begins at five. It is a hint
//! from the length of sentences and words; it knows nothing of what they say.

/// With fewer words than this, one long one says too much.
const FEWEST: u32 = 20;
/// Youngest and oldest reader that the formula can tell apart.
const AGES: (f64, f64) = (6.0, 18.0);

/// The reading age in years, for English of twenty words or more. `language`: a BCP 47 tag.
pub fn age<'a>(language: &str, texts: impl IntoIterator<Item = &'a str>) -> Option<u32> {
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    if !primary.eq_ignore_ascii_case("en") {
        return None;
    }
    let (mut words, mut syllables, mut sentences) = (0u32, 0u32, 0u32);
    for text in texts {
        let mut open = false;
        for piece in text.split_whitespace() {
            // A hyphen or a dash parts words; an apostrophe is inside of one.
            for word in piece.split(['-', '–', '—', '/']) {
                let heard = syllables_of(word);
                words += u32::from(heard > 0);
                open |= heard > 0;
                syllables += heard;
            }
            let end = piece.trim_end_matches(['”', '’', '"', '\'', ')', ']']);
            if open && end.ends_with(['.', '!', '?', '…']) {
                sentences += 1;
                open = false;
            }
        }
        // A text that ends without a stop ends its sentence all the same.
        sentences += u32::from(open);
    }
    if words < FEWEST {
        return None;
    }
    let (words, syllables, sentences) =
        (f64::from(words), f64::from(syllables), f64::from(sentences));
    let grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
    let years = (grade + 5.0).clamp(AGES.0, AGES.1);
    (6..=18).min_by(|a, b| (f64::from(*a) - years).abs().total_cmp(&(f64::from(*b) - years).abs()))
}

/// Syllables of an English word, by its groups of vowels. None: nothing is read aloud.
fn syllables_of(word: &str) -> u32 {
    let letters: Vec<char> =
        word.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() {
        return u32::from(word.chars().any(|c| c.is_ascii_digit()));
    }
    let vowel = |c: char| "aeiouyáàâäéèêëíìîïóòôöúùûü".contains(c);
    let mut count = 0;
    let mut before = false;
    for (at, &c) in letters.iter().enumerate() {
        // A y that begins a word is no vowel.
        let is = vowel(c) && !(c == 'y' && at == 0);
        // Two vowels that are each said: cre-ate, sci-ence, flu-id, i-de-a.
        let pair = at > 0 && parted(letters[at - 1], c, letters.get(at + 1).copied());
        count += u32::from(is && (!before || pair));
        before = is;
    }
    let said: String = letters.iter().collect();
    let stem = said.as_str();
    let silent = |ending: &str, but: &[&str]| {
        stem.ends_with(ending)
            && !but.iter().any(|kept| stem.ends_with(kept))
            && stem.chars().rev().nth(ending.len()).is_some_and(|c| !vowel(c))
    };
    // The e of time, times and timed; not of table, boxes and wanted.
    let mute = silent("e", &["le"])
        || (stem.ends_with("le") && stem.chars().rev().nth(2).is_some_and(vowel))
        || silent("es", &["ses", "zes", "xes", "ches", "shes", "ces", "ges", "les"])
        || silent("ed", &["ted", "ded"]);
    count -= u32::from(mute && count > 1);
    count.max(1)
}

/// Whether two vowels beside each other are each said.
fn parted(first: char, second: char, next: Option<char>) -> bool {
    match (first, second) {
        ('i', 'a') => next != Some('l'),
        ('i', 'u') => next == Some('m'),
        ('i', 'e') => matches!(next, Some('n' | 't')),
        ('e', 'a') => next.is_none(),
        ('u', 'a') => matches!(next, None | Some('l')),
        ('e', 'o') => next != Some('p'),
        ('e', 'i') => next == Some('n'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_those_one_hears() {
        for (word, heard) in [
            ("money", 2),
            ("idea", 3),
            ("service", 2),
            ("services", 3),
            ("time", 1),
            ("times", 1),
            ("table", 2),
            ("asked", 1),
            ("wanted", 2),
            ("budget", 2),
            ("council", 2),
            ("don’t", 1),
            ("yes", 1),
            ("the", 1),
            ("social", 2),
            ("insurance", 3),
            ("community", 4),
            ("area", 3),
            ("people", 2),
            ("whole", 1),
            ("12", 1),
            ("–", 0),
        ] {
            assert_eq!(syllables_of(word), heard, "{word}");
        }
    }

    #[test]
    fn a_nursery_rhyme_is_for_the_young_and_a_contract_is_not() {
        let rhyme = "The cat sat on the mat. The dog ran to the cat. The cat ran up a tree. \
                     The dog sat by the tree.";
        assert_eq!(age("en-GB", [rhyme]), Some(6));
        // By hand: 22 words, 27 syllables, 2 sentences, so grade 3.2.
        let charging = "People pay when they use a service: all of the cost, or a part. Those \
                        with little money pay less or nothing.";
        assert_eq!(age("en", [charging]), Some(8));
        // By hand: 26 words, 52 syllables, 2 sentences, so grade 13.1.
        let platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian \
                        creature.";
        assert_eq!(age("en", [platypus, platypus]), Some(18));
        let contract = "Notwithstanding any provision to the contrary, the aforementioned \
                        contractual obligations remain enforceable irrespective of subsequent \
                        organisational restructuring or administrative reorganisation whatsoever.";
        assert_eq!(age("en", [contract]), Some(18));
    }

    #[test]
    fn a_full_stop_makes_a_text_easier_and_a_line_end_is_one() {
        let one = "People pay when they use a service and those who have little money pay less \
                   or nothing at all while others pay all";
        let two = one.replace(" and those", ". Those").replace(" while others", ". Others");
        assert!(age("en", [two.as_str()]) < age("en", [one]));
        let (a, b) = one.split_at(one.find(" and").unwrap());
        assert!(age("en", [a, b]) < age("en", [one]));
    }

    #[test]
    fn little_is_said_of_few_words_and_nothing_of_other_languages() {
        let twenty = "one two three four five six seven eight nine ten ".repeat(2);
        assert!(age("en", [twenty.as_str()]).is_some());
        assert_eq!(age("en", [twenty.rsplit_once("ten").unwrap().0]), None);
        assert_eq!(age("cy", [twenty.as_str()]), None);
        assert_eq!(age("en", []), None);
    }
}

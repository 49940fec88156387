//! What a column is: by its heading, and where that says nothing, by what stands in it.

use std::collections::HashSet;

use super::{
    Field, SheetRow, Target, Vocabulary,
    words::{names, plain},
};
use crate::Design;

/// How many rows are looked at.
const LOOKED_AT: usize = 50;

/// What a heading speaks for, the stronger the higher.
type Strength = usize;
/// A heading that is exactly the word.
const EXACT: Strength = 1_000;

/// Tells of a text whether it is a heading that one knows.
pub fn known_headings(design: &Design, words: &Vocabulary) -> impl Fn(&str) -> bool + use<> {
    let mut known = HashSet::new();
    for target in targets(design) {
        known.extend(words.headings(&target, design).into_iter().map(str::to_owned));
        let of_target =
            design.attributes.iter().filter(|a| target == Target::Attribute(a.id.clone()));
        known.extend(of_target.flat_map(names));
    }
    move |text| {
        let heading = plain(text);
        !heading.is_empty() && known.contains(&heading)
    }
}

/// Guesses what each column is. No two are taken for the same.
pub fn guess_columns(
    headings: &[&str],
    rows: &[impl SheetRow],
    design: &Design,
    words: &Vocabulary,
) -> Vec<Target> {
    let targets = targets(design);
    let mut guesses = vec![Target::Out; headings.len()];
    let mut claims = Vec::new();
    for (column, heading) in headings.iter().enumerate() {
        let heading = plain(heading);
        for target in &targets {
            let strength = strength(&heading, target, design, words);
            if strength > 0 {
                claims.push((strength, column, target));
            }
        }
    }
    // The strongest claim first; of two alike, the column further left.
    claims.sort_by_key(|(strength, column, _)| (std::cmp::Reverse(*strength), *column));
    let mut settled = vec![false; headings.len()];
    for (_, column, target) in claims {
        if !settled[column] && !guesses.contains(target) {
            settled[column] = true;
            guesses[column] = target.clone();
        }
    }
    for (column, guess) in guesses.iter_mut().enumerate() {
        // Whatever it is called: an address is an address, and is kept apart as one.
        let fields = || rows.iter().take(LOOKED_AT).filter_map(|row| row.field(column));
        if *guess != Target::Email && mostly(fields(), |f| f.text.contains('@')) {
            *guess = Target::Email;
        } else if *guess != Target::Phone && mostly(fields(), is_phone) {
            *guess = Target::Phone;
        }
    }
    guesses
}

/// All that a column can be, the study's own attributes before what every study has.
fn targets(design: &Design) -> Vec<Target> {
    let mut all: Vec<Target> =
        design.attributes.iter().map(|a| Target::Attribute(a.id.clone())).collect();
    // An age is read once; the study's bands of age follow from it.
    all.retain(|target| !super::row::is_banded(target, design));
    all.extend([
        Target::Name,
        Target::Surname,
        Target::Session,
        Target::Seat,
        Target::Sex,
        Target::Age,
        Target::Place,
        Target::Phone,
        Target::Email,
    ]);
    all
}

fn strength(heading: &str, target: &Target, design: &Design, words: &Vocabulary) -> Strength {
    if heading.is_empty() {
        return 0;
    }
    if let Target::Attribute(id) = target
        && let Some(attribute) = design.attributes.iter().find(|a| &a.id == id)
        && names(attribute).iter().any(|name| name == heading)
    {
        return EXACT + 1;
    }
    let said: Vec<&str> = heading.split(' ').collect();
    let fits = |known: &str| {
        if known == heading {
            return EXACT;
        }
        // "Mobile (not landline)": the words of a heading that one knows, in their order.
        let known: Vec<&str> = known.split(' ').collect();
        let inside = said.windows(known.len()).any(|part| part == known.as_slice());
        // A single letter says nothing, and longer words say more.
        let letters: usize = known.iter().map(|word| word.len()).sum();
        if inside && letters > 2 { letters + known.len() } else { 0 }
    };
    words.headings(target, design).into_iter().map(fits).max().unwrap_or_default()
}

/// Whether three in four of the fields that hold something are such.
fn mostly<'a>(fields: impl Iterator<Item = Field<'a>>, such: impl Fn(&Field) -> bool) -> bool {
    let (mut all, mut fit) = (0, 0);
    for field in fields.filter(|field| !field.text.is_empty()) {
        all += 1;
        fit += usize::from(such(&field));
    }
    all > 0 && fit * 4 >= all * 3
}

/// Ten figures or more, with what people put between them.
fn is_phone(field: &Field) -> bool {
    let figures = field.text.chars().filter(char::is_ascii_digit).count();
    field.date.is_none()
        && (10..=15).contains(&figures)
        && field.text.chars().all(|c| c.is_ascii_digit() || " +-()/.".contains(c))
}

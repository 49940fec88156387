//! Ages: of a number, a day or a year of birth, or a band; and the band that an age falls into.

use chrono::{Datelike, Duration, NaiveDate};

use super::{Code, DateOrder, Field, Note, days::is_either};

/// Years of age, from and to, both counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    pub from: u32,
    /// None: and over.
    pub to: Option<u32>,
    /// As it was written.
    pub text: String,
}

impl Band {
    /// Reads "25–39", "25 to 29", "65+", "75 and over", or finds one in "Oxford, 25–39".
    pub fn read(text: &str) -> Option<Self> {
        let numbers = numbers(text);
        for (at, (from, end)) in numbers.iter().enumerate() {
            let rest = text.get(*end..).unwrap_or_default().trim_start();
            let over = rest.starts_with('+')
                || rest.starts_with("and over")
                || rest.starts_with("or over")
                || rest.starts_with("plus");
            if over && *from < 130 {
                return Some(Self { from: *from, to: None, text: text.trim().to_owned() });
            }
            let between = rest.strip_prefix(['-', '–', '—']).or_else(|| rest.strip_prefix("to "));
            if let (Some(_), Some((to, _))) = (between, numbers.get(at + 1))
                && from < to
                && *to < 130
            {
                return Some(Self { from: *from, to: Some(*to), text: text.trim().to_owned() });
            }
        }
        None
    }

    pub fn holds(&self, age: u32) -> bool {
        self.from <= age && self.to.is_none_or(|to| age <= to)
    }

    /// Whether all of `other` lies within.
    pub fn covers(&self, other: &Self) -> bool {
        self.from <= other.from
            && match (self.to, other.to) {
                (None, _) => true,
                (Some(own), Some(others)) => others <= own,
                (Some(_), None) => false,
            }
    }

    /// As it is printed: "25–39", "65+".
    pub fn words(&self) -> String {
        match self.to {
            Some(to) => format!("{}–{to}", self.from),
            None => format!("{}+", self.from),
        }
    }
}

/// Numbers in a text, each with where it ends. Long runs of figures are no ages.
fn numbers(text: &str) -> Vec<(u32, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (c.is_ascii_digit(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                if let Some(number) = text.get(from..at).and_then(|t| t.parse().ok()) {
                    found.push((number, at));
                }
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// What a cell says of somebody's age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Age {
    Years(u32),
    Band(Band),
}

/// The age on the evening, and the day of birth where the cell gives one.
pub(super) struct Read {
    pub age: Age,
    pub born: Option<NaiveDate>,
    pub notes: Vec<Note>,
}

/// Excel counts days from here.
const SERIAL_FROM: i64 = 8_000;
const SERIAL_TO: i64 = 60_000;

/// Reads a cell of ages as of `on`, days in figures in that order.
///
/// # Errors
/// Says why it is none.
pub(super) fn read(field: &Field, on: NaiveDate, order: DateOrder) -> Result<Read, Note> {
    let text = field.text.trim();
    let no_age = || Note::new(Code::NoAge).with("text", text);
    let plain = |age| Ok(Read { age, born: None, notes: Vec::new() });
    let born = |date: NaiveDate, notes| {
        let age = on.years_since(date).filter(|years| *years < 120).ok_or_else(no_age)?;
        Ok(Read { age: Age::Years(age), born: Some(date), notes })
    };
    if let Some(date) = field.date {
        return born(date, Vec::new());
    }
    if let Ok(number) = text.parse::<f64>() {
        #[allow(clippy::cast_possible_truncation)]
        let whole = if number.is_finite() { number.floor() as i64 } else { -1 };
        return match whole {
            0..120 => plain(Age::Years(u32::try_from(whole).map_err(|_| no_age())?)),
            1900..2100 => {
                // Of a year of birth, the age on the last day of it is the sure one.
                let years = i64::from(on.year()) - whole - 1;
                plain(Age::Years(u32::try_from(years).map_err(|_| no_age())?))
            }
            SERIAL_FROM..SERIAL_TO => {
                let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or_else(no_age)?;
                let date = epoch + Duration::days(whole);
                let said = date.format("%-d %B %Y");
                born(date, vec![Note::new(Code::Serial).with("from", text).with("date", said)])
            }
            _ => Err(no_age()),
        };
    }
    if let Some(found) = written(text, on, order) {
        let (date, doubt) =
            found.map_err(|NoSuchDay| Note::new(Code::NoSuchDate).with("text", text))?;
        let said = date.format("%-d %B %Y");
        let note = doubt.map(|code| Note::new(code).with("from", text).with("date", said));
        return born(date, note.into_iter().collect());
    }
    if let Some(band) = Band::read(text) {
        return plain(Age::Band(band));
    }
    // "37 yrs", "aged 37".
    match numbers(text).as_slice() {
        [(age, _)] if *age < 120 => plain(Age::Years(*age)),
        _ => Err(no_age()),
    }
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// It looks like a day, and no calendar has it.
struct NoSuchDay;

/// A day as people write it: "3.2.99", "06/07/1994", "1994-07-06", "6 July 1994". None where it
/// is no day at all; with a day, what is in doubt: that day and month might be meant the other way
/// round, or that they only make sense so.
#[allow(clippy::type_complexity)] // a day or none, and what is in doubt of it
fn written(
    text: &str,
    on: NaiveDate,
    order: DateOrder,
) -> Option<Result<(NaiveDate, Option<Code>), NoSuchDay>> {
    let lower = text.to_lowercase();
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || "./-,".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    // A time of day may follow.
    let [first, second, third, ..] = parts.as_slice() else { return None };
    if parts.len() > 4 {
        return None;
    }
    let number =
        |part: &str| part.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let month = |part: &str| {
        MONTHS.iter().position(|m| part.starts_with(m)).and_then(|at| u32::try_from(at + 1).ok())
    };
    let date = |day, month, year| NaiveDate::from_ymd_opt(year_of(year, on)?, month, day);
    let sure = |date: Option<NaiveDate>| Some(date.map(|date| (date, None)).ok_or(NoSuchDay));
    match (number(first), number(second), number(third)) {
        (Some(year), Some(month), Some(day)) if first.len() == 4 => sure(date(day, month, year)),
        (Some(one), Some(other), Some(year)) => {
            let (day, month) = match order {
                DateOrder::DayFirst => (one, other),
                DateOrder::MonthFirst => (other, one),
            };
            let doubt = is_either(one, other).then_some(Code::DayFirst);
            let as_said = date(day, month, year).map(|date| (date, doubt));
            let turned = || date(month, day, year).map(|date| (date, Some(Code::Turned)));
            Some(as_said.or_else(turned).ok_or(NoSuchDay))
        }
        (Some(day), None, Some(year)) => sure(date(day, month(second)?, year)),
        (None, Some(day), Some(year)) => sure(date(day, month(first)?, year)),
        _ => None,
    }
}

/// The year that is meant. Of two figures: whoever takes part has been born, and not a hundred
/// years ago.
fn year_of(written: u32, on: NaiveDate) -> Option<i32> {
    if written >= 100 {
        return i32::try_from(written).ok();
    }
    let year = on.year() / 100 * 100 + i32::try_from(written).ok()?;
    Some(if year >= on.year() { year - 100 } else { year })
}

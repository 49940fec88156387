//! The settings of a guide as text: kinds of group, stickers, rating, how ideas are chosen, values.

use super::{
    TextFault,
    ids::{Taken, known, word},
    line::{Line, Said, marked},
    write::{field, items, line},
};
use crate::{
    Budget, Design, Kind, KindId, Scale, Slot, SlotId, SlotRule, Value, ValueId, Values,
    method::is_word,
};

const KINDS: &str = "Kinds of group";
const STICKERS: &str = "Stickers";
const RATING: &str = "Rating";
const CHOICE: &str = "Ideas to discuss";
const VALUES: &str = "Values";

const RULES: [(SlotRule, &str); 3] = [
    (SlotRule::MostGreen, "most green stickers"),
    (SlotRule::MostRed, "most red stickers"),
    (SlotRule::Joker, "least discussed so far"),
];

pub fn write(out: &mut String, design: &Design) {
    line(out, &format!("\n## {KINDS}"));
    for kind in &design.kinds {
        line(out, &format!("\n### {}", marked(&kind.name)));
        line(out, &format!("Short: {}", kind.id));
        line(out, &format!("Minutes: {}", kind.minutes));
        line(out, &format!("People: {} to {}", kind.fewest, kind.most));
    }
    line(out, &format!("\n## {STICKERS}"));
    line(out, &format!("Green: {}", design.budget.green));
    line(out, &format!("Red: {}", design.budget.red));
    line(out, &format!("\n## {RATING}"));
    line(out, &format!("Scale: {} to {}", design.scale.from, design.scale.to));
    field(out, "Low end", &design.scale.low);
    field(out, "High end", &design.scale.high);
    line(out, &format!("\n## {CHOICE}"));
    for slot in &design.slots {
        line(out, &format!("\n### {}", marked(&slot.name)));
        line(out, &format!("Chosen by: {}", rule(slot.rule)));
    }
    line(out, &format!("\n## {VALUES}"));
    field(out, "Title", &design.values.title);
    field(out, "Statement", &design.values.statement);
    items(out, "Values", design.values.items.iter().map(|value| value.name.clone()).collect());
}

fn rule(rule: SlotRule) -> &'static str {
    RULES.iter().find(|(one, _)| *one == rule).map_or("", |(_, words)| words)
}

/// Something that is written as a heading and fields below it.
struct Thing {
    line: u32,
    name: String,
    fields: Vec<(u32, String, String)>,
    items: Vec<String>,
}

impl Thing {
    fn new(line: u32, name: &str) -> Self {
        Self { line, name: name.to_owned(), fields: Vec::new(), items: Vec::new() }
    }

    fn field(&self, name: &str) -> Option<(u32, &str)> {
        let found = self.fields.iter().rev().find(|(_, field, _)| field == name);
        found.map(|(line, _, what)| (*line, what.as_str()))
    }

    fn need(&self, name: &str) -> Result<(u32, &str), TextFault> {
        self.field(name).ok_or_else(|| {
            fault(self.line, format!("“{}” lacks a line that begins with “{name}:”", self.name))
        })
    }

    fn number<N: std::str::FromStr>(&self, name: &str) -> Result<N, TextFault> {
        let (line, what) = self.need(name)?;
        number(line, what)
    }

    /// Two numbers, as in "1 to 10".
    fn range<N: std::str::FromStr>(&self, name: &str) -> Result<(N, N), TextFault> {
        let (line, what) = self.need(name)?;
        let Some((from, to)) = what.split_once(" to ") else {
            return Err(fault(line, format!("“{what}” are not two numbers, such as “1 to 10”")));
        };
        Ok((number(line, from)?, number(line, to)?))
    }
}

fn fault(line: u32, reason: String) -> TextFault {
    TextFault { line, reason }
}

fn number<N: std::str::FromStr>(line: u32, what: &str) -> Result<N, TextFault> {
    let digits = what.trim().trim_end_matches("min").trim();
    digits.parse().map_err(|_| fault(line, format!("“{what}” is not a number that fits here")))
}

/// The design with the settings that these lines say; what they leave out stays.
///
/// # Errors
/// Every line that cannot be read, and why.
pub fn read(design: &Design, lines: &[&Line]) -> Result<Design, Vec<TextFault>> {
    let (sections, mut faults) = things(lines);
    let mut read = design.clone();
    for (section, things) in &sections {
        let done = match section.name.as_str() {
            KINDS => {
                things.iter().map(kind).collect::<Result<_, _>>().map(|kinds| read.kinds = kinds)
            }
            STICKERS => budget(section).map(|budget| read.budget = budget),
            RATING => scale(section).map(|scale| read.scale = scale),
            CHOICE => slots(design, things).map(|slots| read.slots = slots),
            VALUES => values(design, section).map(|values| read.values = values),
            name => Err(fault(
                section.line,
                format!(
                    "“{name}” is not a setting: there are “{KINDS}”, “{STICKERS}”, “{RATING}”, \
                     “{CHOICE}” and “{VALUES}”"
                ),
            )),
        };
        faults.extend(done.err());
    }
    if faults.is_empty() { Ok(read) } else { Err(faults) }
}

/// The sections, each with the things that have headings of their own in it.
fn things(lines: &[&Line]) -> (Vec<(Thing, Vec<Thing>)>, Vec<TextFault>) {
    let (mut sections, mut faults) = (Vec::<(Thing, Vec<Thing>)>::new(), Vec::new());
    for Line { number, said } in lines {
        let last =
            sections.last_mut().map(|(section, things)| things.last_mut().unwrap_or(section));
        match (said, last) {
            (Said::Heading(2, name), _) => sections.push((Thing::new(*number, name), Vec::new())),
            (Said::Heading(_, name), Some(_)) => {
                if let Some((_, things)) = sections.last_mut() {
                    things.push(Thing::new(*number, name));
                }
            }
            // The name of a list says what its lines are; here there is one sort alone.
            (Said::Field(name, what), Some(_)) if name == "values" && what.is_empty() => {}
            (Said::Field(name, what), Some(thing)) => {
                thing.fields.push((*number, name.clone(), what.clone()));
            }
            (Said::Item(text), Some(thing)) => thing.items.push(text.clone()),
            _ => faults.push(fault(*number, "this belongs to no setting".to_owned())),
        }
    }
    (sections, faults)
}

fn kind(thing: &Thing) -> Result<Kind, TextFault> {
    let (line, short) = thing.need("short")?;
    if !is_word(short) {
        return Err(fault(
            line,
            format!("“{short}” is no short word: lower-case letters, digits and single dashes"),
        ));
    }
    let (fewest, most) = thing.range("people")?;
    Ok(Kind {
        id: KindId(short.to_owned()),
        name: thing.name.clone(),
        minutes: thing.number("minutes")?,
        fewest,
        most,
    })
}

fn budget(thing: &Thing) -> Result<Budget, TextFault> {
    Ok(Budget { green: thing.number("green")?, red: thing.number("red")? })
}

fn scale(thing: &Thing) -> Result<Scale, TextFault> {
    let (from, to) = thing.range("scale")?;
    let (_, low) = thing.need("low end")?;
    let (_, high) = thing.need("high end")?;
    Ok(Scale { from, to, low: low.to_owned(), high: high.to_owned() })
}

fn slots(design: &Design, things: &[Thing]) -> Result<Vec<Slot>, TextFault> {
    let old: Vec<&str> = design.slots.iter().map(|slot| slot.name.as_str()).collect();
    let new: Vec<&str> = things.iter().map(|thing| thing.name.as_str()).collect();
    let mut taken = Taken::new(design.slots.iter().map(|slot| slot.id.as_str()));
    let slot = |(thing, was): (&Thing, Option<usize>)| {
        let (line, words) = thing.need("chosen by")?;
        let rule = RULES.iter().find(|(_, said)| said.eq_ignore_ascii_case(words.trim()));
        let Some((rule, _)) = rule else {
            let all: Vec<&str> = RULES.iter().map(|(_, said)| *said).collect();
            return Err(fault(
                line,
                format!("“{words}” is no way to choose. There are: {}", all.join(", ")),
            ));
        };
        let id = match was {
            Some(was) => design.slots[was].id.clone(),
            None => SlotId(taken.free(&word(&thing.name))),
        };
        Ok(Slot { id, name: thing.name.clone(), rule: *rule })
    };
    things.iter().zip(known(&old, &new)).map(slot).collect()
}

fn values(design: &Design, thing: &Thing) -> Result<Values, TextFault> {
    let before = &design.values.items;
    let old: Vec<&str> = before.iter().map(|value| value.name.as_str()).collect();
    let new: Vec<&str> = thing.items.iter().map(String::as_str).collect();
    let mut taken = Taken::new(before.iter().map(|value| value.id.as_str()));
    let items = thing.items.iter().zip(known(&old, &new)).map(|(name, was)| {
        let id = match was {
            Some(was) => before[was].id.clone(),
            None => ValueId(taken.free(&word(name))),
        };
        Value { id, name: name.clone() }
    });
    let items = items.collect();
    let (_, title) = thing.need("title")?;
    let (_, statement) = thing.need("statement")?;
    Ok(Values { title: title.to_owned(), statement: statement.to_owned(), items })
}

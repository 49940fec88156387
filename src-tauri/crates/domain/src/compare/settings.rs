//! What the room needs beside guide and ideas.

use super::{
    Area, DifferenceKind, Part, Told, Where,
    guide::{Listed, lines, listed},
};
use crate::{Attribute, Design, Kind, MinutesByKind, Shown, SlotRule, Value};

pub(super) fn all(told: &mut Told, b: &Design, a: &Design) {
    let here = Where::area(Area::Settings);
    told.at = here.clone();
    told.text(Part::Title, &b.title, &a.title);
    told.text(Part::About, &b.about, &a.about);
    told.text(Part::Source, &b.source, &a.source);
    told.text(Part::Language, &b.language, &a.language);
    told.text(Part::Method, &b.method, &a.method);
    told.text(Part::Thanks, &b.thanks, &a.thanks);
    listed(told, &b.kinds, &a.kinds, Part::Whole, kind);
    let changed = DifferenceKind::Changed;
    told.number(changed, Part::Green, b.budget.green, a.budget.green);
    told.number(changed, Part::Red, b.budget.red, a.budget.red);
    told.number(changed, Part::From, b.scale.from.into(), a.scale.from.into());
    told.number(changed, Part::To, b.scale.to.into(), a.scale.to.into());
    told.text(Part::Low, &b.scale.low, &a.scale.low);
    told.text(Part::High, &b.scale.high, &a.scale.high);
    slots(told, b, a);
    told.at = Where { thing: "values".to_owned(), ..here.of(&a.values.title) };
    told.text(Part::Title, &b.values.title, &a.values.title);
    told.text(Part::Statement, &b.values.statement, &a.values.statement);
    listed(told, &b.values.items, &a.values.items, Part::Value, |told, b, a| {
        if let Some(b) = b {
            told.text(Part::Value, &b.name, &a.name);
        }
    });
    told.at = here;
    listed(told, &b.attributes, &a.attributes, Part::Whole, attribute);
}

fn kind(told: &mut Told, b: Option<&Kind>, a: &Kind) {
    let Some(b) = b else { return };
    told.text(Part::Name, &b.name, &a.name);
    let minutes = |k: &Kind| MinutesByKind::from([(k.id.clone(), k.minutes)]);
    told.minutes(Part::Minutes, &minutes(b), &minutes(a));
    told.number(DifferenceKind::Changed, Part::Fewest, b.fewest, a.fewest);
    told.number(DifferenceKind::Changed, Part::Most, b.most, a.most);
}

/// A slot comes, goes and moves with the discussion that fills it, and that is told there.
fn slots(told: &mut Told, b: &Design, a: &Design) {
    let here = told.at.clone();
    for new in &a.slots {
        let Some(old) = b.slot(&new.id) else { continue };
        told.at = Where { thing: new.id.to_string(), ..here.of(&new.name) };
        told.text(Part::Name, &old.name, &new.name);
        told.text(Part::Rule, rule(old.rule), rule(new.rule));
    }
    told.at = here;
}

fn rule(rule: SlotRule) -> &'static str {
    match rule {
        SlotRule::MostGreen => "most green stickers",
        SlotRule::MostRed => "most red stickers",
        SlotRule::Joker => "least discussed so far",
    }
}

fn attribute(told: &mut Told, b: Option<&Attribute>, a: &Attribute) {
    let Some(b) = b else { return };
    told.text(Part::Name, &b.name, &a.name);
    told.text(Part::Shown, shown(b.shown), shown(a.shown));
    lines(told, Part::Value, &b.values, &a.values);
}

fn shown(shown: Shown) -> &'static str {
    match shown {
        Shown::Always => "shown beside what people say",
        Shown::WhenRecruitedBy => "shown in groups recruited by it",
        Shown::Never => "never shown",
    }
}

macro_rules! listed_by_name {
    ($($thing:ident),*) => {$(
        impl Listed for $thing {
            fn key(&self) -> &str {
                self.id.as_str()
            }
            fn words(&self) -> &str {
                &self.name
            }
        }
    )*};
}
pub(super) use listed_by_name;

listed_by_name!(Kind, Value, Attribute);

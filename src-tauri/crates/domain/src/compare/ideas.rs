//! Themes and ideas.

use super::{
    Area, Part, Told, Where,
    guide::{Listed, lines, listed, questions},
    settings::listed_by_name,
};
use crate::{Design, Idea, IdeaId, Theme, ThemeId};

listed_by_name!(Theme);

impl Listed for Idea {
    fn key(&self) -> &str {
        self.id.as_str()
    }
    fn words(&self) -> &str {
        &self.name
    }
    fn idea(&self) -> Option<IdeaId> {
        Some(self.id.clone())
    }
}

pub(super) fn all(told: &mut Told, before: &Design, after: &Design) {
    told.at = Where::area(Area::Ideas);
    listed(told, &before.themes, &after.themes, Part::Whole, |told, b, a| {
        if let Some(b) = b {
            told.text(Part::Name, &b.name, &a.name);
        }
    });
    listed(told, &before.ideas, &after.ideas, Part::Whole, |told, b, a| {
        let Some(b) = b else { return };
        told.text(Part::Name, &b.name, &a.name);
        told.text(Part::Short, &b.short, &a.short);
        if b.theme != a.theme {
            told.text(Part::Theme, name(before, &b.theme), name(after, &a.theme));
        }
        told.text(Part::Description, &b.description, &a.description);
        lines(told, Part::Example, &b.examples, &a.examples);
        questions(told, Part::Probe, &b.probes, &a.probes);
        questions(told, Part::WhatIf, &b.what_ifs, &a.what_ifs);
        lines(told, Part::Reference, &b.reference, &a.reference);
        told.yes(Part::OtherServices, b.other_services, a.other_services);
    });
}

fn name<'a>(design: &'a Design, id: &'a ThemeId) -> &'a str {
    design.themes.iter().find(|theme| &theme.id == id).map_or(id.as_str(), |theme| &theme.name)
}

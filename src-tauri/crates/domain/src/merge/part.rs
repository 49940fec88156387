//! Which sessions an act is about, so that the others need not be looked at.

use std::{borrow::Cow, collections::BTreeSet};

use super::Act;
use crate::{Change, Diff, SessionId};

impl Change {
    /// The session whose row it changes. None: the study around the sessions.
    pub fn session(&self) -> Option<SessionId> {
        macro_rules! of {
            ($diff:expr, $field:ident) => {{
                let Diff { before, after } = $diff;
                after.as_ref().or(before.as_ref()).map(|row| row.$field)
            }};
        }
        match self {
            Self::Study(_)
            | Self::Design(_)
            | Self::DesignEdit(_)
            | Self::StudyLanguage(_)
            | Self::Translation(_) => None,
            Self::Session(diff) => of!(diff, id),
            Self::Participant(diff) => of!(diff, session),
            Self::Span(diff) => of!(diff, session),
            Self::Pause(diff) => of!(diff, session),
            Self::Tick(diff) => of!(diff, session),
            Self::FlipItem(diff) => of!(diff, session),
            Self::Round(diff) => of!(diff, session),
            Self::Sticker(diff) => of!(diff, session),
            Self::Choice(diff) => of!(diff, session),
            Self::Rating(diff) => of!(diff, session),
            Self::Line(diff) => of!(diff, session),
            Self::Tip(diff) => of!(diff, session),
            Self::Erasure(diff) => of!(diff, session),
        }
    }
}

impl Change {
    /// Whether a session comes to go by a version, or no longer does. An act that does so is the
    /// study’s and not the session’s: it is looked at whichever sessions are.
    pub fn chooses_version(&self) -> bool {
        let Self::Session(Diff { before, after }) = self else { return false };
        before.as_ref().map(|row| row.design) != after.as_ref().map(|row| row.design)
    }
}

impl Act {
    /// The sessions that it is about.
    pub fn sessions(&self) -> impl Iterator<Item = SessionId> {
        self.event.session.into_iter().chain(self.event.changes.iter().filter_map(Change::session))
    }

    /// What it does to some sessions and to the study around them all: with it goes which version
    /// every session is to go by.
    #[must_use]
    pub fn within(mut self, sessions: &BTreeSet<SessionId>) -> Self {
        let is = |change: &Change| {
            change.chooses_version() || change.session().is_none_or(|of| sessions.contains(&of))
        };
        self.event.changes.retain(is);
        self
    }

    /// What it says of the study and of one session’s people: those of the others are nobody’s
    /// business there. An act on many sessions, like bringing people in, so goes out in parts.
    #[must_use]
    pub fn handed_over(mut self, session: SessionId) -> Self {
        let elsewhere =
            |change: &Change| is_person(change) && change.session().is_some_and(|of| of != session);
        self.event.changes.retain(|change| !elsewhere(change));
        self
    }

    /// Of the same act as another laptop has it: what it says of people of sessions of which this
    /// one says nothing, because only a part of it was handed over. None: nothing.
    pub fn lacks(&self, other: &Self) -> Option<Self> {
        let people = |act: &Self| -> BTreeSet<SessionId> {
            let changes = act.event.changes.iter().filter(|change| is_person(change));
            changes.filter_map(Change::session).collect()
        };
        let here = people(self);
        let missing: BTreeSet<SessionId> = people(other).difference(&here).copied().collect();
        if missing.is_empty() {
            return None;
        }
        let mut part = other.clone();
        let is = |change: &Change| {
            is_person(change) && change.session().is_some_and(|of| missing.contains(&of))
        };
        part.event.changes.retain(is);
        Some(part)
    }

    /// Two parts of one act, put together.
    pub(super) fn joined<'a>(here: Cow<'a, Self>, other: &Self) -> Cow<'a, Self> {
        match here.lacks(other) {
            None => here,
            Some(part) => {
                let mut whole = here.into_owned();
                whole.event.changes.extend(part.event.changes);
                Cow::Owned(whole)
            }
        }
    }
}

/// The sessions that somebody took out. Of these everything is looked at, since others may have
/// gone on with them without knowing.
pub fn taken_out<'a>(acts: impl IntoIterator<Item = &'a Act>) -> BTreeSet<SessionId> {
    let changes = acts.into_iter().flat_map(|act| &act.event.changes);
    let out = changes.filter_map(|change| match change {
        Change::Session(Diff { before: Some(before), after: None }) => Some(before.id),
        _ => None,
    });
    out.collect()
}

fn is_person(change: &Change) -> bool {
    matches!(change, Change::Participant(_))
}

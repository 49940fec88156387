//! Which sessions an act is about, so that the others need not be looked at.

use std::collections::BTreeSet;

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

impl Act {
    /// The sessions that it is about.
    pub fn sessions(&self) -> impl Iterator<Item = SessionId> {
        self.event.session.into_iter().chain(self.event.changes.iter().filter_map(Change::session))
    }

    /// What it does to some sessions and to the study around them all.
    #[must_use]
    pub fn within(mut self, sessions: &BTreeSet<SessionId>) -> Self {
        let is = |change: &Change| change.session().is_none_or(|of| sessions.contains(&of));
        self.event.changes.retain(is);
        self
    }
}

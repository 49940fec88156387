//! The sessions a window at a time, and what they discussed: a study of 500 groups costs no more
//! to look at than one of thirteen.

use domain::{Choice, Design, Session, SessionId, choice::Coverage};
use serde::{Deserialize, Serialize};
use store::Tx;
use ts_rs::TS;

use crate::{Ctx, Result, Staff, choosing::Before};

/// Sessions that one page holds: what a laptop's screen shows at once.
const PAGE: u32 = 16;
/// Groups that one page of the coverage holds.
const COLUMNS: u32 = 13;

/// A session with what it holds so far.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SessionCard {
    pub session: Session,
    /// Its number in the study, from 1, in the order of time.
    pub number: u32,
    /// The number of the version of the design it runs by.
    pub version: u32,
    /// Everybody with a seat who has not said that they are not coming.
    pub expected: u32,
    /// Who is said not to come, or did not.
    pub absent: u32,
}

/// Which sessions to give: those after the first `from`, or the page that one is on.
#[derive(Debug, Default, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SessionsWindow {
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<u32>,
    #[serde(default)]
    #[ts(optional)]
    pub around: Option<SessionId>,
}

/// A page of the sessions, in the order of time.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct SessionsPage {
    pub from: u32,
    /// How many there are in all.
    pub of: u32,
    pub cards: Vec<SessionCard>,
}

pub fn sessions(ctx: &mut Ctx, _: Staff, req: SessionsWindow) -> Result<SessionsPage> {
    ctx.read(|tx| {
        let from = match (req.from, req.around) {
            (Some(from), _) => from,
            (None, Some(id)) => tx.sessions_before(id)? / PAGE * PAGE,
            (None, None) => 0,
        };
        Ok(SessionsPage { from, of: tx.planned()?.sessions, cards: cards(tx, from)? })
    })
}

/// The cards of one page.
pub(crate) fn cards(tx: &Tx, from: u32) -> Result<Vec<SessionCard>> {
    let page = tx.sessions_from(from, PAGE)?;
    let cards = (from + 1..).zip(page).map(|(number, session)| card_of(tx, session, number));
    cards.collect()
}

/// The card of one session, wherever it stands.
pub(super) fn card(tx: &Tx, session: Session) -> Result<SessionCard> {
    let number = tx.sessions_before(session.id)? + 1;
    card_of(tx, session, number)
}

fn card_of(tx: &Tx, session: Session, number: u32) -> Result<SessionCard> {
    let seated = tx.seated(session.id)?;
    let version = tx.design(session.design)?.number;
    let (expected, absent) = (seated.expected, seated.absent);
    Ok(SessionCard { session, number, version, expected, absent })
}

/// Which groups to give: those before the newest `before`.
#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CoverageWindow {
    #[serde(default)]
    pub before: u32,
}

/// Which idea has been discussed where, and as what.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CoverageView {
    /// Over the whole study, by the numbers of the ideas: what the joker goes by.
    pub ideas: Vec<Coverage>,
    /// A page of the groups that have discussed ideas, in the order of time.
    pub groups: Vec<NumberedGroup>,
    /// What those groups discussed.
    pub cells: Vec<Before>,
    /// Whether there are groups before these.
    pub earlier: bool,
}

/// A group as the screens name it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NumberedGroup {
    pub session: SessionId,
    /// From 1, in the order of time.
    pub number: u32,
    pub group: String,
}

impl NumberedGroup {
    pub(super) fn of(tx: &Tx, session: &Session) -> Result<Self> {
        let number = tx.sessions_before(session.id)? + 1;
        Ok(Self { session: session.id, number, group: session.plan.group.clone() })
    }
}

pub fn coverage(ctx: &mut Ctx, _: Staff, req: CoverageWindow) -> Result<CoverageView> {
    ctx.read(|tx| {
        let version = tx.newest_design()?;
        let mut found = tx.sessions_with_choices(req.before, COLUMNS + 1)?;
        let columns = usize::try_from(COLUMNS).unwrap_or(usize::MAX);
        let earlier = found.len() > columns;
        found.truncate(columns);
        found.reverse();
        let (mut groups, mut cells) = (Vec::new(), Vec::new());
        let ids: Vec<SessionId> = found.iter().map(|session| session.id).collect();
        for (session, number) in found.iter().zip(tx.numbers_of(&ids)?) {
            let group = session.plan.group.clone();
            groups.push(NumberedGroup { session: session.id, number, group });
            let choices: Vec<Choice> = tx.of_session(session.id)?;
            cells.extend(choices.into_iter().map(|Choice { session: id, idea, slot, .. }| {
                Before { session: id, group: session.plan.group.clone(), idea, slot }
            }));
        }
        Ok(CoverageView {
            ideas: by_idea(&version.design, &tx.coverage()?),
            groups,
            cells,
            earlier,
        })
    })
}

/// A row for every idea of the design, in the order of their numbers.
fn by_idea(design: &Design, counted: &[Coverage]) -> Vec<Coverage> {
    let row = |idea: &domain::Idea| {
        let none = Coverage { idea: idea.id.clone(), groups: 0, lines: 0 };
        counted.iter().find(|row| row.idea == idea.id).cloned().unwrap_or(none)
    };
    design.ideas.iter().map(row).collect()
}

//! A paper that was read from the study with all that it says. What is laid out from it needs the
//! study no more, so nobody waits for it.

use std::collections::{BTreeMap, HashMap, hash_map::Entry};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use domain::SessionId;
use report::pack::{Edition, Group, Guide, Pack, Seat};
use store::Tx;

use super::{Material, PaperKind, fill::Told, print, speech};
use crate::Result;

/// What papers say in one language.
#[derive(Clone, Debug, Hash)]
pub(super) struct Said {
    pub(super) pack: Pack,
    /// The study's own words for what stands on papers anyway, by the names of the messages.
    pub(super) paper: BTreeMap<String, String>,
    /// The name of the language in itself.
    pub(super) name: String,
}

impl Said {
    /// Prints in this language.
    pub(super) fn spoken<T>(&self, print: impl FnOnce(&Edition) -> Result<T>) -> Result<T> {
        let pack = &self.pack;
        speech::with(&pack.language, &self.paper, |words| print(&Edition { pack, words }))
    }

    /// What a paper shows of it: a change of anything else does not change the paper.
    fn shown_on(&self, what: PaperKind, numbers: &[u32]) -> Self {
        let mut said = self.clone();
        let pack = &mut said.pack;
        let seated = matches!(what, PaperKind::SeatCards | PaperKind::Consent);
        if let Some(group) = pack.group.as_mut().filter(|_| !seated) {
            group.seats.clear();
        }
        if what == PaperKind::Guide {
            return said;
        }
        pack.guide = Guide::default();
        for idea in &mut pack.ideas {
            idea.probes.clear();
            idea.what_ifs.clear();
            idea.groups = 0;
        }
        match what {
            PaperKind::Posters => {
                pack.group = None;
                pack.ideas.retain(|idea| numbers.contains(&idea.number));
            }
            PaperKind::Handout
            | PaperKind::LargePrint
            | PaperKind::Ballots
            | PaperKind::Stickers => pack.group = None,
            _ => pack.ideas.clear(),
        }
        said
    }
}

/// A paper that is to be laid out.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) material: Material,
    pub(super) own: Arc<Said>,
    /// The same in a second language, side by side on posters.
    pub(super) beside: Option<Arc<Said>>,
    /// Posters: the numbers of the ideas.
    pub(super) numbers: Vec<u32>,
    /// At the table.
    pub(super) people: u32,
}

impl Order {
    /// Gives everybody a seat: as many as are asked for, whatever was planned.
    fn seat(&mut self) -> Result<()> {
        if !matches!(self.material.what, PaperKind::SeatCards | PaperKind::Consent) {
            return Ok(());
        }
        let Some(asked) = self.material.copies else { return Ok(()) };
        let people = print::copies(Some(asked), asked)?;
        let group = Arc::make_mut(&mut self.own).pack.group.get_or_insert_with(Group::default);
        group.seats.retain(|seat| seat.number <= people);
        let had = group.seats.iter().map(|seat| seat.number).max().unwrap_or(0);
        group.seats.extend((had + 1..=people).map(|number| Seat { number, name: String::new() }));
        Ok(())
    }

    /// Each poster by itself: they are laid out side by side, and stopped between any two.
    fn by_sheet(self) -> Vec<Self> {
        if self.numbers.len() < 2 {
            return vec![self];
        }
        let one = |number: &u32| Self { numbers: vec![*number], ..self.clone() };
        self.numbers.iter().map(one).collect()
    }

    /// What tells this paper from any other: the same mark, the same pages.
    pub(super) fn mark(&self) -> String {
        let mut hasher = DefaultHasher::new();
        let what = self.material.what;
        // Which group it is for it shows only where it says so.
        Material { session: None, ..self.material.clone() }.hash(&mut hasher);
        self.own.shown_on(what, &self.numbers).hash(&mut hasher);
        self.beside.as_ref().map(|said| said.shown_on(what, &self.numbers)).hash(&mut hasher);
        // A poster says of how many it is one.
        (self.own.pack.ideas.len(), &self.numbers, self.people).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }
}

/// Reads papers; each group is told once, and in each language once.
#[derive(Default)]
pub(super) struct Reader {
    told: HashMap<Option<SessionId>, Told>,
    said: HashMap<(Option<SessionId>, Option<String>), Arc<Said>>,
}

impl Reader {
    pub(super) fn told(&mut self, tx: &Tx, session: Option<SessionId>) -> Result<&Told> {
        match self.told.entry(session) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => Ok(place.insert(Told::new(tx, session)?)),
        }
    }

    fn said(
        &mut self,
        tx: &Tx,
        session: Option<SessionId>,
        language: Option<&str>,
    ) -> Result<Arc<Said>> {
        let key = (session, language.map(str::to_owned));
        if let Some(known) = self.said.get(&key) {
            return Ok(Arc::clone(known));
        }
        let said = Arc::new(self.told(tx, session)?.said(language)?);
        self.said.insert(key, Arc::clone(&said));
        Ok(said)
    }

    pub(super) fn order(&mut self, tx: &Tx, material: &Material) -> Result<Order> {
        let session = material.session;
        let language = material.language.as_deref();
        let is_poster = material.what == PaperKind::Posters;
        let beside = material.beside.as_deref().filter(|_| is_poster);
        let told = self.told(tx, session)?;
        let people = told.people();
        let numbers = match (is_poster, material.ideas.as_slice()) {
            (false, _) => Vec::new(),
            (true, []) => told.whole(&[language, beside])?,
            (true, ideas) => told.numbers(ideas)?,
        };
        let mut order = Order {
            own: self.said(tx, session, language)?,
            beside: beside.map(|tag| self.said(tx, session, Some(tag))).transpose()?,
            people,
            numbers,
            material: material.clone(),
        };
        if material.what == PaperKind::Ballots {
            order.material.copies.get_or_insert(people + print::SPARE);
        }
        order.seat()?;
        Ok(order)
    }

    pub(super) fn orders(&mut self, tx: &Tx, materials: &[Material]) -> Result<Vec<Order>> {
        let mut orders = Vec::new();
        for material in materials {
            orders.extend(self.order(tx, material)?.by_sheet());
        }
        Ok(orders)
    }
}

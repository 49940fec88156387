//! The library: a card for each study, read once and kept until its file changes.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use domain::{Moment, Session};
use serde::{Deserialize, Serialize};
use store::sums_of;
use ts_rs::TS;

use super::recent;
use crate::{Ctx, Moderator, Nothing, Problem, Result};

/// The library: its folder and the studies in it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Library {
    /// As a screen says it: "~/Studies".
    pub folder: String,
    /// Opened last first.
    pub studies: Vec<Card>,
}

/// A study's card.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Card {
    pub path: String,
    /// The path as a screen says it. It is not kept: it depends on who looks.
    #[serde(default)]
    pub place: String,
    pub name: String,
    /// The name of its method.
    pub method: String,
    pub sessions_done: u32,
    pub sessions_planned: u32,
    pub last: Option<Moment>,
    /// The next session that has neither ended nor been cancelled.
    pub next: Option<NextSession>,
    /// Why it cannot be opened.
    pub problem: Option<Problem>,
}

/// The session that a card speaks of first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct NextSession {
    pub session: Session,
    pub begins: Moment,
}

pub fn library(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<Library> {
    let home = &ctx.workshop.home;
    let mut paths = recent(home);
    if let Ok(folder) = fs::read_dir(home) {
        for path in folder.flatten().map(|entry| entry.path()) {
            if path.extension().is_some_and(|e| e == "folkmoot") && !paths.contains(&path) {
                paths.push(path);
            }
        }
    }
    paths.retain(|path| path.is_file());
    let open = ctx.workshop.store.as_ref();
    let mut kept = Kept::read(home);
    let mut studies: Vec<Card> = paths
        .iter()
        .map(|path| match open.filter(|store| store.path() == Some(path)) {
            // It is locked against everybody else, this program's own second look included.
            Some(store) => card(path, store.sums()),
            None => kept.card(path),
        })
        .collect();
    kept.keep(home);
    for card in &mut studies {
        card.place = ctx.workshop.told(Path::new(&card.path));
    }
    studies.sort_by_key(|card| std::cmp::Reverse(card.last));
    Ok(Library { folder: ctx.workshop.told(home), studies })
}

/// The cards as they were read last, so that two hundred studies need not be opened to be shown.
#[derive(Default)]
struct Kept {
    before: BTreeMap<PathBuf, Known>,
    now: BTreeMap<PathBuf, Known>,
    changed: bool,
}

/// A card, and the state of the file that it was read from.
#[derive(Serialize, Deserialize)]
struct Known {
    /// Size in bytes and moment of the last change (nanoseconds since 1970), of the file and of
    /// its log.
    state: [(u64, u128); 2],
    card: Card,
}

impl Kept {
    fn read(home: &Path) -> Self {
        let text = fs::read(file(home)).unwrap_or_default();
        Self { before: serde_json::from_slice(&text).unwrap_or_default(), ..Self::default() }
    }

    /// The card of a study: read anew where its file is not as it was.
    fn card(&mut self, path: &Path) -> Card {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let state = [state(path), state(Path::new(&log))];
        if let Some(known) = self.before.remove(path).filter(|known| known.state == state) {
            let card = known.card.clone();
            self.now.insert(path.to_owned(), known);
            return card;
        }
        let card = card(path, sums_of(path));
        // What stands in the way of a study may pass without a change to its file.
        if card.problem.is_none() {
            self.changed = true;
            self.now.insert(path.to_owned(), Known { state, card: card.clone() });
        }
        card
    }

    /// Keeps what was read. Where it cannot be kept, it is read again the next time.
    fn keep(mut self, home: &Path) {
        if !self.changed {
            return;
        }
        // The study that is open has not been looked up, and is closed again soon.
        self.before.retain(|path, _| path.is_file());
        self.now.append(&mut self.before);
        if let Ok(text) = serde_json::to_vec(&self.now) {
            let _ = fs::write(file(home), text);
        }
    }
}

fn file(home: &Path) -> PathBuf {
    home.join("cards.json")
}

/// Size and last change of a file; zeros where there is none.
fn state(path: &Path) -> (u64, u128) {
    let Ok(about) = path.metadata() else { return (0, 0) };
    let changed = about.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
    (about.len(), changed.map_or(0, |since| since.as_nanos()))
}

/// Reads a study's card; one that cannot be read says why.
fn card(path: &Path, sums: store::Result<store::Sums>) -> Card {
    let blank = Card {
        path: path.display().to_string(),
        place: String::new(),
        name: path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default(),
        method: String::new(),
        sessions_done: 0,
        sessions_planned: 0,
        last: None,
        next: None,
        problem: None,
    };
    match sums {
        Err(e) => Card { problem: Some(e.into()), ..blank },
        Ok(sums) => Card {
            name: sums.name,
            method: sums.method,
            sessions_done: sums.done,
            sessions_planned: sums.planned,
            last: sums.last,
            next: sums.next.map(|session| NextSession { begins: session.plan.begins(), session }),
            ..blank
        },
    }
}

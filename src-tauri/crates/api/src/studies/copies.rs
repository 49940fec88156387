//! The one way copies of a study are made: without asking, or first, before something large.
//!
//! They lie in the library's folder, under `Copies`, a folder for each study: so they are still
//! there when a stick with the study on it is not. A study is known by the act that made it,
//! whatever its file is called.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use chrono::{NaiveDateTime, TimeDelta};
use domain::{
    EventId, Moment,
    copies::{Standing, is_due, that_stay},
};
use serde::Serialize;
use store::{Copy, Ends, Store, ends_of};
use ts_rs::TS;

use crate::{Ctx, Problem, ProblemCode, Result, Workshop, erasing::Swept};

/// When a copy was made, as its file is called.
const NAME: &str = "%Y-%m-%d %H-%M-%S UTC";

/// What the name of a copy holds that is not whole yet.
const PART: &str = ".folkmoot.part";

/// What is known of the copies of the open study.
#[derive(Default)]
pub(crate) struct Copies {
    /// How the study stood when it was copied last.
    last: Option<Standing>,
    /// What was in the way of the last copy that was tried.
    problem: Option<Problem>,
    /// Whether one is being made.
    under_way: bool,
    /// How often somebody was erased: a copy that was begun before holds them still.
    turn: u32,
}

/// What is known of the copies that are made of the open study without asking.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CopiesView {
    /// When the last one was made since it was opened, or found to hold all there is.
    pub last: Option<Moment>,
    /// Why the last one that was tried could not be made.
    pub problem: Option<Problem>,
}

impl Copies {
    pub(super) fn view(&self) -> CopiesView {
        let problem = self.problem.clone();
        let last = self.last.filter(|_| problem.is_none()).map(|stood| stood.at);
        CopiesView { last, problem }
    }
}

/// A copy that is made beside the acts: see [`Workshop::begin_copy`].
pub struct Copying {
    copy: Copy,
    to: PathBuf,
    stands: Standing,
    turn: u32,
}

impl Workshop {
    /// Begins a copy of the open study, if one is due. [`Copying::make`] makes it, without the
    /// workshop; then [`Workshop::end_copy`] is told how it ended.
    pub fn begin_copy(&mut self, now: Moment) -> Option<Copying> {
        let head = self.store.as_ref()?.head();
        let stands = Standing { at: now, head, running: None };
        // Nothing is new: there is no need to ask what runs.
        if self.copies.under_way || self.copies.last.is_some_and(|last| last.head == head) {
            return None;
        }
        let begun = self.begin(stands).unwrap_or_else(|problem| {
            self.copies.last = Some(stands);
            self.copies.problem = Some(problem);
            None
        });
        self.copies.under_way = begun.is_some();
        begun
    }

    fn begin(&mut self, stands: Standing) -> Result<Option<Copying>> {
        let store = self.store.as_mut().ok_or(ProblemCode::NoStudy)?;
        let running = store.read(|tx| tx.running())?;
        let stands = Standing { running, ..stands };
        if !is_due(self.copies.last, stands) {
            return Ok(None);
        }
        let Some((ends, folder)) = own_folder(&self.home, store)? else { return Ok(None) };
        // What was copied the last time it was open need not be copied again.
        let known = made_in(&folder).pop_last().and_then(|(_, path)| ends_of(&path).ok()?);
        if self.copies.last.is_none() && known.is_some_and(|known| known.last == ends.last) {
            self.copies.last = Some(stands);
            return Ok(None);
        }
        let to = free(&folder, stands.at)?;
        let copy = Copy::begin(store, &to)?;
        Ok(Some(Copying { copy, to, stands, turn: self.copies.turn }))
    }

    /// Takes in how a copy ended: what was in its way is said quietly, and tried again when the
    /// next is due. One that came to nothing, since the file changed under it, is due still.
    pub fn end_copy(&mut self, ended: Ended) {
        // Of a study that was closed in the meantime there is nothing to say.
        let Some(store) = &self.store else { return };
        let goes_on = store.go_on().map_err(Problem::from);
        if ended.turn != self.copies.turn {
            let _ = fs::remove_file(ended.to);
            return;
        }
        self.copies.under_way = false;
        match ended.made.and_then(|made| goes_on.map(|()| made)) {
            Ok(false) => {}
            Ok(true) => {
                let (last, turn) = (Some(ended.stands), ended.turn);
                self.copies = Copies { last, turn, ..Copies::default() };
            }
            Err(problem) => {
                self.copies.last = Some(ended.stands);
                self.copies.problem = Some(problem);
            }
        }
    }
}

impl Workshop {
    /// All copies of the open study, and what was left of some that were broken off.
    pub(crate) fn old_copies(&mut self) -> Result<Vec<PathBuf>> {
        let home = self.home.clone();
        let store = self.store.as_mut().ok_or(ProblemCode::NoStudy)?;
        let Some((path, ends)) = store.path().map(Path::to_owned).zip(store.ends()?) else {
            return Ok(Vec::new());
        };
        let beside = path.parent().unwrap_or(&home).to_owned();
        let mut old = Vec::new();
        for place in BTreeSet::from([home, beside]) {
            let Some(folder) = folder_of(&place.join("Copies"), ends.first) else { continue };
            old.extend(made_in(&folder).into_values());
            let files = fs::read_dir(&folder).into_iter().flatten().flatten();
            let half = |path: &PathBuf| path.to_string_lossy().contains(PART);
            old.extend(files.map(|entry| entry.path()).filter(half));
        }
        Ok(old)
    }

    /// Makes a copy of the study as it stands, and takes out all that there were before: somebody
    /// was erased, who is in them still.
    pub(crate) fn renew_copies(&mut self, now: Moment) -> Swept {
        let old = match self.old_copies() {
            Ok(old) => old,
            Err(problem) => return Swept { problem: Some(problem), ..Swept::default() },
        };
        // One that is being made is given up.
        self.copies = Copies { turn: self.copies.turn.wrapping_add(1), ..Copies::default() };
        let fresh = self.fresh_copy(now);
        let mut swept = Swept { fresh: matches!(fresh, Ok(true)), ..Swept::default() };
        swept.problem = fresh.err();
        for path in old {
            match fs::remove_file(&path) {
                Ok(()) => swept.copies += 1,
                Err(_) if !path.exists() => {}
                Err(_) => swept.left.push(path.display().to_string()),
            }
        }
        swept
    }

    /// Copies the study at once. Says whether there is a copy: of one in memory there is none.
    fn fresh_copy(&mut self, now: Moment) -> Result<bool> {
        let home = self.home.clone();
        let store = self.store.as_mut().ok_or(ProblemCode::NoStudy)?;
        let Some((_, folder)) = own_folder(&home, store)? else { return Ok(false) };
        store.copy_to(&free(&folder, now)?)?;
        Ok(true)
    }
}

/// How a copy ended.
pub struct Ended {
    stands: Standing,
    to: PathBuf,
    turn: u32,
    /// Whether there is one.
    made: Result<bool>,
}

impl Ended {
    /// What was in the way of it.
    pub fn problem(&self) -> Option<&Problem> {
        self.made.as_ref().err()
    }
}

impl Copying {
    /// Makes the copy, keeps it if it is good, and thins out those before it.
    pub fn make(self) -> Ended {
        let Self { copy, to, stands, turn } = self;
        let made = copy.make().map_err(Problem::from);
        if let (Ok(true), Some(folder)) = (&made, to.parent()) {
            thin(folder, stands.at);
        }
        Ended { stands, to, turn, made }
    }
}

impl Ctx<'_> {
    /// Copies the study as it stands, before something that changes much of it. Gives back where
    /// the copy is; there is none of a study in memory.
    pub(crate) fn copy_first(&mut self) -> Result<Option<String>> {
        let (at, home) = (self.at, self.workshop.home.clone());
        let store = self.store()?;
        let Some((_, folder)) = own_folder(&home, store)? else { return Ok(None) };
        let to = free(&folder, at)?;
        store.copy_to(&to)?;
        thin(&folder, at);
        Ok(Some(to.display().to_string()))
    }
}

/// The first and the last act of the open study, and the folder of its copies, which is made.
fn own_folder(home: &Path, store: &mut Store) -> Result<Option<(Ends, PathBuf)>> {
    let (Some(path), Some(ends)) = (store.path().map(Path::to_owned), store.ends()?) else {
        return Ok(None);
    };
    let home = if home.as_os_str().is_empty() { path.parent().unwrap_or(home) } else { home };
    let all = home.join("Copies");
    let folder = folder_of(&all, ends.first).unwrap_or_else(|| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        all.join(format!("{name}{}", tail(ends.first)))
    });
    fs::create_dir_all(&folder).map_err(store::Error::from)?;
    sweep(&folder);
    Ok(Some((ends, folder)))
}

/// What the folder of a study's copies ends in, whatever the study is called by now.
fn tail(first: EventId) -> String {
    // The end of the id is the part that was drawn by chance.
    let id = first.0.simple().to_string();
    format!(" ({})", id.get(24..).unwrap_or_default())
}

/// The folder of a study's copies among all such folders, if there is one.
fn folder_of(all: &Path, first: EventId) -> Option<PathBuf> {
    let tail = tail(first);
    let folders = fs::read_dir(all).ok()?.flatten().map(|entry| entry.path());
    folders
        .into_iter()
        .find(|path| path.file_name().is_some_and(|n| n.to_string_lossy().ends_with(&tail)))
}

/// The copies of a study whose file cannot say any more which study it is, oldest first: by the act
/// that made it, if that could be read, or by the name of its file. Those that lie beside the file
/// are looked through like those in the library.
pub(super) fn copies_of(
    home: &Path,
    path: &Path,
    first: Option<EventId>,
) -> BTreeMap<Moment, PathBuf> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let called = format!("{name} (");
    let beside = path.parent().unwrap_or(home);
    let mut copies = BTreeMap::new();
    for place in BTreeSet::from([home, beside]) {
        let all = place.join("Copies");
        let known = first.and_then(|first| folder_of(&all, first));
        let named = || {
            let folders = fs::read_dir(&all).ok()?.flatten().map(|entry| entry.path());
            folders.into_iter().find(|path| {
                path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&called))
            })
        };
        copies.extend(known.or_else(named).map(|folder| made_in(&folder)).unwrap_or_default());
    }
    copies
}

/// The copies in a folder by the moment they were made. What is called otherwise is not ours.
fn made_in(folder: &Path) -> BTreeMap<Moment, PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let dated = files.filter_map(|path| {
        let name = path.file_name()?.to_str()?.strip_suffix(".folkmoot")?;
        let at = NaiveDateTime::parse_from_str(name, NAME).ok()?;
        Some((at.and_utc(), path))
    });
    dated.collect()
}

/// A name that is not taken: that of the moment, or of the first second after it that is free.
fn free(folder: &Path, at: Moment) -> Result<PathBuf> {
    (0..100)
        .map(|later| at + TimeDelta::seconds(later))
        .map(|at| folder.join(format!("{}.folkmoot", at.format(NAME))))
        .find(|path| !path.exists())
        .ok_or_else(|| ProblemCode::FileExists.into())
}

/// Takes out the copies that the rule lets go. One that cannot be taken out goes the next time.
fn thin(folder: &Path, now: Moment) {
    let made = made_in(folder);
    let stay = that_stay(&made.keys().copied().collect(), now);
    for (_, path) in made.iter().filter(|(at, _)| !stay.contains(at)) {
        let _ = fs::remove_file(path);
    }
}

/// How long a copy may take to be made: what began longer ago was broken off.
const BROKEN_OFF: Duration = Duration::from_hours(1);

/// Takes out what a program that was killed has left of a copy.
fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|about| about.modified()).ok();
        let age = age.and_then(|at| at.elapsed().ok()).unwrap_or_default();
        if age > BROKEN_OFF && entry.file_name().to_string_lossy().contains(PART) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

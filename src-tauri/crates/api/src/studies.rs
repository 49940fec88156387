//! The library, and the study that is open.

mod copies;
mod library;
mod rescue;

use std::{
    fs,
    path::{Path, PathBuf},
};

use domain::{Design, DesignId, DesignVersion, Phase, Sample, SessionId, Study, Words, method};
use serde::{Deserialize, Serialize};
use store::{Planned, Store};
use ts_rs::TS;
use uuid::Uuid;

use crate::{
    Act, Anyone, Ctx, Moderator, Nothing, Problem, ProblemCode, Result, Staff,
    sessions::{SessionCard, cards},
};

pub(crate) use copies::Copies;
pub use copies::{CopiesView, Copying};
pub use library::{Library, library};
pub use rescue::{
    DamagedStudy, RescueStudy, Salvage, SavedView, look_at_saved, open_copy, rescue_study, salvage,
};

/// The methods that come with the program: each a folder of three files.
const METHODS: &[(&str, [&str; 3])] = &[(
    "policy-ideas",
    [
        include_str!("../../../../assets/methods/policy-ideas/method.toml"),
        include_str!("../../../../assets/methods/policy-ideas/guide.toml"),
        include_str!("../../../../assets/methods/policy-ideas/ideas.toml"),
    ],
)];

/// A method, as the library offers it.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct Method {
    /// The name of its folder.
    pub name: String,
    pub title: String,
    pub about: String,
    pub ideas: u32,
    pub kinds: Vec<domain::Kind>,
}

/// Reads a method: one of those that come with the program, or a folder of the same three files.
///
/// # Errors
/// [`ProblemCode::BrokenMethod`] with file, line and reason.
pub(crate) fn read_method(name: &str) -> Result<Design> {
    let broken = |e: method::MethodError| {
        Problem::new(ProblemCode::BrokenMethod)
            .with("file", &e.file)
            .with("line", e.line)
            .with("reason", &e.reason)
            .because(format!("{}:{}: {}", e.file, e.line, e.reason))
    };
    let names = ["method.toml", "guide.toml", "ideas.toml"];
    let texts = if let Some((_, texts)) = METHODS.iter().find(|(known, _)| *known == name) {
        texts.map(str::to_owned)
    } else {
        let folder = Path::new(name);
        if !folder.is_dir() {
            return Err(Problem::new(ProblemCode::NotFound).with("what", "method"));
        }
        let mut texts = [const { String::new() }; 3];
        for (text, file) in texts.iter_mut().zip(names) {
            *text = fs::read_to_string(folder.join(file)).map_err(|e| {
                Problem::new(ProblemCode::BrokenMethod)
                    .with("file", file)
                    .with("line", 1)
                    .with("reason", &e)
                    .because(e)
            })?;
        }
        texts
    };
    let file = |at: usize| method::MethodFile { name: names[at], text: &texts[at] };
    method::read(&method::MethodFiles { method: file(0), guide: file(1), ideas: file(2) })
        .map_err(broken)
}

pub fn methods(_: &mut Ctx, _: Anyone, _: Nothing) -> Result<Vec<Method>> {
    METHODS
        .iter()
        .map(|(name, _)| {
            let design = read_method(name)?;
            let ideas = u32::try_from(design.ideas.len()).unwrap_or(u32::MAX);
            let Design { title, about, kinds, .. } = design;
            Ok(Method { name: (*name).to_owned(), title, about, ideas, kinds })
        })
        .collect()
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct CreateStudy {
    pub name: String,
    /// The name of a method, or the folder of one.
    pub method: String,
    /// Where to make it. None: in the library's folder, under its name.
    #[serde(default)]
    #[ts(optional)]
    pub path: Option<String>,
}

pub fn create_study(ctx: &mut Ctx, _: Moderator, req: CreateStudy) -> Result<()> {
    let name = req.name.trim();
    if name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    let design = read_method(&req.method)?;
    let path = if let Some(path) = req.path {
        PathBuf::from(path)
    } else {
        fs::create_dir_all(&ctx.workshop.home).map_err(store::Error::from)?;
        free_path(&ctx.workshop.home, name)
    };
    let store = Store::create(&path)?;
    ctx.workshop.put(Some(store));
    let (at, name) = (ctx.at, name.to_owned());
    ctx.act(|_| {
        let mut act = Act::first(Words::new("did-create-study"));
        act.made(Study { name, made: at, sample: Sample::default() });
        act.made(DesignVersion {
            id: DesignId(Uuid::now_v7()),
            number: 1,
            amends: None,
            phase: Phase::default(),
            note: String::new(),
            made: Some(at),
            design,
        });
        Ok(act)
    })?;
    remember(ctx, &path);
    Ok(())
}

/// A file name in the library that is not taken: "Name.folkmoot", "Name 2.folkmoot", ...
fn free_path(home: &Path, name: &str) -> PathBuf {
    let plain = plain_name(name);
    (1..10_000)
        .map(|n| {
            let tail = if n == 1 { String::new() } else { format!(" {n}") };
            home.join(format!("{plain}{tail}.folkmoot"))
        })
        .find(|path| !path.exists())
        .unwrap_or_else(|| home.join("Study.folkmoot"))
}

/// A name without what a file's name may not hold.
pub(crate) fn plain_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c })
        .take(80)
        .collect();
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { "Study".to_owned() } else { plain.to_owned() }
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct OpenStudy {
    pub path: String,
}

pub fn open_study(ctx: &mut Ctx, _: Moderator, req: OpenStudy) -> Result<()> {
    open(ctx, Path::new(&req.path))
}

/// Opens a study in the place of the one that is open, which stays open where this one cannot be.
pub(crate) fn open(ctx: &mut Ctx, path: &Path) -> Result<()> {
    let open_already = ctx.workshop.store.as_ref().and_then(|s| s.path()) == Some(path);
    if !open_already {
        let store = Store::open(path)?;
        ctx.workshop.put(Some(store));
        // Whoever was erased when the power failed goes for good now.
        ctx.workshop.sweep(ctx.at);
    }
    remember(ctx, path);
    Ok(())
}

pub fn close_study(ctx: &mut Ctx, _: Moderator, _: Nothing) -> Result<()> {
    ctx.store()?;
    ctx.workshop.put(None);
    Ok(())
}

/// Where the paths of studies opened before are kept, last opened first.
fn recent_file(home: &Path) -> PathBuf {
    home.join("recent.json")
}

fn recent(home: &Path) -> Vec<PathBuf> {
    fs::read(recent_file(home))
        .ok()
        .and_then(|b| serde_json::from_slice(&b).ok())
        .unwrap_or_default()
}

/// Remembers that a study was opened. A list that cannot be kept is no reason to refuse a study.
fn remember(ctx: &mut Ctx, path: &Path) {
    let home = &ctx.workshop.home;
    // The command line and the player of the example have no library to remember it in.
    if home.as_os_str().is_empty() {
        return;
    }
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut paths = recent(home);
    paths.retain(|p| p != &path);
    paths.insert(0, path);
    paths.truncate(50);
    if let Ok(text) = serde_json::to_vec(&paths) {
        let _ = fs::write(recent_file(home), text);
    }
}

#[derive(Debug, Deserialize, TS)]
#[ts(export_to = "api.ts")]
pub struct RenameStudy {
    pub name: String,
}

pub fn rename_study(ctx: &mut Ctx, _: Moderator, req: RenameStudy) -> Result<()> {
    let name = req.name.trim().to_owned();
    if name.is_empty() {
        return Err(ProblemCode::EmptyName.into());
    }
    ctx.act(|tx| {
        let before = tx.study()?;
        let after = Study { name, ..before.clone() };
        let mut act = Act::of_study(Words::new("did-rename-study"));
        act.changed(before, after);
        Ok(act)
    })
}

/// The open study.
#[derive(Debug, Serialize, TS)]
#[ts(export_to = "api.ts")]
pub struct StudyView {
    pub path: String,
    /// The path as a screen says it: "~/Studies/Buses.folkmoot".
    pub place: String,
    /// The damaged file that this was saved from, to be looked at and not changed.
    pub saved_from: Option<String>,
    pub study: Study,
    /// The newest version.
    pub design: DesignVersion,
    /// How many sessions there are.
    pub planned: u32,
    pub done: u32,
    pub cancelled: u32,
    /// The first page of them; `sessions` gives the others.
    pub sessions: Vec<SessionCard>,
    /// The session that is under way.
    pub running: Option<SessionId>,
    pub copies: CopiesView,
    /// What Undo and Redo would reach in the study around the sessions.
    pub undo: Option<Words>,
    pub redo: Option<Words>,
}

pub fn study(ctx: &mut Ctx, _: Staff, _: Nothing) -> Result<StudyView> {
    let file = ctx.store()?.path().map(Path::to_owned).unwrap_or_default();
    let (path, place) = (file.display().to_string(), ctx.workshop.told(&file));
    let copies = ctx.workshop.copies.view();
    let saved_from = ctx.workshop.saved_from.as_ref().map(|path| path.display().to_string());
    ctx.read(|tx| {
        let Planned { sessions: planned, done, cancelled, .. } = tx.planned()?;
        let (undo, redo) = tx.undo_words(None)?;
        Ok(StudyView {
            path,
            place,
            saved_from,
            study: tx.study()?,
            design: tx.newest_design()?.as_ref().clone(),
            planned,
            done,
            cancelled,
            sessions: cards(tx, 0)?,
            running: tx.running()?,
            copies,
            undo,
            redo,
        })
    })
}

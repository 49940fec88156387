//! The workshop: the library's folder, the study that is open in it, and who listens.

use std::path::{Path, PathBuf};

use chrono::{DateTime, SubsecRound, Utc};
use domain::EventId;
use serde_json::Value;
use store::Store;
use uuid::Uuid;

use crate::{
    Actor, Ctx, ProblemCode, Result, commands, importing::OnDesk, materials::Press, studies::Copies,
};

/// Told after something was committed.
type Listener = Box<dyn Fn() + Send + Sync>;

/// The library's folder and the study that is open.
pub struct Workshop {
    /// Where studies are kept.
    pub(crate) home: PathBuf,
    pub(crate) store: Option<Store>,
    /// The recruiter's sheet that is being looked at.
    pub(crate) sheet: Option<OnDesk>,
    /// The papers that are being made.
    pub(crate) press: Press,
    /// The damaged file that the open study was saved from, where it is looked at only.
    pub(crate) saved_from: Option<PathBuf>,
    /// The copies that are made of the open study without asking.
    pub(crate) copies: Copies,
    /// The person's own folder, by every name that it goes by.
    own: Vec<PathBuf>,
    listener: Option<Listener>,
}

impl Workshop {
    /// A workshop whose library is the folder `home`, made when the first study is.
    pub fn new(home: PathBuf) -> Self {
        Self {
            home,
            store: None,
            sheet: None,
            press: Press::default(),
            saved_from: None,
            copies: Copies::default(),
            own: Vec::new(),
            listener: None,
        }
    }

    /// Says whose laptop it is: the folder that a screen calls "~".
    #[must_use]
    pub fn of_person(mut self, own: &Path) -> Self {
        self.own = vec![own.to_owned()];
        self.own.extend(own.canonicalize());
        self
    }

    /// A place as a screen says it, short where it is in the person's own folder: "~/Studies".
    pub(crate) fn told(&self, path: &Path) -> String {
        let inside = self.own.iter().find_map(|own| path.strip_prefix(own).ok());
        match inside {
            Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
            Some(rest) => Path::new("~").join(rest).display().to_string(),
            None => path.display().to_string(),
        }
    }

    /// A workshop with one study open, for the command line.
    pub fn open(path: &Path) -> Result<Self> {
        let home = path.parent().map(Path::to_owned).unwrap_or_default();
        let mut workshop = Self { store: Some(Store::open(path)?), ..Self::new(home) };
        workshop.sweep(Utc::now());
        Ok(workshop)
    }

    /// Puts a study in the place of the one that is open.
    pub(crate) fn put(&mut self, store: Option<Store>) {
        self.store = store;
        self.saved_from = None;
        self.copies = Copies::default();
    }

    /// Tells `listener` each time something was committed, after it was. What happened it reads
    /// with `events_after`, so that a screen that slept catches up the way a new one starts.
    pub fn listen(&mut self, listener: impl Fn() + Send + Sync + 'static) {
        self.listener = Some(Box::new(listener));
    }

    /// Runs one command. `id` is the caller's own id of the call: sent twice, applied once.
    ///
    /// # Errors
    /// A refusal leaves no trace.
    pub fn call(
        &mut self,
        actor: Actor,
        name: &str,
        with: Value,
        at: DateTime<Utc>,
        id: Option<Uuid>,
    ) -> Result<Value> {
        let before = self.cursor();
        let mut ctx = Ctx {
            // Whole milliseconds are what every screen and file can tell apart.
            at: at.trunc_subsecs(3),
            id: EventId(id.unwrap_or_else(Uuid::now_v7)),
            role: actor.role(),
            workshop: self,
        };
        // A command without a request may be called with nothing at all.
        let with = if with.is_null() { Value::Object(serde_json::Map::new()) } else { with };
        let answer = commands::call(&mut ctx, actor, name, with)?;
        if self.cursor() != before
            && let Some(listener) = &self.listener
        {
            listener();
        }
        Ok(answer)
    }

    /// Checks the open study: the file, its references, and replay against tables.
    pub fn check(&mut self) -> Result<store::Report> {
        Ok(self.store.as_mut().ok_or(ProblemCode::NoStudy)?.check()?)
    }

    /// The open study's file and the last act in it.
    fn cursor(&self) -> (Option<PathBuf>, i64) {
        let store = self.store.as_ref();
        (store.and_then(|s| s.path().map(Path::to_owned)), store.map_or(0, Store::head))
    }
}

//! Whoever makes an example: makes calls as the window does, and has the only chance there is,
//! which is the same each time.

use std::path::{Path, PathBuf};

use domain::Moment;
use serde_json::Value;
use uuid::{Builder, Uuid};

use crate::{Actor, ProblemCode, Result, Workshop};

/// The seed of everything that the words leave open: who of several speaks, how long it takes.
const SEED: u64 = 2010;

pub(super) struct Maker {
    workshop: Workshop,
    path: PathBuf,
    pub chance: fastrand::Rng,
}

impl Maker {
    /// A maker of a study at `path`, where there is nothing yet.
    pub fn new(path: &Path) -> Self {
        Self {
            workshop: Workshop::new(PathBuf::new()),
            path: path.to_owned(),
            chance: fastrand::Rng::with_seed(SEED),
        }
    }

    /// One call, as `by` would make it at `at`. The study that it creates goes into the maker's
    /// file, and is not flushed before it is finished: nobody has been told of it.
    pub fn call(
        &mut self,
        by: Actor,
        name: &str,
        mut with: Value,
        at: Moment,
        id: Option<Uuid>,
    ) -> Result<Value> {
        let creates = name == "create_study";
        if creates {
            with["path"] = self.path.display().to_string().into();
        }
        let answer = self.workshop.call(by, name, with, at, id)?;
        if creates {
            self.workshop.store.as_ref().ok_or(ProblemCode::NoStudy)?.flush_when_settled()?;
        }
        Ok(answer)
    }

    /// An id as the window would make it at `at`.
    pub fn id(&mut self, at: Moment) -> Uuid {
        let mut chance = [0; 10];
        self.chance.fill(&mut chance);
        let millis = u64::try_from(at.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &chance).into_uuid()
    }

    /// Closes the study, with all that it holds in its one file.
    pub fn finish(self) -> Result<()> {
        Ok(self.workshop.store.as_ref().ok_or(ProblemCode::NoStudy)?.settle()?)
    }
}

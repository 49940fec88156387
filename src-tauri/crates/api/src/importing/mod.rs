//! A recruiter's sheet: what is in it, who would come in, and bringing them in, all or nobody.
//!
//! The preview and the import go through the same few lines ([`taken::take`]), so that what was
//! shown is what comes in.

mod bring;
mod desk;
mod preview;
mod read;
mod taken;
mod template;
mod told;
mod weigh;

pub use bring::{Imported, contacts, forget_contacts, import_people};
pub(crate) use desk::OnDesk;
pub use preview::{Preview, PreviewImport, preview_import};
pub use read::{ReadSheet, SheetsRead, read_sheet};
pub use taken::Importing;
pub use template::{Template, Written, recruiter_template};
pub use told::{imported_words, preview_words, row_words};
pub use weigh::weigh_import;

use crate::{Problem, ProblemCode};

impl From<sheets::Problem> for Problem {
    fn from(e: sheets::Problem) -> Self {
        use sheets::Problem as P;
        let new = Self::new;
        let megabytes = |bytes: &u64| bytes >> 20;
        let problem = match &e {
            P::Unreadable(_) => new(ProblemCode::SheetUnreadable),
            P::Empty => new(ProblemCode::SheetEmpty),
            P::TooLarge { most } => new(ProblemCode::SheetTooLarge).with("most", megabytes(most)),
            P::Bomb { most } => new(ProblemCode::SheetBomb).with("most", megabytes(most)),
            P::TooManyRows { most, .. } => new(ProblemCode::SheetTooLong).with("most", most),
            P::TooManyColumns { most, .. } => new(ProblemCode::SheetTooWide).with("most", most),
            P::Locked => new(ProblemCode::SheetLocked),
            P::NotASheet(looks) => new(ProblemCode::NotASheet).with("looks", looks.word()),
            P::Damaged(_) => new(ProblemCode::SheetDamaged),
        };
        problem.because(e)
    }
}

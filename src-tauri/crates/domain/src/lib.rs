//! The words and the rules of a workshop, as plain data and total functions.
//!
//! Nothing here reads a clock, a file or a database, and nothing is left to chance: time and ids
//! come in as arguments. Callers load what a rule needs, ask it, and store what it answers.

pub mod answers;
pub mod attribution;
pub mod booking;
pub mod budget;
pub mod choice;
pub mod clock;
pub mod compare;
pub mod copies;
pub mod delta;
pub mod design;
pub mod erasing;
pub mod event;
pub mod guide_text;
pub mod history;
pub mod ids;
pub mod intake;
pub mod merge;
pub mod method;
pub mod note;
pub mod numbers;
pub mod observers;
pub mod people;
pub mod quota;
pub mod rang;
pub mod rating;
pub mod reading;
pub mod record;
pub mod round;
pub mod sample;
pub mod session;
pub mod translation;
pub mod wall;

pub use answers::Answers;
pub use design::*;
pub use erasing::Erasure;
pub use event::*;
pub use ids::*;
pub use observers::{Observer, Observers};
pub use people::*;
pub use rang::{Call, Rang};
pub use record::*;
pub use round::*;
pub use sample::*;
pub use session::*;
pub use translation::{Checked, StudyLanguage, Translation};
pub use wall::*;

/// A moment, in UTC. Screens show it in the laptop's own zone.
pub type Moment = chrono::DateTime<chrono::Utc>;

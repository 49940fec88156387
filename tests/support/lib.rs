//! What the tests share: the real program, driven as a person drives it.
//!
//! A journey opens a [`Window`] on a home of its own, presses and types, and looks. Every window has
//! its own display, its own driver and its own files, so journeys run side by side.

mod desk;
mod evening;
mod hands;
mod keyboard;
mod looking;
mod tonight;
mod window;

pub use desk::{Desk, Screen, app, checkout, program_for};
pub use evening::{Answer, busy_study, call, demo, folkmoot, note, plan};
pub use fantoccini::key::Key;
pub use hands::Hands;
pub use tonight::tonight;
pub use window::Window;

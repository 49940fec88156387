//! Journeys through the real program: each opens its window, presses and types as a person does,
//! sees what that person would see, and at the end asks the file itself.

mod barriers;
mod coverage;
mod crash;
mod damaged;
mod dialogs;
mod erasing;
mod export;
mod guide;
mod handover;
mod ideas;
mod import;
mod letters;
mod materials;
mod room;
mod seating;
mod stickers;
mod talk;
mod undo;
mod wall;
mod wall_rights;

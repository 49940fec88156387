//! The rules of the room (rules.md), mostly as properties.

mod attribution;
mod budget;
mod choice;
mod clock;
mod compare;
mod delta;
mod example;
mod guide_text;
mod history;
mod intake;
mod merge;
mod note;
mod quota;
mod rating;
mod shipped;

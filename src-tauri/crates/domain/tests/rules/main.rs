//! The rules of the room (rules.md), mostly as properties.

mod attribution;
mod budget;
mod choice;
mod clock;
mod delta;
mod example;
mod history;
mod note;
mod rating;

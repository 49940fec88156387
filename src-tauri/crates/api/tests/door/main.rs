//! Stories and rules through the one door: the public commands.

mod bindings;
mod example;
mod refusals;
mod room;
mod secrecy;
mod undo;
mod words;

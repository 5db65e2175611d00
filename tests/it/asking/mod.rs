//! Asking by schedule: whoever is due, once, at the right hour, by a way that works.

mod held_back;
mod people;
mod planning;
mod year;

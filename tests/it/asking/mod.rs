//! Asking by schedule: whoever is due, once, at the right hour, by a way that works.

mod people;
mod planning;
mod year;

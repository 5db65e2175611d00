//! What a provider sees: its own figures, those of whom it leads, and the people in its care, and nothing of anybody else.

mod alerts;
mod behind;
mod duplicates;
pub mod entering;
mod episodes;
mod figures;
mod heard;
mod paper;
mod people;
mod registering;
mod schedules;
mod searching;
mod stops;

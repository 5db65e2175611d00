//! What a provider sees: its own figures, those of whom it leads, and the people in its care, and nothing of anybody else.

mod alerts;
mod duplicates;
mod episodes;
mod figures;
mod heard;
mod entering;
mod paper;
mod people;
mod schedules;
mod registering;
mod searching;
mod stops;

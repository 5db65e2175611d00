//! Surveys: what is asked, in what order, of whom, what counts as an answer and what it scores.
//!
//! A [`Definition`] is read once from a FHIR R4 Questionnaire and never changes; a [`Journey`] lays it out as pages, a
//! [`Walk`] says where one person stands, and [`validation`] turns a posted form into an answer. Everything here is a
//! pure function of its arguments: this room reads no clock, touches no database, renders no page and writes no
//! sentence that a person sees.

pub mod answer;
pub mod branching;
pub mod complete;
mod condition;
pub mod definition;
pub mod derive;
pub mod entry;
pub mod fhir;
pub mod fhirpath;
pub mod instruments;
pub mod journey;
#[cfg(test)]
mod laws;
pub mod response;
#[cfg(test)]
mod samples;
pub mod scoring;
pub mod text;
pub mod validation;
pub mod walk;
mod wording;

pub use answer::{Answers, Given, Value};
pub use definition::{Choice, Coding, Definition, Item, Kind, LinkId, Respondent, SurveyKey};
pub use journey::{Journey, Page, PageKey};
pub use text::{Language, LocalText};
pub use validation::{Field, Message, Posted, Problem};
pub use walk::{Progress, Step, Walk};

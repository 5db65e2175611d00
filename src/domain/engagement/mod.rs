//! Engagement events: people meet, say which outcomes matter to them and whether an indicator makes sense, and hear what became
//! of it. Here is what an event, a priority, a comment and an answer back are; who may see them is decided elsewhere.

pub mod attendee;
pub mod compose;
mod fill;
pub mod join_code;
pub mod notice;
pub mod offer;
pub mod plan;
pub mod questions;
pub mod subject;

pub use join_code::{JoinCode, Misread};
pub use offer::Offer;
pub use subject::Subject;

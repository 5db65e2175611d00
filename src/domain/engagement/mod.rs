//! Engagement events: people meet, say which outcomes matter to them and whether an indicator makes sense, and hear what became
//! of it. Here is what an event, a priority, a comment and an answer back are; who may see them is decided elsewhere.

pub mod answer_back;
pub mod attendee;
pub mod coding;
pub mod compose;
pub mod concern;
mod fill;
pub mod guest;
pub mod guest_list;
pub mod join_code;
pub mod notice;
pub mod offer;
pub mod plan;
pub mod questions;
pub mod redaction;
pub mod results;
pub mod stance;
pub mod state;
pub mod subject;
pub mod wording;

pub use join_code::{JoinCode, Misread};
pub use offer::Offer;
pub use stance::Stance;
pub use state::State;
pub use subject::Subject;

//! Engagement events.

mod questions;

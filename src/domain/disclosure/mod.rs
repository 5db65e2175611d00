//! The only door out for figures about people. What goes in is a table of [`Unreleased`] tallies whose content nobody outside
//! can read back; what comes out is a [`Releasable`] table, which pages, charts and files are made from and which nothing
//! outside this room can build.
//!
//! The rule is the one national mental health statistics are published by (MHSDS): a count under five is hidden, every other
//! count is rounded to the nearest five, and a figure with a hidden count behind it is hidden whole. Percentages and their
//! intervals are worked out **from the rounded counts and nothing else** (the rule for hospital statistics, HES): whatever a
//! reader does with them, they can only find their way back to the rounded counts they were shown anyway. When one part of a
//! total is hidden, a second is hidden with it, so that a subtraction does not give the first away.
//!
//! This room refuses to show a number because it is wanted, and to choose a rule by who is asking: the rule is a [`Profile`].
//! A profile is applied to one table at a time, or to one with all its splits ([`Crossed`]): figures that overlap across other tables
//! or across releases are not compared here.

mod attack;
#[cfg(test)]
mod attack_laws;
mod certificate;
mod counts;
mod crossed;
mod earlier;
mod events;
#[cfg(test)]
mod events_tests;
mod guard;
mod hide;
mod intake;
mod kept;
#[cfg(test)]
mod laws;
mod linked;
mod model;
mod points;
mod preview;
mod profile;
mod programme;
mod proof;
mod quantities;
mod reader;
mod release;
mod rounding;
mod rules;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod simplex;
mod split;
mod system;
#[cfg(test)]
mod system_tests;
mod table;

pub use certificate::Certificate;
pub use counts::Counts;
pub use crossed::{Crossed, ReleasedRow, Row};
pub use earlier::{Earlier, Restated};
pub use guard::Guarded;
pub use hide::{Limits, Method};
pub use intake::Reading;
pub use kept::{LedgerKey, NotKept, Numbered};
pub use points::Points;
pub use preview::Draft;
pub use profile::{Counted, Profile};
pub use release::{Figure, Reason, Released};
pub use rules::{Audience, Dominance, Guards, Mistake, PairRule, ReasonCodes, Rules, Visibility};
pub use system::{CountId, FigureId, Refused, Scale, System};
pub use table::{Releasable, Unreleased};

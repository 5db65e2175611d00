//! Indicators: what is counted, for whom, over which months, and what is done about the people not heard from.
//!
//! A *definition* says it; a *subject* is one episode of care (or one answer that belongs to no episode) with all that
//! was said; *facts* are what the subject adds to the indicator, each for a run of months and for the *strata* it belongs to; a
//! *tally* is a sum of facts. Nothing here knows a name.

pub mod cell;
mod change;
pub mod definition;
pub mod fact;
pub mod faults;
pub mod measure;
pub mod period;
pub mod strata;
pub mod subject;
pub mod supplied;
pub mod tally;

pub use cell::Cell;
pub use definition::Definition;
pub use fact::{Fact, facts};
pub use period::Period;
pub use strata::Breakdown;
pub use subject::Subject;
pub use tally::Tally;

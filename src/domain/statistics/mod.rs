//! How sure a figure is, and what may be read from it: interval estimates, charts over time and between organisations, tests of
//! trend and of difference, change within people, and weights for those who did not answer.
//!
//! The methods are those of the public health analysts' common reference (OHID, `PHEindicatormethods`), so that a figure here
//! stands beside a national one. This room works on plain numbers, unrounded; it refuses to know what was measured, who may
//! see it, or how it is printed: rounding and hiding belong to `disclosure`.

pub mod bootstrap;
pub mod borda;
pub mod change;
pub mod comparison;
pub mod count;
pub mod difference;
pub mod funnel;
pub mod inequality;
pub mod interval;
pub mod kappa;
pub mod mean;
pub mod participation;
pub mod proportion;
mod quantile;
pub mod quantiles;
pub mod rate;
pub mod ratio;
pub mod reference;
mod refusal;
pub mod spc;
pub mod standardised;
pub mod trend;
pub mod weighting;

pub use interval::{Confidence, Estimate, Interval};
pub use refusal::Refusal;

/// A count as a real number. Exact below 2^53, far above any count of people.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^53, where every integer is exact")]
pub const fn real(count: u64) -> f64 {
    count as f64
}

/// How many there are of something, as a count.
pub(crate) const fn many(length: usize) -> u64 {
    length as u64
}

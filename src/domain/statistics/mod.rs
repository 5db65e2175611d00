//! How sure a figure is: interval estimates for proportions, counts and means, and for an order of priorities.
//!
//! The methods are those of the public health analysts' common reference (OHID, `PHEindicatormethods`), so that a figure here
//! stands beside a national one. This room works on plain numbers, unrounded; it refuses to know what was measured, who may
//! see it, or how it is printed: rounding and hiding belong to `disclosure`.

pub mod bootstrap;
pub mod borda;
pub mod count;
pub mod difference;
pub mod interval;
pub mod kappa;
pub mod mean;
pub mod proportion;
mod quantile;

pub use interval::{Confidence, Interval};

/// A count as a real number. Exact below 2^53, far above any count of people.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^53, where every integer is exact")]
pub const fn real(count: u64) -> f64 {
    count as f64
}

//! Change within people: which two scores are a pair, whether a change is more than the measure's own error, and what the changes of
//! many come to. Refuses to call a change reliable without a threshold that somebody has published.
//!
//! Scores come as numbers in one unit, thresholds and cut-offs in the same. A reader compares changes of at least the threshold, so
//! scores are best kept in whole units (thousandths, say), which add and subtract without a trace.
//!
//! Sources: Jacobson, N. S. and Truax, P. (1991), Journal of Consulting and Clinical Psychology 59:12-19; NHS England, outcome
//! measures in community mental health: rules of pairing and thresholds.

mod pairs;
mod reliable;
mod summary;

pub use pairs::{Dated, Eligibility, Episode, Ineligible, Pair, Pairing, Rules, eligible, pair};
pub use reliable::{Outcome, Reliable, Threshold, cut_off, meaningful};
pub use summary::{Changes, PairedMean, paired_mean};

//! What is kept of a release to show how it was made safe. Refuses to hold a true count: the least distance proved is one that
//! the reader cannot get below, and what hiding cost is reckoned from rounded counts.

use serde::{Deserialize, Serialize};

use super::hide::Method;

/// The proof that goes with a release. For the ledger, not for a page: how many were hidden for their own sake tells of them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Certificate {
    /// The rule applied, by its key.
    pub profile: String,
    /// How many figures there were, each shown or hidden as a whole.
    pub figures: usize,
    /// How many figures of earlier releases they were held against.
    pub earlier: usize,
    /// How many counts and amounts, shown or not.
    pub counts: usize,
    /// How many sums and other ties between them.
    pub sums: usize,
    /// Figures hidden because they are small.
    pub primary: usize,
    /// Figures hidden to protect those.
    pub secondary: usize,
    /// Counts nobody may know within less than the threshold.
    pub guarded: usize,
    /// The least distance between two values of a guarded count that nobody can tell apart. At least the threshold. None if
    /// there was nothing to guard.
    pub narrowest: Option<i64>,
    /// How the choice of what to hide was made.
    pub method: Method,
    /// What hiding cost, in the weights the least was sought in.
    pub weight: u64,
    /// The solver of the linear programmes.
    pub solver: String,
    /// SHA-256 over all that is public: the rule, which figures there are, what holds between them, and what is shown of each.
    pub public: String,
}

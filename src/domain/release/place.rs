//! Where a figure stands on a sheet.

use serde::{Deserialize, Serialize};

use crate::domain::indicator::Breakdown;
use crate::domain::indicator::strata::NOT_STATED;

/// A member of a breakdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    pub breakdown: Breakdown,
    /// By its number; see [`strata`](crate::domain::indicator::strata).
    pub member: i64,
}

impl Place {
    /// The whole.
    pub const WHOLE: Self = Self { breakdown: Breakdown::All, member: NOT_STATED };

    /// That member of that breakdown.
    #[must_use]
    pub const fn of(breakdown: Breakdown, member: i64) -> Self {
        Self { breakdown, member }
    }
}

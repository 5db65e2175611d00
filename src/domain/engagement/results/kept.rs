//! Results as they are kept once they were released. Whoever looks a second time is shown what was shown the first time: had somebody
//! taken their answers back meanwhile, or had a paper form come late, the difference of the two looks would tell what was on it.

use std::collections::BTreeSet;

use super::ReleasedResults;
use crate::domain::disclosure::Profile;

impl ReleasedResults {
    /// As they are kept.
    #[must_use]
    pub fn kept(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What was kept; nothing where it cannot be read.
    #[must_use]
    pub fn read(kept: &str) -> Option<Self> {
        serde_json::from_str(kept).ok()
    }

    /// True where they are to be shown as they are, though answers have come or gone since they were worked out of `then`: while
    /// these are fewer than a count that may be shown.
    #[must_use]
    pub fn stand(&self, profile: &Profile, then: &BTreeSet<i64>, now: &BTreeSet<i64>) -> bool {
        // Of what shows nothing, nothing is learned by looking again.
        let moved = then.symmetric_difference(now).count() as u64;
        self.answers.is_some() && moved < profile.threshold()
    }
}

//! Which counts are enough to be shown, how they are rounded, and what a reader who knows the rule learns from one. Refuses to
//! be asked about more than one count at a time.

use super::model::Range;
use super::profile::Profile;
use super::rules::{Guards, PairRule, Visibility};

impl Profile {
    /// The least number of values a mean is shown of.
    pub(super) fn mean_least(&self) -> u64 {
        self.rules().mean_least.max(self.threshold())
    }

    /// A count, if it may be shown.
    pub(super) fn enough(&self, count: i64, least: u64) -> Option<u64> {
        let nought = if self.rules().nought == Visibility::Shown { Some(0) } else { None };
        u64::try_from(count).ok().filter(|count| *count >= least || Some(*count) == nought)
    }

    /// A count to the nearest multiple of the base.
    pub(super) fn rounded(&self, count: u64) -> u64 {
        (count + self.base() / 2) / self.base() * self.base()
    }

    /// The least of those a figure is about that is shown.
    pub(super) fn least_member(&self) -> u64 {
        if self.rules().guards == Guards::All { self.threshold() } else { 0 }
    }

    /// Whether a count is one that must not be known.
    pub(super) fn is_small(&self, count: i64, least: u64) -> bool {
        self.enough(count, least).is_none()
    }

    /// Whether both halves of a pair are hidden if either is.
    pub(super) fn hides_pairs(&self) -> bool {
        self.rules().pair == PairRule::Both
    }

    /// Between what a true count lies that is shown as this one is. None where it is not shown.
    pub(super) fn behind(&self, count: i64, least: u64) -> Option<Range> {
        self.enough(count, least).map(|count| self.around(self.rounded(count), least))
    }

    /// Between what a true count lies that was rounded to this. A nought that is shown as such is a nought.
    pub(super) fn around(&self, shown: u64, least: u64) -> Range {
        if shown == 0 && least > 0 {
            return Range::of(0, 0);
        }
        let (low, high) = (shown.saturating_sub(self.base() / 2).max(least), shown + self.base() - 1 - self.base() / 2);
        Range { low: i64::try_from(low).ok(), high: i64::try_from(high).ok() }
    }
}

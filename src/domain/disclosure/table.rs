//! Tables on both sides of the door. Refuses to let an unreleased number be read, printed or logged.

use std::fmt;

use super::release::Released;
use crate::domain::indicator::tally::{Measure, Tally};

/// Rows that have not been through a profile. The keys can be changed; the tallies cannot be read back, not even by `Debug`.
///
/// ```compile_fail,E0616
/// # use saywell::domain::disclosure::Unreleased;
/// # fn read(table: Unreleased<()>) {
/// let leaked = table.rows;
/// # }
/// ```
pub struct Unreleased<K> {
    pub(super) rows: Vec<(K, Tally)>,
}

/// Rows that have been through a profile and may be shown. Made only by [`Profile`](super::Profile) and by
/// [`Guarded`](super::Guarded), or read back under the key it was kept with.
///
/// ```compile_fail,E0451
/// # use saywell::domain::disclosure::Releasable;
/// # use saywell::domain::indicator::tally::Measure;
/// let forged = Releasable { measure: Measure::Proportion, rows: Vec::<((), _)>::new() };
/// ```
///
/// ```compile_fail,E0624
/// # use saywell::domain::disclosure::Releasable;
/// # use saywell::domain::indicator::tally::Measure;
/// let forged = Releasable::<&str>::new(Measure::Proportion, Vec::new());
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Releasable<K> {
    measure: Measure,
    rows: Vec<(K, Released)>,
}

impl<K> Unreleased<K> {
    /// Takes rows in the order they are to be shown in.
    #[must_use]
    pub fn new(rows: Vec<(K, Tally)>) -> Self {
        Self { rows }
    }

    /// The same rows under other keys, for example names in place of codes.
    #[must_use]
    pub fn map_keys<L>(self, mut f: impl FnMut(K) -> L) -> Unreleased<L> {
        Unreleased { rows: self.rows.into_iter().map(|(key, tally)| (f(key), tally)).collect() }
    }

    /// Those rows whose keys are so, and the others, each in their order.
    #[must_use]
    pub fn parted(self, mut is_so: impl FnMut(&K) -> bool) -> (Self, Self) {
        let (so, others) = self.rows.into_iter().partition(|(key, _)| is_so(key));
        (Self { rows: so }, Self { rows: others })
    }
}

impl<K> fmt::Debug for Unreleased<K> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Unreleased").finish_non_exhaustive()
    }
}

impl<K> Releasable<K> {
    pub(super) fn new(measure: Measure, rows: Vec<(K, Released)>) -> Self {
        Self { measure, rows }
    }

    /// How the figures are read, which says what unit they are in.
    #[must_use]
    pub fn measure(&self) -> Measure {
        self.measure
    }

    /// The rows, in the order they came.
    #[must_use]
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = (&K, &Released)> + ExactSizeIterator {
        self.rows.iter().map(|(key, released)| (key, released))
    }

    /// The same rows under other keys, for example names in place of codes.
    #[must_use]
    pub fn map_keys<L>(self, mut f: impl FnMut(K) -> L) -> Releasable<L> {
        Releasable { measure: self.measure, rows: self.rows.into_iter().map(|(key, released)| (f(key), released)).collect() }
    }
}

impl<K> Releasable<K> {
    /// Those rows that have a place under another key, in their order.
    #[must_use]
    pub fn rekeyed<L>(&self, mut f: impl FnMut(&K) -> Option<L>) -> Releasable<L> {
        let row = |(key, released): &(K, Released)| Some((f(key)?, *released));
        Releasable { measure: self.measure, rows: self.rows.iter().filter_map(row).collect() }
    }
}

impl<K: PartialEq> Releasable<K> {
    /// One row of several tables that are read in the same way, under the key of each. None where there is no table. A table
    /// without the row is left out.
    #[must_use]
    pub fn across<'a, M>(tables: impl IntoIterator<Item = (M, &'a Self)>, key: &K) -> Option<Releasable<M>>
    where
        K: 'a,
    {
        let mut measure = None;
        let mut rows = Vec::new();
        for (at, table) in tables {
            measure = measure.or(Some(table.measure));
            rows.extend(table.find(key).map(|released| (at, *released)));
        }
        measure.map(|measure| Releasable { measure, rows })
    }

    /// What became of the row with this key. None when there is no such row.
    #[must_use]
    pub fn find(&self, key: &K) -> Option<&Released> {
        self.rows.iter().find(|(candidate, _)| candidate == key).map(|(_, released)| released)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printing_an_unreleased_table_prints_no_number() {
        let table = Unreleased::new(vec![("north", Tally { numerator: 3, denominator: 70, ..Tally::default() })]);
        assert!(!format!("{table:?}").chars().any(|c| c.is_ascii_digit()));
    }
}

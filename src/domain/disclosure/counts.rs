//! Counts that are shown by themselves and no part of a figure, such as how many were not asked: of a whole and of its members.
//! Refuses to show a count of some of those who were shown as a count before, where that would tell of the others.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::guard::Guarded;
use super::kept::{LedgerKey, NotKept};
use super::model::Range;
use super::system::{FigureId, Refused, System};
use super::table::Unreleased;

/// Stands before counts that are kept, so that their code is none of a table or a document.
const COUNTS: &[u8] = b"counts\0";

/// Counts that may be shown, each rounded, or hidden. Made only by [`Guarded`], or read back under the key they were kept with:
///
/// ```compile_fail,E0451
/// # use saywell::domain::disclosure::Counts;
/// let forged = Counts { rows: vec![("north", Some(2))] };
/// ```
///
/// ```compile_fail,E0277
/// # use saywell::domain::disclosure::Counts;
/// let forged: Counts<String> = serde_json::from_str("[]").unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts<K> {
    rows: Vec<(K, Option<u64>)>,
}

#[derive(Serialize, Deserialize)]
struct Kept<K> {
    rows: Vec<(K, Option<u64>)>,
}

impl<K: PartialEq> Counts<K> {
    /// The count of that row, if it is shown.
    #[must_use]
    pub fn find(&self, key: &K) -> Option<u64> {
        self.rows.iter().find(|(own, _)| own == key).and_then(|(_, count)| *count)
    }
}

impl<K> Counts<K> {
    /// The rows, in the order they came.
    #[must_use]
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = (&K, Option<u64>)> {
        self.rows.iter().map(|(key, count)| (key, *count))
    }
}

impl<K: Clone + Serialize> Counts<K> {
    /// The counts as bytes: a code, and what it is over. None if a key cannot be written.
    #[must_use]
    pub fn keep(&self, key: &LedgerKey) -> Option<Vec<u8>> {
        key.sealed(COUNTS, &Kept { rows: self.rows.clone() })
    }
}

impl<K: DeserializeOwned> Counts<K> {
    /// The counts that were kept, if these are their bytes.
    pub fn read_back(bytes: &[u8], key: &LedgerKey) -> Result<Self, NotKept> {
        key.opened::<Kept<K>>(COUNTS, bytes).map(|kept| Self { rows: kept.rows })
    }
}

impl Guarded {
    /// A table of some of the counts.
    #[must_use]
    pub fn counts<K>(&self, rows: impl IntoIterator<Item = (K, FigureId)>) -> Counts<K> {
        Counts { rows: rows.into_iter().map(|(key, figure)| (key, self.count(figure))).collect() }
    }
}

/// One of those that are counted among others.
struct Part<K> {
    key: K,
    truth: i64,
    /// As many there are of the others at the least, for anybody who saw what was released of them.
    room: i64,
}

/// Those of a breakdown that are told apart, and the others.
struct Folded<K> {
    apart: Vec<Part<K>>,
    rest: Vec<Part<K>>,
}

impl<K> Folded<K> {
    fn sums(&self) -> (i64, i64) {
        self.rest.iter().fold((0, 0), |(truth, room), part| (truth + part.truth, room + part.room))
    }

    /// None where even all of them together have no room.
    fn of(parts: Vec<Part<K>>, least: i64) -> Option<Self> {
        let (mut apart, rest): (Vec<Part<K>>, _) = parts.into_iter().partition(|part| part.truth + least <= part.room);
        // The one with the least room goes last, and so is the first to be taken from the end.
        apart.sort_by_key(|part| std::cmp::Reverse(part.room));
        let mut folded = Self { apart, rest };
        while !folded.rest.is_empty() {
            let (truth, room) = folded.sums();
            if truth + least <= room {
                break;
            }
            let next = folded.apart.pop()?;
            folded.rest.push(next);
        }
        Some(folded)
    }
}

impl<K: Clone> System<K> {
    /// The counts of a table, in its order.
    pub fn counted(&mut self, rows: Unreleased<K>) -> Vec<(K, FigureId)> {
        rows.rows.into_iter().map(|(key, tally)| (key.clone(), self.count(key, tally.denominator))).collect()
    }

    /// The counts of a table that are the parts of one breakdown, and come to a total.
    pub fn parts(&mut self, whole: FigureId, rows: Unreleased<K>) -> Result<Vec<(K, FigureId)>, Refused<K>> {
        let counted = self.counted(rows);
        let ids: Vec<FigureId> = counted.iter().map(|(_, figure)| *figure).collect();
        self.adds_up(whole, &ids)?;
        Ok(counted)
    }

    /// Counts of people who are among others, of whom something was released before: whoever saw that knows of `room` of them at the
    /// least, row by row. The reader is taken to know that there are no more than that, which is more than they do: so whatever
    /// these counts may be, it agrees with everything that was said of the others, and tells nothing of them. A row
    /// without room for as many more as nobody may tell apart is told with the smallest others, as a rest that is never shown.
    pub fn among(&mut self, whole: Option<FigureId>, rows: Unreleased<K>, room: impl Fn(&K) -> i64) -> Vec<(K, FigureId)> {
        let part = |(key, tally): (K, crate::domain::indicator::Tally)| Part { room: room(&key), truth: tally.denominator, key };
        let parts: Vec<Part<K>> = rows.rows.into_iter().map(part).collect();
        let least = i64::try_from(self.profile.threshold()).unwrap_or(i64::MAX);
        let Some(total) = whole else {
            let with_room = parts.into_iter().filter(|part| part.truth + least <= part.room);
            return with_room.map(|part| self.bounded(part)).collect();
        };
        let whole = self.figures.get(total.0).map(|one| (one.key.clone(), one.tally.denominator));
        let is_whole = |(_, truth): &(K, i64)| parts.iter().map(|part| part.truth).sum::<i64>() == *truth;
        let Some((key, _)) = whole.filter(is_whole) else { return Vec::new() };
        let Some(folded) = Folded::of(parts, least) else { return Vec::new() };
        let (truth, room) = folded.sums();
        let mut terms: Vec<(usize, i64)> = self.counts_of(total).into_iter().map(|count| (count.0, -1)).collect();
        if !folded.rest.is_empty() {
            let rest = self.latent(key, truth).0;
            self.at_most(rest, room);
            terms.push((rest, 1));
        }
        let figures: Vec<(K, FigureId)> = folded.apart.into_iter().map(|part| self.bounded(part)).collect();
        terms.extend(figures.iter().flat_map(|(_, figure)| self.counts_of(*figure)).map(|count| (count.0, 1)));
        self.tie(terms, Range::of(0, 0), None);
        self.totals.push((total.0, figures.iter().map(|(_, figure)| figure.0).collect()));
        figures
    }

    fn bounded(&mut self, part: Part<K>) -> (K, FigureId) {
        let figure = self.count(part.key.clone(), part.truth);
        for count in self.counts_of(figure) {
            self.at_most(count.0, part.room);
        }
        (part.key, figure)
    }

    fn at_most(&mut self, at: usize, most: i64) {
        if let Some(quantity) = self.model.quantities.get_mut(at) {
            quantity.known = Range::of(0, most);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::MHSDS;
    use super::super::{Limits, System};
    use super::*;
    use crate::domain::indicator::Tally;

    fn rows(counts: &[i64]) -> Unreleased<usize> {
        let tally = |count: &i64| Tally { denominator: *count, ..Tally::default() };
        Unreleased::new(counts.iter().map(tally).enumerate().map(|(at, tally)| (at + 1, tally)).collect())
    }

    fn parts(whole: i64, counts: &[i64]) -> Vec<Option<u64>> {
        let mut system = System::new(*MHSDS);
        let whole = system.count(0, whole);
        let parts = system.parts(whole, rows(counts)).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        guarded.counts([(0, whole)].into_iter().chain(parts)).rows().map(|(_, count)| count).collect()
    }

    fn among(whole: i64, counts: &[i64], room: &[i64]) -> Vec<(usize, Option<u64>)> {
        let mut system = System::new(*MHSDS);
        let room = |key: &usize| if *key == 0 { 1000 } else { room[*key - 1] };
        let whole = system.among(None, Unreleased::new(vec![(0, Tally { denominator: whole, ..Tally::default() })]), room);
        let parts = system.among(whole.first().map(|(_, figure)| *figure), rows(counts), room);
        let guarded = system.guard(Limits::default()).unwrap();
        guarded.counts(parts).rows().map(|(key, count)| (*key, count)).collect()
    }

    #[test]
    fn parts_of_a_count_are_rounded_and_a_small_one_takes_another_with_it() {
        assert_eq!(parts(90, &[42, 48]), [Some(90), Some(40), Some(50)]);
        assert_eq!(parts(60, &[2, 58]), [Some(60), None, None]);
    }

    #[test]
    fn a_count_without_room_among_the_others_is_told_with_the_one_that_has_the_least() {
        assert_eq!(among(64, &[30, 14, 20], &[50, 16, 40]), [(1, Some(30))]);
        assert_eq!(among(60, &[30, 30], &[50, 50]), [(1, Some(30)), (2, Some(30))]);
        assert_eq!(among(60, &[30, 30], &[32, 31]), []);
    }

    #[test]
    fn a_count_with_little_room_is_hidden_or_not_known_within_less_than_the_threshold() {
        // All that nobody knows of the first is that it is one of nought to six.
        let shown = among(41, &[1, 40], &[6, 100]);
        assert_eq!(shown.iter().find(|(key, _)| *key == 1), Some(&(1, None)));
    }

    #[test]
    fn what_was_kept_is_read_back_under_its_own_key() {
        let mut system = System::new(*MHSDS);
        let figure = system.count("north".to_owned(), 42);
        let counts = system.guard(Limits::default()).unwrap().counts([("north".to_owned(), figure)]);
        let [one, other] = [[1; 32], [2; 32]].map(|bytes| LedgerKey::new(&bytes).unwrap());
        let bytes = counts.keep(&one).unwrap();
        assert_eq!(Counts::read_back(&bytes, &one), Ok(counts.clone()));
        assert_eq!(Counts::<String>::read_back(&bytes, &other), Err(NotKept::Forged));
        assert_eq!(counts.find(&"north".to_owned()), Some(40));
    }
}

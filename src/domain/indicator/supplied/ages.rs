//! Age bands of values that are to be standardised for age: one or more neighbouring bands of the European Standard Population.

use std::fmt;

use crate::domain::statistics::standardised::EUROPEAN_2013;

/// Years in a band of the standard population.
const WIDTH: usize = 5;

/// The last band: 90 and over.
const LAST: usize = EUROPEAN_2013.len() - 1;

/// The members of the breakdown by age that are such bands lie above this, apart from the bands that people are counted in.
const MEMBERS: i64 = 1_000;

/// From one band of the standard population to another, both among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ages {
    first: usize,
    last: usize,
}

impl Ages {
    /// Every age there is.
    pub const ALL: Self = Self { first: 0, last: LAST };

    /// Reads `0-4`, `65-74`, `75+`. Bands begin and end where those of the standard population do: every five years up to 90.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(from) = text.strip_suffix('+') {
            return Some(Self { first: starting(from)?, last: LAST });
        }
        let (from, to) = text.split_once(['-', '–'])?;
        let (first, after) = (starting(from)?, starting_number(number(to)?.checked_add(1)?)?);
        (after > first).then(|| Self { first, last: after - 1 })
    }

    /// Whether some ages are in both.
    #[must_use]
    pub const fn overlap(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// How many of the 100,000 of the European Standard Population 2013 are of these ages.
    #[must_use]
    pub fn standard(self) -> u64 {
        EUROPEAN_2013.iter().skip(self.first).take(self.last - self.first + 1).sum()
    }

    /// The number that stands for it in facts and cells.
    #[must_use]
    pub fn member(self) -> i64 {
        let place = self.first * EUROPEAN_2013.len() + self.last;
        MEMBERS + i64::try_from(place).unwrap_or_default()
    }

    /// The ages that a number stands for.
    #[must_use]
    pub fn from_member(member: i64) -> Option<Self> {
        let place = usize::try_from(member.checked_sub(MEMBERS)?).ok()?;
        let (first, last) = (place / EUROPEAN_2013.len(), place % EUROPEAN_2013.len());
        (first <= last && first <= LAST).then_some(Self { first, last })
    }
}

impl fmt::Display for Ages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = self.first * WIDTH;
        if self.last == LAST { write!(f, "{from}+") } else { write!(f, "{from}-{}", (self.last + 1) * WIDTH - 1) }
    }
}

fn number(text: &str) -> Option<usize> {
    let text = text.trim();
    let is_plain = (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| text.parse().ok()).flatten()
}

/// The band that begins with an age.
fn starting(text: &str) -> Option<usize> {
    starting_number(number(text)?)
}

fn starting_number(age: usize) -> Option<usize> {
    (age.is_multiple_of(WIDTH) && age / WIDTH <= LAST).then_some(age / WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_and_written_alike() {
        for text in ["0-4", "0+", "15-64", "65-74", "85-89", "90+"] {
            let ages = Ages::parse(text).unwrap();
            assert_eq!((ages.to_string().as_str(), Ages::from_member(ages.member())), (text, Some(ages)));
        }
        assert_eq!(Ages::parse("65 – 74"), Ages::parse("65-74"));
    }

    #[test]
    fn ages_that_cut_a_band_of_the_standard_are_none() {
        for text in ["", "18-24", "0-5", "64-60", "65", "91+", "90-94", "-5", "0-1000", "a-b"] {
            assert_eq!(Ages::parse(text), None, "{text}");
        }
        assert_eq!([0, 999, 1_001 + 19 * 5, 5_000].map(Ages::from_member), [None; 4]);
    }

    #[test]
    fn all_ages_are_the_whole_standard_population() {
        assert_eq!((Ages::ALL.standard(), Ages::parse("0-74").unwrap().standard()), (100_000, 91_000));
        let [young, old, some] = ["0-64", "65+", "60-69"].map(|text| Ages::parse(text).unwrap());
        assert_eq!((young.overlap(old), young.overlap(some), old.overlap(some)), (false, true, true));
    }
}

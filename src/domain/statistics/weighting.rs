//! Answers weighted back to the people they stand for, stratum by stratum. Refuses a stratum in which more answered than there are,
//! and never fills a stratum nobody answered for: it is put together with its neighbour, and said so.
//!
//! It corrects for who answered by the strata and for nothing else: within a stratum those who did not answer are taken to be like
//! those who did.
//!
//! Sources: NHS England (formerly NHS Digital), Personal Social Services Adult Social Care Survey, methodology: estimates, variance and
//! margin of error; Cochran, W. G. (1977), Sampling Techniques, chapter 5; for the design effect Kish, L. (1965), Survey Sampling, 11.7.

use super::{Interval, Refusal, many, real};

/// How many standard errors a margin of error has: the survey's own 1.96.
const MARGIN: f64 = 1.96;

/// One stratum, such as women of 65 to 74 with one provider.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// People in it.
    pub population: u64,
    /// Those of them who answered.
    pub respondents: u64,
    /// The sum of what they answered.
    pub sum: f64,
    /// The sum of the squares of what they answered.
    pub squares: f64,
}

impl Stratum {
    /// A stratum in which so many of those who answered had it: answers of nought and one.
    #[must_use]
    pub const fn share(population: u64, respondents: u64, had: u64) -> Self {
        Self { population, respondents, sum: real(had), squares: real(had) }
    }

    fn and(self, other: &Self) -> Self {
        Self {
            population: self.population + other.population,
            respondents: self.respondents + other.respondents,
            sum: self.sum + other.sum,
            squares: self.squares + other.squares,
        }
    }

    /// Whether it speaks for itself: two answered, or everybody did.
    const fn suffices(&self) -> bool {
        self.respondents >= 2 || self.respondents == self.population
    }

    fn mean(&self) -> f64 {
        if self.respondents == 0 { 0.0 } else { self.sum / real(self.respondents) }
    }

    /// The variance of its estimated total, with the correction for a finite population: none where everybody answered.
    fn variance(&self) -> f64 {
        if self.respondents == self.population {
            return 0.0;
        }
        let (all, n) = (real(self.population), real(self.respondents));
        let spread = (self.squares / n - self.mean().powi(2)).max(0.0);
        spread * all * all * (1.0 - n / all) / (n - 1.0)
    }
}

/// What the answers say of everybody.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighted {
    /// The weighted mean, or share as a fraction of one.
    pub value: f64,
    /// Its variance.
    pub variance: f64,
    /// The 95% margin of error: 1.96 standard errors.
    pub margin: f64,
    /// How many answered, unweighted: always reported beside the estimate.
    pub respondents: u64,
    /// How many they stand for.
    pub population: u64,
    /// How many times larger unequal weights make the variance: one for equal weights.
    pub design_effect: f64,
    /// Strata put together because they had too few answers: for each, the places of its parts, from nought. Empty without any.
    pub collapsed: Vec<Vec<usize>>,
}

impl Weighted {
    /// The estimate give or take its margin. It can leave the range of a proportion.
    #[must_use]
    pub fn interval(&self) -> Interval {
        Interval { lower: self.value - self.margin, upper: self.value + self.margin }
    }

    /// How many equally weighted answers would say as much.
    #[must_use]
    pub fn effective_respondents(&self) -> f64 {
        real(self.respondents) / self.design_effect
    }
}

/// The weighted estimate over strata, given so that neighbours are most alike.
///
/// A stratum with fewer than two answers (unless all of it answered) is put together with the one after it, the last with the one
/// before, until each suffices; strata of nobody are passed over. Refuses more answers than people, sums that are no numbers, nobody
/// at all, and fewer than two answers in all.
pub fn estimate(strata: &[Stratum]) -> Result<Weighted, Refusal> {
    if strata.iter().any(|stratum| stratum.respondents > stratum.population) {
        return Err(Refusal::PartExceedsWhole);
    }
    if strata.iter().any(|stratum| !(stratum.sum.is_finite() && stratum.squares.is_finite())) {
        return Err(Refusal::NotANumber);
    }
    let all = strata.iter().fold(Stratum::share(0, 0, 0), Stratum::and);
    if all.population == 0 {
        return Err(Refusal::Nobody);
    }
    if !all.suffices() {
        return Err(Refusal::TooFewValues { have: all.respondents, need: 2 });
    }
    let kept = collapsed(strata);
    let people = real(all.population);
    let value = kept.iter().map(|(_, stratum)| stratum.mean() * real(stratum.population)).sum::<f64>() / people;
    let variance = kept.iter().map(|(_, stratum)| stratum.variance()).sum::<f64>() / (people * people);
    Ok(Weighted {
        value,
        variance,
        margin: MARGIN * variance.sqrt(),
        respondents: all.respondents,
        population: all.population,
        design_effect: design_effect(kept.iter().map(|(_, stratum)| stratum), &all),
        collapsed: kept.into_iter().map(|(parts, _)| parts).filter(|parts| many(parts.len()) > 1).collect(),
    })
}

/// The strata put together until each suffices, with the places of their parts.
fn collapsed(strata: &[Stratum]) -> Vec<(Vec<usize>, Stratum)> {
    let mut kept: Vec<(Vec<usize>, Stratum)> = Vec::new();
    let mut open: Option<(Vec<usize>, Stratum)> = None;
    for (place, stratum) in strata.iter().enumerate().filter(|(_, stratum)| stratum.population > 0) {
        let (mut parts, sum) = open.take().unwrap_or_else(|| (Vec::new(), Stratum::share(0, 0, 0)));
        parts.push(place);
        let sum = sum.and(stratum);
        if sum.suffices() { kept.push((parts, sum)) } else { open = Some((parts, sum)) }
    }
    // What is left at the end goes back to the one before. Without one it is all there is, and was found to suffice.
    if let (Some((parts, rest)), Some((before, sum))) = (open, kept.last_mut()) {
        before.extend(parts);
        *sum = sum.and(&rest);
    }
    kept
}

/// How much unequal weights enlarge the variance: the number of answers times the sum of the squared weights over the squared sum.
fn design_effect<'a>(strata: impl Iterator<Item = &'a Stratum>, all: &Stratum) -> f64 {
    let squares = |stratum: &Stratum| real(stratum.population).powi(2) / real(stratum.respondents.max(1));
    real(all.respondents) * strata.map(squares).sum::<f64>() / real(all.population).powi(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_margin_agrees_with_the_published_example() {
        // 45% of 80 answers from 400 people.
        let weighted = estimate(&[Stratum::share(400, 80, 36)]).unwrap();
        assert!((weighted.margin * 100.0 - 9.8124).abs() < 5e-5, "{weighted:?}");
        assert!((weighted.value - 0.45).abs() < 1e-12 && (weighted.design_effect - 1.0).abs() < 1e-12);
    }

    #[test]
    fn each_stratum_counts_by_its_people_and_not_by_its_answers() {
        let weighted = estimate(&[Stratum::share(900, 10, 9), Stratum::share(100, 90, 9)]).unwrap();
        assert!((weighted.value - (0.9 * 0.9 + 0.1 * 0.1)).abs() < 1e-12);
        // Weights of 90 and of 10/9: 100 times (10 x 8100 + 90 x 1.2346) over a million.
        assert!((weighted.design_effect - 8.111_111).abs() < 1e-5);
        assert!((weighted.effective_respondents() - 100.0 / 8.111_111).abs() < 1e-4);
    }

    #[test]
    fn an_empty_or_single_stratum_is_put_together_with_its_neighbour_and_said_to_be() {
        let strata = [Stratum::share(50, 0, 0), Stratum::share(50, 10, 5), Stratum::share(40, 8, 4), Stratum::share(30, 1, 1)];
        let weighted = estimate(&strata).unwrap();
        assert_eq!(weighted.collapsed, [vec![0, 1], vec![2, 3]]);
        let together = estimate(&[Stratum::share(100, 10, 5), Stratum::share(70, 9, 5)]).unwrap();
        assert!((weighted.value - together.value).abs() < 1e-12 && (weighted.margin - together.margin).abs() < 1e-12);
    }

    #[test]
    fn a_stratum_that_answered_in_full_has_no_variance_and_is_never_put_together() {
        let weighted = estimate(&[Stratum::share(1, 1, 1), Stratum::share(5, 5, 2)]).unwrap();
        assert!(weighted.collapsed.is_empty() && weighted.variance.abs() < 1e-12);
        assert!((weighted.value - 0.5).abs() < 1e-12);
    }

    #[test]
    fn too_little_is_refused() {
        assert_eq!(estimate(&[Stratum::share(50, 1, 1), Stratum::share(9, 0, 0)]), Err(Refusal::TooFewValues { have: 1, need: 2 }));
        assert_eq!(estimate(&[Stratum::share(5, 6, 1)]), Err(Refusal::PartExceedsWhole));
        assert_eq!(estimate(&[Stratum::share(0, 0, 0)]), Err(Refusal::Nobody));
        assert_eq!(estimate(&[]), Err(Refusal::Nobody));
    }

    fn strata() -> impl Strategy<Value = Vec<Stratum>> {
        let stratum = (2u64..40, 0u64..40, 0u64..40).prop_map(|(population, respondents, had)| {
            let respondents = respondents.min(population);
            Stratum::share(population, respondents, had.min(respondents))
        });
        prop::collection::vec(stratum, 1..12)
    }

    proptest! {
        #[test]
        fn everybody_is_in_exactly_one_stratum_and_a_share_stays_one(strata in strata()) {
            if let Ok(weighted) = estimate(&strata) {
                prop_assert!((0.0..=1.0).contains(&weighted.value));
                prop_assert!(weighted.variance >= 0.0 && weighted.design_effect > 1.0 - 1e-9);
                let kept = collapsed(&strata);
                let mut places: Vec<usize> = kept.iter().flat_map(|(parts, _)| parts.clone()).collect();
                places.sort_unstable();
                prop_assert_eq!(places, (0..strata.len()).collect::<Vec<_>>());
                prop_assert!(kept.iter().all(|(_, stratum)| stratum.suffices()));
            }
        }

        #[test]
        fn when_everybody_answers_it_is_what_everybody_said(counts in prop::collection::vec((1u64..50, 0u64..50), 1..8)) {
            let strata: Vec<Stratum> = counts.iter().map(|(n, had)| Stratum::share(*n, *n, (*had).min(*n))).collect();
            let weighted = estimate(&strata).unwrap();
            let (n, had) = counts.iter().fold((0, 0), |(n, had), (own, yes)| (n + own, had + yes.min(own)));
            prop_assert!((weighted.value - real(had) / real(n)).abs() < 1e-12 && weighted.margin.abs() < 1e-9);
        }
    }
}

//! Chance for the demo county: everything it invents comes from one seeded source, in one order.
//!
//! Nothing here is fit for secrets.

use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// A seeded source of chance.
pub struct Dice(StdRng);

impl Dice {
    /// The same chance for the same seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(StdRng::seed_from_u64(seed))
    }

    /// Evenly from 0 up to but not including 1.
    pub fn unit(&mut self) -> f64 {
        self.0.random()
    }

    /// True with that probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Evenly from `least` to `most`, both included.
    pub fn between(&mut self, least: i32, most: i32) -> i32 {
        self.0.random_range(least..=most.max(least))
    }

    /// Normally around 0 with a standard deviation of 1 (Box and Muller).
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// A number of days that has no memory: most are short, few are long.
    pub fn lasting(&mut self, mean_days: f64) -> i32 {
        nearest(-mean_days * (1.0 - self.unit()).ln())
    }

    /// One of several, each as likely as its weight says. `None` when no weight is above nought.
    pub fn pick<T>(&mut self, all: impl IntoIterator<Item = (T, f64)>) -> Option<T> {
        let all: Vec<(T, f64)> = all.into_iter().filter(|(_, weight)| *weight > 0.0).collect();
        let mut left = self.unit() * all.iter().map(|(_, weight)| weight).sum::<f64>();
        let mut last = None;
        for (one, weight) in all {
            last = Some(one);
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
        last
    }

    /// How many of so many tries succeed.
    pub fn successes(&mut self, tries: usize, probability: f64) -> usize {
        (0..tries).filter(|_| self.chance(probability)).count()
    }
}

/// The nearest whole number.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "a cast from a float keeps to the ends of the type")]
pub fn nearest(number: f64) -> i32 {
    number.round() as i32
}

/// The probability whose log odds these are.
#[must_use]
pub fn likelihood(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let throw = |seed| (0..5).scan(Dice::new(seed), |dice, _| Some(dice.between(1, 1000))).collect::<Vec<_>>();
        assert_eq!(throw(7), throw(7));
        assert_ne!(throw(7), throw(8));
    }

    #[test]
    fn weights_are_proportions() {
        let mut dice = Dice::new(1);
        let thrown: Vec<_> = (0..4000).filter_map(|_| dice.pick([("often", 3.0), ("rarely", 1.0), ("never", 0.0)])).collect();
        let often = thrown.iter().filter(|word| **word == "often").count();
        assert!((2800..3200).contains(&often), "{often}");
        assert!(!thrown.contains(&"never"));
        assert_eq!(dice.pick([("never", 0.0)]), None);
    }

    #[test]
    fn normal_numbers_have_mean_0_and_deviation_1() {
        let mut dice = Dice::new(2);
        let thrown: Vec<f64> = (0..4000).map(|_| dice.normal()).collect();
        let mean = thrown.iter().sum::<f64>() / 4000.0;
        let variance = thrown.iter().map(|number| number * number).sum::<f64>() / 4000.0;
        assert!(mean.abs() < 0.06 && (variance - 1.0).abs() < 0.1, "{mean} {variance}");
    }
}

//! How fast something may be tried: the generic cell rate algorithm (ITU-T I.371, annex A). One number is kept for each
//! thing that is tried, the theoretical arrival time; a burst is free, after it one try comes free at each interval. Nobody
//! waits longer than one interval, however often they are refused.

/// Microseconds in a second.
const SECOND: i64 = 1_000_000;

/// How many tries are free at once, and how soon one more is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// Tries that are free at once; at least one.
    pub burst: i64,
    /// Seconds after which one more is free.
    pub interval_seconds: i64,
}

impl Pace {
    /// The arrival time after a try at `now`, both in microseconds; or the whole seconds to wait, at least one.
    pub fn take(self, arrival_at: i64, now: i64) -> Result<i64, i64> {
        let free_at = arrival_at.saturating_sub(self.interval().saturating_mul(self.burst.max(1) - 1));
        if free_at > now {
            return Err(free_at.saturating_sub(now).saturating_add(SECOND - 1) / SECOND);
        }
        Ok(arrival_at.max(now).saturating_add(self.interval()))
    }

    /// The arrival time when a try is given back, because it was a right one.
    #[must_use]
    pub const fn give_back(self, arrival_at: i64) -> i64 {
        arrival_at.saturating_sub(self.interval())
    }

    const fn interval(self) -> i64 {
        self.interval_seconds.saturating_mul(SECOND)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace { burst: 3, interval_seconds: 60 };

    /// Tries at those seconds, one after the other: nothing where it was free, else the seconds to wait.
    fn tried(seconds: &[i64]) -> Vec<i64> {
        let mut arrival = 0;
        let mut at = |second: &i64| match PACE.take(arrival, 1_000_000_000 + second * SECOND) {
            Ok(next) => {
                arrival = next;
                0
            }
            Err(wait) => wait,
        };
        seconds.iter().map(&mut at).collect()
    }

    #[test]
    fn a_burst_is_free_and_then_one_at_each_interval() {
        assert_eq!(tried(&[0, 0, 0, 0, 59, 60, 60, 120]), [0, 0, 0, 60, 1, 0, 60, 0]);
    }

    #[test]
    fn being_refused_does_not_make_the_wait_longer() {
        assert_eq!(tried(&[0, 0, 0, 10, 10, 10, 10, 30, 60]), [0, 0, 0, 50, 50, 50, 50, 30, 0]);
    }

    #[test]
    fn after_a_rest_the_whole_burst_is_free_again() {
        assert_eq!(tried(&[0, 0, 0, 180, 180, 180, 180]), [0, 0, 0, 0, 0, 0, 60]);
    }

    #[test]
    fn a_try_that_is_given_back_was_never_made() {
        let once = PACE.take(0, 7 * SECOND).unwrap();
        let twice = PACE.take(once, 7 * SECOND).unwrap();
        assert_eq!(PACE.give_back(twice), once);
    }

    #[test]
    fn part_of_a_second_is_waited_for_as_a_whole_one() {
        assert_eq!(Pace { burst: 1, interval_seconds: 1 }.take(1_000_001, 1_000_000), Err(1));
    }
}

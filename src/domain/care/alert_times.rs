//! How soon a team looks at alerts, month by month: medians and ninetieth percentiles by nearest rank, so that every figure is
//! a time that somebody really took.

use crate::domain::indicator::Period;

/// Microseconds of a minute.
const MINUTE: i64 = 60_000_000;

/// One alert and what became of it. Times are in microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Course {
    /// The month it was raised in.
    pub month: Period,
    pub raised_at: i64,
    pub acknowledged_at: Option<i64>,
    pub is_escalated: bool,
    /// The minutes there are for it.
    pub allowed: i32,
}

impl Course {
    /// Whole minutes until somebody acknowledged it.
    fn minutes(&self) -> Option<i64> {
        self.acknowledged_at.map(|at| (at - self.raised_at).max(0) / MINUTE)
    }

    /// Whether somebody acknowledged it in the minutes there are; nothing while there is still time.
    fn is_in_time(&self, now: i64) -> Option<bool> {
        let last = self.raised_at + i64::from(self.allowed) * MINUTE;
        match self.acknowledged_at {
            Some(at) => Some(at <= last),
            None if now > last => Some(false),
            None => None,
        }
    }
}

/// The alerts of one month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    pub month: Period,
    pub raised: usize,
    pub acknowledged: usize,
    /// Minutes in which half of those that were acknowledged were; nothing where none was.
    pub median: Option<i64>,
    /// Minutes in which nine of ten were.
    pub ninetieth: Option<i64>,
    /// Those acknowledged in time, of those whose time is over or that were acknowledged.
    pub in_time: (usize, usize),
    pub escalated: usize,
}

impl Month {
    fn of(month: Period, all: &[Course], now: i64) -> Self {
        let own: Vec<&Course> = all.iter().filter(|course| course.month == month).collect();
        let mut minutes: Vec<i64> = own.iter().filter_map(|course| course.minutes()).collect();
        minutes.sort_unstable();
        let judged: Vec<bool> = own.iter().filter_map(|course| course.is_in_time(now)).collect();
        Self {
            month,
            raised: own.len(),
            acknowledged: minutes.len(),
            median: nearest(&minutes, 50),
            ninetieth: nearest(&minutes, 90),
            in_time: (judged.iter().filter(|in_time| **in_time).count(), judged.len()),
            escalated: own.iter().filter(|course| course.is_escalated).count(),
        }
    }
}

/// Every month from `first` to `last`, the ones without alerts too.
#[must_use]
pub fn months(all: &[Course], first: Period, last: Period, now: i64) -> Vec<Month> {
    first.until(last).map(|month| Month::of(month, all, now)).collect()
}

/// The percentile by nearest rank, of values in order.
fn nearest(sorted: &[i64], per_cent: usize) -> Option<i64> {
    let rank = (sorted.len() * per_cent).div_ceil(100).checked_sub(1)?;
    sorted.get(rank).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: Period = Period::from_number(24_322);

    fn course(minutes: Option<i64>) -> Course {
        Course { month: MONTH, raised_at: 0, acknowledged_at: minutes.map(|m| m * MINUTE), is_escalated: false, allowed: 60 }
    }

    #[test]
    fn half_are_no_slower_than_the_median_and_nine_of_ten_than_the_ninetieth() {
        let all: Vec<Course> = (1..=10).map(|minutes| course(Some(minutes * 10))).collect();
        let month = Month::of(MONTH, &all, 0);
        assert_eq!((month.median, month.ninetieth), (Some(50), Some(90)));
        assert_eq!(month.in_time, (6, 10));
    }

    #[test]
    fn what_nobody_acknowledged_is_late_only_when_its_time_is_over() {
        let all = [course(None), course(Some(3))];
        assert_eq!(Month::of(MONTH, &all, 60 * MINUTE).in_time, (1, 1));
        assert_eq!(Month::of(MONTH, &all, 61 * MINUTE).in_time, (1, 2));
    }

    #[test]
    fn a_month_without_alerts_has_no_times() {
        let months = months(&[course(None)], MONTH, MONTH.plus(1), 0);
        assert_eq!((months[0].raised, months[0].median), (1, None));
        assert_eq!((months[1].raised, months[1].ninetieth), (0, None));
    }
}

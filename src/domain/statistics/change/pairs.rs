//! Who can have a change, and which two scores it is between. Refuses invalid scores and the same score sent twice.

use std::ops::RangeInclusive;

use jiff::civil::Date;

/// A score on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dated {
    /// The day of the answer.
    pub day: Date,
    /// The score.
    pub score: f64,
}

/// How a pair is chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    /// The scores the measure can give; others are not valid and not used.
    pub valid: RangeInclusive<f64>,
    /// How many days after the start the first score may be at the latest; without it, any first score is the baseline.
    pub baseline_within: Option<i32>,
    /// How many days after the baseline the later score must be, the first and the last of them included; without it, any later day.
    pub follow_up: Option<RangeInclusive<i32>>,
}

/// The first and the latest valid score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The first.
    pub baseline: Dated,
    /// The latest on a later day.
    pub follow_up: Dated,
}

impl Pair {
    /// Later minus first.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.follow_up.score - self.baseline.score
    }
}

/// The pair among the scores of one measure within one episode; `None` without two on different days.
///
/// Scores before the start of the episode, after its end and outside the valid range are passed over. Of several on the day of the
/// baseline the first given counts, of several on the last day the last given: the caller orders them by time, and scores repeated
/// with the same day and value change nothing. Source: NHS England, outcome measures in community mental health: first against
/// latest valid score within a referral.
#[must_use]
pub fn pair(scores: &[Dated], episode: &Episode, pairing: &Pairing) -> Option<Pair> {
    let within = |score: &&Dated| score.day >= episode.opened && episode.closed.is_none_or(|closed| score.day <= closed);
    let valid: Vec<Dated> = scores.iter().filter(within).filter(|score| pairing.valid.contains(&score.score)).copied().collect();
    // The first of the earliest day and the last of the latest, in the order given.
    let baseline = valid.iter().copied().reduce(|first, other| if other.day < first.day { other } else { first })?;
    if pairing.baseline_within.is_some_and(|days| since(episode.opened, baseline.day) > days) {
        return None;
    }
    let wanted = |score: &&Dated| pairing.follow_up.as_ref().is_none_or(|days| days.contains(&since(baseline.day, score.day)));
    let later = valid.iter().filter(|score| score.day > baseline.day).filter(wanted).copied();
    let follow_up = later.reduce(|latest, other| if other.day < latest.day { latest } else { other })?;
    Some(Pair { baseline, follow_up })
}

/// Days from one day to another.
fn since(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

/// What decides whether an episode belongs in the denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Episode {
    /// When it began.
    pub opened: Date,
    /// When it ended, if it has.
    pub closed: Option<Date>,
    /// How many direct contacts there were by the end of the period.
    pub contacts: u32,
}

/// How much care makes an episode count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// The fewest direct contacts.
    pub contacts: u32,
    /// The fewest days an open episode must have lasted by the end of the period.
    pub open_days: i32,
}

impl Default for Rules {
    /// Two contacts, and 180 days while open: NHS England, outcome measures in community mental health.
    fn default() -> Self {
        Self { contacts: 2, open_days: 180 }
    }
}

/// Which denominator an episode is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Eligibility {
    /// Open at the end of the period, long enough and with enough contacts.
    Open,
    /// Closed in the period with enough contacts.
    Closed,
    /// In neither.
    Not(Ineligible),
}

/// Why an episode is in no denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ineligible {
    /// It began after the period.
    NotBegun,
    /// It ended before the period.
    EndedBefore,
    /// Too few contacts.
    TooFewContacts,
    /// Open, and not long enough yet.
    TooShort,
}

impl Ineligible {
    /// The name by which the sentence for readers is found.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::EndedBefore => "ended-before",
            Self::TooFewContacts => "too-few-contacts",
            Self::TooShort => "too-short",
        }
    }
}

/// Whether an episode counts in a period from its first day to its last. One that ends after the period was open at its end.
#[must_use]
pub fn eligible(episode: &Episode, first: Date, last: Date, rules: Rules) -> Eligibility {
    if episode.opened > last {
        return Eligibility::Not(Ineligible::NotBegun);
    }
    let closed = episode.closed.filter(|closed| *closed <= last);
    if closed.is_some_and(|closed| closed < first) {
        return Eligibility::Not(Ineligible::EndedBefore);
    }
    if episode.contacts < rules.contacts {
        return Eligibility::Not(Ineligible::TooFewContacts);
    }
    match closed {
        Some(_) => Eligibility::Closed,
        None if since(episode.opened, last) >= rules.open_days => Eligibility::Open,
        None => Eligibility::Not(Ineligible::TooShort),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    fn on(month: i8, day: i8, score: f64) -> Dated {
        Dated { day: date(2026, month, day), score }
    }

    const fn episode(closed: Option<Date>, contacts: u32) -> Episode {
        Episode { opened: date(2026, 1, 10), closed, contacts }
    }

    fn usual() -> Pairing {
        Pairing { valid: 1.0..=7.0, baseline_within: None, follow_up: None }
    }

    fn scores(found: Option<Pair>) -> Option<(f64, f64)> {
        found.map(|pair| (pair.baseline.score, pair.follow_up.score))
    }

    #[test]
    fn the_first_and_the_latest_valid_score_are_a_pair_in_whatever_order_they_come() {
        let all = [on(5, 1, 5.0), on(2, 1, 3.0), on(8, 1, 6.0)];
        assert_eq!(scores(pair(&all, &episode(None, 2), &usual())), Some((3.0, 6.0)));
    }

    #[test]
    fn invalid_scores_and_those_outside_the_episode_are_passed_over() {
        let all = [on(1, 9, 2.0), on(2, 1, 8.0), on(2, 2, 3.0), on(6, 1, 4.0), on(7, 1, 8.0), on(9, 1, 7.0)];
        assert_eq!(scores(pair(&all, &episode(Some(date(2026, 7, 1)), 2), &usual())), Some((3.0, 4.0)));
    }

    #[test]
    fn two_scores_of_one_day_are_no_pair_and_one_sent_twice_changes_nothing() {
        assert_eq!(pair(&[on(2, 1, 3.0), on(2, 1, 5.0)], &episode(None, 2), &usual()), None);
        let once = [on(2, 1, 3.0), on(5, 1, 5.0)];
        let twice = [on(2, 1, 3.0), on(2, 1, 3.0), on(5, 1, 5.0), on(5, 1, 5.0)];
        assert_eq!(pair(&once, &episode(None, 2), &usual()), pair(&twice, &episode(None, 2), &usual()));
        assert_eq!(
            scores(pair(&[on(2, 1, 3.0), on(2, 1, 4.0), on(5, 1, 5.0), on(5, 1, 6.0)], &episode(None, 2), &usual())),
            Some((3.0, 6.0))
        );
    }

    #[test]
    fn a_contract_can_ask_for_an_early_baseline_and_a_window_for_the_later_score() {
        let early = Pairing { baseline_within: Some(28), ..usual() };
        assert_eq!(pair(&[on(2, 8, 3.0), on(8, 1, 5.0)], &episode(None, 2), &early), None);
        assert_eq!(scores(pair(&[on(2, 7, 3.0), on(8, 1, 5.0)], &episode(None, 2), &early)), Some((3.0, 5.0)));
        let window = Pairing { follow_up: Some(150..=210), ..usual() };
        let all = [on(2, 1, 3.0), on(4, 1, 4.0), on(7, 31, 5.0), on(12, 1, 6.0)];
        assert_eq!(scores(pair(&all, &episode(None, 2), &window)), Some((3.0, 5.0)));
    }

    #[test]
    fn open_episodes_need_half_a_year_and_closed_ones_do_not_and_both_need_two_contacts() {
        let of = |closed, contacts, last| eligible(&episode(closed, contacts), date(2026, 7, 1), last, Rules::default());
        assert_eq!(of(None, 2, date(2026, 7, 8)), Eligibility::Not(Ineligible::TooShort));
        assert_eq!(of(None, 2, date(2026, 7, 9)), Eligibility::Open);
        assert_eq!(of(Some(date(2026, 7, 5)), 2, date(2026, 7, 31)), Eligibility::Closed);
        assert_eq!(of(Some(date(2026, 8, 1)), 2, date(2026, 7, 31)), Eligibility::Open);
        assert_eq!(of(Some(date(2026, 6, 30)), 2, date(2026, 7, 31)), Eligibility::Not(Ineligible::EndedBefore));
        assert_eq!(of(None, 1, date(2026, 7, 31)), Eligibility::Not(Ineligible::TooFewContacts));
        let later = Episode { opened: date(2026, 8, 1), closed: None, contacts: 5 };
        let found = eligible(&later, date(2026, 7, 1), date(2026, 7, 31), Rules::default());
        assert_eq!(found, Eligibility::Not(Ineligible::NotBegun));
    }

    proptest! {
        #[test]
        fn the_order_of_days_is_all_that_matters(days in prop::collection::btree_map(1i8..28, 1u8..8, 2..10), seed in any::<prop::sample::Index>()) {
            let mut all: Vec<Dated> = days.iter().map(|(day, score)| on(3, *day, f64::from(*score))).collect();
            let straight = pair(&all, &episode(None, 2), &usual());
            let by = seed.index(all.len());
            all.rotate_left(by);
            prop_assert_eq!(straight, pair(&all, &episode(None, 2), &usual()));
        }
    }
}

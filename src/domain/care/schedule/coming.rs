//! What is still to come for somebody by a schedule: told before it is decided, as far as it can be known today.

use jiff::civil::Date;

use super::{Anchor, Case, Step};
use crate::domain::care::asking::NotAsked;
use crate::domain::care::channel::Channel;

/// What is to come at one step at which nothing was decided yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Coming {
    /// They are due from that day on; in that way, or not asked for that reason, as things stand today.
    From { first: Date, how: Result<Channel, NotAsked> },
    /// They are due some time after an event that has not come.
    After(Anchor),
}

/// What is to come at a step; nothing where the time is over, was over before the organisation began to ask, or will never come.
#[must_use]
pub fn coming(case: &Case<'_>, step: &Step, today: Date) -> Option<Coming> {
    let Some(event) = case.facts.at(step.after) else { return case.is_meant(today).then_some(Coming::After(step.after)) };
    let window = step.window(event);
    if window.first < case.since || window.last < today || !case.is_meant(window.first) {
        return None;
    }
    if step.after == Anchor::Opened && case.facts.closed.is_some_and(|closed| closed <= window.first) {
        return None;
    }
    let way = |_| case.reach.way(&case.schedule.channels, &[]).ok_or(NotAsked::Unreachable);
    Some(Coming::From { first: window.first, how: case.schedule.survey_for(case.standing, window.first.max(today)).and_then(way) })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::{Facts, Reach, Schedule, Schedules};
    use super::*;
    use crate::domain::care::asking::{Standing, Stop};
    use crate::domain::care::stop::Reason;

    const OPENED: Date = date(2026, 11, 22);

    fn built_in(key: &str) -> Schedule {
        Schedules::built_in().unwrap().find(key).unwrap().clone()
    }

    fn seen(facts: &Facts, standing: &Standing, today: Date) -> Vec<Option<Coming>> {
        let schedule = built_in("settled-accommodation");
        let reach = Reach { ways: vec![Channel::Email], ..Reach::default() };
        let case = Case { schedule: &schedule, facts, since: OPENED, standing, reach: &reach };
        schedule.steps.iter().map(|step| coming(&case, step, today)).collect()
    }

    fn open() -> Facts {
        Facts { born: date(1980, 5, 1), opened: OPENED, closed: None, discharged: None, delivered: None }
    }

    #[test]
    fn whoever_came_today_sees_every_point_of_their_care() {
        let all = seen(&open(), &Standing::default(), OPENED);
        let first = all.iter().flatten().next();
        assert_eq!(first, Some(&Coming::From { first: date(2026, 11, 29), how: Ok(Channel::Email) }));
        assert!(all.iter().all(Option::is_some), "{all:?}");
    }

    #[test]
    fn what_is_over_is_not_to_come() {
        let late = seen(&open(), &Standing::default(), date(2030, 1, 1));
        assert!(late.iter().flatten().all(|coming| matches!(coming, Coming::After(_))), "{late:?}");
        let ended = Facts { closed: Some(OPENED), ..open() };
        let after = seen(&ended, &Standing::default(), OPENED);
        assert_eq!(after.first(), Some(&None), "care that has ended is not asked about at its start");
    }

    #[test]
    fn a_reason_not_to_ask_is_told_beforehand() {
        let stop = Stop { reason: Reason::Moved, from: OPENED, until: None };
        let all = seen(&open(), &Standing { stops: vec![stop], ..Standing::default() }, OPENED);
        assert_eq!(all.first(), Some(&Some(Coming::From { first: date(2026, 11, 29), how: Err(NotAsked::Moved) })));
    }
}

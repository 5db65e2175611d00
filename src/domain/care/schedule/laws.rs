//! What holds for every schedule and every life: a planner that comes by at odd hours, through two years with their clock changes.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{ToSpan, Zoned};
use proptest::prelude::*;

use super::step::plus;
use super::*;

/// Somebody, and what becomes of them.
#[derive(Debug, Clone)]
struct Life {
    schedule: usize,
    opened: i32,
    closed: Option<i32>,
    event: Option<i32>,
    since: i32,
    stop: Option<(Reason, i32, Option<i32>)>,
    died: Option<i32>,
    /// So many days after they were asked they finish.
    finishes: Option<i32>,
    /// What is sent in these ways comes back.
    bounces: Vec<Channel>,
    ways: Vec<Channel>,
    /// The planner comes by every so many minutes.
    pace: i64,
}

const WAYS: [Channel; 4] = [Channel::Email, Channel::Text, Channel::Letter, Channel::Phone];

fn any_day() -> impl Strategy<Value = i32> {
    0..500
}

fn any_life() -> impl Strategy<Value = Life> {
    let course = (any_day(), proptest::option::of(any_day()), proptest::option::of(any_day()), any_day());
    let reason = proptest::sample::select(Reason::ALL.to_vec());
    let stop = proptest::option::of((reason, any_day(), proptest::option::of(0..60)));
    let ends = (proptest::option::of(any_day()), proptest::option::of(0..20));
    let bounces = proptest::sample::subsequence(vec![Channel::Email, Channel::Text, Channel::Letter], 0..3);
    let ways = proptest::sample::subsequence(WAYS.to_vec(), 0..=4);
    (0..BUILT_IN.len(), course, stop, ends, (bounces, ways, 300..2900_i64)).prop_map(|(schedule, course, stop, ends, rest)| Life {
        schedule,
        opened: course.0,
        closed: course.1.map(|days| course.0 + days),
        event: course.2.map(|days| course.0 + days / 4),
        since: course.3,
        stop: stop.map(|(reason, from, lasts)| (reason, from, lasts.map(|days| from + days))),
        died: ends.0,
        finishes: ends.1,
        bounces: rest.0,
        ways: rest.1,
        pace: rest.2,
    })
}

/// What was done at one step.
struct Done {
    asked: Asked,
    on: Date,
    next: Option<Zoned>,
    /// What was sent, or given to staff: when, number and way.
    sent: Vec<(Zoned, u8, Channel)>,
}

fn day(number: i32) -> Date {
    plus(date(2026, 1, 1), number)
}

impl Life {
    fn facts(&self) -> Facts {
        let (born, event) = (date(1980, 5, 1), self.event.map(day));
        Facts { born, opened: day(self.opened), closed: self.closed.map(day), discharged: event, delivered: event }
    }

    /// What is known of them on a day: nobody knows today of what happens tomorrow.
    fn standing(&self, today: Date) -> Standing {
        let noted = self.stop.filter(|(_, from, _)| day(*from) <= today);
        let stop = |(reason, from, until): (Reason, i32, Option<i32>)| Stop { reason, from: day(from), until: until.map(day) };
        let died = self.died.map(day).filter(|died| *died < today);
        Standing { died, stops: noted.map(stop).into_iter().collect(), ..Standing::default() }
    }

    fn reach(&self) -> Reach {
        Reach { ways: self.ways.clone(), needs: vec![Need::CarerAssists], preference: None }
    }

    /// Lives through it, and holds every law on the way.
    fn live(&self) -> Result<Vec<Option<Done>>, TestCaseError> {
        let schedules = Schedules::built_in().unwrap();
        let schedule = schedules.iter().nth(self.schedule).unwrap();
        let (facts, reach) = (self.facts(), self.reach());
        let mut all: Vec<Option<Done>> = schedule.steps.iter().map(|_| None).collect();
        let mut now = day(0).to_zoned(TimeZone::get("Europe/London").unwrap()).unwrap();
        while now.date() < day(800) {
            let standing = self.standing(now.date());
            let case = Case { schedule, facts: &facts, since: day(self.since), standing: &standing, reach: &reach };
            for (step, done) in schedule.steps.iter().zip(&mut all) {
                if let Some(done) = done {
                    self.pass(done, now.date());
                    if done.next.as_ref().is_none_or(|next| *next > now) {
                        continue;
                    }
                }
                let decision = decide(&case, step, done.as_ref().map(|done| &done.asked), &now);
                prop_assert!(standing.died.is_none() || !sends(decision.as_ref()), "somebody who died is written to");
                if let Some(decision) = decision {
                    apply(done, decision, now.date())?;
                }
            }
            now = now.checked_add(self.pace.minutes()).unwrap();
        }
        Ok(all)
    }

    /// What the world does to somebody who was asked.
    fn pass(&self, done: &mut Done, today: Date) {
        if done.asked.not_asked.is_some() {
            return;
        }
        let Some((at, _, channel)) = done.sent.last() else { return };
        if at.date() <= today {
            done.asked.bounced = self.bounces.contains(channel);
            done.asked.sent = if done.asked.bounced { done.asked.sent } else { done.asked.sent.or(Some(at.date())) };
        }
        done.asked.is_over = self.finishes.is_some_and(|days| plus(done.on, days) <= today);
    }
}

fn sends(decision: Option<&Decision>) -> bool {
    matches!(decision, Some(Decision::Ask { .. } | Decision::Send { .. }))
}

fn apply(done: &mut Option<Done>, decision: Decision, today: Date) -> Result<(), TestCaseError> {
    match (done, decision) {
        (done, Decision::Ask { survey, channel, at, closes, next }) => {
            let was = done.as_ref().map(|done| done.asked.not_asked);
            prop_assert!(was.is_none_or(|why| why.is_some()), "asked twice");
            let asked =
                Asked { survey, closes, not_asked: None, tried: vec![channel], reminders: 0, sent: None, bounced: false, is_over: false };
            *done = Some(Done { asked, on: today, next, sent: vec![(at, 0, channel)] });
        }
        (done, Decision::Leave { why, closes, next }) => {
            let asked = Asked {
                survey: String::new(),
                closes,
                not_asked: Some(why),
                tried: Vec::new(),
                reminders: 0,
                sent: None,
                bounced: false,
                is_over: false,
            };
            *done = Some(Done { asked, on: today, next, sent: Vec::new() });
        }
        (Some(done), Decision::Send { number, channel, at, next }) => {
            prop_assert!(!done.asked.is_over, "reminded after they finished");
            done.asked.bounced = false;
            done.asked.reminders = number;
            done.asked.tried.push(channel);
            done.sent.push((at, number, channel));
            done.next = next;
        }
        (Some(done), Decision::Look { next }) => done.next = next,
        (None, other) => prop_assert!(false, "{other:?} before anybody was asked"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_is_asked_twice_or_at_night_or_out_of_time(life in any_life()) {
        let schedules = Schedules::built_in().unwrap();
        let schedule = schedules.iter().nth(life.schedule).unwrap();
        for (step, done) in schedule.steps.iter().zip(life.live()?) {
            let Some(done) = done else { continue };
            let window = step.window(life.facts().at(step.after).unwrap());
            prop_assert!(window.first >= day(life.since), "asked in retrospect");
            prop_assert_eq!(done.asked.closes, window.last);
            for (at, ..) in &done.sent {
                prop_assert_eq!(&schedule.quiet.next(at), at, "written to in quiet hours");
                prop_assert!(window.first <= at.date() && at.date() <= window.last, "{} is not in {:?}", at, window);
            }
            let mut unique: Vec<(u8, Channel)> = done.sent.iter().map(|(_, number, channel)| (*number, *channel)).collect();
            unique.sort_unstable();
            unique.dedup();
            prop_assert_eq!(unique.len(), done.sent.len(), "the same sent twice: {:?}", done.sent);
            let reminders = usize::from(done.asked.reminders);
            prop_assert!(reminders <= step.reminder_days.len());
        }
    }

    #[test]
    fn who_can_be_reached_and_nothing_forbids_it_is_asked(mut life in any_life()) {
        life.stop = None;
        life.died = None;
        life.closed = life.closed.map(|_| life.opened + 790);
        life.ways = WAYS.to_vec();
        life.pace = life.pace.min(1440);
        let schedules = Schedules::built_in().unwrap();
        let schedule = schedules.iter().nth(life.schedule).unwrap();
        for (step, done) in schedule.steps.iter().zip(life.live()?) {
            let Some(event) = life.facts().at(step.after) else { continue };
            let window = step.window(event);
            if window.first >= day(life.since) && window.last < day(800) {
                prop_assert!(done.is_some_and(|done| !done.sent.is_empty()), "{:?} was not asked", step.timepoint);
            }
        }
    }
}

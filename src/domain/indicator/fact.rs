//! What one subject adds to one indicator: a pure function, so that what is kept up answer by answer is by
//! construction what a rebuild gives.

use jiff::civil::Date;

use super::definition::{Cohort, Definition, Kind, Measure, Missing, Reading, Unlinked, When};
use super::period::Period;
use super::subject::{Episode, Subject, Submitted};
use super::tally::Tally;

/// A subject's part in an indicator over a run of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// First month it counts in.
    pub from: Period,
    /// First month it no longer counts in; `None` while it goes on.
    pub to: Option<Period>,
    pub organisation: i64,
    pub locality: i64,
    pub tally: Tally,
}

/// A fact that counts in so many months from the first, for a provider and a locality.
#[must_use]
pub fn lasting(from: Period, months: u32, (organisation, locality): (i64, i64), tally: Tally) -> Fact {
    let to = Some(from.plus(i32::try_from(months.max(1)).unwrap_or(1)));
    Fact { from, to, organisation, locality, tally }
}

/// Where and in which month a response counts.
fn heard(response: &Submitted, months: u32, tally: Tally) -> Fact {
    lasting(Period::of(response.date), months, (response.organisation, response.locality), tally)
}

/// The facts of one subject for one indicator, in a fixed order. Never one that starts before the definition does.
#[must_use]
pub fn facts(definition: &Definition, subject: &Subject) -> Vec<Fact> {
    let found = match (definition.kind, &definition.measure, &definition.cohort) {
        (Kind::Response, Some(measure), _) => response_rate(&measure.survey, subject),
        (Kind::Supplied, ..) => Vec::new(),
        (kind, Some(measure), Some(cohort)) => counted(kind, measure, cohort, definition.rolling_months, subject),
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|fact| starting(definition.effective_from, fact)).collect()
}

fn starting(first: Period, mut fact: Fact) -> Option<Fact> {
    fact.from = fact.from.max(first);
    (!fact.tally.is_zero() && fact.to.is_none_or(|to| to > fact.from)).then_some(fact)
}

fn counted(kind: Kind, measure: &Measure, cohort: &Cohort, rolling: u32, subject: &Subject) -> Vec<Fact> {
    if !cohort.takes(subject) {
        return Vec::new();
    }
    let read = readings(measure, subject);
    match (cohort.when, kind, &subject.episode) {
        (When::OpenAtPeriodEnd, _, Some(episode)) => while_open(measure, cohort, episode, &read),
        (When::After91Days, _, Some(episode)) => after_91_days(measure, cohort, rolling, episode, &read),
        (When::After91Days, _, None) => Vec::new(),
        (_, _, None) if measure.unlinked == Unlinked::LeftOut => Vec::new(),
        (_, Kind::PairedChange, _) => changes(measure, rolling, &read),
        _ => answered(measure, rolling, &read),
    }
}

impl Cohort {
    fn takes(&self, subject: &Subject) -> bool {
        match (&self.programme, &subject.episode) {
            (Some(programme), Some(episode)) => *programme == episode.programme,
            (_, None) => subject.responses.iter().all(|response| self.may_take_band(response)),
            (None, Some(_)) => true,
        }
    }

    /// False when the person said an age that is wholly outside. Nobody need say one.
    fn may_take_band(&self, response: &Submitted) -> bool {
        let Some((youngest, oldest)) = response.age_band() else { return true };
        self.age_from.is_none_or(|from| oldest >= from) && self.age_to.is_none_or(|to| youngest <= to)
    }

    fn takes_age(&self, born: Date, on: Date) -> bool {
        let age = age(born, on);
        self.age_from.is_none_or(|from| age >= from) && self.age_to.is_none_or(|to| age <= to)
    }

    /// The months at whose end the episode is open and the person of the right age.
    fn open_months(&self, episode: &Episode) -> (Period, Option<Period>) {
        let birthday = |years: i16| Period::of(episode.born).plus(i32::from(years) * 12);
        let opened = Period::of(episode.opened);
        let from = self.age_from.map_or(opened, |years| opened.max(birthday(years)));
        let too_old = self.age_to.map(|years| birthday(years + 1));
        let closed = episode.closed.map(Period::of);
        (from, [too_old, closed].into_iter().flatten().min())
    }
}

/// Age in whole years.
fn age(born: Date, on: Date) -> i16 {
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    on.year() - born.year() - i16::from(!had_birthday)
}

/// The responses that the measure reads, oldest first.
fn readings<'a>(measure: &Measure, subject: &'a Subject) -> Vec<(&'a Submitted, Reading)> {
    let mut read: Vec<_> = subject.responses.iter().filter_map(|response| Some((response, measure.read(response)?))).collect();
    read.sort_by_key(|(response, _)| (response.date, response.id));
    read
}

const fn one(reading: Reading) -> Tally {
    Tally {
        numerator: reading.met as i64,
        denominator: 1,
        recorded: reading.recorded as i64,
        value_sum: reading.value,
        value_squares: reading.value * reading.value,
    }
}

const NOBODY_HEARD: Reading = Reading { recorded: false, met: false, value: 0 };

/// Latest answer within the look-back, month by month, as runs of months that look alike (MHSDS AMH13e to AMH17e).
fn while_open(measure: &Measure, cohort: &Cohort, episode: &Episode, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
    let (open_from, open_to) = cohort.open_months(episode);
    let holds = i32::try_from(measure.look_back_months.max(1)).unwrap_or(1);
    let mut facts = Vec::new();
    let mut at = open_from;
    let mut put = |from: Period, to: Option<Period>, reading: Reading| {
        let to = [to, open_to].into_iter().flatten().min();
        let counts = reading.recorded || measure.missing == Missing::StaysIn;
        if counts && to.is_none_or(|to| to > from) {
            facts.push(Fact { from, to, organisation: episode.organisation, locality: episode.locality, tally: one(reading) });
        }
    };
    for (n, (response, reading)) in read.iter().enumerate() {
        let from = Period::of(response.date).max(at);
        let next = read.get(n + 1).map(|(later, _)| Period::of(later.date));
        let ends = Period::of(response.date).plus(holds);
        let to = next.map_or(ends, |next| ends.min(next));
        if to <= from {
            continue;
        }
        put(at, Some(from), NOBODY_HEARD);
        put(from, Some(to), *reading);
        at = to;
    }
    put(at, None, NOBODY_HEARD);
    facts
}

/// Where people are on the 91st day. Not heard from counts as not at home (ASCOF 2D).
fn after_91_days(measure: &Measure, cohort: &Cohort, rolling: u32, episode: &Episode, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
    let Some(discharged) = episode.discharged.filter(|day| cohort.takes_age(episode.born, *day)) else { return Vec::new() };
    let from = Period::of(discharged.saturating_add(jiff::Span::new().days(91)));
    let reading = read.last().map_or(NOBODY_HEARD, |(_, reading)| *reading);
    if !reading.recorded && measure.missing == Missing::Dropped {
        return Vec::new();
    }
    vec![lasting(from, rolling, (episode.organisation, episode.locality), one(reading))]
}

/// Everyone who answered, in the month of the answer.
fn answered(measure: &Measure, rolling: u32, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
    let counts = |reading: &Reading| reading.recorded || measure.missing == Missing::StaysIn;
    let fact = |(response, reading): &(&Submitted, Reading)| heard(response, rolling, one(*reading));
    read.iter().filter(|(_, reading)| counts(reading)).map(fact).collect()
}

/// Each later answer compared with the first; the numerator counts reliable improvement.
fn changes(measure: &Measure, rolling: u32, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
    let mut scored = read.iter().filter(|(_, reading)| reading.recorded);
    let Some((_, first)) = scored.next() else { return Vec::new() };
    #[expect(clippy::cast_possible_truncation, reason = "a threshold of a few points")]
    let reliable = measure.reliable_change.map(|points| (points * 1000.0).round() as i64);
    scored
        .map(|(response, reading)| {
            let change = reading.value - first.value;
            let met = reliable.is_some_and(|least| change >= least);
            heard(response, rolling, one(Reading { recorded: true, met, value: change }))
        })
        .collect()
}

/// Asked, answered (by the month of asking), and all answers received (by the month of the answer).
fn response_rate(survey: &str, subject: &Subject) -> Vec<Fact> {
    let asked = subject.asked.iter().filter(|asked| asked.survey == survey).map(|asked| {
        let tally = Tally { numerator: i64::from(asked.answered), denominator: 1, ..Tally::default() };
        lasting(Period::of(asked.date), 1, (asked.organisation, asked.locality), tally)
    });
    let received = subject.responses.iter().filter(|response| response.survey == survey);
    asked.chain(received.map(|response| heard(response, 1, Tally { recorded: 1, ..Tally::default() }))).collect()
}

#[cfg(test)]
mod tests;

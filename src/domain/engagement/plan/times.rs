//! When an event is, and from when until when it takes answers.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::{About, Fault, Faults, PlanFields};
use crate::domain::care::alert::TimeOfDay;
use crate::domain::care::dates;

/// Answers are usually taken from so many hours before it begins until so many days after it ends.
const HOURS_BEFORE: i64 = 1;
const DAYS_AFTER: i64 = 14;

/// The most days before it begins and after it ends.
const MOST_DAYS: i64 = 90;

/// Events of so many days ago can still be added, and events of so many days ahead.
const DAYS_AGO: i32 = 31;
const DAYS_AHEAD: i32 = 731;

/// In microseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    pub starts_at: i64,
    pub ends_at: i64,
    pub opens_at: i64,
    pub closes_at: i64,
}

/// From when until when an event with that start and end usually takes answers, in microseconds since 1970.
#[must_use]
pub fn usual(starts_at: i64, ends_at: i64, zone: &TimeZone) -> (i64, i64) {
    let opens = starts_at - HOURS_BEFORE * 3_600_000_000;
    let end = Timestamp::from_microsecond(ends_at).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned(zone.clone());
    // By the calendar: the same time of day, whatever summer time does in between.
    (opens, end.saturating_add(DAYS_AFTER.days()).timestamp().as_microsecond())
}

impl PlanFields {
    pub(super) fn times(&self, about: &About<'_>, faults: &mut Faults) -> Option<Times> {
        let day = faults.take(self.day(about));
        let from = faults.take(TimeOfDay::parse(&self.from).ok_or(Fault::FromWrong));
        let until = faults.take(TimeOfDay::parse(&self.until).ok_or(Fault::UntilWrong));
        let is_early = from.zip(until).is_some_and(|(from, until)| until <= from);
        if is_early {
            faults.0.push(Fault::UntilEarly);
        }
        let span = day.zip(from).zip(until).filter(|_| !is_early).map(|((day, from), until)| {
            let starts_at = faults.take(instant(from.on(day), about.zone, [Fault::FromGap, Fault::FromFold]));
            let ends_at = faults.take(instant(until.on(day), about.zone, [Fault::UntilGap, Fault::UntilFold]));
            starts_at.zip(ends_at)
        });
        let opens = faults.take(moment(&self.opens, &self.opens_time, about, OPENS));
        let closes = faults.take(moment(&self.closes, &self.closes_time, about, CLOSES));
        let (starts_at, ends_at) = span.flatten()?;
        let (usually_opens, usually_closes) = usual(starts_at, ends_at, about.zone);
        let (opens_at, closes_at) = (opens?.unwrap_or(usually_opens), closes?.unwrap_or(usually_closes));
        let most = MOST_DAYS * 86_400_000_000;
        if !(starts_at - most..=ends_at).contains(&opens_at) {
            faults.0.push(Fault::OpensFar);
        }
        if closes_at <= opens_at || !(starts_at..=ends_at + most).contains(&closes_at) {
            faults.0.push(Fault::ClosesFar);
        }
        Some(Times { starts_at, ends_at, opens_at, closes_at })
    }

    fn day(&self, about: &About<'_>) -> Result<Date, Fault> {
        let day = dates::read(&self.day).map_err(|why| match why {
            dates::Fault::Missing => Fault::DayMissing,
            dates::Fault::Wrong => Fault::DayWrong,
        })?;
        let near = about.today.saturating_sub(DAYS_AGO.days())..=about.today.saturating_add(DAYS_AHEAD.days());
        if near.contains(&day) || about.kept == Some(day) { Ok(day) } else { Err(Fault::DayFar) }
    }
}

/// What can be wrong with a day and a time of that day: the day, the time, the time left out, the time that comes twice.
const OPENS: [Fault; 4] = [Fault::OpensWrong, Fault::OpensTimeWrong, Fault::OpensTimeGap, Fault::OpensTimeFold];
const CLOSES: [Fault; 4] = [Fault::ClosesWrong, Fault::ClosesTimeWrong, Fault::ClosesTimeGap, Fault::ClosesTimeFold];

/// A day with a time of day; nothing where neither was typed.
fn moment(day: &str, time: &str, about: &About<'_>, faults: [Fault; 4]) -> Result<Option<i64>, Fault> {
    let [wrong_day, wrong_time, gap, fold] = faults;
    let day = dates::optional(day).map_err(|_| wrong_day)?;
    match (day, time.trim()) {
        (None, "") => Ok(None),
        (None, _) => Err(wrong_day),
        (Some(day), time) => {
            let time = TimeOfDay::parse(time).ok_or(wrong_time)?;
            instant(time.on(day), about.zone, [gap, fold]).map(Some)
        }
    }
}

/// The instant at which clocks on the wall show that, where there is exactly one.
fn instant(shown: DateTime, zone: &TimeZone, [gap, fold]: [Fault; 2]) -> Result<i64, Fault> {
    let found = zone.to_ambiguous_timestamp(shown);
    match found.offset() {
        AmbiguousOffset::Unambiguous { .. } => found.compatible().map(Timestamp::as_microsecond).map_err(|_| gap),
        AmbiguousOffset::Gap { .. } => Err(gap),
        AmbiguousOffset::Fold { .. } => Err(fold),
    }
}

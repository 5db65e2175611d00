//! What one subject adds to one indicator: a pure function, so that what is kept up answer by answer is by
//! construction what a rebuild gives.

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Date;

use super::change::changes;
use super::definition::{Attribution, Cohort, Definition, Every, Kind, When};
use super::measure::{Measure, Missing, Reading, Unlinked, Which};
use super::period::Period;
use super::strata::{Breakdown, Exclusion, Strata, place};
use super::subject::{Episode, Subject, Submitted};
use super::tally::Tally;
use crate::domain::care::age::{Band, years};

/// A subject's part in an indicator over a run of months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// First month it counts in.
    pub from: Period,
    /// First month it no longer counts in; `None` while it goes on.
    pub to: Option<Period>,
    pub strata: Strata,
    /// Why the subject is left out. Such a fact counts among the exclusions and nowhere else.
    pub excluded: Option<Exclusion>,
    pub tally: Tally,
}

impl Fact {
    /// The member of each breakdown that it belongs to.
    pub fn members(&self) -> impl Iterator<Item = (Breakdown, i64)> + use<> {
        let (strata, excluded) = (self.strata, self.excluded);
        let left_out = excluded.map(|why| (Breakdown::Exclusion, place(Exclusion::ALL, Some(why))));
        let counted = Breakdown::OF_EVERYBODY.into_iter().map(move |breakdown| (breakdown, strata.member(breakdown)));
        left_out.into_iter().chain(counted.take(if excluded.is_some() { 0 } else { usize::MAX }))
    }
}

/// What becomes of a subject in some month: counted as a tally, or left out.
type State = Result<Tally, Exclusion>;

/// What every fact of one indicator is made by.
pub(super) struct Rules<'a> {
    pub(super) definition: &'a Definition,
    pub(super) cohort: &'a Cohort,
    pub(super) measure: &'a Measure,
}

/// The facts of one subject for one indicator, in a fixed order. Never one that starts before the definition does.
#[must_use]
pub fn facts(definition: &Definition, subject: &Subject) -> Vec<Fact> {
    let found = match (definition.kind, &definition.measure, &definition.cohort) {
        (Kind::Response, Some(measure), _) => response_rate(&measure.survey, subject),
        (kind, Some(measure), Some(cohort)) if !kind.is_supplied() => Rules { definition, cohort, measure }.counted(subject),
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|fact| starting(definition.effective_from, fact)).collect()
}

/// A fact as far as it lies in the months that a definition counts.
pub(super) fn starting(first: Period, mut fact: Fact) -> Option<Fact> {
    fact.from = fact.from.max(first);
    (!fact.tally.is_zero() && fact.to.is_none_or(|to| to > fact.from)).then_some(fact)
}

/// A fact of somebody who is counted for so many months.
#[must_use]
pub fn lasting(from: Period, months: u32, strata: Strata, tally: Tally) -> Fact {
    let to = Some(from.plus(i32::try_from(months.max(1)).unwrap_or(1)));
    Fact { from, to, strata, excluded: None, tally }
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
        let age = years(born, on);
        self.age_from.is_none_or(|from| age >= from) && self.age_to.is_none_or(|to| age <= to)
    }
}

impl Rules<'_> {
    fn counted(&self, subject: &Subject) -> Vec<Fact> {
        if !self.cohort.takes(subject) {
            return Vec::new();
        }
        let read = self.readings(subject);
        match (self.cohort.when, self.definition.kind, &subject.episode) {
            (When::OpenAtPeriodEnd, _, Some(episode)) => self.while_open(episode, &read),
            (When::ClosedInPeriod, _, Some(episode)) => self.once(episode, episode.closed, &read),
            (When::After91Days, _, Some(episode)) => {
                let day = episode.discharged.map(|day| day.saturating_add(Span::new().days(91)));
                self.once(episode, day, &read)
            }
            (When::ClosedInPeriod | When::After91Days, _, None) => Vec::new(),
            (_, _, None) if self.measure.unlinked == Unlinked::LeftOut => self.not_linked(&read),
            (_, Kind::PairedChange, episode) => changes(self, episode.as_ref(), &read),
            (_, _, episode) => self.answered(episode.as_ref(), &read),
        }
    }

    /// The responses that the measure reads, oldest first.
    fn readings<'a>(&self, subject: &'a Subject) -> Vec<(&'a Submitted, Reading)> {
        let mut read: Vec<_> = subject.responses.iter().filter_map(|response| Some((response, self.measure.read(response)?))).collect();
        read.sort_by_key(|(response, _)| (response.date, response.id));
        read
    }

    /// What becomes of somebody about whom this is known.
    pub(super) fn state(&self, reading: Reading) -> State {
        if reading.excluded {
            Err(Exclusion::DoesNotApply)
        } else if !reading.recorded && self.measure.missing == Missing::Dropped {
            Err(Exclusion::NotRecorded)
        } else {
            Ok(one(reading))
        }
    }

    /// A fact in the month of a day, and in as many more as the definition adds up.
    pub(super) fn fact(&self, day: Date, strata: Strata, state: State) -> Fact {
        let from = Period::of(day);
        let tally = state.unwrap_or(SOMEBODY);
        Fact { excluded: state.err(), ..lasting(from, self.definition.rolling_months, strata, tally) }
    }

    /// Where an answer counts.
    pub(super) fn strata(&self, episode: Option<&Episode>, response: &Submitted) -> Strata {
        let moved = self.definition.attribution == Attribution::ProviderAtPeriodEnd;
        let known = episode.map(|episode| {
            let own = Strata { age: place(Band::ALL, Some(Band::of(years(episode.born, response.date)))), ..episode.strata() };
            if moved { own } else { Strata { organisation: response.organisation, locality: response.locality, ..own } }
        });
        response.strata(known)
    }

    /// Month by month while the episode is open, as runs of months that look alike (MHSDS AMH13e to AMH17e).
    fn while_open(&self, episode: &Episode, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
        let opened = Period::of(episode.opened);
        let closed = episode.closed.map(Period::of);
        let within = |month: &Period| *month > opened && closed.is_none_or(|closed| *month < closed);
        let mut turns: BTreeSet<Period> = self.turns(episode, read).into_iter().filter(within).collect();
        if closed.is_none_or(|closed| closed > opened) {
            turns.insert(opened);
        }
        let turns: Vec<Period> = turns.into_iter().collect();
        let mut facts: Vec<Fact> = Vec::new();
        for (n, from) in turns.iter().enumerate() {
            let (strata, state) = self.standing(episode, read, *from);
            let to = turns.get(n + 1).copied().or(closed);
            let fact = Fact { from: *from, to, strata, excluded: state.err(), tally: state.unwrap_or(SOMEBODY) };
            match facts.last_mut() {
                Some(last) if (last.strata, last.excluded, last.tally) == (fact.strata, fact.excluded, fact.tally) => last.to = to,
                _ => facts.push(fact),
            }
        }
        facts
    }

    /// The months at which what is known of somebody, or where they count, may change.
    fn turns(&self, episode: &Episode, read: &[(&Submitted, Reading)]) -> Vec<Period> {
        let birthday = |age: i16| Period::of(episode.born).plus(i32::from(age) * 12);
        let bands = Band::ALL.iter().map(|band| birthday(band.youngest()));
        let ages = [self.cohort.age_from, self.cohort.age_to.map(|oldest| oldest + 1)].into_iter().flatten().map(birthday);
        let answers = read.iter().flat_map(|(response, _)| [Period::of(response.date), Period::of(response.date).plus(self.holds())]);
        bands.chain(ages).chain(answers).chain([self.long_enough(episode)]).collect()
    }

    /// How many months an answer holds.
    fn holds(&self) -> i32 {
        i32::try_from(self.measure.look_back_months.max(1)).unwrap_or(1)
    }

    /// The first month at whose end the episode has been open for long enough.
    fn long_enough(&self, episode: &Episode) -> Period {
        Period::of(episode.opened.saturating_add(Span::new().days(i64::from(self.cohort.open_days))))
    }

    /// How somebody stands at the end of a month in which their episode is open.
    fn standing(&self, episode: &Episode, read: &[(&Submitted, Reading)], month: Period) -> (Strata, State) {
        let mut held = read.iter().filter(|(response, _)| {
            let given = Period::of(response.date);
            given <= month && month < given.plus(self.holds())
        });
        let heard = if self.measure.which == Which::First { held.next() } else { held.next_back() };
        let age = i16::try_from((month.number() - Period::of(episode.born).number()).div_euclid(12)).unwrap_or(i16::MAX);
        let own = Strata { age: place(Band::ALL, Some(Band::of(age))), ..episode.strata() };
        let strata = heard.map_or(own, |(response, _)| response.strata(Some(own)));
        if self.cohort.age_from.is_some_and(|from| age < from) || self.cohort.age_to.is_some_and(|to| age > to) {
            return (strata, Err(Exclusion::Age));
        }
        if month < self.long_enough(episode) {
            return (strata, Err(Exclusion::NotOpenLongEnough));
        }
        (strata, self.state(heard.map_or(Reading::NOTHING, |(_, reading)| *reading)))
    }

    /// Once, on a day: the last answer counts, or the first. Not heard from counts as not met (ASCOF 2D).
    fn once(&self, episode: &Episode, day: Option<Date>, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
        let Some(day) = day else { return Vec::new() };
        let from_day = episode.discharged.filter(|_| self.cohort.when == When::After91Days).unwrap_or(day);
        let heard = if self.measure.which == Which::First { read.first() } else { read.last() };
        let own = Strata { age: place(Band::ALL, Some(Band::of(years(episode.born, from_day)))), ..episode.strata() };
        let strata = heard.map_or(own, |(response, _)| response.strata(Some(own)));
        let open = episode.opened.saturating_add(Span::new().days(i64::from(self.cohort.open_days)));
        let state = if !self.cohort.takes_age(episode.born, from_day) {
            Err(Exclusion::Age)
        } else if day < open {
            Err(Exclusion::NotOpenLongEnough)
        } else {
            self.state(heard.map_or(Reading::NOTHING, |(_, reading)| *reading))
        };
        vec![self.fact(day, strata, state)]
    }

    /// Everyone who answered, in the month of the answer.
    fn answered(&self, episode: Option<&Episode>, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
        let some = match self.measure.which {
            Which::Usual => read,
            Which::First => read.get(..1).unwrap_or_default(),
            Which::Latest => read.get(read.len().saturating_sub(1)..).unwrap_or_default(),
        };
        let fact = |(response, reading): &(&Submitted, Reading)| {
            let is_aged = episode.is_none_or(|episode| self.cohort.takes_age(episode.born, response.date));
            let state = if is_aged { self.state(*reading) } else { Err(Exclusion::Age) };
            self.fact(response.date, self.strata(episode, response), state)
        };
        some.iter().map(fact).collect()
    }

    fn not_linked(&self, read: &[(&Submitted, Reading)]) -> Vec<Fact> {
        read.iter().map(|(response, _)| self.fact(response.date, response.strata(None), Err(Exclusion::NotLinked))).collect()
    }
}

/// One person, of whom nothing is said but that there is such.
const SOMEBODY: Tally = Tally { numerator: 0, denominator: 1, recorded: 0, value_sum: 0, value_squares: 0 };

/// One person, of whom this is known.
pub(super) const fn one(reading: Reading) -> Tally {
    Tally {
        numerator: reading.met as i64,
        denominator: 1,
        recorded: reading.recorded as i64,
        value_sum: reading.value,
        value_squares: reading.value * reading.value,
    }
}

/// Asked, answered (by the month of asking), and all answers received (by the month of the answer).
fn response_rate(survey: &str, subject: &Subject) -> Vec<Fact> {
    let known = |on: Date| {
        let aged = |episode: &Episode| Strata { age: place(Band::ALL, Some(Band::of(years(episode.born, on)))), ..episode.strata() };
        subject.episode.as_ref().map(aged)
    };
    let asked = subject.asked.iter().filter(|asked| asked.survey == survey).map(|asked| {
        let tally = Tally { numerator: i64::from(asked.answered), denominator: 1, ..Tally::default() };
        lasting(Period::of(asked.date), Every::Month.months().unsigned_abs(), known(asked.date).unwrap_or_default(), tally)
    });
    let received = subject.responses.iter().filter(|response| response.survey == survey);
    let heard = |response: &Submitted| {
        let own = known(response.date).map(|own| Strata { organisation: response.organisation, locality: response.locality, ..own });
        lasting(Period::of(response.date), 1, response.strata(own), Tally { recorded: 1, ..Tally::default() })
    };
    asked.chain(received.map(heard)).collect()
}

#[cfg(test)]
mod tests;

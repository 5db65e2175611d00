//! What becomes of each line of a file, with what is known. The numbers that stand already are not looked at: what is said of a line
//! tells nothing of them.

use std::collections::{BTreeMap, BTreeSet};

use super::ages::Ages;
use super::fault::Fault;
use super::file::{Cells, Column, Line};
use super::line::{self, Key, Status, Value};
use crate::domain::care::channel::codes;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::{Definition, Period};

codes! {
    /// What becomes of a line.
    Outcome {
        /// There is no such value yet.
        Add = "add",
        /// It takes the place of a value that was provisional.
        Replace = "replace",
        /// It takes the place of a value that was final, for a reason.
        Restate = "restate",
        /// It is known already, from the very same file.
        Same = "same",
        /// Something is wrong with it.
        Refuse = "refuse",
    }
}

/// A value that stands, but for its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    /// SHA-256 of the file it came in.
    pub file: Option<String>,
}

/// What has been released: indicators with the months of their figures.
pub type Left = BTreeSet<(String, Period)>;

/// What lines are judged by.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// Every version in force.
    pub definitions: &'a [Definition],
    /// The number of each organisation, by its ODS code.
    pub organisations: BTreeMap<String, i64>,
    pub standing: BTreeMap<Key, Standing>,
    pub left: Left,
    /// The month that is under way.
    pub now: Option<Period>,
    /// SHA-256 of this file.
    pub file: String,
}

/// A line and what becomes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The line of the file.
    pub number: u32,
    pub outcome: Outcome,
    /// The value; nothing where the line is refused.
    pub value: Option<Value>,
    pub faults: Vec<Fault>,
}

impl Judged {
    fn refused(number: u32, faults: Vec<Fault>) -> Self {
        Self { number, outcome: Outcome::Refuse, value: None, faults }
    }
}

/// Judges the lines of a file, in their order.
#[must_use]
pub fn judge(lines: &[Line], known: &Known<'_>) -> Vec<Judged> {
    let mut judge = Judge { known, seen: BTreeSet::new(), bands: bands(known) };
    lines.iter().map(|line| judge.line(line)).collect()
}

/// The version of an indicator that counts a month.
#[must_use]
pub fn version<'a>(definitions: &'a [Definition], indicator: &str, month: Period) -> Option<&'a Definition> {
    let own = definitions.iter().filter(|one| one.key == indicator && one.effective_from <= month);
    own.max_by_key(|one| (one.effective_from, one.version))
}

type Bands = BTreeMap<(String, Period), BTreeSet<Ages>>;

fn bands(known: &Known<'_>) -> Bands {
    let mut bands = Bands::new();
    for (key, ages) in known.standing.keys().filter_map(|key| Some((key, key.ages?))) {
        bands.entry((key.indicator.clone(), key.period)).or_default().insert(ages);
    }
    bands
}

struct Judge<'a> {
    known: &'a Known<'a>,
    seen: BTreeSet<Key>,
    bands: Bands,
}

impl Judge<'_> {
    fn line(&mut self, line: &Line) -> Judged {
        let cells = match &line.cells {
            Ok(cells) => cells,
            Err(fault) => return Judged::refused(line.number, vec![*fault]),
        };
        let value = match self.value(cells) {
            Ok(value) => value,
            Err(faults) => return Judged::refused(line.number, faults),
        };
        match self.outcome(&value) {
            Ok(outcome) => Judged { number: line.number, outcome, value: Some(value), faults: Vec::new() },
            Err(faults) => Judged::refused(line.number, faults),
        }
    }

    /// What the line says, with everything that is wrong in it.
    fn value(&self, cells: &Cells) -> Result<Value, Vec<Fault>> {
        let organisation = self.known.organisations.get(cells.at(Column::Organisation)).copied().ok_or(Fault::OrganisationUnknown);
        let period = Period::parse(cells.at(Column::Period)).ok_or(Fault::PeriodWrong);
        let definition = self.definition(cells.at(Column::Indicator), period.ok());
        let kind = definition.as_ref().map_or(Kind::Rate, |definition| definition.kind);
        let (ages, numbers) = (line::ages(cells, kind), line::numbers(cells, kind));
        let (status, source, reason) = (line::status(cells), line::source(cells), line::reason(cells));
        let mut faults: Vec<Fault> = [definition.as_ref().err(), organisation.as_ref().err()].into_iter().flatten().copied().collect();
        faults.extend(period.err());
        // Which numbers and ages it wants is known with the indicator.
        if definition.is_ok() {
            faults.extend(ages.err());
            faults.extend(numbers.as_ref().err().into_iter().flatten());
        }
        faults.extend([status.err(), source.as_ref().err().copied(), reason.as_ref().err().copied()].into_iter().flatten());
        let indicator = cells.at(Column::Indicator).to_owned();
        match (organisation, period, ages, numbers, status, source, reason) {
            (Ok(organisation), Ok(period), Ok(ages), Ok((numerator, denominator)), Ok(status), Ok(source), Ok(reason))
                if faults.is_empty() =>
            {
                let key = Key { indicator, organisation, period, ages };
                Ok(Value { key, numerator, denominator, status, source, reason })
            }
            _ => Err(faults),
        }
    }

    fn definition(&self, indicator: &str, period: Option<Period>) -> Result<&Definition, Fault> {
        let newest = self.known.definitions.iter().rfind(|one| one.key == indicator).ok_or(Fault::IndicatorUnknown)?;
        let found = match period {
            Some(month) => version(self.known.definitions, indicator, month).ok_or(Fault::PeriodEarly)?,
            None => newest,
        };
        if found.kind.is_supplied() { Ok(found) } else { Err(Fault::IndicatorNotSupplied) }
    }

    /// What becomes of a value, beside the others and with the time that it is.
    fn outcome(&mut self, value: &Value) -> Result<Outcome, Vec<Fault>> {
        let key = &value.key;
        let mut faults = self.times(value);
        if let Some(ages) = key.ages {
            let others = self.bands.entry((key.indicator.clone(), key.period)).or_default();
            if others.iter().any(|other| *other != ages && other.overlap(ages)) {
                faults.push(Fault::StratumOverlaps);
            } else {
                others.insert(ages);
            }
        }
        if !self.seen.insert(key.clone()) {
            faults.push(Fault::Twice);
        }
        let outcome = match self.known.standing.get(key) {
            None => Outcome::Add,
            Some(standing) if standing.file.as_ref() == Some(&self.known.file) => {
                // Nothing moves, so that it does not matter what has been released since.
                faults.retain(|fault| *fault != Fault::PeriodReleased);
                Outcome::Same
            }
            Some(standing) if standing.status == Status::Provisional => Outcome::Replace,
            Some(_) => {
                faults.extend((value.status == Status::Provisional).then_some(Fault::StatusBack));
                faults.extend(value.reason.is_empty().then_some(Fault::ReasonMissing));
                Outcome::Restate
            }
        };
        if faults.is_empty() { Ok(outcome) } else { Err(faults) }
    }

    /// What is wrong with the month.
    fn times(&self, value: &Value) -> Vec<Fault> {
        let (month, mut faults) = (value.key.period, Vec::new());
        if self.known.now.is_some_and(|now| month > now) {
            faults.push(Fault::PeriodFuture);
        } else if self.known.now == Some(month) && value.status == Status::Final {
            faults.push(Fault::PeriodUnderWay);
        }
        if let Some(definition) = version(self.known.definitions, &value.key.indicator, month) {
            let added_up = i32::try_from(definition.rolling_months).unwrap_or(i32::MAX).max(1);
            if added_up < definition.every.months() && !definition.is_due(month) {
                faults.push(Fault::PeriodWithin);
            }
            let is_in = |figure: &Period| month <= *figure && *figure < month.plus(added_up);
            let own = self.known.left.iter().filter(|(indicator, _)| *indicator == value.key.indicator);
            faults.extend(own.map(|(_, figure)| figure).any(is_in).then_some(Fault::PeriodReleased));
        }
        faults
    }
}

#[cfg(test)]
mod tests;

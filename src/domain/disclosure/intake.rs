//! How tables come into a system: row by row as figures, with totals made of them, and counts as shares of a whole. Refuses to
//! tell whoever hands them in what they come to.

use super::system::{CountId, FigureId, Refused, Scale, System};
use super::table::Unreleased;
use crate::domain::indicator::tally::{Measure, Tally};

/// How the rows of a table are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading {
    /// The scale of a mean; a proportion where there is none.
    pub scale: Option<Scale>,
    /// Where people of whom nothing is recorded are left out: the least share recorded, in per cent, with which there is a figure.
    pub least_recorded: Option<u8>,
    /// A rate or a ratio, where it is one.
    pub events: Option<Measure>,
}

impl Reading {
    /// What the figures are.
    #[must_use]
    pub const fn measure(self) -> Measure {
        match (self.scale, self.events) {
            (Some(_), _) => Measure::Mean,
            (None, Some(measure)) => measure,
            (None, None) => Measure::Proportion,
        }
    }

    /// The tally that is read, and whether there is a figure at all.
    pub(super) fn of(self, tally: Tally) -> (Tally, bool) {
        let Some(least) = self.least_recorded else { return (tally, true) };
        let is_enough = tally.recorded.saturating_mul(100) >= tally.denominator.saturating_mul(i64::from(least));
        (Tally { denominator: tally.recorded, ..tally }, is_enough)
    }
}

impl<K: Clone> System<K> {
    /// The figures of a table, in its order.
    pub fn table(&mut self, rows: Unreleased<K>, reading: Reading) -> Vec<(K, FigureId)> {
        let mut figures = Vec::new();
        for (key, tally) in rows.rows {
            let (tally, is_enough) = reading.of(tally);
            let figure = self.figure(key.clone(), tally, reading);
            if !is_enough {
                self.apart(figure);
            }
            figures.push((key, figure));
        }
        figures
    }

    /// A figure that is the total of others, which are all read in the same way. Fails if there are none.
    pub fn total(&mut self, key: K, parts: &[FigureId], reading: Reading) -> Result<FigureId, Refused<K>> {
        let tally = parts.iter().filter_map(|part| self.figures.get(part.0)).map(|figure| figure.tally).sum();
        let total = self.figure(key, tally, reading);
        self.adds_up(total, parts)?;
        Ok(total)
    }

    fn figure(&mut self, key: K, tally: Tally, reading: Reading) -> FigureId {
        match (reading.scale, reading.events) {
            (Some(scale), _) => self.mean(key, tally, scale),
            (None, Some(measure)) => self.events(key, tally, measure),
            (None, None) => self.proportion(key, tally),
        }
    }

    /// How many there are in each row, as shares of them all: of those in the rows and of those counted in `others`, a figure of
    /// other people that leaves with this one.
    pub fn shares(&mut self, rows: Unreleased<K>, others: Option<FigureId>) -> Result<Vec<(K, FigureId)>, Refused<K>> {
        let beside = others.and_then(|figure| self.figures.get(figure.0)).map_or(0, |figure| figure.tally.denominator);
        let all = rows.rows.iter().map(|(_, tally)| tally.denominator).sum::<i64>() + beside;
        let share = |tally: Tally| Tally { numerator: tally.denominator, denominator: all, recorded: all, ..Tally::default() };
        let mut figures: Vec<(K, FigureId)> = Vec::new();
        for (key, tally) in rows.rows {
            let figure = self.proportion(key.clone(), share(tally));
            figures.push((key, figure));
        }
        let counts: Vec<Vec<CountId>> = figures.iter().map(|(_, figure)| self.counts_of(*figure)).collect();
        let column = |at: usize| counts.iter().filter_map(|of| of.get(at).copied()).collect::<Vec<_>>();
        let (mut parts, wholes) = (column(0), column(2));
        let Some((whole, same)) = wholes.split_first() else { return Ok(figures) };
        parts.extend(others.map(|figure| self.people_of(figure)));
        self.sum(*whole, &parts)?;
        same.iter().try_for_each(|other| self.sum(*whole, &[*other]))?;
        Ok(figures)
    }

    /// How many a figure is about.
    fn people_of(&self, figure: FigureId) -> CountId {
        let counts = self.counts_of(figure);
        // Of a proportion all of them come third, of a mean and of a count they come first.
        counts.get(2).or_else(|| counts.first()).copied().unwrap_or(CountId(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{MHSDS, cell};
    use super::super::{Limits, Released};
    use super::*;

    fn table(rows: &[(&'static str, Tally)]) -> Unreleased<&'static str> {
        Unreleased::new(rows.to_vec())
    }

    #[test]
    fn a_total_is_made_of_its_parts_and_guarded_with_them() {
        let mut system = System::new(*MHSDS);
        let parts = system.table(table(&[("north", cell(20, 40)), ("south", cell(2, 30)), ("west", cell(30, 60))]), Reading::default());
        let ids: Vec<FigureId> = parts.iter().map(|(_, figure)| *figure).collect();
        let total = system.total("county", &ids, Reading::default()).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        let shown: Vec<bool> = ids.iter().map(|figure| guarded.released(*figure).figure().is_some()).collect();
        // The rounding of the others leaves the south anything from nought to six who meet the outcome.
        assert_eq!((shown, guarded.released(total).value()), (vec![true, false, true], Some(38.0)));
    }

    #[test]
    fn shares_are_of_those_in_the_rows_and_of_the_others() {
        let mut system = System::new(*MHSDS);
        let counted = system.proportion("counted", cell(30, 60));
        let rows = table(&[("too young", cell(0, 20)), ("not recorded", cell(0, 40))]);
        let shares = system.shares(rows, Some(counted)).unwrap();
        let guarded = system.guard(Limits::default()).unwrap();
        let values: Vec<Option<f64>> = shares.iter().map(|(_, figure)| guarded.released(*figure).value()).collect();
        assert_eq!(values, [Some(17.0), Some(33.0)]);
    }

    #[test]
    fn a_figure_with_too_few_on_record_is_none() {
        let mut system = System::new(*MHSDS);
        let half = Tally { numerator: 20, denominator: 100, recorded: 50, ..Tally::default() };
        let enough = Tally { numerator: 20, denominator: 100, recorded: 80, ..Tally::default() };
        let reading = Reading { least_recorded: Some(60), ..Reading::default() };
        let rows = system.table(table(&[("half", half), ("enough", enough)]), reading);
        let guarded = system.guard(Limits::default()).unwrap();
        let values: Vec<Option<f64>> = rows.iter().map(|(_, figure)| guarded.released(*figure)).map(|one: Released| one.value()).collect();
        assert_eq!(values, [None, Some(25.0)]);
    }
}

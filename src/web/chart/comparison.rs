//! Organisations compared: a mark with its interval for each, in the order they come, against a benchmark. Refuses to judge which is
//! better, and to rank.

use super::file::{Caption, Chart};
use super::key::{self, Sample, whisker};
use super::ladder::Ladder;
use super::plot::{Axis, both, drawable, rank};
use super::scale::{Bounds, Scale};
use super::shape::Shape;
use super::sheet::{Anchor, Sheet};
use super::text;

/// How a value stands to the benchmark, as its interval says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Better,
    Worse,
    /// The interval holds the benchmark.
    Similar,
    /// Different, of a measure that has no better side.
    Different,
    /// Not compared.
    Unjudged,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub name: String,
    /// The value. None where it is withheld.
    pub value: Option<f64>,
    /// Its interval, lower and upper.
    pub limits: Option<(f64, f64)>,
    pub verdict: Verdict,
    /// Whether it is the reader's own, or the one that was chosen.
    pub selected: bool,
}

/// The words of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct ComparisonWords<'a> {
    /// What is compared with.
    pub benchmark: &'a str,
    pub interval: &'a str,
    pub better: &'a str,
    pub worse: &'a str,
    pub similar: &'a str,
    pub different: &'a str,
    pub unjudged: &'a str,
    /// Why a figure is missing.
    pub withheld: &'a str,
}

/// A comparison. An order of the rows by value would say where a withheld one lies: those come last, or all come by name.
#[derive(Clone, Copy)]
pub struct Comparison<'a> {
    pub caption: Caption<'a>,
    pub rows: &'a [Compared],
    pub benchmark: Option<f64>,
    pub better: super::Better,
    pub bounds: Bounds,
    pub words: ComparisonWords<'a>,
    /// Writes a value with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
}

impl Compared {
    fn shown(&self) -> Option<(f64, Option<(f64, f64)>)> {
        self.value.and_then(drawable).map(|value| (value, self.limits.and_then(both)))
    }
}

impl Chart for Comparison<'_> {
    fn caption(&self) -> Caption<'_> {
        self.caption
    }

    fn draw(&self, sheet: &mut Sheet) -> bool {
        if self.rows.is_empty() {
            return false;
        }
        let benchmark = self.benchmark.and_then(drawable);
        let shown = || self.rows.iter().filter_map(Compared::shown);
        let limits = shown().filter_map(|(_, limits)| limits).flat_map(|(lower, upper)| [lower, upper]);
        let values = shown().map(|(value, _)| value).chain(limits).chain(benchmark);
        let axis = Axis::new(values, self.bounds, if sheet.is_wide() { 6 } else { 4 }, self.number);
        let figures = shown().map(|(value, _)| sheet.bold(&(self.number)(value))).fold(0.0, f64::max);
        // Figures too wide for a column of their own follow the names.
        let column = figures <= 0.3 * sheet.right();
        let names: Vec<String> = self.rows.iter().map(|row| self.name(row, column)).collect();
        let named = benchmark.map(|value| format!("{} {}", self.words.benchmark, (self.number)(value))).unwrap_or_default();
        let lines = text::wrapped(&named, 1.1 * sheet.text(), sheet.right()).len();
        let top = if benchmark.is_some() { (0.35 + 1.25 * rank(lines)) * sheet.text() } else { 4.0 };
        let mut ladder = Ladder::new(sheet, names.iter().map(String::as_str), if column { figures } else { 0.0 }, top);
        let mut layer = sheet.layer();
        let scale = axis.onto(ladder.plot.left, ladder.plot.right);
        for (row, name) in self.rows.iter().zip(&names) {
            let y = ladder.row(&mut layer, name, row.selected);
            self.row(&mut layer, (&ladder, &scale, y), (row, column));
        }
        ladder.plot.upright(sheet, &axis);
        if let Some(value) = benchmark {
            let x = scale.at(value);
            sheet.stroke("chart-target", &[(x, top), (x, ladder.plot.bottom)]);
            sheet.centred("chart-value", (x, 0.8 * sheet.text()), sheet.right(), &named);
        }
        sheet.lay(&layer);
        key::draw(sheet, &self.entries(), ladder.plot.bottom + 2.2 * sheet.text());
        true
    }
}

impl Comparison<'_> {
    /// The name of a row, and its figure where that has no column.
    fn name(&self, row: &Compared, column: bool) -> String {
        let figure = row.shown().filter(|_| !column).map(|(value, _)| format!(": {}", (self.number)(value)));
        format!("{}{}", row.name, figure.unwrap_or_default())
    }

    fn row(&self, sheet: &mut Sheet, (ladder, scale, y): (&Ladder, &Scale, f64), (row, column): (&Compared, bool)) {
        let Some((value, limits)) = row.shown() else {
            sheet.mark((Shape::Cross, "chart-withheld"), (sheet.right() - 6.0, y), 4.0);
            return;
        };
        ladder.rail(sheet, y);
        if let Some((lower, upper)) = limits {
            whisker(sheet, (scale.at(lower), scale.at(upper)), y);
        }
        sheet.mark(self.look(row.verdict), (scale.at(value), y), 5.5);
        if column {
            let class = if row.selected { "chart-value" } else { "chart-figure" };
            sheet.words(class, (sheet.right(), y), Anchor::End, &(self.number)(value));
        }
    }

    const fn look(&self, verdict: Verdict) -> (Shape, &'static str) {
        match (verdict, self.better) {
            (Verdict::Better, super::Better::Higher) => (Shape::Up, "chart-better"),
            (Verdict::Better, super::Better::Lower) => (Shape::Down, "chart-better"),
            (Verdict::Worse, _) => (Shape::Square, "chart-worse"),
            (Verdict::Similar, _) => (Shape::Disc, "chart-common"),
            (Verdict::Different, _) => (Shape::Diamond, "chart-notable"),
            (Verdict::Unjudged, _) => (Shape::Disc, "chart-common chart-hollow"),
        }
    }

    fn entries(&self) -> Vec<(Sample, &str)> {
        let mut entries = Vec::new();
        if self.rows.iter().any(|row| row.shown().is_some_and(|(_, limits)| limits.is_some())) {
            entries.push((Sample::Whisker, self.words.interval));
        }
        let verdicts = [
            (Verdict::Better, self.words.better),
            (Verdict::Similar, self.words.similar),
            (Verdict::Worse, self.words.worse),
            (Verdict::Different, self.words.different),
            (Verdict::Unjudged, self.words.unjudged),
        ];
        for (verdict, words) in verdicts {
            if self.rows.iter().any(|row| row.shown().is_some() && row.verdict == verdict) {
                let (shape, class) = self.look(verdict);
                entries.push((Sample::Mark(shape, class), words));
            }
        }
        if self.rows.iter().any(|row| row.shown().is_none()) {
            entries.push((Sample::Mark(Shape::Cross, "chart-withheld"), self.words.withheld));
        }
        entries
    }
}

//! The marks of a chart over time: limits in steps, the line with its gaps, the points in the shapes of what was said of them.
//! Refuses to lay out axes or words.

use super::control::{Better, Control, Reading, Signal, Split};
use super::letters::letter;
use super::plot::{Plot, drawable, rank};
use super::scale::Scale;
use super::shape::Shape;
use super::sheet::{Anchor, Sheet};

/// Where a chart over time is drawn.
pub(super) struct Field<'a> {
    pub(super) chart: &'a Control<'a>,
    pub(super) plot: Plot,
    pub(super) y: Scale,
}

/// How a point looks.
pub(super) const fn look(signal: Signal, better: Better) -> (Shape, &'static str) {
    match (signal, better) {
        (Signal::Common, _) => (Shape::Disc, "chart-common"),
        (Signal::Improvement, Better::Higher) => (Shape::Up, "chart-better"),
        (Signal::Improvement, Better::Lower) => (Shape::Down, "chart-better"),
        (Signal::Concern, _) => (Shape::Square, "chart-worse"),
        (Signal::Notable, _) => (Shape::Diamond, "chart-notable"),
    }
}

/// The splits that lie between two points, each with its letter.
pub(super) fn splits<'a>(chart: &'a Control<'_>) -> impl Iterator<Item = (String, &'a Split)> {
    chart
        .splits
        .iter()
        .filter(|split| split.at > 0 && split.at < chart.readings.len())
        .enumerate()
        .map(|(rank, split)| (letter(rank), split))
}

impl Field<'_> {
    pub(super) fn draw(&self, sheet: &mut Sheet) {
        for (letter, split) in splits(self.chart) {
            let x = self.edge(split.at);
            sheet.stroke("chart-split", &[(x, self.plot.top), (x, self.plot.bottom)]);
            sheet.words("chart-value", (x, self.plot.top - 0.7 * sheet.text()), Anchor::Middle, &letter);
        }
        for (from, to) in self.stretches() {
            self.steps(sheet, "chart-edge", (from, to), |reading| reading.between().map(|(lower, _)| lower));
            self.steps(sheet, "chart-edge", (from, to), |reading| reading.between().map(|(_, upper)| upper));
            self.steps(sheet, "chart-centre", (from, to), Reading::middle);
        }
        if let Some(target) = self.chart.target.and_then(drawable) {
            let y = self.y.at(self.chart.possible(target));
            sheet.stroke("chart-target", &[(self.plot.left, y), (self.plot.right, y)]);
        }
        self.line(sheet, false);
        self.line(sheet, true);
        // What stands out is drawn last, so that nothing lies over it.
        for common in [true, false] {
            self.points(sheet, common);
        }
    }

    fn step(&self) -> f64 {
        (self.plot.right - self.plot.left) / rank(self.chart.readings.len())
    }

    /// Between the point before and this one.
    fn edge(&self, place: usize) -> f64 {
        self.plot.left + rank(place) * self.step()
    }

    fn x(&self, place: usize) -> f64 {
        self.edge(place) + self.step() / 2.0
    }

    /// From split to split: the first rank of each stretch, and the first after it.
    fn stretches(&self) -> Vec<(usize, usize)> {
        let mut edges: Vec<usize> = splits(self.chart).map(|(_, split)| split.at).chain([0, self.chart.readings.len()]).collect();
        edges.sort_unstable();
        edges.dedup();
        edges.iter().copied().zip(edges.iter().copied().skip(1)).collect()
    }

    /// A line that holds from halfway before each point to halfway after it. Over withheld points it runs on only where it is level.
    fn steps(&self, sheet: &mut Sheet, class: &str, (from, to): (usize, usize), of: fn(&Reading) -> Option<f64>) {
        let mut line: Vec<(f64, f64)> = Vec::new();
        let mut last: Option<(usize, f64)> = None;
        for (place, reading) in self.chart.readings.iter().enumerate().take(to).skip(from) {
            let Some(value) = of(reading) else { continue };
            let y = self.y.at(self.chart.possible(value));
            let level = last.is_some_and(|(_, before)| (before - y).abs() < 0.01);
            let next = last.is_some_and(|(before, _)| before + 1 == place);
            if !level && !next {
                sheet.stroke(class, &line);
                line.clear();
            }
            if !level {
                line.push((self.edge(place), y));
            }
            // A level line is one stroke, so that its dashes are even.
            if level {
                line.pop();
            }
            line.push((self.edge(place + 1), y));
            last = Some((place, y));
        }
        sheet.stroke(class, &line);
    }

    /// The stretches between neighbouring values: those between settled values, or those that touch a provisional one.
    fn line(&self, sheet: &mut Sheet, provisional: bool) {
        let class = if provisional { "chart-trace chart-dashed" } else { "chart-trace" };
        let mut line: Vec<(f64, f64)> = Vec::new();
        for (place, pair) in self.chart.readings.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            let shown = before.shown().zip(after.shown());
            let Some((start, end)) = shown.filter(|_| (before.provisional || after.provisional) == provisional) else {
                sheet.stroke(class, &line);
                line.clear();
                continue;
            };
            if line.is_empty() {
                line.push((self.x(place), self.y.at(start)));
            }
            line.push((self.x(place + 1), self.y.at(end)));
        }
        sheet.stroke(class, &line);
    }

    fn points(&self, sheet: &mut Sheet, common: bool) {
        let radius = (0.42 * self.step()).clamp(2.0, 4.5);
        for (place, reading) in self.chart.readings.iter().enumerate() {
            let Some(value) = reading.shown() else {
                if common {
                    sheet.mark((Shape::Cross, "chart-withheld"), (self.x(place), self.plot.bottom - 10.0), radius.max(3.0));
                }
                continue;
            };
            if (reading.signal == Signal::Common) != common {
                continue;
            }
            let (shape, class) = look(reading.signal, self.chart.better);
            let class = if reading.provisional { format!("{class} chart-hollow") } else { class.to_owned() };
            sheet.mark((shape, &class), (self.x(place), self.y.at(value)), if common { radius } else { radius.max(3.6) });
        }
    }
}

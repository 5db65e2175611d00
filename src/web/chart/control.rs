//! A chart over time with the limits that the figures themselves set: `XmR`, P or run chart. The points come judged; this room
//! refuses to compute a limit or to judge. What a withheld point would have is never read, and a line of limits runs on over it
//! only where the shown points on both sides have the same.

use super::file::{Caption, Chart};
use super::key::Sample;
use super::place::apart;
use super::plot::{Axis, Plot, both, drawable, rank};
use super::scale::{Bounds, thinned};
use super::shape::Shape;
use super::sheet::{Anchor, Sheet};
use super::{control_marks as marks, key};

/// What the rules for special causes say of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// No special cause.
    Common,
    Improvement,
    Concern,
    /// A special cause of a measure that has no better side.
    Notable,
}

/// Which way is better. The triangles of an improvement point there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    Higher,
    Lower,
}

/// One point in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The period, as the axis names it.
    pub label: String,
    /// The value. None where it is withheld; nothing else of the point is then drawn.
    pub value: Option<f64>,
    pub signal: Signal,
    /// The mean or median that holds here. Like the limits it must come from released values: one that was worked out with a
    /// withheld value would give that value away.
    pub centre: Option<f64>,
    /// The limits that hold here, lower and upper.
    pub limits: Option<(f64, f64)>,
    /// Whether the figure may still change.
    pub provisional: bool,
}

/// Where mean and limits begin anew.
#[derive(Debug, Clone, PartialEq)]
pub struct Split {
    /// The rank of the first point that belongs to the new stretch.
    pub at: usize,
    /// Why, with its date.
    pub label: String,
}

/// The words of a chart over time.
#[derive(Debug, Clone, Copy)]
pub struct ControlWords<'a> {
    /// What the line in the middle is: mean or median.
    pub centre: &'a str,
    pub upper: &'a str,
    pub lower: &'a str,
    pub target: &'a str,
    pub improvement: &'a str,
    pub concern: &'a str,
    pub notable: &'a str,
    /// That a figure may still change.
    pub provisional: &'a str,
    /// Why a figure is missing.
    pub withheld: &'a str,
}

/// A chart over time, the oldest reading first.
#[derive(Clone, Copy)]
pub struct Control<'a> {
    pub caption: Caption<'a>,
    pub readings: &'a [Reading],
    pub splits: &'a [Split],
    pub target: Option<f64>,
    pub better: Better,
    /// The values the measure can take.
    pub bounds: Bounds,
    pub words: ControlWords<'a>,
    /// Writes a value with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
}

impl Reading {
    pub(super) fn shown(&self) -> Option<f64> {
        self.value.and_then(drawable)
    }

    /// The line in the middle, of a point that is shown.
    pub(super) fn middle(&self) -> Option<f64> {
        self.shown().and(self.centre.and_then(drawable))
    }

    /// The limits of a point that is shown.
    pub(super) fn between(&self) -> Option<(f64, f64)> {
        self.shown().and(self.limits.and_then(both))
    }
}

/// A line across the plot.
struct Line<'a> {
    words: &'a str,
    value: f64,
    class: &'static str,
}

/// What stands to the right of the plot: the names of lines, or their values alone, and the latest value; or nothing, when figures
/// are too wide for it and the key has them.
#[derive(Clone, Copy)]
struct Edge {
    names: bool,
    figures: bool,
    room: f64,
}

impl Chart for Control<'_> {
    fn caption(&self) -> Caption<'_> {
        self.caption
    }

    fn draw(&self, sheet: &mut Sheet) -> bool {
        if self.readings.is_empty() {
            return false;
        }
        let (plot, axis) = self.layout(sheet);
        let y = plot.grid(sheet, &axis);
        let periods = self.periods(sheet, &plot);
        let field = marks::Field { chart: self, plot, y };
        field.draw(sheet);
        self.at_edge(sheet, &field);
        key::draw(sheet, &self.entries(sheet), periods + 1.3 * sheet.text());
        true
    }
}

impl Control<'_> {
    /// What the right edge has room for.
    fn edge(&self, sheet: &Sheet) -> Edge {
        let latest = self.latest().map_or(0.0, |value| sheet.bold(&(self.number)(value)));
        let widest = |words: &dyn Fn(&Line<'_>) -> String| self.lines().iter().map(|line| sheet.wide(&words(line))).fold(latest, f64::max);
        let (full, brief) = (widest(&|line| self.named(line)), widest(&|line| self.figure(line)));
        match () {
            () if sheet.is_wide() && full <= 0.28 * sheet.right() => Edge { names: true, figures: true, room: full },
            () if brief <= 0.25 * sheet.right() => Edge { names: false, figures: true, room: brief },
            () => Edge { names: false, figures: false, room: 0.0 },
        }
    }

    /// A line's words and value.
    fn named(&self, line: &Line<'_>) -> String {
        format!("{} {}", line.words, self.figure(line))
    }

    fn figure(&self, line: &Line<'_>) -> String {
        (self.number)(self.possible(line.value))
    }

    fn layout(&self, sheet: &Sheet) -> (Plot, Axis) {
        let shown = self.readings.iter().filter_map(Reading::shown);
        let lines = self.readings.iter().filter_map(Reading::middle);
        let limits = self.readings.iter().filter_map(Reading::between).flat_map(|(lower, upper)| [lower, upper]);
        let lines = lines.chain(limits).chain(self.target.and_then(drawable)).map(|value| self.possible(value));
        let values = shown.chain(lines);
        let axis = Axis::new(values, self.bounds, if sheet.is_wide() { 6 } else { 4 }, self.number);
        let room = self.edge(sheet).room;
        let (left, inset) = axis.left(sheet);
        let top = if self.splits.is_empty() { 1.4 * sheet.text() } else { 2.4 * sheet.text() };
        let bottom = top + if sheet.is_wide() { 300.0 } else { 220.0 };
        let withheld = self.readings.iter().any(|reading| reading.shown().is_none());
        let plot = Plot {
            left,
            right: sheet.right() - if room > 0.0 { room + 16.0 } else { 4.0 },
            top,
            bottom,
            floor: if withheld { bottom - 20.0 } else { bottom },
            inset,
        };
        (plot, axis)
    }

    /// A limit outside what is possible is drawn, and written, at the edge of it.
    pub(super) fn possible(&self, value: f64) -> f64 {
        self.bounds.clamp(value)
    }

    /// The value of the last reading, which is written at the right edge. None where it is withheld.
    fn latest(&self) -> Option<f64> {
        self.readings.last().and_then(Reading::shown)
    }

    /// The lines that there are, with the values they have last.
    fn lines(&self) -> Vec<Line<'_>> {
        let shown = || self.readings.iter().rev();
        let limits = shown().find_map(Reading::between);
        let lines = [
            (self.words.upper, limits.map(|(_, upper)| upper), "chart-edge"),
            (self.words.centre, shown().find_map(Reading::middle), "chart-centre"),
            (self.words.lower, limits.map(|(lower, _)| lower), "chart-edge"),
            (self.words.target, self.target.and_then(drawable), "chart-target"),
        ];
        lines.into_iter().filter_map(|(words, value, class)| value.map(|value| Line { words, value, class })).collect()
    }

    /// As many names of periods as there is room for. Answers how far down they reach.
    fn periods(&self, sheet: &mut Sheet, plot: &Plot) -> f64 {
        let most = 0.5 * sheet.right();
        let widest = self.readings.iter().map(|reading| sheet.wide(&reading.label)).fold(0.0, f64::max).min(most);
        let step = (plot.right - plot.left) / rank(self.readings.len());
        let first = plot.bottom + 1.1 * sheet.text();
        let mut lowest = first;
        for place in thinned(self.readings.len(), widest + sheet.text(), step * rank(self.readings.len() - 1)) {
            let Some(reading) = self.readings.get(place) else { continue };
            let x = plot.left + (rank(place) + 0.5) * step;
            sheet.stroke("chart-axis", &[(x, plot.bottom), (x, plot.bottom + 4.0)]);
            lowest = sheet.centred("chart-tick", (x, first), most, &reading.label).max(lowest);
        }
        lowest
    }

    /// Names the lines at the right edge, and writes the latest value there.
    fn at_edge(&self, sheet: &mut Sheet, field: &marks::Field<'_>) {
        let edge = self.edge(sheet);
        if !edge.figures {
            return;
        }
        let words = |line: &Line<'_>| if edge.names { self.named(line) } else { self.figure(line) };
        let mut all: Vec<(f64, String, &str)> =
            self.lines().iter().map(|line| (field.y.at(self.possible(line.value)), words(line), "chart-tick")).collect();
        all.extend(self.latest().map(|value| (field.y.at(value), (self.number)(value), "chart-value")));
        let wishes: Vec<f64> = all.iter().map(|(y, ..)| *y).collect();
        let (right, top, bottom) = (field.plot.right, field.plot.top, field.plot.bottom);
        for ((from, words, class), y) in all.iter().zip(apart(&wishes, 1.2 * sheet.text(), (top, bottom))) {
            if (from - y).abs() > 3.0 {
                sheet.stroke("chart-leader", &[(right + 1.0, *from), (right + 10.0, y)]);
            }
            sheet.words(class, (right + 12.0, y), Anchor::Start, words);
        }
    }

    fn entries(&self, sheet: &Sheet) -> Vec<(Sample, String)> {
        let has = |test: &dyn Fn(&Reading) -> bool| self.readings.iter().any(test);
        let mut entries = Vec::new();
        let edge = self.edge(sheet);
        if !edge.names {
            let words = |line: &Line<'_>| if edge.figures { line.words.to_owned() } else { self.named(line) };
            entries.extend(self.lines().iter().map(|line| (Sample::Line(line.class), words(line))));
        }
        let signals =
            [(Signal::Improvement, self.words.improvement), (Signal::Concern, self.words.concern), (Signal::Notable, self.words.notable)];
        for (signal, words) in signals {
            let (shape, class) = marks::look(signal, self.better);
            if has(&|reading| reading.shown().is_some() && reading.signal == signal) {
                entries.push((Sample::Mark(shape, class), words.to_owned()));
            }
        }
        if has(&|reading| reading.shown().is_some() && reading.provisional) {
            entries.push((Sample::Mark(Shape::Disc, "chart-common chart-hollow"), self.words.provisional.to_owned()));
        }
        if has(&|reading| reading.shown().is_none()) {
            entries.push((Sample::Mark(Shape::Cross, "chart-withheld"), self.words.withheld.to_owned()));
        }
        entries.extend(marks::splits(self).map(|(letter, split)| (Sample::Letter(letter), split.label.clone())));
        entries
    }
}

//! A funnel: organisations by size, with the limits within which chance alone would leave them. Marks have one size whatever the
//! organisation's. Withheld organisations leave no trace but the key's word, and the axis ends where the largest shown one is, so
//! that the curves say nothing of a size that is not shown.

use super::file::{Caption, Chart};
use super::funnel_marks::{self as marks, Field};
use super::key::{self, Sample};
use super::plot::{Axis, Plot, both, drawable};
use super::scale::Bounds;
use super::shape::Shape;
use super::sheet::Sheet;

/// Where an organisation lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Within the inner limits: chance explains it.
    Within,
    /// Between the inner and the outer limits.
    Between,
    /// Beyond the outer limits.
    Beyond,
}

/// One organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Its letter in the table beside the chart.
    pub letter: String,
    /// Its name, written when it is the selected one.
    pub name: String,
    /// Its size: the denominator.
    pub size: f64,
    /// The value. None where it is withheld; then its size is not read either.
    pub value: Option<f64>,
    pub zone: Zone,
    /// Whether it is the reader's own, or the one that was chosen.
    pub selected: bool,
}

/// The limits at one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rung {
    pub size: f64,
    /// 95% limits, lower and upper.
    pub inner: (f64, f64),
    /// 99.8% limits, lower and upper.
    pub outer: (f64, f64),
}

/// The words of a funnel.
#[derive(Debug, Clone, Copy)]
pub struct FunnelWords<'a> {
    /// What the horizontal axis counts.
    pub size: &'a str,
    pub average: &'a str,
    pub inner: &'a str,
    pub outer: &'a str,
    pub within: &'a str,
    pub between: &'a str,
    pub beyond: &'a str,
    pub selected: &'a str,
    /// Why organisations are missing.
    pub withheld: &'a str,
}

/// A funnel. The rungs come in order of size, close together where sizes are small, because curves are drawn from rung to rung.
/// Letters given by value or size would say where a withheld place lies: they go by name.
#[derive(Clone, Copy)]
pub struct Funnel<'a> {
    pub caption: Caption<'a>,
    pub places: &'a [Place],
    pub average: f64,
    pub rungs: &'a [Rung],
    pub bounds: Bounds,
    pub words: FunnelWords<'a>,
    /// Writes a value with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
    /// Writes a size, in the reader's language.
    pub count: &'a dyn Fn(f64) -> String,
}

impl Place {
    /// Size and value of a place that is shown.
    pub(super) fn shown(&self) -> Option<(f64, f64)> {
        let value = self.value.and_then(drawable)?;
        drawable(self.size).filter(|size| *size >= 0.0).map(|size| (size, value))
    }
}

impl Chart for Funnel<'_> {
    fn caption(&self) -> Caption<'_> {
        self.caption
    }

    fn draw(&self, sheet: &mut Sheet) -> bool {
        if self.places.is_empty() {
            return false;
        }
        let across = self.sizes(sheet);
        let up = self.values(sheet, &across);
        let right = sheet.right() - if sheet.is_wide() { 24.0 } else { 12.0 };
        let bottom = if sheet.is_wide() { 380.0 } else { 280.0 };
        let (left, inset) = up.left(sheet);
        let plot = Plot { left, right, top: 1.4 * sheet.text(), bottom, floor: bottom, inset };
        let x = plot.upright(sheet, &across);
        let y = plot.grid(sheet, &up);
        Field { chart: self, plot, x, y }.draw(sheet, (across.high, up.low, up.high));
        let middle = (f64::midpoint(plot.left, plot.right), plot.bottom + 2.5 * sheet.text());
        let lowest = sheet.centred("chart-tick", middle, sheet.right(), self.words.size);
        key::draw(sheet, &self.entries(), lowest + 1.1 * sheet.text());
        true
    }
}

impl Funnel<'_> {
    /// From nought to the largest that is shown.
    fn sizes(&self, sheet: &Sheet) -> Axis {
        let largest = self.places.iter().filter_map(Place::shown).map(|(size, _)| size).fold(0.0, f64::max);
        let bounds = Bounds { lowest: Some(0.0), highest: None };
        if largest > 0.0 {
            return Axis::new([0.0, 1.05 * largest].into_iter(), bounds, if sheet.is_wide() { 6 } else { 3 }, self.count);
        }
        Axis { low: 0.0, high: 1.0, ticks: Vec::new() }
    }

    /// Around the places that are shown, the average, and the limits from the size of the smallest shown place on: below that they
    /// run off the plot.
    fn values(&self, sheet: &Sheet, across: &Axis) -> Axis {
        let shown = || self.places.iter().filter_map(Place::shown);
        let smallest = shown().map(|(size, _)| size).fold(across.high, f64::min);
        let rungs = self.rungs.iter().filter(|rung| shown().next().is_some() && rung.size >= smallest && rung.size <= across.high);
        let limits = rungs.filter_map(|rung| both(rung.outer)).flat_map(|(lower, upper)| [lower, upper]);
        let limits = limits.map(|limit| self.bounds.clamp(limit));
        let values = shown().map(|(_, value)| value).chain(drawable(self.average)).chain(limits);
        Axis::new(values, self.bounds, if sheet.is_wide() { 6 } else { 5 }, self.number)
    }

    fn entries(&self) -> Vec<(Sample, &str)> {
        let average = drawable(self.average).map(|_| (Sample::Line("chart-centre"), self.words.average));
        let mut entries: Vec<(Sample, &str)> = average.into_iter().collect();
        if !self.rungs.is_empty() && self.places.iter().any(|place| place.shown().is_some()) {
            entries.push((Sample::Line("chart-edge"), self.words.inner));
            entries.push((Sample::Line("chart-outer"), self.words.outer));
        }
        for (zone, words) in [(Zone::Within, self.words.within), (Zone::Between, self.words.between), (Zone::Beyond, self.words.beyond)] {
            if self.places.iter().any(|place| place.shown().is_some() && place.zone == zone) {
                let (shape, class) = marks::look(zone);
                entries.push((Sample::Mark(shape, class), words));
            }
        }
        if self.places.iter().any(|place| place.shown().is_some() && place.selected) {
            entries.push((Sample::Mark(Shape::Disc, "chart-halo"), self.words.selected));
        }
        if self.places.iter().any(|place| place.shown().is_none()) {
            entries.push((Sample::Mark(Shape::Cross, "chart-withheld"), self.words.withheld));
        }
        entries
    }
}

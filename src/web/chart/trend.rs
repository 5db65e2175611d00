//! A trend over time: values in order, their limits, and where there is nothing to show. Refuses to join the points on either
//! side of a gap, and to draw anything for a withheld value but the mark that says so.

use super::axes::{self, Frame};
use super::scale::Bounds;
use super::{escape, marks, put, px};

/// One point of a trend.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// The period, as the axis names it.
    pub label: String,
    /// The value. None where it is withheld.
    pub value: Option<f64>,
    /// The lower limit, drawn only together with the value and the upper limit.
    pub lower: Option<f64>,
    /// The upper limit.
    pub upper: Option<f64>,
    /// Whether the figure may still change: it is drawn hollow, and the line to it dashed.
    pub provisional: bool,
}

/// What a trend needs besides its points. All text is plain and is made safe here.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// An identifier unique on the page, of letters, digits and hyphens.
    pub id: &'a str,
    /// The chart's accessible name.
    pub title: &'a str,
    /// What the chart shows, in a sentence or two, for those who do not see it.
    pub description: &'a str,
    /// The words of the key.
    pub notes: Notes<'a>,
    /// The values the measure can take.
    pub bounds: Bounds,
    /// Writes a value of the axis, with its unit, in the reader's language.
    pub number: &'a dyn Fn(f64) -> String,
}

/// The words of the key. Each is printed only when the chart has such a mark.
#[derive(Debug, Clone, Copy)]
pub struct Notes<'a> {
    /// What the band or bar around a value is.
    pub interval: &'a str,
    /// Why a value is missing.
    pub withheld: &'a str,
    /// That a value may still change.
    pub provisional: &'a str,
}

/// The sizes of one variant, in the units of its view box. Text is sized so that it stays above 12 pixels on the screens the
/// style sheet shows the variant on.
pub(super) struct Layout {
    pub(super) name: &'static str,
    pub(super) width: f64,
    pub(super) plot_height: f64,
    pub(super) text: f64,
    pub(super) ticks: u32,
}

const WIDE: Layout = Layout { name: "wide", width: 720.0, plot_height: 260.0, text: 16.0, ticks: 5 };
const NARROW: Layout = Layout { name: "narrow", width: 340.0, plot_height: 200.0, text: 15.0, ticks: 4 };

impl Point {
    /// The value, if there is one that can be drawn.
    pub(super) fn shown(&self) -> Option<f64> {
        self.value.filter(|value| value.is_finite())
    }

    /// Both limits, if the value and both of them can be drawn.
    pub(super) fn limits(&self) -> Option<(f64, f64)> {
        let finite = |limit: Option<f64>| limit.filter(|limit| limit.is_finite());
        self.shown().and(finite(self.lower).zip(finite(self.upper)))
    }
}

/// Draws the trend twice, for wide and for narrow screens; the style sheet displays one of the two, so that only one is seen,
/// read out or printed. Oldest point first. Empty when there are no points.
#[must_use]
pub fn trend(points: &[Point], options: &Options) -> String {
    if points.is_empty() {
        return String::new();
    }
    [WIDE, NARROW].iter().map(|layout| variant(points, options, layout)).collect()
}

fn variant(points: &[Point], options: &Options, layout: &Layout) -> String {
    let frame = Frame::new(points, options, layout);
    let axes = axes::draw(&frame, points, layout);
    let plot = marks::draw(&frame, points, options.number);
    let (key, key_height) = key(points, &options.notes, layout, frame.bottom + 2.2 * layout.text);
    let (name, title, description) = (layout.name, escape(options.title), escape(options.description));
    let (id, width, height) =
        (format!("{}-{name}", escape(options.id)), px(layout.width), px(frame.bottom + 2.0 * layout.text + key_height));
    // Time runs from left to right in every language, so the direction is set against the page's.
    format!(
        r#"<svg class="chart chart-{name}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title {id}-desc" direction="ltr"><title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>{axes}{plot}{key}</svg>"#
    )
}

/// One line for each kind of mark that needs a word, and the height they take.
fn key(points: &[Point], notes: &Notes, layout: &Layout, top: f64) -> (String, f64) {
    let any = |test: fn(&Point) -> bool| points.iter().any(test);
    let entries = [
        (any(|point| point.limits().is_some()), notes.interval, marks::limits_sample as fn(f64, f64) -> String),
        (any(|point| point.provisional && point.shown().is_some()), notes.provisional, marks::provisional_sample),
        (any(|point| point.shown().is_none()), notes.withheld, marks::withheld),
    ];
    key_of(&entries, layout.text, top)
}

/// What an entry of a key says of a chart: whether it has such a mark, its word, and the mark.
pub(super) type Entry<'a> = (bool, &'a str, fn(f64, f64) -> String);

/// The entries of marks that there are, one below the other, and the height they take.
pub(super) fn key_of(entries: &[Entry], text: f64, top: f64) -> (String, f64) {
    let line = 1.5 * text;
    let (mut drawn, mut y) = (String::new(), top);
    for (_, words, sample) in entries.iter().filter(|(present, ..)| *present) {
        y += line;
        let (mark, text_y, words) = (sample(16.0, y), px(y + 0.35 * text), escape(words));
        put(&mut drawn, format_args!(r#"{mark}<text class="chart-key" x="32" y="{text_y}">{words}</text>"#));
    }
    (drawn, if y > top { y - top + line } else { 0.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: Option<f64>) -> Point {
        let limit = |by: f64| value.map(|value| value + by);
        Point { label: "May 2031".to_owned(), value, lower: limit(-5.0), upper: limit(5.0), provisional: false }
    }

    fn drawn(points: &[Point]) -> String {
        let notes = Notes { interval: "95% interval", withheld: "Too few <5", provisional: "May change" };
        let number = |value: f64| format!("{value}%");
        let (title, description) = ("Homes & <rents>", "Rose from \"40%\"");
        trend(points, &Options { id: "t1", title, description, notes, bounds: Bounds::PER_CENT, number: &number })
    }

    fn wide(points: &[Point]) -> String {
        drawn(points).split_inclusive("</svg>").next().unwrap().to_owned()
    }

    #[test]
    fn there_is_a_variant_for_wide_and_for_narrow_screens_each_with_its_own_ids() {
        let svg = drawn(&[point(Some(40.0)), point(Some(45.0))]);
        assert_eq!(svg.matches("<svg ").count(), 2);
        for id in ["t1-wide-title", "t1-wide-desc", "t1-narrow-title", "t1-narrow-desc"] {
            assert_eq!(svg.matches(&format!(r#"id="{id}""#)).count(), 1);
        }
        assert!(svg.contains(r#"role="img" aria-labelledby="t1-narrow-title t1-narrow-desc""#));
    }

    #[test]
    fn no_points_draw_nothing() {
        assert_eq!(drawn(&[]), "");
    }

    #[test]
    fn text_is_made_safe() {
        let svg = drawn(&[Point { label: "<May>".to_owned(), ..point(None) }]);
        assert!(svg.contains("Homes &amp; &lt;rents&gt;") && svg.contains("&quot;40%&quot;") && svg.contains("&lt;May&gt;"));
        assert!(svg.contains("Too few &lt;5"));
    }

    #[test]
    fn a_withheld_value_breaks_line_and_band_and_is_marked() {
        let svg = wide(&[40.0, 42.0, -1.0, 44.0, 46.0].map(|v| point((v > 0.0).then_some(v))));
        assert_eq!(svg.matches(r#"class="chart-band""#).count(), 2 + 1, "two bands and one in the key");
        assert_eq!(svg.matches(r#"class="chart-withheld""#).count(), 1 + 1, "one mark and one in the key");
        let line = svg.split(r#"class="chart-line" d=""#).nth(1).unwrap().split('"').next().unwrap();
        assert_eq!(line.matches('M').count(), 2);
    }

    #[test]
    fn one_point_has_a_dot_and_a_bar_for_its_limits() {
        let svg = wide(&[point(Some(40.0))]);
        assert_eq!(svg.matches(r#"class="chart-dot""#).count(), 1);
        assert_eq!(svg.matches(r#"class="chart-limit""#).count(), 1);
        assert!(!svg.contains(r#"class="chart-line""#));
    }

    #[test]
    fn when_everything_is_withheld_no_value_is_drawn() {
        let svg = wide(&[point(None), point(None)]);
        assert_eq!(svg.matches(r#"class="chart-withheld""#).count(), 3);
        assert!(!svg.contains("chart-dot") && !svg.contains("chart-band") && !svg.contains("chart-line\""));
    }

    #[test]
    fn limits_of_a_withheld_value_are_not_drawn() {
        let svg = wide(&[Point { value: None, ..point(Some(40.0)) }, point(Some(90.0))]);
        assert_eq!(svg.matches(r#"class="chart-limit""#).count(), 1);
    }

    #[test]
    fn a_flat_line_is_drawn_level() {
        let flat = Point { lower: None, upper: None, ..point(Some(50.0)) };
        let svg = wide(&[flat.clone(), flat]);
        let line = svg.split(r#"class="chart-line" d=""#).nth(1).unwrap().split('"').next().unwrap();
        let heights: Vec<_> = line.split(['M', 'L']).filter_map(|at| at.split_once(' ')).map(|(_, y)| y).collect();
        assert!(heights.len() == 2 && heights[0] == heights[1], "{line}");
    }

    #[test]
    fn a_provisional_value_is_hollow_and_its_line_dashed() {
        let svg = wide(&[point(Some(40.0)), point(Some(41.0)), Point { provisional: true, ..point(Some(42.0)) }]);
        assert!(svg.contains(r#"class="chart-line chart-line-provisional""#) && svg.contains("May change"));
        assert_eq!(svg.matches(r#"class="chart-dot chart-dot-provisional""#).count(), 2);
    }

    #[test]
    fn the_latest_value_is_written_out() {
        assert!(wide(&[point(Some(40.0)), point(Some(46.0)), point(None)]).contains(">46%</text>"));
    }

    #[test]
    fn nothing_but_classes_carries_style() {
        let svg = drawn(&[point(Some(40.0)), point(None)]);
        assert!(!svg.contains("style") && !svg.contains("fill=") && !svg.contains("stroke"));
    }
}

//! Amounts side by side: one bar lying below the other, each under its name, with its limits as a whisker. Refuses to draw anything
//! for a withheld amount but the mark that says so, and an axis that does not begin at nought.

use super::scale::{Scale, ticks};
use super::trend::{Options, key_of};
use super::{escape, marks, put, px};
use crate::domain::statistics::real;

/// One amount.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it is the amount of.
    pub label: String,
    /// The amount. None where it is withheld.
    pub value: Option<f64>,
    /// Both limits, drawn together with the amount only.
    pub limits: Option<(f64, f64)>,
}

/// The sizes of one variant, in the units of its view box.
struct Layout {
    name: &'static str,
    width: f64,
    text: f64,
    ticks: u32,
    /// About how many characters of a label fit on a line.
    line: usize,
}

const WIDE: Layout = Layout { name: "wide", width: 720.0, text: 16.0, ticks: 5, line: 80 };
const NARROW: Layout = Layout { name: "narrow", width: 340.0, text: 15.0, ticks: 4, line: 38 };

/// How thick a bar is, and what lies between it and the next label.
const THICK: f64 = 18.0;
const GAP: f64 = 12.0;

/// Where the plot begins.
const LEFT: f64 = 6.0;

/// What a character of a sans-serif face takes, in ems: a generous average.
const CHARACTER: f64 = 0.62;

/// Draws the bars twice, for wide and for narrow screens, in the order they come. Empty when there are none.
#[must_use]
pub fn bars(bars: &[Bar], options: &Options) -> String {
    if bars.is_empty() {
        return String::new();
    }
    [WIDE, NARROW].iter().map(|layout| variant(bars, options, layout)).collect()
}

fn variant(bars: &[Bar], options: &Options, layout: &Layout) -> String {
    let largest = bars.iter().filter_map(Bar::shown).flat_map(|(value, limits)| [value, limits.map_or(0.0, |(_, upper)| upper)]);
    let largest = largest.fold(0.0, f64::max);
    let steps = ticks((0.0, if largest > 0.0 { largest } else { 1.0 }), layout.ticks, options.bounds);
    let end = steps.last().copied().unwrap_or(1.0).max(largest);
    let written = bars.iter().filter_map(Bar::shown).map(|(value, _)| (options.number)(value).chars().count()).max().unwrap_or(0);
    let right = layout.width - 20.0 - real(written as u64) * CHARACTER * layout.text;
    let scale = Scale::new((0.0, end), (LEFT, right));
    let (mut plot, mut y) = (String::new(), 0.0);
    for bar in bars {
        y = drawn(&mut plot, bar, y, &scale, (layout, options));
    }
    let axis = axis(&steps, &scale, y, (layout, options));
    let marked =
        (bars.iter().any(|bar| bar.shown().is_some_and(|(_, limits)| limits.is_some())), bars.iter().any(|bar| bar.shown().is_none()));
    let entries =
        [(marked.0, options.notes.interval, whisker_sample as fn(f64, f64) -> String), (marked.1, options.notes.withheld, marks::withheld)];
    let (key, key_height) = key_of(&entries, layout.text, y + 2.2 * layout.text);
    let (name, title, description) = (layout.name, escape(options.title), escape(options.description));
    let (id, width, height) = (format!("{}-{name}", escape(options.id)), px(layout.width), px(y + 2.0 * layout.text + key_height));
    format!(
        r#"<svg class="chart chart-{name}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title {id}-desc" direction="ltr"><title id="{id}-title">{title}</title><desc id="{id}-desc">{description}</desc>{axis}{plot}{key}</svg>"#
    )
}

/// One bar under its name. Returns where the next begins.
fn drawn(plot: &mut String, bar: &Bar, top: f64, scale: &Scale, (layout, options): (&Layout, &Options)) -> f64 {
    let mut y = top;
    for line in wrapped(&bar.label, layout.line) {
        y += 1.25 * layout.text;
        put(plot, format_args!(r#"<text class="chart-label" x="{}" y="{}">{}</text>"#, px(LEFT), px(y), escape(&line)));
    }
    let (upper_edge, middle) = (y + 6.0, y + 6.0 + THICK / 2.0);
    let Some((value, limits)) = bar.shown() else {
        plot.push_str(&marks::withheld(LEFT + 8.0, middle));
        return upper_edge + THICK + GAP;
    };
    let length = px(scale.at(value) - LEFT);
    put(plot, format_args!(r#"<path class="chart-bar" d="M{} {}h{length}v{}H{}Z"/>"#, px(LEFT), px(upper_edge), px(THICK), px(LEFT)));
    let mut reach = scale.at(value);
    if let Some((lower, upper)) = limits {
        plot.push_str(&whisker(scale.at(lower), scale.at(upper), middle));
        reach = reach.max(scale.at(upper));
    }
    let (x, text_y, words) = (px(reach + 8.0), px(middle + 0.35 * layout.text), escape(&(options.number)(value)));
    put(plot, format_args!(r#"<text class="chart-value" x="{x}" y="{text_y}">{words}</text>"#));
    upper_edge + THICK + GAP
}

fn axis(steps: &[f64], scale: &Scale, bottom: f64, (layout, options): (&Layout, &Options)) -> String {
    let mut drawn = String::new();
    let text_y = px(bottom + 1.3 * layout.text);
    for (rank, step) in steps.iter().enumerate() {
        let (x, label) = (px(scale.at(*step)), escape(&(options.number)(*step)));
        let anchor = if rank == 0 { "start" } else { "middle" };
        put(
            &mut drawn,
            format_args!(
                r#"<path class="chart-grid" d="M{x} 0V{}"/><text class="chart-tick" x="{x}" y="{text_y}" text-anchor="{anchor}">{label}</text>"#,
                px(bottom)
            ),
        );
    }
    let left = px(LEFT);
    put(&mut drawn, format_args!(r#"<path class="chart-axis" d="M{left} 0V{}"/>"#, px(bottom)));
    drawn
}

/// A line between the limits with an end on each side.
fn whisker(lower: f64, upper: f64, y: f64) -> String {
    let (low, high, middle, top) = (px(lower), px(upper), px(y), px(y - 5.0));
    format!(r#"<path class="chart-whisker" d="M{low} {middle}H{high}M{low} {top}v10M{high} {top}v10"/>"#)
}

fn whisker_sample(x: f64, y: f64) -> String {
    whisker(x - 10.0, x + 10.0, y)
}

/// The lines of a label, broken between words.
fn wrapped(label: &str, line: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in label.split_whitespace() {
        let Some(last) = lines.last_mut() else { continue };
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > line {
            lines.push(word.to_owned());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

impl Bar {
    /// The amount and its limits, as far as they can be drawn.
    fn shown(&self) -> Option<(f64, Option<(f64, f64)>)> {
        let value = self.value.filter(|value| value.is_finite())?;
        Some((value, self.limits.filter(|(lower, upper)| lower.is_finite() && upper.is_finite())))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Bounds, Notes};
    use super::*;

    fn wide(all: &[Bar]) -> String {
        let notes = Notes { interval: "95% interval", withheld: "Too few", provisional: "" };
        let number = |value: f64| format!("{value}%");
        let options =
            Options { id: "b1", title: "What <matters>", description: "Home first.", notes, bounds: Bounds::PER_CENT, number: &number };
        bars(all, &options).split_inclusive("</svg>").next().unwrap_or_default().to_owned()
    }

    fn bar(value: Option<f64>) -> Bar {
        Bar { label: "Homes & rents".to_owned(), value, limits: value.map(|value| (value - 5.0, value + 5.0)) }
    }

    #[test]
    fn each_amount_has_a_bar_as_long_as_it_is() {
        let svg = wide(&[bar(Some(20.0)), bar(Some(40.0))]);
        let lengths: Vec<f64> = svg
            .split(r#"class="chart-bar""#)
            .skip(1)
            .map(|rest| rest.split('h').nth(1).unwrap().split('v').next().unwrap().parse().unwrap())
            .collect();
        assert!((lengths[1] - 2.0 * lengths[0]).abs() < 0.2, "{lengths:?}");
        assert!(svg.contains(">20%</text>") && svg.contains(">40%</text>"));
    }

    #[test]
    fn a_withheld_amount_is_marked_and_has_no_bar() {
        let svg = wide(&[bar(Some(20.0)), bar(None)]);
        assert_eq!(svg.matches(r#"class="chart-bar""#).count(), 1);
        assert_eq!(svg.matches(r#"class="chart-withheld""#).count(), 2, "one mark and one in the key");
    }

    #[test]
    fn limits_are_drawn_as_a_whisker() {
        assert_eq!(wide(&[bar(Some(20.0))]).matches(r#"class="chart-whisker""#).count(), 2, "one and one in the key");
        assert!(!wide(&[Bar { limits: None, ..bar(Some(20.0)) }]).contains("chart-whisker"));
    }

    #[test]
    fn a_long_name_is_broken_between_words() {
        assert_eq!(wrapped("one two three four", 9), ["one two", "three", "four"]);
        assert_eq!(wrapped("", 9), [""]);
    }

    #[test]
    fn text_is_made_safe_and_nothing_but_classes_carries_style() {
        let svg = wide(&[bar(Some(20.0)), bar(None)]);
        assert!(svg.contains("Homes &amp; rents") && svg.contains("What &lt;matters&gt;"));
        assert!(!svg.contains("style") && !svg.contains("fill=") && !svg.contains("stroke"));
    }

    #[test]
    fn no_bars_draw_nothing_and_nothing_shown_draws_an_axis() {
        assert_eq!(wide(&[]), "");
        assert!(wide(&[bar(None)]).contains("chart-axis"));
    }
}

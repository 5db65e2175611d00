//! The frame of a trend: where the plot lies, its grid and its labels. Refuses to draw any figure.

use super::scale::{Scale, extent, thinned, ticks};
use super::trend::{Layout, Options, Point};
use super::{escape, put, px};
use crate::domain::statistics::real;

/// What a character of a sans-serif face takes, in ems: a generous average, because the face is the reader's.
const CHARACTER: f64 = 0.62;

/// Where everything lies.
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
    pub(super) text: f64,
    pub(super) y: Scale,
    x: Scale,
    ticks: Vec<(f64, String)>,
}

impl Frame {
    pub(super) fn new(points: &[Point], options: &Options, layout: &Layout) -> Self {
        let values = points.iter().filter_map(Point::shown);
        let limits = points.iter().filter_map(Point::limits).flat_map(|(lower, upper)| [lower, upper]);
        let extent = extent(values.chain(limits), options.bounds);
        let ticks: Vec<(f64, String)> =
            ticks(extent, layout.ticks, options.bounds).into_iter().map(|tick| (tick, (options.number)(tick))).collect();
        let (first, last) = ticks.first().zip(ticks.last()).map_or(extent, |(first, last)| (first.0, last.0));
        let labels = ticks.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
        // Room on the left for the axis, on the right for the latest value, and on both for half a period label.
        let half_label = label_width(points, layout) / 2.0;
        let (left, top) = ((wide(labels, layout) + 12.0).max(half_label), layout.text);
        let (right, bottom) = (layout.width - half_label.max(wide(labels, layout) + 18.0), top + layout.plot_height);
        // A little inside the plot, so that the first dot does not sit on the axis; one point alone goes in the middle.
        let x = Scale::new((0.0, real(points.len() as u64 - 1)), (left + 8.0, right));
        Self { left, right, bottom, text: layout.text, y: Scale::new((first.min(extent.0), last.max(extent.1)), (bottom, top)), x, ticks }
    }

    /// Where the point of this rank lies across the page.
    pub(super) fn x(&self, rank: usize) -> f64 {
        self.x.at(real(rank as u64))
    }
}

/// Grid lines with their values, and as many period labels as there is room for.
pub(super) fn draw(frame: &Frame, points: &[Point], layout: &Layout) -> String {
    let mut drawn = String::new();
    let (left, right, label_x) = (px(frame.left), px(frame.right), px(frame.left - 8.0));
    for (tick, label) in &frame.ticks {
        let (y, text_y, label) = (frame.y.at(*tick), px(frame.y.at(*tick) + 0.35 * layout.text), escape(label));
        let y = px(y);
        put(
            &mut drawn,
            format_args!(
                r#"<path class="chart-grid" d="M{left} {y}H{right}"/><text class="chart-tick" x="{label_x}" y="{text_y}" text-anchor="end">{label}</text>"#
            ),
        );
    }
    let (bottom, text_y) = (px(frame.bottom), px(frame.bottom + 1.5 * layout.text));
    put(&mut drawn, format_args!(r#"<path class="chart-axis" d="M{left} {bottom}H{right}"/>"#));
    let room = frame.right - frame.left - 8.0;
    for rank in thinned(points.len(), label_width(points, layout) + layout.text, room) {
        let Some(point) = points.get(rank) else { continue };
        let (x, label) = (px(frame.x(rank)), escape(&point.label));
        put(&mut drawn, format_args!(r#"<text class="chart-tick" x="{x}" y="{text_y}" text-anchor="middle">{label}</text>"#));
    }
    drawn
}

fn label_width(points: &[Point], layout: &Layout) -> f64 {
    wide(points.iter().map(|point| point.label.chars().count()).max().unwrap_or(0), layout)
}

fn wide(characters: usize, layout: &Layout) -> f64 {
    real(characters as u64) * CHARACTER * layout.text
}

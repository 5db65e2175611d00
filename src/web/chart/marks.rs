//! The marks of a trend: limits, line, dots, gaps. Each differs from the others in shape, not only in colour. Refuses to know
//! about axes or words.

use super::axes::Frame;
use super::trend::Point;
use super::{escape, put, px};

/// Everything inside the plot, limits first so that the line lies over them, and the latest value written beside its dot.
pub(super) fn draw(frame: &Frame, points: &[Point], number: &dyn Fn(f64) -> String) -> String {
    let mut drawn = limits(frame, points);
    drawn.push_str(&line(frame, points, false));
    drawn.push_str(&line(frame, points, true));
    for (rank, point) in points.iter().enumerate() {
        let x = frame.x(rank);
        drawn.push_str(
            &point.shown().map_or_else(|| withheld(x, frame.bottom - 12.0), |value| dot(x, frame.y.at(value), point.provisional)),
        );
    }
    drawn.push_str(&latest(frame, points, number));
    drawn
}

/// A band around each unbroken run of values, or a bar where a run is a single value.
fn limits(frame: &Frame, points: &[Point]) -> String {
    let places: Vec<_> = points.iter().enumerate().map(|(rank, point)| (frame.x(rank), point.limits())).collect();
    let mut drawn = String::new();
    for run in places.split(|(_, limits)| limits.is_none()) {
        let edges: Vec<_> =
            run.iter().filter_map(|(x, limits)| limits.map(|(low, high)| (*x, frame.y.at(low), frame.y.at(high)))).collect();
        match edges.as_slice() {
            [] => {}
            [(x, low, high)] => put(&mut drawn, format_args!(r#"<path class="chart-limit" d="M{} {}V{}"/>"#, px(*x), px(*low), px(*high))),
            edges => {
                let over = edges.iter().map(|(x, _, high)| format!("{} {}", px(*x), px(*high)));
                let under = edges.iter().rev().map(|(x, low, _)| format!("{} {}", px(*x), px(*low)));
                let outline = over.chain(under).collect::<Vec<_>>().join("L");
                put(&mut drawn, format_args!(r#"<path class="chart-band" d="M{outline}Z"/>"#));
            }
        }
    }
    drawn
}

/// The stretches between neighbouring values: those between settled values, or those that touch a provisional one.
fn line(frame: &Frame, points: &[Point], provisional: bool) -> String {
    let mut path = String::new();
    let mut pen_down = false;
    for (rank, pair) in points.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let stretch = from.shown().zip(to.shown()).filter(|_| (from.provisional || to.provisional) == provisional);
        if let Some((start, end)) = stretch {
            if !pen_down {
                put(&mut path, format_args!("M{} {}", px(frame.x(rank)), px(frame.y.at(start))));
            }
            put(&mut path, format_args!("L{} {}", px(frame.x(rank + 1)), px(frame.y.at(end))));
        }
        pen_down = stretch.is_some();
    }
    if path.is_empty() {
        return path;
    }
    let class = if provisional { "chart-line chart-line-provisional" } else { "chart-line" };
    format!(r#"<path class="{class}" d="{path}"/>"#)
}

fn dot(x: f64, y: f64, provisional: bool) -> String {
    let class = if provisional { "chart-dot chart-dot-provisional" } else { "chart-dot" };
    format!(r#"<circle class="{class}" cx="{}" cy="{}" r="4"/>"#, px(x), px(y))
}

/// The latest shown value in figures, to the right of its dot, where no line or band can run: whatever follows is withheld.
fn latest(frame: &Frame, points: &[Point], number: &dyn Fn(f64) -> String) -> String {
    let Some((rank, value)) = points.iter().enumerate().rev().find_map(|(rank, point)| Some((rank, point.shown()?))) else {
        return String::new();
    };
    let (x, y, words) = (px(frame.x(rank) + 10.0), px(frame.y.at(value) + 0.35 * frame.text), escape(&number(value)));
    format!(r#"<text class="chart-value" x="{x}" y="{y}">{words}</text>"#)
}

/// A cross: there is a figure, and it is not shown.
pub(super) fn withheld(x: f64, y: f64) -> String {
    let (left, right, top, bottom) = (px(x - 4.0), px(x + 4.0), px(y - 4.0), px(y + 4.0));
    format!(r#"<path class="chart-withheld" d="M{left} {top}L{right} {bottom}M{left} {bottom}L{right} {top}"/>"#)
}

/// The band as the key shows it.
pub(super) fn limits_sample(x: f64, y: f64) -> String {
    let (left, top) = (px(x - 10.0), px(y - 6.0));
    format!(r#"<path class="chart-band" d="M{left} {top}h20v12h-20Z"/>"#)
}

/// The hollow dot as the key shows it.
pub(super) fn provisional_sample(x: f64, y: f64) -> String {
    dot(x, y, true)
}

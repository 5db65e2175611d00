//! A thumbnail of a trend, for a row of a table whose other cells say the same in figures. It is decoration, hidden from
//! assistive technology, and refuses to carry anything that is not said beside it.

use super::scale::{Bounds, Scale, extent};
use super::{put, px};
use crate::domain::statistics::real;

const WIDTH: f64 = 120.0;
const HEIGHT: f64 = 32.0;
const MARGIN: f64 = 4.0;

/// A small line through the values, oldest first, broken where one is missing, with a dot on the latest. Empty when there is
/// nothing to draw.
#[must_use]
pub fn spark(values: &[Option<f64>]) -> String {
    let values: Vec<Option<f64>> = values.iter().map(|value| value.filter(|v| v.is_finite())).collect();
    let x = Scale::new((0.0, real(values.len().saturating_sub(1) as u64)), (MARGIN, WIDTH - MARGIN));
    let y = Scale::new(extent(values.iter().copied().flatten(), Bounds::default()), (HEIGHT - MARGIN, MARGIN));
    let places: Vec<_> = values.iter().zip(0u64..).map(|(value, i)| value.map(|v| (px(x.at(real(i))), px(y.at(v))))).collect();
    let Some((cx, cy)) = places.iter().flatten().next_back() else {
        return String::new();
    };
    let mut line = String::new();
    for run in places.split(Option::is_none) {
        for (index, (x, y)) in run.iter().flatten().enumerate() {
            let pen = if index == 0 { 'M' } else { 'L' };
            put(&mut line, format_args!("{pen}{x} {y}"));
        }
        // A value with a gap on both sides would leave no mark: a line of no length with round ends is a point.
        if run.len() == 1 {
            line.push_str("h0");
        }
    }
    format!(
        r#"<svg class="chart-spark" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false"><path class="chart-spark-line" d="{line}"/><circle class="chart-spark-dot" cx="{cx}" cy="{cy}" r="3"/></svg>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_breaks_where_a_value_is_missing() {
        let svg = spark(&[Some(1.0), Some(2.0), None, Some(3.0), Some(2.0)]);
        assert!(svg.contains(r#"d="M4 28L32 16M88 4L116 16""#), "{svg}");
    }

    #[test]
    fn a_value_between_two_gaps_is_still_seen() {
        assert!(spark(&[Some(1.0), None, Some(3.0), None]).contains("h0"));
    }

    #[test]
    fn nothing_to_draw_draws_nothing() {
        assert_eq!(spark(&[]), "");
        assert_eq!(spark(&[None, Some(f64::NAN)]), "");
    }

    #[test]
    fn a_flat_line_runs_through_the_middle() {
        assert!(spark(&[Some(5.0), Some(5.0)]).contains("M4 16L116 16"));
    }

    #[test]
    fn it_is_hidden_from_assistive_technology() {
        assert!(spark(&[Some(5.0)]).contains(r#"aria-hidden="true""#));
    }
}

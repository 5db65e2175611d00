//! A chart in the forms that it is asked for in: on a page, as a file, as a picture.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Deserialize;

use crate::domain::disclosure::Released;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::measure::Measure as Reading;
use crate::domain::indicator::tally::Measure;
use crate::domain::statistics::real;
use crate::web::chart::{Bounds, Chart, Width, file, on_page, png};
use crate::web::problem::Problem;

/// A chart that was drawn. Empty where there was nothing to draw.
#[derive(Debug, Clone, Default)]
pub struct Drawn {
    /// As part of a page, in both widths.
    pub page: String,
    /// As a file of its own.
    pub file: String,
}

impl Drawn {
    /// Draws it. `id` is unique on the page.
    pub fn of(chart: &impl Chart, id: &str) -> Self {
        Self { page: on_page(chart, id), file: file(chart, Width::Wide) }
    }
}

/// What kind of file is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Svg,
    Png,
}

/// The chart as a file to keep. [`Problem::NotFound`] where there is none.
pub fn download(drawn: &Drawn, form: Form, name: &str) -> Result<HttpResponse, Problem> {
    if drawn.file.is_empty() {
        return Err(Problem::NotFound);
    }
    let (kind, end, bytes) = match form {
        Form::Svg => ("image/svg+xml", "svg", drawn.file.clone().into_bytes()),
        Form::Png => ("image/png", "png", png(&drawn.file).map_err(|why| Problem::Internal(why.to_string()))?),
    };
    let named = format!("attachment; filename=\"{name}.{end}\"");
    Ok(HttpResponse::Ok().content_type(kind).insert_header((header::CONTENT_DISPOSITION, named)).body(bytes))
}

/// The values that an indicator can take.
pub fn bounds(definition: &Definition, measure: Measure) -> Bounds {
    let range = definition.measure.as_ref().and_then(Reading::range);
    let thousandths = |value: i64| real(value.unsigned_abs()) / 1000.0 * if value < 0 { -1.0 } else { 1.0 };
    match (measure, definition.kind, range) {
        (Measure::Proportion, ..) => Bounds::PER_CENT,
        (Measure::Mean, Kind::PairedChange, Some((least, most))) => {
            Bounds { lowest: Some(thousandths(least - most)), highest: Some(thousandths(most - least)) }
        }
        (Measure::Mean, _, Some((least, most))) => Bounds { lowest: Some(thousandths(least)), highest: Some(thousandths(most)) },
        (Measure::Mean, ..) => Bounds::default(),
        (Measure::Rate(_) | Measure::Ratio | Measure::Standardised(_), ..) => Bounds { lowest: Some(0.0), highest: None },
    }
}

/// Where classes of values begin: round numbers, at most five of them, between the lowest and the highest shown.
pub fn breaks<'a>(shown: impl Iterator<Item = &'a Released>) -> Vec<f64> {
    let values: Vec<f64> = shown.filter_map(Released::value).collect();
    let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    if high - low <= 0.0 || !(high - low).is_finite() {
        return Vec::new();
    }
    let rough = (high - low) / 4.0;
    let power = 10f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= rough).unwrap_or(power * 10.0);
    let first = (low / step).floor() + 1.0;
    (0..5u8).map(|rank| (first + f64::from(rank)) * step).take_while(|at| *at <= high).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::disclosure::Profile;
    use crate::domain::disclosure::Unreleased;
    use crate::domain::indicator::Tally;

    fn of(numerators: &[i64]) -> Vec<f64> {
        let tally = |numerator: &i64| ((), Tally { numerator: *numerator, denominator: 100, recorded: 100, ..Tally::default() });
        let table = Profile::mhsds().release_series(Unreleased::new(numerators.iter().map(tally).collect()), Measure::Proportion);
        breaks(table.rows().map(|(_, released)| released))
    }

    #[test]
    fn classes_begin_at_round_numbers_between_the_lowest_and_the_highest() {
        assert_eq!(of(&[10, 45, 80]), [20.0, 40.0, 60.0, 80.0]);
        assert_eq!(of(&[60, 65, 70]), [65.0, 70.0]);
    }

    #[test]
    fn values_that_are_alike_make_one_class() {
        assert_eq!((of(&[50, 50]), of(&[])), (Vec::new(), Vec::new()));
    }
}

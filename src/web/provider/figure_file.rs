//! A provider's figures as CSV: tall, one header row, names in snake case, suppression in a column of its own.

use actix_web::HttpResponse;
use serde::Serialize;

use super::months::is_under_way;
use super::outcomes::Reviewed;
use crate::app::App;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::sheet::guarded;
use crate::store::definitions::sha256;
use crate::store::organisations::Organisation;
use crate::web::commissioner::figures::measure;
use crate::web::commissioner::file::download;
use crate::web::problem::Problem;

/// One figure of a file.
#[derive(Debug, Serialize)]
struct Line {
    indicator: String,
    title: String,
    definition_version: u32,
    definition_sha256: String,
    period: String,
    /// `provisional` while the month is under way.
    status: &'static str,
    breakdown: &'static str,
    member_code: String,
    member_name: String,
    unit: &'static str,
    numerator: Option<u64>,
    denominator: Option<u64>,
    recorded: Option<u64>,
    value: Option<f64>,
    lower_95: Option<f64>,
    upper_95: Option<f64>,
    /// `hidden` where the figure is withheld.
    suppression: &'static str,
}

/// Which figure a line is of.
struct Place<'a> {
    definition: &'a Definition,
    period: Period,
    member: &'a Organisation,
}

fn line(app: &App, place: &Place<'_>, released: &Released) -> Line {
    let (definition, figure) = (place.definition, released.figure());
    let interval = figure.and_then(Figure::interval);
    Line {
        indicator: definition.key.clone(),
        title: guarded(&definition.title),
        definition_version: definition.version,
        definition_sha256: sha256(definition),
        period: place.period.to_string(),
        status: if is_under_way(place.period, app.clock.today()) { "provisional" } else { "complete" },
        breakdown: Breakdown::Provider.code(),
        member_code: guarded(&place.member.ods_code),
        member_name: guarded(&place.member.name),
        unit: if measure(definition) == Measure::Proportion { "per cent" } else { "points" },
        numerator: figure.and_then(Figure::numerator),
        denominator: figure.map(Figure::denominator),
        recorded: figure.and_then(Figure::recorded),
        value: figure.map(Figure::value),
        lower_95: interval.map(|interval| interval.lower),
        upper_95: interval.map(|interval| interval.upper),
        suppression: match released {
            Released::Shown(_) => "",
            Released::Withheld(_) => "hidden",
        },
    }
}

/// Every indicator of one provider: every month up to this one.
pub fn provider(app: &App, period: Period, member: &Organisation, reviewed: &[Reviewed]) -> Result<HttpResponse, Problem> {
    let lines = reviewed.iter().flat_map(|one| {
        let place = |month| Place { definition: &one.definition, period: month, member };
        one.series.rows().map(move |(month, released)| line(app, &place(*month), released))
    });
    let code: String = member.ods_code.chars().filter(char::is_ascii_alphanumeric).collect();
    download(&format!("{}-{code}-{period}.csv", app.framework.key), lines)
}

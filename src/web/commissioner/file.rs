//! Released figures as CSV: tall, one header row, names in snake case, suppression in a column of its own.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Serialize;

use super::figures::measure;
use super::indicator::{Member, Shown};
use super::is_under_way;
use super::overview::Reviewed;
use crate::app::App;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::sheet::guarded;
use crate::store::definitions::sha256;
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
    unit: String,
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
    breakdown: Breakdown,
    member: &'a Member,
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
        breakdown: place.breakdown.code(),
        member_code: guarded(&place.member.code),
        member_name: guarded(if place.member.name.is_empty() && place.breakdown != Breakdown::All {
            "Not stated"
        } else {
            &place.member.name
        }),
        unit: unit(measure(definition)),
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

/// The unit of a figure, as the column says it.
fn unit(measure: Measure) -> String {
    match measure {
        Measure::Proportion => "per cent".to_owned(),
        Measure::Mean => "points".to_owned(),
        Measure::Ratio => "observed to expected".to_owned(),
        Measure::Rate(multiplier) => format!("per {multiplier}"),
        Measure::Standardised(multiplier) => format!("per {multiplier}, standardised for age"),
    }
}

/// Every indicator of the framework in one month.
pub fn overview(app: &App, period: Period, reviewed: &[Reviewed]) -> Result<HttpResponse, Problem> {
    let whole = Member::default();
    let lines = reviewed.iter().flat_map(|one| {
        let now = one.series.rows().filter(|(month, _)| **month == period);
        let place = Place { definition: &one.definition, period, breakdown: Breakdown::All, member: &whole };
        now.map(move |(_, released)| line(app, &place, released))
    });
    download(&format!("{}-{period}.csv", app.framework.key), lines)
}

/// One indicator: every month of the whole, and the breakdowns of one month.
pub fn indicator(app: &App, period: Period, shown: &Shown) -> Result<HttpResponse, Problem> {
    let (definition, whole) = (&shown.definition, Member::default());
    let all = shown
        .series
        .rows()
        .map(|(month, released)| line(app, &Place { definition, period: *month, breakdown: Breakdown::All, member: &whole }, released));
    let split =
        |breakdown| move |(member, released): (&Member, &Released)| line(app, &Place { definition, period, breakdown, member }, released);
    let providers = shown.providers.rows().map(split(Breakdown::Provider));
    let localities = shown.localities.rows().map(split(Breakdown::Locality));
    download(&format!("{}-{period}.csv", definition.key), all.chain(providers).chain(localities))
}

/// Every indicator of one provider: every month up to this one.
pub fn provider(app: &App, period: Period, member: &Member, reviewed: &[Reviewed]) -> Result<HttpResponse, Problem> {
    let lines = reviewed.iter().flat_map(|one| {
        let place = |month| Place { definition: &one.definition, period: month, breakdown: Breakdown::Provider, member };
        one.series.rows().map(move |(month, released)| line(app, &place(*month), released))
    });
    let code: String = member.code.chars().filter(char::is_ascii_alphanumeric).collect();
    download(&format!("{}-{code}-{period}.csv", app.framework.key), lines)
}

/// A file of such lines.
pub(in crate::web) fn download(name: &str, lines: impl Iterator<Item = impl Serialize>) -> Result<HttpResponse, Problem> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    for line in lines {
        sheet.serialize(line).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    let bytes = sheet.into_inner().map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes))
}

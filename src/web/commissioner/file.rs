//! Released figures as CSV: tall, one header row, names in snake case, suppression and its reason in columns of their own.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Serialize;

use super::figures::measure;
use super::indicator::Shown;
use super::names::Names;
use super::overview::Reviewed;
use crate::app::App;
use crate::clock::Moment;
use crate::domain::disclosure::{Figure, Profile, Releasable, Released};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::released::{Leaf, Ledger};
use crate::sheet::guarded;
use crate::web::problem::Problem;

/// One figure of a file.
#[derive(Debug, Default, Serialize)]
struct Line {
    indicator: String,
    title: String,
    definition_version: i32,
    definition_sha256: String,
    release: i64,
    released_on: String,
    /// The first and the last month of it.
    period_from: String,
    period: String,
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
    /// The disclosure rule it was released by.
    rule: String,
    /// As the rule flags what is withheld; nothing where the figure is shown.
    suppression: &'static str,
    /// The rule's code for why.
    reason: &'static str,
}

/// Which figure a line is of.
struct At<'a> {
    definition: &'a Definition,
    period: Period,
    leaf: &'a Leaf,
    place: Place,
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

/// Writes the lines of a file.
struct Clerk<'a> {
    app: &'a App,
    ledger: &'a Ledger,
    names: &'a Names,
}

impl Clerk<'_> {
    fn line(&self, at: &At<'_>, released: &Released) -> Line {
        let (definition, figure) = (at.definition, released.figure());
        let interval = figure.and_then(Figure::interval);
        let release = self.ledger.release(at.leaf.release);
        let made = release.map(|release| Moment::from_micros(release.made_at).date(self.app.clock.zone()).to_string());
        let rules = release.and_then(|release| Profile::find(&release.profile)).map(|profile| profile.rules());
        let hidden = rules.filter(|_| figure.is_none());
        let name = self.names.name(self.app.locales.english(), at.place).unwrap_or_default();
        let is_share = matches!(at.place.breakdown, Breakdown::Change | Breakdown::Exclusion);
        Line {
            indicator: definition.key.clone(),
            title: guarded(&definition.title),
            definition_version: at.leaf.version,
            definition_sha256: at.leaf.definition_sha256.clone(),
            release: at.leaf.release,
            released_on: made.unwrap_or_default(),
            period_from: at.period.plus(1 - definition.grid_months().max(1)).to_string(),
            period: at.period.to_string(),
            breakdown: at.place.breakdown.code(),
            member_code: guarded(&self.names.code(at.place)),
            member_name: if at.place == Place::WHOLE { String::new() } else { guarded(&name) },
            unit: unit(if is_share { Measure::Proportion } else { measure(definition) }),
            numerator: figure.and_then(Figure::numerator),
            denominator: figure.map(Figure::denominator),
            recorded: figure.and_then(Figure::recorded),
            value: figure.map(Figure::value),
            lower_95: interval.map(|interval| interval.lower),
            upper_95: interval.map(|interval| interval.upper),
            rule: release.map(|release| release.profile.clone()).unwrap_or_default(),
            suppression: hidden.map_or("", |rules| rules.flag.as_str()),
            reason: hidden.map_or("", |rules| rules.reasons.protects.as_str()),
        }
    }
}

/// Every indicator of the framework in the period of one month.
pub fn overview(app: &App, ledger: &Ledger, period: Option<Period>, reviewed: &[Reviewed<'_>]) -> Result<HttpResponse, Problem> {
    let names = Names::default();
    let clerk = Clerk { app, ledger, names: &names };
    let line = |one: &Reviewed<'_>| {
        let (period, leaf) = one.shown.now?;
        let at = At { definition: &one.shown.definition, period, leaf, place: Place::WHOLE };
        leaf.figures.find(&Place::WHOLE).map(|released| clerk.line(&at, released))
    };
    written(&app.framework.key, period, reviewed.iter().filter_map(line).collect())
}

/// One indicator: every period of the whole, and all that was released of one period.
pub fn indicator(app: &App, ledger: &Ledger, shown: &Shown<'_>, names: &Names) -> Result<HttpResponse, Problem> {
    let clerk = Clerk { app, ledger, names };
    let key = &shown.definition.key;
    let mut lines = Vec::new();
    for (period, released) in shown.series.iter().flat_map(Releasable::rows) {
        if let Some(leaf) = ledger.leaf(key, *period) {
            let definition = app.counted_by(key, (*period, leaf)).unwrap_or_else(|| shown.definition.clone());
            lines.push(clerk.line(&At { definition: &definition, period: *period, leaf, place: Place::WHOLE }, released));
        }
    }
    if let Some((period, leaf)) = shown.now {
        let rest = leaf.figures.rows().filter(|(place, _)| **place != Place::WHOLE).chain(leaf.shares.rows());
        lines
            .extend(rest.map(|(place, released)| clerk.line(&At { definition: &shown.definition, period, leaf, place: *place }, released)));
    }
    written(key, shown.now.map(|(period, _)| period), lines)
}

/// A file of such lines; the names of the columns where there are none.
fn written(key: &str, period: Option<Period>, lines: Vec<Line>) -> Result<HttpResponse, Problem> {
    let name = period.map_or(format!("{key}.csv"), |period| format!("{key}-{period}.csv"));
    if lines.is_empty() {
        let one = sheet([Line::default()].into_iter())?;
        let head = one.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default().to_vec();
        return Ok(attached(&name, head));
    }
    download(&name, lines.into_iter())
}

/// A file of lines.
pub(in crate::web) fn download(name: &str, lines: impl Iterator<Item = impl Serialize>) -> Result<HttpResponse, Problem> {
    Ok(attached(name, sheet(lines)?))
}

fn sheet(lines: impl Iterator<Item = impl Serialize>) -> Result<Vec<u8>, Problem> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    for line in lines {
        sheet.serialize(line).map_err(|why| Problem::Internal(why.to_string()))?;
    }
    sheet.into_inner().map_err(|why| Problem::Internal(why.to_string()))
}

fn attached(name: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes)
}

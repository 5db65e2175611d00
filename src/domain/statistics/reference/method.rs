//! The methods that published values exist for, with the input each takes. Refuses nothing itself: what a method refuses has no
//! quantities.

use jiff::civil::Date;
use serde::Deserialize;

use super::super::change::{self, Dated, Pair, Threshold};
use super::super::comparison::Way;
use super::super::funnel::{Funnel, Kind, Unit, Width};
use super::super::kappa::Agreement;
use super::super::participation::{Group, Limits, compare};
use super::super::spc::{self, Chart, ControlChart, Point, Settings, Share, Spread};
use super::super::standardised::{self, Band};
use super::super::trend::{self, Spacing, Trend};
use super::super::weighting::{self, Stratum};
use super::super::{Confidence, Interval, Refusal, count, difference, proportion, quantile, real};

/// What a method gives, by name.
type Quantities = Vec<(&'static str, f64)>;

/// The level of an interval, as it is written in the file.
#[derive(Debug, Clone, Copy, Deserialize)]
pub(super) enum Level {
    #[serde(rename = "95")]
    P95,
    #[serde(rename = "99.8")]
    P998,
}

impl Level {
    const fn confidence(self) -> Confidence {
        match self {
            Self::P95 => Confidence::P95,
            Self::P998 => Confidence::P998,
        }
    }
}

/// A method and its input.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "method", rename_all = "kebab-case")]
pub(super) enum Method {
    Wilson { numerator: u64, denominator: u64, confidence: Level },
    Byar { count: u64, confidence: Level },
    ExactPoisson { count: u64, confidence: Level },
    StudentT { freedom: f64, confidence: Level },
    Newcombe { one: (u64, u64), other: (u64, u64) },
    Kappa { table: Vec<Vec<u64>> },
    StandardisedRate { events: Vec<u64>, population: Vec<u64>, standard: Vec<u64>, multiplier: f64 },
    PairedMean { first: Vec<f64>, later: Vec<f64> },
    FunnelProportion { events: u64, of: u64, base: f64 },
    FunnelRatio { base: f64 },
    Xmr { values: Vec<f64>, screened: bool },
    PChart { counts: Vec<(u64, u64)>, at: usize },
    TrendOfShares { counts: Vec<(u64, u64)> },
    TrendOfValues { rows: Vec<(f64, f64, f64)> },
    ReliableChange { deviation: f64, reliability: f64, change: f64 },
    CutOff { unwell: (f64, f64), well: (f64, f64) },
    Weighting { strata: Vec<(u64, u64, u64)> },
    Groups { counts: Vec<(u64, u64)> },
}

impl Method {
    /// The names of all.
    #[cfg(test)]
    pub(super) const NAMES: [&'static str; 18] = [
        "Wilson interval",
        "Byar interval",
        "exact Poisson interval",
        "Student's t",
        "Newcombe interval",
        "kappa",
        "directly standardised rate",
        "paired mean change",
        "funnel, proportion",
        "funnel, ratio",
        "XmR chart",
        "P chart",
        "trend, proportions",
        "trend, values",
        "reliable change",
        "clinical cut-off",
        "non-response weighting",
        "difference between groups",
    ];

    /// What readers of a validation report call it.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Self::Wilson { .. } => "Wilson interval",
            Self::Byar { .. } => "Byar interval",
            Self::ExactPoisson { .. } => "exact Poisson interval",
            Self::StudentT { .. } => "Student's t",
            Self::Newcombe { .. } => "Newcombe interval",
            Self::Kappa { .. } => "kappa",
            Self::StandardisedRate { .. } => "directly standardised rate",
            Self::PairedMean { .. } => "paired mean change",
            Self::FunnelProportion { .. } => "funnel, proportion",
            Self::FunnelRatio { .. } => "funnel, ratio",
            Self::Xmr { .. } => "XmR chart",
            Self::PChart { .. } => "P chart",
            Self::TrendOfShares { .. } => "trend, proportions",
            Self::TrendOfValues { .. } => "trend, values",
            Self::ReliableChange { .. } => "reliable change",
            Self::CutOff { .. } => "clinical cut-off",
            Self::Weighting { .. } => "non-response weighting",
            Self::Groups { .. } => "difference between groups",
        }
    }

    /// What this program makes of the input.
    pub(super) fn quantities(&self) -> Result<Quantities, Refusal> {
        match self {
            Self::Wilson { numerator, denominator, confidence } => {
                let estimate = proportion::estimate(*numerator, *denominator, 1.0, confidence.confidence())?;
                Ok(limits(estimate.interval))
            }
            Self::Byar { count, confidence } => Ok(count::byar(*count, confidence.confidence()).map(limits).unwrap_or_default()),
            Self::ExactPoisson { count, confidence } => Ok(limits(count::exact(*count, confidence.confidence()))),
            Self::StudentT { freedom, confidence } => Ok(vec![("t", quantile::student_t(confidence.confidence(), *freedom))]),
            Self::Newcombe { one, other } => Ok(newcombe(*one, *other)),
            Self::Kappa { table } => Ok(kappa(table)),
            Self::StandardisedRate { events, population, standard, multiplier } => {
                let rate = standardised::estimate(&bands(events, population), standard, *multiplier, Confidence::P95)?;
                Ok(vec![("value", rate.value)])
            }
            Self::PairedMean { first, later } => paired(first, later),
            Self::FunnelProportion { events, of, base } => funnel(Unit { observed: *events, base: real(*of) }, Kind::Proportion, *base),
            Self::FunnelRatio { base } => funnel(Unit { observed: 1_000, base: 1_000.0 }, Kind::Ratio, *base),
            Self::Xmr { values, screened } => individuals(values, *screened),
            Self::PChart { counts, at } => shares(counts, *at),
            Self::TrendOfShares { counts } => of_shares(counts),
            Self::TrendOfValues { rows } => of_values(rows),
            Self::ReliableChange { deviation, reliability, change } => {
                let threshold = Threshold::jacobson_truax(*deviation, *reliability)?.change();
                Ok(vec![("threshold", threshold), ("index", change / (threshold / 1.96))])
            }
            Self::CutOff { unwell, well } => Ok(vec![("value", change::cut_off(*unwell, *well)?)]),
            Self::Weighting { strata } => {
                let strata: Vec<Stratum> = strata.iter().map(|(all, answered, had)| Stratum::share(*all, *answered, *had)).collect();
                Ok(vec![("margin", weighting::estimate(&strata)?.margin * 100.0)])
            }
            Self::Groups { counts } => groups(counts),
        }
    }
}

fn bands(events: &[u64], population: &[u64]) -> Vec<Band> {
    events.iter().zip(population).map(|(events, population)| Band { events: *events, population: *population }).collect()
}

fn of_shares(counts: &[(u64, u64)]) -> Result<Quantities, Refusal> {
    let years = (1..).zip(counts);
    let shares = years.map(|(year, (numerator, denominator))| trend::Share { year, numerator: *numerator, denominator: *denominator });
    Ok(line(trend::of_shares(&shares.collect::<Vec<_>>(), Spacing::Years)?))
}

fn of_values(rows: &[(f64, f64, f64)]) -> Result<Quantities, Refusal> {
    let value = |(year, (value, lower, upper)): (i32, &(f64, f64, f64))| trend::Value {
        year,
        value: *value,
        interval: Interval { lower: *lower, upper: *upper },
    };
    Ok(line(trend::of_values(&(1..).zip(rows).map(value).collect::<Vec<_>>(), Spacing::Years)?))
}

fn limits(interval: Interval) -> Quantities {
    vec![("lower", interval.lower), ("upper", interval.upper)]
}

fn newcombe(one: (u64, u64), other: (u64, u64)) -> Quantities {
    difference::newcombe(one, other, Confidence::P95).map(|(_, interval)| limits(interval)).unwrap_or_default()
}

fn kappa(table: &[Vec<u64>]) -> Quantities {
    let Some(kappa) = Agreement::of(table).and_then(|agreement| agreement.kappa) else { return Vec::new() };
    let mut found = kappa.interval(Confidence::P95).map(limits).unwrap_or_default();
    found.push(("value", kappa.value));
    found.extend(kappa.standard_error.map(|error| ("error", error)));
    found
}

fn paired(first: &[f64], later: &[f64]) -> Result<Quantities, Refusal> {
    let (start, end) = (Date::constant(2026, 1, 1), Date::constant(2026, 7, 1));
    let pair =
        |(first, later): (&f64, &f64)| Pair { baseline: Dated { day: start, score: *first }, follow_up: Dated { day: end, score: *later } };
    let pairs: Vec<Pair> = first.iter().zip(later).map(pair).collect();
    let change = change::paired_mean(&pairs, Confidence::P95)?.change;
    Ok([vec![("value", change.value)], limits(change.interval)].concat())
}

/// The limits of a funnel about the value of one unit, which three such make, in per cent.
fn funnel(unit: Unit, kind: Kind, base: f64) -> Result<Quantities, Refusal> {
    let funnel = Funnel::of(&[unit; 3], kind, Width::Chance)?;
    let (usual, control) = (funnel.limits(base, Confidence::P95), funnel.limits(base, Confidence::P998));
    Ok(vec![
        ("lower-95", usual.lower * 100.0),
        ("upper-95", usual.upper * 100.0),
        ("lower-998", control.lower * 100.0),
        ("upper-998", control.upper * 100.0),
    ])
}

fn individuals(values: &[f64], screened: bool) -> Result<Quantities, Refusal> {
    let points: Vec<Point> = values.iter().map(|value| Point::of(*value)).collect();
    let settings = Settings { screened, ..Settings::default() };
    Ok(control(spc::xmr(&points, &[], &settings)?).map(|chart| lines(&chart, 0)).unwrap_or_default())
}

fn shares(counts: &[(u64, u64)], at: usize) -> Result<Quantities, Refusal> {
    let shares: Vec<Share> = counts.iter().map(|counts| Share { counts: Some(*counts), ghosted: false }).collect();
    Ok(control(spc::p_chart(&shares, &[], Spread::Binomial, &Settings::default())?).map(|chart| lines(&chart, at)).unwrap_or_default())
}

fn control(chart: Chart) -> Option<ControlChart> {
    match chart {
        Chart::Control(chart) => Some(chart),
        Chart::Run(_) => None,
    }
}

fn lines(chart: &ControlChart, at: usize) -> Quantities {
    let Some(limits) = chart.points.get(at).and_then(|point| point.limits) else { return Vec::new() };
    vec![("mean", limits.mean), ("lower", limits.lower), ("upper", limits.upper)]
}

/// The statistic, and the direction as 1, -1 or 0.
fn line(trend: Trend) -> Quantities {
    let way = match trend.way {
        Some(Way::Up) => 1.0,
        Some(Way::Down) => -1.0,
        None => 0.0,
    };
    vec![("chi-squared", trend.chi_squared), ("direction", way)]
}

fn groups(counts: &[(u64, u64)]) -> Result<Quantities, Refusal> {
    let groups: Vec<Group> = counts.iter().map(|(took_part, eligible)| Group { took_part: *took_part, eligible: *eligible }).collect();
    let test = compare(&groups, &Limits::default())?.test;
    Ok(test.map(|test| vec![("chi-squared", test.chi_squared), ("probability", test.probability)]).unwrap_or_default())
}

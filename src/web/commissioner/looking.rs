//! What somebody asks to see of the ledger: a period, a breakdown, a programme. All of it stands in the address, so that a view can
//! be shared, and is asked for by a form that needs no script.

use serde::Deserialize;

use crate::app::App;
use crate::domain::framework::Programme;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::released::{Leaf, Ledger};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::problem::Problem;

/// The breakdowns that are compared, in the order they are offered in.
pub const OFFERED: [Breakdown; 10] = [
    Breakdown::Provider,
    Breakdown::Consortium,
    Breakdown::Locality,
    Breakdown::Deprivation,
    Breakdown::Age,
    Breakdown::Sex,
    Breakdown::Ethnicity,
    Breakdown::Language,
    Breakdown::Mode,
    Breakdown::Respondent,
];

/// What stands in the address.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    period: Option<String>,
    by: Option<String>,
    programme: Option<String>,
}

fn said(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}

impl Asked {
    /// What was sent with a form.
    pub fn new(period: &str, programme: &str) -> Self {
        Self { period: Some(period.to_owned()), by: None, programme: Some(programme.to_owned()) }
    }

    /// The period asked for; without one, the newest of those released; nothing where none is. [`Problem::NotFound`] for a period
    /// that was not released.
    pub fn period(&self, released: &[Period]) -> Result<Option<Period>, Problem> {
        match said(self.period.as_ref()) {
            None => Ok(released.last().copied()),
            Some(text) => Period::parse(text).filter(|period| released.contains(period)).map(Some).ok_or(Problem::NotFound),
        }
    }

    /// The breakdown asked for; by provider without one. [`Problem::NotFound`] for what is none.
    pub fn breakdown(&self) -> Result<Breakdown, Problem> {
        let known = |text: &str| OFFERED.into_iter().find(|one| one.code() == text).ok_or(Problem::NotFound);
        said(self.by.as_ref()).map_or(Ok(Breakdown::Provider), known)
    }

    /// The programme asked for; nothing for all of them. [`Problem::NotFound`] for one that is not there.
    pub fn programme<'a>(&self, app: &'a App) -> Result<Option<&'a Programme>, Problem> {
        let known = |key: &str| app.framework.programmes.iter().find(|one| one.key == key).ok_or(Problem::NotFound);
        said(self.programme.as_ref()).map(known).transpose()
    }
}

/// The periods of an indicator that have left, the oldest first.
pub fn periods(ledger: &Ledger, indicator: &str) -> Vec<Period> {
    ledger.periods(indicator).map(|(period, _)| period).collect()
}

/// Every period of any indicator of the framework that has left, the oldest first.
pub fn all_periods(app: &App, ledger: &Ledger) -> Vec<Period> {
    let each = app.framework.indicators.iter().flat_map(|one| periods(ledger, &one.key));
    let all: std::collections::BTreeSet<Period> = each.collect();
    all.into_iter().collect()
}

/// An indicator of the framework as it is counted now. [`Problem::NotFound`] for any other.
pub fn definition(app: &App, key: &str) -> Result<Definition, Problem> {
    let all = app.definitions.all();
    all.iter().rfind(|one| one.key == key).or_else(|| app.framework.indicator(key)).cloned().ok_or(Problem::NotFound)
}

/// The version of it that what left was counted by.
pub fn counted_by(app: &App, now: &Definition, leaf: &Leaf) -> Definition {
    let all = app.definitions.all();
    let same = all.iter().find(|one| one.key == now.key && i64::from(one.version) == i64::from(leaf.version));
    same.unwrap_or(now).clone()
}

/// What a period of an indicator is called: a month, or the months that its figure adds up.
pub fn spelt(locale: &Locale, definition: &Definition, period: Period) -> Result<String, MissingMessage> {
    let month = |period: Period| locale.month_year(period.first_day());
    match definition.grid_months() {
        ..=1 => Ok(month(period)),
        months => locale.t("heard-quarter", &[("first", month(period.plus(1 - months)).into()), ("last", month(period).into())]),
    }
}

/// The language of the indicator's own words, where it is not the page's.
pub fn foreign(locale: &Locale, definition: &Definition) -> Option<String> {
    let own = locale.language().primary();
    (own != "en" && !definition.said.contains_key(own)).then(|| "en".to_owned())
}

/// A choice of periods, the newest first.
pub fn period_field(
    locale: &Locale,
    all: &[Period],
    chosen: Option<Period>,
    name: impl Fn(Period) -> Result<String, MissingMessage>,
) -> Result<Field, MissingMessage> {
    let option = |period: &Period| Ok(Choice::new(period.to_string(), name(*period)?));
    let options = all.iter().rev().map(option).collect::<Result<_, MissingMessage>>()?;
    let chosen = chosen.map(|period| period.to_string()).unwrap_or_default();
    Ok(Field::new("period", locale.t("figure-period", &[])?, Input::Select { options: Field::options("period", options, &chosen) }))
}

/// A choice of breakdowns.
pub fn breakdown_field(locale: &Locale, chosen: Breakdown) -> Result<Field, MissingMessage> {
    let option = |one: &Breakdown| Ok(Choice::new(one.code(), locale.t(&format!("compare-by-{}", one.code()), &[])?));
    let options = OFFERED.iter().map(option).collect::<Result<_, MissingMessage>>()?;
    Ok(Field::new("by", locale.t("compare-by", &[])?, Input::Select { options: Field::options("by", options, chosen.code()) }))
}

/// A choice of programmes, or all of them.
pub fn programme_field(app: &App, locale: &Locale, chosen: Option<&Programme>) -> Result<Field, MissingMessage> {
    let mut options = vec![Choice::new("", locale.t("compare-every-programme", &[])?)];
    options.extend(app.framework.programmes.iter().map(|one| Choice::new(&one.key, &one.title)));
    let chosen = chosen.map(|one| one.key.as_str()).unwrap_or_default();
    let input = Input::Select { options: Field::options("programme", options, chosen) };
    Ok(Field::new("programme", locale.t("compare-programme", &[])?, input))
}

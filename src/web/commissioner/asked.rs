//! What somebody asks to see of the ledger: a period, a breakdown, a programme, an order. All of it stands in the address, so that a
//! view can be shared, and is asked for by a form that needs no script.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::app::App;
use crate::domain::framework::Programme;
use crate::domain::indicator::{Breakdown, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::form::{Choice, Field, Input};
use crate::web::problem::Problem;

/// The breakdowns, in the order of every page.
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
    order: Option<String>,
}

fn said(text: Option<&String>) -> Option<&str> {
    text.map(String::as_str).filter(|text| !text.is_empty())
}

impl Asked {
    /// What was sent with a form.
    pub fn new(period: &str, programme: &str) -> Self {
        Self { period: Some(period.to_owned()), programme: Some(programme.to_owned()), ..Self::default() }
    }

    /// That period.
    pub fn of(period: Period) -> Self {
        Self { period: Some(period.to_string()), ..Self::default() }
    }

    /// The month to show figures of: the newest of those released where none is asked for. None while nothing was released.
    /// [`Problem::NotFound`] for what is no month, was not released, or lies before everything that was.
    pub fn period(&self, released: &BTreeMap<Period, i32>) -> Result<Option<Period>, Problem> {
        let Some((newest, _)) = released.last_key_value() else { return Ok(None) };
        let Some(text) = said(self.period.as_ref()) else { return Ok(Some(*newest)) };
        let asked = Period::parse(text).filter(|period| period <= newest).ok_or(Problem::NotFound)?;
        released.range(..=asked).next_back().map(|(period, _)| Some(*period)).ok_or(Problem::NotFound)
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

    /// True where indicators are to stand by outcome, instead of by what needs attention.
    pub fn by_outcome(&self) -> bool {
        self.order.as_deref() == Some("outcome")
    }
}

fn select(locale: &Locale, name: &str, label: &str, options: Vec<Choice>, chosen: &str) -> Result<Field, MissingMessage> {
    Ok(Field::new(name, locale.t(label, &[])?, Input::Select { options: Field::options(name, options, chosen) }))
}

/// A choice of breakdowns.
pub fn breakdown_field(locale: &Locale, chosen: Breakdown) -> Result<Field, MissingMessage> {
    let option = |one: &Breakdown| Ok(Choice::new(one.code(), locale.t(&format!("figure-member-{}", one.code()), &[])?));
    let options = OFFERED.iter().map(option).collect::<Result<_, MissingMessage>>()?;
    select(locale, "by", "compare-by", options, chosen.code())
}

/// A choice of programmes, or all of them.
pub fn programme_field(app: &App, locale: &Locale, chosen: Option<&Programme>) -> Result<Field, MissingMessage> {
    let mut options = vec![Choice::new("", locale.t("compare-every-programme", &[])?)];
    options.extend(app.framework.programmes.iter().map(|one| Choice::new(&one.key, &one.title)));
    select(locale, "programme", "compare-programme", options, chosen.map(|one| one.key.as_str()).unwrap_or_default())
}

/// A choice of what indicators stand in the order of.
pub fn order_field(locale: &Locale, by_outcome: bool) -> Result<Field, MissingMessage> {
    let option = |order: &str| Ok(Choice::new(order, locale.t(&format!("overview-order-{order}"), &[])?));
    let options = vec![option("attention")?, option("outcome")?];
    select(locale, "order", "overview-pick-order", options, if by_outcome { "outcome" } else { "attention" })
}

/// A choice of periods, the newest first, each with how many months it has.
pub fn period_field(locale: &Locale, released: &BTreeMap<Period, i32>, chosen: Option<Period>) -> Result<Field, MissingMessage> {
    let option = |(period, months): (&Period, &i32)| Ok(Choice::new(period.to_string(), super::periods::label(locale, *months, *period)?));
    let options = released.iter().rev().map(option).collect::<Result<_, MissingMessage>>()?;
    select(locale, "period", "figure-period", options, &chosen.map(|period| period.to_string()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    fn chosen(asked: &str) -> Result<Option<Period>, Problem> {
        Asked::new(asked, "").period(&[(month("2026-06"), 3), (month("2026-09"), 3)].into())
    }

    #[test]
    fn a_month_within_a_period_is_shown_by_the_newest_figure_up_to_it() {
        assert_eq!(chosen("2026-08").unwrap(), Some(month("2026-06")));
        assert_eq!(chosen("").unwrap(), Some(month("2026-09")));
    }

    #[test]
    fn what_is_no_month_or_was_not_released_is_not_there() {
        assert!(["2026-10", "2026-05", "now"].into_iter().all(|asked| chosen(asked).is_err()));
    }

    #[test]
    fn before_the_first_release_there_is_no_period() {
        assert_eq!(Asked::new("2026-08", "").period(&BTreeMap::new()).unwrap(), None);
    }
}

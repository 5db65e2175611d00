//! Which periods there are to look at: those that were released.

use std::collections::BTreeSet;

use jiff::{Span, civil::Date};

use crate::app::App;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::released::Ledger;
use crate::web::pages::figures::MonthLink;
use crate::web::problem::Problem;

/// The months with which a released period of any indicator ends.
pub fn released(app: &App, ledger: &Ledger) -> BTreeSet<Period> {
    let of = |one: &Definition| ledger.periods(&one.key).map(|(period, _)| period).collect::<Vec<_>>();
    app.framework.indicators.iter().flat_map(of).collect()
}

/// The period to show: the newest of those released; of an asked one the newest up to it. None while nothing was released.
/// [`Problem::NotFound`] for what is no month, was not released, or lies before everything that was.
pub fn chosen(asked: Option<&str>, released: &BTreeSet<Period>) -> Result<Option<Period>, Problem> {
    let Some(newest) = released.last() else { return Ok(None) };
    let Some(text) = asked.filter(|text| !text.is_empty()) else { return Ok(Some(*newest)) };
    let asked = Period::parse(text).filter(|period| period <= newest).ok_or(Problem::NotFound)?;
    released.range(..=asked).next_back().copied().map(Some).ok_or(Problem::NotFound)
}

/// The periods before and after this one. `address` is the page's, up to the value of `period`.
pub fn around(
    locale: &Locale,
    definition: Option<&Definition>,
    (period, released): (Period, &BTreeSet<Period>),
    address: &str,
) -> Result<Vec<MonthLink>, MissingMessage> {
    let before = released.range(..period).next_back();
    let after = released.range(period.plus(1)..).next();
    let link = |one: &Period| Ok(MonthLink { label: label(locale, definition, *one)?, href: format!("{address}{one}") });
    before.into_iter().chain(after).map(link).collect()
}

/// What a period of an indicator is called: a month, or from its first month to its last.
pub fn label(locale: &Locale, definition: Option<&Definition>, period: Period) -> Result<String, MissingMessage> {
    let last = locale.month_year(period.first_day());
    let months = definition.map_or(1, Definition::grid_months);
    if months <= 1 {
        return Ok(last);
    }
    let begin = period.plus(1 - months).first_day();
    let first = locale.month_year(begin);
    let year = format!(" {}", begin.year());
    let is_same = begin.year() == period.first_day().year();
    let first = first.strip_suffix(&year).filter(|_| is_same).map_or(first.clone(), str::to_owned);
    locale.t("figure-months", &[("first", first.into()), ("last", last.into())])
}

/// The day of the next release, and the month that it goes up to.
pub fn next(app: &App) -> (Date, Period) {
    let month = app.settled().plus(1);
    let wait = Span::new().days(i64::from(app.settings.release_after_days));
    (month.plus(1).first_day().saturating_add(wait), month)
}

/// When figures come, in a sentence: of the newest release, or that there is none yet.
pub fn told(app: &App, locale: &Locale, ledger: &Ledger) -> Result<String, MissingMessage> {
    let (day, month) = next(app);
    let next = [("day", locale.date(day).into()), ("month", locale.month_year(month.first_day()).into())];
    let Some(newest) = &ledger.newest else { return locale.t("release-first", &next) };
    let made = crate::clock::Moment::from_micros(newest.made_at).date(app.clock.zone());
    let [day, month] = next;
    locale.t("release-newest", &[("number", newest.number.into()), ("made", locale.date(made).into()), day, month])
}

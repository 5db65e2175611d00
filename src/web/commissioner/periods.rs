//! Which periods there are to look at: those that were released. Each goes by the months that the version of the definition had
//! that it was counted by.

use std::collections::BTreeMap;

use jiff::{Span, civil::Date};

use crate::app::App;
use crate::domain::indicator::{Definition, Period};
use crate::i18n::{Locale, MissingMessage};
use crate::released::{Leaf, Ledger};
use crate::web::pages::figures::MonthLink;

/// The months with which a released period of any indicator ends.
pub fn released(app: &App, ledger: &Ledger) -> BTreeMap<Period, i32> {
    let of = |one: &Definition| ledger.periods(&one.key).map(|(period, _)| (period, 1)).collect::<Vec<_>>();
    app.framework.indicators.iter().flat_map(of).collect()
}

/// The released periods of one indicator, each with how many months it has.
pub fn of_indicator(app: &App, ledger: &Ledger, key: &str) -> BTreeMap<Period, i32> {
    ledger.periods(key).map(|at| (at.0, app.counted_by(key, at).map_or(1, |definition| definition.grid_months()))).collect()
}

/// What left of an indicator last, up to that month.
pub fn newest<'a>(ledger: &'a Ledger, key: &str, until: Period) -> Option<(Period, &'a Leaf)> {
    ledger.periods(key).rfind(|(period, _)| *period <= until)
}

/// The periods before and after this one. `address` is the page's, up to the value of `period`.
pub fn around(
    locale: &Locale,
    (period, released): (Period, &BTreeMap<Period, i32>),
    address: &str,
) -> Result<Vec<MonthLink>, MissingMessage> {
    let before = released.range(..period).next_back();
    let after = released.range(period.plus(1)..).next();
    let link = |(one, months): (&Period, &i32)| Ok(MonthLink { label: label(locale, *months, *one)?, href: format!("{address}{one}") });
    before.into_iter().chain(after).map(link).collect()
}

/// What a period of so many months is called: a month, or from its first month to its last.
pub fn label(locale: &Locale, months: i32, period: Period) -> Result<String, MissingMessage> {
    let last = locale.month_year(period.first_day());
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

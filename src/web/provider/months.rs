//! Which month a provider looks at: any that has begun, the one under way with them.

use jiff::civil::Date;
use serde::Deserialize;

use crate::app::App;
use crate::domain::indicator::Period;
use crate::i18n::Locale;
use crate::web::pages::figures::MonthLink;
use crate::web::problem::Problem;

/// Which month is looked at.
#[derive(Debug, Deserialize)]
pub struct Month {
    period: Option<String>,
}

impl Month {
    /// The month asked for; without one, the month that is under way. [`Problem::NotFound`] for what is no month, or has
    /// not begun.
    pub(super) fn period(&self, app: &App) -> Result<Period, Problem> {
        let current = Period::of(app.clock.today());
        match &self.period {
            None => Ok(current),
            Some(text) => Period::parse(text).filter(|period| *period <= current).ok_or(Problem::NotFound),
        }
    }
}

/// The months before and after this one, as far as there are any. `address` is the page's, up to the value of `period`.
pub(super) fn months(app: &App, locale: &Locale, period: Period, address: &str) -> Vec<MonthLink> {
    let link = |month: Period| MonthLink { label: locale.month_year(month.first_day()), href: format!("{address}{month}") };
    let current = Period::of(app.clock.today());
    [period.plus(-1), period.plus(1)].into_iter().filter(|month| *month <= current).map(link).collect()
}

/// True while a month is not over.
pub(super) fn is_under_way(period: Period, today: Date) -> bool {
    Period::of(today) == period
}

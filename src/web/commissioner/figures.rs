//! Released figures in words: the one place where a number becomes text on a commissioner's page.

use crate::domain::disclosure::{Figure, Releasable, Released};
use crate::domain::indicator::definition::{Kind, Polarity};
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Definition, Period};
use crate::domain::release::sheet::multiplier;
use crate::domain::statistics::Interval;
use crate::i18n::{Locale, MissingMessage};
use crate::web::pages::figures::{self as page, Change, FigureRow, Verdict};

/// How the cells of an indicator are read.
#[must_use]
pub fn measure(definition: &Definition) -> Measure {
    match definition.kind {
        Kind::Mean | Kind::PairedChange => Measure::Mean,
        Kind::Rate => Measure::Rate(multiplier(definition)),
        Kind::Ratio => Measure::Ratio,
        Kind::StandardisedRate => Measure::Standardised(multiplier(definition)),
        Kind::Proportion | Kind::Supplied | Kind::Response => Measure::Proportion,
    }
}

/// How many decimal places such figures have at the least.
#[must_use]
pub const fn places(measure: Measure) -> u8 {
    match measure {
        Measure::Proportion => 0,
        Measure::Mean | Measure::Rate(_) | Measure::Standardised(_) => 1,
        Measure::Ratio => 2,
    }
}

/// What the figures of an indicator are in, as it is said after "given".
pub fn unit(locale: &Locale, definition: &Definition) -> Result<String, MissingMessage> {
    let number = |multiplier: u32| [("number", locale.whole(i64::from(multiplier)).into())];
    match measure(definition) {
        Measure::Proportion => locale.t("supply-unit-per-cent", &[]),
        Measure::Mean => locale.t("supply-unit-points", &[]),
        Measure::Ratio => locale.t("supply-unit-ratio", &[]),
        Measure::Rate(multiplier) => locale.t("supply-unit-rate", &number(multiplier)),
        Measure::Standardised(multiplier) => locale.t("supply-unit-standardised", &number(multiplier)),
    }
}

/// Writes the figures of one indicator in one language.
pub struct Writer<'a> {
    pub locale: &'a Locale,
    pub measure: Measure,
}

impl Writer<'_> {
    /// `61%`, or `8.4` for a mean.
    #[must_use]
    pub fn value(&self, value: f64, places: u8) -> String {
        let number = self.locale.number(value, usize::from(places)).replace('-', "−");
        if self.measure == Measure::Proportion { format!("{number}%") } else { number }
    }

    /// A count with its thousands set apart.
    #[must_use]
    pub fn count(&self, count: u64) -> String {
        self.locale.whole(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// `58% to 64%`.
    pub fn interval(&self, interval: &Interval, places: u8) -> Result<String, MissingMessage> {
        let (low, high) = (self.value(interval.lower, places), self.value(interval.upper, places));
        self.locale.t("figure-range", &[("low", low.into()), ("high", high.into())])
    }

    /// That there is no figure. Why it is hidden is not said: telling a small count from one that protects another would
    /// help to work the other out.
    pub fn withheld(&self) -> Result<String, MissingMessage> {
        self.locale.t("withheld-hidden", &[])
    }

    /// A row of a table.
    pub fn row(&self, name: String, released: &Released) -> Result<FigureRow, MissingMessage> {
        let mut row =
            FigureRow { name, value: None, interval: None, numerator: None, denominator: None, withheld: None, note: None, href: None };
        match released {
            Released::Withheld(_) => row.withheld = Some(self.withheld()?),
            Released::Shown(figure) => {
                row.value = Some(self.value(figure.value(), figure.places()));
                row.interval = figure.interval().map(|interval| self.interval(&interval, figure.places())).transpose()?;
                row.numerator = figure.numerator().map(|count| self.count(count));
                row.denominator = Some(self.count(figure.denominator()));
            }
        }
        Ok(row)
    }

    /// For how many of those counted something is on record; only where that can differ from all of them.
    pub fn completeness(&self, definition: &Definition, figure: &Figure) -> Result<Option<String>, MissingMessage> {
        use crate::domain::indicator::measure::Missing::StaysIn;
        let matters = definition.measure.as_ref().is_some_and(|measure| measure.missing == StaysIn);
        let Some(share) = figure.completeness().filter(|_| matters) else { return Ok(None) };
        let share = format!("{}%", self.locale.number(share, 0));
        self.locale.t("figure-completeness", &[("share", share.into())]).map(Some)
    }

    /// The change between two months and what it means. Only intervals that keep apart are called better or worse.
    pub fn change(&self, polarity: Polarity, now: &Released, before: &Released) -> Result<Option<Change>, MissingMessage> {
        let both = now.change_since(before).zip(now.figure().zip(before.figure()));
        let Some((change, (figure, earlier))) = both else { return Ok(None) };
        let places = figure.places().max(earlier.places());
        let number = self.locale.number(change.abs(), usize::from(places));
        let sign = if change > 0.0 {
            "+"
        } else if change < 0.0 {
            "−"
        } else {
            ""
        };
        let apart = match (figure.interval(), earlier.interval()) {
            (Some(one), Some(other)) => one.lower > other.upper || one.upper < other.lower,
            _ => false,
        };
        let verdict = match (apart, polarity, change > 0.0) {
            (true, Polarity::HigherIsBetter, true) | (true, Polarity::LowerIsBetter, false) => Verdict::Better,
            (true, Polarity::HigherIsBetter, false) | (true, Polarity::LowerIsBetter, true) => Verdict::Worse,
            _ => Verdict::Unclear,
        };
        let key = match self.measure {
            Measure::Proportion => "figure-percentage-points",
            Measure::Mean => "figure-points",
            Measure::Rate(_) | Measure::Ratio | Measure::Standardised(_) => "figure-difference",
        };
        Ok(Some(Change { text: self.locale.t(key, &[("change", format!("{sign}{number}").into())])?, verdict }))
    }
}

/// Which way is better, as pages say it.
#[must_use]
pub const fn polarity(polarity: Polarity) -> page::Polarity {
    match polarity {
        Polarity::HigherIsBetter => page::Polarity::HigherIsBetter,
        Polarity::LowerIsBetter => page::Polarity::LowerIsBetter,
        Polarity::Neither => page::Polarity::Neutral,
    }
}

/// The figure of one month in a released series.
#[must_use]
pub fn at(series: &Releasable<Period>, month: Period) -> Option<&Released> {
    series.rows().find(|(period, _)| **period == month).map(|(_, released)| released)
}

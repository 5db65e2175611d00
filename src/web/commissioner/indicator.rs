//! One indicator as it was released: its periods, its breakdowns, who is behind it, and how it is worked out.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::charts::Series;
use super::equity::Equity;
use super::figures::{self, Writer};
use super::judged::{self, Judged};
use super::names::Names;
use super::{counted_by, file, language_of, parts, periods};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Releasable, Released};
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::domain::statistics::spc;
use crate::released::{Leaf, Ledger};
use crate::web::chart;
use crate::web::framework;
use crate::web::pages::commissioner::Indicator;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Which period is asked for.
#[derive(Debug, Deserialize)]
pub struct Asked {
    period: Option<String>,
}

impl Asked {
    /// As it stands in the address.
    #[must_use]
    pub fn period(&self) -> Option<&str> {
        self.period.as_deref()
    }
}

/// What was released of one indicator.
pub struct Shown<'a> {
    pub definition: Definition,
    pub periods: BTreeSet<Period>,
    /// The period that is shown; nothing before the first release.
    pub now: Option<(Period, &'a Leaf)>,
    /// Period by period, up to it.
    pub series: Option<Releasable<Period>>,
}

impl<'a> Shown<'a> {
    /// Of an indicator with longer periods than others the newest up to the month asked for. [`Problem::NotFound`] for an
    /// indicator that there is not, and for a month of which nothing was released.
    pub fn of(app: &App, ledger: &'a Ledger, key: &str, asked: Option<&str>) -> Result<Self, Problem> {
        let known = app.framework.indicator(key).ok_or(Problem::NotFound)?;
        let periods: BTreeSet<Period> = ledger.periods(key).map(|(period, _)| period).collect();
        let asked = periods::chosen(asked, &periods::released(app, ledger))?;
        let period = asked.and_then(|asked| periods.range(..=asked).next_back().copied());
        let now = period.and_then(|period| Some((period, ledger.leaf(key, period)?)));
        let definition = now.and_then(|(_, leaf)| counted_by(app, key, leaf)).unwrap_or_else(|| known.clone());
        let series = now.and_then(|(period, _)| ledger.series(key, Place::WHOLE, period));
        Ok(Self { definition, periods, now, series })
    }

    /// What became of a place in the period shown.
    #[must_use]
    pub fn at(&self, place: Place) -> Option<&'a Released> {
        self.now.and_then(|(_, leaf)| leaf.figures.find(&place))
    }
}

/// Shows the indicator.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let shown = Shown::of(&app, &ledger, &key, asked.period())?;
    let names = Names::read(&app).await?;
    let standing = framework::of_indicator(&app, &visitor.locale, &key).await?;
    let page = Indicator { standing, ..page(&app, &visitor, &ledger, &shown, &names)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, key: Path<String>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let shown = Shown::of(&app, &ledger, &key, asked.period())?;
    let names = Names::read(&app).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{}", shown.definition.key));
    let period = shown.now.map(|(period, _)| format!("period {period}")).unwrap_or_default();
    staff.record(&app, event.with(period)).await?;
    file::indicator(&app, &ledger, &shown, &names)
}

fn page(app: &App, visitor: &Visitor, ledger: &Ledger, shown: &Shown<'_>, names: &Names) -> Result<Indicator, Problem> {
    let (definition, locale) = (&shown.definition, &visitor.locale);
    let writer = Writer { locale, measure: figures::measure(definition) };
    let tables = parts::Tables { writer: &writer, names, shown };
    let outcome = app.framework.outcome(&definition.outcome);
    let address = format!("/commissioner/indicators/{}", definition.key);
    let period = shown.now.map(|(period, _)| period);
    let judged = shown.series.as_ref().map(|series| judged::judge(definition, series));
    let sentence = sentence(&writer, definition, shown)?;
    let title = definition.title_in(locale.language());
    let drawn = |judged: &Judged<'_>| {
        let series = Series { writer: &writer, definition, judged, title, sentence: &sentence };
        series.control(|chart| chart::on_page(chart, "trend"))
    };
    let equity = period.and_then(|period| Equity::of(ledger, definition, period));
    let name = period.map(|period| periods::label(locale, Some(definition), period)).transpose()?;
    let around = period.map(|period| periods::around(locale, Some(definition), (period, &shown.periods), &format!("{address}?period=")));
    Ok(Indicator {
        title: title.to_owned(),
        outcome: outcome.map(|outcome| outcome.title_in(locale.language()).to_owned()).unwrap_or_default(),
        overview_href: period.map_or("/commissioner".to_owned(), |period| format!("/commissioner?period={period}")),
        release: periods::told(app, locale, ledger)?,
        months: around.transpose()?.unwrap_or_default(),
        trend: judged.as_ref().map(drawn).transpose()?.unwrap_or_default(),
        judgement: judged.as_ref().map(|judged| judgement(&writer, judged)).transpose()?.unwrap_or_default(),
        sentence: sentence.clone(),
        pictures: period.map(|period| ["svg", "png"].map(|kind| format!("{address}.{kind}?period={period}")).to_vec()).unwrap_or_default(),
        points: tables.points(ledger)?,
        breakdowns: tables.breakdowns()?,
        changes: tables.shares(Breakdown::Change)?,
        left_out: tables.shares(Breakdown::Exclusion)?,
        equity: equity.as_ref().map(|equity| tables.equity(equity)).transpose()?,
        gateway: tables.gateway(equity.as_ref())?,
        definition: tables.lines(app)?,
        definition_full: definition.to_toml(),
        csv: period.map_or(format!("{address}.csv"), |period| format!("{address}.csv?period={period}")),
        period: name,
        source: definition.source.clone(),
        standing: None,
        text_lang: language_of(definition, locale),
    })
}

/// What the newest figure is, in a sentence or two.
pub fn sentence(writer: &Writer<'_>, definition: &Definition, shown: &Shown<'_>) -> Result<String, Problem> {
    let locale = writer.locale;
    let Some((period, _)) = shown.now else { return Ok(locale.t("release-nothing", &[])?) };
    let label = |period: Period| periods::label(locale, Some(definition), period);
    let Some(figure) = shown.at(Place::WHOLE).and_then(Released::figure) else {
        return Ok(locale.t("sentence-withheld", &[("period", label(period)?.into())])?);
    };
    let value = writer.value(figure.value(), figure.places());
    let mut said = match figure.interval() {
        Some(interval) => {
            let interval = writer.interval(&interval, figure.places())?;
            locale.t("sentence-now", &[("period", label(period)?.into()), ("value", value.into()), ("interval", interval.into())])?
        }
        None => locale.t("sentence-now-alone", &[("period", label(period)?.into()), ("value", value.into())])?,
    };
    let year_before = period.plus(-12);
    let earlier = shown.series.as_ref().and_then(|series| series.find(&year_before)).and_then(Released::figure);
    if let Some(earlier) = earlier {
        let value = writer.value(earlier.value(), earlier.places());
        said.push(' ');
        said.push_str(&locale.t("sentence-year-before", &[("period", label(year_before)?.into()), ("value", value.into())])?);
    }
    Ok(said)
}

/// What the chart finds, and by which method; or why it finds nothing.
fn judgement(writer: &Writer<'_>, judged: &Judged<'_>) -> Result<String, Problem> {
    let locale = writer.locale;
    let said = match &judged.chart {
        Err(refusal) => locale.t("judged-refused", &[("why", refusal.code().into())])?,
        Ok(spc::Chart::Run(run)) => {
            let points = i64::try_from(run.points).unwrap_or_default();
            let need = i64::try_from(spc::FEWEST_POINTS).unwrap_or_default();
            locale.t("judged-run", &[("points", points.into()), ("need", need.into())])?
        }
        Ok(spc::Chart::Control(_)) => {
            let method = locale.t(if judged.method == judged::Method::P { "judged-by-p" } else { "judged-by-xmr" }, &[])?;
            let mut said = locale.t(&format!("variation-{}", judged::code(judged.variation())), &[])?;
            for rule in judged.rules() {
                said.push(' ');
                said.push_str(&locale.t(&format!("judged-rule-{rule}"), &[])?);
            }
            format!("{said} {method}")
        }
    };
    Ok(said)
}

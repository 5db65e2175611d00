//! One indicator as it was released: its periods, its breakdowns, who is behind it, and how it is worked out.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::asked::Asked;
use super::charts::{Series, Wanted};
use super::equity::Equity;
use super::figures::{self, Writer};
use super::judged::{self, Judged};
use super::names::Names;
use super::ways::{self, Seen};
use super::{file, language_of, parts, periods, target};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Releasable, Released};
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::domain::release::Place;
use crate::domain::statistics::spc;
use crate::i18n::MissingMessage;
use crate::released::{Leaf, Ledger};
use crate::web::framework;
use crate::web::pages::commissioner::Indicator;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was released of one indicator.
pub struct Shown<'a> {
    /// The version that the period shown was counted by; before that, the one that holds.
    pub definition: Definition,
    /// The period that is shown; nothing before the first release.
    pub now: Option<(Period, &'a Leaf)>,
    /// Period by period, up to it.
    pub series: Option<Releasable<Period>>,
}

impl<'a> Shown<'a> {
    /// Of an indicator with longer periods than others the newest up to the month asked for. [`Problem::NotFound`] for an
    /// indicator that there is not, and for a month of which nothing was released.
    pub fn of(app: &App, ledger: &'a Ledger, key: &str, asked: &Asked) -> Result<Self, Problem> {
        let month = asked.period(&periods::released(app, ledger))?;
        Self::newest(app, ledger, key, month).ok_or(Problem::NotFound)
    }

    /// As it was released last up to a month; nothing of an indicator that there is not.
    #[must_use]
    pub fn newest(app: &App, ledger: &'a Ledger, key: &str, month: Option<Period>) -> Option<Self> {
        let now = month.and_then(|month| periods::newest(ledger, key, month));
        let definition = match now {
            Some(at) => app.counted_by(key, at),
            None => app.definition(key, month.unwrap_or_else(|| app.settled())),
        }?;
        let series = now.and_then(|(period, _)| ledger.series(key, Place::WHOLE, period));
        Some(Self { definition, now, series })
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
    let shown = Shown::of(&app, &ledger, &key, &asked)?;
    let names = Names::read(&app).await?;
    let standing = framework::of_indicator(&app, &visitor.locale, &key).await?;
    let page = Indicator { standing, ..page(&app, &visitor, &ledger, &shown, &names)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, key: Path<String>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let shown = Shown::of(&app, &ledger, &key, &asked)?;
    let names = Names::read(&app).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{}", shown.definition.key));
    let period = shown.now.map(|(period, _)| format!("period {period}")).unwrap_or_default();
    staff.record(&app, event.with(period)).await?;
    file::indicator(&app, &ledger, &shown, &names)
}

fn page(app: &App, visitor: &Visitor, ledger: &Ledger, shown: &Shown<'_>, names: &Names) -> Result<Indicator, Problem> {
    let (definition, locale) = (&shown.definition, &visitor.locale);
    let writer = Writer { locale, measure: figures::measure(definition) };
    let tables = parts::Tables { app, writer: &writer, names, shown };
    let outcome = app.framework.outcome(&definition.outcome);
    let address = Seen::Alone.at(&definition.key, None);
    let period = shown.now.map(|(period, _)| period);
    let judged = shown.series.as_ref().map(|series| judged::judge(definition, series));
    let sentence = sentence(&writer, definition, shown)?;
    let title = definition.title_in(locale.language());
    let drawn = |judged: &Judged<'_>| {
        let series = Series { writer: &writer, definition, judged, title, sentence: &sentence };
        series.control(Wanted::Page("trend"))
    };
    let equity = period.and_then(|period| Equity::of(ledger, definition, period));
    let name = period.map(|period| periods::label(locale, definition.grid_months(), period)).transpose()?;
    let released = periods::of_indicator(app, ledger, &definition.key);
    let around = period.map(|period| periods::around(locale, (period, &released), &format!("{address}?period=")));
    let mut ways = ways::of_indicator(locale, &definition.key, Seen::Alone, period)?;
    ways.extend(ways::of_all(locale, (names, None), period, "")?);
    Ok(Indicator {
        title: title.to_owned(),
        outcome: outcome.map(|outcome| outcome.title_in(locale.language()).to_owned()).unwrap_or_default(),
        overview_href: ways::overview(period),
        ways,
        release: periods::told(app, locale, ledger)?,
        months: around.transpose()?.unwrap_or_default(),
        trend: judged.as_ref().map(drawn).transpose()?.unwrap_or_default(),
        judgement: judged.as_ref().map(|judged| judgement(&writer, definition, judged)).transpose()?.unwrap_or_default(),
        sentence: sentence.clone(),
        pictures: period.map(|period| ["svg", "png"].map(|kind| format!("{address}.{kind}?period={period}")).to_vec()).unwrap_or_default(),
        points: tables.points(ledger)?,
        breakdowns: tables.breakdowns()?,
        changes: tables.shares(Breakdown::Change)?,
        left_out: tables.shares(Breakdown::Exclusion)?,
        equity: equity.as_ref().map(|equity| tables.equity(equity)).transpose()?,
        gateway: tables.gateway(equity.as_ref())?,
        definition: tables.lines()?,
        definition_full: definition.to_toml(),
        csv: period.map_or(format!("{address}.csv"), |period| format!("{address}.csv?period={period}")),
        period: name,
        source: definition.source.clone(),
        standing: None,
        text_lang: language_of(definition, locale),
    })
}

/// What the newest figure is, in a sentence or two.
pub fn sentence(writer: &Writer<'_>, definition: &Definition, shown: &Shown<'_>) -> Result<String, MissingMessage> {
    let locale = writer.locale;
    let Some((period, _)) = shown.now else { return locale.t("release-nothing", &[]) };
    let label = |period: Period| periods::label(locale, definition.grid_months(), period);
    let Some(figure) = shown.at(Place::WHOLE).and_then(Released::figure) else {
        return locale.t("sentence-withheld", &[("period", label(period)?.into())]);
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
pub(super) fn judgement(writer: &Writer<'_>, definition: &Definition, judged: &Judged<'_>) -> Result<String, MissingMessage> {
    let locale = writer.locale;
    let mut said = match &judged.chart {
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
    if let Some(wanted) = target::said(writer, definition)? {
        let code = target::code(target::assurance(definition, Some(judged)));
        let met = locale.t(&format!("assurance-{code}"), &[])?;
        said.push(' ');
        said.push_str(&locale.t("target-sentence", &[("target", wanted.into()), ("met", met.into())])?);
    }
    Ok(said)
}

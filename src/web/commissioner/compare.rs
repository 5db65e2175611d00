//! One indicator in one period, its members side by side: a funnel for shares of people, intervals for means and groups of people.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::asked::{self, Asked};
use super::beside::Beside;
use super::beside_words::Said;
use super::charts::{self, Form, Wanted};
use super::figures::{self, Writer};
use super::indicator::Shown;
use super::names::Names;
use super::ways::{self, Seen};
use super::{language_of, periods};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::indicator::Breakdown;
use crate::domain::indicator::tally::Measure;
use crate::i18n::Locale;
use crate::web::pages::compare::{Compare, Compared};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the comparison.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (ledger, locale) = (app.ledger().await?, &visitor.locale);
    let (shown, breakdown) = (Shown::of(&app, &ledger, &key, &asked)?, asked.breakdown()?);
    let compared = compared(locale, &Names::read(&app).await?, (&shown, breakdown), Wanted::Page("compare"))?;
    let (own, period) = (&shown.definition, shown.now.map(|(period, _)| period));
    let at = Seen::SideBySide.at(&own.key, None);
    let file = |form: &str| period.map(|period| format!("{at}/chart.{form}?period={period}&by={}", breakdown.code()));
    let outcome = app.framework.outcome(&own.outcome);
    let page = Compare {
        title: own.title_in(locale.language()).to_owned(),
        outcome: outcome.map(|outcome| outcome.title_in(locale.language()).to_owned()).unwrap_or_default(),
        indicator: Seen::Alone.at(&own.key, period),
        ways: ways::of_indicator(locale, &own.key, Seen::SideBySide, period)?,
        filters: vec![
            asked::period_field(locale, &periods::of_indicator(&app, &ledger, &own.key), period)?,
            asked::breakdown_field(locale, breakdown)?,
        ],
        sentences: compared.sentences,
        files: file("svg").zip(file("png")).filter(|_| !compared.chart.is_empty()).map(|(svg, png)| [svg, png]),
        chart: compared.chart,
        table: compared.table,
        at,
        text_lang: language_of(own, locale),
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The chart as a file.
pub async fn chart(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    path: Path<(String, Form)>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (key, form) = path.into_inner();
    let ledger = app.ledger().await?;
    let (shown, breakdown) = (Shown::of(&app, &ledger, &key, &asked)?, asked.breakdown()?);
    let (period, _) = shown.now.ok_or(Problem::NotFound)?;
    let drawn = compared(&visitor.locale, &Names::read(&app).await?, (&shown, breakdown), Wanted::File)?.chart;
    let file = charts::download(drawn, form, &format!("{key}-{}-{period}", breakdown.code())).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{key}"));
    staff.record(&app, event.with(format!("chart, period {period}, by {}", breakdown.code()))).await?;
    Ok(file)
}

/// What a comparison came to.
#[derive(Default)]
struct Outcome {
    sentences: Vec<String>,
    chart: String,
    table: Option<Compared>,
}

fn compared(locale: &Locale, names: &Names, (shown, breakdown): (&Shown<'_>, Breakdown), wanted: Wanted<'_>) -> Result<Outcome, Problem> {
    let Some((period, leaf)) = shown.now else {
        return Ok(Outcome { sentences: vec![locale.t("compare-none-yet", &[])?], ..Outcome::default() });
    };
    let definition = &shown.definition;
    let beside = match Beside::of(definition, breakdown, leaf, |place| names.name(locale, place))? {
        Ok(beside) => beside,
        Err(nothing) => {
            let why = locale.t(&format!("compare-nothing-{}", nothing.code()), &[])?;
            return Ok(Outcome { sentences: vec![why], ..Outcome::default() });
        }
    };
    let writer = Writer { locale, measure: figures::measure(definition) };
    let by = locale.t(&format!("figure-by-{}", breakdown.code()), &[])?;
    let spelt = periods::label(locale, definition.grid_months(), period)?;
    let said = Said { writer: &writer, definition, by: &by, period: &spelt };
    let rows = said.rows(&beside)?;
    let table = Compared {
        caption: locale.t("compare-caption", &[("by", by.as_str().into()), ("period", spelt.as_str().into())])?,
        with_letters: rows.iter().any(|row| row.outcome.is_some()),
        with_outcomes: rows.iter().any(|row| row.outcome.is_some()),
        with_counts: writer.measure == Measure::Proportion,
        first: locale.t(&format!("figure-member-{}", breakdown.code()), &[])?,
        rows,
    };
    Ok(Outcome { sentences: said.sentences(&beside)?, chart: said.chart(&beside, wanted)?, table: Some(table) })
}

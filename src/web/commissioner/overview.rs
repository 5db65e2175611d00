//! Every indicator of the framework at a glance, as it was released: what needs attention first.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};

use super::asked::{self, Asked};
use super::equity::{Equity, State};
use super::figures::{self, Writer};
use super::indicator::Shown;
use super::judged::{self, Judged};
use super::names::Names;
use super::ways::{self, Seen};
use super::{file, language_of, language_of_framework, periods, target};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Figure, Released};
use crate::domain::framework::{Outcome, Programme};
use crate::domain::indicator::Period;
use crate::domain::release::Place;
use crate::domain::statistics::spc::{Assurance, Variation};
use crate::i18n::MissingMessage;
use crate::released::Ledger;
use crate::web::chart;
use crate::web::pages::commissioner::{Glance, Glances, Heard, Overview};
use crate::web::pages::figures::MonthLink;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many periods a small trend shows.
const SPARK: usize = 24;

/// One indicator with what was released of it.
pub struct Reviewed<'a> {
    pub shown: Shown<'a>,
    pub outcome: &'a Outcome,
}

/// Shows every indicator.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let page = page(&app, &visitor, (&ledger, &Names::read(&app).await?), &asked)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let (period, programme) = (asked.period(&periods::released(&app, &ledger))?, asked.programme(&app)?);
    let event = staff.event(&app, Action::FiguresExported).about(format!("framework:{}", app.framework.key));
    staff.record(&app, event.with(period.map(|period| format!("period {period}")).unwrap_or_default())).await?;
    let reviewed = period.map(|period| review(&app, &ledger, period, programme)).unwrap_or_default();
    file::overview(&app, &ledger, period, &reviewed)
}

/// The indicators of a programme, or of all of them, in the framework's order. One with longer periods than a month is shown by the
/// period that the month lies in, and by none where that has not left.
fn review<'a>(app: &'a App, ledger: &'a Ledger, period: Period, programme: Option<&Programme>) -> Vec<Reviewed<'a>> {
    let one = |key: &str| {
        let mut shown = Shown::newest(app, ledger, key, Some(period))?;
        let months = shown.definition.grid_months().max(1);
        if shown.now.is_some_and(|(at, _)| at <= period.plus(-months)) {
            (shown.definition, shown.now, shown.series) = (app.definition(key, period)?, None, None);
        }
        let outcome = app.framework.outcome(&shown.definition.outcome)?;
        let is_wanted = programme.is_none_or(|programme| outcome.programme == programme.key);
        is_wanted.then_some(Reviewed { shown, outcome })
    };
    app.framework.indicators.iter().filter_map(|listed| one(&listed.key)).collect()
}

fn page(app: &App, visitor: &Visitor, (ledger, names): (&Ledger, &Names), asked: &Asked) -> Result<Overview, Problem> {
    let locale = &visitor.locale;
    let released = periods::released(app, ledger);
    let (period, programme, by_outcome) = (asked.period(&released)?, asked.programme(app)?, asked.by_outcome());
    let chosen = programme.map(|one| one.key.as_str()).unwrap_or_default();
    let shown = period.unwrap_or_else(|| app.settled());
    let reviewed = review(app, ledger, shown, programme);
    let filter = format!("&order={}&programme={}", if by_outcome { "outcome" } else { "attention" }, encoded(chosen));
    let earlier = periods::around(locale, (shown, &released), "/commissioner?period=")?;
    let with_filter = |link: MonthLink| MonthLink { href: format!("{}{filter}", link.href), ..link };
    Ok(Overview {
        framework: app.framework.title.clone(),
        release: periods::told(app, locale, ledger)?,
        period: period.map(|period| locale.month_year(period.first_day())),
        months: earlier.into_iter().map(with_filter).collect(),
        ways: ways::of_all(locale, (names, None), period, chosen)?,
        filters: vec![
            asked::period_field(locale, &released, period)?,
            asked::order_field(locale, by_outcome)?,
            asked::programme_field(app, locale, programme)?,
        ],
        tables: tables(app, visitor, ledger, &reviewed, by_outcome)?,
        icons: chart::icon_shapes(),
        csv: format!("/commissioner/overview.csv?period={shown}&programme={}", encoded(chosen)),
        text_lang: language_of_framework(locale),
    })
}

/// One table by attention, or one for each outcome.
fn tables(app: &App, visitor: &Visitor, ledger: &Ledger, all: &[Reviewed<'_>], by_outcome: bool) -> Result<Vec<Glances>, Problem> {
    let mut rows = all.iter().map(|one| Ok((one, row(visitor, ledger, one)?))).collect::<Result<Vec<_>, Problem>>()?;
    if !by_outcome {
        rows.sort_by_key(|(_, (rank, _))| *rank);
        let rows = rows.into_iter().map(|(_, (_, row))| row).collect();
        return Ok(vec![Glances { title: visitor.locale.t("overview-by-attention", &[])?, text_lang: None, rows }]);
    }
    let mut found: Vec<Glances> = Vec::new();
    let mut last = None;
    for (one, (_, row)) in rows {
        if last != Some(&one.outcome.key) || found.is_empty() {
            let programme = app.framework.programmes.iter().find(|programme| programme.key == one.outcome.programme);
            let title = format!("{}: {}", programme.map(|one| one.title.as_str()).unwrap_or_default(), one.outcome.title);
            let text_lang = language_of_framework(&visitor.locale);
            found.push(Glances { title, text_lang, rows: Vec::new() });
            last = Some(&one.outcome.key);
        }
        if let Some(table) = found.last_mut() {
            table.rows.push(row);
        }
    }
    Ok(found)
}

/// Where a row stands in the order of attention: worse than by chance, then a target that will be missed unless something changes,
/// then heard too unevenly, then otherwise changed. What is hidden comes last: nothing can be seen that would need attention.
fn rank((variation, assurance): (Option<Variation>, Option<Assurance>), equity: Option<State>, is_shown: bool) -> u8 {
    match (variation, assurance, equity) {
        (Some(Variation::ConcernHigh | Variation::ConcernLow), ..) => 0,
        (_, Some(Assurance::Fail), _) => 1,
        (.., Some(State::TooUnlike)) => 2,
        (Some(Variation::NeitherHigh | Variation::NeitherLow), ..) => 3,
        _ if !is_shown => 7,
        (None, ..) => 4,
        (Some(Variation::CommonCause), ..) => 5,
        (Some(Variation::ImprovementHigh | Variation::ImprovementLow), ..) => 6,
    }
}

fn row(visitor: &Visitor, ledger: &Ledger, one: &Reviewed<'_>) -> Result<(u8, Glance), Problem> {
    let (definition, locale, now) = (&one.shown.definition, &visitor.locale, one.shown.now);
    let writer = Writer { locale, measure: figures::measure(definition) };
    let judged = one.shown.series.as_ref().map(|series| judged::judge(definition, series));
    let released = one.shown.at(Place::WHOLE);
    let row = released.map(|released| writer.row(String::new(), released)).transpose()?;
    let before = one.shown.series.as_ref().and_then(|series| series.rows().rev().nth(1)).map(|(_, released)| released);
    let change = released.zip(before).map(|(now, before)| writer.change(definition.polarity, now, before)).transpose()?.flatten();
    let equity = now.and_then(|(period, _)| Equity::of(ledger, definition, period));
    let (variation, assurance) = (judged.as_ref().and_then(Judged::variation), target::assurance(definition, judged.as_ref()));
    let figure = released.and_then(Released::figure);
    let period = now.map(|(period, _)| period);
    let nothing = locale.t("withheld-nothing", &[])?;
    let glance = Glance {
        title: definition.title_in(locale.language()).to_owned(),
        text_lang: language_of(definition, locale),
        href: Seen::Alone.at(&definition.key, period),
        ways: ways::of_indicator(locale, &definition.key, Seen::Alone, period)?,
        outcome: one.outcome.title_in(locale.language()).to_owned(),
        period: period.map(|period| periods::label(locale, definition.grid_months(), period)).transpose()?,
        withheld: row.as_ref().map_or(Some(nothing), |row| row.withheld.clone()),
        value: row.as_ref().and_then(|row| row.value.clone()),
        interval: row.as_ref().and_then(|row| row.interval.clone()),
        numerator: row.as_ref().and_then(|row| row.numerator.clone()),
        denominator: row.as_ref().and_then(|row| row.denominator.clone()),
        polarity: figures::polarity(definition.polarity),
        change,
        spark: judged.as_ref().map(spark).filter(|svg| !svg.is_empty()),
        variation: chart::icon(judged::icon(variation), &locale.t(&format!("variation-{}", judged::code(variation)), &[])?),
        assurance: chart::icon(target::icon(assurance), &locale.t(&format!("assurance-{}", target::code(assurance)), &[])?),
        target: target::said(&writer, definition)?,
        equity: equity.as_ref().map(|equity| voice(&writer, equity)).transpose()?,
        completeness: figure.map(|figure| writer.completeness(definition, figure)).transpose()?.flatten(),
    };
    Ok((rank((variation, assurance), equity.map(|equity| equity.state()), figure.is_some()), glance))
}

fn spark(judged: &Judged<'_>) -> String {
    let values: Vec<Option<f64>> = judged.points.iter().map(|(_, figure)| figure.map(Figure::value)).collect();
    chart::spark(values.get(values.len().saturating_sub(SPARK)..).unwrap_or_default())
}

/// Asked, answered, and whether the answers can stand for all.
fn voice(writer: &Writer<'_>, equity: &Equity) -> Result<Heard, MissingMessage> {
    let state = equity.state().code();
    Ok(Heard {
        state,
        said: writer.locale.t(&format!("equity-{state}"), &[])?,
        asked: equity.whole.map(|(_, asked)| writer.count(asked)),
        answered: equity.whole.map(|(answered, _)| writer.count(answered)),
    })
}

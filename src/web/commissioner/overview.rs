//! Every indicator of the framework at a glance, as it was released: what needs attention first.

use std::collections::BTreeSet;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use super::equity::{Equity, State};
use super::figures::{self, Writer};
use super::judged::{self, Judged};
use super::{counted_by, file, language_of, periods};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Figure, Releasable, Released};
use crate::domain::framework::Outcome;
use crate::domain::indicator::{Definition, Period};
use crate::domain::release::Place;
use crate::domain::statistics::spc::Variation;
use crate::i18n::MissingMessage;
use crate::released::{Leaf, Ledger};
use crate::web::chart::{self, Icon};
use crate::web::pages::commissioner::{Glance, Glances, Heard, Overview};
use crate::web::pages::figures::{MonthLink, Pick};
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// How many periods a small trend shows.
const SPARK: usize = 24;

/// What is to be shown: the address says it, so that a view can be shared.
#[derive(Debug, Deserialize)]
pub struct Asked {
    pub period: Option<String>,
    /// `outcome`; otherwise by what needs attention.
    order: Option<String>,
    programme: Option<String>,
}

/// One indicator with what was released of it.
pub struct Reviewed<'a> {
    pub definition: Definition,
    pub outcome: &'a Outcome,
    /// The released period that the month shown lies in.
    pub now: Option<(Period, &'a Leaf)>,
    /// Period by period, up to it.
    pub series: Option<Releasable<Period>>,
}

/// Shows every indicator.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let page = page(&app, &visitor, &ledger, &asked)?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, asked: Query<Asked>) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let period = periods::chosen(asked.period.as_deref(), &periods::released(&app, &ledger))?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("framework:{}", app.framework.key));
    staff.record(&app, event.with(period.map(|period| format!("period {period}")).unwrap_or_default())).await?;
    let reviewed = period.map(|period| review(&app, &ledger, period, None)).unwrap_or_default();
    file::overview(&app, &ledger, period, &reviewed)
}

async fn review(app: &App, period: Period) -> Result<Vec<Reviewed>, Problem> {
    let definitions = app.framework.indicators.clone();
    let reviewed = app.store.read("overview", move |conn| {
        let profile = Profile::mhsds();
        let review = |definition: Definition| {
            let series = profile.release_series(cells::series(conn, &definition.counted_as(), period)?, figures::measure(&definition));
            let asked = definition.survey().map(|survey| cells::series(conn, &Definition::response_rate(survey).counted_as(), period)).transpose()?;
            let response = asked.and_then(|asked| profile.release_counted(asked).pop()).map(|(_, counted)| counted).unwrap_or_default();
            Ok(Reviewed { definition, series, response })
        };
        definitions.into_iter().map(review).collect::<store::Result<Vec<_>>>()
    });
    Ok(reviewed.await?)
}

fn page(app: &App, visitor: &Visitor, ledger: &Ledger, asked: &Asked) -> Result<Overview, Problem> {
    let locale = &visitor.locale;
    let released = periods::released(app, ledger);
    let period = periods::chosen(asked.period.as_deref(), &released)?;
    let programme = asked.programme.as_deref().filter(|key| !key.is_empty());
    if programme.is_some_and(|key| app.framework.programmes.iter().all(|one| one.key != key)) {
        return Err(Problem::NotFound);
    }
    let by_outcome = asked.order.as_deref() == Some("outcome");
    let shown = period.unwrap_or_else(|| app.settled());
    let reviewed = review(app, ledger, shown, programme);
    let filter =
        format!("&order={}&programme={}", if by_outcome { "outcome" } else { "attention" }, encoded(programme.unwrap_or_default()));
    let earlier = periods::around(locale, None, (shown, &released), "/commissioner?period=")?;
    let with_filter = |mut link: MonthLink| {
        link.href.push_str(&filter);
        link
    };
    Ok(Overview {
        framework: app.framework.title.clone(),
        release: periods::told(app, locale, ledger)?,
        period: period.map(|period| locale.month_year(period.first_day())),
        months: earlier.into_iter().map(with_filter).collect(),
        periods: picks(visitor, &released, period),
        orders: [("attention", !by_outcome), ("outcome", by_outcome)]
            .into_iter()
            .map(|(order, chosen)| Ok(Pick { value: order.into(), label: locale.t(&format!("overview-order-{order}"), &[])?, chosen }))
            .collect::<Result<_, MissingMessage>>()?,
        programmes: programmes(app, visitor, programme)?,
        tables: tables(app, visitor, ledger, &reviewed, by_outcome)?,
        icons: chart::icon_shapes(),
        csv: format!("/commissioner/overview.csv?period={shown}"),
        text_lang: (locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

fn picks(visitor: &Visitor, released: &BTreeSet<Period>, chosen: Option<Period>) -> Vec<Pick> {
    let pick = |period: &Period| Pick {
        value: period.to_string(),
        label: visitor.locale.month_year(period.first_day()),
        chosen: Some(*period) == chosen,
    };
    released.iter().rev().map(pick).collect()
}

fn programmes(app: &App, visitor: &Visitor, chosen: Option<&str>) -> Result<Vec<Pick>, MissingMessage> {
    let all = Pick { value: String::new(), label: visitor.locale.t("overview-all-programmes", &[])?, chosen: chosen.is_none() };
    let pick = |key: &String, title: &String| Pick { value: key.clone(), label: title.clone(), chosen: chosen == Some(key.as_str()) };
    Ok([all].into_iter().chain(app.framework.programmes.iter().map(|one| pick(&one.key, &one.title))).collect())
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
            let text_lang = (visitor.locale.language().primary() != "en").then(|| "en".to_owned());
            found.push(Glances { title, text_lang, rows: Vec::new() });
            last = Some(&one.outcome.key);
        }
        if let Some(table) = found.last_mut() {
            table.rows.push(row);
        }
    }
    Ok(found)
}

/// Where a row stands in the order of attention: worse than by chance, then heard too unevenly, then otherwise changed.
fn rank(variation: Option<Variation>, equity: Option<State>, is_shown: bool) -> u8 {
    match (variation, equity) {
        (Some(Variation::ConcernHigh | Variation::ConcernLow), _) => 0,
        (_, Some(State::TooUnlike)) => 1,
        (Some(Variation::NeitherHigh | Variation::NeitherLow), _) => 2,
        _ if !is_shown => 3,
        (None, _) => 4,
        (Some(Variation::CommonCause), _) => 5,
        (Some(Variation::ImprovementHigh | Variation::ImprovementLow), _) => 6,
    }
}

fn row(visitor: &Visitor, ledger: &Ledger, one: &Reviewed<'_>) -> Result<(u8, Glance), Problem> {
    let (definition, locale) = (&one.definition, &visitor.locale);
    let writer = Writer { locale, measure: figures::measure(definition) };
    let judged = one.series.as_ref().map(|series| judged::judge(definition, series));
    let released = one.now.and_then(|(_, leaf)| leaf.figures.find(&Place::WHOLE));
    let shown = released.map(|released| writer.row(String::new(), released)).transpose()?;
    let before = one.series.as_ref().and_then(|series| series.rows().rev().nth(1)).map(|(_, released)| released);
    let change = released.zip(before).map(|(now, before)| writer.change(definition.polarity, now, before)).transpose()?.flatten();
    let equity = one.now.and_then(|(period, _)| Equity::of(ledger, definition, period));
    let variation = judged.as_ref().and_then(Judged::variation);
    let figure = released.and_then(Released::figure);
    let period = one.now.map(|(period, _)| periods::label(locale, Some(definition), period)).transpose()?;
    let address = format!("/commissioner/indicators/{}", definition.key);
    let nothing = locale.t("withheld-nothing", &[])?;
    let glance = Glance {
        title: definition.title_in(locale.language()).to_owned(),
        text_lang: language_of(definition, locale),
        href: one.now.map_or(address.clone(), |(period, _)| format!("{address}?period={period}")),
        outcome: one.outcome.title_in(locale.language()).to_owned(),
        period,
        withheld: shown.as_ref().map_or(Some(nothing), |row| row.withheld.clone()),
        value: shown.as_ref().and_then(|row| row.value.clone()),
        interval: shown.as_ref().and_then(|row| row.interval.clone()),
        numerator: shown.as_ref().and_then(|row| row.numerator.clone()),
        denominator: shown.as_ref().and_then(|row| row.denominator.clone()),
        polarity: figures::polarity(definition.polarity),
        change,
        spark: judged.as_ref().map(spark).filter(|svg| !svg.is_empty()),
        variation: chart::icon(judged::icon(variation), &locale.t(&format!("variation-{}", judged::code(variation)), &[])?),
        assurance: chart::icon(Icon::NoTarget, &locale.t("assurance-none", &[])?),
        equity: equity.as_ref().map(|equity| voice(&writer, equity)).transpose()?,
        completeness: figure.map(|figure| writer.completeness(definition, figure)).transpose()?.flatten(),
    };
    Ok((rank(variation, equity.map(|equity| equity.state()), figure.is_some()), glance))
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

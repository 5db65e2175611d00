//! One indicator in full: its trend, its breakdowns, its definition, and the file.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::figures::{self, Writer};
use super::{Month, file, is_under_way, months};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::disclosure::{Figure, Profile, Releasable, Released};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Breakdown, Definition, Period};
use crate::store::{cells, organisations};
use crate::web::chart::{self, Bounds, Notes, Options, Point};
use crate::web::framework;
use crate::web::pages::commissioner::{DefinitionLine, FigureRow, Indicator, MonthLink};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// An organisation or a locality: its code, where it has one, and its name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    pub code: String,
    /// Empty for "not stated".
    pub name: String,
}

/// What was released of one indicator.
pub struct Shown {
    pub definition: Definition,
    pub series: Releasable<Period>,
    pub providers: Releasable<Member>,
    pub localities: Releasable<Member>,
}

/// The ways from an indicator's page to others.
pub struct Ways {
    pub overview: String,
    pub months: Vec<MonthLink>,
    pub csv: String,
}

/// Shows the indicator.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    month: Query<Month>,
) -> Result<HttpResponse, Problem> {
    let period = month.period(&app)?;
    let released = release(&app, &key, period).await?;
    let address = format!("/commissioner/indicators/{}", released.definition.key);
    let ways = Ways {
        overview: format!("/commissioner?period={period}"),
        months: months(&app, &visitor.locale, period, &format!("{address}?period=")),
        csv: format!("{address}.csv?period={period}"),
    };
    let standing = framework::of_indicator(&app, &visitor.locale, &key).await?;
    let page = Indicator { standing, ..page(&app, &visitor, period, &released, ways)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// The same figures as a file.
pub async fn csv(app: Data<App>, staff: Staff<SeeCountyFigures>, key: Path<String>, month: Query<Month>) -> Result<HttpResponse, Problem> {
    let period = month.period(&app)?;
    let released = release(&app, &key, period).await?;
    let event = staff.event(&app, Action::FiguresExported).about(format!("indicator:{}", released.definition.key));
    staff.record(&app, event.with(format!("period {period}"))).await?;
    file::indicator(&app, period, &released)
}

async fn release(app: &App, key: &str, period: Period) -> Result<Shown, Problem> {
    let definition = app.framework.indicator(key).cloned().ok_or(Problem::NotFound)?;
    let released = app.store.read("indicator", move |conn| {
        let (profile, measure) = (Profile::mhsds(), figures::measure(&definition));
        let providers: HashMap<i64, Member> =
            organisations::list(conn)?.into_iter().map(|one| (one.id.0, Member { code: one.ods_code, name: one.name })).collect();
        let places: HashMap<i64, Member> =
            organisations::localities(conn)?.into_iter().map(|one| (one.id.0, Member { code: one.code, name: one.name })).collect();
        let named = |members: HashMap<i64, Member>| move |id: i64| members.get(&id).cloned().unwrap_or_default();
        let provider = cells::split(conn, &definition.counted_as(), Breakdown::Provider, period)?;
        let locality = cells::split(conn, &definition.counted_as(), Breakdown::Locality, period)?;
        Ok(Shown {
            series: profile.release_series(cells::series(conn, &definition.counted_as(), period)?, measure),
            providers: profile.release_parts(provider, measure).map_keys(named(providers)),
            localities: profile.release_parts(locality, measure).map_keys(named(places)),
            definition,
        })
    });
    Ok(released.await?)
}

/// The page of what was released.
pub fn page(app: &App, visitor: &Visitor, period: Period, released: &Shown, ways: Ways) -> Result<Indicator, Problem> {
    let Shown { definition, series, .. } = released;
    let writer = Writer { locale: &visitor.locale, measure: figures::measure(definition) };
    let month = visitor.locale.month_year(period.first_day());
    let sentence = sentence(&writer, period, series)?;
    let outcome = app.framework.outcomes.iter().find(|outcome| outcome.key == definition.outcome);
    Ok(Indicator {
        title: definition.title.clone(),
        about: None,
        outcome: outcome.map(|outcome| outcome.title.clone()).unwrap_or_default(),
        overview_href: ways.overview,
        trend: trend(app, &writer, definition, series, &sentence)?,
        period: month,
        months: ways.months,
        sentence,
        points: points(app, &writer, definition, series)?,
        providers: members(&writer, definition, &released.providers)?,
        localities: members(&writer, definition, &released.localities)?,
        definition: lines(visitor, definition)?,
        definition_full: definition.to_toml(),
        csv: ways.csv,
        source: definition.source.clone(),
        standing: None,
        small_numbers: Some(visitor.locale.t("overview-small-numbers", &[])?),
        text_lang: (visitor.locale.language().primary() != "en").then(|| "en".to_owned()),
    })
}

/// What the trend shows, in a sentence or two.
fn sentence(writer: &Writer<'_>, period: Period, series: &Releasable<Period>) -> Result<String, Problem> {
    let month = |period: Period| writer.locale.month_year(period.first_day());
    let Some(figure) = figures::at(series, period).and_then(Released::figure) else {
        return Ok(writer.locale.t("sentence-withheld", &[("period", month(period).into())])?);
    };
    let value = writer.value(figure.value(), figure.places());
    let mut said = match figure.interval() {
        Some(interval) => {
            let interval = writer.interval(&interval, figure.places())?;
            writer.locale.t("sentence-now", &[("period", month(period).into()), ("value", value.into()), ("interval", interval.into())])?
        }
        None => writer.locale.t("sentence-now-alone", &[("period", month(period).into()), ("value", value.into())])?,
    };
    let year_before = period.plus(-12);
    if let Some(earlier) = figures::at(series, year_before).and_then(Released::figure) {
        let value = writer.value(earlier.value(), earlier.places());
        said.push(' ');
        said.push_str(&writer.locale.t("sentence-year-before", &[("period", month(year_before).into()), ("value", value.into())])?);
    }
    Ok(said)
}

fn trend(app: &App, writer: &Writer<'_>, definition: &Definition, series: &Releasable<Period>, sentence: &str) -> Result<String, Problem> {
    let point = |(period, released): (&Period, &Released)| Point {
        label: writer.locale.month_brief(period.first_day()),
        value: released.value(),
        lower: released.figure().and_then(Figure::interval).map(|interval| interval.lower),
        upper: released.figure().and_then(Figure::interval).map(|interval| interval.upper),
        provisional: is_under_way(*period, app.clock.today()),
    };
    let points: Vec<Point> = series.rows().map(point).collect();
    let say = |key: &str| writer.locale.t(key, &[]);
    let number = |value: f64| writer.value(value, figures::places(writer.measure));
    let bounds = match (writer.measure, definition.kind) {
        (Measure::Proportion, _) => Bounds::PER_CENT,
        (Measure::Mean, Kind::PairedChange) => Bounds { lowest: None, highest: None },
        (Measure::Mean | Measure::Rate(_) | Measure::Ratio | Measure::Standardised(_), _) => Bounds { lowest: Some(0.0), highest: None },
    };
    let (interval, withheld, provisional) = (say("chart-interval")?, say("chart-withheld")?, say("chart-provisional")?);
    Ok(chart::trend(
        &points,
        &Options {
            id: "trend",
            title: &definition.title,
            description: sentence,
            notes: Notes { interval: &interval, withheld: &withheld, provisional: &provisional },
            bounds,
            number: &number,
        },
    ))
}

fn points(app: &App, writer: &Writer<'_>, definition: &Definition, series: &Releasable<Period>) -> Result<Vec<FigureRow>, Problem> {
    let row = |(period, released): (&Period, &Released)| {
        let mut row = row(writer, definition, writer.locale.month_year(period.first_day()), released)?;
        if is_under_way(*period, app.clock.today()) {
            let under_way = writer.locale.t("figure-under-way", &[])?;
            row.note = Some(row.note.map_or(under_way.clone(), |note| format!("{under_way} {note}")));
        }
        Ok(row)
    };
    series.rows().rev().map(row).collect()
}

fn members(writer: &Writer<'_>, definition: &Definition, parts: &Releasable<Member>) -> Result<Vec<FigureRow>, Problem> {
    let unstated = writer.locale.t("figure-not-stated", &[])?;
    let name = |member: &Member| if member.name.is_empty() { unstated.clone() } else { member.name.clone() };
    let mut named: Vec<(String, &Released)> = parts.rows().map(|(member, released)| (name(member), released)).collect();
    named.sort_by(|(one, _), (other, _)| (*one == unstated, one).cmp(&(*other == unstated, other)));
    named.into_iter().map(|(name, released)| row(writer, definition, name, released)).collect()
}

fn row(writer: &Writer<'_>, definition: &Definition, name: String, released: &Released) -> Result<FigureRow, Problem> {
    let mut row = writer.row(name, released)?;
    row.note = released.figure().map(|figure| writer.completeness(definition, figure)).transpose()?.flatten();
    Ok(row)
}

/// The definition in plain words.
fn lines(visitor: &Visitor, definition: &Definition) -> Result<Vec<DefinitionLine>, Problem> {
    let plain = &definition.plain;
    let version = format!("{} ({})", definition.version, definition.effective_from);
    let said = [
        ("definition-why", plain.why.clone()),
        ("definition-denominator", plain.denominator.clone()),
        ("definition-numerator", plain.numerator.clone()),
        ("definition-missing", plain.missing.clone()),
        ("definition-version", version),
    ];
    let line = |(key, text): (&str, String)| Ok(DefinitionLine { label: visitor.locale.t(key, &[])?, text });
    said.into_iter().map(line).collect()
}

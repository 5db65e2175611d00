//! One indicator of one provider: its trend, month by month, and how it is worked out.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::figures as own;
use super::months::{Month, is_under_way, months};
use super::outcomes::Reviewed;
use super::reach::{Reach, Whose};
use crate::app::App;
use crate::domain::access::Permission;
use crate::domain::disclosure::{Figure, Releasable, Released};
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::tally::Measure;
use crate::domain::indicator::{Definition, Period};
use crate::web::chart::{self, Bounds, Notes, Options, Point};
use crate::web::commissioner::figures::{self, Writer};
use crate::web::pages::figures::{DefinitionLine, FigureRow};
use crate::web::pages::provider::Indicator;
use crate::web::problem::Problem;
use crate::web::reply::{self, encoded};
use crate::web::right::SeeProviderFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// Shows the indicator.
pub async fn show(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeProviderFigures>,
    key: Path<String>,
    (whose, month): (Query<Whose>, Query<Month>),
) -> Result<HttpResponse, Problem> {
    let reach = Reach::of(&app, &staff, &whose).await?;
    let period = month.period(&app)?;
    let definition = app.framework.indicator(&key).cloned().ok_or(Problem::NotFound)?;
    let provider = reach.chosen.id;
    let reviewed = app.store.read("provider indicator", move |conn| own::release(conn, &definition, provider, period)).await?;
    let may_see = staff.may(Permission::SeePeople) && !reviewed.definition.kind.is_supplied();
    let behind = may_see.then(|| format!("/provider/behind?indicator={}&period={period}", encoded(&reviewed.definition.key)));
    let page = Indicator { behind, ..page(&app, &visitor, period, &reach, &reviewed)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

fn page(app: &App, visitor: &Visitor, period: Period, reach: &Reach, reviewed: &Reviewed) -> Result<Indicator, Problem> {
    let Reviewed { definition, series, .. } = reviewed;
    let writer = Writer { locale: &visitor.locale, measure: figures::measure(definition) };
    let sentence = sentence(&writer, period, series)?;
    let outcome = app.framework.outcomes.iter().find(|outcome| outcome.key == definition.outcome);
    let (query, key) = (reach.query(), &definition.key);
    Ok(Indicator {
        title: definition.title.clone(),
        organisation: reach.chosen.name.clone(),
        outcome: outcome.map(|outcome| outcome.title.clone()).unwrap_or_default(),
        overview_href: format!("/provider?{query}&period={period}"),
        months: months(app, &visitor.locale, period, &format!("/provider/indicators/{key}?{query}&period=")),
        trend: trend(app, &writer, definition, series, &sentence)?,
        sentence,
        points: points(app, &writer, definition, series)?,
        definition: lines(visitor, definition)?,
        definition_full: definition.to_toml(),
        csv: format!("/provider/figures.csv?{query}&period={period}"),
        behind: None,
        source: definition.source.clone(),
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
        _ => Bounds { lowest: Some(0.0), highest: None },
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

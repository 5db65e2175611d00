//! The chart of an indicator to take away: as SVG, and as a picture.

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query};

use super::charts::Series;
use super::figures::{self, Writer};
use super::indicator::{Asked, Shown, sentence};
use super::judged;
use crate::app::App;
use crate::domain::access::Action;
use crate::web::chart::{self, Width};
use crate::web::problem::Problem;
use crate::web::right::SeeCountyFigures;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// The chart as SVG.
pub async fn svg(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (name, drawn) = take(&app, &visitor, &staff, &key, &asked).await?;
    Ok(attached("image/svg+xml", &format!("{name}.svg"), drawn.into_bytes()))
}

/// The chart as a picture.
pub async fn png(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    let (name, drawn) = take(&app, &visitor, &staff, &key, &asked).await?;
    let painted = tokio::task::spawn_blocking(move || chart::png(&drawn)).await.map_err(|why| Problem::Internal(why.to_string()))?;
    let picture = painted.map_err(|why| Problem::Internal(why.to_string()))?;
    Ok(attached("image/png", &format!("{name}.png"), picture))
}

async fn take(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<SeeCountyFigures>,
    key: &str,
    asked: &Asked,
) -> Result<(String, String), Problem> {
    let ledger = app.ledger().await?;
    let shown = Shown::of(app, &ledger, key, asked.period())?;
    let (Some((period, _)), Some(series)) = (shown.now, &shown.series) else { return Err(Problem::NotFound) };
    let definition = &shown.definition;
    let writer = Writer { locale: &visitor.locale, measure: figures::measure(definition) };
    let (judged, sentence) = (judged::judge(definition, series), sentence(&writer, definition, &shown)?);
    let title = definition.title_in(visitor.locale.language());
    let series = Series { writer: &writer, definition, judged: &judged, title, sentence: &sentence };
    let drawn = series.control(|chart| chart::file(chart, Width::Wide))?;
    let event = staff.event(app, Action::FiguresExported).about(format!("indicator:{}", definition.key));
    staff.record(app, event.with(format!("chart, period {period}"))).await?;
    Ok((format!("{}-{period}", definition.key), drawn))
}

fn attached(kind: &str, name: &str, bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(bytes)
}

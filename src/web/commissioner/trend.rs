//! The chart of an indicator to take away: as SVG, and as a picture.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::asked::Asked;
use super::charts::{Form, Series, Wanted, download};
use super::figures::{self, Writer};
use super::indicator::{Shown, sentence};
use super::judged;
use crate::app::App;
use crate::domain::access::Action;
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
    take(&app, &visitor, &staff, (&key, &asked, Form::Svg)).await
}

/// The chart as a picture.
pub async fn png(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<SeeCountyFigures>,
    key: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    take(&app, &visitor, &staff, (&key, &asked, Form::Png)).await
}

async fn take(
    app: &App,
    visitor: &Visitor,
    staff: &Staff<SeeCountyFigures>,
    (key, asked, form): (&str, &Asked, Form),
) -> Result<HttpResponse, Problem> {
    let ledger = app.ledger().await?;
    let shown = Shown::of(app, &ledger, key, asked)?;
    let (Some((period, _)), Some(series)) = (shown.now, &shown.series) else { return Err(Problem::NotFound) };
    let definition = &shown.definition;
    let writer = Writer { locale: &visitor.locale, measure: figures::measure(definition) };
    let (judged, sentence) = (judged::judge(definition, series), sentence(&writer, definition, &shown)?);
    let title = definition.title_in(visitor.locale.language());
    let series = Series { writer: &writer, definition, judged: &judged, title, sentence: &sentence };
    let file = download(series.control(Wanted::File)?, form, &format!("{}-{period}", definition.key)).await?;
    let event = staff.event(app, Action::FiguresExported).about(format!("indicator:{}", definition.key));
    staff.record(app, event.with(format!("chart, period {period}"))).await?;
    Ok(file)
}

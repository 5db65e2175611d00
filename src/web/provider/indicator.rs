//! One indicator of one provider: its trend, month by month, and how it is worked out.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::figures;
use super::reach::{Reach, Whose};
use crate::app::App;
use crate::domain::disclosure::{Profile, Unreleased};
use crate::web::commissioner::figures::measure;
use crate::web::commissioner::indicator::{Shown, Ways, page};
use crate::web::commissioner::{Month, months};
use crate::web::pages::commissioner::Indicator;
use crate::web::problem::Problem;
use crate::web::reply;
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
    let reviewed = app.store.read("provider indicator", move |conn| figures::release(conn, &definition, provider, period)).await?;
    let query = reach.query();
    let ways = Ways {
        overview: format!("/provider?{query}&period={period}"),
        months: months(&app, &visitor.locale, period, &format!("/provider/indicators/{key}?{query}&period=")),
        csv: format!("/provider/figures.csv?{query}&period={period}"),
    };
    let nobody = || Profile::mhsds().release_series(Unreleased::new(Vec::new()), measure(&reviewed.definition));
    let (providers, localities) = (nobody(), nobody());
    let shown = Shown { definition: reviewed.definition, series: reviewed.series, providers, localities };
    let page = Indicator { about: Some(reach.chosen.name), ..page(&app, &visitor, period, &shown, ways)? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

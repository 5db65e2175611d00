//! What somebody whose answer may mean danger is told about the team that will see it: whether it is at work, and that nobody
//! should wait for it. Nothing where the answers go to no team that has said when it is at work.

use crate::app::App;
use crate::domain::care::alert::{Days, Hours, Watch};
use crate::store::ids::OrganisationId;
use crate::store::responses::Response;
use crate::store::{alert_teams, alerts, organisations};
use crate::web::problem::Problem;
use crate::web::visitor::Visitor;

/// Whether answers that were sent called for help, and if so what is said of the team that sees them.
pub async fn sent(app: &App, visitor: &Visitor, response: &Response) -> Result<(bool, Option<String>), Problem> {
    let (survey, id) = (response.survey_id, response.id);
    let flagged = app.store.read("alerts of response", move |conn| alerts::any(conn, survey, id)).await?;
    let watch = if flagged { sentences(app, visitor, response.organisation_id, true).await? } else { None };
    Ok((flagged, watch))
}

/// The sentences, which depend on whether the answers have been sent.
pub async fn sentences(
    app: &App,
    visitor: &Visitor,
    organisation: Option<OrganisationId>,
    is_sent: bool,
) -> Result<Option<String>, Problem> {
    let Some(id) = organisation else { return Ok(None) };
    let found = app.store.read("alert team", move |conn| Ok(alert_teams::find(conn, id)?.zip(Some(organisations::get(conn, id)?)))).await?;
    let Some((team, organisation)) = found else { return Ok(None) };
    let Some(hours) = Hours::parse(&team.hours) else { return Ok(None) };
    let locale = &visitor.locale;
    let seen = if is_sent { "watch-sent" } else { "watch-unsent" };
    let work = match hours.watch(app.clock.now().zoned(app.clock.zone()).datetime()) {
        Watch::Always => locale.t("watch-always", &[])?,
        Watch::Until(until) => locale.t("watch-open", &[("until", until.to_string().into())])?,
        Watch::From(date, from) => locale.t("watch-closed", &[("date", locale.date(date).into()), ("from", from.to_string().into())])?,
    };
    let holidays = if hours.days == Days::Every { None } else { Some(locale.t("watch-holidays", &[])?) };
    let said = [Some(locale.t(seen, &[("organisation", organisation.name.into())])?), Some(work), holidays];
    Ok(Some(said.into_iter().flatten().collect::<Vec<_>>().join(" ")))
}

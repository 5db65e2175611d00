//! Who looks at the alerts of an organisation: the address that is told, how long they may take, who is told then, and when
//! they are at work, which is what respondents are told.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use super::alert_team_form::{Faults, form, kept, read};
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::alert::{Days, Hours};
use crate::i18n::{Locale, MissingMessage};
use crate::store::alert_teams::{self, Team};
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, audit};
use crate::web::pages::alerts::{TeamRow, TeamShown, Teams};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageSchedules;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What was done a moment ago.
#[derive(Debug, Deserialize)]
pub struct Done {
    done: Option<String>,
}

/// Shows the team of each organisation that somebody manages.
pub async fn list(app: Data<App>, visitor: Visitor, staff: Staff<ManageSchedules>, done: Query<Done>) -> Result<HttpResponse, Problem> {
    let own = staff.organisations();
    let found = |conn: &mut Conn| Ok((organisations::list(conn)?, alert_teams::list(conn)?));
    let (all, teams) = app.store.read("alert teams", found).await?;
    let row = |one: &Organisation| {
        let team = teams.iter().find(|team| team.organisation_id == one.id);
        let team = team.map(|team| shown(&visitor.locale, team)).transpose()?;
        Ok(TeamRow { organisation: one.name.clone(), href: format!("/provider/alert-team/{}", one.id.0), team })
    };
    let rows = all.iter().filter(|one| own.contains(&one.id)).map(row).collect::<Result<_, MissingMessage>>()?;
    let done = done.done.as_deref().filter(|done| *done == "changed").map(|_| visitor.locale.t("alerts-done-team", &[])).transpose()?;
    reply::staff_page(&app, &visitor, &Teams { rows, done }, &staff)
}

fn shown(locale: &Locale, team: &Team) -> Result<TeamShown, MissingMessage> {
    let hours = Hours::parse(&team.hours).map(|hours| in_words(locale, hours)).transpose()?;
    Ok(TeamShown {
        email: team.email.clone(),
        escalation_email: team.escalation_email.clone(),
        minutes: locale.whole(team.minutes.into()),
        hours: hours.unwrap_or_default(),
    })
}

fn in_words(locale: &Locale, hours: Hours) -> Result<String, MissingMessage> {
    let days = days(locale, hours.days)?;
    locale.t(
        "alerts-team-hours",
        &[("days", days.into()), ("from", hours.from.to_string().into()), ("until", hours.until.to_string().into())],
    )
}

/// What people call those days.
pub(super) fn days(locale: &Locale, days: Days) -> Result<String, MissingMessage> {
    locale.t(&format!("alerts-days-{}", days.code()), &[])
}

/// Asks who the team is.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageSchedules>, id: Path<String>) -> Result<HttpResponse, Problem> {
    let (organisation, team) = own(&app, &staff, &id).await?;
    let page = form(&visitor.locale, &organisation, &|field| kept(team.as_ref(), field), &Faults::default())?;
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// Keeps who the team is.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageSchedules>,
    id: Path<String>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (organisation, _) = own(&app, &staff, &id).await?;
    let team = match read(&typed, organisation.id, app.clock.now().micros()) {
        Ok(team) => team,
        Err(faults) => {
            let page = form(&visitor.locale, &organisation, &|field| typed.first(field).to_owned(), &faults)?;
            return reply::staff_again(&app, &visitor, &page, &staff);
        }
    };
    let detail = format!("minutes {}, hours {}", team.minutes, team.hours);
    let about = format!("organisation:{}", organisation.id.0);
    let event = staff.event(&app, Action::AlertTeamChanged).about(about).within(organisation.id.0).with(detail);
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        alert_teams::put(tx, &team)?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("change alert team", work).await?;
    Ok(reply::see_other("/provider/alert-team?done=changed#"))
}

/// The organisation, where they manage it, and its team so far.
async fn own(app: &App, staff: &Staff<ManageSchedules>, id: &str) -> Result<(Organisation, Option<Team>), Problem> {
    let named = id.parse().ok().map(OrganisationId);
    let Some(id) = named.filter(|id| staff.organisations().contains(id)) else {
        let subject = named.map_or_else(|| "page:/provider/alert-team/{id}".to_owned(), |id| format!("organisation:{}", id.0));
        return Err(staff.refused(app, &subject).await);
    };
    Ok(app.store.read("alert team", move |conn| Ok((organisations::get(conn, id)?, alert_teams::find(conn, id)?))).await?)
}

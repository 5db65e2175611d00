//! Where staff begin: what they may do here, by their roles.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::domain::access::Permission;
use crate::web::pages::account::{Home, Place};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::SignedIn;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What each permission leads to: the sentence that names it, and its address.
const PLACES: &[(Permission, &str, &str)] = &[
    (Permission::SeeCountyFigures, "staff-place-commissioner", "/commissioner"),
    (Permission::SeeProviderFigures, "staff-place-provider", "/provider"),
    (Permission::SeeCountyFigures, "staff-place-heard", "/commissioner/heard"),
    (Permission::SupplyValues, "staff-place-supply", "/commissioner/supplied"),
    (Permission::SeeProviderFigures, "staff-place-heard", "/provider/heard"),
    (Permission::SeeEventFigures, "staff-place-results", "/engage/results"),
    (Permission::SeeFramework, "staff-place-framework", "/framework"),
    (Permission::SeeFramework, "staff-place-definitions", "/definitions"),
    (Permission::ActOnAlerts, "staff-place-alerts", "/provider/alerts"),
    (Permission::ManageSchedules, "staff-place-alert-team", "/provider/alert-team"),
    (Permission::SeePeople, "staff-place-people", "/provider/people"),
    (Permission::SeePeople, "staff-place-due", "/provider/due"),
    (Permission::ManageSchedules, "staff-place-schedules", "/provider/schedules"),
    (Permission::ManagePeople, "staff-place-letters", "/provider/letters"),
    (Permission::EnterAnswers, "staff-place-paper", "/provider/paper"),
    (Permission::EnterAnswers, "staff-place-kiosks", "/provider/kiosks"),
    (Permission::ManagePeople, "staff-place-imports", "/provider/imports"),
    (Permission::ReadComments, "staff-place-comments", "/engage/comments"),
    (Permission::ReadComments, "staff-place-themes", "/engage/themes"),
    (Permission::ManageEvents, "staff-place-events", "/engage"),
    (Permission::SeeSurveys, "staff-place-surveys", "/surveys"),
    (Permission::ManageAccounts, "staff-place-accounts", "/admin/accounts"),
    (Permission::ManageOrganisations, "staff-place-organisations", "/admin/organisations"),
    (Permission::ReadAudit, "staff-place-audit", "/governance/audit"),
    (Permission::ManageRights, "staff-place-rights", "/governance/people"),
];

/// Shows what they may do.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<SignedIn>) -> Result<HttpResponse, Problem> {
    let theirs = PLACES.iter().filter(|(permission, ..)| staff.may(*permission));
    let place = |(_, key, href): &(Permission, &str, &str)| {
        let explain = visitor.locale.t(&format!("{key}-explain"), &[])?;
        Ok(Place { title: visitor.locale.t(key, &[])?, explain, href: (*href).to_owned() })
    };
    let outbox = (Permission::SeePeople, "staff-place-outbox", "/development/outbox");
    let tried_out = (app.settings.development && app.gateways.outbox.is_some()).then_some(&outbox);
    let page = Home { places: theirs.chain(tried_out).map(place).collect::<Result<_, Problem>>()? };
    reply::staff_page(&app, &visitor, &page, &staff)
}

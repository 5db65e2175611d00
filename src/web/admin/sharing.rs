//! Whether a lead provider may see the people of its partner. The partner decides, or whoever looks after the whole county:
//! an administrator of the lead provider, who reaches its partners too, does not.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::Faults;
use super::fields::Why;
use super::organisation::about;
use super::organisations::{at, load};
use super::{Realm, typed};
use crate::app::App;
use crate::domain::access::{Action, OrganisationKind};
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{Conn, audit, shares};
use crate::web::pages::form::Form;
use crate::web::pages::organisations::Sharing;
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageOrganisations;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// A partner, the lead provider above it, and how things stand between them.
struct Pair {
    partner: Organisation,
    lead: Organisation,
    allowed: bool,
}

/// The lead provider above an organisation.
fn lead<'a>(realm: &'a Realm, partner: &Organisation) -> Option<&'a Organisation> {
    let parent = realm.find(partner.parent_id?)?;
    (parent.kind == OrganisationKind::LeadProvider.code()).then_some(parent)
}

fn may_change(realm: &Realm, lead: &Organisation) -> bool {
    realm.reach.everything || !realm.reach.reaches(lead.id.0)
}

/// What the page of an organisation says about it; `from` are those who may see its people.
pub(super) fn shown(realm: &Realm, partner: &Organisation, from: &[OrganisationId]) -> Option<Sharing> {
    let lead = lead(realm, partner)?;
    Some(Sharing { lead: lead.name.clone(), allowed: from.contains(&lead.id), may_change: may_change(realm, lead) })
}

/// Asks why it is to be changed.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageOrganisations>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let pair = pair(&app, &staff, *id).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &pair, "", &Faults::default())?, &staff)
}

/// Allows it where it is not allowed, ends it where it is. A form sent twice does it once: it says which it means.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageOrganisations>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let pair = pair(&app, &staff, *id).await?;
    if typed.first("what") != what(&pair) {
        return Ok(reply::see_other(&at(pair.partner.id)));
    }
    let reason = match typed::reason(typed.first("reason")) {
        Ok(reason) => reason,
        Err(fault) => {
            let page = form(&visitor, &pair, typed.first("reason"), &Faults::one("reason", fault))?;
            return reply::staff_again(&app, &visitor, &page, &staff);
        }
    };
    let action = if pair.allowed { Action::SharingEnded } else { Action::SharingAllowed };
    let event = about(&app, &staff, pair.partner.id, action).because(reason).with(format!("with organisation:{}", pair.lead.id.0));
    let (partner, lead, ends) = (pair.partner.id, pair.lead.id, pair.allowed);
    let (secret, now) = (app.secret.clone(), app.clock.now().micros());
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let is_lead = organisations::get(tx, lead)?.kind == OrganisationKind::LeadProvider.code();
        let is_still = is_lead && organisations::get(tx, partner)?.parent_id == Some(lead);
        let changed = if ends { shares::end(tx, partner, lead)? } else { is_still && shares::allow(tx, partner, lead, now)? };
        if changed { audit::add(tx, &secret, &event) } else { Ok(()) }
    };
    app.store.write("change sharing", work).await?;
    Ok(reply::see_other(&format!("{}?done={}#", at(partner), action.code())))
}

/// The pair, for somebody who may decide about it and showed lately who they are. Where there is no lead provider there is
/// nothing to decide: then the way on is the organisation's page.
async fn pair(app: &App, staff: &Staff<ManageOrganisations>, id: i64) -> Result<Pair, Problem> {
    let (realm, partner) = load(app, staff, id).await?;
    let lead = lead(&realm, &partner).cloned().ok_or_else(|| Problem::Elsewhere(at(partner.id)))?;
    if !may_change(&realm, &lead) {
        return Err(staff.refused(app, &format!("organisation:{id}")).await);
    }
    staff.fresh(app, &format!("{}/sharing", at(partner.id)))?;
    let (from, to) = (partner.id, lead.id);
    let allowed = app.store.read("shares", move |conn| Ok(shares::from(conn, from)?.contains(&to))).await?;
    Ok(Pair { partner, lead, allowed })
}

/// What there is to do: end it where it is allowed, allow it where it is not.
const fn what(pair: &Pair) -> &'static str {
    if pair.allowed { "sharing-end" } else { "sharing-allow" }
}

fn form(visitor: &Visitor, pair: &Pair, reason: &str, faults: &Faults) -> Result<Form, Problem> {
    let here = at(pair.partner.id);
    let why = Why {
        what: what(pair),
        about: &pair.partner.name,
        at: &here,
        action: format!("{here}/sharing"),
        arguments: vec![("lead", pair.lead.name.as_str().into()), ("name", pair.partner.name.as_str().into())],
    };
    Ok(why.form(&visitor.locale, reason, faults)?)
}

//! Adding an organisation, and changing one. Whoever looks after a single provider may change its name; its type and its parent
//! decide who reaches it, so only an administrator of a commissioner changes those.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};

use super::fault::{Fault, Faults};
use super::organisations::{at, load};
use super::{Realm, fields, typed};
use crate::app::App;
use crate::domain::access::{Action, Event, OdsCode, OrganisationKind, Role, family, leaves_nobody};
use crate::secret::Secret;
use crate::store::error::Constraint;
use crate::store::ids::OrganisationId;
use crate::store::organisations::{self, Organisation};
use crate::store::{self, Conn, Error, audit, shares, staff as rows};
use crate::web::form::Fields;
use crate::web::pages::form::{Back, Form};
use crate::web::posted::Posted;
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageOrganisations;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

const NEW: &str = "/admin/organisations/new";

/// Asks what to add.
pub async fn ask(app: Data<App>, visitor: Visitor, staff: Staff<ManageOrganisations>) -> Result<HttpResponse, Problem> {
    let realm = everything(&app, &staff).await?;
    reply::staff_page(&app, &visitor, &form(&visitor, &realm, None, &Fields::default(), &Faults::default())?, &staff)
}

/// Adds an organisation.
pub async fn add(app: Data<App>, visitor: Visitor, staff: Staff<ManageOrganisations>, typed: Posted) -> Result<HttpResponse, Problem> {
    let realm = everything(&app, &staff).await?;
    let id = OrganisationId(app.random.id(&app.clock));
    let new = Organisation { id, ods_code: String::new(), name: String::new(), kind: String::new(), parent_id: None };
    let faults = match read(&realm, &new, &typed) {
        Ok(new) => match keep_new(&app, &staff, new).await {
            Ok(()) => return Ok(reply::see_other(&format!("{}?done=organisation-added#", at(id)))),
            Err(Error::Taken(Constraint::OrganisationOdsCode)) => Faults::one("ods-code", Fault::OdsCodeTaken),
            Err(why) => return Err(why.into()),
        },
        Err(faults) => faults,
    };
    reply::staff_again(&app, &visitor, &form(&visitor, &realm, None, &typed, &faults)?, &staff)
}

/// Asks what to change.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageOrganisations>, id: Path<i64>) -> Result<HttpResponse, Problem> {
    let (realm, organisation) = load(&app, &staff, *id).await?;
    staff.fresh(&app, &format!("{}/details", at(organisation.id)))?;
    reply::staff_page(&app, &visitor, &form(&visitor, &realm, Some(&organisation), &Fields::default(), &Faults::default())?, &staff)
}

/// Changes an organisation.
pub async fn change(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageOrganisations>,
    id: Path<i64>,
    typed: Posted,
) -> Result<HttpResponse, Problem> {
    let (realm, before) = load(&app, &staff, *id).await?;
    staff.fresh(&app, &format!("{}/details", at(before.id)))?;
    let faults = match read(&realm, &before, &typed) {
        Ok(after) => match keep_changed(&app, &staff, after).await? {
            None => return Ok(reply::see_other(&format!("{}?done=organisation-changed#", at(before.id)))),
            Some((field, fault)) => Faults::one(field, fault),
        },
        Err(faults) => faults,
    };
    reply::staff_again(&app, &visitor, &form(&visitor, &realm, Some(&before), &typed, &faults)?, &staff)
}

/// The organisations, for whoever reaches them all and showed lately who they are.
async fn everything(app: &App, staff: &Staff<ManageOrganisations>) -> Result<Realm, Problem> {
    let realm = Realm::of(app, staff).await?;
    if !realm.reach.everything {
        return Err(staff.refused(app, "organisation:new").await);
    }
    staff.fresh(app, NEW)?;
    Ok(realm)
}

/// The organisation as it was typed. A code is only read for a new one, type and parent only from whoever reaches everything.
fn read(realm: &Realm, before: &Organisation, typed: &Fields) -> Result<Organisation, Faults> {
    let mut faults = Faults::default();
    let mut after = before.clone();
    after.name = faults.take("name", typed::name(typed.first("name"))).unwrap_or_default();
    if before.ods_code.is_empty() {
        let code = OdsCode::parse(typed.first("ods-code")).map(|code| code.as_str().to_owned());
        after.ods_code = faults.take("ods-code", code.ok_or(Fault::OdsCode)).unwrap_or_default();
    }
    if realm.reach.everything {
        let kind = OrganisationKind::from_code(typed.first("kind")).map(|kind| kind.code().to_owned());
        after.kind = faults.take("kind", kind.ok_or(Fault::Kind)).unwrap_or_default();
        let parent = match typed.first("parent") {
            "" => Ok(None),
            chosen => realm.chosen(chosen).map(|parent| Some(parent.id)).ok_or(Fault::Parent),
        };
        after.parent_id = faults.take("parent", parent).flatten();
    }
    if faults.0.is_empty() { Ok(after) } else { Err(faults) }
}

async fn keep_new(app: &App, staff: &Staff<ManageOrganisations>, new: Organisation) -> store::Result<()> {
    let event = about(app, staff, new.id, Action::OrganisationAdded).with(format!("{} {}", new.ods_code, new.kind));
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        organisations::add(tx, std::slice::from_ref(&new))?;
        audit::add(tx, &secret, &event)
    };
    app.store.write("add organisation", work).await
}

/// Changes it, or says why not and at which field.
async fn keep_changed(
    app: &App,
    staff: &Staff<ManageOrganisations>,
    after: Organisation,
) -> Result<Option<(&'static str, Fault)>, Problem> {
    let event = about(app, staff, after.id, Action::OrganisationChanged);
    let ended = about(app, staff, after.id, Action::SharingEnded);
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        audit::turn(tx)?;
        let before = organisations::get(tx, after.id)?;
        if let Some(why_not) = why_not(tx, &before, &after)? {
            return Ok(Some(why_not));
        }
        if before != after {
            organisations::change(tx, &after)?;
            audit::add(tx, &secret, &event.clone().with(changes(&before, &after)))?;
            end_shares(tx, &secret, &after, &ended)?;
        }
        Ok(None)
    };
    Ok(app.store.write("change organisation", work).await?)
}

/// Why an organisation may not become this.
fn why_not(tx: &mut Conn, before: &Organisation, after: &Organisation) -> store::Result<Option<(&'static str, Fault)>> {
    if let Some(parent) = after.parent_id
        && family(&organisations::nodes(tx)?, after.id.0).contains(&parent.0)
    {
        return Ok(Some(("parent", Fault::ParentBelow)));
    }
    if before.kind == after.kind {
        return Ok(None);
    }
    let held = organisations::roles_in(tx, after.id)?;
    if let Some(role) = held.iter().filter_map(|code| Role::from_code(code)).find(|role| !role.fits(&after.kind)) {
        return Ok(Some(("kind", Fault::KindHeld(role))));
    }
    let is_last = leaves_nobody(&rows::keepers(tx)?, |(_, kept)| *kept == after.id);
    Ok(is_last.then_some(("kind", Fault::Last)))
}

/// What changed, for the audit trail.
fn changes(before: &Organisation, after: &Organisation) -> String {
    let parent = |one: &Organisation| one.parent_id.map_or_else(|| "none".to_owned(), |parent| format!("organisation:{}", parent.0));
    let changed = |what: &str, before: &str, after: &str| (before != after).then(|| format!("{what} {before} → {after}"));
    let all = [
        changed("name", &before.name, &after.name),
        changed("type", &before.kind, &after.kind),
        changed("parent", &parent(before), &parent(after)),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Ends what is shared with anybody but the lead provider above, now that the organisation has changed.
fn end_shares(tx: &mut Conn, secret: &Secret, changed: &Organisation, ended: &Event) -> store::Result<()> {
    let is_lead = |tx: &mut Conn, id| Ok::<_, Error>(organisations::get(tx, id)?.kind == OrganisationKind::LeadProvider.code());
    let mut over = Vec::new();
    for to in shares::from(tx, changed.id)? {
        if changed.parent_id != Some(to) || !is_lead(tx, to)? {
            over.push((changed.id, to));
        }
    }
    if changed.kind != OrganisationKind::LeadProvider.code() {
        over.extend(shares::to(tx, changed.id)?.into_iter().map(|from| (from, changed.id)));
    }
    for (from, to) in over {
        shares::end(tx, from, to)?;
        let event = ended.clone().about(format!("organisation:{}", from.0)).within(from.0).with(format!("with organisation:{}", to.0));
        audit::add(tx, secret, &event)?;
    }
    Ok(())
}

/// A line of the audit trail about an organisation.
pub(super) fn about(app: &App, staff: &Staff<ManageOrganisations>, id: OrganisationId, action: Action) -> Event {
    staff.event(app, action).about(format!("organisation:{}", id.0)).within(id.0)
}

fn form(visitor: &Visitor, realm: &Realm, now: Option<&Organisation>, typed: &Fields, faults: &Faults) -> Result<Form, Problem> {
    let locale = &visitor.locale;
    let is_again = !faults.0.is_empty();
    let value = |field: &str, kept: Option<String>| if is_again { typed.first(field).to_owned() } else { kept.unwrap_or_default() };
    let mut made = vec![fields::text(locale, "name", "organisation-name", &value("name", now.map(|one| one.name.clone())))?];
    if now.is_none() {
        let hint = locale.t("admin-field-ods-code-hint", &[])?;
        made.push(fields::text(locale, "ods-code", "ods-code", &value("ods-code", None))?.hinted(hint));
    }
    if realm.reach.everything {
        let kept = now.and_then(|one| one.parent_id).map(|parent| parent.0.to_string());
        made.push(fields::kind(locale, &value("kind", now.map(|one| one.kind.clone())))?);
        made.push(fields::parent(locale, realm, |one| now.is_none_or(|now| now.id != one.id), &value("parent", kept))?);
    }
    let (heading, button, action) = match now {
        Some(one) => ("admin-form-organisation-change", "admin-form-save", format!("{}/details", at(one.id))),
        None => ("admin-form-organisation-add", "admin-form-organisation-add-button", NEW.to_owned()),
    };
    let list = || Ok::<_, Problem>(("/admin/organisations".to_owned(), locale.t("admin-organisations-heading", &[])?));
    let (href, text) = now.map_or_else(list, |one| Ok((at(one.id), one.name.clone())))?;
    Ok(Form {
        heading: locale.t(heading, &[])?,
        caption: now.map(|one| one.name.clone()),
        intro: Vec::new(),
        back: Back { href, text },
        action,
        hidden: Vec::new(),
        fields: fields::marked(locale, made, faults)?,
        button: locale.t(button, &[])?,
        warning: false,
    })
}

//! The organisations within reach, and one of them.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};

use super::{Done, Realm, fields, sharing};
use crate::app::App;
use crate::i18n::{Locale, MissingMessage};
use crate::store::ids::OrganisationId;
use crate::store::{self, shares};
use crate::web::pages::organisations::{Organisation, OrganisationRow, Organisations};
use crate::web::problem::Problem;
use crate::web::reply;
use crate::web::right::ManageOrganisations;
use crate::web::staff::Staff;
use crate::web::visitor::Visitor;

/// What may have been done to an organisation a moment ago.
const DONE: [&str; 4] = ["organisation-added", "organisation-changed", "sharing-allowed", "sharing-ended"];

/// How many accounts have each organisation for an employer.
type HeadCounts = BTreeMap<OrganisationId, i64>;

/// Shows the organisations, each below its parent.
pub async fn show(app: Data<App>, visitor: Visitor, staff: Staff<ManageOrganisations>) -> Result<HttpResponse, Problem> {
    let realm = Realm::of(&app, &staff).await?;
    let counts = head_counts(&app).await?;
    let rows = tree(&realm).into_iter().map(|(depth, one)| row(&visitor.locale, &realm, &counts, depth, one));
    let rows = rows.collect::<Result<_, MissingMessage>>()?;
    reply::staff_page(&app, &visitor, &Organisations { rows, may_add: realm.reach.everything }, &staff)
}

/// Shows an organisation.
pub async fn one(
    app: Data<App>,
    visitor: Visitor,
    staff: Staff<ManageOrganisations>,
    id: Path<i64>,
    done: Query<Done>,
) -> Result<HttpResponse, Problem> {
    let (realm, organisation) = load(&app, &staff, *id).await?;
    let (locale, here) = (&visitor.locale, organisation.id);
    let (accounts, to, from) = app
        .store
        .read("organisation", move |conn| {
            Ok((store::organisations::head_counts(conn)?, shares::to(conn, here)?, shares::from(conn, here)?))
        })
        .await?;
    let page = Organisation {
        at: at(here),
        name: organisation.name.clone(),
        ods_code: organisation.ods_code.clone(),
        kind: fields::kind_name(locale, &organisation.kind)?,
        parent: name(&realm, organisation.parent_id),
        accounts: accounts.into_iter().find(|(id, _)| *id == here).map_or(0, |(_, count)| count),
        sharing: sharing::shown(&realm, &organisation, &from),
        sees: to.into_iter().filter_map(|id| name(&realm, Some(id))).collect(),
        done: done.sentence(locale, &DONE)?,
    };
    reply::staff_page(&app, &visitor, &page, &staff)
}

/// An organisation within reach, and everything that is. Whoever asks for another is told that there is none.
pub(super) async fn load(
    app: &App,
    staff: &Staff<ManageOrganisations>,
    id: i64,
) -> Result<(Realm, store::organisations::Organisation), Problem> {
    let realm = Realm::of(app, staff).await?;
    let found = realm.find(OrganisationId(id)).cloned().ok_or(Problem::NotFound)?;
    if realm.reach.reaches(id) { Ok((realm, found)) } else { Err(staff.refused(app, &format!("organisation:{id}")).await) }
}

/// The address of its page.
pub(super) fn at(id: OrganisationId) -> String {
    format!("/admin/organisations/{}", id.0)
}

async fn head_counts(app: &App) -> Result<HeadCounts, Problem> {
    Ok(app.store.read("head counts", store::organisations::head_counts).await?.into_iter().collect())
}

fn name(realm: &Realm, id: Option<OrganisationId>) -> Option<String> {
    id.and_then(|id| realm.find(id)).map(|organisation| organisation.name.clone())
}

fn row(
    locale: &Locale,
    realm: &Realm,
    counts: &HeadCounts,
    depth: usize,
    one: &store::organisations::Organisation,
) -> Result<OrganisationRow, MissingMessage> {
    Ok(OrganisationRow {
        href: at(one.id),
        name: one.name.clone(),
        depth,
        ods_code: one.ods_code.clone(),
        kind: fields::kind_name(locale, &one.kind)?,
        parent: name(realm, one.parent_id),
        accounts: counts.get(&one.id).copied().unwrap_or_default(),
    })
}

/// Those within reach, each after its parent, with how deep it stands.
fn tree(realm: &Realm) -> Vec<(usize, &store::organisations::Organisation)> {
    let is_top = |one: &&store::organisations::Organisation| one.parent_id.is_none_or(|parent| !realm.reach.ids.contains(&parent.0));
    let mut waiting: Vec<_> = realm.reached().filter(is_top).map(|one| (0, one)).collect();
    waiting.reverse();
    let mut rows = Vec::new();
    while let Some((depth, one)) = waiting.pop() {
        rows.push((depth, one));
        let mut below: Vec<_> = realm.reached().filter(|child| child.parent_id == Some(one.id)).map(|child| (depth + 1, child)).collect();
        below.reverse();
        waiting.extend(below);
    }
    rows
}

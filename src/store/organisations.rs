//! Organisations and the localities they serve.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{LocalityId, OrganisationId};
use super::schema::{account_roles, accounts, episodes, localities, locality_postcodes, locality_tiles, organisations, people_shares};
use crate::domain::access::Node;
use crate::domain::locality::Locality as Listed;

/// A commissioner or a provider of care.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = organisations)]
pub struct Organisation {
    pub id: OrganisationId,
    /// NHS Organisation Data Service code.
    pub ods_code: String,
    pub name: String,
    /// commissioner, lead-provider, partner, acute-trust or maternity-service.
    pub kind: String,
    pub parent_id: Option<OrganisationId>,
}

/// A place small enough to know and large enough to count.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = localities)]
pub struct Locality {
    pub id: LocalityId,
    pub code: String,
    pub name: String,
    /// Index of Multiple Deprivation decile: 1 is the most deprived.
    pub deprivation_decile: i32,
}

/// Every organisation, by name.
pub fn list(conn: &mut Conn) -> Result<Vec<Organisation>> {
    Ok(organisations::table.order(organisations::name).load(conn)?)
}

/// Every organisation, as far as reach depends on it.
pub fn nodes(conn: &mut Conn) -> Result<Vec<Node>> {
    let rows: Vec<(i64, Option<i64>, String)> =
        organisations::table.select((organisations::id, organisations::parent_id, organisations::kind)).load(conn)?;
    Ok(rows.into_iter().map(|(id, parent, kind)| Node { id, parent, is_commissioner: kind == "commissioner" }).collect())
}

/// Every organisation that gives care, by name.
pub fn providers(conn: &mut Conn) -> Result<Vec<Organisation>> {
    Ok(organisations::table.filter(organisations::kind.ne("commissioner")).order(organisations::name).load(conn)?)
}

/// The organisations that give care in a programme, by name: those with an episode in it. All of them where nobody has.
pub fn providers_of(conn: &mut Conn, programme: &str) -> Result<Vec<Organisation>> {
    let theirs = episodes::table.filter(episodes::programme.eq(programme)).select(episodes::organisation_id).distinct();
    let ids: Vec<OrganisationId> = theirs.load(conn)?;
    let mut all = providers(conn)?;
    if !ids.is_empty() {
        all.retain(|provider| ids.contains(&provider.id));
    }
    Ok(all)
}

/// The organisation of that ODS code.
pub fn find(conn: &mut Conn, ods_code: &str) -> Result<Organisation> {
    Ok(organisations::table.filter(organisations::ods_code.eq(ods_code)).first(conn)?)
}

/// One organisation.
pub fn get(conn: &mut Conn, id: OrganisationId) -> Result<Organisation> {
    Ok(organisations::table.find(id).first(conn)?)
}

/// How many accounts have each organisation for an employer. Those without any are left out.
pub fn head_counts(conn: &mut Conn) -> Result<Vec<(OrganisationId, i64)>> {
    let counted = accounts::table.group_by(accounts::organisation_id);
    Ok(counted.select((accounts::organisation_id, diesel::dsl::count_star())).load(conn)?)
}

/// The codes of the roles that somebody holds in an organisation.
pub fn roles_in(conn: &mut Conn, id: OrganisationId) -> Result<Vec<String>> {
    let held = account_roles::table.filter(account_roles::organisation_id.eq(id));
    Ok(held.select(account_roles::role).distinct().order(account_roles::role).load(conn)?)
}

/// Changes name, kind and parent.
pub fn change(tx: &mut Conn, to: &Organisation) -> Result<()> {
    let changed = (organisations::name.eq(&to.name), organisations::kind.eq(&to.kind), organisations::parent_id.eq(to.parent_id));
    diesel::update(organisations::table.find(to.id)).set(changed).execute(tx)?;
    Ok(())
}

/// The programmes in which an organisation has an episode.
pub fn programmes_of(conn: &mut Conn, id: OrganisationId) -> Result<Vec<String>> {
    let own = episodes::table.filter(episodes::organisation_id.eq(id)).select(episodes::programme).distinct();
    Ok(own.order(episodes::programme).load(conn)?)
}

/// The organisations whose people staff of these may see: these, and those that share their people with one of them.
pub fn sharing_people_with(conn: &mut Conn, own: &[OrganisationId]) -> Result<Vec<OrganisationId>> {
    let shares = people_shares::table.filter(people_shares::to_organisation_id.eq_any(own));
    let mut all: Vec<OrganisationId> = shares.select(people_shares::from_organisation_id).load(conn)?;
    all.extend(own);
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

/// Adds organisations.
pub fn add(tx: &mut Conn, all: &[Organisation]) -> Result<()> {
    per_backend!(tx, |c| diesel::insert_into(organisations::table).values(all).execute(c))?;
    Ok(())
}

/// Every locality, by name.
pub fn localities(conn: &mut Conn) -> Result<Vec<Locality>> {
    Ok(localities::table.order(localities::name).load(conn)?)
}

/// Adds localities, each with the first halves of its postcodes.
pub fn add_localities(tx: &mut Conn, all: &[(Locality, Vec<String>)]) -> Result<()> {
    for (locality, areas) in all {
        diesel::insert_into(localities::table).values(locality).execute(tx)?;
        for area in areas {
            let row = (locality_postcodes::postcode_area.eq(area), locality_postcodes::locality_id.eq(locality.id));
            diesel::insert_into(locality_postcodes::table).values(row).execute(tx)?;
        }
    }
    Ok(())
}

/// Adds localities, or puts those right whose code is known, with the first halves of their postcodes; a half that another
/// locality had is theirs from now on. Answers how many are new. The ids are for those.
pub fn put_localities(tx: &mut Conn, all: &[(LocalityId, Listed)]) -> Result<usize> {
    let mut added = 0;
    for (fresh, listed) in all {
        let set = (localities::name.eq(&listed.name), localities::deprivation_decile.eq(listed.deprivation_decile));
        let known = diesel::update(localities::table.filter(localities::code.eq(&listed.code))).set(set);
        let id = if let Some(id) = known.returning(localities::id).get_result(tx).optional()? {
            id
        } else {
            let Listed { code, name, deprivation_decile, .. } = listed.clone();
            add_localities(tx, &[(Locality { id: *fresh, code, name, deprivation_decile }, Vec::new())])?;
            added += 1;
            *fresh
        };
        let theirs = locality_postcodes::locality_id.eq(id);
        let listed_here = locality_postcodes::postcode_area.eq_any(&listed.postcode_areas);
        diesel::delete(locality_postcodes::table.filter(theirs.or(listed_here))).execute(tx)?;
        let row = |area| (locality_postcodes::postcode_area.eq(area), locality_postcodes::locality_id.eq(id));
        for area in &listed.postcode_areas {
            diesel::insert_into(locality_postcodes::table).values(row(area)).execute(tx)?;
        }
        put_tile(tx, id, listed.tile)?;
    }
    Ok(added)
}

/// Puts a locality on the map of tiles, or takes it off.
fn put_tile(tx: &mut Conn, id: LocalityId, tile: Option<(i32, i32)>) -> Result<()> {
    diesel::delete(locality_tiles::table.find(id)).execute(tx)?;
    if let Some((row, column)) = tile {
        let place = (locality_tiles::locality_id.eq(id), locality_tiles::map_row.eq(row), locality_tiles::map_column.eq(column));
        diesel::insert_into(locality_tiles::table).values(place).execute(tx)?;
    }
    Ok(())
}

/// Where localities lie on the map of tiles: row and column from 1, of those whose place is known.
pub fn tiles(conn: &mut Conn) -> Result<Vec<(LocalityId, i32, i32)>> {
    Ok(locality_tiles::table.order(locality_tiles::locality_id).load(conn)?)
}

/// The locality that the first half of a postcode lies in, if it is one of ours.
pub fn locality_of(conn: &mut Conn, postcode_area: &str) -> Result<Option<LocalityId>> {
    let area = postcode_area.trim().to_ascii_uppercase();
    Ok(locality_postcodes::table.find(area).select(locality_postcodes::locality_id).first(conn).optional()?)
}

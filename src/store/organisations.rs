//! Organisations and the localities they serve.

use diesel::prelude::*;

use super::conn::{Conn, per_backend};
use super::error::Result;
use super::ids::{LocalityId, OrganisationId};
use super::schema::{episodes, localities, locality_postcodes, organisations};

/// A commissioner or a provider of care.
#[derive(Debug, Clone, Queryable, Insertable)]
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

/// The locality that the first half of a postcode lies in, if it is one of ours.
pub fn locality_of(conn: &mut Conn, postcode_area: &str) -> Result<Option<LocalityId>> {
    let area = postcode_area.trim().to_ascii_uppercase();
    Ok(locality_postcodes::table.find(area).select(locality_postcodes::locality_id).first(conn).optional()?)
}

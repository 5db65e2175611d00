//! Definitions of indicators, version by version. One that has come into force is never changed: what is counted otherwise is a
//! new version, with facts and cells of its own.

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::conn::Conn;
use super::error::Result;
use super::schema::definitions;
use crate::clock::Moment;
use crate::domain::indicator::Definition;

/// In force, from its first month on.
pub const IN_FORCE: &str = "in-force";

/// Where a definition comes from that the framework's file holds.
const FRAMEWORK: &str = "framework";

/// A version of a definition as it is kept.
#[derive(Debug, Clone, Queryable, Insertable)]
#[diesel(table_name = definitions)]
pub struct Kept {
    pub indicator: String,
    pub version: i32,
    pub status: String,
    pub effective_from: i32,
    /// The whole of it, as TOML.
    pub source: String,
    /// Over what of it is counted by.
    pub sha256: String,
    pub origin: String,
    pub reason: Option<String>,
    pub drafted_by: Option<i64>,
    pub drafted_at: i64,
    pub decided_by: Option<i64>,
    pub decided_at: Option<i64>,
    /// Since when its facts are kept up.
    pub counted_at: Option<i64>,
    pub revision: i32,
}

impl Kept {
    /// A version that the framework's file holds.
    fn of_framework(definition: &Definition, now: Moment) -> Self {
        Self {
            indicator: definition.key.clone(),
            version: number(definition),
            status: IN_FORCE.to_owned(),
            effective_from: definition.effective_from.number(),
            source: definition.to_full_toml(),
            sha256: sha256(definition),
            origin: FRAMEWORK.to_owned(),
            reason: None,
            drafted_by: None,
            drafted_at: now.micros(),
            decided_by: None,
            decided_at: Some(now.micros()),
            counted_at: None,
            revision: 1,
        }
    }
}

fn number(definition: &Definition) -> i32 {
    i32::try_from(definition.version).unwrap_or(i32::MAX)
}

/// The hash that tells one definition from another, over its canonical TOML.
#[must_use]
pub fn sha256(definition: &Definition) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(definition.to_toml().as_bytes()))
}

/// Takes what the framework's file holds: versions that are new come into force. Returns those that it holds otherwise than they
/// are in force, of which nothing is taken.
pub fn take(tx: &mut Conn, framework: &[Definition], now: Moment) -> Result<Vec<Definition>> {
    let mut otherwise = Vec::new();
    for definition in framework {
        let own = definitions::table.find((&definition.key, number(definition)));
        match own.first::<Kept>(tx).optional()? {
            None => {
                diesel::insert_into(definitions::table).values(&Kept::of_framework(definition, now)).execute(tx)?;
            }
            Some(kept) if kept.sha256 == sha256(definition) => {
                // Words that are no part of what is counted may be put better.
                let own = definitions::table.find((&definition.key, number(definition)));
                diesel::update(own).set(definitions::source.eq(definition.to_full_toml())).execute(tx)?;
            }
            Some(_) => otherwise.push(definition.clone()),
        }
    }
    Ok(otherwise)
}

/// Every version in force, the oldest of each indicator first.
pub fn in_force(conn: &mut Conn) -> Result<Vec<Definition>> {
    let all = definitions::table.filter(definitions::status.eq(IN_FORCE));
    let sources: Vec<String> = all.order((definitions::indicator, definitions::version)).select(definitions::source).load(conn)?;
    Ok(sources.iter().filter_map(|source| Definition::parse(source).ok()).collect())
}

/// Says that the facts of a definition are kept up from now on.
pub fn counted(tx: &mut Conn, definition: &Definition, now: Moment) -> Result<()> {
    let own = definitions::table.find((&definition.key, number(definition)));
    diesel::update(own).set(definitions::counted_at.eq(now.micros())).execute(tx)?;
    Ok(())
}

/// The definitions whose facts are not kept up yet.
pub fn uncounted(conn: &mut Conn, all: &[Definition]) -> Result<Vec<Definition>> {
    let counted = definitions::table.filter(definitions::counted_at.is_not_null());
    let counted: Vec<String> = counted.select(definitions::sha256).load(conn)?;
    Ok(all.iter().filter(|definition| !counted.contains(&sha256(definition))).cloned().collect())
}

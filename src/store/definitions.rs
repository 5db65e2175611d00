//! Definitions of indicators, version by version. One that has come into force is never changed: what is counted otherwise is a
//! new version, with facts and cells of its own. A draft may be changed until it is decided about; whoever counts an answer asks
//! here, within their own transaction, what it is counted by besides what their process knows.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::conn::Conn;
use super::error::Result;
use super::schema::definitions;
use crate::clock::Moment;
use crate::domain::indicator::Definition;

/// Being written, or waiting for a decision.
pub const DRAFT: &str = "draft";

/// In force, from its first month on.
pub const IN_FORCE: &str = "in-force";

/// Given up before it came into force.
pub const DROPPED: &str = "dropped";

/// Where a definition comes from that the framework's file holds.
const FRAMEWORK: &str = "framework";

/// Where a definition comes from that somebody wrote in Saywell.
const PAGE: &str = "page";

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
    /// The survey it reads; nothing for supplied values.
    pub survey: Option<String>,
    /// Why it is to come into force.
    pub reason: Option<String>,
    /// What an approver said who sent it back, or whoever dropped it.
    pub note: Option<String>,
    /// Who wrote it last.
    pub drafted_by: Option<i64>,
    pub drafted_at: i64,
    pub proposed_by: Option<i64>,
    pub proposed_at: Option<i64>,
    pub decided_by: Option<i64>,
    pub decided_at: Option<i64>,
    /// Since when every answer that comes in is counted by it.
    pub counting_at: Option<i64>,
    /// Since when all that came before is counted too.
    pub counted_at: Option<i64>,
    /// Counts how often its rules were written.
    pub revision: i32,
    /// What may be shown of a draft's effect, sealed with a code (base64).
    pub preview: Option<String>,
    /// The exact sums of all that was ever shown of it. Only the next preview reads them.
    pub previewed: Option<String>,
}

impl Kept {
    /// A version that the framework's file holds.
    fn of_framework(definition: &Definition, now: Moment) -> Self {
        Self { status: IN_FORCE.to_owned(), origin: FRAMEWORK.to_owned(), decided_at: Some(now.micros()), ..Self::new(definition, now) }
    }

    /// A draft that somebody begins.
    #[must_use]
    pub fn draft(definition: &Definition, by: i64, now: Moment) -> Self {
        Self { drafted_by: Some(by), ..Self::new(definition, now) }
    }

    fn new(definition: &Definition, now: Moment) -> Self {
        Self {
            indicator: definition.key.clone(),
            version: number(definition),
            status: DRAFT.to_owned(),
            effective_from: definition.effective_from.number(),
            source: definition.to_full_toml(),
            sha256: sha256(definition),
            origin: PAGE.to_owned(),
            survey: definition.survey().map(str::to_owned),
            reason: None,
            note: None,
            drafted_by: None,
            drafted_at: now.micros(),
            proposed_by: None,
            proposed_at: None,
            decided_by: None,
            decided_at: None,
            counting_at: None,
            counted_at: None,
            revision: 1,
            preview: None,
            previewed: None,
        }
    }

    /// What it says. An error where it is not what it was when it was kept.
    pub fn definition(&self) -> Result<Definition> {
        let unreadable = |why: String| super::Error::Corrupt(format!("version {} of `{}`: {why}", self.version, self.indicator));
        Definition::parse(&self.source).map_err(unreadable)
    }

    /// True for one that is being written, or waits for a decision.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.status == DRAFT
    }

    /// What its facts and cells are counted as.
    #[must_use]
    pub fn counted_as(&self) -> String {
        format!("{}@{}", self.indicator, self.version)
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

/// Every version of every indicator, the oldest first.
pub fn all(conn: &mut Conn) -> Result<Vec<Kept>> {
    Ok(definitions::table.order((definitions::indicator, definitions::version)).load(conn)?)
}

/// Every version of one indicator, the oldest first.
pub fn of(conn: &mut Conn, indicator: &str) -> Result<Vec<Kept>> {
    Ok(definitions::table.filter(definitions::indicator.eq(indicator)).order(definitions::version).load(conn)?)
}

/// Says that the facts of a definition are kept up from now on.
pub fn counted(tx: &mut Conn, definition: &Definition, now: Moment) -> Result<()> {
    let own = definitions::table.find((&definition.key, number(definition)));
    let set = (definitions::counting_at.eq(now.micros()), definitions::counted_at.eq(now.micros()));
    diesel::update(own).set(set).execute(tx)?;
    Ok(())
}

/// The definitions whose facts are not kept up yet.
pub fn uncounted(conn: &mut Conn, all: &[Definition]) -> Result<Vec<Definition>> {
    let counted = definitions::table.filter(definitions::counted_at.is_not_null());
    let counted: Vec<String> = counted.select(definitions::sha256).load(conn)?;
    Ok(all.iter().filter(|definition| !counted.contains(&sha256(definition))).cloned().collect())
}

/// Counts along: until the end of the transaction nobody changes what answers are counted by. Whoever wants to waits, and whoever
/// comes after them waits for that. SQLite has one writer at a time anyway.
pub(super) fn along(tx: &mut Conn) -> Result<()> {
    if let Conn::Postgres(pg) = tx {
        pg.batch_execute("SELECT pg_advisory_xact_lock_shared(7320492, hashtext(current_schema()))")?;
    }
    Ok(())
}

/// Changes what answers are counted by: waits until nobody counts, and keeps everybody who wants to count waiting to the end of
/// the transaction. Whoever counts afterwards finds what was changed. Has to be the first thing that the transaction does.
pub(super) fn alone(tx: &mut Conn) -> Result<()> {
    if let Conn::Postgres(pg) = tx {
        pg.batch_execute("SELECT pg_advisory_xact_lock(7320492, hashtext(current_schema()))")?;
    }
    Ok(())
}

/// What is to be counted by now, by whoever knew these: those, and drafts and versions that came since, of the surveys that those
/// read and of the supplied indicators among them. Holds to the end of the transaction.
pub fn kept_up(tx: &mut Conn, known: &[Definition]) -> Result<Vec<Definition>> {
    let surveys: Vec<&str> = known.iter().filter_map(Definition::survey).collect();
    let supplied: Vec<&str> = known.iter().filter(|one| one.kind.is_supplied()).map(|one| one.key.as_str()).collect();
    if surveys.is_empty() && supplied.is_empty() {
        return Ok(Vec::new());
    }
    along(tx)?;
    let same = definitions::survey.eq_any(surveys).or(definitions::survey.is_null().and(definitions::indicator.eq_any(supplied)));
    let current = definitions::table.filter(definitions::status.ne(DROPPED)).filter(definitions::counting_at.is_not_null());
    let current = current.filter(same).order((definitions::indicator, definitions::version));
    let found: Vec<(String, i32)> = current.select((definitions::indicator, definitions::version)).load(tx)?;
    let mut all = known.to_vec();
    for (indicator, version) in found {
        if !known.iter().any(|one| one.key == indicator && number(one) == version) {
            all.push(definitions::table.find((indicator, version)).first::<Kept>(tx)?.definition()?);
        }
    }
    Ok(all)
}

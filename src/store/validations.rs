//! What approvers decided about the outcomes and indicators of the framework. A decision is never changed; the next one follows
//! it.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::{Error, Result};
use super::ids::AccountId;
use super::schema::{accounts, validations};
use crate::domain::engagement::Subject;
use crate::domain::framework::standing::{Decision, Verdict};

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Insertable)]
#[diesel(table_name = validations)]
pub struct Validation {
    pub id: i64,
    /// A code of [`Subject`].
    pub subject: String,
    pub subject_key: String,
    /// The version of the outcome or definition that it is about.
    pub version: i32,
    /// A code of [`Verdict`].
    pub verdict: String,
    /// Why, in the words of whoever decided.
    pub reason: String,
    /// [`crate::domain::framework::evidence::kept`]: what was cited, as it was seen.
    pub evidence: String,
    pub evidence_sha256: String,
    pub decided_by: AccountId,
    pub decided_at: i64,
}

impl Validation {
    /// As far as the standing depends on it. [`Error::Corrupt`] where its verdict is none.
    pub fn decision(&self) -> Result<Decision> {
        let verdict = Verdict::from_code(&self.verdict).ok_or_else(|| Error::Corrupt(format!("validations.verdict {}", self.verdict)))?;
        Ok(Decision { verdict, version: u32::try_from(self.version).unwrap_or_default(), at: self.decided_at })
    }

    /// True where it is the same decision by the same person: a form that was sent twice.
    #[must_use]
    pub fn repeats(&self, other: &Self) -> bool {
        let said = |one: &Self| (one.version, one.verdict.clone(), one.reason.clone(), one.evidence_sha256.clone(), one.decided_by);
        said(self) == said(other)
    }
}

/// Every decision about one outcome or indicator, the newest first.
pub fn of(conn: &mut Conn, subject: Subject, key: &str) -> Result<Vec<Validation>> {
    let own = validations::table.filter(validations::subject.eq(subject.code())).filter(validations::subject_key.eq(key));
    Ok(own.order(validations::id.desc()).load(conn)?)
}

/// Every decision, the newest first: subject, key and what the standing depends on.
pub fn all(conn: &mut Conn) -> Result<Vec<(String, String, Decision)>> {
    let columns = (validations::subject, validations::subject_key, validations::verdict, validations::version, validations::decided_at);
    let rows: Vec<(String, String, String, i32, i64)> = validations::table.order(validations::id.desc()).select(columns).load(conn)?;
    let decision = |(subject, key, verdict, version, at): (String, String, String, i32, i64)| {
        let verdict = Verdict::from_code(&verdict).ok_or_else(|| Error::Corrupt(format!("validations.verdict {verdict}")))?;
        Ok((subject, key, Decision { verdict, version: u32::try_from(version).unwrap_or_default(), at }))
    };
    rows.into_iter().map(decision).collect()
}

/// The decision of that number, and who took it. [`Error::NotFound`] where there is none.
pub fn find(conn: &mut Conn, id: i64) -> Result<(Validation, String)> {
    let validation: Validation = validations::table.find(id).first(conn).optional()?.ok_or(Error::NotFound)?;
    let name = accounts::table.find(validation.decided_by).select(accounts::name).first(conn)?;
    Ok((validation, name))
}

/// Adds a decision.
pub fn add(tx: &mut Conn, validation: &Validation) -> Result<()> {
    diesel::insert_into(validations::table).values(validation).execute(tx)?;
    Ok(())
}

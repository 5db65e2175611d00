//! The audit trail as a whole: checked from its first line to its recorded end, and written out as a file. It is read in
//! batches, so that it may be longer than memory.

use std::collections::HashMap;
use std::io::Write;

use serde::Serialize;

use crate::clock::Moment;
use crate::domain::access::{Anchor, Chain, Fault, Verdict};
use crate::secret::{Purpose, Secret};
use crate::sheet::guarded;
use crate::store::audit::{self, Line};
use crate::store::{Conn, Result, Store, organisations};

/// Lines read at once.
const BATCH: i64 = 2_000;

/// What happens while a trail is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// So many lines more were read.
    Read(u64),
    /// Something is wrong.
    Found(Fault),
}

/// Checks the whole trail, and holds it against lines that were noted down earlier. Lines that are added meanwhile are checked
/// with the others.
pub fn verify(store: &Store, secret: &Secret, anchors: Vec<Anchor>, watch: &mut dyn FnMut(Step)) -> Result<Verdict> {
    let mut chain = Chain::new(|text: &str| secret.sign(Purpose::Audit, text), anchors);
    let mut last = i64::MIN;
    loop {
        let lines = store.read_now("read trail", |conn| audit::after(conn, last, BATCH))?;
        for line in &lines {
            chain.read(&line.recorded(), &line.hash).into_iter().for_each(|fault| watch(Step::Found(fault)));
            last = line.number;
        }
        watch(Step::Read(lines.len() as u64));
        if !lines.is_empty() {
            continue;
        }
        let (end, newest) = store.read_now("end of trail", audit::end)?;
        if newest.is_none_or(|newest| newest <= last) {
            let (verdict, faults) = chain.end(end.as_ref());
            for fault in faults {
                watch(Step::Found(fault));
            }
            return Ok(verdict);
        }
    }
}

/// The names of organisations, by their ids.
pub type Names = HashMap<i64, String>;

/// The name of every organisation.
pub fn names(conn: &mut Conn) -> Result<Names> {
    Ok(organisations::list(conn)?.into_iter().map(|organisation| (organisation.id.0, organisation.name)).collect())
}

/// One line as a row of a file.
#[derive(Serialize)]
struct Row<'a> {
    number: i64,
    /// RFC 3339, in UTC, to the microsecond.
    at: String,
    account_id: Option<i64>,
    actor: String,
    organisation_id: Option<i64>,
    organisation: String,
    action: String,
    subject: String,
    reason: String,
    network: String,
    detail: String,
    previous_hash: &'a str,
    hash: &'a str,
}

/// A file of lines, with one header row.
pub struct Sheet<'a, W: Write> {
    rows: csv::Writer<W>,
    names: &'a Names,
}

impl<'a, W: Write> Sheet<'a, W> {
    /// A file that is written there.
    pub fn new(into: W, names: &'a Names) -> Self {
        Self { rows: csv::Writer::from_writer(into), names }
    }

    /// Writes lines.
    pub fn add(&mut self, lines: &[Line]) -> csv::Result<()> {
        lines.iter().try_for_each(|line| {
            let organisation = line.organisation_id.and_then(|id| self.names.get(&id)).map_or("", String::as_str);
            self.rows.serialize(Row {
                number: line.number,
                at: Moment::from_micros(line.at).to_string(),
                account_id: line.account_id,
                actor: guarded(&line.actor),
                organisation_id: line.organisation_id,
                organisation: guarded(organisation),
                action: guarded(&line.action),
                subject: guarded(&line.subject),
                reason: guarded(&line.reason),
                network: guarded(&line.network),
                detail: guarded(&line.detail),
                previous_hash: &line.previous_hash,
                hash: &line.hash,
            })
        })
    }

    /// Ends the file, and gives back where it was written.
    pub fn end(self) -> std::io::Result<W> {
        self.rows.into_inner().map_err(|why| std::io::Error::other(why.to_string()))
    }
}

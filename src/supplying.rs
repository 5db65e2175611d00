//! Taking a file of values that another data set supplies: read, judged and put in force in one transaction, or only judged.
//!
//! The file itself is not kept: what stands afterwards is each value with who sent it, when, and the hash of the file.

use std::collections::BTreeSet;

use crate::app::App;
use crate::domain::access::Event;
use crate::domain::care::import::table;
use crate::domain::indicator::supplied::file::read;
use crate::domain::indicator::supplied::judge::judge;
use crate::domain::indicator::supplied::{BadFile, Column, Judged, Known, Line, Outcome, Value};
use crate::domain::indicator::{Definition, Period};
use crate::secret::token_hash;
use crate::store::ids::AccountId;
use crate::store::supplied::{self, Provenance};
use crate::store::{self, Conn, audit, organisations};

/// What is to be done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Say what would become of it.
    DryRun,
    /// Put every value in force, or none where a line is refused.
    AllOrNothing,
    /// Put those values in force whose lines are not refused.
    ValidLines,
}

impl Choice {
    /// Every choice, with the code that stands for it in forms.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::DryRun, "dry-run"), (Self::AllOrNothing, "all-or-nothing"), (Self::ValidLines, "valid-lines")];

    /// The choice that a code stands for.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, own)| *own == code).map(|(choice, _)| choice)
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// SHA-256 of the file, by which its values are found.
    pub file: String,
    pub lines: Vec<Judged>,
    /// True where something was put in force.
    pub is_written: bool,
}

impl Taken {
    /// How many lines became that.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.lines.iter().filter(|line| line.outcome == outcome).count()
    }
}

/// Why a file is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("the file cannot be read")]
    File(BadFile),
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Takes a file, or says what would become of it. `event` says who does it, and becomes a line of the trail where something is put
/// in force.
pub async fn supply(app: &App, bytes: &[u8], choice: Choice, event: Event) -> Result<Taken, Refused> {
    let lines = read(bytes).map_err(Refused::File)?;
    let file = table::text(bytes).map(token_hash).map_err(|why| Refused::File(BadFile::Unreadable(why)))?;
    let definitions: Vec<Definition> = app.definitions.all().iter().filter(|one| one.kind.is_supplied()).cloned().collect();
    let all = app.definitions.all();
    let now = Period::of(app.clock.today());
    let named = named(&lines, &definitions);
    let held = named.clone();
    let look = move |conn: &mut Conn| {
        let lines = judge(&lines, &known(conn, &named, &all, (now, &file))?);
        Ok(Taken { file: file.clone(), lines, is_written: false })
    };
    if choice == Choice::DryRun {
        return Ok(app.store.read("judge supplied values", look).await?);
    }
    let secret = app.secret.clone();
    let work = move |tx: &mut Conn| {
        supplied::hold(tx, &held)?;
        let mut taken = look(tx)?;
        let values = taken.in_force(choice);
        if !values.is_empty() {
            let by = Provenance { account: event.account.map(AccountId), at: event.at, file: taken.file.clone() };
            supplied::put(tx, &values, &by, &definitions)?;
            audit::add(tx, &secret, &event.clone().about(format!("values:{}", taken.file)).with(taken.summary()))?;
            taken.is_written = true;
        }
        Ok(taken)
    };
    Ok(app.store.write("supplied values", work).await?)
}

/// The supplied indicators that a file names.
fn named(lines: &[Line], definitions: &[Definition]) -> BTreeSet<String> {
    let named = |line: &Line| line.cells.as_ref().ok().map(|cells| cells.at(Column::Indicator).to_owned());
    let named: BTreeSet<String> = lines.iter().filter_map(named).collect();
    named.into_iter().filter(|key| definitions.iter().any(|one| one.key == *key)).collect()
}

/// What the lines of a file are judged by.
fn known<'a>(
    conn: &mut Conn,
    indicators: &BTreeSet<String>,
    definitions: &'a [Definition],
    (now, file): (Period, &str),
) -> store::Result<Known<'a>> {
    Ok(Known {
        definitions,
        organisations: organisations::list(conn)?.into_iter().map(|one| (one.ods_code, one.id.0)).collect(),
        standing: supplied::standing(conn, indicators)?,
        left: supplied::left(conn, indicators)?,
        now: Some(now),
        file: file.to_owned(),
    })
}

impl Taken {
    /// The values that are to be put in force.
    fn in_force(&self, choice: Choice) -> Vec<Value> {
        if choice == Choice::AllOrNothing && self.count(Outcome::Refuse) > 0 {
            return Vec::new();
        }
        let moves = self.lines.iter().filter(|line| line.outcome != Outcome::Same);
        moves.filter_map(|line| line.value.clone()).collect()
    }

    /// How many lines became what, for the trail.
    fn summary(&self) -> String {
        let each = Outcome::ALL.iter().map(|outcome| format!("{} {}", self.count(*outcome), outcome.code()));
        each.collect::<Vec<_>>().join(", ")
    }
}

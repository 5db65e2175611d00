//! The work on a file, batch by batch: first what would become of each line, then, once somebody has chosen, the writing.
//! Each batch is one transaction that also moves the file on.

use std::collections::HashSet;

use super::decide::{Decided, Decider};
use super::file::{LINES, open};
use super::seen::{Read, Seen, named};
use super::settle::ended;
use crate::app::App;
use crate::domain::care::import::{Columns, Fault, Outcome, Reading, Record, Status};
use crate::domain::indicator::Definition;
use crate::store::ids::PersonId;
use crate::store::imports::{self, Import, Line};
use crate::store::intake;
use crate::store::{self, Conn, Error, audit};

/// How long a file is left to whoever works on it, from each batch on.
const LEASE_SECONDS: i64 = 30;

/// How often a batch is looked at anew because somebody else wrote some of it meanwhile.
const MOST_TRIES: usize = 5;

/// Somebody at work on a file.
pub struct Worker {
    app: App,
    import: Import,
    columns: Columns,
    definitions: Vec<Definition>,
    /// What the lines said that were looked at so far.
    seen: Seen,
}

impl Worker {
    /// Takes a file, unless somebody else has it or there is nothing to do.
    pub async fn take(app: &App, id: i64) -> store::Result<Option<Self>> {
        let (now, until) = (app.clock.now(), app.clock.now().plus_seconds(LEASE_SECONDS));
        if !app.store.write("claim import", move |tx| imports::claim(tx, id, now.micros(), until.micros())).await? {
            return Ok(None);
        }
        let begin = async {
            let import = app.store.read("import", move |conn| imports::get(conn, id)).await?;
            let definitions = app.all_definitions().await?;
            let columns = open(app, id, 0).await?;
            let mut worker = Self { app: app.clone(), import, columns, definitions, seen: Seen::default() };
            worker.recall().await?;
            Ok(worker)
        };
        match begin.await {
            Ok(worker) => Ok(Some(worker)),
            Err(why) => {
                release(app, id).await?;
                Err(why)
            }
        }
    }

    /// The file as far as it is.
    #[must_use]
    pub const fn import(&self) -> &Import {
        &self.import
    }

    /// Does the next batch. `false` when there is no more to do: the file is through, or somebody else has moved it on.
    pub async fn step(&mut self) -> store::Result<bool> {
        if !self.is_open() {
            return Ok(false);
        }
        for _ in 0..MOST_TRIES {
            match self.batch().await {
                Err(Error::Taken(_)) => {}
                Ok(is_moved) => return Ok(is_moved && self.is_open()),
                Err(why) => {
                    release(&self.app, self.import.id).await?;
                    return Err(why);
                }
            }
        }
        release(&self.app, self.import.id).await?;
        Err(Error::Busy("others keep changing the people of an import".to_owned()))
    }

    fn is_open(&self) -> bool {
        matches!(Status::from_code(&self.import.status), Some(Status::Checking | Status::Running))
    }

    fn is_dry(&self) -> bool {
        self.import.status == Status::Checking.code()
    }

    /// The lines of the part that comes after so many lines.
    async fn lines_after(&self, done: i64) -> store::Result<Vec<Read>> {
        let number = usize::try_from(done).unwrap_or(usize::MAX) / LINES + 1;
        let records: Vec<Record> = open(&self.app, self.import.id, i32::try_from(number).unwrap_or(i32::MAX)).await?;
        let programmes: Vec<(&str, &str)> =
            self.app.framework.programmes.iter().map(|programme| (programme.key.as_str(), programme.title.as_str())).collect();
        let reading = Reading { columns: &self.columns, today: self.app.clock.today(), programmes: &programmes };
        let read = |record: Record| {
            let given = record.cells.map_err(|wrong| vec![Fault::Line(wrong)]).and_then(|cells| reading.read(&cells));
            (record.line, given)
        };
        Ok(records.into_iter().map(read).collect())
    }

    /// What was found of these lines when they were looked at.
    async fn noted(&self, lines: &[Read]) -> store::Result<Vec<Line>> {
        let number = |line: Option<&Read>| line.map_or(0, |(line, _)| i32::try_from(*line).unwrap_or(i32::MAX));
        let (id, first, last) = (self.import.id, number(lines.first()), number(lines.last()));
        self.app.store.read("import lines", move |conn| imports::between(conn, id, first, last)).await
    }

    /// Goes once more through the lines that were looked at before the program ended, for what they said.
    async fn recall(&mut self) -> store::Result<()> {
        let mut done = 0;
        while self.is_dry() && done < self.import.done {
            let lines = self.lines_after(done).await?;
            let refused = refused(&self.noted(&lines).await?);
            done += i64::try_from(lines.len()).unwrap_or(i64::MAX);
            let register = self.app.register();
            for (_, read) in lines.iter().filter(|(line, _)| !refused.contains(line)) {
                if let Ok(given) = read {
                    self.seen.note(&register, given, PersonId(0));
                }
            }
        }
        Ok(())
    }

    async fn batch(&mut self) -> store::Result<bool> {
        let mut lines = self.lines_after(self.import.done).await?;
        let many = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let mut noted = Vec::new();
        if !self.is_dry() || self.import.choice.is_some() {
            noted = self.noted(&lines).await?;
        }
        if !self.is_dry() {
            // What was refused stays refused: earlier lines said otherwise, and they may be in by now.
            let refused = refused(&noted);
            lines.retain(|(line, _)| !refused.contains(line));
        }
        let decided = self.decide(lines).await?;
        let after = self.after(&decided, many);
        let is_moved = self.write(decided, noted, after.clone()).await?;
        self.import = after;
        Ok(is_moved)
    }

    async fn decide(&mut self, lines: Vec<Read>) -> store::Result<Decided> {
        let (app, organisation, is_dry) = (self.app.clone(), self.import.organisation_id, self.is_dry());
        // While lines are brought in, what earlier batches said is in the database.
        let mut seen = if is_dry { std::mem::take(&mut self.seen) } else { Seen::default() };
        let look = move |conn: &mut Conn| {
            let known = intake::known(conn, organisation, &named(&app.register(), &lines))?;
            let decided = Decider::new(&app, organisation, known, &mut seen, is_dry)?.all(lines)?;
            Ok((decided, seen))
        };
        let (decided, seen) = self.app.store.read("decide import lines", look).await?;
        self.seen = seen;
        Ok(decided)
    }

    /// The file after so many more lines.
    fn after(&self, decided: &Decided, many: i64) -> Import {
        let count = |outcome| i64::try_from(decided.lines.iter().filter(|line| line.1 == outcome).count()).unwrap_or(i64::MAX);
        let passed_over = many - i64::try_from(decided.lines.len()).unwrap_or(many);
        let now = self.app.clock.now();
        let mut after = self.import.clone();
        after.done += many;
        after.added += count(Outcome::Add);
        after.changed += count(Outcome::Change);
        after.unchanged += count(Outcome::Same);
        after.refused += count(Outcome::Refuse) + passed_over;
        after.leased_until = Some(now.plus_seconds(LEASE_SECONDS).micros());
        if after.done < after.lines {
            return after;
        }
        let status = match &after.choice {
            _ if !self.is_dry() => Status::Done,
            None => Status::Checked,
            Some(_) if after.refused > 0 => Status::Refused,
            // Every line was looked at once more for all or nothing: now they are brought in.
            Some(_) => Status::Running,
        };
        after.status = status.code().into();
        match status {
            Status::Running => Import { done: 0, added: 0, changed: 0, unchanged: 0, refused: 0, ..after },
            Status::Checked => Import { leased_until: None, ..after },
            _ => Import { leased_until: None, finished_at: Some(now.micros()), ..after },
        }
    }

    /// Writes what was decided and moves the file on. `false` when somebody else has moved it on meanwhile: then nothing is
    /// written.
    async fn write(&self, decided: Decided, noted: Vec<Line>, after: Import) -> store::Result<bool> {
        let (before, secret, definitions) = (self.import.clone(), self.app.secret.clone(), self.definitions.clone());
        let id = before.id;
        let lines: Vec<Line> = decided.lines.iter().map(|line| note(id, line)).filter(|line| !noted.contains(line)).collect();
        let event = ended(&after, self.app.clock.now().micros());
        let work = move |tx: &mut Conn| {
            if !imports::advance(tx, &before, &after)? {
                return Ok(false);
            }
            intake::write(tx, &decided.batch, &definitions)?;
            imports::note(tx, id, &lines)?;
            if after.finished_at.is_some() {
                audit::add(tx, &secret, &event)?;
            }
            Ok(true)
        };
        self.app.store.write("import lines", work).await
    }
}

async fn release(app: &App, id: i64) -> store::Result<()> {
    app.store.write("release import", move |tx| imports::release(tx, id)).await
}

/// The numbers of the lines that are refused.
fn refused(noted: &[Line]) -> HashSet<u32> {
    let refused = noted.iter().filter(|line| line.outcome == Outcome::Refuse.code());
    refused.filter_map(|line| u32::try_from(line.number).ok()).collect()
}

fn note(import_id: i64, (number, outcome, faults): &(u32, Outcome, Vec<Fault>)) -> Line {
    let faults = (!faults.is_empty()).then(|| Fault::codes(faults));
    Line { import_id, number: i32::try_from(*number).unwrap_or(i32::MAX), outcome: outcome.code().to_owned(), faults }
}

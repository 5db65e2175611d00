//! `saywell audit`: the trail checked from end to end, and taken away as a file.

use std::io::Write;

use anyhow::bail;
use clap::{Args, Subcommand};
use indicatif::ProgressBar;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::setup;
use crate::clock::{Clock, Moment};
use crate::config::Settings;
use crate::domain::access::{Action, Anchor, Event, Fault, Verdict};
use crate::random::Random;
use crate::store::{self, audit};
use crate::trail::{self, Sheet, Step};

/// Faults that are printed one by one; a trail read with the wrong key has one in every line.
const MOST_FAULTS: usize = 100;

/// Lines written out at once.
const BATCH: i64 = 2_000;

/// The audit trail.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check that every line is as it was written, and that none is missing.
    Verify(Verify),
    /// Write lines out as CSV. That it was done is itself recorded.
    Export(Export),
}

#[derive(Debug, Args)]
pub struct Verify {
    /// A line that was noted down earlier, as NUMBER:HASH. May be given again.
    #[arg(long)]
    expect: Vec<Anchor>,
    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    /// The first day, such as 2026-11-01.
    #[arg(long)]
    from: Date,
    /// The last day.
    #[arg(long)]
    to: Date,
}

impl Audit {
    pub fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        match self {
            Self::Verify(verify) => verify.run(settings, out),
            Self::Export(export) => export.run(settings, out),
        }
    }
}

impl Verify {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let store = setup::migrated_store(settings)?;
        let secret = setup::secret(settings, &store, &Random::system()?)?;
        let lines = store.read_now("count trail", audit::count)?;
        let bar = setup::bar(u64::try_from(lines).unwrap_or_default(), "checking the audit trail");
        let mut found = Vec::new();
        let verdict = trail::verify(&store, &secret, self.expect, &mut |step| watch(step, &bar, &mut found))?;
        bar.finish_and_clear();
        if self.json {
            writeln!(out, "{:#}", as_json(&verdict, &found))?;
        } else {
            say(&verdict, &found, out)?;
        }
        complain(&verdict, &found)
    }
}

/// Notes a step. Of the faults, only so many are kept.
fn watch(step: Step, bar: &ProgressBar, found: &mut Vec<Fault>) {
    match step {
        Step::Read(lines) => bar.inc(lines),
        Step::Found(fault) if found.len() < MOST_FAULTS => found.push(fault),
        Step::Found(_) => {}
    }
}

fn at(micros: Option<i64>) -> String {
    micros.map_or_else(String::new, |micros| Moment::from_micros(micros).to_string())
}

fn say(verdict: &Verdict, found: &[Fault], out: &mut dyn Write) -> anyhow::Result<()> {
    for fault in found {
        writeln!(out, "{fault}")?;
    }
    let more = verdict.faults.saturating_sub(found.len() as u64);
    if more > 0 {
        writeln!(out, "and {more} more")?;
    }
    if verdict.faults > 0 {
        return Ok(());
    }
    let Some(last) = &verdict.last else { return Ok(writeln!(out, "The audit trail is whole: it has no lines yet.")?) };
    writeln!(out, "The audit trail is whole: {} lines, from {} to {}.", verdict.lines, at(verdict.first_at), at(verdict.last_at))?;
    let anchor = format!("{}:{}", last.number, last.hash);
    writeln!(out, "The last line is {anchor}")?;
    writeln!(
        out,
        "Write it down elsewhere. `saywell audit verify --expect {anchor}` shows later that nothing up to it was changed or cut off."
    )?;
    Ok(())
}

fn as_json(verdict: &Verdict, found: &[Fault]) -> Value {
    let fault = |fault: &Fault| json!({ "fault": fault.code(), "first": fault.lines().map(|lines| lines.0), "last": fault.lines().map(|lines| lines.1) });
    json!({
        "whole": verdict.faults == 0,
        "lines": verdict.lines,
        "missing": verdict.missing,
        "faults": verdict.faults,
        "found": found.iter().map(fault).collect::<Vec<_>>(),
        "first_at": verdict.first_at.map(|micros| at(Some(micros))),
        "last_at": verdict.last_at.map(|micros| at(Some(micros))),
        "last": verdict.last.as_ref().map(|last| format!("{}:{}", last.number, last.hash)),
    })
}

fn complain(verdict: &Verdict, found: &[Fault]) -> anyhow::Result<()> {
    if verdict.faults == 0 {
        return Ok(());
    }
    let altered = found.iter().filter(|fault| matches!(fault, Fault::Altered(_))).count() as u64;
    if verdict.lines > 1 && altered == verdict.lines.min(MOST_FAULTS as u64) {
        bail!("no line of the audit trail is as it was written: is this the key (`secret_key`) that it was written with?");
    }
    let faults = if verdict.faults == 1 { "1 fault".to_owned() } else { format!("{} faults", verdict.faults) };
    bail!("the audit trail has {faults}: {} lines were read, {} are missing", verdict.lines, verdict.missing)
}

impl Export {
    fn run(self, settings: &Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        if self.to < self.from {
            bail!("the last day is before the first");
        }
        let store = setup::migrated_store(settings)?;
        let secret = setup::secret(settings, &store, &Random::system()?)?;
        let clock = setup::clock(settings)?;
        let (from, until) = (begin(&clock, self.from)?, begin(&clock, self.to.tomorrow()?)?);
        let days = format!("from {} to {}", self.from, self.to);
        let event = Event::at_command_line(clock.now().micros(), Action::AuditExported).with(days);
        store.write_now("audit export", |tx| audit::add(tx, &secret, &event))?;
        let names = store.read_now("list organisations", trail::names)?;
        let mut sheet = Sheet::new(out, &names);
        let mut last = i64::MIN;
        loop {
            let lines = store.read_now("read trail", |conn| store::trail::between(conn, last, from, until, BATCH))?;
            let Some(newest) = lines.last() else { break };
            last = newest.number;
            sheet.add(&lines)?;
        }
        sheet.end()?;
        Ok(())
    }
}

/// The instant in which a day begins where the service is, in microseconds since 1970 UTC.
fn begin(clock: &Clock, day: Date) -> anyhow::Result<i64> {
    Ok(day.to_zoned(clock.zone().clone())?.timestamp().as_microsecond())
}

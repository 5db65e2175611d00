//! `saywell import values`: what another data set supplies, put in force or only looked at. Whoever keeps the installation sees the
//! numbers that a line would take the place of; no page shows them.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;

use super::import::event;
use crate::app::App;
use crate::domain::access::Action;
use crate::domain::care::import::Unreadable;
use crate::domain::indicator::Definition;
use crate::domain::indicator::definition::Kind;
use crate::domain::indicator::supplied::file::MOST_LINES;
use crate::domain::indicator::supplied::judge::version;
use crate::domain::indicator::supplied::{BadFile, Column, Fault, Judged, Key, Outcome};
use crate::i18n::Locale;
use crate::importing::MOST_BYTES;
use crate::store::Conn;
use crate::store::supplied::{self, SuppliedValue};
use crate::supplying::{Choice, Refused, Taken, supply};

/// The most refused lines that are printed.
const MOST_REFUSED: usize = 50;

#[derive(Debug, Args)]
pub struct Values {
    /// A CSV file in UTF-8 with a heading: indicator, organisation, period, stratum, numerator, denominator, status, source, reason.
    file: PathBuf,
    /// Say what would become of each line, and put nothing in force.
    #[arg(long, conflicts_with = "valid_lines")]
    dry_run: bool,
    /// Put the lines in force that can be, although others are refused. Without it, nothing is unless every line can be.
    #[arg(long)]
    valid_lines: bool,
}

impl Values {
    pub async fn run(self, app: &App, out: &mut dyn Write) -> anyhow::Result<()> {
        let size = std::fs::metadata(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?.len();
        if size > MOST_BYTES as u64 {
            bail!("{} is larger than {} MiB: bring it in parts", self.file.display(), MOST_BYTES / 1024 / 1024);
        }
        let bytes = std::fs::read(&self.file).with_context(|| format!("{} cannot be read", self.file.display()))?;
        let choice = match (self.dry_run, self.valid_lines) {
            (true, _) => Choice::DryRun,
            (_, true) => Choice::ValidLines,
            _ => Choice::AllOrNothing,
        };
        let before = if self.dry_run { standing(app).await? } else { BTreeMap::new() };
        let taken = supply(app, &bytes, choice, event(app, Action::ValuesSupplied)).await;
        let taken = taken.map_err(|why| anyhow::anyhow!("{} was not taken: {}", self.file.display(), reason(why)))?;
        said(app, &taken, out)?;
        if self.dry_run {
            changes(&app.definitions.all(), &taken, &before, out)?;
            writeln!(out, "This was a dry run: nothing was put in force.")?;
        }
        let refused = taken.count(Outcome::Refuse);
        if choice == Choice::AllOrNothing && refused > 0 {
            bail!("nothing was put in force: {refused} lines are refused. Mend them, or bring in the others with `--valid-lines`");
        }
        Ok(())
    }
}

/// The values that stand.
async fn standing(app: &App) -> anyhow::Result<BTreeMap<Key, SuppliedValue>> {
    let definitions = app.definitions.all();
    let read = move |conn: &mut Conn| {
        let mut all = BTreeMap::new();
        for definition in definitions.iter().filter(|one| one.kind.is_supplied()) {
            all.extend(supplied::of(conn, &definition.key)?.into_iter().map(|value| (value.key(), value)));
        }
        Ok(all)
    };
    Ok(app.store.read("supplied values", read).await?)
}

/// Prints the refused lines with their reasons, and how many became what.
fn said(app: &App, taken: &Taken, out: &mut dyn Write) -> anyhow::Result<()> {
    let locale = app.locales.english();
    let refused = taken.lines.iter().filter(|line| line.outcome == Outcome::Refuse);
    for line in refused.take(MOST_REFUSED) {
        writeln!(out, "line {}: {}", line.number, faults(locale, line)?)?;
    }
    let more = taken.count(Outcome::Refuse).saturating_sub(MOST_REFUSED);
    if more > 0 {
        writeln!(out, "and {more} more lines that are refused")?;
    }
    let [added, replaced, restated, same, refused] =
        [Outcome::Add, Outcome::Replace, Outcome::Restate, Outcome::Same, Outcome::Refuse].map(|outcome| taken.count(outcome));
    let lines = taken.lines.len();
    writeln!(
        out,
        "{lines} lines: {added} are new, {replaced} replace a provisional value, {restated} restate a final one, {same} are known already, {refused} are refused."
    )?;
    Ok(())
}

/// The faults of a line as sentences.
fn faults(locale: &Locale, line: &Judged) -> anyhow::Result<String> {
    let sentence = |fault: &Fault| {
        let words = locale.t(&format!("supply-fault-{}", fault.code()), &[])?;
        Ok(fault.column().map_or_else(|| words.clone(), |column| format!("{}: {words}", column.code())))
    };
    Ok(line.faults.iter().map(sentence).collect::<anyhow::Result<Vec<_>>>()?.join("; "))
}

/// Prints what would change, from which numbers to which.
fn changes(definitions: &[Definition], taken: &Taken, before: &BTreeMap<Key, SuppliedValue>, out: &mut dyn Write) -> anyhow::Result<()> {
    for (line, value) in taken.lines.iter().filter_map(|line| Some((line, line.value.as_ref()?))) {
        let ages = value.key.ages.map(|ages| format!(" {ages}")).unwrap_or_default();
        let of = format!("line {}: {} {}{ages}", line.number, value.key.indicator, value.key.period);
        let is_ratio = version(definitions, &value.key.indicator, value.key.period).is_some_and(|one| one.kind == Kind::Ratio);
        let out_of = |number: i64| if is_ratio { format!("{}.{:03}", number / 1000, number % 1000) } else { number.to_string() };
        let new = format!("{} of {}, {}", value.numerator, out_of(value.denominator), value.status.code());
        match before.get(&value.key).filter(|_| line.outcome != Outcome::Same) {
            Some(old) => writeln!(out, "{of}: {} of {}, {}, would become {new}", old.numerator, out_of(old.denominator), old.status)?,
            None if line.outcome == Outcome::Same => {}
            None => writeln!(out, "{of}: would be {new}")?,
        }
    }
    Ok(())
}

/// Why a file is not taken, as a sentence.
fn reason(why: Refused) -> String {
    let listed = |columns: &[Column]| columns.iter().map(|column| format!("`{}`", column.code())).collect::<Vec<_>>().join(", ");
    match why {
        Refused::File(BadFile::Unreadable(Unreadable::Empty)) => "its first line must name the columns".to_owned(),
        Refused::File(BadFile::Unreadable(Unreadable::Workbook)) => "it is a workbook: save it as CSV (UTF-8)".to_owned(),
        Refused::File(BadFile::Unreadable(Unreadable::Encoding(line))) => format!("line {line} is not UTF-8: save it as CSV (UTF-8)"),
        Refused::File(BadFile::Unreadable(Unreadable::Heading)) => "a quotation mark strays in its first line".to_owned(),
        Refused::File(BadFile::Missing(columns)) => format!("these columns are missing: {}", listed(&columns)),
        Refused::File(BadFile::Twice(column)) => format!("the column `{}` is there twice", column.code()),
        Refused::File(BadFile::Unknown(names)) => format!("these are no columns of such a file: {}", names.join(", ")),
        Refused::File(BadFile::NoLines) => "there is nothing below the heading".to_owned(),
        Refused::File(BadFile::TooMany) => format!("it has more than {MOST_LINES} lines: bring it in parts"),
        Refused::Store(why) => why.to_string(),
    }
}

//! `saywell import`: people and episodes from a file, with a progress bar. A file whose import was broken off goes on where
//! it was when the same command is given again.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};

use super::localities::Localities;
use super::setup;
use super::values::Values;
use crate::app::App;
use crate::config::Settings;
use crate::domain::access::{Action, Event};
use crate::domain::care::import::{BadHeading, Choice, Column, Fault, Outcome, Status, Unreadable, table};
use crate::importing::{MOST_BYTES, Refused, Upload, Worker, begin, drop_file, ignored, keep};
use crate::random::Random;
use crate::secret::token_hash;
use crate::store::imports::{self, Import as Row};
use crate::store::organisations::{self, Organisation};

/// The most refused lines that are printed.
const MOST_LINES: i64 = 50;

/// Bring in files.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Bring in people and episodes from a CSV file.
    Episodes(Episodes),
    /// Bring in localities from a CSV file: what is in it is added or put right, nothing is taken away.
    Localities(Localities),
    /// Bring in values that another data set supplies from a CSV file.
    Values(Values),
}

#[derive(Debug, Args)]
pub struct Episodes {
    /// A CSV file in UTF-8 with a heading.
    file: PathBuf,
    /// The ODS code of the organisation whose people they are.
    #[arg(long)]
    organisation: String,
    /// Say what would become of each line, and bring in nothing.
    #[arg(long)]
    dry_run: bool,
    /// Bring in the lines that can be, although others are refused. Without it, nothing is brought in unless every line can be.
    #[arg(long)]
    valid_lines: bool,
}

impl Import {
    pub async fn run(self, settings: Settings, out: &mut dyn Write) -> anyhow::Result<()> {
        let store = setup::migrated_store(&settings)?;
        let clock = setup::clock(&settings)?;
        let app = setup::app(settings, store, clock, Random::system()?)?;
        match self {
            Self::Episodes(episodes) => episodes.run(&app, out).await,
            Self::Localities(localities) => localities.run(&app, out).await,
            Self::Values(values) => values.run(&app, out).await,
        }
    }
}

impl Episodes {
    async fn run(self, app: &App, out: &mut dyn Write) -> anyhow::Result<()> {
        let named = self.organisation.clone();
        let found = app.store.read_now("organisation", |conn| organisations::find(conn, &named));
        let organisation = found.with_context(|| format!("there is no organisation with the ODS code `{}`", self.organisation))?;
        let import = taken(app, &self.file, &organisation).await?;
        for column in ignored(app, &import).await? {
            writeln!(out, "note: the column `{column}` is not known, and left alone")?;
        }
        let import = worked(app, import.id, "looking at the lines").await?;
        if import.status == Status::Checked.code() {
            return self.choose(app, import, out).await;
        }
        said(app, &import, out)
    }

    /// Does with a file that was looked at what was asked for.
    async fn choose(&self, app: &App, import: Row, out: &mut dyn Write) -> anyhow::Result<()> {
        if self.dry_run {
            said(app, &import, out)?;
            drop_file(app, &import, event(app, Action::ImportDropped)).await?;
            writeln!(out, "This was a dry run: nothing was brought in.")?;
            return Ok(());
        }
        let choice = if self.valid_lines { Choice::ValidLines } else { Choice::AllOrNothing };
        begin(app, &import, choice, event(app, Action::ImportBegun)).await?;
        let import = worked(app, import.id, "bringing in the lines").await?;
        said(app, &import, out)?;
        if import.status == Status::Refused.code() {
            bail!(
                "nothing was brought in: {} of {} lines are refused. Mend them, or bring in the others with `--valid-lines`",
                import.refused,
                import.lines
            );
        }
        Ok(())
    }
}

/// A line of the trail about something done at the command line.
pub(super) fn event(app: &App, action: Action) -> Event {
    Event::at_command_line(app.clock.now().micros(), action)
}

/// The file, kept; or the same file, where it is on its way in already.
async fn taken(app: &App, file: &Path, organisation: &Organisation) -> anyhow::Result<Row> {
    let size = std::fs::metadata(file).with_context(|| format!("{} cannot be read", file.display()))?.len();
    if size > MOST_BYTES as u64 {
        bail!("{} is larger than {} MiB: bring it in parts", file.display(), MOST_BYTES / 1024 / 1024);
    }
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let sha256 = table::text(&bytes).map(token_hash).unwrap_or_default();
    let id = organisation.id;
    if let Some(import) = app.store.read_now("import under way", |conn| imports::under_way(conn, id, &sha256))? {
        return Ok(import);
    }
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let upload = Upload { organisation: id, account: None, name, bytes };
    keep(app, upload, event(app, Action::ImportAdded))
        .await
        .map_err(|why| anyhow::anyhow!("{} was not taken: {}", file.display(), reason(&why)))
}

/// Works on a file until somebody has to choose or it is through, beside whoever else does.
async fn worked(app: &App, id: i64, what: &str) -> anyhow::Result<Row> {
    let of = |id| app.store.read_now("import", |conn| imports::get(conn, id));
    let mut import = of(id)?;
    let bar = setup::bar(u64::try_from(import.lines).unwrap_or_default(), what);
    while [Status::Checking.code(), Status::Running.code()].contains(&import.status.as_str()) {
        if let Some(mut worker) = Worker::take(app, id).await? {
            while worker.step().await? {
                bar.set_position(u64::try_from(worker.import().done).unwrap_or_default());
            }
        } else {
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
        import = of(id)?;
        bar.set_position(u64::try_from(import.done).unwrap_or_default());
    }
    bar.finish_and_clear();
    Ok(import)
}

/// Prints what became of a file: refused lines with their reasons, and how many of each.
fn said(app: &App, import: &Row, out: &mut dyn Write) -> anyhow::Result<()> {
    let refuse = Some(Outcome::Refuse.code());
    for line in app.store.read_now("import lines", |conn| imports::lines(conn, import.id, refuse, 0, MOST_LINES))? {
        let faults = Fault::list(&line.faults.unwrap_or_default());
        let told = faults
            .iter()
            .map(|fault| fault.column().map_or_else(|| fault.code().to_owned(), |at| format!("{} ({})", fault.code(), at.code())));
        writeln!(out, "line {}: {}", line.number, told.collect::<Vec<_>>().join(", "))?;
    }
    let more = import.refused - MOST_LINES;
    if more > 0 {
        writeln!(out, "and {more} more lines that are refused")?;
    }
    let Row { lines, added, changed, unchanged, refused, .. } = import;
    writeln!(out, "{lines} lines: {added} add, {changed} change, {unchanged} are known already, {refused} are refused.")?;
    Ok(())
}

/// Why a file is not taken, as a sentence.
fn reason(why: &Refused) -> String {
    let listed = |columns: &[Column]| columns.iter().map(|column| format!("`{}`", column.code())).collect::<Vec<_>>().join(", ");
    match why {
        Refused::Unreadable(Unreadable::Empty) => "its first line must name the columns".to_owned(),
        Refused::Unreadable(Unreadable::Workbook) => "it is a workbook: save it as CSV (UTF-8)".to_owned(),
        Refused::Unreadable(Unreadable::Encoding(line)) => format!("line {line} is not UTF-8: save it as CSV (UTF-8)"),
        Refused::Unreadable(Unreadable::Heading) => "a quotation mark strays in its first line".to_owned(),
        Refused::Heading(BadHeading::Missing(columns)) => format!("these columns are missing: {}", listed(columns)),
        Refused::Heading(BadHeading::Twice(column)) => format!("the column `{}` is there twice", column.code()),
        Refused::NoLines => "there is nothing below the heading".to_owned(),
        Refused::Store(why) => why.to_string(),
    }
}
